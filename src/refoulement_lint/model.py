"""The nouns. Frozen values, one direction: document → written → citation → fact → draft → finding → report."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import date
from operator import attrgetter
from sys import intern
from typing import Any, ClassVar, NamedTuple, Protocol

from attrs import field, frozen

# Every start makes these classes, so what makes them is kept cheap: annotations are no strings, each of which a
# NamedTuple compiles, and what attrs would write and compile for each class stands once in `_Value`.


class RefoulementLintError(Exception):
    """Something that a user can mend; the message is one sentence for a lawyer."""


class DocumentError(RefoulementLintError):
    """A document that cannot be read: which one, why, and what to do."""


class RegisterError(RefoulementLintError):
    """The compiled registers are missing, stale or damaged."""


class CorpusError(RefoulementLintError):
    """The user's own corpus cannot be opened, read or written: which one, why, and what to do."""


class RuleError(RefoulementLintError):
    """A mistake in a rule file: file, line, key, what was found, what is allowed."""


class _Value:
    """Equal to another of its kind when all fields are, and shown with them."""

    __slots__ = ()
    _values: ClassVar[Callable[[object], tuple[object, ...]]]

    def __init_subclass__(cls) -> None:
        super().__init_subclass__()
        cls._values = attrgetter(*cls.__annotations__)

    def __eq__(self, other: object) -> bool:
        if other.__class__ is not self.__class__:
            return NotImplemented
        values = type(self)._values
        return values(self) == values(other)

    def __hash__(self) -> int:
        return hash(type(self)._values(self))

    def __repr__(self) -> str:
        kind = type(self)
        named = zip(kind.__annotations__, kind._values(self), strict=True)
        return f"{kind.__qualname__}({', '.join(f'{name}={value!r}' for name, value in named)})"


class Span(NamedTuple):
    """
    A piece of a text, counted in Unicode code points, first one included, last one not.

    Inside the pipeline spans count in ``Document.text`` (the reading). A ``Report`` speaks in the document's own
    offsets, those of ``Document.source``: ``lint`` carries every span over once, at its end.
    """

    start: int
    end: int

    def covers(self, other: "Span") -> bool:
        """Whether *other* lies wholly inside."""
        return self.start <= other.start and other.end <= self.end

    def meets(self, other: "Span") -> bool:
        """Whether the two share at least one character."""
        return self.start < other.end and other.start < self.end


# --- 1 read ----------------------------------------------------------------------------------------------------------


class Block(NamedTuple):
    """
    A paragraph of the reading.

    *kind* is ``body``, ``heading``, ``quotation``, ``footnote``, ``endnote``, ``cell`` (of a table), ``authorities``
    (an entry in a table of authorities) or ``code`` (not read for citations). *label* says where it is in a package
    (``"paragraph 12"``, ``"footnote 3"``), and is empty where line and column say it. *reads_at* is, for a note, the
    offset of the first mark that refers to it: there a reader meets it, wherever it is kept; ``None`` for all else.
    *level* is a heading's, from 1. *number* is what a word processor prints before the paragraph and the text lacks.
    """

    span: Span
    kind: str = "body"
    label: str = ""
    reads_at: int | None = None
    level: int = 0
    number: str = ""


class Problem(NamedTuple):
    """
    Something about the reading itself that the user must know.

    *kind* names a rule of family ``input`` (``"guessed-encoding"`` → ``input/guessed-encoding``); *says* fills its
    message.
    """

    kind: str
    says: str
    span: Span | None = None


@frozen(kw_only=True, eq=False, repr=False)
class Document(_Value):
    """
    One draft, read.

    ``source`` is the text that offsets count in: a text file's decoded text without its byte order mark, line ends as
    in the file; for a package the text that ``--output-format text-dump`` prints. ``text`` is the *reading*: the same
    words with no-break and thin spaces as spaces, soft hyphens, zero-width characters and emphasis marks gone, U+2011
    as a hyphen, curly and low quotation marks straight, NFC, code and comments blank. ``shifts`` is the map between
    the two: pairs (offset in the reading, offset in the source), each holding until the next; empty when every offset
    is the same.
    """

    path: str
    format: str
    source: str
    text: str
    shifts: tuple[tuple[int, int], ...] = ()
    blocks: tuple[Block, ...] = ()
    emphasis: tuple[Span, ...] = ()
    problems: tuple[Problem, ...] = ()
    complete: bool = True
    encoding: str = "utf-8"
    options: Mapping[str, str] = field(factory=dict)
    """What the draft's own front matter says: ``forum``, ``state``, ``on``, and dates of the facts."""


def _once(text: str) -> str:
    """One copy of what is written again and again: a long brief has the same thousand words in 30,000 citations."""
    return intern(text)


