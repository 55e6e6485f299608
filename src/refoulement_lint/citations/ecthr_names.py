"""Where the name of a Strasbourg case begins and where it ends: the applicants before "v.", the States behind it."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from functools import cached_property

from refoulement_lint.citations.words import Words, any_of
from refoulement_lint.late import late
from refoulement_lint.model import Span
from refoulement_lint.scan import Hit

# The longest applicant's side in the register has 126 characters; longer windows only cost time.
LONGEST_NAME = 140
# The same of one whose number stands behind it: many applicants, each by name.
LONGEST_NAME_REGISTERED = 170
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

# Forms of firms that are written small.
FIRMS = frozenset("a.s d.o.o o.o s.r.o d.d kft ltd s.p.a s.r.l gmbh e.v".split())
# The letters of a name that may be the form of a firm instead: "SA", "S.r.l.".
FIRM = 6


class EcthrNames:
    """
    Where names begin and end, by their words and by what the register knows; built once. What each argument is stands
    beside `EcthrGrammar`.
    """

    def __init__(
        self,
        words: Words,
        states: Mapping[str, str],
        known: Callable[[str], bool],
        slips_in: Callable[[str, str], int | None],
    ) -> None:
        self.words, self.states, self.known, self.slips_in = words, states, known, slips_in

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
    def _announcing(self) -> frozenset[str]:
        """What stands behind an article that is elided and announces a case: "arrêt", "affaire"."""
        return frozenset(word.lower() for word in (*self.words.all("judgment"), *self.before_a_name))

    @cached_property
    def _ends_as_a_judgment(self) -> re.Pattern[str]:
        """How a compound of another case ends: "Saadi-domen", "M.S.S.-Urteil"."""
        return re.compile(rf"-{any_of(self.words.all('judgment_joined'))}\w{{0,8}}$")

    @cached_property
    def _inside_a_name(self) -> frozenset[str]:
        """Small words inside a name in every language: "un citi", "m.fl."."""
        joints = set(self.words.joints)
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
        begin = offset
        article = _ARTICLE.match(text, offset)
        if article is not None:
            offset = article.end()
        ends = [match.end() for match in _WORD.finditer(text, offset, offset + 70)][: self._longest_state]
        for end in reversed(ends):
            if text.startswith(".", end) and text[offset : end + 1].lower() in self.states:
                return end + 1  # "Chahal v. U.K."
            # "the former Yugoslav Republic of Macedonia" begins small.
            # "das Vereinigte Königreich" has an ending that it has with its article only.
            if (text[offset:end].lower() in self.states or text[begin:end].lower() in self.states) and (
                text[offset].isupper() or text.startswith(("former ", "ex-"), offset)
            ):
                return end
        return 0

    def respondents(self, text: str, offset: int) -> int:
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
            if joint and not following:
                # "Stephens v. Cyprus, Turkey and the United Nations"
                other = _NO_STATE.match(text, joint.end())
                following = other.end() if other else 0
            if not following:
                break
            end = following
        return end

    def start(self, text: str, versus: int, ends_at: int, emphasis: Iterable[Span], done: int = 0) -> int:
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
            if starts and _NUMBERED.fullmatch(bare):
                break  # "la requête no 22689/07 de M. De Souza Ribeiro contre la France"
            if starts and _ELIDED.match(word):
                break  # "C'est l'apport de F.G. c. Suède", "Qu'en est-il de Saadi c. Italie"
            if starts and bare[1:2] in ("'", "’") and bare[2:].lower() in self._announcing:
                break  # "L'approche de l'arrêt N. c. Royaume-Uni"
            behind_de = _OF_SOMEBODY.match(word)
            if behind_de and not _CAPITAL_BEFORE.search(text, max(floor, token.start() - 24), token.start()):
                starts.append(token.start() + behind_de.end())  # "l'objet d'A.A. c. France"
                break
            opened = _BRACKETS.match(word)
            if opened is not None:
                starts.append(token.start() + opened.end())  # "[(Saadi v. Italy)](…)", "("R.C. against Sweden"
                break
            alias = _ALIAS.search(text, floor, versus) if not starts and word[-1] == ")" else None
            if alias is not None or (inside is not None and token.start() >= inside):
                inside = alias.start("alias") if alias is not None else inside
                continue
            if not starts and _ABBREVIATED.fullmatch(word):
                continue  # "National Federation of Sportspersons’ Associations and Unions (FNASS) and Others"
            if (word[-1] == ")" or word[0] == "(") and self._goes_on(text, floor, token.end(), ends_at):
                continue  # "Çelik (Bozkurt) v. Turkey", "J.A. Pye (Oxford) Ltd"
            if word[0] == "[" and "]" not in text[token.start() : ends_at] and len(word) > 1:
                if word[1].isupper():
                    starts.append(token.start() + 1)  # "30696/09 [M.S.S. ./. Belgien und Griechenland]"
                break
            if text[token.end() : token.end() + 2] == "  " or word[-1] in ";:)" or ("(" in word and "[" not in word):
                behind = word.find("(") + 1
                opens_a_name = behind and ")" not in word[behind:] and word[behind : behind + 1].isupper()
                if opens_a_name and word[-1] not in ";:" and bare.lstrip("(") not in self._courts:
                    starts.append(token.start() + behind)  # "(Saadi v. Italy", not "(EGMR, Tarakhel gegen Schweiz"
                break
            if word.endswith(("),", "],")) and starts and not self._goes_on(text, floor, token.end(), ends_at):
                break  # "EGMR (Große Kammer), N.D. und N.T. gegen Spanien", "EGMR [GK], Tarakhel gegen Schweiz"
            if (
                word[-1] == "."
                and starts
                and not _INITIALS.fullmatch(word)
                and bare not in ("Ltd", "St", "Inc", "Co", "Mrs", "Mr", "Dr")
                and not self._goes_on(text, floor, token.end(), ends_at)
            ):
                break
            if starts and (bare in self._courts or ("-" in bare and self._ends_as_a_judgment.search(bare))):
                break  # "des EGMR Tarakhel gegen Schweiz", "Elgafaji-domen och Saadi mot Italien"
            if word[-1] == "," and starts:  # "Dmd Group, A.S., v. Slovakia" has one that joins nothing
                if comma_at is None and not _AND.search(text, token.end(), versus):
                    if self._goes_on(text, floor, token.end(), ends_at):
                        starts.append(token.start())
                        continue
                    break  # one comma with no "and" behind it is no list of applicants
                comma_at = token.end() if comma_at is None else comma_at
            if _A_DAY.fullmatch(bare):
                break  # "23.2.2012 Hirsi Jamaa ym. v. Italia"
            first = word.lstrip("[\"'“‘")[:1]
            if bare.isdigit() and not text.startswith((" Others", " others", " other", " Other"), token.end()):
                if self._goes_on(text, floor, token.end(), ends_at):
                    continue
                break  # "Article 3 and Chahal v. …"; "and 128 Others" is a name
            if bare in ("Others", "Autres", "Other", "Another") or (bare.isdigit() and not starts):
                continue  # nobody's name: where nothing stands before it, the name was not read
            if first.isupper() or (first.isdigit() and starts):
                starts.append(token.start() + len(word) - len(word.lstrip("\"'“‘")))
            elif bare.lower() not in self._inside_a_name and not bare.lower().startswith(
                ("d'", "l'", "al-", "el-", "d’", "l’")
            ):
                # "Sindicatul Păstorul cel Bun": a small word of any language, where what stands behind it is no name.
                may_go_on = (
                    bare.lower() in SELDOM_INSIDE
                    or not starts
                    or versus - starts[-1] <= FIRM  # "publisuisse SA v. Switzerland" is no case of S.A.
                    or not self.known(text[starts[-1] : ends_at])
                )
                if may_go_on and "/" in bare and self.known(text[token.start() : ends_at]):
                    starts.append(token.start())  # "a/s Diena and Ozoliņš"
                    continue
                if may_go_on and self._goes_on(text, floor, token.end(), ends_at):
                    continue
                if not starts and bare in FIRMS:
                    continue  # the form of a firm is the end of its name, known or not: "Radio Twist a.s."
                break
            if word[:1] in '"“' and starts and not self._goes_on(text, floor, token.start(), ends_at):
                break
        if not starts:
            return -1
        starts.reverse()
        before = self.before_a_name
        if (
            len(starts) > 1
            and _MONSIEUR.match(text, starts[0])
            and not self.known(text[starts[0] : ends_at])
            and self.known(text[starts[1] : ends_at])
        ):
            return starts[1]  # "la requête de M. De Souza Ribeiro contre la France"; "M. I. v. Sweden" are initials
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
        if not self.known(text[starts[0] : ends_at]):
            # "… TIL DUBLINSYSTEMET T.I. mot Storbritannia": a heading flattened into the line of the name.
            for start in starts[2:]:
                if _IN_CAPITALS.fullmatch(text, starts[0], start) and self.known(text[start:ends_at]):
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
        # "EGMR, U. v. 4.11.2014 - Nr. 29217/12, Tarakhel/Schweiz": over the "v." of something else no name reaches.
        floor = max(floor, stop - 100, text.rfind(" v. ", floor, stop))
        tokens = _TOKEN.finditer(text, floor, stop)
        words = [word for word in tokens if word[0].lstrip("\"'“‘")[:1].isupper()]
        return any(self.known(text[word.start() : ends_at]) for word in words[-8:])

    def two_in_one(self, text: str, begin: int, stop: int, following: Iterable[Hit]) -> int:
        """
        Where the name ends that two cases decided together have as one title: "Behrami and Behrami v. France and
        Saramati v. France, Germany and Norway"; *stop* where the register has no such title.
        """
        joint = _AND_ANOTHER.match(text, stop)
        if joint is None:
            return stop
        second = next((hit for hit in following if hit[0] > joint.end()), None)
        if second is None or second[0] > joint.end() + LONGEST_NAME // 2 or text[second[0]] == "/":
            return stop
        end = self.respondents(text, second[1])
        return end if end and self.known(text[begin:end]) else stop

    def as_registered(self, text: str, begin: int, versus: int, stop: int, number: str, done: int) -> int:
        """
        Where the name begins that the case of *number* has, written with a slip or without one, if that is before
        *begin*: no part of a name that was read is left out.

        Words read one by one say little of a firm's name with stops and brackets in it; the title says it all.
        """
        fewest = self.slips_in(text[begin:stop], number) if begin >= 0 else None
        if fewest == 0:
            return begin
        floor = max(done, versus - LONGEST_NAME_REGISTERED)
        floor = text.rfind("\0", floor, versus) + 1 or floor
        for token in _TOKEN.finditer(text, floor, versus if begin < 0 else begin):
            apart = self.slips_in(text[token.start() : stop], number)
            if apart is not None and (fewest is None or apart < fewest):
                begin, fewest = token.start(), apart
        return begin


def _first_word(text: str, offset: int) -> str:
    match = _WORD.match(text, offset)
    return match[0] if match else ""


# What a language puts before the name of a State.
_ARTICLE = late(r"(?:[Tt]he|THE|la|les?|die|das|den|het|de|los|las|el|il|lo|gli|i)\s|l'")
_WORD = late(r"[^\W\d_][\w'’-]*\.?(?<!\.)|[^\W\d_][\w'’-]*")
_TOKEN = late(r"\S+")
# "(Abu Qatada)" behind a name; "(no. 2)", "(see" and "(App no 7334/13)" are none.
_ALIAS = late(
    r"(?<=[\w.]\s)(?P<alias>\((?![Aa]pp|[Nn]o\b|[Ss]ee\b)(?:[^\W\d_a-zß-ÿ][^()\d;:,]{2,30}|in\sliquidation)\))$"
)
_BRACKETS = late(r"[\[(\"]{2,}(?=[^\W\d_a-z])")
_IN_CAPITALS = late(r"(?=.*[^\W\d_]{4})(?:[^\W\d_a-zß-öø-ÿа-џ]+\s){2,}")
_ABBREVIATED = late(r"\((?!GC|PC)[A-Z]{3,10}\)")
_JOINT = late(r"(?:,\s|\s(?:and|AND|&|et|ET|und|u\.|i|y|e|ed|ir|un|og|och|ja|ning|en|и|і|й|та|és|και|a|și|şi)\s)")
# "Banković and Others v. Belgium and Others", "… and 16 Other Contracting States".
_AND_OTHER_STATES = late(
    r"\s(?:and|et)\s(?:\d{1,2}\s)?(?:[Oo]thers?|[Aa]utres)(?:\sContracting\sStates|\s[Aa]pplications?|\s[Rr]equêtes?)?(?!\w)"
)
# Who is sued beside a State and is none.
_NO_STATE = late(
    r"(?:the\s|l[’']|les\s)?(?:United\sNations|Nations\s[Uu]nies|European\s(?:Union|Communit(?:y|ies))|Union\s[Ee]uropéenne)(?!\w)"
)
# What French elides before a verb or a clause begins no name.
_MONSIEUR = late(r"M\.\s(?![^\W\d_]\.)")
_NUMBERED = late(r"\d{1,5}/\d{2}")
_ELIDED = late(r"[\"(]?(?:C|Qu|N|S|J|T|M|Lorsqu|Puisqu|Quoiqu)['’][^\W\d_]*")
_OF_SOMEBODY = late(r"d['’](?=[^\W\d_a-zß-öø-ž])")
_CAPITAL_BEFORE = late(r"(?<!\w)[^\W\d_a-zß-öø-ž][^\W\d_]*\s$")
_LAST_WORD = late(r"(?<!\S)([^\W\d_][\w'’]*)\s$")
# "6.2.1 Saadi mot Italien": the number of a section.
_A_DAY = late(
    r"\d{1,2}(?:\.\d{1,2}){1,4}|\d{1,2}\.\d{1,2}\.(?:\d{2}|\d{4})|\d{1,2}/\d{1,2}/\d{4}|(?:19|20)\d\d-\d\d-\d\d"
)
_OPENS = late(r"(?:[.:;!?(\n\0]\s?|\s{2}|^)$")
_JOINED_BEFORE = late(r"(?:,\s|\s(?:and|&|et|und|i|y|e|ed|ir|un|og|och|ja|en|и|і|та)\s)$")
_AND_ANOTHER = late(r"\s(?:and|et|;)\s(?=\S)")
_AND = late(r"\s(?:and|&|et|und|i|y|ir|un|och|ja|en|и|і|та)\s")
_INITIALS = late(r"[\[(\"]*(?:[^\W\d_]{1,2}\.-?)+")
