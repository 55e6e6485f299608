"""
Decisions of national courts: "HJ (Iran) v SSHD [2010] UKSC 31", "BVerwG, Urteil vom 20.02.2013 – 10 C 23.12".

How the courts of a State are cited is data, in ``rules/law/courts``; here stands only how to look. A citation of a
court of the common law runs from the parties to the end of the first citation and of those parallel to it; elsewhere
from the words of the decision ("Beschluss v. 03.01.2018") to its number. Where the parties stand alone, as in a text
that keeps its citations in notes that are not there, a name that the data know is the citation.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import cache, cached_property
from typing import Any, NamedTuple

from attrs import define, evolve

from refoulement_lint.citations import parties
from refoulement_lint.citations.court_forms import DATE, Courts, Form
from refoulement_lint.citations.us_reporters import LITERALS as REPORTER_LITERALS
from refoulement_lint.citations.us_reporters import Reporters
from refoulement_lint.citations.words import Words, any_of
from refoulement_lint.days import days_in
from refoulement_lint.folding import fold
from refoulement_lint.late import late
from refoulement_lint.model import Block, Part, Span, Written
from refoulement_lint.scan import Hit

FAMILY = "national-case"
# What stands before a literal in the longest forms: court, chamber, kind of decision, date. And behind it.
BEFORE, BEHIND = 110, 90
# So many certain reports of the United States make a draft one that cites their courts.
ENOUGH = 3
# A report, its page and a paragraph between two numbers of a list have no more characters.
REACH_OF_A_REPORT = 100
# From "our reference" to the end of it.
REACH_OF_OUR = 48
# A short name that shows a case by itself, and what may stand between it and the number: " (", "*, ".
SHORTEST_NAME, WIDEST_GAP = 4, 4
# "[12] " or "12. " before the words of a note.
LONGEST_LABEL = 8


# "[2020] UKSC 17, handed down on 29 April 2020", "(judgment of 29 April 2020)".
_NEUTRAL = late(r"[a-z]{2}:(?:\[\d{4}\] [A-Z]{2}|\d{4} [A-Z]{2,6} \d)")
_GIVEN = late(
    r",?\s\(?(?:which\s)?(?:was\s)?(?:a\s)?(?:judgment\s|decision\s)?"
    r"(?:(?:handed\sdown|delivered|given|decided|promulgated|pronounced|of|dated)\s(?:on\s)?)?(?=\d)"
)
LONGEST_DAY = 30


def _given_behind(match: re.Match[str], key: str) -> tuple[int, int, str] | None:
    """The day that the words behind a neutral citation give it; the year in brackets is the citation's own."""
    if not _NEUTRAL.match(key):
        return None
    given = _GIVEN.match(match.string, match.end())
    if given is None:
        return None
    day = next(days_in(match.string, given.end(), min(len(match.string), given.end() + LONGEST_DAY)), None)
    if day is None or day.span.start != given.end():
        return None
    return day.span.start, day.span.end, day.day.isoformat()


class Found(NamedTuple):
    """One citation as it stands, before names and parallel citations are looked at."""

    start: int
    end: int
    key: str
    form: str = "full"
    name: str = ""
    weak: bool = False
    needs_name: bool = False
    parts: tuple[Part, ...] = ()
    is_report: bool = False


