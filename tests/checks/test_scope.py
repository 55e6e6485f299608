"""Whom provisions protect and where they apply: the table, and what stands beside a provision in its sentence."""

import csv
import tomllib
from datetime import date
from pathlib import Path

import pytest

from refoulement_lint.checks import scope
from refoulement_lint.engine import open_engine
from refoulement_lint.formats import markdown
from refoulement_lint.pipeline import check as check_draft

RULES = Path(__file__).resolve().parents[2] / "rules"
ROWS = [
    *csv.DictReader(
        (RULES / "law" / "scope.tsv").read_text(encoding="utf-8").splitlines(),
        delimiter="\t",
        quoting=csv.QUOTE_NONE,
    )
]


@pytest.fixture(scope="module")
def engine():
    return open_engine()


def named(row):
    return f"{row['provision']}-{row['scope']}"


@pytest.mark.parametrize("row", ROWS, ids=named)
class TestTable:
    def test_provision_exists(self, engine, row):
        """Every provision, and every one that a sentence may name instead."""
        for target in filter(None, [row["provision"], *row["beside"].split(";")]):
            head, _, provision = target.rpartition(":")
            is_instrument = engine.registers.instruments.get(target) is not None
            assert is_instrument or engine.registers.instruments.exists(head, provision).word in (
                "exists",
                "unknown",
            ), target

    def test_lists_of_the_rule(self, row):
        """Whoever is outside has words in the rule of that scope."""
        check = tomllib.loads((RULES / "provision" / f"{row['scope']}-scope.toml").read_text("utf-8"))["check"]
        names = set(filter(None, row["excludes"].split(";")))

        assert names or row["state"]
        assert names <= set(scope.OUTSIDE)
        assert all(check.get(name) for name in names)

    def test_words_are_official(self, row):
        """What is quoted from a text that we hold stands in it."""
        path = RULES.parent / row["source"]
        if path.suffix != ".toml":
            pytest.skip("read elsewhere")
        text = path.read_text("utf-8")

        assert " ".join(row["words"].split()) in " ".join(text.split())

    def test_own_knowledge_is_not_verified(self, row):
        assert row["verified"] == str("own knowledge" not in row["source"]).lower()


class TestSentences:
    @pytest.mark.parametrize(
        ("text", "rule"),
        [
            ("Undocumented as he was, Article 26 of the Refugee Convention let him move freely.", "personal"),
            ("The foreign nationals were removed together, contrary to Article 3 of Protocol No. 4.", "personal"),
            ("Its own nationals were expelled together, which Article 4 of Protocol No. 4 prohibits.", "personal"),
            ("Ohne Aufenthaltstitel stand ihm Art. 13 ICCPR zu.", "personal"),
            (
                "Excluded from refugee status under Article 1F, he invokes Article 33 of the Refugee Convention.",
                "personal",
            ),
            ("The request made at the consulate falls under Directive 2013/32/EU.", "territorial"),
            ("In this wholly domestic matter Article 4 of the Charter of Fundamental Rights decides.", "territorial"),
            ("She had been refused entry, and Article 8 of Directive 2008/115/EC applied.", "territorial"),
            # Known, denied, said of others, or owed to everybody:
            ("Undocumented as he was, Article 33 of the Refugee Convention protected him.", ""),
            ("Unlike Article 3 of Protocol No. 4, which is about nationals, this provision protects aliens.", ""),
            ("Article 13 ICCPR protects aliens who are lawfully in the territory, undocumented ones never.", ""),
            ("Aliens were expelled in breach of Article 4 of Protocol No. 4, not of Article 3 of Protocol No. 4.", ""),
            ("In Moustaquim v. Belgium, no. 12313/86, an alien relied on Article 3 of Protocol No. 4.", ""),
            ("Her asylum application at the border falls under Directive 2013/32/EU.", ""),
            ("The embassy issued a visa. Article 6 of Directive 2013/32/EU was applied at the airport.", ""),
        ],
    )
    def test_outside(self, engine, text, rule):
        report = check_draft(markdown.of(text), engine, on=date(2026, 11, 22))
        said = [finding.rule for finding in report.findings if finding.rule.endswith("-scope")]

        assert said == ([f"provision/{rule}-scope"] if rule else [])
