"""What a draft's own terms stand for: ``(hereinafter "the Convention")``, „(dalej: EKPC)“, "Directive … (PD)"."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property
from typing import NamedTuple

from attrs import define

from refoulement_lint.citations.instruments import NOUNS, Mention, Mentions, noun_of
from refoulement_lint.citations.words import Words, named_in
from refoulement_lint.late import late

# A definition follows its instrument within this many characters: title, date, series and place come in between.
REACH_OF_DEFINITION = 220
# How many mentions before a term are looked at for its instrument, and how many letters its words may have.
MOST_BEHIND, LONGEST_OF_INITIALS = 6, 80
# "(hereinafter: the \"" opens a term.
LONGEST_OPENING = 30
# By so many letters a word is known in another case: "genewska", "genewskiej".
_STEM = 5


class Definition(NamedTuple):
    """A term that the draft gives to an instrument, and from where it holds."""

    term: str
    key: str
    end: int
    at_once: bool
    """Whether it stands directly behind the instrument: only then can the term be any letters ("PD")."""


class Phrase(NamedTuple):
    """A defined term of several words: its *noun*'s kind, the words *before* or *after* it, from where it holds."""

    noun: str
    before: str
    after: str
    end: int
    key: str


@define(slots=False, eq=False, repr=False)
class Terms:
    """The terms of one document; *named* are the mentions whose instrument the words alone give."""

    text: str
    words: Words
    named: Mentions

    def at(self, mention: Mention) -> Sequence[tuple[int, str]]:
        """The instruments that the noun, in any case of it, is a term for, from where each is so called, in order."""
        word = self.text[mention.start : mention.end].lower()
        return self._defined.get(word) or ([] if mention.hint else self._defined.get(f"\0{mention.noun}", []))

    @cached_property
    def _definitions(self) -> tuple[Definition, ...]:
        return tuple(definitions(self.text, self.words, self.named))

    @cached_property
    def _defined(self) -> dict[str, list[tuple[int, str]]]:
        """
        Term in lower case → (from where it holds, key), in order: ``(hereinafter "the Convention")``, „dalej: EKPC“.
        """
        terms: dict[str, list[tuple[int, str]]] = defaultdict(list)
        for definition in self._definitions:
            terms[definition.term.lower()].append((definition.end, definition.key))
            noun = self._noun_of_word.get(definition.term.lower())
            if noun:  # "zwana dalej Konwencją" defines "Konwencji" too
                terms[f"\0{noun}"].append((definition.end, definition.key))
        return dict(terms)

    @cached_property
    def _phrases(self) -> tuple[Phrase, ...]:
        """The defined terms of several words with a noun at either end: «Конвенция ООН», "konwencja genewska"."""
        found = []
        for definition in self._definitions:
            first, _, rest = definition.term.lower().partition(" ")
            start, _, last = definition.term.lower().rpartition(" ")
            if rest and first in self._noun_of_word:
                found.append(Phrase(self._noun_of_word[first], "", rest, definition.end, definition.key))
            elif start and last in self._noun_of_word:
                found.append(Phrase(self._noun_of_word[last], start, "", definition.end, definition.key))
        # The first of each says enough: a draft that defines a term again means the same by it.
        return tuple({(one.noun, one.before, one.after, one.key): one for one in reversed(found)}.values())

    def in_a_phrase(self, mention: Mention) -> str | None:
        """What the draft itself says that the noun means together with the words beside it, in any case."""
        if not self._phrases:
            return None
        beside = self.text[max(0, mention.start - 40) : mention.end + 40].lower()
        here = min(40, mention.start)
        before, after = beside[:here].rstrip(), beside[here + mention.end - mention.start :].lstrip()
        for phrase in self._phrases:
            if (
                phrase.noun == mention.noun
                and phrase.end <= mention.start
                and after.startswith(_stem(phrase.after))
                and _stem(phrase.before.rpartition(" ")[2])
                == _stem(before.rpartition(" ")[2])[: _STEM if phrase.before else 0]
            ):
                return phrase.key
        return None

    @cached_property
    def _noun_of_word(self) -> dict[str, str]:
        return {word.lower(): noun for noun in NOUNS for word in self.words.all(noun)}


def _stem(words: str) -> str:
    return words[:_STEM]


