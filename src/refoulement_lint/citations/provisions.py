"""Provisions: "Article 33(1) of the 1951 Convention", "Articles 5 §§ 1 and 4 and 13", "art. 3 CEDH", "Rule 39"."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import cached_property
from sys import intern
from typing import NamedTuple

from attrs import define, field

from refoulement_lint.citations.articles import Articles, Element
from refoulement_lint.citations.court_forms import DATE
from refoulement_lint.citations.instruments import SIGNS, Mention, Mentions
from refoulement_lint.citations.sections import nowhere
from refoulement_lint.citations.words import Words, any_of
from refoulement_lint.late import late
from refoulement_lint.model import Part, Span, Written
from refoulement_lint.scan import Hit

# Shorter words for a directive or a regulation end other words too.
SHORTEST_ACT = 5
# No word for "article" is longer.
LONGEST_ANCHOR = 16


class Group(NamedTuple):
    """
    A list of provisions behind one "Article(s)", with what the words around it say about the instrument.

    *mention* is the instrument that follows or stands just before; *open* says that the instrument is named but
    unknown to us ("Article 12 of the Border Guard Act"), so that nothing may be assumed.
    """

    start: int
    end: int
    elements: tuple[Element, ...]
    mention: Mention | None
    open: bool = False
    is_rule: bool = False
    beside: Mention | None = None
    """An instrument that the words tie to the list over a bracket: "konvencijos (toliau – Konvencija) 3 straipsnį"."""
    led: bool = False
    """Whether the instrument of the list before it, which stands before that list, is its own."""
    listed: bool = False
    """Whether the instrument of the list behind it, which stands behind that list, is its own."""


@define(frozen=True, slots=False, eq=False, repr=False)
class ProvisionGrammar:
    """Finds lists of provisions and what instrument the words tie them to."""

    words: Words
    articles: Articles = field(init=False)
    _anchors: Mapping[str, str] = field(init=False)

    @_anchors.default
    def _anchor_words(self) -> Mapping[str, str]:
        kinds: dict[str, str] = {}
        for kind in ("article", "articles", "rule", "rules", "recital", "annex"):
            for word in self.words.all(kind):
                kinds.setdefault(word.lower(), kind)
        return kinds

    @articles.default
    def _reads_articles(self) -> Articles:
        return Articles(self.words)

    @cached_property
    def _behind(self) -> Mapping[str, str]:
        """Words that stand behind their number: "3 straipsnis", "39 taisyklę"."""
        return {word.lower(): kind for kind in ("article", "rule") for word in self.words.all(f"{kind}_behind")}

    @property
    def literals(self) -> tuple[str, ...]:
        """Every word for "article", in lower case, and the short forms of the Court's lists ("P4-4", "A1P1")."""
        return tuple(dict.fromkeys((*self._anchors, *self._behind, *CODED)))

    @cached_property
    def _filler(self) -> re.Pattern[str]:
        return re.compile(
            rf"(?:EU|EG|UN|UNO)-|(?:(?:19\d\d|20\d\d|{any_of(self.words.all('revised'))}|UN|United\sNations|European|revised|recast|amended|FN:s|YK:n|ÜRO|ONZ|ООН|JT|ANO|Geneva|EU|same|said|latter|citad[ao]|mencionad[ao]|referid[ao]|susvisée?|précitée?|citat[ao]|predett[ao]|suddett[ao]|medesim[ao]|stess[ao]|mism[ao]|genannten|gleichen|selben|nieuwe|nouvelle|neuen|nueva|nuova|aforementioned|above-mentioned)\s){{1,3}}"
        )

    @cached_property
    def _of_the_institutions(self) -> re.Pattern[str]:
        """ "artikel 28 i Europaparlamentets och rådets förordning": who adopted the act, before its word."""
        return re.compile(rf"{any_of(self.words.all('institutions_before'))}\s")

    @cached_property
    def _another_act(self) -> re.Pattern[str]:
        """An act that is none of ours right behind its article, where no "of" stands between: "čl. 10 Ústavy"."""
        return re.compile(rf"\s{any_of(self.words.all('another_act'))}(?!\w)")

    @cached_property
    def _thereof(self) -> re.Pattern[str]:
        return re.compile(rf"\s{any_of(self.words.all('thereof'))}\b")

    def groups(
        self,
        text: str,
        hits: Iterable[Hit],
        mentions: Mentions,
        statutes: Iterable[int] = (),
        taken_by: Callable[[int], bool] = nowhere,
    ) -> list[Group]:
        """
        Every list of provisions in *text* (line breaks as spaces), in order, with its instrument so far as the words
        tie one to it. *statutes* is where sections of statutes end, *taken_by* says what lies in one.
        """
        found: list[Group] = []
        # Up to where mentions belong to articles already: the Protocol of "Article 4 of Protocol No. 4, Article 13".
        taken = spent = 0
        size = len(text)
        for start, end, literal in sorted(hits, key=lambda hit: (hit[0], -hit[1])):
            if start < taken or (start and text[start - 1].isalnum()):
                continue
            # "MRK Art3" in the norm lists of Austrian databases.
            if end < size and text[end - 1].isalnum() and text[end].isalnum() and not _glued(text, end, literal):
                continue
            if literal in CODED:
                if text[start].isupper() and (end == size or text[end] not in "-/"):
                    found.append(_coded(start, end, literal))
                    taken = end
                continue
            # Finnish has "3 artikla" and, rarely, "artikla 3".
            floor = found[-1].elements[-1].end if found else 0
            group = self._behind_its_number(text, start, end, literal, taken, mentions) or self._ahead(
                text, start, end, literal, mentions, spent, floor
            )
            group = _in_figures(group) if group is not None else None
            if group is None:
                continue
            found.append(group)
            if group.mention is not None:
                spent = group.mention.end
            last = group.elements[-1].end
            taken = group.end if group.mention is None or group.mention.start < start else max(last, end)
        ends = [group.end for group in found if group.mention is not None and group.mention.end == group.end]
        starts = {group.start for group in found}
        for end in (*ends, *statutes):
            for group in self._goes_on_with_another(text, end, mentions):
                if group.start not in starts and not taken_by(group.start):
                    starts.add(group.start)
                    found.append(group)
        found.sort(key=lambda group: group.start)
        return found

    def _goes_on_with_another(self, text: str, end: int, mentions: Mentions) -> Iterator[Group]:
        """
        Behind one instrument the articles of the next, without their word: "artt. 117 Cost., 6 e 13 CEDU",
        "Art. 3 EMRK, 4 GRCh".
        """
        joint = self._another.match(text, end)
        while joint is not None:
            at = joint.end()
            elements, stop = self.articles.behind(text, at, at, mentions, plural=True)
            group = self._tie(text, at, stop, elements, mentions, end, is_rule=False) if elements else None
            if group is None or group.mention is None or group.mention.start < stop:
                return
            if not (group.mention.key or group.mention.hint) and text[stop : group.mention.start].strip() == "":
                return  # "Article 3 and 2 Protocols"
            yield group
            joint = self._another.match(text, group.end)

    @cached_property
    def _another(self) -> re.Pattern[str]:
        joints = any_of(self.words.joints)
        return re.compile(rf"(?:\s?,\s(?:{joints}\s)?|\s{joints}\s)(?=\d{{1,2}}(?!\d)(?!\.?\s?\d))")

    def _ahead(
        self, text: str, start: int, end: int, literal: str, mentions: Mentions, spent: int, floor: int
    ) -> Group | None:
        """The list behind the word; what stands before *floor* belongs to the list before it."""
        kind = self._anchors.get(literal)
        if kind is None or (kind == "annex" and not text[start].isupper()):
            return None
        if kind == "annex":
            return self._annex(text, start, end, mentions)
        if kind == "recital" and (elements := self._recitals_in_brackets(text, start, end)):
            tied = self._tie(text, start, elements[-1].end, elements, mentions, spent, is_rule=False)
            return tied if tied.mention is not None and tied.mention.key else None
        before = mentions.ending_by(start)
        if before is not None:
            floor = max(floor, before.end)  # the number of "protokoll nr. 4 artikkel 4" is the Protocol's
        plural = kind in ("articles", "rules", "recital")
        owner = self._owner(text, end, mentions, heads=text[start].isupper() and (plural or literal in self._either))
        below = _list_below(text, owner.end) if owner is not None else 0
        if below:
            elements, stop = self.articles.behind(text, below, below, mentions, plural=True)
            return Group(below, stop, elements, None, beside=owner) if elements else None
        if owner is not None:
            on = _IN_LINE.match(text, owner.end)
            at = on.end() if on is not None else owner.end + 1
            elements, stop = self.articles.behind(text, start, at, mentions, plural=True)
            return Group(start, stop, elements, owner) if elements else None
        if literal in self._behind and self.articles.paragraphs_only.match(text, end):
            return None  # "artiklan 5 kohdan mukaan": the paragraph of an article named before
        either = not plural and literal in self._either
        elements, stop = self.articles.behind(text, start, end, mentions, plural=plural, either=either, floor=floor)
        if not elements:
            return None
        if len(elements) == 1 and elements[0].key.isdigit() and (blank := _BLANK_BEFORE_A_PARAGRAPH.match(text, stop)):
            of = self.articles.connect.match(text, blank.end())
            if of is not None and of["of"] and mentions.starting_at(of.end()) is not None:
                # "artículo 33. 1 de la Convención": an instrument follows, so it is no new sentence
                key = f"{elements[0].key}({blank['paragraph']})"
                elements, stop = (Element(elements[0].start, blank.end(), key),), blank.end()
        group = self._tie(text, start, stop, elements, mentions, spent, is_rule=kind in ("rule", "rules"))
        if kind in ("rule", "rules") and not text[start].isupper():
            # "rule 39" in small letters may be anybody's, "reguła 39 Regulaminu Trybunału" is not.
            named = group.mention and (group.mention.key or group.mention.hint)
            return group if named == "ECtHR-Rules" else None
        if kind != "recital":
            return group
        # "recital 25" of nothing that is named is no citation: judgments have recitals too.
        if group.mention is None or not (group.mention.key or group.mention.hint or "EU:").startswith("EU:"):
            return None
        return group._replace(elements=tuple(one._replace(key=f"recital {one.key}") for one in elements))

    def _recitals_in_brackets(self, text: str, start: int, end: int) -> tuple[Element, ...]:
        """ "recital (13)", "recitals (2), (3) and (14)": as the acts of the Union number them."""
        found: list[Element] = []
        number = _RECITAL_IN_BRACKETS.match(text, end)
        while number is not None:
            begin = number.start("number") - 1 if found else start
            found.append(Element(begin, number.end(), f"recital {number['number']}"))
            joint = self._between_brackets.match(text, number.end())
            number = _RECITAL_IN_BRACKETS.match(text, joint.end()) if joint else None
        return tuple(found)

    @cached_property
    def _between_brackets(self) -> re.Pattern[str]:
        joints = any_of(self.words.joints)
        return re.compile(rf",(?=\s\()|,?\s{joints}(?=\s\()")

    @cached_property
    def _either(self) -> frozenset[str]:
        """Words that are singular and plural: "artikel 2 och 3", "Artikel 2 und 3", «статьи 31 - 33»."""
        return frozenset(word.lower() for word in set(self.words.all("article")) & set(self.words.all("articles")))

    def _owner(self, text: str, end: int, mentions: Mentions, *, heads: bool) -> Mention | None:
        """
        The instrument between word and list: "Articles of the Covenant: 2 (3) and 7", as Views are headed; the list may
        be a line of its own.
        """
        match = self.articles.connect.match(text, end)
        mention = mentions.starting_at(match.end()) if match is not None else None
        if mention is None or match is None:
            return None
        # «Статьи Пакта: 6, 7 и 9»: some languages have no word for "of".
        listed = heads and _SEVERAL.match(text, mention.end)  # «Статьи Пакта 7; 17 и 24»: the colon is lost
        return mention if listed or _IN_LINE.match(text, mention.end) or _list_below(text, mention.end) else None

    def _annex(self, text: str, start: int, end: int, mentions: Mentions) -> Group | None:
        """ "Annex I to Directive 2013/32/EU"; of nothing that is named it is the draft's own."""
        match = _ANNEX.match(text, end)
        if match is None:
            return None
        group = self._tie(
            text,
            start,
            match.end(),
            (Element(start, match.end(), f"Annex {match['number']}"),),
            mentions,
            end,
            is_rule=False,
        )
        return group if group.mention is not None and (group.mention.key or "").startswith("EU:") else None

    def _behind_its_number(
        self, text: str, start: int, end: int, literal: str, taken: int, mentions: Mentions
    ) -> Group | None:
        """The list before the word, with the paragraphs behind it: "Konvencijos 3 ir 13 straipsniai"."""
        kind = self._behind.get(literal)
        if literal in self._anchors and literal[-1] == "." and text[start - 2 : start - 1] not in tuple("0123456789."):
            return None
        elements, stop = self.articles.before(text, taken, start, end) if kind else ([], end)
        if not elements:
            return None
        begin = elements[0].start
        before = mentions.ending_by(begin)
        beside = None
        if literal in self._anchors and literal[-1] == ".":
            # "Dublin-asetus 3 art. 1 kohta"; everywhere else "art." stands before its number.
            alone = stop > end or not text[end + 1 : end + 2].isdigit()
            if before is None or text[before.end : begin] != " " or not alone:
                return None
        if before is not None:
            between = text[before.end : begin]
            if between in (" ", "") or _NOTE_MARK.fullmatch(between) or _ENDING.fullmatch(between):
                return Group(begin, stop, tuple(elements), before, is_rule=kind == "rule")
            if begin - before.end < 60 and _CLOSED.fullmatch(between):
                beside = before
        adopted = self._adopted_by.match(text, stop) if beside is None else None
        behind = mentions.starting_at(adopted.end()) if adopted is not None else None
        if behind is not None and behind.key and not _LEADS_A_LIST.match(text, behind.end):
            # "15. pantu Padomes 2004. gada 29. aprīļa Direktīvā 2004/83/EK"
            return Group(begin, behind.end, tuple(elements), behind, is_rule=kind == "rule")
        word = _LAST_WORD.search(text, max(0, begin - 40), begin) or _TERM_BEFORE.search(
            text, max(0, begin - 40), begin
        )
        is_open = word is not None and (
            word[1].lower() in self._statutes or self._is_a_statute(word[1].lower()) or self._is_an_act(word[1].lower())
        )
        return Group(begin, stop, tuple(elements), None, is_open, kind == "rule", beside)

    @cached_property
    def _adopted_by(self) -> re.Pattern[str]:
        """Who adopted the act behind an article, and when, where that stands before the act: "Padomes 2004. gada …"."""
        return re.compile(rf"\s{any_of(self.words.all('institutions_before'))}\s(?:{DATE}\s)?")

    def _is_a_statute(self, word: str) -> bool:
        """Whether it is a statute's word in another case: "(Rīkojums) 6.pantu"."""
        return any(word[:STEM] == other[:STEM] for other in self._statutes if len(other) > STEM < len(word))

    def _is_an_act(self, word: str) -> bool:
        """Whether it is some act of the Union by a usual name that no register has: "lentoyhtiödirektiivin"."""
        return word.endswith(self._acts) and word not in self._acts

    @cached_property
    def _acts(self) -> tuple[str, ...]:
        """Words for a directive or a regulation of the languages that write compounds, in lower case."""
        return tuple(word.lower() for word in self.words.all("directive", "regulation") if len(word) > SHORTEST_ACT)

    @cached_property
    def _statutes(self) -> frozenset[str]:
        """ "įstatymo", "likuma": a statute of a State, not of ours."""
        return frozenset(self.words.all("statute"))

    def _tie(
        self,
        text: str,
        start: int,
        stop: int,
        elements: tuple[Element, ...],
        mentions: Mentions,
        spent: int,
        *,
        is_rule: bool,
    ) -> Group:
        """What instrument the neighbouring words give to the list; mentions before *spent* belong to others."""
        match = self.articles.connect.match(text, stop)
        is_open = False
        before = mentions.ending_by(start)
        if before is not None and (
            before.start < spent or before.noun == SIGNS or ":GC" in (before.key or before.hint)
        ):
            # "§ 32 BVerfGG, Art 1 Abs 2"; "General Comment No. 20: Article 7": of the treaty that it comments on
            before = None
        if (
            before is not None
            and (text[before.end : start] == " " or _ENDING.fullmatch(text, before.end, start))
            and (not (match and match["of"]) or (before.key or "").startswith("ECHR-P"))
        ):
            return Group(start, stop, elements, before, is_rule=is_rule)  # "direktiivi 2013/32/EL artikli 46, …"
        if match and match["of"] and self._is_listed_with(text, start, match):
            match = None  # "Artykuł 13 i Protokół nr 7"
        if match:
            at = match.end()
            mention = mentions.starting_at(at)
            if mention is None and match["the"]:
                mention = mentions.starting_at(match.start("the"))  # "i Den Europæiske Menneskerettighedskonvention"
            if mention is None:
                filler = self._filler.match(text, at) or (
                    self._of_the_institutions.match(text, at) if match["of"] else None
                )
                if filler:
                    mention = mentions.starting_at(filler.end())
            if (
                mention is not None
                and not match["of"]
                and text[max(0, start - 2) : start] in (", ", "; ")
                and _SECTION_BEHIND.match(text, mention.end)
            ):
                return Group(start, stop, elements, None, is_rule=is_rule)  # "Dublin III-VO Art. 3, Art. 29 GRC Art. 4"
            if mention is not None and ":GC" in (mention.key or mention.hint):
                mention = None  # "the scope of article 3 in its general comment No. 4": of the treaty
            if mention is not None:
                return Group(start, mention.end, elements, mention, is_rule=is_rule)
            # "of the Border Guard Act", "of that law": named, and not one of ours.
            is_open = bool(match["of"]) and (
                text[at : at + 1].isupper() or text.startswith(("law", "act ", "statute", "code"), at)
            )
            if is_open and text[at : at + LONGEST_ANCHOR].partition(" ")[0].lower() in self._anchors:
                is_open = False  # "violations of Article 2, of Article 3 and of Article 13"
        is_open = is_open or self._another_act.match(text, stop) is not None
        thereof = self._thereof.match(text, stop)
        if thereof:
            for mention in mentions.before(start):
                return Group(start, thereof.end(), elements, None, is_rule=is_rule, beside=mention)
        if before is not None and not is_open and _in_its_bracket(text, before, start):
            return Group(start, stop, elements, None, is_rule=is_rule, beside=before)
        if before is not None and not is_open and _CLOSED_BEFORE.fullmatch(text, before.end, start):
            # "The Schengen Borders Code (Regulation (EU) 2016/399), Articles 3 and 4"
            return Group(start, stop, elements, None, is_rule=is_rule, beside=before)
        if (
            before is not None
            and not is_open
            and text[before.end : start].strip(" ,-–:([") == ""
            and start - before.end <= 3
        ):
            if "–" in text[before.end : start]:
                # "Directive 2013/32/EU – Article 6", as headnotes have it: two citations
                return Group(start, stop, elements, None, is_rule=is_rule, beside=before)
            return Group(start, stop, elements, before, is_rule=is_rule)
        return Group(
            start, stop, elements, None, is_open, is_rule, None if is_open else self._below_it(text, start, mentions)
        )

    def _is_listed_with(self, text: str, start: int, match: re.Match[str]) -> bool:
        """Whether the word behind an article joins it with an instrument instead of saying whose it is."""
        if match["of"] not in self.words.and_or_of:
            return False
        article, noun = _WORD_HERE.match(text, start), _WORD_HERE.match(text, match.end())
        return article is not None and noun is not None and self.words.joins_to(match["of"], article[0], noun[0])

    def _below_it(self, text: str, start: int, mentions: Mentions) -> Mention | None:
        """
        The act on the line below, as Polish databases list what a judgment applied: first "Dz.U. 1990 nr 74 poz. 439
        art. 31", then its title.
        """
        begin = text.rfind("\0", 0, start) + 1
        if not text.startswith(GAZETTES, begin):
            return None
        end = text.find("\0", start)
        below = _BLANK.match(text, end) if end >= 0 else None
        return mentions.starting_at(below.end()) if below is not None else None


