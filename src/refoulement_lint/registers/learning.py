"""
What sentences that tell facts teach: how much each sign says for each fact and against it, and how much is enough.

Each file of ``rules/telling/<language>/`` has the sentences of one writer. The weights are those of a perceptron with a
margin (Rosenblatt 1958; averaged as by Freund and Schapire 1999): each sentence is asked in turn, and where a fact that
it tells has too low a sum, or one that it does not tell too high a one, its signs are put right by one step. It
is asked in the same order on every machine, so that the same sentences always teach the same.

What is enough is found by leaving writers out: the others teach, and their sentences are asked. So a sum counts as
enough only where it was right in sentences of writers who had no part in it.

Standard library only, like the whole compiler.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Container, Iterable, Iterator, Sequence
from itertools import chain
from pathlib import Path
from typing import NamedTuple

from refoulement_lint.folding import words_of
from refoulement_lint.likeness import NEVER, SCALE, Lanes, Learnt, pair_signs, word_signs

RIGHT = 0.85
"""How many of the sentences that reach a sum must tell the fact."""
FEWEST = 5
"""In so many of them it must have been right at least."""
GROUPS = 4
"""Writers are left out in so many groups at most, for each of which all is learnt again."""
IDLE = 2
"""A sentence that tells nothing counts as so many: stories have more of them than these files."""
WORTH = 0.05
"""This share of the right ones may be missed because their single words say too little."""
ABOVE = 40
"""The sum that a sentence should have for a fact that it tells."""
BELOW = -20
"""The sum that it should not have for one that it does not tell."""
ROUNDS = 6
"""How often all sentences are asked."""
LEARNING = 2
"""The first rounds, whose weights are not in the average."""
SEEN = 2
"""In so many sentences a sign must stand to be one."""
LEAST = 2
"""A weight below says nothing."""
MOST = 127
_GOLDEN = 0.618  # from each sentence to the one asked next, as a part of all: neighbours are much alike


class Sentence(NamedTuple):
    """A sentence: the facts that it tells, and its signs, those of its words and those of two in a row."""

    facts: frozenset[str]
    words: tuple[str, ...]
    pairs: tuple[str, ...]


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
        alone = chain.from_iterable(map(word_signs, dict.fromkeys(words)))
        read.append(Sentence(told - {"none"}, tuple(alone), tuple(dict.fromkeys(pair_signs(words)))))
    return read


class _Lesson(NamedTuple):
    """A sentence as it is learnt from: ones in the lanes of its facts, and the numbers of its signs."""

    told: int
    words: list[int]
    pairs: list[int]


def learn(files: Sequence[Path], facts: Sequence[str]) -> Learnt:
    """
    What the sentences of the *files*, one writer each, teach of the *facts*.

    Raises:
        SentenceError: See `sentences`.
    """
    writers = [sentences(path, facts) for path in files]
    seen = Counter(sign for writer in writers for one in writer for sign in (*one.words, *one.pairs))
    number = {sign: at for at, sign in enumerate(sign for sign, times in seen.items() if times >= SEEN)}
    lanes = Lanes(len(facts))
    lane = dict(zip(facts, lanes.places, strict=True))
    lessons = [
        [
            _Lesson(
                sum(1 << lane[fact] for fact in one.facts),
                [number[sign] for sign in one.words if sign in number],
                [number[sign] for sign in one.pairs if sign in number],
            )
            for one in writer
        ]
        for writer in writers
    ]
    asked: list[list[_Answer]] = [[] for _ in facts]
    groups = [list(chain.from_iterable(lessons[first::GROUPS])) for first in range(min(GROUPS, len(lessons)))]
    for own in groups if len(groups) > 1 else ():
        others = [one for other in groups if other is not own for one in other]
        asked_for = {sign for one in own for sign in (*one.words, *one.pairs)}
        weights = _weights(others, len(number), lanes, asked_for)
        for one in own:
            alone = weights[-1] + sum(weights[sign] for sign in one.words)
            told = lanes.apart(one.told)
            sums = lanes.apart(alone), lanes.apart(alone + sum(weights[sign] for sign in one.pairs))
            for answers, words, both, tells in zip(asked, *sums, told, strict=True):
                answers.append(_Answer(words, both, bool(tells), 1 if one.told else IDLE))
    enough = [_enough(answers) for answers in asked]
    *weights, base = _weights(list(chain.from_iterable(lessons)), len(number), lanes, range(len(number)))
    always = lanes.apart(base)
    return Learnt(
        facts,
        [needed - said if needed < NEVER else NEVER for (needed, _), said in zip(enough, always, strict=True)],
        [worth - said if worth < NEVER else NEVER for (_, worth), said in zip(enough, always, strict=True)],
        {sign: said for sign, at in number.items() if (said := bytes(_pairs(lanes.apart(weights[at]))))},
    )


class _Answer(NamedTuple):
    """The sum that a sentence's words alone have for a fact, that of all its signs, and whether it tells the fact."""

    alone: int
    sum: int
    tells: bool
    counts: int
    """As how many sentences."""


