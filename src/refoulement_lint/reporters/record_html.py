"""The verification record as one page to print: it loads nothing, runs nothing, and links to publishers only."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING

from refoulement_lint.record import SECTIONS
from refoulement_lint.reporters import record_words as words
from refoulement_lint.reporters.excerpt import shown

if TYPE_CHECKING:
    from refoulement_lint.record import Cited, Entry, Record

_STYLE = """
body{font:15px/1.45 Georgia,"Liberation Serif",serif;max-width:52rem;margin:2rem auto;padding:0 1.2rem;color:#111;
background:#fff}
h1{font-size:1.5rem;margin:0 0 .6rem}h2{font-size:1.15rem;margin:1.8rem 0 .5rem;border-bottom:1px solid #666}
h3{font-size:1rem;margin:0 0 .25rem;overflow-wrap:anywhere}p{margin:.4rem 0}
table{border-collapse:collapse;width:100%;font-size:.92rem;margin:.6rem 0}
th,td{text-align:left;vertical-align:top;padding:.2rem .7rem .2rem 0;border-bottom:1px solid #bbb}
td{overflow-wrap:anywhere}article table{table-layout:fixed}article td:first-child{width:24%}
article td:last-child{width:16%}
td.n,th.n{text-align:right}
dl{margin:.2rem 0;font-size:.92rem}dt{float:left;clear:left;width:8.2rem;color:#444}
dd{margin:0 0 .1rem 8.4rem;overflow-wrap:anywhere}
article{margin:.9rem 0;padding:.1rem 0 .4rem .8rem;border-left:3px solid #777;break-inside:avoid}
article.mismatch,article.impossible{border-left:6px double #000}
article.not-in-register,article.unchecked{border-left-style:dashed}
.status{font-variant:small-caps;font-weight:normal;border:1px solid #555;padding:0 .4em;margin-left:.4em;
white-space:nowrap}
.box{float:right;font-size:.85rem;color:#444}
code{font:12px/1.3 "DejaVu Sans Mono",monospace;overflow-wrap:anywhere}
.warn{border:2px solid #000;padding:.4rem .7rem;font-weight:bold}
.sign td{height:2.6rem;border-bottom:1px solid #000}.sign th{border:0;width:7rem;vertical-align:bottom}
@page{margin:18mm 16mm}
@media print{body{margin:0;padding:0;max-width:none;font-size:10.5pt}h2{break-after:avoid}a{color:inherit;
text-decoration:none}.sign{break-inside:avoid}}
"""
_POLICY = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'"


def render(record: Record) -> str:
    """One page, complete in itself; every word of drafts and registers is escaped."""
    parts = [
        f'<!DOCTYPE html>\n<!-- {words.MARK} -->\n<html lang="en">\n<head>\n<meta charset="utf-8">',
        f'<meta http-equiv="Content-Security-Policy" content="{_POLICY}">',
        '<meta name="referrer" content="no-referrer">\n<meta name="viewport" content="width=device-width">',
        f"<title>{words.TITLE}</title>\n<style>{_STYLE}</style>\n</head>\n<body>\n<h1>{words.TITLE}</h1>",
    ]
    if not record.complete:
        parts.append('<p class="warn">This record is incomplete: not every draft could be read and checked whole.</p>')
    parts += [f"<p>{_safe(words.ABOUT)}</p>", _head(record), f"<p><strong>{_safe(words.totals(record))}</strong></p>"]
    parts.append(_counts(record))
    look = words.to_look_at(record)
    if look:
        parts.append("<h2>To be looked at</h2>\n<table>")
        parts += [
            f'<tr><td class="n">{entry.number}</td><td>{words.why_looked_at(entry)}</td>'
            f"<td>{_safe(entry.title)}</td></tr>"
            for entry in look
        ]
        parts.append("</table>")
    for name, heading in SECTIONS:
        entries = [entry for entry in record.entries if entry.section == name]
        if entries:
            parts.append(f"<section>\n<h2>{heading}</h2>")
            parts += map(_entry, entries)
            parts.append("</section>")
    if record.quotations:
        parts.append("<h2>Quotations</h2>\n<table>")
        parts += [
            f"<tr><td>{_safe(place)}</td><td>“{_safe(text)}”<br><small>{_safe(title)}</small></td><td>{told}</td></tr>"
            for place, text, title, told in words.quotations_told(record)
        ]
        parts.append("</table>")
        if told := words.uncompared_told(record):
            parts.append(f"<p>{_safe(told)}.</p>")
    parts.append("<h2>Registers</h2>\n<dl>")
    parts += [f"<dt>{_safe(name)}</dt><dd>{_safe(told)}</dd>" for name, told in words.registers_told(record)]
    parts.append(f'</dl>\n<h2>Reviewed</h2>\n<p>{_safe(words.DECLARATION)}</p>\n<table class="sign">')
    parts += [f"<tr><th>{label}</th><td></td></tr>" for label in words.SIGNATURE]
    return "\n".join([*parts, "</table>\n</body>\n</html>\n"])


def _safe(text: str) -> str:
    return escape(shown(text), quote=True)


def _head(record: Record) -> str:
    rows = [
        ("Law as of", record.on.isoformat()),
        ("Program", f"refoulement-lint {record.version}"),
        ("Registers", f"edition of {record.edition}, SHA-256 {record.sha256}"),
        *((f"Draft {path}", told) for path, told in words.drafts_told(record)),
    ]
    return "\n".join(
        ["<table>", *(f"<tr><th>{_safe(label)}</th><td>{_safe(told)}</td></tr>" for label, told in rows), "</table>"]
    )


def _counts(record: Record) -> str:
    rows = [
        f'<tr><td>{words.STATUS[status]}</td><td class="n">{authorities}</td><td class="n">{citations}</td>'
        f"<td>{words.MEANS[status]}</td></tr>"
        for status, (authorities, citations) in record.counted().items()
    ]
    head = '<tr><th>Status</th><th class="n">Authorities</th><th class="n">Citations</th><th>Meaning</th></tr>'
    return "\n".join(["<table>", head, *rows, "</table>"])


def _entry(entry: Entry) -> str:
    parts = [
        f'<article class="{entry.status}">\n<span class="box">☐ read in its source</span>',
        f'<h3>{entry.number}. {_safe(entry.title)} <span class="status">{words.STATUS[entry.status]}</span></h3>\n<dl>',
    ]
    parts += [f"<dt>{label}</dt><dd>{_safe(text)}</dd>" for label, text in words.facts_of(entry)]
    if entry.link.startswith("https://"):
        link = escape(entry.link, quote=True)
        parts.append(f'<dt>Read it at</dt><dd><a href="{link}" rel="noreferrer noopener">{link}</a></dd>')
    parts.append("</dl>\n<table>")
    parts += (_cited(each, numbers) for each, numbers in words.places_of(entry))
    return "\n".join([*parts, "</table>\n</article>"])


def _cited(cited: Cited, numbers: str) -> str:
    written = cited.written + words.pinpoint_of(cited)
    beside = f"<br><small>numbers: {_safe(numbers)}</small>" if numbers else ""
    return (
        f"<tr><td>{_safe(cited.draft)}<br>{_safe(cited.place)}</td>"
        f"<td>“{_safe(written)}”<br><small>{_safe(words.compared_told(cited))}</small>{beside}</td>"
        f"<td>{words.STATUS[cited.status]}</td></tr>"
    )