@define(frozen=True, slots=False, eq=False, repr=False)
class NationalCases:
    """Finds what national courts decided; *courts* are the files of ``rules/law/courts`` by their State."""

    words: Words
    courts: Mapping[str, Any]
    us_reporter: Callable[[str], tuple[str, str, str] | None]
    leading: Mapping[str, tuple[str, ...]]
    """Names of curated national cases → their targets."""

    @cached_property
    def _by_trigger(self) -> Mapping[str, tuple[Form, ...]]:
        waiting: dict[str, list[Form]] = {}
        for country, file in self.courts.items():
            for form in Courts(country, file).forms:
                for trigger in form.triggers:
                    waiting.setdefault(fold(trigger), []).append(form)
        return {trigger: tuple(forms) for trigger, forms in waiting.items()}

    @cached_property
    def _reporters(self) -> Reporters:
        return Reporters(self.us_reporter)

    @cached_property
    def _named(self) -> Mapping[str, tuple[str, str]]:
        """A leading case's name, folded, with "v" and with "v." → the name and the target."""
        held = [
            (str(row["name"]), f"{country}:{row['key']}")
            for country, file in self.courts.items()
            for row in file.get("leading", ())
        ]
        held += [(name, targets[0]) for name, targets in self.leading.items() if len(targets) == 1]
        named: dict[str, tuple[str, str]] = {}
        for name, target in held:
            plain = name.replace(" v. ", " v ")
            for party, others in self.courts.get(target[:2], {}).get("same", {}).items():
                for other in others if party in plain else ():
                    written = plain.replace(party, other)
                    named.setdefault(fold(written), (written, target))
            named[fold(plain)] = (plain, target)
        return named | {name.replace(" v ", " v. "): known for name, known in named.items()}

    @property
    def literals(self) -> tuple[str, ...]:
        """What a court's forms wait for."""
        return (*self._by_trigger, "ecli:")

    @property
    def reporter_literals(self) -> tuple[str, ...]:
        """What a United States reporter begins with: the last digit of its volume, a space, a letter."""
        return REPORTER_LITERALS

    @property
    def name_literals(self) -> tuple[str, ...]:
        """The names of leading cases."""
        return tuple(self._named)

    def find(
        self,
        text: str,
        hits: Iterable[Hit],
        reporters: Iterable[Hit],
        names: Iterable[Hit],
        emphasis: tuple[Span, ...],
        notes: Iterable[Block] = (),
    ) -> list[Written]:
        """
        Every decision and every ECLI of a national court, in order; *text* has line breaks as spaces, *notes* are its
        notes with their marks.
        """
        hits, names = list(hits), list(names)
        found = [*self._by_form(text, hits), *self._by_reporter(text, reporters, emphasis)]
        leading = {end: start for start, end, _ in names}
        cited = [*_ecli(text, hits), *self._written(text, _apart(found), emphasis, leading)]
        cited.extend(_named_at_the_mark(text, cited, emphasis, notes))
        cited.sort(key=lambda one: one.span)
        return sorted([*cited, *self._by_name(text, names, cited)], key=lambda one: one.span)

    # --- one citation ------------------------------------------------------------------------------------------------

    def _by_form(self, text: str, hits: Iterable[Hit]) -> Iterator[Found]:
        done: dict[int, int] = {}
        for start, end, literal in sorted(hits):
            low, high = max(0, start - BEFORE), end + BEHIND
            low = text.rfind("\0", low, start) + 1 or low
            for form in self._by_trigger.get(literal, ()):
                if done.get(id(form), 0) > start:
                    continue
                for pattern in form.patterns:
                    match = next((match for match in pattern.finditer(text, low, high) if match.end() > start), None)
                    if match is not None and match.start() < end:
                        yield self._of_form(form, match)
                        done[id(form)] = match.end()
                        for one in self._more(text, form, match):
                            done[id(form)] = one.end
                            yield one

    def _more(self, text: str, form: Form, first: re.Match[str]) -> Iterator[Found]:
        """The other numbers of the list that *first* opens."""
        joint = self._next_of(text, first.end()) if form.more is not None else None
        while joint is not None and form.more is not None:
            # "un 2019-35-01" is a number first, and no date behind which one stands.
            match = form.more.match(text, joint.end("joint")) or form.more.match(text, joint.end())
            if match is None:
                return
            one = self._of_form(form, match, first)
            if "day" in joint.re.groupindex:
                one = one._replace(start=joint.start("day"))  # the day is of this one, whatever stood between
            yield one
            joint = self._next_of(text, match.end())

    def _next_of(self, text: str, end: int) -> re.Match[str] | None:
        """What leads to the next number of a list, over the report and the paragraph of the one before."""
        return self._joint.match(text, end) or self._dated_joint.match(text, end)

    @cached_property
    def _dated_joint(self) -> re.Pattern[str]:
        """ "– BVerwGE 136, 360 Rn. 33, vom ", "- juris Rn. 22 f. und vom ": the next has its day and names no court."""
        joints, dated = any_of(self.words.joints), any_of(self.words.all("dated"))
        return re.compile(
            rf"[^;()\0]{{1,{REACH_OF_A_REPORT}}}?(?P<joint>,\s(?:{joints}\s)?{dated}\s|\s{joints}\s{dated}\s)"
            rf"(?P<day>{DATE})\s?[-–,:]\s?"
        )

    @cached_property
    def _joint(self) -> re.Pattern[str]:
        """Between two file numbers of a list: "und", ", ", "und vom 13. Februar 2014 – ", "та № "."""
        joints = any_of(self.words.joints)
        dated, number = any_of(self.words.all("dated")), any_of(self.words.all("number"))
        return re.compile(
            rf"(?P<joint>\s?[,;]\s(?:{joints}\s)?|\s{joints}\s)(?:(?:{dated}\s)?(?:{DATE})\s?[-–,:]?\s?)?(?:(?:{number}|№|Az\.:?)\s?)?"
        )

    def _of_form(self, form: Form, match: re.Match[str], first: re.Match[str] | None = None) -> Found:
        key = form.key(match, first)
        number = Part("number", Span(*match.span()), key.partition(":")[2])
        date = form.date(match, self.words.months) or _given_behind(match, key)
        parts = (number, Part("date", Span(*date[:2]), date[2])) if date else (number,)
        return Found(
            match.start(),
            match.end(),
            key,
            name=form.name,
            weak=form.weak,
            needs_name=form.needs_name,
            parts=parts,
            is_report=form.is_report,
        )

    def _by_reporter(self, text: str, hits: Iterable[Hit], emphasis: tuple[Span, ...]) -> Iterator[Found]:
        doubtful: list[Found] = []
        certain = 0
        for start, _, _ in hits:
            if not text[start + 2].isalpha() and text[start + 2] != "(":
                continue
            read = self._reporters.read(text, start)
            if read is None:
                continue
            number = Part("short-name" if read.is_short else "number", Span(read.start, read.end), read.key)
            one = Found(
                read.start,
                read.end,
                f"us:{read.key}",
                form="short" if read.is_short else "full",
                name="title" if read.reporter == "I&N Dec." else "parties",
                parts=(number, *read.parts),
                is_report=True,
            )
            if read.is_certain or any(part.name == "year" for part in read.parts):
                certain += 1
                yield one
            elif parties.before(text, one.start, emphasis, bare=False) is not None:
                yield one
            else:
                doubtful.append(one)
        # "12 Hill 34" in a draft that cites the United States courts otherwise too.
        if certain >= ENOUGH:
            yield from doubtful

    # --- with its name and what is parallel to it --------------------------------------------------------------------

    def _written(
        self, text: str, found: Sequence[Found], emphasis: tuple[Span, ...], leading: Mapping[int, int]
    ) -> Iterator[Written]:
        """Each citation with its name; *leading* tells where the names of leading cases end and begin."""
        index = 0
        volumes: dict[str, dict[str, Written]] = {}
        while index < len(found):
            first = found[index]
            bare = first.name == "title" or first.form == "short"
            name = parties.before(text, first.start, emphasis, bare=bare) if first.name else None
            known = next((at for at in (first.start - 1, first.start - 2) if first.name and at in leading), None)
            if known is not None and (name is None or leading[known] < name.start):
                name = Span(leading[known], known)  # "RB (Algeria) v …; OO (Jordan) [2009] UKHL 10": two in one title
            if name is None and first.form == "full":
                name = self._called_shortly(text, first)
            if name is None and not first.name and self._is_the_drafts_own(text, first):
                index += 1
                continue
            if first.needs_name and name is None:
                index += 1
                continue
            group = [first]
            while index + len(group) < len(found):
                following = found[index + len(group)]
                if not _parallel(text, group, following, named=name is not None):
                    break
                group.append(following)
            index += len(group)
            one = _one(text, group, name)
            if one.form == "short":
                one = _tied(one, volumes)
            else:
                for part in one.all("number"):
                    volumes.setdefault(_volume(part.value), {})[one.key or ""] = one
            yield one

    def _is_the_drafts_own(self, text: str, found: Found) -> bool:
        """Whether a file number is that of the draft's own matter: "our reference PA/01234/2022"."""
        return self._own_file.search(text, max(0, found.start - REACH_OF_OUR), found.start) is not None

    @cached_property
    def _own_file(self) -> re.Pattern[str]:
        number = any_of((*self.words.all("number"), "no.", "no", "number", "Nr", "№", "is", "of"))
        return re.compile(rf"(?<!\w)(?i:{any_of(self.words.all('own_file'))})\s?[:(]?(?:\s{number}){{0,2}}\s?:?\s?$")

    @cached_property
    def _short_names(self) -> Mapping[str, tuple[str, ...]]:
        """A leading case's target → what a draft may call it for short: "Febles", "HJ (Iran)"."""
        short: dict[str, dict[str, None]] = {}
        for name, target in self._named.values():
            short.setdefault(target, {}).update(
                (one, None)
                for one in parties.short_names(name)
                if len(one) >= SHORTEST_NAME and (one != name or " v " not in one)
            )
        return {target: tuple(sorted(names, key=len, reverse=True)) for target, names in short.items()}

    def _called_shortly(self, text: str, first: Found) -> Span | None:
        """The short name of a leading case directly before its own number: "Febles (2014 SCC 68)"."""
        if first.key not in self._short_names:
            return None
        end = first.start
        while end and first.start - end < WIDEST_GAP and text[end - 1] in " (,*_":
            end -= 1
        for name in self._short_names[first.key] if end < first.start else ():
            start = end - len(name)
            if start >= 0 and text.startswith(name, start) and not text[max(0, start - 1) : start].isalnum():
                return Span(start, end)
        return None

    # --- by name alone -----------------------------------------------------------------------------------------------

    def _by_name(self, text: str, hits: Iterable[Hit], cited: Sequence[Written]) -> Iterator[Written]:
        starts = [one.whole.start for one in cited]
        first = {one.key: one.span.start for one in reversed(cited)}
        done = 0
        for start, end, literal in sorted(hits, key=lambda hit: (hit[0], -hit[1])):
            name, target = self._named[literal]
            index = bisect_right(starts, start) - 1
            # "Ullah v Special Adjudicator; Do v Tribunal [2004] UKHL 26": the citation stands for both.
            met = index + 1 < len(cited) and starts[index + 1] < end
            inside = met or (index >= 0 and cited[index].whole.end > start)
            whole_word = not text[max(0, start - 1) : start].isalnum() and not text[end : end + 1].isalnum()
            # In full before, it is a short form here, and the back references say of what.
            known = first.get(target, start) < start
            if start < done or inside or known or not whole_word or text[start : start + 1] != name[:1]:
                continue
            done = end
            span = Span(start, end)
            written = text[start:end]
            parts, whole = [Part("name", span, written)], span
            if number := _like_a_number().match(text, end):
                # No court's form, but what stands there is meant as one: "[6023] HCA 37".
                parts.append(Part("unread-number", Span(*number.span(1)), " ".join(number[1].split())))
                whole = Span(start, number.end())
            yield Written(
                span=span, whole=whole, text=written, kind="case", family=FAMILY, key=target, parts=tuple(parts)
            )


