"""Where an instrument is named: by its title, a usual name, its number, or a word that stands for it."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cached_property

from attrs import define, field, frozen

from refoulement_lint.citations.words import Words, any_of
from refoulement_lint.scan import Hit


@frozen(kw_only=True)
class Name:
    """One name of an instrument, as the register lists it."""

    text: str
    key: str
    case: bool = False
    ambiguous: bool = False
    wrong: bool = False


@frozen
class Mention:
    """
    One place where an instrument is named.

    *key* is ``None`` as long as only a word stands there that several instruments share ("the Convention"); *noun* is
    that word's kind (``convention``, ``charter``, ``covenant``, ``protocol``, ``directive``, ``regulation``). *hint*
    is what a name that also has other meanings usually stands for in this field ("the Geneva Convention").
    """

    start: int
    end: int
    key: str | None
    noun: str = ""
    form: str = "full"
    hint: str = ""
    hints: tuple[str, ...] = ()
    """
    All that a name of several instruments may stand for, *hint* first: "General Comment No. 3" of every committee.
    """


# The nouns that stand for an instrument, and the keys that each may stand for.
NOUNS = ("convention", "charter", "covenant", "protocol", "directive", "regulation")
CONVENTIONS = ("ECHR", "CSR51", "CAT", "CRC", "CED", "CEDAW", "CERD", "CRPD", "ACHR", "OAU69", "VCLT")


def noun_of(key: str) -> str:
    """The noun that a text uses for the instrument of that key, ``""`` if none."""
    if key.startswith("EU:"):
        return "directive"  # directive or regulation: the words before the number say which, see `Mentions`
    if key.startswith("ECHR-P") or key in ("CSR67", "CAT-OP", "ICCPR-OP1", "ICCPR-OP2", "CRC-OP3"):
        return "protocol"
    if key in CONVENTIONS:
        return "convention"
    return {"CFR": "charter", "ICCPR": "covenant", "ICESCR": "covenant"}.get(key, "")


@define(frozen=True, slots=False)
class InstrumentGrammar:
    """Finds mentions; built once from the register's names and the words of the languages."""

    names: tuple[Name, ...]
    words: Words
    _by_literal: Mapping[str, tuple[Name, ...]] = field(init=False)

    @_by_literal.default
    def _group(self) -> Mapping[str, tuple[Name, ...]]:
        grouped: dict[str, list[Name]] = {}
        for name in self.names:
            grouped.setdefault(name.text.replace("\u0130", "i").lower(), []).append(name)
        return {literal: tuple(names) for literal, names in grouped.items()}

    @property
    def literals(self) -> tuple[str, ...]:
        """Every name, in lower case."""
        return tuple(self._by_literal)

    @cached_property
    def noun_literals(self) -> tuple[str, ...]:
        """Every noun that stands for an instrument, in lower case."""
        return tuple(dict.fromkeys(word.lower() for word in self.words.all(*NOUNS)))

    @cached_property
    def _noun_of_word(self) -> Mapping[str, str]:
        return {word.lower(): noun for noun in NOUNS for word in self.words.all(noun)}

    @cached_property
    def _act(self) -> re.Pattern[str]:
        """``Directive 2013/32/EU``, ``Regulation (EU) No 604/2013``, ``Verordnung (EG) Nr. 343/2003``."""
        return re.compile(
            r"\s?(?:\((?:EU|EC|EEC|UE|CE|CEE|EG|WE|Euratom)(?:,\s?Euratom)?\)\s?)?"
            r"(?:(?:No\.?|Nos\.?|no|n°|nº|nr\.?|Nr\.?|N°)\s?)?"
            r"(?P<first>\d{2,4})/(?P<second>\d{1,4})(?:/(?:EU|EC|EEC|UE|CE|CEE|EG|WE|JHA))?(?![/\d])"
        )

    @cached_property
    def _protocol(self) -> re.Pattern[str]:
        """``Protocol No. 4 to the Convention``; the number is what counts."""
        conventions = any_of(self.words.all("convention"))
        return re.compile(
            r"\s(?:(?:No\.?|no\.?|n°|nº|nr\.?|Nr\.?|n\so|number)\s?)?(?P<number>\d{1,2})(?!\d)"
            rf"(?:\s(?:to|of|à|do|zur|de|del|al)\s(?:the\s|la\s|der\s)?(?:European\s)?(?:{conventions}(?:\son\sHuman\sRights)?|ECHR|CEDH|EKPC))?"
        )

    def mentions(self, text: str, named: Iterable[Hit], nouns: Iterable[Hit]) -> Mentions:
        """
        Every mention in *text*, none inside another, in order.

        *text* is the reading with line breaks as spaces; the hits are those of the automaton for ``literals`` and
        ``noun_literals``.
        """
        found: list[Mention] = []
        size = len(text)
        for start, end, literal in named:
            if (start and text[start - 1].isalnum()) or (end < size and text[end].isalnum()):
                continue
            written = text[start:end]
            fitting = [name for name in self._by_literal[literal] if not name.case or name.text == written]
            certain = next((name for name in fitting if not name.ambiguous), None)
            if certain is not None:
                found.append(Mention(start, end, certain.key, noun_of(certain.key)))
            elif fitting and text[start].isupper():
                keys = tuple(dict.fromkeys(name.key for name in fitting))
                found.append(Mention(start, end, None, noun_of(keys[0]), "defined-term", keys[0], keys))
        for start, end, literal in nouns:
            if (start and text[start - 1].isalnum()) or (end < size and text[end].isalnum()):
                continue
            noun = self._noun_of_word[literal]
            if noun in ("directive", "regulation"):
                match = self._act.match(text, end)
                if match:
                    key = act_key(match["first"], match["second"], noun)
                    if key:
                        found.append(Mention(self._act_start(text, start), match.end(), key, noun))
                        continue
            elif noun == "protocol":
                match = self._protocol.match(text, end)
                if match:
                    found.append(Mention(start, match.end(), f"ECHR-P{match['number']}", noun))
                    continue
            found.append(Mention(start, end, None, noun, "defined-term"))
        # Of two at one place the longer, and the certain before the ambiguous.
        found.sort(key=lambda mention: (mention.start, -mention.end, mention.key is None))
        apart: list[Mention] = []
        last = 0
        for mention in found:
            if mention.start >= last:
                apart.append(mention)
                last = mention.end
        return Mentions(apart)

    @staticmethod
    def _act_start(text: str, start: int) -> int:
        """ "Council Directive 2005/85/EC" begins at "Council"."""
        for word in (
            "Council ",
            "Commission Implementing ",
            "Commission Delegated ",
            "Commission ",
            "Council Implementing ",
        ):
            if text.startswith(word, start - len(word)) and start >= len(word):
                return start - len(word)
        return start


