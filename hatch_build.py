"""
The build hook: a wheel carries the compiled registers instead of their tables; an editable install has them at once.
"""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface


class CustomBuildHook(BuildHookInterface):  # type: ignore[type-arg]  # the parameter is hatchling's own configuration
    """Compiles ``rules/`` before the wheel is made."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Build the SQLite file and put it into the wheel. *version* is ``"standard"`` or ``"editable"``."""
        if self.target_name != "wheel":
            return
        root = Path(self.root)
        sys.path.insert(
            0, str(root / "src")
        )  # the compiler needs the standard library only, so nothing has to be installed
        from refoulement_lint.registers.build import build, ensure

        target = root / "src" / "refoulement_lint" / "registers.sqlite"
        compiled = ensure if version == "editable" else build
        compiled(root / "rules", target)
        build_data["artifacts"].append("src/refoulement_lint/registers.sqlite")
