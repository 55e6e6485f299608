"""Plain text: bytes to characters, characters to the reading, and the way back to the source."""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_right
from typing import TYPE_CHECKING

from refoulement_lint.formats import structure
from refoulement_lint.formats.encodings import decode
from refoulement_lint.formats.limits import Limits
from refoulement_lint.model import Document, DocumentError, Problem, Span

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from refoulement_lint.formats.structure import Structure

__all__ = ["EXTENSIONS", "decode", "even", "mover", "normalise", "read", "to_source", "to_source_span"]

EXTENSIONS = (".txt", ".text")

Cut = tuple[int, int, str]
"""Start and end in the source, and what the reading has instead (mostly nothing)."""
Shifts = tuple[tuple[int, int], ...]

# One character for one character, so that nothing moves.
_EVEN = {
    **dict.fromkeys(
        "\t\x00\xa0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f\u3000", " "
    ),
    **dict.fromkeys("\x0b\x0c\x85\u2028\u2029", "\n"),
    **dict.fromkeys("\u2010\u2011", "-"),
    **dict.fromkeys("\u2018\u2019\u201a\u201b\u2039\u203a\u02bc\u00b4", "'"),
    **dict.fromkeys("\u201c\u201d\u201e\u201f\xab\xbb", '"'),
    # Canonical singletons: a sign that NFC writes as another letter.
    "\u212b": "\xc5",
    "\u2126": "\u03a9",
    "\u212a": "K",
}
_EVEN_ASCII = "\t\x00\x0b\x0c"
_EVEN_LATIN_1 = "\xa0\x85\xab\xbb"

# What no reader sees: soft hyphen, zero-width space, joiners, word joiner, byte order mark inside, direction marks.
_TURNING = "\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"
_ZERO_WIDTH = "\u200b\u2060\ufeff"
_INVISIBLE = f"\xad\u061c\u200c\u200d\u200e\u200f\u2061\u2062\u2063\u2064\ufe0e\ufe0f{_ZERO_WIDTH}{_TURNING}"
# Marks that compose in Latin, Greek, Cyrillic, Arabic and Kana; nothing here reads other scripts that have some.
_MARKS = "\u0300-\u036f\u0653-\u0655\u3099\u309a"
# How they begin in UTF-8: searching bytes is many times as fast as searching for a class of characters.
_MARK_BYTES = (b"\xcc", b"\xcd", b"\xd9\x93", b"\xd9\x94", b"\xd9\x95", b"\xe3\x82\x99", b"\xe3\x82\x9a")
_LOOK_ALIKE_BYTES = (b"\xce", b"\xcf", b"\xd0", b"\xd1")


_PIECE = 500_000
# As in Unicode's Stream-Safe form: sorting a run of 100,000 marks takes the library minutes.
_MOST_MARKS = 30


def read(raw: bytes, path: str, *, encoding: str | None, limits: Limits) -> Document:
    """
    A text file: paragraphs, headings, indented quotations; asterisks and backslashes of pasted Markdown left out.

    Raises:
        DocumentError: The bytes are no text, or no encoding can be told.
    """
    source, encoding, problems = decode(raw, encoding)
    return compose(path, "text", source, structure.of_text, encoding=encoding, problems=problems, limits=limits)


def compose(
    path: str,
    name: str,
    source: str,
    find_structure: structure.Finder,
    *,
    encoding: str = "utf-8",
    problems: Iterable[Problem] = (),
    limits: Limits,
) -> Document:
    """The document of a decoded *source*, whose structure *find_structure* finds in the evened text."""
    evened = even(source)
    found: Structure = find_structure(evened)
    folded, look_alikes = _without_look_alikes(evened)
    text, shifts = _cut(folded, found.masks, found.cuts, limits)
    move = mover(shifts)
    found_problems = [Problem(kind, says, move(start, end)) for kind, says, start, end in found.problems]
    seen = [*problems, *found_problems, *_invisible_problems(source, move), *_look_alike_problems(look_alikes, move)]
    return Document(
        path=path,
        format=name,
        source=source,
        text=text,
        shifts=shifts,
        blocks=structure.blocks(found, text, move),
        emphasis=tuple(move(start, end) for start, end in found.emphasis),
        problems=tuple(Problem(each.kind, _sentence(each.says), each.span) for each in seen),
        encoding=encoding,
        options=found.options,
    )


