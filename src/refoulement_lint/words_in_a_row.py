"""
Words in a row, by which a quotation finds the texts that have them.

Standard library only, because the compiler of the registers makes the index of the official texts.
"""

from __future__ import annotations

import re
import sys
from array import array
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from itertools import islice
from typing import NamedTuple
from zlib import adler32, crc32

ROW = 3
"""Words in a row that a quotation and a text must share before they are compared at all."""

# Two prints of one word that official copies of the same text have: never a misquotation.
SAME_WORD = {
    "judgement": "judgment",
    "judgements": "judgments",
    "therefore": "therefor",
    "organisation": "organization",
}


class Word(NamedTuple):
    """One word: folded, and where it stands."""

    folded: str
    start: int
    end: int


@lru_cache(maxsize=1)
def _word() -> re.Pattern[str]:
    # Digits are left out on purpose: the official texts were checked without them.
    return re.compile(r"[^\W\d_]+")


def words_of(text: str, start: int = 0, end: int | None = None) -> tuple[Word, ...]:
    """The words of ``text[start:end]``, folded for comparison; "[t]he" and "[T]he" are "the"."""
    end = len(text) if end is None else end
    words: list[Word] = []
    for match in _word().finditer(text, start, end):
        begin, stop = match.span()
        folded = match[0].lower()
        if words and _is_bracketed_letter(text, words[-1], begin, start):
            first = words.pop()
            folded, begin = first.folded + folded, first.start - 1
        words.append(Word(SAME_WORD.get(folded, folded), begin, stop))
    return tuple(words)


def folded_words(text: str) -> list[str]:
    """The words of `words_of` without their places, many times as fast."""
    if "]" in text:
        return [word.folded for word in words_of(text)]
    return [SAME_WORD.get(word, word) for word in map(str.lower, _word().findall(text))]


def _is_bracketed_letter(text: str, before: Word, begin: int, start: int) -> bool:
    """Whether the word before is the letter of a "[t]he" that goes on at *begin*."""
    return (
        len(before.folded) == 1
        and begin == before.end + 1
        and text[before.end] == "]"
        and before.start > start
        and text[before.start - 1] == "["
    )


def rows(words: Sequence[str]) -> Iterator[int]:
    """A number for every `ROW` of the words; of 64 bits, so that no two rows that anybody writes have the same."""
    for row in zip(*(words[first:] for first in range(ROW)), strict=False):
        written = " ".join(row).encode()
        yield crc32(written) << 32 | adler32(written)


class Index(NamedTuple):
    """
    Where the rows of words of some *texts* stand, which are so many: the numbers of the *rows*, in order, and beside
    each its place, the number of the text and of the word there.
    """

    texts: int
    rows: array[int]
    places: array[int]

    @classmethod
    def of(cls, texts: Iterable[str]) -> Index:
        """The index of *texts*, numbered from 0."""
        found = []
        number = -1
        for number, text in enumerate(texts):
            found += [(row, number << 32 | place) for place, row in enumerate(rows(folded_words(text)))]
        found.sort()
        return cls(number + 1, array("Q", (row for row, _ in found)), array("Q", (place for _, place in found)))

    @classmethod
    def from_bytes(cls, held: bytes) -> Index:
        """What `to_bytes` gave."""
        both = array("Q", held)
        if sys.byteorder == "big":
            both.byteswap()
        half = len(both) // 2
        return cls(both[-1], both[:half], both[half:-1])

    def to_bytes(self) -> bytes:
        """The index as it is kept, the same on every machine."""
        both = self.rows + self.places + array("Q", (self.texts,))
        if sys.byteorder == "big":
            both.byteswap()
        return both.tobytes()

    def has(self, row: int) -> bool:
        """Whether a text has that row of words."""
        at = bisect_left(self.rows, row)
        return at < len(self.rows) and self.rows[at] == row

    def where(self, row: int, most: int) -> Iterator[tuple[int, int]]:
        """The first *most* places of a row: the number of the text, and of the word there."""
        first = bisect_left(self.rows, row)
        for at in islice(range(first, len(self.rows)), most):
            if self.rows[at] != row:
                return
            yield divmod(self.places[at], 1 << 32)
