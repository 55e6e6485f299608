"""The language of a draft, from the small words that each language cannot do without."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

# The first pages decide; a brief quotes foreign judgments, but it is written in one language.
ENOUGH = 20_000


def language_of(text: str, languages: Mapping[str, Mapping[str, Any]]) -> str:
    """
    The code of the language whose ``common`` words (``rules/languages``) are the most frequent, of two the one of whose
    own ``letters`` there are more: "na" is Czech and Polish, "ł" is not; ``"en"`` when none occurs.

    *text* is the reading; only its first pages are counted.
    """
    counts: dict[str, int] = {}
    begun = text[:ENOUGH].lower()
    for word in re.findall(r"[^\W\d_]+", begun):
        counts[word] = counts.get(word, 0) + 1
    scores = {code: sum(counts.get(word, 0) for word in words.get("common", ())) for code, words in languages.items()}
    most = max(scores.values(), default=0)
    equal = [code for code in scores if scores[code] == most]
    if not most:
        return "en"
    letters = {code: sum(map(begun.count, languages[code].get("letters", ""))) for code in equal}
    return max(equal, key=lambda code: (letters[code], code == "en"))
