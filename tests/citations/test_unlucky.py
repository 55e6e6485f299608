"""No text makes a pattern run away: the texts are made from the patterns themselves, for every one of them."""

import re
from collections import defaultdict

import pytest
import unlucky

SIZE = 5_000 if unlucky.EVERYTHING else 3_000
ENOUGH = 0.05
"""Seconds that are no running away for so short a text, on a busy machine too."""
FAMILIES = ("back_references", "cjeu", "court", "documents", "ecthr", "ecthr_names", "ecthr_parts", "identifiers",
    "instruments", "national_cases", "parties", "provisions", "sections", "series", "un", "words")  # fmt: skip


# The forms of a hundred courts are made from a dozen templates, so that each tenth tells of the others; `.ci/run` tries
# them all.
TEMPLATED = ("court", "series")
STEP = 1 if unlucky.EVERYTHING else 10


@pytest.fixture(scope="module")
def made(engine):
    """Family → the unlucky inputs of all its patterns."""
    found = defaultdict(list)
    for family, one in unlucky.inputs(engine.grammar):
        found[family.split()[0]].append(one)
    return {family: inputs[:: STEP if family in TEMPLATED else 1] for family, inputs in found.items()}


class TestEveryPattern:
    def test_there_are_patterns_of_every_family(self, made):
        """
        None is left out: a grammar that comes later brings its patterns along.
        """
        assert set(FAMILIES) <= set(made)
        assert 800 < sum(map(len, made.values()))

    @pytest.mark.slow
    @pytest.mark.parametrize("family", FAMILIES)
    def test_ten_times_the_text(self, grammar_seconds, made, family):
        """
        Ten times the text takes about ten times as long, not a hundred; asked where the short one takes long.
        """
        runaways = []
        for one in made[family]:
            short = grammar_seconds(one.text(SIZE))
            if short > ENOUGH and grammar_seconds(one.text(10 * SIZE)) > 30 * short:
                runaways.append(one)

        assert [] == runaways


class TestTheTexts:
    @pytest.mark.parametrize(
        ("pattern", "piece"),
        [
            (r"(a+)+$", ("", "a")),
            (r"Article (?:\d{1,3}, )*x", ("Article ", "1, ")),
            (r"(?:one|two)+ [^;]*!", ("", "two")),
        ],
    )
    def test_pieces(self, pattern, piece):
        """
        What is repeated is found, with what leads to it.
        """
        assert piece in unlucky.pieces(re.compile(pattern))
