"""The verification record in Markdown."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from refoulement_lint.record import SECTIONS
from refoulement_lint.reporters import record_words as words
from refoulement_lint.reporters.excerpt import shown

if TYPE_CHECKING:
    from refoulement_lint.record import Entry, Record

_BLANK = r"\_" * 40


def render(record: Record) -> str:
    """The whole record; nothing that a draft says can become a heading, a link or markup."""
    lines = [f"<!-- {words.MARK} -->", "", f"# {words.TITLE}", ""]
    if not record.complete:
        lines += ["**This record is incomplete: not every draft could be read and checked whole.**", ""]
    lines += [_plain(words.ABOUT), "", f"- Law as of {record.on.isoformat()}"]
    lines += [f"- refoulement-lint {_plain(record.version)}, registers of {_plain(record.edition)}"]
    lines += [f"- SHA-256 of the registers: `{_plain(record.sha256)}`"]
    lines += [f"- Draft {_plain(path)}: {_plain(told)}" for path, told in words.drafts_told(record)]
    lines += ["", f"**{words.totals(record)}**", "", "| Status | Authorities | Citations | Meaning |"]
    lines += ["|---|---:|---:|---|"]
    lines += [
        f"| {words.STATUS[status]} | {authorities} | {citations} | {words.MEANS[status]} |"
        for status, (authorities, citations) in record.counted().items()
    ]
    look = words.to_look_at(record)
    if look:
        lines += ["", "## To be looked at", ""]
        lines += [f"- No. {entry.number}, {words.why_looked_at(entry)}: {_plain(entry.title)}" for entry in look]
    for name, heading in SECTIONS:
        entries = [entry for entry in record.entries if entry.section == name]
        if entries:
            lines += ["", f"## {heading}"]
            lines += [line for entry in entries for line in _entry(entry)]
    if record.quotations:
        lines += ["", "## Quotations", ""]
        lines += [
            f"- {_plain(place)}: “{_plain(text)}” – {_plain(title)}: {told}"
            for place, text, title, told in words.quotations_told(record)
        ]
        if told := words.uncompared_told(record):
            lines += ["", f"{_plain(told)}."]
    lines += ["", "## Registers", ""]
    lines += [f"- {_plain(name)}: {_plain(told)}" for name, told in words.registers_told(record)]
    lines += ["", "## Reviewed", "", words.DECLARATION, ""]
    lines += [line for label in words.SIGNATURE for line in (f"{label}: {_BLANK}", "")]
    return "\n".join(lines)


def _entry(entry: Entry) -> list[str]:
    lines = ["", f"### {entry.number}. {_plain(entry.title)}: {words.STATUS[entry.status]}", ""]
    lines += [f"- {label}: {_plain(text)}" for label, text in words.facts_of(entry)]
    if entry.link.startswith("https://"):
        lines.append(f"- Read it at: <{entry.link.replace('>', '%3E').replace('<', '%3C')}>")
    for each, numbers in words.places_of(entry):
        lines.append(f"- {_plain(each.draft)} {_plain(each.place)}, {words.STATUS[each.status]}:")
        lines.append(f"  “{_plain(each.written + words.pinpoint_of(each))}”")
        lines.append(f"  – {_plain(words.compared_told(each))}")
        if numbers:
            lines.append(f"  – numbers: {_plain(numbers)}")
    return [*lines, "- ☐ read in its source"]


def _plain(text: str) -> str:
    """*text* as it stands, for a reader of Markdown: what would be markup is escaped."""
    text = shown(text).replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    return re.sub(r"([\\`*_\[\]|~$])", r"\\\1", text)
