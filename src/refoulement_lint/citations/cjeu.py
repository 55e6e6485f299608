"""
Luxembourg cases: "Case C-72/22 PPU, M.A., EU:C:2022:505", "judgment of 19 June 2018, Gnandi, C-181/16".

The number is the citation; name, date, ECLI and paragraphs beside it are its parts.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator
from functools import cached_property

from attrs import define

from refoulement_lint.citations.words import Words, any_of
from refoulement_lint.model import Part, Span, Written
from refoulement_lint.scan import Hit

# A name stands at most this far before its number: "judgment of 30 June 2022, M.A., C-72/22 PPU".
LONGEST_NAME = 160


@define(frozen=True, slots=False)
class CjeuGrammar:
    """Finds case numbers of the Court of Justice, the General Court and the Civil Service Tribunal."""

    words: Words

    @cached_property
    def _date(self) -> str:
        return rf"(?P<day>\d{{1,2}})(?:er)?\s(?P<month>{any_of(self.words.all('months'))})\s(?P<year>\d{{4}})"

    @cached_property
    def _after(self) -> re.Pattern[str]:
        return re.compile(
            rf"(?P<ecli>(?:ECLI:)?EU:[CTF]:\d{{4}}:\d{{1,5}})|(?:judgment\sof\s|of\s|arrêt\sdu\s)?(?P<date>{self._date})"
            r"|(?P<paragraphs>(?:paragraphs?|paras?\.?|points?|§§?)\s\d{1,4}(?:(?:\s?[-–,]\s?|\sto\s|\sand\s|\set\s)\d{1,4})*)"
        )

    @cached_property
    def _named_before(self) -> re.Pattern[str]:
        """ "judgment of 29 February 2024, Staatssecretaris van Justitie en Veiligheid, " before the number."""
        return re.compile(
            rf"(?:[Jj]udgment|[Oo]rder|[Aa]rrêt|[Oo]rdonnance)\s(?:of|du)\s{self._date},\s(?P<name>[A-ZÀ-Ž][^;\0]{{1,110}}?)[\s,(]{{1,3}}$"
        )

    @cached_property
    def _before(self) -> re.Pattern[str]:
        return re.compile(
            rf"(?:[Jj]udgment|[Oo]rder|[Oo]pinion|[Aa]rrêt|[Oo]rdonnance)s?\s(?:of|du)\s(?P<date>{self._date})$"
        )

    def find(self, text: str, hits: Iterable[Hit], emphasis: tuple[Span, ...]) -> Iterator[Written]:
        """Every case number; *text* has line breaks as spaces, *hits* are the digits around a slash."""
        starts = [span.start for span in emphasis]
        done = 0
        for slash, _, _ in hits:
            left = slash
            while left and text[left - 1].isdigit():
                left -= 1
            if (
                left < max(2, done)
                or text[left - 1] != "-"
                or text[left - 2] not in "CTF"
                or (left > 2 and text[left - 3].isalnum())
            ):
                continue
            match = _NUMBER.match(text, left - 2)
            if match is None:
                continue
            done = match.end()
            number = match[1] + (f" {match[2]}" if match[2] else "")
            span = Span(match.start(), match.end())
            parts = [Part("number", span, number), *self._beside(text, span, emphasis, starts)]
            yield Written(
                span=span,
                whole=Span(min(part.span.start for part in parts), max(part.span.end for part in parts)),
                text=match[0],
                kind="case",
                family="cjeu",
                key=f"cjeu:{number}",
                parts=tuple(parts),
            )

    def _beside(self, text: str, span: Span, emphasis: tuple[Span, ...], starts: list[int]) -> Iterator[Part]:
        """Name, date, ECLI and paragraphs that stand directly before or behind the number."""
        before = _CASE_WORD.sub("", text[max(0, span.start - LONGEST_NAME - 60) : span.start])
        base = max(0, span.start - LONGEST_NAME - 60)
        begin = base + len(before)
        index = bisect_left(starts, begin) - 1
        named = False
        if index >= 0 and 0 <= begin - emphasis[index].end <= 2:
            name = emphasis[index]
            named = True
            yield Part("name", name, text[name.start : name.end].strip(" ,"))
            begin = name.start
        else:
            party = _NAME_BEFORE.search(text, max(0, begin - LONGEST_NAME), begin) or self._named_before.search(
                text, max(0, begin - LONGEST_NAME - 40), begin
            )
            if party and party.end() == begin:
                named = True
                begin = party.start("name")
                yield Part("name", Span(*party.span("name")), party["name"])
        lead = text[max(0, begin - 60) : begin].rstrip(" ,(")
        match = self._before.search(lead)
        if match:
            offset = max(0, begin - 60)
            yield Part("date", Span(offset + match.start("date"), offset + match.end("date")), self._iso(match))
        end = span.end
        while True:
            gap = _GAP.match(text, end)
            assert gap is not None  # the pattern also matches nothing
            index = bisect_right(starts, gap.end()) - 1
            if (
                not named
                and index >= 0
                and emphasis[index].start in (gap.end(), gap.end() - 1)
                and emphasis[index].end > gap.end()
            ):
                name = emphasis[index]
                named, end = True, name.end
                yield Part("name", name, text[name.start : name.end].strip(" ,"))
                continue
            match = self._after.match(text, gap.end())
            if match is None:
                party = None if named else _NAME_AFTER.match(text, gap.end())
                if party is None:
                    return
                named, end = True, party.end()
                yield Part("name", Span(*party.span()), party[0])
                continue
            end = match.end()
            if match["ecli"]:
                yield Part("ecli", Span(*match.span()), match[0])
            elif match["date"]:
                yield Part("date", Span(*match.span("date")), self._iso(match))
            else:
                yield Part("paragraphs", Span(*match.span()), match[0])

    def _iso(self, match: re.Match[str]) -> str:
        return f"{match['year']}-{self.words.months[match['month'].lower()]:02d}-{int(match['day']):02d}"


_NUMBER = re.compile(r"([CTF]-\d{1,4}/\d{2})(?!\d)(?:\s(PPU|P(?:\(R\))?|RENV|DEP|RX)(?![a-z]))?")
_CASE_WORD = re.compile(
    r"(?:[\s\0]|^)(?:\(|in\s)?(?:(?:the\s)?(?:[Jj]oined\s)?[Cc]ases?|[Aa]ffaires?(?:\sjointes)?|verb\.\sRs\.|Rs\.|sprawa|in)?\s?(?:[CTF]-\d{1,4}/\d{2}(?:\sPPU|\sP)?(?:,\s|\sand\s|\set\s))*$"
)
_SIDE = (
    r"[A-ZÀ-ÖØ-Þ][\w'’.-]*(?:\s(?:[A-ZÀ-ÖØ-Þ][\w'’.-]*|and|et|of|de|van|en|voor|der|für|du|la|le|Others|[a-z]{1,3}))*"
)
_NAME_BEFORE = re.compile(rf"(?P<name>{_SIDE}\sv\.?\s{_SIDE})[\s,(]{{1,3}}")
_NAME_AFTER = re.compile(rf"{_SIDE}\sv\.?\s{_SIDE}|(?:[A-Z]\.){{1,3}}(?:\sand\sOthers)?(?=[,;)\s])")
_GAP = re.compile(r"\s?[,(:]?\s?")
