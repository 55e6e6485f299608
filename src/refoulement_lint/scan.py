"""One pass over the text: every literal that any citation grammar waits for, in one automaton."""

from __future__ import annotations

from array import array
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

from ahocorasick_rs import AhoCorasick

from refoulement_lint.folding import fold

__all__ = ["Hit", "Hits", "Scan", "fold"]

# A hit: where the literal stands in the folded text (same offsets as the reading), and which literal it is.
Hit = tuple[int, int, str]


class Hits:
    """The hits for one owner, in the order in which they end; a tenth of the memory that tuples would take."""

    def __init__(self, literals: Sequence[str]) -> None:
        self._literals = literals
        self._starts, self._which = array("I"), array("H" if len(literals) <= 1 << 16 else "I")

    def add(self, start: int, which: int) -> None:
        """One more hit: of the literal *which*."""
        self._starts.append(start)
        self._which.append(which)

    def __iter__(self) -> Iterator[Hit]:
        for start, which in zip(self._starts, self._which, strict=True):
            literal = self._literals[which]
            yield start, start + len(literal), literal

    def __len__(self) -> int:
        return len(self._starts)


class Scan:
    """
    The automaton over all literals, or over those that *may_stand* in a text, and who waits for each.

    Measured on a shared machine: some 7,000 literals build in 11 ms and run at 35 MB/s or more; only windows around
    hits meet a grammar.
    """

    def __init__(
        self, literals: Mapping[str, Iterable[str]], may_stand: Callable[[str], bool] = lambda literal: True
    ) -> None:
        waiting: dict[str, list[str]] = {}
        for owner in literals:
            # Folded all at once, which takes a tenth of the time.
            for literal in dict.fromkeys(fold("\n".join(literals[owner])).splitlines()):
                if may_stand(literal):
                    waiting.setdefault(literal, []).append(owner)
        self._literals = list(waiting)
        self._owners = [tuple(owners) for owners in waiting.values()]
        self._names = tuple(literals)
        self._automaton = AhoCorasick(self._literals) if self._literals else None

    def hits(self, pages: Iterable[tuple[int, str]]) -> dict[str, Hits]:
        """
        For each owner its hits, overlapping ones included. *pages* are pieces of the folded text, each with where it
        begins; no literal runs over their edges.
        """
        found = {name: Hits(self._literals) for name in self._names}
        waiting = [tuple(found[owner].add for owner in owners) for owners in self._owners]
        for at, page in pages:  # to the last, also where nothing is waited for: who makes them may look at them too
            if self._automaton is None:
                continue
            for index, start, _ in self._automaton.find_matches_as_indexes(page, overlapping=True):
                for add in waiting[index]:
                    add(at + start, index)
        return found
