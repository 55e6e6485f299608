"""What came of it all, as readers and other programs have it."""

from collections.abc import Iterator, Mapping
from datetime import date
from functools import cached_property
from typing import Any, NamedTuple

from attrs import field, frozen

from refoulement_lint.model.answers import Coverage
from refoulement_lint.model.citation import Citation, Place
from refoulement_lint.model.draft import Fact, Treatment
from refoulement_lint.model.finding import Finding
from refoulement_lint.model.long_text import kept, read_again
from refoulement_lint.model.values import Span, Value


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


@frozen(kw_only=True, eq=False, repr=False)
class Quotation(Value):
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
class DocumentReport(Value):
    """What the linter has to say about one document; all spans in the document's own offsets."""

    path: str
    complete: bool
    language: str = ""
    forum: str = "unknown"
    forum_from: str = "guessed"
    state: str | None = None
    state_from: str = "guessed"
    held_source: str | bytes = field(default="", converter=kept, alias="source")
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

    @cached_property
    def source(self) -> str:
        """The text that all offsets count in."""
        return read_again(self.held_source)

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
class Report(Value):
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
