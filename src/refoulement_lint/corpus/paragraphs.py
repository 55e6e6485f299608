"""
A document in the paragraphs that it is cited by: its own numbers where it has them, its pages, or its headings.

Judgments number their paragraphs, and within them stand lists, quoted provisions and an operative part with numbers of
their own. The document's numbers are those that make the longest row.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from functools import lru_cache
from typing import NamedTuple

from attrs import define

from refoulement_lint.corpus.held import HeldParagraph
from refoulement_lint.model import Block, Document

# An excerpt that is longer does not fit on a screen, and a search ranks it by what stands far from each other.
LONGEST = 1_600
# Three numbers in a row are a list; a document whose paragraphs are numbered has more, and they run through most of it.
_FEWEST = 3
_MOST_OF_IT = 0.4
# A paragraph or two that was not read (a table, a page that was scanned) does not end the row.
_WIDEST_GAP = 3
_LONGEST_HEADING = 80
# Whose paragraphs are cited as [12], whatever their print has.
_IN_BRACKETS = ("uk:", "ie:", "au:", "nz:")

Key = tuple[int, int]
"""A paragraph's number: 7.4 is (7, 4), and 342 is (342, 0)."""


class _Unit(NamedTuple):
    """A stretch of the text that may be a paragraph of its own; *style* is how its number is written."""

    start: int
    end: int
    kind: str
    label: str
    heading: str
    style: str = ""
    key: Key | None = None
    begin: int = -1
    """Behind its number, where that stands in the text; else where it starts."""


@define(eq=False, repr=False)
class _Open:
    """A paragraph while its pieces are gathered."""

    pinpoint: str
    pieces: list[tuple[int, int]]


@lru_cache(maxsize=1)
def _number() -> re.Pattern[str]:
    return re.compile(
        r"[ ]*(?:"
        r"(?P<dot>\d{1,4})\.(?=\s)"  # 342.  The Court
        r"|(?P<sub>\d{1,2}\.\d{1,2})\.?(?=\s)"  # 7.4 The Committee
        r"|\[(?P<square>\d{1,4})\](?=\s)"  # [12] Sir
        r"|\((?P<round>\d{1,4})\)(?=\s)"  # (12) The
        r"|§ ?(?P<sign>\d{1,4})\.?(?=\s)"  # § 12
        r"|(?P<bare>\d{1,4})(?=\s+[^\W\d_a-z]|[ ]*$)"  # 12 In the; alone on its line
        r")",
        re.MULTILINE,
    )


@lru_cache(maxsize=1)
def _sentence_end() -> re.Pattern[str]:
    return re.compile(r"[.;:!?][\"')\]]*\s")


def paragraphs_of(document: Document, target: str) -> tuple[HeldParagraph, ...]:
    """
    The paragraphs of a document that is *target*, in the order of its text.

    A number is written as its court's are cited (``§ 342``, ``[12]``, ``para. 7.4``). In a document without numbers the
    page is given where it has pages, and else the heading with the count of the paragraphs below it.
    """
    units = list(_units(document))
    numbered = _row(units)
    return tuple(
        HeldParagraph(piece, one.pinpoint)
        for one in _gathered(units, numbered, target)
        for piece in _in_pieces(" ".join(" ".join(document.text[start:end] for start, end in one.pieces).split()))
    )


# --- where paragraphs may begin --------------------------------------------------------------------------------------


def _units(document: Document) -> Iterator[_Unit]:
    """Every block, cut where a line of it begins with a number; with the headings that it stands under."""
    text = document.text
    above: list[tuple[int, str]] = []
    title: tuple[int, str] | None = None
    waiting: tuple[str, Key] | None = None
    for block in document.blocks:
        if block.kind == "heading" and not _reads_as_sentence(text, block):
            level = block.level or 1
            above = [pair for pair in above if pair[0] < level]
            above.append((level, _short(text[block.span.start : block.span.end])))
            title = title or above[0]
            yield _Unit(*block.span, "heading", block.label, "")
            continue
        if block.kind in ("code", "authorities"):
            continue
        # The title of the whole need not be said with every section.
        named = above[1:] if above[1:] and above[0] == title else above
        heading = " › ".join(f"“{name}”" for _, name in named[-2:])
        for unit in _cut(text, block, heading):
            if unit.key is not None and not text[unit.start : unit.end].strip(" 0123456789."):
                waiting = (unit.style, unit.key)  # the number has a line of its own
                continue
            if waiting is not None and unit.key is None:
                unit = unit._replace(style=waiting[0], key=waiting[1], begin=unit.start)
            waiting = None
            yield unit


def _reads_as_sentence(text: str, block: Block) -> bool:
    """Whether a paragraph is none but in its style: courts number their paragraphs with the levels of headings."""
    words = text[block.span.start : block.span.end].rstrip()
    return (bool(block.number) and len(words) > _LONGEST_HEADING) or (len(words) > 40 and words.endswith("."))


