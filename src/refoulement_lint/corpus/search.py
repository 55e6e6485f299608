"""
Support for a draft: curated authorities and provisions, ranked by what the draft tells and leaves unargued.

The score of an authority is a sum of parts that a lawyer would name. The weights are round numbers, and only their
order of size means something. Some 400 settings of them were compared on the 20 development narratives, so a figure
measured on those is kinder than one on narratives not seen. What was kept helps each half of the narratives alone,
and its neighbours do as well: halving or doubling any one weight moves no figure by more than 0.05. A logistic
regression that learnt all weights from three quarters of the narratives did worse on the last quarter.
"""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from datetime import date
from types import MappingProxyType
from typing import TYPE_CHECKING, Any, NamedTuple, Protocol

from attrs import evolve, field, frozen

from refoulement_lint.corpus.words import Telling, words_in
from refoulement_lint.late import late
from refoulement_lint.model import Authority, Membership, OfficialText, Proposition, Support, Validity

if TYPE_CHECKING:
    from refoulement_lint.corpus.held import Corpus

# Of no use to anybody: what became of these takes their force away, or they are not decided.
_GONE = frozenset({"superseded", "annulled", "overruled", "pending", "struck-out", "unverified", "revised"})
# How much an argument counts: what is missing is looked for first, what is made can still be carried further.
_TREATMENT = {"missing": 1.0, "partly": 0.75, "made": 0.25}
# The court whose decisions a forum reads first.
_HOME = {"ecthr": "ecthr", "ecthr-rule39": "ecthr", "cjeu": "cjeu", "cat": "cat", "hrc": "hrc", "crc": "crc"}
_NATIONAL = {"GBR": "uk", "USA": "us", "CAN": "ca", "AUS": "au", "NZL": "nz", "DEU": "de", "FRA": "fr", "LTU": "lt"}
_LAW = {
    "ecthr": ("ECHR",),
    "ecthr-rule39": ("ECHR",),
    "cjeu": ("CFR", "EU:", "TFEU", "CSR51"),
    "cat": ("CAT",),
    "hrc": ("ICCPR",),
    "crc": ("CRC",),
}
# What the whole court said weighs more than what one of its chambers did: a chamber follows it, and may depart from
# another chamber. Of the cases in ecthr_expulsion_cases.tsv, those of the Grand Chamber are cited three times as often
# as others of the same age and importance. Most courts have one formation only, or nobody recorded which it was.
_FORMATION = {"GC": 1.0, "CH": 0.0, "CTEE": 0.0}
_ANY_FORMATION = 0.5
# Two authorities that say the same are worth less than two that do not: what the second loses, at most.
_SAMENESS = 0.5
# So many authorities on one argument are enough: each further one is worth half as much to it as the one before.
_ENOUGH = 4
# In so many years the newness of a decision fades by a factor of e.
_FADES_IN = 10.0
_SENTENCE = late(r"(?<=[.;])\s")


class Rules(Protocol):
    """What the search asks of the files below ``rules/``."""

    def folder(self, name: str) -> dict[str, Any]: ...  # noqa: D102


class Curated(Protocol):
    """What the search asks of the authorities recorded by hand."""

    @property
    def tags(self) -> Mapping[str, Mapping[str, tuple[str, ...]]]: ...  # noqa: D102

    @property
    def document_frequency(self) -> Mapping[str, int]: ...  # noqa: D102

    @property
    def records(self) -> Mapping[str, Mapping[str, Any]]: ...  # noqa: D102

    def authority(self, identity: str) -> Authority: ...  # noqa: D102

    def relevance(self, words: Iterable[str], most: int = 400) -> dict[tuple[str, str], float]: ...  # noqa: D102


class Library(Protocol):
    """What the search asks of the registers; `Store` says what each answer is."""

    edition: str

    @property
    def curated(self) -> Curated: ...  # noqa: D102

    @property
    def rules(self) -> Rules: ...  # noqa: D102

    def title(self, target: str) -> str: ...  # noqa: D102

    def authority(self, target: str) -> Authority | None: ...  # noqa: D102

    def answers(self, argument: str) -> Mapping[str, Mapping[str, Any]]: ...  # noqa: D102

    def state_name(self, code: str) -> str: ...  # noqa: D102

    def text_of(self, target: str, language: str = "en") -> tuple[OfficialText, ...]: ...  # noqa: D102

    def membership(self, instrument: str, state: str, day: date) -> Membership: ...  # noqa: D102

    def validity(self, target: str, day: date) -> Validity: ...  # noqa: D102


