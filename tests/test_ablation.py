"""A complete brief: take the passage of one argument out and exactly that is missed; put it back and nothing is."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import pytest

from refoulement_lint import pipeline
from refoulement_lint.engine import Engine, open_engine
from refoulement_lint.formats import markdown
from refoulement_lint.model import DocumentReport

BRIEFS = Path(__file__).parents[1] / "examples" / "briefs"
COMPLETE = {
    "observations-lithuania.md": {
        "admissibility": ("## II. ", "## III. "),
        "access": ("## III. ", "## IV. "),
        "risk": ("5. There are", "6. His account"),
        "credibility": ("6. His account", "## V. "),
        "chain": ("## V. ", "## VI. "),
        "collective": ("## VI. ", "## VII. "),
        "conduct": ("## VII. ", "## VIII. "),
        "remedy": ("## VIII. ", "## IX. "),
        "refugee": ("## IX. ", "## X. "),
    },
}
PASSAGES = [
    pytest.param(name, argument, start, end, id=f"{name} without {argument}")
    for name, passages in COMPLETE.items()
    for argument, (start, end) in passages.items()
]


@cache
def engine() -> Engine:
    return open_engine()


def report_on(text: str) -> DocumentReport:
    return pipeline.check(markdown.of(text), engine())


def missed(report: DocumentReport) -> set[str | None]:
    """The arguments that a finding says are missing or half made, adverse authority left aside."""
    return {
        finding.argument
        for finding in report.findings
        if finding.rule.startswith("argument/") and not finding.rule.startswith("argument/adverse-")
    }


@pytest.mark.parametrize("name", COMPLETE)
def test_complete(name: str) -> None:
    """
    Nothing is missed in a brief that makes every argument that its story calls for.
    """
    report = report_on((BRIEFS / name).read_text("utf-8"))

    assert set() == missed(report)
    assert [] == [finding.message for finding in report.findings]


@pytest.mark.parametrize(("name", "argument", "start", "end"), PASSAGES)
def test_one_passage_out(name: str, argument: str, start: str, end: str) -> None:
    """
    Without its passage the argument is missed, and no other.
    """
    text = (BRIEFS / name).read_text("utf-8")
    before, after = text.index(start), text.index(end)

    assert {argument} == missed(report_on(text[:before] + text[after:]))
    assert set() == missed(report_on(text[:before] + text[before:after] + text[after:]))
