"""Provisions: "Article 33(1) of the 1951 Convention", "Articles 5 §§ 1 and 4 and 13", "art. 3 CEDH", "Rule 39"."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import cached_property
from sys import intern
from typing import NamedTuple

from attrs import define, field

from refoulement_lint.citations.court_forms import DATE
from refoulement_lint.citations.instruments import Mention, Mentions
from refoulement_lint.citations.sections import FRENCH_STEPS, nowhere
from refoulement_lint.citations.words import Words, any_of
from refoulement_lint.late import late
from refoulement_lint.model import Part, Span, Written
from refoulement_lint.scan import Hit

# How far before "Article" a paragraph may be named ("the second paragraph of Article 33"), in characters.
REACH_BACK = 40
# A range longer than this is a slip or a table of contents, and is given by its two ends only.
LONGEST_RANGE = 40
# Cyrillic letters in the numbers of articles, "1 А (2)", as the targets have them.
LOOK_ALIKES = str.maketrans("АВСЕасе", "ABCEace")
# Shorter words for a directive or a regulation end other words too.
SHORTEST_ACT = 5
# «подпункт "б"» is the second.
POINTS = str.maketrans("бвгд", "bcde")
# No article here has more paragraphs that anybody lists one by one.
MOST_PARAGRAPHS = 12


# What an article or a paragraph is about: "Articles 3 (prohibition of torture) and 13", "§ 5 (liberty) § 1".
_ABOUT = r"(?:\s\((?=[^\W\d_]{3})[^()\d]{3,80}\))?"


class Element(NamedTuple):
    """One provision of a list: where it stands, and its key after the colon (``"35(1)"``)."""

    start: int
    end: int
    key: str


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


@define(frozen=True, slots=False, eq=False, repr=False)
class ProvisionGrammar:
    """Finds lists of provisions and what instrument the words tie them to."""

    words: Words
    _anchors: Mapping[str, str] = field(init=False)

    @_anchors.default
    def _anchor_words(self) -> Mapping[str, str]:
        kinds: dict[str, str] = {}
        for kind in ("article", "articles", "rule", "rules", "recital", "annex"):
            for word in self.words.all(kind):
                kinds.setdefault(word.lower(), kind)
        return kinds

    @cached_property
    def _behind(self) -> Mapping[str, str]:
        """Words that stand behind their number: "3 straipsnis", "39 taisyklę"."""
        return {word.lower(): kind for kind in ("article", "rule") for word in self.words.all(f"{kind}_behind")}

    @property
    def literals(self) -> tuple[str, ...]:
        """Every word for "article", in lower case, and the short forms of the Court's lists ("P4-4", "A1P1")."""
        return tuple(dict.fromkeys((*self._anchors, *self._behind, *CODED)))

    @cached_property
    def _number(self) -> re.Pattern[str]:
        """The article itself: ``3``, ``60a``, ``1A``, ``1 A``, ``1F``; neither "33/2" nor "3,000"."""
        return re.compile(
            rf"(?P<article>(?:\d{{1,3}}|[IVX]{{1,6}}(?!\w|\.(?!\d))|{any_of(self.words.all('one'))}(?=\s?[A-F]\b))(?!\d)(?:(?<=1)er(?!\w)|[a-z]{{1,2}}(?![^\W\d_]))?"
            # "Article 1B." ends a sentence; "Article 3 A. v. B" goes on with a name.
            r"(?:(?<=1)[A-F](?![A-Za-z])|(?:\s?|(?<=1er),\s(?=[A-F]\b)|(?<=1),\s(?=[A-F],?\s[(\d])|(?<=1)-|(?<=1)\s?\((?=[A-FАВСЕ]\))|(?<=1)\.(?=[A-F](?:\.?\(?\d|\.?\(?[a-c]\)|\s(?:de|of|du|van|der|des|della)\s)))[A-GАВСЕ](?![^\W\d_])(?!\.(?![a-c]\))[^\d(\0])\)?"
            # "artikkel 1 A. Retten fant": the letter ends the sentence, and no name begins there.
            rf"|(?<=1)\s[A-F](?=\.\s[^\W\d_a-z][^\W\d_]+\s(?!{any_of(self.words.all('versus'))}\s)[^\W\d_A-Z]{{2}}))?)(?![/\d]|,\d{{3}})"
            # No instrument of ours counts so, and statutes of States do; German "31 bis 33" is a range.
            r"(?!(?:bis|ter|quater|quinquies|sexies|septies)(?!\w)|\s(?:bis|ter|quater|quinquies)(?!\w|\s\d))"
            # "artikel 46 och 2 kap. 19 § regeringsformen"
            rf"(?!\s?{any_of(self.words.all('chapter'))})"
        )

    @cached_property
    def _below(self) -> re.Pattern[str]:
        """What follows the article: ``(1)``, ``§ 1``, ``§§ 1``, ``para. 1``, ``.2``, ``(a)``."""
        paragraph = any_of(word for word in self.words.all("paragraph") if word not in ("§", "§§"))
        section, skipped = any_of(self.words.all("part_of_article")), any_of(self.words.all("skipped"))
        behind = any_of(self.words.all("paragraph_behind"))
        ordinal, parts = any_of(self.words.ordinals), any_of(self.words.all("skipped_behind"))
        stems = any_of({word[:-1] for word in self.words.ordinals if len(word) > 4})
        return re.compile(
            r"\s?\((?P<bracket>\d{1,2}[a-z]?|[ivx]{1,5}|[a-z]{1,2}|[A-F])\)"
            rf"(?:\s{behind}(?!\w))?"
            rf"|,?\s(?:(?P<nth>{ordinal})(?:\s(?!{parts}(?!\w)){behind}|(?={self._more_ordinals}))|{any_of(self._paragraph_nouns)}\s(?P<nth_>{ordinal}))(?!\w)"
            r"|\s?(?P<on>ff?\.)(?!\w)"
            rf"|,?\s{section}\s\(?(?P<section>[A-F])(?!\w)\)?"
            # Estonian "lg 1 p d", "lg 3 p-ga d", "lg 2 p 5".
            r"|(?<=\d)\sp(?:-[^\W\d_]{1,4})?\s(?P<point>[a-h](?!\w)|(?:(?<=lg\s\d\sp\s)|(?<=art\s\d\sp\s)|(?<=art\s\d\d\sp\s))\d{1,2}(?!\w))"
            rf"|,?\s\"?(?P<before>\d{{1,2}}|[a-z]|[A-F])(?:\s?\((?P<below>[a-h])\)\s|(?:\)|-[^\W\d_]{{1,6}}|\")?\s|\.\s?){behind}(?!\w)"
            rf"|,?\s(?P<skipped>{skipped}(?:\s(?:\d{{1,2}}|{stems}\w{{0,3}}))?|(?:{ordinal}|\d{{1,2}}(?:ère|re|er|ème|e|nde?|ª|º|st|nd|rd|th))\s{parts})(?![\w])"
            r"|\s?(?P<many>§§)\s?(?P<first>\d{1,2})(?!\d)"
            r"|,?\s?§\s?(?P<sign>\d{1,2})(?!\d)(?:(?<=1)(?:er|re)\b)?"
            r"|\s?\(para(?:graph|\.)?\s(?P<inside>\d{1,2})\)"
            rf"|{_ABOUT},?\s(?:at\s)?{paragraph}\s?\(?(?P<word>1(?=(?:er|re|ère)\b)|\d{{1,2}}[a-z]?|[a-z](?!\w))(?:(?<=1)(?:er|re|ère)\b)?(?![\d/])"
            # "(article 19, paragraphe 2)": the bracket is the sentence's; "point a)" has one of its own.
            r"(?:(?:(?<=[a-z])|(?<=\(\d)|(?<=\(\d\d))\))?"
            r"|\.(?P<lettered>[a-h])(?:\)|(?!\w))|(?<=\d\))(?P<stuck>[a-h])(?![\w.])"
            r"|,?\s(?P<half>[a-h](?=\)|\s(?:i|av)\s|,\s(?:de|du|des|della?)\s)|[i-z](?=\)))\)?"
            r"|\.(?P<dot>\d{1,2})(?=\.\d{1,2}[°º])(?!\d)"
            r"|\.(?P<dot_>\d{1,2})(?:[°º]|(?!\d|\.\d)(?:\)(?=\s(?:de|del)\s))?)"
            # "artikel 1 A 2 i konventionen", "1er, A, 2 de la convention": the lettered sections of one article.
            r"|(?:(?<=1[A-F])|(?<=1\s[A-F]))\s(?P<after>\d)(?![\w/])"
            r"|(?:(?<=1er,\s[A-F])|(?<=1,\s[A-F])),\s\(?(?P<also>\d)\)?(?=,?\s(?:de|du|van|der|des|della)\s)",
        )

    @cached_property
    def _next(self) -> re.Pattern[str]:
        """What joins two provisions of one list; the group ``to`` makes it a range."""
        # "taken together with Article 3" is a group of its own: only plain joints belong to one list.
        joints = any_of((*(word for word in self.words.all("and") if " " not in word), *CAPITAL_JOINTS))
        return re.compile(
            rf"{_ABOUT}(?:\s?,\s?(?:{joints}\s)?|\s{joints}\s|\s?;\s(?=\d{{1,2}}(?:\s?[§,;(\0]|\s{joints}\s|\Z))|(?P<to>\s{any_of(self.words.all('to'))}\s|\s?[-–]\s?))(?=\d)"
            # "artikel 4 i 4. tillægsprotokol", "Art. 4 i 7 Protokołu": the number is the Protocol's
            rf"(?!\d{{1,2}}\.?\s{any_of(self.words.all('protocol'))})"
        )

    @cached_property
    def _connect(self) -> re.Pattern[str]:
        """From the list to its instrument: "of the", "to the", ", ", nothing."""
        of = any_of((*self.words.all("of"), "OF", "TO", "DE", "DU"))
        the = any_of((*self.words.all("the", "its"), "THE", "LA", "L'"))
        return re.compile(
            r"(?:\[\d{1,3}\])?"  # the mark of a note, flattened
            rf"(?:\s?\((?![^()]{{0,12}}\d{{1,5}}/\d\d)[^()]{{1,80}}\)(?=\s?(?:{of}\b|ECHR|CAT|ICCPR|CFR|TFEU|CEDH|EMRK|EKPC|Kon[vw])))?"
            rf"(?:(?:,?\s|(?<=\)))(?P<of>{of})(?:\s|(?<='))(?P<the>{the}(?:\s|(?<=')))?|\s?,?\s?(?:{the}(?:\s|(?<=')))?)"
            r"(?:\([^\W\d_]{3,24}-\))?"  # "der (Anerkennungs-)Richtlinie"
        )

    @cached_property
    def _list_before(self) -> re.Pattern[str]:
        """``3, 8 ir 13`` before "straipsnių", ``33.`` before "cikk", ``3:n ja 13:n``."""
        joints = any_of(word for word in self.words.all("and") if " " not in word)
        number = (
            r"\d{1,3}(?:\s?[A-F](?!\w)|[a-z](?!\w))?(?:\s?\(\d{1,2}\))?(?:\.|[:-][^\W\d_]{1,6})?"
            # "3 (kankinimo uždraudimas) ir 5 (teisė į laisvę) straipsniais": what the articles are about.
            r"(?:\s\([^\W\d_][^()\d]{2,60}\))?"
        )
        return re.compile(
            rf"(?<![\w/.,:-])(?P<list>{number}(?:(?:\s?,\s|\s{joints}\s|\s?[-–]\s?){number}){{0,12}})\s?$"
        )

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
    def _thereof(self) -> re.Pattern[str]:
        return re.compile(rf"\s{any_of(self.words.all('thereof'))}\b")

    @cached_property
    def _paragraph_before(self) -> re.Pattern[str]:
        """ "paragraph 2 of Article 33", "п.1 ст.33"; the words' own numbers only."""
        ordinal, noun = any_of(self.words.ordinals), any_of(self._paragraph_nouns)
        # "першої частини статті 3", "частині першій статті 3"
        return self._before(rf"|(?<!\w)(?:(?P<ordinal>{ordinal})\s{noun}|{noun}\s(?P<counted>{ordinal}))")

    @cached_property
    def _number_before(self) -> re.Pattern[str]:
        """The same without ordinals, of which there are many."""
        return self._before("|(?P<ordinal>(?!))(?P<counted>(?!))")

    def _before(self, ordinal: str) -> re.Pattern[str]:
        return re.compile(
            rf"(?:(?<!\w)(?:{any_of(word for word in self.words.all('paragraph') if word != '§§')})\s?"
            # A letter stands apart from a word: "Zu Art. 3" is no "Z u", "Z 2" and "Z2" are both its number.
            r"(?:[(\"]?(?P<number>\d{1,2})(?:\s?\(?(?P<below>[a-z])(?=\)))?|(?<!\w)[(\"]?(?P<letter>[a-zа-я](?!\w)))[)\"]?"
            rf"{ordinal})(?:\s{any_of((*self.words.all('of'), 'des', 'к'))})?\s?$",
            re.IGNORECASE,
        )

    @cached_property
    def _several(self) -> re.Pattern[str]:
        """Paragraphs before the word for their article: "paragraphs 1 and 4 of", «п. 1 и 4», "ust. 1 i 2"."""
        joints = any_of(self._plain_joints)
        return re.compile(
            rf"(?<!\w){any_of(self.words.all('paragraph'))}\s?"
            rf"(?P<list>\d{{1,2}}(?:(?:,\s(?:{joints}\s)?|\s{joints}\s|\s?[-–]\s?)\d{{1,2}}){{1,6}})"
            rf"(?:\s{any_of((*self.words.all('of'), 'des'))})?\s?(?:{any_of(self.words.all('the'))}\s)?$",
            re.IGNORECASE,
        )

    def _steps_before(self, reach: str) -> Iterator[re.Match[str]]:
        """The paragraph before the article, and what stands before that: «подпункта "f" пункта 1 статьи 5»."""
        pattern = self._number_before
        if not self._lower_paragraph_nouns.isdisjoint(reach.lower().split()):
            pattern = self._paragraph_before
        match = pattern.search(reach)
        while match is not None:
            yield match
            match = pattern.search(reach[: match.start()])

    def _value_of(self, step: re.Match[str]) -> str:
        if step["number"] or step["letter"]:
            value = (step["number"] or step["letter"]).lower().translate(LOOK_ALIKES).translate(POINTS)
            return f"{value})({step['below']}" if step["below"] else value
        return str(self.words.ordinals[(step["ordinal"] or step["counted"]).lower()])

    @cached_property
    def _lower_paragraph_nouns(self) -> frozenset[str]:
        return frozenset(noun.lower() for noun in self._paragraph_nouns)

    @cached_property
    def _paragraph_nouns(self) -> tuple[str, ...]:
        """ "paragraph", "alinéa": what an ordinal can stand before; a subparagraph is none."""
        return tuple(
            word for word in self.words.all("paragraph") if len(word) > 4 and word.isalpha() and word[-1] not in "s"
        )

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
            elements, stop = self._elements(text, at, at, mentions, plural=True)
            group = self._tie(text, at, stop, elements, mentions, end, is_rule=False) if elements else None
            if group is None or group.mention is None or group.mention.start < stop:
                return
            if not (group.mention.key or group.mention.hint) and text[stop : group.mention.start].strip() == "":
                return  # "Article 3 and 2 Protocols"
            yield group
            joint = self._another.match(text, group.end)

    @cached_property
    def _another(self) -> re.Pattern[str]:
        joints = any_of(word for word in self.words.all("and") if " " not in word)
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
        owner = self._owner(text, end, mentions)
        below = _list_below(text, owner.end) if owner is not None else 0
        if below:
            elements, stop = self._elements(text, below, below, mentions, plural=True)
            return Group(below, stop, elements, None, beside=owner) if elements else None
        if owner is not None:
            elements, stop = self._elements(text, start, owner.end + 1, mentions, plural=True)
            return Group(start, stop, elements, owner) if elements else None
        if literal in self._behind and self._paragraphs_only.match(text, end):
            return None  # "artiklan 5 kohdan mukaan": the paragraph of an article named before
        either = not plural and literal in self._either
        elements, stop = self._elements(text, start, end, mentions, plural=plural, either=either, floor=floor)
        if not elements:
            return None
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
        joints = any_of(word for word in self.words.all("and") if " " not in word)
        return re.compile(rf",(?=\s\()|,?\s{joints}(?=\s\()")

    @cached_property
    def _paragraphs_only(self) -> re.Pattern[str]:
        """A number that is a paragraph's, in the languages that write the word behind it."""
        return re.compile(
            rf"\s\d{{1,2}}(?:(?:,|\s{any_of(self._plain_joints)})\s\d{{1,2}})?\s{any_of(self.words.all('paragraph_behind'))}(?!\w)"
        )

    @property
    def _plain_joints(self) -> tuple[str, ...]:
        return tuple(word for word in self.words.all("and") if " " not in word)

    @cached_property
    def _either(self) -> frozenset[str]:
        """Words that are singular and plural: "artikel 2 och 3", "Artikel 2 und 3", «статьи 31 - 33»."""
        return frozenset(word.lower() for word in set(self.words.all("article")) & set(self.words.all("articles")))

    def _owner(self, text: str, end: int, mentions: Mentions) -> Mention | None:
        """
        The instrument between word and list: "Articles of the Covenant: 2 (3) and 7", as Views are headed; the list may
        be a line of its own.
        """
        match = self._connect.match(text, end)
        mention = mentions.starting_at(match.end()) if match is not None else None
        if mention is None or match is None:
            return None
        in_line = bool(match["of"]) and text[mention.end : mention.end + 1] == ":"
        return mention if in_line or _list_below(text, mention.end) else None

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
        low = max(taken, start - REACH_OF_LIST)
        match = self._list_before.search(text, low, start) if kind else None
        if match is None:
            return None
        elements: list[Element] = []
        previous = ""
        for number in _IN_A_LIST.finditer(text, match.start("list"), match.end("list")):
            if elements and text[number.start() - 1] == "(":
                continue  # the paragraph of the one before it
            key = number[0].replace(" ", "")
            end_of_it = number.end()
            if below := _IN_BRACKETS.match(text, end_of_it):
                key, end_of_it = f"{key}({below[1]})", below.end()
            element = Element(number.start(), end_of_it, key)
            if previous and re.fullmatch(r"\s?[-–]\s?", text[elements[-1].end : element.start].lstrip(".")):
                elements.extend(_between_articles(previous, element))
            elements.append(element)
            previous = element.key
        last, stop = elements[-1], end
        key, below = last.key, self._below.match(text, stop)
        while below and (below["before"] or below["bracket"] or below["skipped"] or below["nth"]):
            if below["before"] and below["before"].isupper():
                key += below["before"]  # "1 straipsnio A dalies 2 punktas"
            elif below["nth"]:
                # "19. panta otro daļu"; below a paragraph it is a subparagraph: "6. punkta otrā daļa"
                key += (
                    "" if key[-2:-1].isdigit() and key[-1] == ")" else f"({self.words.ordinals[below['nth'].lower()]})"
                )
            elif not below["skipped"]:
                key += f"({below['before'] or below['bracket']})"
                key += f"({below['below']})" if below["below"] else ""  # "35 artiklan 3(a) kohdan"
            stop = below.end()
            below = self._below.match(text, stop)
        elements[-1] = Element(last.start, stop, key)
        if many := self._paragraphs_behind.match(text, stop):
            elements[-1:] = _paragraphs_of(elements[-1], many)
            stop = many.end()
        stop = self._more_paragraphs_behind(text, stop, elements)
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

    def _more_paragraphs_behind(self, text: str, stop: int, elements: list[Element]) -> int:
        """
        Reads on: "10. panta 1. punkta e) apakšpunkts un 2. punkts" has two paragraphs, each with its word; says where
        the last one ends.
        """
        article, bracket, _ = elements[-1].key.partition("(")
        joint = self._another_behind.match(text, stop) if bracket else None
        while joint is not None:
            at, key, end = joint.end() + 1, article, joint.end()
            below = self._below.match(text, end)
            while below and (below["before"] or below["bracket"]):
                key += f"({below['before'] or below['bracket']})" + (f"({below['below']})" if below["below"] else "")
                end = below.end()
                below = self._below.match(text, end)
            if key == article:
                break
            elements.append(Element(at, end, key))
            stop = end
            joint = self._another_behind.match(text, stop)
        return stop

    @cached_property
    def _another_behind(self) -> re.Pattern[str]:
        """What joins a paragraph with its word to the paragraph before it."""
        joints = any_of(word for word in self.words.all("and") if " " not in word)
        return re.compile(rf"(?:\s?,|\s{joints})(?=\s\d{{1,2}}\.?\s{any_of(self.words.all('paragraph_behind'))}(?!\w))")

    @cached_property
    def _adopted_by(self) -> re.Pattern[str]:
        """Who adopted the act behind an article, and when, where that stands before the act: "Padomes 2004. gada …"."""
        return re.compile(rf"\s{any_of(self.words.all('institutions_before'))}\s(?:{DATE}\s)?")

    @cached_property
    def _paragraphs_behind(self) -> re.Pattern[str]:
        """Paragraphs before their word: "8 straipsnio 2 ir 3 dalims", "5 artiklan 1 ja 4 kohdan"."""
        joints = any_of(word for word in self.words.all("and") if " " not in word)
        return re.compile(
            rf",?\s(?P<list>\d{{1,2}}\.?(?:(?:\s?,\s|\s{joints}\s|\s?[-–]\s?)\d{{1,2}}\.?){{1,8}}"
            # Points: "3 dalies a, b ir c punktai", "6. punkta a) un b) apakšpunkts", "2 kohdan b ja c alakohta".
            rf"|\"?[a-h][)\"]?(?:(?:\s?,\s|\s{joints}\s|\s?[-–]\s?)\"?[a-h][)\"]?){{1,7}})"
            rf"\s?{any_of(self.words.all('paragraph_behind'))}(?!\w)"
        )

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

    def _elements(
        self,
        text: str,
        start: int,
        end: int,
        mentions: Mentions,
        *,
        plural: bool,
        either: bool = False,
        floor: int = 0,
    ) -> tuple[tuple[Element, ...], int]:
        """
        The provisions of the list that begins behind the word "Article(s)", and where the last one ends.

        *either*: the word is plural where no paragraph follows; a paragraph before *floor* is of another article.
        """
        offset = end + 1 if text[end : end + 1].isspace() else end
        match = self._number.match(text, offset)
        if match is None:
            return (), end
        index = None if plural else _INDEX.match(text, match.end())
        if index and int(index[1]) <= _number(match[0]) and mentions.starting_at(index.end() + 1) is None:
            return (), end  # "l'article 61-1 de la Constitution": of a statute; no range runs downwards
        if match[0] in ("1", "1er") and (above := _SECTION_ABOVE.search(text, max(0, start - 40), start)):
            letter, number = above["letter"] or above["letter2"], above["number"] or above["number2"]
            key = f"1{letter}" + (f"({number})" if number else "")
            return (Element(above.start("here"), match.end(), key),), match.end()
        below = None if plural else _FRENCH_PARAGRAPH.match(text, match.end())
        if below is None and index and len(index[1]) == 1 and text[index.end() : index.end() + 1] == " ":
            below = index  # "art. 3-1 CIDE"
        if below and int(below[1]) < _number(match[0]):
            # "article 3-1 de la convention": the paragraph, as French courts write it.
            one = Element(start, below.end(), f"{match[0]}({below[1]})")
            return (one,), below.end()
        reach = text[max(floor, start - REACH_BACK) : start]
        steps = list(self._steps_before(reach))
        elements: list[Element] = []
        words: dict[str, str] = {}
        article, offset, many = self._one(text, match, elements, start, words)
        if steps and not plural and elements and "(" not in elements[-1].key:
            # "paragraph 2 of Article 33" is one provision and begins at its paragraph.
            begin = start - (len(reach) - steps[-1].start())
            keys = "".join(f"({self._value_of(step)})" for step in steps)
            section = (steps[0]["letter"] or "").translate(LOOK_ALIKES)
            if article == "1" and section and "A" <= section <= "F":
                keys = section + keys.partition(")")[2]  # «підпункт 2 пункту "А" статті 1»
            elements[-1] = Element(begin, elements[-1].end, article + keys)
        elif not plural and elements and "(" not in elements[-1].key and (several := self._several.search(reach)):
            elements.extend(_each_before(reach, several, start - len(reach), elements.pop()))
        elif not plural and elements and "(" not in elements[-1].key:
            french = FRENCH_STEPS.search(text, max(0, start - 30), start)
            if french is not None and french["number"].isdigit():
                key = f"{article}({french['number']})" + (f"({french['letter']})" if french["letter"] else "")
                elements[-1] = Element(french.start("here"), elements[-1].end, key)
        offset = self._more_brackets(text, offset, article, elements)
        plural = plural or (either and "(" not in elements[-1].key)
        while True:
            joint = self._next.match(text, offset)
            if joint is None:
                stop_at = self._another_paragraph(text, offset, article, elements, words, mentions)
                if stop_at is None:
                    break
                offset = self._more_brackets(text, stop_at, article, elements)
                continue
            match = self._number.match(text, joint.end())
            if match is None:
                break
            has_paragraph = "(" in elements[-1].key
            dotted = bool(_DOTTED.match(text, match.end())) and not many  # "artikel 4.3 och 4.5": two articles
            if many or (not plural and has_paragraph and not dotted):
                # "5 §§ 1, 2 and 4" and "art. 5 ust. 1, 2 i 4": paragraphs of the same article.
                if not match["article"].isdigit() or int(match["article"]) > MOST_PARAGRAPHS:
                    if many or not self._goes_on(text, match.end(), mentions):
                        break
                    # "Art. 19, paragraphe 2, 20, 21 et 47 CDFUE": too high for a paragraph, and an instrument follows
                    article, offset, many = self._one(text, match, elements, match.start(), words)
                    offset = self._more_brackets(text, offset, article, elements)
                    continue
                low = elements[-1].key
                while _LETTERED.search(low):
                    low = low.rpartition("(")[0]  # "artículo 35.3.a) y 4": a number goes on where numbers were
                # "art. 302 ust. 1 pkt 1 i 10": points of the same paragraph.
                base = article if many or joint["to"] else low.rpartition("(")[0]
                key = f"{base}({match['article']})"
                stop = match.end()
                below = self._below.match(text, stop)
                while below and (below["bracket"] or below["half"]):
                    key += f"({below['bracket'] or below['half']})"
                    stop = below.end()
                    below = self._below.match(text, stop)
                if joint["to"]:
                    elements.extend(_between_paragraphs(low, key, article, match.start(), stop))
                elements.append(Element(match.start(), stop, key))
                offset = stop
                continue
            if not plural and not dotted and not self._goes_on(text, match.end(), mentions):
                break
            first = elements[-1].key
            article, offset, many = self._one(text, match, elements, match.start(), words)
            if joint["to"]:
                last = elements.pop()
                elements.extend(_between_articles(first, last))
                elements.append(last)
            offset = self._more_brackets(text, offset, article, elements)
        return tuple(elements), offset

    def _more_brackets(self, text: str, offset: int, article: str, elements: list[Element]) -> int:
        """ "Article 3(1) and (2)", "Article 15(a), (b) or (c)", "33(1)-(2)": where the last of them ends."""
        base = elements[-1].key.rpartition("(")[0] if elements[-1].key.endswith(")") else ""
        match = self._next_bracket.match(text, offset) if base else None
        while match:
            letter = match["half"] or match["bare"] or match["plain"]
            if letter and not elements[-1].key[-2].isalpha():
                break  # "2, e), et f)": letters go on from letters
            low, key = elements[-1].key, f"{base}({match['value'] or letter})"
            if match["to"]:
                elements.extend(_between_paragraphs(low, key, article, match.start("here"), match.end()))
            elements.append(Element(match.start("here"), match.end(), key))
            offset = match.end()
            match = self._next_bracket.match(text, offset)
        return offset

    @cached_property
    def _next_bracket(self) -> re.Pattern[str]:
        joints = any_of(word for word in self.words.all("and") if " " not in word)
        return re.compile(
            rf"(?:\s?,\s?(?:{joints}\s)?|\s{joints}\s|(?P<to>\s{any_of(self.words.all('to'))}\s|\s?[-–]\s?))"
            # "lg 5 p-des a-e"
            r"(?P<here>\((?P<value>\d{1,2}|[a-h])\)|(?P<half>[a-h])\)|(?<=[-–])(?P<bare>[a-h])(?!\w)"
            # "Buchst. b und c der Richtlinie", "lit. a und c GFK"
            rf"|(?P<plain>[b-h])(?=,?\s(?:{any_of(self.words.all('of'))}\s|[A-Z]{{2,}})))"
        )

    def _goes_on(self, text: str, offset: int, mentions: Mentions) -> bool:
        """
        Behind a singular "Article", a second number counts only when an instrument follows: "Article 3 and 13 of the
        …", "art. 3, 8 et 13 CEDH".
        """
        for _ in range(MOST_IN_A_LIST):
            below = self._below.match(text, offset)
            while below:
                offset = below.end()
                below = self._below.match(text, offset)
            about = _IN_WORDS.match(text, offset)
            match = self._connect.match(text, about.end() if about else offset)
            if match and (match["of"] or mentions.starting_at(match.end()) is not None):
                return True
            joint = self._next.match(text, offset)
            number = self._number.match(text, joint.end()) if joint else None
            if number is None:
                return False
            offset = number.end()
        return False

    def _one(
        self, text: str, match: re.Match[str], elements: list[Element], start: int, steps: dict[str, str]
    ) -> tuple[str, int, bool]:
        """
        Reads one provision with what stands below its article; says where it ends and whether "§§" opened a list.
        *steps* is as for `_steps_below`.
        """
        article = re.sub(r"[\s(),.-]|(?<=1)er", "", match["article"]).translate(LOOK_ALIKES).replace("One", "1")
        steps.clear()
        article, key, offset, many = self._steps_below(text, match.end(), article, article, steps)
        elements.append(Element(start, offset, key))
        return article, offset, many

    def _steps_below(
        self, text: str, offset: int, article: str, key: str, steps: dict[str, str]
    ) -> tuple[str, str, int, bool]:
        """
        Reads what stands below an article, *key* being what is read of it so far: the article with its section, the
        whole key, where that ends, and whether "§§" opened a list. *steps* takes what each word for a paragraph is
        below.
        """
        many = False
        met = set()
        below = self._below.match(text, offset)
        while below:
            value = next((below[name] for name in _VALUES if below[name]), None)
            nth = below["nth"] or below["nth_"]
            word = NTH if nth else _step(below[0]) if below["word"] or below["sign"] else ""
            if word in met and text[offset] == ",":
                break  # "Abs. 2, Abs. 3": two paragraphs
            many = many or bool(below["many"]) or bool(below["word"] and _MANY.search(below[0]))
            if below["section"]:
                # "Art. 5 ust. 1 lit. F)": behind a paragraph a capital is a point, no section of the article.
                if key.endswith(")"):
                    key += f"({below['section'].lower()})"
                else:
                    article += below["section"]
                    key += below["section"]
            elif word in SUBPARAGRAPHS and key.endswith(")"):
                pass  # "lid 2, eerste alinea", "Nr. 2 Abs. 1": a subparagraph
            elif nth and key[-2:-1].isdigit() and key[-1] == ")":
                pass  # an ordinal below a paragraph is a subparagraph
            elif nth or value is not None:
                if word:
                    steps[word] = key
                    met.add(word)
                key += f"({self.words.ordinals[nth.lower()] if nth else value})"
            offset = below.end()
            below = self._below.match(text, offset)
        return article, key, offset, many

    @cached_property
    def _same_article(self) -> re.Pattern[str]:
        """What leads to another paragraph of the same article: "und Abs. 3", "et sous f)", "en derde lid"."""
        joints = any_of(word for word in self.words.all("and") if " " not in word)
        paragraph, behind = any_of(self.words.all("paragraph")), any_of(self.words.all("paragraph_behind"))
        return re.compile(
            rf"(?:\s?,\s(?:{joints}\s)?|\s{joints}\s)"
            rf"(?=(?P<word>{paragraph})\s?\(?(?:\d{{1,2}}(?![\d/])|[a-z](?!\w))|(?P<nth>{any_of(self.words.ordinals)})(?:\s{behind}(?!\w)|(?={self._more_ordinals})))"
        )

    @property
    def _more_ordinals(self) -> str:
        """The pattern of the others of "eerste, tweede en derde lid"."""
        ordinal, behind = any_of(self.words.ordinals), any_of(self.words.all("paragraph_behind"))
        joints = any_of(word for word in self.words.all("and") if " " not in word)
        return rf"(?:,\s{ordinal}|\s{joints}\s{ordinal}){{1,4}}\s{behind}s?(?!\w)"

    def _another_paragraph(
        self, text: str, offset: int, article: str, elements: list[Element], steps: dict[str, str], mentions: Mentions
    ) -> int | None:
        """
        Reads one more paragraph of the same article, "Art. 9 Abs. 2 Buchst. e und Abs. 3 der Richtlinie", and says
        where it ends. A word that the article has not had, "Article 46(1) and paragraph 3 of the Directive", counts
        where an instrument follows.
        """
        joint = self._same_article.match(text, offset) if elements[-1].key.endswith(")") else None
        if joint is None:
            return None
        at = joint.end()
        base = steps.get(NTH if joint["nth"] else _step(joint["word"]))
        _, key, stop, _ = self._steps_below(text, at - 1, article, base or article, steps)
        if key == (base or article):
            return None
        if base is None:
            match = self._connect.match(text, stop)
            if match is None or mentions.starting_at(match.end()) is None or not key.partition("(")[2][0].isdigit():
                return None
        elements.append(Element(at, stop, key))
        return stop

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
        match = self._connect.match(text, stop)
        is_open = False
        before = mentions.ending_by(start)
        if before is not None and (before.start < spent or ":GC" in (before.key or before.hint)):
            before = None  # "General Comment No. 20: Article 7": of the treaty that it comments on
        if (
            before is not None
            and (text[before.end : start] == " " or _ENDING.fullmatch(text, before.end, start))
            and (not (match and match["of"]) or (before.key or "").startswith("ECHR-P"))
        ):
            return Group(start, stop, elements, before, is_rule=is_rule)  # "direktiivi 2013/32/EL artikli 46, …"
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
            if mention is not None:
                return Group(start, mention.end, elements, mention, is_rule=is_rule)
            # "of the Border Guard Act", "of that law": named, and not one of ours.
            is_open = bool(match["of"]) and (
                text[at : at + 1].isupper() or text.startswith(("law", "act ", "statute", "code"), at)
            )
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


