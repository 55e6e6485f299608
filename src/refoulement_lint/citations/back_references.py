"""Back references: "Chahal, cited above", "N.D. and N.T. (§ 201)", "M.A. v. Lithuania, cited above", "ibid."."""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence, Set
from functools import cached_property
from typing import NamedTuple

from ahocorasick_rs import AhoCorasick
from attrs import define, evolve

from refoulement_lint.citations import parties
from refoulement_lint.citations.ecthr import EcthrGrammar
from refoulement_lint.citations.reading_order import ReadingOrder
from refoulement_lint.citations.words import Words, any_of
from refoulement_lint.late import late
from refoulement_lint.model import Part, Span, Written
from refoulement_lint.scan import Hit

# "Ibid." means the authority just before it; further back than this it means nothing that a reader could find.
REACH_OF_IBID = 1_200
# Full citations of one case that a short form is held against; more of them say nothing more.
MOST_OF_ONE_NAME = 64
# A name that the draft itself gives a case needs nothing beside it to be meant, from so many characters on.
SHORTEST_DEFINED = 3
# An applicant's last name alone means the case from so many letters on, of one person's name of so many words.
SHORTEST_SURNAME, LONGEST_PERSON = 4, 3
# "précité", "susmentionné" send back by themselves; shorter words do so only in two.
SHORTEST_PARTICIPLE = 7
# How far back the two parties of a case may begin.
LONGEST_PARTIES = 90
# The automaton keeps a table as long as what it is given, so a long text is given in pieces; code points.
PIECE = 64_000


class Antecedent(NamedTuple):
    """A case cited in full, by one of the names that later pages may call it."""

    case: Written
    identity: str