def _sentence(says: str) -> str:
    return f"{says[:1].upper()}{says[1:].removesuffix('.')}."


def even(source: str) -> str:
    """
    The source with a plain character for each odd one: space, hyphen, quotation mark, line end; no offset moves.

    ``\\r\\n`` becomes space and newline, a lone ``\\r`` (old Macintosh) a newline.
    """
    text = source
    if not text.isascii():
        try:
            text.encode("utf-8")
        except UnicodeEncodeError:  # a string of the caller's own; no file decodes to half a character
            text = re.sub(r"[\ud800-\udfff]", "\ufffd", text)
    if "\r" in text:
        text = text.replace("\r\n", " \n").replace("\r", "\n")
    odd = [character for character in (_EVEN_ASCII if text.isascii() else _EVEN) if character in text]
    # Piece by piece, so that there is never more than one copy of a long text.
    return "".join(_evened(text[start : start + _PIECE], odd) for start in range(0, len(text), _PIECE)) if odd else text


def _evened(piece: str, odd: Iterable[str]) -> str:
    for character in odd:
        piece = piece.replace(character, _EVEN[character])
    return piece


def normalise(
    source: str, *, masks: Sequence[Span] = (), drops: Sequence[Span] = (), limits: Limits | None = None
) -> tuple[str, Shifts]:
    """
    The reading of *source* and the map back, as ``model.Document`` has them.

    Args:
        source: A decoded text.
        masks: Pieces of the source to blank: every character but a newline becomes a space.
        drops: Pieces of the source to leave out.

    Returns:
        The text, and the pairs (offset in it, offset in the source); no pairs where nothing moved.
    """
    cuts = [(span.start, span.end, "") for span in drops]
    return _cut(even(source), [(span.start, span.end) for span in masks], cuts, limits or Limits())


def _cut(evened: str, masks: Iterable[tuple[int, int]], cuts: Iterable[Cut], limits: Limits) -> tuple[str, Shifts]:
    for_blanks = sorted(masks)
    text = _blanked(evened, for_blanks) if for_blanks else evened
    wanted = sorted([*cuts, *_unicode_cuts(text)])
    shifts: list[tuple[int, int]] = []
    _refuse_many(wanted, limits)
    if wanted:
        text, shifts = _without(text, wanted)
    if "  " in text:
        # Of a run of spaces the first one stays, so that words of a name stand one space apart however it was set.
        runs = [(found.start() + 1, found.end(), "") for found in re.finditer("  +", text)]
        _refuse_many(runs, limits)
        before = tuple(shifts)
        text, moves = _without(text, runs)
        shifts = _chained(moves, before, runs)
    return text, tuple(shifts)


def _refuse_many(cuts: Sequence[Cut], limits: Limits) -> None:
    if len(cuts) > limits.left_out:
        raise DocumentError(
            f"it has more than {limits.left_out:,} invisible characters, marks or runs of spaces; no brief "
            "is written so. Copy its text into a new file."
        )


def _without(text: str, cuts: Sequence[Cut]) -> tuple[str, list[tuple[int, int]]]:
    """*text* with the sorted *cuts* made, and the pairs (offset in the result, offset in *text*)."""
    pieces: list[str] = []
    shifts: list[tuple[int, int]] = []
    here, length = 0, 0
    for start, end, instead in cuts:
        if start < here:  # two cuts over the same characters: the first one has taken them
            continue
        pieces.append(text[here:start])
        length += start - here
        if instead:
            pieces.append(instead)
            length += len(instead)
        if shifts and shifts[-1][0] == length:
            shifts.pop()
        shifts.append((length, end))
        here = end
    pieces.append(text[here:])
    return "".join(pieces), shifts


