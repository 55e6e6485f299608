"""The pieces of a catalogue page as docutils nodes."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from docutils import nodes
from sphinx import addnodes

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence

    # What one file says, prose and examples included.
    Page = Mapping[str, Any]  # Any: a TOML value

_URL = re.compile(r"https?://[^\s<>\"']*[^\s<>\"'.,;:)]")
_MARK = re.compile(r"\{\{(.*?)\}\}", re.DOTALL)

FIXES = {"safe": "fixed with --fix", "suggest": "a fix is suggested", "none": "no automatic fix"}


def anchor(kind: str, name: str) -> str:
    """Where on its page a rule, fact or argument is."""
    return str(nodes.make_id(f"{kind}-{name}"))


def text_of(text: str) -> list[nodes.Node]:
    """Text as it is, its web addresses as links."""
    pieces: list[nodes.Node] = []
    at = 0
    for match in _URL.finditer(text):
        pieces += [nodes.Text(text[at : match.start()]), nodes.reference("", match.group(), refuri=match.group())]
        at = match.end()
    return [*pieces, nodes.Text(text[at:])]


def ground(entry: Page) -> list[nodes.Node]:
    """What a rule rests on, with its source and the day somebody looked."""
    cite = nodes.strong("", entry["cite"])
    return [cite, *text_of(f": {_ended(entry['says'])} {entry['source']}, looked at on {entry['checked']}.")]


def offered(entry: Page, citation: str) -> list[nodes.Node]:
    """An authority for or against: how to cite it, what it stands for, its source, and whether it was checked there."""
    pinpoint = f", {entry['pinpoint']}" if entry.get("pinpoint") else ""
    checked = "" if entry.get("verified") else " Not checked against the text."
    told = f": {_ended(entry['says'])}{checked} Source: {_ended(entry['source'])}"
    return [nodes.strong("", citation + pinpoint), *text_of(told)]


def answer(entry: Page, title_of: Callable[[str], str]) -> list[nodes.Node]:
    """What to say to an authority against, and the authorities that this rests on; nothing where there is no answer."""
    if not entry.get("answer"):
        return []
    said = nodes.paragraph("", "", nodes.emphasis("", "To be said: "), *text_of(_ended(entry["answer"])))
    rests_on = (offered(one, title_of(one["target"])) for one in entry.get("answered_by", ()))
    return [said, bullets(rests_on)]


def _ended(sentence: str) -> str:
    """The sentence with a full stop, on one line."""
    line = " ".join(sentence.split())
    return line if line.endswith((".", "?", "!")) else f"{line}."


def said(message: str) -> nodes.block_quote:
    """The message of a rule, its placeholders as they are."""
    return nodes.block_quote("", nodes.paragraph("", "", nodes.emphasis("", message)), classes=["refoulement-message"])


def links(kind: str, names: Sequence[str]) -> list[nodes.Node]:
    """The names as links, with commas between."""
    pieces: list[nodes.Node] = []
    for name in names:
        pieces += [nodes.Text(", ")] if pieces else []
        about = {"refdomain": "refoulement", "reftype": kind, "reftarget": name, "refwarn": True}
        pieces.append(addnodes.pending_xref("", nodes.literal("", name), **about))
    return pieces


def bullets(items: Iterable[Sequence[nodes.Node]]) -> nodes.bullet_list:
    """One bullet for each item."""
    return nodes.bullet_list("", *(nodes.list_item("", nodes.paragraph("", "", *item)) for item in items))


def example(entry: Page, kind: str) -> nodes.container:
    """One example: why it is there, its text with the marked words in bold, and what to write instead."""
    whole = nodes.container(classes=["refoulement-example", kind])
    if entry.get("why"):
        whole += nodes.paragraph("", entry["why"])
    quoted = nodes.block_quote("")
    for paragraph in entry["text"].strip().split("\n\n"):
        pieces = _MARK.split(paragraph)
        # Odd pieces stood between the marks.
        shown = [
            nodes.strong("", piece) if place % 2 else nodes.Text(piece) for place, piece in enumerate(pieces) if piece
        ]
        quoted += nodes.paragraph("", "", *shown)
    whole += quoted
    if entry.get("and_pages"):
        whole += nodes.paragraph("", f"… and {entry['and_pages']} more pages.")
    for key, label in (("message", "Says: "), ("fixed", "Fixed: "), ("suggest", "Suggested: ")):
        if entry.get(key):
            whole += nodes.paragraph("", "", nodes.emphasis("", label), nodes.Text(entry[key].strip()))
    return whole


def row(name: str, page: Page) -> list[list[nodes.Node]]:
    """One rule as a row of the table of all rules."""
    return [
        links("rule", [name]),
        [nodes.Text(page["title"])],
        [nodes.Text(page["severity"])],
        [nodes.Text(page["fix"])],
    ]


def table(head: Sequence[str], rows: Sequence[Sequence[Sequence[nodes.Node]]], *, widths: Sequence[int]) -> nodes.table:
    """A table; *widths* are the shares of its columns."""
    group = nodes.tgroup("", *(nodes.colspec(colwidth=width) for width in widths), cols=len(head))
    group += nodes.thead("", _cells([[nodes.Text(cell)] for cell in head]))
    group += nodes.tbody("", *(_cells(row) for row in rows))
    return nodes.table("", group)


def _cells(cells: Sequence[Sequence[nodes.Node]]) -> nodes.row:
    return nodes.row("", *(nodes.entry("", nodes.paragraph("", "", *cell)) for cell in cells))
