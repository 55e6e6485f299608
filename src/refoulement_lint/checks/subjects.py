"""What a sentence says that a provision is about, held against the table of subjects."""

from __future__ import annotations

import re
from functools import cached_property, lru_cache
from typing import TYPE_CHECKING, NamedTuple

from refoulement_lint.checks import Context, listed, under
from refoulement_lint.folding import words_of
from refoulement_lint.model import Citation, Draft, Span, Subject
from refoulement_lint.phrases import Phrasebook

if TYPE_CHECKING:
    from refoulement_lint.rule import Rule

# "the prohibition of torture, which the applicant says is guaranteed by": more words, and it is another clause.
REACH = 10
# The words of a claim that has its provision in brackets behind it.
REACH_OF_BRACKET = 2
REACH_OF_SAYING = 25
# "requires of every State, that", "forbids the return of anybody to a territory where": the words before the comma.
REACH_OF_VERB = 8
# "The right to ... is laid down in": where the head stands, and the words before the provision that lay it down.
REACH_OF_HEAD = 3
REACH_OF_LAYING = 5
# "guaranteed by", "gwarantowane przez", "which defines": the words that make a provision the subject's own.
REACH_OF_ITS = 7
# "Article N of the Convention, which contains that rule": as far from the provision its content is pointed back to.
REACH_OF_POINTING = 40
# "Articles 3 and 13", "Article 3, Article 13": what is claimed of a list is claimed of one of them.
REACH_OF_LIST = 14
# "it is not under": as far before them a denial is looked for.
REACH_OF_DENIAL = 60


_BEFORE_A_CLAUSE = ' ,\u201c\u201d"'


class _Named(NamedTuple):
    subject: Subject
    within: str
    span: Span