Speaks = Callable[[str], frozenset[str]]


def _of_nothing(text: str) -> frozenset[str]:
    return frozenset()


@frozen(kw_only=True, eq=False, repr=False)
class Query:
    """
    What is known of the draft. *facts* counts each fact, *arguments* has the treatment of each argument called for;
    *sent_to* are the States where somebody is to be sent, none where the draft does not say.
    """

    text: str
    facts: Mapping[str, int]
    arguments: Mapping[str, str]
    cited: frozenset[str]
    forum: str
    state: str | None
    on: date
    sent_to: frozenset[str] = frozenset()
    names: Callable[[str], bool] = lambda state: True
    weights: Mapping[str, float] = field(factory=dict)
    """How much each argument counts, see `_weighed`."""
    shares: Mapping[str, float] = field(factory=dict)
    """How much each fact counts: the more the story tells of it, the more."""
    points: Mapping[str, str] = field(factory=dict)
    """What is asked and what the draft tells for each argument; by this the user's own corpus is searched."""
    speaks_of: Speaks = _of_nothing
    """Which arguments and facts of the draft, as ``argument:<id>`` and ``fact:<id>``, a text speaks of."""


class Candidate(NamedTuple):
    """
    A curated record that may be offered: its parts of the score, and the arguments for and against which it is
    listed.
    """

    identity: str
    target: str
    score: float
    tags: frozenset[str]
    serves: tuple[str, ...] = ()
    opposes: tuple[str, ...] = ()
    bears_on: tuple[str, ...] = ()
    adverse: bool = False

    @property
    def listed_for(self) -> tuple[str, ...]:
        """The arguments whose files name it, on either side, each once."""
        return tuple(dict.fromkeys((*self.serves, *self.opposes)))


