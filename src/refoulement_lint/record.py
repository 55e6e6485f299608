"""
The verification record: every authority of the drafts, what was held against what, and what was not checked.

Made from a report, for a supervisor or a court. Nothing is left out: each citation stands under exactly one authority,
and `record_of` says so itself.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from typing import Any, NamedTuple, Protocol

from attrs import frozen

from refoulement_lint.model import (
    STATUSES,
    AddedRegister,
    Authority,
    Citation,
    Comparison,
    Coverage,
    DocumentReport,
    Quotation,
    Report,
    Span,
    Validity,
)

SCHEMA = 1
# The gravest first: an authority has the gravest status of its citations.
GRAVEST = ("impossible", "mismatch", "not-in-register", "unchecked", "verified")
# Sections in the order of the record, by how their targets begin; the last one is for what has no target.
SECTIONS = (
    ("ecthr", "European Court of Human Rights"),
    ("cjeu", "Court of Justice of the European Union"),
    ("un", "United Nations treaty bodies and documents"),
    ("national", "National courts and statutes"),
    ("law", "Treaties, acts of the European Union and their provisions"),
    ("open", "Not resolved to an authority"),
)
_UN = frozenset({"cat", "hrc", "crc", "cedaw", "cerd", "crpd", "ced", "cmw", "un"})
# Parts that say nothing of the authority: marks of the grammar, and words that stand around the others.
_NO_PART = frozenset(
    {
        "own",
        "body-above",
        "named-before",
        "swapped",
        "ambiguous",
        "back",
        "instrument",
        "number-form",
        "short-name",
        "others",
        "section",
        "court",
        "unread-name",
    }
)
_NOT_IN_FORCE = ("Not yet in force", "No longer in force")
# Behind a source in which nobody of ours has read the row.
UNREAD = "; not checked there by the makers of this program"
# As much of a citation is told; the draft has the rest.
_LONGEST = 400


class Registers(Protocol):
    """What the record asks the registers beside the report."""

    def title(self, target: str) -> str:
        """A target in words."""
        ...

    def look_up(self, text: str) -> tuple[Authority, ...]:
        """What is known of a target."""
        ...

    def namesakes(self, row: Authority) -> int:
        """How many other cases have the name of *row*."""
        ...

    def superseded(self, row: Authority) -> Authority | None:
        """The judgment that took the place of *row*."""
        ...

    def validity(self, target: str, day: date) -> Validity:
        """Whether the act of *target* governed on *day*."""
        ...

    def conflicts(self, target: str) -> tuple[str, ...]:
        """Where an added register contradicts ours."""
        ...

    @property
    def links(self) -> Links:
        """The addresses of publishers."""
        ...


class Links(Protocol):
    """What makes the address of a page from a target."""

    def of(self, target: str, ecli: str = "") -> str:
        """The address, or empty."""
        ...


class Draft(NamedTuple):
    """
    One draft of the record; *sha256* is of the file's bytes, of standard input's text in UTF-8, or empty when it could
    not be read.
    """

    path: str
    sha256: str
    complete: bool
    error: str
    citations: int


class Cited(NamedTuple):
    """
    One citation as it stands in a draft: *written* with all that belongs to it, *compared* part by part, and
    *not_compared* what is written and was held against nothing. A number that *belongs* to the name before it is
    compared there.
    """

    draft: str
    place: str
    start: int
    end: int
    text: str
    written: str
    kind: str
    pinpoint: str
    status: str
    compared: tuple[Comparison, ...]
    not_compared: tuple[str, ...]
    belongs: bool = False

    def to_dict(self) -> dict[str, Any]:
        """As the record in JSON has it."""
        return {
            "doc": self.draft,
            "place": self.place,
            "start": self.start,
            "end": self.end,
            "text": self.text,
            "written": self.written,
            "kind": self.kind,
            "pinpoint": self.pinpoint or None,
            "status": self.status,
            "compared": [
                {"part": one.part, "verdict": one.verdict, "written": one.written, "registered": one.registered}
                for one in self.compared
            ],
            "notCompared": list(self.not_compared),
        }


@frozen(kw_only=True)
class Entry:
    """
    One authority with all its citations.

    *number* counts through the record; *rests_on* are sentences, *history* what became of it later, *in_force* whether
    an act governed on the law date; *added* the added register that it rests on.
    """

    number: int
    section: str
    target: str
    title: str
    citation: str
    link: str
    status: str
    rests_on: tuple[str, ...]
    history: tuple[str, ...]
    in_force: str
    added: str
    conflicts: tuple[str, ...]
    cited: tuple[Cited, ...]

    @property
    def overtaken(self) -> bool:
        """Whether something speaks against relying on it, though it may be cited as the register has it."""
        return bool(self.history or self.conflicts) or self.in_force.startswith(_NOT_IN_FORCE)

    def to_dict(self) -> dict[str, Any]:
        """As the record in JSON has it."""
        return {
            "number": self.number,
            "section": self.section,
            "target": self.target or None,
            "title": self.title,
            "citation": self.citation,
            "link": self.link or None,
            "status": self.status,
            "overtaken": self.overtaken,
            "restsOn": list(self.rests_on),
            "history": list(self.history),
            "inForce": self.in_force or None,
            "added": self.added or None,
            "conflicts": list(self.conflicts),
            "citations": [each.to_dict() for each in self.cited],
        }


class Held(NamedTuple):
    """A quotation of one draft with the title of what it was held against."""

    draft: str
    title: str
    quotation: Quotation

    def to_dict(self) -> dict[str, Any]:
        """As the record in JSON has it."""
        return {"draft": self.draft, "title": self.title, **self.quotation.to_dict()}


@frozen(kw_only=True)
class Record:
    """Everything that the record says; the same report and drafts give the same record."""

    version: str
    on: date
    edition: str
    sha256: str
    coverage: tuple[Coverage, ...]
    added: tuple[AddedRegister, ...]
    drafts: tuple[Draft, ...]
    entries: tuple[Entry, ...]
    quotations: tuple[Held, ...] = ()

    @property
    def complete(self) -> bool:
        """Whether every draft was read and checked whole."""
        return all(draft.complete for draft in self.drafts)

    def counted(self) -> dict[str, tuple[int, int]]:
        """For each status how many authorities and how many citations have it; zeros included."""
        of_authorities = Counter(entry.status for entry in self.entries)
        of_citations = Counter(each.status for entry in self.entries for each in entry.cited)
        return {status: (of_authorities[status], of_citations[status]) for status in STATUSES}

    def to_dict(self) -> dict[str, Any]:
        """The record in JSON."""
        return {
            "schema": SCHEMA,
            "record": "refoulement-lint verification record",
            "tool": {"name": "refoulement-lint", "version": self.version},
            "on": self.on.isoformat(),
            "registers": {
                "edition": self.edition,
                "sha256": self.sha256,
                "coverage": [each.to_dict() for each in self.coverage],
                "added": [each.to_dict() for each in self.added],
            },
            "complete": self.complete,
            "drafts": [
                {"path": each.path, "sha256": each.sha256 or None, "complete": each.complete,
                 "error": each.error or None, "citations": each.citations}
                for each in self.drafts
            ],
            "counts": {
                status: {"authorities": authorities, "citations": citations}
                for status, (authorities, citations) in self.counted().items()
            },
            "authorities": [entry.to_dict() for entry in self.entries],
            "quotations": [each.to_dict() for each in self.quotations],
            "reviewer": {"name": None, "date": None, "signature": None},
        }  # fmt: skip


def record_of(report: Report, registers: Registers, hashes: Mapping[str, str]) -> Record:
    """The record of *report*; *hashes* are the SHA-256 of the drafts by their paths."""
    grouped: dict[tuple[int, str], list[tuple[DocumentReport, Citation]]] = {}
    for document in report.documents:
        for key, citation in _keyed(document):
            grouped.setdefault(key, []).append((document, citation))
    made = [_entry(key, cited, registers, report.on) for key, cited in grouped.items()]
    made.sort(key=lambda entry: (_place_of(entry.section), _sortable(entry.title), entry.target))
    entries = tuple(_numbered(made))
    assert sum(len(entry.cited) for entry in entries) == sum(len(document.citations) for document in report.documents)
    return Record(
        version=report.version,
        on=report.on,
        edition=report.edition,
        sha256=report.sha256,
        coverage=report.coverage,
        added=report.added,
        drafts=tuple(
            Draft(each.path, hashes.get(each.path, ""), each.complete, each.error, len(each.citations))
            for each in report.documents
        ),
        entries=entries,
        quotations=tuple(
            Held(document.path, registers.title(one.target) or one.target, one)
            for document in report.documents
            for one in document.quotations
        ),
    )


# --- which authority a citation stands under --------------------------------------------------------------------------


def _keyed(document: DocumentReport) -> Iterator[tuple[tuple[int, str], Citation]]:
    """
    Each citation with the section and target that it stands under: a number with the name that it belongs to, anything
    else with what it means; what means nothing known stands alone under its own words.
    """
    named: dict[Span, tuple[int, str]] = {}
    for citation in document.citations:
        if citation.written.belongs_to is None:
            named[citation.span] = _key(citation)
    for citation in document.citations:
        belongs_to = citation.written.belongs_to
        yield named.get(belongs_to, _key(citation)) if belongs_to else named[citation.span], citation


def _key(citation: Citation) -> tuple[int, str]:
    row = citation.authority
    target = citation.target
    if row is not None and row.target and citation.status == "verified":
        target = row.target  # one of several joined numbers is the same authority
    if target is None:
        return len(SECTIONS) - 1, " ".join(citation.text.split())
    return _section_of(target), target


def _section_of(target: str) -> int:
    head = target.partition(":")[0]
    names = [name for name, _ in SECTIONS]
    if head in ("ecthr", "cjeu"):
        return names.index(head)
    if head in _UN:
        return names.index("un")
    return names.index("national" if len(head) == 2 and head.islower() else "law")


def _place_of(section: str) -> int:
    return [name for name, _ in SECTIONS].index(section)


def _sortable(title: str) -> list[str | int]:
    """Numbers in their own order: Article 3 before Article 13."""
    pieces: list[str | int] = []
    for place, piece in enumerate(re.split(r"(\d+)", title.casefold())):
        pieces.append(int(piece[:18]) if place % 2 else piece)
    return pieces


def _numbered(entries: Iterable[Entry]) -> Iterator[Entry]:
    from attrs import evolve

    for number, entry in enumerate(entries, 1):
        yield evolve(entry, number=number)


# --- one authority ----------------------------------------------------------------------------------------------------


def _entry(
    key: tuple[int, str], cited: Sequence[tuple[DocumentReport, Citation]], registers: Registers, on: date
) -> Entry:
    section = SECTIONS[key[0]][0]
    target = "" if section == "open" else key[1]
    rows = list(dict.fromkeys(citation.authority for _, citation in cited if citation.authority))
    row = next((each for each in rows if each.target == target), None)
    if section == "law" or (row is None and target):
        row = next(iter(registers.look_up(target)), None) or row
    citations = [citation for _, citation in cited]
    status = min((citation.status for citation in citations), key=GRAVEST.index)
    title = (row.title if row is not None else registers.title(target) if target else "") or key[1]
    if title == target or citations[0].kind == "national-statute":
        title = next((citation.text for citation in citations if citation.kind == "case"), citations[0].text)
    known = rows or ([row] if row is not None else [])
    return Entry(
        number=0,
        section=section,
        target=target,
        title=" ".join(title.split()),
        citation="; ".join(dict.fromkeys(each.citation for each in known if each.citation)),
        link=(row.link if row is not None else "")
        or ("" if row is None and status == "impossible" else registers.links.of(target, row.ecli if row else "")),
        status=status,
        rests_on=tuple(dict.fromkeys(told for one in citations for told in _rests_on(one, row, registers))),
        history=tuple(dict.fromkeys(told for one in rows if (told := _history(one, on, registers)))),
        in_force=_in_force(registers.validity(target, on), on) if section == "law" else "",
        added=next((each.added for each in rows if each.added), ""),
        conflicts=registers.conflicts(target) if target else (),
        cited=tuple(_cited(document, citation) for document, citation in cited),
    )


def _cited(document: DocumentReport, citation: Citation) -> Cited:
    whole = citation.written.whole
    # Emphasis marks of Markdown open before the citation and close inside it; they are no part of it.
    written = " ".join(document.source[whole.start : whole.end].replace("*", "").split()) or citation.text
    belongs = citation.written.belongs_to is not None
    compared = (*citation.compared, *(() if belongs else _found_by(citation)))
    names = {one.part for one in compared} | _NO_PART
    left = (part for part in citation.written.parts if part.name not in names and not belongs)
    return Cited(
        draft=document.path,
        place=str(citation.place or ""),
        start=citation.start,
        end=citation.end,
        text=" ".join(citation.text.split()),
        written=written if len(written) <= _LONGEST else written[: _LONGEST - 1] + "…",
        kind=citation.kind,
        pinpoint="" if citation.kind in ("provision", "national-statute") else citation.pinpoint or "",
        status=citation.status,
        compared=compared,
        belongs=belongs,
        not_compared=tuple(dict.fromkeys(f"{part.name} “{part.value}”" for part in left)),
    )


def _found_by(citation: Citation) -> Iterator[Comparison]:
    """The number or ECLI by which the row was found, where no comparison says so."""
    row, said = citation.authority, {one.part for one in citation.compared}
    if row is None or citation.status != "verified":
        return
    for part in citation.written.parts:
        held = (
            row.numbers if part.name == "number" else (row.ecli.removeprefix("ECLI:"),) if part.name == "ecli" else ()
        )
        if part.name not in said and part.value.removeprefix("ECLI:").removesuffix(" PPU") in held:
            yield Comparison(part.name, "agrees", part.span, part.value, part.value, "", row)


# Parts that say which of several cases of one name is meant.
_TELLING = frozenset({"date", "year", "ecli", "report"})


def _rests_on(citation: Citation, row: Authority | None, registers: Registers) -> Iterator[str]:
    """What the status of one citation rests on, in sentences."""
    by_number = citation.status == "verified" and any(one.part == "number" for one in citation.compared)
    if by_number and citation.authority is not None and not any(one.part in _TELLING for one in citation.compared):
        many = registers.namesakes(citation.authority)
        if many:
            cases = "1 other case has" if many == 1 else f"{many} other cases have"
            yield f"{cases} this name; name and number agree, and nothing else that is written tells them apart."
    if citation.status in ("verified", "mismatch", "impossible"):
        held = citation.authority or row
        if held is not None:
            read = "" if held.verified else UNREAD
            yield f"register {held.register}, {held.row or held.target}: {held.source}{read}"
        elif citation.status == "impossible":
            yield "how such citations are numbered"
    if citation.coverage:
        yield citation.coverage
    elif citation.status == "unchecked" and citation.written.belongs_to is None:
        yield _why_unchecked(citation)


_NO_SUCH = frozenset(("article", verdict) for verdict in ("no-such-article", "no-such-paragraph", "no-such-point"))


def _why_unchecked(citation: Citation) -> str:
    said = {(one.part, one.verdict) for one in citation.compared}
    if citation.written.part("own"):
        return "The draft's own case; no register can have it."
    if ("history", "pending") in said:
        return "Known as pending; there is no judgment to compare it with."
    if citation.written.part("unread-name"):
        return "Parties stand beside the number and could not be read, so that they were not compared."
    if ("name", "not-held") in said:
        return "The register has this number without a name, so that the name could not be compared."
    if any(one.verdict == "not-compared" for one in citation.compared):
        return "One of the parts written could not be compared, though the register has it."
    if ("name", "shared") in said:
        return "Several cases answer to the name as written, and nothing but the number says which of them is meant."
    if ("name", "ambiguous") in said:
        return "Several cases have this name, and nothing beside it tells them apart."
    if citation.kind == "short-form" and (citation.target is None or ("back", "unresolved") in said):
        return "No earlier citation in the draft says what this short form stands for."
    if citation.kind == "short-form":
        return "As the citation that this short form stands for."
    if ("article", "unread") in said:
        return "It is in the structure of this act as the register has it, which nobody held against the text."
    if ("instrument", "unread") in said:
        return "The register has this instrument from memory only; please look it up."
    if not said.isdisjoint(_NO_SUCH):
        return "The structure of this act in the register has been verified by nobody; see what was compared."
    if citation.authority is not None:
        return "Known to the registers, but nothing is written beside it that could be compared."
    return "No register here can speak of it."


_BECAME = {
    "superseded": "The Grand Chamber gave judgment afterwards; the Chamber's judgment is no longer the last word",
    "revised": "The judgment was revised",
    "pending": "The case is pending; no judgment is known",
    "struck-out": "The application was struck out of the list",
    "annulled": "It was annulled",
    "overruled": "It was overruled",
}
_REFERRED = "Not final on the law date; the Grand Chamber decided the case again afterwards"


def _history(row: Authority, on: date, registers: Registers) -> str:
    of = f"{row.title}, {row.date}: " if row.date else ""
    came = row.later_on(on)
    says = next((later.says for later in reversed(came) if later.says), "")
    if says:
        return f"{of}{says[0].upper()}{says[1:]}."
    if not row.status or (row.later and not came):
        return f"{of}{_REFERRED}." if row.status == "superseded" and row.date <= on.isoformat() else ""
    later = registers.superseded(row) or (next(iter(registers.look_up(came[-1].by)), None) if came else None)
    told = _BECAME.get(row.status, row.status.replace("-", " ").capitalize())
    return f"{of}{told}{f': {later.citation or later.title}' if later else ''}."


def _in_force(validity: Validity, on: date) -> str:
    """Whether an act governed on the law date, with its days as far as they are known."""
    day = on.isoformat()
    words = {
        "governs": f"In force on {day}",
        "not-yet": f"{_NOT_IN_FORCE[0]} on {day}",
        "repealed": f"{_NOT_IN_FORCE[1]} on {day}",
    }
    told = words.get(validity.verdict)
    if told is None:
        return f"Whether it was in force on {day} is not known here."
    days = [f"since {validity.since.isoformat()}"] if validity.since else []
    days += [f"until the day before {validity.until.isoformat()}"] if validity.until else []
    after = f"; followed by {validity.successor}" if validity.successor else ""
    checked = "" if validity.verified else " (dates verified by nobody)"
    between = f" ({', '.join(days)})" if days else ""
    return f"{told}{between}{after}{checked}."
