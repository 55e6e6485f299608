"""
Text between tags: what HTML and XML have in common.

The text is read where it stands, so that every place of the reading leads back to a place in the file. No parser builds
a tree of it: nothing is fetched, no entity is expanded, and the time grows with the length alone.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import lru_cache
from typing import NamedTuple

from attrs import Factory, define

from refoulement_lint.formats.encodings import decode
from refoulement_lint.formats.limits import Limits
from refoulement_lint.formats.structure import Piece, Structure
from refoulement_lint.formats.text import even
from refoulement_lint.model import DocumentError, Problem

# XML deeper than this was made to be deep; libxml2 stops there too.
_DEEPEST = 256


class Elements(NamedTuple):
    """
    What the elements of a language mean, by their names in lower case.

    *inline* stand within a paragraph, and every other one begins and ends one (or, where *others_inline*, only those in
    *blocks*). *skipped* are not shown. *glued* hold the number of the paragraph that follows. *notes* stand in the
    middle of a sentence. *sections* are what headings are counted by.
    """

    strict: bool
    headings: Mapping[str, int]
    skipped: frozenset[str]
    quotations: frozenset[str]
    cells: frozenset[str]
    italic: frozenset[str]
    breaks: frozenset[str]
    inline: frozenset[str] = frozenset()
    blocks: frozenset[str] = frozenset()
    others_inline: bool = False
    void: frozenset[str] = frozenset()
    raw: frozenset[str] = frozenset()
    glued: frozenset[str] = frozenset()
    notes: frozenset[str] = frozenset()
    sections: frozenset[str] = frozenset()


@lru_cache(maxsize=1)
def _patterns() -> dict[str, re.Pattern[str]]:
    return {
        "open": re.compile(r"<(?:!--|!\[CDATA\[|![A-Za-z]|\?|/?(?=[A-Za-z_:]))"),
        "name": re.compile(r"[^\s/<>\"'=]+"),
        "quoted": re.compile(r"(?:[^>\"']++|\"[^\"]*+\"|'[^']*+')*+>"),
        "entity": re.compile(r"&(?:#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z]\w{1,31});"),
        "space": re.compile(r"\s*\n\s*"),
        "start": re.compile(r"\b(?:start|value)\s*=\s*[\"']?(\d{1,6})"),
        "hidden": re.compile(r"\shidden(?:[\s=>/]|$)|display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE),
        "lettered": re.compile(r"\btype\s*=\s*[\"']?[aAiI]\b"),
        "encoding": re.compile(r"<\?xml[^<>]{0,200}?encoding\s*=\s*[\"']([\w.:-]{1,40})"),
        "charset": re.compile(r"<meta[^<>]{0,200}?charset\s*=\s*[\"']?([\w.:-]{1,40})", re.IGNORECASE),
    }


def decoded(raw: bytes, encoding: str | None) -> tuple[str, str, tuple[Problem, ...]]:
    """As ``encodings.decode``; what is neither marked nor UTF-8 is read as it says itself that it is written."""
    if encoding is None:
        try:
            raw.decode("utf-8")
        except UnicodeDecodeError:
            head = raw[:2048].decode("latin-1")
            said = _patterns()["encoding"].search(head) or _patterns()["charset"].search(head)
            if said is not None and not raw.startswith((b"\xff\xfe", b"\xfe\xff")):
                try:
                    return decode(raw, said[1])
                except DocumentError:
                    pass  # it says something wrong: found out like any other
    return decode(raw, encoding)


@define(eq=False, repr=False)
class _Reading:
    """What is known at one place while the text is passed, and what was found before it."""

    text: str
    elements: Elements
    limits: Limits
    found: Structure = Factory(Structure)
    begin: int = -1
    """Where the text of the paragraph begins; -1: none has come yet."""
    last: int = 0
    kind: str = "body"
    level: int = 0
    """Kind and heading level at the last text of the paragraph."""
    number: str = ""
    glue: bool = False
    heading: int = 0
    quotations: int = 0
    cell: bool = False
    sections: int = 0
    italics: list[int] = Factory(list)
    lists: list[int | None] = Factory(list)
    """The next number of each list that is open; ``None`` for one without numbers."""
    names: list[str] = Factory(list)
    nodes: int = 0
    notes: int = 0
    hidden: tuple[int, int] | None = None

    # --- text --------------------------------------------------------------------------------------------------------

    def words(self, start: int, end: int) -> None:
        """The text between two tags."""
        if start >= end:
            return
        piece = self.text[start:end]
        if piece.isspace():
            self.cut(start, end, " ")
            return
        if self.begin < 0:
            self.begin = start + len(piece) - len(piece.lstrip())
        self.last = end
        self.glue = False
        self.kind = "heading" if self.heading else "quotation" if self.quotations else "cell" if self.cell else "body"
        self.level = self.heading
        if "\n" in piece:
            for space in _patterns()["space"].finditer(self.text, start, end):
                self.cut(*space.span(), " ")
        if "&" in piece:
            self._entities(start, end)

    def _entities(self, start: int, end: int) -> None:
        from html import unescape  # a table of 2,000 names: only where one is used

        for entity in _patterns()["entity"].finditer(self.text, start, end):
            named = entity[0][1:-1]
            if self.elements.strict and named[0] != "#" and named not in ("amp", "lt", "gt", "quot", "apos"):
                continue
            character = unescape(entity[0])
            if character != entity[0] and (character.isprintable() or character.isspace() or character == "\xad"):
                self.cut(*entity.span(), "" if character == "\xad" else even(character))

    def cut(self, start: int, end: int, instead: str) -> None:
        """Leaves a piece out of the reading; neighbours become one, so that a page of tags is one cut."""
        cuts = self.found.cuts
        if cuts and cuts[-1][1] == start and cuts[-1][2] in ("", " ", "\n") and instead in ("", " ", "\n"):
            before = cuts.pop()
            start, instead = before[0], max(before[2], instead, key=("", " ", "\n").index)
        cuts.append((start, end, instead))

    # --- paragraphs --------------------------------------------------------------------------------------------------

    def boundary(self, start: int, end: int) -> None:
        """
        A tag that ends a paragraph and begins another, unless that paragraph has only its number so far, or it is a
        note's within one.
        """
        if self.glue or self.notes:
            self.cut(start, end, " ")
            return
        self.flush()
        self.cut(start, end, "\n")

    def flush(self) -> None:
        """The paragraph up to here."""
        if self.begin >= 0:
            self.found.pieces.append(
                Piece(self.begin, self.last, self.kind, level=self.level, number=self.number if self.level == 0 else "")
            )
            self.number = ""
        self.begin = -1

    # --- tags --------------------------------------------------------------------------------------------------------

    def opened(self, name: str, start: int, end: int) -> None:
        """An opening tag, whose element is read."""
        elements = self.elements
        tag = self.text[start:end]
        if self.hidden is None and not elements.strict and _patterns()["hidden"].search(tag):
            self.hidden = (start, end)
        if name in elements.italic:
            self.italics.append(end)
        if name in elements.breaks:
            self.cut(start, end, "\n")
        elif name in elements.notes:
            self.notes += 1
            self.cut(start, end, " (")
        elif self.is_inline(name):
            self.cut(start, end, "")
        else:
            self.boundary(start, end)
            self._enter(name, tag)

    def _enter(self, name: str, tag: str) -> None:
        elements = self.elements
        self.heading = 0
        if name in elements.headings:
            self.heading = min(9, elements.headings[name] + self.sections)
        elif name in elements.sections:
            self.sections += 1
        elif name in elements.quotations:
            self.quotations += 1
        elif name in elements.cells:
            self.cell = True
        elif name in ("ol", "ul"):
            said = _patterns()["start"].search(tag)
            counted = name == "ol" and not self.lists and not _patterns()["lettered"].search(tag)
            self.lists.append((int(said[1]) if said else 1) if counted else None)
        elif name == "li" and self.lists and self.lists[-1] is not None:
            said = _patterns()["start"].search(tag)
            count = int(said[1]) if said else self.lists[-1]
            self.number, self.lists[-1] = str(count), count + 1

    def closed(self, name: str, start: int, end: int) -> None:
        """A closing tag."""
        elements = self.elements
        if name in elements.italic and self.italics:
            self.found.emphasis.append((self.italics.pop(), start))
        if name in elements.notes:
            self.notes = max(0, self.notes - 1)
            self.cut(start, end, ") ")
        elif name in elements.glued and self.begin >= 0:
            self.glue = True
            self.cut(start, end, " ")
        elif name in elements.breaks or self.is_inline(name):
            self.cut(start, end, "")
        else:
            self.boundary(start, end)
            if name in elements.headings:
                self.heading = 0
            elif name in elements.sections:
                self.sections = max(0, self.sections - 1)
            elif name in elements.quotations:
                self.quotations = max(0, self.quotations - 1)
            elif name in elements.cells or name in ("tr", "table"):
                self.cell = False
            elif name in ("ol", "ul") and self.lists:
                self.lists.pop()

    def is_inline(self, name: str) -> bool:
        """Whether the element stands within a paragraph."""
        elements = self.elements
        return name not in elements.blocks if elements.others_inline else name in (elements.inline | elements.glued)

    # --- what a stranger's file may do -------------------------------------------------------------------------------

    def tag_end(self, start: int) -> int:
        """One past the ``>`` of the tag at *start*."""
        ceiling = self.limits.tag_characters
        end = self.text.find(">", start, start + ceiling)
        if end >= 0 and ('"' in self.text[start:end] or "'" in self.text[start:end]):
            quoted = _patterns()["quoted"].match(self.text, start, start + ceiling)
            # An apostrophe in a browser's tag soup opens nothing that ever closes.
            end = quoted.end() - 1 if quoted else -1 if self.elements.strict else end
        if end < 0:
            if len(self.text) - start < ceiling:
                raise DocumentError("it is truncated or damaged: its last tag has no end.")
            raise DocumentError(f"it has a tag of more than {ceiling:,} characters (attributes).")
        return end + 1

    def never_closed(self, what: str, start: int, end: int) -> None:
        """What opens at *start* and has no end: a browser shows nothing behind it, and nothing behind it is read."""
        if self.text[end:].strip():
            says = f"the {what} is never closed, so that nothing behind its beginning was read"
            self.found.problems.append(("not-read", says, start, end))

    def count(self) -> None:
        """One more tag."""
        self.nodes += 1
        if self.nodes > 2 * self.limits.nodes:
            raise DocumentError(f"it has more than {self.limits.nodes:,} elements (--max-nodes).")


def structure_of(text: str, elements: Elements, limits: Limits) -> Structure:
    """
    The structure of an evened text with tags.

    Raises:
        DocumentError: It breaks a ceiling, declares entities, or, where *elements* are strict, is not well-formed.
    """
    reading = _Reading(text, elements, limits)
    at = 0
    while True:
        tag = _patterns()["open"].search(text, at)
        if tag is None:
            break
        reading.words(at, tag.start())
        at = _one(reading, tag)
    reading.words(at, len(text))
    if elements.strict and (reading.names or not reading.nodes):
        raise DocumentError("it is truncated or damaged (no well-formed XML).")
    reading.flush()
    reading.found.emphasis.sort()
    if reading.hidden is not None:
        says = "text is marked to be hidden; it was checked like the rest"
        reading.found.problems.append(("hidden-text", says, *reading.hidden))
    return reading.found


_CDATA_END = "]]>"


def _one(reading: _Reading, tag: re.Match[str]) -> int:
    """Deals with what opens at *tag* and says where it ends."""
    text, start = reading.text, tag.start()
    reading.count()
    if tag[0] == "<!--":
        return _left_out(reading, start, "-->")
    if tag[0] == "<![CDATA[":
        end = _end_of(reading, start, _CDATA_END)
        closing = end - len(_CDATA_END) if text.startswith(_CDATA_END, end - len(_CDATA_END)) else end
        reading.cut(start, tag.end(), "")
        reading.words(tag.end(), closing)
        reading.cut(closing, end, "")
        return end
    if tag[0] == "<?":
        return _left_out(reading, start, "?>" if reading.elements.strict else ">")
    if tag[0].startswith("<!"):
        return _document_type(reading, start)
    end = reading.tag_end(start)
    closing = tag[0] == "</"
    written = _patterns()["name"].match(text, tag.end(), end)
    if written is None:
        reading.cut(start, end, "")
        return end
    name = written[0].rpartition(":")[2].lower()
    empty = text[end - 2] == "/" and (reading.elements.strict or name in reading.elements.void)
    empty = empty or name in reading.elements.void
    if reading.elements.strict and not empty:
        _nest(reading, written[0], closing)
    if closing:
        reading.closed(name, start, end)
        return end
    if name in reading.elements.skipped and not empty:
        return _skipped(reading, start, end, written[0])
    reading.opened(name, start, end)
    if empty and name not in reading.elements.breaks and name not in reading.elements.void:
        reading.closed(name, end, end)
    return end


def _nest(reading: _Reading, name: str, closing: bool) -> None:
    if closing:
        if not reading.names or reading.names.pop() != name:
            raise DocumentError("it is truncated or damaged (no well-formed XML).")
        return
    reading.names.append(name)
    if len(reading.names) > _DEEPEST:
        raise DocumentError(f"it nests elements more than {_DEEPEST} deep.")


def _skipped(reading: _Reading, start: int, end: int, name: str) -> int:
    """An element that is not shown, with all that is in it."""
    text, elements = reading.text, reading.elements
    depth, at = 1, end
    edge = re.compile(rf"<(/?){re.escape(name)}(?=[\s/>])", 0 if elements.strict else re.IGNORECASE)
    while depth:
        found = edge.search(text, at)
        if found is None:
            if elements.strict:
                raise DocumentError("it is truncated or damaged (no well-formed XML).")
            reading.never_closed(f"element <{name}>", start, end)
            at = len(text)
            break
        reading.count()
        at = reading.tag_end(found.start())
        if found[1]:
            depth -= 1
        elif text[at - 2] != "/" and name.lower() not in elements.raw:
            depth += 1
    if elements.strict:
        reading.names.pop()
    reading.flush()
    reading.cut(start, at, "\n")
    return at


def _left_out(reading: _Reading, start: int, close: str) -> int:
    end = _end_of(reading, start, close)
    reading.cut(start, end, "")
    return end


def _end_of(reading: _Reading, start: int, close: str) -> int:
    end = reading.text.find(close, start)
    if end >= 0:
        return end + len(close)
    if reading.elements.strict:
        raise DocumentError("it is truncated or damaged (no well-formed XML).")
    if close != _CDATA_END:  # whose words are read all the same
        reading.never_closed("comment", start, min(start + 4, len(reading.text)))
    return len(reading.text)


def _document_type(reading: _Reading, start: int) -> int:
    """Passed over; one that declares entities is refused, since what the text says would hang on them."""
    text = reading.text
    end = text.find(">", start)
    inside = text.find("[", start)
    if 0 <= inside < end:
        end = text.find("]", inside)
        end = text.find(">", end) if end >= 0 else -1
    if end < 0:
        raise DocumentError("it is truncated or damaged: its document type has no end.")
    if "<!ENTITY" in text[start:end].upper():
        raise DocumentError("it declares entities of its own, which could make it mean anything; it was not read.")
    if reading.elements.strict and text[start : start + 9].upper() == "<!DOCTYPE":
        says = "the file names a document type; it was not looked up, and no entity of it was read"
        reading.found.problems.append(("not-read", says, start, end + 1))
    reading.cut(start, end + 1, "")
    return end + 1
