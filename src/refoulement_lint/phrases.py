"""
The phrase language: how rules, facts and arguments say what to look for, without regular expressions.

A phrase is words separated by spaces, matched without regard to case against the words of one sentence; punctuation
between words counts for nothing. A word of text is a run of letters and digits, so that "applicant's" is two words and
"non-refoulement" is two; a phrase is cut in the same way.

===================  =========================================
``word``             that word
``word*``            any word that begins so
``a|b*|push-back``   one of these
``word?`` ``a|b?``   may be absent
``_``                exactly one word
``..`` ``..3``       up to six words, up to three words
===================  =========================================
"""

from __future__ import annotations

import re
from collections.abc import Hashable, Iterable, Sequence
from functools import cache
from typing import Generic, TypeVar

from attrs import frozen

from refoulement_lint.model import Block, RuleError, Span
from refoulement_lint.scan import Hit, fold
from refoulement_lint.sentences import sentence

Key = TypeVar("Key", bound=Hashable)

GAP = 6
"""How many words ``..`` may stand for."""
WIDEST_GAP = 12
"""What ``..N`` may ask for at most: a wider gap means another sentence, and another phrase."""

# Long words that are nevertheless everywhere in a brief make poor anchors: each counts as so many letters only.
_COMMON = {
    word: weight
    for weight, words in {
        1: "the and of to in on at by for from with without not no any all or as is are was were be been being has have had "
        "he she they his her him their them it its that this these those which who whom would could should may might must shall "
        "will can did does do an a into onto under upon over out up back there then than if when where while after before "
        "de la le les des du en un une et ne pas se par der die das und ist nicht von zu mit auf w z na do nie się i o",
        3: "applicant* applicants state states court article convention government authorities authority person persons "
        "people person* country right rights against because other others procedure decision decisions country* "
        "application protection asylum border refugee removal return* return returned made being case cases human law "
        "police officer* officers guard* guards said told told asked told take* taken took told family children child",
    }.items()
    for word in words.split()
}


@frozen(slots=True)
class Token:
    """
    One place of a phrase: one of *forms*, each a row of words of which any may end in ``*``; or a gap of *low* to *high* words.
    """

    forms: tuple[tuple[str, ...], ...] = ()
    optional: bool = False
    low: int = 0
    high: int = 0


@cache
def _word() -> re.Pattern[str]:
    return re.compile(r"[^\W_]+")


@cache
def _pieces() -> re.Pattern[str]:
    return re.compile(r"[^\W_]+\*?")


@cache
def _token(written: str) -> Token:
    """
    One token; phrases share most of theirs, so each is read once.

    Raises:
        ValueError: What is wrong with it, for a message that names the phrase.
    """
    if written == "_":
        return Token(low=1, high=1)
    if written.startswith(".."):
        if written == "..":
            return Token(high=GAP)
        if not written[2:].isascii() or not written[2:].isdigit() or not 0 < int(written[2:]) <= WIDEST_GAP:
            raise ValueError(f"{written!r} is no gap; write .. or ..1 to ..{WIDEST_GAP}")
        return Token(high=int(written[2:]))
    optional = written.endswith("?")
    forms = []
    for form in written.removesuffix("?").split("|"):
        rest = _word().sub("", form).replace("*", "")
        if rest.strip("-'\u2011\u2019/.") or "?" in form:
            raise ValueError(
                f"{form!r} in {written!r}: only letters, digits, hyphens, apostrophes and a final * make a word"
            )
        words = tuple(_pieces().findall(fold(form)))
        if not words or "**" in form or form.count("*") != sum(word.endswith("*") for word in words):
            raise ValueError(f"an empty or misplaced alternative in {written!r}")
        forms.append(words)
    return Token(forms=tuple(forms), optional=optional)


