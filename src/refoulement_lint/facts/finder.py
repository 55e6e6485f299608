"""
Which facts the draft's own story tells, and where: the phrases that were found, less what is law, fear, denial or
another's story.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Collection, Iterable, Sequence
from functools import cache
from itertools import groupby
from sys import intern

from refoulement_lint.facts.patterns import Key, Pattern, Telling
from refoulement_lint.model import Block, Document, Fact, Span
from refoulement_lint.phrases import Match, Matches, words_of

SILENT_BLOCKS = frozenset({"heading", "authorities", "code"})
"""Blocks that tell no story."""

ENOUGH_FACTS = 3
"""A story in which so many facts are told needs no word of asylum or removal to be one."""

STATUTE_SENTENCES, STATUTE_SHARE = 3, 0.4
"""
A document is a statute where at least so many sentences with a cue speak of the law, and they are at least this
share of them.
"""

NEGATED_WITHIN = 3
CONDITIONAL_WITHIN = 4
"""How many words before a cue are read for a negation ("was not …") and for a condition ("would have been …")."""
WORDS_BEFORE = 120
"""In how many characters these words stand, however long they are."""


@cache
def _case() -> re.Pattern[str]:
    """
    Signs of a cited case: "v. Spain", "c. Grèce", an application or case number, a report, a paragraph of a judgment.

    A plain look for them in one sentence: what exactly is cited is found elsewhere.
    """
    return re.compile(
        r"\b(?:v|vs|c|p)\.\s+(?:the\s+)?[A-Z\u00c0-\u017d]|\bv\s+[A-Z]\w+|\b\d{1,5}/\d{2}\b|\b[CTF]-\d{1,4}/\d{2}\b"
        r"|\bECLI:|\bcited above"
        r"|\b\d+ (?:U\.S\.|F\.\dd?|F\.4th|I&N)|\[\d{4}\] [A-Z]{2}"
    )


@cache
def _word() -> re.Pattern[str]:
    return re.compile(r"[^\W\d_]+")


@cache
def _first_person() -> re.Pattern[str]:
    return re.compile(r"\b(?:I|my|we|our|je|nous|ich|wir|mnie|nas|nam|aš|mes|мы|меня|нас)\b")


@cache
def _clause() -> re.Pattern[str]:
    """What ends the clause before a cue."""
    return re.compile(r"[,;:()\u2013\u2014]")


@cache
def _own_words(phrase: str) -> frozenset[str]:
    """The words that a phrase itself asks for, so that a negation among them is meant."""
    return frozenset(word.lower() for word in _word().findall(phrase))


def find_facts(
    document: Document, matches: Collection[Match[Key]] | Matches[Key], patterns: Iterable[Pattern], telling: Telling
) -> tuple[Fact, ...]:
    """
    The facts that the document tells, in the order of the text, overlapping places of one fact made one.

    *matches* come from a ``Phrasebook`` over ``patterns.entries(patterns, telling)``; the telling's own lists are asked
    about the sentences with a cue only. A document in which no word of the telling's ``person`` stands, or none of
    ``context`` and few facts, tells nothing, and a statute tells nothing. Precision goes before recall: what is not
    certainly told of the draft's own people is left out.
    """
    by_id = {pattern.id: pattern for pattern in patterns}
    taken = {(match.key[1], match.sentence.start) for match in matches if match.key[0] == "unless"}
    reader = _Reader(document, telling)
    told: Matches[Key] = Matches()
    for match in matches:
        if (
            match.key[0] != "unless"
            and match.key[1] in by_id
            and (match.key[1], match.sentence.start) not in taken
            and reader.tells(match, happened=by_id[match.key[1]].happened)
        ):
            told.add(match)
    found = {match.key[1] for match in told if match.key[0] == "cue"}
    if not found or reader.reads_like_a_statute():
        return ()
    if len(found) < ENOUGH_FACTS and not telling.says_anywhere("context", document.text):
        return ()
    if not telling.says_anywhere("person", document.text):
        return ()
    facts = (match for match in told if match.key[0] == "cue" or not found.isdisjoint(by_id[match.key[1]].beside_facts))
    return _merged(document.text, facts)


class _Reader:
    """
    Decides for one document whether a cue tells what happened to its own people. Cues come sentence by sentence, and
    several may stand in one, so the last sentence is remembered.
    """

    def __init__(self, document: Document, telling: Telling) -> None:
        self._text = document.text
        self._blocks = document.blocks
        self._telling = telling
        self._sentence: Span | None = None
        self._own = self._denied = self._turning = False
        self._asked = self._legal = 0

    def tells(self, match: Match[Key], *, happened: bool) -> bool:
        if match.sentence != self._sentence:
            self._meet(match.sentence)
        if not self._own or (happened and self._denied):
            return False
        return not self._turning or self._stands(match, happened=happened)

    def _meet(self, sentence: Span) -> None:
        words = words_of(self._text[sentence.start : sentence.end])
        said = self._telling.said_in(words)
        self._sentence = sentence
        self._asked += 1
        self._legal += "statute" in said
        self._denied = "denied" in said
        self._own = self._own_story(sentence, said)
        self._turning = self._own and self._telling.may_turn(words)

    def _stands(self, match: Match[Key], *, happened: bool) -> bool:
        """Whether the words before and inside the cue leave its meaning as it is."""
        negators, conditionals = self._telling.negators, self._telling.conditionals
        asked = _own_words(match.phrase)
        before = self._words_before(match)
        turned = not negators.isdisjoint(_without_only(before[-NEGATED_WITHIN:])) or self._turned_inside(match.span)
        if turned and negators.isdisjoint(asked):
            return False
        supposed = happened and not conditionals.isdisjoint(_without_only(before[-CONDITIONAL_WITHIN:]))
        return not (supposed and conditionals.isdisjoint(asked))

    def reads_like_a_statute(self) -> bool:
        """Whether most of what was asked about so far speaks of the law rather than of anybody."""
        return self._legal >= STATUTE_SENTENCES and self._legal >= STATUTE_SHARE * self._asked

    def _words_before(self, match: Match[Key]) -> list[str]:
        """The last words before the cue, not further than its clause."""
        place = match.span.start
        near = self._text[max(match.sentence.start, place - WORDS_BEFORE) : place].lower()
        return _word().findall(_clause().split(near)[-1])

    def _turned_inside(self, cue: Span) -> bool:
        return not self._telling.inside.isdisjoint(_word().findall(self._text[cue.start : cue.end].lower()))

    def _own_story(self, sentence: Span, said: frozenset[str]) -> bool:
        if "statute" in said or "doctrine" in said:
            return False
        text = self._text[sentence.start : sentence.end]
        if "holding" in said and _case().search(text):
            return False
        block = _block_at(self._blocks, sentence.start)
        if block is None:
            return True
        if block.kind in SILENT_BLOCKS:
            return False
        return block.kind != "quotation" or _first_person().search(text) is not None


def _without_only(words: Sequence[str]) -> Sequence[str]:
    """ "Not only" negates nothing."""
    return [word for word in words if word != "not"] if "only" in words else words


def _block_at(blocks: Sequence[Block], offset: int) -> Block | None:
    index = bisect_right(blocks, offset, key=lambda block: block.span.start)
    return blocks[index - 1] if index and blocks[index - 1].span.end > offset else None


def _merged(text: str, matches: Iterable[Match[Key]]) -> tuple[Fact, ...]:
    """
    One fact for places that overlap; the phrase of the first is kept as its cue. A place never leaves its sentence, so
    only the matches of one are held together.
    """
    facts: list[Fact] = []
    for _, together in groupby(matches, key=lambda match: match.sentence):
        places: dict[str, list[tuple[Span, str]]] = defaultdict(list)
        for match in sorted(together, key=lambda match: (match.span.start, -match.span.end)):
            kept = places[match.key[1]]
            if kept and match.span.start < kept[-1][0].end:
                before, cue = kept[-1]
                kept[-1] = (Span(before.start, max(before.end, match.span.end)), cue)
            else:
                kept.append((match.span, match.phrase))
        facts += (
            Fact(name, span, intern(text[span.start : span.end]), cue)
            for name, kept in places.items()
            for span, cue in kept
        )
    facts.sort(key=lambda fact: (fact.span.start, fact.span.end, fact.id))
    return tuple(facts)