def _once_if_any(text: str | None) -> str | None:
    return text if text is None else intern(text)


# --- 2 find: what is written ------------------------------------------------------------------------------------------


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
class Written(_Value):
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


# --- 3 resolve: what is meant -----------------------------------------------------------------------------------------


@frozen(kw_only=True, eq=False, repr=False)
class Proposition(_Value):
    """One sentence, in our words, on what an authority stands for; *verified* says whether somebody read it there."""

    says: str
    pinpoint: str = ""
    verified: bool = False
    pinpoint_verified: bool = False
    source: str = ""


@frozen(kw_only=True, eq=False, repr=False)
class Authority(_Value):
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
    later: str = ""
    """What became of it on the point for which it is known, in one sentence; *later_by* is the target that did it."""
    later_by: str = ""
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
    propositions: tuple[Proposition, ...] = ()
    added: str = ""
    """The added register that the row rests on, in whole or where ours is blank; empty for a row of our own."""


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
class Citation(_Value):
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


# --- 4 facts and arguments --------------------------------------------------------------------------------------------


class Details(NamedTuple):
    """
    Who, where and when, so far as the sentence of a fact says it; empty where it does not.

    *state* is the State that acts, or in which it happened, *destination* the one somebody is sent to, both ISO 3166
    alpha-3. *place* is as written. *date* is an ISO date, or a month (``"2021-10"``).
    """

    state: str = ""
    destination: str = ""
    place: str = ""
    date: str = ""
    age: int | None = None

    def to_dict(self) -> dict[str, Any]:
        """What is said, under the names of the fields; a month is no day, but it is printed as it is."""
        return {name: value for name, value in self._asdict().items() if value not in ("", None)}


STRENGTHS = ("documented", "told", "feared", "alleged")
"""
How well a fact is borne out where it stands, best first.

``documented``: a source, an annex or a note stands in the sentence. ``told``: the draft tells it of its own people as
something that is so, or was. ``feared``: it is told as something that may come. ``alleged``: the draft reports it as
the word of the other side, or of others.
"""


class Fact(NamedTuple):
    """
    One place where the story says something: *id* of the argument map, the words that say it, the cue they matched.

    *details* are who, where and when; *strength* is one of `STRENGTHS`. One that is *passing* calls for no argument.
    """

    id: str
    span: Span
    text: str
    cue: str = ""
    details: Details = Details()
    strength: str = "told"
    passing: bool = False

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
class Treatment(_Value):
    """
    What the draft makes of one argument.

    *called_for_by* are fact ids; *core* says that the forum always expects it; *treatment* is ``made``, ``partly`` or
    ``missing``; *spans* are the places where it is made; *adverse_unmet* the targets against it that bite here and
    that the draft does not meet, *adverse_cited* those that it cites.
    """

    id: str
    called_for_by: tuple[str, ...] = ()
    core: bool = False
    treatment: str = "missing"
    spans: tuple[Span, ...] = ()
    authorities_cited: tuple[str, ...] = ()
    adverse_unmet: tuple[str, ...] = ()
    adverse_cited: tuple[str, ...] = ()

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
class Draft(_Value):
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


# --- 5 findings -------------------------------------------------------------------------------------------------------


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
class Finding(_Value):
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


# --- 6 report ---------------------------------------------------------------------------------------------------------


class Coverage(NamedTuple):
    """What one register holds: from when to when, how many rows, and the sentence to print with a negative answer."""

    register: str
    since: str
    until: str
    rows: int
    says: str = ""

    def to_dict(self) -> dict[str, Any]:
        """The contract's object for it."""
        return {"register": self.register, "from": self.since, "to": self.until, "rows": self.rows, "says": self.says}


class CorpusUsed(NamedTuple):
    """The user's own corpus that a report drew on: where it is, and how much it held on that day."""

    place: str
    documents: int
    paragraphs: int

    def to_dict(self) -> dict[str, Any]:
        """As the JSON report has it."""
        return {"place": self.place, "documents": self.documents, "paragraphs": self.paragraphs}


class AddedRegister(NamedTuple):
    """
    A register that the user added from an export: what it adds to, where it comes from, and what it holds.

    *register* is ``ecthr``, ``cjeu`` or both with a comma; *tool* what wrote the export, as its columns tell; *sha256*
    the hash of the export; *rows* those that our own registers do not have, or have with blanks.
    """

    name: str
    register: str
    file: str
    sha256: str
    day: str
    tool: str
    since: str
    until: str
    rows: int
    kinds: str = ""
    conflicts: int = 0

    @property
    def says(self) -> str:
        """What it holds, in words for a reader."""
        held = f"{self.kinds}, {self.since} to {self.until}" if self.rows else "no row that ours do not have"
        return (
            f"{held}; from {self.file} ({self.tool}; SHA-256 {self.sha256[:16]}…), added on {self.day}. Whether it is"
            " complete is not known."
        )

    def to_dict(self) -> dict[str, Any]:
        """As the JSON report has it."""
        return {
            "name": self.name,
            "register": self.register,
            "file": self.file,
            "sha256": self.sha256,
            "added": self.day,
            "tool": self.tool,
            "from": self.since,
            "to": self.until,
            "rows": self.rows,
            "kinds": self.kinds,
            "conflicts": self.conflicts,
            "says": self.says,
        }


