"""The report for people at a terminal: each finding with the words it is about, why, and what to do."""

from __future__ import annotations

import textwrap
from collections import Counter
from typing import TYPE_CHECKING

from refoulement_lint.reporters.excerpt import columns, excerpt, shown

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence
    from typing import Any

    from refoulement_lint.model import Authority, DocumentReport, Finding, Fix, Report, Support, Treatment

_COLOURS = {"error": "1;31", "warning": "1;33", "note": "1;36", "strong": "1", "faint": "2"}
_STATUS_WORDS = {
    "verified": "found in the registers and in agreement with them",
    "mismatch": "at odds with the registers",
    "impossible": "that cannot exist",
    "not-in-register": "not in the registers",
    "unchecked": "that no register here covers, not checked",
}
_NARROWEST = 40


def render(
    report: Report, *, colour: bool = False, width: int = 100, verbose: bool = False, summary: bool = True
) -> str:
    """
    The whole report as lines of at most *width* columns, where words allow.

    Args:
        report: Of one or more documents.
        colour: Whether to use the terminal's colours.
        width: Columns of the terminal.
        verbose: Also shows all arguments that were made, and coverage sentences in full.
        summary: Whether to close with counts, arguments and what the registers hold.
    """
    page = _Page(colour, max(width, _NARROWEST))
    for document in report.documents:
        for finding in document.findings:
            page.finding(document, finding)
        if document.error:
            page.line(f"{page.paint('error', 'not checked whole')} {shown(document.error)}")
            page.line()
    if summary:
        for document in report.documents:
            if not document.error or document.citations or document.findings:
                page.document(document, report, verbose)
        page.closing(report, verbose)
    return "\n".join(page.lines).rstrip("\n") + "\n" if page.lines else ""


class _Page:
    """Lines so far, and how to set them."""

    def __init__(self, colour: bool, width: int) -> None:
        self.lines: list[str] = []
        self._colour = colour
        self._width = width

    def paint(self, name: str, text: str) -> str:
        return f"\x1b[{_COLOURS[name]}m{text}\x1b[0m" if self._colour else text

    def line(self, text: str = "") -> None:
        self.lines.append(text)

    def paragraph(self, label: str, text: str, *, indent: int = 2) -> None:
        """*text* wrapped, behind *label*, later lines below its first word."""
        first = " " * indent + label
        wrapped = textwrap.wrap(
            shown(text),
            width=self._width,
            initial_indent=" " * len(first),
            subsequent_indent=" " * min(len(first), indent + 9),
            break_long_words=False,
            break_on_hyphens=False,
        )
        head, *rest = wrapped or [first]
        self.line(" " * indent + (self.paint("strong", label) if label else "") + head[len(first) :])
        self.lines += rest

    def finding(self, document: DocumentReport, finding: Finding) -> None:
        place = f":{shown(str(finding.place))}" if finding.place else ""
        severity = self.paint(finding.severity if finding.severity in _COLOURS else "strong", finding.severity)
        self.line(f"{self.paint('strong', shown(document.path) + place)} {severity} {shown(finding.rule)}")
        self.paragraph("", finding.message)
        self._excerpt(document, finding)
        for why in finding.because:
            self.paragraph("why: ", f"{why.says} ({why.source})" if why.source else why.says)
        if finding.fix:
            for told in _fixes(document.source, finding.fix):
                self.paragraph("fix: " if finding.fix.safety == "safe" else "perhaps: ", told)
        for side, label in (("for", "support: "), ("against", "against: ")):
            for support in finding.support:
                if support.side == side:
                    self.paragraph(label, _support(support))
        if finding.related and finding.place and not finding.place.part:
            self.paragraph(
                "see also: ", ", ".join(_line_column(document.source, at.start) for at in finding.related[:8])
            )
        self.line()

    def _excerpt(self, document: DocumentReport, finding: Finding) -> None:
        if not document.source or finding.end > len(document.source):
            return
        gutter = 8
        cut = excerpt(document.source, finding.span, width=self._width - gutter - 2)
        if not (cut.before + cut.marked + cut.after).strip():
            return
        number = str(cut.line) if finding.place and not finding.place.part else ""
        carets = self.paint(
            finding.severity if finding.severity in _COLOURS else "strong", "^" * max(columns(cut.marked.rstrip()), 1)
        )
        bar = self.paint("faint", "|")
        self.line(f"{'':>{gutter - 2}} {bar}")
        self.line(f"{number:>{gutter - 2}} {bar} {cut.before}{cut.marked}{cut.after}")
        self.line(f"{'':>{gutter - 2}} {bar} {' ' * columns(cut.before)}{carets}")

    def document(self, document: DocumentReport, report: Report, verbose: bool) -> None:
        """Forum and State, citations by status, and the table of arguments of one document."""
        self.line(self.paint("strong", shown(document.path)))
        guessed = " (guessed)" if document.forum_from == "guessed" else ""
        forum = (
            "forum unknown (give it with --forum)"
            if document.forum == "unknown"
            else f"forum {document.forum}{guessed}"
        )
        state = document.state or "not known"
        self.paragraph("", f"{forum}, State {state}, law as of {report.on.isoformat()}")
        if document.citations:
            counted = Counter(citation.status for citation in document.citations)
            told = "; ".join(f"{counted[status]} {words}" for status, words in _STATUS_WORDS.items() if counted[status])
            self.paragraph("", f"{_many(len(document.citations), 'citation')}: {told}")
        elif document.complete:
            self.paragraph("", "no citations")
        treatments = [
            treatment for treatment in document.arguments if verbose or _open(treatment) or treatment.called_for_by
        ]
        if treatments:
            self._table(treatments, most=len(document.citations) if verbose else 2)
        self.line()

    def _table(self, treatments: Sequence[Treatment], most: int) -> None:
        head = ("argument", "called for by", "treatment", "cited", "adverse, not met")
        rows = [
            (
                treatment.id,
                ", ".join(treatment.called_for_by) or ("the forum" if treatment.core else "—"),
                treatment.treatment,
                _few(treatment.authorities_cited, most) or "—",
                ", ".join(treatment.adverse_unmet) or "—",
            )
            for treatment in treatments
        ]
        widths = self._widths(head, rows)
        for row in (head, *rows):
            cells = [
                textwrap.wrap(shown(cell), width, break_on_hyphens=False)
                for cell, width in zip(row, widths, strict=True)
            ]
            for level in range(max(map(len, cells))):
                parts = [cell[level] if level < len(cell) else "" for cell in cells]
                text = "  ".join(part.ljust(width) for part, width in zip(parts, widths, strict=True)).rstrip()
                self.line("  " + (self.paint("faint", text) if row is head else text))

    def _widths(self, head: Sequence[str], rows: Iterable[Sequence[str]]) -> list[int]:
        """Column widths: what the longest cell wants, the widest columns giving way until the table fits."""
        widths = [max(map(len, column)) for column in zip(head, *rows, strict=True)]
        while sum(widths) + 2 * len(widths) > self._width and max(widths) > 10:
            widths[widths.index(max(widths))] -= 1
        return widths

    def closing(self, report: Report, verbose: bool) -> None:
        """Totals, what a negative answer rests on, and whether the report is whole."""
        counted = Counter(finding.severity for finding in report)
        if len(report):
            by_severity = ", ".join(
                _many(counted[name], name) for name in ("error", "warning", "note") if counted[name]
            )
            self.paragraph(
                "",
                f"{_many(len(report), 'finding')} in {_many(len(report.documents), 'document')}: {by_severity}",
                indent=0,
            )
        elif report.complete:
            self.paragraph(
                "",
                f"No findings in {_many(len(report.documents), 'document')}; what was looked at is said above.",
                indent=0,
            )
        held = "; ".join(
            f"{each.register} {each.since} to {each.until}, {each.rows:,} rows"
            + (f" ({each.says})" if verbose and each.says else "")
            for each in report.coverage
        )
        self.paragraph("", f"Registers of {report.edition}{': ' + held if held else ''}", indent=0)
        if not report.complete:
            self.line(self.paint("error", "The report is incomplete: not everything could be read or checked."))


