"""
What sentences that tell facts teach: how much each sign says for each fact and against it.

Each file of ``rules/telling/<language>/`` has the sentences of one writer, story after story. What is learnt is a
logistic regression with a penalty on large weights, one for each fact, found by coordinate ascent in its dual (Yu,
Huang and Lin 2011): each sentence pulls at the weights of its signs, for each fact by so much as the sum still
falls short of what the sentence tells, never by more than `PULL`, and is asked again what it must pull once the
others have pulled. Two sentences in a row are a lesson too, since a story tells one thing in several sentences.

All is counted in whole numbers, for all facts at once, and in the same order on every machine, so that the same
sentences always teach the same. Standard library only, like the whole compiler.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from itertools import chain, pairwise
from pathlib import Path
from typing import NamedTuple

from refoulement_lint.folding import words_of
from refoulement_lint.likeness import SCALE, Lanes, Learnt, pair_signs, word_signs

PULL = 0.25
"""The most that one lesson may pull at a weight, in units of the logarithm of the odds: the smaller, the flatter."""
STAIRS, HEIGHT = 16, 5
"""The logistic curve is climbed in so many stairs, each of so many steps, of which `PULL` has 80."""
STEP = PULL / (STAIRS * HEIGHT)
SLOW = 2
"""A lesson makes good each time a quarter (two bits) of what is missing, so as not to pull too far."""
ROUNDS = 8
"""How often all lessons are asked; ten rounds read the stories of other writers no better than four."""
SEEN, PAIRS_SEEN = 2, 3
"""In so many sentences a sign of one word must stand to be one, and one of two words."""
LEAST = 3
"""A weight below, in the units of `SCALE`, says nothing."""
MOST = 127
UNASKED = "# Says nothing of: "
"""Behind it stand the facts that were first thought of when the sentences below had been written."""
_GOLDEN = 0.618  # from each lesson to the one asked next, as a part of all: neighbours are much alike


class Sentence(NamedTuple):
    """A sentence: the facts that it tells, those that its writer did not think of, its words, and its signs."""

    facts: frozenset[str]
    unasked: frozenset[str]
    words: tuple[str, ...]
    signs: frozenset[str]


class SentenceError(Exception):
    """A line that cannot be read; says which."""


def sentences(path: Path, facts: Iterable[str]) -> list[Sentence]:
    """
    The sentences of one file: ``fact fact<TAB>sentence`` or ``none<TAB>sentence`` on each line; ``#`` begins a remark,
    of which that of `UNASKED` is read.

    Raises:
        SentenceError: A line is none of these, or names a fact that is none of *facts*.
    """
    known = {*facts, "none"}
    read = []
    unasked: frozenset[str] = frozenset()
    for number, line in enumerate(path.read_text("utf-8").splitlines(), 1):
        if line.startswith(UNASKED):
            unasked = frozenset(line.removeprefix(UNASKED).split())
        if not line or line.startswith("#"):
            continue
        named, tab, text = line.partition("\t")
        told = frozenset(named.split())
        if not tab or not told or not told <= known or not text.strip():
            raise SentenceError(f"{path.name}, line {number}: neither facts, a tab and a sentence, nor a remark")
        words = words_of(text)
        read.append(Sentence(told - {"none"}, unasked - told, tuple(words), _signs(words)))
    return read


def _signs(words: Sequence[str]) -> frozenset[str]:
    return frozenset(chain(chain.from_iterable(map(word_signs, words)), pair_signs(words)))


def learn(files: Sequence[Path], facts: Sequence[str]) -> Learnt:
    """
    What the sentences of the *files*, one writer each, teach of the *facts*.

    Raises:
        SentenceError: See `sentences`.
    """
    writers = [sentences(path, facts) for path in files]
    seen = Counter(sign for writer in writers for one in writer for sign in sorted(one.signs))
    often = (sign for sign, times in seen.items() if times >= (PAIRS_SEEN if " " in sign else SEEN))
    number = {sign: at for at, sign in enumerate(often)}
    lanes = Lanes(len(facts))
    lane = dict(zip(facts, lanes.places, strict=True))

    def lesson(one: Sentence) -> _Lesson:
        told, unasked = (sum(1 << lane[fact] for fact in some if fact in lane) for some in (one.facts, one.unasked))
        return _Lesson(told, unasked, [number[sign] for sign in one.signs if sign in number])

    lessons = [lesson(one) for writer in writers for one in writer]
    for writer in writers:
        for one, other in pairwise(writer):
            words = (*one.words, *other.words)
            facts_of_both = one.facts | other.facts
            unasked = (one.unasked | other.unasked) - facts_of_both
            lessons.append(lesson(Sentence(facts_of_both, unasked, words, _signs(words))))
    *weights, always = _weights(lessons, len(number), lanes)
    return Learnt(
        facts,
        [round(weight * STEP * SCALE) for weight in lanes.apart(always)],
        {sign: said for sign, at in number.items() if (said := bytes(_pairs(lanes.apart(weights[at]))))},
    )


class _Lesson(NamedTuple):
    """
    What is learnt from: ones in the lanes of the facts that are told, and of those of which nothing is known; and the
    numbers of the signs.
    """

    told: int
    unasked: int
    signs: list[int]


def _weights(lessons: Sequence[_Lesson], signs: int, lanes: Lanes) -> list[int]:
    """The weights of the signs, and behind them what every sentence begins with; side by side for all facts."""
    weights = [0] * (signs + 1)
    weight_of = weights.__getitem__
    pulls = [0] * len(lessons)
    # The sum from which each stair is no longer missing.
    stairs = [lanes.ones * round(math.log((one - 0.5) / (STAIRS - one + 0.5)) / STEP) for one in range(1, STAIRS + 1)]
    step = _step(len(lessons))
    at = 0
    for _ in range(ROUNDS * len(lessons)):
        told, unasked, own = lessons[at]
        total = sum(map(weight_of, own), weights[-1])
        reached = sum(lanes.reaching(total, stair) for stair in stairs)
        missing = (told * STAIRS - reached) * HEIGHT - pulls[at]
        if unasked:
            missing = lanes.without(missing, unasked)
        if missing and (more := lanes.halved(missing, SLOW)):
            pulls[at] += more
            weights[-1] += more
            for sign in own:
                weights[sign] += more
        at = (at + step) % len(lessons)
    return weights


def _step(count: int) -> int:
    """How far the lesson asked next lies behind, so that all of so many are asked in turn."""
    return next(step for step in range(max(1, int(count * _GOLDEN)), count + 2) if math.gcd(step, count) == 1)


def _pairs(weights: Iterable[int]) -> Iterator[int]:
    """Two bytes for each weight that says something: which fact, how much in the units of `SCALE`."""
    for fact, weight in enumerate(weights):
        scaled = round(weight * STEP * SCALE)
        if abs(scaled) >= LEAST:
            yield fact
            yield max(-MOST, min(MOST, scaled)) & 255
