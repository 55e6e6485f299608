"""
Sentences made to mislead: denials, negations, conditions, other people's cases, headings, quotations, and stories told
without the usual words. One file for each language, ``adversarial/<language>.tsv``: fact, sign, sentence.

``+`` tells the fact and ``-`` does not; with a question mark we know that the finder gets it wrong.
"""

from __future__ import annotations

from functools import cache
from pathlib import Path

import pytest

from refoulement_lint.facts.finder import find_facts
from refoulement_lint.formats import markdown
from tests.facts.test_finder import PATTERNS, TELLINGS, _book

FOLDER = Path(__file__).parent / "adversarial"
# A sentence stands in a draft; what comes before it says that the draft is about people who seek protection.
BEFORE = {
    "en": "The applicants are asylum seekers.",
    "fr": "Les requérants sont des demandeurs d'asile.",
    "de": "Die Beschwerdeführer sind Asylbewerber, sie waren auf der Flucht.",
    "pl": "Skarżący są cudzoziemcami i uciekli z kraju.",
    "ru": "Заявители — беженцы, они бежали из страны.",
    "lt": "Pareiškėjai yra pabėgėliai, jie pabėgo iš savo šalies.",
    "lv": "Pieteicēji ir bēgļi, viņi bija spiesti bēgt no savas valsts.",
}


@cache
def _sentences() -> list[tuple[str, str, str, str]]:
    return [
        (language, *line.split("\t"))
        for language in BEFORE
        for line in (FOLDER / f"{language}.tsv").read_text("utf-8").splitlines()
    ]


def _tells(language: str, fact: str, sentence: str) -> bool:
    document = markdown.of(f"{BEFORE[language]}\n\n{sentence}\n")
    matches = _book(language).matches(document.text, document.blocks)
    found = find_facts(document, matches, PATTERNS, TELLINGS[language])
    return any(one.id == fact and one.span.start > len(BEFORE[language]) for one in found)


@pytest.mark.parametrize(
    ("language", "fact", "sign", "sentence"),
    [
        pytest.param(*one, marks=pytest.mark.xfail(strict=True, reason="known"), id=f"{one[0]}: {one[3][:50]}")
        if one[2].endswith("?")
        else pytest.param(*one, id=f"{one[0]}: {one[3][:50]}")
        for one in _sentences()
    ],
)
def test_sentence(language: str, fact: str, sign: str, sentence: str) -> None:
    """
    The fact is found where the sentence tells it of the draft's own people, and nowhere else.
    """
    assert sign.startswith("+") == _tells(language, fact, sentence)


@pytest.mark.parametrize("group", [("en",), ("fr", "de"), ("pl", "ru"), ("lt", "lv")], ids="-".join)
def test_eighty_of_each_group(group: tuple[str, ...]) -> None:
    """
    Each group of languages has at least eighty, and not fewer than a quarter of each kind.
    """
    signs = [sign[0] for language, _, sign, _ in _sentences() if language in group]

    assert len(signs) >= 80
    assert min(signs.count("+"), signs.count("-")) >= 20