@cache
def _anchor(written: str) -> tuple[int, tuple[str, ...]]:
    """How rare a token looks (0: cannot be an anchor) and the literals to look for, a final ``*`` kept."""
    if written.isalpha():  # the quick way for most tokens
        word = fold(written)
        return _COMMON.get(word) or len(word), (word,)
    if written == "_" or written.startswith("..") or written.endswith("?"):
        return 0, ()
    rarity, best = 99, []
    for form in fold(written).split("|"):
        word = form
        if not form.removesuffix("*").isalnum():
            # "push-back*": the longest of its words; the others are checked with the sentence.
            word = max(_pieces().findall(form), key=len, default="")
        best.append(word)
        rarity = min(rarity, _COMMON.get(word) or len(word))
    return rarity, tuple(best)


def _chosen(phrase: str) -> tuple[int, tuple[str, ...]]:
    """Which token of the phrase is its anchor, and its literals; the later one where two look equally rare."""
    place, literals, rarity = -1, (), 0
    for index, written in enumerate(phrase.split()):
        score, found = _anchor(written)
        if score >= rarity and found:
            place, literals, rarity = index, found, score
    return place, literals


def anchors(phrase: str) -> tuple[str, ...]:
    """
    The literals of which one must stand in a sentence before *phrase* is tried there; folded, without ``*``.

    Raises:
        RuleError: Where no word of the phrase is certain to be there.
    """
    literals = _chosen(phrase)[1]
    if not literals or not all(literals):
        raise RuleError(
            f"The phrase \u201c{phrase}\u201d has no word that must be there; at least one may be neither optional nor a gap."
        )
    return tuple(literal.rstrip("*") for literal in literals)


@frozen
class Phrase:
    """A phrase, read: its tokens, and which of them is the anchor."""

    written: str
    tokens: tuple[Token, ...]
    anchor: int

    @classmethod
    def of(cls, written: str) -> Phrase:
        """
        Read *written*.

        Raises:
            RuleError: It names the phrase and says what is wrong with it.
        """
        anchors(written)
        try:
            tokens = tuple(_token(word) for word in written.split())
        except ValueError as mistake:
            raise RuleError(f"The phrase \u201c{written}\u201d cannot be read: {mistake}.") from None
        for end in (tokens[0], tokens[-1]):
            if not end.forms and end.low == 0:
                raise RuleError(
                    f"The phrase \u201c{written}\u201d begins or ends with a gap, which says nothing; leave it out."
                )
        return cls(written, tokens, _chosen(written)[0])

    def found(self, words: Sequence[str], at: int) -> tuple[int, int] | None:
        """
        The first and the last word (inclusive) of the phrase where its anchor covers word *at* of the sentence's *words*, or ``None``.

        Gaps are as short as they can be; an optional word is taken in where it is there.
        """
        tokens, anchor = self.tokens, self.anchor
        for form in tokens[anchor].forms:
            for shift in range(len(form)):
                start = at - shift
                end = _follow(form, words, start, 1)
                if end is None:
                    continue
                right = _run(tokens, anchor + 1, words, end, 1) if anchor + 1 < len(tokens) else end
                if right is None:
                    continue
                left = _run(tokens, anchor - 1, words, start - 1, -1) if anchor else start - 1
                if left is not None:
                    return left + 1, right - 1
        return None


def _follow(form: tuple[str, ...], words: Sequence[str], at: int, step: int) -> int | None:
    """Where the text goes on after *form*, read in direction *step* from word *at*; ``None`` when it is not there."""
    for piece in form if step == 1 else reversed(form):
        if not 0 <= at < len(words):
            return None
        if piece[-1] == "*":
            if not words[at].startswith(piece[:-1]):
                return None
        elif words[at] != piece:
            return None
        at += step
    return at


def _run(
    tokens: Sequence[Token],
    place: int,
    words: Sequence[str],
    at: int,
    step: int,
    dead: set[tuple[int, int]] | None = None,
) -> int | None:
    """Where the text goes on after the tokens from *place* outwards; *dead* keeps what has failed, so the work stays bounded."""
    if not 0 <= place < len(tokens):
        return at
    token = tokens[place]
    if not token.forms:
        if dead is None:
            dead = set()
        for skip in range(token.low, token.high + 1):
            state = (place + step, at + step * skip)
            if state in dead:
                continue
            if not -1 <= state[1] <= len(words):
                break
            end = _run(tokens, state[0], words, state[1], step, dead)
            if end is not None:
                return end
            dead.add(state)
        return None
    for form in token.forms:
        after = _follow(form, words, at, step)
        if after is not None:
            end = _run(tokens, place + step, words, after, step, dead)
            if end is not None:
                return end
    return _run(tokens, place + step, words, at, step, dead) if token.optional else None


