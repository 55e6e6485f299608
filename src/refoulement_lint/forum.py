"""
Before whom the draft pleads, and against which State: a guess from its first page, its headings and what it cites.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from itertools import islice
from typing import Any, NamedTuple

from attrs import field, frozen

from refoulement_lint.folding import fold
from refoulement_lint.late import late
from refoulement_lint.model import Citation, Document, Span, in_order
from refoulement_lint.phrases import Match

FIRST_PAGE = 1_500
"""Characters in which a draft usually says before whom it pleads."""

EARLY, ELSEWHERE, MOST_ELSEWHERE = 4, 1, 4
"""
What a cue on the first page or in a heading counts, what one elsewhere counts, and how much all those together at
most.
"""

COMMITTEES = frozenset({"cat", "hrc", "crc"})
"""Forums with interim measures of their own: where one is addressed, a request for them is none under Rule 39."""

NAMED_AS_PARTY = (
    r"(?:state\s+party|respondent\s+state|respondent\s+government|respondent|high\s+contracting\s+party|état\s+(?:partie|défendeur)"
    r"|państwo\s+pozwane|vertragsstaat|государство[\s-]+(?:участник|ответчик))\s*:"
)
"""How the head of a draft names the State by itself: "State party: Switzerland"."""

STRASBOURG = ("ecthr", "ecthr-rule39")

ENOUGH = 4
"""Below this the forum stays unknown: one cue on the first page, or several elsewhere."""


@frozen(kw_only=True, eq=False, repr=False)
class Forum:
    """
    One forum: its name, its standard of risk in our words, the arguments it always expects, and how a draft shows
    that it goes there.

    *early*: only the first page and headings can show it. *bodies* are names of the forum itself: the first one on the
    first page is whom the draft addresses. *states* are names of courts and offices that only one State has.
    """

    id: str
    title: str = ""
    standard: str = ""
    core: tuple[str, ...] = ()
    early: bool = False
    bodies: tuple[str, ...] = ()
    cues: tuple[str, ...] = ()
    targets: tuple[str, ...] = ()
    states: Mapping[str, tuple[str, ...]] = field(factory=dict)

    @classmethod
    def of(cls, name: str, mapping: Mapping[str, Any]) -> Forum:
        """The forum *name* from the parsed file ``rules/forums/<name>.toml``."""
        return cls(
            id=name,
            title=mapping.get("title", ""),
            standard=mapping.get("standard", ""),
            core=tuple(mapping.get("core", ())),
            early=mapping.get("early", False),
            bodies=tuple(mapping.get("bodies", ())),
            cues=tuple(mapping.get("cues", ())),
            targets=tuple(mapping.get("targets", ())),
            states={state: tuple(phrases) for state, phrases in mapping.get("states", {}).items()},
        )

    @property
    def phrases(self) -> Iterator[str]:
        """Every phrase that a Phrasebook must look for."""
        yield from self.bodies
        yield from self.cues
        for phrases in self.states.values():
            yield from phrases


class Guess(NamedTuple):
    """
    The forum (``"unknown"`` when nothing says it) and the State as ISO 3166 alpha-3 (``None`` when nothing says it),
    each with the places in the reading that show it.
    """

    forum: str = "unknown"
    state: str | None = None
    forum_shown: tuple[Span, ...] = ()
    state_shown: tuple[Span, ...] = ()


def guess(
    document: Document,
    citations: Sequence[Citation],
    matches: Iterable[Match[tuple[str, str]]],
    forums: Iterable[Forum],
    states: Mapping[str, str],
    before_strasbourg: Callable[[str], bool] = lambda _: True,
) -> Guess:
    """
    What the draft itself shows of forum and State.

    *matches* have keys ``("forum", id)``; *states* maps names in lower case, without article, to ISO codes.
    *before_strasbourg* says whether a State can be brought before the Court there: one that was never bound by the
    Convention is nobody's respondent in it, whatever the draft calls its request.
    """
    by_id = {forum.id: forum for forum in forums}
    early = _Early(document)
    shown: dict[str, list[Span]] = defaultdict(list)
    score: Counter[str] = Counter()
    elsewhere: Counter[str] = Counter()
    courts: list[tuple[str, Span]] = []
    bodies: list[tuple[int, str]] = []
    for match in matches:
        forum = by_id[match.key[1]]
        if match.phrase in forum.bodies and match.span.start < FIRST_PAGE:
            bodies.append((match.span.start, forum.id))
        courts.extend((state, match.span) for state, phrases in forum.states.items() if match.phrase in phrases)
        if match.span.start in early:
            score[forum.id] += EARLY
        elif forum.early:
            continue
        else:
            elsewhere[forum.id] += ELSEWHERE
        shown[forum.id].append(match.span)
    for name, count in elsewhere.items():
        score[name] += min(count, MOST_ELSEWHERE)
    for name, count in _cited(citations, by_id.values()).items():
        score[name] += count
    if any(_own(citation) and citation.written.family == "ecthr" and citation.start in early for citation in citations):
        # The draft's own title with its application number: the national courts on that page are part of the story.
        score["ecthr"] += EARLY
        del score["national"]
    named = min(bodies, default=(0, ""))
    rule = (span.start for span in shown["ecthr-rule39"] if "39" in document.text[span.start : span.end])
    if named[1] in COMMITTEES and named[0] < min(rule, default=FIRST_PAGE):
        # Every committee has interim measures and a State party; its name says whose these are.
        score[named[1]] += EARLY
        del score["ecthr-rule39"]
    cited = [citation.written.whole for citation in citations if citation.authority is not None and not _own(citation)]
    # "A v Migrationsverket" is a party to a cited case, not the draft's own.
    courts = [(state, span) for state, span in courts if not any(whole.meets(span) for whole in cited)]
    best = _best(score, tuple(by_id))
    state, where = _state(document, citations, courts, best, states, early)
    if best in STRASBOURG and state and _is_party(document.text, where) and not before_strasbourg(state):
        for name in STRASBOURG:
            del score[name]
        best = _best(score, tuple(by_id))
        state, where = _state(document, citations, courts, best, states, early)
    return Guess(best, state, in_order(shown.get(best, ())), where)


def _cited(citations: Sequence[Citation], forums: Iterable[Forum]) -> Counter[str]:
    """
    Up to three points for the forum whose law is cited most; Strasbourg judgments are cited everywhere, so not
    more.
    """
    counts: Counter[str] = Counter()
    for citation in citations:
        for forum in forums if citation.target else ():
            if citation.target and citation.target.startswith(forum.targets):
                counts[forum.id] += 1
    total = sum(counts.values())
    return Counter({name: 3 * count // total for name, count in counts.items()}) if total >= 3 else Counter()


def _best(score: Counter[str], order: Sequence[str]) -> str:
    """
    The forum with the highest score, if that is enough; a request under Rule 39 goes before the application it
    belongs to.
    """
    if score["ecthr-rule39"] >= ENOUGH and score["ecthr-rule39"] * 3 >= score["ecthr"]:
        return "ecthr-rule39"
    if score["unhcr-submission"] >= ENOUGH:
        return "unhcr-submission"
    best = max(order, key=lambda name: score[name], default="unknown")
    others = [name for name in order if name != best and score[name] == score[best]]
    return best if score[best] >= ENOUGH and not others else "unknown"


class _Early:
    """Whether a place is on the first page or in a heading."""

    def __init__(self, document: Document) -> None:
        headings = [block.span for block in document.blocks if block.kind == "heading"]
        self._starts = [span.start for span in headings]
        self._ends = [span.end for span in headings]

    def __contains__(self, offset: int) -> bool:
        index = bisect_right(self._starts, offset)
        return offset < FIRST_PAGE or (index > 0 and offset < self._ends[index - 1])


def _is_party(text: str, where: Sequence[Span]) -> bool:
    """Whether the State is named there as the party: behind "State party:" or behind "v."."""
    return any(_BEFORE_A_PARTY.search(text, max(0, span.start - 8), span.start) is not None for span in where)


def _own(citation: Citation) -> bool:
    """Whether the citation is the title of the draft's own case, whose respondent is the State."""
    return any(part.name == "own" for part in citation.written.parts)


