"""Markdown: what is words, what is markup, what is code."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from refoulement_lint.formats import emphasis, structure
from refoulement_lint.formats.encodings import decode
from refoulement_lint.formats.limits import Limits
from refoulement_lint.formats.structure import Piece, Structure
from refoulement_lint.formats.text import compose
from refoulement_lint.late import late

if TYPE_CHECKING:
    from refoulement_lint.model import Document

EXTENSIONS = (".md", ".markdown")

# Longest address or title of a link, and longest text of one: a citation, not a chapter.
_LONGEST_LINK = 600


def read(raw: bytes, path: str, *, encoding: str | None, limits: Limits) -> Document:
    """
    A Markdown file: code, comments and front matter blank; emphasis, link addresses and note marks left out.

    Raises:
        DocumentError: The bytes are no text, or no encoding can be told.
    """
    source, encoding, problems = decode(raw, encoding)
    return compose(path, "markdown", source, find, encoding=encoding, problems=problems, limits=limits)


def of(text: str) -> Document:
    """The document of a text that is no file, read as Markdown; offsets count in *text* as it is."""
    return compose("<text>", "markdown", text, find, limits=Limits())


@lru_cache(maxsize=1)
def _patterns() -> dict[str, re.Pattern[str]]:
    start = r" {0,3}(?:\#{1,6} |>|[-*+] |\d{1,9}[.)] |\||\[\^[^\]\n]{1,60}\]:)"
    return {
        "fence": late(r"(?:\A|\n) {0,3}(`{3,}|~{3,})[^`\n]*(?=\n|\Z)"),
        "comment": late(r"<!--"),
        "code": late(r"(?<![`\\])(`{1,3})(?!`)([^`]{1,400})\1(?!`)"),
        "breaks": late(rf"\n(?:(?: *\n)+|(?={start}))"),
        "quote": late(r"(?:\A|(?<=\n)) {0,3}(?:> ?)+"),
        "cell": late(r"\|"),
        "heading": late(r" {0,3}(#{1,6}) "),
        "note": late(r" {0,3}\[\^([^\]\n]{1,60})\]:"),
        "note_mark": late(r"\[\^[^\]\n]{1,60}\](?!:)"),
        "item": late(r" *(?:[-*+]|\d{1,9}[.)]) "),
        "tag": late(
            r"</?(?:em|i|b|strong|u|sup|sub|small|span|a|p|mark|cite)\b[^<>\n]{0,300}>|<br ?/?>", re.IGNORECASE
        ),
        "entity": late(r"&(?:#\d{1,7}|#x[0-9a-f]{1,6}|[a-z]{2,8}\d?);", re.IGNORECASE),
        "address": late(
            r"\]\((?:<[^<>\n]{0,600}>|[^()\s]{0,600}(?:\([^()\s]{0,200}\)[^()\s]{0,200})?)(?: +\"[^\"\n]{0,300}\")?\)"
        ),
    }


def find(text: str) -> Structure:
    """Structure of an evened Markdown text; its time grows with its length alone, however deeply it nests."""
    found = Structure()
    begin = structure.front_matter(text, found)
    code = _code(text, begin, found)
    found.masks += code
    found.cuts, found.emphasis = emphasis.marks(text, begin, masked=code)
    _inline(text, begin, found)
    if ">" in text:
        found.masks += [m.span() for m in _patterns()["quote"].finditer(text, begin)]
    blanked = set(code)
    pieces: list[Piece] = []
    for start, end in structure.between(text, _patterns()["breaks"], begin):
        _add(text, start, end, pieces, found)
    pieces = _read_at_their_marks(text, [p for p in pieces if (p.start, p.end) not in blanked], begin)
    found.pieces = structure.with_authorities(text, pieces)
    return found


def _read_at_their_marks(text: str, pieces: list[Piece], begin: int) -> list[Piece]:
    """The pieces, notes with the place of the first mark that refers to them."""
    if not any(piece.kind == "footnote" for piece in pieces):
        return pieces
    marks: dict[str, int] = {}
    for mark in _patterns()["note_mark"].finditer(text, begin):
        marks.setdefault(f"footnote {mark[0][2:-1]}", mark.start())
    return [
        piece._replace(reads_at=marks[piece.label]) if piece.kind == "footnote" and piece.label in marks else piece
        for piece in pieces
    ]


def _code(text: str, begin: int, found: Structure) -> list[tuple[int, int]]:
    """Code fences, inline code and comments, sorted and apart; a fence that is never closed is a problem."""
    patterns = _patterns()
    taken: list[tuple[int, int]] = []
    if "```" in text or "~~~" in text:
        opened: re.Match[str] | None = None
        for fence in patterns["fence"].finditer(text, begin):
            if opened is None:
                opened = fence
            elif fence[1][0] == opened[1][0] and len(fence[1]) >= len(opened[1]) and fence[0].strip() == fence[1]:
                taken.append((opened.start(), fence.end()))
                opened = None
        if opened is not None:  # as Markdown has it, an open fence runs to the end
            taken.append((opened.start(), len(text)))
            if text[opened.end() :].strip():
                says = "the code fence that opens here is never closed, so that nothing behind it was read"
                found.problems.append(("not-read", says, opened.start(1), opened.end(1)))
    at = text.find("<!--", begin)
    while at >= 0:
        end = text.find("-->", at + 4)
        if end < 0:
            break
        taken.append((at, end + 3))
        at = text.find("<!--", end + 3)
    if "`" in text:
        taken += [code.span() for code in patterns["code"].finditer(text, begin) if "\n\n" not in code[2]]
    return _apart(taken)


def _apart(spans: list[tuple[int, int]]) -> list[tuple[int, int]]:
    apart: list[tuple[int, int]] = []
    for start, end in sorted(spans):
        if not apart or start >= apart[-1][1]:
            apart.append((start, end))
    return apart


def _inline(text: str, begin: int, found: Structure) -> None:
    """Link addresses, note marks, simple HTML tags: out of the reading; entities: the character that they stand for."""
    patterns = _patterns()
    if "](" in text:
        for address in patterns["address"].finditer(text, begin):
            opening = _opening(text, address.start())
            if opening is not None:
                found.cuts += (opening, opening + 1, ""), (*address.span(), "")
    if "[^" in text:
        found.cuts += [(*mark.span(), "") for mark in patterns["note_mark"].finditer(text, begin)]
    if "<" in text:
        for tag in patterns["tag"].finditer(text, begin):
            found.cuts.append((*tag.span(), " " if tag[0][1] in "bB" and tag[0][2] in "rR" else ""))
    if "&" in text:
        from html import unescape  # a table of 2,000 names: only where one is used

        from refoulement_lint.formats.text import even

        for entity in patterns["entity"].finditer(text, begin):
            character = unescape(entity[0])
            if len(character) == 1 and (character.isprintable() or character.isspace() or character == "\xad"):
                found.cuts.append((*entity.span(), "" if character == "\xad" else even(character)))


def _opening(text: str, closing: int) -> int | None:
    """The bracket that opens the link whose text ends at *closing*; brackets inside a case name are passed over."""
    depth, floor = 0, max(0, closing - _LONGEST_LINK)
    for at in range(closing - 1, floor - 1, -1):
        if text[at] == "]":
            depth += 1
        elif text[at] == "[":
            if not depth:
                return at
            depth -= 1
        elif text[at] == "\n" and text[at - 1 : at] == "\n":
            return None
    return None


def _add(text: str, start: int, end: int, pieces: list[Piece], found: Structure) -> None:
    """Appends the piece ``text[start:end]``; a line of a quotation joins the one above it."""
    patterns = _patterns()
    while text[start] == "\n":
        start += 1
    head = text[start : start + 12].lstrip(" ")
    first = head[:1]
    if first == "#":
        heading = patterns["heading"].match(text, start)
        if heading:
            line_end = text.find("\n", start, end)
            found.masks.append(heading.span())
            pieces.append(Piece(start, end if line_end < 0 else line_end, "heading", level=len(heading[1])))
            if line_end >= 0 and not text[line_end:end].isspace():
                _add(text, line_end, end, pieces, found)
            return
    if first == ">":
        last = pieces[-1] if pieces else None
        if (
            last
            and last.kind == "quotation"
            and text.count("\n", last.end, start) == 1
            and not text[last.end : start].strip()
        ):
            pieces[-1] = Piece(last.start, end, "quotation")
        else:
            pieces.append(Piece(start, end, "quotation"))
        return
    if first == "|":
        _cells(text, start, end, pieces, found)
        return
    if first == "[":
        note = patterns["note"].match(text, start)
        if note:
            found.masks.append(note.span())
            pieces.append(Piece(start, end, "footnote", f"footnote {note[1]}"))
            return
    if text.startswith("    ", start) and not patterns["item"].match(text, start):
        inside_list = bool(pieces) and bool(patterns["item"].match(text, pieces[-1].start))
        pieces.append(Piece(start, end, "body" if inside_list else "quotation"))
        return
    level = _underlined(text, start, end)
    pieces.append(Piece(start, end, "heading" if level else "body", level=level))


def _underlined(text: str, start: int, end: int) -> int:
    if end - start > 300:
        return 0
    lines = text[start:end].strip().split("\n")
    line = lines[-1].strip()
    if len(lines) < 2 or len(line) < 3 or (line.strip("=") and line.strip("-")):
        return 0
    return 1 if line[0] == "=" else 2


def _cells(text: str, start: int, end: int, pieces: list[Piece], found: Structure) -> None:
    """One piece for each cell of a table row; the row of dashes below the head has none."""
    here = start
    for bar in _patterns()["cell"].finditer(text, start, end):
        if bar.start() > start and text[bar.start() - 1] == "\\":
            continue
        if text[here : bar.start()].strip(" -:\n"):
            pieces.append(Piece(here, bar.start(), "cell"))
        here = bar.end()
        found.masks.append(bar.span())
    if text[here:end].strip(" -:\n"):
        pieces.append(Piece(here, end, "cell"))
