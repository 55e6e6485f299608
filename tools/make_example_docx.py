"""
Make the two Word briefs of ``examples/briefs`` from their sources in ``tools/example_docx``.

A source is a text file, one paragraph a line, in a small markup of our own:

``# `` to ``#### ``    heading of level 1 to 4
``1. ``               paragraph numbered by Word
``> ``                block quotation
``| a | b |``         row of a table
``*words*``           italic
``~``                 no-break space
``^[words]``          footnote
``{+words+}``         tracked insertion
``{-words-}``         tracked deletion

The bytes are the same on every run: fixed times, fixed order, nothing compressed, since compressed bytes differ
between machines.

    python tools/make_example_docx.py
"""

from __future__ import annotations

import re
import zipfile
from collections.abc import Iterator
from pathlib import Path
from xml.sax.saxutils import escape, quoteattr

ROOT = Path(__file__).resolve().parent.parent
SOURCES = ROOT / "tools" / "example_docx"
BRIEFS = ROOT / "examples" / "briefs"

HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006"
KIND = "application/vnd.openxmlformats-officedocument.wordprocessingml."
# Part of the package → the last word of its content type.
PARTS = {"document": "document.main", "styles": "styles", "numbering": "numbering", "footnotes": "footnotes"}

# What may begin inside a paragraph; the group that matched says which it is. A footnote may hold brackets: [GC].
MARK = re.compile(
    r"\^\[(?P<note>(?:[^\[\]]|\[[^\]]*\])*)\]"
    r"|\{\+(?P<added>.*?)\+\}"
    r"|\{-(?P<gone>.*?)-\}"
    r"|\*(?P<italic>[^*]+)\*"
)


def w(name: str, *inside: str, **attributes: str | int) -> str:
    """One element of WordprocessingML; ``type_`` and ``id_`` stand for attributes that are words of Python."""
    written = "".join(f" w:{key.rstrip('_')}={quoteattr(str(value))}" for key, value in attributes.items())
    return f"<w:{name}{written}>{''.join(inside)}</w:{name}>" if inside else f"<w:{name}{written}/>"


class Notes:
    """The footnotes met so far, in order. Word keeps the numbers 0 and 1 for its two separators."""

    def __init__(self) -> None:
        self.written: list[str] = []

    def add(self, text: str) -> int:
        self.written.append(text)
        return len(self.written) + 1


def run(text: str, *, italic: bool = False, deleted: bool = False) -> str:
    """One run of text; deleted text has an element of its own in Word."""
    if not text:
        return ""
    name = "delText" if deleted else "t"
    words = f'<w:{name} xml:space="preserve">{escape(text.replace("~", chr(0xA0)))}</w:{name}>'
    return w("r", w("rPr", w("i")), words) if italic else w("r", words)


def inline(text: str, notes: Notes, *, deleted: bool = False) -> Iterator[str]:
    """The runs of one paragraph."""
    place = 0
    for mark in MARK.finditer(text):
        yield run(text[place : mark.start()], deleted=deleted)
        place = mark.end()
        tracked: dict[str, str | int] = {
            "id_": 100 + mark.start(),
            "author": "Second reader",
            "date": "2026-11-08T21:14:00Z",
        }
        if mark["note"] is not None:
            yield w(
                "r", w("rPr", w("rStyle", val="FootnoteReference")), w("footnoteReference", id_=notes.add(mark["note"]))
            )
        elif mark["added"] is not None:
            yield w("ins", *inline(mark["added"], notes), **tracked)
        elif mark["gone"] is not None:
            yield w("del", *inline(mark["gone"], notes, deleted=True), **tracked)
        else:
            yield run(mark["italic"], italic=True, deleted=deleted)
    yield run(text[place:], deleted=deleted)


def paragraph(text: str, notes: Notes, style: str = "Normal", *, numbered: bool = False) -> str:
    number = (w("numPr", w("ilvl", val=0), w("numId", val=1)),) if numbered else ()
    return w("p", w("pPr", w("pStyle", val=style), *number), *inline(text, notes))


def table(rows: list[list[str]], notes: Notes) -> str:
    """A table with lines, all columns of one width."""
    sides = ("top", "left", "bottom", "right", "insideH", "insideV")
    lines = w("tblBorders", *(w(side, val="single", sz=4, space=0, color="808080") for side in sides))
    width = 9000 // len(rows[0])

    def cell(text: str) -> str:
        return w("tc", w("tcPr", w("tcW", w=width, type_="dxa")), paragraph(text, notes))

    grid = w("tblGrid", *(w("gridCol", w=width) for _ in rows[0]))
    return w("tbl", w("tblPr", lines), grid, *(w("tr", *(cell(text) for text in row)) for row in rows))


