"""What of the user's own documents speaks to the points of a draft, and its place among the curated authorities."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from typing import TYPE_CHECKING

from refoulement_lint.corpus.nearest import OF_A_POINT, Near, nearest, offered
from refoulement_lint.late import late
from refoulement_lint.model import Support

if TYPE_CHECKING:
    from refoulement_lint.corpus.held import Corpus
    from refoulement_lint.corpus.search import Candidate, Query, Speaks

# An excerpt says one thing; the third from one document is better looked for there.
_EXCERPTS_OF_ONE = 2
_EXCERPTS_ON_ARGUMENT = 2
# So much of an excerpt speaks to the point without doubt: one argument that the draft misses, two facts that it tells,
# and all the words that tell most. It stands behind so many authorities, and a weaker one further down.
_STRONG = 3.0
_BEFORE_EXCERPTS = 2
# An excerpt that speaks of one argument or fact only is near the draft in its other words too.
_NEAR_ENOUGH = 0.4
# For how many arguments, of those that ask most, paragraphs are looked for apart; a draft of ten pages has many points,
# and a paragraph makes one.
_ASKED_APART = 2
_QUOTED = late(r'"(?:[^"\n]|\n(?!\s*\n)){20,2000}"')


def on_argument(point: str, corpus: Corpus, speaks_of: Speaks, argument: str) -> tuple[Support, ...]:
    """
    Excerpts of the user's own documents on one argument, found by its question and what the draft tells for it, which
    speak of it or of a fact of the draft.
    """
    return tuple(
        offered(near.excerpt, near.shared, score=near.nearness, why=_shares(near.shared))
        for near in nearest(point, corpus, _EXCERPTS_ON_ARGUMENT)
        if near.nearness >= _NEAR_ENOUGH
        and any(one == argument or one.startswith("fact:") for one in speaks_of(near.excerpt.paragraph.text))
    )


def of_draft(
    query: Query, corpus: Corpus, candidates: list[Candidate], authorities: list[Support], *, most: int
) -> list[Support]:
    """
    Excerpts of the user's own documents that speak to the draft's points.

    One that speaks of nothing that the draft tells or argues is not offered, however many words it shares. What an
    authority scores says nothing of a paragraph, nor the reverse: so how strongly an excerpt speaks gives it a place
    among the *authorities*, and the place its score. A few from each document at most. An excerpt of a judgment that
    stands against the draft does so too.
    """
    scores = sorted((support.score for support in authorities), reverse=True)
    speaking = [(strength, near) for near in _near(query, corpus, most) if (strength := _strength(near, query))]
    speaking.sort(key=lambda pair: (-pair[0], pair[1].excerpt.document.name, pair[1].excerpt.number))
    against = {one.target for one in candidates if (one.opposes or one.adverse) and not one.serves}
    found: list[Support] = []
    counted: Counter[str] = Counter()
    for strength, near in speaking:
        document = near.excerpt.document
        if document.decided >= query.on.isoformat() or counted[document.name] == _EXCERPTS_OF_ONE:
            continue
        counted[document.name] += 1
        side = "against" if document.target in against else "for"
        score = _score_at(strength, scores)
        found.append(offered(near.excerpt, near.shared, score=score, why=_shares(near.shared), side=side))
    return found[:most]


def _score_at(strength: float, scores: list[float]) -> float:
    """The score at the place that the strength of an excerpt (0 to 1) gives it among falling *scores*."""
    if not scores:
        return strength
    first = min(_BEFORE_EXCERPTS, len(scores)) - 1
    place = first + (1.0 - strength) * (len(scores) - 1 - first)
    above = int(place)
    below = min(above + 1, len(scores) - 1)
    # A hair below the authority above it, so that the two do not change places.
    return scores[above] + (place - above) * (scores[below] - scores[above]) - 0.0001


def _near(query: Query, corpus: Corpus, most: int) -> Iterable[Near]:
    """The held paragraphs nearest to the draft, or to one of the points that ask most, each where it is nearest."""
    # What the draft quotes it has read already.
    found = [*nearest(_QUOTED.sub(" ", query.text), corpus, 4 * most)]
    points = sorted(query.points.keys() & query.weights.keys(), key=lambda name: (-query.weights[name], name))
    for name in points[:_ASKED_APART]:
        found += nearest(query.points[name], corpus, 2 * most, words=OF_A_POINT)
    held: dict[tuple[str, str], Near] = {}
    for near in found:
        key = near.excerpt.document.name, near.excerpt.paragraph.text
        if key not in held or held[key].nearness < near.nearness:
            held[key] = near
    return held.values()


def _strength(near: Near, query: Query) -> float:
    """
    How strongly an excerpt speaks to the point, 0 to 1: by the arguments and facts of which it speaks, and its words.

    A draft of which nothing is known is compared by its words alone.
    """
    if not query.points:
        return near.nearness if near.nearness >= _NEAR_ENOUGH else 0.0
    spoken = query.speaks_of(near.excerpt.paragraph.text)
    if not spoken or (len(spoken) == 1 and near.nearness < _NEAR_ENOUGH):
        return 0.0
    arguments = sum(weight for name, weight in query.weights.items() if f"argument:{name}" in spoken)
    facts = sum(one.startswith("fact:") for one in spoken)
    return min(1.0, (arguments + 0.5 * facts + near.nearness) / _STRONG)


def _shares(words: tuple[str, ...]) -> str:
    return f"in your corpus; shares {', '.join(words[:5])} with the draft"