def act_key(first: str, second: str, noun: str) -> str | None:
    """
    The contract's key of an EU act, its number as printed: ``EU:2013/32``, ``EU:604/2013``.

    A two-digit year of the old style ("95/46") is written out; ``None`` when neither part can be a year.
    """
    if len(first) == 4 and 1952 <= int(first) <= 2099 and len(second) <= 4:
        return f"EU:{first}/{int(second)}"
    if len(second) == 4 and 1952 <= int(second) <= 2099:
        return f"EU:{int(first)}/{second}"
    if noun == "directive" and len(first) == 2 and int(first) >= 58:
        return f"EU:19{first}/{int(second)}"
    return None


class Mentions:
    """Mentions in the order of the text, with the questions that the grammars ask."""

    def __init__(self, mentions: Sequence[Mention]) -> None:
        self._all = tuple(mentions)
        self._starts = [mention.start for mention in self._all]
        self._ends = [mention.end for mention in self._all]
        self._at = {mention.start: mention for mention in self._all}

    def __iter__(self) -> Iterator[Mention]:
        return iter(self._all)

    def starting_at(self, offset: int) -> Mention | None:
        """The mention that begins at *offset*."""
        return self._at.get(offset)

    def ending_by(self, offset: int) -> Mention | None:
        """The last mention that ends at or before *offset*."""
        index = bisect_left(self._ends, offset + 1) - 1
        return self._all[index] if index >= 0 else None

    def before(self, offset: int) -> Iterable[Mention]:
        """Those that start before *offset*, the nearest first."""
        for index in range(bisect_left(self._starts, offset) - 1, -1, -1):
            yield self._all[index]
