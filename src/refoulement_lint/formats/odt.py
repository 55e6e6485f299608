"""OpenDocument texts: the words that a reader sees with all changes accepted, notes after the body."""

from __future__ import annotations

from typing import TYPE_CHECKING

from attrs import Factory, define

from refoulement_lint.formats import ooxml
from refoulement_lint.formats.places import Places
from refoulement_lint.formats.structure import Piece, Structure, heading_level, with_authorities
from refoulement_lint.formats.text import compose
from refoulement_lint.model import Document, DocumentError, Problem

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml.etree import _Element

    from refoulement_lint.formats.limits import Limits

EXTENSIONS = (".odt", ".ott")

_OFFICE = "urn:oasis:names:tc:opendocument:xmlns:office:1.0"
_TEXT = "{urn:oasis:names:tc:opendocument:xmlns:text:1.0}"
_TABLE = "{urn:oasis:names:tc:opendocument:xmlns:table:1.0}"
_DRAW = "{urn:oasis:names:tc:opendocument:xmlns:drawing:1.0}"
_STYLE = "{urn:oasis:names:tc:opendocument:xmlns:style:1.0}"
_FO = "{urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0}"
_LINK = "{http://www.w3.org/1999/xlink}href"
_QUOTING = ("quot", "zitat", "cytat", "citat")
_LONGEST_HEADING = 160
# Words that a reader does not see where they stand, or not at all.
_LEFT_OUT = frozenset(
    [
        f"{{{_OFFICE}}}annotation", f"{{{_OFFICE}}}forms", f"{_TEXT}tracked-changes", f"{_TEXT}note-citation",
        f"{_TEXT}table-of-content", f"{_TEXT}alphabetical-index", f"{_TEXT}bibliography", f"{_TEXT}illustration-index",
        f"{_TEXT}ruby-text", f"{_TEXT}sequence-decls", f"{_TEXT}variable-decls", f"{_TEXT}user-field-decls",
    ]
)  # fmt: skip


@define(eq=False, repr=False)
class _Paragraph:
    """A paragraph while it is read; *mark* is of a note the paragraph and the offset where its mark stands."""

    kind: str
    place: str = ""
    level: int = 0
    number: str = ""
    mark: tuple[_Paragraph, int] | None = None
    start: int = 0
    words: list[str] = Factory(list)
    length: int = 0
    italics: list[tuple[int, int]] = Factory(list)

    def add(self, words: str, italic: bool = False) -> None:
        if italic and words:
            self.italics.append((self.length, self.length + len(words)))
        self.words.append(words)
        self.length += len(words)


@define(eq=False, repr=False)
class _Reader:
    """What is gathered on one walk through the body."""

    names: dict[str, str]
    """Style → its name for people and those of the styles that it is based on."""
    italic: frozenset[str]
    hidden: frozenset[str]
    numbered: frozenset[str]
    """List styles whose outermost level prints plain numbers."""
    paragraphs: list[_Paragraph] = Factory(list)
    notes: list[tuple[str, _Element, _Paragraph, int]] = Factory(list)
    tables: int = 0
    rows: int = 0
    counts: dict[str, int] = Factory(dict)
    hides: bool = False
    outside: bool = False
    objects: int = 0


def read(raw: bytes, path: str, *, encoding: str | None, limits: Limits) -> Document:
    """
    An OpenDocument text; *encoding* is not asked for.

    ``Document.source`` has a line for each paragraph of the body, then the notes in the order of their marks. What was
    deleted with changes recorded does not count, and neither do comments, indexes, headers and automatic numbers.

    Raises:
        DocumentError: It is encrypted, truncated, hostile, or no OpenDocument text.
    """
    package = ooxml.Package(raw, limits, "OpenDocument")
    if b"encryption-data" in (package.member("META-INF/manifest.xml") or b""):
        raise DocumentError("it is encrypted with a password; save it without one.")
    root = package.part("content.xml")
    body = None if root is None else root.find(f".//{{{_OFFICE}}}text")
    if root is None or body is None:
        raise DocumentError("it is a package without an OpenDocument text in it.")
    reader = _reader(root, package.part("styles.xml"))
    _walk(body, reader, "body", "")
    found = Structure()
    source = _joined(reader, found)
    problems = list(_problems(package, reader))

    def structure(evened: str) -> Structure:
        found.pieces = with_authorities(evened, found.pieces)
        return found

    return compose(path, "odt", source, structure, problems=problems, limits=limits)


