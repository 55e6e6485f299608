"""Word files: the words that a reader sees with all changes accepted, notes after the body."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from attrs import Factory, define, field

from refoulement_lint.formats import ooxml
from refoulement_lint.formats.numbering import Numbering
from refoulement_lint.formats.places import Places
from refoulement_lint.formats.structure import Piece, Structure, heading_level, with_authorities
from refoulement_lint.formats.text import compose
from refoulement_lint.late import late
from refoulement_lint.model import Document, DocumentError, Problem

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml.etree import _Element

    from refoulement_lint.formats.limits import Limits

EXTENSIONS = (".docx", ".docm", ".dotx")

_OFF = ("0", "false", "off", "none")
_DEAD = ("del", "moveFrom", "rPrChange", "pPrChange", "tblPrChange", "trPrChange", "tcPrChange", "sectPrChange", "rt")
_SEEN = (
    *("p", "r", "t", "tab", "br", "cr", "noBreakHyphen", "softHyphen", "fldChar", "instrText", "tbl", "tr", "tc"),
    *("i", "vanish", "webHidden", "color", "sz", "rStyle", "pStyle", "outlineLvl", "ilvl", "numId"),
    *("footnoteReference", "endnoteReference", "object", "altChunk"),
)  # fmt: skip
# Fields that fetch text from elsewhere when Word updates them.
_FETCHING = late(r"\s*(INCLUDETEXT|INCLUDEPICTURE|DDEAUTO|DDE|LINK|DATABASE)\b")
_QUOTING = late(r"quot|zitat|cytat|citation(?!s)|block text|citata|citaat", re.IGNORECASE)
# Courts number their paragraphs with outline levels; a heading is shorter.
_LONGEST_HEADING = 160
_OUTSIDE = {
    "attachedTemplate": "template",
    "image": "picture",
    "oleObject": "object",
    "frame": "frame",
    "subDocument": "part",
}


class _Style(NamedTuple):
    name: str = ""
    level: int = 0
    italic: bool = False
    hidden: bool = False
    numbering: str = ""


@define(eq=False, repr=False)
class _Paragraph:
    """
    A paragraph while it is being read: *place* says where it is if that is not the body, *start* where its line begins
    in the source once that is known; *mark* is of a note the paragraph and the offset in it where its mark stands.
    """

    kind: str = "body"
    place: str = ""
    mark: tuple[_Paragraph, int] | None = None
    start: int = 0
    numbering: str = ""
    numbering_level: str = ""
    level: int = 0
    style: str = ""
    words: list[str] = Factory(list)
    length: int = 0
    italics: list[tuple[int, int]] = Factory(list)
    hidden: list[tuple[int, int]] = Factory(list)

    def add(self, words: str, italic: bool, hidden: bool) -> None:
        end = self.length + len(words)
        for wanted, spans in ((italic, self.italics), (hidden, self.hidden)):
            if wanted and spans and spans[-1][1] == self.length:
                spans[-1] = (spans[-1][0], end)
            elif wanted:
                spans.append((self.length, end))
        self.words.append(words)
        self.length = end


class Stretch(NamedTuple):
    """
    Where characters of the source are kept: *element* holds those from *start* on, as many as *length*.

    *element* belongs to a tree of the part as the file has it, nothing taken out (`Opened.parts`). *field* is the
    instruction of the field that it is a result of, *note* what its paragraph is a note of; both mostly empty.
    """

    start: int
    length: int
    element: _Element
    field: str = ""
    note: str = ""


class Opened(NamedTuple):
    """A Word file opened to be changed: *marks* are the elements that refer to notes, by label ("footnote 3")."""

    package: ooxml.Package
    main: str
    parts: dict[str, _Element]
    stretches: list[Stretch]
    marks: dict[str, _Element]


@define(eq=False, repr=False)
class _Trace:
    """Every element that gave words, as the walk met it; kept only for who writes."""

    parts: dict[str, _Element] = Factory(dict)
    twins: dict[_Element, _Element] = Factory(dict)
    """Element of the tree that is being read, from which much is taken out → the same one in the tree of `parts`."""
    met: list[tuple[_Paragraph, int, int, _Element, str]] = Factory(list)
    marks: dict[tuple[str, str], _Element] = Factory(dict)

    def follow(self, name: str, root: _Element, whole: _Element) -> None:
        self.parts[name] = whole
        tags = ooxml.word(*_SEEN)
        self.twins.update(zip(root.iter(*tags), whole.iter(*tags), strict=True))


@define(eq=False, repr=False)
class _Reader:
    """What is gathered on one walk through the parts."""

    styles: dict[str, _Style]
    paragraphs: list[_Paragraph] = Factory(list)
    notes: dict[str, dict[str, tuple[_Paragraph, int]]] = field(factory=lambda: {"footnote": {}, "endnote": {}})
    """Kind of note → id → where its first mark stands, in the order of the marks."""
    fetching: list[str] = Factory(list)
    objects: int = 0
    tables: int = 0
    trace: _Trace | None = None


def read(raw: bytes, path: str, *, encoding: str | None, limits: Limits) -> Document:
    """
    A Word file; *encoding* is not asked for.

    ``Document.source`` has a line for each paragraph of the body, text boxes after the paragraph that holds them, then
    the footnotes and endnotes in the order in which they are referred to. Insertions count, deletions do not; a field
    counts with its result, a note's mark not at all. Headers, comments and automatic numbers are not read.

    Raises:
        DocumentError: It is encrypted, truncated, hostile, or no Word file.
    """
    package = ooxml.Package(raw, limits)
    _, relations, parts, reader = _gathered(package)
    found = Structure()
    source = _joined(reader, found, Numbering.of(package.part(parts.get("numbering", ""))))
    settings = package.relations(parts["settings"]) if "settings" in parts else []
    problems = _problems(package, reader, [*relations, *settings])

    def structure(evened: str) -> Structure:
        found.pieces = with_authorities(evened, found.pieces)
        return found

    return compose(path, "docx", source, structure, problems=problems, limits=limits)


def opened(raw: bytes, limits: Limits) -> Opened:
    """
    The same file, with the place in it of every character that `read` puts into ``Document.source``.

    Raises:
        DocumentError: As for `read`.
    """
    package = ooxml.Package(raw, limits)
    trace = _Trace()
    main, _, _, reader = _gathered(package, trace)
    _joined(reader, Structure(), Numbering.of(None))
    stretches = [
        Stretch(paragraph.start + start, length, element, field, paragraph.place if paragraph.mark else "")
        for paragraph, start, length, element, field in trace.met
    ]
    marks = {
        f"{kind} {number}": trace.marks[kind, wanted]
        for kind, notes in reader.notes.items()
        for number, wanted in enumerate(notes, start=1)
    }
    return Opened(package, main, trace.parts, sorted(stretches, key=lambda stretch: stretch.start), marks)


def _gathered(
    package: ooxml.Package, trace: _Trace | None = None
) -> tuple[str, list[tuple[str, str, bool]], dict[str, str], _Reader]:
    """The name of the body's part, its relations, the parts by kind, and what one walk through body and notes gives."""
    main = next((target for kind, target, _ in package.relations("") if kind == "officeDocument"), "word/document.xml")
    body = package.part(main)
    if body is None or body.tag not in ooxml.word("document"):
        raise DocumentError(_what_instead(package.names))
    relations = package.relations(main)
    parts = {kind: target for kind, target, outside in relations if not outside}
    reader = _Reader(_styles(package.part(parts.get("styles", ""))), trace=trace)
    if trace is not None:
        trace.follow(main, body, package.whole(main))
    _walk(body, reader)
    for kind in ("footnote", "endnote"):
        name = parts.get(f"{kind}s", "")
        notes = package.part(name)
        if notes is not None:
            if trace is not None:
                trace.follow(name, notes, package.whole(name))
            _read_notes(notes, kind, reader)
    return main, relations, parts, reader