@define(frozen=True, slots=False, eq=False, repr=False)
class BackReferences:
    """
    Finds short forms; *known* are the short names of the register's leading cases ("Chahal"), for those never
    introduced.
    """

    words: Words
    ecthr: EcthrGrammar
    known: Mapping[str, tuple[str, ...]]
    same: Mapping[str, tuple[str, ...]]
    """A party that many national cases share, with its other spellings: the Home Secretary."""

    @property
    def literals(self) -> tuple[str, ...]:
        """The short names that the register knows."""
        return tuple(self._known)

    @cached_property
    def _known(self) -> Mapping[str, tuple[str, ...]]:
        """The register's short names, those of two applicants with "and" and "and Others" in every language too."""
        joints = [word for word in self.words.all("and") if word.isalpha()]
        others = [word for word in self.words.all("others") if not word.startswith("and ")]
        found: dict[str, tuple[str, ...]] = {}
        for name, targets in self.known.items():
            plain = "".join(sign for sign in unicodedata.normalize("NFD", name) if not unicodedata.combining(sign))
            for one in dict.fromkeys((name, plain)):
                found[one] = targets
                if " v " in one or " v. " in one:
                    continue
                first, _, rest = one.partition(" and ")
                for word in others if rest == "Others" else joints if rest else ():
                    found.setdefault(f"{first} {word}" + ("" if rest == "Others" else f" {rest}"), targets)
        return found

    @cached_property
    def ibid_literals(self) -> tuple[str, ...]:
        """ "Ibid." in every language."""
        return tuple(word.lower() for word in self.words.all("ibid"))

    @cached_property
    def others_literals(self) -> tuple[str, ...]:
        """ "and Others, cited above": a case even where no draft or register has introduced its name."""
        return tuple(
            f"{others}{between}{above}".lower()
            for language in self.words.languages.values()
            for others in language.get("others", ())
            for between in (", ", " (")
            for above in language.get("cited_above", ())
        ) + tuple(
            between.lower()
            for above in self.words.all("cited_above")
            if (" " in above and not above.startswith("op")) or len(above) >= SHORTEST_PARTICIPLE
            for between in (f", {above}", f" ({above}", f"{above} ")
        )

    @cached_property
    def _versus(self) -> re.Pattern[str]:
        # "against" is no word of the files: in English a case is called so only where the register has it.
        return re.compile(rf"\s(?:{any_of(self.words.all('versus'))}|against|v\s\.)\s")

    @cached_property
    def _others(self) -> re.Pattern[str]:
        return re.compile(rf"\s{any_of(self.words.all('others'))}$")

    @cached_property
    def _after(self) -> re.Pattern[str]:
        """What shows that a name is meant as a case: a reference back, a paragraph, "judgment"."""
        above, paragraph = any_of(self.words.all("cited_above")), any_of(self.words.all("paragraph"))
        decision = any_of((*self.words.all("judgment", "cjeu_case"), "ruling", "decision", "line of", "arrêt"))
        return re.compile(
            # "Tarakhel -ratkaisu", "Saadi-domen", "M.S.S.-Urteil"
            rf"(?P<attached>\s?-{any_of(self.words.all('judgment_joined'))}\w{{0,8}})"
            rf"|(?P<above>\s?[,(]?\s?\(?{above})|(?P<pinpoint>\s?[,(]?\s?\(?(?:(?:at\s)?{paragraph}\s?\d|at\s\[\d))"
            r"|(?P<note>\s\((?:above\s)?(?:n|fn|note|Fn\.|nt\.|przyp\.)\s?\d{1,4}\)"
            # "Hirsi, above n 44", "Hirsi, supra note 4", "Hirsi, oben Fn. 4", "Hirsi, précité note 4"
            r"|,?\s\(?(?:above|supra|oben|précitée?|cit\.|citata?|hierboven|infra),?\s(?:(?:at|in|à la|alla)\s)?"
            r"(?:nn?|fn|Fn|footnote|note|nota|noot)\b\.?\s?\d)"
            rf"|(?P<noun>\s(?:{decision})\b)"
            # An adjective in the middle of a sentence: "is Gillick competent"; a person would be followed by a verb.
            r"|(?P<quality>\s[a-z]{3,}(?:able|ible|ent|ant|ful|ous|ive|less|ic)\b)"
        )

    @cached_property
    def _before(self) -> re.Pattern[str]:
        words = self.words.all("judgment", "cjeu_case")
        at_the_beginning = tuple(word[0].upper() + word[1:] for word in words)
        return re.compile(
            r"(?:^|[\s(\"“\0])(?:in|In|see|See|cf\.|Cf\.|since|Since|unlike|Unlike|following|Following|contrast|Contrast|applying|Applying|distinguish|distinguishing|"
            r"case\sof|judgments?\sin|ruling\sin|decisions?\sin|affaire|l'arrêt|arrêt|Voir|voir|Zob\.|also|compare|Compare|reversed\sin|confirmed\sin|under|by"
            rf"|{any_of((*words, *at_the_beginning))})\s\"?$"
        )

    @cached_property
    def _case_ending(self) -> re.Pattern[str]:
        """What names end in where a language inflects them."""
        return re.compile(rf"{any_of(self.words.all('name_endings'))}(?!\w)")

    @cached_property
    def _asks_for_a_case(self) -> re.Pattern[str]:
        """Words behind which a case's name is inflected, in the languages that do so."""
        words = [
            word
            for language in self.words.languages.values()
            if "name_endings" in language
            for kind in ("judgment", "cjeu_case", "judgment_joined")
            for word in language.get(kind, ())
        ]
        return re.compile(rf"(?<!\w){any_of(words)}\s\"?$", re.IGNORECASE)

    @cached_property
    def _said_of_it(self) -> re.Pattern[str]:
        """What is said of an authority and of no person: "was overruled", "remains good law"."""
        return re.compile(rf"\s{any_of(self.words.all('said_of_a_case'))}(?!\w)")

    @cached_property
    def _said_before_it(self) -> re.Pattern[str]:
        """What leads to an authority: "departed from", "the reasoning in"."""
        return re.compile(rf"(?<!\w)(?i:{any_of(self.words.all('leads_to_a_case'))})\s$")

    @cached_property
    def _joints(self) -> tuple[str, ...]:
        """ "and" between two applicants, in every language."""
        return tuple(f" {word} " for word in self.words.joints)

    def short_names(self, case: Written, text: str) -> list[str]:
        """
        What later pages may call the case: the applicant's side, without "and Others", its first name, a defined
        term.
        """
        name = case.part("name")
        if name is None:
            return []
        if case.family == "national-case":
            names = [*parties.short_names(name.value), *self._otherwise(name.value), *self._defined(case, text)]
            return [name for name in dict.fromkeys(names) if len(name) > 1 and name.lower() not in self.ecthr.states]
        applicant = self._versus.split(name.value, maxsplit=1)[0].strip(" \"'")
        in_full = [name.value] if case.family != "ecthr" and self._versus.search(name.value) else []
        if case.family != "ecthr" and not _SURNAME.fullmatch(applicant):
            # "Commission v Hungary", "Minister for Immigration": in Luxembourg half the parties are authorities.
            names = in_full or ([name.value] if len(name.value) > 12 else [])
            return [*names, *self._defined(case, text)]
        core = self._others.sub("", applicant).strip()
        names = [*in_full, applicant, core]
        first = re.split(r"\s(?:and|et|und|i|&)\s|,\s|\s\[", core)[0]
        names.append(first)
        words = first.split()
        if len(words) > 1 and not words[0].endswith(".") and len(words[0]) > 3 and words[0][0].isupper():
            names.append(words[0])
        if re.fullmatch(r"(?:[^\W\d_]\.){2,}", first):
            names.append(first.replace(".", ""))
        if (alias := _ALIAS.search(core)) is not None:
            names.append(alias["alias"])  # "Othman (Abu Qatada)" is "Abu Qatada"
        names.extend(self._defined(case, text))
        return [name for name in dict.fromkeys(names) if len(name) > 1]

    def _surname(self, case: Written) -> str | None:
        """The last of an applicant's names, by which a judgment "cited above" may be meant: "Mwanje, précité"."""
        name = case.part("name")
        if name is None or case.family not in ("ecthr", "un"):
            return None
        words = self._others.sub("", self._versus.split(name.value, maxsplit=1)[0]).split()
        is_one = 2 <= len(words) <= LONGEST_PERSON and all(word[0].isupper() and word[-1] not in ".," for word in words)
        return words[-1] if is_one and len(words[-1]) >= SHORTEST_SURNAME else None

    def _otherwise(self, name: str) -> Iterator[str]:
        """The name with a party as other drafts write it: "N v SSHD"."""
        for party, others in self.same.items():
            for written in (party, *others):
                if name.endswith(f" {written}"):
                    core = name.removesuffix(written)
                    yield from (f"{core}{other}" for other in (party, *others) if other != written)
                    return

    @staticmethod
    def _defined(case: Written, text: str) -> Iterator[str]:
        """The name that the draft itself gives the case: ``("BM and Others")``."""
        after = text[case.whole.end : case.whole.end + 90]
        defined = re.match(
            # Australian and British drafts have single marks: "[2004] UKHL 55 ('Roma Rights')".
            r"[,;\s)]{0,3}\('(?:the\s)?([A-ZÀ-Þ][^'\"()\0]{1,49})'\)|[,;\s)]{0,3}\(?(?:hereinafter|hereafter|ci-après|dalej|nachfolgend)?[,:]?\s?(?:the\s)?[*_]{0,2}\"(?:the\s)?[*_]{0,2}([^\W_][^\"]{1,49}?)[*_]{0,2}\"",
            after,
        )
        # Canadian drafts define in square brackets: "…, [1993] 2 SCR 689 [Ward]".
        defined = defined or re.match(r"(?:\sat\s[^;.\0]{1,30})?,?\s\[(?P<term>[A-ZÀ-Þ][^\[\]\d]{1,40})\]", after)
        if defined and not _QUOTED_WORDS.fullmatch(defined[0]):
            yield defined[defined.lastindex or 1]

    def resolve_full(
        self, cases: Sequence[Written], order: ReadingOrder, others: Iterable[Written] = ()
    ) -> list[Written]:
        """
        The cases again, in the order of the text; one that says "cited above" beside its full name is tied to the
        citation it means, which a reader has met before it. A name without a number that one of the *others* has,
        "X v. Denmark, para. 9.2" behind "No. 2007/2010, X v. Denmark", is that one again.
        """
        elsewhere = {
            self._identity(_named(one)): one
            for one in others
            if one.family in ("un", "cjeu") and one.kind == "case" and one.part("name") is not None
        }
        seen: dict[tuple[str, str], Span] = {}
        tied: list[Written] = []
        for case in sorted(cases, key=lambda case: order.place(case.span.start)):
            name = case.part("name")
            if case.kind == "appno" or name is None:
                tied.append(case)
                continue
            identity = self._identity(name.value)
            meant = elsewhere.get(identity)
            if meant is not None and meant.span < case.span and _UNNUMBERED.isdisjoint(one.name for one in case.parts):
                parts = (Part("short-name", name.span, name.value), *(one for one in case.parts if one.name != "name"))
                tied.append(
                    evolve(
                        case, kind="short-form", family=meant.family, form="short", parts=parts, refers_to=meant.span
                    )
                )
            elif case.form == "short":
                tied.append(evolve(case, refers_to=seen.get(identity)))
            else:
                seen.setdefault(identity, case.span)
                tied.append(case)
        return sorted(tied, key=lambda case: (case.span.start, case.span.end, case.kind))

    def _identity(self, name: str) -> tuple[str, str]:
        """
        Applicant without "and Others" and respondent, folded: enough to say that two names in one draft are one case.
        """
        sides = self._versus.split(name, maxsplit=1)
        fold = str.maketrans("", "", ".'’ ")
        applicant = self._others.sub("", sides[0]).lower().translate(fold)
        respondent = re.sub(r"^(?:the|la|le|l'|les)\s?", "", sides[-1].lower()).translate(fold)
        return applicant, respondent

    def find(
        self,
        text: str,
        cases: Sequence[Written],
        emphasis: tuple[Span, ...],
        hits: Iterable[Hit],
        ibids: Iterable[Hit],
        others: Iterable[Hit],
        order: ReadingOrder,
        documents: Sequence[Written] = (),
    ) -> list[Written]:
        """Every short form outside the full citations, in order; "ibid." may mean one of the *documents* too."""
        full = [case for case in cases if case.kind in ("case", "short-form")]
        covers = sorted({(case.whole.start, case.whole.end) for case in cases})
        starts = [start for start, _ in covers]

        def inside(start: int) -> bool:
            index = bisect_right(starts, start) - 1
            return index >= 0 and covers[index][1] > start

        meant: dict[str, list[Written]] = {}
        defined: set[str] = set()
        for case in full:
            if case.form == "full":
                for name in self.short_names(case, text):
                    so_called = meant.setdefault(name, [])
                    if len(so_called) < MOST_OF_ONE_NAME or _named(case) != _named(so_called[-1]):
                        so_called.append(case)
                defined.update(name for name in self._defined(case, text) if len(name) >= SHORTEST_DEFINED)
        surnames: dict[str, list[Written]] = {}
        for case in full:
            surname = self._surname(case) if case.form == "full" else None
            if surname and surname not in meant and len(surnames.setdefault(surname, [])) < MOST_OF_ONE_NAME:
                surnames[surname].append(case)
        meant.update(surnames)
        # "Henriquez-\nRivas": a hyphen at the end of a line.
        meant.update(
            {name.replace("-", "- "): so_called for name, so_called in meant.items() if _HYPHENATED.search(name)}
        )
        found: list[Written] = []
        slanted = {(span.start, span.end) for span in emphasis}
        places = [(start, end, literal, True) for start, end, literal in hits if not inside(start)]
        if meant:
            names = list(meant)
            automaton = AhoCorasick(names)
            places += [
                (at + start, at + end, names[index], False)
                for at, piece in _pieces(text)
                for index, start, end in automaton.find_matches_as_indexes(piece, overlapping=True)
                if not inside(at + start)
            ]
        places.sort(key=lambda place: (place[0], -place[1], place[3]))
        done = 0
        for start, end, name, from_register in places:
            if start < done or (start and (text[start - 1].isalnum() or text[start - 1] in "-.")):
                continue
            in_its_case = None
            if text[end : end + 1].isalnum():
                # «в деле Кима», "w sprawie Saadiego": a name in the case that the word before it asks for.
                in_its_case = self._case_ending.match(text, end) if not from_register and name.isalpha() else None
                if in_its_case is None or not self._asks_for_a_case.search(text, max(0, start - 30), start):
                    continue
                end = in_its_case.end()
            if from_register:
                name = text[start:end]
                if name in meant or not name[0].isupper():
                    continue
            # "Garabayev", § 83: the quotation marks are the name's.
            quoted = text[start - 1 : start] == '"' == text[end : end + 1]
            after = self._after.match(text, end + quoted)
            italic = (start, end) in slanted or (start, end + 1) in slanted
            named_so = text[max(0, start - 2) : start] in ('("', "('") and text[end : end + 1] in ('"', "'")
            behind = self._in_brackets_behind(text, end, meant.get(name, ()))
            strong = (
                italic
                or named_so
                or behind is not None
                or name in defined
                or in_its_case is not None
                or bool(after and (after["above"] or after["pinpoint"] or after["note"] or after["attached"]))
            )
            if name in surnames and not (after and (after["above"] or after["attached"])):
                continue
            if not (italic or named_so or (after and not after["above"])) and (
                _FULL_PERSON.search(text[max(0, start - 40) : start]) or _PERSON.search(text[max(0, start - 6) : start])
            ):
                continue  # "Ms. Galindo Camayo intended": the person, whatever the case is called
            leading = (
                from_register
                and len(self._known.get(name, ())) == 1
                and (self._is_leading(text, start, end, name) or self._led(text, start))
            )
            sure = bool(after and (after["above"] or after["attached"]))
            if from_register and not leading and not (sure or (italic and after)):
                continue
            if not strong and not leading and not self._looks_meant(text, start, end, name, bool(after)):
                continue
            if len(name) == 2 and not strong and not any(order.before(case.span.start, start) for case in meant[name]):
                continue  # two letters that nothing has introduced are anybody's
            is_joined = text[end : end + 1] == "-" and behind is None and not (after and after["attached"])
            if is_joined or self._versus.match(text, end):
                continue
            done = end
            if behind is not None and not any(order.before(case.span.start, start) for case in meant[name]):
                found.append(self._short(text, start, end, [behind], (), order, ahead=True))
                continue
            found.append(self._short(text, start, end, meant.get(name, []), self._known.get(name, ()), order))
        of_the_court = any(case.family == "ecthr" and case.kind == "case" for case in full)
        never = [hit for hit in others if not inside(hit[0])]
        found.extend(self._never_introduced(text, found, never, order, full, slanted, of_the_court=of_the_court))
        found.extend(self._ibid(text, ibids, [*full, *found, *documents], order))
        found.sort(key=lambda short: short.span.start)
        return found

    def _never_introduced(
        self,
        text: str,
        found: Sequence[Written],
        hits: Iterable[Hit],
        order: ReadingOrder,
        full: Sequence[Written],
        slanted: Set[tuple[int, int]],
        *,
        of_the_court: bool,
    ) -> list[Written]:
        """
        "Medvedyev and Others, cited above", where no Medvedyev is: a case all the same, outside those *found*.

        In a draft *of_the_court*, one that cites its cases, so is "Soering, cited above" when there was such an
        applicant; in any draft that cites cases, what stands nowhere before and is named as a case is.
        """
        starts = [short.span.start for short in found]
        more: list[Written] = []
        done = 0
        for start, stop, literal in sorted(hits, key=lambda hit: (hit[0], -hit[1])):
            if literal[0] not in ", " and literal[-1] == " ":
                behind = self._named_behind(text, stop, slanted) if full and start >= done else None
                index = bisect_right(starts, stop) - 1
                if behind and not (index >= 0 and found[index].whole.end > behind.start):
                    done = behind.end
                    more.append(self._short(text, behind.start, behind.end, [], (), order))
                continue
            name = _NAME_BEFORE.search(text, max(0, start - 80), start)
            if start < done or not name or name["name"].startswith("The ") or _A_PAGE.match(text, start + len(literal)):
                continue
            begin = name.start("name")
            if literal[:2] in (", ", " (") and not (
                of_the_court
                and " " in literal[2:]
                and self._is_an_applicant(name["name"])
                and not _FULL_PERSON.search(text[max(0, begin - 40) : begin])
                and not text.endswith((" v ", " v. ", " c. "), 0, begin)
                and not (
                    literal[2:].rstrip(")") in self._declined
                    and text[begin - 1 : begin] != "("
                    and (begin, start) not in slanted
                    and self._case_before.search(text, max(0, begin - 30), begin) is None
                )
            ):
                # A book, a report, a directive may be cited above as well.
                begin = self._new_case(text, start, full, slanted) if full else -1
                if begin < 0:
                    continue
            index = bisect_right(starts, start) - 1
            if index >= 0 and found[index].whole.end > begin:
                continue
            done = start + min(literal.find(sign) for sign in (", ", " (") if sign in literal)
            if any(sign.isspace() or sign in '"”)]' for sign in text[done - 1 : done]):
                continue
            more.append(self._short(text, begin, done, [], (), order))
        return more

    def _new_case(self, text: str, end: int, full: Sequence[Written], slanted: Set[tuple[int, int]]) -> int:
        """
        Where a name begins that ends at *end*, is named as a case, and that no word before introduces, -1 where none
        does: in italics or behind a word for a case, "(*Ahani*, cited above)", «по делу Альзери, упомянутому выше»; or
        with both its parties, "Singh v. Canada, cited above", against a State that another case here is against.
        """
        end -= text[end - 1 : end] == '"'
        both = self._two_parties.search(text, max(0, end - LONGEST_PARTIES), end)
        if both is not None:
            respondents = {self._versus.split(_named(case), maxsplit=1)[-1] for case in full}
            begin, last = both.start("applicant"), both["applicant"].split()[-1]
            is_case = both["respondent"] in respondents or (begin, end) in slanted
        else:
            one = _SURNAME_BEFORE.search(text, max(0, end - LONGEST_PARTIES), end)
            if one is None or one["name"].isupper() or one["name"].lower() in self.ecthr.states:
                return -1
            begin, last = one.start("name"), one["name"]
            led = self._case_before.search(text, max(0, begin - 30), begin) is not None
            is_case = (led or (begin, end) in slanted) and not _FULL_PERSON.search(text[max(0, begin - 40) : begin])
        stem = last[:-1] if len(last) > SHORTEST_SURNAME + 1 else last  # "дело Агизы" behind "Агиза против Швеции"
        return begin if is_case and text.find(stem, 0, begin) < 0 else -1

    def _named_behind(self, text: str, start: int, slanted: Set[tuple[int, int]]) -> Span | None:
        """
        The name of a case behind words that send back and a word for a case, in italics or quotation marks, which no
        word before introduces: "the above-mentioned case of *Ahani*", «упомянутого выше дела *Чахала*».
        """
        found = self._case_behind.match(text, start)
        if found is None:
            return None
        name = Span(*found.span("name"))
        stem = text[name.start : name.end - (len(found["name"]) > SHORTEST_SURNAME + 1)]
        marked = name in slanted or found["mark"]
        return name if marked and found["name"].lower() not in self.ecthr.states and stem not in text[:start] else None

    @cached_property
    def _case_behind(self) -> re.Pattern[str]:
        words = any_of(word for word in self.words.all("judgment", "cjeu_case") if len(word) > SHORTEST_DEFINED)
        lead = any_of(self.words.all("of", "the"))
        return re.compile(
            rf"(?i:{words})\s(?:(?i:{lead})\s){{0,2}}(?P<mark>[\"„«“])?(?P<name>(?=[^\W\d_])(?![a-zß-öø-ÿа-я])[^\W\d_][\w'’-]{{3,}})"
        )

    @cached_property
    def _declined(self) -> frozenset[str]:
        """ "minėtas", "упомянутый": said of a witness as of a case, in the languages that decline names."""
        return frozenset(
            above.lower()
            for language in self.words.languages.values()
            if "name_endings" in language
            for above in language.get("cited_above", ())
        )

    @cached_property
    def _two_parties(self) -> re.Pattern[str]:
        word = r"(?=[^\W\d_])(?![a-zß-öø-ÿа-я])[\w.'’-]+"
        return re.compile(
            rf"(?<![\w.])(?:{_LEADS_TO_A_NAME})?(?P<applicant>{word}(?:\s{word}){{0,3}}(?:\s{any_of(self.words.all('others'))})?)"
            rf"\s(?:{any_of(self.words.all('versus'))}|v\s\.)\s(?P<respondent>(?:the\s)?{word}(?:\s{word}){{0,2}})\Z"
        )

    @cached_property
    def _case_before(self) -> re.Pattern[str]:
        """A word for a judgment or a case directly before its name."""
        words = any_of(
            word for word in self.words.all("judgment", "cjeu_case", "in_the_case") if len(word) > SHORTEST_DEFINED
        )
        return re.compile(
            rf"(?<!\w)(?:(?i:{words})|case\sof|(?:judgments?|decisions?|[Vv]iews)\sin|affaire)\s[\"„«]?\Z"
        )

    def _is_an_applicant(self, name: str) -> bool:
        """Whether the register has a case of somebody of that name, of five letters at least."""
        return len(name) > 4 and name.lower() not in self.ecthr.states and self.ecthr.known(name)

    @staticmethod
    def _in_brackets_behind(text: str, end: int, cases: Iterable[Written]) -> Written | None:
        """The case in full in the bracket behind its short name: "Bahaddar-toets (Bahaddar tegen Nederland, …)"."""
        opened = _BRACKET_BEHIND.match(text, end)
        if opened is None:
            return None
        return next((case for case in cases if 0 <= case.whole.start - opened.end() < REACH_INTO_A_BRACKET), None)

    def _led(self, text: str, start: int) -> bool:
        """Whether a word for a judgment leads to the name, and what the register calls so is meant: "arrest Jawo"."""
        return self._judgment_before.search(text, max(0, start - 24), start) is not None

    @cached_property
    def _judgment_before(self) -> re.Pattern[str]:
        words = [word for word in self.words.all("judgment", "cjeu_case") if len(word) > 2]
        return re.compile(rf"(?<!\w){any_of(words)}(?:\s(?:in|dans|w))?\s[\"„«]?\s?$")

    def _is_leading(self, text: str, start: int, end: int, name: str) -> bool:
        """
        Whether a leading case's name of two words is meant where nothing has introduced it: "followed Hirsi Jamaa",
        "the Sufi and Elmi approach". Two people of such names are no subject of a brief.
        """
        if " " not in name or _PERSON.search(text[max(0, start - 6) : start]):
            return False
        before = text[max(0, start - 24) : start]
        return bool(self._before.search(before) or _FOLLOWED.search(before)) or bool(
            _ATTRIBUTIVE.search(before) and _LOWER_WORD.match(text, end)
        )

    def _looks_meant(self, text: str, start: int, end: int, name: str, followed: bool) -> bool:
        if parties.is_of_initials(name.rpartition(" ")[2]):
            return True
        distinctive = (
            any(joint in name for joint in self._joints)
            or name.count(".") >= 2
            or (len(name) >= 4 and name[0].isupper())
            or (len(name) == 3 and name.isupper())  # "MSS" for "M.S.S."
        )
        if " v " in name or " v. " in name or _LETTERS_OF_A_COUNTRY.fullmatch(name):
            return True
        if len(name) == 2 and name.isupper():
            # "In AA, the Tribunal", "the issues in AE", "replaced AE": country guidance, never "the claim of AA".
            before = text[max(0, start - 24) : start]
            return bool(
                _IN_IT.search(before) or self._said_before_it.search(before) or self._said_of_it.match(text, end)
            )
        if _PERSON.search(text[max(0, start - 6) : start]):
            return False
        if distinctive and _ATTRIBUTIVE.search(text[max(0, start - 8) : start]) and _LOWER_WORD.match(text, end):
            return True
        before = text[max(0, start - 24) : start]
        return distinctive and (
            followed
            or bool(self._before.search(before) or self._said_before_it.search(before))
            or bool(self._said_of_it.match(text, end))
        )

    def _short(
        self,
        text: str,
        start: int,
        end: int,
        cases: list[Written],
        known: tuple[str, ...],
        order: ReadingOrder,
        *,
        ahead: bool = False,
    ) -> Written:
        """*ahead*: the case stands behind the short form, which it explains."""
        before = [case for case in cases if ahead or order.before(case.span.start, start)]
        # "*Januzi*,[^2] does not help": the note of the sentence says it in full.
        before = before or [case for case in cases if order.hangs_on(case.span.start, text, start)]
        identities = {
            (case.key or "", "") if case.family == "national-case" else self._identity(_named(case)) for case in before
        }
        if len(identities) > 1 and _share_a_number(before):
            identities = {self._identity(_named(before[-1]))}
        antecedent = before[-1] if before and len(identities) == 1 else None
        if antecedent is not None and antecedent.family == "cjeu":
            antecedent = before[0]  # joined cases share one name, and the first number is the judgment's
        # A national case named by both parties needs no citation before it: its notes may stand at the end.
        in_full = bool(cases) and cases[0].family == "national-case" and bool(self._versus.search(text[start:end]))
        if in_full and len({case.key for case in cases}) == 1:
            antecedent = antecedent or cases[0]
            return evolve(
                antecedent,
                span=Span(start, end),
                whole=Span(start, end),
                text=text[start:end],
                kind="case",
                form="short",
                parts=(Part("name", Span(start, end), text[start:end]),),
                refers_to=antecedent.span,
            )
        parts = [Part("short-name", Span(start, end), text[start:end]), *self.ecthr.parts.tail(text, end)]
        if len(identities) > 1:
            parts.append(Part("ambiguous", Span(start, end), "; ".join(sorted({_named(case) for case in before}))))
        key = known[0] if antecedent is None and not before and len(known) == 1 else None
        return Written(
            span=Span(start, end),
            whole=Span(start, max(part.span.end for part in parts)),
            text=text[start:end],
            kind="short-form",
            family=antecedent.family if antecedent else "cjeu" if (key or "").startswith("cjeu:") else "ecthr",
            form="short",
            key=key,
            parts=tuple(parts),
            refers_to=antecedent.span if antecedent else None,
        )

    def _ibid(self, text: str, hits: Iterable[Hit], cited: Sequence[Written], order: ReadingOrder) -> list[Written]:
        """
        Every "ibid.", with what it means: in the text what the text cited last, in a note what a note did, and where
        no note has, what stands before its mark.
        """
        families = {case.span: case.family for case in cited}
        of_notes: list[tuple[int, Span]] = []
        of_text: list[tuple[int, Span]] = []
        for case in sorted(cited, key=lambda case: case.whole.end):
            anchors = of_text if order.note_at(case.span.start) is None else of_notes
            anchors.append((case.whole.end, case.refers_to or case.span))
        beside = {case.span.start: case.refers_to or case.span for case in cited if case.kind != "appno"}
        found = []
        done = 0
        for start, end, _ in sorted(hits, key=lambda hit: (hit[0], -hit[1])):
            if start < done or (start and text[start - 1].isalnum()) or text[end : end + 1].isalnum():
                continue
            done = end
            if _OF_A_STATUTE.match(text, end):
                continue  # "Id. § 1158(b)(1)": a section of the statute cited last
            note = order.note_at(start)
            last = _last_before(start, of_text if note is None else of_notes)
            between = text[last[0] : start] if last else ""
            if last is None and note is not None and note.reads_at is not None:
                last = _last_before(note.reads_at, of_text)
                between = text[last[0] : note.reads_at] + text[note.span.start : start] if last else ""
            if last is None and _opening(text, end) not in beside:
                continue
            named = beside.get(_opening(text, end))
            if named is not None:
                last, between = (start, named), ""  # "Ibid. (R.C. c. Suède), § 53"
            meant = last[1] if last and len(between) < REACH_OF_IBID and not _OTHER_AUTHORITY.search(between) else None
            parts = [Part("back", Span(start, end), text[start:end]), *self.ecthr.parts.tail(text, end)]
            found.append(
                Written(
                    span=Span(start, end),
                    whole=Span(start, max(part.span.end for part in parts)),
                    text=text[start:end],
                    kind="short-form",
                    family=families.get(meant, "ecthr") if meant else "ecthr",
                    form="ibid",
                    parts=tuple(parts),
                    refers_to=meant,
                )
            )
        return found


