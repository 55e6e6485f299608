"""What a draft tells, and what it makes of it."""

from bisect import bisect_left
from collections.abc import Mapping
from datetime import date
from typing import Any, NamedTuple

from attrs import field, frozen

from refoulement_lint.model.citation import Citation
from refoulement_lint.model.document import Document
from refoulement_lint.model.values import Span, Value


class Details(NamedTuple):
    """
    Who, where and when, so far as the sentence of a fact says it; empty where it does not.

    *state* is the State that acts, or in which it happened, *destination* the one somebody is sent to, both ISO 3166
    alpha-3; *by* is so where it is said to act ("Polish guards"). *place* is as written. *date* is an ISO date, or a
    month (``"2021-10"``).
    """

    state: str = ""
    destination: str = ""
    place: str = ""
    date: str = ""
    age: int | None = None
    by: bool = False

    def to_dict(self) -> dict[str, Any]:
        """What is said, under the names of the fields; a month is no day, but it is printed as it is."""
        return {name: value for name, value in self._asdict().items() if name != "by" and value not in ("", None)}


STRENGTHS = ("documented", "told", "implied", "feared", "alleged")
"""
How well a fact is borne out where it stands, best first.

``documented``: a source, an annex or a note stands in the sentence. ``told``: the draft tells it of its own people as
something that is so, or was. ``implied``: no words tell it, other facts do that do not come without it. ``feared``: it
is told as something that may come. ``alleged``: the draft reports it as the word of the other side, or of others.
"""


class Fact(NamedTuple):
    """
    One place where the story says something: *id* of the argument map, the words that say it, the cue they matched.

    *details* are who, where and when; *strength* is one of `STRENGTHS`. One that is *passing* calls for no argument; of
    one that is *weak* its sentence says little but the cue.
    """

    id: str
    span: Span
    text: str
    cue: str = ""
    details: Details = Details()
    strength: str = "told"
    passing: bool = False
    weak: bool = False

    def to_dict(self) -> dict[str, Any]:
        """The contract's object for it, with what else is known of it."""
        fact: dict[str, Any] = {
            "start": self.span.start,
            "end": self.span.end,
            "text": self.text,
            "kind": "fact",
            "target": f"fact:{self.id}",
            "strength": self.strength,
        }
        if details := self.details.to_dict():
            fact["details"] = details
        return fact


@frozen(kw_only=True, eq=False, repr=False)
class Treatment(Value):
    """
    What the draft makes of one argument.

    *called_for_by* are fact ids; *core* says that the forum always expects it; *treatment* is ``made``, ``partly`` or
    ``missing``; *spans* are the places where it is made; *adverse_unmet* the targets against it that bite here and
    that the draft does not meet, *adverse_cited* those that it cites. *lacks* are the points of a test with many
    factors that a partly made one leaves out. *worth_telling*: a colleague would add a section for it
    (``absence``).
    """

    id: str
    called_for_by: tuple[str, ...] = ()
    core: bool = False
    treatment: str = "missing"
    spans: tuple[Span, ...] = ()
    authorities_cited: tuple[str, ...] = ()
    lacks: tuple[str, ...] = ()
    adverse_unmet: tuple[str, ...] = ()
    adverse_cited: tuple[str, ...] = ()
    worth_telling: bool = True

    def to_dict(self) -> dict[str, Any]:
        """The contract's object for it."""
        return {
            "id": self.id,
            "calledForBy": list(self.called_for_by),
            "core": self.core,
            "treatment": self.treatment,
            "spans": [[span.start, span.end] for span in self.spans],
            "authoritiesCited": list(self.authorities_cited),
            "adverseUnmet": list(self.adverse_unmet),
            "adverseCited": list(self.adverse_cited),
        }


@frozen(kw_only=True, eq=False, repr=False)
class Draft(Value):
    """
    Everything known about one document before anything is said about it.

    *on* is the law date of the run, *dates* the days of the facts that somebody stated (``application``,
    ``decision``, ``removal``). *forum_from* and *state_from* are ``option``, ``config`` (front matter included) or
    ``guessed``.
    """

    document: Document
    citations: tuple[Citation, ...] = ()
    facts: tuple[Fact, ...] = ()
    treatments: tuple[Treatment, ...] = ()
    language: str = "en"
    forum: str = "unknown"
    forum_from: str = "guessed"
    state: str | None = None
    state_from: str = "guessed"
    on: date
    dates: Mapping[str, date] = field(factory=dict)
    _starts: tuple[int, ...] = field(init=False)
    # Where the citations begin.

    @_starts.default
    def _where_citations_begin(self) -> tuple[int, ...]:
        return tuple(citation.start for citation in self.citations)

    def citations_in(self, span: Span) -> tuple[Citation, ...]:
        """The citations that begin inside *span*; they are in the order of the text."""
        first = bisect_left(self._starts, span.start)
        return self.citations[first : bisect_left(self._starts, span.end, first)]