def _weights(lessons: Sequence[_Lesson], signs: int, lanes: Lanes, asked_for: Container[int]) -> list[int]:
    """
    The weights of the signs that are *asked for*, nothing for others, and behind them what every sentence has to begin
    with; side by side for all facts.
    """
    weights = [0] * (signs + 1)
    total = [0] * (signs + 1)
    weight_of = weights.__getitem__
    count = len(lessons)
    step = next(step for step in range(max(1, int(count * _GOLDEN)), count + 2) if math.gcd(step, count) == 1)
    above, below = lanes.ones * ABOVE, lanes.ones * (BELOW + 1)
    at = 0
    for done in range(ROUNDS):
        for _ in range(count):
            told, words, pairs = lessons[at]
            at = (at + step) % count
            sums = sum(map(weight_of, pairs), sum(map(weight_of, words), weights[-1]))
            low = told & ~lanes.reaching(sums, above)
            high = lanes.reaching(sums, below) & ~told
            if low or high:
                by = low - high
                weights[-1] += by
                for sign in words:
                    weights[sign] += by
                for sign in pairs:
                    weights[sign] += by
        if done >= LEARNING:
            for sign, weight in enumerate(weights):
                total[sign] += weight
    share = SCALE / (ROUNDS - LEARNING)
    least = LEAST * (ROUNDS - LEARNING)
    base = [round(weight * share) for weight in lanes.apart(total.pop())]

    def said(each: int) -> int:
        return lanes.of(
            [
                max(-MOST, min(MOST, round(weight * share))) if weight >= least or weight <= -least else 0
                for weight in lanes.apart(each)
            ]
        )

    return [*(said(each) if each and sign in asked_for else 0 for sign, each in enumerate(total)), lanes.of(base)]


def _pairs(weights: Iterable[int]) -> Iterator[int]:
    """Two bytes for each weight that is not nothing: which fact, how much."""
    for fact, weight in enumerate(weights):
        if weight:
            yield fact
            yield weight & 255


def _enough(answers: Iterable[_Answer]) -> tuple[int, int]:
    """
    The lowest sum that is reached by sentences of which enough tell the fact, and the sum of single words that almost
    all of these have; `NEVER` twice where there is none.
    """
    falling = sorted(answers, key=lambda one: -one.sum)
    right = reached = lowest = 0
    for count, one in enumerate(falling, 1):
        right += one.tells
        reached += one.counts
        # Sentences of one sum are reached together.
        if count < len(falling) and falling[count].sum == one.sum:
            continue
        if right >= FEWEST and right >= RIGHT * reached:
            lowest = count
    if not lowest:
        return NEVER, NEVER
    alone = sorted(one.alone for one in falling[:lowest] if one.tells)
    return falling[lowest - 1].sum, alone[int(WORTH * len(alone))]
