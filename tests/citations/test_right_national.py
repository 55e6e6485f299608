"""National decisions and statutes as lawyers write them, all of them right: each is found, none is faulted."""

from __future__ import annotations

import pytest

from refoulement_lint.engine import Engine
from refoulement_lint.model import Document, Finding, Report


def test_placeholder() -> None:
    """Replaced below."""
