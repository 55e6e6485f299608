"""
Communications to the treaty bodies: "Mutombo v. Switzerland, communication No. 13/1993", "CAT/C/12/D/13/1993".

A number with a year in full is theirs when the words or the symbol beside it say so; the committee comes from the
symbol, else from the words around, else it stays open for the register.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from functools import cached_property

from attrs import define, field

from refoulement_lint.citations.court_forms import iso_date
from refoulement_lint.citations.ecthr_names import INSIDE_A_NAME
from refoulement_lint.citations.instruments import UNION
from refoulement_lint.citations.words import Words, any_of, named_in
from refoulement_lint.days import days_in
from refoulement_lint.late import late
from refoulement_lint.model import Part, Span, Written
from refoulement_lint.scan import Hit

# A name stands at most this far before its number.
LONGEST_NAME = 120
NEAR = 240
# The numbers of a joined communication take no more characters than this.
JOINED = 80
# Only the Human Rights Committee has registered so many; it had in 2005, the next of them not twenty years later. Own
# knowledge.
MOST_OF_OTHERS = 1_400
# So many empty lines may stand between a number and the parties below it.
MOST_BLANKS = 4
# Letters of a committee's name in words; fewer are an abbreviation, and may be anybody's initials.
SHORTEST_COMMITTEE = 6


@define(frozen=True, slots=False, eq=False, repr=False)
class UnGrammar:
    """Finds communications by number and by symbol."""

    words: Words
    committees: Mapping[str, tuple[str, ...]]
    """Committees by their keys, as drafts name them."""
    symbols: Mapping[str, str]
    """How their symbols begin → their keys."""
    beside: Mapping[str, tuple[str, ...]] = field(factory=dict)
    """What drafts say beside a communication that only one committee's has."""

    @cached_property
    def _names(self) -> tuple[tuple[str, str], ...]:
        return tuple((name, key) for key, names in self.committees.items() for name in names)

    @cached_property
    def _named(self) -> tuple[tuple[str, str], ...]:
        """The committees, and what else says whose communication it is: "under Article 22 of the Convention"."""
        return (*self._names, *((name, key) for key, names in self.beside.items() for name in names))

    @cached_property
    def _against_something(self) -> tuple[str, ...]:
        """Committees whose names have a word in them that stands between parties: "przeciwko Torturom"."""
        versus = self.words.all("versus")
        return tuple(
            name
            for name, _ in self._names
            if len(name) > SHORTEST_COMMITTEE
            if not set(name.split()).isdisjoint(versus)
        )

    @cached_property
    def _symbol(self) -> re.Pattern[str]:
        """How a symbol begins; the Committee on Economic, Social and Cultural Rights has "E/C.12/55/D/"."""
        return re.compile(rf"(?<![\w/])(?P<body>{any_of(self.symbols)}){_COMMITTEE}{_OF_A_SESSION}$")

    @cached_property
    def _numbers_before(self) -> re.Pattern[str]:
        """The other numbers of a symbol that joins several: "CCPR/C/93/D/1461, 1462, 1476 & [1477/2006]"."""
        joint = rf"(?:\s?,\s?|\s?&\s?|\s{self.words.joint}\s)"
        return re.compile(rf"(?<=/)(?:\d{{1,4}}(?:/\d{{4}})?{joint}){{1,9}}$")

    @cached_property
    def _lead(self) -> re.Pattern[str]:
        """What stands before a number that is a communication's: "communication no.", „сообщение №“."""
        number = any_of((*self.words.all("number"), "n.", "nr."))
        return re.compile(
            rf"(?:(?P<sure>[Cc]ommunications?|[Cc]omm\.|[Cc]omplaints?|[Pp]etitions?)|(?<!\w){any_of(self.words.all('communication'))})"
            rf"(?:\s?|\s?\0\s?)(?:{number})?\s?(?:\d{{1,4}}(?:/\d{{4}})?(?:,\s|\s{any_of(self.words.joints)}\s)(?:{number}\s?)?)*+$",
            re.IGNORECASE,
        )

    @cached_property
    def _words_of_a_lead(self) -> tuple[str, ...]:
        """What every lead has in it, in small letters."""
        return (
            "communication",
            "complaint",
            "petition",
            *(w.lower().split()[0] for w in self.words.all("communication")),
        )

    @cached_property
    def _introducing(self) -> frozenset[str]:
        """Words that introduce a case: "See", "Voir"; "De" and "La" may begin a name."""
        words = (word for word in self.words.all("before_a_name") if word.lower() not in INSIDE_A_NAME)
        return frozenset((*words, "also"))

    @cached_property
    def _versus(self) -> tuple[str, ...]:
        """What stands between two parties."""
        return (*self.words.all("versus"), "v.", "v")

    @cached_property
    def _between_parties(self) -> frozenset[str]:
        """The same as words: the pattern of two parties takes long to compile, and is asked beside these alone."""
        return frozenset(said.split()[0] for said in self._versus)

    @cached_property
    def _sides(self) -> str:
        """The pattern of two parties."""
        versus = any_of(self._versus)
        others = any_of(self.words.all("others"))
        the = r"(?:(?:the|la|le|les|die|das|den|het|de|el|los|il|lo|gli|i)\s|l')?"
        return rf"{_SIDE}(?:\s{others})?\s{versus}\s{the}{_SIDE}"

    @cached_property
    def _called(self) -> str:
        """The pattern of what calls a number a communication's: "communication No.", or "No." alone."""
        number = any_of((*self.words.all("number"), "n.", "nr."))
        word = (
            rf"(?:[Cc]ommunication|[Cc]omm\.|[Cc]omplaint|[Pp]etition|(?i:{any_of(self.words.all('communication'))}))s?"
        )
        return rf"{word}\s?(?:{number})?|{number}"

    @cached_property
    def _parties(self) -> re.Pattern[str]:
        """The parties directly before the number, with what may stand between."""
        return self._parties_before(rf"(?:{self._called}|(?<=\())")

    @cached_property
    def _parties_of_a_symbol(self) -> re.Pattern[str]:
        """The parties before a symbol, which needs no word: "N.B.F. v. Spain, CRC/C/79/D/11/2017"."""
        return self._parties_before(rf"(?:{self._called}|(?<=\())?")

    @cached_property
    def _said_and_when(self) -> str:
        """A sentence between parties and number: «… . Решение Комитета против пыток от 28 апреля 2022 года. …»."""
        said, committee = (
            any_of((*self.words.all("judgment", "decision"), *_SAID)),
            any_of(name for name, _ in self._names),
        )
        dated = any_of(self.words.all("dated"))
        return rf"(?i:{said})\s{committee}\s(?:{dated}\s)?(?:{self.words.day})[^\d;.\0]{{0,8}}[.,]\s"

    @cached_property
    def _decided_on(self) -> str:
        """A day in or before the brackets before the number: "Brada v. France (decision of 17 May 2005, CAT/C/…"."""
        said = any_of((*self.words.all("judgment", "decision"), "Views", *_SAID))
        dated = any_of((*self.words.all("dated", "adopted_on"), "of", "adopted on"))
        inside = rf"\s\((?i:{said})\s(?:{dated}\s){{0,2}}(?:{self.words.day}),\s"
        # „A.N. gegen die Schweiz vom 3. August 2018 (742/2016)“
        return rf"{inside}|\s(?:{dated}\s){{1,2}}(?:{self.words.day})\s\("

    def _parties_before(self, called: str) -> re.Pattern[str]:
        # Behind its letters the committee's number needs no word: "Agiza v. Sweden (CAT, 233/2003)", "HRC no. 13/1993".
        letters = any_of({"HRC", "UNHRC", *(name for name, _ in self._names if name.isalpha() and name.isupper())})
        in_full = any_of(name for name, _ in self._names if len(name) > SHORTEST_COMMITTEE)
        return re.compile(
            rf"(?P<name>{self._sides})\"?(?:[\s,(–—]{{1,3}}|{self._decided_on}|[.,]?\s(?P<said>{self._said_and_when}))"
            r"(?:(?:19|20)\d\d\)\s)?(?:U\.?N\.?\sDoc\.?\s)?(?:\((?:CAT|CCPR|HRC|CRC|CEDAW)\)[,\s]{0,2})?(?:(?:the\s)?(?:Committee|CAT|HRC|UNHRC)[\w\s]{0,30},\s)?"
            rf"(?:(?:U\.?N\.?\s)?{letters}[,:]?\s(?:{self._called})?|(?:the\s)?{in_full}[,:]?\s(?:{self._called})|{called})\s?$"
        )

    @cached_property
    def _group(self) -> re.Pattern[str]:
        """A group whose name ends small, behind a comma or a colon: "…, Mikmaq tribal society v. Canada"."""
        return re.compile(
            rf"(?:[,:]\s(?:and\s)?|\b[Ss]ee\s)(?P<name>(?:[^\W\d_a-z]\.){{0,5}}[A-Z][^,;:()\d\0]{{2,60}}?\s[a-z]{{3,}}\sv\.?\s{_SIDE})"
            rf"[\s,(]{{1,3}}(?:{self._called})\s?$"
        )

    @cached_property
    def _of_one_year(self) -> re.Pattern[str]:
        """The numbers before the last of those that have their year in common: "Nos. [1461, 1462 and ]1477/2006"."""
        number = any_of(self.words.all("number"))
        joint = rf"(?:,\s|\s?&\s?|\s{self.words.joint}\s)"
        return re.compile(rf"(?<!\w){number}\s?(?P<first>\d{{1,4}})(?:{joint}\d{{1,4}}){{0,8}}{joint}$", re.IGNORECASE)

    @cached_property
    def _more_numbers(self) -> re.Pattern[str]:
        """The other numbers of communications that were joined, behind the first."""
        number = any_of(self.words.all("number"))
        return re.compile(rf"(?:(?:,\s|\s?&\s?|\s{self.words.joint}\s)(?:{number}\s?)?\d{{1,4}}/\d{{4}}(?![/\d]))+")

    def _in_a_head(self, text: str, floor: int, start: int) -> re.Match[str] | None:
        """The parties on a line above the number, as views are headed."""
        end = text.rfind("\0", floor, start)
        if end < 0 or not self._called_so.fullmatch(text[end + 1 : start].strip(" (")):
            return None
        line = text[floor:end].rfind("\0") + 1 + floor
        if line == floor > 0:
            return None  # longer than any name
        line += len(text[line:end]) - len(text[line:end].lstrip())
        return self._two_sides.fullmatch(text, line, end)

    @cached_property
    def _called_so(self) -> re.Pattern[str]:
        return re.compile(self._called)

    @cached_property
    def _heads(self) -> re.Pattern[str]:
        """What calls a number so at the beginning of its line, or on the line above."""
        return re.compile(rf"(?:^|\0)\s?(?:{self._called})[\s\0]{{0,3}}$")

    @cached_property
    def _two_sides(self) -> re.Pattern[str]:
        return re.compile(rf"(?P<name>{self._sides})\s?")

    @cached_property
    def _unread(self) -> re.Pattern[str]:
        """Parties before a number whose beginning nobody could read."""
        return re.compile(rf"\sv\.?\s(?P<respondent>[A-Z][^;:\0]{{2,50}}?)[\s,(]{{1,3}}(?:{self._called})\s?$")

    def find(self, text: str, hits: Iterable[Hit], emphasis: tuple[Span, ...]) -> Iterator[Written]:
        """Every communication; *text* has line breaks as spaces, *hits* are the digits around a slash."""
        done = 0
        # What the draft called the committee last: "the Committee" of the next pages.
        last_body: str | None = None
        of_symbols = self._numbers_of_symbols(text)
        for slash, _, _ in hits:
            is_lead, bare = False, last_body is not None
            left = slash
            while left and text[left - 1].isdigit():
                left -= 1
            match, swapped = _NUMBER.match(text, left), None
            if match is None or not _YEAR.search("".join(match[0].split())):
                swapped = _SWAPPED.match(text, left)
                match = swapped or match
            if match is not None and " " in match[0] and not self._lead.search(text, max(0, left - 60), left):
                match = None  # "page 3 / 2011": a blank at the slash is a slip, and the word before says of what
            if match is None or left < done or _FILE_OF_A_COURT.match(text, match.end()):
                continue
            listed = self._numbers_before.search(text, max(0, left - JOINED), left)
            first = listed.start() if listed else left
            symbol = self._symbol.search(text, max(0, first - 24), first)
            if symbol is None or symbol.end() != first:
                first, symbol = left, self._symbol.search(text, max(0, left - 24), left)
            end = match.end()
            is_above = False
            shared = self._of_one_year.search(text, max(done, left - JOINED), left) if symbol is None else None
            value = "".join(match[0].split())
            if swapped is not None:
                if symbol is not None or shared is not None:
                    continue
                value = f"{swapped['serial']}/{swapped['year']}"
            if shared is not None:
                left = shared.start("first")
                value = f"{shared['first']}/{value.partition('/')[2]}"
            if symbol is not None and symbol.end() == first:
                if joined := _MORE_JOINED.match(text, end):
                    end = joined.end()
                if revised := _REVISION.match(text, end):
                    end = revised.end()
                body: str | None = self.symbols[symbol["body"]]
                start = symbol.start()
            elif _ACT_OF_THE_UNION.search(text, max(0, left - 24), left):
                continue  # "R (AB) v Secretary of State. Regulation (EU) No 604/2013"
            else:
                before = text[max(0, left - 60) : left].lower()
                called = any(word in before for word in self._words_of_a_lead)
                lead = self._lead.search(text, max(0, left - 60), left) if called else None
                of_body = self._body(text, left, match.end(), goes_on=last_body)
                # "Mitteilung Nr. 12/2015", "pranešimas Nr. 5/2020": anybody's, unless a committee is named.
                is_lead = lead is not None and bool(lead["sure"] or of_body)
                goes_on = done > 0 and self._of_the_list(text, left, match.end())
                # "CAT, Entsch. v. 3.8.2018 – 742/2016 – (A.N. ./. Schweiz)": as German courts cite.
                goes_on = goes_on or (
                    of_body is not None
                    and (_DASHED.match(text, left - 2) or self._in_the_case.match(text, match.end())) is not None
                    and self._parties_behind.match(text, match.end()) is not None
                )
                # "HRC, Alzery v. Sweden, 1416/2005": the committee leads, and the number needs no word.
                bare = last_body is not None or (
                    of_body is not None and self._body_before_parties(text, left, emphasis, bare=True) is not None
                )
                if not is_lead and not goes_on and not any(self._name(text, left, emphasis, bare=bare)):
                    continue
                if swapped is not None and not is_lead and not of_body:
                    continue  # "Yıldız v. Türkiye, no. 2015/3941" is an application to a constitutional court
                if (
                    swapped is None
                    and not _YEAR.search("".join(match[0].split()))
                    and not goes_on
                    and not (lead is not None and lead["sure"])
                ):
                    continue
                # A committee that is named decides, no count of others outvotes a name; that before the parties first.
                beside_it = self._body(text, left, match.end(), in_its_item=True) if of_body else None
                if beside_it:
                    beside_it = self._body_before_parties(text, left, emphasis, bare=bare) or beside_it
                body, start = beside_it or self._body_of_number(value, of_symbols) or of_body, left
                is_above = body == of_body and self._is_named_above(text, left, match.end())
            done = end
            number = value
            span = Span(start, end)
            parts = [
                Part("number", Span(left, match.end()), number),
                *self._name(text, start, emphasis, bare=bare and symbol is None),
            ]
            if symbol is not None and start != left:
                parts.append(Part("symbol", span, text[start:end]))
            if not any(part.name == "name" for part in parts) and (
                behind := self._parties_behind.match(text, end) or self._below_its_number(text, start, end)
            ):
                sentence = _SENTENCE_ENDS.search(behind["name"])  # "X.Y. v. Spain. Views adopted on …"
                stop = behind.start("name") + sentence.end() - 2 if sentence else behind.end("name")
                named = Span(behind.start("name"), stop)
                parts.append(Part("name", named, text[named.start : named.end]))
                parts.extend(self._behind_it(text, stop, bool(symbol)))
            else:
                others = self._more_numbers.match(text, end) if len(parts) > 1 else None
                parts.extend(self._behind_it(text, others.end() if others else end, bool(symbol)))
            if not any(part.name == "name" for part in parts) and (
                unread := self._unread.search(text, max(0, start - LONGEST_NAME), start)
            ):
                parts.append(Part("unread-name", Span(left, match.end()), unread["respondent"]))
            if is_above:
                parts.append(Part("body-above", Span(left, match.end()), number))
            if swapped is not None:
                parts.append(Part("swapped", Span(left, match.end()), "called" if is_lead else ""))
            whole = Span(min(part.span.start for part in parts), max(part.span.end for part in parts))
            beside = next((part for part in parts if part.name == "symbol"), None)
            if body is None and beside is not None:
                body = self.symbols[beside.value.partition("/")[0]]
            last_body = body = body or last_body
            key = f"{body}:{number}" if body else None
            name = next((part for part in parts if part.name == "name"), None)
            if name is not None:
                yield Written(
                    span=name.span,
                    whole=whole,
                    text=name.value,
                    kind="case",
                    family="un",
                    key=key,
                    parts=tuple(parts),
                )
            yield Written(
                span=span,
                whole=whole,
                text=text[start:end],
                kind="document-symbol" if start != left else "case" if name is None else "appno",
                family="un",
                key=key,
                parts=tuple(part for part in parts if name is None or part is not name),
                belongs_to=name.span if name is not None else None,
            )

    def _below_its_number(self, text: str, start: int, end: int) -> re.Match[str] | None:
        """The parties on a line of their own below a number that stands alone, as lists of views have them."""
        if text[end : end + 1] not in ("\0", "") or not self._heads.search(text, max(0, start - 40), start):
            return None
        begin = end
        while text[begin : begin + 1] in ("\0", " ") and begin - end < MOST_BLANKS:
            begin += 1
        stop = text.find("\0", begin)
        return self._two_sides.fullmatch(text, begin, stop if stop >= 0 else len(text))

    def _numbers_of_symbols(self, text: str) -> Mapping[str, str]:
        """The communications whose symbols the draft has anywhere → the committees of these."""
        if "/D/" not in text:
            return {}
        found: dict[str, str] = {}
        for symbol in _A_SYMBOL.finditer(text):
            body = self.symbols.get(symbol["body"])
            if body is not None:
                found.setdefault(symbol["number"], body)
        return found

    def _body_of_number(self, written: str, of_symbols: Mapping[str, str]) -> str | None:
        """
        The committee that alone can have a number, where none is named: its symbol stands in the draft, or no other
        counts so far.
        """
        number = "".join(written.split())
        body = of_symbols.get(number)
        if body is None and int(number.partition("/")[0]) >= MOST_OF_OTHERS:
            body = "hrc"
        return body

    @cached_property
    def _parties_behind(self) -> re.Pattern[str]:
        """The parties directly behind the number: "No. 258/2004, Dadar v. Canada, decision of …"."""
        return re.compile(
            rf"(?:[,:]\s|\s\(|\s[–—-]\s\(?|\s{any_of(self.words.all('in_the_case'))}\s)(?P<name>{self._sides}(?<![.]))(?=[,;:.)(\s]|$)"
        )

    @cached_property
    def _in_the_case(self) -> re.Pattern[str]:
        """What stands between a number and its parties: "Decyzja Komitetu nr 450/2011 w sprawie Fadela przeciwko …"."""
        return re.compile(rf"\s{any_of(self.words.all('in_the_case'))}\s")

    def _of_the_list(self, text: str, left: int, end: int) -> bool:
        """Whether a number goes on a list of communications: "…, para. 9.2; No. 692/1996, A.R.J. v. Australia"."""
        return bool(self._listed.search(text, max(0, left - 12), left)) and bool(self._parties_behind.match(text, end))

    @cached_property
    def _listed(self) -> re.Pattern[str]:
        joints, number = any_of(self.words.joints), any_of(self.words.all("number"))
        return re.compile(rf"[;,]\s(?:{joints}\s)?(?:{number}\s?)?$|\s{joints}\s(?:{number}\s?)?$")

    @cached_property
    def _behind(self) -> re.Pattern[str]:
        """What may stand behind the number: the committee, the symbol, the day."""
        committee, paragraph = any_of(name for name, _ in self._names), any_of(self.words.all("paragraph"))
        said, dated = (
            any_of(("Views", "views", "Decision", "decision", *self.words.all("judgment", "decision"), *_SAID)),
            any_of(("adopted", "of", "on", *self.words.all("dated", "adopted_on"))),
        )
        adopted = rf"(?i:{said}),?\s(?:{dated}\s){{0,2}}"
        return re.compile(
            rf"[\s,;()]{{1,3}}(?:(?:U\.?\s?N\.?\s(?:Doc\.?\s)?)?(?P<symbol>{any_of(self.symbols)}{_COMMITTEE}{_OF_A_SESSION}"
            rf"\d{{1,4}}/\d{{4}}{_REVISED})(?![\d/])"
            rf"|(?:{adopted}|adopted\s(?:on\s)?|of\s|du\s|vom\s)?(?P<date>{self.words.day})(?!\d)(?:\s(?:r\.|roku|г\.|года|року))?"
            rf"|(?P<paragraphs>{paragraph}\s?{_POINT}(?:(?:,\s|\s{self.words.joint}\s)(?:{paragraph}\s?)?{_POINT}){{0,9}})"
            rf"|(?:U\.?N\.?\s)?(?:the\s)?{committee}(?=[\s,;(]))\)?"
        )

    @cached_property
    def _before_a_day(self) -> re.Pattern[str]:
        """What stands between a number, or what stands behind it, and a day."""
        said = any_of(("Views", "Decision", *self.words.all("judgment", "decision"), *_SAID))
        dated = any_of(self.words.all("dated", "adopted_on"))
        return re.compile(rf"[\s,;(]{{1,3}}(?:(?i:{said}),?\s(?:{dated}\s){{0,2}})?(?=\d)")

    def _day_behind(self, text: str, offset: int) -> Part | None:
        """A day as languages write it that do not write "27 April 1994": "1994. gada 27. aprīlis"."""
        before = self._before_a_day.match(text, offset)
        if before is None:
            return None
        day = next(days_in(text, before.end(), min(len(text), before.end() + LONGEST_DAY)), None)
        if day is None or day.span.start != before.end():
            return None
        return Part("date", day.span, day.day.isoformat())

    def _behind_it(self, text: str, offset: int, has_symbol: bool) -> Iterator[Part]:
        """The symbol and the day behind a number, as long as they follow at once."""
        seen = {"symbol"} if has_symbol else set()
        for _ in range(4):
            match = self._behind.match(text, offset)
            name = match.lastgroup if match else None
            if match is None or name in seen:
                if "date" not in seen and (day := self._day_behind(text, offset)) is not None:
                    yield day
                return
            offset = match.end()
            if name is not None:
                seen.add(name)
                value = iso_date(match[name], self.words.months) if name == "date" else match[name]
                if name == "paragraphs":
                    value = _pinpoint(match[name])
                if value:
                    yield Part(name, Span(*match.span(name)), value)

    def _body(
        self, text: str, start: int, end: int, *, in_its_item: bool = False, goes_on: str | None = None
    ) -> str | None:
        """
        The committee that is named nearest to the number, at all or *in_its_item* of a list; that which *goes_on* from
        before rather than one of which only the next sentence or line speaks.
        """
        floor = max(0, start - NEAR)
        if in_its_item:
            floor = max((edge.end() for edge in _END_OF_ITEM.finditer(text, floor, start)), default=floor)
        after = _END_OF_ITEM.split(text[end : end + 80], maxsplit=1)[0]
        # "(No. 692/1996) it found none. The Committee on the Rights of the Child": what the next sentence is about.
        window = text[floor:end] + _NEXT_SENTENCE.split(after, maxsplit=1)[0]
        middle = start - floor
        line = window.find("\0", middle)
        behind = self._next_item.search(window, middle)
        # What stands on another line below is another document's, as often as not, and so is what a list goes on with.
        stop = _NEXT_AFTER_A_NUMBER.search(window, middle)
        edges = (line, behind.start() if behind else -1, stop.start() if stop else -1)
        edge = min((at for at in edges if at >= 0), default=len(window))
        found = [
            (abs(at - middle) + (NEAR if at > edge else 0), body)
            for name, body in self._named
            if name in window
            for at in named_in(window, name)
            if at <= edge or not in_its_item
        ]
        if not found:
            return None
        distance, body = min(found)
        return goes_on if goes_on is not None and distance > NEAR else body

    def _body_before_parties(
        self, text: str, left: int, emphasis: tuple[Span, ...], *, bare: bool = False
    ) -> str | None:
        """The committee straight before the parties: "– CAT, Sonko v Spain, Communication No 368/2008"."""
        name = next(self._name(text, left, emphasis, bare=bare), None)
        lead = text[max(0, name.span.start - NEAR // 4) : name.span.start].rstrip(' ,:–*_"') if name else ""
        return next((body for said, body in self._names if lead and _ends_with(lead, said)), None)

    def _is_named_above(self, text: str, start: int, end: int) -> bool:
        """Whether no committee is named in the line of the number: the one above it may be another paragraph's."""
        begin = max(text.rfind("\0", 0, start) + 1, start - NEAR)
        ends = [
            found.end()
            for stop in (_NEXT_SENTENCE, _NEXT_AFTER_A_NUMBER)
            for found in stop.finditer(text, begin, start)
        ]
        # A sentence that begins with the parties themselves may go on about the committee of the one before.
        begin = max(ends, default=begin)
        line = Span(begin, end if (stop := text.find("\0", end)) < 0 else stop)
        here = text[max(line.start, start - NEAR) : min(line.end, end + 80)]
        return not any(True for name, _ in self._named if name in here for _ in named_in(here, name))

    @cached_property
    def _next_item(self) -> re.Pattern[str]:
        """Where a list goes on behind a number: "… (No. 2360/2014), the Committee …", "…, og Torturkomitéens …"."""
        return re.compile(rf"(?<=\d)\)[,.]\s|,?\s{any_of(self.words.joints)}\s")

    def _name(self, text: str, start: int, emphasis: tuple[Span, ...], *, bare: bool = False) -> Iterator[Part]:
        """
        The parties directly before the number: "Mutombo v. Switzerland, communication No. 13/1993"; with *bare* where
        nothing calls it one, as lists of communications go on: "… and Ahani v. Canada, 1051/2002".
        """
        floor = max(0, start - LONGEST_NAME)
        match = None
        if not self._between_parties.isdisjoint(text[floor:start].split()):
            pattern = self._parties_of_a_symbol if text[start : start + 1].isalpha() else self._parties
            match = pattern.search(text, floor, start)
            if match is None and bare and _BARE_NUMBER.match(text, start - 2):
                match = self._parties_of_a_symbol.search(text, floor, start)
        if match is None and text.find(" v", floor, start) >= 0:
            match = self._group.search(text, floor, start)
        if match is None and text.find("\0", floor, start) >= 0:
            match = self._in_a_head(text, floor, start)
        # "Komitet przeciwko Torturom, zawiadomienie nr 13/1993": a committee against something is no party.
        if match and not any(name in match["name"] for name in self._against_something):
            begin = match.start("name")
            for sentence in _SENTENCE_ENDS.finditer(match["name"]):
                begin = match.start("name") + sentence.end()  # "… of the Optional Protocol. Compare Jasin v. Denmark"
            while (first := text[begin : match.end("name")].partition(" "))[0] in self._introducing and first[2]:
                begin += len(first[0]) + 1  # "See also A.N. v. Switzerland"
            span = Span(begin, match.end("name"))
            for slanted in emphasis:
                if span.start < slanted.start < span.end <= slanted.end:
                    span = Span(slanted.start, span.end)  # "Depuis *Mutombo c. Suisse*": what is slanted is the name
                    break
                if slanted.start <= span.start < slanted.end:
                    span = Span(slanted.start, max(span.end, slanted.start + 1))
                    break
            yield Part("name", span, text[span.start : span.end])


def _ends_with(text: str, name: str) -> bool:
    """Whether a text ends with the name as words of their own."""
    return text.endswith(name) and not text[: -len(name)][-1:].isalnum()


LONGEST_DAY = 40
_SAID = (
    "constatations",
    "Auffassung",
    "Auffassungen",
    "соображения",
    "міркування",
    "nuomonė",
    "uwagi",
    "pogląd",
    "poglądy",
)
# A paragraph of the views, "13.4", "8.4 (a)", "9.2-9.4"; never the beginning of a date, "16 May".
_POINT = r"\d{1,3}(?:\.\d{1,2})?(?!\d|\s[^\W\d_]{3,}\s\d{4})(?:\s?[-–]\s?\d{1,3}(?:\.\d{1,2})?)?"


def _pinpoint(written: str) -> str:
    """ "paras. 12.3 and 12.4" → "§§ 12.3 and 12.4"."""
    numbers = re.findall(r"\d[\d.]*(?:\s?[-–]\s?\d[\d.]*)?", written)
    plain = [re.sub(r"\s?–\s?|\s-\s", "-", number).rstrip(".") for number in numbers]
    listed = ", ".join(plain[:-1]) + " and " + plain[-1] if len(plain) > 1 else plain[0]
    return f"{'§§' if len(plain) > 1 or '-' in listed else '§'} {listed}"


# "CAT/C/…"; one committee has a number there: "E/C.12/55/D/2/2014". "CCPR/C/59/D/535/1993/Rev.1" was printed anew.
_COMMITTEE = r"/C(?:\.\d{1,2})?"
# The session is left out now and then; "DR" is a decision on admissibility that was looked at again.
_OF_A_SESSION = r"(?:/\d{1,3})?/DR?/"
_REVISED = r"(?:/R(?:ev|EV)\.\s?\d)?"
_REVISION = late(r"/R(?:ev|EV)\.\s?\d(?![\d/])")
_MORE_JOINED = late(r"(?:(?:\s?&\s?|,)\d{1,4}/\d{4}(?![\d/]))+")
# What stands before the number of an act: "(EU) No ", "(UE) n° ", "(WE) nr ".
_ACT_OF_THE_UNION = late(rf"\((?:{'|'.join(UNION)})[^()\0]{{0,12}}\)\s(?:[^\W\d_]{{1,3}}[.°º]{{0,2}}\s?)?$")
_NUMBER = late(r"\d{1,4}(?:/|\s/\s?|/\s)\d{4}(?!\d|/(?!R(?:ev|EV)\.))")
# The year first: "No. 2003/97" for "No. 97/2003".
_SWAPPED = late(r"(?P<year>(?:19[7-9]|20\d)\d)\s?/\s?(?P<serial>\d{1,4})(?![\d/])")
# "Minister of Home Affairs v Ruta (30/2017) [2017] ZASCA 186"
_FILE_OF_A_COURT = late(r"\)\s\[(?:19|20)\d\d\]\s[A-Z]{3}")
_SENTENCE_ENDS = late(r"[a-zß-öø-ž]{3}\.\s")
_DASHED = late(r"[–—-]\s\d{1,4}/(?:19|20)\d\d\s[–—-]\s\(")
_END_OF_ITEM = late(r"[;\0]")
_BARE_NUMBER = late(r",\s\d{1,4}/(?:19|20)\d\d(?=[,;).]|\s[(\[])")
_NEXT_SENTENCE = late(
    r"(?<=[^\W\d_]{2})(?<!\b(?:No|Nr|Mr|Ms|Dr))(?<!Doc|Rev|Add|Art|art|nos|par)(?<!para|Comm|comm)[.?!]\s"
    r"(?=[^\W\d_a-zß-öø-ÿа-џ])"
)
# "…, No. 15/1994. The Human Rights Committee", "… 31 de mayo de 2019. Comité", "para. 8.7. Devant le Comité".
_NEXT_AFTER_A_NUMBER = late(
    r"(?:\d{4}[)»\"]{0,2}|\d\.\d{1,2}[)»\"]{0,2}|[^\W\d_]{3}[)»\"]{1,2})\.\s(?=[^\W\d_a-zß-öø-ÿа-џ])"
)
_A_SYMBOL = late(r"(?<![\w/])(?P<body>[A-Z]{1,5})/C(?:\.\d{1,2})?(?:/\d{1,3})?/DR?/(?P<number>\d{1,4}/\d{4})(?!\d)")
_YEAR = late(r"/(?:19[7-9]|20\d)\d")
# The small letters of Lithuanian, Latvian and Polish, which no range has without the capitals between them.
_SMALL = "a-zß-öø-ÿа-џāăąćĉċčďđēĕėęěĝğġģĥħĩīĭįıĵķĺļľłńņňŋōŏőœŕŗřśŝşšţťŧũūŭůűųŵŷźżž"
_SIDE = (
    # "v.G. v. Netherlands", "H.A.E. d. J. v. Netherlands": a small letter with a stop is a particle cut short.
    rf"(?:\b[a-z]\.)?\b[^\W\d_{_SMALL}][\w'’.-]*(?:\s(?!U\.?N\.?\sDoc)(?:[^\W\d_{_SMALL}][\w'’.-]*|and|&|et\.?|al\.?|et\.al\.?|others|de"
    r"|the|of|on|for|y|und|i|и|та|й|др\.|ін\.|друг\w{1,3}|інш\w{1,3}|[a-uw-z]\.|\((?![^()]*\d/\d|\d{4}\))[^()]{1,40}\))){0,11}"
)
