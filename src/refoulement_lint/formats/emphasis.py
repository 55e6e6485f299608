"""Asterisks, underscores and backslashes that are marks of a markup and not part of the words."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

Cut = tuple[int, int, str]

# How far apart an opening and a closing mark may stand: about the longest sentence set in italics.
_LONGEST = 2000


@lru_cache(maxsize=1)
def _pair_or_run() -> re.Pattern[str]:
    """
    A mark, the words it sets off and the same mark again, with none between (nine in ten are so); or a run of marks.

    It begins with a class of characters, for which the library looks many times as fast as for anything else.
    """
    return re.compile(
        r"([*_\\])(?:(?<!\\)(?P<more>\1{0,2})(?![\s*_\\])[^*_\\\n`<]{1,300}(?<!\s)\1(?P=more)(?![\w*_\\])|[*_\\]*)"
    )


@lru_cache(maxsize=1)
def _blank_line() -> re.Pattern[str]:
    return re.compile(r"\n *\n")


def marks(
    text: str, begin: int = 0, *, masked: Iterable[tuple[int, int]] = ()
) -> tuple[list[Cut], list[tuple[int, int]]]:
    """
    The marks to leave out of the reading, and the pieces of *text* between pairs of them.

    A mark without its partner in the same paragraph stays in the text: it may be a footnote asterisk.

    Args:
        text: The evened source.
        begin: Where to start looking.
        masked: Pieces to pass over (code), sorted.
    """
    cuts: list[Cut] = []
    between: list[tuple[int, int]] = []
    if "*" not in text and "_" not in text and "\\" not in text:
        return cuts, between
    open_marks: list[tuple[int, int]] = []
    hidden = iter(masked)
    mask = next(hidden, None)
    escaped = -1
    for start, end, width in _runs(text, begin):
        while mask and mask[1] <= start:
            mask = next(hidden, None)
        if mask and mask[0] <= start:
            continue
        if width and start != escaped:
            cuts += (start, start + width, ""), (end - width, end, "")
            between.append((start + width, end - width))
            continue
        before, after = text[start - 1] if start else " ", text[end] if end < len(text) else " "
        if text[start] == "\\":
            # Every second one protects the sign behind it.
            sign = not after.isalnum() and "!" <= after <= "~"
            cuts += [(at, at + 1, "") for at in range(start, end, 2) if at + 1 < end or sign]
            escaped = end if sign and (end - start) % 2 else -1
        elif start == escaped or end - start > 5:
            continue  # "\\*" is an asterisk; "______" a line to sign on
        # An opening mark stands before a word and after none, a closing one the other way round: "Asylsuchende*r" and
        # "file_name" keep theirs.
        elif not before.isalnum() and not after.isspace():
            if before.isspace() or not open_marks or after.isalnum():
                open_marks.append((start, end))
                del open_marks[:-8]  # nobody nests deeper
            else:
                _close(text, start, end, open_marks, cuts, between)
        elif not before.isspace() and not after.isalnum():
            _close(text, start, end, open_marks, cuts, between)
    return cuts, between


def _runs(text: str, begin: int) -> Iterator[tuple[int, int, int]]:
    """
    Pairs of marks that close each other, with their width; and runs, with width 0: of asterisks and underscores, and
    of backslashes, each by itself.
    """
    for found in _pair_or_run().finditer(text, begin):
        start, end = found.span()
        more = found["more"]
        if more is not None:
            width = len(more) + 1
            if start and text[start - 1].isalnum():  # "Asylsuchende*r": no pair, whatever follows
                yield start, start + width, 0
                yield end - width, end, 0
            else:
                yield start, end, width
        elif end - start > 1 and "\\" in found[0] and found[0].strip("\\"):
            for part in re.finditer(r"\\+|[*_]+", found[0]):
                yield start + part.start(), start + part.end(), 0
        else:
            yield start, end, 0


def _close(
    text: str,
    start: int,
    end: int,
    open_marks: list[tuple[int, int]],
    cuts: list[Cut],
    between: list[tuple[int, int]],
) -> None:
    """Pairs the closing mark ``text[start:end]`` with the nearest opening ones, the last one first."""
    while open_marks and start < end:
        begun, ends = open_marks[-1]
        if start - ends > _LONGEST or _blank_line().search(text, ends, start):
            open_marks.clear()
            return
        width = min(ends - begun, end - start)
        # "**_" is closed by "_**": the inner end of the one mirrors the inner end of the other.
        if text[ends - width : ends] != text[start : start + width][::-1]:
            open_marks.pop()
            continue
        cuts += (ends - width, ends, ""), (start, start + width, "")
        between.append((ends, start))
        open_marks.pop()
        if ends - width > begun:
            open_marks.append((begun, ends - width))
        start += width
