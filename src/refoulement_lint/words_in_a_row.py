"""
Words in a row, by which a quotation finds the texts that have them.

Standard library only, because the compiler of the registers makes the index of the official texts.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from typing import NamedTuple

ROW = 3
"""Words in a row that a quotation and a text must share before they are compared at all."""

# Two prints of one word that official copies of the same text have: never a misquotation.
SAME_WORD = {
    "judgement": "judgment",
    "judgements": "judgments",
    "therefore": "therefor",
    "organisation": "organization",
    "premier": "er",  # "le 1er janvier"
}
# How prints differ inside a word: capitals without accents in French, the Swiss "ss", the Russian "е" for "ё".
INITIALS = {"é": "e", "è": "e", "ê": "e", "à": "a", "â": "a", "ç": "c", "î": "i", "ô": "o"}


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
        folded = folded if folded.isascii() else _printed(folded)
        if words and _is_bracketed_letter(text, words[-1], begin, start):
            first = words.pop()
            folded, begin = first.folded + folded, first.start - 1
        words.append(Word(SAME_WORD.get(folded, folded), begin, stop))
    return tuple(words)


def folded_words(text: str) -> list[str]:
    """The words of `words_of` without their places, many times as fast."""
    if "]" in text:
        return [word.folded for word in words_of(text)]
    words = map(str.lower, _word().findall(text))
    return [SAME_WORD.get(word, word) if word.isascii() else _printed(word) for word in words]


def _printed(word: str) -> str:
    """A word in lower case as every print has it: "Etat" for "État", "dass" for "daß"."""
    if word[0] in INITIALS and (len(word) > 1 or word == "à"):
        word = INITIALS[word[0]] + word[1:]
    return word.replace("ß", "ss").replace("ё", "е")


def _is_bracketed_letter(text: str, before: Word, begin: int, start: int) -> bool:
    """Whether the word before is the letter of a "[t]he" that goes on at *begin*."""
    return (
        len(before.folded) == 1
        and begin == before.end + 1
        and text[before.end] == "]"
        and before.start > start
        and text[before.start - 1] == "["
    )


def rows(words: Sequence[str]) -> Iterator[str]:
    """Every `ROW` of the words, with spaces between."""
    return map(" ".join, zip(*(words[first:] for first in range(ROW)), strict=False))


class Index(NamedTuple):
    """
    Where the rows of words of some *texts* stand, which are so many: under each of the *rows* its places one after the
    other, each two numbers, of the text and of the word there; written out, for most are never asked for.
    """

    texts: int
    rows: Mapping[str, str]

    @classmethod
    def of(cls, texts: Iterable[str]) -> Index:
        """The index of *texts*, numbered from 0."""
        found: dict[str, list[str]] = {}
        count = 0
        for number, text in enumerate(texts):
            count += 1
            for place, row in enumerate(rows(folded_words(text))):
                found.setdefault(row, []).append(f"{number} {place}")
        return cls(count, {row: " ".join(places) for row, places in found.items()})

    def where(self, row: str) -> Iterator[tuple[int, int]]:
        """The places of a row."""
        places = map(int, self.rows.get(row, "").split())
        return zip(places, places, strict=True)
