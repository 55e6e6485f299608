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

How it is found: each phrase waits for its rarest-looking literal, a word or two words in a row, in the one automaton of the run. A sentence
in which one stands is cut into words once, and each word becomes the set of *word classes* it belongs to ("pushed" belongs
to ``push*|drove``). A phrase whose classes are not all there is done with; the others are followed word by word.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Hashable, Iterable, Iterator, Sequence
from functools import cache
from itertools import product
from typing import Generic, TypeVar

from attrs import frozen

from refoulement_lint.model import Block, RuleError, Span
from refoulement_lint.scan import Hit, Scan, fold
from refoulement_lint.sentences import sentence_starts

Key = TypeVar("Key", bound=Hashable)

GAP = 6
"""How many words ``..`` may stand for."""
WIDEST_GAP = 12
"""What ``..N`` may ask for at most: a wider gap means another sentence, and another phrase."""
MOST_LITERALS = 40
"""What one phrase may put into the automaton; two-word literals multiply their alternatives."""
PAGES = 8_000
"""How much text is looked at at a time for the first place of a list."""
LOOKS = 3
"""For how many of its rarest words a phrase first looks by their letters alone."""
KNOWN_WORDS = 50_000
"""How many different words are remembered with their classes, some 10 MB."""

# How often a word stands in a million words of judgments and briefs, in four steps; every other word counts as rare. Counted over
# 94,000 words of published English decisions and briefs; names of people and places left out.
_STEPS = {
    3000: "the of to and in a that is on by for s as or not be was with he an at are it has have his this from been there risk which court",
    1500: "country no i we had evidence political they government were any rights their case under members immigration human who asylum "
    "applicant* judge may would report state information authorit* respondent her before article* appeal* its tribunal such whether decision* "
    "will opposition return* other if application* out said those upon also first but being section about all security she party parties "
    "law against convention time made order* since act* national individual* should removal remov*",
    600: "following proceeding* appellant* general claim* us treatment treat* does do did matter arrest* one judgment former must ground* "
    "particular place office part respect accept* what new after consider* our between persecut* them group* more because international "
    "when situation change real hearing police people however held activit* failed fail* chamber given support* others person* even refer* "
    "serious detention detain* public report* paragraph* provid* set within reason* protect* force* nationality fact* high circumstances "
    "rule* further during current basis minister into source* account third power* process likely refugee* now document* well without issue* "
    "over member* violen* took take* number while interest same could conclu* status review* polic* harm then longer question* violat* famil* view*",
    250: "year* identif* period each than continu* request* torture* confirm* many asked ask* very legal led target* submi* able know* cannot "
    "weight opinion use* officials official* make* leader* written face condition* service* find* found context month* grant* event* level own "
    "although still administrative generally nature rel* force previous* civil arbitrary how safe left crim* change* through several important "
    "local again until expert standard* examin* unless breach* agree* return past why give* adverse follow* remain* contrary concern* "
    "danger* send* sent bring brought come came go went day* way right* work* child* women man woman men border* guard* life live* "
    "procedure* threat* fear* ill",
}  # fmt: skip
_RARE = 40
# How often a literal of so many letters may stand anywhere in a million words, inside longer words included.
_INSIDE = {1: 20_000, 2: 6000, 3: 1500, 4: 500, 5: 150, 6: 80}


@cache
def _rates() -> tuple[dict[str, int], list[tuple[str, int]]]:
    """Words with their rate, and beginnings with theirs."""
    exact: dict[str, int] = {}
    begin: list[tuple[str, int]] = []
    for rate, words in _STEPS.items():
        for word in words.split():
            if word.endswith("*"):
                begin.append((word[:-1], rate))
            exact.setdefault(word.removesuffix("*"), rate)
    return exact, begin