def _opening(text: str, end: int) -> int:
    """Where a name begins in a bracket directly behind *end*, -1 where none opens."""
    return end + 2 if text.startswith(" (", end) else -1


# "HJ (Iran)", "R (JS (Sri Lanka))": nobody is called so but a case.
_LETTERS_OF_A_COUNTRY = late(r"(?:R \()?[A-Z]{1,4} \([A-Z][\w' -]{2,30}\)\)?")
# "467 U.S. 407, 429–30 (1984) (“more likely than not”)": what the case says, and no name of it.
_QUOTED_WORDS = late(r"[,;\s)]{0,3}\(?[*_]{0,2}\"[*_]{0,2}[a-zß-öø-ÿ][^A-ZÀ-Þ\d\"]*\s[^A-ZÀ-Þ\d\"]*\"")
# A paragraph of a judgment has no bracket, a comma before it and rarely four digits.
_ALIAS = late(r"\((?P<alias>[^\W\d_a-zß-ÿ][\w'’-]+\s[^\W\d_a-zß-ÿ][\w'’-]{2,})\)$")
_OF_A_STATUTE = late(r"\s(?:at\s)?§§?\s?(?:\d{4}|\d{1,4}[a-z]?\()")


def _share_a_number(cases: Sequence[Written]) -> bool:
    """Whether all are one national case: "(2003) 216 CLR 473" and later "[2003] HCA 71; (2003) 216 CLR 473"."""
    known: set[str] = set()
    for case in sorted(cases, key=lambda case: -len(case.all("number"))):
        numbers = {part.value for part in case.all("number")}
        if case.family != "national-case" or (known and known.isdisjoint(numbers)):
            return False
        known |= numbers
    return True


