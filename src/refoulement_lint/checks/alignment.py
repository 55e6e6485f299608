"""A quotation and an official text, word beside word: where they part, and what that does to the meaning."""

from __future__ import annotations

import re
from collections import Counter
from functools import cached_property, lru_cache
from itertools import islice, pairwise
from typing import TYPE_CHECKING, ClassVar, NamedTuple

from refoulement_lint.checks import Law, under
from refoulement_lint.model import OfficialText, Span
from refoulement_lint.words_in_a_row import ROW, Index, Word, folded_words, rows, words_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

# Words that turn what a provision says. A changed one is worse than a changed adjective.
OPERATORS = frozenset(
    [
        "shall",
        "may",
        "must",
        "should",
        "can",
        "cannot",
        "will",
        "and",
        "or",
        "not",
        "no",
        "nor",
        "none",
        "never",
        "unless",
        "except",
        "only",
        "if",
        "neither",
        "any",
        "peut",
        "peuvent",
        "doit",
        "doivent",
        "ne",
        "pas",
        "ni",
        "et",
        "ou",
        "aucun",
        "aucune",
        "nul",
        "sauf",
        "si",
        "może",
        "muszą",
        "musi",
        "nie",
        "i",
        "oraz",
        "lub",
        "albo",
        "chyba",
        "darf",
        "dürfen",
        "muss",
        "müssen",
        "kann",
        "nicht",
        "kein",
        "keine",
        "und",
        "oder",
        "ausser",
        "nikt",
        "żadne",
        "żaden",
        "ir",
        "ar",
        "arba",
        "negali",
        "turi",
        "niekas",
        "vai",
        "nedrīkst",
        "nevienu",
        "и",
        "или",
        "не",
        "ни",
        "никто",
        "может",
        "могут",
        "должен",
        "должно",
        "должны",
        "né",
        "può",
        "possono",
        "deve",
        "devono",
        "nessuno",
        "y",
        "podrá",
        "podrán",
        "deberá",
        "nadie",
        "niet",
        "mag",
        "mogen",
        "moet",
        "moeten",
        "niemand",
    ]
)
# A quotation that ends just before one of these ends where the rule stops being the rule.
PROVISOS = frozenset(
    [
        "except",
        "unless",
        "provided",
        "save",
        "however",
        "sauf",
        "toutefois",
        "excepté",
        "wobei",
        "ausser",
        "chyba",
        "wyjąwszy",
        "išskyrus",
        "izņemot",
        "кроме",
        "salvo",
        "tranne",
        "excepto",
        "behalve",
        "tenzij",
    ]
)
AUTHENTIC = ("en", "fr")

SAME_LANGUAGE = 0.4
"""
The share of a quotation's words that are known in a language from which on it is in that language: a sentence of law
has six of ten there, one of a kindred language three.
"""

MOST_PLACES = 200
"""Places of one row of words that are looked at; what stands oftener says nothing."""


class Wording(NamedTuple):
    """
    A quotation as words. Ellipses and editorial brackets part it into *segments*: between two of them anything may have
    been left out or changed, and the author has said so.
    """

    text: str
    segments: tuple[tuple[Word, ...], ...]

    @property
    def length(self) -> int:
        """How many words are quoted."""
        return sum(map(len, self.segments))


class Passage(NamedTuple):
    """
    One official text that a quotation may come from: *likeness* is the share of the quotation's words found there in
    order.
    """

    official: OfficialText
    words: tuple[Word, ...]
    likeness: float
    windows: tuple[tuple[int, int], ...]
    """For each segment of the quotation the words of the text it is held against: first, and one after the last."""

    @property
    def target(self) -> str:
        """The key of the provision."""
        return self.official.target


class Change(NamedTuple):
    """One place where the two part. *replacement* goes into *edit*; *named* is the provision wrongly named."""

    fault: str
    span: Span
    edit: Span
    written: str
    official: str
    replacement: str | None = None
    named: str = ""

    @classmethod
    def whole(cls, passage: Passage, *, named: str) -> Change:
        """The quotation is whole, only its source is another one."""
        return cls(
            fault="other-provision",
            span=Span(0, 0),
            edit=Span(0, 0),
            written="",
            official=passage.official.text,
            named=named,
        )


@lru_cache(maxsize=1)
def _gap() -> re.Pattern[str]:
    """An ellipsis, or an editorial insertion in brackets; "[t]he" is one word with its first letter changed."""
    return re.compile(r"[\[(<]\s*(?:\.\.\.|…)\s*[\])>]|\.\s?\.\s?\.\.?|…|\[(?!\w\]\w)[^\[\]]{0,120}\]")


