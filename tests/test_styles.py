"""Citing in the style of the draft."""

from datetime import date

import pytest

from refoulement_lint import find_citations, lint
from refoulement_lint.engine import open_engine
from refoulement_lint.formats import markdown, read
from refoulement_lint.pipeline import suggestions
from refoulement_lint.styles import HOUSE, style_of

CITED = [
    ("oscola", "ecthr:30696/09", "M.S.S. v Belgium and Greece [GC] App no 30696/09 (ECtHR, 21 January 2011)"),
    ("oscola", "ecthr:14038/88", "Soering v United Kingdom App no 14038/88 (ECtHR, 7 July 1989)"),
    ("bluebook", "ecthr:57467/15", "Savran v. Denmark [GC], App. No. 57467/15, Eur. Ct. H.R. (Dec. 7, 2021)"),
    ("bluebook", "ecthr:40503/17", "M.K. v. Poland, App. Nos. 40503/17 & 2 others, Eur. Ct. H.R. (July 23, 2020)"),
    ("mcgill", "ecthr:8675/15", "N.D. and N.T. v Spain [GC], Nos 8675/15 and 8697/15 (13 February 2020)"),
    ("cjeu", "ecthr:37201/06", "ECtHR, 28 February 2008, Saadi v. Italy, CE:ECHR:2008:0228JUD003720106"),
    ("cjeu", "cjeu:C-72/22 PPU",
     "judgment of 30 June 2022, M.A. v Valstybės sienos apsaugos tarnyba, C-72/22 PPU, EU:C:2022:505"),
    ("french", "ecthr:30696/09", "M.S.S. c. Belgique et Grèce [GC], n° 30696/09, 21 janvier 2011"),
    ("french", "ecthr:25564/18", "M.A. et autres c. Lettonie (déc.), n° 25564/18, 29 mars 2022"),
    ("german", "ecthr:25564/18", "EGMR, Entscheidung vom 29. März 2022, M.A. u. a. ./. Lettland, Nr. 25564/18"),
    ("german", "ecthr:14038/88", "EGMR, Urteil vom 7. Juli 1989, Soering ./. Vereinigtes Königreich, Nr. 14038/88"),
]  # fmt: skip
SHOWN = [
    ("en", "ecthr", "See Saadi v Italy App no 37201/06 (ECtHR, 28 February 2008).", "oscola"),
    ("en", "ecthr", "See Saadi v. Italy [GC], no. 37201/06, § 127, ECHR 2008.", HOUSE),
    ("en", "national", "INS v. Cardoza-Fonseca, 480 U.S. 421 (1987); 8 U.S.C. § 1158.", "bluebook"),
    ("en", "national", "Suresh v Canada, 2002 SCC 1 at para 76; Németh, 2010 SCC 56.", "mcgill"),
    ("en", "cjeu", "Nothing is cited.", "cjeu"),
    ("en", "ecthr", "Nothing is cited.", HOUSE),
    ("fr", "ecthr", "Rien n’est cité.", "french"),
    ("de", "national", "Nichts ist zitiert.", "german"),
    ("pl", "national", "Nic nie jest cytowane.", HOUSE),
]


@pytest.fixture(scope="module")
def engine():
    return open_engine()


@pytest.fixture(scope="module")
def styles(engine):
    return {style.id: style for style in engine.styles}


class TestCite:
    @pytest.mark.parametrize(("style", "target", "citation"), CITED)
    def test_cases(self, style, target, citation, styles, engine):
        """
        Name, numbers, date and markers as the style writes them.
        """
        registers = engine.registers

        assert citation == styles[style].cite(registers.authority(target), registers.states.name_in)
        assert {"verified"} == {found.status for found in find_citations(f"See {citation}.") if found.target == target}

    def test_joined_cases(self, styles, engine):
        """
        Two numbers of the Court of Justice are joined cases.
        """
        registers = engine.registers
        cited = styles["oscola"].cite(registers.authority("cjeu:C-411/10"), registers.states.name_in)

        assert cited.startswith("Joined Cases C-411/10 and C-493/10 N. S. v Secretary")
        assert "\n" not in cited

    @pytest.mark.parametrize("target", ["uk:[2004] UKHL 55", "cat:13/1993", "ecthr:42120/21"])
    def test_what_a_style_does_not_say(self, target, styles, engine):
        """
        Courts without a template, and cases that are pending, are cited as the registers cite them.
        """
        registers = engine.registers
        authority = registers.authority(target)

        assert {authority.citation} == {style.cite(authority, registers.states.name_in) for style in styles.values()}

    def test_every_style_names_its_source(self, styles):
        """
        Nobody is told how to cite without being told who says so.
        """
        assert not [style.id for style in styles.values() if not style.title or not style.source]

    @pytest.mark.slow
    def test_found_again(self, styles, engine):
        """
        What is offered is found and verified when it is pasted into a draft: every authority in every style.
        """
        registers, lost = engine.registers, []
        for identity in registers.curated.records:
            authority = registers.curated.authority(identity)
            for style in styles.values():
                cited = style.cite(authority, registers.states.name_in)
                if cited == authority.citation or authority.status in ("annulled", "unverified"):
                    continue
                found = find_citations(f"See {cited}.")
                if authority.target not in {citation.target for citation in found} or {
                    "mismatch",
                    "impossible",
                } & {citation.status for citation in found}:
                    lost.append(cited)

        assert [] == lost


class TestStyleOf:
    @pytest.mark.parametrize(("language", "forum", "text", "style"), SHOWN)
    def test_signs(self, language, forum, text, style, styles):
        """
        The draft's own citations decide; without any, its language or forum.
        """
        assert style == style_of(text, language, forum, styles.values()).id

    def test_suggestions_are_cited_so(self, engine):
        """
        A draft in OSCOLA is offered OSCOLA.
        """
        text = (
            "The claimant, who asked for asylum, was pushed back at the border within hours without any decision. See"
            " Saadi v Italy App no 37201/06 (ECtHR, 28 February 2008)."
        )
        offered = suggestions(read(text.encode(), filename="a.md"), engine, on=date(2026, 11, 22), top=10)

        assert any("App no" in support.citation for support in offered if support.target.startswith("ecthr:"))
        assert not any(", no. " in support.citation for support in offered)


def test_short_form_in_full():
    """What is offered in place of a short form is cited as the draft cites, not as the Court does in English."""
    text = (
        "Les requérants invoquent l'article 3 (*F.G. c. Suède* [GC], no 43611/11, § 111, 23 mars 2016) et l'article 13 "
        "(*M.S.S. c. Belgique et Grèce*, précité, § 293)."
    )
    (finding,) = (one for one in lint(markdown.of(text)) if one.rule == "consistency/unresolved-short-form")

    assert finding.fix.edits[0].replacement.startswith("M.S.S. c. Belgique et Grèce [GC], n")
