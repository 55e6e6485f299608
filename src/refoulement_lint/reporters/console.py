"""The report for people at a terminal: each finding with the words it is about, why, and what to do."""

from __future__ import annotations

import textwrap
from collections import Counter
from typing import TYPE_CHECKING

from refoulement_lint.reporters import table
from refoulement_lint.reporters.authorities import answer_told, best_first, reasons_told, support_told
from refoulement_lint.reporters.changes import changes_told
from refoulement_lint.reporters.excerpt import columns, excerpt, shown
from refoulement_lint.reporters.tally import authorities, tally, to_look_up
from refoulement_lint.reporters.uncompared import not_compared

if TYPE_CHECKING:
    from collections.abc import Sequence

    from refoulement_lint.model import DocumentReport, Finding, Report, Treatment

_COLOURS = {"error": "1;31", "warning": "1;33", "note": "1;36", "strong": "1", "faint": "2"}
_NARROWEST = 40
# How many authorities for a point, and how many against it, a reader wants to see at once; a note names one for it.
_MOST_SUPPORT = 3
_MOST_FOR_A_NOTE = 1
# How many citations that nobody checked are named before a reader asks for all.
_MOST_LEFT = 12


def render(
    report: Report, *, colour: bool = False, width: int = 100, verbose: bool = False, summary: bool = True
) -> str:
    """
    The whole report as lines of at most *width* columns, where words allow.

    Args:
        report: Of one or more documents.
        colour: Whether to use the terminal's colours.
        width: Columns of the terminal.
        verbose: Also shows every authority, all arguments that were made, and coverage sentences in full.
        summary: Whether to close with counts, arguments and what the registers hold.
    """
    page = Page(colour, max(width, _NARROWEST))
    for document in report.documents:
        for finding in document.findings:
            page.finding(document, finding, verbose)
        if document.error:
            page.line(f"{page.paint('error', 'not checked whole')} {shown(document.error)}")
            page.line()
    if summary:
        for document in report.documents:
            if not document.error or document.citations or document.findings:
                page.document(document, report, verbose)
        page.closing(report, verbose)
    return "\n".join(page.lines).rstrip("\n") + "\n" if page.lines else ""