def read_quotation(text: str, span: Span) -> Wording:
    """The quotation at *span* as segments of words."""
    segments, start = [], span.start
    for gap in _gap().finditer(text, span.start, span.end):
        segments.append(words_of(text, start, gap.start()))
        start = gap.end()
    segments.append(words_of(text, start, span.end))
    return Wording(text, tuple(segment for segment in segments if segment))


class Library:
    """The official texts of one language, or those of one decision, by the words in a row that they have."""

    _opened: ClassVar[dict[tuple[int, str], tuple[Law, Library]]] = {}

    def __init__(self, indexes: Iterable[Index], texts: Callable[[], tuple[OfficialText, ...]]) -> None:
        self._indexes = tuple(indexes)
        self._read = texts

    @classmethod
    def over(cls, texts: tuple[OfficialText, ...]) -> Library:
        """The library of these texts."""
        return cls((Index.of(official.text for official in texts),), lambda: texts)

    @classmethod
    def of(cls, registers: Law, language: str) -> Library:
        """
        The library of these registers for a draft in *language*; English and French texts, both authentic in most
        treaties, are quoted in drafts of every language.
        """
        key = (id(registers), language)
        held = cls._opened.get(key)
        if held is None or held[0] is not registers:
            languages = dict.fromkeys((language, *AUTHENTIC))
            held = cls._opened[key] = (
                registers,
                cls(
                    map(registers.words_in_a_row, languages),
                    lambda: tuple(text for each in languages for text in registers.texts(each)),
                ),
            )
        return held[1]

    @cached_property
    def _texts(self) -> tuple[OfficialText, ...]:
        """Read when the first quotation has words of theirs."""
        return self._read()

    def has_in(self, target: str, language: str) -> bool:
        """Whether the text of *target* or of a part of it is here in that language."""
        return any(
            official.language == language and (under(official.target, target) or under(target, official.target))
            for official in self._texts
        )

    def has(self, target: str) -> bool:
        """Whether the text of *target* or of a part of it is here."""
        return any(under(official.target, target) or under(target, official.target) for official in self._texts)

    def whole_text_of(self, target: str, quotation: Wording) -> OfficialText | None:
        """
        A text with all of *target* in the language of the quotation, so that words that are not found are not in it;
        ``None`` where none is held: a translation says nothing about the words of another language.
        """
        article = target.partition("(")[0]
        for official in self._texts:
            if (
                (under(target, official.target) or official.target == article)
                and not official.translation  # there may be another one
                and (not official.label or official.label.endswith("paragraph"))
                and self._is_in(official.language, quotation)
            ):
                return official
        return None

    def holds(self, target: str, quotation: Wording) -> bool:
        """Whether a text of *target* or of a part of it is here in the language of the quotation, no translation."""
        return any(
            (under(official.target, target) or under(target, official.target))
            and not official.translation
            and self._is_in(official.language, quotation)
            for official in self._texts
        )

    def short_texts(self, targets: Iterable[str], quotation: Wording) -> tuple[Passage, ...]:
        """
        The texts of *targets* of a few words each that a quotation of about as many changes: there a word put into the
        plural leaves no words in a row that both have.
        """
        if len(quotation.segments) != 1 or not SHORTEST <= quotation.length <= SHORT_TEXT + 1:
            return ()
        wanted = {*targets}
        found = []
        for official in self._texts:
            if official.target not in wanted or len(official.text) > SHORT_TEXT * LONG_WORD:
                continue
            words, segment = _words_of_official(official.text), quotation.segments[0]
            if len(words) > SHORT_TEXT or abs(len(words) - len(segment)) > 1:
                continue
            begun = {word.folded[:STEM] for word in words}
            alike = sum(word.folded[:STEM] in begun for word in segment) / len(segment)
            if alike >= MOST_OF_A_SHORT_TEXT and _pairs(segment, words):
                found.append(Passage(official, words, alike, ((0, len(words)),)))
        return tuple(found)

    def _is_in(self, language: str, quotation: Wording) -> bool:
        """Whether enough words of the quotation are words of the texts in *language*, of whatever provision."""
        known = self._vocabularies[language]
        same = sum(word.folded in known for segment in quotation.segments for word in segment)
        return same >= SAME_LANGUAGE * quotation.length

    @cached_property
    def _vocabularies(self) -> dict[str, frozenset[str]]:
        """Language → every word of its texts; asked only where words are found nowhere."""
        words: dict[str, set[str]] = {}
        for official in self._texts:
            words.setdefault(official.language, set()).update(folded_words(official.text))
        return {language: frozenset(each) for language, each in words.items()}

    def share_known(self, text: str) -> float:
        """
        The share of the rows of words of *text* that stand in some text that is held, from 0 to 1; most quotations
        have next to none.
        """
        written = [*rows(folded_words(text))]
        known = sum(any(row in index.rows for index in self._indexes) for row in written)
        return known / len(written) if written else 0.0

    def candidates(self, quotation: Wording, most: int = 6) -> tuple[Passage, ...]:
        """The texts that share words in a row with the quotation, each with the windows that fit it best."""
        votes: Counter[int] = Counter()
        offsets: list[dict[int, Counter[int]]] = []
        for segment in quotation.segments:
            diagonals: dict[int, Counter[int]] = {}
            for place, row in enumerate(rows([word.folded for word in segment])):
                for number, where in islice(self._places(row), MOST_PLACES):
                    votes[number] += 1
                    diagonals.setdefault(number, Counter())[where - place] += 1
            offsets.append(diagonals)
        return tuple(self._passage(number, quotation, offsets) for number, _ in votes.most_common(most))

    def _places(self, row: str) -> Iterator[tuple[int, int]]:
        """Where a row of words stands: the number of the text, and of the word there."""
        before = 0
        for index in self._indexes:
            for number, place in index.where(row):
                yield before + number, place
            before += index.texts

    def _passage(self, number: int, quotation: Wording, offsets: list[dict[int, Counter[int]]]) -> Passage:
        official = self._texts[number]
        words = _words_of_official(official.text)
        windows, same = [], 0
        for segment, diagonals in zip(quotation.segments, offsets, strict=True):
            if number in diagonals:
                first = min(diagonals[number])
                last = max(diagonals[number])
                # The window reaches over every diagonal that some words voted for, so that cut words lie inside it.
                # A word left out right at the beginning or the end moves them by as much.
                low, high = max(0, first - ROW), min(len(words), last + len(segment) + ROW)
            else:
                low, high = 0, len(words)
            pairs = _pairs(segment, words[low:high])
            same += len(pairs)
            windows.append((low + pairs[0][1], low + pairs[-1][1] + 1) if pairs else (low, low))
        return Passage(official, words, same / quotation.length, tuple(windows))


