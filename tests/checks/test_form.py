"""How citations are written: what the rules' own examples do not show."""

from __future__ import annotations

import pytest

import refoulement_lint as rl
from refoulement_lint import formats
from refoulement_lint.fixing import applied, chosen

CASE = "Saadi v. Italy [GC], no. 37201/06, § 125, 28 February 2008"


def report(text: str):
    document = formats.read(f"The Court held this.\n\n{text}\n".encode(), filename="a.md")
    return rl.lint(document, select=["form"], on="2026-11-22").documents[0]


def rules(text: str) -> list[str]:
    return [finding.rule.removeprefix("form/") for finding in report(text).findings]


@pytest.mark.parametrize(
    "text",
    [
        f"The Court said in {CASE}, §§ 127, 137-140, that Article 3 is absolute.",
        "The Court said in Hirsi Jamaa and Others v. Italy [GC], no. 27765/09, § 180 et seq., 23 February 2012, so.",
        "La Cour l'a dit dans l'arrêt Hirsi Jamaa c. Italie [GC], no 27765/09, §§ 180 à 185, 23 février 2012.",
        "See https://eur-lex.europa.eu/legal-content/EN/TXT/?uri=ecli:ECLI%3AEU%3AC%3A2011%3A865 for it.",
        "The identifier ECLI:EU:C:2011:865 belongs to Case C-411/10.",
        "The European Case Law Identifier (ECLI) of the judgment of 2011 is not known.",
        "Articles 3, 5 and 13 of the Convention and Article 4 of the Charter were breached.",
        "Directive 2009/52/EC and Directive 2009/65/EU are of the year of change.",
        "Council Regulation (EC) No. 343/2003 was the second one.",
        "The case is Tarakhel v Switzerland (2015) 60 EHRR 28 and EM (Eritrea) [2014] UKSC 12.",
    ],
)
def test_nothing_to_say(text: str):
    """What is in good form, or not in the linter's knowledge, is left alone."""
    assert [] == rules(text)


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("> Saadi v. Italy [Grand Chamber], no. 37201/06, §§125, 28 February 2008", []),
        ("Saadi v. Italy [Grand Chamber], no. 37201/06, §§125, 28 February 2008", ["formation-mark", "paragraph-sign"]),
    ],
)
def test_quoted(text: str, says: list[str]):
    """Who quotes writes as it stands there."""
    assert says == rules(text)


def test_once_for_the_draft():
    """Three slips of one habit are one finding, and one fix for all of them."""
    words = ["Article 3 of the Convention"] * 5 + ["Art. 8 of the Convention"] * 3
    text = " ".join(f"The removal would breach {provision}." for provision in words)
    document = report(text)

    assert ["form/article-word-mixed"] == [finding.rule for finding in document.findings]
    assert 2 == len(document.findings[0].related)
    assert "Art." not in applied(document.source, chosen(document))


def test_all_safe_fixes_together():
    """Every safe fix of the family in one draft, made at once; a second run has nothing to say."""
    text = (
        "The Court held so in Saadi v. Italy, GC, App. No. 37201/06, §§125, 28 February 2008. See Mansouri v. Italy "
        "(admissibility decision) [GC], no. 63386/16, 29 April 2025, Case C–72/22 PPU, M.A., ECLI: EU:C:2022:505, and "
        "R (Ullah) v Special Adjudicator (2004) UKHL 26. It was in breach of Article 3 and 13 of the Convention."
    )
    document = report(text)
    fixed = applied(document.source, chosen(document))

    assert (
        "The Court held so in Saadi v. Italy [GC], no. 37201/06, § 125, 28 February 2008. See Mansouri v. Italy (dec.) "
        "[GC], no. 63386/16, 29 April 2025, Case C-72/22 PPU, M.A., ECLI:EU:C:2022:505, and R (Ullah) v Special "
        "Adjudicator [2004] UKHL 26. It was in breach of Articles 3 and 13 of the Convention."
    ) in fixed
    assert [] == rules(fixed)
