"""
refoulement-lint: the citation linter and brief assistant for refugee law.

Ten names: the verbs ``lint``, ``fix``, ``find_citations``, ``look_up``, ``rules`` and the nouns ``Document``,
``Citation``, ``Authority``, ``Finding``, ``Report``. Nothing is opened, compiled or imported before one of them is
asked for.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

__all__ = [
    "Authority",
    "Citation",
    "Document",
    "Finding",
    "Report",
    "find_citations",
    "fix",
    "lint",
    "look_up",
    "rules",
]

if TYPE_CHECKING:
    from refoulement_lint.catalogue import rules
    from refoulement_lint.fixing import fix
    from refoulement_lint.model import Authority, Citation, Document, Finding, Report
    from refoulement_lint.pipeline import find_citations, lint, look_up

_HOME = {
    "Authority": "model", "Citation": "model", "Document": "model", "Finding": "model", "Report": "model",
    "find_citations": "pipeline", "lint": "pipeline", "look_up": "pipeline", "fix": "fixing", "rules": "catalogue",
}  # fmt: skip


def __getattr__(name: str) -> Any:  # whatever the module of that name defines
    if name not in _HOME:
        raise AttributeError(f"module 'refoulement_lint' has no attribute {name!r}")
    from importlib import import_module

    return getattr(import_module(f"refoulement_lint.{_HOME[name]}"), name)


def __dir__() -> list[str]:
    return __all__
