"""
How like the sentences that tell a fact a sentence is: what each of its words says for the fact and against it, added
up.

The compiler weighs the *signs* in the sentences of ``rules/telling/<language>/*.tsv`` (``registers/learning.py``). A
sign is a word; the beginning of a longer one, ``laugh*``; or two words in a row, each cut to six letters. Nothing is
guessed at: the same sentence always has the same sum, and the words that made it up are named.

Standard library only, because the compiler cuts the sentences into the same signs.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence, Set
from itertools import pairwise
from struct import Struct
from typing import NamedTuple

LETTERS = (4, 6)
"""How many letters the beginnings of a word have: one of a stem, and one that tells stems apart."""
STEM = 5
"""How many letters of a word count in a pair."""
LONGEST = 250
"""Words: a longer sentence is a table or a list."""
NEAR = 18
"""Within how many words the place lies that is named for a fact."""
SCALE = 32
"""Weights are parts of the logarithm of the odds: so many make one."""
TELLING = 16
"""From this weight on a sign shows where in the sentence the fact is told."""
TOLD = round(-0.5 * SCALE)
"""
A sentence tells a fact of which it has no phrase from this sum on: odds of 38 to 62. Chosen, as the sums below, on
stories of other writers than those learnt from.
"""
SURE = round(0.4 * SCALE)
"""A sentence without a phrase that says less tells the fact weakly."""
WORTH = round(-2.5 * SCALE)
"""Where the single words of a sentence say less of every fact, pairs are not even looked at."""
UNLIKE = (-5 * SCALE, -4 * SCALE, -5 * SCALE)
"""
A phrase tells nothing where the sentence says less for its fact than this: of several words; of one word, which takes
a sentence that says something for it, since "boat" alone tells of no irregular entry; and of one word in a sentence of
few, which says little in any case.
"""
MANY_WORDS = 70
"""Words of a sentence that tells many things, where most words say something against each: a phrase is read with
what is `AROUND` it alone."""
AROUND = 25
"""So many words before a phrase, and behind it."""
FEW_WORDS = 15
"""Words of a sentence that is short."""
STRONG = (round(-2.5 * SCALE), round(-4.5 * SCALE))
"""
So much at least a sentence must say for a fact of which it has a phrase, or it tells it weakly: a sentence, and a
short one, which says little in any case.
"""
NOTHING: Mapping[str, bool] = {}
NOWHERE: Mapping[str, int] = {}
KNOWN_WORDS = 10_000
"""How many different words are remembered, some 2 MB."""
KNOWN_PAIRS = 2_000
"""How many pairs of them, half a MB: a draft says the same things again."""

# The sums for all facts are one number, a lane of so many bits for each, so that one addition adds them all. A sum
# below nothing borrows from the lanes above it, until half a lane is added to each.
LANE = 32
HALF = 1 << (LANE - 1)
MASK = (1 << LANE) - 1
# What a byte stands for as a weight.
_SIGNED = (*range(128), *range(-128, 0))


class Lanes:
    """Numbers side by side in one, each from -HALF to HALF - 1."""

    def __init__(self, count: int) -> None:
        self.places = tuple(LANE * place for place in range(count))
        self.ones = sum(1 << lane for lane in self.places)
        """One in every lane."""
        self.tops = self.ones * HALF
        """The top bit of every lane."""
        self._packed = Struct(f"<{count}I")

    def of(self, numbers: Iterable[int]) -> int:
        """The *numbers* side by side."""
        return int.from_bytes(self._packed.pack(*[number + HALF for number in numbers]), "little") - self.tops

    def apart(self, sums: int) -> list[int]:
        """The number of each lane."""
        raised = (sums + self.tops).to_bytes(self._packed.size, "little")
        return [number - HALF for number in self._packed.unpack(raised)]

    def each(self, sums: Iterable[int], place: int) -> list[int]:
        """The number that each of the *sums* has in one lane."""
        lane, tops = self.places[place], self.tops
        return [(one + tops >> lane & MASK) - HALF for one in sums]

    def halved(self, numbers: int, times: int) -> int:
        """The number of each lane halved so many *times*, downwards."""
        kept = self.ones * ((1 << LANE - times) - 1)
        return (numbers + self.tops >> times & kept) - (self.tops >> times)

    def without(self, numbers: int, taken: int) -> int:
        """The same with nothing in each lane where *taken* has a one."""
        raised = numbers + self.tops
        return (raised & ~(taken * MASK) | taken << (LANE - 1)) - self.tops

    def reaching(self, sums: int, least: int) -> int:
        """One in each lane whose number is that of *least* or more, nothing in the others."""
        return (sums - least + self.tops & self.tops) >> (LANE - 1)


def word_signs(word: str) -> tuple[str, ...]:
    """The signs of one word by itself."""
    if word.isdigit():
        return ("0",)
    return (word, *[f"{word[:letters]}*" for letters in LETTERS if len(word) > letters])


def pair_signs(words: Sequence[str]) -> list[str]:
    """The sign of each two words in a row."""
    stems = ["0" if word.isdigit() else word[:STEM] for word in words]
    return [f"{one} {other}" for one, other in pairwise(stems)]


class Learnt(NamedTuple):
    """
    What the sentences of one language taught: the facts in the order in which weights name them; for each what every
    sentence begins with; and for each sign its weights, two bytes each: which fact, and how much it says for it, or
    against it when above 127 (then less 256).
    """

    facts: Sequence[str]
    always: Sequence[int]
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
        always: Sequence[int],
        look_up: Callable[[Iterable[str]], Mapping[str, bytes]],
    ) -> None:
        self._look_up = look_up
        self._facts = facts
        self._lanes = Lanes(len(facts))
        self._always = self._lanes.of(always)
        self._lane = dict(zip(facts, self._lanes.places, strict=True))
        self._words: dict[str, int] = {}
        self._pairs: dict[str, int] = {}

    def read(
        self,
        words: Sequence[str],
        different: Set[str],
        cued: Mapping[str, bool] = NOTHING,
        at: Mapping[str, int] = NOWHERE,
    ) -> tuple[list[Told], list[str], list[str]]:
        """
        The facts that the sentence of these *words* (``folding.words_of``) tells, *different* being the set of them;
        those of the facts *cued* by a phrase, of more than one word or not, that it is too unlike to tell; and those
        that it tells weakly. *at* are the words at which the phrases begin.
        """
        if not 0 < len(words) <= LONGEST:
            return [], [], []
        total = self._always + self._sum_of_words(different)
        ones = self._lanes.ones
        if not cued and not self._lanes.reaching(total, ones * WORTH):
            return [], [], []
        pairs = pair_signs(words)
        known = self._met_pairs(set(pairs))
        total += sum(known.values())
        unlike: list[str] = []
        weak: list[str] = []
        if len(words) > MANY_WORDS:
            for fact, more in cued.items():
                near = words[max(0, at.get(fact, 0) - AROUND) : at.get(fact, 0) + AROUND]
                _, too_unlike, too_weak = self.read(near, set(near), {fact: more})
                unlike += too_unlike
                weak += too_weak
        elif cued:
            phrase, word, short = (self._lanes.reaching(total, ones * least) for least in UNLIKE)
            word = short if len(words) <= FEW_WORDS else word
            unlike = [fact for fact, more in cued.items() if not (phrase if more else word) >> self._lane[fact] & 1]
            strong = self._lanes.reaching(total, ones * STRONG[len(words) <= FEW_WORDS])
            weak = [fact for fact in cued if not strong >> self._lane[fact] & 1]
        reached = self._lanes.reaching(total, ones * TOLD)
        if not reached:
            return [], unlike, weak
        said = [self._words[word] for word in words]
        beside = [known[pair] for pair in pairs]
        told = [
            Told(self._facts[place], *_place(self._lanes.each(said, place), self._lanes.each(beside, place)))
            for place, lane in enumerate(self._lanes.places)
            if reached >> lane & 1
        ]
        sure = self._lanes.reaching(total, ones * SURE)
        weak += [one.fact for one in told if one.fact not in cued and not sure >> self._lane[one.fact] & 1]
        return told, unlike, weak

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

    def _met_pairs(self, pairs: Set[str]) -> Mapping[str, int]:
        """What each of the *pairs* says; most say nothing."""
        if new := pairs - self._pairs.keys():
            if len(self._pairs) > KNOWN_PAIRS:
                self._pairs.clear()
                new = set(pairs)
            weights = self._look_up(new)
            self._pairs.update((pair, self._spread(weights[pair]) if pair in weights else 0) for pair in new)
        return {pair: self._pairs[pair] for pair in pairs}

    def _spread(self, weights: bytes) -> int:
        """The weights of a sign, each in the lane of its fact."""
        total = 0
        places = self._lanes.places
        each = iter(weights)
        for fact in each:
            total += _SIGNED[next(each)] << places[fact]
        return total


def _place(words: Sequence[int], pairs: Sequence[int]) -> tuple[int, int]:
    """The first and the last of the words that say most for a fact, near to one another."""
    says = list(words)
    for place, weight in enumerate(pairs):
        says[place] += weight
        says[place + 1] += weight
    telling = [place for place, weight in enumerate(says) if weight >= TELLING] or [says.index(max(says))]
    best = max(telling, key=lambda first: (sum(says[first : first + NEAR]), -first))
    return best, max(place for place in telling if best <= place < best + NEAR)
