"""
A list that a provision has in every language, held against the same list between quotation marks: the five grounds of
persecution, torture alone. No wording needs to be held for it.
"""

from __future__ import annotations

from functools import lru_cache
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

from refoulement_lint.checks import listed, under
from refoulement_lint.model import Span

if TYPE_CHECKING:
    from collections.abc import Sequence

    from refoulement_lint.checks.alignment import Wording
    from refoulement_lint.rule import Rule
    from refoulement_lint.words_in_a_row import Word

REACH = 12
"""Words at most between two neighbours of one list, "membership of a particular social group" among them."""


class Difference(NamedTuple):
    """One difference: the words at *place*, as written, and the name of the member *left_out*; one of the two."""

    place: Span
    written: str
    left_out: str = ""


class _Members(NamedTuple):
    names: tuple[str, ...]
    forms: tuple[tuple[str, ...], ...]
    others: tuple[str, ...]


def is_of(rule: Rule, targets: Sequence[str]) -> bool:
    """Whether the provision that a quotation is attributed to has the list of *rule*, and no other is named with it."""
    return bool(targets) and all(
        any(under(target, one) or under(one, target) for one in listed(rule, "provisions")) for target in targets
    )


def difference(rule: Rule, quotation: Wording) -> Difference | None:
    """
    What is put into the list, or left out of its middle with no dots; ``None`` where the quotation has too little of
    it to be the list, or all.
    """
    members = _read(listed(rule, "members"), listed(rule, "others"))
    found: dict[int, int] = {}
    words = [word for segment in quotation.segments for word in segment]
    others: list[int] = []
    for place, word in enumerate(words):
        number = next((number for number, forms in enumerate(members.forms) if _is_one(word.folded, forms)), None)
        if number is not None:
            found.setdefault(number, place)
        elif _is_one(word.folded, members.others):
            others.append(place)
    if len(found) < min(3, len(members.names)) or (len(members.names) > 1 and _are_apart(sorted(found.values()))):
        return None
    first, last = min(found.values()), max(found.values())
    for place in others:
        # Words before the list are of the sentence that leads to it; one behind it is joined to its last member.
        if first - (REACH if len(members.names) == 1 else 0) <= place <= last + REACH:
            return Difference(*_with_its_neighbours(quotation.text, words, place, members))
    left_out = [number for number in range(min(found), max(found)) if number not in found]
    if 0 in found and left_out and len(quotation.segments) == 1:
        span = Span(words[first].start, words[last].end)
        return Difference(span, quotation.text[span.start : span.end], members.names[left_out[0]])
    return None


def _with_its_neighbours(text: str, words: list[Word], place: int, members: _Members) -> tuple[Span, str]:
    """The word that is put in, with those like it that follow: "inhuman or degrading treatment"."""
    end = place
    while end + 1 < len(words) and end + 1 < place + REACH:
        following = [at for at in range(end + 1, min(end + 3, len(words))) if _is_one(words[at].folded, members.others)]
        if not following:
            break
        end = following[0]
    span = Span(words[place].start, words[end].end)
    return span, text[span.start : span.end]


def _are_apart(places: list[int]) -> bool:
    return any(later - earlier > REACH for earlier, later in pairwise(places))


@lru_cache(maxsize=8)
def _read(members: tuple[str, ...], others: tuple[str, ...]) -> _Members:
    """``"race: race|rasy|rass*"`` is a name and its forms, an asterisk for any ending."""
    named = [member.partition(": ") for member in members]
    return _Members(
        tuple(name for name, _, _ in named),
        tuple(tuple(forms.split("|")) for _, _, forms in named),
        tuple(form for line in others for form in line.split("|")),
    )


def _is_one(word: str, forms: tuple[str, ...]) -> bool:
    return any(word.startswith(form[:-1]) if form.endswith("*") else word == form for form in forms)
