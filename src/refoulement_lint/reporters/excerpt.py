"""What of a document may be printed: the line around a finding, with what a terminal would obey made visible."""

from __future__ import annotations

import unicodedata
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from refoulement_lint.model import Span


def shown(text: str) -> str:
    """
    *text* with nothing in it that a terminal or a browser acts upon.

    Every kind of space and line end becomes a space, a soft hyphen nothing, whatever else does not print (escape and
    other control characters, direction controls, zero-width characters, lone surrogates) its code, like ``\\u202e``.
    """
    if text.isprintable():
        return text
    return "".join(character if character.isprintable() else _visible(character) for character in text)


def _visible(character: str) -> str:
    if character == "\xad":
        return ""
    if character.isspace() and character not in "\x1c\x1d\x1e\x1f\x85":
        return " "
    code = ord(character)
    return f"\\x{code:02x}" if code < 0x100 else f"\\u{code:04x}" if code < 0x10000 else f"\\U{code:08x}"


def columns(text: str) -> int:
    """How many columns of a terminal *text* takes: two for a wide East Asian character, none for a combining mark."""
    if max(text, default="") < _FIRST_COMBINING:
        return len(text)
    return sum(
        0 if unicodedata.combining(character) else 2 if unicodedata.east_asian_width(character) in "WF" else 1
        for character in text
    )


# Below it every character takes one column.
_FIRST_COMBINING = "\u0300"


class Excerpt(NamedTuple):
    """One line of a document, ready to print: what stands before the finding, the words meant, what stands behind."""

    line: int
    before: str
    marked: str
    after: str


def excerpt(source: str, span: Span, *, width: int) -> Excerpt:
    """
    The line in which *span* begins, cut around it to at most *width* columns.

    A span that runs over the line's end is marked up to there. Cut ends show "…".
    """
    begin = max(source.rfind("\n", 0, span.start), source.rfind("\r", 0, span.start)) + 1
    ends = [end for end in (source.find("\n", span.start), source.find("\r", span.start)) if end >= 0]
    end = max(min(ends, default=len(source)), span.start)
    line = source.count("\n", 0, span.start) + 1
    # Four times the width is looked at; no line is copied whole, it may have ten million characters.
    marked = _cut_end(shown(source[span.start : min(span.end, end, span.start + 4 * width)]), max(width - 8, 8))
    room = max(width - columns(marked), 8)
    after_start = min(span.end, end)
    behind = shown(source[after_start : min(end, after_start + 4 * width)]).rstrip()
    ahead = shown(source[max(begin, span.start - 4 * width) : span.start])
    if begin >= span.start - 4 * width:
        ahead = ahead.lstrip()
    for_ahead = max(room // 2, room - columns(behind)) if columns(behind) < room // 2 else room // 2
    ahead = _cut_start(ahead, for_ahead)
    return Excerpt(line, ahead, marked, _cut_end(behind, max(room - columns(ahead), 1)))


def _cut_end(text: str, width: int) -> str:
    if columns(text) <= width:
        return text
    while text and columns(text) > width - 1:
        text = text[: -max(1, (columns(text) - width) // 2)]
    return text + "…"


def _cut_start(text: str, width: int) -> str:
    if columns(text) <= width:
        return text
    while text and columns(text) > width - 1:
        text = text[max(1, (columns(text) - width) // 2) :]
    return "…" + text