_WORD_HERE = late(r"[^\W\d_]+\.?")


def _in_its_bracket(text: str, mention: Mention, start: int) -> bool:
    """ "Den Europæiske Menneskerettighedskonventions (EMRK) artikel 3": the bracket says its name again."""
    return text[mention.end : start] == ") " and text[mention.start - 1 : mention.start] == "("


def _list_below(text: str, end: int) -> int:
    """Where the list begins that stands on a line of its own behind *end*, 0 where none does."""
    match = _LIST_BELOW.match(text, end)
    return match.end() if match is not None and "\0" in match[0] else 0


def _glued(text: str, end: int, literal: str) -> bool:
    return literal == "art" and text[end].isdigit() and text[end - 3].isupper()


def _in_figures(group: Group) -> Group | None:
    """
    The list with Roman numbers as its instrument counts, ``None`` where that has none: "art II(3)" is the OAU
    Convention's or the American Declaration's, and anybody else's "Article IV" is no citation of ours.
    """
    if not any(element.key[0] in "IVX" for element in group.elements):
        return group
    key = group.mention.key if group.mention is not None else None
    if key not in _ROMAN:
        return None
    if not _ROMAN[key]:
        return group
    elements = tuple(one._replace(key=_LEADING_ROMAN.sub(_figures, one.key)) for one in group.elements)
    return group._replace(elements=elements)