def _cut(text: str, block: Block, heading: str) -> Iterator[_Unit]:
    start, end = block.span
    unit = _Unit(start, end, "body" if block.kind == "heading" else block.kind, block.label, heading)
    if block.number.isdigit():
        yield unit._replace(style="printed", key=(int(block.number), 0), begin=start)
        return
    if block.kind not in ("body", "quotation", "heading"):
        yield unit
        return
    begins = [start, *(found.end() for found in re.finditer(r"\n", text[start:end]))]
    begins[1:] = [start + at for at in begins[1:]]
    for begin in begins:
        found = _number().match(text, begin, end) if begin < end else None
        style = str(found.lastgroup) if found else ""
        if found is None or (style == "bare" and begin > start):  # a line that breaks before "17 February"
            continue
        first, _, second = found[style].partition(".")
        if begin > start:
            yield unit._replace(end=begin)
        key = (int(first), int(second or 0))
        unit = unit._replace(start=begin, end=end, style=style, key=key, begin=found.end())
    yield unit


def _short(heading: str) -> str:
    words = " ".join(heading.split())
    return words if len(words) <= _LONGEST_HEADING else words[:_LONGEST_HEADING].rpartition(" ")[0] + " …"


# --- which numbers are the document's own ----------------------------------------------------------------------------


def _row(units: list[_Unit]) -> frozenset[int]:
    """
    The units whose numbers make the longest row of one style, each a little higher than the one before; none where
    that is a list and not the document.
    """
    best: dict[tuple[str, Key], tuple[int, int]] = {}  # how long a row ends there, and in which unit
    last_minor: dict[tuple[str, int], Key] = {}  # the end of 6.1, 6.2 …, from which 7.1 goes on
    before: dict[int, int] = {}
    for index, unit in enumerate(units):
        if unit.key is None:
            continue
        candidates = [best[unit.style, key] for key in _befores(unit, last_minor) if (unit.style, key) in best]
        length, previous = max(candidates, default=(0, -1))
        if length + 1 > best.get((unit.style, unit.key), (0, 0))[0]:
            best[unit.style, unit.key] = (length + 1, index)
            before[index] = previous
            if unit.style == "sub":
                last_minor[unit.style, unit.key[0]] = unit.key
    length, index = max(best.values(), default=(0, -1))
    row: list[int] = []
    while index >= 0:
        row.append(index)
        index = before[index]
    if length < _FEWEST or not units:
        return frozenset()
    reach = units[row[0]].end - units[row[-1]].start
    return frozenset(row) if reach >= _MOST_OF_IT * (units[-1].end - units[0].start) else frozenset()


def _befores(unit: _Unit, last_minor: dict[tuple[str, int], Key]) -> Iterator[Key]:
    """The numbers after which that of *unit* may come."""
    assert unit.key is not None
    major, minor = unit.key
    if unit.style != "sub":
        yield from ((major - gap, 0) for gap in range(1, _WIDEST_GAP + 1))
        return
    yield from ((major, minor - gap) for gap in range(1, _WIDEST_GAP + 1))
    if minor <= 1:
        yield from (last_minor[unit.style, major - gap] for gap in (1, 2) if (unit.style, major - gap) in last_minor)


# --- together --------------------------------------------------------------------------------------------------------


def _gathered(units: list[_Unit], numbered: frozenset[int], target: str) -> Iterator[_Open]:
    """The units as paragraphs: all that stands between two numbers belongs to the first, the rest stands alone."""
    last = max(numbered, default=-1)
    counts: dict[str, int] = defaultdict(int)
    open_: _Open | None = None
    for index, unit in enumerate(units):
        if unit.kind == "heading":
            if open_ is not None:
                yield open_
            open_ = None
            continue
        if index in numbered:
            if open_ is not None:
                yield open_
            open_ = _Open(_cited(unit, target), [(unit.begin, unit.end)])
        elif open_ is not None and unit.kind not in ("footnote", "endnote") and (index < last or _goes_on(unit)):
            open_.pieces.append((unit.start, unit.end))
        else:
            if open_ is not None and index > last:
                yield open_
                open_ = None
            yield _Open(_placed(unit, counts), [(unit.start, unit.end)])
    if open_ is not None:
        yield open_


def _goes_on(unit: _Unit) -> bool:
    """Whether what follows the last number still belongs to it: a quotation or a table, not the operative part."""
    return unit.kind in ("quotation", "cell")


def _cited(unit: _Unit, target: str) -> str:
    """The number as that court's paragraphs are cited."""
    assert unit.key is not None
    major, minor = unit.key
    number = f"{major}.{minor}" if unit.style == "sub" else str(major)
    if unit.style == "square" or target.startswith(_IN_BRACKETS):
        return f"[{number}]"
    return f"§ {number}" if target.startswith("ecthr:") or unit.style == "sign" else f"para. {number}"


def _placed(unit: _Unit, counts: dict[str, int]) -> str:
    """Where an unnumbered paragraph is: its note, its page, or its heading with the count below it."""
    if unit.kind in ("footnote", "endnote") and unit.label:
        return unit.label
    if unit.label.startswith("page "):
        return f"p. {unit.label.removeprefix('page ')}"
    counts[unit.heading] += 1
    return f"{unit.heading}{', ' if unit.heading else ''}para. {counts[unit.heading]}"


def _in_pieces(text: str) -> Iterable[str]:
    """*text* in pieces of whole sentences, none longer than `LONGEST` where sentences allow it."""
    while len(text) > LONGEST:
        ends = [found.end() for found in _sentence_end().finditer(text, LONGEST // 3, LONGEST)]
        end = ends[-1] if ends else text.rfind(" ", LONGEST // 3, LONGEST) + 1 or LONGEST
        yield text[:end].rstrip()
        text = text[end:]
    if text:
        yield text
