"""Where a sentence and a paragraph begin and end around one place; nothing is read that is far from it."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache
from itertools import pairwise

from refoulement_lint.model import Document, Span

# A dot after one of these ends no sentence, whatever follows. Lower case, without the dot; the languages share one list
# because a draft in one language cites in another.
ABBREVIATIONS = frozenset(
    """
    abs abschn adm aff al anm app appl appls approx apr arr art arts aufl aug avr az beschl bl bs bspw buchst bull
    bzw ca cc cf ch chap cit cl cls co cons corp crim dec dept dip doc docs dok dr ds dz ebd ed eds esp ex exec fam
    feb févr ff fig fol fr gem gen gov govt halbs hist hon hrsg ibid id inc insb int jan janv jr juil juill jul jun
    jur kl kor lit ll lt ltd mar max mio mme mmes mr mrs ms msc mult nb no nos nov nr nrs nto obs oct okt org orz
    par para paras parl pkt pl poz pp pr prep proc prof pvz red ref reg rel rep req res resp rev rn rnr rz rdn rozp
    sec sect sent sep sept seq sess sez sg sig sp spec ss st stat str sub subd subpar subparas suppl tj tit tr tyg
    tys ul unterabs urt ust usw vgl vol vols vs wg wyr zb ziff zob zzgl ст ч п пп см гл т тт стр г гг ул им др пр
    рис табл абз подп
    """.split()
)

# After a single letter ("Mr W.", "N.D.") only one of these begins a new sentence: "v. Spain" and "Iqbal" do not.
OPENERS = frozenset(
    """
    a after all although an and as at because before both but by during each eventually even every finally following for
    from he her here his how however i if in instead it its later many may my neither next nobody no nor none not
    nothing now on once one only our several she since so some soon subsequently such that the their then there these
    they this those though three thus to today two under until upon we what when where which while who why with within
    without you your der die das er sie es ein eine im am nach il elle ils elles le la les un une après w na po gdy
    kiedy он она они в на после когда
    """.split()
)

# "am 3. Oktober", "30. novembra": a small number with a dot before one of these beginnings is a day.
MONTHS = (
    "jan",
    "feb",
    "mär",
    "maer",
    "mar",
    "apr",
    "mai",
    "maj",
    "jun",
    "jul",
    "aug",
    "sep",
    "okt",
    "nov",
    "dez",
    "dec",
)

_LOOK_BACK = 320
"""Most sentences are shorter, so the first look goes only so far."""

_LOOK_BACK_FOR_MARK = 3000
"""So much of a paragraph is read for the mark that opens a quotation."""


@cache
def _ends() -> re.Pattern[str]:
    """
    A full stop, question or exclamation mark with what may follow it, or the end of a block.

    A block ends at a blank line and before a line that begins like a heading, a list entry or a row of a table.
    """
    return re.compile(
        # Every end begins with one of these, and the search for a class of characters is twice as fast as for
        # alternatives.
        r"[.!?\u2026\n](?:"
        # Not inside a row of marks: a hundred thousand dots are one end, looked at once.
        # The French mark stands apart; a reference in brackets behind it belongs to what is quoted.
        r"(?<!\n)(?<![.!?\u2026]{2})(?P<more>[.!?\u2026]*+)[\"'\u201d\u2019\u00bb)\]]*+"
        r"(?P<apart>[ \u00a0\u202f][\u00bb\"](?=\s++[^\s(\[]))?"
        r"(?P<gap>\s++)(?=[\"'\u201c\u201e\u00ab(\[]*(?P<next>\w+))"
        r"|(?<=\n)(?:[ \t]*\n\s*|(?=[ \t]*(?:\#|[-*\u2022\u2013] |\||\([a-z0-9]{1,3}\) |\d{1,3}[.)] )))"
        r")"
    )


def _is_end(text: str, found: re.Match[str]) -> bool:
    """Whether what was found ends a sentence; a dot may belong to an abbreviation, an initial or a number instead."""
    more, opener, apart = found.group("more", "next", "apart")
    dot = found.start()
    if apart is not None and not _closes(text, dot):
        return False
    if more is None or more or text[dot] != ".":
        return True
    if opener[0].islower():
        return False
    start = dot
    while start > 0 and dot - start < 16 and text[start - 1].isalnum():
        start -= 1
    word = text[start:dot].lower()
    if not word:
        return True
    if word.isdigit():
        line = text.rfind("\n", max(0, start - 12), start) + 1
        at_line_start = start == 0 or (line > 0 and not text[line:start].strip(" \t#*>("))
        return not (len(word) <= 3 and at_line_start) and not (len(word) <= 2 and opener.lower().startswith(MONTHS))
    if len(word) == 1:
        return opener.lower() in OPENERS
    return word not in ABBREVIATIONS


def _closes(text: str, end: int) -> bool:
    """Whether the mark that stands apart behind *end* closes what one in the same line opens, not too far before."""
    line = text.rfind("\n", max(0, end - _LOOK_BACK_FOR_MARK), end)
    if line < 0 and end > _LOOK_BACK_FOR_MARK:
        return False
    marks = text.count('"', line + 1, end) + text.count("\u00ab", line + 1, end) - text.count("\u00bb", line + 1, end)
    return marks % 2 == 1


def sentence(text: str, offset: int, limit: int = 1500, within: Span | None = None) -> Span:
    """
    The sentence that *offset* stands in.

    At most *limit* characters are looked at on either side, and never beyond *within* (a block), so the cost does not
    grow with the text. A semicolon ends nothing; a blank line, a heading, an entry of a list and a row of a table do.
    White space before the first and after the last word is left out.
    """
    low, high = (within.start, within.end) if within else (0, len(text))
    floor, ceiling = max(low, offset - limit), min(high, offset + limit)
    ends = _ends()
    start = floor
    # The pattern needs the first letter after the gap, so the look back runs one word over the offset.
    near = max(floor, offset - _LOOK_BACK)
    for begin in (near, floor) if near > floor else (floor,):
        last = None
        for found in ends.finditer(text, begin, min(high, offset + 24)):
            if found.end() > offset:
                break
            if _is_end(text, found):
                last = found.end()
        if last is not None:
            start = last
            break
    end = ceiling
    for found in ends.finditer(text, max(start, offset), ceiling):
        if found.end() > offset and _is_end(text, found):
            gap = found.start("gap") if found["gap"] is not None else found.start()
            if gap > offset:
                end = gap
                break
    while start < min(end, offset) and text[start].isspace():
        start += 1
    while end > max(start, offset) and text[end - 1].isspace():
        end -= 1
    return Span(start, max(start, end))


def sentence_starts(text: str, breaks: Iterable[int] = (), limit: int = 1500) -> list[int]:
    """
    Where every sentence of *text* begins, from 0, in order; one begins at each of *breaks*, and none is longer than
    about *limit*.

    One pass over the text, for a reader that asks about many places.
    """
    starts = {0, *breaks}
    starts.update(found.end() for found in _ends().finditer(text) if _is_end(text, found))
    ordered = sorted(starts)
    if not any(after - before > limit for before, after in pairwise([*ordered, len(text)])):
        return ordered
    pieces: list[int] = []
    for start, end in pairwise([*ordered, len(text)]):
        pieces.append(start)
        while end - start > limit:
            # A text without full stops is cut at a space, so that no look at one place costs more than the others.
            space = text.find(" ", start + limit, min(end, start + 2 * limit))
            start = space + 1 if space >= 0 else start + limit
            if start >= end:
                break
            pieces.append(start)
    return pieces


def paragraph(document: Document, offset: int) -> Span:
    """
    The block that *offset* stands in; between blocks the one before; without blocks what lies between blank lines.

    """
    index = document.begun_by(offset)
    if index:
        return document.blocks[index - 1].span
    text = document.text
    start = text.rfind("\n\n", 0, offset)
    end = text.find("\n\n", offset)
    return Span(start + 2 if start >= 0 else 0, end if end >= 0 else len(text))


def has_note(text: str, sentence: Span) -> bool:
    """
    Whether a note belongs to the sentence: "[^3]", raised digits, or digits in square brackets behind it ("… [12]").
    """
    if text.find("[^", sentence.start, sentence.end) >= 0:
        return True
    tail = text[max(sentence.start, sentence.end - 8) : min(len(text), sentence.end + 5)].rstrip()
    return any(mark in tail for mark in "¹²³⁴⁵⁶⁷⁸⁹⁰") or (
        tail.endswith("]") and any(letter.isdigit() for letter in tail)
    )