def _in_its_bracket(text: str, mention: Mention, start: int) -> bool:
    """ "Den Europæiske Menneskerettighedskonventions (EMRK) artikel 3": the bracket says its name again."""
    return text[mention.end : start] == ") " and text[mention.start - 1 : mention.start] == "("


def _step(written: str) -> str:
    """What shows that two words for a paragraph are the same: "§", the first letters of "paragraphs" and "para."."""
    match = _FIRST_WORD.search(written)
    return match[0].lower() if match else ""


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
_ROMAN = {"OAU69": True, "ADRDM": False}
_LEADING_ROMAN = late(r"^[IVX]+")


def _coded(start: int, end: int, literal: str) -> Group:
    """ "P4-4", "A4P4": a provision of a Protocol in the short form of the Court's lists and of practitioners."""
    protocol, article = CODED[literal]
    mention = Mention(start, end, f"ECHR-P{protocol}", "protocol")
    return Group(start, end, (Element(start, end, article),), mention)


def _number(article: str) -> int:
    return int(article) if article.isdigit() else 0


_INDEX = late(r"[-‑](\d{1,3})(?!\d|\s(?:de|du)\s)")
_FRENCH_PARAGRAPH = late(r"[-‑](\d)(?=\s(?:de|du)\s)")

# Protocols with rights of their own, and how many articles each gives some.
_RIGHTS = {"1": 3, "4": 4, "6": 2, "7": 5, "12": 1, "13": 2}
CODED = {
    form: (protocol, str(article))
    for protocol, articles in _RIGHTS.items()
    for article in range(1, articles + 1)
    for form in (f"p{protocol}-{article}", f"a{article}p{protocol}")
}
# Between two articles in the headings of judgments: "ARTICLES 2 AND 3 OF THE CONVENTION".
CAPITAL_JOINTS = ("AND", "OR", "ET", "OU", "UND")
# A list before its word has at most so many characters and a list behind it so many elements.
REACH_OF_LIST, MOST_IN_A_LIST = 70, 12
_VALUES = ("bracket", "first", "sign", "inside", "word", "dot", "dot_", "before", "half", "lettered", "after", "also",
    "point", "stuck")  # fmt: skip
