"""The build hook: a wheel carries the compiled registers instead of their tables, and an editable install has them at once."""

from __future__ import annotations

import importlib
import sys
import types
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface


class CustomBuildHook(BuildHookInterface):  # type: ignore[type-arg]  # hatchling's own type parameter is its configuration
    """Compiles ``rules/`` before the wheel is made."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Build the SQLite file; put it into the wheel. *version* is ``"standard"`` or ``"editable"``."""
        if self.target_name != "wheel":
            return
        root = Path(self.root)
        target = root / "src" / "refoulement_lint" / "registers.sqlite"
        compiler = _compiler(root)
        if version == "editable":
            compiler.ensure(root / "rules", target)
        else:
            compiler.build(root / "rules", target)
            build_data["force_include"][str(target)] = "refoulement_lint/registers.sqlite"
        build_data["artifacts"].append("src/refoulement_lint/registers.sqlite")


def _compiler(root: Path) -> Any:
    """``registers/build.py``, reached around ``refoulement_lint/__init__.py``, whose dependencies a build environment lacks."""
    name = "refoulement_lint"
    package = types.ModuleType(name)
    package.__path__ = [str(root / "src" / name)]
    sys.modules[name] = package
    return importlib.import_module(f"{name}.registers.build")