@cache
def _like_a_number() -> re.Pattern[str]:
    return re.compile(
        r",?\s([\[(]?\d{4}[\])]?\s(?:\d{1,3}\s)?[A-Z][A-Za-z.]{1,9}(?:\s[A-Z][A-Za-z.]{1,9}){0,2}\s\d{1,5})(?!\w)"
    )


def _apart(found: Iterable[Found]) -> list[Found]:
    """The citations in order, where two meet the one that begins first, and of those the longest."""
    kept: list[Found] = []
    for one in sorted(found, key=lambda one: (one.start, -one.end)):
        if not kept or one.start >= kept[-1].end:
            kept.append(one)
    return kept


def _parallel(text: str, group: Sequence[Found], following: Found, *, named: bool) -> bool:
    """
    Whether *following* is the same case in another report: "[2010] UKSC 1, [2010] 2 A.C. 697".

    Of the same State, at once behind it, one of them a report, never twice in one; a bare list of reports is a list.
    """
    last = group[-1]
    between = text[last.end : following.start]
    country = last.key.partition(":")[0]
    # American briefs part one case from the next by a semicolon, British ones a case from its report.
    if country == "us" and ";" in between:
        return False
    if not _between().fullmatch(between) or following.key.partition(":")[0] != country or "short" in (
        last.form, following.form
    ):  # fmt: skip
        return False
    series = {_series(one) for one in group}
    # "…, [2010] 1 NZLR 104; Refugee Appeal No 74665/03": the next of a list.
    if ";" in between and not (following.is_report or following.name):
        return False
    one_is_a_report = following.is_report or last.is_report or last.weak
    return one_is_a_report and _series(following) not in series and (named or not last.is_report)


