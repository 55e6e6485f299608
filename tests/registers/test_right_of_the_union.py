"""Right citations of the Court of Justice and of the law of the Union, in manners of writing that were called wrong."""

import pytest

from refoulement_lint import find_citations, lint
from refoulement_lint.model import Document, Finding


def said(text: str, family: str = "") -> list[Finding]:
    """What is found in a draft of these words, of one family of rules."""
    draft = Document(path="draft.txt", format="text", source=text, text=text)
    return [one for one in lint(draft, on="2026-11-22").findings if one.rule.startswith(family)]


RIGHT = [
    # The stroke of the French "c/" is none between two parties.
    ("V. CJUE, 16 nov. 2021, Commission c/ Hongrie, C-821/19.", "cjeu:C-821/19", "verified"),
    ("V. CJUE, 16 févr. 2017, C. K. e.a. c/ République de Slovénie, aff. C-578/16 PPU.", "cjeu:C-578/16 PPU",
     "verified"),
    # "Others" has a capital and is no name.
    ("This follows A and Others (C-148/13 to C-150/13), para. 60.", "cjeu:C-148/13", "verified"),
    # Who is sued, told in prose, is not what the case is called.
    ("In the case of Mr Sadikou Gnandi against the Kingdom of Belgium (C-181/16) the Court held so.", "cjeu:C-181/16",
     "verified"),
    ("Herr Lounani gegen das CGRA (C-573/14) war anders.", "cjeu:C-573/14", "verified"),
    # Several States, with commas between them.
    ("See Commission v Poland, Hungary and the Czech Republic (C-715/17, C-718/17 and C-719/17).", "cjeu:C-715/17",
     "verified"),
    # What the Court says in brackets that the case is about.
    ("As held in Commission v Hungary (Reception of applicants for international protection), C-808/18.",
     "cjeu:C-808/18", "verified"),
    # A sentence ends before the name.
    ("That is in the Dublin III Regulation. In Halaf v Darzhavna agentsia za bezhantsite (C-528/11) it was so.",
     "cjeu:C-528/11", "verified"),
    # The court before the name.
    ("The Grand Chamber in X and X v Belgium (C-638/16 PPU, 7 March 2017) did not follow.", "cjeu:C-638/16 PPU",
     "verified"),
    # A bracket closes before the next sentence.
    ("(wyrok TS, C-517/17, Milkiyas Addis). W innej sprawie, EU:C:2020:579, chodziło o to samo.", "cjeu:C-517/17",
     "verified"),
    # Behind the number with a stroke, before the court and the formation, letters with their day.
    ("EuGH, 22.6.2023 – C-823/21, Kommission/Ungarn, InfAuslR 2023, 1.", "cjeu:C-823/21", "verified"),
    ("In Sachen Puid (Große Kammer, 14.11.2013, C-4/11) hieß es.", "cjeu:C-4/11", "verified"),
    ("Urteil Y und Z vom 5. September 2012 – C-71/11 und C-99/11 –, Rn. 70.", "cjeu:C-71/11", "verified"),
    # A name in another case of its language; without a day or an identifier the tool abstains.
    ("w wyroku Ghezelbasha (C-63/15)", "cjeu:C-63/15", "unchecked"),
    ("w wyroku Ghezelbasha (C-63/15) z dnia 7 czerwca 2016 r.", "cjeu:C-63/15", "unchecked"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "target", "status"), RIGHT)
def test_right_name(text: str, target: str, status: str):
    """The name is the case's own: nothing disagrees."""
    named = [one for one in find_citations(text) if one.kind == "case" and one.written.part("name")]

    assert [target] == [one.target for one in named]
    assert status == named[0].status
    assert [] == said(text, "authority/")


