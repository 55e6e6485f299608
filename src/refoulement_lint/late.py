"""Patterns that are compiled when they are first used: one page needs a third of them, and each costs its time."""

from __future__ import annotations

import re
from typing import Any, cast


class _Late:
    """What stands for a pattern until it is asked for one of its methods; then it has them all."""

    def __init__(self, pattern: str, flags: int) -> None:
        self._asked = pattern, flags

    def __getattr__(self, name: str) -> Any:  # whatever a pattern has
        pattern = re.compile(*self._asked)
        for method in ("match", "fullmatch", "search", "finditer", "findall", "sub", "split"):
            setattr(self, method, getattr(pattern, method))
        return getattr(pattern, name)


def late(pattern: str, flags: int = 0) -> re.Pattern[str]:
    """The pattern, as ``re.compile`` gives it, but compiled at its first use."""
    return cast("re.Pattern[str]", _Late(pattern, flags))
