"""What a rule is: the values that a rule file becomes, and what a check lets its rules say."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, NamedTuple

from attrs import field, frozen


class Ground(NamedTuple):
    """What a rule rests on: the authority, what it says, where that is written, and the day somebody looked there."""

    cite: str
    says: str
    source: str
    checked: str


@frozen(kw_only=True, eq=False, repr=False)
class Rule:
    """
    One rule file, without its page.

    *name* is ``family/fault``, its path below ``rules/``. *kind* is the check that runs it, *parameters* what the check
    needs. Empty *languages*, *forums*, *states* mean every one.
    """

    name: str
    title: str
    message: str
    severity: str
    fix: str
    since: str
    kind: str
    parameters: Mapping[str, Any] = field(factory=dict)
    """Texts, tuples of texts and ISO dates; which ones depends on the kind."""
    preview: bool = False
    languages: tuple[str, ...] = ()
    forums: tuple[str, ...] = ()
    states: tuple[str, ...] = ()
    formerly: tuple[str, ...] = ()
    support: Mapping[str, tuple[str, ...]] = field(factory=dict)
    authority: tuple[Ground, ...] = ()

    @property
    def family(self) -> str:
        """The folder: what kind of fault it is about."""
        return self.name.partition("/")[0]

    def speaks_in(self, language: str, forum: str, state: str | None) -> bool:
        """Whether the rule is meant for a draft in this language, before this forum, about this state."""
        return (
            (not self.languages or language in self.languages)
            and (not self.forums or forum in self.forums)
            and (not self.states or state in self.states)
        )


class Parameter(NamedTuple):
    """
    What one key of ``[check]`` may hold.

    *of* is ``text``, ``texts`` (a list), ``phrases`` (a list in the phrase language, looked for everywhere),
    ``asked`` (the same, asked about one sentence at a time), ``flag``, ``day`` or ``count``; *choices* closes the set
    of texts when it is not empty.
    """

    of: str
    choices: tuple[str, ...] = ()
    required: bool = False
