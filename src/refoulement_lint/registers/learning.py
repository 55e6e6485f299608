"""
What sentences that tell facts teach: how much each sign says for each fact, and how much is enough.

Each file of ``rules/telling/<language>/`` has the sentences of one writer. What is enough is found by leaving one
writer out at a time: the others' sentences are counted, and his are asked. So a sum counts as enough only where it was
right in sentences that had no part in it.

Standard library only, like the whole compiler.
"""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import chain
from pathlib import Path
from typing import NamedTuple

from refoulement_lint.folding import words_of
from refoulement_lint.likeness import DILUTES, SCALE, Learnt, pair_signs, word_signs

RIGHT = 0.87
"""How many of the sentences that reach a sum must tell the fact."""
FEWEST = 5
"""In so many of them it must have been right at least."""
MARGIN = 1.2
"""So much more is needed with everybody's sentences counted: more signs are known then, whatever a sentence tells."""
WORTH = 0.05
"""This share of the right ones may be missed because their single words say too little."""
PRIOR = 0.1
"""Added to each count, so that what was never seen is unlikely and not impossible."""
LEAST = 0.5
"""A lower weight says nothing."""
PAIR_SEEN = 2
"""In so many sentences two words must stand in a row to be a sign."""
MOST = 255

Sum = tuple[float, float]
"""What a sentence's words alone say for a fact, and all its signs."""


class Sentence(NamedTuple):
    """
    A sentence: how many words it has, the facts that it tells, and its signs, those of each different word together.
    """

    length: int
    facts: frozenset[str]
    words: tuple[tuple[str, ...], ...]
    pairs: frozenset[str]

    @property
    def signs(self) -> frozenset[str]:
        """All of them, each once."""
        return self.pairs.union(*self.words) if self.words else self.pairs


class SentenceError(Exception):
    """A line that cannot be read; says which."""


def sentences(path: Path, facts: Iterable[str]) -> list[Sentence]:
    """
    The sentences of one file: ``fact fact<TAB>sentence`` or ``none<TAB>sentence`` on each line; ``#`` begins a remark.

    Raises:
        SentenceError: A line is none of these, or names a fact that is none of *facts*.
    """
    known = {*facts, "none"}
    read = []
    for number, line in enumerate(path.read_text("utf-8").splitlines(), 1):
        if not line or line.startswith("#"):
            continue
        named, tab, text = line.partition("\t")
        told = frozenset(named.split())
        if not tab or not told or not told <= known or not text.strip():
            raise SentenceError(f"{path.name}, line {number}: neither facts, a tab and a sentence, nor a remark")
        words = words_of(text)
        different = tuple(word_signs(word) for word in dict.fromkeys(words))
        read.append(Sentence(len(words), told - {"none"}, different, frozenset(pair_signs(words))))
    return read


class _Counts:
    """In how many sentences each fact is told, each sign stands, and both."""

    def __init__(self, read: Iterable[Sentence] = ()) -> None:
        self.all = 0
        self.telling: Counter[str] = Counter()
        self.having: Counter[str] = Counter()
        self.both: defaultdict[str, Counter[str]] = defaultdict(Counter)
        for sentence in read:
            self.all += 1
            self.telling.update(sentence.facts)
            signs = sentence.signs
            self.having.update(signs)
            if sentence.facts:
                for sign in signs:
                    self.both[sign].update(sentence.facts)

    def weights(self, sign: str, less: _Counts) -> Iterator[tuple[str, float]]:
        """What the sign says for each fact, the sentences of *less* left out."""
        both = self.both.get(sign)
        having = self.having[sign] - less.having[sign]
        if both is None or having < (PAIR_SEEN if " " in sign else 1):
            return
        without = less.both.get(sign, Counter())
        number = self.all - less.all
        for fact, count in both.items():
            here = count - without[fact]
            if here:
                telling = self.telling[fact] - less.telling[fact]
                told = (here + PRIOR) / (telling + 2 * PRIOR)
                otherwise = (having - here + PRIOR) / (number - telling + 2 * PRIOR)
                weight = math.log(told / otherwise)
                if weight > LEAST:
                    yield fact, weight


def learn(files: Sequence[Path], facts: Sequence[str]) -> Learnt:
    """
    What the sentences of the *files*, one writer each, teach of the *facts*.

    Raises:
        SentenceError: See `sentences`.
    """
    writers = [sentences(path, facts) for path in files]
    counts = _Counts(sentence for writer in writers for sentence in writer)
    asked: dict[str, list[tuple[Sum, bool]]] = {fact: [] for fact in facts}
    for writer in writers:
        own = _Counts(writer)
        known: dict[str, dict[str, float]] = {}
        for sentence in writer:
            for fact, said in _sums(sentence, counts, own, known).items():
                asked[fact].append((said, fact in sentence.facts))
    enough = [_enough(asked[fact]) for fact in facts]
    place = {fact: number for number, fact in enumerate(facts)}
    nobody = _Counts()
    weights = {}
    for sign in counts.both:
        shares = sorted((place[fact], _quantum(weight)) for fact, weight in counts.weights(sign, nobody))
        if shares:
            weights[sign] = bytes(chain.from_iterable(shares))
    return Learnt(facts, [needed for needed, _ in enough], [worth for _, worth in enough], weights)


def _quantum(weight: float) -> int:
    return min(MOST, round(weight * SCALE))


def _sums(sentence: Sentence, counts: _Counts, own: _Counts, known: dict[str, dict[str, float]]) -> Mapping[str, Sum]:
    """What the sentence says for each fact, when *own*, the sentences of its writer, are left out of the *counts*."""

    def weights(sign: str) -> dict[str, float]:
        if sign not in known:
            known[sign] = dict(counts.weights(sign, own))
        return known[sign]

    alone: defaultdict[str, float] = defaultdict(float)
    for sign in chain.from_iterable(sentence.words):
        for fact, weight in weights(sign).items():
            alone[fact] += weight
    both = alone.copy()
    for sign in sentence.pairs:
        for fact, weight in weights(sign).items():
            both[fact] += weight
    diluted = sentence.length * DILUTES / SCALE
    return {fact: (alone[fact] - diluted, said - diluted) for fact, said in both.items()}


def _enough(asked: Iterable[tuple[Sum, bool]]) -> tuple[int, int]:
    """
    The lowest sum that is reached by sentences of which enough tell the fact, and the sum of single words that almost
    all of these have; two zeros where there is none.
    """
    falling = sorted(asked, key=lambda one: -one[0][1])
    right = lowest = 0
    for number, (_, tells) in enumerate(falling, 1):
        right += tells
        if right >= FEWEST and right >= RIGHT * number:
            lowest = number
    if not lowest:
        return 0, 0
    needed = falling[lowest - 1][0][1]
    alone = sorted(said for (said, _), tells in falling[:lowest] if tells)
    return max(1, math.ceil(MARGIN * needed * SCALE)), max(1, math.floor(alone[int(WORTH * len(alone))] * SCALE))
