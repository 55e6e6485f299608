"""What is to be said about a draft, why, and what to do."""

from typing import Any, NamedTuple

from attrs import field, frozen

from refoulement_lint.model.citation import Place
from refoulement_lint.model.values import Span, Value


class Evidence(NamedTuple):
    """Why a finding is so: one sentence and where that is written."""

    says: str
    source: str


class Support(NamedTuple):
    """
    An authority, a provision or an excerpt to offer; *side* is ``for`` or ``against``. *corpus* is the name of the
    document in the user's own corpus that an excerpt stands in, and empty for all else. *answer* is what to say to an
    authority against the draft, *answered_by* the authorities that it rests on.
    """

    target: str
    citation: str
    says: str
    source: str
    pinpoint: str = ""
    side: str = "for"
    score: float = 0.0
    why: str = ""
    verified: bool = False
    corpus: str = ""
    answer: str = ""
    answered_by: tuple["Support", ...] = ()

    def to_dict(self) -> dict[str, Any]:
        """The contract's object for it."""
        told: dict[str, Any] = {
            "target": self.target,
            "score": round(self.score, 4),
            "pinpoint": self.pinpoint,
            "citation": self.citation,
            "says": self.says,
            "why": self.why,
            "source": self.source,
            "side": self.side,
            "verified": self.verified,
        }
        if self.corpus:
            told["corpus"] = self.corpus
        if self.answer:
            told["answer"] = self.answer
            told["answeredBy"] = [
                {name: value for name, value in one.to_dict().items() if name in _OF_ANSWER} for one in self.answered_by
            ]
        return told


_OF_ANSWER = ("target", "pinpoint", "citation", "says", "source", "verified")


class Edit(NamedTuple):
    """Replace ``text[span]`` by *replacement*; an empty span inserts."""

    span: Span
    replacement: str


class Fix(NamedTuple):
    """*safety* is ``safe`` (only how it is written) or ``suggest`` (what is meant); edits are disjoint and sorted."""

    safety: str
    edits: tuple[Edit, ...]


@frozen(kw_only=True, eq=False, repr=False)
class Finding(Value):
    """One thing to say about one place, with the proof that it is so."""

    rule: str
    severity: str
    message: str
    span: Span
    because: tuple[Evidence, ...] = field()
    place: Place | None = None
    """``None`` until ``lint`` has carried the finding over to the document's own offsets."""
    target: str | None = None
    argument: str | None = None
    support: tuple[Support, ...] = ()
    related: tuple[Span, ...] = ()
    fix: Fix | None = None
    fingerprint: str = ""

    @because.validator
    def _proof(self, attribute: object, value: tuple[Evidence, ...]) -> None:
        if not value:
            raise ValueError(f"{self.rule}: a finding says why, with a source")

    @property
    def start(self) -> int:
        """First code point, in the document's own offsets once it is in a report."""
        return self.span.start

    @property
    def end(self) -> int:
        """Code point behind the last one."""
        return self.span.end

    def to_dict(self) -> dict[str, Any]:
        """The contract's object for it."""
        return {
            "rule": self.rule,
            "severity": self.severity,
            "message": self.message,
            "start": self.start,
            "end": self.end,
            "place": self.place.to_dict() if self.place else None,
            "target": self.target,
            "argument": self.argument,
            "because": [{"says": why.says, "source": why.source} for why in self.because],
            "support": [support.to_dict() for support in self.support],
            "related": [[span.start, span.end] for span in self.related],
            "fix": None
            if self.fix is None
            else {
                "safety": self.fix.safety,
                "edits": [
                    {"start": edit.span.start, "end": edit.span.end, "replacement": edit.replacement}
                    for edit in self.fix.edits
                ],
            },
            "fingerprint": self.fingerprint,
        }
