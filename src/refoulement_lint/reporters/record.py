"""The verification record as a file: Markdown, a page to print, or JSON; and the words that the first two share."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from refoulement_lint.reporters import record_html, record_markdown
from refoulement_lint.reporters.json import written

if TYPE_CHECKING:
    from refoulement_lint.record import Record


def in_json(record: Record) -> str:
    """The record for programs, with the number of its schema."""
    return written(record.to_dict(), indent=1) + "\n"


RENDER: dict[str, Callable[[Record], str]] = {
    ".md": record_markdown.render,
    ".html": record_html.render,
    ".json": in_json,
}
"""How a record is written, by the ending of the file."""
