"""The report as one HTML page that loads nothing, runs nothing and links to nothing."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING

from refoulement_lint.reporters import svg, table
from refoulement_lint.reporters.authorities import answer_told, best_first, reasons_told, support_told
from refoulement_lint.reporters.changes import changes_told
from refoulement_lint.reporters.excerpt import excerpt, shown

if TYPE_CHECKING:
    from refoulement_lint.model import DocumentReport, Finding, Report

_STYLE = """
body{font:16px/1.5 Georgia,serif;max-width:62rem;margin:2rem auto;padding:0 1rem;color:#1a1a1a;background:#fff}
h1{font-size:1.5rem}h2{font-size:1.2rem;border-bottom:1px solid #bbb;overflow-wrap:anywhere}
article{margin:1.2rem 0;padding:.4rem 1rem;border-left:4px solid #888;background:#f7f7f5}
article.error{border-color:#a40000}article.warning{border-color:#9a6700}article.note{border-color:#0b5cad}
.place,footer{font:13px/1.4 ui-monospace,monospace;color:#444}
blockquote{margin:.5rem 0;padding:.3rem .6rem;background:#fff;border:1px solid #ddd;overflow-wrap:anywhere}
mark{background:#ffe08a;padding:0 .1em}table{border-collapse:collapse;font-size:.9rem}
th,td{text-align:left;vertical-align:top;border-bottom:1px solid #ccc;padding:.2rem .8rem .2rem 0}
figure{margin:1rem 0}figure svg{max-width:100%;height:auto}
dl{margin:.4rem 0}dt{font-weight:bold;float:left;clear:left;width:5.5rem}dd{margin:0 0 .2rem 5.5rem}
"""
_POLICY = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'"


def render(report: Report) -> str:
    """One page, complete in itself; every word of the documents and registers is escaped, no address becomes a link."""
    documents = "\n".join(_document(document, report) for document in report.documents)
    whole = (
        "" if report.complete else "<p><strong>The report is incomplete: not everything could be read.</strong></p>\n"
    )
    held = "; ".join(f"{each.register} {each.since} to {each.until}, {each.rows:,} rows" for each in report.coverage)
    held += "".join(f". Added register {each.name}: {each.says}" for each in report.added)
    return (
        '<!DOCTYPE html>\n<html lang="en">\n<head>\n<meta charset="utf-8">\n'
        f'<meta http-equiv="Content-Security-Policy" content="{_POLICY}">\n'
        '<meta name="referrer" content="no-referrer">\n<meta name="viewport" content="width=device-width">\n'
        f"<title>refoulement-lint</title>\n<style>{_STYLE}</style>\n</head>\n<body>\n"
        f"<h1>{len(report)} finding{'' if len(report) == 1 else 's'}</h1>\n{whole}{documents}\n"
        f"<footer>refoulement-lint {_safe(report.version)}, law as of {report.on.isoformat()}, "
        f"registers of {_safe(report.edition)}{': ' + _safe(held) if held else ''}{_own_corpus(report)}"
        "</footer>\n</body>\n</html>\n"
    )


def _own_corpus(report: Report) -> str:
    if report.corpus is None:
        return ""
    place, documents, paragraphs = report.corpus
    return f"; your own corpus: {documents:,} documents, {paragraphs:,} paragraphs ({_safe(place)})"


def _safe(text: str) -> str:
    return escape(shown(text), quote=True)


def _document(document: DocumentReport, report: Report) -> str:
    guessed = " (guessed)" if document.forum_from == "guessed" else ""
    state = document.state or "not known"
    if document.state and document.state_from == "guessed":
        state += " (guessed)"
    about = f"forum {document.forum}{guessed}, State {state}, {len(document.citations)} citations"
    parts = [f"<section>\n<h2>{_safe(document.path)}</h2>", f'<p class="place">{_safe(about)}</p>']
    if document.error:
        parts.append(f"<p><strong>Not checked whole:</strong> {_safe(document.error)}</p>")
    if document.arguments:
        parts.append(f"<figure>{svg.picture(document)}</figure>")
    parts += [_finding(document, finding) for finding in document.findings]
    if document.arguments:
        parts.append(_arguments(document))
    return "\n".join([*parts, "</section>"])


def _finding(document: DocumentReport, finding: Finding) -> str:
    severity = finding.severity if finding.severity in ("error", "warning", "note") else "note"
    parts = [
        f'<article class="{severity}">',
        f'<p class="place">{_safe(str(finding.place or ""))} {severity} {_safe(finding.rule)}</p>',
        f"<p>{_safe(finding.message)}</p>",
    ]
    if document.source and finding.end <= len(document.source):
        cut = excerpt(document.source, finding.span, width=220)
        parts.append(
            f"<blockquote>{escape(cut.before)}<mark>{escape(cut.marked)}</mark>{escape(cut.after)}</blockquote>"
        )
    parts.append("<dl>")
    parts += [f"<dt>why</dt><dd>{_safe(why)}</dd>" for why in reasons_told(finding)]
    if finding.fix:
        label = "fix" if finding.fix.safety == "safe" else "perhaps"
        parts += [f"<dt>{label}</dt><dd>{_safe(told)}</dd>" for told in changes_told(document.source, finding.fix)]
    ranked = best_first(finding.support, document.forum, document.state)
    for support in sorted(ranked, key=lambda each: each.side == "against"):
        label = "excerpt" if support.corpus else "against" if support.side == "against" else "support"
        parts.append(f"<dt>{label}</dt><dd>{_safe(support_told(support))}</dd>")
        if answer := answer_told(support):
            parts.append(f"<dt>answer</dt><dd>{'<br>'.join(map(_safe, answer))}</dd>")
    return "\n".join([*parts, "</dl>", "</article>"])


def _arguments(document: DocumentReport) -> str:
    rows = [
        "<tr>"
        + "".join(f"<td>{_safe(cell)}</td>" for cell in table.cells(treatment, document.titles, names=True))
        + "</tr>"
        for treatment in document.arguments
    ]
    head = "<tr>" + "".join(f"<th>{name}</th>" for name in table.HEAD) + "</tr>"
    return "\n".join(["<table>", head, *rows, "</table>"])
