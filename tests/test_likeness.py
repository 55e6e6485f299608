"""What a sentence says by its likeness: sums in lanes are the sums, and the place named is in the sentence."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from refoulement_lint.likeness import (
    FEWEST,
    HALF,
    INFORMATIVE,
    LONGEST,
    MANY_WORDS,
    NEAR,
    NEVER,
    OVER,
    Lanes,
    Likeness,
    Told,
    pair_signs,
    word_signs,
)

Known = dict[str, dict[int, int]]
FACTS = ("detention", "minor", "torture-risk")
ALPHABET = ("locked", "cell", "boy", "cables", "beaten", "the", "in", "2019", "detained", "detention")
words = st.lists(st.sampled_from(ALPHABET), max_size=40)
weights = st.dictionaries(
    st.sampled_from(
        sorted({sign for word in ALPHABET for sign in word_signs(word)} | {"locked in", "in cell", "the boy"})
    ),
    st.dictionaries(st.integers(0, 2), st.integers(-127, 127).filter(bool), min_size=1),
)
sums = st.tuples(*[st.integers(-200, 400) | st.just(NEVER)] * 3)
numbers = st.lists(st.integers(-HALF // 4, HALF // 4), min_size=1, max_size=40)


def _asked(known: Known, needed: tuple[int, ...], worth: tuple[int, ...] = (1, 1, 1)) -> Likeness:
    """A likeness of these weights; where *needed* is `NEVER` nothing was found to be enough."""
    held = {sign: bytes(one & 255 for pair in sorted(own.items()) for one in pair) for sign, own in known.items()}
    return Likeness(FACTS, needed, worth, lambda signs: {sign: held[sign] for sign in signs if sign in held})


def _sum(known: Known, sentence: list[str], fact: int, *, pairs: bool = True) -> int:
    """The same sum as a sum."""
    alone = [sign for word in set(sentence) for sign in word_signs(word)]
    both = [*alone, *set(pair_signs(sentence))] if pairs else alone
    return sum(known.get(sign, {}).get(fact, 0) for sign in both)


def _informative(known: Known, sentence: list[str], fact: int) -> int:
    """How many different signs say the fact."""
    signs = {sign for word in sentence for sign in word_signs(word)}.union(pair_signs(sentence))
    return sum(known.get(sign, {}).get(fact, 0) >= INFORMATIVE for sign in signs)


def _told(likeness: Likeness, sentence: list[str]) -> list[Told]:
    return likeness.read(sentence, set(sentence))[0]


class TestSigns:
    @pytest.mark.parametrize(
        ("word", "expected"),
        [("cell", ("cell",)), ("detained", ("detained", "detai*")), ("2019", ("0",)), ("straż", ("straż",))],
    )
    def test_of_a_word(self, word: str, expected: tuple[str, ...]) -> None:
        """
        A word, the beginning of a longer one, and one sign for all numbers.
        """
        assert expected == word_signs(word)

    def test_of_two_words(self) -> None:
        """
        Two in a row, each cut short, so that their endings count for little.
        """
        assert ["was detain", "detain 0"] == pair_signs(["was", "detained", "2019"])


class TestLanes:
    @given(numbers)
    def test_side_by_side(self, many: list[int]) -> None:
        """
        What is put side by side comes apart again, whatever lies below nothing.
        """
        lanes = Lanes(len(many))

        assert many == lanes.apart(lanes.of(many))

    @given(st.lists(st.tuples(st.integers(-HALF // 4, HALF // 4), st.integers(-HALF // 4, HALF // 4)), min_size=1))
    def test_sums_and_those_that_reach(self, pairs: list[tuple[int, int]]) -> None:
        """
        One addition adds every lane, and one comparison compares every lane.
        """
        lanes = Lanes(len(pairs))
        one, other = (lanes.of(side) for side in zip(*pairs, strict=True))

        assert [a + b for a, b in pairs] == lanes.apart(one + other)
        assert [int(a >= b) for a, b in pairs] == lanes.apart(lanes.reaching(one, other))


class TestLikeness:
    @given(weights, sums, words)
    def test_lanes_are_sums(self, known: Known, needed: tuple[int, ...], sentence: list[str]) -> None:
        """
        A fact is told where its own sum is enough, whatever the sums of the others.
        """
        expected = {
            fact
            for place, fact in enumerate(FACTS)
            if needed[place] != NEVER
            and _sum(known, sentence, place) >= needed[place]
            and any(_sum(known, sentence, other, pairs=False) >= 1 for other in range(len(FACTS)))
            and _informative(known, sentence, place) >= FEWEST
        }

        assert expected == {told.fact for told in _told(_asked(known, needed), sentence)}

    @given(weights, words.filter(bool))
    def test_place_is_in_the_sentence(self, known: Known, sentence: list[str]) -> None:
        """
        The words named for a fact lie in the sentence, near to one another.
        """
        for told in _told(_asked(known, (-50, 1, 50)), sentence):
            assert 0 <= told.first <= told.last < len(sentence)
            assert told.last - told.first < NEAR

    def test_words_that_say_it(self) -> None:
        """
        From the first word that says much to the last.
        """
        known: Known = {"locked": {0: 90}, "cell": {0: 60}, "the": {0: 9}, "locke*": {0: 6}, "in a": {0: 6}}
        sentence = ["was", "locked", "in", "a", "cell", "the"]

        assert [("detention", 1, 4)] == _told(_asked(known | {"a cell": {0: 6}}, (40, 40, 40)), sentence)
        assert not _told(_asked(known, (40, 40, 40)), sentence), "too few signs say it, however loudly"

    def test_a_long_sentence_is_a_list(self) -> None:
        """
        What is longer than any sentence tells nothing, and no sum runs over into the next lane.
        """
        cell = ["locked", "cell", "boy"]
        signs = {sign for word in cell for sign in word_signs(word)}.union(pair_signs(cell))
        likeness = _asked({sign: {0: 127, 1: 127, 2: 127} for sign in signs}, (1, 1, 1))

        assert not _told(likeness, cell * LONGEST)
        assert len(FACTS) == len(_told(likeness, cell))

    @pytest.mark.parametrize(
        ("against", "more", "words", "expected"),
        [
            (-100, True, 2, ["minor"]),
            (-40, True, 2, []),
            (5, False, 2, []),
            (5, False, 30, ["minor"]),
            (60, False, 30, []),
        ],
    )
    def test_what_is_too_unlike(self, against: int, more: bool, words: int, expected: list[str]) -> None:
        """
        A phrase is taken away where the other words speak against the fact; one word alone needs some that speak for
        it, but in a short sentence.
        """
        sentence = ["boy", *(["the"] * (words - 1))]
        likeness = _asked({"boy": {1: against}}, (200, 200, 200))

        assert expected == likeness.read(sentence, set(sentence), {"minor": more})[1]

    @pytest.mark.parametrize(
        ("weight", "words", "expected"),
        [(100, 20, []), (40, 20, ["minor"]), (-20, 2, ["minor"]), (10, 2, [])],
    )
    def test_what_is_weak(self, weight: int, words: int, expected: list[str]) -> None:
        """
        The rest of a sentence has to say something for a fact of which it has a phrase, of a short one nothing against.
        """
        sentence = ["boy", *(["the"] * (words - 1))]
        likeness = _asked({"boy": {1: weight}}, (200, 200, 200))

        assert expected == likeness.read(sentence, set(sentence), {"minor": True})[2]

    def test_just_enough_is_weak(self) -> None:
        """
        A fact without a phrase is weak where the sum is hardly what it needs.
        """
        cell = ["locked", "cell", "boy"]
        signs = {sign for word in cell for sign in word_signs(word)}.union(pair_signs(cell))
        total = 10 * len(signs)

        for needed, expected in ((total, ["detention"]), (total - OVER, [])):
            told, _, weak = _asked({sign: {0: 10} for sign in signs}, (needed, NEVER, NEVER)).read(cell, set(cell))
            assert ["detention"] == [one.fact for one in told]
            assert expected == weak

    def test_a_sentence_of_many_things(self) -> None:
        """
        A phrase is read with the words around it, not with what stands at the other end.
        """
        sentence = ["boy", *(["the"] * MANY_WORDS), "beaten"]
        likeness = _asked({"boy": {1: 80}, "beaten": {1: -120}}, (200, 200, 200))

        assert ([], [], []) == likeness.read(sentence, set(sentence), {"minor": True}, {"minor": 0})
        assert ["minor"] == likeness.read(sentence, set(sentence), {"minor": True}, {"minor": MANY_WORDS})[1]

    def test_known_words_are_not_asked_again(self) -> None:
        """
        Each sign is looked up once.
        """
        asked: list[str] = []
        likeness = Likeness(FACTS, (1, 1, 1), (1, 1, 1), lambda signs: asked.extend(signs) or {})

        _told(likeness, ["locked", "cell"])
        _told(likeness, ["cell", "locked"])

        assert sorted(asked) == sorted(set(asked))