def _named(case: Written) -> str:
    """The name of a case; a Luxembourg citation spans its number."""
    name = case.part("name") if case.family != "ecthr" else None
    return name.value if name is not None else case.text


def _pieces(text: str) -> Iterator[tuple[int, str]]:
    """The text in pieces of whole blocks, each with where it begins; no name runs from one block into the next."""
    start = 0
    while start < len(text):
        edge = text.find("\0", start + PIECE)
        end = edge + 1 if edge >= 0 else len(text)
        yield start, text[start:end]
        start = end


def _last_before(offset: int, anchors: Sequence[tuple[int, Span]]) -> tuple[int, Span] | None:
    """The last of the sorted *anchors* that ends at or before *offset*."""
    index = bisect_right(anchors, offset, key=_end_of) - 1
    return anchors[index] if index >= 0 else None


def _end_of(anchor: tuple[int, Span]) -> int:
    return anchor[0]


_FOLLOWED = late(r"(?:follow|appl|distinguish|overrul|confirm|depart|rel)(?:y|ed|ied|ing|ying)(?:\sfrom|\son)?\s$")
# The first applicant before "and Others": one to four words with a capital, "de" and the like between them.
# A book has pages, a judgment has paragraphs.
_A_PAGE = late(r",?\s(?:at\s)?(?:pp?|s|S|str|lpp|psl|с|pág|pag)\.\s?\d")
_LEADS_TO_A_NAME = r"(?:See|In|Cf\.|Compare|Also|Unlike|As|Voir|Dans|Vgl\.|Zob\.|Sk\.|Žr\.|См\.)\s"
_SURNAME_BEFORE = late(r"(?<![\w.-])(?P<name>(?=[^\W\d_])(?![a-zß-öø-ÿа-я])[^\W\d_][\w'’-]{3,})\Z")
_NAME_BEFORE = late(
    r"(?:(?:See|In|Cf\.|Compare|Also|Unlike|As)\s)?"
    r"(?P<name>(?:[^\W\d_a-zß-ÿ][\w.'’-]*\s(?:(?:de|da|van|von|der|den|el|al|bin|ben)\s)?){0,3}[^\W\d_a-zß-ÿ][\w.'’-]*)\s?\Z"
)

