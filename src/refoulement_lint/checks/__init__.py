"""
Check kinds: each module looks at one draft with all rules of its kind at once.

A check module has ``KIND``, ``PARAMETERS`` (what its rules may set), ``PLACEHOLDERS`` (what their messages may use) and
``check(draft, rules, context)``, which yields findings. Which modules there are stands in ``checks/kinds.py``.
"""

from __future__ import annotations

from datetime import date
from importlib import import_module
from itertools import pairwise
from typing import TYPE_CHECKING, Any, Protocol

from attrs import evolve, field, frozen

from refoulement_lint.folding import has_cyrillic
from refoulement_lint.model import (
    Adoption,
    Aspect,
    Authority,
    Document,
    Draft,
    Edit,
    Evidence,
    Finding,
    Fix,
    HeldText,
    Known,
    Membership,
    OfficialText,
    Scope,
    Span,
    Subject,
    Support,
    TimeLimit,
    Validity,
)
from refoulement_lint.phrases import UNKNOWN, Match, PhraseList
from refoulement_lint.sentences import sentence
from refoulement_lint.tokens import Readings

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

    from refoulement_lint.rule import Parameter, Rule
    from refoulement_lint.words_in_a_row import Index


class CheckKind(Protocol):
    """What a module in this folder offers."""

    KIND: str
    PARAMETERS: Mapping[str, Parameter]
    PLACEHOLDERS: frozenset[str]

    def check(self, draft: Draft, rules: tuple[Rule, ...], context: Context) -> Iterator[Finding]:
        """The findings of all *rules* of the kind in one draft."""
        ...


class Law(Protocol):
    """What the checks ask of the registers; every answer comes with its source."""

    def authority(self, target: str) -> Authority | None:
        """The register's row of that key."""
        ...

    def superseded(self, row: Authority) -> Authority | None:
        """The judgment that took the place of *row*."""
        ...

    def told(self, fact: str) -> str:
        """A fact in words that fit behind "the story tells of": "a removal that has taken place"."""
        ...

    def validity(self, target: str, day: date) -> Validity:
        """Whether the act governed on that day."""
        ...

    def governing_instead(self, act: str, day: date) -> tuple[str, ...]:
        """The acts before or behind that one which governed on *day* in its place."""
        ...

    def decided_by(self, act: str) -> frozenset[str]:
        """The facts whose day decides whether the act or a neighbour governs."""
        ...

    def has_provision(self, instrument: str, provision: str) -> bool:
        """Whether the instrument is known to have that provision."""
        ...

    def stays_for(self, act: str, state: str) -> bool:
        """Whether the act goes on binding that State after its end."""
        ...

    def membership(self, instrument: str, state: str, day: date) -> Membership:
        """Whether the State (ISO 3166 alpha-3) was bound on that day."""
        ...

    def texts(self, language: str) -> tuple[OfficialText, ...]:
        """Every official text of that language."""
        ...

    def words_in_a_row(self, language: str) -> Index:
        """The index of these texts."""
        ...

    def title(self, target: str) -> str:
        """How the target is printed in a sentence."""
        ...

    def beside_an_article(self, key: str, language: str) -> str:
        """The name of the instrument as it stands beside an article in that language; empty where nobody wrote it."""
        ...

    def subjects(self, language: str) -> tuple[Subject, ...]:
        """What provisions are about, as drafts in that language name it."""
        ...

    def time_limits(self, target: str, language: str) -> Mapping[str, TimeLimit]:
        """The limits that the act of *target* sets, by the names of their files."""
        ...

    def limits_named(self, language: str) -> Mapping[str, tuple[str, str]]:
        """Phrase that names what must be done in time → the act that says so, and the limit."""
        ...

    @property
    def limits_of_drafts(self) -> Mapping[str, tuple[str, str, str]]:
        """Phrase by which a draft speaks of its own time → the act that sets the limit, the limit, and the forum."""
        ...

    @property
    def aspects(self) -> tuple[Aspect, ...]:
        """What a case may be about."""
        ...

    @property
    def committees(self) -> tuple[str, ...]:
        """The committees that decide on communications, as the targets of these begin."""
        ...

    def said_of_decisions(self, key: str) -> tuple[str, ...]:
        """Phrases that tell what became of a decision, in every language."""
        ...

    def membership_words(self, language: str) -> Mapping[str, Any]:
        """How that language says that a State is bound."""
        ...

    def states_in(self, text: str) -> list[tuple[Span, str]]:
        """The States named in *text*, with their codes."""
        ...

    def durations(self, language: str) -> Mapping[str, Any]:
        """How that language says durations and limits."""
        ...

    @property
    def scopes(self) -> tuple[Scope, ...]:
        """Whom provisions protect and where they apply."""
        ...

    @property
    def evidence(self) -> tuple[Known, ...]:
        """What is known of laws and counts at borders."""
        ...

    def state_name(self, code: str) -> str:
        """The State (ISO 3166 alpha-3) as the Court writes it."""
        ...

    def state_name_in(self, code: str, language: str) -> str:
        """The State in that language, in English where that is not known."""
        ...

    def act_meant(self, name: str, target: str) -> str:
        """The act called *name*, when the number of *target* is another act's; empty where they go together."""
        ...

    def act_exchanged(self, target: str) -> str:
        """The act held whose number is that of *target*, which is not held, with two digits the other way round."""
        ...

    def adoption(self, target: str) -> Adoption:
        """When the instrument was adopted and entered into force."""
        ...

    def months(self, language: str) -> tuple[Sequence[str], ...]:
        """The names of the months, a list for each language, that one's and the English ones first."""
        ...