def _open(treatment: Treatment) -> bool:
    return treatment.treatment != "made" or bool(treatment.adverse_unmet)


def _few(targets: Sequence[str], most: int) -> str:
    more = f" and {len(targets) - most} more" if len(targets) > most else ""
    return ", ".join(targets[:most]) + more


def _many(count: int, noun: str) -> str:
    return f"{count} {noun}" if count == 1 else f"{count} {noun}s"


def _fixes(source: str, fix: Fix) -> list[str]:
    told: list[str] = []
    for edit in fix.edits:
        written = source[edit.span.start : edit.span.end]
        if not edit.replacement:
            told.append(f'delete "{written}"')
        elif not written:
            told.append(f'insert "{edit.replacement}"')
        else:
            told.append(f'write "{edit.replacement}" instead of "{written}"')
    return told


def _support(support: Support) -> str:
    pinpoint = f", {support.pinpoint}" if support.pinpoint and support.pinpoint not in support.citation else ""
    checked = "" if support.verified else "; not checked against the text"
    return f"{support.citation}{pinpoint}: {support.says} ({support.source}{checked})"


def _line_column(source: str, offset: int) -> str:
    return f"{source.count(chr(10), 0, offset) + 1}:{offset - source.rfind(chr(10), 0, offset)}"


# --- pages of the other commands --------------------------------------------------------------------------------------


def authority_page(authority: Authority) -> str:
    """What a register row says, one field a line."""
    page = _Page(colour=False, width=100)
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
        ("source: ", authority.source or f"{authority.register} {authority.row}".strip()),
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
    page = _Page(colour=False, width=100)
    for number, support in enumerate(supports, start=1):
        page.paragraph(f"{number}. {support.side}: ", _support(support), indent=0)
        if support.why:
            page.paragraph("why: ", support.why)
    return "\n".join(page.lines) + "\n" if page.lines else "Nothing in the registers fits what this draft says.\n"


def rule_page(name: str, page: Mapping[str, Any]) -> str:
    """The page of a rule: what it says, why, what it rests on, and its examples."""
    out = _Page(colour=False, width=100)
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
