"""
Which facts the draft's own story tells, and where: the phrases that were found, less what is law, fear, denial or
another's story.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from functools import cache
from itertools import groupby
from sys import intern
from typing import TYPE_CHECKING

from refoulement_lint.facts.patterns import ASIDE, OTHERS, Key, Pattern, Telling
from refoulement_lint.facts.story import FACTS, HEAD, LAW, Parts
from refoulement_lint.facts.whose import OF_SOMEBODY_ELSE, Whose, main_clause
from refoulement_lint.folding import words_of
from refoulement_lint.late import late
from refoulement_lint.model import Block, Details, Document, Fact, Span
from refoulement_lint.phrases import Match, Matches, PhraseList
from refoulement_lint.sentences import has_note

if TYPE_CHECKING:
    from refoulement_lint.facts.details import Circumstances

NOTHING = Details()
"""What a sentence says that says nothing of who, where and when; one value for all of them."""

SILENT_BLOCKS = frozenset({"heading", "authorities", "code"})
"""Blocks that tell no story."""

ENOUGH_FACTS = 3
"""A story in which so many facts are told needs no word of asylum or removal to be one."""

FIRST_PAGE = 2_000
"""Characters in which a report of news shows that it is one."""

STATUTE_SENTENCES, STATUTE_SHARE = 3, 0.4
"""
A document is a statute where at least so many sentences with a cue speak of the law, and they are at least this
share of them.
"""

NEGATED_WITHIN = 5
NOUN_NEGATED_WITHIN = 3
PREPOSITION_WITHIN = 2
LEAST_CLAUSE = 3
FRONTED = 1
CONDITIONAL_WITHIN = 4
"""
How many words before a cue are read for a negation ("was not …"), for one that belongs to a noun ("no officer …"), for
"without", and for a condition ("would have been …"), not further than its clause; and how many may stand before a cue
that begins its clause. A clause that tells something has `LEAST_CLAUSE`.
"""
LISTED = 2
"""So many words stand at most between the commas of a list under one negation, the "or" among them."""
OPENING = 5
"""In so many words a part of a sentence has named its subject, and who that is."""
NESTED = 8
"""How many citations of acts before a cue are asked whether it stands in them: articles of one act, all at its name."""

BESIDE = 1_200
"""Within how many characters, about two paragraphs, the fact is told beside which a weaker phrase counts."""

FAR = 400
"""How many characters before a sentence, in its paragraph, may still say in which State its story is."""

WORDS_BEFORE = 120
"""In how many characters these words stand, however long they are."""


@cache
def _case() -> re.Pattern[str]:
    """
    Signs of a cited case: "v. Spain", "c. Grèce", an application or case number, a report, a paragraph of a judgment.

    A plain look for them in one sentence: what exactly is cited is found elsewhere.
    """
    return re.compile(
        r"\b(?:v|vs|c|p)\.\s+(?:the\s+)?[A-Z\u00c0-\u017d]|\bv\s+[A-Z]\w+|\b\d{1,5}/\d{2}\b|\b[CTF]-\d{1,4}/\d{2}\b"
        r"|\bECLI:|\bcited above"
        r"|\b\d+ (?:U\.S\.|F\.\dd?|F\.4th|I&N)|\[\d{4}\] [A-Z]{2}"
    )


# The month, which would be a condition.
_MAY = late(r"(?<=\d )May\b|\bMay(?= \d)")

# One of these stands in every sign of a case, and to look for them all takes a twentieth of the pattern's time.
_HINTS = (" v ", " v\n", "\nv ", "v.", "vs.", "c.", "p.", "/", "ECLI:", "cited above", "U.S.", "F.", "I&N", "[")


def _cites(sentence: str) -> bool:
    """Whether a sign of a cited case stands in the sentence."""
    return any(map(sentence.__contains__, _HINTS)) and _case().search(sentence) is not None


@cache
def _word() -> re.Pattern[str]:
    return re.compile(r"[^\W\d_]+")


@cache
def _numbered() -> re.Pattern[str]:
    """A word, and whether a number stands behind it."""
    return re.compile(r"(?P<word>[^\W\d_]+)(?=(?P<digit>\s\d)?)")


@cache
def _first_person() -> re.Pattern[str]:
    return re.compile(r"\b(?:I|my|we|our|je|nous|ich|wir|mnie|nas|nam|aš|mes|мы|меня|нас)\b")


@cache
def _clause() -> re.Pattern[str]:
    """What ends the clause before a cue."""
    return re.compile(r"[,;:()\u2013\u2014]")


@cache
def _part() -> re.Pattern[str]:
    """What ends a part of a sentence that may have a subject of its own."""
    return re.compile(r"[;:\u2013\u2014]")


@cache
def _word_or_break() -> re.Pattern[str]:
    """A word, or what ends a part of a sentence in which one thing is said."""
    return re.compile(r"(?P<word>[^\W_]+)|[;:\u2013\u2014]")


@cache
def _listed(phrases: tuple[str, ...]) -> PhraseList:
    return PhraseList(phrases)


@cache
def _own_words(phrase: str) -> frozenset[str]:
    """The words that a phrase itself asks for, so that a negation among them is meant."""
    return frozenset(word.lower() for word in _word().findall(phrase))


def find_facts(
    document: Document,
    matches: Collection[Match[Key]] | Matches[Key],
    patterns: Iterable[Pattern],
    telling: Telling,
    states: Mapping[str, str] | None = None,
    acts: Iterable[Span] = (),
    cited: Iterable[Span] = (),
    authorities: Iterable[Span] = (),
) -> tuple[Fact, ...]:
    """
    The facts that the document tells, in the order of the text, overlapping places of one fact made one.

    *matches* come from a ``Phrasebook`` over ``patterns.entries(patterns, telling)``; the telling's own lists are asked
    about the sentences with a cue only. A document in which no word of the telling's ``person`` stands, or none of
    ``context`` and few facts, tells nothing, and a statute tells nothing. Precision goes before recall: what is not
    certainly told of the draft's own people is left out.

    *states* are the names of States in lower case with their codes, for who, where and when. *acts* are the places
    where treaties and statutes are cited: "the Act on Granting Protection to Aliens" tells of no request for it.
    *cited* are the places of all citations: a sentence that cites argues, and is only like one that tells.
    *authorities* are those of cases, with their names: "post-civil war" in one is nobody's war.
    """
    by_id = {pattern.id: pattern for pattern in patterns}
    weak = {(match.key[1], match.sentence.start) for match in matches if match.key[0] == "weak"}
    titles = sorted(acts)
    names = sorted(authorities)
    places = sorted(span.start for span in cited)
    asides = sorted(match.sentence.start for match in matches if match.key[0] == ASIDE)
    of_others = sorted(match.sentence.start for match in matches if match.key[0] == OTHERS)
    whose = Whose(document, telling, of_others)
    reader = _Reader(document, telling, whose, asides, places, [name.start for name in names])
    taken = {
        (match.key[1], match.sentence.start)
        for match in matches
        if match.key[0] == "unless" and not reader.is_turned(match)
    }
    told: Matches[Key] = Matches()
    strengths: list[str] = []
    said: set[tuple[str, int]] = set()
    for match in matches:
        pattern = by_id.get(match.key[1])
        if pattern is None or match.key[0] in ("unless", "weak") or (match.key[1], match.sentence.start) in taken:
            continue
        if _begins_in(names, match.span.start) or (not pattern.by_law and _begins_in(titles, match.span.start)):
            continue
        if _leaves_a_bracket(document.text[match.span.start : match.span.end]):
            continue
        if match.key[0] == "told" and (
            # A phrase of the same sentence, which comes first, says the same and says where.
            (match.key[1], match.sentence.start) in said
            or _is_between(places, match.sentence)
            or (pattern.names and not _listed(pattern.names).stands_in(document.text, match.sentence))
        ):
            continue
        if strength := reader.strength(match, pattern):
            told.add(match)
            strengths.append(strength)
            if match.key[0] == "cue":
                said.add((match.key[1], match.sentence.start))
    found = {match.key[1] for match in told if match.key[0] != "beside"}
    if not found or reader.reads_like_a_statute():
        return ()
    if sum(not by_id[name].everyday for name in found) < ENOUGH_FACTS and not telling.says_anywhere(
        "context", document.text
    ):
        return ()
    if not telling.says_anywhere("person", document.text) or telling.reports_news(document.text[:FIRST_PAGE]):
        return ()
    yielding = {name for name in found if not found.isdisjoint(by_id[name].yields_to)}
    settled = {
        name
        for name in found
        if by_id[name].settled
        and found.isdisjoint(by_id[name].settled_but)
        and _listed(by_id[name].settled).stands_anywhere(document.text[:LONGEST_STORY])
    }
    standing: dict[str, list[int]] = defaultdict(list)
    for match in told:
        if match.key[0] != "beside":
            standing[match.key[1]].append(match.span.start)
    for starts in standing.values():
        starts.sort()  # of one sentence they come by phrase
    from refoulement_lint.facts.details import Circumstances  # a draft without a story never needs it

    circumstances = Circumstances(words=telling.details, states=states or {})
    led_to = _LedTo(document.text, told, circumstances)
    facts = (
        (match, strength)
        for match, strength in zip(told, strengths, strict=True)
        if match.key[1] not in settled
        if (match.key[1] not in yielding or match.phrase not in by_id[match.key[1]].yielding)
        if match.key[0] != "beside"
        or (
            led_to.is_taken_up(match, by_id[match.key[1]].beside_facts)
            if by_id[match.key[1]].afterwards
            else any(_is_close(standing[name], match.span.start) for name in by_id[match.key[1]].beside_facts)
        )
    )
    return _with_implied(_merged(document, facts, by_id, weak, circumstances), by_id.values())


def _with_implied(facts: tuple[Fact, ...], patterns: Iterable[Pattern]) -> tuple[Fact, ...]:
    """
    The facts with those that no words tell and that follow from others, each where the last of these is first told.
    """
    first: dict[str, Fact] = {}
    for fact in facts:
        first.setdefault(fact.id, fact)
    implied = []
    for pattern in patterns:
        if pattern.id not in first and (followed := [one for one in pattern.follows if one <= first.keys()]):
            place = max((first[name] for name in followed[0]), key=lambda fact: fact.span)
            implied.append(place._replace(id=pattern.id, cue="", strength="implied", weak=True))
    return tuple(sorted((*facts, *implied), key=lambda fact: (fact.span.start, fact.span.end, fact.id)))


LONGEST_STORY = 50_000
"""Characters from the beginning in which a draft says what became of a request."""


class _LedTo:
    """To which States the facts of one draft led, and how early it told so."""

    def __init__(self, text: str, told: Matches[Key], circumstances: Circumstances) -> None:
        self._text = text
        self._told = told
        self._circumstances = circumstances
        self._known: dict[tuple[str, ...], dict[str, int]] = {}

    def is_taken_up(self, match: Match[Key], facts: tuple[str, ...]) -> bool:
        """Whether the sentence of the *match* names a State as a place to which one of the *facts* led before it."""
        low, high = match.sentence
        named = [
            one.code for one in self._circumstances.named(self._text[low:high]) if one.part in ("", "at", "either")
        ]
        earliest = self._earliest(facts) if named else {}
        return any(code in earliest and earliest[code] <= low for code in named)

    def _earliest(self, facts: tuple[str, ...]) -> dict[str, int]:
        """The end of the first sentence in which one of the *facts* leads to each State."""
        if facts not in self._known:
            found = self._known[facts] = {}
            for match in self._told:
                if match.key[0] != "beside" and match.key[1] in facts:
                    high = match.sentence.end
                    for state in self._circumstances.named(self._text[match.span.start : high]):
                        if state.part != "from":
                            found[state.code] = min(high, found.get(state.code, high))
        return self._known[facts]


def _is_close(places: Sequence[int], start: int) -> bool:
    """Whether one of the *places*, which are in order, is within `BESIDE` of *start*."""
    first = bisect_left(places, start - BESIDE)
    return first < len(places) and places[first] <= start + BESIDE


def _leaves_a_bracket(words: str) -> bool:
    """Whether the *words* begin inside brackets and end outside: "(one was not found), the money" tells nothing."""
    first = words.find(")")
    return first >= 0 and "(" not in words[:first]


def _is_between(places: Sequence[int], span: Span) -> bool:
    """Whether one of the *places*, which are in order, is in the span."""
    first = bisect_left(places, span.start)
    return first < len(places) and places[first] < span.end


def _begins_in(titles: Sequence[Span], start: int) -> bool:
    """Whether *start* is in one of *titles*, which are in order; a citation may stand within another."""
    before = bisect_right(titles, start, key=lambda title: title.start)
    return any(start < title.end for title in titles[max(0, before - NESTED) : before])


class _Reader:
    """
    Decides for one document whether a cue tells what happened to its own people. Cues come sentence by sentence, and
    several may stand in one, so the last sentence is remembered.
    """

    def __init__(
        self,
        document: Document,
        telling: Telling,
        whose: Whose,
        asides: Sequence[int],
        cited: Sequence[int],
        authorities: Sequence[int],
    ) -> None:
        self._text = document.text
        self._document = document
        self._telling = telling
        self._asides = asides
        self._cited = cited
        self._authorities = authorities
        self._parts = Parts(document, telling)
        self._whose = whose
        self._near: dict[tuple[Span, tuple[str, ...]], bool] = {}
        self._sentence: Span | None = None
        self._unclaimed = self._of_kin = False
        self._own = self._denied = self._turning = self._alleged = self._documented = self._asked_for = False
        self._subject = self._reported = self._supposed = False
        self._of_the_person = self._of_others = self._cites = self._cites_a_case = False
        self._part = ""
        self._own_main = False
        self._asked = self._legal = self._main = 0

    def strength(self, match: Match[Key], pattern: Pattern) -> str:
        """One of ``model.STRENGTHS``; empty where the cue tells nothing of the draft's own people."""
        if match.sentence != self._sentence:
            self._meet(match.sentence)
        meant = match.key[0] == "told" and (pattern.undone or pattern.either_way)
        denied = self._denied or (self._supposed and not meant)
        if not self._is_own(match) or (pattern.happened and denied) or not self._is_told_here(match, pattern):
            return ""
        if pattern.near and not self._is_near(match.sentence, pattern.near):
            return ""
        if match.key[0] == "told" and self._asked_for:
            return ""
        if self._cites and self._is_quoted(match):
            return ""
        personal = pattern.happened or pattern.everyday or pattern.who
        of_another = self._subject and personal and not pattern.of_kin and not self._is_in_main_clause(match)
        if of_another and self._is_of_another_subject(match):
            return ""
        if self._reported and not pattern.generally:
            return ""
        if self._unclaimed and self._is_unclaimed(match):
            return ""
        meant = meant or (match.key[0] == "told" and pattern.who and self._turning and self._affirms(match))
        if self._turning and not meant and not self._stands(match, pattern):
            return ""
        if self._alleged or self._documented:
            return "alleged" if self._alleged else "documented"
        supposed = not pattern.happened and self._turning and self._is_supposed(match)
        return "feared" if pattern.ahead or supposed else "told"

    def _meet(self, sentence: Span) -> None:
        words = words_of(self._text[sentence.start : sentence.end])
        said = self._telling.said_in(words)
        self._sentence = sentence
        self._asked += 1
        self._legal += "statute" in said
        self._denied = "denied" in said and "undenied" not in said
        self._supposed = "supposed" in said
        self._unclaimed = "unclaimed" in said and "conceded" not in said
        self._alleged = "alleged" in said
        self._subject = "subject" in said and "shared" not in said
        self._reported = "reported" in said and "own" not in said
        self._documented = "documented" in said or has_note(self._text, sentence)
        self._of_the_person = "person_of" in said
        with_kin = "with_kin" in said  # "He and his cousin were held"
        self._of_kin = "of_kin" in said and not with_kin
        self._of_others = self._of_kin or (
            "others" in said and not with_kin and not self._of_the_person and "own" not in said
        )
        self._cites = _is_between(self._cited, sentence)
        self._cites_a_case = _is_between(self._authorities, sentence)
        self._part = self._parts.at(sentence.start)
        # What must be done is an argument, unless the story says it of its person ("he was told that he must leave").
        of_nobody = not self._of_the_person and self._telling.pronouns.isdisjoint(words)
        self._asked_for = "duty" in said and self._part != FACTS and of_nobody
        self._own = self._own_story(sentence, said)
        self._main = sentence.end
        if not OF_SOMEBODY_ELSE.isdisjoint(said):
            self._main = sentence.start + main_clause(self._text[sentence.start : sentence.end], said, self._telling)
        self._own_main = self._own or (
            self._main < sentence.end and "another" in said and self._own_story(sentence, said - {"another"})
        )
        self._turning = (self._own_main or self._part == FACTS) and self._telling.may_turn(words)

    def _is_told_here(self, match: Match[Key], pattern: Pattern) -> bool:
        """
        Whether the place may tell it: the facts tell all; the head of a draft and the law only what a sentence says of
        the draft's own person, and what the law or a State does.
        """
        if self._whose.disowned(match.sentence) or (not pattern.of_kin and self._whose.of_kin(match.sentence)):
            return False
        of_others = self._of_others and not (self._of_kin and pattern.of_kin) and not self._is_in_main_clause(match)
        if of_others and (pattern.happened or pattern.everyday) and self._is_of_others(match):
            return False
        if self._of_the_person or self._part == FACTS:
            return True
        if match.key[0] == "told" and self._part == LAW:
            return False  # an argument has the words of what it argues
        if pattern.by_law or pattern.of_the_law:
            return pattern.by_law or not self._cites
        if self._part == HEAD:
            return not pattern.happened
        return self._part != LAW and not self._cites_a_case

    def _is_in_main_clause(self, match: Match[Key]) -> bool:
        """Whether the place is behind an opening clause that names somebody else; where all words tell, ends there."""
        return self._main <= match.span.start or (match.key[0] == "told" and self._main < match.span.end)

    def _is_quoted(self, match: Match[Key]) -> bool:
        """Whether the place stands between quotation marks; beside a citation these are the words of what is cited."""
        quoted = _quotation().finditer(self._text, *match.sentence)
        return any(one.start() < match.span.start and match.span.end < one.end() for one in quoted)

    def _is_near(self, sentence: Span, phrases: tuple[str, ...]) -> bool:
        """Whether one of the *phrases* stands in the paragraph of the sentence; without blocks, in the sentence."""
        block = self._document.block_at(sentence.start)
        place = block.span if block is not None else sentence
        key = (place, phrases)
        if key not in self._near:
            self._near[key] = _listed(phrases).stands_in(self._text, place)
        return self._near[key]

    def _is_of_others(self, match: Match[Key]) -> bool:
        """
        Whether the part of the sentence between two semicolons tells of others, as the sentence does. What befell the
        draft's own person before anybody else comes ("he was detained in a cell with six other men") is his.
        """
        part, said = self._said_in_part(match)
        if self._of_kin:
            return "of_kin" in said
        if "others" not in said:
            return False
        words = words_of(self._text[part.start : match.span.end])
        if match.key[0] == "told":
            words = words[:OPENING]
        return self._telling.pronouns.isdisjoint(words) or "others" in self._telling.said_in(words)

    def _said_in_part(self, match: Match[Key]) -> tuple[Span, frozenset[str]]:
        """The part of the sentence between two semicolons in which the cue stands, and the lists that speak there."""
        low, high = match.sentence
        low = max(low, self._text.rfind(";", low, match.span.start) + 1)
        end = self._text.find(";", match.span.end, high)
        part = Span(low, end if end >= 0 else high)
        return part, self._telling.said_in(words_of(self._text[part.start : part.end]))

    def _is_own(self, match: Match[Key]) -> bool:
        """
        Whether the sentence tells the draft's own story, or the part of it between two semicolons does among the facts:
        the reasons of a refusal are one sentence, and one of them may cite a judgment.
        """
        if self._own or (self._own_main and self._is_in_main_clause(match)):
            return True
        if self._part != FACTS:
            return False
        part, said = self._said_in_part(match)
        return part != match.sentence and self._own_story(part, said)

    def _is_of_another_subject(self, match: Match[Key]) -> bool:
        """
        Whether the part of the sentence in which the cue stands begins with somebody else ("A co-accused arrested in
        Spain pleaded guilty"), and comes to nobody of the draft's own before the cue ends ("a friend told him"). A
        phrase that names somebody else itself means him or her.
        """
        part = _part().split(self._text[match.sentence.start : match.span.end])[-1].lower()
        words = _word().findall(part)
        opening = OPENING
        if match.key[0] == "cue":
            opening = min(opening, len(words) - len(self._words_in(match.span)))
        own = self._telling.pronouns
        for first in range(min(opening, len(words))):
            if words[first] in own:
                return False
            if "subject" in self._telling.said_in(words[: first + 1]):
                return own.isdisjoint(words[first + 1 :])
        return False

    def _stands(self, match: Match[Key], pattern: Pattern) -> bool:
        """Whether the words before and inside the cue leave its meaning as it is."""
        negators, conditionals = self._telling.negators, self._telling.conditionals
        inside = self._words_in(match.span)
        own = _own_words(match.phrase).intersection(inside)
        before = self._words_before(match)
        if pattern.who and not self._telling.possessives.isdisjoint((*before[-1:], *inside[:1])):
            return True  # nobody asked about her pregnancy: she was pregnant
        if negators.isdisjoint(own) and (
            self._is_negated(before)
            or not self._telling.inside.isdisjoint(inside)
            or (match.key[0] == "cue" and self._is_negated_within(match, pattern, inside, before))
        ):
            return False
        return not (pattern.happened and self._is_supposed(match) and conditionals.isdisjoint(own))

    def _affirms(self, match: Match[Key]) -> bool:
        """
        Whether all words together tell it in a clause without a negation too: "no guardian was appointed, although I
        was a child alone".
        """
        place = match.sentence.start
        turning = self._telling.negators | self._telling.nobody
        for clause in _clause().split(self._text[place : match.sentence.end]):
            words = _word().findall(self._telling.folded(clause.lower()))
            if len(words) >= LEAST_CLAUSE and match.span.start < place + len(clause) and turning.isdisjoint(words):
                return True
            place += len(clause) + 1
            if place >= match.span.end:
                break
        return False

    def _is_negated(self, before: Sequence[str]) -> bool:
        """Whether one of the words *before* a cue in its clause negates it; each kind reaches as far as it does."""
        telling = self._telling
        verbs = telling.negators - telling.of_a_noun - telling.prepositions
        if self._presupposes(before):
            return False
        return not (
            verbs.isdisjoint(_without_only(before[-NEGATED_WITHIN:]))
            and telling.of_a_noun.isdisjoint(before[-NOUN_NEGATED_WITHIN:])
            and telling.prepositions.isdisjoint(before[-PREPOSITION_WITHIN:])
            and telling.nobody.isdisjoint(before)
        )

    def _presupposes(self, words: Sequence[str]) -> bool:
        """
        Whether what is not done, by these *words*, can only not be done to what was: who did not survive the torture
        was tortured.
        """
        verbs = self._telling.presupposing
        first = next((index for index, word in enumerate(words) if word.startswith(verbs)), 0) if verbs else 0
        return first > 0 and not self._telling.negators.isdisjoint(words[:first])

    def is_turned(self, match: Match[Key]) -> bool:
        """Whether a negation before the phrase or inside it, which it does not ask for itself, turns it round."""
        inside = self._words_in(match.span)
        if not self._telling.negators.isdisjoint(_own_words(match.phrase).intersection(inside)):
            return False
        return not self._telling.inside.isdisjoint(inside) or self._is_negated(self._words_before(match))

    def _is_negated_within(
        self, match: Match[Key], pattern: Pattern, inside: Sequence[str], before: Sequence[str]
    ) -> bool:
        """
        Whether a noun of the cue is negated ("has no children", "took no part in any protest"), or the cue begins its
        clause and the rest of it says that it is not so: "Eingesperrt war sie nicht". Who a person is, is not taken
        away by what he or she does not do, but by "there are none".
        """
        telling = self._telling
        if not pattern.undone and not telling.of_a_noun.isdisjoint((*inside[1:2], *inside[-2:-1])):
            return True
        if len(before) > FRONTED:
            return False
        behind = self._words_behind(match)
        return not ((telling.absent if pattern.who else telling.behind).isdisjoint(behind) or self._presupposes(behind))

    def _words_behind(self, match: Match[Key]) -> Sequence[str]:
        """The words from the cue to the end of its clause."""
        rest = self._text[match.span.end : min(match.sentence.end, match.span.end + WORDS_BEFORE)].lower()
        words = _word().findall(_clause().split(rest, maxsplit=1)[0])
        breaks = self._telling.breaks
        last = next((index for index, word in enumerate(words) if word in breaks), len(words))
        return words[:last]

    def _is_unclaimed(self, match: Match[Key]) -> bool:
        """Whether the part of the sentence in which the cue begins says that somebody does not claim it."""
        part: list[str] = []
        contrast = self._telling.contrast
        for found in _word_or_break().finditer(self._text, match.sentence.start, match.sentence.end):
            word = found[0].lower()
            if word not in contrast and found["word"]:
                part.append(word)
                continue
            if found.start() > match.span.start:
                break
            part.clear()
        return "unclaimed" in self._telling.said_in(part)

    def _is_supposed(self, match: Match[Key]) -> bool:
        """Whether a condition, a fear or a "would" stands before the cue in its clause."""
        before = _without_only(self._words_before(match)[-CONDITIONAL_WITHIN:])
        return not self._telling.conditionals.isdisjoint(before)

    def reads_like_a_statute(self) -> bool:
        """Whether most of what was asked about so far speaks of the law rather than of anybody."""
        return self._legal >= STATUTE_SENTENCES and self._legal >= STATUTE_SHARE * self._asked

    def _words_before(self, match: Match[Key]) -> list[str]:
        """The last words before the cue from the one that begins its clause."""
        place = match.span.start
        near = self._text[max(match.sentence.start, place - WORDS_BEFORE) : place]
        near = self._telling.folded((_MAY.sub("", near) if "May" in near else near).lower())
        *earlier, clause = _clause().split(near)
        words = _word().findall(clause)
        if earlier and len(words) <= LISTED and not self._telling.alternatives.isdisjoint(words[-1:]):
            clause = " ".join((*earlier[-LISTED:], clause))  # "was never detained, beaten or tortured"
            words = _word().findall(clause)
        if not self._telling.numbering.isdisjoint(words):
            words = [one["word"] for one in _numbered().finditer(clause) if not self._counts(one)]
        breaks = self._telling.breaks
        last = next((index for index in range(len(words) - 1, -1, -1) if words[index] in breaks), 0)
        return words[last:]

    def _counts(self, word: re.Match[str]) -> bool:
        """Whether the word only says which of several: "die Klägerin zu 2" is under no condition."""
        return word["digit"] is not None and word["word"] in self._telling.numbering

    def _words_in(self, cue: Span) -> list[str]:
        return _word().findall(self._telling.folded(self._text[cue.start : cue.end].lower()))

    def _own_story(self, sentence: Span, said: frozenset[str]) -> bool:
        if not said.isdisjoint(("statute", "doctrine", "another")):
            return False
        text = self._text[sentence.start : sentence.end]
        if "holding" in said and _cites(text):
            return False
        block = self._document.block_at(sentence.start)
        if block is None:
            return True
        if block.kind in SILENT_BLOCKS or ("own" not in said and self._is_aside(sentence, block)):
            return False
        return block.kind != "quotation" or _first_person().search(text) is not None

    def _is_aside(self, sentence: Span, block: Block) -> bool:
        """Whether the paragraph has turned to somebody else's case by that sentence."""
        return _is_between(self._asides, Span(block.span.start, sentence.start + 1))


