"""LaTeX and reStructuredText, read as text: the words, with the commonest marks of their markups left out."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from refoulement_lint.formats import structure
from refoulement_lint.formats.encodings import decode
from refoulement_lint.formats.text import compose

if TYPE_CHECKING:
    from refoulement_lint.formats.limits import Limits
    from refoulement_lint.formats.structure import Structure
    from refoulement_lint.model import Document

EXTENSIONS = (".tex", ".rst")

_SIGNS = {
    "~": " ",
    r"\S": "§",
    r"\P": "¶",
    r"\,": " ",
    r"\ ": " ",
    r"\-": "",
    "---": "—",
    "--": "–",
    "``": '"',
    "''": '"',
}


def read(raw: bytes, path: str, *, encoding: str | None, limits: Limits) -> Document:
    """
    A .tex or .rst file.

    Of LaTeX, comments and the preamble are blank, ``\\emph{…}`` and the like leave their words, ``\\S~3`` reads "§ 3";
    the arguments of other commands stay in the text. Of reStructuredText, literals and comments are blank.

    Raises:
        DocumentError: The bytes are no text, or no encoding can be told.
    """
    source, encoding, problems = decode(raw, encoding)
    latex = path.lower().endswith(".tex")
    found_by = _of_latex if latex else _of_rst
    return compose(
        path, "tex" if latex else "rst", source, found_by, encoding=encoding, problems=problems, limits=limits
    )


@lru_cache(maxsize=1)
def _patterns() -> dict[str, re.Pattern[str]]:
    return {
        "comment": re.compile(r"(?<!\\)%[^\n]*"),
        "group": re.compile(r"\\(emph|textit|textsl|textbf|textsc|textrm|text|mbox|footnote|section|subsection)\*?\{"),
        "brace": re.compile(r"(?<!\\)[{}]"),
        "sign": re.compile(r"\\S(?![A-Za-z]) ?|\\P(?![A-Za-z]) ?|(?<!\\)~|\\[,\- ]|---?|``|''"),
        "escape": re.compile(r"\\(?=[%&$#_{}])"),
        "literal": re.compile(r"``[^`\n]{1,400}``"),
        "directive": re.compile(r"(?:\A|\n)\.\. (?!\[)[^\n]*(?:\n +[^\n]*)*"),
        "role": re.compile(r":[a-z:]{1,40}:`(?=[^`\n]{1,200}`)"),
    }


def _of_latex(text: str) -> Structure:
    patterns = _patterns()
    found = structure.Structure()
    begin = text.find(r"\begin{document}")
    begin = 0 if begin < 0 else begin + len(r"\begin{document}")
    if begin:
        found.masks.append((0, begin))
    found.masks += [comment.span() for comment in patterns["comment"].finditer(text, begin)]
    opened = {group.end() - 1: group for group in patterns["group"].finditer(text, begin)}
    groups: list[re.Match[str] | None] = []
    for brace in patterns["brace"].finditer(text, begin):
        if brace[0] == "{":
            groups.append(opened.get(brace.start()))
        elif groups:
            group = groups.pop()
            if group is None:
                continue
            # A note's words stand apart from the sentence that they are hung on.
            instead = " " if group[1] == "footnote" else ""
            found.cuts += (*group.span(), instead), (*brace.span(), instead)
            if group[1] in ("emph", "textit", "textsl"):
                found.emphasis.append((group.end(), brace.start()))
    for sign in patterns["sign"].finditer(text, begin):
        found.cuts.append((*sign.span(), _SIGNS[sign[0] if sign[0] == r"\ " else sign[0].rstrip(" ")]))
    found.cuts += [(*escape.span(), "") for escape in patterns["escape"].finditer(text, begin)]
    found.emphasis.sort()
    pieces = [structure.Piece(start, end) for start, end in structure.between(text, structure.blank_lines(), begin)]
    found.pieces = structure.with_authorities(text, pieces)
    return found


def _of_rst(text: str) -> Structure:
    found = structure.of_text(text)
    patterns = _patterns()
    if "``" in text:
        found.masks += [literal.span() for literal in patterns["literal"].finditer(text)]
    found.masks += [comment.span() for comment in patterns["directive"].finditer(text)]
    for role in patterns["role"].finditer(text):
        closing = text.index("`", role.end())
        found.cuts += (*role.span(), ""), (closing, closing + 1, "")
    return found
