"""Reporting: each module here turns a ``Report`` into text by one function ``render(report)``."""

from __future__ import annotations

from pathlib import Path

# Modules that are no format of ``check``: what the others share, and what belongs to other commands.
_NOT_FOR_CHECK = (
    "authorities", "changes", "excerpt", "jsonl", "listing", "pages", "record", "record_html", "record_markdown",
    "record_words", "table",
)  # fmt: skip


def formats() -> tuple[str, ...]:
    """The names for ``check --output-format``, sorted: those of the modules here, with hyphens."""
    names = (file.stem for file in Path(__file__).parent.glob("[a-z]*.py"))
    return tuple(sorted(name.replace("_", "-") for name in names if name not in _NOT_FOR_CHECK))
