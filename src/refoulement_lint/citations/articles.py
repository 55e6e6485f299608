"""
The numbers of the articles of a list and what stands below each: "5 §§ 1 and 4 and 13", "1A(2)", "31 bis 33", "15 Abs.
2 Buchst. a und Abs. 3"; before their word as well, "3 ir 13 straipsniai".
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cached_property
from typing import NamedTuple

from attrs import define

from refoulement_lint.citations.instruments import Mentions
from refoulement_lint.citations.sections import FRENCH_STEPS
from refoulement_lint.citations.words import Words, any_of
from refoulement_lint.late import late

# How far before "Article" a paragraph may be named ("the second paragraph of Article 33"), in characters.
REACH_BACK = 40
# A range longer than this is a slip ("статьи 3 - 33" for 31 - 33) or a table of contents, and is given by its two ends.
LONGEST_RANGE = 15
# Cyrillic letters in the numbers of articles, "1 А (2)", as the targets have them.
LOOK_ALIKES = str.maketrans("АВСЕасе", "ABCEace")
# «подпункт "б"» is the second.
POINTS = str.maketrans("бвгд", "bcde")
# No article here has more paragraphs that anybody lists one by one.
MOST_PARAGRAPHS = 12
# Between two articles in the headings of judgments: "ARTICLES 2 AND 3 OF THE CONVENTION".
CAPITAL_JOINTS = ("AND", "OR", "ET", "OU", "UND")
# A list before its word has at most so many characters and a list behind it so many elements.
REACH_OF_LIST, MOST_IN_A_LIST = 70, 12
# An ordinal with its noun, as a word for a paragraph.
NTH = "\0"
# Behind a paragraph these are its subparagraphs, which the targets leave out.
SUBPARAGRAPHS = (NTH, "abs")

# What an article or a paragraph is about: "Articles 3 (prohibition of torture) and 13", "§ 5 (liberty) § 1".
_ABOUT = r"(?:\s\((?=[^\W\d_]{3})[^()\d]{3,80}\))?"


class Element(NamedTuple):
    """One provision of a list: where it stands, and its key after the colon (``"35(1)"``)."""

    start: int
    end: int
    key: str


@define(frozen=True, slots=False, eq=False, repr=False)
class Articles:
    """Reads the numbers of a list on either side of the word "Article(s)"."""

    words: Words

    @cached_property
    def _number(self) -> re.Pattern[str]:
        """The article itself: ``3``, ``60a``, ``1A``, ``1 A``, ``1F``; neither "33/2" nor "3,000"."""
        return re.compile(
            rf"(?P<article>(?:\d{{1,3}}|[IVX]{{1,6}}(?!\w|\.(?!\d))|{any_of(self.words.all('one'))}(?=\s?[A-F]\b))(?!\d)(?:(?<=1)(?:er|ER)(?!\w)|[a-z]{{1,2}}(?![^\W\d_]))?"
            # "Article 1B." ends a sentence; "Article 3 A. v. B" goes on with a name.
            r"(?:(?<=1)[A-F](?![A-Za-z])|(?:\s?|(?<=1er),\s(?=[A-F]\b)|(?<=1),\s(?=[A-F],?\s[(\d])|(?:(?<=1)|(?<=1er)|(?<=1ER))-|(?<=1)\s?\((?=[A-FАВСЕ]\))|(?<=1)\.(?=[A-F](?:\.?\(?\d|\.?\(?[a-c]\)|\s(?:de|of|du|van|der|des|della)\s)))[A-GАВСЕ](?![^\W\d_])(?!\.(?![a-c]\))[^\d(\0])\)?"
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
            rf"|,?\s(?P<skipped>{skipped}(?:\s(?:\d{{1,2}}|{stems}\w{{0,3}}))?|(?:{ordinal}|\d{{1,2}}(?:ère|re|er|ème|e|nde?|ª|º|st|nd|rd|th))\s{parts}|(?<=\d\s)S\s\d{{1,2}}(?=\s[A-ZÄÖÜ]))(?![\w])"
            r"|\s?(?P<many>§§)\s?(?P<first>\d{1,2})(?!\d)"
            r"|,?\s?§\s?(?P<sign>\d{1,2})(?!\d)(?:(?<=1)(?:er|re)\b)?"
            r"|\s?\(para(?:graph|\.)?\s(?P<inside>\d{1,2})\)"
            rf"|{_ABOUT},?\s(?:at\s)?{paragraph}\s?\(?(?P<word>1(?=(?:er|re|ère)\b)|\d{{1,2}}[a-z]?|[a-z](?!\w))(?:(?<=1)(?:er|re|ère)\b)?(?![\d/])"
            # "(article 19, paragraphe 2)": the bracket is the sentence's; "point a)" has one of its own.
            r"(?:(?:(?<=[a-z])|(?<=\(\d)|(?<=\(\d\d))\))?"
            # «Ст. 5 п. 1 «f» и п. 4»: a point in quotation marks.
            r"|(?<=\d)\s?\"(?P<quoted>[a-h])\""
            r"|\.(?P<lettered>[a-h])(?:\)|(?!\w))|(?<=\d\))(?P<stuck>[a-h])(?![\w.])"
            rf"|,?\s(?P<half>[a-h](?=\)|\s(?:i|av)\s|\s{any_of(self.words.joints)}\s\d{{1,2}}\s?[a-h]\s|,\s(?:de|du|des|della?)\s)|[i-z](?=\)))\)?"
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
        joints = any_of((*self.words.joints, *CAPITAL_JOINTS))
        return re.compile(
            rf"{_ABOUT}(?:\s?,\s?(?:{joints}\s)?|(?P<to>\s{any_of(self.words.all('to'))}\s|\s?[-–]\s?)|\s{joints}\s|\s?;\s(?=\d{{1,2}}(?:\s?[§,;(|\0]|\s{joints}\s|\Z)))(?=\d)"
            # "artikel 4 i 4. tillægsprotokol", "Art. 4 i 7 Protokołu": the number is the Protocol's
            rf"(?!\d{{1,2}}\.?\s{any_of(self.words.all('protocol'))})"
        )

    @cached_property
    def _from(self) -> re.Pattern[str]:
        """What opens a range: "articoli *da* 31 a 33", «статьи *с* 2 по 5»."""
        to = any_of(self.words.all("to"))
        return re.compile(rf"{any_of(self.words.all('from'))}\s(?=\d{{1,3}}\s{to}\s(?:l')?\d)")

    @cached_property
    def connect(self) -> re.Pattern[str]:
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
        joints = any_of(self.words.joints)
        number = (
            r"\d{1,3}(?:\s?[A-F](?!\w)|[a-z](?!\w))?(?:\s?\(\d{1,2}\))?(?:\.|[:-][^\W\d_]{1,6})?"
            # "3 (kankinimo uždraudimas) ir 5 (teisė į laisvę) straipsniais": what the articles are about.
            r"(?:\s\([^\W\d_][^()\d]{2,60}\))?"
        )
        return re.compile(
            rf"(?<![\w/.,:-])(?P<list>{number}(?:(?:\s?,\s|\s{joints}\s|\s?[-–]\s?){number}){{0,12}})\s?$"
        )

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
        section = any_of(word for word in self.words.all("part_of_article") if word.isalpha())
        return re.compile(
            rf"(?:(?<!\w)(?:{any_of(word for word in self.words.all('paragraph') if word != '§§')})\s?"
            # A letter stands apart from a word: "Zu Art. 3" is no "Z u", "Z 2" and "Z2" are both its number.
            r"(?:[(\"]?(?P<number>\d{1,2})(?:\s?\(?(?P<below>[a-z])(?=\))|\s?\"(?P<quoted>[a-z])(?=\"))?|(?<!\w)[(\"]?(?P<letter>[a-zа-я](?!\w)))[)\"]?"
            # "пункту 2 розділу «А» статті 1": a section of the article has a capital.
            rf"|(?<!\w){section}\s[(\"]?(?P<section>(?-i:[A-FАВСЕ]))[)\"]?"
            rf"{ordinal})(?:\s{any_of((*self.words.all('of'), 'des', 'к'))})?\s?$",
            re.IGNORECASE,
        )

    @cached_property
    def _several(self) -> re.Pattern[str]:
        """Paragraphs before the word for their article: "paragraphs 1 and 4 of", «п. 1 и 4», "ust. 1 i 2"."""
        joints = any_of(self.words.joints)
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
        written = step["number"] or step["letter"] or step["section"]
        if written:
            value = written.lower().translate(LOOK_ALIKES).translate(POINTS)
            below = step["below"] or step["quoted"]
            return f"{value})({below}" if below else value
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

    @cached_property
    def paragraphs_only(self) -> re.Pattern[str]:
        """A number that is a paragraph's, in the languages that write the word behind it."""
        return re.compile(
            rf"\s\d{{1,2}}(?:(?:,|\s{any_of(self.words.joints)})\s\d{{1,2}})?\s{any_of(self.words.all('paragraph_behind'))}(?!\w)"
        )

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
        joints = any_of(self.words.joints)
        return re.compile(rf"(?:\s?,|\s{joints})(?=\s\d{{1,2}}\.?\s{any_of(self.words.all('paragraph_behind'))}(?!\w))")

    @cached_property
    def _paragraphs_behind(self) -> re.Pattern[str]:
        """Paragraphs before their word: "8 straipsnio 2 ir 3 dalims", "5 artiklan 1 ja 4 kohdan"."""
        joints = any_of(self.words.joints)
        return re.compile(
            rf",?\s(?P<list>\d{{1,2}}\.?(?:(?:\s?,\s|\s{joints}\s|\s?[-–]\s?)\d{{1,2}}\.?){{1,8}}"
            # Points: "3 dalies a, b ir c punktai", "6. punkta a) un b) apakšpunkts", "2 kohdan b ja c alakohta".
            rf"|\"?[a-p][)\"]?(?:(?:\s?,\s|\s{joints}\s|\s?[-–]\s?)\"?[a-p][)\"]?){{1,7}})"
            rf"\s?{any_of(self.words.all('paragraph_behind'))}(?!\w)"
        )

    def behind(
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
        if leads := self._from.match(text, offset):
            offset = leads.end()
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
            section = (steps[0]["letter"] or steps[0]["section"] or "").translate(LOOK_ALIKES)
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
        closed = False
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
            is_range = bool(joint["to"]) and not self.words.joins(joint["to"].strip(), text[start:end])
            has_paragraph = "(" in elements[-1].key
            dotted = bool(_DOTTED.match(text, match.end())) and not many  # "artikel 4.3 och 4.5": two articles
            if plural and words and not many and not is_range:
                many = self._lists_paragraphs(text, joint.start(), article, elements[-1].key)
            if (many or (not plural and has_paragraph)) and not is_range and not dotted:
                number = int(match["article"]) if match["article"].isdigit() else 0
                resumes = self._resumes(
                    number, elements[-1].key, article, text[joint.start() : joint.end()], closed, plural
                )
                if resumes and self._is_listed(text, match.end(), mentions, plural):
                    article, offset, many = self._one(text, match, elements, match.start(), words)
                    offset, closed = self._more_brackets(text, offset, article, elements), False
                    continue
            closed = joint[0].strip(" ,") != "" and not is_range
            if many or (not plural and has_paragraph and not dotted):
                # "5 §§ 1, 2 and 4" and "art. 5 ust. 1, 2 i 4": paragraphs of the same article.
                if not match["article"].isdigit() or int(match["article"]) > MOST_PARAGRAPHS:
                    if not self._goes_on(text, match.end(), mentions):
                        break
                    # "Art. 19, paragraphe 2, 20, 21 et 47 CDFUE": too high for a paragraph, and an instrument follows
                    article, offset, many = self._one(text, match, elements, match.start(), words)
                    offset = self._more_brackets(text, offset, article, elements)
                    continue
                low = elements[-1].key
                while _LETTERED.search(low):
                    low = low.rpartition("(")[0]  # "artículo 35.3.a) y 4": a number goes on where numbers were
                # "art. 302 ust. 1 pkt 1 i 10": points of the same paragraph.
                base = article if many or is_range else low.rpartition("(")[0]
                key = f"{base}({match['article']})"
                stop = match.end()
                below = self._below.match(text, stop)
                while below and (below["bracket"] or below["half"]):
                    key += f"({below['bracket'] or below['half']})"
                    stop = below.end()
                    below = self._below.match(text, stop)
                if is_range:
                    elements.extend(_between_paragraphs(low, key, article, match.start(), stop))
                elements.append(Element(match.start(), stop, key))
                offset = stop
                continue
            if not plural and not dotted and not self._goes_on(text, match.end(), mentions):
                break
            first = elements[-1].key
            article, offset, many = self._one(text, match, elements, match.start(), words)
            if is_range:
                last = elements.pop()
                elements.extend(_between_articles(first, last))
                elements.append(last)
            offset = self._more_brackets(text, offset, article, elements)
        return tuple(elements), offset

    def _lists_paragraphs(self, text: str, at: int, article: str, last: str) -> bool:
        """
        Whether the list within the list is closed before the other goes on: "Art. 3, 5 Abs. 1, 2 und 4, 8 und 13" has
        three paragraphs of Article 5, "5 Abs. 1, 8 und 13" has one.
        """
        run = self._closed_run.match(text, at) if article.isdigit() and last.endswith(")") else None
        if run is None:
            return False
        numbers = [int(number) for number in _FIGURES.findall(run["run"])]
        paragraph = last.rpartition("(")[2][:-1]
        low = int(paragraph) if paragraph.isdigit() else MOST_PARAGRAPHS
        return low < numbers[0] and numbers == sorted(set(numbers)) and numbers[-1] < int(article) < int(run["next"])

    @cached_property
    def _closed_run(self) -> re.Pattern[str]:
        joints = any_of(self.words.joints)
        return re.compile(
            rf"(?P<run>(?:,\s\d{{1,2}}){{0,6}},?\s{joints}\s\d{{1,2}})(?:,\s|\s{joints}\s)(?P<next>\d{{1,3}})(?![\d/])"
        )

    @staticmethod
    def _resumes(number: int, last: str, article: str, joint: str, closed: bool, plural: bool) -> bool:
        """
        Whether a number behind the paragraphs of an article is the next article: behind the "and" that closes them,
        "5 §§ 1, 2 et 4, 8 et 13", and where the paragraphs would run downwards.
        """
        paragraph = last.rpartition("(")[2].rstrip(")")
        if not article.isdigit() or not paragraph.isdigit() or number <= int(article):
            return False
        return number <= int(paragraph) or (closed and (plural or joint.strip() == ","))

    def _is_listed(self, text: str, end: int, mentions: Mentions, plural: bool) -> bool:
        """Whether a list of articles goes on or ends behind a number, or the instrument of its articles follows."""
        return (plural and self._on_or_out.match(text, end) is not None) or self._goes_on(text, end, mentions)

    @cached_property
    def _on_or_out(self) -> re.Pattern[str]:
        return re.compile(
            rf"[.;:)\0]|\s?§|(?:,|,?\s{any_of(self.words.joints)})\s\d{{1,2}}(?![\d/])(?!\s[^\W\d_]{{3,}}\s\d{{4}})|\Z"
        )

    def before(self, text: str, low: int, start: int, end: int) -> tuple[list[Element], int]:
        """
        The provisions of the list that ends before the word "straipsniai", from *low* on, with the paragraphs behind
        the word, and where these end: "Konvencijos 3 ir 13 straipsniai".
        """
        match = self._list_before.search(text, max(low, start - REACH_OF_LIST), start)
        if match is None:
            return [], end
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
        return elements, stop

    def _more_brackets(self, text: str, offset: int, article: str, elements: list[Element]) -> int:
        """ "Article 3(1) and (2)", "Article 15(a), (b) or (c)", "33(1)-(2)": where the last of them ends."""
        base = elements[-1].key.rpartition("(")[0] if elements[-1].key.endswith(")") else ""
        match = self._next_bracket.match(text, offset) if base else None
        while match:
            letter = match["half"] or match["bare"] or match["plain"]
            if letter and not elements[-1].key[-2].isalpha():
                break  # "2, e), et f)": letters go on from letters
            low, key = elements[-1].key, f"{base}({match['value'] or letter})"
            if match["value"] and match["value"].isdigit() and low[-2].isalpha() and base.endswith(")"):
                # "Article 12(2)(c) and (3)", "Article 46(1)(a) and (2)(b)": another paragraph, not one below a point
                base = base.rpartition("(")[0]
                point = _POINT_BELOW.match(text, match.end())
                key = f"{base}({match['value']})" + (point[0] if point else "")
                elements.append(Element(match.start("here"), point.end() if point else match.end(), key))
                if point:
                    base = key.rpartition("(")[0]
                offset = elements[-1].end
                match = self._next_bracket.match(text, offset)
                continue
            if match["to"]:
                elements.extend(_between_paragraphs(low, key, article, match.start("here"), match.end()))
            elements.append(Element(match.start("here"), match.end(), key))
            offset = match.end()
            match = self._next_bracket.match(text, offset)
        return offset

    @cached_property
    def _next_bracket(self) -> re.Pattern[str]:
        joints = any_of(self.words.joints)
        return re.compile(
            rf"(?:\s?,\s?(?:{joints}\s)?|(?P<to>\s{any_of(self.words.all('to'))}\s|\s?[-–]\s?)|\s{joints}\s)"
            # "lg 5 p-des a-e"
            r"(?P<here>\((?P<value>\d{1,2}|[a-h])\)|(?P<half>[a-h])\)|(?<=[-–])(?P<bare>[a-h])(?!\w)"
            # "Buchst. b und c der Richtlinie", "lit. a und c GFK"
            rf"|(?P<plain>[b-h])(?=,?\s(?:{any_of(self.words.all('of'))}\s|[A-Z]{{2,}})|[.;)\0]|\Z))"
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
            match = self.connect.match(text, about.end() if about else offset)
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
        article = re.sub(r"[\s(),.-]|(?<=1)(?:er|ER)", "", match["article"]).translate(LOOK_ALIKES).replace("One", "1")
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
            if word and text[offset] == "," and (word in met or self._of_the_next.match(text, offset)):
                break  # "Abs. 2, Abs. 3": two paragraphs; «ст. 3, п. 1 и 4 ст. 5»: those of the next
            if text[offset] == "," and not word and value and value.isalpha() and _LETTER_LAST.search(key):
                break  # "lett. a), b) e d)": points beside one another
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
    def _of_the_next(self) -> re.Pattern[str]:
        joints, article = any_of(self.words.joints), any_of(self.words.all("article"))
        return re.compile(
            rf",\s{any_of(self.words.all('paragraph'))}\s?\d{{1,2}}(?:\s?\"?[a-zа-я]\"?(?=\s))?(?:(?:,\s|\s{joints}\s|[-–])\d{{1,2}}){{0,6}}\s{article}\s?\d"
        )

    @cached_property
    def _same_article(self) -> re.Pattern[str]:
        """What leads to another paragraph of the same article: "und Abs. 3", "et sous f)", "en derde lid"."""
        joints = any_of(self.words.joints)
        paragraph, behind = any_of(self.words.all("paragraph")), any_of(self.words.all("paragraph_behind"))
        return re.compile(
            rf"(?:\s?,\s(?:{joints}\s)?|\s{joints}\s)"
            rf"(?=(?P<word>{paragraph})\s?\(?(?:\d{{1,2}}(?![\d/])|[a-z](?!\w))|(?P<nth>{any_of(self.words.ordinals)})(?:\s{behind}(?!\w)|(?={self._more_ordinals})))"
        )

    @property
    def _more_ordinals(self) -> str:
        """The pattern of the others of "eerste, tweede en derde lid"."""
        ordinal, behind = any_of(self.words.ordinals), any_of(self.words.all("paragraph_behind"))
        joints = any_of(self.words.joints)
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
            match = self.connect.match(text, stop)
            if match is None or mentions.starting_at(match.end()) is None or not key.partition("(")[2][0].isdigit():
                return None
        elements.append(Element(at, stop, key))
        return stop


_LETTER_LAST = late(r"\([a-z]\)\Z")
_POINT_BELOW = late(r"\([a-h]\)")
_INDEX = late(r"[-‑](\d{1,3})(?!\d|\s(?:de|du)\s)")
_FRENCH_PARAGRAPH = late(r"[-‑](\d)(?=\s(?:de|du)\s)")
_VALUES = ("bracket", "first", "sign", "inside", "word", "dot", "dot_", "before", "half", "lettered", "after", "also",
    "point", "stuck",
    "quoted")  # fmt: skip
_MANY = late(r"para(?:graph(?:e)?)?s\b|apartados|párrafos|paragrafi|commi")
_FIRST_WORD = late(r"§|(?!at\s)[^\W\d_]{1,3}")
_FIGURES = late(r"\d+")
_IN_A_LIST = late(r"\d{1,3}(?:\s?[A-F](?!\w)|[a-z](?!\w))?")
# The last step of a key is a letter: "35(3)(a)".
_LETTERED = late(r"\)\([a-z]\)\Z")
_DOTTED = late(r"\.\d{1,2}(?![\d.])")
_IN_WORDS = late(_ABOUT)
# "le 2° du A de l'article 1er", "A, 2°, de l'article 1er", "section A, paragraphe 2, de l'article 1er".
_SECTION_ABOVE = late(
    r"(?<!\w)(?P<here>(?P<number>\d)°?\s(?:du|de\sla\ssection)\s(?P<letter>[A-F])"
    r"|(?:section\s)?(?P<letter2>[A-F])(?:,?\s(?:paragraphe\s|par\.\s|§\s?)?(?P<number2>\d)°?)?),?\sde\sl'$"
)
_IN_BRACKETS = late(r"\s?\((\d{1,2})\)")


def _step(written: str) -> str:
    """What shows that two words for a paragraph are the same: "§", the first letters of "paragraphs" and "para."."""
    match = _FIRST_WORD.search(written)
    return match[0].lower() if match else ""


def _number(article: str) -> int:
    return int(article) if article.isdigit() else 0


def _paragraphs_of(article: Element, many: re.Match[str]) -> list[Element]:
    """The article with each paragraph of the list behind it: the first from the article on, each other its number."""
    found: list[Element] = []
    for number in re.finditer(r"\d+|(?<![^\W\d_])[a-p](?![^\W\d_])", many["list"]):
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