def _chained(moves: Sequence[tuple[int, int]], before: Shifts, runs: Sequence[Cut]) -> list[tuple[int, int]]:
    """The shifts of two steps as one: *before* from the source to a text, *moves* by making *runs* out of that text."""
    if not before:
        return list(moves)
    chained: dict[int, int] = {}
    # Where the first step jumped, carried over the second; where the second did, carried back over the first.
    forth = mover(tuple(moves))
    for offset, source in before:
        chained[forth(offset, offset).start] = source
    for offset, between in moves:
        chained[offset] = _back(before, between)
    return sorted(chained.items())


def _blanked(text: str, masks: Sequence[tuple[int, int]]) -> str:
    pieces: list[str] = []
    here = 0
    for start, end in masks:
        if end <= here:
            continue
        start = max(start, here)
        pieces.append(text[here:start])
        hidden = text[start:end]
        pieces.append(
            "\n".join(" " * len(line) for line in hidden.split("\n")) if "\n" in hidden else " " * len(hidden)
        )
        here = end
    pieces.append(text[here:])
    return "".join(pieces)


def _unicode_cuts(text: str) -> list[Cut]:
    """Where the reading leaves out an invisible character or composes a letter with its marks."""
    if text.isascii():
        return []
    cuts: list[Cut] = []
    if present := "".join(character for character in _INVISIBLE if character in text):
        cuts += [(found.start(), found.end(), "") for found in re.finditer(f"[{present}][{present}]*", text)]
    encoded = text.encode("utf-8")
    if not any(lead in encoded for lead in _MARK_BYTES):
        return cuts
    for marks in re.finditer(f"[{_MARKS}][{_MARKS}]*", text):
        start, end = marks.start() - 1, marks.end()
        if start < 0 or text[start] == "\n" or end - start > _MOST_MARKS + 1:
            continue
        written = text[start:end]
        composed = unicodedata.normalize("NFC", written)
        if composed != written:
            kept = 0  # marks at the end that found nothing to compose with
            while kept + 1 < len(composed) and composed[-1 - kept] == written[-1 - kept]:
                kept += 1
            cuts.append((start, end - kept, composed[: len(composed) - kept]))
    return cuts


# --- there and back ---------------------------------------------------------------------------------------------------


def to_source(document: Document, offset: int) -> int:
    """The offset in ``document.source`` of the character at *offset* of the reading."""
    return _back(document.shifts, offset)


def to_source_span(document: Document, span: Span) -> Span:
    """
    The piece of the source that *span* of the reading was read from.

    Marks and invisible characters inside belong to it, those before its first and after its last character do not.
    """
    shifts = document.shifts
    if not shifts:
        return span
    start = _back(shifts, span.start)
    if span.start == span.end:
        return Span(start, start)
    last = _back(shifts, span.end - 1)
    written, read_as = document.source[last : last + 1], document.text[span.end - 1]
    end = last + 1
    if written != read_as and _EVEN.get(written, "\n" if written == "\r" else written) != read_as:
        # One character of the reading stands for several of the source: an entity or tag, or a letter with its marks.
        ceiling = max(end, _back(shifts, span.end))
        closing = document.source.find({"&": ";", "<": ">"}.get(written, "\n"), last, ceiling)
        if closing >= 0:
            end = closing + 1
        while end < ceiling and unicodedata.combining(document.source[end]):
            end += 1
    return Span(start, end)


_BEYOND = 1 << 62
"""Behind any offset, so that a pair with it comes behind all pairs with the same first offset."""


def _back(shifts: Shifts, offset: int) -> int:
    index = bisect_right(shifts, (offset, _BEYOND)) - 1
    if index < 0:
        return offset
    reading, source = shifts[index]
    return source + offset - reading


