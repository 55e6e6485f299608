"""
What a fact pattern and the telling of a story look like once they are read from ``rules/facts`` and
``rules/telling``.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cached_property
from typing import Any

from attrs import define, field, frozen

from refoulement_lint.phrases import UNKNOWN, Phrasebook, PhraseList
from refoulement_lint.tokens import Readings

Key = tuple[str, str]
"""
Who waits for a phrase: (``cue``, ``beside`` or ``unless``; a pattern's id); ``told``: who needs none; ``weak``: whose
phrase the sentence says little for; ``aside``: what turns to somebody else's case;
``waived``: what says that a point is not taken; ``others``: what says whose story a paragraph tells.
"""

OF_A_DOCUMENT = ("context", "person", "news", "party", "facts", "law")
ASIDE = "aside"
OTHERS = "others"
WAIVED = "waived"
OF_A_SENTENCE = (
    "another", "own", "duty", "denied", "undenied", "unclaimed", "conceded", "supposed", "alleged", "documented",
    "statute", "holding", "doctrine", "person_of", "others", "of_kin", "with_kin", "leads", "disowned",
    "subject", "shared", "reported", "witness",
)  # fmt: skip
"""The lists of phrases of a telling, each explained in ``rules/telling/en.toml``."""


_NEAR_A_LANGUAGE = 30
"""So near stands what makes a language of a name."""
NEWS_FORMULAS = 2
"""So many different formulas of a news report make a text one."""


def _phrases(listed: Mapping[str, Any]) -> dict[str, tuple[str, ...]]:
    return {language: tuple(phrases) for language, phrases in listed.items() if language != "facts"}


@frozen(kw_only=True, eq=False, repr=False)
class Pattern:
    """
    One fact pattern. *cues* and *beside* are phrases by language.

    *happened*: it is an event, so that "would be", "if" and a denial take it away; otherwise it may be feared or
    alleged. *moves*: it takes somebody from one State to another, or would. *ahead*: it is always
    feared, never past. *by_law*: the name of a law tells it too ("the Law on the State Border"); titles of acts tell
    nothing else. *everyday*: a novel has it too, so that it shows no story of asylum by itself. *undone*: it is told by
    what was not done, so that a "not" takes nothing away from a sentence that tells it by its words; *either_way*: by
    what was done as by what was not, with the same effect ("had orders not to admit anyone"). *acts*: some State does
    it, or lets it happen, so that it matters which; so it is with everything that *happened*.
    *of_the_law*: what the law or a State does, so that the part on the law tells it too.
    *beside* are weaker cues that count only where one of *beside_facts* is found in the document too; *afterwards*:
    only behind it, in a sentence that names the State to which it led ("given to the Turkish gendarmerie … In Türkiye
    he was charged"). *passing* are phrases of what heals: frostbite is told of, and is no illness that keeps anybody
    from being removed.
    *yielding* are cues that tell nothing where one of *yields_to* is found: a dinghy that was stopped at sea entered
    nowhere.
    *settled*: phrases anywhere in the draft beside which it is not told, unless one of *settled_but* is: a request for
    asylum that was refused was not ignored, where nobody was turned back.
    *follows*: sets of facts; where all of one are told, this one is implied: who was sent back without a decision has
    had nobody look at the case.
    *names*: a sentence that tells it by all its words together must say one of these phrases besides: who was asked
    something by two agents has asked for no asylum.
    *of_kin*: told of somebody near to the person it is told too: a brother's death, an uncle who gave her away.
    *near*: one of these phrases must stand in the paragraph: blows are violence at the border beside a border.
    *who*: it says who somebody is, so that what the person does not do takes nothing away ("children were given
    nothing to eat"); only that there is nobody does. *generally*: what reports say of the country tells it too.
    """

    id: str
    title: str = ""
    means: str = ""
    happened: bool = False
    moves: bool = False
    ahead: bool = False
    by_law: bool = False
    of_the_law: bool = False
    everyday: bool = False
    undone: bool = False
    either_way: bool = False
    acts: bool = False
    cues: Mapping[str, tuple[str, ...]] = field(factory=dict)
    unless: tuple[str, ...] = ()
    beside: Mapping[str, tuple[str, ...]] = field(factory=dict)
    beside_facts: tuple[str, ...] = ()
    afterwards: bool = False
    yields_to: tuple[str, ...] = ()
    yielding: tuple[str, ...] = ()
    settled: tuple[str, ...] = ()
    settled_but: tuple[str, ...] = ()
    follows: tuple[frozenset[str], ...] = ()
    passing: tuple[str, ...] = ()
    names: tuple[str, ...] = ()
    near: tuple[str, ...] = ()
    of_kin: bool = False
    who: bool = False
    generally: bool = False

    @classmethod
    def of(cls, name: str, mapping: Mapping[str, Any]) -> Pattern:
        """The pattern *name* from the parsed file ``rules/facts/<name>.toml``."""
        beside = mapping.get("beside", {})
        return cls(
            id=name,
            title=mapping.get("title", ""),
            means=mapping.get("means", ""),
            happened=mapping.get("happened", False),
            moves=mapping.get("moves", False),
            ahead=mapping.get("ahead", False),
            by_law=mapping.get("by_law", False),
            of_the_law=mapping.get("of_the_law", False),
            everyday=mapping.get("everyday", False),
            undone=mapping.get("undone", False),
            either_way=mapping.get("either_way", False),
            acts=mapping.get("acts", mapping.get("happened", False)),
            cues=_phrases(mapping.get("cues", {})),
            unless=tuple(mapping.get("unless", ())),
            beside=_phrases(beside),
            beside_facts=tuple(beside.get("facts", ())),
            afterwards=mapping.get("afterwards", False),
            yields_to=tuple(mapping.get("yields", {}).get("to", ())),
            yielding=tuple(mapping.get("yields", {}).get("phrases", ())),
            settled=tuple(mapping.get("settled", {}).get("by", ())),
            settled_but=tuple(mapping.get("settled", {}).get("but", ())),
            follows=tuple(map(frozenset, mapping.get("follows", ()))),
            passing=tuple(mapping.get("passing", ())),
            names=tuple(mapping.get("names", ())),
            near=tuple(mapping.get("near", ())),
            of_kin=mapping.get("of_kin", False),
            who=mapping.get("who", False),
            generally=mapping.get("generally", False),
        )


@define(frozen=True, slots=False, kw_only=True, eq=False, repr=False)
class Telling:
    """
    How a story is told in one language: ``rules/telling/<language>.toml``.

    Its lists are asked about the few sentences in which a cue stands, not looked for everywhere.
    """

    language: str
    negators: frozenset[str]
    inside: frozenset[str]
    conditionals: frozenset[str]
    nobody: frozenset[str] = frozenset()
    breaks: frozenset[str] = frozenset()
    of_a_noun: frozenset[str] = frozenset()
    prepositions: frozenset[str] = frozenset()
    contrast: frozenset[str] = frozenset()
    behind: frozenset[str] = frozenset()
    absent: frozenset[str] = frozenset()
    opens: frozenset[str] = frozenset()
    that: frozenset[str] = frozenset()
    pronouns: frozenset[str] = frozenset()
    possessives: frozenset[str] = frozenset()
    numbering: frozenset[str] = frozenset()
    alternatives: frozenset[str] = frozenset()
    presupposing: tuple[str, ...] = ()
    never: tuple[str, ...] = ()
    hollow: tuple[str, ...] = ()
    lists: Mapping[str, tuple[str, ...]]
    details: Mapping[str, Any] = field(factory=dict)
    readings: Readings = UNKNOWN

    @classmethod
    def of(cls, name: str, mapping: Mapping[str, Any], readings: Readings = UNKNOWN) -> Telling:
        """The telling of language *name* from its parsed file; *readings* as for a ``Phrasebook``."""
        return cls(
            language=mapping.get("language", name),
            negators=frozenset(mapping["negators"]),
            inside=frozenset(mapping["inside"]),
            conditionals=frozenset(mapping["conditionals"]),
            nobody=frozenset(mapping.get("nobody", ())),
            breaks=frozenset(mapping.get("breaks", ())),
            of_a_noun=frozenset(mapping.get("of_a_noun", ())),
            prepositions=frozenset(mapping.get("prepositions", ())),
            contrast=frozenset(mapping.get("contrast", ())),
            behind=frozenset(mapping.get("behind", ())),
            absent=frozenset(mapping.get("absent", ())),
            opens=frozenset(mapping.get("opens", ())),
            that=frozenset(mapping.get("that", ())),
            never=tuple(mapping.get("never", ())),
            hollow=tuple(mapping.get("hollow", ())),
            pronouns=frozenset(mapping.get("pronouns", ())),
            possessives=frozenset(mapping.get("possessives", ())),
            numbering=frozenset(mapping.get("numbering", ())),
            alternatives=frozenset(mapping.get("alternatives", ())),
            presupposing=tuple(mapping.get("presupposing", ())),
            lists={name: tuple(mapping.get(name, ())) for name in (*OF_A_DOCUMENT, *OF_A_SENTENCE, ASIDE, WAIVED)},
            details=mapping.get("details", {}),
            readings=readings,
        )

    @cached_property
    def _of_a_sentence(self) -> Phrasebook[str]:
        return Phrasebook(((name, phrase) for name in OF_A_SENTENCE for phrase in self.lists[name]), self.readings)

    def forms_of(self, state: str) -> frozenset[str]:
        """With what the names of that State begin, however they are inflected: "irān" of "Irānas"."""
        return frozenset(name.removesuffix("*") for name in self.details.get("names", {}).get(state, ()))

    def is_of_a_language(self, text: str, place: int) -> bool:
        """Whether what looks like the name of a State there is that of a language: "in Russian"."""
        if self._languages is None:
            return False
        near = self._languages.finditer(text, max(0, place - _NEAR_A_LANGUAGE), place + _NEAR_A_LANGUAGE)
        return any(found.start() <= place < found.end() for found in near)

    @cached_property
    def _languages(self) -> re.Pattern[str] | None:
        said = self.details.get("languages", ())
        return re.compile(rf"\b(?:{'|'.join(said)})", re.IGNORECASE) if said else None

    def said_in(self, words: Sequence[str]) -> frozenset[str]:
        """Which of the lists `OF_A_SENTENCE` have a phrase in the sentence of these *words*; all asked in one go."""
        return self._of_a_sentence.stand_in(words)

    @cached_property
    def _turns(self) -> frozenset[str]:
        return self.negators | self.nobody | self.inside | self.conditionals | self.behind | self.absent

    @cached_property
    def _never(self) -> re.Pattern[str]:
        return re.compile(rf"\b(?:{'|'.join(map(re.escape, self.never))})\b")

    @cached_property
    def _hollow(self) -> re.Pattern[str]:
        return re.compile(rf"\b(?:{'|'.join(map(re.escape, self.hollow))})\b")

    def folded(self, text: str) -> str:
        """
        The *text*, in lower case, with one word for each that says never in several ("at no time"), and without what
        only looks like a negation ("не раз", "nie tylko").
        """
        if any(map(text.__contains__, self.hollow)):
            text = self._hollow.sub(" ", text)
        return self._never.sub(self.never[0], text) if any(map(text.__contains__, self.never[1:])) else text

    def may_turn(self, words: Iterable[str]) -> bool:
        """Whether any of the *words* of a sentence may turn its meaning round."""
        return not self._turns.isdisjoint(words)

    @cached_property
    def _of_a_document(self) -> dict[str, PhraseList]:
        return {name: PhraseList(self.lists[name], self.readings) for name in OF_A_DOCUMENT}

    def reports_news(self, first_page: str) -> bool:
        """Whether a text that begins so is a report of news: two of its formulas, and no party to a case."""
        news = self._of_a_document["news"]
        return news.count_in(first_page) >= NEWS_FORMULAS and not self.says_anywhere("party", first_page)

    def part_headed(self, words: str) -> str:
        """Which part of a draft a heading of these *words* begins: ``facts``, ``law``, or nothing that they say."""
        return next((part for part in ("law", "facts") if self.says_anywhere(part, words)), "")

    def says_anywhere(self, name: str, text: str) -> bool:
        """Whether *text* has one of the phrases of the list *name*, one of `OF_A_DOCUMENT`, anywhere."""
        return self.first_said(name, text) is not None

    def first_said(self, name: str, text: str) -> int | None:
        """Where in *text* the first phrase of that list ends; ``None`` where none stands."""
        return self._of_a_document[name].first_in(text)


def entries(patterns: Iterable[Pattern], telling: Telling) -> Iterator[tuple[Key, str]]:
    """What a ``Phrasebook`` for these patterns in the telling's language needs: (key, phrase) for every phrase."""
    for phrase in telling.lists[ASIDE]:
        yield (ASIDE, telling.language), phrase
    for phrase in (*telling.lists["leads"], *telling.lists["disowned"]):
        yield (OTHERS, telling.language), phrase
    for phrase in (*telling.lists["unclaimed"], *telling.lists[WAIVED]):
        yield (WAIVED, telling.language), phrase
    for pattern in patterns:
        for phrase in pattern.cues.get(telling.language, ()):
            yield ("cue", pattern.id), phrase
        for phrase in pattern.beside.get(telling.language, ()):
            yield ("beside", pattern.id), phrase
        for phrase in pattern.unless:
            yield ("unless", pattern.id), phrase