@cache
def _rate(word: str) -> int:
    """How often the word, or the words that begin so where it ends in ``*``, may stand in a million words."""
    exact, begin = _rates()
    stem = word.removesuffix("*")
    if stem.isdigit():
        return (4000, 300, 100)[min(len(stem), 3) - 1]
    # Short literals also stand inside other words, and each such hit has to be looked at.
    rate = max(exact.get(stem, _RARE), _INSIDE.get(len(stem), _RARE))
    if word != stem:
        rate = max([rate, *(step for other, step in exact.items() if other.startswith(stem))]) if len(stem) < 9 else rate
    return max([rate, *(step // 2 for other, step in begin if stem.startswith(other))])


# --- reading a phrase -----------------------------------------------------------------------------------------------------------


@cache
def _word() -> re.Pattern[str]:
    return re.compile(r"[^\W_]+")


@cache
def _pieces() -> re.Pattern[str]:
    return re.compile(r"[^\W_]+\*?")


@frozen
class Token:
    """One place of a phrase: one of *forms*, each a row of words of which any may end in ``*``; or a gap of *low* to *high* words."""

    forms: tuple[tuple[str, ...], ...] = ()
    optional: bool = False
    low: int = 0
    high: int = 0


@cache
def _token(written: str) -> Token:
    """One token as written; raises ValueError with what is wrong."""
    if written == "_":
        return Token(low=1, high=1)
    if written.startswith(".."):
        count = written[2:] or str(GAP)
        if not count.isascii() or not count.isdigit() or not 1 <= int(count) <= WIDEST_GAP:
            raise ValueError(f"a gap is .. or ..1 to ..{WIDEST_GAP}, not {written!r}")
        return Token(low=0, high=int(count))
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


def tokens_of(phrase: str) -> tuple[Token, ...]:
    """
    The tokens of *phrase*.

    Raises:
        RuleError: It names the phrase and says what is wrong with it.
    """
    try:
        tokens = tuple(_token(word) for word in phrase.split())
    except ValueError as mistake:
        raise RuleError(f"The phrase \u201c{phrase}\u201d cannot be read: {mistake}.") from None
    if not any(token.forms and not token.optional for token in tokens):
        raise RuleError(
            f"The phrase \u201c{phrase}\u201d has no word that must be there; at least one may be neither optional nor a gap."
        )
    for end in (tokens[0], tokens[-1]):
        if not end.forms and end.low == 0:
            raise RuleError(f"The phrase \u201c{phrase}\u201d begins or ends with a gap, which says nothing; leave it out.")
    return tokens


@cache
def anchors(phrase: str) -> tuple[str, ...]:
    """
    The literals of which one must stand in a sentence before *phrase* is tried there; folded, a final ``*`` kept.

    The cheapest of: the words of one token, or those of two neighbours in a row ("sent back").
    """
    best: tuple[float, tuple[str, ...]] = (float("inf"), ())
    before: Token | None = None
    for token in tokens_of(phrase):
        if not token.forms or token.optional:
            before = None
            continue
        rows = token.forms
        best = min(best, _priced(rows))
        if before is not None and len(before.forms) * len(rows) <= MOST_LITERALS and best[0] > _RARE:
            best = min(best, _priced([(*left, *right) for left, right in product(before.forms, rows)]))
        before = token
    return best[1]


def _priced(rows: Iterable[tuple[str, ...]]) -> tuple[float, tuple[str, ...]]:
    """What it costs to wait for one of the rows of words, and the literals to wait for."""
    cost, literals = 0.0, []
    for row in rows:
        price, literal = min(_price_of(row, at) for at in range(len(row)))
        cost += price
        literals.append(literal)
    return cost, tuple(dict.fromkeys(literals))


def _price_of(row: tuple[str, ...], at: int) -> tuple[float, str]:
    """The price of waiting for the word at *at* of a row, with its neighbour when that one is a whole word too."""
    if at and not row[at - 1].endswith("*"):
        # Two words in a row are far rarer than either; a tenth of the rarer one is a cautious guess.
        return min(_rate(row[at - 1]), _rate(row[at])) / 10, f"{row[at - 1]} {row[at]}"
    return float(_rate(row[at])), row[at]


# --- following a phrase ----------------------------------------------------------------------------------------------------------

# A step of a phrase in a book: (class, optional) for a word, (-1 - low, high) for a gap.
Step = tuple[int, int]


@frozen
class Match(Generic[Key]):
    """One place where a phrase was found: whose it is, the words in the text, the phrase as written, and the sentence around."""

    key: Key
    span: Span
    phrase: str
    sentence: Span


class Phrasebook(Generic[Key]):
    """
    Many phrases, each with a key, looked for in one pass.

    ``literals`` go into a ``Scan``; its hits come back into ``matches``. A phrase is read when a literal of its is first hit, so
    a book of thousands costs a few milliseconds; ``check`` reads them all.
    """

    def __init__(self, entries: Iterable[tuple[Key, str]]) -> None:
        self._entries = list(entries)
        self._whole: dict[str, list[int]] = {}
        self._begin: dict[str, list[int]] = {}
        for index, (_, written) in enumerate(self._entries):
            for literal in anchors(written):
                if literal[-1] == "*":
                    self._begin.setdefault(literal[:-1], []).append(index)
                else:
                    self._whole.setdefault(literal, []).append(index)
        # "push-back" and "back, to" in the text are "push back" and "back to" in a phrase.
        for waiting in (self._whole, self._begin):
            for literal in [literal for literal in waiting if " " in literal]:
                waiting[literal.replace(" ", "-")] = waiting[literal.replace(" ", ", ")] = waiting[literal]
        self.literals: tuple[str, ...] = tuple(dict.fromkeys([*self._whole, *self._begin]))
        self._read: dict[int, list[_Learned]] = {}
        self._classes = _Classes()

    def check(self) -> None:
        """Read every phrase now. Raises RuleError for the first that cannot be read."""
        for index in range(len(self._entries)):
            self._learn(index)

    def matches(self, text: str, hits: Iterable[Hit], blocks: Sequence[Block] = (), *, at: int = 0) -> list[Match[Key]]:
        """
        Every place where a phrase stands, sentence by sentence, each place once for each phrase.

        *text* is the reading, *hits* what the Scan found in its folded form; a sentence never leaves its block. Where *text* is only
        a page of the reading, *at* is where the page begins there, and the spans of the matches count in the reading.
        """
        found: list[Match[Key]] = []
        whole, begin = self._whole, self._begin
        size = len(text)
        starts: list[int] | None = None
        waiting: set[int] = set()
        low = high = 0
        for start, end, literal in sorted(hits):
            if start and text[start - 1].isalnum():
                continue
            mine = begin.get(literal)
            if literal in whole and (end == size or not text[end].isalnum()):
                mine = mine + whole[literal] if mine else whole[literal]
            if not mine:
                continue
            if start >= high:
                if waiting:
                    found.extend(self._in_sentence(text, low, high, waiting, at))
                    waiting = set()
                if starts is None:
                    starts = sentence_starts(text, [block.span.start - at for block in blocks])
                place = bisect_right(starts, start)
                low = starts[place - 1] if place else 0
                high = starts[place] if place < len(starts) else size
            waiting.update(mine)
        if waiting:
            found.extend(self._in_sentence(text, low, high, waiting, at))
        return found

    def _in_sentence(self, text: str, low: int, high: int, waiting: Iterable[int], at: int = 0) -> Iterator[Match[Key]]:
        """The matches of the waiting phrases in the sentence from *low* to *high*; *at* is added to every offset."""
        sentence = fold(text[low:high])
        read = self._read
        # A look for the letters of the rarest words is some hundred times cheaper than cutting the sentence into words.
        tried = [
            (index, learned)
            for index in waiting
            for learned in read.get(index) or self._learn(index)
            if _letters_there(learned.letters, sentence)
        ]
        if not tried:
            return
        words = _word().findall(sentence)
        classes = self._classes.of(words)
        there = frozenset().union(*classes)
        begins: list[int] | None = None
        span: Span | None = None
        tried.sort(key=_by_entry)
        for index, learned in tried:
            if not learned.needed <= there:
                continue
            for first, last in _places(learned.steps, classes):
                if begins is None:
                    begins = [match.start() for match in _word().finditer(sentence)]
                    blank = len(sentence) - len(sentence.lstrip())
                    span = Span(at + low + blank, at + low + max(blank, len(sentence.rstrip())))
                assert span is not None  # set together with the beginnings
                key, written = self._entries[index]
                found = Span(at + low + begins[first], at + low + begins[last] + len(words[last]))
                yield Match(key, found, written, span)

    def any_in_sentence(self, text: str, span: Span) -> bool:
        """Whether any phrase of the book stands in the sentence at *span*."""
        return next(self._in_sentence(text, span.start, span.end, range(len(self._entries))), None) is not None

    def _learn(self, index: int) -> list[_Learned]:
        """The phrase as steps over word classes; a row of words among its alternatives makes a variant of its own."""
        tokens = tokens_of(self._entries[index][1])
        variants: list[tuple[list[Step], list[tuple[str, ...]]]] = [([], [])]
        for token in tokens:
            if not token.forms:
                gap = (-1 - token.low, token.high)
                variants = [([*steps, gap], letters) for steps, letters in variants]
                continue
            single = tuple(form[0] for form in token.forms if len(form) == 1)
            branches: list[tuple[list[Step], list[tuple[str, ...]]]] = []
            if single:
                step = (self._classes.number(single), int(token.optional))
                branches.append(([step], [] if token.optional else [single]))
            for row in token.forms:
                if len(row) > 1:
                    branches.append(([(self._classes.number((word,)), 0) for word in row], [(word,) for word in row]))
            if token.optional and not single:
                branches.append(([], []))
            variants = [
                ([*steps, *more], [*letters, *others]) for steps, letters in variants for more, others in branches
            ]
        self._read[index] = learned = [
            _Learned(
                tuple(steps),
                frozenset(step for step, optional in steps if step >= 0 and not optional),
                tuple(
                    tuple(form.removesuffix("*") for form in forms)
                    for forms in sorted(letters, key=lambda forms: sum(map(_rate, forms)))[:LOOKS]
                ),
            )
            for steps, letters in variants
        ]
        return learned


@frozen
class _Learned:
    """A phrase ready to be followed: its steps, the classes that must be there, and the letters to look for first."""

    steps: tuple[Step, ...]
    needed: frozenset[int]
    letters: tuple[tuple[str, ...], ...]


def _by_entry(tried: tuple[int, _Learned]) -> int:
    return tried[0]


def _letters_there(letters: tuple[tuple[str, ...], ...], sentence: str) -> bool:
    """Whether of each row of alternatives one stands somewhere in the sentence, be it inside a word."""
    for alternatives in letters:
        for stem in alternatives:
            if stem in sentence:
                break
        else:
            return False
    return True


class _Classes:
    """
    The word classes of a book: a number for each set of alternatives, and for each word the numbers of those that it is among.

    A class that is learned later makes remembered words unsure, so they are forgotten then.
    """

    def __init__(self) -> None:
        self._numbers: dict[tuple[str, ...], int] = {}
        self._exact: dict[str, list[int]] = {}
        self._begin: dict[str, list[int]] = {}
        self._lengths: list[int] = []
        self._known: dict[str, frozenset[int]] = {}

    def number(self, forms: tuple[str, ...]) -> int:
        """The number of the class of words that *forms* describe."""
        number = self._numbers.get(forms)
        if number is None:
            number = self._numbers[forms] = len(self._numbers)
            for form in forms:
                if form[-1] == "*":
                    self._begin.setdefault(form[:-1], []).append(number)
                else:
                    self._exact.setdefault(form, []).append(number)
            self._lengths = sorted({len(form) for form in self._begin})
            self._known.clear()
        return number

    def of(self, words: Sequence[str]) -> list[frozenset[int]]:
        """The classes of each word."""
        known = self._known
        if len(known) > KNOWN_WORDS:
            known.clear()
        return [known[word] if word in known else self._learn(word) for word in words]

    def _learn(self, word: str) -> frozenset[int]:
        numbers = set(self._exact.get(word, ()))
        for length in self._lengths:
            if length > len(word):
                break
            numbers.update(self._begin.get(word[:length], ()))
        self._known[word] = found = frozenset(numbers)
        return found


def _places(steps: Sequence[Step], classes: Sequence[frozenset[int]]) -> Iterator[tuple[int, int]]:
    """
    The first and the last word (inclusive) of each place where the steps lead through, from the left, none overlapping another.

    Gaps are as short as they can be; an optional word is taken in where it is there.
    """
    start = 0
    first = next((step for step, optional in steps if step >= 0 and not optional), None)
    assert first is not None  # `tokens_of` refuses a phrase without
    leads = steps[0][0] == first and not steps[0][1]
    while start < len(classes):
        if leads:
            # The first word must be there: go to where it is.
            while start < len(classes) and first not in classes[start]:
                start += 1
            if start == len(classes):
                return
        end = _follow(steps, 0, classes, start, set())
        if end is not None and end > start:
            yield start, end - 1
            start = end
        else:
            start += 1


def _follow(
    steps: Sequence[Step], place: int, classes: Sequence[frozenset[int]], at: int, dead: set[tuple[int, int]]
) -> int | None:
    """Where the sentence goes on after the steps from *place*, at word *at*; *dead* keeps what has failed, so the work stays bounded."""
    while place < len(steps):
        step, other = steps[place]
        if step < 0:
            if (place, at) in dead:
                return None
            for skip in range(-1 - step, other + 1):
                if at + skip > len(classes):
                    break
                end = _follow(steps, place + 1, classes, at + skip, dead)
                if end is not None:
                    return end
            dead.add((place, at))
            return None
        if at < len(classes) and step in classes[at]:
            if other:  # an optional word that is there; without it where that leads nowhere
                end = _follow(steps, place + 1, classes, at + 1, dead)
                if end is not None:
                    return end
            else:
                at += 1
        elif not other:
            return None
        place += 1
    return at


class PhraseList:
    """A list of phrases that is asked about one sentence at a time, where a book would find them everywhere."""

    def __init__(self, phrases: Iterable[str]) -> None:
        self._book: Phrasebook[int] = Phrasebook(enumerate(phrases))
        self._scan = Scan({"phrase": self._book.literals})

    def stands_in(self, text: str, span: Span) -> bool:
        """Whether one of the phrases stands in the sentence at *span* of *text*."""
        return self._book.any_in_sentence(text, span)

    def stands_anywhere(self, text: str) -> bool:
        """Whether one of the phrases stands in *text*; stops at the first."""
        for start in range(0, len(text), PAGES):
            # A sentence that is cut by the edge of the pages is read whole once, with the pages that follow.
            pages = text[start : start + PAGES + 500]
            if self._book.matches(pages, self._scan.hits(fold(pages).replace("\n", " "))["phrase"]):
                return True
        return False
