"""Which held paragraphs speak of what a text speaks of, and how they are shown."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import lru_cache
from typing import NamedTuple

from refoulement_lint.corpus.held import Corpus, HeldExcerpt
from refoulement_lint.corpus.words import Telling, folded, stem, stems
from refoulement_lint.model import Support

# How many words a draft is asked about, how many one point of it, and how many paragraphs that have some of them are
# looked at closely for each.
_WORDS = 24
OF_A_POINT = 10
_LOOKED_AT_FOR_A_WORD = 5
_LOOKED_AT = _WORDS * _LOOKED_AT_FOR_A_WORD
# A word of half a corpus takes longer to look for than all others and tells hardly anything: the lightest words are
# not looked for, as long as together they weigh no more than this part of those that tell most. A paragraph that has
# no other word could not come near; and what the others find is compared with all words.
_NOT_LOOKED_FOR = 0.1
# The few words that tell most; a paragraph that has all of them could not be nearer.
_HEAVIEST = 6
# Two words in common are an accident.
_FEWEST_SHARED = 3
# A long paragraph has more words of every kind: from this length on it counts for less.
_USUAL_LENGTH = 700
_LONGEST_CUT = 320


class Near(NamedTuple):
    """
    A held paragraph and its *nearness* to a text, from 0 to 1; *shared* are the words of the text that it has, the most
    telling first.
    """

    excerpt: HeldExcerpt
    nearness: float
    shared: tuple[str, ...]


def nearest(text: str, corpus: Corpus, most: int, *, words: int = _WORDS) -> tuple[Near, ...]:
    """
    By so many *words*, at most *most* held paragraphs, the nearest first; none where nothing held has enough words of
    *text*.

    What is compared is the words that the text has often and the corpus in few places, so that a corpus about
    something else answers nothing.
    """
    plain = folded(text)
    _, held = corpus.count()
    telling = Telling(corpus.frequency(sorted(set(stems(plain)))), max(held, 1))
    weights: dict[str, float] = {}
    spoken: dict[str, str] = {}
    for word, weight in telling.weights(plain, words).items():
        weights.setdefault(stem(word), weight)
        spoken.setdefault(stem(word), word)
    if len(weights) < _FEWEST_SHARED:
        return ()
    full = sum(sorted(weights.values(), reverse=True)[:_HEAVIEST])
    telling_most = _looked_for(weights, _NOT_LOOKED_FOR * full)
    found = [
        _near(excerpt, weights, spoken, full)
        for excerpt in corpus.matching(telling_most, words * _LOOKED_AT_FOR_A_WORD)
    ]
    found = [near for near in found if len(near.shared) >= _FEWEST_SHARED]
    found.sort(key=lambda near: (-near.nearness, near.excerpt.document.name, near.excerpt.number))
    # One judgment that is held as .docx and as .html is one judgment.
    once: dict[tuple[str, str], Near] = {}
    for near in found:
        once.setdefault((near.excerpt.document.target, near.excerpt.paragraph.text), near)
    return tuple(once.values())[:most]


def _looked_for(weights: Mapping[str, float], spared: float) -> list[str]:
    """
    The words by which paragraphs are looked for: all but the lightest, which together weigh no more than *spared*.

    As many as a paragraph must share are kept.
    """
    kept = sorted(weights, key=lambda each: (-weights[each], each))
    while len(kept) > _FEWEST_SHARED and weights[kept[-1]] <= spared:
        spared -= weights[kept.pop()]
    return kept


def _near(excerpt: HeldExcerpt, weights: Mapping[str, float], spoken: Mapping[str, str], full: float) -> Near:
    words = excerpt.paragraph.text
    shared = sorted(weights.keys() & set(stems(words)), key=lambda each: (-weights[each], each))
    length = max(1.0, 0.5 + 0.5 * len(words) / _USUAL_LENGTH)
    nearness = min(1.0, sum(weights[each] for each in shared) / full / length) if full else 0.0
    return Near(excerpt, nearness, tuple(spoken[each] for each in shared))


@lru_cache(maxsize=1)
def _sentence() -> re.Pattern[str]:
    return re.compile(r"\S[^.!?;]*(?:[.!?;](?!\s)[^.!?;]*)*[.!?;]*[\"')\]]*")


def cut(text: str, words: tuple[str, ...]) -> str:
    """*text* in at most a few lines: from the sentence on that says most of *words*; what is left out shows as "…"."""
    if len(text) <= _LONGEST_CUT:
        return text
    wanted = {stem(folded(word)) for word in words}
    sentences = [found.span() for found in _sentence().finditer(text)]
    start = max(
        sentences, key=lambda span: (len(wanted & set(stems(text[span[0] : span[1]]))), -span[0]), default=(0, 0)
    )[0]
    kept = text[start : start + _LONGEST_CUT]
    if start + _LONGEST_CUT < len(text):
        kept = kept.rpartition(" ")[0] + " …"
    return f"{'… ' if start else ''}{kept}"


def answers(query: str, corpus: Corpus, most: int) -> tuple[Support, ...]:
    """The held paragraphs that have every word of *query*, those with the most of its very words first."""
    plain = folded(query)
    asked = tuple(dict.fromkeys(stems(plain)))
    found = corpus.matching(asked, max(most * 4, _LOOKED_AT), every=True)
    verbatim = frozenset(re.findall(r"[^\W_]+", plain))

    def exactness(excerpt: HeldExcerpt) -> tuple[bool, int]:
        words = folded(excerpt.paragraph.text)
        return plain in words, len(verbatim & set(re.findall(r"[^\W_]+", words)))

    best = sorted(found, key=exactness, reverse=True)[:most]
    return tuple(
        offered(excerpt, asked, score=1.0 - place / max(len(best), 1), why="it has the words asked for")
        for place, excerpt in enumerate(best)
    )


def offered(excerpt: HeldExcerpt, words: tuple[str, ...], *, score: float, why: str, side: str = "for") -> Support:
    """A held paragraph as it is offered: cut short, with its pinpoint, and the file as its source."""
    document = excerpt.document
    return Support(
        target=excerpt.target,
        citation=document.citation,
        says=f"“{cut(excerpt.paragraph.text, words)}”",
        source=document.path,
        pinpoint=excerpt.paragraph.pinpoint,
        side=side,
        score=score,
        why=why,
        verified=True,  # the user's own text, word for word
        corpus=document.name,
    )
