"""
What stands around the name of a Strasbourg case and belongs to it: number, date, formation, kind, report, paragraphs.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from functools import cached_property
from sys import intern

from refoulement_lint.citations.court_forms import iso_date
from refoulement_lint.citations.days_before import DaysBefore
from refoulement_lint.citations.words import Words, any_of
from refoulement_lint.days import days_in
from refoulement_lint.folding import plain_number
from refoulement_lint.late import late
from refoulement_lint.model import Part, Span

# "Europäischer Gerichtshof für Menschenrechte (Große Kammer), Urteil vom 21. September 2011 in der Sache".
LONGEST_LEAD = 140
# "Cour européenne des droits de l'homme (grande chambre), ".
LONGEST_SITTING = 80
# "30 September 1991".
LONGEST_DAY = 24
# How many different brackets behind names are remembered.
MOST_MARKS = 2_000
# "30696/09"; with the thousands set apart, "27 765/09", "27.765/09"; with the whole year, "37201/2006".
NUMBER = r"(?:0?\d{1,5}|\d{1,2}[ .'’]\d{3})\s?/\s?\d{2}(?:(?<=19|20)\d{2})?(?![\d/])"
# The same with the year first, "99/45276", or with another sign for the slash, "40503-17", "40503.17", "40503\\17":
# nobody's number unless the register has it, but for the first of these signs.
_WHOLE = r"(?:(?<=19|20)\d{2})?"
YEAR_FIRST = rf"(?<!\d)\d{{2}}{_WHOLE}\s?[/\u2010\u2011–-]\s?\d{{3,5}}(?![\d/-])"
DASHED = rf"\d{{1,5}}[\u2010\u2011–-]\d{{2}}{_WHOLE}(?![\d/-])"
MISWRITTEN = rf"{YEAR_FIRST}|{DASHED}|\d{{3,5}}[.:\\]\d{{2}}{_WHOLE}(?![\d/.-])"
# The first word in the brackets behind a name, and what kind of decision it announces.
KINDS = {
    **dict.fromkeys(("dec", "déc", "decision"), "DEC"),
    **dict.fromkeys(("just", "satisfaction"), "just satisfaction"),
    **dict.fromkeys(("striking", "radiation"), "striking out"),
    **dict.fromkeys(("revision", "révision"), "revision"),
    **dict.fromkeys(("merits", "fond"), "merits"),
    **dict.fromkeys(("preliminary", "exceptions"), "preliminary objections"),
    **dict.fromkeys(("friendly", "règlement"), "friendly settlement"),
    **dict.fromkeys(("extracts", "extraits"), "extracts"),
    "interpretation": "interpretation",
    **dict.fromkeys(("article", "art", "former", "ancien"), "just satisfaction"),
    "pending": "pending",
    "communicated": "COM",
}
# "(Article 50)", "(former Article 50)" for what is now just satisfaction; "(Article 8)" says what a case is about.
_OF_REDRESS = r"(?:(?:former|ancien)\s)?art(?:icle|\.)?\s(?:41|50)"
_NO_KIND_BY_ITSELF = frozenset(("article", "art", "former", "ancien"))
ROMAN = "IVXLC"
# How each kind of report begins, and how it is cited.
_YEAR_AND_MAYBE = rf"\s\d{{4}}(?:\s?-\s?[{ROMAN}]+)?(?![\d/-])"
_YEAR_AND_VOLUME = rf"\s\d{{4}}(?:\s?-\s?[{ROMAN}]+)?(?:\s\(extracts\)|\s\(extraits\))?(?![\d/])"
_VOLUME = r"\s(?:no\.\s)?\d{1,3}(?:-[AB])?(?:,\sp\.\s\d+)?"
REPORTS = {
    "Series": r"Series\sA,?\s(?:no\.|n°)\s?\d{1,3}(?:-[A-Z]{1,4}(?![A-Za-z]))?",
    "série": r"série\sA,?\s(?:no\.?|n°|nº)\s?\d{1,3}(?:-[A-Z]{1,4}(?![A-Za-z]))?",
    "Reports": rf"Reports(?:,?\s\d{{4}}\s?-\s?[{ROMAN}]+|\sof\s[Jj]udgments\sand\s[Dd]ecisions,?{_YEAR_AND_MAYBE})",
    "Recueil": rf"Recueil(?:,?\s\d{{4}}\s?-\s?[{ROMAN}]+"
    rf"|\sdes\s[Aa]rrêts\set\s(?:des\s)?[Dd]écisions,?{_YEAR_AND_MAYBE})",
    "ECHR": rf"\[?ECHR\]?{_YEAR_AND_VOLUME}|\[\d{{4}}\]\sECHR\s\d{{1,4}}",
    "CEDH": rf"\[?CEDH\]?{_YEAR_AND_VOLUME}",
    "EHRR": r"\d{1,3}\sE\.?H\.?R\.?R\.?\s(?:SE)?\d{1,4}",
    "E": r"\(\d{4}\)\s\d{1,3}\sE\.?H\.?R\.?R\.?\s(?:SE)?\d{1,4}",
    "Decisions": rf"Decisions\sand\sReports{_VOLUME}",
    "D": rf"D\.?\s?R\.?{_VOLUME}",
}


# Behind a number, with a comma and a space before it at most, none of these begins another.
_NO_NUMBER = ("§", "(", ")", "[", "]", ";", ".")


def _may_go_on(text: str, offset: int) -> bool:
    """Whether another number may follow: not in "no. 30696/09, § 342" and "no. 30696/09, 21 January 2011"."""
    sign = text[offset : offset + 3].lstrip(" ,")[:1]
    return sign not in _NO_NUMBER and (not sign.isdigit() or "/" in text[offset : offset + 20])


class EcthrParts:
    """Reads the parts behind a name, and the day before it; built once."""

    def __init__(
        self, words: Words, has_number: Callable[[str], bool], is_named: Callable[[str, str], bool], days: DaysBefore
    ) -> None:
        self.words, self.has_number, self.is_named, self.days = words, has_number, is_named, days

    @cached_property
    def _tail(self) -> re.Pattern[str]:
        number = any_of(self.words.all("number"))
        applications = self.words.all("application")
        application = any_of([*applications, *(word.capitalize() for word in applications)])
        paragraph = any_of(self.words.all("paragraph"))
        month = any_of(self.words.month_names)
        above = any_of(self.words.all("cited_above"))
        ibid = any_of(self.words.all("ibid"))
        judgment = any_of((*self.words.all("judgment"), "judgement", "decision", "arrêt", "décision"))
        dated = any_of((*self.words.all("dated"), "dated", "of", "du"))
        grand = any_of(self.words.all("grand_chamber"))
        at_length = any_of(word for word in self.words.all("grand_chamber") if len(word) > 3)
        span = r"(?:\s?[-–]\s?\d{1,4})?"
        joint = self.words.joint
        # Only points and paragraphs of a judgment; parts and letters are an article's.
        kinds = any_of(word for word in KINDS if word not in _NO_KIND_BY_ITSELF and self.words.may_stand(word))
        behind = any_of(word for word in self.words.all("paragraph_behind") if word.lower().startswith(OF_A_JUDGMENT))
        reports = "|".join(pattern for word, pattern in REPORTS.items() if self.words.may_stand(word)) or "(?!)"
        return re.compile(
            rf"""
              (?P<formation>\[\s?(?:{grand}|Plenary|Committee|Cttee\.?|CG)\s?\]|\((?:{grand}|Committee|Cttee\.?)\))
            | [(\[](?P<series>(?:[Nn](?:os?|r)\.?\s?|[Nn]°s?\s?|№\s?)
                (?:\d{{1,2}}(?:(?:,\s|\s(?:and|et|und|i|&)\s)(?:[Nn]o\.?\s)?\d{{1,2}}){{0,9}}|[IVX]{{1,5}})|[IVX]{{1,5}})[)\]]
            | \((?!Dec\.\s\d)(?P<kind>(?i:(?:partial\s|final\s|admissibility\s)?{kinds}[^()]{{0,40}}|{_OF_REDRESS}))\)
                (?:\s?\[Committee\])?
            | (?P<ecli>(?:ECLI:)?CE:ECHR:\d{{4}}:\d{{4}}[A-Z]{{3}}\d{{9}})
            | (?P<report>{reports})
            | (?P<paragraphs>(?!Nr\.?\s?\d{{4,5}}[–-]\d\d(?![\d/–-]))(?:at\s)?{paragraph}\s?\d{{1,4}}(?![\d/]){span}
                (?:(?:\s?,\s?(?:{joint}\s)?|\s{joint}\s|,?\s?(?:{joint}\s)?§§?\s?)
                    \d{{1,4}}(?![\d/])(?!(?:er|st|nd|rd|th|\.)?\s(?:others|autres|{month}|m\.|gada)){span})*)
            | (?P<behind>\d{{1,4}}\.?{span}(?:(?:,|\s{joint})\s\d{{1,4}}\.?{span}){{0,9}}\.?\s{behind}(?!\w))
            | (?:(?:the\s)?{judgment}\s)?(?:{dated}\s)?
                (?P<date>(?P<day>\d{{1,2}})(?:er|re|st|nd|rd|th|\.?[º°]|\.o(?=\s)|\.)?\s(?:de\s)?(?P<month>{month})\s(?:de\s)?(?P<year>\d{{4}})
                |(?P<year2>\d{{4}})(?:\sm\.|\.(?:\sgada)?)\s
                    (?:(?P<day2>\d{{1,2}})\.\s(?P<month2>{month})|(?P<month3>{month})\s(?P<day3>\d{{1,2}})(?:\sd\.)?)
                    (?:\s{judgment}(?!\w))?
                |(?P<day4>\d{{1,2}})\.\s?(?P<month4>0?[1-9]|1[0-2])\.\s?(?P<year4>(?:19|20)\d\d)
                |(?P<day5>0?[1-9]|[12]\d|3[01])/(?P<month5>0?[1-9]|1[0-2])/(?P<year5>(?:19|20)\d\d)(?!/)
                |(?:Jan|Feb|Mar|Apr|May|June?|July?|Aug|Sept?|Oct|Nov|Dec)[a-z]{{0,6}}\.?\s\d{{1,2}},\s\d{{4}})(?!\d)(?:\s(?:r\.|roku|г\.|года|року))?
            | (?:{application}\s)?(?:{number}){{1,2}}\s?
                (?P<numbers>{NUMBER}|{MISWRITTEN})
            | {application}\s(?P<plain>{NUMBER})
            | (?P<bare>(?:(?<=\()|(?<=\(\s))\d{{1,5}}/\d{{2}}(?!\d|/))
            | (?P<listed>(?<=[,–-]\s)\d{{3,5}}/\d{{2}}(?![\d/-]))
            | (?P<court>\[Comm(?:ission|\.)?\]|ECtHR|ECHR|Eur\.?\s?Ct\.?\s?H\.?R\.?|European\sCourt\sof\sHuman\sRights
                |(?:(?<=[,(]\s)|(?<=\()){at_length}|{at_length}(?=[,)]|\s(?:\d|{judgment}))
                |(?P<gave>[^\W\d_]{{3,14}})(?:\s[^\W\d_]{{1,4}}){{0,2}}\s(?P<sitting>{at_length})(?=[,)\s])
                |(?<=\()(?P<short>{grand})(?=,)|GC|Commission\sdecision|Commission(?:'s)?\sreport|Plenary)(?=[,)\s])
            | (?P<back>{above}|{ibid}|supra|op\.\scit\.)
            | (?P<only>(?:19[5-9]\d|20[0-4]\d))(?=[,;)\s.]|$)
            """,
            re.VERBOSE,
        )

    @cached_property
    def _kinds(self) -> tuple[tuple[str, str], ...]:
        """The words and phrases that open a bracket behind a name and say what was given, the longest first."""
        phrases = {
            **dict.fromkeys((word.lower() for word in self.words.all("decision_or_judgment")), "decided"),
            **dict.fromkeys((word.lower() for word in self.words.all("decision", "decision_mark")), "DEC"),
        }
        return tuple(sorted(phrases.items(), key=lambda phrase: -len(phrase[0])))

    @cached_property
    def _grand(self) -> tuple[str, ...]:
        return tuple(sorted(self.words.all("grand_chamber"), key=len, reverse=True))

    @cached_property
    def _judgments(self) -> frozenset[str]:
        return frozenset(word.lower() for word in self.words.all("judgment"))

    @cached_property
    def _small(self) -> frozenset[str]:
        """What may stand in one bracket with the Grand Chamber: words for a judgment, and words that join them."""
        kinds = (phrase for phrase, _ in self._kinds)
        return frozenset(
            word
            for phrase in (*self._judgments, *kinds, *self.words.all("of", "the"))
            for word in phrase.lower().replace("(", " ").split()
        )

    def _bracketed(self, text: str, at: int) -> tuple[int, list[Part]] | None:
        """
        Where a bracket behind a name ends that marks a decision, the Grand Chamber or both in words of any language,
        with its parts: "(lēm.)", "(décision, grande chambre)", "(wyrok Wielkiej Izby)", "[GC, dec.]".
        """
        close = _BRACKET.match(text, at)
        if close is None:
            return None
        span, kind, grand = Span(*close.span()), *self._marked(" ".join(close["inside"].split()))
        if grand is None:
            return None if kind is None else (close.end(), [Part("kind", span, kind)])
        if kind is None:
            return close.end(), [Part("formation", span, "GC")]
        start = text.find(grand, at)
        sitting = Span(start, start + len(grand)) if 0 <= start < close.end() else span
        return close.end(), [Part("kind", span, kind), Part("formation", sitting, "GC")]

    def _marked(self, inside: str) -> tuple[str | None, str | None]:
        """What the words of a bracket say was given, and by what name of the Grand Chamber; remembered."""
        if inside not in self._marks:
            if len(self._marks) > MOST_MARKS:
                self._marks.clear()
            self._marks[inside] = self._read_marks(inside)
        return self._marks[inside]

    @cached_property
    def _marks(self) -> dict[str, tuple[str | None, str | None]]:
        return {}

    def _read_marks(self, inside: str) -> tuple[str | None, str | None]:
        if iso_date(inside, self.words.months):
            return None, None  # "(Dec. 19, 2017)" is a day in December and marks no decision
        said = inside.lower()
        grand = next((word for word in self._grand if _stands_in(word, inside)), None)
        kind = next((kind for phrase, kind in self._kinds if _begins_with(phrase, said)), None)
        if grand is None:
            return kind, None
        rest = said.replace(grand.lower(), " ").replace(",", " ").replace("–", " ").split()
        if not all(word in self._small for word in rest):
            return kind, None
        if kind is None and any(kind == "DEC" and _stands_in(phrase, said) for phrase, kind in self._kinds):
            kind = "DEC"
        return kind, grand

    @cached_property
    def _joined(self) -> re.Pattern[str]:
        """What joins two numbers of paragraphs, in any language."""
        return re.compile(rf"(?<=\d)\s(?:{self.words.joint})\s(?=\d)")

    @cached_property
    def _more_numbers(self) -> re.Pattern[str]:
        """``…, 42902/17 ir 43643/17``, ``… and 2 others``, ``i 3 inne``, ``4403/70-4419/70``."""
        joint, number = self.words.joint, any_of((*self.words.all("number"), "no.", "nos.", "n°"))
        return re.compile(
            rf"\s?(?:(?:,\s?(?:{joint}\s)?|\s?(?:{joint}|to|à)\s|[-–])\s?(?:{number}\s?){{0,2}}(?P<number>{NUMBER}|{YEAR_FIRST}|{DASHED})"
            rf"|,?\s?(?P<others>{self.words.and_others}))"
        )

    def tail(self, text: str, offset: int) -> Iterator[Part]:
        """What stands behind a name, part by part, as long as the parts follow at once."""
        depth, numbered, pinned = 0, False, False
        while True:
            gap = _GAP.match(text, offset)
            assert gap is not None  # the pattern also matches nothing
            depth -= gap[0].count(")")
            marked = self._bracketed(text, gap.end()) if text[gap.end() : gap.end() + 1] in _OPENS else None
            if marked is not None and depth >= 0:
                offset, parts = marked
                yield from parts
                continue
            match = self._tail.match(text, gap.end())
            if match is None and text[gap.end() : gap.end() + 1] == "(":
                depth += 1
                inside = gap.end() + 1
                match = self._tail.match(text, inside + (text[inside : inside + 1] == " "))
            if depth < 0:
                return
            if match is None:
                # "30 Oct. 1991", "23 févr. 2012": a month cut short.
                at = gap.end() + (text[gap.end() : gap.end() + 1] == "(")
                cut = next(days_in(text, at, at + LONGEST_DAY), None) if text[at : at + 1].isdigit() else None
                if cut is None or cut.span.start != at:
                    return
                yield Part("date", cut.span, cut.day.isoformat())
                offset = cut.span.end
                continue
            if match["date"] and pinned and _OF_ANOTHER_NUMBER.match(text, match.end()):
                return  # "…, Rn. 185 ff., vom 10. April 2012 - Nr. 24027/07": the next of a list
            name = match.lastgroup or ""
            offset = match.end()
            pinned = pinned or bool(match["paragraphs"] or match["behind"])
            if match["date"]:
                day = iso_date(match["date"], self.words.months) or self._iso(match)
                yield Part("date", Span(*match.span("date")), intern(day))
            elif match["numbers"] or match["plain"] or match["bare"] or match["listed"]:
                group = next(name for name in ("numbers", "plain", "bare", "listed") if match[name])
                called = group == "numbers" and self._is_called_one(match[0], match[group])
                if not (called or self._may_be_ours(match[group])) or (
                    group == "listed" and not self.has_number(match[group])
                ):
                    return
                numbered = True
                yield number_part(match[group], match.start(group), match.end(group))
                if match.start(group) > match.start():
                    yield Part(
                        "number-form",
                        Span(match.start(), match.start(group)),
                        intern(text[match.start() : match.start(group)].strip()),
                    )
                for part in self.more_numbers(text, offset):
                    yield part
                    offset = part.span.end
            elif match["formation"]:
                value = (
                    "CTEE"
                    if "ommittee" in match[0] or "Cttee" in match[0]
                    else "PLENARY"
                    if "Plenary" in match[0]
                    else "GC"
                )
                yield Part("formation", Span(*match.span()), value)
            elif match["kind"]:
                first = re.split(r"[\s.]", re.sub(r"^(partial|final|admissibility)\s", "", match["kind"].lower()))[0]
                yield Part("kind", Span(*match.span()), KINDS.get(first, match["kind"]))
            elif match["paragraphs"] or match["behind"]:
                written = match["paragraphs"] or match["behind"].rstrip(_LETTERS).replace(".", "")
                yield Part("paragraphs", Span(*match.span()), intern(pinpoint(self._joined.sub(" and ", written))))
            elif match["series"]:
                yield Part("series", Span(*match.span()), match["series"])
            elif match["court"]:
                if match["gave"] and match["gave"].lower() not in self._judgments:
                    return
                said = match["sitting"] or match["short"] or match["court"]
                is_grand = said in self.words.all("grand_chamber")
                span = Span(*match.span("sitting" if match["sitting"] else "court"))
                yield Part("formation" if is_grand else "court", span, "GC" if is_grand else said)
            elif match["only"]:
                yield Part("year", Span(*match.span()), match["only"])
            elif match["back"]:
                if numbered and match["back"] in self.words.all("ibid"):
                    return  # "…, no. 37201/06, §§ 147-48 (ibid., § 138": a citation of its own, of this one
                yield Part("back", Span(*match.span()), match["back"])
            else:
                yield Part(name, Span(*match.span()), match[0])

    def more_numbers(self, text: str, offset: int) -> Iterator[Part]:
        """The numbers that go on behind the first: ", 42902/17 and 43643/17", "and 2 others"."""
        more = self._more_numbers.match(text, offset) if _may_go_on(text, offset) else None
        while more and (more["number"] is None or self._may_be_ours(more["number"])):
            if more["number"]:
                yield number_part(more["number"], more.start("number"), more.end("number"))
            else:
                yield Part("others", Span(*more.span("others")), more["others"])
            more = self._more_numbers.match(text, more.end())

    def _may_be_ours(self, raw: str) -> bool:
        """
        Whether a number whose year is written in full, or first, or behind another sign than the Court's, is one of
        the Court's: courts of States number so too.
        """
        return _AS_THE_COURT.fullmatch(raw) is not None or self.has_number(plain_number(raw))

    def _is_called_one(self, labelled: str, raw: str) -> bool:
        """Whether a number with the year first, which others have as well, is called an application's."""
        label = labelled[: -len(raw)].lower()
        return _YEAR_FIRST.fullmatch(raw) is not None and any(
            word.lower() in label for word in self.words.all("application")
        )

    def _iso(self, match: re.Match[str]) -> str:
        """The date in ISO form, in whichever order it was written."""

        def said(part: str) -> str:
            return next(match[name] for name in (part, *(f"{part}{n}" for n in "2345")) if _group(match, name))

        month = said("month").lower()
        number = int(month) if month.isdigit() else self.words.months[month]
        return f"{said('year')}-{number:02d}-{int(said('day')):02d}"

    def number_before(self, text: str, begin: int, done: int, name: str) -> Iterator[Part]:
        """
        The numbers directly before a name: "Nr. 29217/12 (Tarakhel ./. Schweiz)", "– 30696/09 [M.S.S. ./. Belgien".

        Behind a comma only where a day of the Court's leads them, or the register has the case of that name.
        """
        floor = max(done, begin - LONGEST_LEAD)
        found = self._numbers_before.search(text, floor, begin) if text.find("/", floor, begin) >= 0 else None
        if found is None:
            return
        numbers = list(self._a_number.finditer(text, found.start("numbers"), found.end("numbers")))
        if not found["opens"] and not (
            any(self.is_named(plain_number(number[0]), name) for number in numbers)
            or self.days.before(text, found.start(), done)
        ):
            return
        for number in numbers:
            if self._may_be_ours(number[0]):
                yield number_part(number[0], number.start(), number.end())

    @cached_property
    def _a_number(self) -> re.Pattern[str]:
        return re.compile(NUMBER)

    @cached_property
    def _numbers_before(self) -> re.Pattern[str]:
        joints = any_of(self.words.joints)
        application, number = any_of(self.words.all("application")), any_of(self.words.all("number"))
        one = r"\d{1,5}/\d{2}(?![\d/])"
        return re.compile(
            rf"(?<![\w/.])(?:(?:{application}\s)?{number}\s?)?"
            rf"(?P<numbers>(?<![\d/]){one}(?:(?:,\s|\s(?:{joints}|u\.)\s){one}){{0,8}})"
            rf"(?:\s?(?P<opens>[(\[]|\s[–—-]\s)|,\s)[\"„“«]?$",
            re.IGNORECASE,
        )

    def sitting_before(self, text: str, begin: int, parts: list[Part], done: int) -> Iterator[Part]:
        """The Grand Chamber between the Court and a name: "EGMR (Große Kammer), Saadi gegen Italien"."""
        floor = max(done, begin - LONGEST_SITTING)
        if any(part.name == "formation" for part in parts) or text[begin - 1 : begin] not in ' "' or floor >= begin:
            return
        found = self._sitting.search(text, floor, begin)
        if found is not None:
            yield Part("formation", Span(*found.span("grand")), "GC")

    @cached_property
    def _sitting(self) -> re.Pattern[str]:
        court, grand = any_of(self.words.all("court")), any_of(self.words.all("grand_chamber"))
        return re.compile(rf"(?<!\w){court}(?:,\s|\s?[(\[])(?P<grand>{grand})[)\]]?[,:]?\s[\"„«*]?$")

    def near_dates(self, text: str, begin: int, parts: list[Part], done: int) -> Iterator[Part]:
        """
        The days in the sentence before a name that has no number: "2022.gada 5.maijā pasludināja lēmumu lietā"; what
        stands before *done* is the citation before's.
        """
        if any(part.name in ("number", "report", "ecli", "date", "year") for part in parts):
            return
        floor = max(done, begin - LONGEST_LEAD)
        floor = max(floor, text.rfind("\0", floor, begin), text.rfind("; ", floor, begin))
        for match in self._a_day.finditer(text, floor, begin):
            yield Part("near-date", Span(*match.span()), match["iso"] or self._iso(match))

    @cached_property
    def _a_day(self) -> re.Pattern[str]:
        month = any_of(self.words.month_names)
        return re.compile(
            rf"(?<!\d)(?:(?P<iso>(?:19|20)\d\d-\d\d-\d\d)"
            rf"|(?P<day>\d{{1,2}})(?:er|re|st|nd|rd|th|\.?[º°]|\.o(?=\s)|\.)?\s?(?:de\s)?(?P<month>{month})\s(?:de\s)?(?P<year>\d{{4}})"
            rf"|(?P<year2>\d{{4}})\s?(?:m\.|\.\s?gada|\.)\s"
            rf"(?:(?P<day2>\d{{1,2}})\.\s?(?P<month2>{month})|(?P<month3>{month})\s(?P<day3>\d{{1,2}}))"
            rf"|(?P<day4>\d{{1,2}})\.\s?(?P<month4>0?[1-9]|1[0-2])\.\s?(?P<year4>(?:19|20)\d\d))(?!\d)"
        )

    def judgment_of(self, text: str, offset: int) -> Part | None:
        """The day behind a number, where it is said to be the judgment's: one alone may be that of the application."""
        day = next((part for part in self.tail(text, offset) if part.name == "date"), None)
        between = text[offset : day.span.start].lower() if day is not None else ""
        said = any(word.lower() in between for word in (*self.words.all("judgment"), "judgment", "decision"))
        return day if said else None


def _group(match: re.Match[str], name: str) -> str | None:
    """What the group of that name holds; ``None`` where the pattern has no such group."""
    return match[name] if name in match.re.groupindex else None


def _stands_in(phrase: str, text: str) -> bool:
    """Whether the phrase stands in a text as whole words."""
    at = text.find(phrase)
    end = at + len(phrase)
    return at >= 0 and not (at and text[at - 1].isalnum()) and not text[end : end + 1].isalnum()


def _begins_with(phrase: str, text: str) -> bool:
    return text.startswith(phrase) and not text[len(phrase) : len(phrase) + 1].isalpha()


def number_part(raw: str, start: int, end: int) -> Part:
    """An application number as it stands there."""
    return Part("number", Span(start, end), intern(plain_number(raw)))


def pinpoint(raw: str) -> str:
    """ "paras 142-48" → ``"§§ 142-148"``; a short second number takes the leading digits of the first."""
    text = re.sub(
        r"(\d+)\s?[-–]\s?(\d+)",
        lambda m: f"{m[1]}-{m[1][: len(m[1]) - len(m[2])] + m[2] if len(m[2]) < len(m[1]) else m[2]}",
        raw,
    )
    first = re.search(r"\d", text)
    rest = re.sub(r"\s+", " ", text[first.start() :] if first else text)
    rest = re.sub(r"(?:,\s?|\s)?(?:and\s|et\s)?§§?\s?", " and ", rest) if "§" in rest else rest
    many = "-" in rest or "," in rest or " " in rest
    return f"{'§§' if many else '§'} {rest.strip()}"


# How points and paragraphs of a judgment are called where the number stands before: "59 punktas", "59. punkts".
OF_A_JUDGMENT = ("punkt", "p.", "kohta", "kohda", "kohd", "pont", "bekezd")
_LETTERS = ". abcdefghijklmnopqrstuvwxyząčęėįšųūžāēģīķļņāõäöüóőűé"
_OPENS = frozenset("([")
_BRACKET = late(r"[(\[](?P<inside>[^()\[\]\0;]{2,60})[)\]]")
# "30696-09" is read as well: so many write it, and behind "no." nothing else is written so.
_AS_THE_COURT = late(r"(?:0?\d{1,5}|\d{1,2}[ .'’]\d{3})\s?/\s?\d{2}|\d{1,5}-\d{2}")
_YEAR_FIRST = late(YEAR_FIRST)
WHOLE_YEAR = late(r"/\s?\d{4}$")
_OF_ANOTHER_NUMBER = late(r"(?:,|\s[-–—])\s(?:[^\W\d_]{1,3}[.°]\s?)?\d{1,5}/\d{2}(?!\d|/)")
_GAP = late(r"(?:(?<=\d)\.(?=,))?[\"”»]?\s?(?:[,:–—]|-(?=\s)|\)\s?,?)?\s?")
