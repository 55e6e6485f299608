"""Where an instrument is named: by its title, a usual name, its number, or a word that stands for it."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cached_property, lru_cache
from typing import TYPE_CHECKING, NamedTuple

from attrs import define, field

from refoulement_lint.citations.words import Words, any_of
from refoulement_lint.days import days_in
from refoulement_lint.late import late
from refoulement_lint.scan import Hit, fold

if TYPE_CHECKING:
    from datetime import date

# The committees that write general comments, by the first part of their keys.
COMMENTING = ("hrc", "cat", "crc", "cedaw", "cescr", "cerd", "crpd", "ced", "cmw")
ACTS = ("directive", "regulation")
# What the mention of a statute has for its noun that is cited by "§" and has no articles.
SIGNS = "§"


class Name(NamedTuple):
    """One name of an instrument, as the register lists it."""

    text: str
    key: str
    case: bool = False
    ambiguous: bool = False
    wrong: bool = False


class Writing(NamedTuple):
    """
    One way in which an instrument is written in a language that inflects: ``"konwencj* o uchodźc*"``, ``*`` any ending.

    *kind* is ``written`` (it can mean nothing else), ``titles`` (words of the title, behind "directive" only),
    ``usually`` (other meanings exist) or ``formerly`` (usual until a later act took the name over).
    """

    text: str
    key: str
    kind: str = "written"


class Mention(NamedTuple):
    """
    One place where an instrument is named.

    *key* is ``None`` as long as only a word stands there that several instruments share ("the Convention"); *noun* is
    that word's kind (``convention``, ``charter``, ``covenant``, ``protocol``, ``directive``, ``regulation``). *hint*
    is what a name that also has other meanings usually stands for in this field ("the Geneva Convention").
    """

    start: int
    end: int
    key: str | None
    noun: str = ""
    form: str = "full"
    hint: str = ""
    hints: tuple[str, ...] = ()
    """
    All that a name of several instruments may stand for, *hint* first: "General Comment No. 3" of every committee.
    """


# How the European Union and its predecessors are abbreviated behind or before the number of an act, in any language.
UNION = (
    "EU|EC|EEC|ECSC|UE|CE|CEE|EG|EWG|WE|EWG|ES|EEB|EB|EK|EKK|EL|EÚ|EHS|EÜ|EMÜ|EY|ETY|EF|EØF|EGK|ΕΕ|ΕΚ|ΕΟΚ|ЕС|ЕЭС|ЄС|ЄЕС"
    "|JHA|JAI|JI|JBZ|WSiSW|RIF|YOS|CFSP|PESC|GASP|WPZiB|Euratom"
).split("|")
# A title follows its act within this many characters: institutions, number and date come in between.
REACH_OF_TITLE = 200
# A word before a noun is looked for so far.
REACH_OF_A_NAME = 40
# "Protocol of 31 January 1968"
REACH_OF_A_DAY = 30
PARTS_OF_A_DAY = 3
# The longest ending that a language hangs on a stem: Finnish "asetu|ksessaan".
ENDING = 9

# The nouns that stand for an instrument, and the keys that each may stand for.
NOUNS = ("convention", "charter", "covenant", "protocol", "directive", "regulation")
# Words that stand for an instrument only beside a number: "General Comment No. 3", "Protocols Nos. 6 and 13".
LISTED = ("comment", "protocols")
CONVENTIONS = (
    "ECHR", "CSR51", "CAT", "CRC", "CED", "CEDAW", "CERD", "CRPD", "ICRMW", "ACHR", "OAU69", "VCLT", "Istanbul", "ECAT",
)  # fmt: skip


def noun_of(key: str) -> str:
    """The noun that a text uses for the instrument of that key, ``""`` if none."""
    if key.startswith("EU:"):
        return "directive"  # directive or regulation: the words before the number say which, see `Mentions`
    if key.startswith("ECHR-P") or key in ("CSR67", "CAT-OP", "ICCPR-OP1", "ICCPR-OP2", "CRC-OP3"):
        return "protocol"
    if key in CONVENTIONS:
        return "convention"
    return {"CFR": "charter", "ICCPR": "covenant", "ICESCR": "covenant"}.get(key, "")


@define(frozen=True, slots=False, eq=False, repr=False)
class InstrumentGrammar:
    """Finds mentions; built once from the register's names and the words of the languages."""

    names: tuple[Name, ...]
    words: Words
    writings: tuple[Writing, ...] = ()
    _by_literal: Mapping[str, tuple[Name, ...]] = field(init=False)
    _by_fragment: Mapping[str, tuple[Writing, ...]] = field(init=False)

    @_by_literal.default
    def _group(self) -> Mapping[str, tuple[Name, ...]]:
        grouped: dict[str, list[Name]] = {}
        for name in self.names:
            grouped.setdefault(fold(name.text.replace("’", "'")), []).append(name)
        return {literal: tuple(names) for literal, names in grouped.items()}

    @_by_fragment.default
    def _stems(self) -> Mapping[str, tuple[Writing, ...]]:
        grouped: dict[str, list[Writing]] = {}
        for writing in self.writings:
            grouped.setdefault(fold(max(writing.text.split("*"), key=len)), []).append(writing)
        return {literal: tuple(writings) for literal, writings in grouped.items()}

    @property
    def written_literals(self) -> tuple[str, ...]:
        """The longest piece of every writing that does not change, in lower case."""
        return tuple(self._by_fragment)

    @property
    def literals(self) -> tuple[str, ...]:
        """Every name, in lower case."""
        return tuple(self._by_literal)

    @cached_property
    def noun_literals(self) -> tuple[str, ...]:
        """Every noun that stands for an instrument, in lower case."""
        return tuple(dict.fromkeys(word.lower() for word in self.words.all(*NOUNS, *LISTED)))

    @cached_property
    def _noun_of_word(self) -> Mapping[str, str]:
        return {word.lower(): noun for noun in (*NOUNS, *LISTED) for word in self.words.all(noun)}

    @cached_property
    def _number_word(self) -> str:
        words = (*self.words.all("number"), "N:o", "n.", "n.º", "Nr", "Nr.", "N°", "nᵒ")
        return rf"(?:{any_of(words)}\s?)?"

    @cached_property
    def _union(self) -> str:
        return any_of(filter(self.words.may_stand, UNION))

    @cached_property
    def _act(self) -> re.Pattern[str]:
        """``Directive 2013/32/EU``, ``Regulation (EU) No 604/2013``, ``dyrektywa Rady 2005/85/WE``."""
        return re.compile(
            rf"(?:\s{any_of(self.words.all('institutions'))})?\s?(?:\({self._union}(?:,\s?{self._union})?\)\s?|{self._union}\s)?"
            rf"{self._number_word}"
            rf"(?P<first>\d{{2,4}})/(?P<second>\d{{1,4}})(?:/{self._union}(?!/|[^\W\d_]|\d{{3}})|(?![/\d]))"
        )

    @cached_property
    def _dated_act(self) -> re.Pattern[str]:
        """``Reg. (UE) 26 giugno 2013, n. 604``, ``règlement n° 604 du 26 juin 2013``: the year stands with the day."""
        union = rf"(?:\s?\(?{self._union}\)?)?"
        day = r"\d{1,2}(?:er|[.º°])?\s(?:de\s)?[^\W\d_]{3,10}\s(?:de\s)?"
        number = self._number_word.removesuffix("?")
        return re.compile(
            rf"{union}\s(?:(?:del|du|de|vom)\s)?{day}(?P<year>\d{{4}}),?\s{number}(?:(?P<number>\d{{1,4}})(?:/{self._union})?|"
            rf"(?P<first>\d{{4}})/(?P<second>\d{{1,4}})(?:/{self._union})?)(?![/\d])"
            rf"|{union}\s{number}(?P<number2>\d{{1,4}})(?:/{self._union})?\s(?:del|du|de|of|vom)\s(?:{day})?(?P<year2>\d{{4}})(?!\d)"
        )

    def _by_its_day(self, text: str, end: int, noun: str) -> tuple[int, str] | None:
        """Where an act ends whose year is that of its day, and its key."""
        match = self._dated_act.match(text, end)
        if match is None:
            return None
        if match["first"]:
            key = act_key(match["first"], match["second"], noun)
        else:
            number, year = match["number"] or match["number2"], match["year"] or match["year2"]
            year_first = noun == "directive" or int(year) >= YEAR_FIRST_SINCE
            key = act_key(year, number, noun) if year_first else act_key(number, year, noun)
        # A town's or a ministry's "regolamento n. 5 del 2010" is none of the Union's.
        union = any(sign in match[0] for sign in UNION)
        return (match.end(), key) if key and (union or key in self._known) else None

    @cached_property
    def _known(self) -> frozenset[str]:
        return frozenset(name.key for name in self.names)

    @cached_property
    def _next_act(self) -> re.Pattern[str]:
        """The second of ``Directives 2011/95/EU and 2013/32/EU``."""
        joints = any_of(self.words.joints)
        return re.compile(
            rf"(?:\s?,\s?(?:{joints}\s)?|\s{joints}\s)(?P<act>(?:\({self._union}\)\s?)?{self._number_word}"
            rf"(?P<first>\d{{2,4}})/(?P<second>\d{{1,4}})(?:/{self._union}(?!/|[^\W\d_]|\d{{3}})|(?![/\d])))"
        )

    @cached_property
    def _bare_act(self) -> re.Pattern[str]:
        return re.compile(
            rf"(?P<first>\d{{2,4}})/(?P<second>\d{{1,4}})(?:/(?P<union>{self._union})(?!/|[^\W\d_]|\d{{3}})|(?![/\d]))"
        )

    @cached_property
    def _before_a_bare_act(self) -> re.Pattern[str]:
        return re.compile(rf"\({self._union}\)\s{self._number_word}$")

    @cached_property
    def _protocol(self) -> re.Pattern[str]:
        """``Protocol No. 4 to the Convention``; the number is what counts."""
        return re.compile(
            rf"\s?{self._number_word}(?:n\so\s?|number\s)?(?P<number>\d{{1,2}})(?![\d/])(?!\.\d)"
            rf"(?:{self._to_the_convention})?"
        )

    def _protocols(self, text: str, start: int, end: int) -> Iterator[Mention]:
        """The Protocols of a list, "Protocols Nos. 4 and 7 to the Convention"; one alone is no list."""
        listed: list[Mention] = []
        match, begin, number = self._protocol.match(text, end), start, end
        while match and 1 <= int(match["number"]) <= LAST_PROTOCOL:
            listed.append(Mention(begin, match.end(), f"ECHR-P{int(match['number'])}", "protocol"))
            number, joint = match.end("number"), self._next_protocol.match(text, match.end())
            begin = joint.end() if joint else 0
            match = self._protocol.match(text, begin) if joint else None
        # Other treaties have numbered Protocols too, and meetings have them in German.
        to_the_convention = len(listed) > 1 and (listed[-1].end > number or self._annexed.match(text, number))
        if to_the_convention and not _OTHER_PROTOCOL.match(text, number):
            yield from listed

    @cached_property
    def _next_protocol(self) -> re.Pattern[str]:
        joints = any_of(self.words.joints)
        # "protocoles n° 4 (art. 3) et n° 7 (art. 2)": the articles of each in brackets.
        return re.compile(rf"{_IN_A_BRACKET}(?:\s?,\s(?:{joints}\s)?|\s{joints}\s)(?={self._number_word}\d)")

    @cached_property
    def _annexed(self) -> re.Pattern[str]:
        """From the last of the Protocols of a list to the Convention: " (art. 2), additionnels à la Convention"."""
        annexed = any_of(self.words.all("annexed"))
        return re.compile(rf"{_IN_A_BRACKET}(?:,?\s{annexed})?{self._to_the_convention}")

    @cached_property
    def _to_the_convention(self) -> str:
        """ "… to the Convention", "… zur EMRK", "… ECHR": to what a Protocol belongs is part of its name."""
        conventions = any_of([*self.words.all("convention"), *_SHORT_ECHR, "CONVENTION"])
        to = any_of(
            (*self.words.all("of", "to_a_convention"), "do", "zur", "à", "al", "alla", "till", "к", "до", "TO", "À")
        )
        the = any_of((*self.words.all("the"), "europejskiej", "europäischen", "THE", "LA"))
        return (
            rf"\s(?:{any_of(_SHORT_ECHR)}(?!\w)|{to}(?:\s|(?<='))(?:{the}(?:\s|(?<=')))?(?:European\s)?"
            rf"(?:{conventions}(?!\w)(?:\son\sHuman\sRights)?))"
        )

    @cached_property
    def _to(self) -> re.Pattern[str]:
        """From a Protocol to its Convention."""
        to = any_of(
            (*self.words.all("of", "to_a_convention"), "do", "zur", "à", "al", "alla", "till", "к", "до", "TO", "À")
        )
        return re.compile(rf"\s(?:{to}(?:\s|(?<='))(?:(?i:{any_of(self.words.all('the'))})(?:\s|(?<=')))?)?")

    @cached_property
    def _behind_a_protocol(self) -> re.Pattern[str]:
        return re.compile(self._to_the_convention)

    @cached_property
    def _counted(self) -> re.Pattern[str]:
        """What shows that a number belongs to the word "article" behind it."""
        joints = any_of(self.words.joints)
        return re.compile(rf"\.?(?:(?:\s{joints}|,)\s\d{{1,2}}\.?)?\s{any_of(self.words.all('article_behind'))}(?!\w)")

    @cached_property
    def _protocol_before(self) -> re.Pattern[str]:
        """``4. Zusatzprotokoll``, ``Fourth Protocol``, ``ketvirtojo protokolo``."""
        return re.compile(
            rf"(?<![\w.,/])(?:(?P<number>\d{{1,2}})(?:\.?\s|\.)|(?P<ordinal>{any_of(self._ordinals)})\s)$",
            re.IGNORECASE,
        )

    @cached_property
    def _ordinals(self) -> Mapping[str, int]:
        """ "fourth", "ketvirtojo", in lower case, and what each counts."""
        return self.words.ordinals

    @cached_property
    def _comment_number(self) -> re.Pattern[str]:
        months = any_of(self.words.month_names)
        return re.compile(rf"\s?{self._number_word}(?P<number>\d{{1,2}})(?![\w/]|\s{months})")

    @cached_property
    def _of_a_house(self) -> re.Pattern[str]:
        """What makes rules of procedure of "règlement": "intérieur"."""
        return re.compile(rf"\s(?i:{any_of(self.words.all('house_rules'))})(?!\w)")

    @cached_property
    def _to_its_title(self) -> re.Pattern[str]:
        """What stands between an act and the words of its title: no end of a sentence, no other act."""
        return re.compile(r"(?:[^;\0.]|\.(?!\s[A-ZÀ-ÞА-Я])){0,200}")

    def mentions(
        self,
        text: str,
        named: Iterable[Hit],
        nouns: Iterable[Hit],
        written: Iterable[Hit] = (),
        slashes: Iterable[Hit] = (),
    ) -> Mentions:
        """
        Every mention in *text*, none inside another, in order.

        *text* is the reading with line breaks as spaces; the hits are those of the automaton for ``literals``,
        ``noun_literals`` and ``written_literals``, and the digits around a slash.
        """
        found: list[Mention] = []
        hinted: dict[tuple[int, int], list[str]] = {}
        size = len(text)
        for start, end, literal in named:
            if start and text[start - 1].isalnum():
                continue
            if end < size and text[end].isalnum() and not (" " in literal and MARK.match(text, end)):
                continue
            if end < size and text[end] == "-" and _A_COMMITTEE.match(text, end):
                continue  # "CAT-kommittén" is no treaty
            if literal[-1:].isdigit() and _OF_A_CODE.match(text, end):
                continue  # "Art. 3, 13, P4-4": an article of the Protocol, to which those before it do not belong
            as_written = text[start:end]
            fitting = [name for name in self._by_literal[literal] if not name.case or name.text == as_written]
            certain = next((name for name in fitting if not name.ambiguous), None)
            if certain is not None:
                found.append(Mention(start, end, certain.key, noun_of(certain.key)))
            elif fitting and (
                text[start].isupper() or self._is_lower_noun(as_written) or self._is_lower_act(as_written, fitting)
            ):
                hinted.setdefault((start, end), []).extend(name.key for name in fitting)
        titles = self._written(text, written, found, hinted)
        for (start, end), all_keys in hinted.items():
            keys = tuple(dict.fromkeys(all_keys))
            found.append(Mention(start, end, None, noun_of(keys[0]), "defined-term", keys[0], keys))
        for start, end, literal in nouns:
            noun = self._noun_of_word[literal]
            if start and text[start - 1].isalnum():
                continue
            if text[end : end + 1] == "." and f"{literal}." in self._noun_of_word:
                continue  # "art. 4 Prot. 4": the word has its stop
            if (
                end < size
                and text[end].isalnum()
                and text[end - 1] != "."
                and not (noun == "comment" and text[end].isdigit())
            ):
                continue
            found.extend(self._by_noun(text, start, end, noun))
        found.extend(self._bare_acts(text, slashes))
        # Of two at one place the longer, and the certain before the ambiguous.
        found.sort(key=lambda mention: (mention.start, -mention.end, mention.key is None))
        apart: list[Mention] = []
        last = 0
        for mention in found:
            if mention.start >= last:
                if mention.key == "ECHR" and apart and (apart[-1].key or "").startswith("ECHR-P"):
                    before = apart[-1]
                    if mention.start - before.end < REACH_OF_ITS_CONVENTION and self._to.fullmatch(
                        text, before.end, mention.start
                    ):
                        mention = before._replace(end=mention.end)  # "des 7. Zusatzprotokolls zur Europäischen …"
                        apart.pop()
                if apart and apart[-1].key == "ICCPR-OP1" and mention.noun == "convention":
                    before = apart[-1]
                    if self._to.fullmatch(text, before.end, mention.start):
                        # "the first Optional Protocol to the Convention on the Rights of the Child"
                        apart[-1] = before._replace(key=None, noun="another protocol")
                mention = _numbered(text, mention)
                apart.append(mention)
                last = mention.end
            elif mention.end > last and mention.key and apart[-1].noun == "another convention":
                # «Международной конвенции для защиты всех лиц …»: no name that nobody knows, but the rest of its title
                apart[-1] = mention._replace(start=apart[-1].start)
                last = mention.end
            elif mention.end > last and _goes_on(apart[-1], mention):
                # "1951 Convention for the Protection of Human Rights": a year does not make it the one on refugees.
                apart[-1] = mention._replace(start=apart[-1].start)
                last = mention.end
        apart = [self._of_a_wrong_day(text, mention, apart) for mention in apart]
        return Mentions(_with_numbers(text, self._with_titles(text, apart, titles)))

    def _of_a_wrong_day(self, text: str, mention: Mention, mentions: Sequence[Mention]) -> Mention:
        """
        A Protocol that is named by nothing but its day, with one part of it wrong: "the 1951 Convention, as amended by
        the Protocol of 31 January 1968". Only where the treaty is named to which it belongs.
        """
        if mention.noun != "protocol" or mention.key is not None:
            return mention
        day = next(days_in(text, mention.end, mention.end + REACH_OF_A_DAY), None)
        if day is None or _LEADS_TO_A_DAY.fullmatch(text, mention.end, day.span.start) is None:
            return mention
        for key, right in self._known_by_their_day.items():
            same = (day.day.day == right.day) + (day.day.month == right.month) + (day.day.year == right.year)
            if same == PARTS_OF_A_DAY - 1 and any(other.key == _BELONGS_TO[key] for other in mentions):
                return mention._replace(key=key, form="full")
        return mention

    @cached_property
    def _known_by_their_day(self) -> Mapping[str, date]:
        """Protocols that are called by the day on which they were made, as their names say."""
        names = ((one.key, one.text) for one in self.names if one.key in _BELONGS_TO)
        writings = ((one.key, one.text) for one in self.writings if one.key in _BELONGS_TO)
        return {key: day.day for key, text in (*names, *writings) for day in days_in(text, 0, len(text))}

    def _is_lower_noun(self, name: str) -> bool:
        """ "convention de Genève": French and its neighbours write the noun small and the name in it with a capital."""
        return name.partition(" ")[0] in self._noun_of_word and name != name.lower()

    def _is_lower_act(self, name: str, fitting: Sequence[Name]) -> bool:
        """ "qualification directive": an act of the Union by its usual name keeps that name in small letters."""
        noun = self._noun_of_word.get(name.rpartition(" ")[2])
        return noun in ACTS and any(one.key.startswith("EU:") for one in fitting)

    def _written(
        self, text: str, hits: Iterable[Hit], found: list[Mention], hinted: dict[tuple[int, int], list[str]]
    ) -> list[Mention]:
        """Sorts the writings that stand at *hits* into *found* and *hinted*, and gives back those of titles."""
        titles: list[Mention] = []
        formerly: list[tuple[int, int, str]] = []
        for at, _, literal in hits:
            for writing in self._by_fragment[literal]:
                pattern, before = _inflected(writing.text)
                match = pattern.search(text, max(0, at - before), at + len(writing.text) + 60)
                while match and match.end() <= at:
                    match = pattern.search(text, match.end(), at + len(writing.text) + 60)
                if match is None or match.start() > at:
                    continue
                start, end = match.span()
                if writing.kind == "written":
                    found.append(Mention(start, end, writing.key, noun_of(writing.key)))
                elif writing.kind == "titles":
                    titles.append(Mention(start, end, writing.key, noun_of(writing.key)))
                elif writing.kind == "usually":
                    hinted.setdefault((start, end), []).append(writing.key)
                else:
                    formerly.append((start, end, writing.key))
        for start, end, key in formerly:
            hinted.setdefault((start, end), []).append(key)
        titles.sort(key=lambda title: title.start)
        return titles

    def _by_noun(self, text: str, start: int, end: int, noun: str) -> Iterator[Mention]:
        """What a noun with or without a number stands for."""
        if noun == "comment":
            match = self._comment_number.match(text, end)
            if match:
                keys = tuple(f"{body}:GC{int(match['number'])}" for body in COMMENTING)
                yield Mention(start, match.end(), None, "", "full", keys[0], keys)
            return
        if noun == "protocols":
            yield from self._protocols(text, start, end)
            return
        if noun in ("directive", "regulation"):
            match = self._act.match(text, end)
            key = act_key(match["first"], match["second"], noun) if match else None
            if match and key:
                yield Mention(self._act_start(text, start), match.end(), key, noun)
                following = self._next_act.match(text, match.end())
                while following:
                    key = act_key(following["first"], following["second"], noun)
                    if key is None:
                        return
                    yield Mention(following.start("act"), following.end(), key, noun)
                    following = self._next_act.match(text, following.end())
                return
            house = self._of_a_house.match(text, end)
            if house is not None:
                # "l'article 114 de son règlement intérieur": a committee's, and no act of the Union.
                yield Mention(start, house.end(), None, "rules of procedure", "defined-term")
                return
            dated = self._by_its_day(text, end, noun)
            if dated is not None:
                yield Mention(self._act_start(text, start), dated[0], dated[1], noun)
                return
        elif noun == "protocol":
            match = self._protocol.match(text, end)
            if match and self._counted.match(text, match.end("number")):
                match = None  # "ketvirtojo protokolo 4 straipsnis": the number is the article's
            if match:
                if 1 <= int(match["number"]) <= LAST_PROTOCOL and not _OTHER_PROTOCOL.match(text, match.end()):
                    yield Mention(start, match.end(), f"ECHR-P{int(match['number'])}", noun)
                return
            before = self._protocol_before.search(text, max(0, start - 20), start)
            if before:
                number = int(before["number"] or self._ordinals[before["ordinal"].lower()])
                if 1 <= number <= LAST_PROTOCOL and not _OTHER_PROTOCOL.match(text, end):
                    behind = self._behind_a_protocol.match(text, end)
                    yield Mention(before.start(), behind.end() if behind else end, f"ECHR-P{number}", noun)
                    return
        if noun == "protocol" and text[max(0, start - 9) : start].lower() == "optional ":
            start -= 9
        if noun == "convention" and (named := self._by_another_name(text, start, end)) is not None:
            start, end = named
            noun = "another convention"
        yield Mention(start, end, None, noun, "defined-term")

    def _by_another_name(self, text: str, start: int, end: int) -> tuple[int, int] | None:
        """
        Where a convention stands with a name that nobody knows here: "Minskas konvencijas", "Гаагской конвенции",
        "Konwencji haskiej". What is known by that name has been found by it.
        """
        small, named, behind = self._other_names[fold(text[start:end])]
        following = _WORD_BEHIND.match(text, end)
        if following is not None and following["word"].endswith(behind):
            return start, following.end()
        before = _WORD_BEFORE.search(text, max(0, start - REACH_OF_A_NAME), start)
        if before is None or before["word"].lower() in self._same:
            return None
        has_a_name = before["word"][0].isupper() and before["word"].endswith(named)
        if has_a_name or (text[start].islower() and before["word"].endswith(small)):
            return before.start(), end
        return None

    @cached_property
    def _other_names(self) -> Mapping[str, tuple[tuple[str, ...], ...]]:
        """
        Word for a convention → endings, in its languages, of words that make it another one: before it where it is
        written small, before it with a capital, and behind it.
        """
        kinds = ("of_another_convention", "named_another_convention", "another_convention_behind")
        endings: dict[str, tuple[tuple[str, ...], ...]] = {}
        for language in self.words.languages.values():
            its = tuple(tuple(language.get(kind, ())) for kind in kinds)
            for word in language.get("convention", ()):
                known = endings.get(fold(word), ((), (), ()))
                endings[fold(word)] = tuple((*one, *other) for one, other in zip(known, its, strict=True))
        return endings

    @cached_property
    def _same(self) -> frozenset[str]:
        return frozenset(self.words.all("the_same"))

    def _bare_acts(self, text: str, slashes: Iterable[Hit]) -> Iterator[Mention]:
        """ "2013/32/EU" and "(EU) 2022/382" with no "Directive" before them, as in Hungarian and in lists."""
        for slash, _, _ in slashes:
            left = slash
            while left and text[left - 1].isdigit():
                left -= 1
            if left and (text[left - 1].isalnum() or text[left - 1] in "/-"):
                continue
            match = self._bare_act.match(text, left)
            if match is None or (match["union"] is None and text[left - 1 : left] == "("):
                continue
            start = left
            if match["union"] is None:
                before = self._before_a_bare_act.search(text, max(0, left - 16), left)
                if before is None:
                    continue
                start = before.start()
            key = act_key(match["first"], match["second"], "directive")
            if key:
                yield Mention(start, match.end(), key, "directive")

    def _with_titles(self, text: str, apart: Sequence[Mention], titles: Iterable[Mention]) -> list[Mention]:
        """
        The mentions with titles read: "dyrektywy Parlamentu Europejskiego i Rady w sprawie wspólnych procedur …" is an
        act; a title behind a number says nothing new.
        """
        mentions = list(apart)
        for title in titles:
            index = bisect_left([mention.start for mention in mentions], title.start) - 1
            if index < 0:
                continue
            act = mentions[index]
            gap = self._to_its_title.match(text, act.end, title.start)
            if (
                act.key is None
                and not act.hint
                and act.noun in ("directive", "regulation")
                and gap is not None
                and gap.end() == title.start
            ):
                mentions[index] = title._replace(start=act.start, noun=act.noun)
                mentions[index + 1 :] = [other for other in mentions[index + 1 :] if other.start >= title.end]
        return mentions

    @staticmethod
    def _act_start(text: str, start: int) -> int:
        """ "Council Directive 2005/85/EC" begins at "Council"."""
        for word in (
            "Council ",
            "Commission Implementing ",
            "Commission Delegated ",
            "Commission ",
            "Council Implementing ",
        ):
            if text.startswith(word, start - len(word)) and start >= len(word):
                return start - len(word)
        return start


