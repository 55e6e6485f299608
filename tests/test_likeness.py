"""What a sentence says by its likeness: sums in lanes are the sums, and the place named is in the sentence."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from refoulement_lint.likeness import (
    HALF,
    LONGEST,
    MANY_WORDS,
    NEAR,
    STRONG,
    SURE,
    TOLD,
    UNLIKE,
    WORTH,
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
sums = st.tuples(*[st.integers(-400, 200)] * 3)
NOTHING = (-500, -500)
"""What other facts begin with of which nothing is told."""
numbers = st.lists(st.integers(-HALF // 4, HALF // 4), min_size=1, max_size=40)


def _asked(known: Known, always: tuple[int, ...]) -> Likeness:
    """A likeness of these weights, *always* being what every sentence begins with."""
    held = {sign: bytes(one & 255 for pair in sorted(own.items()) for one in pair) for sign, own in known.items()}
    return Likeness(FACTS, always, lambda signs: {sign: held[sign] for sign in signs if sign in held})


def _sum(known: Known, sentence: list[str], fact: int, *, pairs: bool = True) -> int:
    """The same sum as a sum."""
    alone = [sign for word in set(sentence) for sign in word_signs(word)]
    both = [*alone, *set(pair_signs(sentence))] if pairs else alone
    return sum(known.get(sign, {}).get(fact, 0) for sign in both)


def _told(likeness: Likeness, sentence: list[str]) -> list[Told]:
    return likeness.read(sentence, set(sentence))[0]


class TestSigns:
    @pytest.mark.parametrize(
        ("word", "expected"),
        [
            ("cell", ("cell",)),
            ("detained", ("detained", "deta*", "detain*")),
            ("2019", ("0",)),
            ("straż", ("straż", "stra*")),
        ],
    )
    def test_of_a_word(self, word: str, expected: tuple[str, ...]) -> None:
        """
        A word, two beginnings of a longer one, and one sign for all numbers.
        """
        assert expected == word_signs(word)

    def test_of_two_words(self) -> None:
        """
        Two in a row, each cut short, so that their endings count for little.
        """
        assert ["was detai", "detai 0"] == pair_signs(["was", "detained", "2019"])


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

    @given(numbers, st.integers(0))
    def test_without(self, many: list[int], bits: int) -> None:
        """
        Some lanes are emptied, the others stay.
        """
        lanes = Lanes(len(many))
        taken = sum((bits >> place & 1) << lane for place, lane in enumerate(lanes.places))

        assert [0 if bits >> place & 1 else one for place, one in enumerate(many)] == lanes.apart(
            lanes.without(lanes.of(many), taken)
        )

    @given(numbers, st.integers(1, 4))
    def test_halved(self, many: list[int], times: int) -> None:
        """
        Every lane is halved by itself, downwards.
        """
        lanes = Lanes(len(many))

        assert [one >> times for one in many] == lanes.apart(lanes.halved(lanes.of(many), times))


class TestLikeness:
    @given(weights, sums, words)
    def test_lanes_are_sums(self, known: Known, always: tuple[int, ...], sentence: list[str]) -> None:
        """
        A fact is told where its own sum is enough, whatever the sums of the others.
        """
        looked_at = sentence and any(
            always[other] + _sum(known, sentence, other, pairs=False) >= WORTH for other in range(len(FACTS))
        )
        expected = {
            fact
            for place, fact in enumerate(FACTS)
            if looked_at and always[place] + _sum(known, sentence, place) >= TOLD
        }

        assert expected == {told.fact for told in _told(_asked(known, always), sentence)}

    @given(weights, words.filter(bool))
    def test_place_is_in_the_sentence(self, known: Known, sentence: list[str]) -> None:
        """
        The words named for a fact lie in the sentence, near to one another.
        """
        for told in _told(_asked(known, (50, TOLD, -50)), sentence):
            assert 0 <= told.first <= told.last < len(sentence)
            assert told.last - told.first < NEAR

    def test_words_that_say_it(self) -> None:
        """
        From the first word that says much to the last.
        """
        known: Known = {"locked": {0: 90}, "cell": {0: 60}, "the": {0: 9}, "locke*": {0: 6}, "in a": {0: 6}}
        sentence = ["was", "locked", "in", "a", "cell", "the"]

        assert [("detention", 1, 4)] == _told(_asked(known, (TOLD - 150, *NOTHING)), sentence)
        assert not _told(_asked(known, (TOLD - 200, *NOTHING)), sentence)

    def test_a_long_sentence_is_a_list(self) -> None:
        """
        What is longer than any sentence tells nothing, and no sum runs over into the next lane.
        """
        cell = ["locked", "cell", "boy"]
        signs = {sign for word in cell for sign in word_signs(word)}.union(pair_signs(cell))
        likeness = _asked({sign: {0: 127, 1: 127, 2: 127} for sign in signs}, (0, 0, 0))

        assert not _told(likeness, cell * LONGEST)
        assert len(FACTS) == len(_told(likeness, cell))

    @pytest.mark.parametrize(
        ("above", "more", "words", "expected"),
        [
            (UNLIKE[0] - 1, True, 2, ["minor"]),
            (UNLIKE[0], True, 2, []),
            (UNLIKE[1] - 1, False, 30, ["minor"]),
            (UNLIKE[1], False, 30, []),
            (UNLIKE[2], False, 2, []),
            (UNLIKE[2] - 1, False, 2, ["minor"]),
        ],
    )
    def test_what_is_too_unlike(self, above: int, more: bool, words: int, expected: list[str]) -> None:
        """
        A phrase is taken away where its sentence speaks against the fact; one word alone needs a sentence that says
        more, a short one excepted.
        """
        sentence = ["boy", *(["the"] * (words - 1))]
        likeness = _asked({"boy": {1: -10}}, (0, above + 10, 0))

        assert expected == likeness.read(sentence, set(sentence), {"minor": more})[1]

    @pytest.mark.parametrize(
        ("above", "words", "expected"),
        [
            (STRONG[0], 20, []),
            (STRONG[0] - 1, 20, ["minor"]),
            (STRONG[1] - 1, 2, ["minor"]),
            (STRONG[1], 2, []),
        ],
    )
    def test_what_is_weak(self, above: int, words: int, expected: list[str]) -> None:
        """
        The rest of a sentence has to say something for a fact of which it has a phrase, of a short one less.
        """
        sentence = ["boy", *(["the"] * (words - 1))]
        likeness = _asked({"boy": {1: 10}}, (-500, above - 10, -500))

        assert expected == likeness.read(sentence, set(sentence), {"minor": True})[2]

    def test_just_enough_is_weak(self) -> None:
        """
        A fact without a phrase is weak where the sum is hardly what it needs.
        """
        cell = ["locked", "cell", "boy"]
        signs = {sign for word in cell for sign in word_signs(word)}.union(pair_signs(cell))
        total = 10 * len(signs)

        for needed, expected in ((TOLD, ["detention"]), (SURE, [])):
            likeness = _asked({sign: {0: 10} for sign in signs}, (needed - total, *NOTHING))
            told, _, weak = likeness.read(cell, set(cell))
            assert ["detention"] == [one.fact for one in told]
            assert expected == weak

    def test_a_sentence_of_many_things(self) -> None:
        """
        A phrase is read with the words around it, not with what stands at the other end.
        """
        sentence = ["boy", *(["the"] * MANY_WORDS), "beaten"]
        likeness = _asked({"boy": {1: 80}, "beaten": {1: -120}}, (-500, UNLIKE[0] - 70, -500))

        assert (["minor"], ["minor"]) == likeness.read(sentence, set(sentence), {"minor": True}, {"minor": 60})[1:]
        assert [] == likeness.read(sentence, set(sentence), {"minor": True}, {"minor": 0})[1]

    def test_known_words_are_not_asked_again(self) -> None:
        """
        Each sign is looked up once.
        """
        asked: list[str] = []
        likeness = Likeness(FACTS, (-500, -500, -500), lambda signs: asked.extend(signs) or {})

        _told(likeness, ["locked", "cell"])
        _told(likeness, ["cell", "locked"])

        assert sorted(asked) == sorted(set(asked))
