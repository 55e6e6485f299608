"""What to say to an authority that stands against an argument; read only where there is one."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any, Protocol

from refoulement_lint.model import Authority, Support


class Library(Protocol):
    """What is asked of the registers about an authority to offer."""

    def authority(self, target: str) -> Authority | None:
        """The row that the target means."""
        ...

    def title(self, target: str) -> str:
        """The target in words."""
        ...

    def answers(self, argument: str) -> Mapping[str, Mapping[str, Any]]:
        """What to say to each authority against that argument: target → ``answer`` and ``answered_by``."""
        ...


def answered(support: Support, arguments: Iterable[str], registers: Library) -> Support:
    """An authority against with what to say to it, from the file of the first of *arguments* that has an answer."""
    for argument in arguments:
        if (held := registers.answers(argument).get(support.target)) is not None:
            rests_on = tuple(_offered(one, registers) for one in held.get("answered_by", ()))
            return support._replace(answer=" ".join(held["answer"].split()), answered_by=rests_on)
    return support


def citation_of(target: str, registers: Library) -> str:
    """How the authority is cited; its words, where it is no decision."""
    authority = registers.authority(target)
    return authority.citation or authority.title if authority else registers.title(target)


def _offered(mapping: Mapping[str, Any], registers: Library) -> Support:
    return Support(
        target=mapping["target"],
        citation=citation_of(mapping["target"], registers),
        says=" ".join(mapping["says"].split()),
        source=" ".join(mapping["source"].split()),
        pinpoint=mapping.get("pinpoint", ""),
        verified=mapping.get("verified", False),
    )