class Table:
    """The table of subjects as one draft is held against it; read when first asked."""

    def __init__(self, rule: Rule, draft: Draft, context: Context) -> None:
        self._rule, self._draft, self._context = rule, draft, context
        self._named: dict[Span, tuple[_Named, ...]] = {}

    @cached_property
    def _book(self) -> Phrasebook[tuple[Subject, str]]:
        subjects = self._context.registers.subjects(self._draft.language)
        entries = [((subject, ""), name) for subject in subjects for name in subject.names]
        entries += [((subject, key), name) for subject in subjects for key, names in subject.within for name in names]
        return Phrasebook(entries, self._context.readings)

    def mistaken(self, citation: Citation) -> tuple[Subject, str] | None:
        """
        The subject that the sentence ties to the provision *citation*, which is not about it, and the provision that
        is.

        ``None`` where nothing is tied to it, where another subject or provision competes, or the sentence compares or
        denies.
        """
        sentence, target = self._context.sentence_at(citation.start), citation.target or ""
        instrument = target.rpartition(":")[0]
        # "Convention on the prohibition of torture" is a name, and says of none of its articles what it is about.
        cited = [other.span for other in self._draft.citations_in(sentence)]
        named = [
            one
            for one in self._names_in(sentence)
            if one.within in ("", instrument) and not any(span.start <= one.span.start < span.end for span in cited)
        ]
        own = [
            one.subject
            for one in named
            if _is_about(target, one.subject) and not (_goes_along(target, one.subject) and self._is_its(one, citation))
        ]
        if not named:
            return self._of_sentence_before(citation, sentence, instrument)
        if any(not _is_wider(subject, target, named) for subject in own):
            return None
        # What is claimed of a list is claimed of one of its members.
        of_it = [
            other
            for other in self._draft.citations_in(sentence)
            if other.kind in ("provision", "national-statute")
            and other.span != citation.span
            and (other.target is None or under(other.target, instrument))
        ]
        if any(_between(one.span, citation.span) < REACH_OF_LIST for one in of_it):
            return None
        tied = [one for one in named if one.subject not in own and self._is_tied(one, citation)]
        if not tied:
            return None
        # Of two names in one place the longer one says more.
        nearest = min(tied, key=lambda one: (_between(one.span, citation.span), one.span.start - one.span.end))
        subject = nearest.subject
        if (
            (subject.only and instrument not in subject.only)
            or any(_is_about(other.target or "", subject) for other in of_it)
            or self._is_denied(nearest.span, citation.span, sentence)
        ):
            return None
        return subject, _meant(target, subject)

    def _of_sentence_before(self, citation: Citation, sentence: Span, instrument: str) -> tuple[Subject, str] | None:
        """
        The same where the sentence points back, "Article N, which contains that rule", and the one before names one
        subject and no provision.
        """
        context, text = self._context, self._draft.document.text
        back = [
            one
            for one in context.spans_said(self._rule, "points_back", sentence)
            if _between(one, citation.span) < REACH_OF_POINTING
        ]
        before = context.sentence_before(sentence) if back else None
        others = [one for one in self._draft.citations_in(sentence) if one.span != citation.span]
        if before is None or others or any(one.target for one in self._draft.citations_in(before)):
            return None
        subjects = {one.subject.title: one.subject for one in self._names_in(before) if one.within in ("", instrument)}
        together = Span(min(citation.start, back[0].start), max(citation.end, back[0].end))
        if len(subjects) != 1 or ";" in text[together.start : together.end]:
            return None
        subject = next(iter(subjects.values()))
        if (
            context.said(self._rule, "silenced_by", together)
            or _is_about(citation.target or "", subject)
            or (subject.only and instrument not in subject.only)
        ):
            return None
        return subject, _meant(citation.target or "", subject)

    def _is_denied(self, one: Span, other: Span, sentence: Span) -> bool:
        """Whether the words before both deny or compare: "nor is it the ...", "unlike ..."."""
        first = min(one.start, other.start)
        words = _before().search(self._draft.document.text, max(sentence.start, first - REACH_OF_DENIAL), first)
        return words is not None and self._context.said(self._rule, "silenced_by", Span(words.start(), first))

    def _names_in(self, sentence: Span) -> tuple[_Named, ...]:
        if sentence not in self._named:
            text = self._draft.document.text[sentence.start : sentence.end]
            self._named[sentence] = tuple(
                _Named(*match.key, match.span) for match in self._book.matches(text, at=sentence.start)
            )
        return self._named[sentence]

    def _is_tied(self, one: _Named, citation: Citation) -> bool:
        """
        Whether nothing but words that tie stands between the two: "S under Article N", "Article N guarantees S"; or
        the provision alone is in brackets behind the claim.
        """
        text, name = self._draft.document.text, one.span
        if name.meets(citation.span):
            return False
        before = name.end <= citation.start
        between = text[name.end : citation.start] if before else text[citation.end : name.start]
        plain = _aside().sub(" ", between)
        if ";" in plain:
            return False
        words = words_of(plain)
        if before and words and _is_among(words[0], listed(self._rule, "clauses")):
            return False  # "the lawfulness of detention, and Article 9(1) forbids ..."
        ties = listed(self._rule, "ties")
        if len(words) <= REACH and all(_is_among(word, ties) for word in words):
            return True
        if one.within:
            return False  # a word that means the subject where it stands close, and may be a fact elsewhere
        if not before:
            # "Article N requires that ...": all of the clause is what the article says.
            says, clause = self._claims(plain)
            denied = self._context.said(self._rule, "silenced_by", Span(citation.end, name.start))
            return says and len(words) <= REACH_OF_SAYING and not denied and self._is_one_clause(clause)
        if self._is_laid_down(one, citation, plain):
            return True
        opened = _opened().search(between)
        return (
            opened is not None
            and text[citation.end : citation.end + 1] in (")", "]")
            and len(words) <= REACH_OF_BRACKET
            and not any(sign in between[: opened.start()] for sign in ",:()")
        )

    def _is_its(self, one: _Named, citation: Citation) -> bool:
        """
        Whether the few words between say that the provision has the subject for its content, "guaranteed by", "which
        defines", and not that the two are only mentioned together.
        """
        text, name = self._draft.document.text, one.span
        before = name.end <= citation.start
        words = words_of(text[name.end : citation.start] if before else text[citation.end : name.start])
        return (
            len(words) <= REACH_OF_ITS
            and all(_is_among(word, listed(self._rule, "ties")) for word in words)
            and any(_is_among(word, listed(self._rule, "lays")) for word in words)
        )

    def _is_laid_down(self, one: _Named, citation: Citation, between: str) -> bool:
        """
        Whether the sentence is about one rule from its beginning, "The right to ...", "Zasadę, że ...", and ends with
        the provision that lays it down.
        """
        text, heads = self._draft.document.text, listed(self._rule, "heads")
        start = self._context.sentence_at(citation.start).start
        opening = [word for word in words_of(text[start : one.span.end]) if not word.isdigit()]
        words = words_of(between)
        laying = words[-REACH_OF_LAYING:]
        return (
            ":" not in between
            and len(words) <= REACH_OF_SAYING
            and any(_is_among(word, heads) for word in opening[:REACH_OF_HEAD])
            and not any(_is_among(word, heads) for word in words)
            and any(_is_among(word, listed(self._rule, "lays")) for word in laying)
            and not self._context.said_anywhere(self._rule, "silenced_by", " ".join(laying))
        )

    def _claims(self, behind: str) -> tuple[bool, str]:
        """
        Whether the words behind a provision begin what it says, "requires that ...", ", according to which ...", and
        the clause that follows; a clause between two commas stands aside.
        """
        asides = listed(self._rule, "asides")
        without = _between_commas().sub(
            lambda aside: " " if _is_among(words_of(aside[0])[0], asides) else aside[0], behind
        )
        for clause in (without.lstrip(_BEFORE_A_CLAUSE), behind.lstrip(_BEFORE_A_CLAUSE)):
            words = words_of(clause)
            while words and _is_among(words[0], listed(self._rule, "opens")):
                words = words[1:]
            starts = (words[0], " ".join(words[:2]), " ".join(words[:3])) if words else ()
            if any(_is_among(start, listed(self._rule, "says")) for start in starts):
                return True, clause
        return False, ""

    def _is_one_clause(self, clause: str) -> bool:
        """
        Whether nothing in it begins another: the one comma stands soon behind the verb, before "dass", "aby", "чтобы".
        """
        first, comma, rest = clause.partition(",")
        if not comma:
            return ":" not in clause
        words = words_of(rest)
        return (
            not any(sign in rest for sign in ",:")
            and ":" not in first
            and len(words_of(first)) <= REACH_OF_VERB
            and bool(words)
            and _is_among(words[0], listed(self._rule, "joins"))
        )