def definitions(text: str, words: Words, named: Iterable[Mention]) -> Iterator[Definition]:
    """Every definition behind a named instrument: ``(hereinafter "the Convention")``, „(dalej: EKPC)“."""
    pattern = words.definition
    # "(" is rare beside the text: only openings behind a named instrument are looked at.
    for mention in named:
        if mention.key is None:
            continue
        limit = mention.end + REACH_OF_DEFINITION
        opening = text.find("(", mention.end, limit)
        while opening != -1:
            match = pattern.match(text, opening)
            if match:
                at_once = opening - mention.end <= 1
                # "Directive 2013/32/EU (APD)"; in "the Convention (UK)" and "before the Court (ECtHR)" it is another's.
                if not match["letters"] or (at_once and mention.key.startswith("EU:") and len(match["letters"]) > 2):
                    term = match["quoted"] or match["single"] or match["plain"] or match["letters"]
                    yield Definition(term.strip(), mention.key, match.end(), at_once)
                    break
            opening = text.find("(", opening + 1, limit)


def own_terms(text: str, words: Words, mentions: Mentions) -> Iterator[Mention]:
    """Where the draft uses letters that it has itself given to an instrument: "Directive 2013/32/EU (PD) … 46 PD"."""
    places: dict[str, list[Definition]] = defaultdict(list)
    for definition in definitions(text, words, mentions):
        if definition.at_once and _LETTERS.fullmatch(definition.term):
            places[definition.term].append(definition)
    for term, defined in places.items():
        for at in named_in(text, term):
            last = next((one for one in reversed(defined) if one.end <= at), None)
            if last is not None:
                yield Mention(at, at + len(term), last.key, noun_of(last.key), "defined-term")


def as_defined(text: str, words: Words, mentions: Sequence[Mention]) -> Iterator[Mention]:
    """
    The mentions, a usual name of one act that the draft has itself given to another as that other's:
    'Regulation (EU) 2016/1624 ("the Frontex Regulation")', whatever the name means today.
    """
    usual = {text[one.start : one.end].lower() for one in mentions if (one.key or one.hint).startswith("EU:")}
    given: dict[str, list[Definition]] = defaultdict(list)
    for one in definitions(text, words, (mention for mention in mentions if (mention.key or "").startswith("EU:"))):
        if " " in one.term and one.term.lower() in usual:
            given[one.term.lower()].append(one)
    for mention in mentions:
        defined = given.get(text[mention.start : mention.end].lower(), ())
        last = next((one for one in reversed(defined) if one.end - LONGEST_OPENING <= mention.end), None)
        yield mention if last is None else mention._replace(key=last.key, hint="", hints=())


def meant_otherwise(text: str, words: Words, mentions: Iterable[Mention]) -> tuple[set[str], set[str]]:
    """
    Letters of an instrument that the draft itself has given to something else, "Reasons for Refusal Letter ('the
    RFRL')", and those that it has given to the committee that watches it: "Comité contre la torture (CAT)".
    """
    mentions, committees = list(mentions), words.all("committee")
    others: set[str] = set()
    bodies: set[str] = set()
    own: set[str] = set()
    for index, mention in enumerate(mentions):
        opened = _OPENS_A_TERM.search(text, max(0, mention.start - LONGEST_OPENING), mention.start)
        written = text[mention.start : mention.end]
        if opened is None or not written.isupper() or not _CLOSES_A_TERM.match(text, mention.end):
            continue
        behind = (one for one in reversed(mentions[max(0, index - MOST_BEHIND) : index]))
        keys = {
            key for one in behind if opened.start() - one.end <= REACH_OF_DEFINITION for key in (one.key, *one.hints)
        }
        if not keys.isdisjoint((mention.key, *mention.hints)):
            own.add(written)
        elif any(word in text[max(0, opened.start() - LONGEST_OF_INITIALS) : opened.start()] for word in committees):
            bodies.add(written)
        elif '"' in opened[0] or "'" in opened[0] or _has_initials(text[: opened.start()], written):
            others.add(written)
    return others - own, bodies - own


def _has_initials(before: str, letters: str) -> bool:
    """Whether the letters are the initials of the words that end there: "Reasons for Refusal Letter", "RFRL"."""
    words = before[-LONGEST_OF_INITIALS:].replace("-", " ").split()[-len(letters) :]
    return "".join(word[0] for word in words).upper() == letters


# An abbreviation that a draft may make for itself: two capitals at least, one word.
_LETTERS = late(r"(?=(?:[^A-ZÀ-ÞА-Я]*[A-ZÀ-ÞА-Я]){2})[^\W\d_][\w-]{1,11}")
_OPENS_A_TERM = late(r"\((?:[^()\"'\d]{2,20}\s)?[\"']?(?:[Tt]he\s|[Ll]a\s|[Ll]e\s|[Dd]ie\s|[Dd]er\s|l'){0,1}[\"']?$")
_CLOSES_A_TERM = late(r"[.,]?[\"']?\)")
