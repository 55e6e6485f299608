"""
The sections of a statute: "§§ 47 Abs. 1a, 56", "s. 98", "art. 303 ust. 4", "12 kap. 1 §", "140-8 straipsnio 1 dalis".

The words come from ``rules/law/statutes``, all States' at once: an English brief cites German law and the other way
round. A list counts only beside the name of a statute, which is why so many short words do no harm.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import cached_property
from typing import Any, NamedTuple

from attrs import define

from refoulement_lint.citations.words import anywhere
from refoulement_lint.late import late

# How far before the name of its statute a list of sections may begin, in characters.
REACH = 200
# Articles of another thing stand at most so far before a list without its word.
REACH_OF_A_BARE_LIST = 150
# Behind "Abs. 5 und", a bare number up to this is a paragraph of the same section, a higher one is a section.
HIGHEST_PARAGRAPH = 20
# The first of several paragraphs before their word: the "3" of "3 ir 4 dalys".
SEVERAL = "+"
# First characters of "section", "s", "rule", "reg": words that stand before "of" when their statute comes behind.
ENGLISH_WORDS = ("s", "r")
# A longer list is a table of contents.
LONGEST_LIST = 40
# A name of up to three words, and a section right behind it.
# "…, SC 2001, c 27, s 97": where the statutes of Canada have it.
_IN_THE_STATUTES = (
    r"(?:,\s(?:[RL]\.?\s?)?[SLR]\.?\s?C\.?,?\s(?:19|20)\d\d,\sch?\.?\s[\w.-]{1,9}(?:\s\[[^\[\]]{2,30}\])?)?"
)
_LEADS_TOO = late(r"[^\s,;.()]{2,40}(?:\s[^\s,;.()]{1,20}){0,2}\s(?:§§?|Artt?\.?)\s?\d")
_ACT_BEFORE = late(r"(?<![\w-])[A-ZÄÖÜ][\w-]*[A-Z][\w-]*\s$")
# "au sens du 2 de l'article 28", "le a du 2° de l'article L. 511-1", "du I de l'article L. 511-1".
FRENCH_STEPS = late(
    r"(?<!\w)(?:au|aux|du|le|les|des|ce|ces)\s(?P<here>(?:(?P<letter>[a-h])\)?\sdu\s)?(?P<number>\d{1,2}|[IVX]{1,4})°?)\sde\s(?:l')?$"
)
_APART = late(r"[;()\0]")
# "T.U.I., dell'art. 8, co. 3, d.lgs. n. 25/2008": the article is the next one's.
_OF_WHAT_FOLLOWS = late(r"(?:d(?:ell|all)'|del\s|de\sl'|des\s|der\s|del\s)")
_CHAPTER = late(r"(?<!\w)(?:[Cc]h(?:apter|\.)\s(?P<number>\d{1,2}[a-z]?),?|(?P<number2>\d{1,2}\s?[a-z]?)\s?kap\.?)\s$")
_NEXT_LETTER = late(r"([a-l])(?!\w)\)?")
_RANGE = late(r"(\d{1,4})-(\d{1,4})((?:\(.*)?)")
_RAISED = late(r"[⁰¹²³⁴⁵⁶⁷⁸⁹]+")
_SUPERSCRIPTS = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹", "0123456789")


# "section 4 above" is of the draft itself.
_OF_THE_DRAFT = late(r",?\s(?:above|below|hereof|infra|supra|ci-dessus|ci-dessous|of)\b")


class Section(NamedTuple):
    """One section of a list: where it stands, and its key after the statute (``"29(1)(2)"``)."""

    start: int
    end: int
    key: str


class Sections(NamedTuple):
    """A list of sections; *word* is the first character of its word, in lower case: ``"§"``, ``"a"``, ``"s"``."""

    start: int
    end: int
    word: str
    elements: tuple[Section, ...]

    def with_ranges(self, text: str) -> Sections:
        """The same with "§ 3-5" as three sections."""
        found: list[Section] = []
        for one in self.elements:
            ends = _RANGE.fullmatch(one.key)
            low, high = (int(ends[1]), int(ends[2])) if ends else (0, 0)
            if ends is None or not 1 <= high - low <= LONGEST_LIST:
                found.append(one)
                continue
            at = re.compile(rf"[-‑–]{high}").search(text, one.start, one.end)
            at_last = at.start() + 1 if at is not None else one.start
            found.append(Section(one.start, max(at_last - 1, one.start), ends[1]))
            found.extend(Section(at_last, one.end, str(number)) for number in range(low + 1, high))
            found.append(Section(at_last, one.end, ends[2] + ends[3]))
        return self._replace(elements=tuple(found)) if len(found) > len(self.elements) else self


class Level(NamedTuple):
    """
    One step below a section: the beginning of its word (``""`` for a bracket), and the value, ``""`` where the key
    leaves it out ("Satz 2").
    """

    word: str
    value: str

    @property
    def shape(self) -> str:
        """Whether it counts in digits, letters, capitals or Roman numerals; ``""`` where the key leaves it out."""
        if not self.value:
            return ""
        if self.value[0].isdigit():
            return "digits"
        if self.value.strip("ivx") == "":
            return "roman"
        return "capitals" if self.value[0].isupper() else "letters"


def nowhere(_: int) -> bool:
    """No statute begins there."""
    return False


@define(frozen=True, slots=False, eq=False, repr=False)
class SectionGrammar:
    """Reads lists of sections; *words* are the ``[words]`` of the States' files, *may_stand* is as for ``Words``."""

    words: Sequence[Mapping[str, Any]]
    may_stand: Callable[[str], bool] = anywhere

    def _of(self, kind: str) -> tuple[str, ...]:
        words = dict.fromkeys(word for words in self.words for word in words.get(kind, ()))
        return tuple(word for word in words if self.may_stand(word.removesuffix("*")))

    @cached_property
    def _word(self) -> re.Pattern[str]:
        """The word before the number; the group ``many`` opens a list."""
        many, one = _any(self._of("sections"), capital=True), _any(self._of("section"), capital=True)
        return re.compile(
            # "et L. 761-1 du code de justice administrative"; before the words, for "R." is a rule in English.
            r"(?<![\w§])(?:(?P<code>(?=[LR]\.\s?\*{0,2}\s?\d{3,4}-\d))"
            rf"|(?:(?P<many>{many})|{one})(?![^\W\d_])\s?(?=\d|[LRDA]\.?\s?\*{{0,2}}\s?\d))"
        )

    @cached_property
    def _lettered(self) -> Mapping[str, str]:
        """Words for provisions counted apart → the letters before their number: "disposición adicional" → DA."""
        found = {word: letters for words in self.words for word, letters in words.get("lettered", {}).items()}
        return {word: letters for word, letters in found.items() if self.may_stand(word)}

    @cached_property
    def _counted_apart(self) -> re.Pattern[str]:
        """ "disposición adicional décima", "DA 10ª"."""
        ordinal = _any(f"{stem}*" for stem in self._of("ordinals"))
        return re.compile(
            rf"(?<!\w)(?P<word>{_any(self._lettered, capital=True)})\s"
            rf"(?:(?P<number>\d{{1,2}})(?!\d)\.?[ªº]?|(?P<ordinal>{ordinal}))(?!\w)"
        )

    @cached_property
    def _number(self) -> re.Pattern[str]:
        """``60a``, ``345A``, ``9ter``, ``1208.16``, ``L. 511-1``, ``140-8``, ``48/3``, ``8:54``; never "12/2009"."""
        return re.compile(
            r"(?<![\d/])(?P<code>[LRDA]\.?\s?\*{0,2}\s?(?=\d))?(?P<base>\d{1,4})(?!\d)(?P<dots>\.\d{1,3}(?!\d)(?:\.\d{1,2}(?=[°º]))?)?[°º]?"
            r"(?P<index>(?:[-‑–]\d{1,3}(?!\d)){1,3}|[⁰¹²³⁴⁵⁶⁷⁸⁹]{1,2}|\^\d{1,2}|(?:/\d{1,2}(?!\d)){1,2}(?!/)|/[A-Z](?!\w)|:\d{1,3}(?!\d))?"
            r"(?P<letters>(?:[-‑]\s?|\s)?(?:bis|ter|quater|quinquies|sexies|septies|octies|novies|decies)(?!\w|\s\d)"
            r"|[a-z]{1,2}(?!\w)|[A-Z]{1,4}(?!\w|\.\w)|\s[a-h](?=\s(?:Abs|Satz|[A-ZÄÖÜ])|\s?§|\s?$"
            # "§ 9 c, stk. 1", "§ 17-1 a første ledd", "§ 9 c i udlændingeloven"
            rf"|,?\s{_any(self._of('below'))}(?![^\W\d_])|\si\s[^\W\d_]+lov"
            rf"|\s{_any(f'{stem}*' for stem in self._of('ordinals'))}\s{_any(self._of('below_behind'))}))?"
            r"(?![/\d]|,\d{3}(?!\d))"
        )

    @cached_property
    def _behind(self) -> re.Pattern[str]:
        """Numbers with their word behind: ``147 §``, ``3 ir 13 straipsnių``, ``23. panta``, ``12 kap. 1 §``."""
        number = r"\d{1,3}(?:[-‑–]\d{1,2}|[⁰¹²³⁴⁵⁶⁷⁸⁹]{1,2}|\.\d{1,2}(?=\s?§))?\s?(?:[a-z](?!\w))?\.?"
        chapter = _any(self._of("chapter"))
        return re.compile(
            rf"(?<![\w/.,§])(?:(?P<chapter>\d{{1,2}}\s?[a-z]?)\.?\s?{chapter}\s?)?"
            rf"(?:(?P<numbers>{number}(?:{self._plain_joint}{number}){{0,8}})\s?|(?P<roman>[IVXL]{{1,7}})\.\s)"
            # The sign is lost before what stands below it, "87 1 momentti", and behind a chapter, "5 kap. 6 UtlL".
            rf"(?:(?P<word>{_any(self._of('behind'))})(?!\w)|(?(chapter)(?=[^\W\d_]|\Z)|(?=\d{{1,2}}\.?\s{_any(self._of('below_a_sign'))})))"
        )

    @cached_property
    def _listed(self) -> re.Pattern[str]:
        """A paragraph behind which others may follow, whatever its number: "stk. 1 og 2", "lg-s 1 või 3"."""
        return re.compile(rf"(?<![^\W\d_]){_any(self._of('listed'))}\s\d{{1,2}}$")

    @cached_property
    def _plain_joint(self) -> str:
        return rf"(?:\s?,\s?|\s{_any(self._of('and'))}\s)"

    @cached_property
    def _below(self) -> re.Pattern[str]:
        """``(2)``, ``Abs. 1``, ``pkt 2``, ``1 dalies``, ``a) pontja``, ``trešā daļa``; "Satz 2" is left out."""
        suffix = r"(?:[a-z]{1,2}|bis|ter|[-‑]\s?(?:bis|ter|quater|quinquies|sexies))"
        value = (
            rf"(?:\d{{1,3}}(?:\.\d{{1,2}}|[⁰¹²³⁴⁵⁶⁷⁸⁹]{{1,2}})?{suffix}?|[a-zA-Zа-яА-Я]{{1,2}}|[ivxIVX]{{1,5}})(?!\w)"
        )
        step = _any(self._of("below"), capital=True)
        behind, silent = _any(self._of("below_behind")), _any(self._of("silent"))
        silent_behind = _any(self._of("silent_behind"))
        ordinal = _any(f"{stem}*" for stem in self._of("ordinals"))
        return re.compile(
            # "5 straipsnio (2021 m. liepos 13 d. redakcija) 6 dalis"
            rf"(?P<version>\s\([^()]{{0,60}}(?<!\w){_any(self._of('version'))}[^()]{{0,40}}\)(?=,?\s(?:\d|{step})))|"
            r"\s?\((?P<bracket>\d{1,3}[A-Za-z]{0,2}|[a-z]{1,2}|[a-z]\.\d|[ivxl]{1,6}|[A-Z]{1,3}\d?)\)(?:(?![^\W\d])|(?=[a-z]\)))(?!\s?"
            + behind
            + ")"
            rf"|,?\s?(?<![^\W\d_])(?P<step>{step})(?![^\W\d_])\s?[\"„”«'(]?(?P<value>{value})[)\"”»']?"
            rf"|,?\s[\"„”«'(]?(?P<before>\d{{1,3}}[a-z]?|[a-z](?=[)\"”»']))[.)\"”»']{{0,2}}\s(?P<behind>{behind})(?!\w)"
            rf"|,?\s(?P<several>\d{{1,2}}(?={self._plain_joint}\d{{1,2}}(?:{self._plain_joint}\d{{1,2}}){{0,4}}\s{behind}(?!\w)))"
            rf"|,?\s(?P<several_nth>{ordinal}(?={self._plain_joint}{ordinal}(?:{self._plain_joint}{ordinal}){{0,4}}\s{behind}(?!\w)))"
            r"|\s(?P<roman>[IVX]{1,4})(?=\sd(?:u|e)\s)"
            r"|,\s(?P<degree>\d{1,2})°"
            r"|(?:\.|,?\s|(?<=\d\)))(?P<letter>[a-z])(?:\)|\s\)(?=\s?[,;.]|\s[^\W\d_]))"
            rf"|,?\s(?P<ordinal>{ordinal})\s(?P<counted>{behind})(?!\w)(?:\s(?P<bare>\d{{1,2}})(?![\w.]))?"
            rf"|,?\s?(?<![^\W\d_])(?P<silent>{silent})(?![^\W\d_])\s?\d{{1,2}}(?!\w)"
            rf"|,?\s(?P<mute>(?:\d{{1,2}}\.|{ordinal})\s{silent_behind})(?![^\W\d_])"
            r"|\s?(?P<on>ff?\.?(?!\w)|ss?\.(?=\s[A-ZÀ-Ý])|et\sseq\.?|i\snast\.|a\snasl\.|(?:erste|zweite|dritte)\s(?:Alternative|Halbsatz)"
            r"|(?:första|andra|tredje|fjärde)\s(?:ledet|meningen|strecksatsen))"
        )

    @cached_property
    def _step_before(self) -> re.Pattern[str]:
        """A step that stands before its section; an "of" shows it, or Cyrillic words, which need none."""
        words = [word for word in self._of("below") if word.strip("§.")]
        cyrillic = _any((word for word in words if "а" <= word[0] <= "ї"), capital=True)
        latin = _any((word for word in words if not "а" <= word[0] <= "ї"), capital=True)
        value = r"[(\"]?(?P<value>\d{1,3}(?:\.\d{1,2})?[a-z]?|[a-z](?=\))|[a-zа-я](?=\"))[)\"]?"
        ordinal = _any(f"{stem}*" for stem in self._of("ordinals") if stem[0] >= "а")
        return re.compile(
            rf"(?<![^\W\d_])(?:{cyrillic}\s?|{latin}\s?(?=\(?\w{{1,4}}\)?\s(?:of|von|des|de|del|della|dell'|dello)\b))(?:{value}|(?P<ordinal>{ordinal}))"
            r"(?:\s(?:of|von|des|del|della|dello|de))?\s?$"
        )

    @cached_property
    def _joint(self) -> re.Pattern[str]:
        """Between two sections of a list; the group ``to`` makes it a range."""
        return re.compile(
            rf"(?P<to>\s?[-–]\s?|\s{_any(self._of('to'))}\s)|"
            # "§§ 1158(b)(1)(B)(iii) (asylum); 1231(b)(3)(C)"
            r"(?:\s\([a-z][a-z ]{2,30}\)(?=;))?"
            rf"\s?[,;]\s?(?:{_any(self._of('and'))}\s)?|\s{_any(self._of('and'))}\s"
        )

    def _joins(self, between: str, word: str) -> bool:
        """
        Whether what stands between two sections is "and" beside that word for "section", though it is "to" in other
        States: Czech "§ 5 a 6", Spanish "artículos 5 a 6".
        """
        both = [words for words in self.words if between in words.get("and", ())]
        return bool(both) and not any(
            between in words.get("to", ()) and any(section[0] == word for section in words.get("section", ()))
            for words in self.words
        )

    @cached_property
    def _connect(self) -> re.Pattern[str]:
        """From the list to the name of the statute behind it."""
        return re.compile(
            rf"(?:\[\d{{1,3}}\])?(?:\s\([^()]{{1,60}}\))?(?:\s?,)?(?:\s{_any(self._of('of'))}(?:\s|(?<=['’])))?\s?(?:{_any(self._of('filler'))}\s){{0,2}}"
        )

    @cached_property
    def _lead(self) -> re.Pattern[str]:
        """From the name of a statute to the list behind it."""
        return re.compile(
            rf"\"?(?:[:'-][a-zäöõü]{{1,4}}(?=\s))?{_IN_THE_STATUTES}(?:\s\([^()]{{1,80}}\))?\s?[,:|–-]?\s?\(?"
            # "Vu le code de justice administrative, notamment ses articles L. 521-2 et L. 761-1"
            r"(?:(?:notamment|en\sparticulier|in\sparticular|insbesondere|in\sparticolare|en\sparticular)\s"
            r"(?:(?:ses|son|its|les|su|sus|los|gli|the)\s)?|(?:in|at|under|ex)\s)?"
        )

    @cached_property
    def _another(self) -> re.Pattern[str]:
        """What leads from a list to a statute that no file knows: "of the Weapons Act", "ustawy z 1997 r."."""
        return re.compile(rf"\s(?:{_any(self._of('of'))}\s|{_any(self._of('nouns'))}(?!\w))")

    def leads_on(self, text: str, end: int) -> bool:
        """Whether the words behind a list name a statute of their own."""
        return bool(self._another.match(text, end))

    def is_of_a_statute(self, text: str, end: int) -> bool:
        """Whether nothing behind a list says that it is of something else: "of the report", "below"."""
        return not self.leads_on(text, end) and not _OF_THE_DRAFT.match(text, end)

    def places_of(self, text: str, base: str) -> Iterator[int]:
        """Where a word for "section" and that number stand together."""
        number, suffix, _ = re.split(r"-?((?:bis|ter|quater|quinquies)$|$)", base, maxsplit=1)
        if number not in text:
            return
        words = _any((*self._of("section"), "§"), capital=True)
        last = rf"[-‑]?\s?{suffix}" if suffix else ""
        for match in re.finditer(rf"(?<![\w§]){words}\s?{re.escape(number)}{last}(?![\w/])", text):
            yield match.start()

    # --- before and behind the name ----------------------------------------------------------------------------------

    def ending_at(self, text: str, end: int, floor: int, *, behind_name: bool = False) -> Sections | None:
        """
        The longest list whose words lead to the name that begins at *end*; it begins at or behind *floor*.

        *behind_name*: another name ends at *floor* and has no section yet, so that the first belongs to it: "the
        Immigration Act 2009, s 130, and section 61A of the …".
        """
        floor = max(floor, end - REACH)
        starts = {match.start() for match in self._word.finditer(text, floor, end)}
        starts.update(match.start() for match in self._behind.finditer(text, floor, end))
        if self._lettered:
            starts.update(match.start() for match in self._counted_apart.finditer(text, floor, end))
        found: Sections | None = None
        for start in sorted(starts):
            sections = self.read(text, start, end)
            if sections is not None and self._connect.fullmatch(text, sections.end, end):
                if _ACT_BEFORE.search(text, max(0, start - 20), start) and _LEADS_TOO.match(text, end):
                    return None  # "GRC Art. 4 VwGO § 80": each act before its own
                lead = self._lead.match(text, floor)
                if found is not None or not behind_name or lead is None or lead.end() != start:
                    return self._with_steps_before(text, floor, sections)
                if self._belongs_to_the_name_before(text, sections, end):
                    return None
                if text[sections.end] != ",":
                    found = sections  # "HKMS § 158 lg 3, VRKS § 4": behind a comma it is the next statute's turn
        return found or self._behind_another(text, end, floor)

    def _behind_another(self, text: str, end: int, floor: int) -> Sections | None:
        """Numbers without their word, behind the articles of something else: "artt. 3 CEDU e 10 Cost."."""
        low = max(0, end - REACH_OF_A_BARE_LIST)
        word = next((word for word in self._article.finditer(text, low, end)), None)
        if word is None:
            return None
        for joint in self._bare_list.finditer(text, max(floor, word.end()), end):
            if _APART.search(text, word.end(), joint.start()):
                return None
            sections = self.read(text, joint.end(), end, bare="1-3")
            if sections is not None and self._connect.fullmatch(text, sections.end, end):
                return sections
        return None

    @cached_property
    def _article(self) -> re.Pattern[str]:
        """A word for "article" with its number."""
        words = (word for word in (*self._of("section"), *self._of("sections")) if word[0] == "a")
        return re.compile(rf"(?<!\w){_any((*words, 'Art.'), capital=True)}\s?\d")

    @cached_property
    def _bare_list(self) -> re.Pattern[str]:
        """Where a list without its word may begin: behind a letter or a stop, and a joint."""
        return re.compile(rf"(?<=[^\W\d_.])\.?(?:,\s|,?\s{_any(self._of('and'))}\s)(?=\d)")

    def _belongs_to_the_name_before(self, text: str, sections: Sections, end: int) -> bool:
        """
        Whether a list between two names is the first one's: "Migration Act 1958 (Cth), ss 36, 65 Judiciary Act 1903".

        Nothing leads from the list to the second name, and English writes "of"; "AsylG, § 3 AufenthG" needs none.
        """
        return sections.word in ENGLISH_WORDS and text[sections.end : end].strip(" ,;") == ""

    def _with_steps_before(self, text: str, floor: int, sections: Sections) -> Sections:
        """The list with what stands before its first word: "paragraph 2 of Article 5", «п. 1 ч. 2 ст. 15»."""
        match = _CHAPTER.search(text, max(floor, sections.start - 16), sections.start)
        if match is not None:
            # "Chapter 4, Sections 1 and 2" is what the Swedish text writes "4 kap. 1 och 2 §§".
            chapter = match["number"] or match["number2"].replace(" ", "")
            found = [one._replace(key=f"{chapter}:{one.key}") for one in sections.elements]
            found[0] = found[0]._replace(start=match.start())
            return Sections(match.start(), sections.end, sections.word, tuple(found))
        first, *others = sections.elements
        if "(" in first.key:
            return sections
        start, key = first.start, first.key
        french = FRENCH_STEPS.search(text, max(floor, start - 30), start)
        if french is not None:
            start = french.start("here")
            key += f"({french['number']})" + (f"({french['letter']})" if french["letter"] else "")
            return Sections(start, sections.end, sections.word, (Section(start, first.end, key), *others))
        match = self._step_before.search(text, max(floor, start - 40), start)
        while match is not None and match.end() == start and key.count("(") < 3:
            start, key = match.start(), f"{key}({match['value'] or self._ordinal(match['ordinal'])})"
            match = self._step_before.search(text, max(floor, start - 40), start)
        return Sections(start, sections.end, sections.word, (Section(start, first.end, key), *others))

    def following(
        self, text: str, end: int, *, bare: str = "", named: Callable[[int], bool] = nowhere
    ) -> Sections | None:
        """
        The list that follows the name ending at *end*.

        *bare*: from how many to how many digits a section may have that stands there without a word ("INA 208").
        *named* says where other names begin: what leads to one of them belongs to it.
        """
        lead = self._lead.match(text, end)
        assert lead is not None  # the pattern also matches nothing
        limit = min(len(text), end + REACH)
        for at in dict.fromkeys((lead.end(), end + 1 if text[end : end + 1] == " " else end)):
            alone = bare if at <= end + 1 else ""  # "INA, 8 U.S.C." names no section 8
            for groups in (LONGEST_LIST, 1):
                sections = self.read(text, at, limit, bare=alone, tail=True, named=named, groups=groups)
                if sections is None:
                    break
                connect = self._connect.match(text, sections.end)
                if connect is not None and named(connect.end()) and _OF_WHAT_FOLLOWS.match(text, at):
                    break
                if connect is None or not named(connect.end()) or text[sections.end : sections.end + 1] == ",":
                    return sections
                if at <= end + 1 and _LEADS_TOO.match(text, connect.end()):
                    return sections  # "AsylG §§ 27a, 34a Dublin III-VO Art. 3": each act before its own
                if self._belongs_to_the_name_before(text, sections, connect.end()):
                    return sections
        return None

    # --- one list ----------------------------------------------------------------------------------------------------

    def read(
        self,
        text: str,
        at: int,
        limit: int,
        *,
        bare: str = "",
        tail: bool = False,
        named: Callable[[int], bool] = nowhere,
        groups: int = LONGEST_LIST,
    ) -> Sections | None:
        """
        The list that begins exactly at *at*, or ``None``.

        *tail*: it stands behind its statute, where a plain number after "and" may be anything. *groups* is how many
        times the word for "section" may stand in it.
        """
        first = self._opening(text, at, limit, bare=bare)
        if first is None:
            return None
        word, many, found, at = first
        begin = found[0].start
        section, chain, at = self._chain(word, text, found[-1], at, limit)
        found[-1] = section
        while len(found) < LONGEST_LIST:
            joint = self._joint.match(text, at, limit)
            if joint is None:
                break
            at_next = joint.end()
            if ";" in joint[0] and not tail:
                # Only Polish head notes part a list before its statute so: "art. 13; art. 19 ust. 1 Ustawa z dnia".
                again = self._opening(text, at_next, limit, bare="") if word == "a" else None
                if again is None or again[0] != word:
                    break
            ahead = self._step_ahead(text, at_next, limit, word)
            if ahead is not None:
                one, at = ahead
                section, chain, at = self._chain(word, text, one, at, limit)
                found.append(section)
                continue
            step = self._step(text, at_next, limit, word)
            if step is not None and word in ENGLISH_WORDS and _is_high(step[0]):
                step = None  # "section 96 and subsection 97(1)"
            if step is not None and step[0].word == "§" and (";" in joint[0] or groups == 1):
                step = None  # "Art. 133 B-VG; § 55 AsylG": a section of another statute
            if step is not None:
                above = _above(chain, step[0])
                if above is None:
                    break
                base = Section(at_next, at_next, _base(section.key))
                section, chain, at = self._chain(word, text, base, at_next, limit, above)
                if section.key == found[-1].key:
                    found[-1] = Section(found[-1].start, at, section.key)
                else:
                    found.append(section)
                continue
            again = self._opening(text, at_next, limit, bare="")
            if again is not None and again[0] == word and groups == 1:
                break
            if again is not None and again[0] == word:
                _, many, more, at = again
                if ":" in section.key and ":" not in more[0].key and more[0].key.isalnum() and word == "§":
                    # "4 kap. 1 § och 2 §" is one chapter.
                    chapter = section.key.partition(":")[0]
                    more = [one._replace(key=f"{chapter}:{one.key}") for one in more]
                section, chain, at = self._chain(word, text, more[-1], at, limit)
                found.extend([*more[:-1], section])
                continue
            letter = _NEXT_LETTER.match(text, at_next, limit)
            if letter is not None and chain and chain[-1].shape == "letters" and letter[1] > chain[-1].value:
                # "pkt 1 lit. a i c": the points between the two words are one list.
                chain, at = (*chain[:-1], Level(chain[-1].word, letter[1])), letter.end()
                below = "".join(f"({level.value})" for level in chain if level.value)
                section = Section(at_next, at, _base(section.key) + below)
                found.append(section)
                continue
            number = self._number.match(text, at_next, limit)
            if number is None or named(at_next):
                break
            # "r 4.12(1), 36.03(a)": no page has a stop in it
            dotted = bool(number["dots"]) and "." in section.key and word in ENGLISH_WORDS
            if tail and not many and not dotted and not self._listed.search(text, max(0, at - 16), at):
                break
            is_one = bool(chain) and not chain[-1].value and not chain[-1].word[:1].isdigit()
            if is_one and number[0].isdigit() and (not many or int(number[0]) <= HIGHEST_PARAGRAPH):
                at = number.end()  # "Satz 1 und 4" is one provision
                found[-1] = section = Section(found[-1].start, at, section.key)
                continue
            one = Section(at_next, number.end(), _normal(number))
            # "§§ 13 Abs. 2 bis 5 und 22": a range of paragraphs in a list of sections
            is_range = bool(joint["to"]) and not self._joins(joint["to"].strip(), word)
            within = is_range and number[0].isdigit() and int(number[0]) < int(digits(section.key))
            counted = [index for index, level in enumerate(chain) if level.shape == "digits"]
            # "commi 1 e 1.1", but not "r 4.12(1), 5.03(a)"
            paragraph = number["base"] if number["dots"] and chain and chain[-1].word else number[0]
            # "ust. 2a i 2b": letters go on where there was one
            lettered = bool(counted) and not many and not chain[counted[-1]].value.isdigit()
            is_low = (paragraph.isdigit() or (lettered and paragraph[:-1].isdigit())) and int(
                digits(paragraph)
            ) <= HIGHEST_PARAGRAPH
            if chain and not counted and tail and not many and is_low:
                break
            if counted and (not many or within) and is_low:
                last = counted[-1]
                above = (*chain[:last], Level(chain[last].word, number[0]))
                one = Section(at_next, number.end(), _base(section.key))
            else:
                above = ()
                if is_range:
                    found.extend(_between(section.key, number))
            section, chain, at = self._chain(word, text, one, number.end(), limit, above)
            found.append(section)
        return Sections(begin, at, word, tuple(found))

    def _step_ahead(self, text: str, at: int, limit: int, word: str) -> tuple[Section, int] | None:
        """The next section of a list with what stands before its word: "п. 1 ст. 1 и п. 3 ст. 12 Закона"."""
        steps = self._steps_ahead.match(text, at, limit)
        again = self._opening(text, steps.end(), limit, bare="") if steps is not None else None
        if again is None or again[0] != word or len(again[2]) > 1:
            return None
        read = Sections(again[2][0].start, again[3], word, (again[2][0],))
        return self._with_steps_before(text, at, read).elements[0], again[3]

    @cached_property
    def _steps_ahead(self) -> re.Pattern[str]:
        """Steps in Cyrillic words, as they stand before "ст."."""
        words = [word for word in self._of("below") if word.strip("§.") and "а" <= word[0] <= "ї"]
        ordinal = _any(f"{stem}*" for stem in self._of("ordinals") if stem[0] >= "а")
        return re.compile(
            rf"(?:{_any(words, capital=True)}\s?(?:\"?(?:\d{{1,3}}[a-z]?|[а-я](?=\"))\"?|{ordinal})\s?){{1,3}}"
        )

    def _opening(self, text: str, at: int, limit: int, *, bare: str) -> tuple[str, bool, list[Section], int] | None:
        """The first section of a list with its word before or behind: class of the word, plural, sections, end."""
        match = self._word.match(text, at, limit)
        if match is not None or bare:
            start = match.end() if match else at
            number = self._number.match(text, start, limit)
            if number is not None and (match is not None or _fits(number["base"], bare)):
                word = "" if match is None else "a" if match["code"] is not None else match[0][0].lower()
                many = bool(match and match["many"])
                end = number.end()
                if number["index"] and number["index"][0] in "-‑–" and not number["code"] and many:
                    # "§§ 3-5" is a range; "Article 140-8" and "§ 17-18" are one.
                    end = number.start("index")
                    return word, True, [Section(at, end, number["base"] + (number["dots"] or ""))], end
                return word, many, [Section(at, end, _normal(number))], end
        apart = self._counted_apart.match(text, at, limit) if self._lettered else None
        if apart is not None:
            letters = self._lettered.get(apart["word"]) or self._lettered[apart["word"][0].lower() + apart["word"][1:]]
            key = f"{letters}{apart['number'] or self._ordinal(apart['ordinal'])}"
            return "a", False, [Section(at, apart.end(), key)], apart.end()
        behind = self._behind.match(text, at, limit)
        if behind is None:
            return None
        word = (behind["word"] or "§")[0].lower()
        if behind["roman"]:
            one = Section(at, behind.end(), behind["roman"])
            return word, False, [one], behind.end()
        found = []
        begin = behind.start("numbers")
        stop = behind.end("numbers")
        end_of_all = behind.end() if behind["word"] else stop - (text[stop - 1] == " ")
        numbers = [number for number in self._number.finditer(text, begin, behind.end()) if number.end() <= stop]
        chapter = f"{behind['chapter'].replace(' ', '')}:" if behind["chapter"] else ""
        for index, number in enumerate(numbers):
            start = at if index == 0 else number.start()
            end = end_of_all if index == len(numbers) - 1 else number.end()
            if behind["word"] == "§§" and (number["index"] or "")[:1] in ("-", "–"):
                # "4 kap. 1-2 §§": the plural makes it a range.
                low, high = int(number["base"]), int(number["index"][1:])
                found.append(Section(start, number.end("base"), f"{chapter}{low}"))
                found.extend(
                    Section(number.start("index") + 1, end, f"{chapter}{n}")
                    for n in range(low + 1, high + 1)[:LONGEST_LIST]
                )
                continue
            found.append(Section(start, end, chapter + _normal(number)))
        return (word, False, found, end_of_all) if found else None

    def _chain(
        self, word: str, text: str, section: Section, at: int, limit: int, chain: tuple[Level, ...] = ()
    ) -> tuple[Section, tuple[Level, ...], int]:
        """The section with what stands below it, and where that ends."""
        step = self._step(text, at, limit, word)
        while step is not None:
            level, after = step
            if level.word and text[at] == "," and level.word in {above.word for above in chain}:
                break  # "§ 60 Abs. 5, Abs. 7 S. 1" are two
            if text[at] == "," and chain and chain[-1].word == SEVERAL:
                break  # "5 straipsnio 6, 8 dalys" too
            if not level.word and text[at] == "," and chain and level.shape == chain[-1].shape == "letters":
                break  # "lett. a), b) e c)" are three
            at = after
            chain = (*chain, level)
            step = self._step(text, at, limit, word)
        below = "".join(f"({level.value})" for level in chain if level.value)
        return Section(section.start, at, section.key + below), chain, at

    def _step(self, text: str, at: int, limit: int, word: str) -> tuple[Level, int] | None:
        """One step below a section, and where it ends."""
        match = self._below.match(text, at, limit)
        if match is None and at and text[at - 1] == " ":
            match = self._below.match(text, at - 1, limit)
        if match is None or (match["step"] == word == "§"):
            return None  # "§ 3, § 4" are two sections, "art. 7 § 1" is one
        if match["bracket"] or match["letter"]:
            return Level("", match["bracket"] or match["letter"]), match.end()
        if match["step"]:
            return Level(match["step"][:3].lower(), _value(match["value"])), match.end()
        if match["several"]:
            return Level(SEVERAL, match["several"]), match.end()
        if match["several_nth"]:
            return Level(SEVERAL, str(self._ordinal(match["several_nth"]))), match.end()
        if match["roman"] or match["degree"]:
            return Level("", match["roman"] or match["degree"]), match.end()
        if match["before"]:
            return Level(match["behind"][:3].lower(), match["before"]), match.end()
        if match["ordinal"]:
            value = str(self._ordinal(match["ordinal"]))
            if match["bare"]:
                value += f")({match['bare']}"
            return Level(match["counted"][:3].lower(), value), match.end()
        return Level((match["silent"] or match["mute"] or match["on"] or match["version"])[:3].lower(), ""), match.end()

    def _ordinal(self, written: str) -> int:
        stems = {stem: value for words in self.words for stem, value in words.get("ordinals", {}).items()}
        fitting = [stem for stem in stems if written.lower().startswith(stem)]
        return int(stems[max(fitting, key=len)])


