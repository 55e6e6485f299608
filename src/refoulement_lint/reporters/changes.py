"""What a fix would do, told by the words as they stand after it."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from refoulement_lint.model import Edit, Fix

# Characters of the draft shown to either side; edits nearer to each other than this are told as one change.
_AROUND = 36


def changes_told(source: str, fix: Fix) -> list[str]:
    """One sentence for each change: what to write, and the words around it as they then read."""
    return [_change(source, edits) for edits in _near_each_other(fix.edits)]


def _near_each_other(edits: Sequence[Edit]) -> Iterator[list[Edit]]:
    near: list[Edit] = []
    for edit in edits:
        if near and edit.span.start - near[-1].span.end > _AROUND:
            yield near
            near = []
        near.append(edit)
    if near:
        yield near


def _change(source: str, edits: Sequence[Edit]) -> str:
    first, last = edits[0].span, edits[-1].span
    start, end = _start(source, first.start), _end(source, last.end)
    words, here = "", start
    for edit in edits:
        words += source[here : edit.span.start] + edit.replacement
        here = edit.span.end
    words = " ".join((words + source[here:end]).split())
    before = "" if _begins(source, start) else "… "
    after = "" if _ends(source, end) else " …"
    reads = f"“{before}{words}{after}”"
    written, replacement = source[first.start : last.end], edits[0].replacement
    if len(edits) > 1 or not _is_words(written):
        return f"so that it reads {reads}"
    if not replacement:
        return f"delete “{written}”: {reads}"
    if not _is_words(replacement):
        return f"so that it reads {reads}"
    return f"write “{replacement}” instead of “{written}”: {reads}"


def _is_words(text: str) -> bool:
    """Whether the words alone say what happens: something to read, and no space at an end that a reader cannot see."""
    return text == text.strip() and any(map(str.isalnum, text))


def _start(source: str, offset: int) -> int:
    """Where the words shown before *offset* begin: at a word, on the same line."""
    floor = max(0, offset - _AROUND)
    line = max(source.rfind("\n", floor, offset), source.rfind("\r", floor, offset)) + 1
    if line or not floor:
        return max(line, floor)
    space = source.find(" ", floor, offset)
    return space + 1 if space >= 0 else floor


def _end(source: str, offset: int) -> int:
    ceiling = min(len(source), offset + _AROUND)
    line = min(
        (end for end in (source.find("\n", offset, ceiling), source.find("\r", offset, ceiling)) if end >= 0),
        default=-1,
    )
    if line >= 0 or ceiling == len(source):
        return line if line >= 0 else ceiling
    space = source.rfind(" ", offset, ceiling)
    return space if space >= 0 else ceiling


def _begins(source: str, offset: int) -> bool:
    return not offset or source[offset - 1] in "\n\r"


def _ends(source: str, offset: int) -> bool:
    return offset == len(source) or source[offset] in "\n\r"
