"""
Strasbourg cases: "M.S.S. v. Belgium and Greece [GC], no. 30696/09, § 342, 21 January 2011".

Read in the Court's own style, in OSCOLA and as people write it: by their names, or by an application number that
stands alone.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator, Mapping, Set
from functools import cached_property
from itertools import islice
from sys import intern

from attrs import define, evolve, field

from refoulement_lint.citations.days_before import DaysBefore
from refoulement_lint.citations.ecthr_names import LONGEST_NAME, EcthrNames
from refoulement_lint.citations.ecthr_parts import WHOLE_YEAR, YEAR_FIRST, EcthrParts, number_part
from refoulement_lint.citations.words import Words, any_of
from refoulement_lint.folding import plain_number
from refoulement_lint.late import late
from refoulement_lint.model import Part, Span, Written
from refoulement_lint.scan import Hit

# How far behind a name that could not be read a number is looked for.
REACH_OF_NUMBER = 80
# Before a number that stands alone, how far back parties are looked for whose name could not be read.
FAR_BEFORE = 600
# Digits around the slash of an application number: the automaton waits for these hundred, not for every digit.
SLASHES = tuple(f"{left}/{right}" for left in range(10) for right in range(10))
# The same where a converter has set the year apart: "no. 12345 /94", "n° 357/ 2008".
SPLIT = tuple(f"{left}{slash}{right}" for left in range(10) for right in range(10) for slash in (" /", "/ ", " / "))
# Parts that only a citation has: a title that carries one of them cites a case and does not name its own.
CITED_ONLY = frozenset(("formation", "paragraphs", "report", "ecli", "back", "kind"))
# "the case of J.K. and Others against Sweden": an English word like any other, so only where the register has the case.
AGAINST = " against "
# How far before a number its applicants stand, with State, formation and day between.
REACH_OF_APPLICANTS = 110
# A letter and a comma before the number: "D, 29447/17".
SHORTEST_LEAD = 3
# The cells of a table behind a name in which its number, its day and its paragraphs are looked for.
MOST_CELLS = 3
# Applicants before the Court of Justice against a Member State, never before this Court.
EU_INSTITUTIONS = frozenset(
    "Commission|European Commission|Council|Parliament|Commission européenne|Komisja|Bizottság|Comisión|Commissione"
    "|Commissie|Kommission|Europäische Kommission|Kommissionen|Komisija|Eiropas Komisija|Komisjon|Komissio|Επιτροπή"
    "|Комиссия|Комісія|Komise|Evropská komise|Komisia|Európska komisia|Comisia|Comisia Europeană".split("|")
)


@define(frozen=True, slots=False, eq=False, repr=False)
class EcthrGrammar:
    """Finds case names and application numbers; built once."""

    words: Words
    states: Mapping[str, str]
    """Name of a respondent State in lower case, without article → ISO 3166 alpha-3."""
    known: Callable[[str], bool]
    """Whether the register has a case of that name: decides where a name begins when the words alone do not."""
    has_number: Callable[[str], bool]
    has_case: Callable[[str], bool]
    """Whether the register has a case of that name against that State."""
    is_named: Callable[[str, str], bool]
    """Whether the register has the case of that number under that name."""
    slips_in: Callable[[str, str], int | None]
    """In how many letters a name is not the one of the case of that number; ``None`` where it is another name."""
    days: DaysBefore
    versus_literals: tuple[str, ...] = field(init=False)

    @versus_literals.default
    def _versus(self) -> tuple[str, ...]:
        words = dict.fromkeys(word.lower() for word in self.words.all("versus"))
        # "M.S.S./Belgien und Griechenland", as German courts write; four letters tell a State from "and/or".
        slashes = dict.fromkeys(f"/{state[:4]}" for state in self.states)
        return (*(f" {word} " for word in words), AGAINST, " v . ", *slashes)

    @cached_property
    def names(self) -> EcthrNames:
        """Where names begin and end."""
        return EcthrNames(self.words, self.states, self.known, self.slips_in)

    @cached_property
    def parts(self) -> EcthrParts:
        """What belongs to a citation beside the name."""
        return EcthrParts(self.words, self.has_number, self.is_named, self.days)

    @property
    def number_literals(self) -> tuple[str, ...]:
        """The digits around the slash of an application number."""
        return (*SLASHES, *SPLIT)

    def cases(
        self, text: str, hits: Iterable[Hit], emphasis: tuple[Span, ...], is_title: Callable[[Span], bool]
    ) -> Iterator[Written]:
        """
        Every case named by its parties, with its numbers as citations of their own.

        *text* has line breaks as spaces. A name that *is_title* says stands in the draft's title is the draft's own
        case: its
        parts carry one called ``own``, and so do those of the same name further on.
        """
        done = 0
        own: set[str] = set()
        cited: set[str] = set()
        ordered = sorted(hits)
        for index, (start, end, _) in enumerate(ordered):
            if start < done:
                continue
            slash = text[start] == "/"
            stop = self.names.respondents(text, start + 1 if slash else end)
            if not stop:
                continue
            begin = self.names.start(text, start, stop, _around(emphasis, start), done)
            if begin >= 0:
                # A table flattened into one line: "Appl. No. 25964/94 H.L.R. v. France 29 April 1997".
                begin = max([begin, *(match.end() for match in _BEFORE_A_NAME.finditer(text, begin, start))])
                stop = self.names.two_in_one(text, begin, stop, islice(ordered, index + 1, None))
            if text[start:end].lower() == AGAINST and not (begin >= 0 and self._is_cited(text, begin, start, stop)):
                continue
            twin = self._twin(text, stop, islice(ordered, index + 1, index + 2)) if begin >= 0 else None
            ends_at = twin[1] if twin else stop
            if begin >= 0 and (called := self._called_one.match(text, ends_at)) is not None:
                ends_at = called.end()
            behind = (
                list(self.parts.tail(text, ends_at)) if begin >= 0 or "/" in text[stop : stop + REACH_OF_NUMBER] else []
            )
            if not behind and not twin and ends_at > stop:
                behind = list(self.parts.tail(text, stop))
            cell = max([stop, *(part.span.end for part in behind)])
            goes_on = "\0" in text[cell : cell + 4] or text.startswith(", aff", cell)
            if begin >= 0 and goes_on and not any(part.name == "number" for part in behind):
                behind.extend(self._in_the_next_cells(text, Span(begin, stop), cell))
            if twin and not behind:
                twin, behind = None, list(self.parts.tail(text, stop))
            number = next((part.value for part in behind if part.name == "number"), None)
            if number is not None and not slash:
                begin = self.names.as_registered(text, begin, start, stop, number, done)
            if begin < 0 or begin < done or text[begin:start] in self._no_applicants:
                continue
            begin = self._behind_a_short_name(text, begin, start, stop, cited)
            cited.add(text[begin:start])
            name = text[begin:stop].replace("\0", " ")  # a head that sets "v." and the State on a line of their own
            of_states = name[: start - begin].lower() in self.states and not self.has_case(name)
            if slash:
                name = f"{text[begin:start].rstrip('. ')}. gegen {text[start + 1 : stop]}"
                # "an der Grenze Polen/Litauen": only a case that the register has.
                if text[begin:start].lower() in self.states or not self.known(name):
                    continue
            if not behind and self._opens_a_sentence(text, begin, start, end) and not self.known(name):
                continue  # "Schließlich gegen Österreich": a word that opens a sentence, and nothing that is cited
            if text[start] == "\0" and not behind and not self.known(name):
                own.add(_plain(name))  # "APPLICATION\n\nv. Lithuania": the draft's own head, which cites nothing
                continue
            parts = [Part("name", Span(begin, stop), intern(name))]
            parts.extend(behind)
            if of_states and not any(part.name == "number" and self.has_number(part.value) for part in parts):
                continue  # "France v Poland" is a match, unless the register has the inter-State case
            if number is None and not any(part.name == "number" for part in behind):
                parts.extend(self.parts.number_before(text, begin, done, name))
            parts = [part for part in parts if not self._is_of_a_state(text, part, parts)]
            parts.extend(self.parts.sitting_before(text, begin, parts, done))
            parts.extend(self.parts.near_dates(text, begin, parts, done))
            series = next((part for part in parts[:2] if part.name == "series"), None)
            if series:
                stop = series.span.end
                parts[0] = Part("name", Span(begin, stop), text[begin:stop])
            if is_title(Span(min(part.span.start for part in parts), max(part.span.end for part in parts))):
                if not any(part.name == "number" for part in parts):
                    parts.extend(_own_number(text, begin, stop))
                numbered = any(part.name == "number" for part in parts)
                # With the draft's own day and no number yet: "M.Kh. c. France — 10 février 2026".
                if self._names_itself(parts) or not (numbered or self.known(text[begin:stop])):
                    own.add(_plain(text[begin:stop]))
            if _plain(text[begin:stop]) in own:
                parts.append(Part("own", Span(begin, stop), text[begin:stop]))
            if sum(part.name == "number" for part in parts) > 1:
                # "A.I. and Others and T.Z. and Others v. Poland (nos. …)": whom the other numbers may belong to.
                listed = text[max(0, begin - _LONGEST_LIST) : begin]
                if self._list_of_names.search(listed):
                    parts.append(Part("named-before", Span(begin, stop), listed))
            # A day somewhere in the sentence is no part of the citation, and what stands between is none either.
            spans = [part.span for part in parts if part.name != "near-date"]
            last = max(span.end for span in spans)
            whole = Span(min(span.start for span in spans), last)
            back = any(part.name == "back" for part in parts)
            case = Written(
                span=parts[0].span,
                whole=whole,
                text=text[begin:stop],
                kind="short-form" if back else "case",
                family="ecthr",
                form="short" if back else "full",
                parts=tuple(parts),
            )
            yield case
            for part in parts:
                if part.name == "number":
                    yield _number_citation(text, part, case)
            if twin:
                # The number that follows is that of both names.
                span = twin[0]
                twin_name = Part("name", span, intern(text[span.start : span.end]))
                others = tuple(part for part in parts if part.name != "name")
                yield evolve(case, span=span, text=twin_name.value, parts=(twin_name, *others))
            done = last

    def _is_of_a_state(self, text: str, part: Part, parts: list[Part]) -> bool:
        """
        Whether it is a number with the year first that nothing calls an application's and that the register does not
        have under this name: dockets are written so.
        """
        if part.name != "number" or not _YEAR_FIRST.match(text, part.span.start):
            return False
        form = next((one.value.lower() for one in parts if one.name == "number-form"), "")
        called = any(word.lower() in form for word in self.words.all("application"))
        return not called and not self.is_named(part.value, parts[0].value)

    def _twin(self, text: str, stop: int, following: Iterable[Hit]) -> tuple[Span, int] | None:
        """
        The same name in other letters or another language in brackets straight behind it, and where the brackets end:
        "Искандаров против России (Iskandarov v. Russia), № 17185/05". It has nothing else in its brackets.
        """
        hit = next(iter(following), None)
        if hit is None or text[hit[0]] == "/" or "(" not in text[stop : stop + 4]:
            return None
        opening = _OPENING.match(text, stop)
        if opening is None:
            return None
        closing = text.find(")", hit[1], hit[1] + LONGEST_NAME)
        end = self.names.respondents(text, hit[1]) if closing >= 0 and hit[0] > opening.end() else 0
        if not end or text[end:closing].strip('"* '):
            return None
        return Span(opening.end(), end), closing + 1

    def _is_cited(self, text: str, begin: int, start: int, stop: int) -> bool:
        """Whether the register has the case, and its applicant is not one surname, which may be any client's."""
        alone = text[begin:start].isalpha() and len(text[begin:start]) >= SHORTEST_WORD
        return self.known(text[begin:stop]) and not (alone and _PERSON_BEFORE.search(text, max(0, begin - 8), begin))

    def _in_the_next_cells(self, text: str, name: Span, stop: int) -> list[Part]:
        """
        What the cells of a table have behind that of a *name*, which ends at *stop*: its number, if the register has
        the case under it, with its day and its paragraphs. "…, aff. 39472/07" is told by its name as well.
        """
        found: list[Part] = []
        numbered = False
        for _ in range(MOST_CELLS):
            cell = _NEXT_CELL.match(text, stop)
            if cell is None:
                break
            stop = cell.end()
            number = _CELL_NUMBER.match(text, stop)
            while number is not None and (
                numbered or self.is_named(plain_number(number["number"]), text[name.start : name.end])
            ):
                numbered = True
                found.append(number_part(number["number"], *number.span("number")))
                stop = number.end()
                number = _CELL_GOES_ON.match(text, stop)
            more = list(self.parts.tail(text, stop))
            if not more and not found:
                break
            found.extend(more)
            stop = max([stop, *(part.span.end for part in more)])
        return found if numbered else []

    @cached_property
    def _called_one(self) -> re.Pattern[str]:
        """What a name is called before the brackets with its number: "The first Shahzad v. Hungary judgment (no."."""
        words = any_of((*self.words.all("judgment", "decision"), "case"))
        return re.compile(rf"[\"”»*_]{{0,3}}\s{words}(?=\s\()")

    def _behind_a_short_name(self, text: str, begin: int, start: int, stop: int, cited: Set[str]) -> int:
        """
        Where the name begins, the applicant of a case *cited* before left out: "In Abu Zubaydah and Al Nashiri v.
        Romania" where Abu Zubaydah has a case of his own, and the two have none together.
        """
        for joint in self._joint.finditer(text, begin, start):
            if text[begin : joint.start()] in cited and self.known(text[joint.end() : stop]):
                return begin if self.known(text[begin:stop]) else joint.end()
        return begin

    def _opens_a_sentence(self, text: str, begin: int, start: int, end: int) -> bool:
        """
        Whether one word opens a sentence before a "contre", "against" that is a word like any other, or a comma
        divides the two: "Visbeidzot, pret Latviju".
        """
        word = text[begin:start].rstrip()
        if not word.rstrip(",").isalpha() or len(text[start:end].strip()) < SHORTEST_WORD or word.isupper():
            return False
        return word.endswith(",") or _SENTENCE_BEFORE.search(text, max(0, begin - 3), begin) is not None

    @cached_property
    def _joint(self) -> re.Pattern[str]:
        return re.compile(rf"\s{any_of(word for word in self.words.all('and') if word.isalpha())}\s")

    @cached_property
    def _headed(self) -> re.Pattern[str]:
        """ "Asunto: Immoterra International Denia S.L. (": a case's name and its number alone in brackets."""
        words = any_of(word for word in self.words.all("cjeu_case", "in_the_case") if len(word) > 3)
        return re.compile(
            rf"(?<!\w)(?:(?i:{words}):\s|(?=[^\W\d_a-zß-öø-ÿ])(?i:{words})\s)[^\W\d_a-zß-öø-ÿ][^;:()\0\d]{{2,80}}\s\($"
        )

    def _names_itself(self, parts: list[Part]) -> bool:
        """Whether a name in the title with these parts is that of the draft's own case: nobody cites like that."""
        names = {part.name for part in parts}
        if names & CITED_ONLY:
            return False
        form = next((part.value.lower() for part in parts if part.name == "number-form"), "")
        applications = tuple(word.lower() for word in self.words.all("application") if len(word) > 5)
        return not names & {"date", "year"} or form.startswith(applications)

    @cached_property
    def _no_applicants(self) -> frozenset[str]:
        """What stands before "v." or "against" and brings no case here: an institution, the Court itself."""
        return EU_INSTITUTIONS | frozenset(self.words.all("the_court"))

    @cached_property
    def _unread_name(self) -> re.Pattern[str]:
        versus = any_of(word for word in self.words.all("versus") if len(word) > 1)
        return re.compile(
            # Farther back only where no sentence ends and no item of a list: "v. … I.E. Austria ; Belgium ; …".
            rf"(?P<name>(?<!\S)\S{{1,60}}\s(?:{versus}\s(?!\d)(?:[^;\0]{{3,70}}|(?:[^;./\0]|(?<=\s);|(?<![a-z]{{3}})\.|\.(?=\))){{71,{FAR_BEFORE}}})"
            # OSCOLA's "v", directly before the State; elsewhere it is a word of Czech and Slovene.
            r"|v\s(?:the\s)?[A-Z][^;\0\d.()]{2,40}))[,(\s]{1,3}$"
        )

    def _applicants_beside(self, text: str, marker: int, number: Part, read: Callable[[int], bool]) -> Written | None:
        """
        The case of which only the applicants are named, before the number or behind it: "Sufi and Elmi, no. 8319/07",
        "– 8319/07, NVwZ 2012, 681 – Sufi und Elmi". Only a name that the register has for that number.
        """
        before = _APPLICANTS_BEFORE.search(text, max(0, marker - LONGEST_NAME), marker)
        while before is not None and not self.is_named(number.value, before["name"]):
            before = _APPLICANTS_BEFORE.search(text, before.start("name") + 1, marker)
        behind = None if before else _APPLICANTS_BEHIND.match(text, number.span.end)
        if behind is not None and self._versus_behind.match(text, behind.end()):
            return None  # the whole name stands there, and is read as one
        if before is None and (behind is None or not self.is_named(number.value, behind["name"])):
            return None
        found = before or behind
        assert found is not None  # one of the two is there
        name = Span(*found.span("name"))
        if read(name.start):
            return None
        if _PERSON_BEFORE.search(text, max(0, name.start - 8), name.start):
            return None  # "lodged by Mr Ahmed (no. 25964/94)": a person, and the number alone says whose case
        more = tuple(self.parts.more_numbers(text, number.span.end)) if before else ()
        parts = (
            Part("name", name, intern(found["name"])),
            number,
            *more,
            *self.parts.tail(text, max([number.span.end, name.end, *(part.span.end for part in more)])),
        )
        last = max(part.span.end for part in parts)
        return Written(
            span=name,
            whole=Span(min(name.start, number.span.start), last),
            text=found["name"],
            kind="case",
            family="ecthr",
            form="full",
            parts=parts,
        )

    def _named_apart(self, text: str, marker: int, number: Part, read: Callable[[int], bool]) -> Written | None:
        """
        The case of which only the applicants are named somewhere before the number, State, formation or day between the
        two, in a table its cells: "J.K. and Others (v. Sweden [GC], 59166/12", "| D | Bulgaria | 29447/17 |". Only a
        name that the register has for that number, and none that was *read* as a case.
        """
        floor = max(0, marker - REACH_OF_APPLICANTS)
        # What stands before another number, another item or another sentence is another's.
        floor = max((edge.end() for edge in _BEFORE_THE_ITEM.finditer(text, floor, marker)), default=floor)
        if marker - floor < SHORTEST_LEAD or not self.has_number(number.value):
            return None
        name: Span | None = None
        for found in _APPLICANTS_APART.finditer(text, floor, marker):
            name = self._as_registered(text, Span(*found.span()), number.value) or name
        if name is None or read(name.start) or _PERSON_BEFORE.search(text, max(0, name.start - 8), name.start):
            return None
        if others := self._and_others.match(text, name.end):
            name = Span(name.start, others.end())
        written = text[name.start : name.end]
        against = self._of_a_state.match(text, name.end)
        if against is not None:
            state = text[against.end() : self.names.respondents(text, against.end())]
            if (against["versus"] and not state) or (
                state and not self.is_named(number.value, f"{written} v. {state}")
            ):
                return None  # a State that is misspelt, or another: the number alone must not answer for it
        more: list[Part] = []
        for part in self.parts.more_numbers(text, number.span.end):
            if part.name == "number" and not self.is_named(part.value, written):
                break  # "Lang and Nowak: respectively 49134/20 and 60846/10"
            more.append(part)
        stop = max([number.span.end, *(part.span.end for part in more)])
        if cell := _NEXT_CELL.match(text, stop):
            stop = cell.end()
        parts = [Part("name", name, intern(written)), number, *more]
        for opening in _OPENS_A_PART.finditer(text, name.end, marker):
            asked = _BETWEEN - {part.name for part in parts}
            there = self.parts.tail(text, opening.start())
            parts.extend(part for part in there if part.name in asked and part.span.end <= number.span.start)
        had = {part.name for part in parts}
        if "formation" not in had and (grand := self._grand_between.search(text, name.end, number.span.start)):
            parts.append(Part("formation", Span(*grand.span()), "GC"))
        parts.extend(part for part in self.parts.tail(text, stop) if part.name not in had)
        return Written(
            span=name,
            whole=Span(name.start, max(part.span.end for part in parts)),
            text=written,
            kind="case",
            family="ecthr",
            form="full",
            parts=tuple(parts),
        )

    @cached_property
    def _grand_between(self) -> re.Pattern[str]:
        """The Grand Chamber in words between a name and its number."""
        at_length = any_of(word for word in self.words.all("grand_chamber") if len(word) > SHORTEST_WORD)
        return re.compile(rf"(?<!\w){at_length}(?!\w)")

    @cached_property
    def _of_a_state(self) -> re.Pattern[str]:
        """What may stand between applicants and the State: " v. ", " (c/ ", "| "."""
        versus = any_of(word for word in self.words.all("versus") if len(word) > 1)
        return re.compile(
            rf"(?:[\"”»*_]{{0,3}}[\s,(\0|]{{1,6}}(?:[^\W\d_]{{3,6}}\s)?)(?P<versus>(?:{versus}|v)\s(?:the\s|la\s|le\s)?)?"
        )

    def _as_registered(self, text: str, found: Span, number: str) -> Span | None:
        """The longest run of words in such a place by which the register has the case of that number."""
        words = [Span(*word.span()) for word in _A_WORD.finditer(text, found.start, found.end)]
        for length in range(len(words), 0, -1):
            for first in range(len(words) - length + 1):
                run = Span(words[first].start, words[first + length - 1].end)
                if text[run.start].isupper() and self.is_named(number, text[run.start : run.end]):
                    return run
        return None

    @cached_property
    def _and_others(self) -> re.Pattern[str]:
        """What says behind a name that there were more applicants."""
        return re.compile(rf",?\s{any_of(self.words.all('others'))}(?!\w)")

    @cached_property
    def _list_of_names(self) -> re.Pattern[str]:
        """The end of a list that goes on with a name."""
        return re.compile(rf"[^\W\d_][.]?,?\s{any_of(self.words.joints)}\s$|[^\W\d_],\s$")

    @cached_property
    def _versus_behind(self) -> re.Pattern[str]:
        return re.compile(rf"[^,;()\0]{{0,60}}?\s(?:{any_of(self.words.all('versus'))}|[vc]\s\.)\s")

    def _of_another_thing(self, before: str, marker: str) -> bool:
        """
        Whether the word that the number directly follows says what else has it: "invoice no. 8633/23"; English only,
        for elsewhere "application" has endings that no list holds.
        """
        thing = _WORD_BEFORE.search(before) if _ENGLISH_NUMBER.match(marker) else None
        return thing is not None and thing[1].lower() not in self._may_have_a_number

    def _application_here(self, marker: re.Match[str] | None) -> bool:
        """Whether what marks the number calls it an application's."""
        return marker is not None and any(word.lower() in marker[0].lower() for word in self.words.all("application"))

    @cached_property
    def _may_have_a_number(self) -> frozenset[str]:
        """Words that stand before the number of an application, and words that join."""
        joining = self.words.all("judgment", "cjeu_case", "and", "of", "cited_above")
        return (frozenset(word.lower() for word in joining) | {
            "with", "from", "also", "under", "case", "cases", "decision", "affaire", "judgement", "registered",
        }) - {"order", "orders"}  # fmt: skip

    @cached_property
    def _marked(self) -> re.Pattern[str]:
        """What calls a number an application's, with the numbers between."""
        application = any_of(self.words.all("application"))
        number = any_of(self.words.all("number"))
        joints = any_of((*self.words.joints, "to"))
        return re.compile(
            rf"(?:\b{application}:?\s?(?:form\s)?(?:{number}:?\s?)?|(?<![A-Za-z]){number}:?\s?)\(?"
            # Possessive: "No." and "no." are one here, so that a long list could be read in a thousand ways.
            rf"(?:\d{{1,5}}/\d\d(?:\d\d)?(?:,\s?|\s{joints}\s|\s?[-–]\s?)(?:{joints}\s)?(?:{number}\s?)?)*+$",
            re.IGNORECASE,
        )

    @cached_property
    def _of_the_court(self) -> re.Pattern[str]:
        """
        "EGMR, Urt. v. 21.01.2011 - 30696/09", "EIKo 37201/06": the Court, a date, and a number that nothing calls one.
        """
        return re.compile(rf"(?<!\w){any_of(self.words.all('court'))}(?!\w)(?:[^;\0/]{{0,60}}[-–—,:(]\s?|\s)$")

    @cached_property
    def _of_this_court(self) -> re.Pattern[str]:
        return re.compile(rf"(?<!\w){any_of(self.words.all('court'))}(?!\w)|\bECtHR\b|\bCourt\b")

    def numbers(
        self, text: str, hits: Iterable[Hit], taken: Callable[[int], bool], read: Callable[[int], bool]
    ) -> Iterator[Written]:
        """
        Application numbers that stand alone: behind the word "application", or known to the register behind "no.".
        What begins where a case was *read* names no other.
        """
        done = 0
        for start, _, _ in hits:
            left = start
            while left and text[left - 1].isdigit():
                left -= 1
            if thousands := _THOUSANDS.search(text, max(0, left - 4), start + 1):
                left = thousands.start()  # "no. 27 765/09", "no. 27.765/09"
            if left < done:
                continue
            match = _APPLICATION.match(text, left)
            if match is None or taken(left) or (left and (text[left - 1].isalnum() or text[left - 1] in "/-\u2011")):
                continue
            if left > 1 and text[left - 1] == "." and not text[left - 2].isalpha():
                continue  # "1.234/56" is no number of the Court's, "no.234/56" is
            reach = text[max(0, left - 90) : left]
            part = number_part(match[0], left, match.end())
            found = self._marked.search(reach)
            if WHOLE_YEAR.search(match[0]) and not (
                self.has_number(part.value) and self._application_here(found) and self._of_this_court.search(reach)
            ):
                continue  # courts of States number so too
            if not found:
                if text[part.span.end : part.span.end + 1] == ")" and self._headed.search(reach):
                    if len(part.value) > 7 and self.has_number(part.value):
                        yield _number_citation(text, part, None)  # "Asunto: Immoterra S.L. (60484/16)"
                    continue
                if _NUMBER_WORD_BEHIND.match(text, part.span.end) and self.has_number(part.value):
                    yield _number_citation(text, part, None)  # "47287/15. sz. kérelem"
                    continue
                loosely = _LOOSELY.search(reach)
                if loosely is not None and self.has_number(part.value):
                    named = self._applicants_beside(text, left - len(reach) + loosely.start(), part, read)
                    if named is not None:
                        yield named
                        for number in named.all("number"):
                            yield _number_citation(text, number, named)
                        continue
                if (named := self._named_apart(text, left, part, read)) is not None:
                    yield named
                    for number in named.all("number"):
                        yield _number_citation(text, number, named)
                        done = number.span.end
                    continue
                if len(part.value) > 5 and self._of_the_court.search(reach) and self.has_number(part.value):
                    named = self._applicants_beside(text, left, part, read)
                    if named is not None:
                        yield named
                    yield _number_citation(text, part, named)
                continue
            lead = text[max(0, left - FAR_BEFORE) : left - len(reach) + found.start()]
            beside = self._unread_name.search(lead)
            if not self._application_here(found) and (
                _OTHER_COURT.search(reach[: found.start()])
                or self._of_another_thing(reach[: found.start()], found[0])
                # A State misspelt beside a number that nobody has: "Smith v. Untied Kingdom, no. 99999/21".
                or not (self.has_number(part.value) or (beside is not None and _LONG_NUMBER.fullmatch(part.value)))
            ):
                continue
            marker = left - len(reach) + found.start()
            named = None if beside else self._applicants_beside(text, marker, part, read)
            named = named or self._named_apart(text, marker, part, read)
            if named is not None:
                yield named
                for number in named.all("number"):
                    yield _number_citation(text, number, named)
                    done = number.span.end
                continue
            one = _number_citation(text, part, None)
            day = self.parts.judgment_of(text, part.span.end)
            if day is not None:
                one = evolve(one, parts=(*one.parts, day), whole=Span(one.span.start, day.span.end))
            if beside is not None:
                # Two parties stand before it, and no name was read: the number alone must not answer for them.
                unread = beside["name"].rstrip(" ,(")
                start = max(0, left - FAR_BEFORE) + beside.start("name")
                name = Part("unread-name", Span(start, start + len(unread)), unread)
                one = evolve(one, parts=(*one.parts, name))
            yield one


