"""PDF, with the extra ``pdf``: the words of its pages, as paragraphs again."""

from __future__ import annotations

import re
from collections import Counter
from functools import lru_cache
from io import BytesIO
from typing import TYPE_CHECKING

from refoulement_lint.formats.limits import MEBIBYTE
from refoulement_lint.formats.structure import Piece, Structure, heading_level, with_authorities
from refoulement_lint.formats.text import compose
from refoulement_lint.model import Document, DocumentError, Problem

if TYPE_CHECKING:
    from collections.abc import Iterator

    from refoulement_lint.formats.limits import Limits

EXTENSIONS = (".pdf",)

# A line that is much shorter than the others ends its paragraph, if a sentence ends with it.
_SHORT = 0.8
# A running head stands on every page, or on every left one.
_RUNNING = 0.4
_FEWEST_RUNNING = 3
# How many lines from the edge of a page a running head or foot may stand.
_EDGE = 2
# A scanned page has no letters, but a stamp or a page number may have been typed on it.
_LETTERS_OF_A_PAGE = 20

_LIGATURES = {"\ufb00": "ff", "\ufb01": "fi", "\ufb02": "fl", "\ufb03": "ffi", "\ufb04": "ffl", "\ufb05": "st"}


@lru_cache(maxsize=1)
def _patterns() -> dict[str, re.Pattern[str]]:
    return {
        "numbered": re.compile(
            r" *(?:\d{1,4}\.(?:\d{1,2}\.?)?|\[\d{1,4}\]|\(\d{1,4}\)|\d{1,3}\)|§ ?\d{1,4}|[•●–▪*-]) +\S"
        ),
        "page": re.compile(r"[-–— ]*(?:page +)?\d{1,4}(?: *(?:/|of) *\d{1,4})?[-–— ]*\Z", re.IGNORECASE),
        "ended": re.compile(r"[.:;!?][\"')\]]*\d{0,3} *\Z"),
        "hyphen": re.compile(r"(?<=[^\W\d_])[-\xad] ?\n(?=[^\W\d_])"),
        "ligature": re.compile(f"[{''.join(_LIGATURES)}]"),
    }


def read(raw: bytes, path: str, *, encoding: str | None, limits: Limits) -> Document:
    """
    A PDF with a text layer; *encoding* is not asked for.

    ``Document.source`` has the lines of all pages as they are printed. In the reading, running heads and page numbers
    are left out, words divided at a line's end are whole, and lines are paragraphs again, so far as their length and
    their numbers show where one ends.

    Raises:
        DocumentError: ``pypdf`` is not installed; the file is encrypted, damaged, a scan without text, or breaks a
            ceiling.
    """
    pages = _pages(raw, limits)
    letters = [sum(map(str.isalpha, page)) for page in pages]
    if not any(count >= _LETTERS_OF_A_PAGE for count in letters):
        raise DocumentError("it has no text layer, only pictures of pages; run text recognition (OCR) over it first.")
    bare = sum(count < _LETTERS_OF_A_PAGE for count in letters)
    problems = []
    if bare:
        told = "one page has" if bare == 1 else f"{bare} pages have"
        problems.append(Problem("not-read", f"{told} no text, perhaps only a picture of it"))
    if b"/JavaScript" in raw or b"/Launch" in raw:
        problems.append(Problem("macros", "the file carries scripts; they were not looked at and never run"))
    if b"/EmbeddedFile" in raw:
        problems.append(Problem("not-read", "files are attached to it; they were not read"))

    def structure(evened: str) -> Structure:
        found = _structure(evened, [len(page) for page in pages])
        found.pieces = with_authorities(evened, found.pieces)
        return found

    return compose(path, "pdf", "\n".join(pages), structure, problems=problems, limits=limits)


