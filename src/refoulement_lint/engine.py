"""What outlives a document: registers, rules, grammars and the automaton; opened once, read-only, passed in."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence, Set
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from attrs import define, field

from refoulement_lint import checks, phrases
from refoulement_lint.arguments import Argument
from refoulement_lint.catalogue import Names, from_folder, rule_of
from refoulement_lint.checks.kinds import KINDS
from refoulement_lint.citations import Grammar, Name, Writing, words
from refoulement_lint.facts.patterns import ASIDE, OF_A_DOCUMENT, OF_A_SENTENCE, WAIVED, Pattern, Telling, entries
from refoulement_lint.folding import words_of
from refoulement_lint.forum import Forum
from refoulement_lint.likeness import Likeness
from refoulement_lint.model import RuleError
from refoulement_lint.phrases import Phrasebook, PhraseList, Place
from refoulement_lint.registers.opening import open_registers
from refoulement_lint.registers.store import Store
from refoulement_lint.rule import Rule
from refoulement_lint.scan import Scan
from refoulement_lint.styles import Style
from refoulement_lint.tokens import Readings

if TYPE_CHECKING:
    from refoulement_lint.corpus.held import Corpus

# Whose phrase it is: a role and a name, such as ("cue", "summary-return") or ("rule", "family/fault#parameter").
Owner = tuple[str, str]


# A language in which no file says how a story is told: the words of another's would tell what nobody said.
_UNTOLD = Telling(
    language="none",
    negators=frozenset(),
    inside=frozenset(),
    conditionals=frozenset(),
    lists=dict.fromkeys((*OF_A_DOCUMENT, *OF_A_SENTENCE, ASIDE, WAIVED), ()),
)

# A first draft up to this length, in characters, gets a reader of its own.
ONE_PAGE = 20_000


class Reader(NamedTuple):
    """
    What reads drafts in one language: the grammar, its automaton, the phrases, how a story is told, and what its
    sentences are like.
    """

    grammar: Grammar
    scan: Scan
    phrases: Phrasebook[Owner]
    telling: Telling
    likeness: Likeness | None = None

    def told(self, words: Sequence[str], different: Set[str], places: Sequence[Place[Owner]]) -> list[Place[Owner]]:
        """
        The facts that the sentence of these *words* tells by its likeness; and what takes a fact away whose phrase
        stands at one of the *places*, where the sentence is too unlike those that tell it, or makes it weak.
        """
        if self.likeness is None:
            return []
        cued: dict[str, bool] = {}
        at: dict[str, int] = {}
        for (role, fact), _, first, last in places:
            if role in ("cue", "beside"):
                cued[fact] = last > first or cued.get(fact, False)
                at.setdefault(fact, first)
        told, unlike, weak = self.likeness.read(words, different, cued, at)
        found = [(("told", fact), "", first, last) for fact, first, last in told]
        taken = ((("unless", fact), "", 0, 0) for fact in unlike)
        return [*found, *taken, *((("weak", fact), "", 0, 0) for fact in weak)]


def _patterns(files: Mapping[str, Any]) -> tuple[Pattern, ...]:
    return tuple(Pattern.of(name, raw) for name, raw in files.items())


@define(frozen=True, slots=False, eq=False, repr=False)
class Engine:
    """
    What outlives a document. *own_rules* are folders of a user's own rules, read beside ours; *on_trial* are rules
    whose examples are being run; *corpus* holds the user's own documents, ``None`` where none is used.
    """

    registers: Store
    own_rules: tuple[Path, ...] = ()
    on_trial: tuple[Rule, ...] = ()
    corpus: Corpus | None = None
    asked: dict[str, PhraseList] = field(factory=dict, init=False, repr=False)
    _readers: dict[str, Reader] = field(factory=dict, init=False, repr=False)
    _tellings: dict[str, Telling] = field(factory=dict, init=False, repr=False)
    _facts: dict[str, tuple[Pattern, ...]] = field(factory=dict, init=False, repr=False)

    @cached_property
    def facts(self) -> tuple[Pattern, ...]:
        """Every fact pattern."""
        return _patterns(self.registers.rules.facts())

    def facts_in(self, language: str) -> tuple[Pattern, ...]:
        """Every fact pattern, with its cues in that language alone: one draft needs no others."""
        if language not in self._facts:
            self._facts[language] = _patterns(self.registers.rules.facts(language))
        return self._facts[language]

    @cached_property
    def arguments(self) -> tuple[Argument, ...]:
        """Every argument of the map."""
        return tuple(Argument.of(name, raw) for name, raw in self.registers.rules.folder("arguments").items())

    @cached_property
    def _headings(self) -> Phrasebook[str]:
        entries = ((argument.id, phrase) for argument in self.arguments for phrase in argument.heads)
        return Phrasebook(entries, self.registers.wording.readings)

    def headed(self, words: str) -> frozenset[str]:
        """The arguments that a heading of these *words* names."""
        return self._headings.stand_in(words_of(words))

    @cached_property
    def forums(self) -> tuple[Forum, ...]:
        """Every forum that a draft may go to."""
        return tuple(Forum.of(name, raw) for name, raw in self.registers.rules.folder("forums").items())

    @cached_property
    def styles(self) -> tuple[Style, ...]:
        """Every style of citing."""
        return tuple(Style.of(name, raw) for name, raw in self.registers.rules.folder("styles").items())

    @cached_property
    def names(self) -> Names:
        """The facts and arguments that a rule may name."""
        return Names(
            facts=frozenset(pattern.id for pattern in self.facts),
            arguments=frozenset(argument.id for argument in self.arguments),
        )

    @cached_property
    def rules(self) -> tuple[Rule, ...]:
        """Every rule, ours and the user's own, by name."""
        # The tests look for mistakes in ours; to do so at each start takes 3 ms.
        ours = {name: rule_of(name, row) for name, row in self.registers.rules.families().items()}
        rules = {**ours, **self._own}
        return tuple(rules[name] for name in sorted(rules))

    @cached_property
    def _own(self) -> dict[str, Rule]:
        """The user's own rules, and those on trial."""
        rules: dict[str, Rule] = {}
        for folder in self.own_rules:
            if not folder.is_dir():
                raise RuleError(f"{folder} is not a folder of rules; it should hold <family>/<name>.toml files.")
            rules.update({rule.name: rule for rule in from_folder(folder, names=self.names)})
        return rules | {rule.name: rule for rule in self.on_trial}

    @cached_property
    def languages(self) -> Mapping[str, Mapping[str, Any]]:
        """The words of every language."""
        return self.registers.rules.folder("languages")

    @cached_property
    def grammar(self) -> Grammar:
        """What finds citations in any text."""
        return self._grammar(words.anywhere)

    @cached_property
    def _scan(self) -> Scan:
        return Scan(self.grammar.literals)

    def _grammar(self, may_stand: Callable[[str], bool]) -> Grammar:
        """What finds citations, made from what the registers know."""
        registers = self.registers
        return Grammar(
            languages=self.languages,
            names=tuple(
                Name(text=name.text, key=name.key, case=name.case, ambiguous=name.ambiguous, wrong=name.wrong)
                for name in registers.instruments.names
                if may_stand(name.text.replace("’", "'"))  # straight, as in every reading
            ),
            writings=tuple(Writing(text, key, kind) for text, key, kind in registers.instruments.writings),
            bodies=registers.bodies,
            symbols=registers.instruments.symbols,
            states=registers.states.respondents,
            short_names=registers.cases.short_names,
            known=registers.cases.has_name,
            has_number=registers.cases.has_number,
            has_case=lambda name: bool(registers.cases.by_name(name)),
            slips_in=registers.cases.slips_in,
            exists=lambda key, provision: registers.instruments.exists(key, provision).word in ("exists", "unknown"),
            statute_files=registers.statutes,
            courts=registers.courts,
            us_reporter=registers.us_reporters.get if may_stand is words.anywhere else registers.us_reporter,
            leading_cases=registers.curated.leading_cases,
            of_item=registers.cases.of_item,
            is_named=registers.is_known_as,
            of_ecli=registers.number_of_named,
            gazettes=lambda: registers.instruments.gazettes,
            may_stand=may_stand,
        )

    def telling(self, language: str) -> Telling:
        """
        How a story is told in that language. Where no file says it, nothing is told: the Italian *autista* drives, and
        is nobody autistic.
        """
        if language not in self._tellings:
            raw = self.registers.rules.file("telling", language)
            if raw is None:
                return _UNTOLD
            self._tellings[language] = Telling.of(language, raw, self.registers.wording.readings)
        return self._tellings[language]

    def reader(self, language: str, text: str) -> Reader:
        """
        What reads *text*, a draft in that language; made once for each language.

        Only where *text* is one page and the first, its reader knows no more words than may stand in it, and is made
        in a third of the time. What it finds is the same.
        """
        telling = self.telling(language)
        if not self._readers and len(text) <= ONE_PAGE:
            may_stand = words.standing_in(text)
            grammar = self._grammar(may_stand)
            here = words_of(text)
            known = self.registers.wording.phrases_on(here, telling.language)
            readings = Readings(stored=lambda phrase: known.get(phrase, ("", "")))
            standing = [entry for entry in self._our_phrases(telling) if entry[1] in known]
            standing += self._phrases_of(self._own.values())
            book = Phrasebook(phrases.standing_in(text, standing, readings), readings)
            scan = Scan(grammar.literals, may_stand)
            likeness = self.registers.wording.likeness(telling.language, of_a_page=True)
            if likeness is not None:
                likeness.meet(set(here))
            self._readers["first page"] = reader = Reader(grammar, scan, book, telling, likeness)
            return reader
        if telling.language not in self._readers:
            book = Phrasebook(self._phrases(telling), self.registers.wording.readings)
            likeness = self.registers.wording.likeness(telling.language)
            self._readers[telling.language] = Reader(self.grammar, self._scan, book, telling, likeness)
        return self._readers[telling.language]

    def _phrases(self, telling: Telling) -> Iterator[tuple[Owner, str]]:
        """Every phrase of every fact, argument, forum and rule, with its owner."""
        yield from self._our_phrases(telling)
        yield from self._phrases_of(self._own.values())

    def _our_phrases(self, telling: Telling) -> Iterator[tuple[Owner, str]]:
        """Those that the compiler has read."""
        yield from entries(self.facts_in(telling.language), telling)
        for argument in self.arguments:
            for role, phrase in argument.phrases:
                yield (role, argument.id), phrase
        for forum in self.forums:
            for phrase in forum.phrases:
                yield ("forum", forum.id), phrase
        for known in self.registers.evidence:
            for phrase in known.called:
                yield ("rule", checks.KNOWN), phrase
        for phrase in self.registers.limits_named(telling.language):
            yield ("rule", checks.LIMITS), phrase
        for phrase in self.registers.limits_of_drafts:
            yield ("rule", checks.OWN_LIMITS), phrase
        for key, called in self.registers.membership_words(telling.language).get("named", {}).items():
            for phrase in called:
                yield ("rule", checks.CALLED + key), phrase
        yield from self._phrases_of(rule for rule in self.rules if rule.name not in self._own)

    def _phrases_of(self, rules: Iterable[Rule]) -> Iterator[tuple[Owner, str]]:
        for rule in rules:
            for name, parameter in KINDS[rule.kind].PARAMETERS.items():
                if parameter.of == "phrases":
                    owner = checks.owner(rule, name)
                    for phrase in checks.listed(rule, name):
                        yield ("rule", owner), phrase

    @cached_property
    def checks(self) -> Mapping[str, tuple[Rule, ...]]:
        """Kind of check → its rules."""
        by_kind: dict[str, list[Rule]] = {}
        for rule in self.rules:
            by_kind.setdefault(rule.kind, []).append(rule)
        return {kind: tuple(rules) for kind, rules in by_kind.items()}


def open_engine(
    own_rules: Iterable[str | Path] = (), registers: str | Path | None = None, corpus: Corpus | None = None
) -> Engine:
    """
    The registers and rules, opened read-only; *registers* is the file of those that the user added, *corpus* his own
    documents.

    Raises:
        RegisterError: If the compiled registers are missing, stale or damaged.
        RuleError: If a rule of the user's own folders has a mistake.
    """
    return Engine(open_registers(own=registers), tuple(Path(folder) for folder in own_rules), corpus=corpus)
