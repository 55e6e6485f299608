"""How far the registers reach: what stands beside every negative answer."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from typing import Any

from refoulement_lint.model import Coverage


class Reach:
    """What ``rules/law/cases/COVERAGE.toml`` says, with the rows counted when the tables were compiled."""

    def __init__(self, registers: Iterable[Mapping[str, Any]]) -> None:
        self._registers = {register["id"]: register for register in registers}

    @property
    def coverage(self) -> tuple[Coverage, ...]:
        """Each register with its first and last day, its rows, and its sentence."""
        return tuple(
            Coverage(
                name,
                held["from"],
                held["to"],
                held["rows"],
                " ".join(held["says"].split()),
                next((window["to"] for window in held.get("window", ()) if window["complete"]), ""),
            )
            for name, held in self._registers.items()
        )

    def source(self, register: str) -> str:
        """Where the rows of a register come from."""
        return " ".join(self._registers[register].get("source", "").split())

    def sentence(self, register: str) -> str:
        """What to print with a negative answer; empty for a register that there is not."""
        return next((coverage.says for coverage in self.coverage if coverage.register == register), "")

    def covers(self, register: str, day: str, kind: str, states: Collection[str] = ()) -> bool | None:
        """
        Whether everything of that kind (``JUD``, ``DEC``) of *day*, an ISO date or a year, against *states* is held.

        ``None`` when that cannot be said: no day is given, or only some of that time are held.
        """
        if not day:
            return None
        first, last = (day, day) if len(day) == 10 else (f"{day[:4]}-01-01", f"{day[:4]}-12-31")
        windows = [window for window in self._registers[register].get("window", ()) if window["kind"] == kind]
        if any(
            window["complete"]
            and window["from"] <= first
            and last <= window["to"]
            and not set(states) & set(window.get("except", ()))
            for window in windows
        ):
            return True
        partly = any(window["from"] <= last and first <= window["to"] for window in windows)
        return None if partly else False
