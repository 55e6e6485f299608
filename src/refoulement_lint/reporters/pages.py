"""What the other commands print for people: a register row, suggestions, a rule's page."""

from __future__ import annotations

from typing import TYPE_CHECKING

from refoulement_lint.reporters.authorities import source_told, support_told
from refoulement_lint.reporters.console import Page

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from typing import Any

    from refoulement_lint.model import Authority, Support


def authority_page(authority: Authority) -> str:
    """What a register row says, one field a line."""
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


def support_lines(supports: Sequence[Support]) -> str:
    """Suggestions for a reader, best first, with their side."""
    page = Page(colour=False, width=100)
    for number, support in enumerate(supports, start=1):
        page.paragraph(f"{number}. {support.side}: ", support_told(support), indent=0)
        if support.why:
            page.paragraph("why: ", support.why)
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
