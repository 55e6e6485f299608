"""
The place in a decision that a citation points to, read whole for every court and in every language: "§§ 120-122",
« points 99 à 105 », „Rn. 249 ff.“, "paragraphs 63 and 70 to 75", "[22]–[31]", "paras. 9.3-9.5", "59–61 punktai".
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import cached_property

from attrs import define, evolve

from refoulement_lint.citations.ecthr_parts import pinpoint
from refoulement_lint.citations.words import Words, any_of
from refoulement_lint.late import late
from refoulement_lint.model import Part, Span, Written

# So many numbers and ranges has one pinpoint.
MOST = 24
FAMILIES = frozenset(("ecthr", "cjeu", "un", "national-case"))


@define(frozen=True, slots=False, eq=False, repr=False)
class Pinpoints:
    """Reads them behind citations that have been found; built once."""

    words: Words
    behind: Callable[[str, int], Iterator[Part]]
    """Reads what stands behind a Strasbourg case; what its grammar did not come to, a pinpoint stands before."""

    @cached_property
    def _marker(self) -> re.Pattern[str]:
        return re.compile(rf"(?:at\s|ab\s|v\.\sa\.\s)?(?<!\w){any_of(self.words.all('pinpoint'))}\s?(?=\d)")

    @cached_property
    def _marker_behind(self) -> re.Pattern[str]:
        return re.compile(rf"\.?(?:-\w{{1,3}})?\s{any_of(self.words.all('pinpoint_behind'))}(?!\w)")

    @cached_property
    def _to(self) -> re.Pattern[str]:
        return re.compile(rf"\.?\s?[-–—]\s?|\s{any_of(self.words.all('to'))}\s")

    @cached_property
    def _next(self) -> re.Pattern[str]:
        joints = any_of(self.words.joints)
        marker = any_of(self.words.all("pinpoint"))
        return re.compile(rf"(?:,\s?(?:{joints}\s)?|\s{joints}\s)(?:{marker}\s?)?(?=\d)|,?\s§§?\s?(?=\d)")

    def read(self, text: str, found: Sequence[Written]) -> list[Written]:
        """The same citations in the same order, each with its pinpoint whole."""
        heads: dict[tuple[str, Span], list[Written]] = {}
        for one in found:
            if one.family in FAMILIES or one.kind == "short-form":
                heads.setdefault((one.family, one.belongs_to or one.span), []).append(one)
        begins = sorted({group[0].whole.start for group in heads.values()})
        parts = {head: part for head, group in heads.items() if (part := self._of(text, group, begins)) is not None}
        dated = {head: self._dated(text, heads[head][0], part) for head, part in parts.items()}
        return [_with(one, parts, dated) for one in found]

    def _dated(self, text: str, one: Written, pinpoint_of_it: Part) -> tuple[Part, ...]:
        """The day behind the pinpoint of a Strasbourg case, and what says which formation it was, or which kind."""
        if one.family != "ecthr" or one.part("date") or one.part("year") or pinpoint_of_it.span.end < one.whole.end:
            return ()
        more = []
        behind = list(self.behind(text, pinpoint_of_it.span.end))
        if [part.name for part in behind[:2]] == ["date", "number"]:
            return ()  # "…, Rn. 185 ff., vom 10. April 2012 - Nr. 24027/07": the next of a list
        for part in behind:
            if part.name not in ("date", "kind", "formation", "court"):
                break
            more.append(part)
            if part.name == "date":
                return tuple(more)
        return ()

    def _of(self, text: str, group: Sequence[Written], begins: Sequence[int]) -> Part | None:
        """The pinpoint of a case and its numbers, if there is more of it than what their grammar has read."""
        one = group[0]
        read = {part.span: part for member in group for part in member.all("paragraphs")}
        if len(read) > 1:
            return None
        decimal = one.family == "un" or (one.kind == "short-form" and one.family != "cjeu")
        whole = Span(min(member.whole.start for member in group), max(member.whole.end for member in group))
        if read:
            part = next(iter(read.values()))
            start, end = part.span
            if marker := self._marker.match(text, start):
                stop, _ = self._numbers(text, marker.end(), decimal=decimal)
                everywhere = all(part in member.parts for member in group)
                # "Rn. 91, 2 BvR 157/17": the last number that was read is another court's.
                too_far = marker.end() < stop < end and _CAPITAL_BEHIND.match(text, end) is not None
                if stop > end or too_far or (stop == end and not everywhere):
                    return self._part(text, one, start, stop)
                return None
            bracketed = _IN_BRACKETS.match(text, start)
            return self._part(text, one, start, bracketed.end()) if bracketed else None
        lead = _LEAD.match(text, whole.end)
        assert lead is not None  # the pattern also matches nothing
        written = text[whole.start : whole.end]
        for close, opening in ((")", "("), ("]", "[")):
            if lead["gap"].count(close) > max(0, written.count(opening) - written.count(close)):
                return None  # the bracket of a sentence ends here, and with it the citation
        start = lead.end()
        if start in begins:
            return None
        if marker := self._marker.match(text, start):
            stop, _ = self._numbers(text, marker.end(), decimal=decimal)
            return self._part(text, one, start, stop) if stop > marker.end() else None
        if (bracketed := _IN_BRACKETS.match(text, start)) and (lead[0] or text[start : start + 1] != "["):
            return self._part(text, one, start, bracketed.end())
        if text[start : start + 1].isdigit():
            stop, _ = self._numbers(text, start, decimal=decimal)
            behind = self._marker_behind.match(text, stop) if stop > start else None
            return self._part(text, one, start, behind.end()) if behind else None
        return None

    def _numbers(self, text: str, start: int, *, decimal: bool) -> tuple[int, int]:
        """Where the numbers from *start* on end, and the last of them; *start* itself where there is none."""
        number = _DECIMAL if decimal else _NUMBER
        match = number.match(text, start)
        if match is None:
            return start, 0
        end, last = match.end(), int(match["whole"])
        for _ in range(MOST):
            to = self._to.match(text, end)
            match = number.match(text, to.end()) if to else None
            if match is not None and (int(match["whole"]) >= last or len(match["whole"]) < len(str(last))):
                end, last = match.end(), max(last, int(match["whole"]))
            following = self._next.match(text, end)
            match = number.match(text, following.end()) if following else None
            # "§ 120, 21 January 2011", "Rn. 92, 2 BvR 157/17": numbers of a pinpoint rise, and no word is theirs.
            if match is None or int(match["whole"]) < last + (0 if decimal else 1) or self._of_another(text, match):
                break
            end, last = match.end(), int(match["whole"])
        more = _AND_ON.match(text, end)
        return (more.end() if more else end), last

    def _of_another(self, text: str, number: re.Match[str]) -> bool:
        """Whether a word behind the number makes it a day, a count or the number of a case."""
        word = _WORD_BEHIND.match(text, number.end())
        if word is None:
            return False
        said = word[1].lower()
        return said in self.words.months or said in _COUNTED or word[1][0].isupper()

    def _part(self, text: str, one: Written, start: int, end: int) -> Part:
        raw = " ".join(text[start:end].replace("\0", " ").split())
        if one.family == "cjeu":
            return Part("paragraphs", Span(start, end), raw)
        numbers = self._to.sub("-", raw[next(at for at, sign in enumerate(raw) if sign.isdigit()) :])
        more = _AND_ON.search(numbers)
        numbers = numbers[: more.start()] if more else numbers
        behind = self._marker_behind.search(numbers)
        numbers = numbers[: behind.start()] if behind else numbers
        if "[" in raw:
            numbers = numbers.replace("[", "").replace("]", "")
            if one.family == "national-case":
                return Part("paragraphs", Span(start, end), f"at {numbers}")
        value = pinpoint(numbers)
        if more:
            value = f"{value} {'f.' if more[0].strip() == 'f.' else 'ff.'}"
        return Part("paragraphs", Span(start, end), value)


def _with(
    one: Written, parts: Mapping[tuple[str, Span], Part], dated: Mapping[tuple[str, Span], tuple[Part, ...]]
) -> Written:
    head = (one.family, one.belongs_to or one.span)
    part = parts.get(head)
    if part is None:
        return one
    behind = dated.get(head, ())
    return evolve(
        one,
        parts=(*(other for other in one.parts if other.name != "paragraphs"), part, *behind),
        whole=Span(
            min(one.whole.start, part.span.start), max(one.whole.end, *(each.span.end for each in (part, *behind)))
        ),
    )


# What may stand between a citation and its pinpoint: brackets that close, separators, a note, a database.
_LEAD = late(
    r"(?P<gap>[\])*_\"”“»]{0,3}\s?[\])]{0,2}\s?[,:–—-]{0,2}\s?,?\s?)(?:\((?:above\s)?(?:n|fn|note|Fn\.)\s\d{1,4}\),?\s)?"
    r"(?:(?:zit\.\snach\s)?juris,?\s)?(?:\((?=[^\W\d_]{1,12}\.?\s\d|§|\[))?"
)
_IN_BRACKETS = late(r"(?:at\s)?\[\d{1,3}\](?:(?:\s?[-–—]\s?|,\s|\sand\s)\[\d{1,3}\])*(?!\s[A-Z]{2,}\s\d)")
_NUMBER = late(r"(?P<whole>\d{1,4})(?![\d/])(?!\.\d)")
_DECIMAL = late(r"(?P<whole>\d{1,4})(?:\.\d{1,2})?(?![\d/])(?!\.\d)")
_WORD_BEHIND = late(r"(?:er|st|nd|rd|th|\.)?\s([^\W\d_]+)")
_CAPITAL_BEHIND = late(r"\s[A-ZÀ-Þ]")
_COUNTED = frozenset(("others", "other", "autres", "applications", "requêtes", "more"))
_AND_ON = late(
    r"\s?(?:ff?\.|et\ss(?:uiv)?\.|et\ssuivants?|ss\.|sqq?\.|et\sseq\.|e\ssegg\.|y\sss\.|i\snast\.|m\.\sfl\.|en\sverder)(?!\w)"
)
