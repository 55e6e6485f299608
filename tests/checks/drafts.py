"""Small drafts and registers for the tests of the checks, built by hand."""

from __future__ import annotations

from datetime import date

from attrs import field, frozen

from refoulement_lint.checks import Context, owner
from refoulement_lint.checks.kinds import KINDS
from refoulement_lint.model import (
    Adoption,
    Authority,
    Block,
    Citation,
    Document,
    Draft,
    Finding,
    Known,
    Membership,
    OfficialText,
    Part,
    Span,
    Validity,
    Written,
)
from refoulement_lint.phrases import Match
from refoulement_lint.rule import Ground, Rule
from refoulement_lint.words_in_a_row import Index

GROUND = Ground("Somebody", "something", "somewhere", "2026-11-22")
DAY = date(2026, 11, 22)


@frozen(kw_only=True)
class FakeLaw:
    """Answers what it was given, and "unknown" to everything else."""

    official: tuple[OfficialText, ...] = ()
    ends: dict[str, date] = field(factory=dict)
    begins: dict[str, date] = field(factory=dict)
    not_bound: frozenset[tuple[str, str]] = frozenset()
    adopted: dict[str, Adoption] = field(factory=dict)
    authorities: dict[str, Authority] = field(factory=dict)
    decided: dict[str, frozenset[str]] = field(factory=dict)
    stays: frozenset[tuple[str, str]] = frozenset()
    successor: str = "what followed"
    instead: dict[str, tuple[str, ...]] = field(factory=dict)

    def states_in(self, text: str) -> list[tuple[Span, str]]:
        """None is named."""
        return []

    def membership_words(self, language: str) -> dict[str, list[str]]:
        """No words of any language."""
        return {}

    def months(self, language: str) -> tuple[list[str], ...]:
        """Those of English, whatever the language."""
        return ("January February March April May June July August September October November December".split(),)

    def authority(self, target: str) -> Authority | None:
        return self.authorities.get(target)

    def beside_an_article(self, key: str, language: str) -> str:
        """Nobody wrote it."""
        return ""

    def governing_instead(self, act: str, day: date) -> tuple[str, ...]:
        return self.instead.get(act, ())

    def validity(self, target: str, day: date) -> Validity:
        since, until = self.begins.get(target), self.ends.get(target)
        if since is None and until is None:
            return Validity(verdict="unknown")
        verdict = "not-yet" if since and day < since else "repealed" if until and day >= until else "governs"
        return Validity(verdict=verdict, since=since, until=until, successor=self.successor, source="register")

    def told(self, fact: str) -> str:
        return f"{'an' if fact[0] in 'aeiou' else 'a'} {fact.replace('-', ' ')}"

    def has_provision(self, instrument: str, provision: str) -> bool:
        return False

    def decided_by(self, act: str) -> frozenset[str]:
        return self.decided.get(act, frozenset())

    def stays_for(self, act: str, state: str) -> bool:
        return (act, state) in self.stays

    def act_meant(self, name: str, target: str) -> str:
        return ""

    def membership(self, instrument: str, state: str, day: date) -> Membership:
        return Membership("not-bound" if (instrument, state) in self.not_bound else "unknown", state)

    def texts(self, language: str) -> tuple[OfficialText, ...]:
        return tuple(text for text in self.official if text.language == language)

    def words_in_a_row(self, language: str) -> Index:
        return Index.of(text.text for text in self.texts(language))

    def title(self, target: str) -> str:
        return target

    @property
    def evidence(self) -> tuple[Known, ...]:
        return ()

    def state_name(self, code: str) -> str:
        return code

    def adoption(self, target: str) -> Adoption:
        return self.adopted.get(target, Adoption(None))


def rule(
    kind: str, name: str = "wording/something", *, message: str = "{written}", fix: str = "suggest", **parameters
) -> Rule:
    return Rule(
        name=name, title="Something", message=message, severity="warning", fix=fix, since="0.1", kind=kind,
        parameters=parameters, authority=(GROUND,),
    )  # fmt: skip


def at(text: str, words: str, nth: int = 0) -> Span:
    """The span of the nth occurrence of *words*."""
    start = -1
    for _ in range(nth + 1):
        start = text.index(words, start + 1)
    return Span(start, start + len(words))


def cited(text: str, words: str, target: str | None, kind: str = "provision", **more) -> Citation:
    """A citation at *words*; more keywords go to `Citation`, ``parts`` to `Written`."""
    span = at(text, words)
    parts: tuple[Part, ...] = more.pop("parts", ())
    family = more.pop("family", "ecthr" if kind in ("case", "short-form") else "treaty")
    written = Written(
        span=span, whole=more.pop("whole", span), text=words, kind=kind, family=family, key=target, parts=parts
    )
    return Citation(written=written, target=target, status="verified", **more)


def draft(text: str, *citations: Citation, blocks: tuple[Block, ...] = (), **more) -> Draft:
    document = Document(path="draft.md", format="markdown", source=text, text=text, blocks=blocks)
    in_order = tuple(sorted(citations, key=lambda citation: citation.span))
    return Draft(document=document, citations=in_order, **{"on": DAY, **more})


def run(
    one: Draft, *rules: Rule, law: FakeLaw | None = None, said: dict[tuple[str, str], tuple[str, ...]] | None = None
) -> list[Finding]:
    """
    The findings of the rules, all of one kind.

    *said* gives the words where the phrases of a rule stand: (name, parameter) → words, once each in the text.
    """
    text = one.document.text
    context = Context(registers=law or FakeLaw(), document=one.document)
    matches = {}
    for by in rules:
        for (name, parameter), places in (said or {}).items():
            if name == by.name:
                spans = [at(text, words) for words in places]
                matches[owner(by, parameter)] = tuple(
                    sorted(Match(("rule", ""), span, "", context.sentence_at(span.start)) for span in spans)
                )
    context = Context(registers=law or FakeLaw(), document=one.document, matches=matches)
    return list(KINDS[rules[0].kind].check(one, rules, context))


def words_of(findings: list[Finding], text: str) -> list[str]:
    return [text[finding.start : finding.end] for finding in findings]