def _goes_on(short: Mention, mention: Mention) -> bool:
    """Whether the longer name of an instrument of the same kind begins inside the shorter one."""
    longer = mention.end - mention.start > short.end - short.start
    return longer and mention.key is not None and short.key is not None and mention.noun == short.noun


def _numbered(text: str, mention: Mention) -> Mention:
    """ "Määritelmädirektiivin (2011/95)": an act by its usual name, with its number in brackets."""
    if mention.key is not None or (mention.noun not in ACTS and not mention.hint.startswith("EU:")):
        return mention
    number = _NUMBER_IN_BRACKETS.match(text, mention.end)
    key = act_key(number["first"], number["second"], mention.noun) if number else None
    if number is None or key is None or (mention.hints and key not in mention.hints):
        return mention
    return mention._replace(end=number.end(), key=key, form="full", hint="", hints=())


def _with_numbers(text: str, mentions: Sequence[Mention]) -> list[Mention]:
    """ "Verfahrensrichtlinie 2013/32/EU" is one mention, by its number."""
    joined: list[Mention] = []
    for mention in mentions:
        last = joined[-1] if joined else None
        if (
            last is not None
            and mention.key
            and mention.key.startswith("EU:")
            and (last.hint.startswith("EU:") or (last.key is None and not last.hint and last.noun in ACTS))
            and text[last.end : mention.start] == " "
        ):
            joined[-1] = mention._replace(start=last.start)
        elif (
            last is not None
            and mention.key in last.hints
            and text[last.end : mention.start].strip() in ("(", ",", "–", "-")
        ):
            joined[-1:] = [last._replace(key=mention.key), mention]  # "the Qualification Directive (2004/83/EC)"
        elif (
            last is not None
            and (mention.key or "").startswith("ECHR-P")
            and last.noun == "convention"
            and last.key in (None, "ECHR")
            and text[last.end : mention.start] == " "
        ):
            joined[-1] = mention._replace(start=last.start)  # "Konvencijos ketvirtojo protokolo"
        elif (
            last is not None
            and last.key
            and mention.key is None
            and mention.noun in ACTS
            and text[last.start] in "0123456789("
            and text[last.end : mention.start] == " "
        ):
            joined[-1] = last._replace(end=mention.end)  # "a 2013/32/EU irányelv"
        else:
            joined.append(mention)
    return [_with_a_bare_number(text, mention) for mention in joined]


