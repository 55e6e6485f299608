"""
Whose story a paragraph tells: that of the draft's own person, or one of somebody else.

A paragraph that opens on somebody else ("The applicant's cousin …") goes on about that person until it names the
draft's own. And a draft says itself what is not its story: "that is the cousin's complaint and not this one".
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Collection, Sequence
from functools import cache, cached_property
from itertools import pairwise

from refoulement_lint.facts.patterns import Telling
from refoulement_lint.folding import words_of
from refoulement_lint.model import Block, Document, Span
from refoulement_lint.sentences import sentence_starts

LEAD = 7
"""Words, the number of a paragraph among them: who is named in the first ones of a sentence is whom it is about."""

BACK = 3
"""Sentences: so far before the one that says whose story it is not, somebody else was named."""

LONGEST = 6_000
"""Characters: a longer paragraph is no paragraph of a story, and is not read for whose it is."""


OF_SOMEBODY_ELSE = frozenset({"leads", "of_kin", "others", "subject", "another"})
"""The lists by which a part of a sentence is known that names somebody else."""


def main_clause(text: str, said: Collection[str], telling: Telling) -> int:
    """
    Where in a sentence that *said* names somebody else that tells of the draft's own person begins: behind an opening
    clause ("After his brother was killed, they held him"), or behind what a witness says ("Sein Bruder sagte als Zeuge
    aus, dass der Kläger geschlagen wurde"), if nobody else is named there. Its length if nothing does.
    """
    opening = _opening().match(text)
    opens = opening is not None and opening[1].lower() in telling.opens
    if OF_SOMEBODY_ELSE.isdisjoint(said) or not (opens or "witness" in said):
        return len(text)
    clauses = [(found.start(), words_of(found[0])) for found in _between_commas().finditer(text)]
    named = False
    for (_, words), (start, behind) in pairwise(clauses):
        named = named or not OF_SOMEBODY_ELSE.isdisjoint(telling.said_in(words))
        if not named or not behind or not (opens or behind[0] in telling.that):
            continue
        rest = telling.said_in(words_of(text[start:]))
        # "When his brother, who had served, was arrested": the clause goes on.
        told = behind[0] not in telling.breaks if opens else "person_of" in rest
        return start if told and OF_SOMEBODY_ELSE.isdisjoint(rest) else len(text)
    return len(text)


@cache
def _opening() -> re.Pattern[str]:
    return re.compile(r"\W*(\w+)")


@cache
def _between_commas() -> re.Pattern[str]:
    return re.compile("[^,]+")


_NOBODY: tuple[frozenset[int], frozenset[int]] = (frozenset(), frozenset())


class Whose:
    """
    Which sentences of one document tell somebody else's story; a paragraph is read when it is first asked about.

    *of_others* are the starts of the sentences, in order, in which a phrase of ``leads`` or ``disowned`` stands.
    """

    def __init__(self, document: Document, telling: Telling, of_others: Sequence[int]) -> None:
        self._document = document
        self._telling = telling
        self._of_others = of_others
        self._read: dict[int, tuple[frozenset[int], frozenset[int]]] = {}

    @cached_property
    def _named_from(self) -> int:
        """From where on the draft's own person has been named."""
        text = self._document.text
        first = self._telling.first_said("person", text)
        return len(text) if first is None else first

    def of_kin(self, sentence: Span) -> bool:
        """Whether it tells of somebody near to the draft's own person, and of that one alone."""
        return sentence.start in self._paragraph(sentence)[0]

    def disowned(self, sentence: Span) -> bool:
        """Whether the draft says of it that it is not its own story."""
        return sentence.start in self._paragraph(sentence)[1]

    def _paragraph(self, sentence: Span) -> tuple[frozenset[int], frozenset[int]]:
        block = self._document.block_at(sentence.start)
        if block is None or block.span.end - block.span.start > LONGEST or not self._may_be(block.span):
            return _NOBODY
        if block.span.start not in self._read:
            read = self._whose(block)
            self._read[block.span.start] = read if any(read) else _NOBODY
        return self._read[block.span.start]

    def _whose(self, block: Block) -> tuple[frozenset[int], frozenset[int]]:
        """The starts of the sentences of a paragraph that tell of others, and of those that are disowned."""
        kin: set[int] = set()
        disowned: set[int] = set()
        before: list[Span] = []
        goes_on = False
        for each in self._sentences(block):
            if not goes_on and not self._may_be(each):
                before.append(each)
                continue
            text = self._document.text[each.start : each.end]
            words = words_of(text)
            said = self._telling.said_in(words)
            leads = (
                "leads" in said
                and "with_kin" not in said
                and words[0] not in self._telling.opens
                # Nobody can be somebody else's cousin before somebody is named: "Two cousins" may be the applicants.
                and self._named_from <= each.start
                and "leads" in self._telling.said_in(words[:LEAD])
            )
            ours = "person_of" in (self._telling.said_in(words[LEAD:]) if leads else said)
            ours = ours or (leads and main_clause(text, said, self._telling) < len(text))
            apart = "disowned" in said
            if leads and (apart or not ours):
                kin.add(each.start)
                goes_on = goes_on or not before
            elif ours:
                goes_on = False
            elif goes_on:
                kin.add(each.start)
            if apart:
                disowned.add(each.start)
                disowned.update(self._back_to_others(before[-BACK:]))
            before.append(each)
        return frozenset(kin), frozenset(disowned)

    def _back_to_others(self, before: list[Span]) -> list[int]:
        """The starts of these sentences from the last that names others on; none where none of them does."""
        for index in range(len(before) - 1, -1, -1):
            words = words_of(self._document.text[before[index].start : before[index].end])
            if not self._telling.said_in(words).isdisjoint(("others", "of_kin", "another", "leads")):
                return [each.start for each in before[index:]]
        return []

    def _may_be(self, span: Span) -> bool:
        """Whether a phrase stands there by which one is known that tells somebody else's story."""
        index = bisect_left(self._of_others, span.start)
        return index < len(self._of_others) and self._of_others[index] < span.end

    def _sentences(self, block: Block) -> list[Span]:
        text = self._document.text[block.span.start : block.span.end]
        starts = [block.span.start + start for start in sentence_starts(text)]
        return [Span(start, end) for start, end in pairwise([*starts, block.span.end])]