@lru_cache(maxsize=512)
def _words_of_official(text: str) -> tuple[Word, ...]:
    return words_of(text)


def _pairs(written: tuple[Word, ...], official: tuple[Word, ...]) -> list[tuple[int, int]]:
    """The words that both have, in order, as pairs of places (longest common subsequence)."""
    from rapidfuzz.distance import Indel  # 15 ms, and most drafts quote nothing that we hold

    left = [word.folded for word in written]
    right = [word.folded for word in official]
    pairs: list[tuple[int, int]] = []
    for block in Indel.opcodes(left, right):
        if block.tag == "equal":
            pairs += zip(range(block.src_start, block.src_end), range(block.dest_start, block.dest_end), strict=True)
    return _closed_up(pairs, left, right)


def _closed_up(pairs: list[tuple[int, int]], left: list[str], right: list[str]) -> list[tuple[int, int]]:
    """
    The same pairs with no gap that need not be there.

    Of several longest rows of common words one is as good as another to the library; but the "The" that opens a
    quotation is the one before its next word and not the one that opens the paragraph.
    """
    for place in range(len(pairs) - 2, -1, -1):
        (one, here), (following, there) = pairs[place], pairs[place + 1]
        if following == one + 1 and there > here + 1 and right[there - 1] == left[one]:
            pairs[place] = (one, there - 1)
    for place in range(1, len(pairs)):
        (before, there), (one, here) = pairs[place - 1], pairs[place]
        if one == before + 1 and here > there + 1 and right[there + 1] == left[one]:
            pairs[place] = (one, there + 1)
    return pairs


SHORTEST, SHORT_TEXT = 3, 9
"""Words of a provision that is quoted whole, at least and at most."""
LONG_WORD = 16
"""Characters that a word of such a text has at most, on average."""
STEM = 5
"""Letters in which the singular and the plural agree."""
MOST_OF_A_SHORT_TEXT = 0.6

SPLICE = 4
"""Words at least on each side of a joint: fewer may be anybody's."""
ONE_TEXT = 0.8
"""The share of words in one text from which on a quotation is meant to be of that text alone."""
FAR = 12
"""Words left out between two places of one text that make it two places; fewer are a slip of the pen."""