def _pages(raw: bytes, limits: Limits) -> list[str]:
    """The text of each page."""
    try:
        import logging

        import pypdf
        from pypdf.errors import DependencyError, FileNotDecryptedError
    except ImportError:
        raise DocumentError(
            "PDF is read with an extra: pip install refoulement-lint[pdf]; or give the .docx that it was made from."
        ) from None
    logging.getLogger("pypdf").setLevel(logging.CRITICAL + 1)  # what it complains of, nobody can mend
    pages: list[str] = []
    length = 0
    try:
        reader = pypdf.PdfReader(BytesIO(raw))
        if len(reader.pages) > limits.members:
            raise DocumentError(f"it has more than {limits.members:,} pages (--max-members).")
        for page in reader.pages:
            text = page.extract_text().replace("\x00", " ").encode("utf-8", "replace").decode("utf-8")
            length += len(text)
            if length > limits.unpacked_mib * MEBIBYTE:
                raise DocumentError(f"it unpacks to more than {limits.unpacked_mib} MiB (--max-unpacked-mib).")
            pages.append(text)
    except DocumentError:
        raise
    except (FileNotDecryptedError, DependencyError):
        raise DocumentError("it is encrypted with a password; save it without one.") from None
    except (Exception, RecursionError):  # a stranger's file may break the library in any way
        raise DocumentError("it is truncated or damaged, or is no PDF at all.") from None
    return pages


# --- lines become paragraphs -----------------------------------------------------------------------------------------


def _structure(text: str, lengths: list[int]) -> Structure:
    found = Structure()
    lines = list(_lines(text, lengths))
    running = _running(lines, text)
    for line in running:
        start, end, _, _ = lines[line]
        found.cuts.append((start, min(end + 1, len(text)), ""))
    kept = [line for number, line in enumerate(lines) if number not in running]
    wide = sorted(end - start for start, end, _, _ in kept)
    usual = wide[len(wide) * 9 // 10] if wide else 0
    begin = 0
    for place in range(1, len(kept) + 1):
        if place == len(kept) or _begins(text, kept[place - 1], kept[place], usual):
            found.pieces.append(_piece(text, kept[begin:place]))
            begin = place
    for hyphen in _patterns()["hyphen"].finditer(text):
        if text[hyphen.end()].islower():
            found.cuts.append((*hyphen.span(), ""))
    found.cuts += [(*ligature.span(), _LIGATURES[ligature[0]]) for ligature in _patterns()["ligature"].finditer(text)]
    return found


def _lines(text: str, lengths: list[int]) -> Iterator[tuple[int, int, int, int]]:
    """Start, end, page and distance from the page's edge (0 is its first or last line) of every line."""
    at = 0
    for page, length in enumerate(lengths, start=1):
        spans: list[tuple[int, int]] = []
        start = at
        while start <= at + length:
            end = text.find("\n", start, at + length)
            end = at + length if end < 0 else end
            spans.append((start, end))
            start = end + 1
        written = [span for span in spans if text[slice(*span)].strip()]
        for place, (start, end) in enumerate(written):
            yield start, end, page, min(place, len(written) - 1 - place)
        at += length + 1


def _running(lines: list[tuple[int, int, int, int]], text: str) -> set[int]:
    """The lines that are a running head or foot, or the number of a page."""
    pages = lines[-1][2] if lines else 0
    said: Counter[str] = Counter()
    edges: dict[int, str] = {}
    for number, (start, end, _, distance) in enumerate(lines):
        if distance < _EDGE:
            edges[number] = re.sub(r"\d+", "#", " ".join(text[start:end].split()))
            said[edges[number]] += 1
    often = max(_FEWEST_RUNNING, _RUNNING * pages)
    return {
        number
        for number, words in edges.items()
        if (said[words] >= often and len(words) > 1)
        or (lines[number][3] == 0 and _patterns()["page"].match(text[lines[number][0] : lines[number][1]].strip()))
    }


def _begins(text: str, before: tuple[int, int, int, int], line: tuple[int, int, int, int], usual: int) -> bool:
    """Whether a paragraph begins with *line*."""
    words, last = text[line[0] : line[1]].strip(), text[before[0] : before[1]].rstrip()
    blank = line[2] == before[2] and text.count("\n", before[1], line[0]) > 1
    if blank or _patterns()["numbered"].match(words):
        return True
    level = heading_level(last.strip())
    if level and (last.isupper() or len(last) < _SHORT * usual) and heading_level(words) != level:
        return True
    if words[:1].islower():
        return False
    if len(last) >= _SHORT * usual and line[2] == before[2]:
        return False
    return bool(_patterns()["ended"].search(last)) or (len(last) < _SHORT * usual / 2 and len(last) < 60)


def _piece(text: str, lines: list[tuple[int, int, int, int]]) -> Piece:
    start, end, page = lines[0][0], lines[-1][1], lines[0][2]
    level = heading_level(" ".join(text[start:end].split())) if end - start <= 120 else 0
    return Piece(start, end, "heading" if level else "body", f"page {page}", level)