class BadRow(NamedTuple):
    """A row of an export that was left out because something in it cannot be: where it begins, and what."""

    line: int
    reason: str


class Addition(NamedTuple):
    """
    What an addition came to: the *register* as it stands now; of the *read* rows, how many our own registers *known*,
    which were *bad* and left out, what contradicts ours, and what was *left_out* for being something else.
    """

    register: AddedRegister
    read: int
    known: int
    bad: tuple[BadRow, ...]
    conflicts: tuple[str, ...]
    left_out: tuple[tuple[str, int], ...]


class Holding(NamedTuple):
    """What one of our own registers holds, for who asks for a list: its reach, how many of what, and where from."""

    coverage: Coverage
    kinds: str
    source: str


@frozen(kw_only=True, eq=False, repr=False)
class Quotation(_Value):
    """
    What came of holding quoted words against the text that they are attributed to.

    *verdict*: ``exact``; ``form`` (exact but for typography, ellipses, brackets, emphasis); ``operator`` (a word that
    turns the meaning); ``word``; ``proviso`` (cut off where the rule stops being the rule); ``left-out``;
    ``spliced`` (two places joined without an ellipsis); ``other-provision``; ``other-paragraph``; ``nowhere``;
    ``too-short`` to tell; ``no-source`` (the text is not held). *target* is what the words were attributed to, or the
    provision that has them.
    """

    span: Span
    text: str
    verdict: str
    target: str
    source: str = ""
    place: Place | None = None

    @property
    def start(self) -> int:
        """First code point, in the document's own offsets once it is in a report."""
        return self.span.start

    @property
    def end(self) -> int:
        """Code point behind the last one."""
        return self.span.end

    def to_dict(self) -> dict[str, Any]:
        """The object for it in JSON."""
        return {
            "start": self.start,
            "end": self.end,
            "text": self.text,
            "verdict": self.verdict,
            "target": self.target,
            "source": self.source or None,
            "place": self.place.to_dict() if self.place else None,
        }


@frozen(kw_only=True, eq=False, repr=False)
class DocumentReport(_Value):
    """What the linter has to say about one document; all spans in the document's own offsets."""

    path: str
    complete: bool
    language: str = ""
    forum: str = "unknown"
    forum_from: str = "guessed"
    state: str | None = None
    state_from: str = "guessed"
    source: str = ""
    citations: tuple[Citation, ...] = ()
    facts: tuple[Fact, ...] = ()
    arguments: tuple[Treatment, ...] = ()
    findings: tuple[Finding, ...] = ()
    quotations: tuple[Quotation, ...] = ()
    titles: Mapping[str, str] = field(factory=dict)
    """
    How what *arguments* name is printed: ``"ecthr:8675/15"`` → ``"N.D. and N.T. v. Spain"``, and the arguments and
    facts themselves, as ``"argument:collective"`` and ``"fact:summary-return"``.
    """
    error: str = ""
    """Why the document could not be read or checked whole; empty when it was."""

    def to_dict(self) -> dict[str, Any]:
        """The contract's object for it."""
        document: dict[str, Any] = {
            "path": self.path,
            "complete": self.complete,
            "language": self.language,
            "forum": self.forum,
            "forumFrom": self.forum_from,
            "state": self.state,
            "stateFrom": self.state_from,
            "citations": [{"doc": self.path, **citation.to_dict()} for citation in self.citations],
            "facts": [{"doc": self.path, **fact.to_dict()} for fact in self.facts],
            "arguments": [argument.to_dict() for argument in self.arguments],
            "titles": dict(self.titles),
            "findings": [finding.to_dict() for finding in self.findings],
            "quotations": [quotation.to_dict() for quotation in self.quotations],
        }
        if self.error:
            document["error"] = self.error
        return document