def _figures(roman: re.Match[str]) -> str:
    """``"XIV"`` → ``"14"``."""
    values = [{"I": 1, "V": 5, "X": 10}[sign] for sign in roman[0]]
    return str(sum(-one if one < after else one for one, after in zip(values, [*values[1:], 0], strict=True)))


# Instruments with Roman articles → whether their targets have figures (contract: ``OAU69:2(3)``).
_ROMAN = {"OAU69": True, "CSR67": True, "ADRDM": False}
_LEADING_ROMAN = late(r"^[IVX]+")


def _coded(start: int, end: int, literal: str) -> Group:
    """ "P4-4", "A4P4": a provision of a Protocol in the short form of the Court's lists and of practitioners."""
    protocol, article = CODED[literal]
    mention = Mention(start, end, f"ECHR-P{protocol}", "protocol")
    return Group(start, end, (Element(start, end, article),), mention)


# Protocols with rights of their own, and how many articles each gives some.
_RIGHTS = {"1": 3, "4": 4, "6": 2, "7": 5, "12": 1, "13": 2}
CODED = {
    form: (protocol, str(article))
    for protocol, articles in _RIGHTS.items()
    for article in range(1, articles + 1)
    for form in (f"p{protocol}-{article}", f"a{article}p{protocol}")
}
_RECITAL_IN_BRACKETS = late(r"\s\((?P<number>\d{1,3})\)")
# How a line begins that says where an act was published.
GAZETTES = ("Dz.U.", "Dz. U.")
_BLANK = late(r"[\s\0]{1,4}")
# Under a heading, "Articles of the Covenant", the articles: "7; 17 and 24".
_LIST_BELOW = late(r":?(?:\s?\|)?[\s\0]{1,5}(?=\d{1,2}(?:\s?[,;(|\0]|\s[^\W\d_]{1,3}\s\d|\Z))")
# "Articles of the Covenant: 2 and 7".
_IN_LINE = late(r":(?:\s?\|)?\s{0,2}(?=\d)")
_SEVERAL = late(r"\s\d{1,2}(?:[,;]\s|\s[^\W\d_]{1,3}\s)\d{1,2}(?![\d/])(?!\.?\s[^\W\d_]{3})")
_BLANK_BEFORE_A_PARAGRAPH = late(r"\.\s(?P<paragraph>\d{1,2})(?![\d.,/)])")
_ANNEX = late(r"\s(?P<number>[IVX]{1,5}|\d{1,2})(?!\w)")
_LEADS_A_LIST = late(r"\s\d{1,3}(?![\d/])")
_NOTE_MARK = late(r"\s?\[\d{1,3}\]\s|\s?\(\d{1,2}\)\s")
_SECTION_BEHIND = late(r"\s(?:§§?|Artt?\.?)\s?\d")
# The case of an abbreviation: "EIS:n 3 artikla", "EIÕK-i artikkel 3".
_ENDING = late(r"[:'’-][a-zäöõü]{1,6}\s")
# A bracket or a quotation closes between an instrument and its articles.
_CLOSED_BEFORE = late(r"[\"”»]?\)(?:\s\([A-Z][\w-]{1,11}\))?\s?[,:]\s")
_CLOSED = late(r"[\"']?\)\s")
_LAST_WORD = late(r"([^\W\d_]+)\s$")
# "… “Par ārkārtējās situācijas izsludināšanu” (Rīkojums) 6.pantu".
_TERM_BEFORE = late(r"\(([^\W\d_]+)\)\s$")
# So many letters of a word do not change with its case.
STEM = 6


