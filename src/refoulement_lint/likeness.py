"""
How like the sentences that tell a fact a sentence is: what each of its words says for the fact, added up.

The compiler counts in which sentences of ``rules/telling/<language>/*.tsv`` a *sign* stands and which facts these tell
(``registers/learning.py``). A sign is a word; the beginning of a longer one, ``laugh*``; or two words in a row, each
cut to six letters. It weighs as much as the logarithm of how many times as often it stands where the fact is told as
where it is not. Nothing is guessed at: the same sentence always has the same sum, and the words that made it up are
named.

Standard library only, because the compiler cuts the sentences into the same signs.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence, Set
from itertools import pairwise
from typing import NamedTuple

LETTERS = 5
"""How many letters a beginning has."""
STEM = 6
"""How many letters of a word count in a pair."""
LONGEST = 250
"""Words: a longer sentence is a table or a list."""
NEAR = 18
"""Within how many words the place lies that is named for a fact."""
SCALE = 16
"""Weights are kept in sixteenths."""
DILUTES = 11
"""So much, in sixteenths, each word of a sentence takes off again: a long one has more of everything."""
TELLING = SCALE
"""From this weight on a sign shows where in the sentence the fact is told."""
KNOWN_WORDS = 10_000
"""How many different words are remembered, some 2 MB."""

# The sums for all facts are one number, a lane of so many bits for each, so that one addition adds them all.
LANE = 24
_HALF = 1 << (LANE - 1)


def _lane(sums: int, lane: int) -> int:
    return (sums >> lane) & (_HALF - 1)


def word_signs(word: str) -> tuple[str, ...]:
    """The signs of one word by itself."""
    if word.isdigit():
        return ("0",)
    return (word, f"{word[:LETTERS]}*") if len(word) > LETTERS else (word,)


def pair_signs(words: Sequence[str]) -> list[str]:
    """The sign of each two words in a row."""
    stems = ["0" if word.isdigit() else word[:STEM] for word in words]
    return [f"{one} {other}" for one, other in pairwise(stems)]


class Learnt(NamedTuple):
    """
    What the sentences of one language taught: the facts in the order in which weights name them; for each the sum from
    which a sentence tells it, and that of its single words below which pairs are not even looked at (both in
    sixteenths, 0: none was found to be safe); and for each sign its weights, two bytes each: which fact, how much.
    """

    facts: Sequence[str]
    needed: Sequence[int]
    worth: Sequence[int]
    weights: Mapping[str, bytes]


class Told(NamedTuple):
    """A fact that a sentence tells, and the first and the last of the words that say so."""

    fact: str
    first: int
    last: int


class Likeness:
    """
    Asks of each sentence which facts it tells.

    *look_up* gives the weights of those of the signs that are known, as `Learnt` keeps them.
    """

    def __init__(
        self,
        facts: Sequence[str],
        needed: Sequence[int],
        worth: Sequence[int],
        look_up: Callable[[Iterable[str]], Mapping[str, bytes]],
    ) -> None:
        self._look_up = look_up
        self._lanes = {fact: LANE * place for place, fact in enumerate(facts)}
        self._each = sum(1 << lane for lane in self._lanes.values())
        self._tops = self._each * _HALF
        self._short_of = self._below(needed)
        self._not_worth = self._below(worth)
        self._words: dict[str, int] = {}

    def told(self, words: Sequence[str], different: Set[str]) -> list[Told]:
        """The facts that the sentence of these *words* (``folding.words_of``) tells; *different* is the set of them."""
        if len(words) > LONGEST:
            return []
        total = self._sum_of_words(different)
        diluted = self._each * (DILUTES * len(words))
        if not (total + self._not_worth - diluted) & self._tops:
            return []
        pairs = pair_signs(words)
        known = {pair: self._spread(weights) for pair, weights in self._look_up(set(pairs)).items()}
        reached = (total + sum(known.values()) + self._short_of - diluted) & self._tops
        if not reached:
            return []
        return [
            Told(fact, *self._place(words, [known.get(pair, 0) for pair in pairs], lane))
            for fact, lane in self._lanes.items()
            if (reached >> lane) & _HALF
        ]

    def _below(self, sums: Iterable[int]) -> int:
        """
        What sets the top bit of each lane that has its sum, when added; of none whose sum is 0. Every lane keeps enough
        for what a sentence dilutes.
        """
        least = (needed or _HALF // 2 for needed in sums)
        return sum((_HALF - needed) << lane for lane, needed in zip(self._lanes.values(), least, strict=True))

    def _sum_of_words(self, words: Set[str]) -> int:
        try:
            return sum(map(self._words.__getitem__, words))
        except KeyError:
            self.meet(words)
            return sum(map(self._words.__getitem__, words))

    def meet(self, words: Set[str]) -> None:
        """Add up what the signs of each of the *words* say; those of a sentence are met when it is asked about."""
        if len(self._words) > KNOWN_WORDS:
            self._words.clear()
        signs = {word: word_signs(word) for word in words if word not in self._words}
        weights = self._look_up({sign for own in signs.values() for sign in own})
        for word, own in signs.items():
            self._words[word] = sum(self._spread(weights[sign]) for sign in own if sign in weights)

    def _spread(self, weights: bytes) -> int:
        """The weights of a sign, each in the lane of its fact."""
        total = 0
        for place in range(0, len(weights), 2):
            total += weights[place + 1] << (LANE * weights[place])
        return total

    def _place(self, words: Sequence[str], pairs: Sequence[int], lane: int) -> tuple[int, int]:
        """
        The first and the last of the words that say most for the fact of that *lane*, near to one another; *pairs* are
        the sums of the pairs.
        """
        says = [_lane(self._words[word], lane) for word in words]
        for place, pair in enumerate(pairs):
            weight = _lane(pair, lane)
            says[place] += weight
            says[place + 1] += weight
        telling = [place for place, weight in enumerate(says) if weight >= TELLING] or [says.index(max(says))]
        best = max(telling, key=lambda first: (sum(says[first : first + NEAR]), -first))
        return best, max(place for place in telling if best <= place < best + NEAR)