def spliced(quotation: Wording, passages: Iterable[Passage]) -> tuple[Change, Passage] | None:
    """
    The joint of two places that are quoted as one, with the passage of the first; ``None`` when the words are not the
    beginning of one and the rest of another.
    """
    if len(quotation.segments) != 1 or quotation.length < 2 * SPLICE:
        return None
    passages = [*passages]
    closest = max((passage.likeness for passage in passages), default=0.0)
    words = quotation.segments[0]
    folded = [word.folded for word in words]
    ends: list[tuple[int, int, Passage]] = []
    begins: list[tuple[int, int, Passage]] = []
    for passage in passages:
        text = f" {' '.join(word.folded for word in passage.words)} "
        head = _longest(len(folded), lambda size, text=text: f" {' '.join(folded[:size])} " in text)  # type: ignore[misc]
        tail = _longest(len(folded), lambda size, text=text: f" {' '.join(folded[len(folded) - size :])} " in text)  # type: ignore[misc]
        if head >= SPLICE:
            ends.append((head, text.count(" ", 0, text.index(f" {' '.join(folded[:head])} ")) + head, passage))
        if tail >= SPLICE:
            begins.append((tail, text.count(" ", 0, text.rindex(f" {' '.join(folded[-tail:])} ")), passage))
    for head, stop, first in sorted(ends, key=lambda one: -one[0]):
        for tail, start, second in sorted(begins, key=lambda one: -one[0]):
            if first.official is not second.official and (closest > ONE_TEXT or first.target == second.target):
                continue  # a word changed in one text is no joint of two, nor are two translations of one
            one_text = first.official is second.official
            apart = start + (head + tail - len(folded)) - stop >= FAR if one_text else _one_act(first, second)
            if head + tail >= len(folded) and head < len(folded) and apart:
                left, right = words[head - 1], words[head]
                joint = Span(left.start, right.end)
                written = quotation.text[left.start : right.end]
                marked = quotation.text[left.start : left.end] + " … " + quotation.text[right.start : right.end]
                return Change("spliced", joint, joint, written, second.official.text, marked, second.target), first
    return None


def _one_act(first: Passage, second: Passage) -> bool:
    """Whether two texts are of one instrument and in one language."""
    acts = {passage.target.rpartition(":")[0] for passage in (first, second)}
    return len(acts) == 1 and first.official.language == second.official.language


def in_places(quotation: Wording, passages: Iterable[Passage]) -> Passage | None:
    """
    The passage of the first segment of a quotation whose segments, parted by ellipses, all stand word for word in texts
    of one article; ``None`` when one does not.
    """
    if len(quotation.segments) < 2:
        return None
    places: list[Passage] = []
    texts = [(f" {' '.join(word.folded for word in passage.words)} ", passage) for passage in passages]
    for segment in quotation.segments:
        folded = f" {' '.join(word.folded for word in segment)} "
        article = places[0].target.partition("(")[0] if places else ""
        found = (passage for text, passage in texts if folded in text and passage.target.startswith(article))
        place = next(found, None)
        if place is None:
            return None
        places.append(place)
    return places[0]


def _longest(most: int, holds: Callable[[int], bool]) -> int:
    """The largest size up to *most* that *holds*, where every smaller one does as well."""
    low, high = 0, most
    while low < high:
        middle = (low + high + 1) // 2
        low, high = (middle, high) if holds(middle) else (low, middle - 1)
    return low


def changes_in(quotation: Wording, passage: Passage) -> Iterator[Change]:
    """
    Every place where the quotation parts from the passage; nothing for punctuation, case, digits or print variants.
    """
    text = quotation.text
    for segment, (low, high) in zip(quotation.segments, passage.windows, strict=True):
        official = passage.words[low:high]
        pairs = _pairs(segment, official)
        if not pairs:
            continue
        around = passage.words[max(0, low - len(segment)) : low], passage.words[high : high + len(segment)]
        yield from _inner_changes(text, segment, official, pairs, passage.official.text, around)
    yield from _cut_ends(quotation, passage)


