"""What the other commands print for people: a register row, suggestions, a rule's page."""

from __future__ import annotations

from typing import TYPE_CHECKING

from refoulement_lint.reporters.authorities import source_told, support_told
from refoulement_lint.reporters.console import Page

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence
    from typing import Any

    from refoulement_lint.model import AddedRegister, Addition, Authority, Holding, Support


def authority_page(authority: Authority, conflicts: Sequence[str] = ()) -> str:
    """What a register row says, one field a line; *conflicts* are what added registers say against it."""
    page = Page(colour=False, width=100)
    page.paragraph("", authority.title, indent=0)
    kept = (
        ("target: ", authority.target),
        ("cite as: ", authority.citation),
        ("numbers: ", ", ".join(authority.numbers)),
        ("date: ", authority.date),
        ("formation: ", " ".join(part for part in (authority.formation, authority.decision) if part)),
        ("ECLI: ", authority.ecli),
        ("respondent: ", ", ".join(authority.respondent)),
        ("status: ", authority.status),
        ("read it at: ", authority.link),
        ("source: ", source_told(authority.source or f"{authority.register} {authority.row}".strip())),
        ("where ours is blank: ", _filled_from(authority)),
        *(("but: ", conflict) for conflict in conflicts),
    )
    for label, value in kept:
        if value:
            page.paragraph(label, value)
    for proposition in authority.propositions:
        at = f" ({proposition.pinpoint})" if proposition.pinpoint else ""
        page.paragraph(
            "stands for: ", f"{proposition.says}{at}{'' if proposition.verified else '; not checked against the text'}"
        )
    return "\n".join(page.lines) + "\n"


def _filled_from(authority: Authority) -> str:
    """The added register that fills blanks of a row of ours; empty where the source says it already."""
    told = f"the added register {authority.added}"
    return told if authority.added and source_told(authority.source) != told else ""


def support_lines(supports: Sequence[Support]) -> str:
    """Suggestions for a reader, best first, with their side."""
    page = Page(colour=False, width=100)
    for number, support in enumerate(supports, start=1):
        page.paragraph(f"{number}. {support.side}: ", support_told(support), indent=0)
        if support.why:
            page.paragraph("why: ", support.why)
        if support.answer:
            page.paragraph("answer: ", support.answer)
    return "\n".join(page.lines) + "\n" if page.lines else "Nothing in the registers fits what this draft says.\n"


def rule_page(name: str, page: Mapping[str, Any]) -> str:
    """The page of a rule: what it says, why, what it rests on, and its examples."""
    out = Page(colour=False, width=100)
    out.line(f"{name} ({page['severity']}, fix: {page['fix']}, since {page['since']})")
    out.paragraph("", page["title"])
    out.line()
    out.paragraph("message: ", page["message"])
    for paragraph in str(page.get("why", "")).strip().split("\n\n"):
        if paragraph:
            out.line()
            out.paragraph("", paragraph)
    for ground in page.get("authority", ()):
        out.line()
        out.paragraph("rests on: ", f"{ground['cite']}: {ground['says']} ({ground['source']})")
    for label in ("bad", "good"):
        for example in page.get(label, ()):
            out.line()
            out.paragraph(f"{label}: ", str(example.get("text", "")))
    return "\n".join(out.lines) + "\n"


def registers_page(edition: str, ours: Iterable[Holding], theirs: Sequence[AddedRegister], place: str) -> str:
    """Each register with its reach: ours, then those that the user added, with the *place* where they are kept."""
    page = Page(colour=False, width=100)
    page.paragraph("", f"Registers of {edition}", indent=0)
    for coverage, kinds, source in ours:
        page.line()
        rows = f", {coverage.rows:,} rows" if coverage.rows else ""
        page.paragraph(f"{coverage.register}: ", f"{coverage.since} to {coverage.until}{rows}")
        for label, told in (("kinds: ", kinds), ("holds: ", coverage.says), ("source: ", source)):
            if told:
                page.paragraph(label, told, indent=4)
    page.line()
    page.paragraph("", f"Added registers, in {place}" if theirs else f"No added registers{_kept_in(place)}", indent=0)
    for added in theirs:
        page.line()
        page.paragraph(f"{added.name}: ", added.says)
        if added.conflicts:
            page.paragraph("", f"{added.conflicts:,} of its rows contradict ours; look-up shows where", indent=4)
    return "\n".join(page.lines) + "\n"


def _kept_in(place: str) -> str:
    return f"; they would be kept in {place}" if place else " (left out)"


def addition_page(addition: Addition) -> str:
    """What an addition came to: what went in, what did not, and each bad row with its line."""
    page = Page(colour=False, width=100)
    added = addition.register
    page.paragraph("", f"Added {added.name}: {added.rows:,} of {addition.read:,} rows read", indent=0)
    page.paragraph("", added.says)
    if addition.known:
        page.paragraph("", f"{addition.known:,} say what our registers say")
    for what, count in addition.left_out:
        page.paragraph("", f"{count:,} left out: {what}")
    for conflict in addition.conflicts:
        page.paragraph("contradicts ours: ", conflict)
    for row in addition.bad:
        page.paragraph(f"line {row.line}: ", row.reason)
    if addition.bad:
        many = "1 bad row was" if len(addition.bad) == 1 else f"{len(addition.bad):,} bad rows were"
        page.paragraph("", f"{many} left out; the rest went in.", indent=0)
    return "\n".join(page.lines) + "\n"
