"""A neutral citation of a year in which that court did not sit, at the edges of the years."""

from __future__ import annotations

from pathlib import Path

import pytest

import refoulement_lint as rl

NAME = "R (Nobody) v Secretary of State for the Home Department"


@pytest.mark.parametrize(
    ("number", "sat"),
    [
        ("[2000] UKHL 37", True),  # a number that was given back
        ("[2001] UKHL 5", True),
        ("[2009] UKHL 5", True),
        ("[2010] UKHL 5", False),
        ("[2008] UKSC 5", False),
        ("[2009] UKSC 5", True),
        ("[2011] UKAIT 5", False),
        ("[2010] EWCA Civ 5", True),
        ("[2518] EWCA Civ 64", False),  # no year at all, and read as a citation
        ("[2031] UKHL 5", False),
        ("[3004] 2 AC 323", False),
    ],
)
def test_years(number: str, sat: bool, tmp_path: Path):
    """The last year of one court and the first of the next."""
    draft = tmp_path / "skeleton.md"
    draft.write_text(f"See {NAME} {number}.\n", encoding="utf-8")
    rules = {finding.rule for finding in rl.lint(draft, state="GBR", on="2026-11-22")}
    assert ("authority/court-did-not-sit" in rules) is not sat