_MANY = late(r"para(?:graph(?:e)?)?s\b|apartados|párrafos|paragrafi|commi")
_FIRST_WORD = late(r"§|(?!at\s)[^\W\d_]{1,3}")
# An ordinal with its noun, as a word for a paragraph.
NTH = "\0"
# Behind a paragraph these are its subparagraphs, which the targets leave out.
SUBPARAGRAPHS = (NTH, "abs")
_FIGURES = late(r"\d+")
_IN_A_LIST = late(r"\d{1,3}(?:\s?[A-F](?!\w)|[a-z](?!\w))?")
_RECITAL_IN_BRACKETS = late(r"\s\((?P<number>\d{1,3})\)")
# How a line begins that says where an act was published.
GAZETTES = ("Dz.U.", "Dz. U.")
_BLANK = late(r"[\s\0]{1,4}")
# Under a heading, "Articles of the Covenant", the articles: "7; 17 and 24".
_LIST_BELOW = late(r":?[\s\0]{1,5}(?=\d{1,2}(?:\s?[,;(\0]|\s[^\W\d_]{1,3}\s\d|\Z))")
_ANNEX = late(r"\s(?P<number>[IVX]{1,5}|\d{1,2})(?!\w)")
_LEADS_A_LIST = late(r"\s\d{1,3}(?![\d/])")
# The last step of a key is a letter: "35(3)(a)".
_LETTERED = late(r"\)\([a-z]\)\Z")
_DOTTED = late(r"\.\d{1,2}(?![\d.])")
_NOTE_MARK = late(r"\s?\[\d{1,3}\]\s|\(\d{1,2}\)\s")
_IN_WORDS = late(_ABOUT)
_SECTION_BEHIND = late(r"\s(?:§§?|Artt?\.?)\s?\d")
# "le 2° du A de l'article 1er", "A, 2°, de l'article 1er", "section A, paragraphe 2, de l'article 1er".
_SECTION_ABOVE = late(
    r"(?<!\w)(?P<here>(?P<number>\d)°?\s(?:du|de\sla\ssection)\s(?P<letter>[A-F])"
    r"|(?:section\s)?(?P<letter2>[A-F])(?:,?\s(?:paragraphe\s|par\.\s|§\s?)?(?P<number2>\d)°?)?),?\sde\sl'$"
)
# The case of an abbreviation: "EIS:n 3 artikla", "EIÕK-i artikkel 3".
_ENDING = late(r"[:'’-][a-zäöõü]{1,6}\s")
# A bracket or a quotation closes between an instrument and its articles.
_CLOSED_BEFORE = late(r"[\"”»]?\)(?:\s\([A-Z][\w-]{1,11}\))?\s?[,:]\s")
_CLOSED = late(r"[\"']?\)\s")
_LAST_WORD = late(r"([^\W\d_]+)\s$")
# "… “Par ārkārtējās situācijas izsludināšanu” (Rīkojums) 6.pantu".
_TERM_BEFORE = late(r"\(([^\W\d_]+)\)\s$")
_IN_BRACKETS = late(r"\s?\((\d{1,2})\)")
# So many letters of a word do not change with its case.
STEM = 6


