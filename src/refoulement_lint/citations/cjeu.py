"""
Luxembourg cases: "Case C-72/22 PPU, M.A., EU:C:2022:505", "judgment of 19 June 2018, Gnandi, C-181/16".

A number alone is the citation; beside a name both are, as in Strasbourg: the case over the name, whose target is the
first of joined numbers, and each number. Date, ECLI and paragraphs beside them are parts.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterable, Iterator
from functools import cached_property

from attrs import define

from refoulement_lint.citations.ecthr_parts import OF_A_JUDGMENT
from refoulement_lint.citations.words import Words, any_of
from refoulement_lint.late import late
from refoulement_lint.model import Part, Span, Written
from refoulement_lint.scan import Hit

# Before the number or its name: "Großen Kammer vom 26. Februar 2015, ".
BEFORE_A_FORMATION = 70
# Letters of a name that is looked for farther back.
SHORTEST_BEFORE = 3
# The word for a judgment stands so near before the name and the day of one.
REACH_OF_A_JUDGMENT = 50
# An Advocate General stands at most this far before the case of the Opinion.
REACH_OF_AN_ADVOCATE = 200
# A name stands at most this far before its number: "judgment of 30 June 2022, M.A., C-72/22 PPU".
LONGEST_NAME = 160


@define(frozen=True, slots=False, eq=False, repr=False)
class CjeuGrammar:
    """Finds case numbers of the Court of Justice, the General Court and the Civil Service Tribunal, and Opinions."""

    words: Words
    is_named: Callable[[str, str], bool]
    """Whether the register knows the case of that number by that name."""

    @cached_property
    def _between_parties(self) -> str:
        """ "v", "v.", "gegen", "c.": what stands between two parties."""
        return any_of((*self.words.all("versus"), "v.", "v"))

    @cached_property
    def _judgment(self) -> str:
        """ "judgment of", „wyrok z dnia“, „Urteil vom“: what introduces a date, at the start of a sentence too."""
        words = self.words.all("judgment")
        either = any_of((*words, *(word[0].upper() + word[1:] for word in words)))
        return rf"(?:{either}\s(?:{any_of(self.words.all('dated'))}\s)?)"

    @cached_property
    def _after(self) -> re.Pattern[str]:
        paragraph = any_of((*self.words.all("paragraph"), "Randnr.", "Randnrn.", "Rdnr.", "kohta"))
        return re.compile(
            rf"(?P<ecli>(?:ECLI:)?EU:[CTF]:\d{{4}}:\d{{1,5}})|(?:{self._judgment}|of\s|du\s|vom\s|z\s(?:dnia\s)?|de\s|del\s)?(?P<date>{_DATE})(?:\sr\.)?"
            rf"|(?P<paragraphs>{paragraph}\s?\d{{1,4}}(?!/)(?:(?:\s?[-–,]\s?|\s(?:to|bis|do|{self.words.joint})\s)\d{{1,4}}(?![/\d]))*)"
            # "59 punktas", "59. punkts": the number before the word, a list as well.
            rf"|(?P<before>\d{{1,4}}(?:(?:\s?[-–]\s?|,\s|\s{self.words.joint}\s)\d{{1,4}})*\.?\s{self._point_behind}(?!\w))",
        )

    @cached_property
    def _point_behind(self) -> str:
        """What a paragraph of a judgment is called behind its number."""
        return any_of(word for word in self.words.all("paragraph_behind") if word.lower().startswith(OF_A_JUDGMENT))

    @cached_property
    def _named_before(self) -> re.Pattern[str]:
        """ "judgment of 29 February 2024, Staatssecretaris van Justitie en Veiligheid, " before the number."""
        return re.compile(
            rf"(?:{self._judgment}|(?:and|et|und|i|y|e)\s(?:of|du|vom|z|de|del)\s)(?:{_DATE})(?:\sr\.)?"
            rf"(?:\s\({self._formation}\))?,?\s(?:in\s|w\s)?"
            r"(?P<name>(?:[\"'“‘„«]{1,2}\s?[^\W\d_]|[A-ZÀ-ŽА-Я])[^;\0]{0,110}?)[\s,(]{1,3}$"
        )

    @cached_property
    def _dated_small(self) -> re.Pattern[str]:
        """The same before a name that begins small: "Judgment of 27 March 2019, slewo — schlafen leben wohnen GmbH"."""
        return re.compile(
            rf"{self._judgment}(?:{_DATE})(?:\sr\.)?(?:\s\({self._formation}\))?,\s(?P<name>[a-zß-öø-ž][^;\d\0]{{2,110}}?)[\s,(]{{1,3}}$"
        )

    @cached_property
    def _case_word(self) -> re.Pattern[str]:
        words, number = any_of(self.words.all("cjeu_case")), any_of(self.words.all("number"))
        joints = any_of(self.words.joints)
        return re.compile(
            rf"(?:[\s\0]|^)\(?(?:(?:in|w|dans|en|asiassa)\s)?(?:the\s|les\s|den\s)?(?:{words})?\s?(?:{number}\s?)?"
            rf"(?:[CTF]-\d{{1,4}}/\d{{2}}(?:\sPPU|\sP)?(?:,\s|\s{joints}\s))*$",
            re.IGNORECASE,
        )

    @cached_property
    def _old(self) -> re.Pattern[str]:
        """ "Case 222/84", "Rs. 26/62": before 1989 the numbers had no letter."""
        return re.compile(rf"(?<!\w){any_of(self.words.all('cjeu_case'))}\s(?:Nr\.\s|no\.?\s)?$", re.IGNORECASE)

    @cached_property
    def _split_letter(self) -> re.Pattern[str]:
        """ "Case C 19/08", "nr. C 19/08", "Byla C72/22": a hyphen is lost, behind a word for a case or a number."""
        words = any_of((*self.words.all("cjeu_case"), *self.words.all("number"), *self.words.all("judgment")))
        joints = any_of(self.words.joints)
        return re.compile(
            # "C-391/16, C77/17 et C78/17"
            rf"(?:(?<!\w)(?i:{words})\s|\d/\d\d(?:\s(?:PPU|P))?(?:,\s(?:{joints}\s)?|\s{joints}\s))(?P<court>[CTF])\s?$"
        )

    @cached_property
    def _opinion(self) -> re.Pattern[str]:
        return re.compile(rf"(?<!\w)(?P<word>{any_of(self.words.all('cjeu_opinion'))})\s$")

    def _dated_behind(self, text: str, begin: int, number: str) -> re.Match[str] | None:
        """A name that the register has for the number, the date between them: "arrest Jawo van 19 maart 2019 (C-…"."""
        floor = max(0, begin - LONGEST_NAME)
        if any(word in text[floor:begin] for word in self._versus):
            parties = self._parties_and_date.search(text, floor, begin)
            if parties is not None and parties["name"].split()[0] not in self._courts | _NO_NAME and self._iso(parties):
                return parties
        match = self._name_and_date.search(text, floor, begin)
        while match is not None and not (
            match["name"].split()[0] not in self._courts | _NO_NAME and self.is_named(number, match["name"])
        ):
            match = self._name_and_date.search(text, match.start("name") + 1, begin)
        return match if match is not None and self._iso(match) else None

    @cached_property
    def _name_and_date(self) -> re.Pattern[str]:
        others, dated = any_of(self.words.all("others")), any_of((*self.words.all("dated"), "of", "du"))
        letters = r"(?:[A-Z]\.?\s?){0,2}[A-Z]\.?"
        return re.compile(
            rf"(?<!\w)(?P<name>{_SHORT_NAME}(?:\s{others})?|{letters}(?:,\s{letters}){{0,2}}\s{self.words.joint}\s{letters}),?"
            rf"\s(?:{dated}\s)?(?P<date>{_DATE})(?:\sr\.)?[\s,(–-]{{0,3}}$"
        )

    @cached_property
    def _parties_and_date(self) -> re.Pattern[str]:
        """ "Elgafaji t. Nederland, 17 februari 2009, " before the number."""
        versus, dated = self._between_parties, any_of((*self.words.all("dated"), "of", "du"))
        return re.compile(
            rf"(?<![\w.])(?P<name>{_SIDE}\s{versus}\s{_SIDE}),\s(?:{dated}\s)?(?P<date>{_DATE})(?:\sr\.)?[\s,(]{{0,3}}$"
        )

    @cached_property
    def _name_before(self) -> re.Pattern[str]:
        versus = self._between_parties
        return re.compile(rf"(?P<name>{_SIDE}\s{versus}\s(?:{_OFFICE}|{_SIDE}))[\s,(]{{0,3}}$")

    @cached_property
    def _authority_before(self) -> re.Pattern[str]:
        """An authority with small words in its name, behind a comma: "Commissaire général aux réfugiés c/ Lounani"."""
        versus = self._between_parties
        return re.compile(rf"[,;]\s(?P<name>[A-ZÀ-ÖØ-Þ][^,;()\0]{{2,90}}?\s{versus}\s{_SIDE})[\s,(]{{1,3}}$")

    @cached_property
    def _name_after(self) -> re.Pattern[str]:
        versus, others = self._between_parties, any_of(self.words.all("others"))
        joints = any_of(word for word in self.words.all("and") if word.isalpha())
        return re.compile(
            rf"{_SIDE}\s{versus}\s{_SIDE}|(?:[A-Z]\.\s?){{1,3}}(?:\s{others})?(?=[,;).\s])"
            rf"|{_SHORT_NAME}(?:\s{others}|\s{joints}\s{_SHORT_NAME})?(?=[,;)]|\s[–-]\s|\.?\s?(?:\0|\Z))"
            # "C-823/21, Kommission/Ungarn, NVwZ 2023, 1241"
            rf"|{_WORD_OF_A_NAME}/{_WORD_OF_A_NAME}(?=[,;).\s])"
            # "C-621/21, WS, judgment of 16 January 2024": letters, where the day follows at once.
            rf"|(?!(?:{any_of((*_LUXEMBOURG, *_NO_NAME))})\b)[A-Z]{{2,3}}(?:\s{others})?"
            rf"(?=,\s(?:{self._judgment}|of\s|du\s|vom\s)?(?:{_DATE}))"
        )

    @cached_property
    def _case_behind(self) -> re.Pattern[str]:
        """A word for a case between a number and its name: "C-181/16, caso Gnandi", "(C-163/17, affaire Jawo)"."""
        words = any_of((*self.words.all("in_the_case", "cjeu_case"), "Fall", "Sache", "case of", "the case of"))
        return re.compile(rf"(?i:{words})\s\"?(?=[^\W\d_a-zß-öø-ÿ])")

    @cached_property
    def _title_below(self) -> re.Pattern[str]:
        """The parties on the line below the number, as a judgment or an Opinion is headed."""
        versus = self._between_parties
        side = r"[^\W\d_a-zß-öø-ÿ][^\0\d;:]"
        return re.compile(rf"(?P<name>{side}{{1,110}}?\s{versus}\s{side}{{2,140}}?)\s?")

    @cached_property
    def _formation(self) -> str:
        """ "Grand Chamber", "quatrième chambre", "4. Kammer"."""
        grand, chambers = (
            any_of(self.words.all("grand_chamber_of_justice")),
            any_of(self.words.all("chamber_of_justice")),
        )
        which = any_of(self.words.all("which_chamber"))
        return rf"(?i:(?P<grand>{grand})|(?:{which}|\d{{1,2}}(?:\.|e|ª|a|-oji|-osios)?)\s{chambers})(?!\w)"

    @cached_property
    def _formation_behind(self) -> re.Pattern[str]:
        """ "judgment of the Fourth Chamber", "Große Kammer)", behind the number or what stands with it."""
        return re.compile(
            rf"(?:(?:{any_of(self.words.all('judgment'))})\s)?{_BY_THE}\(?(?P<formation>{self._formation})\)?",
            re.IGNORECASE,
        )

    @cached_property
    def _formation_before(self) -> re.Pattern[str]:
        """The same with the day behind it, before the name or the number: "Urteil der Großen Kammer vom …, "."""
        dated = any_of((*self.words.all("dated"), "of", "du", "de", "van", "vom"))
        return re.compile(
            rf"(?<!\w)(?P<formation>{self._formation})[)\]]?,?\s?(?:(?:{dated}\s)?(?P<date>{_DATE})(?:\sr\.)?(?:\s\w+)?)?"
            rf"[,:]?\s?(?:(?:in|w|dans|en|nella)\s)?\(?$",
            re.IGNORECASE,
        )

    def _formation_of(self, match: re.Match[str]) -> Part:
        """The formation that stands there: ``GC``, or ``CH`` for a Chamber of another number."""
        return Part("formation", Span(*match.span("formation")), "GC" if match["grand"] else "CH")

    def _in_a_head(self, text: str, span: Span, end: int) -> Span | None:
        """The parties below a number that has its line to itself: "Case C-285/12", and "Diakité v …" under it."""
        line = text.rfind("\0", 0, span.start) + 1
        if text[end : end + 1] != "\0" or self._case_word.sub("", f" {text[line : span.start]}").strip():
            return None
        start = end + len(text[end : end + 4]) - len(text[end : end + 4].lstrip("\0 "))
        stop = text.find("\0", start)
        match = self._title_below.fullmatch(text, start, stop if stop >= 0 else len(text))
        return Span(*match.span("name")) if match is not None else None

    def find(self, text: str, hits: Iterable[Hit], emphasis: tuple[Span, ...]) -> Iterator[Written]:
        """Every case number; *text* has line breaks as spaces, *hits* are the digits around a slash."""
        joined: list[tuple[Span, str, list[Part]]] = []
        for span, number, parts in self._numbers(text, hits, emphasis):
            if joined and not self._joint.fullmatch(text, joined[-1][0].end, span.start):
                yield from _cited(text, joined)
                joined = []
            joined.append((span, number, parts))
        yield from _cited(text, joined)

    @cached_property
    def _joint(self) -> re.Pattern[str]:
        """Between two numbers of joined cases: "C-411/10 and C-493/10"."""
        joints = any_of(self.words.joints)
        to = any_of(self.words.all("to"))
        return re.compile(rf"\s?,\s(?:{joints}\s)?|\s(?:{joints}|u\.)\s|\s?[-–]\s?|\s{to}\s")

    def _numbers(
        self, text: str, hits: Iterable[Hit], emphasis: tuple[Span, ...]
    ) -> Iterator[tuple[Span, str, list[Part]]]:
        """Every number with where it stands and what stands beside it, the number as the first part."""
        starts = [span.start for span in emphasis]
        done = 0
        for slash, _, _ in hits:
            left = slash
            while left and text[left - 1].isdigit():
                left -= 1
            found = self._number(text, left, done)
            if found is None:
                continue
            span, number = found
            done = span.end
            parts = [Part("number", span, number), *self._beside(text, span, number, emphasis, starts)]
            opinion = self._opinion_of(text, _around(parts))
            yield span, number, [*parts, opinion] if opinion is not None else parts

    def _opinion_of(self, text: str, whole: Span) -> Part | None:
        """
        Where an Advocate General is named by the citation, whose Opinion it may be: day and identifier are then none of
        the judgment's, "Opinion of Advocate General Bot of 17 July 2014 in M'Bodj, C-542/13, EU:C:2014:2113".
        """
        if not self.words.all("cjeu_advocate"):
            return None
        before = self._advocate_before.search(text, max(0, whole.start - REACH_OF_AN_ADVOCATE), whole.start)
        found = before or self._advocate_behind.match(text, whole.end)
        if found is not before and self._judgment_said.search(
            text, max(0, whole.start - REACH_OF_A_JUDGMENT), whole.end
        ):
            return None  # "in its judgment of 25 July 2018, Alheto, C-585/16, the Advocate General dissenting"
        return Part("opinion", Span(*found.span("advocate")), found["advocate"]) if found is not None else None

    @cached_property
    def _advocate_before(self) -> re.Pattern[str]:
        advocate, judgment = any_of(self.words.all("cjeu_advocate")), any_of(self.words.all("judgment"))
        return re.compile(
            rf"(?<!\w)(?P<advocate>{advocate})(?!\w)"
            rf"(?:(?!;|(?<!\w)(?i:{judgment})(?!\w)|(?<=[a-zß-öø-ž]{{4}})\.\s)[^\0])*$"
        )

    @cached_property
    def _judgment_said(self) -> re.Pattern[str]:
        return re.compile(rf"(?<!\w)(?i:{any_of(self.words.all('judgment'))})(?!\w)")

    @cached_property
    def _advocate_behind(self) -> re.Pattern[str]:
        return re.compile(
            rf"(?:\)?,\s\(?|\)?\s\()(?:[^\W\d_]+['’\s]\s?){{0,4}}(?P<advocate>{any_of(self.words.all('cjeu_advocate'))})(?!\w)"
        )

    def _number(self, text: str, left: int, done: int) -> tuple[Span, str] | None:
        """The number whose digits begin at *left*: with its letter, of the years before letters, or an Opinion's."""
        letter = _LETTER.search(text, max(0, left - 5), left)
        if letter is None and text[max(0, left - 3) : left].rstrip()[-1:] in ("C", "T", "F"):
            letter = self._split_letter.search(text, max(0, left - 30), left)
        if letter is not None and letter.start("court") >= done:
            match = _NUMBER.match(text, left)
            if match is None:
                return None
            number = f"{letter['court']}-{''.join(match[1].split())}" + (
                f" {match[2].replace(' ', '')}" if match[2] else ""
            )
            return Span(letter.start("court"), match.end()), number
        if left < max(1, done) or text[left - 1] not in " ":
            return None
        match = _OLD_NUMBER.match(text, left)
        if match is None:
            return None
        year = int(match["year"])
        if 53 <= year <= 89 and self._old.search(text, max(0, left - 24), left):
            return Span(left, match.end()), f"C-{match[0]}"
        word = self._opinion.search(text, max(0, left - 16), left) if len(match[0]) == 4 else None
        if word is not None and word.start() >= done:
            return Span(word.start(), match.end()), f"Opinion {match[0]}"
        return None

    def _beside(
        self, text: str, span: Span, number: str, emphasis: tuple[Span, ...], starts: list[int]
    ) -> Iterator[Part]:
        """Name, date, ECLI and paragraphs that stand directly before or behind the number."""
        before = self._case_word.sub("", text[max(0, span.start - LONGEST_NAME - 60) : span.start])
        base = max(0, span.start - LONGEST_NAME - 60)
        begin = base + len(before)
        index = bisect_left(starts, begin) - 1
        named = False
        dated_behind = None
        if index >= 0 and 0 <= begin - emphasis[index].end <= 2:
            name = self._not_in_brackets(text, emphasis, index, number)
            named = name is not None
            if name is not None:
                yield Part("name", name, _with_versus(text[name.start : name.end].strip(" ,")))
                begin = name.start
        else:
            floor = max(0, begin - LONGEST_NAME)
            party = self._authority_before.search(text, floor, begin) or self._name_before.search(text, floor, begin)
            while party is not None and (stop := _last_stop(party)):
                # "… of the Dublin III Regulation. In C.K. and Others v Slovenia (C-578/16 PPU"
                party = self._name_before.search(text, stop, begin)
            if party is not None and party.end("name") == begin and "(" not in text[begin : span.start]:
                party = None  # "RO v Bundesrepublik Deutschland and Case C-517/17 Addis"
            dated = self._named_before.search(text, max(0, floor - 40), begin)
            while dated is not None and not _whole(dated):
                dated = self._named_before.search(text, dated.start("name"), begin)
            if dated is None:
                small = self._dated_small.search(text, max(0, floor - 40), begin)
                dated = small if small is not None and self.is_named(number, small["name"]) else None
            if dated is not None and (party is None or dated.start("name") < party.start("name")):
                party = dated  # "Molkereigenossenschaft Wiedergeltingen eG v Hauptzollamt Lindau" from its first word
            dated_behind = self._dated_behind(text, begin, number) if party is None else None
            if dated_behind is not None:
                yield Part("date", Span(*dated_behind.span("date")), self._iso(dated_behind))
                party = dated_behind
            if party is None or party.end() != begin:
                party = self._parties_before(text, begin, number) or self._short_before(text, begin, span, number)
            opened = self._court_in_brackets.search(text, max(0, begin - 60), begin) if party is None else None
            if party is None and opened is None:
                opened = _ABOUT.search(text, max(0, begin - LONGEST_NAME), begin)
            if opened is not None:
                party = self._before_the_court(text, opened.start(), number)
                begin = party.end() if party else begin
            if party and party.end() == begin:
                named = True
                begin = party.start("name")
                while (first := text[begin : party.end("name")].partition(" "))[0] in _INTRODUCING and first[2]:
                    begin += len(first[0]) + 1  # "See Gnandi v État belge"
                if (court := self._court_in.match(text, begin, party.end("name"))) is not None:
                    begin = court.end()
                name = Span(begin, party.end("name"))
                about = _ABOUT.search(text, name.start, name.end)
                if about is not None and not self.is_named(number, text[name.start : name.end]):
                    name = Span(begin, about.start())  # "M (Révocation du statut de réfugié)"
                yield Part("name", name, _with_versus(text[name.start : name.end]))
        formation = self._formation_before.search(text, max(0, begin - BEFORE_A_FORMATION), begin)
        day_of = formation
        if formation is not None and not formation["date"]:  # "judgment of 17 December 2020 (Grand Chamber), "
            day_of = _DAY_BEFORE.search(text, max(0, formation.start() - 40), formation.start())
        if formation is None or day_of is None or not (day := self._iso(day_of)):
            formation = None  # "Savran v. Denmark (Grand Chamber), C-353/16": of the case before
        else:
            yield self._formation_of(formation)
            if dated_behind is None:
                yield Part("date", Span(*day_of.span("date")), day)
        others = self._others.match(text, span.end)  # "C-297/17 u.a. [ECLI:EU:C:2019:219]"
        end = others.end() if others else span.end
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
            if (boxed := self._in_a_box(text, end, number)) is not None:
                end = boxed.end + 1
                if not named:  # "GB v Minister van Asiel en Migratie [Adrar]" has its name before
                    yield Part("name", boxed, text[boxed.start : boxed.end])
                named = True
                continue
            match = self._after.match(text, gap.end())
            said = self._formation_behind.match(text, gap.end()) if match is None and formation is None else None
            if said is not None:
                formation, end = said, said.end()
                yield self._formation_of(said)
                continue
            if match is None:
                party = None if named else self._name_after.match(text, gap.end())
                if party is not None and _SENTENCE_ENDS.search(party[0]):
                    party = None
                if party is not None and "/" in party[0] and not self.is_named(number, _with_versus(party[0])):
                    party = None
                if party is not None and "," not in gap[0] and _DASH.match(text, party.end()):
                    party = None  # "C-163/17 – Asylrecht – Rn. 92"
                if party is not None and text[party.end() : party.end() + 3] in (":C:", ":T:", ":F:"):
                    party = None  # "NS v SSHD EU:C:2011:865"
                behind = Span(party.start(), _without_stop(party)) if party else None
                called = None if named or behind else self._case_behind.match(text, gap.end())
                if called is not None:  # "asunto C-181/16, caso Gnandi, no se refería"
                    party = self._name_after.match(text, called.end())
                    if party is not None and self.is_named(number, party[0].rstrip(".")):
                        behind = Span(party.start(), _without_stop(party))
                    behind = behind or self._known_after(text, called.end(), number)
                if not named:
                    behind = self._whole_behind(text, gap.end(), number) or behind
                if behind is None and not named and text.startswith(". ", end):
                    party = self._name_after.match(text, end + 2)  # "Byla C-36/17. Ahmed prieš Bundesrepublik …"
                    if party is not None and self.is_named(number, party[0].rstrip(".")):
                        behind = Span(party.start(), _without_stop(party))
                if behind is None and not named:
                    behind = self._in_a_head(text, span, end)
                if behind is None and not named:
                    behind = self._known_after(text, gap.end(), number)
                if behind is None:
                    return
                named, end = True, behind.end
                yield Part("name", behind, _with_versus(text[behind.start : behind.end]))
                continue
            end = match.end()
            if match["ecli"]:
                yield Part("ecli", Span(*match.span()), match[0])
            elif match["date"]:
                day = self._iso(match)
                if not day:
                    return
                yield Part("date", Span(*match.span("date")), day)
            else:
                yield Part("paragraphs", Span(*match.span()), match[0])

    def _in_a_box(self, text: str, end: int, number: str) -> Span | None:
        """The name in brackets of its own behind a number, as German journals have it: "C-753/22 [QY]", "(TQ)"."""
        match = _BOXED.match(text, end)
        group = "round" if match is not None and match["name"] is None else "name"
        if match is None or not _NO_NAME.isdisjoint(match[group].split()):
            return None
        name = match[group]
        is_letters = bool(_INITIALS.fullmatch(self._others.sub("", f" {name}").strip()))
        is_grand = name in self.words.all("grand_chamber")
        if is_grand or not ((is_letters and group == "name") or self.is_named(number, name)):
            return None
        return Span(*match.span(group))

    def _whole_behind(self, text: str, offset: int, number: str) -> Span | None:
        """
        The parties behind a number, small words among them, up to what else is cited. One name alone the register has
        to know for that number.
        """
        match = self._up_to_its_parts.match(text, offset)
        if match is None or match["name"].partition(" ")[0] in _NO_NAME:
            return None
        name = match["name"]
        cut = _NAME_IS_OVER.search(name)
        if cut is not None and "(" not in name[: cut.start()]:
            name = name[: cut.start()]  # "C-556/17, Alekszij Torubarov). In Joined Cases … (C-404/15"
        else:
            cut = None
            # "Rs. C-465/07, Elgafaji -, vom 30. Januar 2014": the stroke closes what another one opened.
            name = name.rstrip(" -–")
        in_full = cut is None and (match["two"] is not None or match["led"] is not None)
        start = match.start("name")
        return Span(start, start + len(name)) if in_full or self.is_named(number, name) else None

    @cached_property
    def _up_to_its_parts(self) -> re.Pattern[str]:
        versus = self._between_parties
        return re.compile(
            rf"(?P<name>(?P<two>[^\W\d_a-zß-öø-ÿ][^;:\d\0]{{0,100}}?\s{versus}\s[^;:\d\0]{{2,100}}?)"
            rf"|(?P<led>{any_of(self.words.all('cjeu_proceedings'))}\s)?[^\W\d_a-zß-öø-ÿ][^,;:\d\0]{{2,100}}?)"
            rf"(?=,\s(?:{self._judgment}|(?:of\s|du\s|vom\s)?(?:{_DATE})|(?:ECLI:)?EU:[CTF]:|{self._formation})|\s[(\[]|\s(?:ECLI:)?EU:[CTF]:)"
        )

    def _not_in_brackets(self, text: str, emphasis: tuple[Span, ...], index: int, number: str) -> Span | None:
        """
        The name that ends in the slanted words at *index*: those themselves, or what stands before the brackets that
        they are in, "*LH* v *Bevándorlási és Menekültügyi Hivatal* (*Tompa*)", "*M* (*Révocation du statut de
        réfugié*)". What is in brackets is what the case is called usually, or only what it is about.
        """
        name = emphasis[index]
        if text[name.start - 2 : name.start] != " (":
            return name
        before = emphasis[index - 1] if index else name
        beside = before.end == name.start - 2
        inside = text[name.start : name.end]
        if beside and self._two(text, before):
            return before
        if text[name.end : name.end + 1] != ")" or self.is_named(number, inside):
            return name
        if beside:
            return (
                before
                if _OF_MANY_WORDS.match(inside) or self.is_named(number, text[before.start : before.end])
                else name
            )
        opened = name.start - 2
        party = self._before_the_court(text, opened, number)
        if party is not None and party.end() == opened:
            return Span(party.start("name"), party.end("name"))
        return None if _OF_MANY_WORDS.match(inside) and not self._two(text, name) else name

    def _known_after(self, text: str, offset: int, number: str) -> Span | None:
        """
        The longest name that begins at *offset* and that the register has for that number, whatever stands behind it:
        "Case C-517/17 Addis concerned", "C-163/17 [ECLI:EU:C:2019:218], Jawo - Rn. 92".
        """
        words = _CAPITALISED.match(text, offset)
        if words is None or words[0].split(maxsplit=1)[0] in _NO_NAME or _LETTER_AND_NUMBER.match(words[0]):
            return None
        for word in reversed(list(_WORD.finditer(text, offset, words.end()))):
            end = word.end() - (word[0][-1] == "." and len(word[0]) > 3)
            if _SENTENCE_ENDS.search(text, offset, end):
                continue
            if text[offset:end].rsplit(maxsplit=1)[-1][0].isupper() and self.is_named(number, text[offset:end]):
                others = self._others.match(text, end)
                return Span(offset, others.end() if others else end)
        return None

    @cached_property
    def _of_others(self) -> frozenset[str]:
        """The last word of "and Others", where it has a capital: behind a letter it is no name, "A and Others"."""
        return frozenset(f" {word.split()[-1]}" for word in self.words.all("others"))

    @cached_property
    def _others(self) -> re.Pattern[str]:
        return re.compile(rf"\s{any_of(self.words.all('others'))}(?!\w)")

    def _parties_before(self, text: str, begin: int, number: str) -> re.Match[str] | None:
        """Two parties that the register has for that number, small words among them: "X and X v État belge"."""
        floor = max(0, begin - LONGEST_NAME)
        window = text[floor:begin]
        if _SLASH_OF_NAMES.search(window) is None and not any(word in window for word in self._versus):
            return None
        party = self._any_parties.search(text, floor, begin)
        while party is not None and not (
            party["name"].partition(" ")[0] not in _NO_NAME - _SUING
            and _SENTENCE_ENDS.search(party["name"]) is None
            and self.is_named(number, _with_versus(party["name"]))
        ):
            party = self._any_parties.search(text, party.start() + 1, begin)
        return party

    def _two(self, text: str, name: Span) -> bool:
        """Whether the name is that of two parties."""
        return any(word in text[name.start : name.end] for word in self._versus)

    @cached_property
    def _versus(self) -> tuple[str, ...]:
        return tuple(f" {word} " for word in dict.fromkeys((*self.words.all("versus"), "v.", "v")))

    @cached_property
    def _any_parties(self) -> re.Pattern[str]:
        versus = self._between_parties
        return re.compile(
            rf"(?<![\w.])(?P<name>[A-ZÀ-ÖØ-Ž][\w'’.-]{{2,}}(?:\s[\w'’.-]+){{0,3}}/[A-ZÀ-ÖØ-Ž][\w'’.-]{{2,}}(?:\s[A-ZÀ-ÖØ-Ž][\w'’.-]+)?"
            # "Commission v Poland, Hungary and the Czech Republic"
            rf"|{_SIDE}\s{versus}\s[A-ZÀ-ÖØ-Þ][^,;()\d\0]{{2,60}}?(?:,\s[A-ZÀ-ÖØ-Þ][^,;()\d\0]{{2,40}}?){{0,3}})[\s,(]{{0,3}}$"
        )

    @cached_property
    def _alone_before(self) -> re.Pattern[str]:
        """A name of one or two words before the number: "In Jawo (C-163/17", "judgments in Abdullahi, C-394/12"."""
        others = any_of(self.words.all("others"))
        name = rf"(?:(?:[A-Z]\.\s?){{1,4}}(?:\sand\s(?:[A-Z]\.\s?){{1,4}})?|{_SHORT_NAME})(?:\s?{others})?"
        return re.compile(
            rf"(?:(?P<led>(?:[Jj]udgments?|[Oo]pinions?|[Oo]rders?|arrêts?|Urteil|arrest|wyroku?)\s(?:in\s|dans\s|in\sde\szaak\s|w\s(?:sprawie\s)?)?)"
            rf"|(?P<item>[;,]\s(?:and\s|et\s|und\s)?)|(?:^|[\s(\0]))(?P<name>{name})(?P<comma>,?)$"
        )

    @cached_property
    def _pair_before(self) -> re.Pattern[str]:
        """Two applicants before the number: "Aranyosi en Căldăraru, C-404/15"."""
        joints = any_of(word for word in self.words.all("and") if word.isalpha())
        return re.compile(rf"(?<![\w.])(?P<name>(?P<one>{_WORD_OF_A_NAME})\s{joints}\s(?P<two>{_WORD_OF_A_NAME})),?$")

    @cached_property
    def _capitals(self) -> re.Pattern[str]:
        """Letters before the number: "CF ir DN (C-901/19", "A ir kt., C-148/13"."""
        joints, others = (
            any_of(word for word in self.words.all("and") if word.isalpha()),
            any_of(self.words.all("others")),
        )
        letters = r"[A-Z]{1,3}"
        return re.compile(
            rf"(?<![\w.])(?P<led>)(?P<name>{letters}(?:(?:,\s{letters})*\s{joints}\s{letters}|\s{others})?)(?P<comma>,?)$"
        )

    def _one_of_several(self, text: str, begin: int, end: int) -> bool:
        """
        Whether the letters are the party of a list, each with its number, against one State: "XA (C-297/17), RB
        (C-318/17) contro Repubblica federale" names no case.
        """
        against = self._against.match(text, end)
        if against is None or not _LETTERS_ONLY.search(text, max(0, begin - 12), begin):
            return False
        return against["others"] != "" or _ANOTHER_BEFORE.search(text, max(0, begin - 40), begin) is not None

    @cached_property
    def _against(self) -> re.Pattern[str]:
        versus, joints = self._between_parties, any_of(self.words.joints)
        number = r"[CTF][-‑–]\d{1,4}/\d\d(?:\sPPU)?"
        return re.compile(
            rf"\)(?P<others>(?:,?\s(?:{joints}\s)?[A-Z](?:[A-Z]|\.\s?){{0,5}}\s?\({number}\)){{0,8}}),?\s{versus}\s"
        )

    @cached_property
    def _leading(self) -> frozenset[str]:
        """Words before a name, in lower case: "byloje", "wyrok", "in"."""
        leading = self.words.all("before_a_name", "in_the_case", "cjeu_case", "judgment")
        return frozenset(word.lower() for word in leading if " " not in word)

    def _both_named(self, number: str, name: str) -> bool:
        """Whether the register has the number for two letters that another language joins: "CF ir DN"."""
        one, _, rest = name.partition(" ")
        other = rest.rpartition(" ")[2]
        return bool(other) and all(self.is_named(number, letters) for letters in (one, other))

    def _known_before(self, text: str, begin: int, number: str) -> re.Match[str] | None:
        """The longest name before the number that the register has for it: "Valstybės sienos apsaugos tarnyba, C-…"."""
        if text[begin - 1 : begin] != "," and text[begin : begin + 2] != " (":
            return None  # "… mot Bevándorlási Hivatal Mål C-364/11 El Kott": of the number before
        floor = max(0, begin - LONGEST_NAME)
        for word in _CAPITAL_WORD.finditer(text, floor, begin):
            if word[0].lower() in self._leading:
                continue
            if _NAME_ENDS.search(text, word.start(), begin) is None and self.is_named(
                number, text[word.start() : begin].rstrip(" ,")
            ):
                return _UP_TO_HERE.match(text, word.start(), begin)
        return None

    def _short_before(self, text: str, begin: int, span: Span, number: str) -> re.Match[str] | None:
        """
        The short name that ends at *begin*: behind "judgment in", before a bracket, before a number that an ECLI
        follows, or one that the register knows, for any other word with a capital may stand before a number.
        """
        in_brackets = "(" in text[begin : span.start]
        if in_brackets and self._one_of_several(text, begin, span.end):
            return None
        pair = self._pair_before.search(text, max(0, begin - LONGEST_NAME // 2), begin)
        if pair is not None and self.is_named(number, pair["one"]) and self.is_named(number, pair["two"]):
            return pair
        floor = max(0, begin - LONGEST_NAME // 2)
        match = self._alone_before.search(text, floor, begin)
        if match is None or f" {match['name']}" in self._of_others:
            match = self._capitals.search(text, floor, begin)  # "B and D (Joined Cases C-57/09", "MP (C-353/16"
        while (
            match is not None
            and " " in match["name"]
            and (self._has_no_name(match["name"]) or self._has_an_article(text, match, number))
        ):
            # "See Jawo, C-163/17", "Wyrok Ibrahim, C-297/17": the words before it are no part of the name.
            match = self._alone_before.search(text, match.start("name") + match["name"].index(" "), begin)
        if match is None or match.end() != begin or not _NO_NAME.isdisjoint(match["name"].split()):
            return self._known_before(text, begin, number)
        alone = match.re is self._capitals
        is_named = match["led"] or in_brackets or (not alone and match["comma"] and _ECLI_BEHIND.match(text, span.end))
        is_named = is_named or (
            match["comma"]
            and (self.is_named(number, match["name"]) or (alone and self._both_named(number, match["name"])))
        )
        start = match.start("name")
        is_sued = not match["led"] and self._respondent_begins.search(text, max(0, start - 60), start) is not None
        if in_brackets and not is_sued and self._named_before_it(text, start, match["name"], number):
            return None
        if is_named and not is_sued and match["name"] not in self._courts:
            return match
        return self._known_before(text, begin, number)

    def _named_before_it(self, text: str, start: int, name: str, number: str) -> bool:
        """
        Whether the case of that number is named earlier in the clause, and another name stands before the bracket:
        "M'Bodj, delivered on the same day as Abdida (C-542/13)".
        """
        if self.is_named(number, name):
            return False
        clause = text[max(0, start - LONGEST_NAME // 2) : start]
        clause = clause[max(0, *(stop.end() for stop in _CLAUSE_ENDS.finditer(clause)), 0) :]
        return any(
            word[0] not in _NO_NAME and word[0].lower() not in self._leading and self.is_named(number, word[0])
            for word in _CAPITAL_WORD.finditer(clause)
            if len(word[0]) > SHORTEST_BEFORE
        )

    @cached_property
    def _court_in(self) -> re.Pattern[str]:
        """The court before the name: "The Grand Chamber in X and X v Belgium"."""
        courts = any_of(self.words.all("grand_chamber_of_justice", "chamber_of_justice", "luxembourg"))
        return re.compile(rf"(?:[^\W\d_]+\s){{0,2}}(?i:{courts})\s(?:in|dans|en|w|nella)\s")

    @cached_property
    def _respondent_begins(self) -> re.Pattern[str]:
        """Before a respondent told in prose: "brought by Mr Jawo against the Federal Republic of [Germany]"."""
        versus = any_of((*self.words.all("versus"), *self.words.all("versus_in_prose")))
        return re.compile(rf"\s{versus}\s(?:(?!(?:{self.words.joint})\s)[^\W\d_]+\s){{0,5}}$")

    def _has_an_article(self, text: str, match: re.Match[str], number: str) -> bool:
        """
        Whether "El" is the Spanish article before a name and no part of it: at the beginning of a sentence, or where
        the register knows only what stands behind it.
        """
        name, start = match["name"], match.start("name")
        if name.partition(" ")[0] not in _ARABIC or not self.is_named(number, name[3:]):
            return False
        return _SENTENCE_BEGINS.search(text, max(0, start - 2), start) is not None or not self.is_named(number, name)

    def _has_no_name(self, words: str) -> bool:
        """Whether one of the words is no name's, or a sentence ends among them."""
        pieces = words.split()
        return (
            not _NO_NAME.isdisjoint(pieces)
            # "CF ir DN" are two applicants, and "El Kott" is one.
            or (pieces[0].lower() in self._leading and not pieces[0].isupper() and pieces[0] not in _ARABIC)
            or _NAME_ENDS.search(words) is not None
        )

    @cached_property
    def _court_in_brackets(self) -> re.Pattern[str]:
        """Between a name and its number: "Elgafaji (CJCE, 17 février 2009, ", "Jawo [EuGH, Urteil vom … – "."""
        day = rf"(?:{self._judgment}|of\s|du\s|vom\s|z\s(?:dnia\s)?|de\s|del\s)?(?:{_DATE})"
        grand = any_of(self.words.all("grand_chamber"))
        return re.compile(
            rf"\s[(\[](?:(?:{any_of(_LUXEMBOURG)})[,:]?\s?)?(?:(?:{self._formation}|{grand})[,:]?\s)?"
            rf"(?:(?:{day}(?:\sr\.)?|\d{{1,2}}\.\s?\d{{1,2}}\.\s?\d{{4}}(?:\sr\.)?)[,:;]?\s?)?[–-]?\s?$"
        )

    def _before_the_court(self, text: str, end: int, number: str) -> re.Match[str] | None:
        """The name that ends at *end*, before the court in brackets: one that the register knows, or "arrêt X"."""
        party = self._parties_before(text, end, number)
        if party is not None and party.end() == end:
            return party
        match = self._alone_before.search(text, max(0, end - LONGEST_NAME // 2), end)
        while match is not None and not (
            match["led"] or (_NO_NAME.isdisjoint(match["name"].split()) and self.is_named(number, match["name"]))
        ):
            first, space, _ = match["name"].partition(" ")
            if not space:
                return None
            match = self._alone_before.search(text, match.start("name") + len(first), end)
        if match is None:
            match = self._capitals.search(text, max(0, end - LONGEST_NAME // 2), end)
            match = match if match is not None and self.is_named(number, match["name"]) else None
        return match if match is not None and _NO_NAME.isdisjoint(match["name"].split()) else None

    @cached_property
    def _courts(self) -> frozenset[str]:
        """What stands before a number and is no party: "ECtHR", "Urteil"."""
        return frozenset((*self.words.all("court"), *self.words.all("judgment"), *self.words.all("cjeu_case")))

    def _iso(self, match: re.Match[str]) -> str:
        """The date in ISO form, empty when the word in it is no month."""
        year, day, name = (match[part] or match[f"{part}2"] or match[f"{part}3"] for part in ("year", "day", "month"))
        month = self.words.months.get(name.lower())
        return f"{year}-{month:02d}-{int(day):02d}" if month else ""


def _without_stop(party: re.Match[str]) -> int:
    """Where parties end before the stop of their sentence: "… v Bundesrepublik Deutschland."."""
    last = party[0].rsplit(maxsplit=1)[-1]
    return party.end() - (last[-1] == "." and len(last) > LONGEST_SHORTENED and "." not in last[:-1])


def _last_stop(party: re.Match[str]) -> int:
    """Where the last sentence ends that ends among parties, 0 when none does: no name goes on behind it."""
    return max((stop.end() for stop in _STOP_IN_A_NAME.finditer(party.string, *party.span("name"))), default=0)


def _with_versus(name: str) -> str:
    """ "Comisión/Hungría" with a "v"; a name that has one, "Data I/O GmbH v Hauptzollamt München", as it is."""
    return name if _HAS_VERSUS.search(name) else _SLASH.sub(" v ", name)


def _whole(dated: re.Match[str]) -> bool:
    """Whether all that stands between a date and the number is one name: no other case, no item of a list."""
    return _MORE_THAN_A_NAME.search(dated["name"]) is None


# A word of so many letters with a stop may be shortened: "Co.", "Ltd.", "Inc.".
LONGEST_SHORTENED = 6


def _cited(text: str, joined: list[tuple[Span, str, list[Part]]]) -> Iterator[Written]:
    """The citations of one case or of joined ones: each name once, with the first number, and every number."""
    if not joined:
        return
    first, number, _ = joined[0]
    names: dict[Span, list[Part]] = {}
    for _, _, parts in joined:
        name = next((part for part in parts if part.name == "name"), None)
        if name is not None:
            beside = [part for part in parts[1:] if part.span != first]
            names.setdefault(name.span, [Part("number", first, number), *beside])
            more = [Part("joined", span, other) for span, other, its in joined[1:] if name in its]
            # Day and identifier often stand behind the last of the numbers only.
            more += [part for _, _, its in joined[1:] if name in its for part in its[1:] if part.name != "name"]
            names[name.span] += [part for part in dict.fromkeys(more) if part not in names[name.span]]
    for span, parts in names.items():
        yield Written(
            span=span,
            whole=_around(parts),
            text=text[span.start : span.end],
            kind="case",
            family="cjeu",
            key=f"cjeu:{number}",
            parts=tuple(parts),
        )
    name_of = next(iter(names), None)
    for span, number, parts in joined:
        yield Written(
            span=span,
            whole=_around(parts),
            text=text[span.start : span.end],
            kind="case" if name_of is None else "appno",
            family="cjeu",
            key=f"cjeu:{number}",
            parts=tuple(parts if name_of is None else [part for part in parts if part.name != "name"]),
            belongs_to=name_of,
        )


def _around(parts: Iterable[Part]) -> Span:
    spans = [part.span for part in parts]
    return Span(min(span.start for span in spans), max(span.end for span in spans))


# Words with a capital that stand before a number and name no case.
_NO_NAME = frozenset(
    "Court Justice Union Directive Regulation Case Cases Chamber State States Charter Convention Article Advocate "
    "General Siehe Vgl Voir Véase Vedi Zob "
    "Judgment Opinion Order Tribunal Commission Council The In It See And Or Joined EuGH CJEU ECJ CJUE TSUE "
    "HvJEU ESTT EST EK ETT EU CJ AG GC TJUE EuG Rs Rechtssache Urteil Cour Affaire Grand Luxembourg Trybunał "
    "Trybunału Gerichtshof Gerichtshofs Hof Corte Domstolen Domstolens Teismo Teismas Tiesas Tiesa Kohtu Kohus "
    "Bíróság Суда Суду Суд".split()
)
# Of these a name of two parties begins.
_SUING = frozenset(("Commission", "Council"))
# An Arabic name may begin so; the first is the Spanish article too.
_ARABIC = frozenset(("El", "Al"))
# Words with a capital that lead to two parties and are no part of the first.
_INTRODUCING = frozenset(
    "See also In Compare Under Following Unlike Zie Ook Voir Siehe Vgl. Vedi Véase Dans Nach "
    "Mr Mr. Mrs Mrs. Ms Ms. Mme Herr Herrn Frau".split()
)
# The Court as drafts call it before a date or a number.
_LUXEMBOURG = "CJUE CJCE C.J.U.E. C.J.C.E. EuGH CJEU ECJ TJUE TJCE CGUE CGCE TSUE HvJEU HvJ".split()
# A number, an item of a list, the end of a sentence; "Gebr. Metelmann" and other firms' words end none.
_MORE_THAN_A_NAME = late(
    r"\d|,\s(?:and|et|und|in|see|voir)\s"
    r"|[a-z]{3}(?<!\bGebr)(?<!\bDipl)(?<!\bDott)(?<!\bFriedr)(?<!\bProv)(?<!\bCorp)(?<!\bCoop)[.:]\s[A-Z]"
)
# A word of four small letters is shortened in no name: "Gebr. Metelmann".
_STOP_IN_A_NAME = late(r"[a-zß-öø-ž]{4}(?<!\bFriedr)[.?!]\s(?=[A-ZÀ-ÖØ-Ž])")
# A bracket closes that was not opened in the name.
_NAME_IS_OVER = late(r"(?<=\w)\)\.?\s")
# Another number, the end of a sentence, an item of a list: what was named before it is another case's.
_CLAUSE_ENDS = late(r"\d/\d\d|[a-zß-öø-ž]{3}\.\s|[;\0]")
_ECLI_BEHIND = late(
    r"(?:(?:,|\sand|\set|\sund|\si|\sy|\se)\s[CTF]-\d{1,4}/\d\d(?:\sPPU|\sP)?){0,8},\s(?:ECLI:)?EU:[CTF]:"
)
# Any word may stand where the month does: asking for one of two hundred names costs more than looking it up.
_DATE = (
    r"(?P<day>\d{1,2})(?:er|\.?[º°]|\.|-go)?\s(?:de\s)?(?P<month>[^\W\d_]{3,14})\s(?:de\s)?(?P<year>\d{4})"
    r"|(?P<year2>\d{4})\s?(?:m\.|\.\s?gada|\.)\s(?P<month2>(?!gada\s)[^\W\d_]{3,14})\s(?P<day2>\d{1,2})(?:\s?d\.|\.)?"
    r"|(?P<year3>\d{4})\.\s?gada\s(?P<day3>\d{1,2})\.\s(?P<month3>[^\W\d_]{3,14})"
)
_DAY_BEFORE = late(rf"(?P<date>{_DATE})(?:\sr\.)?,?\s?\(?$")
# The second of "C-148/13-C-150/13" too.
_LETTER = late(r"(?<!\w)(?<!\D[-–])(?P<court>[CTF])\s?[-–−]\s?$")
_NUMBER = late(r"(\d{1,4}\s?/\s?\d{2})(?!\d)(?:\s(PPU|P(?:\s?\(R\))?|RENV|DEP|RX)(?![a-z]|\sv\.?\s))?")
_OLD_NUMBER = late(r"\d{1,3}/(?P<year>\d{2})(?![\d/])")
# Three small letters are "and", "of", "van"; no word may be read in two ways, or a long name is read in all of them.
_SIDE = r"[A-ZÀ-ÖØ-Þ][\w'’.-]*(?:\s(?:[A-ZÀ-ÖØ-Þ][\w'’.-]*|(?:[a-z]{1,3}|&|voor|für|belge|luxembourgeois)(?!\w)))*"
# An authority sued, with commas in its name: "Minister for Justice, Equality and Law Reform".
_OFFICE = (
    r"(?:[Tt]he\s)?(?:Minister|Secretary|Commissioner|Department|Ministry|Office|Staatssecretaris|Ministre|Ministro|Minister)"
    r"\s(?:for|of|van|voor|de|du|des|per|dell[ao']|della)\s[^;()\d\0]{2,90}?"
)
# "C-163/17, Jawo, paragraph 91", "C-411/10 N.S. and Others": a name alone is one or two words and ends at a comma.
_SHORT_NAME = r"(?:[AE]l\s)?[A-ZÀ-ÖØ-Þ][\w'’.-]{2,}(?:\s[A-ZÀ-ÖØ-Þ][\w'’.-]+){0,2}"
_WORD_OF_A_NAME = r"[A-ZÀ-ÖØ-Þ][\w'’-]{2,}"
# Before a formation: "judgment of the Fourth Chamber", "wydany przez wielką izbę".
_BY_THE = r"(?:(?:of|by)\sthe\s|der\s|des\s|de\sla\s|della\s|van\sde\s)?"
_GAP = late(r"\s?\]?\s?[–-]?[,(\[:–-]?\s?")
# Words with a capital, and small ones that join them: "N. S. and Others", "X y X".
_CAPITALISED = late(
    r"(?:[A-ZÀ-ÖØ-Ž][\w'’.-]*)(?:\s(?:(?:and|et|und|y|e|i|ir|un|ja|och|en|v|c\.|de|van|von)\s)?[A-ZÀ-ÖØ-Ž][\w'’.-]*){0,6}"
)
# "MP (Subsidiary protection of a person previously tortured), C-353/16": what the Court adds to a name.
_ABOUT = late(r"\s\([A-ZÀ-ÖØ-Þ][^()\0]{5,120}\)[,;]?\s?$")
# Three words, of which one begins small: what a case is about, "Flüchtling, der eine schwere Straftat begangen hat".
_OF_MANY_WORDS = late(r"(?=.*\s[^\W\d_A-ZÀ-ÖØ-Þ])\S+(?:\s\S+){2}")
_CAPITAL_WORD = late(r"(?<![\w.])[^\W\d_a-zß-öø-ÿ][\w'’-]*")
_NAME_ENDS = late(r"[;:()\0\"\d]|[^\W\d_]{3}\.\s")
_UP_TO_HERE = late(r"(?P<name>.+?)(?P<comma>,?)$")
_DASH = late(r"\s[–-]\s")
_WORD = late(r"\S+")
_LETTER_AND_NUMBER = late(r"[CTF][-‑–]\d")
_SLASH_OF_NAMES = late(r"[^\W\d]/[^\W\d]")
_HAS_VERSUS = late(r"\sv\.?\s")
# "Comisión/Hungría"; the stroke of "Commission c/ Hongrie" stands behind its letter.
_SLASH = late(r"(?<!\s[cC])/(?=\D)")
# "Addis. In X and X": no name goes on behind the stop.
_BOXED = late(r"\s?(?:\[(?P<name>[A-ZÀ-ÖØ-Ž][^\[\]()\d\0]{0,60})\]|\((?P<round>[A-ZÀ-ÖØ-Ž][^\[\]()\d\0]{0,60})\))")
_INITIALS = late(r"(?:[A-Z][a-z]?\.?\s?){1,4}(?:(?:,|\s(?:and|et|und|i|y|e))\s(?:[A-Z][a-z]?\.?\s?){1,4}){0,2}")
_SENTENCE_BEGINS = late(r"(?:^|[.!?]\s|\0)$")
_LETTERS_ONLY = late(r"(?<![\w.])[A-Z](?:[A-Z]|\.\s?){0,5}$")
_ANOTHER_BEFORE = late(r"\([CTF][-‑–]\d{1,4}/\d\d(?:\sPPU)?\),?\s(?:[^\W\d_]{1,3}\s)?[A-Z](?:[A-Z]|\.\s?){0,5}$")
_SENTENCE_ENDS = late(r"[a-zß-öø-ž]{3}\.\s")