@pytest.mark.parametrize(
    "text",
    [
        "Opinion of Advocate General Wathelet of 25 July 2018 in Jawo, C-163/17, EU:C:2018:613, point 80.",
        "Voir les conclusions de l'avocat général Bot du 17 juillet 2014 dans l'affaire M'Bodj (C-542/13).",
        "Voir les conclusions de l'avocat général Bot dans l'affaire M'Bodj (C-542/13, EU:C:2014:2113).",
        "See AG Pikamäe's Opinion of 23 April 2020 in Joined Cases C-924/19 PPU and C-925/19 PPU.",
        "M'Bodj (C-542/13, EU:C:2014:2113), Opinion of AG Bot, point 4.",
        "Zob. opinię rzecznika generalnego z 25 lipca 2018 r. w sprawie Jawo, C-163/17, EU:C:2018:613.",
    ],
)
def test_day_of_an_opinion(text: str):
    """The day and the identifier of an Opinion are none of the judgment's, and not verified either."""
    cases = [one for one in find_citations(text) if one.kind in ("case", "appno")]

    assert {"unchecked"} >= {one.status for one in cases if one.written.part("date") or one.written.part("ecli")}
    assert [] == said(text, "authority/")


@pytest.mark.parametrize(
    ("text", "rule"),
    [
        ("Judgment of 19 March 2018, Jawo, C-163/17. The Opinion of AG Wathelet is of no help.",
         "authority/date-differs"),
        ("The Advocate General agreed. In its judgment of 19 March 2018, Jawo, C-163/17, the Court did not.",
         "authority/date-differs"),
        ("Opinion of Advocate General Bot in Jawo, C-542/13, EU:C:2014:2113.", "authority/number-of-another-case"),
        ("V. CJUE, 16 nov. 2021, Commission c/ Pologne, C-821/19.", "authority/number-of-another-case"),
        ("See Elgafaji v Netherlands (C-181/16).", "authority/number-of-another-case"),
        ("w wyroku Elgafajiego (C-181/16)", "authority/number-of-another-case"),
        ("Judgment of 18 December 2014, Commissaire général aux réfugiés et aux apatrides, C-163/17.",
         "authority/number-of-another-case"),
    ],
)  # fmt: skip
def test_what_is_wrong_all_the_same(text: str, rule: str):
    """Another case, or another day of the judgment, beside the same manners of writing."""
    assert rule in [finding.rule for finding in said(text)]


def test_name_of_another_case_before_the_bracket():
    """The number is that of the case named first; beside a number of its own no other name is looked for."""
    right = "La sentencia M'Bodj, dictada el mismo día que Abdida (asunto C-542/13), dice otra cosa."
    wrong = "M'Bodj (C-542/13) was given on the same day as Abdida (C-542/13)."

    assert [] == said(right, "authority/")
    assert ["authority/number-of-another-case"] == [one.rule for one in said(wrong, "authority/")]


@pytest.mark.parametrize(
    "text",
    [
        "(arrêt du 6 juillet 2023, Réfugié ayant commis un crime grave, C-663/21, point 52)",
        "« Réfugié ayant commis un crime grave », C-663/21, point 52",
        "Judgment of 6 July 2023, Refugee who has committed a serious crime, C-663/21",
        "EuGH, Urteil vom 6. Juli 2023, Flüchtling, der eine schwere Straftat begangen hat, C-663/21, Rn. 50",
        "wyrok z 6 lipca 2023 r., Uchodźca, który popełnił poważne przestępstwo, C-663/21, pkt 50",
    ],
)
def test_what_a_case_is_about(text: str):
    """A description in the place of the name is no other case."""
    assert [] == said(text, "authority/")


def test_list_of_judgments_with_their_days_before():
    """Each day is that of the case behind it, with strokes around the names."""
    text = (
        "EuGH, Urteile vom 7. Juni 2016 - Rs. C-63/15, Ghezelbash -, vom 26. Juli 2017 - Rs. C-670/16, Mengesteab - "
        "und vom 5. Juli 2018 - Rs. C-213/17 -."
    )
    wrong = text.replace("26. Juli", "27. Juli")

    assert ["C-63/15", "Ghezelbash", "C-670/16", "Mengesteab", "C-213/17"] == [one.text for one in find_citations(text)]
    assert {"verified"} == {one.status for one in find_citations(text)}
    assert ["authority/date-differs"] == [one.rule for one in said(wrong, "authority/")]


