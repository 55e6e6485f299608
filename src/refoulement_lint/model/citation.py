"""What is written, the authority that it means, and what came of comparing the two."""

import datetime
from sys import intern
from typing import Any, NamedTuple

from attrs import field, frozen

from refoulement_lint.model.values import Span, Value


def _once(text: str) -> str:
    """One copy of what is written again and again: a long brief has the same thousand words in 30,000 citations."""
    return intern(text)


def _once_if_any(text: str | None) -> str | None:
    return text if text is None else intern(text)


class Part(NamedTuple):
    """
    One part of a citation as written.

    *name*: ``name``, ``number``, ``date``, ``year``, ``formation``, ``kind``, ``ecli``, ``paragraphs``, ``report``,
    ``article``,
    ``instrument``, ``back`` ("cited above", "ibid."). *value* is what was written in canonical form: ``"30696/09"``,
    an ISO date,
    ``"GC"``, ``"DEC"``, ``"§ 342"``; the draft's own characters are ``text[span]``.
    """

    name: str
    span: Span
    value: str


@frozen(kw_only=True, eq=False, repr=False, weakref_slot=False)
class Written(Value):
    """
    A citation as it stands in the draft; it never learns what it means.

    *kind* and *form* are the contract's. *family* names the grammar that found it (``"ecthr"``, ``"treaty"``,
    ``"eu-act"``, ``"cjeu"``). *span* is what the contract counts (the case name, the bare number, "Article" to the
    instrument); *whole* runs over everything that belongs to the citation, number, date and report included. An
    ``appno`` beside a name has the name's span in *belongs_to*; a short form or "ibid." has in *refers_to* the span
    of the citation it stands for, ``None`` when nothing before it can be meant.
    """

    span: Span
    whole: Span
    text: str = field(converter=_once)
    kind: str
    family: str
    form: str = "full"
    key: str | None = field(default=None, converter=_once_if_any)
    """
    The target so far as the words alone give it (``"ECHR:3"``, ``"ecthr:30696/09"``); ``None`` when the register must
    say.
    """
    parts: tuple[Part, ...] = ()
    belongs_to: Span | None = None
    refers_to: Span | None = None

    def part(self, name: str) -> Part | None:
        """The first part of that name, or ``None`` when it is not written."""
        for part in self.parts:
            if part.name == name:
                return part
        return None

    def all(self, name: str) -> tuple[Part, ...]:
        """Every part of that name, in the order of the text."""
        return tuple(part for part in self.parts if part.name == name)


@frozen(kw_only=True, eq=False, repr=False)
class Proposition(Value):
    """One sentence, in our words, on what an authority stands for; *verified* says whether somebody read it there."""

    says: str
    pinpoint: str = ""
    verified: bool = False
    pinpoint_verified: bool = False
    source: str = ""


OWN_KNOWLEDGE = "own knowledge"
"""So a record marks what its editors remember and read nowhere."""


class Later(NamedTuple):
    """
    What a later decision, the target *by*, made of an earlier one on the day *since*, or some day in that year.

    *says* is one clause that tells the whole story up to that day; empty where the status says enough.
    """

    since: str
    by: str = ""
    says: str = ""


@frozen(kw_only=True, eq=False, repr=False)
class Authority(Value):
    """
    One row of a register: a judgment or decision, an instrument, a provision, a view, a general comment.

    Dates are ISO strings, a year alone where no more is known, ``""`` where nothing is. *formation* is ``GC``,
    ``CH``, ``CTEE``, ``COMM``, ``PANEL`` or ``""``; *decision* is ``JUD``, ``DEC``, ``COM`` (communicated), ``REP``,
    ``JP9`` or ``""`` outside Strasbourg. *status* is ``""`` or says what became of it (``superseded``, ``pending``,
    ``struck-out``, ``annulled``, ``overruled``).
    """

    target: str
    title: str
    register: str
    row: str = ""
    titles: tuple[str, ...] = ()
    numbers: tuple[str, ...] = ()
    date: str = ""
    formation: str = ""
    decision: str = ""
    ecli: str = ""
    respondent: tuple[str, ...] = ()
    articles: tuple[str, ...] = ()
    outcome: str = ""
    report: str = ""
    importance: str = ""
    status: str = ""
    later: tuple[Later, ...] = ()
    """What became of it, the earliest first; see `later_on`."""
    sure_title: bool = True
    """Whether a person or the court gave the title; one that was read by rule from a text convicts no draft."""
    symbol: str = ""
    other_dates: tuple[str, ...] = ()
    """Days that a citation may rightly give beside *date*: that of the document, of the delivery."""
    citation: str = ""
    link: str = ""
    source: str = ""
    verified: bool = False
    tags: tuple[str, ...] = ()
    returned_to: tuple[str, ...] = ()
    """The States to which the applicants were to be sent, in English, where the list of outcomes does not name them."""
    about: tuple[str, ...] = ()
    """The aspects (`Aspect`) that the curated record names beside those that go with the tags and the articles."""
    propositions: tuple[Proposition, ...] = ()
    added: str = ""
    """The added register that the row rests on, in whole or where ours is blank; empty for a row of our own."""

    @property
    def remembered(self) -> bool:
        """Whether the outcome is marked as one that was read nowhere: it makes no error of what a draft says."""
        return OWN_KNOWLEDGE in self.outcome

    def later_on(self, on: datetime.date) -> tuple[Later, ...]:
        """What had become of it on that day; where only the year of a later decision is known, from its first day."""
        day = on.isoformat()
        return tuple(later for later in self.later if later.since <= day[: len(later.since)])