def _with_a_bare_number(text: str, mention: Mention) -> Mention:
    """ "the Qualification Directive 2004/83": the number says which of the two is meant, without its letters too."""
    if mention.key is not None or not mention.hint.startswith("EU:"):
        return mention
    match = _BARE_NUMBER.match(text, mention.end)
    key = act_key(match["first"], match["second"], mention.noun) if match else None
    return mention._replace(end=match.end(), key=key) if match and key else mention


# A Protocol without a number → the treaty to which it belongs.
_BELONGS_TO = {"CSR67": "CSR51"}
_LEADS_TO_A_DAY = late(r",?\s(?:[^\W\d_]{1,8}\s){0,2}")
_BARE_NUMBER = late(r"\s(?P<first>\d{2,4})/(?P<second>\d{1,4})(?![/\d])")


@lru_cache(maxsize=4096)
def _inflected(written: str) -> tuple[re.Pattern[str], int]:
    """The pattern of a writing, and how far before its longest piece it may begin."""
    pieces = written.split("*")
    longest = pieces.index(max(pieces, key=len))
    before = sum(len(piece) for piece in pieces[:longest]) + longest * ENDING
    pattern = rf"[^\W\d_]{{0,{ENDING}}}".join(re.escape(piece).replace(r"\ ", r"\s") for piece in pieces)
    letters = [letter for letter in written if letter.isalpha()]
    is_acronym = " " not in written and sum(letter.isupper() for letter in letters) * 2 >= len(letters)
    behind = r"(?!\w)" if is_acronym else r"(?![^\W\d_]|\d{3})"  # the mark of a note may stand behind
    return re.compile(rf"(?<![\w]){pattern}{behind}", 0 if is_acronym else re.IGNORECASE), before


