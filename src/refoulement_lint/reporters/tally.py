"""How many citations a draft has of each kind of answer, and which of them somebody has to look up."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from refoulement_lint.model import Citation

_WORDS = {
    "verified": "found in the registers and in agreement with them",
    "exists": "of provisions and acts that exist (what they say was not compared)",
    "unread": "of provisions and acts known from memory only (that they exist was read in no text)",
    "overtaken": "overtaken by a later decision, or pending",
    "mismatch": "at odds with the registers",
    "impossible": "that cannot exist",
    "not-in-register": "not in the registers",
    "unchecked": "not checked (no register here can say)",
}
_OF_THE_LAW = frozenset(("provision", "instrument", "national-statute"))
_NOT_LOOKED_UP = frozenset(("short-form", "provision", "instrument"))
# What became of a judgment that nobody may rely on any more, or not yet.
_OVERTAKEN = frozenset(("superseded", "annulled", "overruled", "pending"))


def tally(citations: Iterable[Citation]) -> list[str]:
    """
    "12 found in the registers …", in the order of the answers; a name, its number and its identifier are one citation.
    """
    counted = Counter(map(_answer, authorities(citations)))
    return [f"{counted[answer]} {words}" for answer, words in _WORDS.items() if counted[answer]]


def authorities(citations: Iterable[Citation]) -> Iterator[Citation]:
    """The citations without the numbers and identifiers that stand beside a name and were compared with it."""
    held = [*citations]
    beside = {part.span for citation in held if citation.kind == "case" for part in citation.written.parts}
    for citation in held:
        if citation.kind == "case" or (citation.span not in beside and citation.written.belongs_to is None):
            yield citation


def to_look_up(citations: Iterable[Citation]) -> list[Citation]:
    """
    Each decision, document and statute that was not checked, at its first place, statutes last. Back references say
    nothing of their own, and the case that the draft is written in is no authority.
    """
    first: dict[str, Citation] = {}
    for citation in authorities(citations):
        if citation.status == "unchecked" and citation.kind not in _NOT_LOOKED_UP and not citation.written.part("own"):
            first.setdefault(citation.target or citation.text, citation)
    return sorted(first.values(), key=lambda citation: citation.kind == "national-statute")


def _answer(citation: Citation) -> str:
    if citation.status != "verified":
        return "unread" if any(one.verdict == "unread" for one in citation.compared) else citation.status
    if any(one.part == "history" and one.verdict in _OVERTAKEN for one in citation.compared):
        return "overtaken"
    return "exists" if citation.kind in _OF_THE_LAW else "verified"