def _state(
    document: Document,
    citations: Sequence[Citation],
    courts: Sequence[tuple[str, Span]],
    forum: str,
    states: Mapping[str, str],
    early: _Early,
) -> tuple[str | None, tuple[Span, ...]]:
    """
    The State: the one that the head of the draft names as party, the party after "v." in the draft's own title, a court
    that only one State has, or the State that was entered.

    A name that belongs to a cited case is never the draft's own.
    """
    if not states:
        return (courts[0][0], (courts[0][1],)) if courts else (None, ())
    longest = max(name.count(" ") for name in states) + 1
    # A pattern for text in lower case is compiled in half the time of one for any case.
    folded = fold(document.text[: 4 * FIRST_PAGE])
    cited = [citation.written.whole for citation in citations if citation.authority is not None and not _own(citation)]

    def named(before: str, start: int, end: int) -> list[tuple[str, Span]]:
        pattern = re.compile(rf"\b(?:{before})\s+(?:the\s+|la\s+|l'|le\s+|les\s+)?(?=\w)")
        found = []
        for match in pattern.finditer(folded, start, end):
            # A look into the table of names is far cheaper than a pattern of all of them.
            words = list(islice(_NAME_WORD.finditer(document.text, match.end()), longest))
            for count in range(len(words), 0, -1):
                span = Span(match.end(), words[count - 1].end())
                state = states.get(" ".join(document.text[span.start : span.end].lower().split()))
                if state is not None:
                    if not any(whole.meets(span) for whole in cited):
                        found.append((state, span))
                    break
        return found

    for state, span in named(NAMED_AS_PARTY, 0, FIRST_PAGE):
        return state, (span,)
    if forum != "national":
        for state, span in named(r"v\.?|vs\.?|c\.|contre|przeciwko|gegen|prieš|против|pret", 0, FIRST_PAGE):
            return state, (span,)
    if courts and forum in ("national", "cjeu", "unknown"):
        most = Counter(state for state, _ in courts).most_common(1)[0][0]
        return most, in_order(span for state, span in courts if state == most)
    verbs = (
        r"entered|reached|entering|arrived\s+in|arrive\s+in|asylum\s+in|against|expelled\s+from|removed\s+from|removal\s+from"
        r"|deportation\s+from|expulsion\s+from|extradition\s+from|extradited\s+by|detained\s+in|government\s+of|entré\s+en|arrivé\s+en"
    )
    found = named(verbs, 0, 4 * FIRST_PAGE)
    counted = Counter(state for state, _ in found)
    if not counted:
        return None, ()
    (most, count), *rest = counted.most_common(2)
    if rest and rest[0][1] == count:
        return None, ()
    return most, in_order(span for state, span in found if state == most)


_BEFORE_A_PARTY = late(r"(?::|\b(?:vs?|c)\.?|против|prieš|pret)\s*(?:the\s+)?\Z", re.IGNORECASE)
_NAME_WORD = late(r"[^\W\d_][\w'’-]*")