# The mark of a note, flattened: "ustawie o cudzoziemcach3".
MARK = late(r"(?<=[^\W\d_])\d{1,2}(?!\w)")
_NUMBER_IN_BRACKETS = late(r"\s\((?P<first>\d{2,4})/(?P<second>\d{1,4})\)")
_OF_A_CODE = late(r"-\d{1,2}(?!\d)")
_A_COMMITTEE = late(
    r"(?i)-(?:kommitt|komite|komité|komitee|ausschuss|комитет|комітет|committee|comité|udvalg|utvalg|bizotts)"
)
_SHORT_ECHR = ("ECHR", "CEDH", "EMRK", "EKPC", "EKPCz", "EŽTK", "ЕКПЧ", "ЄКПЛ", "EKMR", "CEDU", "EIS", "EIÕK")
_WORD_BEFORE = late(r"(?<![\w-])(?P<word>[^\W\d_]{3,})\s\Z")
_WORD_BEHIND = late(r"\s(?P<word>[^\W\d_]+)(?![\w-])")
# "Optional Protocol No. 3 to the Convention on the Rights of the Child" is none of the European Convention's.
_OTHER_PROTOCOL = late(
    r"\s(?:to|of|à|au|zum|zur|do|al|on)\s(?:the\s|la\s|le\s)?(?:International|Covenant|ICCPR|CRC|CAT|Treaty|Act|Pacte|traité|Traktat|Vertrag"
    r"|Convention\s(?:on\sthe\s|against|for\sthe\sSafety))"
)
LAST_PROTOCOL = 16
# The articles of one Protocol of a list.
_IN_A_BRACKET = r"(?:\s\([^()\0]{3,24}\))?"
# Since then the numbers of regulations too begin with the year.
YEAR_FIRST_SINCE = 2015
# "to the", "alla": a Protocol and its Convention are this near.
REACH_OF_ITS_CONVENTION = 16


