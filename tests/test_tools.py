"""What a maintainer's scripts count, and that they count the same each time."""

import importlib.util
import random
import re
from collections import Counter, namedtuple
from pathlib import Path

import pytest

from refoulement_lint.engine import open_engine

TOOLS = Path(__file__).resolve().parents[1] / "tools"


def tool(name):
    """A script of tools/ as a module."""
    spec = importlib.util.spec_from_file_location(name, TOOLS / f"{name}.py")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def record(start, end, target="ECHR:3", kind="provision", **rest):
    return {"start": start, "end": end, "target": target, "kind": kind, **rest}


def counted(gold, found):
    """Hits, missed and false over everything, by overlap alone."""
    counts = Counter()
    tool("score_gold").score(gold, found, "en", lambda one, other: True, counts, [])
    return [counts["all", outcome] for outcome in ("hit", "missed", "false")]


class TestScore:
    def test_one_to_one(self):
        """
        Two predictions over one annotation are one hit and one false alarm.
        """
        assert [1, 0, 1] == counted([record(0, 10)], [record(0, 10), record(2, 6)])

    def test_optional(self):
        """
        An optional annotation costs nothing when missed, and what is found there is no false alarm.
        """
        optional = record(0, 10, opt=True)

        assert [0, 0, 0] == counted([optional], [])
        assert [0, 0, 0] == counted([optional], [record(0, 4), record(5, 9)])

    def test_closest_first(self):
        """
        A prediction goes to the annotation that it covers best.
        """
        pairs = tool("score_gold").pairs([record(0, 4), record(4, 20)], [record(2, 20)], lambda one, other: True)

        assert {1: 0} == pairs

    @pytest.mark.parametrize(
        ("one", "other", "same"),
        [
            ("ECHR:3", "ECHR:3", True),
            ("ECtHR:30696/09", "ecthr:30696/09", True),
            ("cjeu:C‑411/10", "cjeu:C-411/10", True),
            ("ECHR:3", "ECHR:2", False),
            ("ECHR:3", None, False),
        ],
    )
    def test_same_target(self, one, other, same):
        """
        Dashes and the court's capitals make no difference; articles do.
        """
        assert same == tool("score_gold").same_target(one, other)


class TestProse:
    def test_is_the_same_each_time(self):
        """
        Two runs measure the same text.
        """
        prose = tool("prose").prose

        assert prose(5_000) == prose(5_000)
        assert prose(5_000) != prose(5_000, seed=2)

    def test_leaves_no_slot(self):
        """
        Every slot of every pattern is filled.
        """
        text = tool("prose").prose(200_000)

        assert [] == re.findall(r"[{}]", text)

    def test_density(self):
        """
        There is about one citation in 500 characters, as in a judgment of Strasbourg.
        """
        text = tool("prose").prose(200_000)
        citations = len(re.findall(r"Articles?\b|Rule 39|(?<=\w) v\. ", text))

        assert 400 <= len(text) / citations <= 600


class TestMutate:
    @pytest.fixture
    def bench(self):
        return tool("mutate")

    @pytest.fixture(scope="class")
    @classmethod
    def engine(cls):
        return open_engine()

    def sample(self, bench, **parts):
        pattern = "See {applicant} v. {respondent}, no. {number}, {date}, § {paragraph}."
        return bench.written("ecthr", "court", None, pattern, **parts)

    def test_written(self, bench):
        """
        A part that is empty takes the words before it along, and the others know where they stand.
        """
        sample = self.sample(bench, applicant="Saadi", respondent="Italy", number="37201/06", date="28 February 2008")

        assert "See Saadi v. Italy, no. 37201/06, 28 February 2008." == str(sample)
        assert "37201/06" == str(sample)[slice(*sample.place("number"))]

    @pytest.mark.parametrize("change", ["another_digit", "transposed", "another_letter"])
    def test_one_change(self, bench, change):
        """
        A mutation changes its part and no other, and the same seed changes it alike.
        """
        made = [getattr(bench, change)("37201/06 Saadi", random.Random(4)) for _ in range(2)]

        assert made[0] == made[1] != "37201/06 Saadi"
        assert len("37201/06 Saadi") - 1 <= len(made[0]) <= len("37201/06 Saadi") + 1

    @pytest.mark.parametrize(
        ("number", "rules", "word"),
        [
            ("37201/06", ("authority/number-of-another-case",), "verified"),
            ("30696/09", ("authority/number-of-another-case",), "caught"),
            ("30696/09", ("authority/date-differs",), "other"),
        ],
    )
    def test_outcome(self, bench, engine, number, rules, word):
        """
        Only a finding that names the changed part is a catch; a right citation left alone counts as let through.
        """
        sample = self.sample(bench, applicant="Saadi", respondent="Italy", number=number, date="28 February 2008")
        mutation = bench.Mutation("number", ("ecthr",), None, rules)

        assert word == bench.outcome(sample, mutation, engine)[0]

    def test_number_of_the_same_case(self, bench):
        """
        The number of an application that was joined is right: that is no mutation.
        """
        row = namedtuple("Row", "numbers")(("9671/15", "9761/15"))
        sample = bench.written("ecthr", "court", row, "See {number}.", number="9671/15")

        assert bench.part("number", lambda text, rng: "9761/15")(sample, random.Random(1), None) is None
        assert "See 9672/15." == str(bench.part("number", lambda text, rng: "9672/15")(sample, random.Random(1), None))

    def test_enough_classes(self, bench):
        """
        There are more than twenty classes, none twice, each with rules that exist.
        """
        known = {f"{path.parent.name}/{path.stem}" for path in (TOOLS.parent / "rules").glob("*/*.toml")}
        names = [mutation.name for mutation in bench.MUTATIONS]

        assert len(names) == len(set(names)) > 20
        assert {rule for mutation in bench.MUTATIONS for rule in mutation.rules} - known == set()
