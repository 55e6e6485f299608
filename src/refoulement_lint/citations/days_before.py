"""
The day before a citation that is part of it, for every court and in every language: "CEDH, gde ch., 4 novembre 2014,
Tarakhel c. Suisse, n° 29217/12", „EuGH, Urt. v. 19.03.2019 – C-163/17 [Jawo]“, "EHRM 4 november 2014, nr. 29217/12".

Between the day and the citation stand only separators and words that join them; before the day stands the court, a
word for a judgment, or the separator of a list. The day of a fact has neither: "he was removed on 21 January 2012
(M.S.S. v. Belgium and Greece, no. 30696/09)". Where the citation stands in brackets, a judgment of that day is its own
only with the court beside it: „Der EGMR hat im Urteil vom 4. November 2014 (Nr. 29217/12, Tarakhel gegen Schweiz)“.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Sequence
from functools import cached_property
from typing import NamedTuple

from attrs import define, evolve

from refoulement_lint.citations.words import Words
from refoulement_lint.days import days_in
from refoulement_lint.late import late
from refoulement_lint.model import Part, Span, Written

# "Cour européenne des droits de l'homme, Grande Chambre, arrêt du 21 janvier 2011, ", and the words behind the day.
LONGEST = 150
# Words that may stand on either side of a day; more of them are a sentence.
MOST_WORDS = 7
# "The Court has held in its": the words between a court and a word for a judgment.
NEAR_COURT = 6
# "Постановление Европейского суда по правам человека от": the words between a judgment and its day.
NEAR_JUDGMENT = 6
_SEPARATORS = frozenset(" ,:–—-()[]\"'„“”«»‘’‚*_")
_OPENING = frozenset("([")
# What ends a day in some languages, and what joins it to a name in none of the files' lists.
_OF_A_DAY = "r. roku г. г года р. року m. d. d gada -i -án -én".split()
_SMALL = "the of in by its le la les la di della w dans en i de der den dem des het lietā byloje".split()
# Which formation spoke, between a court and the day.
_FORMATIONS = (
    "section sect. ch. chamber kammer kamer sektion sekcja sala sezione sez. första andra first second third fourth "
    "fifth 1re 2e 3e 4e 5e i ii iii iv v plén. plénière ass. ord. dec. final gr. on le am il el dated sent. s. "
    "uitspr. vol. kl. gde"
).split()
_WITNESS = ("ECLI:", "EU:C:", "EU:T:", "EU:F:", "CE:ECHR:")


class DayBefore(NamedTuple):
    """A day that belongs to the citation behind it, and where it is said to be that of a decision."""

    day: Part
    decision: Span | None = None
    grand: Span | None = None
    """Where the Grand Chamber is named, beside the court."""

    def parts(self, one: Written) -> tuple[Part, ...]:
        """What the citation has by it and does not say itself."""
        found = [self.day]
        if self.decision is not None and one.part("kind") is None:
            found.append(Part("kind", self.decision, "DEC"))
        if self.grand is not None and one.part("formation") is None and one.family == "ecthr":
            found.append(Part("formation", self.grand, "GC"))
        return tuple(found)


class _Phrases:
    """Words and phrases, found where they end; *as_written* when small letters are another word ("EST", "est")."""

    def __init__(self, words: Iterable[str], *, as_written: bool = False) -> None:
        self._as_written = as_written
        self._all = frozenset(words) if as_written else frozenset(word.lower() for word in words)
        self._lengths = sorted({len(word) for word in self._all}, reverse=True)

    def before(self, text: str, floor: int, end: int) -> int:
        """Where the longest that ends at *end* begins, -1 when none does."""
        for length in self._lengths:
            start = end - length
            if start < floor:
                continue
            word = text[start:end] if self._as_written else text[start:end].lower()
            if word in self._all:
                whole = start == 0 or not (text[start - 1].isalnum() and text[start].isalnum())
                if whole and not (text[end - 1].isalnum() and text[end : end + 1].isalpha()):
                    return start
        return -1

    def near(self, text: str, low: int, end: int, most: int) -> bool:
        """Whether one of them ends at *end* or up to so many words before, in the same sentence."""
        for _ in range(most):
            end = _stripped(text, low, end)
            if end <= low or text[end - 1] in ".;!?":
                return False
            if self.before(text, low, end) >= 0:
                return True
            end = text.rfind(" ", low, end)
        return False


@define(frozen=True, slots=False, eq=False, repr=False)
class DaysBefore:
    """Finds the day before a citation; built once. *bodies* are the names of the treaty bodies."""

    words: Words
    bodies: Sequence[str] = ()

    @cached_property
    def _courts(self) -> _Phrases:
        return _Phrases((*self.words.all("court", "luxembourg"), *self.bodies), as_written=True)

    @cached_property
    def _grand(self) -> _Phrases:
        return _Phrases(self.words.all("grand_chamber"), as_written=True)

    @cached_property
    def _judgments(self) -> _Phrases:
        return _Phrases(self.words.all("judgment"))

    @cached_property
    def _decisions(self) -> _Phrases:
        """What a decision is called in full: "Entscheidung", "décision"."""
        return _Phrases(word for word in self.words.all("decision") if "." not in word)

    @cached_property
    def _cases(self) -> _Phrases:
        return _Phrases(self.words.all("in_the_case", "cjeu_case"))

    @cached_property
    def _around_a_day(self) -> _Phrases:
        return _Phrases((*self.words.all("grand_chamber", "dated", "of", "the", "decision"), *_SMALL, *_FORMATIONS))

    @cached_property
    def _behind_a_day(self) -> _Phrases:
        numbers = self.words.all("number", "application", "communication", "grand_chamber")
        return _Phrases((*numbers, *self.words.all("decision"), *_OF_A_DAY, *_SMALL))

    @cached_property
    def _joints(self) -> _Phrases:
        return _Phrases(self.words.joints)

    def before(self, text: str, begin: int, floor: int = 0, *, goes_on: bool = False) -> DayBefore | None:
        """
        The day of the citation that begins at *begin*, searched no farther back than *floor*; *goes_on* when a
        citation ends there.
        """
        low = max(floor, begin - LONGEST, text.rfind("\0", floor, begin) + 1)
        day = _last_day(text, low, begin)
        if day is None:
            return None
        # "2014 m. lapkričio 4 d. sprendimas": the stop is the day's, no sentence ends.
        joined = self._joined(text, day.span.end + text.startswith("d.", day.span.end - 1), begin)
        if joined is None:
            return None
        opened, judgment, case, grand = joined
        closed = text[day.span.end : day.span.end + 1] == ")"  # "M.K. v. Poland (23/07/2020), D.A. v. Poland"
        if closed and goes_on and not text[low : day.span.start].endswith("("):
            return None  # "S.S. v. Hungary (56417/19; 12 October 2023), Shahzad v. Hungary (12625/17; 8 July 2021)"
        # The court may stand before a longer stretch than the citation may have behind the day.
        # "2011 m. sausio 21 d. sprendimas M.S.S. prieš Belgiją": the judgment follows its day, with no comma between.
        weak = judgment and (case or (not opened and "," not in text[day.span.end : begin]))
        end, joint, led, decision, only_decision = day.span.start, False, False, None, False
        for _ in range(MOST_WORDS):
            end = _stripped(text, low, end)
            if end <= low:
                break
            if self._courts.before(text, low, end) >= 0:
                return DayBefore(day, decision, grand)
            if (start := self._grand.before(text, low, end)) >= 0:
                grand = grand or Span(start, end)
            elif (start := self._decisions.before(text, low, end)) >= 0:
                decision = decision or Span(start, end)
                only_decision = not weak
                weak = True
            elif (start := self._judgments.before(text, low, end)) >= 0:
                weak = True
            elif (start := self._joints.before(text, low, end)) >= 0:
                joint = True
            elif (start := self._around_a_day.before(text, low, end)) < 0:
                break
            else:
                led = True
            end = start
        if case and not opened and not weak:
            weak = self._judgment_near(text, low, end)
        if opened:
            return DayBefore(day, decision, grand) if weak and self._court_near(text, low, end) else None
        if weak and not (only_decision and not case):
            return DayBefore(day, None, grand)
        if goes_on and (joint or led) and end <= low == floor:
            # „… - Rs. C-63/15, Ghezelbash -, vom 26. Juli 2017 - Rs. C-670/16“
            return DayBefore(day)  # "judgment of 19 June 2018, Gnandi, C-181/16, and of 5 June 2018, Kolev, C-612/15"
        if goes_on and day.span.start == floor and _BETWEEN_TWO.match(text, day.span.end):
            return DayBefore(day)  # the one before it has a day of its own and gave this one up
        alone = text[max(floor, day.span.start - 2) : day.span.start].strip(" ")
        listed = (
            (alone in (";", "(") and not (alone == "(" and closed))
            or (goes_on and day.span.start == floor)
            or (day.span.start == low and (low == 0 or text[low - 1] == "\0"))
        )
        # "(2022. gada 30. jūnija spriedums, M.A., C-72/22 PPU)": the judgment may stand before the comma.
        return DayBefore(day) if listed and (judgment or _COMMA.match(text, day.span.end)) else None

    def _judgment_near(self, text: str, low: int, end: int) -> bool:
        """Whether a judgment of some court has that day: "Wyrok Trybunału z dnia ... w sprawie"."""
        return self._judgments.near(text, low, end, NEAR_JUDGMENT)

    def _court_near(self, text: str, low: int, end: int) -> bool:
        """Whether the court is the subject of the words before: "The Court held in its", „Der EGMR hat im“."""
        return self._courts.near(text, low, end, NEAR_COURT)

    def _joined(self, text: str, start: int, end: int) -> tuple[bool, bool, bool, Span | None] | None:
        """
        Whether a bracket opens between a day and a citation, whether a judgment and a case are named there, and where
        the Grand Chamber is; ``None`` when more stands there than joins the two.
        """
        opened = judgment = case = False
        grand: Span | None = None
        for _ in range(MOST_WORDS):
            left = _stripped(text, start, end)
            opened = opened or any(sign in _OPENING for sign in text[left:end])
            if left <= start:
                return opened, judgment, case, grand
            end = left
            word = text.rfind(" ", start, end) + 1 or start
            if text.startswith(_WITNESS, word):
                end = word
            elif (found := self._grand.before(text, start, end)) >= 0:
                end, grand = found, Span(found, end)
            elif (found := self._cases.before(text, start, end)) >= 0:
                end, case = found, True
            elif (found := self._judgments.before(text, start, end)) >= 0:
                end, judgment = found, True
            elif (found := self._courts.before(text, start, end)) >= 0 or (
                found := self._behind_a_day.before(text, start, end)
            ) >= 0:
                end = found
            else:
                return None
        return None

    def given(self, text: str, found: Sequence[Written]) -> list[Written]:
        """The same citations, in the same order, those that a day stands before with it."""
        heads = sorted(
            {_head(one): one for one in found if one.kind != "short-form"}.values(), key=lambda one: one.whole.start
        )
        # The name of a case may stand behind its number, and ends the citation there.
        ends: dict[tuple[str, Span], int] = {}
        for one in found:
            if one.kind != "short-form":
                ends[_head(one)] = max(ends.get(_head(one), 0), one.whole.end)
        more: dict[tuple[str, Span], tuple[Part, ...]] = {}
        given_on: dict[tuple[str, Span], Part] = {}
        done, before_it = 0, None
        for one in heads:
            floor = min(done, one.whole.start)
            taken = one.part("date") or one.part("year")
            if one.family in _FAMILIES and one.part("number") and (taken is None or taken.span.end == one.whole.end):
                day = self.before(text, one.whole.start, floor, goes_on=before_it == one.family)
                if day is not None and (
                    taken is None or (taken.name == "date" and self._of_the_next(text, one, heads))
                ):
                    more[_head(one)] = day.parts(one)
                    if taken is not None:
                        given_on[_head(one)] = taken
                elif taken is not None and taken.name == "date" and self._of_the_next(text, one, heads, said=True):
                    more[_head(one)], given_on[_head(one)] = (), taken
            elif one.family == "ecthr" and taken is None:
                day = self.before(text, one.whole.start, floor, goes_on=before_it == one.family)
                if day is not None:
                    more[_head(one)] = day.parts(one)
            kept = given_on.get(_head(one))
            done = max(done, ends[_head(one)] if kept is None else kept.span.start)
            before_it = one.family
        return [self._with(one, more.get(_head(one)), given_on.get(_head(one))) for one in found]

    def names_the_court(self, text: str, end: int, begins: Sequence[int]) -> bool:
        """Whether the letters that end at *end* lead a decision: "CEDH, gde ch., 4 novembre 2014, …", "CAT, A.N."."""
        index = bisect_left(begins, end)
        if index >= len(begins) or begins[index] - end > LONGEST // 3 or not _LEADS.match(text, end):
            return False
        stop = begins[index]
        for _ in range(MOST_WORDS):
            stop = _stripped(text, end, stop)
            if stop <= end:
                return True
            found = max(
                phrases.before(text, end, stop) for phrases in (self._around_a_day, self._grand, self._judgments)
            )
            if found < 0:
                return False
            stop = found
        return False

    def _of_the_next(self, text: str, one: Written, heads: Sequence[Written], *, said: bool = False) -> bool:
        """
        Whether the day at the end of a citation is that of the next: "… n° 30696/09, 4 novembre 2014, Tarakhel", "…, 4
        November 2014 judgment in the case of Tarakhel"; with *said* only where a case is led so.
        """
        number = one.part("number")
        if number is not None and text[one.whole.end : one.whole.end + 1] == ")":
            opened = text.rfind("(", one.whole.start, number.span.start)
            if opened >= 0 and ")" not in text[opened : one.whole.end]:
                return False  # "S.S. v. Hungary (56417/19, 12 October 2023), Shahzad v. Hungary (12625/17, …"
        following = next((other for other in heads if other.whole.start >= one.whole.end), None)
        if following is None or following.whole.start - one.whole.end > LONGEST // 2:
            return False
        joined = self._joined(text, one.whole.end, following.whole.start)
        if joined is None:
            return False
        goes_on = _BETWEEN_TWO.match(text, one.whole.end) is not None
        return (goes_on and not said) or (not goes_on and joined[2])

    def _with(self, one: Written, more: tuple[Part, ...] | None, without: Part | None) -> Written:
        if more is None:
            return one
        parts = (*(part for part in one.parts if part != without and part.name != "near-date"), *more)
        if one.kind == "appno" and one.belongs_to is None:
            spans = [one.span, *(part.span for part in parts)]
        else:
            spans = [part.span for part in parts]
        whole = Span(min(span.start for span in spans), max(span.end for span in spans))
        return evolve(one, parts=parts, whole=whole)


# Courts of States have their dates in their own forms.
_FAMILIES = frozenset(("ecthr", "cjeu", "un"))


def _head(one: Written) -> tuple[str, Span]:
    """What the citations of one name and its numbers have in common."""
    return one.family, one.belongs_to or one.span


def _stripped(text: str, floor: int, end: int) -> int:
    while end > floor and text[end - 1] in _SEPARATORS:
        end -= 1
    return end


def _last_day(text: str, low: int, begin: int) -> Part | None:
    if not any(sign.isdigit() for sign in text[low:begin]):
        return None
    day = next(reversed([*days_in(text, low, begin)]), None)
    if day is not None:
        return Part("date", day.span, day.day.isoformat())
    figures = next(reversed([*_FIGURES.finditer(text, low, begin)]), None)
    if figures is None or not (1 <= int(figures["month"]) <= 12 and 1 <= int(figures["day"]) <= 31):
        return None
    iso = f"{figures['year']}-{int(figures['month']):02d}-{int(figures['day']):02d}"
    return Part("date", Span(*figures.span()), iso)


# "04/11/2014", day first as courts that write so do; "2014. november 4-i".
_FIGURES = late(r"(?<![\d/])(?P<day>\d{1,2})/(?P<month>\d{1,2})/(?P<year>(?:19|20)\d\d)(?![\d/])")
_LEADS = late(r"[,:]?\s?[\[(]?\w|\s?[,:]")
# „Rs. C-465/07, Elgafaji -, vom 30. Januar 2014 - Rs. C-285/12“
_BETWEEN_TWO = late(r"(?:\s(?:r|г|d|m)\.|\.|\)?)?,\s|\s[–-]\s")
_COMMA = late(r"(?:\s(?:r|г|d|m)\.|\.|\)?)?,\s")