# "the Dunsmuir framework", "le critère": before a person's name stands no article, before a case's does where a word
# in small letters follows that the name only qualifies.
_ATTRIBUTIVE = late(
    r"(?<!\w)(?:[Tt]he|[Aa]n?|[Tt]h(?:is|at)|[Ii]ts|[Hh]is|[Hh]er|[Tt]heir|[Oo]ur|[Nn]o|der|die|das|den|dem|la|le|il|el|de|het|den|det)\s$"
)
_HYPHENATED = late(r"[a-z]-[A-Z][a-z]")
_IN_IT = late(r"(?:^|[\s(\0])(?:[Ii]n|[Ss]ee|[Uu]nlike|[Ff]ollowing|[Aa]pplying|[Ff]rom|[Cc]f\.)\s\Z")
# "the Ahmed family" is people.
_LOWER_WORD = late(
    r"\s(?!(?:famil|household|brother|sister|child|sibling|couple|clan|tribe))(?:[a-zß-ÿ]{3,}|Court\b|Panel\b)"
)
_PERSON = late(r"(?<!\w)(?:M[rs]|Mrs|Miss|Dr|M|Mme|Herr|Frau|Hr|Pan|Pani|Sig|Sr|Sra)\.?\s$")
_FULL_PERSON = late(
    r"(?<!\w)(?:M[rs]|Mrs|Miss|Dr|Mme|Herrn?|Frau|Hr|Pan|Pani|Sig|Sra?)\.?\s(?:[^\W\d_a-zß-ÿ][\w'’-]+\s){0,2}$"
)
# "Singh (Canada (Citizenship and Immigration) v Singh": from a short name to the bracket that explains it.
_BRACKET_BEHIND = late(r"(?:-[^\W\d_]{3,20})?\s\(")
# A word or two ("see", "voir l'arrêt") may open the bracket.
REACH_INTO_A_BRACKET = 14
# What a name has beside it that a court of its own gives it.
_UNNUMBERED = frozenset(("number", "date", "report", "series", "ecli", "year"))
# A person, not an authority: initials, or one to three names with "and Others".
_SURNAME = late(
    r"(?!(?:Commission|Council|Parliament|Minister|Ministre|Ministero|Secretary|Bundesrepublik|Staatssecretaris|Land|Stadt"
    r"|Belgische|European|Generalstaatsanwaltschaft|Prefet|Préfet|Bundesamt|Stato|État|Etat|Republic|Office|Kingdom)\b)"
    r"(?:(?:[^\W\d_]\.\s?){1,4}|(?:[AE]l\s)?[^\W\d_a-zß-öø-ÿ][\w'’-]{2,}(?:\s[^\W\d_a-zß-öø-ÿ][\w'’-]+)?|[A-Z]{2,3})"
    r"(?:\s(?:and|et|und|i|y|e|ir|ja|och|&)\s(?:[^\W\d_]\.){1,4})?"
    r"(?:\s(?:and|et|i|y|e|ed|ir|un|ja|och|u\.)\s?(?:Others|others|autres|inni|otros|altri|kiti|citi|muut|andra|andere|a\.))?"
)

# Something that is cited and that no grammar here reads: "ibid." behind it means that, not our last case.
_OTHER_AUTHORITY = late(
    r"\bv\.?\s[A-Z]|\bpp?\.\s\d|\b(?:ed|eds)\.|\[\d{4}\]|\b\d+\s[A-Z][\w.]+\s\d+\b|\breport\b|\bCase\s[CT]-|Communication"
)
