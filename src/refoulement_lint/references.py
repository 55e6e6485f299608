"""
The authorities for and against an argument, and what of a draft decides whether one of them speaks to it: which facts
it tells, what it cites, where it is filed, and against whom.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from functools import cache, lru_cache, partial
from typing import TYPE_CHECKING, Any, NamedTuple
from weakref import ref

from refoulement_lint.forum import COMMITTEES
from refoulement_lint.model import Citation, Document, Draft, Fact, Support
from refoulement_lint.phrases import PhraseList

if TYPE_CHECKING:
    from refoulement_lint.answers import Library

LAW_OF: Mapping[str, tuple[str, ...]] = {
    "cjeu": ("EU:", "CFR", "TFEU", "TEU", "cjeu:"),
    "cat": ("CAT", "cat:"),
    "hrc": ("ICCPR", "hrc:"),
    "crc": ("CRC", "crc:"),
}
"""
The law that a court applies, by the family of its targets. Strasbourg is left out: its judgments are law in every
European forum.
"""


class Situation(NamedTuple):
    """
    What of a draft decides whether an authority stands against it: the facts told, the targets cited, the forum, the
    respondent State (``None``: not known), where somebody is sent to (none: the draft does not say), and whether the
    draft names a State at all, asked where it does not say, and whether it says one of some phrases.
    """

    facts: frozenset[str] = frozenset()
    cited: frozenset[str] = frozenset()
    forum: str = "unknown"
    state: str | None = None
    sent_to: frozenset[str] = frozenset()
    names: Callable[[str], bool] = lambda state: True
    says: Callable[[tuple[str, ...]], bool] = lambda phrases: True

    @classmethod
    def of(cls, draft: Draft, names: Callable[[str], bool] = lambda state: True) -> Situation:
        """That of a draft which is known."""
        return cls(
            facts=frozenset(fact.id for fact in draft.facts if not fact.passing),
            cited=cited_targets(draft.citations),
            forum=draft.forum,
            state=draft.state,
            sent_to=destinations(draft.facts, draft.state),
            names=names,
            says=saying(draft.document),
        )


class Reference(NamedTuple):
    """
    An authority for or against an argument, in our words, with its source.

    One for is offered, and one against bites, where all facts of *when* are told and, where *states* or *forums* are
    given, in these only; never in *except_states* (a Strasbourg judgment before a court of the United States). One that
    is about return *to* some country does not bite where the draft says that the person is sent to another, nor where
    it does not say and nowhere names that country.

    One that *cites* acts or decisions bites only in a draft that cites one of them: what was decided on Dublin is
    no answer to a draft on a safe third country. One with *words* bites only in a draft that says one of these
    phrases: a stay in a transit zone is none in a prison. One with *unless_cites* does not bite where one of these,
    which displaced it, is pleaded; and one that is on what is *argued* not where the argument is missing
    altogether.

    One with *after* follows that leading authority: it is missed only in a draft that meets the leading one. One that
    is *raised_by* another argument is offered here and missed there, so that nothing is said twice at one place. One to
    *watch* is offered and never missed, and to cite it makes no argument: the other side's law, or what a decision says
    beside its point.
    """

    target: str
    says: str
    source: str
    pinpoint: str = ""
    verified: bool = False
    when: tuple[str, ...] = ()
    states: tuple[str, ...] = ()
    except_states: tuple[str, ...] = ()
    to: tuple[str, ...] = ()
    forums: tuple[str, ...] = ()
    cites: tuple[str, ...] = ()
    unless_cites: tuple[str, ...] = ()
    words: tuple[str, ...] = ()
    argued: bool = False
    after: str = ""
    raised_by: str = ""
    watch: bool = False

    @classmethod
    def of(cls, mapping: Mapping[str, Any]) -> Reference:
        """The reference from one ``[[for]]`` or ``[[against]]`` table."""
        return cls(
            target=mapping["target"],
            says=" ".join(mapping["says"].split()),
            source=" ".join(mapping["source"].split()),
            pinpoint=mapping.get("pinpoint", ""),
            verified=mapping.get("verified", False),
            when=tuple(mapping.get("when", ())),
            states=tuple(mapping.get("states", ())),
            except_states=tuple(mapping.get("except_states", ())),
            to=tuple(mapping.get("to", ())),
            forums=tuple(mapping.get("forums", ())),
            cites=tuple(mapping.get("cites", ())),
            unless_cites=tuple(mapping.get("unless_cites", ())),
            words=tuple(mapping.get("words", ())),
            argued=mapping.get("argued", False),
            after=mapping.get("after", ""),
            raised_by=mapping.get("raised_by", ""),
            watch=mapping.get("watch", False),
        )

    def offered(self, registers: Library, side: str) -> Support:
        """It as it is offered to a draft."""
        from refoulement_lint.answers import citation_of  # a draft to which nothing is offered never needs it

        return Support(
            target=self.target,
            citation=citation_of(self.target, registers),
            says=self.says,
            source=self.source,
            pinpoint=self.pinpoint,
            side=side,
            verified=self.verified,
        )

    def bites(self, here: Situation) -> bool:
        """Whether it speaks against a draft of which this is so."""
        facts, cited, forum, state, sent_to, names, says = here
        return (
            facts.issuperset(self.when)
            and (not self.forums or forum in self.forums or (forum == "unknown" and self._own_law_is_pleaded(cited)))
            and (not self.states or state in self.states)
            and state not in self.except_states
            and (not self.cites or any_provision(cited, self.cites))
            and not any_provision(cited, self.unless_cites)
            and (not self.to or (not sent_to.isdisjoint(self.to) if sent_to else any(map(names, self.to))))
            and (not self.words or says(self.words))
        )

    def supports(self, here: Situation) -> bool:
        """
        Whether it is offered to such a draft; the law of the Union is none that a committee of the United Nations
        applies, and is offered there only to a draft that pleads it.
        """
        union = LAW_OF["cjeu"]
        return (
            here.facts.issuperset(self.when)
            and (not self.forums or here.forum in self.forums)
            and (not self.states or here.state in self.states)
            and here.state not in self.except_states
            and (here.forum not in COMMITTEES or not self.target.startswith(union) or any_provision(here.cited, union))
        )

    def _own_law_is_pleaded(self, cited: frozenset[str]) -> bool:
        """
        Whether a draft of unknown forum pleads the law that this court applies: the Court of Justice is no authority
        against a draft that names no act of the Union.
        """
        law = LAW_OF.get(self.target.partition(":")[0])
        return law is None or any(name.startswith(law) for name in cited)


@lru_cache(maxsize=20_000)  # drafts cite the same few provisions, and each argument asks about all of them
def any_provision(names: frozenset[str], provisions: tuple[str, ...]) -> bool:
    """
    Whether one of *names* is one of *provisions* or a part of it: ``ECHR:35(1)`` is part of ``ECHR:35`` and of
    ``ECHR``.
    """
    return any(
        name == provision or (name.startswith(provision) and name[len(provision)] in ":(")
        for name in names
        for provision in provisions
    )


def cited_targets(citations: Iterable[Citation]) -> frozenset[str]:
    """Every target that the draft cites, a joined case under each of its numbers."""
    return frozenset(name for citation in citations for name in names_of(citation))


def names_of(citation: Citation) -> frozenset[str]:
    """The targets that one citation stands for."""
    authority = citation.authority
    return _all_names(citation.target, authority.target if authority else "", authority.numbers if authority else ())


@lru_cache(maxsize=10_000)
def _all_names(target: str | None, meant: str, numbers: tuple[str, ...]) -> frozenset[str]:
    """One value for all citations of the same: a long draft cites the same few authorities hundreds of times."""
    family = meant.partition(":")[0]
    return frozenset(filter(None, (target, meant, *(f"{family}:{number}" for number in numbers))))


@cache
def numbers() -> re.Pattern[str]:
    """One number of a pinpoint, or the first and the last of a range."""
    return re.compile(r"(\d{1,4}(?:\.\d{1,2})?)(?:\]?\s?[-–—]\s?\[?(\d{1,4}))?")


@lru_cache(maxsize=2_000)
def paragraphs(pinpoint: str) -> frozenset[str]:
    """The paragraphs that a pinpoint names: ``§§ 340-342 and 350`` are four."""
    named: set[str] = set()
    for first, last in numbers().findall(pinpoint):
        named.add(first)
        if last and "." not in first and int(first) < int(last) <= int(first) + 200:
            named.update(map(str, range(int(first), int(last) + 1)))
    return frozenset(named)


def destinations(facts: Iterable[Fact], state: str | None) -> frozenset[str]:
    """The States to which the draft says that somebody is sent, other than the respondent, *state*."""
    return frozenset(fact.details.destination for fact in facts if not fact.passing) - {"", state or ""}


# The last document and what it was asked: once for each list of phrases, however often that is asked.
_LAST: list[tuple[ref[Document], Callable[[tuple[str, ...]], bool]]] = []


def saying(document: Document) -> Callable[[tuple[str, ...]], bool]:
    """Whether one of some phrases stands in the *document*; asked of few authorities, when all else has them bite."""
    for known, says in [*_LAST]:
        if known() is document:
            return says
    says = cache(partial(says_one, document.text))
    _LAST[:] = [(ref(document, lambda _: _LAST.clear()), says)]
    return says


def says_one(text: str, phrases: tuple[str, ...]) -> bool:
    """Whether one of the *phrases* stands in the text."""
    return _listed(phrases).stands_anywhere(text)


@cache
def _listed(phrases: tuple[str, ...]) -> PhraseList:
    return PhraseList(phrases)