def _is_high(level: Level) -> bool:
    """Whether its number is too high for what stands below a section."""
    return bool(level.word) and level.value.isdigit() and int(level.value) > HIGHEST_PARAGRAPH


def _above(chain: tuple[Level, ...], level: Level) -> tuple[Level, ...] | None:
    """
    What stands above the next provision of the same section: ``Abs. 1`` of "Abs. 1 Nr. 2 und Nr. 3", ``(a)`` of
    "(a)(i) and (ii)"; ``None`` when no step is of that kind.
    """
    indexes = range(len(chain) - 1, -1, -1)
    if level.word:
        return next((chain[:index] for index in indexes if chain[index].word == level.word), ())
    for shapes in ((level.shape,), ("letters", "roman")):
        if level.shape in shapes:
            for index in indexes:
                # "lett. a), b) e c)": only the first has its word.
                if chain[index].shape in shapes and (not chain[index].word or level.shape == "letters"):
                    return chain[:index]
    return None


def _value(written: str) -> str:
    """
    "1 bis" and "1er" → ``"1"``, "1- bis", as Italian statutes count, → ``"1-bis"``, "1¹" → ``"1-1"``.
    """
    if _RAISED.search(written):
        written = _RAISED.sub(lambda raised: "-" + raised[0].translate(_SUPERSCRIPTS), written)
    if written == "1er":
        return "1"
    number, hyphen, suffix = written.replace("‑", "-").partition("-")
    return f"{number}-{suffix.strip()}" if hyphen else number.removesuffix("bis")