def _paragraphs_of(article: Element, many: re.Match[str]) -> list[Element]:
    """The article with each paragraph of the list behind it: the first from the article on, each other its number."""
    found: list[Element] = []
    for number in re.finditer(r"\d+|(?<![^\W\d_])[a-h](?![^\W\d_])", many["list"]):
        at = many.start("list") + number.start()
        element = Element(at if found else article.start, at + len(number[0]), f"{article.key}({number[0]})")
        if found and re.search(r"[-–]\s?$", many["list"][: number.start()]):
            found.extend(_between_paragraphs(found[-1].key, element.key, article.key, at, element.end))
        found.append(element)
    return found


def _each_before(reach: str, several: re.Match[str], offset: int, article: Element) -> list[Element]:
    """The paragraphs before their article: the first with its word, the last up to the end of the article."""
    found: list[Element] = []
    for number in _FIGURES.finditer(reach, several.start("list"), several.end("list")):
        at = offset + (number.start() if found else several.start())
        one = Element(at, offset + number.end(), f"{article.key}({number[0]})")
        if found and reach[number.start() - 1] in "-–":
            found.extend(_between_paragraphs(found[-1].key, one.key, article.key, at, one.end))
        found.append(one)
    found[-1] = found[-1]._replace(end=article.end)
    return found


def _between_articles(first: str, last: Element) -> list[Element]:
    """The articles between the two ends of a range, each over the number that closes it."""
    low, high = re.match(r"\d+", first), re.match(r"\d+", last.key)
    if not low or not high or not 0 < int(high[0]) - int(low[0]) <= LONGEST_RANGE:
        return []
    return [Element(last.start, last.end, str(number)) for number in range(int(low[0]) + 1, int(high[0]))]


def _between_paragraphs(first: str, last: str, article: str, start: int, end: int) -> list[Element]:
    low, high = re.search(r"\((\d+)\)", first), re.search(r"\((\d+)\)", last)
    if not low or not high or not 0 < int(high[1]) - int(low[1]) <= LONGEST_RANGE:
        return []
    return [Element(start, end, f"{article}({number})") for number in range(int(low[1]) + 1, int(high[1]))]


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