def written(text: str, group: Group, keys: tuple[str | None, ...], form: str = "full") -> list[Written]:
    """
    The citations of one list, one for each provision.

    *keys* are the instruments of the elements, in their order, ``None`` where it stays open. The first provision runs
    from "Article" and the last one to the instrument when that follows at once; those between span their number.
    """
    found: list[Written] = []
    last = len(group.elements) - 1
    mention = group.mention
    for index, (element, key) in enumerate(zip(group.elements, keys, strict=True)):
        start, end = element.start, element.end
        if mention is not None:
            if mention.start >= group.start and index == last:
                end = max(end, mention.end)  # it may stand before its list: "Articles of the Covenant: 2 and 7"
            elif mention.start < group.start and index == 0:
                start = mention.start
        # One value where several mean the same place: a long brief has tens of thousands of them.
        span, article = Span(start, end), Span(element.start, element.end)
        whole = Span(min(group.start, start), max(group.end, end))
        parts = [Part("article", span if article == span else article, element.key)]
        if mention is not None:
            parts.append(
                Part("instrument", Span(mention.start, mention.end), intern(text[mention.start : mention.end]))
            )
        found.append(
            Written(
                span=span,
                whole=span if whole == span else whole,
                text=text[start:end],
                kind="provision",
                family="treaty" if key is None or not key.startswith("EU:") else "eu-act",
                form=form,
                key=None if key is None else f"{key}:{element.key}",
                parts=tuple(parts),
            )
        )
    return found
