"""What the registers answer."""

from datetime import date
from typing import Any, NamedTuple


class Coverage(NamedTuple):
    """
    What one register holds: from when to when, how many rows, and the sentence to print with a negative answer.

    *complete* is the day to which all judgments are held, or all decisions of a committee; what is later was selected.
    """

    register: str
    since: str
    until: str
    rows: int
    says: str = ""
    complete: str = ""

    def to_dict(self) -> dict[str, Any]:
        """The contract's object for it."""
        held = {"register": self.register, "from": self.since, "to": self.until, "rows": self.rows, "says": self.says}
        return {**held, "complete": self.complete} if self.complete else held


class Holding(NamedTuple):
    """What one of our own registers holds, for who asks for a list: its reach, how many of what, and where from."""

    coverage: Coverage
    kinds: str
    source: str


class Validity(NamedTuple):
    """
    Whether an act governed on one day.

    *verdict*: ``governs``, ``not-yet``, ``repealed``, ``open`` (nobody looked so late) or ``unknown``.
    *since* is its first day, *until* the first day
    after; ``None`` where
    the register has none. *successor* is what followed, as printed; *saving* says when the act goes on governing; or
    empty.
    """

    verdict: str
    since: date | None = None
    until: date | None = None
    successor: str = ""
    saving: str = ""
    source: str = ""
    verified: bool = False


class Subject(NamedTuple):
    """
    What provisions are about, with its names in one language (phrases): *provisions* are all that we know of, *beside*
    those that are well named with it, *only* the instruments in which every one is known (all, when empty).

    *within* has names that mean the subject beside an article of that instrument alone.
    """

    title: str
    provisions: tuple[str, ...]
    names: tuple[str, ...]
    source: str
    verified: bool = False
    beside: tuple[str, ...] = ()
    only: tuple[str, ...] = ()
    within: tuple[tuple[str, tuple[str, ...]], ...] = ()
    printed: tuple[tuple[str, str], ...] = ()
    """Provisions of statutes, which the register of instruments does not print, as a brief writes them."""


class TimeLimit(NamedTuple):
    """
    How long somebody has for what *title* says, and the *provisions* that say so.

    *right* are durations ("1 month", "5 working days"); none where there is no limit at all. *also* are others that the
    same provision has, *when* those that hold where one of some phrases stands in the draft. It is known to be so from
    *since* to before *until*; after that nothing is known but that it is not longer than *at_most*, where this is set.
    *of_detention* marks the limit of a detention. *silent* are phrases of one language that name another matter.
    """

    title: str
    provisions: tuple[str, ...]
    right: tuple[str, ...]
    source: str
    verified: bool = False
    also: tuple[str, ...] = ()
    when: tuple[tuple[tuple[str, ...], tuple[str, ...]], ...] = ()
    """Durations, and the phrases."""
    since: date | None = None
    until: date | None = None
    at_most: str = ""
    of_detention: bool = False
    printed: str = ""
    """The provision as a brief writes it."""
    says: str = ""
    """What is so instead, where there is no limit."""
    silent: tuple[str, ...] = ()


class Scope(NamedTuple):
    """
    Whom a provision protects, or where it applies: *what* is ``personal`` or ``territorial``.

    *covers* and *instead* are words for a sentence, *words* the official ones. *excludes* names the rule's lists of
    words for those outside; *beside* are provisions that a sentence names when it knows. With *state* it is so for that
    State alone.
    """

    provision: str
    what: str
    state: str
    covers: str
    excludes: tuple[str, ...]
    beside: tuple[str, ...]
    instead: str
    words: str
    source: str
    verified: bool = False


class Membership(NamedTuple):
    """
    Whether a State is bound: *verdict* ``bound``, ``not-bound`` or ``unknown``, as of *as_of* (``""``: no day is
    known). *ratified* is the day on which it joined, *since* the first on which it was bound, *until* that on which it
    no longer was; *status* is what the table says, in its own words.
    """

    verdict: str
    state: str = ""
    as_of: str = ""
    source: str = ""
    verified: bool = False
    ratified: str = ""
    since: str = ""
    until: str = ""
    status: str = ""


class OfficialText(NamedTuple):
    """
    The official wording of one paragraph of a provision, or of a part of it (*label*), in one language; a *translation*
    where the treaty is not authentic in it, for there may be others.
    """

    target: str
    language: str
    text: str
    source: str
    label: str = ""
    verified: bool = False
    note: str = ""
    translation: bool = False


class Known(NamedTuple):
    """
    An entry of the evidence register: a law of a State at its border, or what its authorities counted.

    *called* are the phrases by which a draft names a law, *days* all its ISO dates; both empty for a count. *words* are
    how the State's name begins in the languages of drafts.
    """

    id: str
    state: str
    title: str
    says: str
    source: str
    verified: bool = False
    called: tuple[str, ...] = ()
    days: tuple[str, ...] = ()
    words: tuple[str, ...] = ()


class HeldText(NamedTuple):
    """
    A decision that the user's own corpus holds, paragraph by paragraph; the *label* of each is its pinpoint.

    *ecli* tells two judgments of one case apart; ``""``: not known.
    """

    citation: str
    ecli: str
    language: str
    paragraphs: tuple[OfficialText, ...]


class Adoption(NamedTuple):
    """When an instrument was adopted and entered into force; ``None`` where the register has no full date."""

    adopted: date | None
    in_force: date | None = None
    source: str = ""
    opened: date | None = None
    """When it was opened for signature, by which some States date it: "Pakt vom 19. Dezember 1966"."""
    of_one_day: bool = False
    """Whether it is a treaty, which bears one day; statutes of one name are made again, those of the Union amended."""