def _what_instead(names: list[str]) -> str:
    if "content.xml" in names:
        return "it is an OpenDocument file, which is not read yet; save it as .docx."
    if any(name.startswith(("xl/", "ppt/")) for name in names):
        return "it is a spreadsheet or a presentation, not a Word file."
    return "it is a package without a Word document in it."


def _styles(root: _Element | None) -> dict[str, _Style]:
    """Style id → what we ask of it, inherited from the style that it is based on."""
    if root is None:
        return {}
    own: dict[str, tuple[str, dict[str, str]]] = {}
    for style in root.iter(*ooxml.word("style")):
        said: dict[str, str] = {}
        for element in style.iter(*ooxml.word("name", "basedOn", "outlineLvl", "i", "vanish", "numId")):
            said.setdefault(_local(element), _value(element) or "1")
        own[_value(style, "styleId")] = (said.pop("basedOn", ""), said)
    styles: dict[str, _Style] = {}
    for name in own:
        chain: list[str] = []
        above = name
        while above in own and above not in chain and len(chain) < 16:
            chain.append(above)
            above = own[above][0]
        said = {}
        for step in reversed(chain):
            said |= own[step][1]
        title = own[name][1].get("name", "")
        named = re.match(r"heading (\d)", title, re.IGNORECASE)
        outline = said.get("outlineLvl", "")
        level = int(named[1]) if named else int(outline) + 1 if outline.isdigit() and int(outline) < 9 else 0
        italic, hidden = (said.get(key, "0") not in _OFF for key in ("i", "vanish"))
        styles[name] = _Style(title, level, italic, hidden, said.get("numId", ""))
    return styles