def _nobody(words: str) -> tuple[()]:
    return ()


def _no_support(argument: str) -> tuple[Support, ...]:
    return ()


def _nothing_against(target: str, argument: str = "") -> Support | None:
    return None


REMEMBERED = 2_000
"""How many places have their sentences remembered: several checks ask about the same few, one after the other."""


@frozen(kw_only=True, eq=False, repr=False)
class Context:
    """
    What outlives one draft, and what was found in it once for all checks.

    *matches* has the places where phrases of rules stand in this draft under ``"family/fault#parameter"`` (see
    `owner`). *support* offers authorities on an argument; *adverse* gives one against one of them, or against
    any, with what to say to it. *held* gives the texts of a decision that the user's own corpus has; ``None`` where no
    corpus is used. *titled* gives the targets of its other documents whose titles stand in some words, likewise.
    *peoples* gives the States, towns and peoples that some words name: the State's code, the part that it plays there,
    and where the name stands.
    """

    registers: Law
    document: Document
    matches: Mapping[str, Iterable[Match[Any]]] = field(factory=dict)
    support: Callable[[str], tuple[Support, ...]] = _no_support
    adverse: Callable[..., Support | None] = _nothing_against
    held: Callable[[str], tuple[HeldText, ...]] | None = None
    titled: Callable[[str], tuple[str, ...]] | None = None
    peoples: Callable[[str], Iterable[tuple[str, str, int, int]]] = _nobody
    readings: Readings = UNKNOWN
    asked: dict[str, PhraseList] = field(factory=dict, eq=False, repr=False)
    # Lists of phrases by the same names, read when first asked about; a run hands the same ones to every draft.
    _sentences: dict[int, Span] = field(factory=dict, init=False, eq=False, repr=False)
    # A cache of the last ones, so the value stays the same: which sentence an offset stands in never changes.
    quoted: list[Any] = field(factory=list, init=False, eq=False, repr=False)
    # What came of the quotations, aligned once for the check and for the report.

    @property
    def text(self) -> str:
        """The reading of the draft."""
        return self.document.text

    def places(self, rule: Rule, parameter: str) -> list[Match[Any]]:
        """Where the phrases of that list of *rule* stand, in the order of the text."""
        return sorted(self.matches.get(owner(rule, parameter), ()), key=lambda match: match.span)

    def sentences(self, rule: Rule, parameter: str) -> Iterator[Span]:
        """Each sentence in which a phrase of that list of *rule* stands, in the order of the text."""
        # They were found sentence by sentence; a long draft has more of them than one wants to hold at once.
        last = None
        for match in self.matches.get(owner(rule, parameter), ()):
            if match.sentence != last:
                last = match.sentence
                yield last

    def said(self, rule: Rule, parameter: str, within: Span) -> bool:
        """Whether a phrase of that list of *rule* stands in the sentence at *within*."""
        phrases = self._list(rule, parameter)
        return phrases is not None and phrases.stands_in(self.text, within)

    def spans_said(self, rule: Rule, parameter: str, within: Span) -> list[Span]:
        """Where the phrases of that list of *rule* stand in the sentence at *within*."""
        phrases = self._list(rule, parameter)
        places = phrases.places_in(self.text[within.start : within.end]) if phrases is not None else ()
        return [Span(within.start + place.start, within.start + place.end) for place in places]

    def told_of_a_decision(self, keys: Iterable[str], within: Span) -> bool:
        """Whether the sentence at *within* tells one of these things of a decision; see ``rules/history``."""
        for key in keys:
            name = f"told of a decision {key}"
            if name not in self.asked:
                self.asked[name] = PhraseList(self.registers.said_of_decisions(key), self.readings)
            if self.asked[name].stands_in(self.text, within):
                return True
        return False

    def said_anywhere(self, rule: Rule, parameter: str, text: str) -> bool:
        """Whether a phrase of that list of *rule* stands anywhere in *text*."""
        phrases = self._list(rule, parameter)
        return phrases is not None and phrases.stands_anywhere(text)

    def _list(self, rule: Rule, parameter: str) -> PhraseList | None:
        phrases = listed(rule, parameter)
        if not phrases:
            return None
        name = owner(rule, parameter)
        if name not in self.asked:
            self.asked[name] = PhraseList(phrases, self.readings)
        return self.asked[name]

    def sentence_at(self, offset: int) -> Span:
        """The sentence that *offset* stands in, inside its block."""
        known = self._sentences.get(offset)
        if known is None:
            block = self.document.block_at(offset)
            known = sentence(self.text, offset, within=block.span if block else None)
            if len(self._sentences) >= REMEMBERED:
                self._sentences.clear()
            self._sentences[offset] = known
        return known

    def sentence_after(self, before: Span) -> Span | None:
        """The sentence that follows in the same block, or ``None`` at its end."""
        text = self.text
        block = self.document.block_at(before.start)
        end = block.span.end if block else len(text)
        offset = before.end
        while offset < end and text[offset].isspace():
            offset += 1
        return self.sentence_at(offset) if offset < end else None

    def sentence_before(self, after: Span) -> Span | None:
        """The sentence before in the same block, or ``None`` at its beginning."""
        text = self.text
        block = self.document.block_at(after.start)
        start = block.span.start if block else 0
        offset = after.start - 1
        while offset >= start and text[offset].isspace():
            offset -= 1
        return self.sentence_at(offset) if offset >= start else None