def _around(emphasis: tuple[Span, ...], offset: int) -> list[Span]:
    index = bisect_right(emphasis, offset, key=lambda span: span.start) - 1
    return [emphasis[index]] if index >= 0 and emphasis[index].end > offset else []


def _plain(name: str) -> str:
    return re.sub(r"[\W_]+", "", name).lower()


def _own_number(text: str, begin: int, stop: int) -> Iterator[Part]:
    """
    "Application no. 9871/24 — S.R. and Others v. Lithuania": the number before the name, in the title of a draft.
    """
    reach = text[max(0, begin - 60) : begin]
    match = re.search(r"\b[A-Za-zê]{0,14}\s?(?:nos?\.?|n°)\s?(?P<number>\d{1,5}/\d\d)\s?[-–—:,(]{0,2}\s?$", reach)
    if match:
        offset = begin - len(reach)
        yield number_part(match["number"], offset + match.start("number"), offset + match.end("number"))


def _number_citation(text: str, part: Part, case: Written | None) -> Written:
    return Written(
        span=part.span,
        whole=case.whole if case else part.span,
        text=text[part.span.start : part.span.end],
        kind="appno",
        family="ecthr",
        key=f"ecthr:{part.value}",
        parts=(part,) if case is None else case.parts,
        belongs_to=case.span if case else None,
    )


