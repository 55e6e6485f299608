"""What a text is made of: front matter, paragraphs, headings, quotations, tables of authorities."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from functools import lru_cache
from typing import NamedTuple

from attrs import Factory, define

from refoulement_lint.formats import emphasis
from refoulement_lint.late import late
from refoulement_lint.model import Block, Span

# Start, end, and what the reading has instead.
Cut = tuple[int, int, str]


class Piece(NamedTuple):
    """
    A paragraph of the source; *level* is a heading's, from 1, and 0 for all else; *reads_at* a note's, the place of its
    mark; *number* what is printed before it and stands nowhere in the source.
    """

    start: int
    end: int
    kind: str = "body"
    label: str = ""
    level: int = 0
    reads_at: int | None = None
    number: str = ""


@define(eq=False, repr=False)
class Structure:
    """What a finder finds in an evened source; all offsets count there. Filled once, by one finder, then only read."""

    masks: list[tuple[int, int]] = Factory(list)
    cuts: list[Cut] = Factory(list)
    emphasis: list[tuple[int, int]] = Factory(list)
    pieces: list[Piece] = Factory(list)
    problems: list[tuple[str, str, int, int]] = Factory(list)
    """Kind, what to say, start, end."""
    options: dict[str, str] = Factory(dict)


Finder = Callable[[str], Structure]

_AUTHORITIES = (
    r"(?:tables?|lists?|index|schedule) of (?:\w+ ){0,2}(?:authorities|cases|citations|case[- ]law|decisions|judgments)"
    r"(?: (?:cited|relied (?:up)?on|referred to))?"
    r"|(?:authorities|cases|case[- ]law|decisions) (?:cited|relied (?:up)?on|referred to)"
    r"|(?:table|liste|index|tableau|répertoire) (?:des|de la|de) (?:\w+ ){0,2}"
    r"(?:arrêts|autorités|affaires|décisions|jurisprudence|références)(?: (?:cit|invoqu)ée?s?)?"
    r"|(?:jurisprudence|arrêts|affaires|autorités|décisions) (?:cit|invoqu)ée?s?"
    r"|(?:wykaz|spis|lista|zestawienie) (?:\w+ ){0,2}(?:orzeczeń|orzecznictwa|wyroków|judykatury|spraw)(?: \w+ych)?"
    r"|(?:powołan|cytowan|przywołan)e (?:orzecznictwo|orzeczenia|wyroki)"
    r"|(?:rechtsprechungs|entscheidungs|urteils|judikatur)(?:verzeichnis|übersicht|register)"
    r"|(?:verzeichnis|liste|übersicht|aufstellung) der (?:\w+ ){0,2}(?:entscheidungen|rechtsprechung|urteile|judikatur)"
    r"|(?:zitierte|angeführte) (?:entscheidungen|rechtsprechung|urteile|judikatur)"
    r"|(?:\w+ ){0,2}(?:praktikos|bylų|sprendimų|jurisprudencijos) (?:sąrašas|rodyklė)"
    r"|(?:cituojam|nurodyt|minim|remiam)\w+ (?:teismų )?(?:bylos|sprendimai|praktika|jurisprudencija)"
    r"|(?:\w+ ){0,2}(?:judikatūras|spriedumu|lietu|nolēmumu|prakses) (?:saraksts|rādītājs|uzskaitījums)"
    r"|(?:citēt|izmantot|norādīt)\w+ (?:tiesu )?(?:judikatūra|spriedumi|lietas|nolēmumi|prakse)"
    r"|(?:перечень|список|указатель) (?:\w+ ){0,2}(?:решений|дел|постановлений|практики|прецедентов)"
    r"|(?:процитированн|цитируем|упомянут|использованн)\w+ (?:дела|решения|постановления|судебная практика)"
    r"|(?:перелік|список|покажчик) (?:\w+ ){0,2}(?:рішень|справ|практики)"
    r"|(?:tabla|lista|índice|relación) de (?:\w+ ){0,2}(?:jurisprudencia|sentencias|autoridades|casos)(?: citad[ao]s?)?"
    r"|(?:jurisprudencia citada|sentencias citadas|giurisprudenza citata|sentenze citate)"
    r"|(?:elenco|indice|tavola|tabella) (?:dei|delle|della|di) (?:\w+ ){0,2}"
    r"(?:giurisprudenza|sentenze|decisioni|casi|precedenti|autorità)(?: citat[aei])?"
    r"|(?:\w+ )?(?:kohtulahendite|kohtupraktika|lahendite) (?:loetelu|nimekiri)|viidatud (?:kohtupraktika|lahendid)"
    r"|(?:oikeustapaus|ratkaisu)luettelo|luettelo (?:\w+ ){0,2}(?:ratkaisuista|oikeustapauksista)"
    r"|rättsfalls(?:förteckning|register)|förteckning över (?:\w+ ){0,2}(?:rättsfall|avgöranden|praxis)"
    r"|jurisprudentie(?:lijst|register)|lijst van (?:\w+ ){0,2}(?:jurisprudentie|uitspraken|arresten)"
)
# Words that head a table and a section of argument: only what stands below shows which.
_MAYBE_AUTHORITIES = (
    r"(?:legal |cited )?authorities|cases|case[- ]law|jurisprudence|autorités|arrêts|orzecznictwo|orzeczenia"
    r"|rechtsprechung|judikatur|entscheidungen|teismų praktika|jurisprudencija|judikatūra|tiesu prakse"
    r"|судебная практика|практика|судова практика|jurisprudencia|giurisprudenza|kohtupraktika|oikeuskäytäntö"
    r"|rättspraxis|praxis|jurisprudentie"
)
# What each of these has in it, in small letters.
_SAID_OF_A_TABLE = (
    "table", "list", "index", "authorit", "autorit", "autorid", "case", "jurispruden", "wykaz", "spis", "zestawienie",
    "orzecz", "wyroki", "schedule", "arrêts", "affaires", "décisions", "répertoire", "judikat", "verzeichnis",
    "übersicht", "aufstellung", "register", "rechtsprechung", "urteile", "entscheidungen", "sąrašas", "rodyklė",
    "bylos", "sprendimai", "praktika", "sarakst", "rādītāj", "uzskaitījum", "spriedumi", "lietas", "nolēmumi",
    "prakse", "перечень", "список", "указатель", "дела", "решения", "постановления", "практика", "перелік",
    "покажчик", "tabla", "índice", "relación", "sentenc", "sentenz", "elenco", "indice", "tavola", "giurisprudenza",
    "loetelu", "nimekiri", "lahendid", "kohtupraktika", "luettelo", "oikeuskäytäntö", "förteckning", "praxis", "lijst",
)  # fmt: skip
# Headings within a table of authorities; they do not end it.
_WITHIN = (
    r"cases?(?: of .{3,60})?|case[- ]law|(?:european|united nations|uk|domestic|strasbourg|luxembourg) .{3,60}"
    r"|statutes?|regulations?|rules|treaties|conventions?|legislation"
    r"|constitution(?:al provisions)?|other(?: authorities| sources)?"
    r"|federal \w+|secondary sources|instruments|arrêts|textes|orzeczenia|akty prawne"
)
# What stands in the head note of a judgment before its "Cases cited:", which is the court's list and no draft's table.
_HEAD_NOTE = (
    r"(?:appeal|on appeal) from|catchwords|file numbers?|date of (?:hearing|judgment|last submissions)"
    r"|number of paragraphs|judgment of|registry|division|practice area|counsel for the \w+"
)
_HEAD = 3_000
# An entry in such a table is a citation and a page, not an argument.
_LONGEST_ENTRY = 500
# Entries end with a date, a number, a report; a sentence about a case goes on.
_BEHIND_THE_LAST_FIGURE = 16
# Below a heading that may be that of a section: so long is an entry at most, and so much of a table's cell is none.
_LONGEST_SURE_ENTRY, _SHORTEST_SURE_ENTRY = 300, 12
_IN_BRACKETS = r"(?: \([^()\n]{1,40}\))?"
_BEFORE = r"[\W\d_]*+(?:[IVX]{1,5}[.)] |[A-H][.)] )?"
# A line longer than this was not broken by hand: each line of such a text is a paragraph.
_LONGEST_WRAPPED = 160
# Small letters of the alphabets that drafts are written in, as a class of a pattern.
_SMALL = "a-zß-öø-ÿāăąćčďđēĕėęěğģīįķļľłńņňōőœŕřśşšţťūůűųźżžșțа-яёєіїґα-ώ"


@lru_cache(maxsize=1)
def _patterns() -> dict[str, re.Pattern[str]]:
    return {
        # "V. Table of authorities", "List of authorities (selection)".
        "authorities": late(rf"{_BEFORE}(?:{_AUTHORITIES}){_IN_BRACKETS}\W*\Z", re.IGNORECASE),
        "maybe authorities": late(rf"{_BEFORE}(?:{_MAYBE_AUTHORITIES}){_IN_BRACKETS}\W*\Z", re.IGNORECASE),
        "item": late(r"^(?:\W|\d{1,3}[.)]\s)+"),
        "ends name": late(r"[,\[(\d]"),
        "bold": late(r"(\*\*|__)(?!\s)[^\n]{2,70}\1:?\Z"),
        "entry": late(r"\d/\d|§|\[\d{4}\]| v\.? | c\. |\b[CT]-\d|:\d{4}:|\d (?:[A-Z][\w.&]* ){1,3}\d", re.IGNORECASE),
        "head note": late(rf"^(?:{_HEAD_NOTE})\s?:", re.IGNORECASE | re.MULTILINE),
        "within": late(rf"[\W\d_]*+(?:{_WITHIN})\W*\Z", re.IGNORECASE),
        "blank": late(r"\n(?: *\n)+"),
        # A sentence that goes on in small letters was wrapped by hand there, whatever its neighbours are.
        "line": late(rf"\n(?![{_SMALL}])|(?<=[.;:!?])\n|\n(?=\n)"),
        "underlined": late(r"([^\n]{1,200})\n([=\-~^])\2{2,} *\Z"),
        # "II. THE FACTS", "3.1 Jurisdiction", "A. Whether ..."
        "numbered": late(r"(\d{1,2}(?:\.\d{1,2}){0,4}|[IVX]{1,6}|[A-H])[.)]? +[^\W\d_]"),
        "citation": late(r"\d/\d|§| v\.? | c\. |\bnos?\. ", re.IGNORECASE),
        "key": late(r"([A-Za-z][\w-]{0,60})\s*[:=]\s*(.*)"),
    }


def of_text(text: str) -> Structure:
    """Structure of plain text (evened): paragraphs by blank lines, or by lines where none was broken by hand."""
    found = Structure()
    begin = front_matter(text, found)
    found.cuts, found.emphasis = emphasis.marks(text, begin)
    patterns = _patterns()
    unbroken = sum(m.end() - m.start() for m in re.finditer(rf"[^\n]{{{_LONGEST_WRAPPED},}}", text))
    breaks = patterns["line" if unbroken * 2 > len(text) else "blank"]
    found.pieces = with_authorities(text, [_plain(text, start, end) for start, end in between(text, breaks, begin)])
    return found


def blank_lines() -> re.Pattern[str]:
    """What parts paragraphs."""
    return _patterns()["blank"]


def between(text: str, breaks: re.Pattern[str], begin: int = 0) -> Iterator[tuple[int, int]]:
    """The stretches of *text* between the matches of *breaks* that are not blank; indentation included."""
    here = begin
    for found in breaks.finditer(text, begin):
        if not text[here : found.start()].isspace() and here < found.start():
            yield here, found.start()
        here = found.end()
    if here < len(text) and not text[here:].isspace():
        yield here, len(text)


def _plain(text: str, start: int, end: int) -> Piece:
    while text[start] == "\n":
        start += 1
    if text.startswith("    ", start):
        lines = text[start:end].split("\n")
        if all(line.startswith("    ") or not line.strip() for line in lines):
            return Piece(start, end, "quotation")
    if end - start > 200:
        return Piece(start, end)
    level = heading_level(text[start:end].strip())
    return Piece(start, end, "heading" if level else "body", level=level)


def heading_level(line: str) -> int:
    """
    The level of a heading as plain text has them, 0 where *line* is none.

    Underlined (``=`` is level 1), numbered ("3.1 Jurisdiction" is level 3), or short and all in capitals (level 1).
    A line that cites something or ends like a sentence is none.
    """
    patterns = _patterns()
    underlined = patterns["underlined"].match(line) if line[-1:] in "=-~^" and "\n" in line else None
    if underlined:
        return 1 if underlined[2] == "=" else 2
    if "\n" in line or not 3 <= len(line) <= 100 or line[-1] in ".,;:":
        return 0
    level = 0
    if line.isupper() and sum(map(str.isalpha, line)) * 2 > len(line):
        level = 1
    elif line[0] in "0123456789IVXABCDEFGH":
        numbered = patterns["numbered"].match(line)
        if numbered and line[numbered.end() - 1].isupper():
            level = 2 + numbered[1].count(".")
    return 0 if level and patterns["citation"].search(line) else level


def with_authorities(text: str, pieces: Sequence[Piece]) -> list[Piece]:
    """The pieces, those below a heading "Table of authorities" being ``authorities`` up to the next section."""
    patterns = _patterns()
    listed: list[Piece] = []
    level, by_a_heading = 0, True
    for index, piece in enumerate(pieces):
        if piece.kind == "heading" or (piece.kind == "body" and piece.end - piece.start < 80):
            words = text[piece.start : piece.end].strip()
            if (
                any(said in words.lower() for said in _SAID_OF_A_TABLE)
                and (
                    patterns["authorities"].match(words)
                    or (not level and patterns["maybe authorities"].match(words) and _has_entries(text, pieces, index))
                )
                and not (piece.start < _HEAD and patterns["head note"].search(text, 0, piece.start))
            ):
                level, by_a_heading = piece.level or 1, piece.kind == "heading"
                listed.append(Piece(piece.start, piece.end, "heading", piece.label, level))
                continue
            if level and piece.kind == "heading" and piece.level <= level and not patterns["within"].match(words):
                level = 0
            elif level and not by_a_heading and _is_in_bold(words) and not patterns["within"].match(words):
                level = 0  # where headings are paragraphs in bold type or in capitals, the next one ends the table
        if level and piece.kind in ("body", "cell") and piece.end - piece.start <= _LONGEST_ENTRY:
            piece = piece._replace(kind="authorities", level=0)
        listed.append(piece)
    return listed


def _has_entries(text: str, pieces: Sequence[Piece], index: int) -> bool:
    """Whether what follows the piece at *index*, up to the next heading, are entries of a table and no sentences."""
    entries = others = 0
    heading = pieces[index]
    for piece in pieces[index + 1 :]:
        words = text[piece.start : piece.end].strip()
        is_head = piece.kind == "heading" or _is_in_bold(words)
        if is_head and (entries or not _patterns()["within"].match(words)):
            break
        if is_head or (piece.kind == "cell" and len(words) < _SHORTEST_SURE_ENTRY):
            continue
        figures = words.rstrip(" *_.;|")
        while figures and not figures[-1].isdigit():
            figures = figures[:-1]
        behind = len(words) - len(figures)
        sure = len(words) <= _LONGEST_SURE_ENTRY and behind <= _BEHIND_THE_LAST_FIGURE and not _is_a_sentence(words)
        if sure and _patterns()["entry"].search(words):
            entries += 1
        else:
            others += 1
    return entries > 2 * others and (entries > 1 or heading.kind == "heading")


def _is_in_bold(words: str) -> bool:
    """Whether a short paragraph is a heading by its type: bold, or all in capitals and no citation."""
    return _patterns()["bold"].match(words) is not None or (
        words.isupper() and len(words) < _LONGEST_HEAD and _patterns()["entry"].search(words) is None
    )


def _is_a_sentence(words: str) -> bool:
    """Whether words in small letters stand before the first comma, bracket or figure that no name of a case has."""
    name = _patterns()["item"].sub("", words)
    start = _patterns()["ends name"].search(name)
    first = name[: start.start()] if start is not None else name
    return any(
        len(word) > _SHORTEST_VERB and word.islower() and word not in _IN_NAMES
        for word in first.replace("*", " ").replace("_", " ").split()[1:]
    )


# Words in small letters that names of cases have: between the parties, for others, before offices.
_IN_NAMES = frozenset(
    "gegen przeciwko prieš pret против проти contre contra contro tegen vastaan proti împotriva against others autres"
    " inni inne andere otros altri kiti citi другие інші muut teised andra parte joined cases case affaires affaire"
    " sprawa sprawie lieta lietā byla byloje дело справа ministre minister préfet prefect application skarga".split()
)
_SHORTEST_VERB, _LONGEST_HEAD = 3, 60


def front_matter(text: str, found: Structure) -> int:
    """
    Reads ``---`` or ``+++`` front matter into ``found.options`` and masks it; returns where the draft itself begins.

    Only ``key: value`` and ``key = "value"`` lines count: no nesting, no tags, no references. Keys in lower case with
    hyphens (``application-date``). Without its closing line, or with a line that is nothing of the kind, it is text.
    """
    fence = text[:3]
    if fence not in ("---", "+++") or text[3:80].partition("\n")[0].strip():
        return 0
    close = re.compile(rf"\n(?:{re.escape(fence)}|\.\.\.) *(?:\n|\Z)").search(text, 0, 20_000)
    if not close:
        return 0
    options: dict[str, str] = {}
    for line in text[3 : close.start()].split("\n"):
        stripped = line.strip()
        if not stripped or stripped[0] in "#-" or line[0] == " ":
            continue
        pair = _patterns()["key"].match(stripped)
        if not pair:
            return 0
        options[pair[1].lower().replace("_", "-")] = _scalar(pair[2])
    found.options = options
    found.masks.append((0, close.end()))
    return close.end()


def _scalar(written: str) -> str:
    if written[:1] in ("'", '"'):
        return written[1:].partition(written[0])[0]
    return written.partition(" #")[0].strip()


def blocks(found: Structure, text: str, move: Callable[[int, int], Span]) -> tuple[Block, ...]:
    """The pieces as blocks of the reading *text*, without white space at their ends; empty ones are left out."""
    made: list[Block] = []
    for piece in found.pieces:
        span = move(piece.start, piece.end)
        words = text[span.start : span.end]
        kept = words.strip()
        if not kept:
            continue
        if len(kept) < len(words):
            start = span.start + len(words) - len(words.lstrip())
            span = Span(start, start + len(kept))
        reads_at = None if piece.reads_at is None else move(piece.reads_at, piece.reads_at).start
        made.append(Block(span, piece.kind, piece.label, reads_at, piece.level, piece.number))
    return tuple(made)
