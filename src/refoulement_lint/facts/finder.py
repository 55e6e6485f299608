"""
Which facts the draft's own story tells, and where: the phrases that were found, less what is law, fear, denial or
another's story.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Sequence
from functools import cache

from refoulement_lint.facts.patterns import Key, Pattern, Telling
from refoulement_lint.model import Block, Document, Fact, Span
from refoulement_lint.phrases import Match

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
def _own_words(phrase: str) -> frozenset[str]:
    """The words that a phrase itself asks for, so that a negation among them is meant."""
    return frozenset(word.lower() for word in _word().findall(phrase))


def find_facts(
    document: Document, matches: Iterable[Match[Key]], patterns: Iterable[Pattern], telling: Telling
) -> tuple[Fact, ...]:
    """
    The facts that the document tells, in the order of the text, overlapping places of one fact made one.

    *matches* come from a ``Phrasebook`` over ``patterns.entries(patterns, telling)``; the telling's own lists are asked
    about the sentences with a cue only. A document in which no word of the telling's ``person`` stands, or none of
    ``context`` and few facts, tells nothing, and a statute tells nothing. Precision goes before recall: what is not
    certainly told of the draft's own people is left out.
    """
    by_id = {pattern.id: pattern for pattern in patterns}
    taken: set[tuple[str, Span]] = set()
    cues: list[Match[Key]] = []
    for match in matches:
        if match.key[0] == "unless":
            taken.add((match.key[1], match.sentence))
        elif match.key[1] in by_id:
            cues.append(match)
    reader = _Reader(document, telling)
    told = [
        match
        for match in cues
        if (match.key[1], match.sentence) not in taken and reader.tells(match, happened=by_id[match.key[1]].happened)
    ]
    found = {match.key[1] for match in told if match.key[0] == "cue"}
    if not found or reader.reads_like_a_statute():
        return ()
    if len(found) < ENOUGH_FACTS and not telling.says_anywhere("context", document.text):
        return ()
    if not telling.says_anywhere("person", document.text):
        return ()
    facts = [match for match in told if match.key[0] == "cue" or not found.isdisjoint(by_id[match.key[1]].beside_facts)]
    return _merged(document.text, facts)


class _Reader:
    """
    Decides for one document whether a cue tells what happened to its own people; remembers what it decided of a
    sentence.
    """

    def __init__(self, document: Document, telling: Telling) -> None:
        self._text = document.text
        self._blocks = document.blocks
        self._telling = telling
        self._own: dict[Span, bool] = {}
        self._answers: dict[tuple[str, Span], bool] = {}

    def _says(self, name: str, sentence: Span) -> bool:
        """Whether one of the telling's phrases of that list stands in the sentence."""
        asked = (name, sentence)
        if asked not in self._answers:
            self._answers[asked] = self._telling.says(name, self._text, sentence)
        return self._answers[asked]

    def tells(self, match: Match[Key], *, happened: bool) -> bool:
        if match.sentence not in self._own:
            self._own[match.sentence] = self._own_story(match.sentence)
        if not self._own[match.sentence]:
            return False
        if happened and self._says("denied", match.sentence):
            return False
        asked = _own_words(match.phrase)
        inside = {word.lower() for word in _word().findall(self._text[match.span.start : match.span.end])}
        negators = self._telling.negators
        turned = self._telling.inside & inside or self._before(match, NEGATED_WITHIN) & negators
        if turned and not negators & asked:
            return False
        conditionals = self._telling.conditionals
        return not (happened and not conditionals & asked and self._before(match, CONDITIONAL_WITHIN) & conditionals)

    def reads_like_a_statute(self) -> bool:
        """Whether most of what was asked about so far speaks of the law rather than of anybody."""
        legal = sum(self._says("statute", sentence) for sentence in self._own)
        return legal >= STATUTE_SENTENCES and legal >= STATUTE_SHARE * len(self._own)

    def _before(self, match: Match[Key], count: int) -> set[str]:
        """The words before the cue, not further than its clause; "not only" negates nothing."""
        clause = re.split(r"[,;:()\u2013\u2014]", self._text[match.sentence.start : match.span.start])[-1]
        words = [word.lower() for word in _word().findall(clause)[-count:]]
        if "only" in words and "not" in words:
            words.remove("not")
        return set(words)

    def _own_story(self, sentence: Span) -> bool:
        text = self._text[sentence.start : sentence.end]
        if self._says("statute", sentence) or self._says("doctrine", sentence):
            return False
        if _case().search(text) and self._says("holding", sentence):
            return False
        block = _block_at(self._blocks, sentence.start)
        if block is None:
            return True
        if block.kind in SILENT_BLOCKS:
            return False
        return block.kind != "quotation" or _first_person().search(text) is not None


def _block_at(blocks: Sequence[Block], offset: int) -> Block | None:
    index = bisect_right(blocks, offset, key=lambda block: block.span.start)
    return blocks[index - 1] if index and blocks[index - 1].span.end > offset else None


def _merged(text: str, matches: Iterable[Match[Key]]) -> tuple[Fact, ...]:
    """One fact for places that overlap; the phrase of the first is kept as its cue."""
    places: dict[str, list[tuple[Span, str]]] = defaultdict(list)
    for match in sorted(matches, key=lambda match: (match.span.start, -match.span.end)):
        kept = places[match.key[1]]
        if kept and match.span.start < kept[-1][0].end:
            before, cue = kept[-1]
            kept[-1] = (Span(before.start, max(before.end, match.span.end)), cue)
        else:
            kept.append((match.span, match.phrase))
    facts = [Fact(name, span, text[span.start : span.end], cue) for name, kept in places.items() for span, cue in kept]
    return tuple(sorted(facts, key=lambda fact: (fact.span, fact.id)))