_YEAR_FIRST = late(YEAR_FIRST)
_LONGEST_LIST = 160
_NEXT_CELL = late(r"[*_ ]{0,3}\0[ |*_]{0,5}|,\saff(?:\.|aires?)\s")
_CELL_NUMBER = late(r"(?:[Nn][or]s?\.?\s|[Nn]°s?\s?|№\s?)?(?P<number>\d{1,5}/\d{2})(?![\d/])")
_CELL_GOES_ON = late(r"(?:[;,]\s|\s(?:and|et|und|i|ir|un|и|та|&)\s)(?P<number>\d{1,5}/\d{2})(?![\d/])")
# "Ilias and Ahmed (47287/15)", "N.D. et N.T., aff. 8675/15": a number that only its name tells to be the Court's.
_LOOSELY = late(r"\s\($|,\s(?:aff\.|affaires?)\s$")
_OPENING = late(r"[\"”»*]{0,2}\s?\([\"“„«*]{0,2}(?=[^\W\d_a-zа-џ])")
_WORD_BEFORE = late(r"(?<![\w.])([A-Za-zß-ÿ]{4,})\s$")
_ENGLISH_NUMBER = late(r"nos?\.")
_LONG_NUMBER = late(r"\d{4,5}/\d{2}")
_APPLICATION = late(r"(?:\d{1,5}|\d{1,2}[ .]\d{3})\s?/\s?(?:\d{2}|(?:19|20)\d{2})(?![\d/]|-\d(?!\d{0,4}/\d\d(?!\d)))")
# "gegen", "pret", "против" are words, "v.", "c." signs.
SHORTEST_WORD = 4
_SENTENCE_BEFORE = late(r"(?:[.!?:]\s|\0\s?)\Z")
_THOUSANDS = late(r"(?<=[.°ºro№N]\s)(?<!\d\s)\d{1,2}[ .]\d{3}$")
_NUMBER_WORD_BEHIND = late(r"\.?\s?(?:sz\.|számú)")
# "Communication No.", a symbol, another committee: a treaty body's case, whatever its parties.
_OTHER_COURT = late(
    r"(?:Directive|Regulation|directive|règlement|Decision|Richtlinie|Verordnung|Dz\.\s?U\.|Communication|communication)\s?\(?[A-Z]{0,3}\)?\s?$"
)

