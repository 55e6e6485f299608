"""Citations or facts in columns: a table for a spreadsheet, or lines for a reader."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from io import StringIO
from typing import TYPE_CHECKING, Any

from refoulement_lint.reporters import table

if TYPE_CHECKING:
    from refoulement_lint.model import Report

COLUMNS = ("doc", "place", "start", "end", "kind", "form", "target", "pinpoint", "status", "text")
SHORT = ("place", "status", "kind", "target", "text")
"""What a reader needs of them; the document stands above its lines."""

_WIDTH = 120
# A spreadsheet takes a cell that begins so for a formula; some pass over spaces before it.
_FORMULA = ("=", "+", "-", "@")


def as_csv(report: Report, *, of: str) -> str:
    """A table with a head, cells in quotation marks where they need them; nothing in it is a formula."""
    out = StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(COLUMNS)
    for path, rows in _rows(report, of):
        for row in rows:
            # A carriage return by itself begins a row for some readers, and Python does not quote it.
            cells = (str(path if name == "doc" else row.get(name, "")).replace("\r", " ") for name in COLUMNS)
            writer.writerow(f"'{cell}" if cell.lstrip().startswith(_FORMULA) else cell for cell in cells)
    return out.getvalue()


def as_text(report: Report, *, of: str) -> str:
    """For each document its path and a table; documents in which nothing was found say so."""
    told: list[str] = []
    for path, rows in _rows(report, of):
        names = [name for name in SHORT if any(row.get(name) for row in rows)]
        cells = [names, *([str(row.get(name) or "—") for name in names] for row in rows)]
        told += [*table.lines([[path]], _WIDTH), *(table.lines(cells, _WIDTH) if rows else [f"no {of}"]), ""]
    return "\n".join(told)


def _rows(report: Report, of: str) -> Iterator[tuple[str, list[dict[str, Any]]]]:
    """For each document that was read its path, and a row for each citation or fact, with words for its place."""
    for document in report.documents:
        if document.complete:
            found = document.citations if of == "citations" else document.facts
            rows = [
                {name: "" if value is None else value for name, value in each.to_dict().items()}
                | {"place": str(getattr(each, "place", None) or ""), "text": " ".join(each.text.split())}
                for each in found
            ]
            yield document.path, rows
