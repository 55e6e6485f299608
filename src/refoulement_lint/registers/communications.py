"""Communications to the treaty bodies: whose they are, against whom, and which numbers were seen."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Mapping
from functools import cached_property

from refoulement_lint.registers.layout import stored
from refoulement_lint.registers.names import parties
from refoulement_lint.registers.states import States


class Communications:
    """What the register of communications knows beside its rows; asked only where a draft cites a committee."""

    def __init__(self, connection: sqlite3.Connection, states: States) -> None:
        self._connection = connection
        self._states = states

    def of(self, applicant: str) -> tuple[str, ...]:
        """The targets of the communications of a folded applicant; asked only where something does not agree."""
        return self._of_applicants.get(applicant, ())

    def sounding(self, name: str) -> tuple[str, ...]:
        """The communications whose parties sound like those of a name in Cyrillic letters."""
        from refoulement_lint.registers.sounds import same_sound, same_state  # only such names need them

        found = (
            target
            for target, title in self._titles
            if same_sound(name, title) and (same_state(name, title) or self.states_of(parties(name)[1]))
        )
        return tuple(dict.fromkeys(found))

    @cached_property
    def _titles(self) -> tuple[tuple[str, str], ...]:
        rows = self._connection.execute(
            "SELECT min(n.target), c.title FROM court c JOIN court_numbers n ON n.id = c.id"
            " WHERE c.register = 'un' AND instr(n.target, '/C/') = 0 GROUP BY c.id"
        )
        return tuple((target, title) for target, title in rows if title)

    def like(self, applicant: str) -> tuple[str, ...]:
        """The same of applicants of whom one has all words of the other: "Berg" and "Van den Berg"."""
        words = set(applicant.split())
        found = (
            targets
            for known, targets in self._of_applicants.items()
            if words and ((theirs := set(known.split())) <= words or words <= theirs) and theirs
        )
        return tuple(dict.fromkeys(target for targets in found for target in targets))

    @cached_property
    def _of_applicants(self) -> dict[str, tuple[str, ...]]:
        held: dict[str, tuple[str, ...]] = {}
        rows = self._connection.execute(
            "SELECT min(n.target), c.title, c.aliases FROM court c JOIN court_numbers n ON n.id = c.id"
            " WHERE c.register = 'un' AND instr(n.target, '/C/') = 0 GROUP BY c.id"
        )
        for target, title, aliases in rows:
            for name in (title, *filter(None, aliases.split(";"))):
                applicant = parties(name)[0]
                held[applicant] = tuple(dict.fromkeys((*held.get(applicant, ()), target)))
        return held

    def states_of(self, respondent: str) -> frozenset[str]:
        """The States that a folded respondent names; those too that only communications were brought against."""
        return self._states.in_respondent(respondent) or self._other_respondents.get(respondent, frozenset())

    @cached_property
    def _other_respondents(self) -> dict[str, frozenset[str]]:
        rows = self._connection.execute("SELECT title, extra FROM court WHERE register = 'un'")
        held = ((parties(title)[1], json.loads(extra).get("state", "")) for title, extra in rows)
        return {respondent: frozenset((state,)) for respondent, state in held if respondent and len(state) == 3}

    @cached_property
    def numbers(self) -> Mapping[tuple[str, str], tuple[int, int]]:
        """Committee and year → the lowest and the highest number of a communication that was seen."""
        return {
            ({"CCPR": "hrc"}.get(row["body"], row["body"].lower()), row["year"]): (
                int(row["lowest_no"]),
                int(row["highest_no"]),
            )
            for row in stored(self._connection, "communications")
        }