_PERSON_BEFORE = late(r"(?<!\w)(?:M[rs]s?|Mme|M|Dr|Herrn?|Frau|Pan[ia]?|sig|г-н[аоу]?м?|г-ж[аиеу])\.?\s$")
_APPLICANT = r"(?:(?:[^\W\d_]\.){2,4}|[^\W\d_a-zß-öø-ÿ][\w'’-]+)(?:\s[^\W\d_a-zß-öø-ÿ][\w'’-]+){0,2}"
_APPLICANTS = (
    rf"{_APPLICANT}(?:\s(?:and|&|et|und|u\.|i|y|e|ir|un|ja|och|og|en|и|і|та)\s(?:{_APPLICANT}|[Oo]thers|autres|a\.))?"
)
# The applicants of a case that has something between them and its number, one letter among them: "D", "X".
_APPLICANTS_APART = late(rf"(?<![\w.-])(?:{_APPLICANTS}(?:,\s{_APPLICANT}\sand\s{_APPLICANT})?|[A-Z]\.?)(?![\w-]|\.\w)")
_A_WORD = late(r"\S+(?<![,:])")
# What may stand between name and number, behind one of these.
_OPENS_A_PART = late(r"[(\[,]")
_BETWEEN = frozenset(("formation", "kind", "date"))
# Where the item begins that a number belongs to: behind another number or a semicolon, in another sentence or row.
_BEFORE_THE_ITEM = late(r"\d/\d{2}(?!\d|/)|;\s|[^\W\d_]{4}[.!?]\s(?=[^\W\d_a-zß-öø-ÿ])")
# What may stand between them and the number: "Paposhvili (GC, 13 décembre 2016, n° …", "Soering, 7 July 1989, app.".
_DAY_BETWEEN = r"(?:[^\W\d_]{2},\s)?\d{1,2}(?:er|\.)?\s?[^\W\d_]{3,10}\.?\s\d{4}(?:\sr\.)?"
_APPLICANTS_BEFORE = late(
    rf"(?<![\w.-])(?P<name>{_APPLICANTS})[\"”»“*_]{{0,3}}"
    rf"(?:\s?[,(:–-]{{0,2}}|(?:,\s|\s\()(?:{_DAY_BETWEEN}|[^\W\d_]{{2}}),)\s?$"
)
_APPLICANTS_BEHIND = late(
    # "u.a.", a journal and its page may stand between.
    r"(?:\s(?:u\.\s?a\.|and\sothers|et\sautres))?\s?[,;:)\]–-]{1,2}\s"
    r"(?:[A-Z][A-Za-zÄÖÜäöü-]{1,12}(?:\s[A-Z]+)?\s(?:19|20)\d\d,\s\d{1,4}(?:\sff?\.)?\s?[,;:–-]\s)?"
    rf"[\"„“«]?(?P<name>{_APPLICANTS})(?![\w-])"
)

# The number of the case before, where its name follows without a stop; the head of a judgment.
_BEFORE_A_NAME = late(
    r"(?<!\d)\d{3,5}/\d{2}\s(?=[^\W\d_a-zß-öø-ÿ])"
    r"|\b(?:CASE\sOF|(?:The\s)?[Cc]ases?\sof|AFFAIRE|ДЕЛО|СПРАВА|SPRAWA|BYLA|LIETA|RECHTSSACHE|ASUNTO|CASO|CAUSA|KOHTUASI|ZAAK|MÅLET|TAPAUS"
    r")\s[\"«„]?|\b(?:Дело|Справа|Sprawa|Byla|Lieta|Rechtssache|Asunto|Affaire|Zaak|Målet)\s[\"«„]"
)
