"""
Strasbourg cases: "M.S.S. v. Belgium and Greece [GC], no. 30696/09, § 342, 21 January 2011".

Read in the Court's own style, in OSCOLA and as people write it: name, numbers, formation, kind, paragraphs, date,
report, ECLI in any order behind the name.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import cached_property
from sys import intern

from attrs import define, evolve, field

from refoulement_lint.citations.court_forms import iso_date
from refoulement_lint.citations.words import Words, any_of
from refoulement_lint.folding import plain_number
from refoulement_lint.late import late
from refoulement_lint.model import Part, Span, Written
from refoulement_lint.scan import Hit

# "Europäischer Gerichtshof für Menschenrechte (Große Kammer), Urteil vom 21. September 2011 in der Sache".
LONGEST_LEAD = 140
# The longest applicant's side in the register has 126 characters; longer windows only cost time.
LONGEST_NAME = 140
# The register's largest number of respondents in one name is well below this.
MOST_RESPONDENTS = 40
# Small words inside a name; none of them begins one.
INSIDE_A_NAME = frozenset(
    "and & others other another ors de da di do du des del della d' la le los las van von der den ter ten of the el al "
    "bin ben ibn y et e i a und andere autres inni inne ir kiti ja muut och andra for".split()
)
# Words that stand in a name only where the register has it so: "on behalf of", "Sp. z o.o.".
SELDOM_INSIDE = frozenset(
    "on behalf au nom in for par d.o.o o.o z s.r.o s r.o a.s d.d no nr with liquidation née kft c.a gegen".split()
)
# Digits around the slash of an application number: the automaton waits for these hundred, not for every digit.
SLASHES = tuple(f"{left}/{right}" for left in range(10) for right in range(10))
# The same where a converter has set the year apart: "no. 12345 /94".
SPLIT = tuple(f"{left} /{right}" for left in range(10) for right in range(10))
# "30696/09"; with the thousands set apart, "27 765/09", "27.765/09"; with the whole year, "37201/2006".
NUMBER = r"(?:\d{1,5}|\d{1,2}[ .]\d{3})\s?/\s?\d{2}(?:(?<=19|20)\d{2})?(?![\d/])"
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
    **dict.fromkeys(("article", "Article", "art", "Art", "former", "ancien"), "just satisfaction"),
    "pending": "pending",
    "communicated": "COM",
}
ROMAN = "IVXLC"
# How each kind of report begins, and how it is cited.
_YEAR_AND_MAYBE = rf"\s\d{{4}}(?:\s?-\s?[{ROMAN}]+)?(?![\d/-])"
_YEAR_AND_VOLUME = rf"\s\d{{4}}(?:\s?-\s?[{ROMAN}]+)?(?:\s\(extracts\)|\s\(extraits\))?(?![\d/])"
_VOLUME = r"\s(?:no\.\s)?\d{1,3}(?:-[AB])?(?:,\sp\.\s\d+)?"
REPORTS = {
    "Series": r"Series\sA,?\s(?:no\.|n°)\s?\d{1,3}(?:-[A-Z])?",
    "Reports": rf"Reports(?:,?\s\d{{4}}\s?-\s?[{ROMAN}]+|\sof\sJudgments\sand\sDecisions,?{_YEAR_AND_MAYBE})",
    "Recueil": rf"Recueil(?:,?\s\d{{4}}\s?-\s?[{ROMAN}]+|\sdes\sarrêts\set\sdécisions,?{_YEAR_AND_MAYBE})",
    "ECHR": rf"\[?ECHR\]?{_YEAR_AND_VOLUME}|\[\d{{4}}\]\sECHR\s\d{{1,4}}",
    "CEDH": rf"\[?CEDH\]?{_YEAR_AND_VOLUME}",
    "E": r"\(\d{4}\)\s\d{1,3}\sE\.?H\.?R\.?R\.?\s(?:SE)?\d{1,4}",
    "Decisions": rf"Decisions\sand\sReports{_VOLUME}",
    "D": rf"D\.?\s?R\.?{_VOLUME}",
}
# Parts that only a citation has: a title that carries one of them cites a case and does not name its own.
CITED_ONLY = frozenset(("formation", "paragraphs", "report", "ecli", "back", "kind"))
# Applicants before the Court of Justice against a Member State, never before this Court.
EU_INSTITUTIONS = frozenset(
    "Commission|European Commission|Council|Parliament|Commission européenne|Komisja|Bizottság|Comisión|Commissione"
    "|Commissie|Kommission|Europäische Kommission|Kommissionen|Komisija|Eiropas Komisija|Komisjon|Komissio|Επιτροπή"
    "|Комиссия|Комісія".split("|")
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
    versus_literals: tuple[str, ...] = field(init=False)

    @versus_literals.default
    def _versus(self) -> tuple[str, ...]:
        words = dict.fromkeys(word.lower() for word in self.words.all("versus"))
        # "M.S.S./Belgien und Griechenland", as German courts write; four letters tell a State from "and/or".
        slashes = dict.fromkeys(f"/{state[:4]}" for state in self.states)
        return (*(f" {word} " for word in words), " v . ", *slashes)

    @property
    def number_literals(self) -> tuple[str, ...]:
        """The digits around the slash of an application number."""
        return (*SLASHES, *SPLIT)

    # --- names
    # ---------------------------------------------------------------------------------------------------------

    @cached_property
    def before_a_name(self) -> frozenset[str]:
        """Words that introduce a case and are no part of its name: "In", "See"."""
        return frozenset(self.words.all("before_a_name"))

    @cached_property
    def _courts(self) -> frozenset[str]:
        """What announces a judgment and is never an applicant: "EGMR", "Urteil"."""
        return frozenset(
            word
            for word in (*self.words.all("court"), *self.words.all("judgment"))
            if word[0].isupper() and " " not in word
        )

    @cached_property
    def _inside_a_name(self) -> frozenset[str]:
        """Small words inside a name in every language: "un citi", "m.fl."."""
        joints = {word for word in self.words.all("and") if " " not in word}
        others = {
            word.strip(".")
            for language in self.words.languages.values()
            for phrase in language.get("others", ())
            for word in phrase.lower().split()
            if word.strip(".") not in SELDOM_INSIDE
        }
        return INSIDE_A_NAME | joints | others

    @cached_property
    def _longest_state(self) -> int:
        return max((name.count(" ") + 1 for name in self.states), default=1)

    def _state(self, text: str, offset: int) -> int:
        """Where the name of a State that begins at *offset* ends, its article included; 0 when there is none."""
        offset += text[offset : offset + 1] == '"'
        for article in ("the ", "The ", "la ", "l'", "le ", "les "):
            if text.startswith(article, offset):
                offset += len(article)
                break
        ends = [match.end() for match in _WORD.finditer(text, offset, offset + 70)][: self._longest_state]
        for end in reversed(ends):
            # "the former Yugoslav Republic of Macedonia" begins small.
            if text[offset:end].lower() in self.states and (
                text[offset].isupper() or text.startswith(("former ", "ex-"), offset)
            ):
                return end
        return 0

    def _respondents(self, text: str, offset: int) -> int:
        """Where "Belgium and Greece", "France, Germany and Italy" ends; 0 when no State stands there."""
        end = self._state(text, offset)
        if not end:
            return 0
        many = _AND_OTHER_STATES.match(text, end)
        if many:
            return many.end()
        for _ in range(MOST_RESPONDENTS):
            joint = _JOINT.match(text, end)
            following = self._state(text, joint.end()) if joint else 0
            if not following:
                break
            end = following
        return end

    def _name_start(self, text: str, versus: int, ends_at: int, emphasis: Iterable[Span], done: int = 0) -> int:
        """
        Where the applicant's side begins, -1 when nothing name-like stands before *versus*; never in the case before,
        which ends at *done*.
        """
        floor = max(done, versus - LONGEST_NAME)
        floor = text.rfind("\0", floor, versus) + 1 or floor
        for span in emphasis:
            if span.start <= versus < span.end and span.start >= floor:
                floor = span.start
                break
        starts: list[int] = []
        comma_at: int | None = None
        inside: int | None = None  # where a bracket of the name opens: "Othman (Abu Qatada) v. the United Kingdom"
        tokens = list(_TOKEN.finditer(text, floor, versus))
        for token in reversed(tokens):
            word = token[0]
            bare = word.strip("[]\"'“”‘’.,")
            if word in ("-", "–") and starts:
                # "Al - Skeini": a hyphen that a converter has set apart, where the register knows the name with it.
                left = _LAST_WORD.search(text, floor, token.start())
                if left and self.known(f"{left[1]}-{text[token.end() + 1 : ends_at]}"):
                    continue
                if self._goes_on(text, floor, token.start(), ends_at):
                    continue  # "Z.A.N.T.E. - Marathonisi A.E. v. Greece"
                break
            alias = _ALIAS.search(text, floor, versus) if not starts and word[-1] == ")" else None
            if alias is not None or (inside is not None and token.start() >= inside):
                inside = alias.start("alias") if alias is not None else inside
                continue
            if (word[-1] == ")" or word[0] == "(") and self._goes_on(text, floor, token.end(), ends_at):
                continue  # "Çelik (Bozkurt) v. Turkey", "J.A. Pye (Oxford) Ltd"
            if text[token.end() : token.end() + 2] == "  " or word[-1] in ";:)" or ("(" in word and "[" not in word):
                if "(" in word and word[-1] not in ";:)" and word[word.index("(") + 1 : word.index("(") + 2].isupper():
                    starts.append(token.start() + word.index("(") + 1)  # "(Saadi v. Italy"
                break
            if (
                word[-1] == "."
                and starts
                and not _INITIALS.fullmatch(word)
                and bare not in ("Ltd", "St", "Inc", "Co", "Mrs", "Mr", "Dr")
                and not self._goes_on(text, floor, token.end(), ends_at)
            ):
                break
            if starts and bare in self._courts:
                break  # "AIG und Urteil des EGMR Tarakhel gegen Schweiz"
            if word[-1] == ",":
                if comma_at is None and not _AND.search(text, token.end(), versus):
                    if starts and self._goes_on(text, floor, token.end(), ends_at):
                        starts.append(token.start())
                        continue
                    break  # one comma with no "and" behind it is no list of applicants
                comma_at = token.end() if comma_at is None else comma_at
            first = word.lstrip("[\"'“‘")[:1]
            if bare.isdigit() and not text.startswith((" Others", " others", " other", " Other"), token.end()):
                if len(bare) < 4 and self._goes_on(text, floor, token.end(), ends_at):
                    continue
                break  # "Article 3 and Chahal v. …"; "and 128 Others" is a name
            if bare in ("Others", "Autres", "Other", "Another"):
                continue  # nobody's name: where nothing stands before it, the name was not read
            if first.isupper() or (first.isdigit() and starts):
                starts.append(token.start() + len(word) - len(word.lstrip("\"'“‘")))
            elif bare.lower() not in self._inside_a_name and not bare.lower().startswith(
                ("d'", "l'", "al-", "el-", "d’", "l’")
            ):
                # "Sindicatul Păstorul cel Bun": a small word of any language, where what stands behind it is no name.
                may_go_on = bare.lower() in SELDOM_INSIDE or not starts or not self.known(text[starts[-1] : ends_at])
                if may_go_on and self._goes_on(text, floor, token.end(), ends_at):
                    continue
                break
            if word[:1] in '"“' and starts and not self._goes_on(text, floor, token.start(), ends_at):
                break
        if not starts:
            return -1
        starts.reverse()
        before = self.before_a_name
        if len(starts) > 1:
            opens = _OPENS.search(text, max(0, starts[0] - 3), starts[0]) is not None or starts[0] == 0
            for start in starts:
                # "D.K. and L.K. v. Poland" is no case of L.K., "Tapia Paez v. Sweden" none of Paez: a name is cut
                # only behind the first word of a sentence or a word that introduces a case, never behind "and" or a
                # comma.
                # All of it is no part: "Urteil vom 6. Dezember 1988, Barberà, Messegué and Jabardo gegen Spanien".
                if start > starts[0] and _JOINED_BEFORE.search(text, max(floor, start - 8), start):
                    continue
                cut = text[starts[0] : start].split()
                if (not cut or (len(cut) == 1 and opens) or before.issuperset(cut)) and self.known(text[start:ends_at]):
                    return start
        chosen = starts
        while len(chosen) > 1 and _first_word(text, chosen[0]) in before and not self.known(text[chosen[0] : ends_at]):
            chosen = chosen[1:]
        if comma_at is not None:
            # Unknown to the register and with commas: the part behind the last comma before "and" is the safe reading.
            later = [start for start in chosen if start >= comma_at]
            chosen = later or chosen
        return chosen[0]

    def _goes_on(self, text: str, floor: int, stop: int, ends_at: int) -> bool:
        """Whether a name that the register knows reaches back over a word with a stop, "S.C. X Com. S.R.L."."""
        words = [word for word in _TOKEN.finditer(text, max(floor, stop - 100), stop) if word[0][:1].isupper()]
        return any(self.known(text[word.start() : ends_at]) for word in words[-8:])

    # --- what follows a name
    # -------------------------------------------------------------------------------------------

    @cached_property
    def _decisions(self) -> frozenset[str]:
        """What a decision is called in full: "Entscheidung", "décision"."""
        return frozenset(word.lower() for word in self.words.all("decision") if "." not in word)

    @cached_property
    def _lead(self) -> re.Pattern[str]:
        """What the Court's name, a date and a joint say before a name: "EGMR, Urteil vom 21. Januar 2011, "."""
        court, dated = any_of(self.words.all("court")), any_of(self.words.all("dated"))
        word = any_of((*self._decisions, *self.words.all("judgment")))
        joint = any_of(self.words.all("in_the_case"))
        application, number = any_of(self.words.all("application")), any_of(self.words.all("number"))
        return re.compile(
            rf"(?<!\w)(?:{court}(?:\s?[,:(–-]\s?|\s)(?:(?:GK|GC|Große\sKammer|Grande\sChambre)[\s,]{{1,2}})?(?P<word>{word})|(?P<first>{word})\s{court}|(?P<bare>{word}))"
            rf"\s{dated}\s(?P<date>{self.words.day})(?:\sr\.)?(?:\s?[,:;–-]\s?|\s)"
            # "Urteil vom 23. Februar 2012 – 27765/09 – Hirsi Jamaa u.a. gegen Italien"
            rf"(?:(?:{application}\s)?(?:{number}\s?)?(?P<number>\d{{1,5}}/\d{{2}})(?![\d/])\s?[,:;–-]\s?)?"
            rf"(?:{joint}\s)?[\"'„“]?$",
            re.IGNORECASE,
        )

    @cached_property
    def _tail(self) -> re.Pattern[str]:
        number = any_of(self.words.all("number"))
        applications = self.words.all("application")
        application = any_of([*applications, *(word.capitalize() for word in applications)])
        paragraph = any_of(self.words.all("paragraph"))
        month = any_of(self.words.all("months"))
        above = any_of(self.words.all("cited_above"))
        ibid = any_of(self.words.all("ibid"))
        judgment = any_of((*self.words.all("judgment"), "judgement", "decision", "arrêt", "décision"))
        dated = any_of((*self.words.all("dated"), "dated", "of", "du"))
        grand = any_of(self.words.all("grand_chamber"))
        at_length = any_of(word for word in self.words.all("grand_chamber") if len(word) > 3)
        span = r"(?:\s?[-–]\s?\d{1,4})?"
        kinds = any_of(filter(self.words.may_stand, KINDS))
        reports = "|".join(pattern for word, pattern in REPORTS.items() if self.words.may_stand(word)) or "(?!)"
        return re.compile(
            rf"""
              (?P<formation>\[\s?(?:{grand}|Plenary|Committee|CG)\s?\]|\((?:{grand}|Committee)\))
            | \((?P<series>(?:[Nn](?:os?|r)\.?\s?|n°s?\s?|№\s?)
                (?:\d{{1,2}}(?:(?:,\s|\s(?:and|et|und|i|&)\s)(?:[Nn]o\.?\s)?\d{{1,2}}){{0,9}}|[IVX]{{1,5}})|[IVX]{{1,5}})\)
            | \((?P<kind>(?:partial\s|final\s|admissibility\s)?{kinds}[^()]{{0,40}})\)
                (?:\s?\[Committee\])?
            | (?P<ecli>(?:ECLI:)?CE:ECHR:\d{{4}}:\d{{4}}[A-Z]{{3}}\d{{9}})
            | (?P<report>{reports})
            | (?P<paragraphs>(?:at\s)?{paragraph}\s?\d{{1,4}}(?![\d/]){span}
                (?:(?:\s?,\s?(?:and\s|et\s)?|\s(?:and|et|&|und|i)\s|,?\s?(?:and\s)?§§?\s?)
                    \d{{1,4}}(?![\d/])(?!(?:er|st|nd|rd|th|\.)?\s(?:others|autres|{month})){span})*)
            | (?:(?:the\s)?{judgment}\s)?(?:{dated}\s)?
                (?P<date>(?P<day>\d{{1,2}})(?:er|st|nd|rd|th|\.|º)?\s(?:de\s)?(?P<month>{month})\s(?:de\s)?(?P<year>\d{{4}})
                |(?P<year2>\d{{4}})(?:\sm\.|\.(?:\sgada)?)\s
                    (?:(?P<day2>\d{{1,2}})\.\s(?P<month2>{month})|(?P<month3>{month})\s(?P<day3>\d{{1,2}})(?:\sd\.)?)
                |(?P<day4>\d{{1,2}})\.\s?(?P<month4>0?[1-9]|1[0-2])\.\s?(?P<year4>(?:19|20)\d\d)
                |(?:Jan|Feb|Mar|Apr|May|June?|July?|Aug|Sept?|Oct|Nov|Dec)[a-z]{{0,6}}\.?\s\d{{1,2}},\s\d{{4}})(?!\d)(?:\s(?:r\.|roku|г\.|года|року))?
            | (?:{application}\s)?(?:{number})\s?
                (?P<numbers>{NUMBER}|\d{{1,5}}-\d{{2}}(?![\d/-]))
            | {application}\s(?P<plain>{NUMBER})
            | (?P<bare>(?<=\()\d{{1,5}}/\d{{2}}(?!\d|/))
            | (?P<listed>(?<=[,–-]\s)\d{{3,5}}/\d{{2}}(?![\d/-]))
            | (?P<court>ECtHR|ECHR|Eur\.?\s?Ct\.?\s?H\.?R\.?|European\sCourt\sof\sHuman\sRights
                |{at_length}|GC|Commission\sdecision|Commission(?:'s)?\sreport|Plenary)(?=[,)\s])
            | (?P<back>{above}|{ibid}|supra|op\.\scit\.)
            | (?P<only>(?:19[5-9]\d|20[0-4]\d))(?=[,;)\s.]|$)
            """,
            re.VERBOSE,
        )

    @cached_property
    def _more_numbers(self) -> re.Pattern[str]:
        """``…, 42902/17 and 43643/17``, ``… and 2 others``, ``4403/70-4419/70``."""
        return re.compile(
            r"\s?(?:,\s?(?:and\s|et\s)?|\s?(?:and|et|&|und|i|to|à)\s|[-–])\s?(?:(?:nos?\.|no|n°)\s?)?"
            rf"(?:(?P<number>{NUMBER})|(?P<others>\d{{1,3}}\s(?:others?|autres?)))"
        )

    def tail(self, text: str, offset: int) -> Iterator[Part]:
        """What stands behind a name, part by part, as long as the parts follow at once."""
        depth = 0
        while True:
            gap = _GAP.match(text, offset)
            assert gap is not None  # the pattern also matches nothing
            depth -= gap[0].count(")")
            match = self._tail.match(text, gap.end())
            if match is None and text[gap.end() : gap.end() + 1] == "(":
                depth += 1
                match = self._tail.match(text, gap.end() + 1)
            if match is None or depth < 0:
                return
            name = match.lastgroup or ""
            offset = match.end()
            if match["date"]:
                day = iso_date(match["date"], self.words.months) or self._iso(match)
                yield Part("date", Span(*match.span("date")), intern(day))
            elif match["numbers"] or match["plain"] or match["bare"] or match["listed"]:
                group = next(name for name in ("numbers", "plain", "bare", "listed") if match[name])
                if not self._may_be_ours(match[group]) or (group == "listed" and not self.has_number(match[group])):
                    return
                yield _number_part(match[group], match.start(group), match.end(group))
                if match.start(group) > match.start():
                    yield Part(
                        "number-form",
                        Span(match.start(), match.start(group)),
                        intern(text[match.start() : match.start(group)].strip()),
                    )
                more = self._more_numbers.match(text, offset)
                while more and (more["number"] is None or self._may_be_ours(more["number"])):
                    if more["number"]:
                        yield _number_part(more["number"], more.start("number"), more.end("number"))
                    else:
                        yield Part("others", Span(*more.span("others")), more["others"])
                    offset = more.end()
                    more = self._more_numbers.match(text, offset)
            elif match["formation"]:
                value = "CTEE" if "ommittee" in match[0] else "PLENARY" if "Plenary" in match[0] else "GC"
                yield Part("formation", Span(*match.span()), value)
            elif match["kind"]:
                first = re.split(r"[\s.]", re.sub(r"^(partial|final|admissibility)\s", "", match["kind"].lower()))[0]
                yield Part("kind", Span(*match.span()), KINDS.get(first, match["kind"]))
            elif match["paragraphs"]:
                yield Part("paragraphs", Span(*match.span()), intern(pinpoint(match["paragraphs"])))
            elif match["series"]:
                yield Part("series", Span(*match.span()), match["series"])
            elif match["court"]:
                is_grand = match["court"] in self.words.all("grand_chamber")
                yield Part(
                    "formation" if is_grand else "court", Span(*match.span()), "GC" if is_grand else match["court"]
                )
            elif match["only"]:
                yield Part("year", Span(*match.span()), match["only"])
            elif match["back"]:
                yield Part("back", Span(*match.span()), match["back"])
            else:
                yield Part(name, Span(*match.span()), match[0])

    def _may_be_ours(self, raw: str) -> bool:
        """Whether a number whose year is written in full is one of the Court's: courts of States number so too."""
        return not _WHOLE_YEAR.search(raw) or self.has_number(plain_number(raw))

    def _iso(self, match: re.Match[str]) -> str:
        """The date in ISO form, in whichever order it was written."""

        def said(part: str) -> str:
            return next(match[name] for name in (part, *(f"{part}{n}" for n in "234")) if _group(match, name))

        month = said("month").lower()
        number = int(month) if month.isdigit() else self.words.months[month]
        return f"{said('year')}-{number:02d}-{int(said('day')):02d}"

    # --- the two entries
    # -----------------------------------------------------------------------------------------------

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
        for start, end, _ in sorted(hits):
            if start < done:
                continue
            slash = text[start] == "/"
            stop = self._respondents(text, start + 1 if slash else end)
            if not stop:
                continue
            begin = self._name_start(text, start, stop, _around(emphasis, start), done)
            if begin >= 0:
                # A table flattened into one line: "Appl. No. 25964/94 H.L.R. v. France 29 April 1997".
                begin = max([begin, *(match.end() for match in _BEFORE_A_NAME.finditer(text, begin, start))])
            if begin < 0 or begin < done or text[begin:start] in EU_INSTITUTIONS:
                continue
            name = text[begin:stop].replace("\0", " ")  # a head that sets "v." and the State on a line of their own
            of_states = name[: start - begin].lower() in self.states and not self.has_case(name)
            if slash:
                name = f"{text[begin:start].rstrip('. ')}. gegen {text[start + 1 : stop]}"
                # "an der Grenze Polen/Litauen": only a case that the register has.
                if text[begin:start].lower() in self.states or not self.known(name):
                    continue
            parts = [Part("name", Span(begin, stop), intern(name))]
            parts.extend(self.tail(text, stop))
            if of_states and not any(part.name == "number" and self.has_number(part.value) for part in parts):
                continue  # "France v Poland" is a match, unless the register has the inter-State case
            parts.extend(self._dated_before(text, begin, parts))
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
            done = last

    def _dated_before(self, text: str, begin: int, parts: list[Part]) -> Iterator[Part]:
        """The date, and that it is a decision, where the Court's name and they stand before the name of the case."""
        if any(part.name in ("date", "year") for part in parts):
            return
        floor = max(0, begin - LONGEST_LEAD)
        lead = self._lead.search(text, floor, begin) if any(sign.isdigit() for sign in text[floor:begin]) else None
        if lead is None:
            yield from self._near_dates(text, floor, begin, parts)
            return
        if iso := iso_date(lead["date"], self.words.months):
            yield Part("date", Span(*lead.span("date")), iso)
        if lead["number"] and not any(part.name == "number" for part in parts):
            yield Part("number", Span(*lead.span("number")), lead["number"])
        if lead["bare"]:
            return  # "the Court's decision of 29 March 2022 in …" is a sentence, and no mark of a citation
        word = "word" if lead["word"] else "first"
        if lead[word].lower() in self._decisions and not any(part.name == "kind" for part in parts):
            yield Part("kind", Span(*lead.span(word)), "DEC")

    def _near_dates(self, text: str, floor: int, begin: int, parts: list[Part]) -> Iterator[Part]:
        """The days in the sentence before a name that has no number: "2022.gada 5.maijā pasludināja lēmumu lietā"."""
        if any(part.name in ("number", "report", "ecli") for part in parts):
            return
        floor = max(floor, text.rfind("\0", floor, begin), text.rfind("; ", floor, begin))
        for match in self._a_day.finditer(text, floor, begin):
            yield Part("near-date", Span(*match.span()), match["iso"] or self._iso(match))

    @cached_property
    def _a_day(self) -> re.Pattern[str]:
        month = any_of(self.words.all("months"))
        return re.compile(
            rf"(?<!\d)(?:(?P<iso>(?:19|20)\d\d-\d\d-\d\d)"
            rf"|(?P<day>\d{{1,2}})(?:er|st|nd|rd|th|\.|º)?\s?(?:de\s)?(?P<month>{month})\s(?:de\s)?(?P<year>\d{{4}})"
            rf"|(?P<year2>\d{{4}})\s?(?:m\.|\.\s?gada|\.)\s"
            rf"(?:(?P<day2>\d{{1,2}})\.\s?(?P<month2>{month})|(?P<month3>{month})\s(?P<day3>\d{{1,2}}))"
            rf"|(?P<day4>\d{{1,2}})\.\s?(?P<month4>0?[1-9]|1[0-2])\.\s?(?P<year4>(?:19|20)\d\d))(?!\d)"
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
    def _unread_name(self) -> re.Pattern[str]:
        versus = any_of(word for word in self.words.all("versus") if len(word) > 1)
        return re.compile(rf"(?P<name>\S+\s{versus}\s[^;\0]{{3,70}})[,(\s]{{1,3}}$")

    def _applicants_beside(self, text: str, marker: int, number: Part) -> Written | None:
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
        if _PERSON_BEFORE.search(text, max(0, name.start - 8), name.start):
            return None  # "lodged by Mr Ahmed (no. 25964/94)": a person, and the number alone says whose case
        parts = (Part("name", name, intern(found["name"])), number, *self.tail(text, max(number.span.end, name.end)))
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

    def numbers(self, text: str, hits: Iterable[Hit], taken: Callable[[int], bool]) -> Iterator[Written]:
        """
        Application numbers that stand alone: behind the word "application", or known to the register behind "no.".
        """
        application = any_of(self.words.all("application"))
        number = any_of(self.words.all("number"))
        joints = any_of(word for word in (*self.words.all("and"), "to") if " " not in word)
        marked = re.compile(
            rf"(?:\b{application}:?\s?(?:form\s)?(?:{number}:?\s?)?|(?<![A-Za-z]){number}:?\s?)\(?"
            rf"(?:\d{{1,5}}/\d\d(?:\d\d)?(?:,\s?|\s{joints}\s|\s?[-–]\s?)(?:{joints}\s)?(?:{number}\s?)?)*$",
            re.IGNORECASE,
        )
        # "EGMR, Urt. v. 21.01.2011 - 30696/09": the Court, a date, and the number with nothing to call it one.
        of_the_court = re.compile(rf"(?<!\w){any_of(self.words.all('court'))}(?!\w)[^;\0/]{{0,60}}[-–—,:(]\s?$")
        of_this_court = re.compile(rf"(?<!\w){any_of(self.words.all('court'))}(?!\w)|\bECtHR\b|\bCourt\b")
        for start, _, _ in hits:
            left = start
            while left and text[left - 1].isdigit():
                left -= 1
            if thousands := _THOUSANDS.search(text, max(0, left - 4), start + 1):
                left = thousands.start()  # "no. 27 765/09", "no. 27.765/09"
            match = _APPLICATION.match(text, left)
            if match is None or taken(left) or (left and (text[left - 1].isalnum() or text[left - 1] in "/-\u2011")):
                continue
            if left > 1 and text[left - 1] == "." and not text[left - 2].isalpha():
                continue  # "1.234/56" is no number of the Court's, "no.234/56" is
            reach = text[max(0, left - 90) : left]
            part = _number_part(match[0], left, match.end())
            found = marked.search(reach)
            if _WHOLE_YEAR.search(match[0]) and not (
                self.has_number(part.value) and self._application_here(found) and of_this_court.search(reach)
            ):
                continue  # courts of States number so too
            if not found:
                if _NUMBER_WORD_BEHIND.match(text, part.span.end) and self.has_number(part.value):
                    yield _number_citation(text, part, None)  # "47287/15. sz. kérelem"
                    continue
                if len(part.value) > 5 and of_the_court.search(reach) and self.has_number(part.value):
                    named = self._applicants_beside(text, left, part)
                    if named is not None:
                        yield named
                    yield _number_citation(text, part, named)
                continue
            beside = self._unread_name.search(reach[: found.start()])
            if not self._application_here(found) and (
                _OTHER_COURT.search(reach[: found.start()])
                or self._of_another_thing(reach[: found.start()], found[0])
                or not self.has_number(part.value)
            ):
                continue
            marker = left - len(reach) + found.start()
            named = None if beside else self._applicants_beside(text, marker, part)
            if named is not None:
                yield named
                yield _number_citation(text, part, named)
                continue
            one = _number_citation(text, part, None)
            if beside is not None:
                # Two parties stand before it, and no name was read: the number alone must not answer for them.
                one = evolve(one, parts=(*one.parts, Part("unread-name", part.span, beside["name"].strip())))
            yield one


def _group(match: re.Match[str], name: str) -> str | None:
    """What the group of that name holds; ``None`` where the pattern has no such group."""
    return match[name] if name in match.re.groupindex else None


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
        yield _number_part(match["number"], offset + match.start("number"), offset + match.end("number"))


def _number_part(raw: str, start: int, end: int) -> Part:
    return Part("number", Span(start, end), intern(plain_number(raw)))


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


def _first_word(text: str, offset: int) -> str:
    match = _WORD.match(text, offset)
    return match[0] if match else ""


_WORD = late(r"[^\W\d_][\w'’-]*\.?(?<!\.)|[^\W\d_][\w'’-]*")
_TOKEN = late(r"\S+")
# "(Abu Qatada)" behind a name; "(no. 2)", "(see" and "(App no 7334/13)" are none.
_ALIAS = late(r"(?<=[\w.]\s)(?P<alias>\((?![Aa]pp|[Nn]o\b|[Ss]ee\b)[^\W\d_a-zß-ÿ][^()\d;:,]{2,30}\))$")
_JOINT = late(r"(?:,\s|\s(?:and|et|und|u\.|i|y|e|ed|ir|un|og|och|ja|ning|en|и|і|й|та|és|και)\s)")
# "Banković and Others v. Belgium and Others", "… and 16 Other Contracting States".
_AND_OTHER_STATES = late(
    r"\s(?:and|et)\s(?:\d{1,2}\s)?(?:[Oo]thers?|[Aa]utres)(?:\sContracting\sStates|\s[Aa]pplications?|\s[Rr]equêtes?)?(?!\w)"
)
_WORD_BEFORE = late(r"(?<![\w.])([A-Za-zß-ÿ]{4,})\s$")
_ENGLISH_NUMBER = late(r"nos?\.")
_LAST_WORD = late(r"(?<!\S)([^\W\d_][\w'’]*)\s$")
_OPENS = late(r"(?:[.:;!?(\n\0]\s?|\s{2}|^)$")
_JOINED_BEFORE = late(r"(?:,\s|\s(?:and|&|et|und|i|y|e|ed|ir|un|og|och|ja|en|и|і|та)\s)$")
_AND = late(r"\s(?:and|&|et|und|i|y|ir|un|och|ja|en|и|і|та)\s")
_INITIALS = late(r"[\[(\"]*(?:[^\W\d_]{1,2}\.-?)+")
_WHOLE_YEAR = late(r"/\s?\d{4}$")
_GAP = late(r"[\"”»]?\s?(?:[,:–—]|-(?=\s)|\)\s?,?)?\s?")
_APPLICATION = late(r"(?:\d{1,5}|\d{1,2}[ .]\d{3})\s?/(?:\d{2}|(?:19|20)\d{2})(?![\d/]|-\d(?!\d{0,4}/\d\d(?!\d)))")
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
_APPLICANTS_BEFORE = late(rf"(?<![\w.-])(?P<name>{_APPLICANTS})[\"”»“]?\s?[,(:–-]{{0,2}}\s?$")
_APPLICANTS_BEHIND = late(
    # "u.a.", a journal and its page may stand between.
    r"(?:\s(?:u\.\s?a\.|and\sothers|et\sautres))?\s?[,;:)\]–-]{1,2}\s"
    r"(?:[A-Z][A-Za-zÄÖÜäöü-]{1,12}(?:\s[A-Z]+)?\s(?:19|20)\d\d,\s\d{1,4}(?:\sff?\.)?\s?[,;:–-]\s)?"
    rf"[\"„“«]?(?P<name>{_APPLICANTS})(?![\w-])"
)

# The number of the case before, where its name follows without a stop; the head of a judgment.
_BEFORE_A_NAME = late(
    r"(?<!\d)\d{3,5}/\d{2}\s(?=[^\W\d_a-zß-öø-ÿ])"
    r"|\b(?:CASE\sOF|AFFAIRE|ДЕЛО|СПРАВА|SPRAWA|BYLA|LIETA|RECHTSSACHE|ASUNTO|CASO|CAUSA|KOHTUASI|ZAAK|MÅLET|TAPAUS"
    r"|Case\sof)\s[\"«„]?|\b(?:Дело|Справа|Sprawa|Byla|Lieta|Rechtssache|Asunto|Affaire|Zaak|Målet)\s[\"«„]"
)