def suggest(
    text: str,
    *,
    facts: Mapping[str, int],
    arguments: Mapping[str, str],
    cited: frozenset[str] = frozenset(),
    forum: str = "unknown",
    state: str | None = None,
    on: date,
    sent_to: frozenset[str] = frozenset(),
    names: Callable[[str], bool] = lambda state: True,
    registers: Library,
    corpus: Corpus | None = None,
    points: Mapping[str, str] = MappingProxyType({}),
    speaks_of: Speaks = _of_nothing,
    top: int = 10,
) -> tuple[Support, ...]:
    """
    What would support the draft, best first; what speaks against it is labelled, what it cites already comes last.

    Args:
        text: The draft.
        facts: Fact id → how often it is told.
        arguments: Argument id → ``missing``, ``partly`` or ``made``.
        cited: Targets that the draft cites.
        forum: Where the draft goes.
        state: The respondent, ISO 3166 alpha-3.
        on: The law date; nothing decided later is offered.
        sent_to: The States where somebody is to be sent; what stands against another return is not offered.
        names: Whether the draft names a State; where it does not say where somebody is sent, what is about one country
            concerns it if it names that country.
        registers: The compiled registers.
        corpus: The user's own documents, whose excerpts are ranked among the rest; ``None`` where none is used.
        points: Argument id → what is asked and what the draft tells for it.
        speaks_of: Which arguments and facts of the draft a paragraph speaks of.
        top: How many at most.

    Returns:
        Supports with falling scores. A pinpoint is given only when somebody checked it; *why* names the others.
    """
    if top < 1:
        return ()
    query = Query(
        text=text,
        facts=facts,
        arguments=arguments,
        cited=cited,
        forum=forum,
        state=state,
        on=on,
        sent_to=sent_to,
        names=names,
    )
    telling = Telling(registers.curated.document_frequency)
    found = registers.curated.relevance(telling.of(text))
    listed = {name: raw for name, raw in registers.rules.folder("arguments").items() if name in arguments}
    weights = _weighed(listed, arguments, facts)
    most = max(facts.values(), default=0)
    shares = {fact: 1.25 * _part(told, most) for fact, told in facts.items()}
    query = evolve(query, weights=weights, shares=shares, points=points, speaks_of=speaks_of)
    asked = _Asked(query, listed)
    candidates = _candidates(query, registers, found, asked)
    chosen = _diverse([candidate for candidate in candidates if candidate.target not in cited], top, weights)
    again = [candidate for candidate in candidates if candidate.target in cited]
    words = words_in(text)
    offered = [_offer(candidate, query, registers, asked, telling, words) for candidate in chosen]
    offered += _provisions(query, registers, listed, chosen, most=max(1, top // 20))
    if corpus is not None:
        from refoulement_lint.corpus import excerpts  # only who has a corpus waits for it

        offered += excerpts.of_draft(query, corpus, candidates, offered, most=(top + 1) // 2)
    offered.sort(key=lambda support: (-support.score, support.target))
    again = again[: max(0, top - len(offered))]
    offered += [_offer(candidate, query, registers, asked, telling, words) for candidate in again]
    return _falling(offered[:top], cited)


def _weighed(
    listed: Mapping[str, Mapping[str, Any]], arguments: Mapping[str, str], facts: Mapping[str, int]
) -> dict[str, float]:
    """
    How much support for each argument is worth to the draft.

    What is missing is looked for first. An argument that facts of the story call for comes before one that the forum
    expects of everybody, which says nothing about this draft; and the more of the story calls for it, the more the
    draft is about it.
    """
    told = {name: _told(listed.get(name, {}).get("called_for", {}), facts) for name in arguments}
    most = max(told.values(), default=0)
    return {
        name: _TREATMENT.get(treatment, 1.0) * (0.5 + 0.75 * _part(told[name], most))
        for name, treatment in arguments.items()
    }


def _told(called: Mapping[str, Any], facts: Mapping[str, int]) -> int:
    """How often the story tells the facts that call for an argument."""
    calling = set(called.get("any", ())) & facts.keys()
    for together in called.get("all", ()):
        if facts.keys() >= set(together):
            calling.update(together)
    return sum(facts[fact] for fact in calling)


def _part(told: int, most: int) -> float:
    """What is told *told* times beside what is told *most*: a fact told four times is not four times as important."""
    return math.sqrt(told / most) if most else 0.0


# --- authorities -----------------------------------------------------------------------------------------------------


def _candidates(
    query: Query, registers: Library, found: Mapping[tuple[str, str], float], asked: _Asked
) -> list[Candidate]:
    """Every authority that could be offered, best first, one for each target."""
    best = max((score for (kind, _), score in found.items() if kind == "authority"), default=1.0)
    words = frozenset(re.findall(r"[^\W\d_]+", query.text))
    year = int(registers.edition[:4])
    candidates: dict[str, Candidate] = {}
    for identity, record in registers.curated.records.items():
        if record.get("status", "") in _GONE or not record.get("offer", True) or not _decided(record, query.on):
            continue
        similar = found.get(("authority", identity), 0.0) / best
        candidate = _candidate(identity, record, query, registers.curated.tags, asked, words, similar, year)
        known = candidates.get(candidate.target)
        if not candidate.serves and candidate.target in asked.elsewhere:
            continue
        if known is None or known.score < candidate.score:
            candidates[candidate.target] = candidate
    return sorted(candidates.values(), key=lambda candidate: (-candidate.score, candidate.target))


def _decided(record: Mapping[str, Any], on: date) -> bool:
    """Whether a draft of that day could know it: what is delivered on the day itself is not yet read."""
    return str(record.get("date", "")) < on.isoformat()


def _candidate(
    identity: str,
    record: Mapping[str, Any],
    query: Query,
    tags: Mapping[str, Mapping[str, tuple[str, ...]]],
    asked: _Asked,
    words: frozenset[str],
    similar: float,
    year: int,
) -> Candidate:
    own = [tags[tag] for tag in record.get("tags", ()) if tag in tags]
    target = record["target"]
    serves, opposes = asked.names("for", target), asked.names("against", target)
    arguments = {argument for tag in own for argument in tag["arguments"]}
    facts = {fact for tag in own for fact in tag["facts"]}
    bears_on = tuple(sorted(arguments & query.arguments.keys()))
    needed = sum(query.weights[name] for name in (*serves, *opposes))
    # An authority that touches everything says little about each: hence the square root of what it touches.
    on_arguments = sum(query.weights[name] for name in bears_on) / math.sqrt(1 + len(arguments))
    articles = _articles(record)
    on_articles = sum(asked.articles.get(article, 0.0) for article in articles) / math.sqrt(1 + len(articles))
    on_facts = sum(query.shares[fact] for fact in facts & query.shares.keys()) / math.sqrt(1 + len(facts))
    score = (
        needed
        + on_arguments
        + on_articles
        + on_facts
        + 2.0 * similar
        + 0.5 * _weight_in_court(record, year)
        + 0.5 * ("leading" in record.get("tags", ()))
        + _FORMATION.get(record.get("formation", ""), _ANY_FORMATION)
        + 1.0 * (query.state is not None and query.state in record.get("respondent", ()))
        + 0.5 * _newness(record, query.on)
        + 0.5 * any(place in words for tag in own for place in tag["places"])
    )
    return Candidate(
        identity=identity,
        target=target,
        score=score * weight_of(identity.partition("/")[0], query.forum, query.state),
        tags=frozenset(record.get("tags", ())),
        serves=serves,
        opposes=opposes,
        bears_on=bears_on,
        adverse=bool(record.get("adverse")),
    )


class _Asked:
    """
    What the files of the arguments say of authorities, for this forum, this State and these facts.

    *on* has, for each side and argument, the target with what is said of it. *elsewhere* are the targets that every
    argument lists against another State or another return only. *articles* are those of the European Convention on
    which the arguments rest, with the weight of the argument that counts most; none outside Strasbourg, where they
    are one law among several and the other courts' decisions are not recorded by article.
    """

    def __init__(self, query: Query, listed: Mapping[str, Mapping[str, Any]]) -> None:
        self.listed = listed
        self.on: dict[str, dict[str, dict[str, Mapping[str, Any]]]] = {"for": {}, "against": {}}
        concerned: dict[str, bool] = {}
        for name, raw in listed.items():
            for side, on in self.on.items():
                held = on.setdefault(name, {})
                for one in raw.get(side, ()):
                    concerns = _concerns(one, query)
                    if side == "against":
                        concerned[one["target"]] = concerned.get(one["target"], False) or concerns
                    if concerns and one["target"] not in held and _holds(one, query):
                        held[one["target"]] = one
        self.articles: dict[str, float] = {}
        for name, raw in listed.items() if _HOME.get(query.forum) == "ecthr" else ():
            for provision in raw.get("made", {}).get("provisions", ()):
                article = provision.partition("(")[0]
                self.articles[article] = max(self.articles.get(article, 0.0), query.weights[name])
        self.elsewhere = frozenset(target for target, concerns in concerned.items() if not concerns)

    def names(self, side: str, target: str) -> tuple[str, ...]:
        """The arguments that list the target on that side."""
        return tuple(name for name, held in self.on[side].items() if target in held)


def _holds(one: Mapping[str, Any], query: Query) -> bool:
    """Whether what is listed is for this forum, this State and these facts."""
    return (
        (not one.get("forums") or query.forum in one["forums"] or query.forum == "unknown")
        and (not one.get("states") or query.state in one["states"])
        and query.facts.keys() >= set(one.get("when", ()))
    )


def _concerns(one: Mapping[str, Any], query: Query) -> bool:
    """Whether what is listed concerns this State and a return to where somebody is sent, as `Reference` has it."""
    to = one.get("to", ())
    return query.state not in one.get("except_states", ()) and (
        not to or (not query.sent_to.isdisjoint(to) if query.sent_to else any(map(query.names, to)))
    )


def _articles(record: Mapping[str, Any]) -> frozenset[str]:
    """The articles of the European Convention under which it was decided; the Court's list has ``5-1-f``, ``P4-4``."""
    found = set()
    for article in "+".join(record.get("articles", ())).split("+"):
        protocol, _, rest = article.partition("-") if article.startswith("P") else ("", "", article)
        number = rest.partition("-")[0]
        found.add(f"ECHR-{protocol}:{number}" if protocol else f"ECHR:{number}")
    return frozenset(found) if record.get("articles") else frozenset()


def _weight_in_court(record: Mapping[str, Any], year: int) -> float:
    """
    How often its own court relies on it: documents in ten years, as a logarithm.

    By the year and not in all, since a judgment of last year has had no time to be cited. Where nobody counted
    (courts other than Strasbourg), one a year.
    """
    if "cited_by" not in record:
        return math.log1p(10.0)
    return math.log1p(10.0 * record["cited_by"] / max(1, year + 1 - int(str(record["date"])[:4])))


def _newness(record: Mapping[str, Any], on: date) -> float:
    """1 for a decision of this year, less for each year since; 0 where nobody knows its day."""
    if "date" not in record:
        return 0.0
    return math.exp(-max(0, on.year - int(str(record["date"])[:4])) / _FADES_IN)


def weight_of(court: str, forum: str, state: str | None) -> float:
    """
    How much a decision of that court (the beginning of its target) counts in the forum: its own in full, Strasbourg and
    Luxembourg for half elsewhere.
    """
    home = _NATIONAL.get(state or "", "") if forum == "national" else _HOME.get(forum, "")
    if court == home:
        return 1.0
    if court in ("ecthr", "cjeu"):
        return 0.5 if home else 1.0
    return 0.25 if home else 0.5


def _diverse(candidates: list[Candidate], top: int, weights: Mapping[str, float]) -> list[Candidate]:
    """
    The first *top*, each chosen with an eye on those before it.

    A twin of one that is there already loses some of its score, and so does the fifth authority on one argument.
    """
    # What is left, with how like it is to the most similar one chosen so far.
    pool = dict.fromkeys(candidates[: 3 * top], 0.0)
    chosen: list[Candidate] = []
    on: Counter[str] = Counter()

    def worth(candidate: Candidate) -> float:
        told = sum(weights[name] * (1 - 0.5 ** max(0, on[name] - _ENOUGH)) for name in candidate.listed_for)
        return candidate.score - told - _SAMENESS * pool[candidate]

    while pool and len(chosen) < top:
        best = max(pool, key=lambda candidate: (worth(candidate), candidate.target))
        chosen.append(best._replace(score=worth(best)))
        del pool[best]
        for candidate, likeness in pool.items():
            pool[candidate] = max(likeness, _likeness(candidate, best))
        on.update(best.listed_for)
    return chosen


def _likeness(one: Candidate, other: Candidate) -> float:
    """How many of their tags two share, 0 to 1."""
    return len(one.tags & other.tags) / len(one.tags | other.tags) if one.tags else 0.0


# --- how one is offered ----------------------------------------------------------------------------------------------


def _offer(
    candidate: Candidate,
    query: Query,
    registers: Library,
    asked: _Asked,
    telling: Telling,
    words: frozenset[str],
) -> Support:
    authority = registers.curated.authority(candidate.identity)
    against = bool(candidate.opposes or candidate.adverse) and not candidate.serves
    proposition = _best_proposition(authority, candidate, query, asked, telling, words)
    shown = proposition.pinpoint if proposition.pinpoint_verified else ""
    why = _why(candidate, query, registers, asked.listed, against)
    if proposition.pinpoint and not shown:
        why += f"; look at {proposition.pinpoint} (not checked)"
    if authority.status == "superseded-in-part":
        why += "; superseded in part"
    offered = Support(
        target=candidate.target,
        citation=authority.citation,
        says=proposition.says or authority.title,
        source=proposition.source or authority.source,
        pinpoint=shown,
        side="against" if against else "for",
        score=candidate.score,
        why=why,
        verified=proposition.verified,
    )
    if not against:
        return offered
    from refoulement_lint.answers import answered

    return answered(offered, _answering(candidate, asked), registers)


def _answering(candidate: Candidate, asked: _Asked) -> Iterable[str]:
    """The arguments in whose files an answer is looked for: those that it bites, or the one that raises it there."""
    biting = {name: asked.on["against"][name][candidate.target] for name in candidate.opposes}
    return dict.fromkeys((*(one.get("raised_by", name) for name, one in biting.items()), *asked.listed))


def _best_proposition(
    authority: Authority,
    candidate: Candidate,
    query: Query,
    asked: _Asked,
    telling: Telling,
    words: frozenset[str],
) -> Proposition:
    """
    What it is offered for: in the words of the argument that asks for it most, else its proposition nearest to the
    draft, a verified one before another.
    """
    side = "for" if candidate.serves else "against"
    names = candidate.serves or candidate.opposes
    if names:
        one = asked.on[side][max(names, key=query.weights.__getitem__)][candidate.target]
        return Proposition(
            says=" ".join(one["says"].split()),
            pinpoint=one.get("pinpoint", ""),
            verified=one.get("verified", False),
            pinpoint_verified=one.get("verified", False),
            source=" ".join(one["source"].split()),
        )

    def nearness(proposition: Proposition) -> tuple[float, int]:
        shared = sum(telling.rarity(word) for word in words_in(proposition.says) & words)
        return (shared + 2.0 * proposition.verified, -authority.propositions.index(proposition))

    return max(authority.propositions, key=nearness, default=Proposition(says=""))


def _why(candidate: Candidate, query: Query, registers: Library, listed: Mapping[str, Any], against: bool) -> str:
    """Why it is offered, in the words of the arguments and facts that ask for it."""
    reasons = []
    named = dict.fromkeys(
        (*candidate.opposes, *candidate.serves) if against else (*candidate.serves, *candidate.bears_on)
    )
    for name in list(named)[:2]:
        title = str(listed[name].get("title", name)) if name in listed else name
        treatment = {"missing": "not argued yet", "partly": "argued in part"}.get(
            query.arguments.get(name, ""), "argued"
        )
        reasons.append(f"{'against' if against else 'on'} “{title}” ({treatment})")
    facts = {
        fact for tag in candidate.tags if tag in registers.curated.tags for fact in registers.curated.tags[tag]["facts"]
    }
    told = sorted(facts & query.facts.keys())
    if told:
        reasons.append(f"the story tells {', '.join(fact.replace('-', ' ') for fact in told[:2])}")
    record = registers.curated.records[candidate.identity]
    if query.state and query.state in record.get("respondent", ()):
        reasons.append(f"same respondent, {registers.state_name(query.state)}")
    if against and not candidate.opposes:
        reasons.append("a respondent may rely on it")
    if not reasons and record.get("cited_by"):
        reasons.append(f"cited in {record['cited_by']} documents of the Court")
    if candidate.target in query.cited:
        reasons.append("the draft cites it already")
    return "; ".join(reasons) or "its words are near the draft's"


# --- provisions ------------------------------------------------------------------------------------------------------


def _provisions(
    query: Query, registers: Library, listed: Mapping[str, Any], chosen: list[Candidate], *, most: int
) -> list[Support]:
    """
    Provisions on which the arguments called for rest, which bind the State and govern on the law date.

    The score sets each directly below the best authority for its argument: the basis and its application belong
    together.
    """
    asked: dict[str, list[str]] = {}
    for name, raw in listed.items():
        for provision in raw.get("made", {}).get("provisions", ()):
            asked.setdefault(provision, []).append(name)
    offered = []
    for target, names in asked.items():
        texts = registers.text_of(target)
        if not texts or target in query.cited or not _applies(target, query, registers):
            continue
        needed = sum(query.weights[name] for name in names)
        beside = max((candidate.score for candidate in chosen if set(names) & set(candidate.serves)), default=needed)
        titles = " and ".join(f"“{listed[name].get('title', name)}”" for name in names[:2])
        support = Support(
            target=target,
            citation=registers.title(target),
            says=f"“{_SENTENCE.split(texts[0].text)[0]}”",
            source=texts[0].source,
            score=beside - 0.0001,
            why=f"{titles} {'rest' if len(names) > 1 else 'rests'} on it",
            verified=texts[0].verified,
        )
        offered.append((needed, support))
    offered.sort(key=lambda pair: (-pair[0], -pair[1].score, pair[1].target))
    return [support for _, support in offered[:most]]


def _applies(target: str, query: Query, registers: Library) -> bool:
    """
    Whether a provision can be pleaded in the forum, against the State, on the day; what is not known stands in
    nobody's way.
    """
    instrument = target.rpartition(":")[0]
    law = _LAW.get(query.forum)
    if law is not None and not instrument.startswith(law):
        return False
    if registers.validity(instrument, query.on).verdict in ("repealed", "not-yet"):
        return False
    return query.state is None or registers.membership(instrument, query.state, query.on).verdict != "not-bound"


def _falling(offered: list[Support], cited: frozenset[str]) -> tuple[Support, ...]:
    """The same with scores that fall along the list, so that who sorts by score gets the same order."""
    lowest = min((support.score for support in offered if support.target not in cited), default=1.0)
    falling = []
    for support in offered:
        score = min(support.score, lowest) / 2 if support.target in cited else support.score
        falling.append(support._replace(score=max(round(score, 4), 0.0)))
    return tuple(falling)
