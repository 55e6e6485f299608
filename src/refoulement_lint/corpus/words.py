"""The words of a draft that tell it from other drafts: what a search is asked for."""

from __future__ import annotations

import math
import unicodedata
from collections import Counter
from collections.abc import Mapping

from refoulement_lint.late import late

_WORD = late(r"[^\W\d_]{4,}")
_TOKEN = late(r"[^\W_]+")
# The search stems its words and we do not: a word and its stem agree at least so far.
_STEM = 5
_LONGEST_NUMBER = 40
# Words that every story has and that the texts searched, which are written in the present tense and without people,
# often lack.
_EVERYWHERE = frozenset(
    "about after again against also although among another because been before being between both came could didn "
    "does down during each even every found from further gave given have having here himself however into itself "
    "just later least made make many might more most much must never only other over said same should since some "
    "still such taken than that their them then there therefore these they this those three through told took "
    "under until upon very want went were what when where whether which while whole whom whose will with within "
    "without would your first second several without years year months days hours people".split()
)


class Telling:
    """Chooses words by how often the draft has them and how few of the texts searched do."""

    def __init__(self, document_frequency: Mapping[str, int], texts: int | None = None) -> None:
        """*texts* is how many there are; as many as have the commonest word when not given."""
        self._frequency: Counter[str] = Counter()
        for word, documents in document_frequency.items():
            self._frequency[word[:_STEM]] += documents
        self._texts = texts or max(document_frequency.values(), default=1)

    def of(self, text: str, most: int = 64) -> tuple[str, ...]:
        """
        At most *most* words of *text*, the most telling first.

        Words that no text has are left out: they would find nothing.
        """
        return tuple(self.weights(text, most))

    def weights(self, text: str, most: int) -> dict[str, float]:
        """The same words with what each is worth: more for one that *text* repeats and few of the texts have."""
        counts = Counter(_WORD.findall(text.lower()))
        weights = {word: self._weight(word, count) for word, count in counts.items() if word not in _EVERYWHERE}
        best = sorted((word for word in weights if weights[word] > 0), key=lambda word: (-weights[word], word))
        return {word: weights[word] for word in best[:most]}

    def rarity(self, word: str) -> float:
        """The less texts have the word, the more; 0 for one that all or none have."""
        documents = self._frequency.get(word[:_STEM], 0)
        return math.log((self._texts + 1) / min(documents, self._texts + 1)) if documents else 0.0

    def _weight(self, word: str, count: int) -> float:
        return count / (count + 1.5) * self.rarity(word)


def words_in(text: str) -> frozenset[str]:
    """The words of a short text, cut to their stems."""
    return frozenset(word[:_STEM] for word in _WORD.findall(text.lower()))


def folded(text: str) -> str:
    """*text* in lower case without accents, since drafts write Kuźnica and Kuznica."""
    text = text.lower()
    if text.isascii():
        return text
    text = unicodedata.normalize("NFKD", text)
    for sign in filter(unicodedata.combining, set(text)):
        text = text.replace(sign, "")
    return text


def stems(text: str) -> list[str]:
    """Every word of *text*, folded and cut to its stem, and every number whole: what an index holds of it."""
    return [stem(word) for word in _TOKEN.findall(folded(text))]


def stem(word: str) -> str:
    """The stem of a folded word; a number is its own, unless it is the noise of a file that is no text."""
    return word[: _STEM if word.isalpha() else _LONGEST_NUMBER]