def _series(one: Found) -> str:
    """The report or the court of a key: "us: F.3d"."""
    return " ".join(re.sub(r"[\d\[\]()]+(?![a-z])", " ", one.key).split())


def _one(text: str, group: Sequence[Found], name: Span | None) -> Written:
    """The case that *group* cites, its name before it."""
    first, last = group[0], group[-1]
    # The court's own number before a page of a report, in whichever order: "(2013) 249 CLR 332; [2013] HCA 18".
    named = [one for one in group if not one.weak] or [first]
    best = next((one for one in named if not one.is_report), named[0])
    start = name.start if name else first.start
    parts = [Part("name", name, text[name.start : name.end])] if name else []
    parts += [part for one in (best, *(other for other in group if other is not best)) for part in one.parts]
    end = last.end
    if best.form != "short" and (report := _like_a_number().match(text, end)):
        # Meant as another report of the case, and none that a court's form reads: "[2004] UKHL 26, [2804] 2 AC 323".
        parts.append(Part("unread-report", Span(*report.span(1)), " ".join(report[1].split())))
        end = report.end()
    behind = _pinpoint().match(text, end)
    if behind:
        parts.append(Part("paragraphs", Span(*behind.span("at")), f"at {behind['at'].strip('[]')}"))
        end = behind.end()
    closing = _closing().match(text, end)
    if closing:
        parts.append(Part("year", Span(*closing.span("year")), closing["year"]))
        end = closing.end()
    return Written(
        span=Span(start, last.end),
        whole=Span(start, end),
        text=text[start : last.end],
        kind="short-form" if best.form == "short" else "case",
        family=FAMILY,
        form=best.form,
        key=best.key,
        parts=tuple(parts),
    )