def _is_wider(subject: Subject, target: str, named: list[_Named]) -> bool:
    """
    Whether *subject* owns the whole article of *target*, and another that is named a part of it: liberty is Article 5,
    and the review of detention its paragraph 4.
    """
    wholes = [one for one in subject.provisions if under(target, one)]
    parts = [part for other in named if other.subject != subject for part in other.subject.provisions]
    return bool(wholes) and any(under(part, whole) and part != whole for whole in wholes for part in parts)


def _between(one: Span, other: Span) -> int:
    return max(one.start - other.end, other.start - one.end)


def _is_about(target: str, subject: Subject) -> bool:
    """Whether the provision, a part of it or what it is a part of belongs to the subject, or goes with it."""
    return any(under(target, one) or under(one, target) for one in (*subject.provisions, *subject.beside))


def _goes_along(target: str, subject: Subject) -> bool:
    """Whether the provision only goes with the subject, which another of the same instrument lays down."""
    own = any(under(target, one) or under(one, target) for one in subject.provisions)
    return not own and any(under(one, target.rpartition(":")[0]) for one in subject.provisions)


def _is_among(word: str, ties: tuple[str, ...]) -> bool:
    exact, beginnings = _sorted_forms(ties)
    return word in exact or word.startswith(beginnings)


@lru_cache(maxsize=16)
def _sorted_forms(ties: tuple[str, ...]) -> tuple[frozenset[str], tuple[str, ...]]:
    forms = [form for tie in ties for form in tie.split("|")]
    return (
        frozenset(form for form in forms if not form.endswith("*")),
        tuple(form[:-1] for form in forms if form.endswith("*")),
    )


@lru_cache(maxsize=1)
def _before() -> re.Pattern[str]:
    return re.compile(r"(?:[^\s,;:]+\s+){1,4}\Z")


@lru_cache(maxsize=1)
def _aside() -> re.Pattern[str]:
    """Something in brackets between the two: the short name of the instrument, a translation."""
    return re.compile(r"\([^()]{0,80}\)|\[[^\[\]]{0,80}\]")


@lru_cache(maxsize=1)
def _between_commas() -> re.Pattern[str]:
    return re.compile(r",(?=\s*\w)[^,;:]{1,90},")


@lru_cache(maxsize=1)
def _opened() -> re.Pattern[str]:
    """The bracket that the provision begins, "see" and the like apart."""
    return re.compile(r"[(\[]\s*(?:[^\W\d_]{1,6}\.?\s){0,2}$")


def _article_of(place: str) -> str:
    """ "4" of "4(5)" and of "4A(2)"."""
    return place[: len(place) - len(place.lstrip("0123456789"))]


def _meant(target: str, subject: Subject) -> str:
    """
    The provision of the same instrument; else that with the same number, in a sister of it first; else the first of
    the family, or of all.
    """
    instrument, _, place = target.rpartition(":")
    number = _article_of(place)
    family = instrument.partition("-")[0].partition(":")[0]
    of_family = [one for one in subject.provisions if one.startswith(family)]
    for one in subject.provisions:
        if under(one, instrument):
            return one
    for one in (*of_family, *subject.provisions):
        held = one.rpartition(":")[2]
        if number and _article_of(held) == number:
            return one + place[len(number) :] if held == number else one
    return (of_family or subject.provisions)[0]