def _fits(number: str, digits: str) -> bool:
    """Whether a number has as many digits as *digits* ("3", "1-5") says."""
    least, _, most = digits.partition("-")
    return bool(digits) and int(least) <= len(number) <= int(most or least)


def digits(key: str) -> str:
    """The first number of a key, "0" where it has none."""
    match = re.search(r"\d+", key)
    return match[0] if match else "0"


def _base(key: str) -> str:
    return key.partition("(")[0]


def _normal(number: re.Match[str]) -> str:
    """``"L. 511-1"`` → ``"L511-1"``, ``"140⁸"`` → ``"140-8"``, ``"60 a"`` → ``"60a"``."""
    code = (number["code"] or "")[:1]
    index = number["index"] or ""
    if index and index[0] not in "-‑–/:":
        index = "-" + index.lstrip("^").translate(_SUPERSCRIPTS)
    index = re.sub("[‑–]", "-", index)
    return f"{code}{number['base']}{number['dots'] or ''}{index}{(number['letters'] or '').strip(' -‑')}"


def _between(first: str, last: re.Match[str]) -> list[Section]:
    """The sections between the two ends of a range, each over the number that closes it."""
    low = _base(first)
    if not low.isdigit() or not last[0].isdigit() or not 1 < int(last[0]) - int(low) <= LONGEST_LIST:
        return []
    return [Section(last.start(), last.end(), str(number)) for number in range(int(low) + 1, int(last[0]))]


def _any(words: Iterable[str], *, capital: bool = False) -> str:
    """
    A pattern for any of the words, the longest first; ``*`` is any ending; no words make one that never matches.

    *capital*: also at the beginning of a sentence.
    """
    longest_first = sorted(set(words), key=lambda word: (-len(word), word))
    patterns = []
    for word in longest_first:
        first, upper = re.escape(word[0]), word[0].upper()
        first = f"[{word[0]}{upper}]" if capital and upper != word[0] else first
        patterns.append(first + re.escape(word[1:]).replace(r"\ ", r"\s").replace(r"\*", r"\w{0,8}"))
    return "(?:" + "|".join(patterns) + ")" if patterns else r"(?!)"
