"""The report for programs: the JSON of the contract."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from refoulement_lint.model import Report


def render(report: Report) -> str:
    """The contract's object, indented by one space, keys always in the same order, with a newline at its end."""
    return written(report.to_dict(), indent=1) + "\n"


def written(value: Any, *, indent: int | None = None) -> str:  # whatever JSON can hold
    """
    *value* as JSON in UTF-8's characters, without lone surrogates.

    A file name that is no UTF-8 reaches Python with surrogates in it; many readers refuse those: U+FFFD stands there.
    """
    return re.sub("[\ud800-\udfff]", "\ufffd", json.dumps(value, ensure_ascii=False, indent=indent))