def _local(element: _Element) -> str:
    tag = element.tag
    return tag[tag.index("}") + 1 :] if isinstance(tag, str) else ""


def _value(element: _Element, name: str = "val") -> str:
    for full in ooxml.word(name):
        value = element.get(full)
        if value is not None:
            return str(value)
    return ""


# --- one walk through one part ----------------------------------------------------------------------------------------


def _prepare(root: _Element) -> list[_Element]:
    """
    Takes out of our tree whatever is not shown, and text boxes out of the paragraphs that hold them.

    Returns:
        Paragraphs whose mark was deleted: they run on into the next one.
    """
    from lxml import etree

    merged: list[_Element] = []
    for mark in root.iter(*ooxml.word("del", "moveFrom")):
        properties = mark.getparent()
        holder = None if properties is None else properties.getparent()
        if properties is not None and holder is not None and _local(properties) == "rPr" and _local(holder) == "pPr":
            paragraph = holder.getparent()
            if paragraph is not None:
                merged.append(paragraph)
    etree.strip_elements(root, *ooxml.word(*_DEAD), with_tail=False)
    for either in list(root.iter(f"{{{ooxml.COMPATIBILITY}}}AlternateContent")):
        branches = [branch for branch in either if _local(branch) in ("Choice", "Fallback")]
        for branch in branches[1:]:
            either.remove(branch)
    for box in list(root.iter(*ooxml.word("txbxContent"))):
        holder = next((above for above in box.iterancestors(*ooxml.word("p"))), None)
        if holder is not None:
            holder.addnext(box)
    return merged