PROVISIONS = [
    # "4 CFR" is no title of the United States' regulations behind an article.
    ("This breaches Art 4 CFR and Arts 18 and 19 CFR.", ["CFR:4", "CFR:18", "CFR:19"]),
    ("See 8 CFR 208.16 and 8 CFR 1208.16.", ["us:8 CFR 208.16", "us:8 CFR 1208.16"]),
    # Another paragraph behind a point.
    ("Article 14(5)(b) and (6) of Directive 2011/95/EU", ["EU:2011/95:14(5)(b)", "EU:2011/95:14(6)"]),
    ("Article 46(1)(a) and (2)(b) of Directive 2013/32/EU", ["EU:2013/32:46(1)(a)", "EU:2013/32:46(2)(b)"]),
    ("l'art. 31, par. 8, lett. a), b) e d), della direttiva 2013/32/UE",
     ["EU:2013/32:31(8)(a)", "EU:2013/32:31(8)(b)", "EU:2013/32:31(8)(d)"]),
    ("статью 24 Международной конвенции для защиты всех лиц от насильственных исчезновений", ["CED:24"]),
    ("l'article 3 de la convention de New York du 10 décembre 1984", ["CAT:3"]),
    ("Art. 1 Abschn. A Nr. 2 GFK", ["CSR51:1A(2)"]),
    # An act behind a sentence that ends with two parties.
    ("In R (AB) v Secretary of State for the Home Department. Regulation (EU) No 604/2013 governs.", ["EU:604/2013"]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "targets"), PROVISIONS)
def test_provisions(text: str, targets: list[str]):
    """Each provision is of its own instrument, at its own level."""
    assert targets == [one.target for one in find_citations(text)]


@pytest.mark.parametrize(
    "text",
    [
        "Nach Art. 267 Abs. 3 AEUV ist vorzulegen.",
        "Selon l'article 47, alinéa 1, de la charte des droits fondamentaux, le recours est effectif.",
        "L'art. 47, comma 2, della Carta dei diritti fondamentali e l'art. 267, comma 3, TFUE lo impongono.",
    ],
)
def test_paragraph_that_is_counted(text: str):
    """A word that counts paragraphs needs no number in the text."""
    assert "provision/unnumbered-paragraph" not in [finding.rule for finding in said(text)]


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("The 1951 Convention and the Protocol of 31 January 1968 bind the State.", "31 January 1967"),
        ("Die Genfer Flüchtlingskonvention in der Fassung des Protokolls vom 31. Januar 1966 gilt.", "31. Januar 1967"),
    ],
)
def test_protocol_of_a_wrong_day(text: str, day: str):
    """A Protocol that is called by its day alone, beside its treaty, with one part of the day wrong."""
    finding = next(one for one in said(text) if one.rule == "provision/instrument-date")

    assert "CSR67" == finding.target
    assert finding.fix is not None
    assert day == finding.fix.edits[0].replacement


def test_protocol_of_another_treaty():
    """A day beside the Refugee Convention that is nowhere near the Protocol's names something else."""
    text = "The 1951 Convention and the Protocol of 23 February 1968 bind the State."

    assert "CSR67" not in [one.target for one in find_citations(text)]


@pytest.mark.parametrize(
    "text",
    [
        "W sprawie C-163/17 Abubacarr Jawo przeciwko Niemcom orzekł. Podobnie w wyroku w sprawie Jawo.",
        "Dans l'affaire Abdida (du même jour, C-562/13), la juridiction était belge.",
    ],
)
def test_short_form_of_what_stands_there(text: str):
    """A short name whose case stands there by another name or by its number is explained."""
    assert "consistency/unresolved-short-form" not in [finding.rule for finding in said(text)]
