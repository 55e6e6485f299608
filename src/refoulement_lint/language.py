"""The language of a draft, from the small words that each language cannot do without."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

# The first pages decide; a brief quotes foreign judgments, but it is written in one language.
ENOUGH = 20_000


def language_of(text: str, languages: Mapping[str, Mapping[str, Any]]) -> str:
    """
    The code of the language whose ``common`` words (``rules/languages``) are the most frequent; ``"en"`` when none
    occurs.

    *text* is the reading; only its first pages are counted.
    """
    counts: dict[str, int] = {}
    for word in re.findall(r"[^\W\d_]+", text[:ENOUGH].lower()):
        counts[word] = counts.get(word, 0) + 1
    scores = {code: sum(counts.get(word, 0) for word in words.get("common", ())) for code, words in languages.items()}
    best = max(scores, key=lambda code: (scores[code], code == "en"), default="en")
    return best if scores.get(best) else "en"