def mover(shifts: Shifts) -> Callable[[int, int], Span]:
    """What carries a start and an end in the source over to a span of the reading."""
    if not shifts:
        return Span
    sources = [-1, *(source for _, source in shifts)]
    # How far to go back from an offset in the source, and at most to where: a character left out stands where the next
    # one kept stands.
    back = [0, *(source - reading for reading, source in shifts)]
    most = [*(reading for reading, _ in shifts), 1 << 62]

    def move(start: int, end: int) -> Span:
        index = bisect_right(sources, start) - 1
        begin = start - back[index]
        begin = min(begin, most[index])
        if index + 1 < len(sources) and end >= sources[index + 1]:
            index = bisect_right(sources, end, index + 1) - 1
        stop = end - back[index]
        return Span(begin, min(stop, most[index]))

    return move


# --- what a reader cannot see but must know --------------------------------------------------------------------------

# Letters of other scripts that print like Latin ones.
_LOOK_ALIKES = {
    **dict(zip("АВЕЅІЈКМНОРСТХаеѕіјорсух", "ABESIJKMHOPCTXaesijopcyx", strict=True)),
    **dict(zip("ΑΒΕΖΗΙΚΜΝΟΡΤΥΧο", "ABEZHIKMNOPTYXo", strict=True)),
}


def _without_look_alikes(evened: str) -> tuple[str, list[tuple[int, int]]]:
    """The text with Cyrillic and Greek look-alikes as Latin letters in otherwise Latin words, and those words."""
    encoded = b"" if evened.isascii() else evened.encode("utf-8")
    if not any(lead in encoded for lead in _LOOK_ALIKE_BYTES):
        return evened, []
    alike = "".join(_LOOK_ALIKES)
    words: list[tuple[int, int]] = []
    pieces: list[str] = []
    here = 0
    for found in re.finditer(f"[{alike}](?:(?<=[A-Za-z].)|(?=[A-Za-z]))", evened):
        if found.start() < here:
            continue
        # The word around it, 60 characters at most to either side.
        before = re.search(r"[^\W\d_]*\Z", evened[max(here, found.start() - 60) : found.start()])
        after = re.match(r"[^\W\d_]{0,60}", evened[found.start() : found.start() + 60])
        start = found.start() - len(before[0] if before else "")
        end = found.start() + len(after[0] if after else "")
        word = evened[start:end]
        if all(letter in _LOOK_ALIKES or letter < "\u0250" for letter in word):
            pieces += evened[here:start], "".join(_LOOK_ALIKES.get(letter, letter) for letter in word)
            words.append((start, end))
            here = end
    return ("".join([*pieces, evened[here:]]), words) if words else (evened, [])


def _look_alike_problems(words: Sequence[tuple[int, int]], move: Callable[[int, int], Span]) -> list[Problem]:
    if not words:
        return []
    says = f"{len(words)} words mix Latin letters with letters of another alphabet that look the same"
    if len(words) == 1:
        says = "one word mixes Latin letters with letters of another alphabet that look the same"
    return [Problem("look-alike-letters", says, move(*words[0]))]


def _invisible_problems(source: str, move: Callable[[int, int], Span]) -> list[Problem]:
    """Direction overrides, and zero-width characters inside a word or number: they can hide what is written."""
    problems: list[Problem] = []
    if source.isascii():
        return problems
    if any(character in source for character in _TURNING):
        turned = re.search(f"[{_TURNING}]", source)
        if turned:
            says = f"the invisible control character U+{ord(turned[0]):04X} turns the direction of the text"
            problems.append(Problem("bidi-control", says, move(*turned.span())))
    if any(character in source for character in _ZERO_WIDTH):
        hidden = re.search(f"(?<=\\w)[{_ZERO_WIDTH}]+(?=\\w)", source)
        if hidden:
            says = f"the invisible character U+{ord(hidden[0][0]):04X} stands inside a word or number"
            problems.append(Problem("zero-width", says, move(*hidden.span())))
    return problems