def body(source: str, notes: Notes) -> Iterator[str]:
    """The paragraphs and tables of one source."""
    rows: list[list[str]] = []
    for line in [*source.splitlines(), ""]:
        if line.startswith("| "):
            rows.append([cell.strip() for cell in line.strip("| ").split(" | ")])
            continue
        if rows:
            yield table(rows, notes)
            rows = []
        heading = re.match(r"(#{1,4}) (.*)", line)
        if heading:
            yield paragraph(heading[2], notes, f"Heading{len(heading[1])}")
        elif line.startswith("1. "):
            yield paragraph(line.removeprefix("1. "), notes, numbered=True)
        elif line.startswith("> "):
            yield paragraph(line.removeprefix("> "), notes, "Quote")
        elif line:
            yield paragraph(line, notes)


def footnotes(notes: Notes) -> Iterator[str]:
    yield w("footnote", w("p", w("r", w("separator"))), type_="separator", id_=0)
    yield w("footnote", w("p", w("r", w("continuationSeparator"))), type_="continuationSeparator", id_=1)
    sign = w("r", w("rPr", w("rStyle", val="FootnoteReference")), w("footnoteRef"))
    for number, text in enumerate(notes.written, 2):
        style = w("pPr", w("pStyle", val="FootnoteText"))
        yield w("footnote", w("p", style, sign, run(" "), *inline(text, Notes())), id_=number)


def styles() -> Iterator[str]:
    font = w("rPr", w("rFonts", ascii="Times New Roman", hAnsi="Times New Roman"), w("sz", val=24))
    spaced = w("pPr", w("spacing", after=160))
    yield w("style", w("name", val="Normal"), spaced, font, type_="paragraph", default=1, styleId="Normal")
    own = {
        **{
            f"Heading{level}": w("pPr", w("keepNext"), w("outlineLvl", val=level - 1))
            + w("rPr", w("b"), w("sz", val=size))
            for level, size in enumerate((36, 30, 26, 24), 1)
        },
        "Quote": w("pPr", w("ind", left=720, right=720)),
        "FootnoteText": w("rPr", w("sz", val=18)),
    }
    for name, look in own.items():
        title = re.sub(r"(?<=[a-z])(?=[A-Z0-9])", " ", name)
        yield w("style", w("name", val=title), w("basedOn", val="Normal"), look, type_="paragraph", styleId=name)
    raised = w("rPr", w("vertAlign", val="superscript"))
    yield w("style", w("name", val="footnote reference"), raised, type_="character", styleId="FootnoteReference")


def numbering() -> Iterator[str]:
    marker = (w("start", val=1), w("numFmt", val="decimal"), w("lvlText", val="%1."), w("lvlJc", val="left"))
    level = w("lvl", *marker, w("pPr", w("ind", left=567, hanging=567)), ilvl=0)
    yield w("abstractNum", level, abstractNumId=0)
    yield w("num", w("abstractNumId", val=0), numId=1)


def content_types() -> Iterator[str]:
    yield '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    yield '<Default Extension="xml" ContentType="application/xml"/>'
    for part, kind in PARTS.items():
        yield f'<Override PartName="/word/{part}.xml" ContentType="{KIND}{kind}+xml"/>'


def relations(**targets: str) -> str:
    inside = "".join(
        f'<Relationship Id="{part}" Type="{RELATIONS}/{part}" Target="{target}"/>' for part, target in targets.items()
    )
    return f'{HEAD}<Relationships xmlns="{PACKAGE}/relationships">{inside}</Relationships>'


def members(source: str) -> dict[str, str]:
    """Everything that the package holds, by name, in the order in which it is written."""
    notes = Notes()
    page = w("sectPr", w("pgSz", w=11906, h=16838), w("pgMar", top=1417, right=1417, bottom=1417, left=1417))
    inside = {
        "document": w("body", *body(source, notes), page),
        "styles": "".join(styles()),
        "numbering": "".join(numbering()),
        "footnotes": "".join(footnotes(notes)),
    }
    return {
        "[Content_Types].xml": f'{HEAD}<Types xmlns="{PACKAGE}/content-types">{"".join(content_types())}</Types>',
        "_rels/.rels": relations(officeDocument="word/document.xml"),
        "word/_rels/document.xml.rels": relations(**{part: f"{part}.xml" for part in list(PARTS)[1:]}),
        **{f"word/{part}.xml": f'{HEAD}<w:{part} xmlns:w="{WORD}">{text}</w:{part}>' for part, text in inside.items()},
    }


def write(source: Path, target: Path) -> None:
    """One Word document."""
    with zipfile.ZipFile(target, "w", zipfile.ZIP_STORED) as package:
        for name, text in members(source.read_text(encoding="utf-8")).items():
            entry = zipfile.ZipInfo(name, date_time=(2026, 11, 9, 0, 0, 0))
            entry.create_system = 3
            entry.external_attr = 0o644 << 16
            package.writestr(entry, text)


if __name__ == "__main__":
    for source in sorted(SOURCES.glob("*.txt")):
        write(source, BRIEFS / f"{source.stem}.docx")
        print(f"wrote {source.stem}.docx")