@cache
def _quotation() -> re.Pattern[str]:
    return re.compile('[\u201c\u201e\u00ab"][^\u201c\u201d\u201e\u00ab\u00bb"\n]{3,600}[\u201d\u201c\u00bb"]')


def _without_only(words: Sequence[str]) -> Sequence[str]:
    """ "Not only" negates nothing."""
    return [word for word in words if word != "not"] if "only" in words else words


def _merged(
    document: Document,
    told: Iterable[tuple[Match[Key], str]],
    patterns: Mapping[str, Pattern],
    weak: Collection[tuple[str, int]],
    circumstances: Circumstances,
) -> tuple[Fact, ...]:
    """
    One fact for places that overlap, with who, where and when; the phrase and the strength of the first are kept. A
    place never leaves its sentence, so only the matches of one are held together.
    """
    text = document.text
    facts: list[Fact] = []
    for sentence, together in groupby(told, key=lambda one: one[0].sentence):
        places: dict[str, list[tuple[Span, str, str]]] = defaultdict(list)
        for match, strength in sorted(together, key=lambda one: (one[0].span.start, -one[0].span.end)):
            kept = places[match.key[1]]
            if kept and match.span.start < kept[-1][0].end:
                before, cue, first = kept[-1]
                kept[-1] = (Span(before.start, max(before.end, match.span.end)), cue, first)
            else:
                kept.append((match.span, match.phrase, strength))
        # Names and dates beside a cited case are the case's.
        sentence_text = text[sentence.start : sentence.end]
        said = None
        if not _cites(sentence_text):
            block = document.block_at(sentence.start)
            first = max(block.span.start, sentence.start - FAR) if block else sentence.start
            said = circumstances.said_in(sentence_text, text[first : sentence.start])
        for name, kept in places.items():
            pattern = patterns[name]
            for span, cue, strength in kept:
                start, end = span.start - sentence.start, span.end - sentence.start
                details = NOTHING
                if said:
                    asks = pattern.undone or pattern.by_law
                    details = said.of(start, end, moves=pattern.moves, acts=pattern.acts, asks=asks)
                words = intern(text[span.start : span.end])
                passing = bool(pattern.passing) and _listed(pattern.passing).stands_anywhere(words)
                facts.append(Fact(name, span, words, cue, details, strength, passing, (name, sentence.start) in weak))
    facts.sort(key=lambda fact: (fact.span.start, fact.span.end, fact.id))
    return tuple(facts)