def _inner_changes(
    text: str,
    segment: tuple[Word, ...],
    official: tuple[Word, ...],
    pairs: list[tuple[int, int]],
    official_text: str,
    around_official: tuple[tuple[Word, ...], tuple[Word, ...]],
) -> Iterator[Change]:
    edges = [(-1, -1), *pairs, (len(segment), len(official))]
    for (left, right), (next_left, next_right) in pairwise(edges):
        written, meant = segment[left + 1 : next_left], official[right + 1 : next_right]
        if not written and not meant:
            continue
        if left < 0 or next_left == len(segment):
            # At the ends only words that the author has and the text lacks can be wrong; the rest was not quoted.
            # As many words of the text stand in their place.
            if not written:
                continue
            before_it, behind_it = around_official
            if left >= 0 and (skipped := _further_on(written, behind_it)):
                # The last words stand in the text, behind others that are left out.
                last = segment[left]
                yield Change(
                    fault="cut",
                    span=Span(last.start, written[-1].end),
                    edit=Span(last.start, written[-1].end),
                    written=text[last.start : written[-1].end],
                    official=official_text[skipped[0].start : skipped[-1].end],
                    replacement=text[last.start : last.end] + " … " + text[written[0].start : written[-1].end],
                )
                continue
            meant = before_it[-len(written) :] if left < 0 else behind_it[: len(written)]
        if "".join(word.folded for word in written) == "".join(word.folded for word in meant):
            continue
        fault = _fault(written, meant)
        inside = left >= 0 and next_left < len(segment)
        before, after = segment[max(left, 0)], segment[min(next_left, len(segment) - 1)]
        around = Span(before.start, after.end)
        if written and meant:
            span = edit = Span(written[0].start, written[-1].end)
            right_words = official_text[meant[0].start : meant[-1].end]
        else:
            # Nothing stands on one side, so both are shown with the words around; at the end the text has none.
            span = Span(written[0].start, written[-1].end) if written else around
            edit = around if inside or not written else span
            right_words = official_text[official[right].start : official[next_right].end] if inside else ""
            if written and not inside and left >= 0:
                # Words put on at the end: the last word that the text has stands alone.
                yield Change(
                    fault=fault,
                    span=span,
                    edit=Span(before.start, span.end),
                    written=text[span.start : span.end],
                    official="",
                    replacement=text[before.start : before.end],
                )
                continue
        yield Change(
            fault=fault,
            span=span,
            edit=edit,
            written=text[edit.start : edit.end],
            official=official_text[meant[0].start : meant[-1].end] if meant and not written else right_words,
            replacement=right_words if inside else None,
        )


def _further_on(written: tuple[Word, ...], behind: tuple[Word, ...]) -> tuple[Word, ...]:
    """The words of a text between its last one quoted and *written*, which are its own further on; none if not."""
    folded = [word.folded for word in written]
    if sum(map(len, folded)) < OWN_LETTERS:
        return ()
    for start in range(1, len(behind) - len(folded) + 1):
        if [word.folded for word in behind[start : start + len(folded)]] == folded:
            return behind[:start]
    return ()


OWN_LETTERS = 5
"""Fewer letters are any text's."""


def _fault(written: tuple[Word, ...], meant: tuple[Word, ...]) -> str:
    changed = {word.folded for word in written} ^ {word.folded for word in meant}
    # Four words on both sides, or two left out: in a longer change an "or" is one word among others.
    small = len(written) + len(meant) <= (4 if written else 2)
    if small and changed & OPERATORS:
        return "operator"
    return "words" if written else "cut"


def _cut_ends(quotation: Wording, passage: Passage) -> Iterator[Change]:
    """A negation cut off at the opening, a proviso cut off at the end."""
    text, official = quotation.text, passage.words
    first, last = quotation.segments[0], quotation.segments[-1]
    low, high = passage.windows[0][0], passage.windows[-1][1]
    begins = text[first[0].start].isupper() and passage.likeness > 0.5
    if begins and low > 0 and official[low - 1].folded in OPERATORS and official[low].folded == first[0].folded:
        opening = official[low - 1]
        if passage.official.text[opening.start].isupper():
            yield Change(
                fault="operator",
                span=Span(first[0].start, first[0].end),
                edit=Span(first[0].start, first[0].end),
                written=text[first[0].start : first[0].end],
                official=passage.official.text[opening.start : official[low].end],
                replacement=passage.official.text[opening.start : official[low].end],
            )
    follows = official[high].folded if high < len(official) else ""
    ended = high > 0 and official[high - 1].folded == last[-1].folded
    if ended and follows in PROVISOS and not _marked_after(text, last[-1].end):
        between = passage.official.text[official[high - 1].end : official[high].start]
        if "." not in between:
            rest = _to_sentence_end(passage.official.text, official[high].start)
            yield Change(
                fault="proviso",
                span=Span(last[max(0, len(last) - 3)].start, last[-1].end),
                edit=Span(last[-1].end, last[-1].end),
                written=text[last[0].start : last[-1].end],
                official=rest,
                replacement=None,
            )


def _marked_after(text: str, offset: int) -> bool:
    """Whether an ellipsis follows the last word."""
    return text[offset : offset + 8].lstrip(" ,;[(").startswith(("...", "…", ". . ."))


def _to_sentence_end(text: str, start: int) -> str:
    end = text.find(". ", start)
    return text[start:] if end == -1 else text[start:end]