class Aspect(NamedTuple):
    """
    What a case may be about. Aspects of one *side* exclude one another; *within* is a wider one that goes with it.
    *words* (phrases) say that a sentence speaks of it; of a *quiet* one they never show that another case is meant.
    """

    name: str
    side: str
    named: str
    words: tuple[str, ...]
    tags: frozenset[str]
    articles: frozenset[str]
    within: str = ""
    quiet: bool = False


class Comparison(NamedTuple):
    """
    One written part held against the register.

    *verdict* is one word of the closed list that ``registers/compare.py`` documents (``agrees``, ``differs``, ``near``,
    ``another-case``, ``unknown``, ``impossible``, …); *registered* is what the register has, ready to print.
    """

    part: str
    verdict: str
    span: Span
    written: str
    registered: str = ""
    proposal: str = ""
    """What to write instead of ``text[span]``, when one thing suggests itself; else empty."""
    authority: Authority | None = None


class Place(NamedTuple):
    """Where a reader finds it: line and column from 1 in a text, *part* in a package (``"paragraph 12"``)."""

    line: int
    column: int
    part: str = ""

    def __str__(self) -> str:
        return self.part or f"{self.line}:{self.column}"

    def to_dict(self) -> dict[str, Any]:
        """The contract's object for it."""
        place: dict[str, Any] = {"line": self.line, "column": self.column}
        if self.part:
            place["part"] = self.part
        return place


STATUSES = ("verified", "mismatch", "not-in-register", "impossible", "unchecked")


@frozen(kw_only=True, eq=False, repr=False, weakref_slot=False)
class Citation(Value):
    """
    What is written, paired with what is meant.

    *target* is the contract's key or ``None`` when it stays open; *authority* the one register row meant, ``None`` when
    unknown or open; *candidates* all rows that could be meant. *coverage* is the sentence that a ``not-in-register``
    rests on.
    """

    written: Written
    target: str | None
    status: str
    pinpoint: str | None = None
    authority: Authority | None = None
    candidates: tuple[Authority, ...] = ()
    compared: tuple[Comparison, ...] = ()
    coverage: str = ""
    place: Place | None = None
    """``None`` until the pipeline has carried the citation over to the document's own offsets."""

    @property
    def span(self) -> Span:
        """Where it stands."""
        return self.written.span

    @property
    def start(self) -> int:
        """First code point, in the document's own offsets once it is in a report."""
        return self.written.span.start

    @property
    def end(self) -> int:
        """Code point behind the last one."""
        return self.written.span.end

    @property
    def text(self) -> str:
        """The characters as written."""
        return self.written.text

    @property
    def kind(self) -> str:
        """The contract's kind."""
        return self.written.kind

    @property
    def form(self) -> str:
        """The contract's form."""
        return self.written.form

    def to_dict(self) -> dict[str, Any]:
        """The contract's object for one line of ``citations``, without ``doc``."""
        line: dict[str, Any] = {
            "start": self.start,
            "end": self.end,
            "text": self.text,
            "kind": self.kind,
            "target": self.target,
            "pinpoint": self.pinpoint,
            "form": self.form,
            "status": self.status,
        }
        if self.status == "not-in-register":
            line["coverage"] = self.coverage
        if self.authority is not None and self.authority.added:
            line["added"] = self.authority.added
        if self.place is not None:
            line["place"] = self.place.to_dict()
        return line
