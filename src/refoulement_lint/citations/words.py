"""The words that carry citations, from ``rules/languages``: a language is one file there."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Set
from functools import cached_property
from itertools import chain
from typing import Any

from attrs import define, field

from refoulement_lint.folding import fold

# One space of any kind: the reading has made no-break and thin spaces plain, and a line break inside a paragraph is a
# space here. Never more than one, so that no citation runs on over an empty line into the next paragraph.
SPACE = r"\s?"


def any_of(words: Iterable[str]) -> str:
    """
    A pattern for any of the words, the longest first; a space in a word is any one space. No words make one that never
    matches.
    """
    longest_first = sorted(set(words), key=lambda word: (-len(word), word))
    if not longest_first:
        return "(?!)"
    return "(?:" + "|".join(re.escape(word).replace(r"\ ", r"\s") for word in longest_first) + ")"


# Others that are things and no persons, as applications are.
_MORE = ("and others", "et autres", "und weitere", "y otras", "y más", "ir kitos", "un citas", "och andra", "en andere")

NOUNS = ("protocol", "convention", "covenant", "charter", "directive", "regulation")
"""Kinds of words that begin the name of an instrument."""
LETTERS = 4
"""So many first letters tell of most words that they do not stand in a text."""


def anywhere(_: str) -> bool:
    """Any word may stand in a text that is not known yet."""
    return True


def standing_in(text: str) -> Callable[[str], bool]:
    """
    Whether a word may stand in *text*, in any case and with any last letter: that much grammars change of it.

    To compile the words of all languages takes longer than to read a page in which few of them stand.
    """
    line = f" {' '.join(fold(text).split())} "
    standing = {line[start : start + length] for length in (LETTERS - 1, LETTERS) for start in range(len(line))}

    def may_stand(word: str) -> bool:
        first = word[:LETTERS].lower()
        return (first in standing or (len(first) < LETTERS - 1 and first in line)) and word[:-1].lower() in line

    return may_stand


def named_in(window: str, name: str) -> Iterator[int]:
    """
    Where *name* stands in the window as a word: the committee "CED" is not in "CEDH", nor "HRC" in a document of the
    Human Rights Council, "A/HRC/55/67".
    """
    at = window.find(name)
    while at >= 0:
        end = at + len(name)
        if (
            not (at and window[at - 1].isalnum())
            and not (window[end : end + 1].isalnum() and name.isupper())
            and not window.endswith("A/", 0, at)
        ):
            yield at
        at = window.find(name, at + 1)


# How many places where a word is "and" or "of" are remembered.
MOST_JOINS = 500


@define(frozen=True, slots=False, eq=False, repr=False)
class Words:
    """
    The words of every language at once: a brief cites French judgments in English and the other way round.

    *languages* is what the files say: language → kind of word → the words. Words that cannot stand in the text for
    which *may_stand* was made are left out.
    """

    languages: Mapping[str, Mapping[str, Any]] = field()
    may_stand: Callable[[str], bool] = anywhere
    _asked: dict[tuple[str, ...], tuple[str, ...]] = field(factory=dict, init=False)

    def all(self, *kinds: str) -> tuple[str, ...]:
        """Every word of those kinds in any language, each once."""
        known = self._asked.get(kinds)
        if known is None:
            every = (language.get(kind, ()) for language in self.languages.values() for kind in kinds)
            known = self._asked[kinds] = tuple(filter(self.may_stand, dict.fromkeys(chain.from_iterable(every))))
        return known

    @cached_property
    def months(self) -> Mapping[str, int]:
        """Name of a month, in lower case, → its number; of every month, because dates have beginnings of them."""
        return {
            name.lower(): number
            for language in self.languages.values()
            for number, forms in enumerate(language.get("months", ()), start=1)
            for name in forms.split("|")
        }

    @cached_property
    def month_names(self) -> tuple[str, ...]:
        """Every name of a month, in every case that dates are written in; the files have them as "jūnijā|jūnijs"."""
        every = (forms.split("|") for language in self.languages.values() for forms in language.get("months", ()))
        return tuple(filter(self.may_stand, dict.fromkeys(chain.from_iterable(every))))

    @cached_property
    def day(self) -> str:
        """A day as the languages write it: "21 January 2011", "21. Januar 2011", "21.01.2011", "Jan. 21, 2011"."""
        month = any_of(self.month_names)
        return (
            rf"\d{{1,2}}(?:er|st|nd|rd|th|\.?[º°]|\.)?\s{month}\s\d{{4}}|\d{{1,2}}\.\s?(?:0?[1-9]|1[012])\.\s?\d{{4}}"
            r"|(?:Jan|Feb|Mar|Apr|May|June?|July?|Aug|Sept?|Oct|Nov|Dec)[a-z]{0,6}\.?\s\d{1,2},\s\d{4}"
        )

    @cached_property
    def joints(self) -> tuple[str, ...]:
        """ "and" and "or" in one word: "taken together with" joins citations, and no numbers of one list."""
        return tuple(word for word in self.all("and") if " " not in word)

    def joins(self, word: str, article: str) -> bool:
        """
        Whether *word* joins two articles, though it is "to" in some languages, by the word that they have for
        "article": Czech "čl. 3 a 13", Italian "articoli 3 a 13".
        """
        article = article.strip().lower()
        return any(
            word in language.get("and", ()) and article in (*language.get("article", ()), *language.get("articles", ()))
            for language in self.languages.values()
        )

    @cached_property
    def and_or_of(self) -> frozenset[str]:
        """Words that are "and" in one language and "of" in another: "i" is both in Polish and in Norwegian."""
        return frozenset(self.all("and")) & frozenset(self.all("of"))

    def joins_to(self, word: str, article: str, noun: str) -> bool:
        """
        Whether *word* stands for "and" between an article and an instrument, by the word before it and the noun behind
        it: "Artykuł 13 i Protokół nr 7" are two, "artikkel 13 i Protokoll nr. 7" is one.
        """
        before, behind = article.strip().lower(), noun.lower()
        key = word, before, behind
        if key not in self._joins:
            if len(self._joins) > MOST_JOINS:
                self._joins.clear()
            self._joins[key] = self._joins_to(word, before, behind)
        return self._joins[key]

    @cached_property
    def _joins(self) -> dict[tuple[str, str, str], bool]:
        return {}

    def _joins_to(self, word: str, before: str, behind: str) -> bool:
        def fits(language: Mapping[str, Any]) -> int:
            words = (*language.get("article", ()), *language.get("articles", ()))
            return 1 + (before in (one.lower() for one in words)) if behind in self._nouns_of(language) else 0

        ands = (fits(one) for one in self.languages.values() if word in one.get("and", ()))
        ofs = (fits(one) for one in self.languages.values() if word in one.get("of", ()))
        return max(ands, default=0) > max(ofs, default=0)

    @staticmethod
    def _nouns_of(language: Mapping[str, Any]) -> Set[str]:
        return {one.lower() for kind in NOUNS for one in language.get(kind, ())}

    @cached_property
    def joint(self) -> str:
        """The pattern of one word between two numbers of a list: "and", "ir", "та"; "of" is an "or" in Dutch alone."""
        return any_of(word for word in self.all("and") if word.replace("&", "a").isalpha() and word != "of")

    @cached_property
    def and_others(self) -> str:
        """The pattern of what stands for the other numbers of a case: "and 3 others", "i trzy inne", "ir kt."."""
        endings = {phrase.lower().split()[-1] for phrase in (*self.all("others"), *_MORE)}
        others = any_of(word if "." in word else word[: max(3, len(word) - 2)] for word in endings)
        return rf"(?:{self.joint}|ynnä)\s(?:(?:\d{{1,3}}|[^\W\d_]{{2,12}})\s)?{others}\w{{0,6}}\.?"

    @cached_property
    def ordinals(self) -> Mapping[str, int]:
        """ "second", "antrojo", in lower case, → 2; the files have the forms of one number as "pirmā|pirmo"."""
        return {
            word.lower(): number
            for language in self.languages.values()
            for number, forms in enumerate(language.get("ordinals", ()), start=1)
            for word in forms.split("|")
            if self.may_stand(word)
        }

    @cached_property
    def definition(self) -> re.Pattern[str]:
        """``(hereinafter "the Convention")``, ``(dalej: EKPC)``, ``("PD")``."""
        hereinafter = any_of(word for word in self.all("hereinafter") if len(word) > 3)
        the = "(?:(?:the|la|le|les|il|lo|el|die|der|das|den)\\s|l')?"
        return re.compile(
            rf'\(\s?(?:(?:{hereinafter})[^()"]{{0,30}})?{the}(?:"\s?{the}(?P<quoted>[^"()]{{2,60}}?)[,.]?"'
            rf"|'\s?{the}(?P<single>[^\"'()]{{2,60}}?)[,.]?')[^()]{{0,60}}\)"
            rf"|\(\s?(?P<letters>[^\W\d_]\w{{0,6}}[A-ZÀ-ÞА-Я]\w{{0,8}})\s?\)"
            rf"|\(\s?(?:{hereinafter})[:,\s–-]{{1,3}}{the}(?P<plain>[^()\"]{{2,40}}?)\s?\)"
        )
