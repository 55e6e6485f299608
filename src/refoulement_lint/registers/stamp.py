"""Whether the compiled registers are as new as the checkout they come from: one look at each source, nothing read."""

from __future__ import annotations

import os
from pathlib import Path

from refoulement_lint.registers.layout import SCHEMA

# The files of the compiler: when one of them changes, what it made is old too.
_HERE = Path(__file__).parent
COMPILER = (
    *(_HERE / f"{name}.py" for name in ("build", "tables", "names", "states", "layout", "learning")),
    *(_HERE.parent / f"{name}.py" for name in ("folding", "likeness", "tokens", "words_in_a_row")),
)


def signature(rules: Path) -> str:
    """Number, total size and newest change of all sources: what differs when one of them was touched."""
    number = size = newest = 0
    folders = [str(rules)]
    while folders:
        with os.scandir(folders.pop()) as entries:
            for entry in entries:
                if entry.is_dir():
                    folders.append(entry.path)
                elif entry.name.endswith((".toml", ".tsv")):
                    status = entry.stat()
                    number += 1
                    size += status.st_size
                    newest = max(newest, status.st_mtime_ns)
    for code in COMPILER:
        newest = max(newest, code.stat().st_mtime_ns)
    return f"{SCHEMA} {number} {size} {newest}"


def stamp_of(target: Path) -> Path:
    """The file beside *target* that remembers the signature of what it was made from."""
    return target.with_name(target.name + ".stamp")


def is_current(rules: Path, target: Path) -> bool:
    """Whether *target* was made from *rules* as they are now."""
    stamp = stamp_of(target)
    return target.exists() and stamp.exists() and stamp.read_text("utf-8") == signature(rules)