def act_key(first: str, second: str, noun: str) -> str | None:
    """
    The contract's key of an EU act, its number as printed: ``EU:2013/32``, ``EU:604/2013``.

    A two-digit year of the old style ("95/46") is written out; ``None`` when neither part can be a year.
    """
    if len(first) == 4 and 1952 <= int(first) <= 2099 and len(second) <= 4:
        return f"EU:{first}/{int(second)}"
    if len(second) == 4 and 1952 <= int(second) <= 2099:
        return f"EU:{int(first)}/{second}"
    if noun == "directive" and len(first) == 2 and int(first) >= 58:
        return f"EU:19{first}/{int(second)}"
    return None


class Mentions:
    """Mentions in the order of the text, with the questions that the grammars ask."""

    def __init__(self, mentions: Sequence[Mention]) -> None:
        self._all = tuple(mentions)
        self._starts = [mention.start for mention in self._all]
        self._ends = [mention.end for mention in self._all]

    def __iter__(self) -> Iterator[Mention]:
        return iter(self._all)

    def starting_at(self, offset: int) -> Mention | None:
        """The mention that begins at *offset*."""
        index = bisect_right(self._starts, offset) - 1
        return self._all[index] if index >= 0 and self._starts[index] == offset else None

    def with_more(self, more: Iterable[Mention]) -> Mentions:
        """These and the others that stand apart from them."""
        apart = [
            mention
            for mention in more
            if (last := self.ending_by(mention.start)) is None or not self._between(last, mention)
        ]
        return Mentions(sorted((*self._all, *apart), key=lambda mention: mention.start)) if apart else self

    def _between(self, last: Mention, mention: Mention) -> bool:
        """Whether the mention behind *last* begins before *mention* ends."""
        index = bisect_left(self._starts, last.end)
        return index < len(self._starts) and self._starts[index] < mention.end

    def ending_by(self, offset: int) -> Mention | None:
        """The last mention that ends at or before *offset*."""
        index = bisect_left(self._ends, offset + 1) - 1
        return self._all[index] if index >= 0 else None

    def between(self, start: int, end: int) -> Iterator[Mention]:
        """Those that start there, in order."""
        for index in range(bisect_left(self._starts, start), bisect_left(self._starts, end)):
            yield self._all[index]

    def before(self, offset: int) -> Iterable[Mention]:
        """Those that start before *offset*, the nearest first."""
        for index in range(bisect_left(self._starts, offset) - 1, -1, -1):
            yield self._all[index]
