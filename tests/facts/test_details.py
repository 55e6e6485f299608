"""Who, where and when of a fact, and how well it is borne out."""

from __future__ import annotations

from functools import cache

import pytest

from refoulement_lint import pipeline
from refoulement_lint.engine import Engine, open_engine
from refoulement_lint.formats import markdown
from refoulement_lint.model import STRENGTHS, Details, Fact


@cache
def engine() -> Engine:
    return open_engine()


def told(text: str, fact: str) -> Fact:
    draft, _ = pipeline.draft_of(markdown.of(text + "\n"), engine())
    return next(one for one in draft.facts if one.id == fact)


@pytest.mark.parametrize(
    ("text", "fact", "details"),
    [
        (
            "The asylum seekers were returned to the border and pushed from Poland to Belarus on 12 October 2021.",
            "summary-return",
            Details(state="POL", destination="BLR", date="2021-10-12"),
        ),
        (
            "Polish border guards pushed the asylum seekers back to Belarus near Narewka in October 2021.",
            "summary-return",
            Details(state="POL", destination="BLR", place="Narewka", date="2021-10", by=True),
        ),
        (
            "Le 12 octobre 2021, des gardes-frontières polonais ont refoulé les demandeurs d'asile vers le Bélarus.",
            "summary-return",
            Details(state="POL", destination="BLR", date="2021-10-12", by=True),
        ),
        (
            "Am 12. Oktober 2021 wurden die Asylbewerber von polnischen Grenzbeamten nach Belarus zurückgewiesen.",
            "summary-return",
            Details(state="POL", date="2021-10-12", by=True),
        ),
        (
            "Dnia 12 października 2021 r. funkcjonariusze polskiej Straży Granicznej zawrócili cudzoziemców"
            " na Białoruś koło Narewki.",
            "summary-return",
            Details(state="POL", destination="BLR", place="Narewki", date="2021-10-12", by=True),
        ),
        (
            "2021 m. spalio 12 d. Lietuvos pasieniečiai grąžino prieglobsčio prašytojus į Baltarusiją.",
            "summary-return",
            Details(state="LTU", destination="BLR", date="2021-10-12", by=True),
        ),
        (
            "2021. gada 12. oktobrī Latvijas robežsargi atgrieza patvēruma meklētājus uz Baltkrieviju.",
            "summary-return",
            Details(state="LVA", destination="BLR", date="2021-10-12", by=True),
        ),
        (
            "12 октября 2021 года польские пограничники вытолкнули беженцев обратно в Беларусь.",
            "summary-return",
            Details(state="POL", destination="BLR", date="2021-10-12", by=True),
        ),
        # A State before the fact is as often where the person came from.
        ("The asylum seekers left for Poland and were pushed back at dawn.", "summary-return", Details()),
        ("The asylum seekers from Syria were pushed back to Belarus.", "summary-return", Details(destination="BLR")),
        # A date that belongs to an act is not the day of the fact.
        (
            "The asylum seekers were pushed back under the Regulation of 20 August 2021.",
            "summary-return",
            Details(),
        ),
        ("The asylum seeker has a brother, aged 16.", "minor", Details(age=16)),
        ("Cudzoziemiec podróżował z siostrą, 15-letnią dziewczynką.", "minor", Details(age=15)),
    ],
)
def test_details(text: str, fact: str, details: Details) -> None:
    """
    What the sentence says is there, and nothing that it does not say.
    """
    assert details == told(text, fact).details


@pytest.mark.parametrize(
    ("text", "fact", "strength"),
    [
        ("The asylum seeker was pushed back to Belarus.", "summary-return", "told"),
        ("The asylum seeker was pushed back to Belarus (annex 4).", "summary-return", "documented"),
        ("The asylum seeker was pushed back to Belarus. [12]", "summary-return", "documented"),
        ("The asylum seeker says that he would be in danger if returned.", "return-risk", "feared"),
        ("The Government maintain that the asylum seeker crossed the border illegally.", "irregular-entry", "alleged"),
        ("Rząd twierdzi, że cudzoziemiec zagraża bezpieczeństwu państwa.", "national-security", "alleged"),
        ("Cudzoziemca zawrócono na Białoruś (załącznik nr 4).", "summary-return", "documented"),
    ],
)
def test_strength(text: str, fact: str, strength: str) -> None:
    """
    A source makes a fact documented, the other side's word alleged, and what lies ahead is feared.
    """
    assert strength in STRENGTHS
    assert strength == told(text, fact).strength


def test_reported() -> None:
    """
    A finding says who, where and when; the fact's JSON object has them under names of their own.
    """
    text = "The asylum seekers were pushed back to Belarus on 12 October 2021."
    report = pipeline.check(markdown.of(text), engine(), forum="ecthr", state="POL")
    said = [why.says for finding in report.findings for why in finding.because]

    assert any("a summary return (to Belarus, 12 October 2021)" in one for one in said)
    assert {"destination": "BLR", "date": "2021-10-12"} == report.facts[0].to_dict()["details"]