def _volume(number: str) -> str:
    """ "268 F.3d 1143" without its page."""
    return number.rpartition(" ")[0]


def _tied(one: Written, volumes: Mapping[str, Mapping[str, Written]]) -> Written:
    """ "268 F.3d at 1147": the case cited before from that volume, the one of that name where there are several."""
    earlier = volumes.get(_volume((one.key or "").removeprefix("us:")), {})
    name = one.part("name")
    if name is not None and len(earlier) > 1:
        earlier = {
            key: other
            for key, other in earlier.items()
            if name.value.split()[0].strip(",") in re.findall(r"[^\s,]+", other.text)
        }
    meant = next(iter(earlier.values())) if len(earlier) == 1 else None
    return evolve(one, key=meant.key if meant else None, refers_to=meant.span if meant else None)


def _named_at_the_mark(
    text: str, cited: Sequence[Written], emphasis: tuple[Span, ...], notes: Iterable[Block]
) -> Iterator[Written]:
    """The parties before the mark of a note that begins with their citation: "Dunsmuir v New Brunswick,²"."""
    by_start = {one.span.start: one for one in cited if one.part("name") is None and one.kind == "case"}
    for note in notes:
        reach = range(note.span.start, min(note.span.end, note.span.start + LONGEST_LABEL))
        one = next((by_start[start] for start in reach if start in by_start), None)
        name = parties.before(text, note.reads_at, emphasis, bare=False) if one and note.reads_at else None
        if one is not None and name is not None:
            written = text[name.start : name.end]
            yield evolve(one, span=name, whole=name, text=written, parts=(Part("name", name, written),))


def _ecli(text: str, hits: Iterable[Hit]) -> Iterator[Written]:
    """ECLIs of States; those of Strasbourg and Luxembourg belong to their own citations."""
    for start, _, literal in hits:
        match = _an_ecli().match(text, start) if literal == "ecli:" else None
        if match is None or match["state"].upper() in ("CE", "EU"):
            continue
        country = {"GB": "uk"}.get(match["state"].upper(), match["state"].lower())
        span = Span(*match.span())
        yield Written(
            span=span, whole=span, text=match[0], kind="ecli", family=FAMILY, key=f"{country}:{match[0]}",
            parts=(Part("ecli", span, match[0]),),
        )  # fmt: skip


@cache
def _an_ecli() -> re.Pattern[str]:
    return re.compile(
        r"ECLI:(?P<state>[A-Z]{2}):[A-Za-z0-9]{1,9}:\d{4}:[A-Za-z0-9](?:[A-Za-z0-9.]{0,28}[A-Za-z0-9])?(?::\d{1,4}(?!\d))?"
    )


# "[2009] UKPC 16; [2009] 1 WLR 1405", "– 10 C 23.12 –, BVerwGE 146, 67", "480 U.S. 421, 440, 107 S. Ct. 1207".
@cache
def _between() -> re.Pattern[str]:
    return re.compile(r"(?:\s?[-–])?[,;]?\s?|\s?[=/]\s?|,\s\d{1,4}(?:[-–]\d{1,4})?,\s")


@cache
def _pinpoint() -> re.Pattern[str]:
    return re.compile(
        r"(?:,?\s(?:at\s)?(?:paras?\.?\s|§§?\s?)?(?P<at>\[\d{1,3}\](?:\s?[-–]\s?\[\d{1,3}\])?|\*?\d{1,5}(?:[-–]\d{1,5})?(?![\w/]|[-–]\d|\s[A-Z]|\.\d)))"
        r"(?:\sn\.\s?\d{1,3})?"
    )


# "(2d Cir. 2001)", "(BIA 2024)", "(1987)".
@cache
def _closing() -> re.Pattern[str]:
    return re.compile(r",?\s?\((?:[A-Z0-9][\w.,'& ]{0,45}\s)?(?P<year>(?:1[789]|20)\d\d)\)")