KNOWN = "#known"
"""The name under which the laws of the evidence register are looked for."""

LIMITS = "#limits"
"""The name under which the names of what must be done in time are looked for."""
OWN_LIMITS = "#own limits"
"""The name under which the words are looked for by which a draft speaks of its own time."""
CALLED = "#called "
"""Before the key of a list of States: the name under which the words are looked for that call a State one of it."""


def owner(rule: Rule, parameter: str) -> str:
    """The name under which the phrases of one parameter of *rule* are looked for."""
    return f"{rule.name}#{parameter}"


# --- what all checks share -------------------------------------------------------------------------------------------


def found(
    rule: Rule,
    span: Span,
    values: Mapping[str, str],
    *,
    because: Iterable[Evidence] = (),
    severity: str | None = None,
    target: str | None = None,
    argument: str | None = None,
    support: tuple[Support, ...] = (),
    related: tuple[Span, ...] = (),
    replacement: str | None = None,
    edit_span: Span | None = None,
    with_ground: bool = False,
) -> Finding:
    """
    A finding of *rule* at *span*, its message filled from *values* (every placeholder of the kind has a value).

    *because* is what this place shows. The first authority of the rule is added where that shows nothing, or
    *with_ground* where a reader needs the law beside it; the others stand on the rule's page. *replacement* becomes a
    fix as safe as the rule says, for *edit_span* or the span itself; a rule with ``fix = "none"`` never gets one.
    """
    fix = None
    if replacement is not None and rule.fix != "none":
        fix = Fix(rule.fix, (Edit(edit_span or span, replacement),))
    reasons = [*because]
    if with_ground or not reasons:
        ground = rule.authority[0]
        reasons.append(Evidence(f"{ground.cite}: {ground.says}", ground.source))
    return Finding(
        rule=rule.name,
        severity=severity or rule.severity,
        message=_filled(rule.message, values),
        span=span,
        because=tuple(reasons),
        target=target,
        argument=argument,
        support=support,
        related=related,
        fix=fix,
    )


def _filled(message: str, values: Mapping[str, str]) -> str:
    # A value from the draft may run over a line; one that the register does not have is empty.
    text = message.format_map({name: " ".join(value.split()) for name, value in values.items()})
    # A value that the register does not have leaves a hole; a lawyer should not see "()" or a double space.
    return text.replace(" ()", "").replace("  ", " ").strip()