def _reader(*parts: _Element | None) -> _Reader:
    """What the styles of the document say, those of its own first."""
    told: dict[str, tuple[str, str]] = {}
    italic, hidden, numbered = set(), set(), set()
    for part in parts:
        for style in () if part is None else part.iter(f"{_STYLE}style"):
            name = style.get(f"{_STYLE}name", "")
            told.setdefault(
                name, (style.get(f"{_STYLE}display-name", name), style.get(f"{_STYLE}parent-style-name", ""))
            )
            for properties in style.iter(f"{_STYLE}text-properties"):
                if properties.get(f"{_FO}font-style") in ("italic", "oblique"):
                    italic.add(name)
                if properties.get(f"{_TEXT}display") == "none":
                    hidden.add(name)
        for listed in () if part is None else part.iter(f"{_TEXT}list-style"):
            first = listed.find(f"{_TEXT}list-level-style-number[@{_TEXT}level='1']")
            if first is not None and first.get(f"{_STYLE}num-format") == "1":
                numbered.add(listed.get(f"{_STYLE}name", ""))
    names = {}
    for name in told:
        chain: list[str] = []
        above = name
        while above in told and len(chain) < 16:
            chain.append(told[above][0].lower())
            above = told[above][1]
        names[name] = " ".join(chain)
    return _Reader(names, frozenset(italic), frozenset(hidden), frozenset(numbered))


def _walk(
    element: _Element,
    reader: _Reader,
    kind: str,
    place: str,
    number: str = "",
    mark: tuple[_Paragraph, int] | None = None,
) -> None:
    """Reads the paragraphs below *element*; they nest no deeper than the parser lets them."""
    for child in element:
        tag = child.tag
        if tag in _LEFT_OUT or not isinstance(tag, str):
            continue
        if tag in (f"{_TEXT}p", f"{_TEXT}h"):
            paragraph = _Paragraph(kind, place, number=number, mark=mark)
            number = ""  # it is printed before the first paragraph of an item
            _style(paragraph, child, reader)
            reader.paragraphs.append(paragraph)
            _words(child, reader, paragraph, italic=child.get(f"{_TEXT}style-name", "") in reader.italic)
        elif tag == f"{_TEXT}list":
            _list(child, reader, kind, place, mark)
        elif tag == f"{_TABLE}table":
            reader.tables += 1
            reader.rows = 0
            _walk(child, reader, "cell" if kind == "body" else kind, place, mark=mark)
        elif tag == f"{_TABLE}table-row" and kind == "cell":
            reader.rows += 1
            _walk(child, reader, kind, f"table {reader.tables}, row {reader.rows}", mark=mark)
        elif tag == f"{_TEXT}hidden-paragraph":
            reader.hides = True
        else:
            _walk(child, reader, kind, place, number, mark)


def _list(listed: _Element, reader: _Reader, kind: str, place: str, mark: tuple[_Paragraph, int] | None) -> None:
    """An outermost list of plain numbers gives them to its items; one that goes on counts on."""
    name = listed.get(f"{_TEXT}style-name", "")
    outermost = not any(above.tag == f"{_TEXT}list" for above in listed.iterancestors())
    counted = outermost and name in reader.numbered
    goes_on = listed.get(f"{_TEXT}continue-numbering") == "true" or listed.get(f"{_TEXT}continue-list")
    count = reader.counts.get(name, 0) if goes_on else 0
    for item in listed:
        number = ""
        if counted and item.tag == f"{_TEXT}list-item":
            said = item.get(f"{_TEXT}start-value", "")
            count = int(said) if said.isdigit() and len(said) < 7 else count + 1
            number = str(count)
        _walk(item, reader, kind, place, number, mark)
    reader.counts[name] = count


def _style(paragraph: _Paragraph, element: _Element, reader: _Reader) -> None:
    """What the paragraph is, by its element and the names of its styles."""
    if paragraph.kind != "body":
        return
    if element.tag == f"{_TEXT}h":
        level = element.get(f"{_TEXT}outline-level", "1")
        paragraph.kind, paragraph.level = "heading", int(level) if level.isdigit() and len(level) == 1 else 1
        return
    name = reader.names.get(element.get(f"{_TEXT}style-name", ""), "")
    if any(word in name for word in _QUOTING):
        paragraph.kind = "quotation"
    elif name.startswith("title"):
        paragraph.kind, paragraph.level = "heading", 1


