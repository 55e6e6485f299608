from __future__ import annotations

import pytest

from refoulement_lint import formats, pipeline
from refoulement_lint.engine import open_engine


def rules_on(sentence: str) -> set[str]:
    """The rules that speak of a sentence which stands alone."""
    document = formats.read(sentence.encode(), filename="draft.md")
    return {finding.rule for finding in pipeline.check(document, open_engine()).findings}


@pytest.mark.parametrize(
    "sentence",
    [
        "They turned away 13,200 people.",
        "1 184 prisonniers étaient détenus.",
        "Es wurden 52.000 Menschen zurückgeschoben.",
        "More than 300 prisoners were sentenced.",
        "Ponad 310 osób zawrócono.",
        "Daugiau kaip 60 žmonių apgręžta.",
        "In 2025 the guards returned 640 persons.",
        "About 70 % of them were returned.",
    ],
)
def test_many(sentence: str):
    """A number of many, in figures; in words it is a matter of the rule."""
    assert "evidence/unsourced-figure" in rules_on(sentence)


@pytest.mark.parametrize(
    "sentence",
    [
        "He was returned in 2025.",
        "On 14 March 2025 the patrol beat them.",
        "They were held for more than 48 hours.",
        "Die Haft dauerte über 60 Tage.",
        "Article 33 forbids it.",
        "Five men held him.",
        "On 3 March 2025 he stood there with 45 others.",
        "See no. 12625/17, §§ 59-67.",
    ],
)
def test_not_many(sentence: str):
    """A year, a day, hours, the number of an article or of a case, and the few of a story are none."""
    assert "evidence/unsourced-figure" not in rules_on(sentence)