@frozen(kw_only=True, eq=False, repr=False)
class Report(_Value):
    """
    What the linter has to say about one or more documents.

    Iterating gives the findings of all documents in order. The same input, registers and law date give the same report,
    byte for byte.
    """

    version: str
    on: date
    edition: str
    sha256: str
    coverage: tuple[Coverage, ...]
    documents: tuple[DocumentReport, ...]
    corpus: CorpusUsed | None = None
    """``None`` where none was used."""
    added: tuple[AddedRegister, ...] = ()
    """The registers that the user added and that this report could rest on."""

    def __iter__(self) -> Iterator[Finding]:
        for document in self.documents:
            yield from document.findings

    def __len__(self) -> int:
        return sum(len(document.findings) for document in self.documents)

    def __bool__(self) -> bool:
        return True

    @property
    def findings(self) -> tuple[Finding, ...]:
        """All findings of all documents, in order."""
        return tuple(self)

    @property
    def complete(self) -> bool:
        """Whether every document was read and checked whole: only then does "no findings" mean "looked"."""
        return all(document.complete for document in self.documents)

    def to_dict(self) -> dict[str, Any]:
        """The contract's ``check --output-format json`` as plain dictionaries and lists."""
        told: dict[str, Any] = {
            "schema": 1,
            "tool": {"name": "refoulement-lint", "version": self.version},
            "on": self.on.isoformat(),
            "registers": {
                "edition": self.edition,
                "sha256": self.sha256,
                "coverage": [coverage.to_dict() for coverage in self.coverage],
                "added": [added.to_dict() for added in self.added],
            },
            "documents": [document.to_dict() for document in self.documents],
        }
        if self.corpus is not None:
            told["corpus"] = self.corpus.to_dict()
        return told

    def _repr_html_(self) -> str:
        from refoulement_lint.reporters import html  # only a notebook asks for this

        return html.render(self)


# --- what the registers answer ----------------------------------------------------------------------------------------


class Validity(NamedTuple):
    """
    Whether an act governed on one day.

    *verdict*: ``governs``, ``not-yet``, ``repealed``, ``open`` (nobody looked so late) or ``unknown``.
    *since* is its first day, *until* the first day
    after; ``None`` where
    the register has none. *successor* is what followed, as printed; *saving* says when the act goes on governing; or
    empty.
    """

    verdict: str
    since: date | None = None
    until: date | None = None
    successor: str = ""
    saving: str = ""
    source: str = ""
    verified: bool = False


class Membership(NamedTuple):
    """
    Whether a State is bound: *verdict* ``bound``, ``not-bound`` or ``unknown``, as of *as_of* (``""``: no day is
    known).
    """

    verdict: str
    state: str = ""
    as_of: str = ""
    source: str = ""
    verified: bool = False


class OfficialText(NamedTuple):
    """The official wording of one paragraph of a provision, or of a part of it (*label*), in one language."""

    target: str
    language: str
    text: str
    source: str
    label: str = ""
    verified: bool = False
    note: str = ""


class Known(NamedTuple):
    """
    An entry of the evidence register: a law of a State at its border, or what its authorities counted.

    *called* are the phrases by which a draft names a law, *days* all its ISO dates; both empty for a count. *words* are
    how the State's name begins in the languages of drafts.
    """

    id: str
    state: str
    title: str
    says: str
    source: str
    verified: bool = False
    called: tuple[str, ...] = ()
    days: tuple[str, ...] = ()
    words: tuple[str, ...] = ()


class HeldText(NamedTuple):
    """
    A decision that the user's own corpus holds, paragraph by paragraph; the *label* of each is its pinpoint.

    *ecli* tells two judgments of one case apart; ``""``: not known.
    """

    citation: str
    ecli: str
    language: str
    paragraphs: tuple[OfficialText, ...]


class Adoption(NamedTuple):
    """When an instrument was adopted and entered into force; ``None`` where the register has no full date."""

    adopted: date | None
    in_force: date | None = None
    source: str = ""
    opened: date | None = None
    """When it was opened for signature, by which some States date it: "Pakt vom 19. Dezember 1966"."""
    of_one_day: bool = False
    """Whether it is a treaty, which bears one day; statutes of one name are made again, those of the Union amended."""


# --- what the stages may ask of what outlives a document --------------------------------------------------------------


class Registers(Protocol):
    """The read-only registers, as the checks may ask them; opened once, passed in, never global."""

    edition: str
    sha256: str

    @property
    def coverage(self) -> tuple[Coverage, ...]:
        """What each register holds."""
        ...

    def by_number(self, number: str) -> tuple[Authority, ...]:
        """All rows with that number."""
        ...

    def by_name(self, name: str) -> tuple[Authority, ...]:
        """All rows of that name."""
        ...

    def authority(self, target: str) -> Authority | None:
        """The one row that a target means."""
        ...


def in_order(spans: Iterable[Span]) -> tuple[Span, ...]:
    """The spans sorted by place, each once."""
    return tuple(sorted(set(spans)))
