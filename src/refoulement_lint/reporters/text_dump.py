"""The text that offsets count in."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from refoulement_lint.model import Report


def render(report: Report) -> str:
    """``source`` of the document, exactly; of several, each below a line with its path, from which offsets count."""
    if len(report.documents) == 1:
        return report.documents[0].source
    return "".join(f"==> {document.path} <==\n{document.source}\n" for document in report.documents)
