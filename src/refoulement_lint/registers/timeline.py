"""What held from when to when: law as versions, each starting on a day and holding until the next one starts."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Mapping
from datetime import date
from itertools import pairwise
from typing import Generic, TypeVar

from attrs import field, frozen

T = TypeVar("T")


@frozen(eq=False, repr=False)
class Timeline(Generic[T]):
    """
    Versions in the order of their days, without gaps: each holds on its first day and on every day before the next
    one's.

    ``None`` as a version means "nothing governs from this day": before the first day there is nothing either. What
    nobody knows is not a version; give such a thing no timeline.
    """

    starts: tuple[date, ...] = field()
    versions: tuple[T | None, ...] = field()

    @starts.validator
    def _in_order(self, attribute: object, value: tuple[date, ...]) -> None:
        if any(later <= earlier for earlier, later in pairwise(value)):
            raise ValueError("each version starts after the one before it")

    @versions.validator
    def _as_many(self, attribute: object, value: tuple[T | None, ...]) -> None:
        if len(value) != len(self.starts):
            raise ValueError(f"{len(self.starts)} days for {len(value)} versions")

    @classmethod
    def of(cls, versions: Mapping[date, T | None]) -> Timeline[T]:
        """The timeline of *versions*, each under its first day, in any order."""
        days = sorted(versions)
        return cls(tuple(days), tuple(versions[day] for day in days))

    def on(self, day: date) -> T | None:
        """The version that governs on *day*, or ``None`` when none does."""
        place = bisect_right(self.starts, day)
        return self.versions[place - 1] if place else None

    def changes(self) -> tuple[date, ...]:
        """The days on which something else starts to govern."""
        return self.starts

    def until(self, day: date) -> date | None:
        """The first day after *day* on which something else starts, or ``None`` when nothing does."""
        place = bisect_right(self.starts, day)
        return self.starts[place] if place < len(self.starts) else None

    def since(self, day: date) -> date | None:
        """The day on which what governs on *day* started, or ``None`` when nothing governs."""
        place = bisect_right(self.starts, day)
        return self.starts[place - 1] if place and self.versions[place - 1] is not None else None