def in_its_letters(findings: Iterable[Finding], text: str) -> Iterator[Finding]:
    """The findings, without a fix that would put Latin words among Cyrillic ones, or in their place."""
    for finding in findings:
        edits = finding.fix.edits if finding.fix is not None else ()
        if any(_is_foreign(edit, text) for edit in edits):
            finding = evolve(finding, fix=None)
        yield finding


def _is_foreign(edit: Edit, text: str) -> bool:
    replaced = text[edit.span.start : edit.span.end]
    if has_cyrillic(edit.replacement) or not any(
        first.isalpha() and second.isalpha() and first.isascii() for first, second in pairwise(edit.replacement)
    ):
        return False  # a number, a mark, words of the same letters
    if replaced.strip():
        return has_cyrillic(replaced)
    before = text[max(0, edit.span.start - LINE) : edit.span.start].rpartition("\n")[2]
    return has_cyrillic(before[-LINE:]) and has_cyrillic(text[edit.span.end : edit.span.end + LINE])


LINE = 40
"""Characters around a place in which its letters show."""


def with_fingerprints(findings: Iterable[Finding], text: str) -> tuple[Finding, ...]:
    """
    The findings, each with a hash that stays the same while the rule and the words under it do.

    Offsets do not enter, so an insertion above changes nothing; the second finding of one rule on the same words in
    one document is counted apart.
    """
    sha256 = _sha256()
    seen: dict[str, int] = {}
    marked = []
    for finding in findings:
        words = " ".join(text[finding.span.start : finding.span.end].split())
        basis = "\x1f".join((finding.rule, words, finding.argument or "", finding.target or ""))
        seen[basis] = seen.get(basis, 0) + 1
        digest = sha256(f"{basis}\x1f{seen[basis]}".encode()).hexdigest()[:16]
        marked.append(evolve(finding, fingerprint=digest))
    return tuple(marked)


def _sha256() -> Callable[[bytes], Any]:
    """
    The hash without OpenSSL, which ``hashlib`` loads for it: 2 ms and 3.4 MB of a process that says something once.
    ``random`` of the standard library takes its hash from there too.
    """
    for name in ("_sha2", "_sha256"):  # from Python 3.12 on, and before
        try:
            found: Callable[[bytes], Any] = import_module(name).sha256
            return found
        except (ImportError, AttributeError):
            continue
    import hashlib

    return hashlib.sha256


def register_row(authority: Authority) -> Evidence:
    """The register's row as it is cited, with its link."""
    printed = authority.citation or ", ".join(
        part for part in (authority.title, " and ".join(authority.numbers[:2]), day_in_words(authority.date)) if part
    )
    source = authority.link or authority.source or f"register {authority.register}"
    return Evidence(f"In the register: {' '.join(printed.split()).rstrip('.')}.", source)


_MONTHS = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
    "December",
)  # fmt: skip


def day_in_words(iso: str | date) -> str:
    """``2011-01-21`` as "21 January 2011", ``2019-07`` as "July 2019"; a year alone stays a year."""
    text = iso.isoformat() if isinstance(iso, date) else iso
    if len(text) == 10 and text[4] == text[7] == "-":
        return f"{int(text[8:])} {_MONTHS[int(text[5:7]) - 1]} {text[:4]}"
    if len(text) == 7 and text[4] == "-":
        return f"{_MONTHS[int(text[5:]) - 1]} {text[:4]}"
    return text


def first_line(draft: Draft) -> Span:
    """The first line of the draft that has words; an empty span in an empty draft."""
    text = draft.document.text
    start = len(text) - len(text.lstrip())
    end = text.find("\n", start)
    end = len(text) if end < 0 else end
    return Span(start, start + len(text[start:end].rstrip())) if start < len(text) else Span(0, 0)


def instrument_of(target: str) -> str:
    """
    The key of the instrument: ``CAT`` of ``CAT:3(1)``, ``EU:2013/32`` of ``EU:2013/32:6``, ``fr:CESEDA`` of a statute.
    """
    parts = target.split(":")
    return ":".join(parts[:2]) if parts[0] == "EU" or parts[0].islower() else parts[0]


def under(target: str | None, prefix: str) -> bool:
    """Whether *target* is the provision *prefix* or a part of it: ``CAT:3(1)`` is under ``CAT:3`` and under ``CAT``."""
    if target is None:
        return False
    return target == prefix or (target.startswith(prefix) and target[len(prefix)] in ":(")


def listed(rule: Rule, name: str) -> tuple[str, ...]:
    """A parameter as a tuple of texts, whether the file has one text or a list."""
    value: Any = rule.parameters.get(name, ())
    return (value,) if isinstance(value, str) else tuple(value)
