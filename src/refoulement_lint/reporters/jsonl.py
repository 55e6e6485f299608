"""One JSON object a line: citations or facts, as the contract has them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from refoulement_lint.reporters.json import written

if TYPE_CHECKING:
    from refoulement_lint.model import Report


def render(report: Report, *, of: str = "citations") -> str:
    """The ``citations`` or ``facts`` of all documents in order; an empty text when there are none."""
    lines: list[str] = []
    for document in report.documents:
        found = document.citations if of == "citations" else document.facts
        lines += [written({"doc": document.path, **each.to_dict()}) + "\n" for each in found]
    return "".join(lines)
