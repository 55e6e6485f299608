"""Provisions: "Article 33(1) of the 1951 Convention", "Articles 5 §§ 1 and 4 and 13", "art. 3 CEDH", "Rule 39"."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from functools import cached_property

from attrs import define, field, frozen

from refoulement_lint.citations.instruments import Mention, Mentions
from refoulement_lint.citations.words import Words, any_of
from refoulement_lint.model import Part, Span, Written
from refoulement_lint.scan import Hit

# How far before "Article" a paragraph may be named ("the second paragraph of Article 33"), in characters.
REACH_BACK = 40
# A range longer than this is a slip or a table of contents, and is given by its two ends only.
LONGEST_RANGE = 40


@frozen
class Element:
    """One provision of a list: where it stands, and its key after the colon (``"35(1)"``)."""

    start: int
    end: int
    key: str


@frozen
class Group:
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


@define(frozen=True, slots=False)
class ProvisionGrammar:
    """Finds lists of provisions and what instrument the words tie them to."""

    words: Words
    _anchors: Mapping[str, str] = field(init=False)

    @_anchors.default
    def _anchor_words(self) -> Mapping[str, str]:
        kinds: dict[str, str] = {}
        for kind in ("article", "articles", "rule", "rules"):
            for word in self.words.all(kind):
                kinds.setdefault(word.lower(), kind)
        return kinds

    @property
    def literals(self) -> tuple[str, ...]:
        """Every word for "article", in lower case."""
        return tuple(self._anchors)

    @cached_property
    def _number(self) -> re.Pattern[str]:
        """The article itself: ``3``, ``60a``, ``1A``, ``1 A``, ``1F``; neither "33/2" nor "3,000"."""
        return re.compile(
            r"(?P<article>\d{1,3}(?!\d)(?:[a-z]{1,2}(?![a-z]))?(?:\s?[A-G](?![A-Za-z.]))?)(?![/\d]|,\d{3})"
        )

    @cached_property
    def _below(self) -> re.Pattern[str]:
        """What follows the article: ``(1)``, ``§ 1``, ``§§ 1``, ``para. 1``, ``.2``, ``(a)``."""
        paragraph = any_of(word for word in self.words.all("paragraph") if word not in ("§", "§§"))
        return re.compile(
            r"\s?\((?P<bracket>\d{1,2}[a-z]?|[ivx]{1,5}|[a-z]{1,2}|[A-F])\)"
            r"|\s?(?P<many>§§)\s?(?P<first>\d{1,2})(?!\d)"
            r"|\s?§\s?(?P<sign>\d{1,2})(?!\d)"
            r"|\s?\(para(?:graph|\.)?\s(?P<inside>\d{1,2})\)"
            rf"|,?\s(?:at\s)?{paragraph}\s?\(?(?P<word>\d{{1,2}}[a-z]?|[a-z](?![a-z]))(?!\d)\)?"
            r"|\.(?P<dot>\d{1,2})(?!\d|\.\d)",
        )

    @cached_property
    def _next(self) -> re.Pattern[str]:
        """What joins two provisions of one list; the group ``to`` makes it a range."""
        # "taken together with Article 3" is a group of its own: only plain joints belong to one list.
        joints = any_of(word for word in self.words.all("and") if " " not in word)
        return re.compile(
            rf"(?:\s?,\s?(?:{joints}\s)?|\s{joints}\s|(?P<to>\s{any_of(self.words.all('to'))}\s|\s?[-–]\s?))(?=\d)"
        )

    @cached_property
    def _connect(self) -> re.Pattern[str]:
        """From the list to its instrument: "of the", "to the", ", ", nothing."""
        of, the = any_of(self.words.all("of")), any_of(self.words.all("the"))
        return re.compile(
            r"(?:\s?\((?![^()]{0,12}\d{1,5}/\d\d)[^()]{1,80}\)(?=\s?(?:of|to|in|de|du|der|des|ECHR|CAT|ICCPR|CFR|TFEU)\b))?"
            rf"(?:,?\s(?P<of>{of})\s(?:{the}\s)?|\s?,?\s?(?:{the}\s)?)"
        )

    @cached_property
    def _filler(self) -> re.Pattern[str]:
        return re.compile(
            r"(?:(?:19\d\d|20\d\d|UN|United\sNations|European|revised|recast|amended|Geneva|EU|same|said|aforementioned|above-mentioned|latter)\s){1,3}"
        )

    @cached_property
    def _thereof(self) -> re.Pattern[str]:
        return re.compile(rf"\s{any_of(self.words.all('thereof'))}\b")

    @cached_property
    def _paragraph_before(self) -> re.Pattern[str]:
        """ "paragraph 2 of Article 33", "п.1 ст.33"; the words' own numbers only."""
        return re.compile(
            r"(?:\b(?:paragraphs?|paras?\.?|point|п\.)|§)\s?\(?(?P<number>\d{1,2}|[a-z])\)?(?:\s(?:of|de\sl'|к))?\s?$"
        )

    def groups(self, text: str, hits: Iterable[Hit], mentions: Mentions) -> list[Group]:
        """
        Every list of provisions in *text* (line breaks as spaces), in order, with its instrument so far as the words
        tie one to it.
        """
        found: list[Group] = []
        taken = 0
        size = len(text)
        for start, end, literal in sorted(hits, key=lambda hit: (hit[0], -hit[1])):
            if start < taken or (start and text[start - 1].isalnum()):
                continue
            if end < size and text[end - 1].isalpha() and text[end].isalpha():
                continue
            kind = self._anchors[literal]
            if kind in ("rule", "rules") and not text[start].isupper():
                continue
            elements, stop = self._elements(text, start, end, plural=kind in ("articles", "rules"))
            if not elements:
                continue
            group = self._tie(text, start, stop, elements, mentions, is_rule=kind in ("rule", "rules"))
            found.append(group)
            taken = group.end if group.mention is None or group.mention.start < start else stop
        return found

    def _elements(self, text: str, start: int, end: int, *, plural: bool) -> tuple[tuple[Element, ...], int]:
        """The provisions of the list that begins behind the word "Article(s)", and where the last one ends."""
        offset = end + 1 if text[end : end + 1].isspace() else end
        match = self._number.match(text, offset)
        if match is None:
            return (), end
        reach = text[max(0, start - REACH_BACK) : start]
        before = self._paragraph_before.search(reach)
        elements: list[Element] = []
        article, offset, many = self._one(text, match, elements, start)
        if before and not plural and elements and "(" not in elements[-1].key:
            # "paragraph 2 of Article 33" is one provision and begins at its paragraph.
            begin = start - (len(reach) - before.start())
            elements[-1] = Element(begin, elements[-1].end, f"{article}({before['number']})")
        while True:
            joint = self._next.match(text, offset)
            if joint is None:
                break
            match = self._number.match(text, joint.end())
            if match is None:
                break
            has_paragraph = "(" in elements[-1].key
            if many or (not plural and has_paragraph):
                # "5 §§ 1, 2 and 4" and "art. 5 ust. 1, 2 i 4": paragraphs of the same article.
                if not match["article"].isdigit() or int(match["article"]) > 12:
                    break
                low = elements[-1].key
                key = f"{article}({match['article']})"
                stop = match.end()
                below = self._below.match(text, stop)
                while below and below["bracket"]:
                    key += f"({below['bracket']})"
                    stop = below.end()
                    below = self._below.match(text, stop)
                if joint["to"]:
                    elements.extend(_between_paragraphs(low, key, article, match.start(), stop))
                elements.append(Element(match.start(), stop, key))
                offset = stop
                continue
            if not plural and not self._goes_on(text, match.end()):
                break
            first = elements[-1].key
            article, offset, many = self._one(text, match, elements, match.start())
            if joint["to"]:
                last = elements.pop()
                elements.extend(_between_articles(first, last))
                elements.append(last)
        return tuple(elements), offset

    def _goes_on(self, text: str, offset: int) -> bool:
        """
        Behind a singular "Article", a second number counts only when an instrument follows: "Article 3 and 13 of the
        …".
        """
        below = self._below.match(text, offset)
        while below:
            offset = below.end()
            below = self._below.match(text, offset)
        match = self._connect.match(text, offset)
        return bool(match and match["of"])

    def _one(self, text: str, match: re.Match[str], elements: list[Element], start: int) -> tuple[str, int, bool]:
        """Reads one provision with what stands below its article; says where it ends and whether "§§" opened a list."""
        article = match["article"].replace(" ", "").replace("\n", "")
        key, offset, many = article, match.end(), False
        below = self._below.match(text, offset)
        while below:
            value = (
                below["bracket"] or below["first"] or below["sign"] or below["inside"] or below["word"] or below["dot"]
            )
            many = many or bool(below["many"]) or bool(below["word"] and re.search(r"para(?:graph)?s\b", below[0]))
            key += f"({value})"
            offset = below.end()
            below = self._below.match(text, offset)
        elements.append(Element(start, offset, key))
        return article, offset, many

    def _tie(
        self, text: str, start: int, stop: int, elements: tuple[Element, ...], mentions: Mentions, *, is_rule: bool
    ) -> Group:
        """What instrument the neighbouring words give to the list."""
        match = self._connect.match(text, stop)
        is_open = False
        if match:
            at = match.end()
            mention = mentions.starting_at(at)
            if mention is None:
                filler = self._filler.match(text, at)
                if filler:
                    mention = mentions.starting_at(filler.end())
            if mention is not None:
                return Group(start, mention.end, elements, mention, is_rule=is_rule)
            # "of the Border Guard Act", "of that law": named, and not one of ours.
            is_open = bool(match["of"]) and (
                text[at : at + 1].isupper() or text.startswith(("law", "act ", "statute", "code"), at)
            )
        thereof = self._thereof.match(text, stop)
        if thereof:
            for mention in mentions.before(start):
                return Group(start, thereof.end(), elements, mention, is_rule=is_rule)
        before = mentions.ending_by(start)
        if (
            before is not None
            and not is_open
            and text[before.end : start].strip(" ,-–:") == ""
            and start - before.end <= 3
        ):
            return Group(start, stop, elements, before, is_rule=is_rule)
        return Group(start, stop, elements, None, is_open, is_rule)


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
                end = mention.end
            elif mention.start < group.start and index == 0:
                start = mention.start
        parts = [Part("article", Span(element.start, element.end), element.key)]
        if mention is not None:
            parts.append(Part("instrument", Span(mention.start, mention.end), text[mention.start : mention.end]))
        found.append(
            Written(
                span=Span(start, end),
                whole=Span(min(group.start, start), max(group.end, end)),
                text=text[start:end],
                kind="provision",
                family="treaty" if key is None or not key.startswith("EU:") else "eu-act",
                form=form,
                key=None if key is None else f"{key}:{element.key}",
                parts=tuple(parts),
            )
        )
    return found