def _walk(root: _Element, reader: _Reader, note: str = "", mark: tuple[_Paragraph, int] | None = None) -> None:
    """Reads the paragraphs below *root*: the body, or a *note* ("footnote 3") whose mark stands at *mark*."""
    merged = set(_prepare(root))
    tags = {full: full.rpartition("}")[2] for full in ooxml.word(*_SEEN)}
    rows: dict[_Element, int] = {}
    fields: list[list[str]] = []  # for each open field its instruction, and a last "shown" once its result has begun
    paragraph, run, italic, hidden, joins = _Paragraph(), False, False, False, False
    place = ""
    for element in root.iter(*tags):
        tag, words = tags[element.tag], ""
        if tag == "t":
            if element.text and (not fields or all(said[-1] == "shown" for said in fields)):
                words = element.text.replace("\n", " ")
        elif tag == "r":
            run, italic, hidden = True, False, reader.styles.get(paragraph.style, _Style()).hidden
        elif tag == "p":
            kind, where = (note.partition(" ")[0], note) if note else ("body", "")
            cell = element.getparent()
            if cell is not None and tags.get(cell.tag) == "tc" and not note:
                kind, where = "cell", place
            if not joins:
                paragraph = _Paragraph(kind, where, mark)
                reader.paragraphs.append(paragraph)
            joins = element in merged
            run = italic = hidden = False
            if fields and _instruction(fields[-1]).startswith("TOA"):
                paragraph.kind = "authorities"
        elif tag in ("tab", "br", "cr"):
            if run and (not fields or fields[-1][-1] == "shown"):
                words = "\t" if tag == "tab" else "\n"
        elif tag in ("noBreakHyphen", "softHyphen"):
            words = "-" if tag == "noBreakHyphen" else "\xad"
        elif tag in ("i", "vanish", "webHidden", "color", "sz", "rStyle"):
            if run:
                italic, hidden = _format(tag, _value(element), element, reader, italic, hidden)
        elif tag in ("pStyle", "outlineLvl"):
            _set_style(paragraph, tag, _value(element), reader)
        elif tag == "numId":
            paragraph.numbering = _value(element)
        elif tag == "ilvl":
            paragraph.numbering_level = _value(element)
        elif tag == "fldChar":
            _field(_value(element, "fldCharType"), fields, reader)
        elif tag == "instrText":
            if fields and fields[-1][-1] != "shown":
                fields[-1].append(element.text or "")
        elif tag in ("footnoteReference", "endnoteReference"):
            kind, wanted = tag[: -len("Reference")], _value(element, "id")
            reader.notes[kind].setdefault(wanted, (paragraph, paragraph.length))
            if reader.trace is not None:
                reader.trace.marks.setdefault((kind, wanted), reader.trace.twins[element])
        elif tag == "tbl":
            reader.tables += 1
            rows[element] = 0
        elif tag == "tr":
            table = next(element.iterancestors(*ooxml.word("tbl")), element)
            row = rows[table] = rows.get(table, 0) + 1
            place = f"table {reader.tables}, row {row}"
        elif tag in ("object", "altChunk"):
            reader.objects += 1
        if words:
            if reader.trace is not None:
                within = " ".join(_instruction(said) for said in fields)
                met = (paragraph, paragraph.length, len(words), reader.trace.twins[element], within)
                reader.trace.met.append(met)
            paragraph.add(words, italic, hidden)


def _format(tag: str, value: str, element: _Element, reader: _Reader, italic: bool, hidden: bool) -> tuple[bool, bool]:
    """Whether the run is italic and hidden, now that it also says *tag*."""
    on = value not in _OFF
    if tag == "i":
        return on, hidden
    if tag in ("vanish", "webHidden"):
        return italic, on if tag == "vanish" else hidden
    if tag == "rStyle":
        style = reader.styles.get(value, _Style())
        return italic or style.italic, hidden or style.hidden
    if tag == "sz":
        return italic, hidden or value in ("1", "2")  # half points: nobody reads one point
    # White on the white page; on the dark ground of a table's head it is meant to be read.
    shaded = any(True for _ in element.getparent().iter(*ooxml.word("shd", "highlight")))  # type: ignore[union-attr]  # has one
    in_cell = next(element.iterancestors(*ooxml.word("tc", "txbxContent")), None) is not None
    return italic, hidden or (value.upper() == "FFFFFF" and not shaded and not in_cell)