class Page:
    """Lines so far, and how to set them."""

    def __init__(self, colour: bool, width: int) -> None:
        self.lines: list[str] = []
        self._colour = colour
        self._width = width

    def paint(self, name: str, text: str) -> str:
        """*text* in the colour of that name, where there are colours."""
        return f"\x1b[{_COLOURS[name]}m{text}\x1b[0m" if self._colour else text

    def line(self, text: str = "") -> None:
        """One more line."""
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

    def finding(self, document: DocumentReport, finding: Finding, verbose: bool) -> None:
        """Place, rule, message, the words meant, why, what to do, and authorities for and against."""
        place = f":{shown(str(finding.place))}" if finding.place else ""
        severity = self.paint(finding.severity if finding.severity in _COLOURS else "strong", finding.severity)
        self.line(f"{self.paint('strong', shown(document.path) + place)} {severity} {shown(finding.rule)}")
        self.paragraph("", finding.message)
        self._excerpt(document, finding)
        for why in reasons_told(finding):
            self.paragraph("why: ", why)
        if finding.fix:
            for told in changes_told(document.source, finding.fix):
                self.paragraph("fix: " if finding.fix.safety == "safe" else "perhaps: ", told)
        for side, label in (("for", "support: "), ("against", "against: ")):
            of_side = [support for support in finding.support if support.side == side and not support.corpus]
            ranked = best_first(of_side, document.forum, document.state)
            most = _MOST_FOR_A_NOTE if side == "for" and finding.severity == "note" else _MOST_SUPPORT
            kept = ranked if verbose else ranked[:most]
            for support in kept:
                self.paragraph(label, support_told(support))
                if answer := answer_told(support) if verbose or support.target == finding.target else []:
                    self.paragraph("answer: ", answer[0])
                    for rests_on in answer[1:] if verbose else ():
                        self.paragraph("", rests_on)
            if len(kept) < len(ranked):
                self.line(f"{'':{2 + len(label)}}and {len(ranked) - len(kept)} more (--verbose)")
        for support in finding.support:
            if support.corpus:
                self.paragraph("excerpt: ", support_told(support))
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
        state = document.state or "not known (give it with --state)"
        if document.state and document.state_from == "guessed":
            state += " (guessed)"
        self.paragraph("", f"{forum}, State {state}, law as of {report.on.isoformat()}")
        if document.citations:
            number = sum(1 for _ in authorities(document.citations))
            self.paragraph("", f"{_many(number, 'citation')}: {'; '.join(tally(document.citations))}")
            self._left(document, verbose)
            self._added(document)
        elif document.complete:
            self.paragraph("", "no citations")
        untold = [one.target for one in document.quotations if one.verdict == "no-source"]
        if untold:
            self.paragraph("", not_compared([document.titles.get(target) or target for target in untold]))
        treatments = [
            treatment for treatment in document.arguments if verbose or _open(treatment) or treatment.called_for_by
        ]
        if treatments:
            self._table(document, treatments, verbose)
        self.line()

    def _left(self, document: DocumentReport, verbose: bool) -> None:
        """Which citations nobody checked, each with its line."""
        left = to_look_up(document.citations)
        kept = left if verbose else left[:_MOST_LEFT]
        # Without the marks of emphasis in which a draft in Markdown puts half of a citation.
        named = [
            f"{citation.text.replace('*', '')} ({_line_column(document.source, citation.start)})" for citation in kept
        ]
        if len(kept) < len(left):
            named.append(f"and {len(left) - len(kept)} more (--verbose)")
        if named:
            self.paragraph("look up: ", "; ".join(named))

    def _added(self, document: DocumentReport) -> None:
        """How many citations rest on registers that the user added, and on which."""
        resting = Counter(
            citation.authority.added
            for citation in document.citations
            if citation.authority and citation.written.belongs_to is None
        )
        for name in sorted(set(resting) - {""}):
            self.paragraph("", f"{_many(resting[name], 'citation')} of these resting on the added register {name}")

    def _table(self, document: DocumentReport, treatments: Sequence[Treatment], verbose: bool) -> None:
        rows = [table.cells(treatment, document.titles, names=verbose) for treatment in treatments]
        head, *body = table.lines([table.HEAD, *rows], self._width - 2)
        self.line("  " + self.paint("faint", head))
        self.lines += ["  " + line for line in body]

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
            f"{each.register} {each.since} to {each.until}"
            + (f" (complete to {each.complete})" if each.complete and each.complete < each.until else "")
            + f", {each.rows:,} rows"
            + (f" ({each.says})" if verbose and each.says else "")
            for each in report.coverage
        )
        self.paragraph("", f"Registers of {report.edition}{': ' + held if held else ''}", indent=0)
        for added in report.added:
            self.paragraph("", f"Added register {added.name}: {added.says}", indent=0)
        if report.corpus is not None:
            place, documents, paragraphs = report.corpus
            self.paragraph(
                "", f"Your own corpus: {_many(documents, 'document')}, {paragraphs:,} paragraphs ({place})", indent=0
            )
        if not report.complete:
            self.line(self.paint("error", "The report is incomplete: not everything could be read or checked."))


def _open(treatment: Treatment) -> bool:
    return treatment.treatment != "made" or bool(treatment.adverse_unmet)


def _many(count: int, noun: str) -> str:
    return f"{count} {noun}" if count == 1 else f"{count} {noun}s"


def _line_column(source: str, offset: int) -> str:
    return f"{source.count(chr(10), 0, offset) + 1}:{offset - source.rfind(chr(10), 0, offset)}"