@frozen
class Match(Generic[Key]):
    """
    One place where a phrase was found: whose it is, the words in the text, the phrase as written, and the sentence around.
    """

    key: Key
    span: Span
    phrase: str
    sentence: Span


class Phrasebook(Generic[Key]):
    """
    Many phrases, each with a key, looked for in one pass.

    ``literals`` go into a ``Scan``; its hits come back into ``matches``. A phrase is read when its anchor is first hit, so
    a book of thousands costs a few milliseconds; ``check`` reads them all.
    """

    def __init__(self, entries: Iterable[tuple[Key, str]]) -> None:
        self._entries = list(entries)
        waiting: dict[str, list[int]] = {}
        for index, (_, written) in enumerate(self._entries):
            place, literals = _chosen(written)
            if place < 0 or not all(literals):
                anchors(written)  # says what is wrong
            for literal in literals:
                mine = waiting.setdefault(literal, [])
                if not mine or mine[-1] != index:
                    mine.append(index)
        self._whole: dict[str, list[int]] = {}
        self._begin: dict[str, list[int]] = {}
        for literal, indices in waiting.items():
            if literal[-1] == "*":
                self._begin[literal[:-1]] = indices
            else:
                self._whole[literal] = indices
        self.literals: tuple[str, ...] = tuple(dict.fromkeys([*self._whole, *self._begin]))
        self._read: dict[int, Phrase] = {}

    def check(self) -> None:
        """Read every phrase now. Raises RuleError for the first that cannot be read."""
        for _, written in self._entries:
            Phrase.of(written)

    def matches(self, text: str, hits: Iterable[Hit], blocks: Sequence[Block] = ()) -> list[Match[Key]]:
        """
        Every place where a phrase stands, in the order of the anchors, each place once for each phrase.

        *text* is the reading, *hits* what the Scan found in its folded form; a sentence never leaves its block.
        """
        found: list[Match[Key]] = []
        known: set[tuple[int, int, int]] = set()
        around: _Words | None = None
        block = -1
        for start, end, literal in hits:
            if start and text[start - 1].isalnum():
                continue
            waiting = self._begin.get(literal, [])
            if end == len(text) or not text[end].isalnum():
                waiting = waiting + self._whole[literal] if literal in self._whole else waiting
            if not waiting:
                continue
            if around is None or not around.span.start <= start < around.span.end:
                while block + 1 < len(blocks) and blocks[block + 1].span.start <= start:
                    block += 1
                while block > 0 and blocks[block].span.start > start:
                    block -= 1
                within = blocks[block].span if 0 <= block < len(blocks) and blocks[block].span.end > start else None
                around = _Words(text, sentence(text, start, within=within))
                known.clear()
            at = around.at(start)
            if at is None:
                continue
            for index in waiting:
                phrase = self._read.get(index) or self._learn(index)
                ends = phrase.found(around.words, at)
                if ends is None or (index, *ends) in known:
                    continue
                known.add((index, *ends))
                span = Span(around.starts[ends[0]], around.starts[ends[1]] + len(around.words[ends[1]]))
                found.append(Match(self._entries[index][0], span, phrase.written, around.span))
        return found

    def _learn(self, index: int) -> Phrase:
        self._read[index] = phrase = Phrase.of(self._entries[index][1])
        return phrase


class _Words:
    """The words of one sentence, folded, and where each begins in the text."""

    def __init__(self, text: str, span: Span) -> None:
        self.span = span
        self.words: list[str] = []
        self.starts: list[int] = []
        for word in _word().finditer(fold(text[span.start : span.end])):
            self.words.append(word.group())
            self.starts.append(span.start + word.start())
        self._index = {start: index for index, start in enumerate(self.starts)}

    def at(self, start: int) -> int | None:
        """Which word begins at *start*."""
        return self._index.get(start)