def _set_style(paragraph: _Paragraph, tag: str, value: str, reader: _Reader) -> None:
    level = 0
    if tag == "outlineLvl":
        level = int(value) + 1 if value.isdigit() and int(value) < 9 else 0
    else:
        paragraph.style = value
        style = reader.styles.get(value, _Style(value))
        level = style.level
        paragraph.numbering = paragraph.numbering or style.numbering
        name = style.name.lower()
        if paragraph.kind == "body":
            if name.startswith("table of authorities"):
                paragraph.kind = "authorities"
            elif name.startswith("toc ") or name == "title":
                paragraph.kind = "heading"
            elif _QUOTING.search(name) and not level:
                paragraph.kind = "quotation"
    if level and paragraph.kind == "body":
        paragraph.kind, paragraph.level = "heading", level


def _instruction(said: list[str]) -> str:
    return "".join(said[:-1] if said[-1] == "shown" else said).strip()


def _field(event: str, fields: list[list[str]], reader: _Reader) -> None:
    if event == "begin":
        fields.append([""])
    elif event == "separate" and fields:
        fields[-1].append("shown")
    elif event == "end" and fields:
        said = fields.pop()
        fetches = _FETCHING.match(_instruction(said))
        if fetches:
            reader.fetching.append(fetches[1])


def _read_notes(root: _Element, kind: str, reader: _Reader) -> None:
    """The notes of *kind* that the body refers to, in the order in which it does."""
    notes = {_value(note, "id"): note for note in root.iter(*ooxml.word(kind))}
    for number, (wanted, mark) in enumerate(list(reader.notes[kind].items()), start=1):
        if wanted in notes:
            _walk(notes[wanted], reader, f"{kind} {number}", mark)


# --- together ---------------------------------------------------------------------------------------------------------


def _joined(reader: _Reader, found: Structure, numbering: Numbering) -> str:
    """The source; pieces, italics and the problem of hidden text go into *found*."""
    lines: list[str] = []
    places = Places()
    hidden: list[tuple[int, int]] = []
    at = 0
    for paragraph in reader.paragraphs:
        line = "".join(paragraph.words)
        lines.append(line)
        paragraph.start = at
        number = numbering.next(paragraph.numbering, paragraph.numbering_level)
        kind, level = paragraph.kind, paragraph.level
        if kind == "heading" and len(line) > _LONGEST_HEADING:
            kind, level = "body", 0
        if kind == "body" and len(line) <= 100 and line.isupper():
            level = heading_level(line.strip())  # a heading that somebody typed in capitals, without a style
            kind = "heading" if level else kind
        if line and not line.isspace():
            places.add(kind, line, paragraph.place, number)
            reads_at = paragraph.mark[0].start + paragraph.mark[1] if paragraph.mark else None
            found.pieces.append(Piece(at, at + len(line), kind, "", level, reads_at))
        found.emphasis += [(at + start, at + end) for start, end in paragraph.italics]
        hidden += [(at + start, at + end) for start, end in paragraph.hidden if not line[start:end].isspace()]
        at += len(line) + 1
    found.pieces = [each._replace(label=told) for each, told in zip(found.pieces, places.told(), strict=True)]
    if hidden:
        where = "one place" if len(hidden) == 1 else f"{len(hidden)} places"
        found.problems.append(("hidden-text", f"text is hidden in {where}; it was checked like the rest", *hidden[0]))
    return "\n".join(lines)


def _problems(package: ooxml.Package, reader: _Reader, relations: list[tuple[str, str, bool]]) -> Iterator[Problem]:
    names = [name.lower() for name in package.names]
    if any(name.endswith(("vbaproject.bin",)) or "activex/" in name for name in names):
        yield Problem("macros", "the file carries macros or active controls; they were not looked at and never run")
    embedded = sum("/embeddings/" in name for name in names)
    not_read = max(embedded, reader.objects)
    if not_read:
        things = "one embedded object or file was" if not_read == 1 else f"{not_read} embedded objects or files were"
        yield Problem("not-read", f"{things} not read")
    if reader.fetching:
        yield Problem(
            "external-field", f"a field ({reader.fetching[0]}) fetches text from elsewhere; it was not followed"
        )
    for kind, _, outside in relations:
        if outside and kind in _OUTSIDE:
            yield Problem("external-target", f"the file asks for a {_OUTSIDE[kind]} from elsewhere; it was not opened")
            break