def _words(element: _Element, reader: _Reader, paragraph: _Paragraph, *, italic: bool) -> None:
    """The words of a paragraph; a note in it is read later, a text box stands after it."""
    paragraph.add(_flat(element.text), italic)
    for child in element:
        tag = child.tag
        if tag in _LEFT_OUT or not isinstance(tag, str):
            pass
        elif tag == f"{_TEXT}s":
            said = child.get(f"{_TEXT}c", "1")
            paragraph.add(" " * (min(int(said), 1000) if said.isdigit() and len(said) < 7 else 1))
        elif tag == f"{_TEXT}tab":
            paragraph.add("\t")
        elif tag == f"{_TEXT}line-break":
            paragraph.add("\n")
        elif tag == f"{_TEXT}note":
            kind = "endnote" if child.get(f"{_TEXT}note-class") == "endnote" else "footnote"
            body = child.find(f"{_TEXT}note-body")
            if body is not None:
                reader.notes.append((kind, body, paragraph, paragraph.length))
        elif tag == f"{_DRAW}frame":
            _frame(child, reader)
        else:
            style = child.get(f"{_TEXT}style-name", "")
            reader.hides = reader.hides or style in reader.hidden or tag == f"{_TEXT}hidden-text"
            _words(child, reader, paragraph, italic=italic or style in reader.italic)
        paragraph.add(_flat(child.tail), italic)


def _frame(frame: _Element, reader: _Reader) -> None:
    box = frame.find(f"{_DRAW}text-box")
    if box is not None:
        _walk(box, reader, "body", "")
    for held in frame.iter(f"{_DRAW}object", f"{_DRAW}object-ole"):
        reader.objects += 1
        reader.outside = reader.outside or held.get(_LINK, "").startswith(("http", "file", "//", "\\\\"))
    for image in frame.iter(f"{_DRAW}image"):
        reader.outside = reader.outside or image.get(_LINK, "").startswith(("http", "file", "//", "\\\\"))


def _flat(text: str | None) -> str:
    """White space as OpenDocument means it: line ends and tabs of the file are spaces."""
    return "" if not text else text.replace("\n", " ").replace("\r", " ").replace("\t", " ")


def _joined(reader: _Reader, found: Structure) -> str:
    """The source; pieces and italics go into *found*."""
    counts = {"footnote": 0, "endnote": 0}
    for kind, body, paragraph, offset in reader.notes:  # a note may itself hold none
        counts[kind] += 1
        _walk(body, reader, kind, f"{kind} {counts[kind]}", mark=(paragraph, offset))
    lines: list[str] = []
    places = Places()
    at = 0
    for paragraph in reader.paragraphs:
        line = "".join(paragraph.words)
        lines.append(line)
        paragraph.start = at
        kind, level = paragraph.kind, paragraph.level
        if kind == "heading" and len(line) > _LONGEST_HEADING:
            kind, level = "body", 0
        if kind == "body" and len(line) <= 100 and line.isupper():
            level = heading_level(line.strip())
            kind = "heading" if level else kind
        if line and not line.isspace():
            places.add(kind, line, paragraph.place, paragraph.number)
            reads_at = paragraph.mark[0].start + paragraph.mark[1] if paragraph.mark else None
            found.pieces.append(Piece(at, at + len(line), kind, "", level, reads_at, paragraph.number))
        found.emphasis += [(at + start, at + end) for start, end in paragraph.italics]
        at += len(line) + 1
    found.pieces = [each._replace(label=told) for each, told in zip(found.pieces, places.told(), strict=True)]
    return "\n".join(lines)


def _problems(package: ooxml.Package, reader: _Reader) -> Iterator[Problem]:
    if any(name.startswith(("Basic/", "Scripts/")) for name in package.names):
        yield Problem("macros", "the file carries macros; they were not looked at and never run")
    if reader.objects:
        things = "one embedded object was" if reader.objects == 1 else f"{reader.objects} embedded objects were"
        yield Problem("not-read", f"{things} not read")
    if reader.hides:
        yield Problem("hidden-text", "text is hidden; what of it is kept in the text was checked like the rest")
    if reader.outside:
        yield Problem("external-target", "the file asks for a picture or object from elsewhere; it was not opened")
