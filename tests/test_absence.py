"""What is told plainly, and when the absence of an argument is worth a finding."""

from __future__ import annotations

from refoulement_lint.absence import Absence, plainly_told
from refoulement_lint.model import Block, Details, Document, Fact, Span

TEXT = "He is ill.\n\nWithout insulin he would die."
DOCUMENT = Document(
    path="", format="markdown", source=TEXT, text=TEXT, blocks=(Block(Span(0, 10), "body"), Block(Span(12, 41), "body"))
)


def fact(name: str, start: int = 0, *, weak: bool = False, passing: bool = False, state: str = "") -> Fact:
    return Fact(name, Span(start, start + 2), "He", details=Details(state=state), weak=weak, passing=passing)


def worth(absence: Absence, *facts: Fact, touched: bool = False, state: str | None = None) -> bool:
    calling = [one.id for one in facts if one.id == "medical"]
    return absence.worth_telling(calling, facts, DOCUMENT, forum="ecthr", state=state, touched=touched)


class TestPlainly:
    def test_told(self) -> None:
        """Once in a sentence that says more of it than the cue, or twice; what heals not at all."""
        assert {"medical"} == plainly_told([fact("medical")])
        assert {"medical"} == plainly_told([fact("medical", weak=True), fact("medical", 12, weak=True)])
        assert set() == plainly_told([fact("medical", weak=True), fact("minor", weak=True)])
        assert set() == plainly_told([fact("medical", passing=True)])


class TestWorthTelling:
    def test_nothing_calls(self) -> None:
        """Without a fact that is plainly told only words of the draft call for it."""
        assert worth(Absence(), fact("medical"))
        assert not worth(Absence(), fact("minor"))
        assert worth(Absence(), fact("minor"), touched=True)

    def test_beside(self) -> None:
        """The words stand in the paragraph of the fact, and not in another."""
        grave = Absence.of({"beside": ["insulin"]})

        assert worth(grave, fact("medical", 12))
        assert not worth(grave, fact("medical", 0))

    def test_touched(self) -> None:
        """What the facts call for is not enough."""
        absence = Absence.of({"touched": True})

        assert not worth(absence, fact("medical"))
        assert worth(absence, fact("medical"), touched=True)

    def test_before(self) -> None:
        """Before that forum one of the facts has to be told too."""
        absence = Absence.of({"before": {"ecthr": ["summary-return"]}})

        assert not worth(absence, fact("medical"))
        assert worth(absence, fact("medical"), fact("summary-return"))

    def test_unless(self) -> None:
        """Another head takes the point, unless the respondent itself was at work."""
        absence = Absence.of({"unless": ["safe-third-country"]})

        assert not worth(absence, fact("medical"), fact("safe-third-country"))
        assert worth(absence, fact("medical"), fact("safe-third-country", weak=True))
        assert worth(absence, fact("medical", state="CHE"), fact("safe-third-country"), state="CHE")

    def test_with_one(self) -> None:
        """One of the facts has to be told plainly, before any forum."""
        absence = Absence.of({"with_one": ["summary-return"]})

        assert not worth(absence, fact("medical"), fact("summary-return", weak=True))
        assert not worth(absence, fact("medical"), touched=True)
        assert worth(absence, fact("medical"), fact("summary-return"))
