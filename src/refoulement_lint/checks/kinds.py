"""Which check kinds there are."""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING

from refoulement_lint.checks import (
    CheckKind,
    argument,
    consistency,
    element,
    evidence,
    form,
    habit,
    in_force,
    input,
    outcome,
    privacy,
    provision,
    quotation,
    register,
    scope,
    sources,
    time_limits,
    wording,
)

if TYPE_CHECKING:
    from collections.abc import Mapping

_MODULES: tuple[CheckKind, ...] = (
    form, element, habit, register, outcome, provision, scope, in_force, quotation, argument,
    wording, consistency, input, evidence, sources, privacy,
    time_limits,
)  # fmt: skip
KINDS: Mapping[str, CheckKind] = MappingProxyType({module.KIND: module for module in _MODULES})
"""The closed set. A new kind is one file beside these and one line here, and needs three rules that want it."""
