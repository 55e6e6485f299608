"""A surname that several people bear: a number beside it is not confirmed by it."""

from __future__ import annotations

from pathlib import Path

import pytest

from refoulement_lint import find_citations, lint
from refoulement_lint.record import record_of
from refoulement_lint.registers.opening import open_registers

KIM = "Kim v. Republic of Korea, Communication No. 1786/2008"


def status_of(text: str) -> set[str]:
    return {one.status for one in find_citations(text) if one.kind == "case"}


@pytest.mark.parametrize(
    "text",
    [
        KIM,
        "Kim c. République de Corée, communication n° 1786/2008",
        "Kim v. Republic of Korea, HRC no. 574/1994",  # the list has nothing but the surname
        "Singh v. Canada, HRC communication no. 761/1997",
        "Ivanov v. Bulgaria (dec.), no. 42627/02",  # the Court's title has the given name
    ],
)
def test_nothing_but_the_number(text: str) -> None:
    """The number of another bearer would have agreed as well, and the citation is not called verified."""
    assert {"unchecked"} == status_of(text)


@pytest.mark.parametrize(
    "text",
    [
        f"{KIM}, 25 October 2012",
        f"{KIM}, CCPR/C/106/D/1786/2008",
        "Jong-nam Kim v. Republic of Korea, Communication No. 1786/2008",
        "Ranjit Singh v. Canada (HRC, 761/1997)",
        "Emil Ivanov v. Bulgaria (dec.), no. 42627/02",
        "Teitiota v. New Zealand, HRC, 2728/2016",  # one bearer
        "Sabalić v. Croatia, no. 50231/13",  # the Court's title has the given name, and one bearer is known
    ],
)
def test_something_tells(text: str) -> None:
    """The day, the symbol or the given name tells, or there is one bearer."""
    assert {"verified"} == status_of(text)


def test_a_day_of_another() -> None:
    """The day of another Kim is a mismatch."""
    assert {"mismatch"} == status_of(f"{KIM}, 3 November 1998")


def test_two_titles_in_one_case() -> None:
    """The decision has the surname for a title, the judgment the name in full: unmarked, and by its day, the second."""
    for text in ("Yılmaz v. Turkey, no. 35875/97, 29 July 2004", "Yılmaz v. Turkey, no. 35875/97, § 40"):
        (case,) = (one for one in find_citations(text) if one.kind == "case")

        assert case.authority is not None
        assert ("verified", "JUD") == (case.status, case.authority.decision)


def test_the_record_counts_the_others(tmp_path: Path) -> None:
    """A title of the Court in full is verified; the record says that others have it, and reversals are its history."""
    draft = tmp_path / "brief.md"
    draft.write_text(
        "See Ivanov v. Ukraine, no. 15007/02. The test is that of AM (Zimbabwe) v SSHD [2018] EWCA Civ 64.\n",
        encoding="utf-8",
    )
    report = lint(draft, on="2026-11-22")
    record = record_of(report, open_registers(), {})
    ivanov, zimbabwe = record.entries

    assert any("have this name; name and number agree" in told for told in ivanov.rests_on)
    assert "verified" == zimbabwe.status
    assert zimbabwe.overtaken
    assert "the Supreme Court allowed the appeal" in zimbabwe.history[0].replace("The", "the")


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("Bosphorus v. Ireland [GC], no. 45036/98, 30 June 2005", "verified"),
        ("Chahal v. U.K., no. 22414/93", "verified"),
        ("L'approche de l'arrêt N. c. Royaume-Uni [GC], n° 26565/05, 27 mai 2008, a été assouplie.", "verified"),
        ("Ghorbanov and Others v. Turkey (no. 9), no. 28127/09", "unchecked"),
        ("R (EM (Eritrea)) v Secretary of State for the Home Department [2011] UKSC 12", "mismatch"),
    ],
)
def test_names_as_lawyers_write_them(text: str, status: str) -> None:
    """What is left of a long name is the case's beside its own number; a number that no title has is asked about."""
    assert {status} == status_of(text)
