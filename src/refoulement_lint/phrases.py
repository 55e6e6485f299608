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

How it is found: the text is cut into words by a table over its bytes. A phrase waits for the words of its rarest place;
where one of them stands in a sentence, and one word of each other place that must be there, the phrase is followed.
Where the words of a place stand is one number with a bit for each word of the sentence, so that a step of a phrase is
a shift and an ``and`` for all places at once, whatever the gaps; nothing is ever tried twice.
"""

from __future__ import annotations

from array import array
from collections.abc import Callable, Hashable, Iterable, Iterator, Sequence, Set
from functools import cache
from itertools import islice, pairwise
from typing import Generic, NamedTuple, TypeVar

from refoulement_lint.folding import spaced, words_of
from refoulement_lint.model import Block, RuleError, Span
from refoulement_lint.sentences import sentence_starts
from refoulement_lint.tokens import Readings, Token, beginnings

Key = TypeVar("Key", bound=Hashable)

UNKNOWN = Readings()
PAGES = 8_000
"""How much text is looked at at a time for the first place of a list."""
LONG = 20_000
"""The words met in a longer text are forgotten by a list, of which there are many and each is asked once about it."""
KNOWN_WORDS = 50_000
"""How many different words are remembered, some 10 MB."""
OPENING = 3
"""By how many of their first letters the beginnings of words are kept."""


class Match(NamedTuple, Generic[Key]):
    """
    One place where a phrase was found: whose it is, the words in the text, the phrase as written, and the sentence
    around.
    """

    key: Key
    span: Span
    phrase: str
    sentence: Span


class Matches(Generic[Key]):
    """Matches in the order in which they were added; a tenth of the memory that they would take one by one."""

    def __init__(self) -> None:
        self._whose: list[tuple[Key, str]] = []
        self._held: dict[tuple[Key, str], tuple[Key, str]] = {}
        self._places = array("I")

    def add(self, match: Match[Key]) -> None:
        """One more."""
        whose = match.key, match.phrase
        self._whose.append(self._held.setdefault(whose, whose))
        self._places.extend((*match.span, *match.sentence))

    def __iter__(self) -> Iterator[Match[Key]]:
        places = iter(self._places)
        for (key, phrase), start, end, low, high in zip(self._whose, places, places, places, places, strict=True):
            yield Match(key, Span(start, end), phrase, Span(low, high))


def standing_in(
    text: str, entries: Iterable[tuple[Key, str]], readings: Readings = UNKNOWN
) -> Iterator[tuple[Key, str]]:
    """Those phrases that have a word of each of their places in *text*; no other can stand there."""
    words = set(words_of(text))
    standing = words.union(beginnings(words))
    for key, phrase in entries:
        if readings.may_stand(phrase, standing):
            yield key, phrase


Place = tuple[Key, str, int, int]
"""Where something stands in a sentence: whose it is, the phrase, and the first word and the last."""
Also = Callable[[Sequence[str], Set[str], Sequence[Place[Key]]], Iterable[Place[Key]]]
"""
What finds places of its own in the words of a sentence, given all and the different ones, and where phrases stand.
"""


def _nothing(words: Sequence[str], different: Set[str], places: Sequence[Place[Key]]) -> tuple[()]:
    return ()


class Phrasebook(Generic[Key]):
    """
    Many phrases, each with a key, looked for in one pass.

    A phrase is read when a word of its rarest place is first met, so that a book of thousands is ready in some
    milliseconds and holds no more than its texts need. *readings* are those known beforehand (``Store.phrases``).

    Raises:
        RuleError: A phrase cannot be read.
    """

    def __init__(self, entries: Iterable[tuple[Key, str]], readings: Readings = UNKNOWN) -> None:
        self._readings = readings
        self._waiting = _Forms()
        try:
            self._entries = list(dict.fromkeys(entries))
            for index, (_, written) in enumerate(self._entries):
                self._waiting.add(index, readings.rarest(written))
        except ValueError as mistake:
            raise RuleError(str(mistake)) from None
        self._classes = _Classes()
        # For each phrase that was read the classes of the other places of which one word each must be there, the rarest
        # place first; and its steps.
        self._read: dict[int, tuple[Needed, tuple[Step, ...]]] = {}
        self._met: set[str] = set()
        self._waits: dict[str, tuple[tuple[int, Needed], ...]] = {}
        """Word met → the phrases that wait for it, for most words none."""

    def matches(
        self, text: str, blocks: Sequence[Block] = (), *, at: int = 0, also: Also[Key] = _nothing
    ) -> list[Match[Key]]:
        """
        Every place where a phrase stands, sentence by sentence, each place once for each phrase; and those that *also*
        finds in the words of a sentence.

        *text* is the reading; a sentence never leaves its block. Where *text* is only a page of the reading, *at* is
        where the page begins there, and the spans of the matches count in the reading.
        """
        found: list[Match[Key]] = []
        even = spaced(text)
        here = set(even.split())
        self._meet(here)
        if also is _nothing and next(self._candidates(here), None) is None:
            return found  # the most that a short list asks of most pages
        starts = sentence_starts(text, [block.span.start - at for block in blocks])
        for low, high in pairwise([*starts, len(text)]):
            words = even[low:high].split()
            different = set(words)
            places = [(*self._entries[index], first, last) for index, first, last in self._standing(words, different)]
            places += also(words, different, places)
            if places:
                sentence = _trimmed(text, low, high, at)
                for key, written, first, last in places:
                    # The words before are split off, and what is left over begins with the word.
                    begin = high - len(even[low:high].split(None, first)[-1])
                    end = high - len(even[begin:high].split(None, last - first)[-1]) + len(words[last])
                    found.append(Match(key, Span(at + begin, at + end), written, sentence))
        return found

    def stand_in(self, words: Sequence[str]) -> frozenset[Key]:
        """The keys of the phrases that stand in the sentence of these *words* (`words_of`)."""
        here = set(words)
        self._meet(here)
        return frozenset(self._entries[index][0] for index, _, _ in self._standing(words, here))

    def _standing(self, words: Sequence[str], here: set[str]) -> list[tuple[int, int, int]]:
        """
        The phrases that stand in the sentence of these *words*, in the order of the book: each with its first and last
        word. *here* are the different words.
        """
        tried = set(self._candidates(here))
        if not tried:
            return []
        where = _Where(words, here, self._classes.members)
        standing = []
        for index in sorted(tried):
            steps = self._read[index][1]
            if ways := _ways(steps, where, len(words)):
                standing += [(index, first, last) for first, last in _places(steps, ways, where)]
        return standing

    def _candidates(self, here: set[str]) -> Iterator[int]:
        """The phrases of which one word for each place is among the words *here*; one may come twice."""
        members = self._classes.members
        for word in self._waits.keys() & here:
            for index, needed in self._waits[word]:
                for number in needed:
                    if members[number].isdisjoint(here):
                        break
                else:
                    yield index

    # --- what is learned on the way ---

    def _meet(self, words: set[str]) -> None:
        """
        Make every word known. The phrases that wait for a new one are read first, since they may say more about older
        words.
        """
        new = words - self._met
        if not new:
            return
        if len(self._met) > KNOWN_WORDS:
            self.forget()
            new = words
        waiting = {word: self._waiting.of(word) for word in new}
        unread = {index for indexes in waiting.values() for index in indexes}.difference(self._read)
        if unread:
            for index in unread:
                self._learn(index)
            self.forget()
            waiting = {word: self._waiting.of(word) for word in words}
        for word, indexes in waiting.items():
            self._classes.meet(word)
            if indexes:
                self._waits[word] = tuple((index, self._read[index][0]) for index in dict.fromkeys(indexes))
        self._met.update(waiting)

    def forget(self) -> None:
        """The words met; what was read of phrases stays."""
        self._met.clear()
        self._waits.clear()
        self._classes.forget()

    def _learn(self, index: int) -> None:
        """Read a phrase: the words of which one each must be there, and its steps."""
        reading = self._readings.of(self._entries[index][1])
        needed = tuple(self._classes.number(tuple(words)) for words in reading.looks[1:])
        self._read[index] = needed, tuple(map(self._classes.step, reading.tokens))


def _trimmed(text: str, low: int, high: int, at: int) -> Span:
    """The sentence without the white space around it; *at* is added to its offsets."""
    sentence = text[low:high]
    blank = len(sentence) - len(sentence.lstrip())
    return Span(at + low + blank, at + low + max(blank, len(sentence.rstrip())))


class _Forms:
    """Numbers under words and, where these end in ``*``, under beginnings of words."""

    def __init__(self) -> None:
        self._words: dict[str, list[int]] = {}
        # The beginnings by their own first letters, of which few words have any.
        self._beginnings: dict[str, list[tuple[str, int]]] = {}

    def add(self, number: int, forms: Iterable[str]) -> None:
        for form in forms:
            if form[-1] == "*":
                self._beginnings.setdefault(form[:OPENING].removesuffix("*"), []).append((form[:-1], number))
            else:
                self._words.setdefault(form, []).append(number)

    def of(self, word: str) -> list[int]:
        """The numbers of all forms that *word* has; one may come twice."""
        numbers = list(self._words.get(word, ()))
        for length in range(1, min(len(word), OPENING) + 1):
            for beginning, number in self._beginnings.get(word[:length], ()):
                if word.startswith(beginning):
                    numbers.append(number)
        return numbers


# Classes of each of which a word must stand in the sentence.
Needed = tuple[int, ...]
# A step of a phrase: the rows of classes of which one follows, each from its last word to its first, and whether they
# may be absent; or no rows, the fewest words of a gap, and the shifts that together reach from the fewest to the most.
Step = tuple[tuple[tuple[int, ...], ...], bool, int, tuple[int, ...]]


_NONE: Set[str] = frozenset()


class _Classes:
    """The word classes of a book: a number for each set of alternatives."""

    def __init__(self) -> None:
        self._numbers: dict[tuple[str, ...], int] = {}
        self._forms = _Forms()
        self._steps: dict[Step, Step] = {}
        self.members: list[Set[str]] = []
        """For each class the words met so far that belong to it; of most none is."""

    def number(self, forms: tuple[str, ...]) -> int:
        """The number of the class of words that *forms* describe."""
        number = self._numbers.setdefault(forms, len(self._numbers))
        if number == len(self.members):
            self.members.append(_NONE)
            self._forms.add(number, forms)
        return number

    def step(self, token: Token) -> Step:
        """What *token* is once its words are classes; the alternatives of one word make one class."""
        singles = tuple(form[0] for form in token.forms if len(form) == 1)
        rows: list[tuple[int, ...]] = [(self.number(singles),)] if singles else []
        rows += [tuple(self.number((word,)) for word in reversed(form)) for form in token.forms if len(form) > 1]
        step = tuple(rows), token.optional, token.low, _shifts(token.high - token.low)
        return self._steps.setdefault(step, step)  # every other one comes again

    def forget(self) -> None:
        """The members, which are met again."""
        self.members[:] = [_NONE] * len(self.members)

    def meet(self, word: str) -> None:
        """Make *word* a member of its classes."""
        for number in self._forms.of(word):
            members = self.members[number]
            if isinstance(members, set):
                members.add(word)
            else:
                self.members[number] = {word}


# --- following a phrase -----------------------------------------------------------------------------------------------


class _Where(dict[int, int]):
    """
    Class → where its words stand in one sentence: the bit of each word. Worked out when a class is first asked for.
    """

    __slots__ = ("_bits", "_different", "_members")

    def __init__(self, words: Sequence[str], different: set[str], members: Sequence[Set[str]]) -> None:
        self._members = members
        self._different = different
        self._bits = dict.fromkeys(words, 0)
        bit = 1
        for word in words:
            self._bits[word] |= bit
            bit <<= 1

    def __missing__(self, number: int) -> int:
        bits = 0
        for word in self._members[number] & self._different:
            bits |= self._bits[word]
        self[number] = bits
        return bits


@cache
def _shifts(width: int) -> tuple[int, ...]:
    """
    The shifts that, each added to what the ones before have reached, reach everything from 0 to *width*: 6 by 1, 2 and
    3.
    """
    shifts: list[int] = []
    while (reached := sum(shifts)) < width:
        shifts.append(min(reached + 1, width - reached))
    return tuple(shifts)


def _ways(steps: Sequence[Step], where: _Where, count: int) -> list[int]:
    """
    For each step, and for the end, at which words of the sentence it may begin so that the rest can be followed; as
    bits.

    Worked out from the end backwards; empty when nothing leads there. Bit *count* is the end of the sentence.
    """
    here = (2 << count) - 1
    ways = [here]
    for rows, optional, low, shifts in reversed(steps):
        if rows:
            before = here if optional else 0
            for row in rows:
                led = here
                for number in row:
                    led = led >> 1 & where[number]
                before |= led
            if not before:
                return []
            here = before
        else:
            here >>= low
            for shift in shifts:
                here |= here >> shift
        ways.append(here)
    ways.reverse()
    return ways


def _lowest(bits: int) -> int:
    """Which is the lowest bit that is set."""
    return (bits & -bits).bit_length() - 1


def _places(steps: Sequence[Step], ways: Sequence[int], where: _Where) -> list[tuple[int, int]]:
    """
    The first and the last word (inclusive) of each place, from the left, none overlapping another.

    Gaps are as short as they can be; an optional word is taken in where it is there.
    """
    places = []
    at = 0
    while ways[0] >> at:
        first = at = at + _lowest(ways[0] >> at)
        for (rows, optional, low, _), after in zip(steps, islice(ways, 1, None), strict=True):
            if not rows:
                at += low + _lowest(after >> at + low)
            elif len(rows) == 1 and not optional:
                at += len(rows[0])  # nothing else can stand here
            else:
                at += _taken(rows, after, where, at)
        places.append((first, at - 1))
    return places


def _taken(rows: Iterable[tuple[int, ...]], after: int, where: _Where, at: int) -> int:
    """How many words from *at* the first of *rows* takes that stands there and leads *after*; 0 when none does."""
    for row in rows:
        led = after
        for number in row:
            led = led >> 1 & where[number]
        if led >> at & 1:
            return len(row)
    return 0


class PhraseList:
    """A list of phrases that is asked about one sentence at a time, where a book would find them everywhere."""

    def __init__(self, phrases: Iterable[str], readings: Readings = UNKNOWN) -> None:
        self._book: Phrasebook[str] = Phrasebook(((phrase, phrase) for phrase in phrases), readings)

    def stands_in(self, text: str, span: Span) -> bool:
        """Whether one of the phrases stands in the sentence at *span* of *text*."""
        return bool(self._book.stand_in(words_of(text[span.start : span.end])))

    def places_in(self, text: str) -> list[Span]:
        """Where the phrases stand in *text*, which is short."""
        return [match.span for match in self._book.matches(text)]

    def stands_anywhere(self, text: str) -> bool:
        """Whether one of the phrases stands in *text*; stops at the first."""
        return self.first_in(text) is not None

    def first_in(self, text: str) -> int | None:
        """The end of the first place where one of the phrases stands in *text*; stops there."""
        first = None
        for start in range(0, len(text), PAGES):
            # A sentence that is cut by the edge of the pages is read whole once, with the pages that follow.
            matches = self._book.matches(text[start : start + PAGES + 500])
            if matches:
                first = start + min(match.span.end for match in matches)
                break
        if len(text) > LONG:
            self._book.forget()
        return first

    def count_in(self, text: str) -> int:
        """How many of the phrases stand in *text*, which is short."""
        return len({match.phrase for match in self._book.matches(text)})
