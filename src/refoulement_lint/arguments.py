"""
What the draft makes of each argument: called for, made, partly made or missing, and which adverse authority it leaves
unmet.

A citation beside operative words is an argument made; one of the two alone is half of it. *Beside* is in the same
paragraph, and the heading over a paragraph belongs to it.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Any

from attrs import field, frozen

from refoulement_lint.absence import Absence, plainly_told
from refoulement_lint.forum import FIRST_PAGE
from refoulement_lint.model import Citation, Document, Fact, Span, Support, Treatment, in_order
from refoulement_lint.phrases import Match
from refoulement_lint.places import DECISIONS, Places
from refoulement_lint.references import (
    Reference,
    Situation,
    any_provision,
    cited_targets,
    destinations,
    names_of,
    paragraphs,
    saying,
    says_one,
)
from refoulement_lint.sentences import sentence

if TYPE_CHECKING:
    from refoulement_lint.answers import Library

Key = tuple[str, str]
"""
Who waits for a phrase, ``made``, ``asked``, ``calls``, ``spares``, ``not-core`` or ``not-before``; and the
argument's id. And, ``waived``, what says of any that it is not made.
"""

SAID_OFTEN = 3
"""
Paragraphs: an argument whose words stand in so many that cite is made, wherever it is cited for; and citations: one
that rests on so many is made, whatever its words.
"""


HAS_LOWER_COURTS = frozenset({"national", "unknown"})
"""
Forums before which a draft names the court that it is addressed to as the one that decides on refugee status. Before
Strasbourg, or a committee, that court is one of those that were gone through.
"""

GATE = "admissibility"
"""The argument whose sections argue no other: that a petition is "not suspensive" says there why it was not used."""


@frozen(kw_only=True, eq=False, repr=False)
class Argument:
    """
    One argument of the map: when a reader looks for it, how a draft shows that it makes it, what stands for and
    against it.

    *of_respondent* are facts that call for it unless every telling says that another State than the respondent was at
    work; *of_others* those that do unless every telling says that the respondent was.

    *spared_by* are phrases that take the call away (nobody crosses a border on the high seas), *not_in* forums
    that have no law for it, *not_core* phrases of a first page after which a forum does not expect it (an intervener
    need not show that the application is admissible). *not_before* are phrases of a first page after which nothing
    calls for it: a court that decides on refugee status alone hears nothing of detention. *needs* are, for a forum, the
    instruments of which one must bind the respondent: Protocol No. 4 before the Court.

    *beyond* are facts that call for it unless they tell of nothing but the State to which the person is extradited: who
    is surrendered to the State that he fears is not sent on.

    *asked* are phrases that ask for what the argument is about, and make it without an authority; *heads* phrases that
    name it in a heading, where they are words for all that stands below. *elements* are, by
    their names, the points of a test with many factors, of which the draft has to touch *at_least* so many beside the
    words.
    """

    id: str
    title: str = ""
    question: str = ""
    core: frozenset[str] = frozenset()
    any: frozenset[str] = frozenset()
    all: tuple[frozenset[str], ...] = ()
    not_beside: frozenset[str] = frozenset()
    of_respondent: frozenset[str] = frozenset()
    of_others: frozenset[str] = frozenset()
    calls: tuple[str, ...] = ()
    spared_by: tuple[str, ...] = ()
    not_in: frozenset[str] = frozenset()
    needs: Mapping[str, tuple[str, ...]] = field(factory=dict)
    not_core: tuple[str, ...] = ()
    not_before: tuple[str, ...] = ()
    beyond: frozenset[str] = frozenset()
    provisions: tuple[str, ...] = ()
    beside: tuple[str, ...] = ()
    authorities: frozenset[str] = frozenset()
    answers: frozenset[str] = frozenset()
    asked: tuple[str, ...] = ()
    heads: tuple[str, ...] = ()
    elements: Mapping[str, tuple[str, ...]] = field(factory=dict)
    at_least: int = 0
    words: Mapping[str, tuple[str, ...]] = field(factory=dict)
    supporting: tuple[Reference, ...] = ()
    against: tuple[Reference, ...] = ()
    mistakes: tuple[str, ...] = ()
    absence: Absence = field(factory=Absence)

    @classmethod
    def of(cls, name: str, mapping: Mapping[str, Any]) -> Argument:
        """The argument *name* from the parsed file ``rules/arguments/<name>.toml``."""
        called, made = mapping.get("called_for", {}), mapping.get("made", {})
        supporting = tuple(Reference.of(one) for one in mapping.get("for", ()))
        against = tuple(Reference.of(one) for one in mapping.get("against", ()))
        named = {*made.get("authorities", ()), *(one.target for one in (*supporting, *against) if not one.watch)}
        return cls(
            id=name,
            title=mapping.get("title", ""),
            question=" ".join(mapping.get("question", "").split()),
            core=frozenset(mapping.get("core", ())),
            any=frozenset(called.get("any", ())),
            all=tuple(frozenset(facts) for facts in called.get("all", ())),
            not_beside=frozenset(called.get("not_beside", ())),
            of_respondent=frozenset(called.get("of_respondent", ())),
            of_others=frozenset(called.get("of_others", ())),
            calls=tuple(called.get("words", ())),
            spared_by=tuple(called.get("spared_by", ())),
            not_in=frozenset(called.get("not_in", ())),
            needs={forum: tuple(instruments) for forum, instruments in called.get("needs", {}).items()},
            not_core=tuple(called.get("not_core", ())),
            not_before=tuple(called.get("not_before", ())),
            beyond=frozenset(called.get("beyond", ())),
            provisions=tuple(made.get("provisions", ())),
            beside=tuple(made.get("beside", ())),
            authorities=frozenset(named),
            answers=frozenset(made.get("answers", ())),
            asked=tuple(made.get("asked", ())),
            heads=tuple(made.get("heads", ())),
            elements={name: tuple(phrases) for name, phrases in made.get("elements", {}).items()},
            at_least=made.get("at_least", 0),
            words={language: tuple(words) for language, words in made.get("words", {}).items()},
            supporting=supporting,
            against=against,
            mistakes=tuple(mapping.get("mistakes", ())),
            absence=Absence.of(mapping.get("absence", {})),
        )

    @property
    def operative(self) -> tuple[str, ...]:
        """The words by which the argument is made, in all languages."""
        return tuple(phrase for words in self.words.values() for phrase in words)

    @property
    def phrases(self) -> Iterator[tuple[str, str]]:
        """What a Phrasebook needs: (kind of ``Key``, phrase) for every phrase, in all languages."""
        for phrase in self.operative:
            yield "made", phrase
        for kind, phrases in (
            ("asked", self.asked),
            ("calls", self.calls),
            ("spares", self.spared_by),
            ("not-core", self.not_core),
            ("not-before", self.not_before),
        ):
            for phrase in phrases:
                yield kind, phrase

    def called_for_by(self, facts: frozenset[str]) -> tuple[str, ...]:
        """The told facts that make a reader look for the argument, sorted; empty when none does."""
        calling = set(self.any & facts)
        for together in self.all:
            if together <= facts:
                calling |= together
        return tuple(sorted(calling))

    def rests_on(self, names: frozenset[str]) -> bool:
        """
        Whether a citation of these names is one of the argument's provisions or authorities, wherever it is
        pinpointed.
        """
        return not names.isdisjoint(self.authorities) or any_provision(names, self.provisions)

    def unmet(self, here: Situation, *, argued: bool = True) -> tuple[str, ...]:
        """
        The targets against it that bite here and that the draft nowhere cites, in the order of the file, each once.
        *argued*: whether the draft makes the argument, or half of it.
        """
        biting = (
            one.target
            for one in self._biting(here)
            if one.target not in here.cited
            and not one.raised_by
            and (not one.after or one.after in here.cited)
            and not one.watch
            and (argued or not one.argued)
        )
        return tuple(dict.fromkeys(biting))

    def met(self, here: Situation) -> tuple[str, ...]:
        """
        The targets against it that bite here and that the draft cites, whether it answers them or not.

        One that is an authority for the argument too is cited as such.
        """
        for_it_too = {one.target for one in self.supporting}
        biting = (
            one.target
            for one in self._biting(here)
            if one.target in here.cited and one.target not in for_it_too and not one.watch
        )
        return tuple(dict.fromkeys(biting))

    def _biting(self, here: Situation) -> Iterator[Reference]:
        return (one for one in self.against if one.bites(here))

    def support(self, registers: Library, here: Situation) -> tuple[Support, ...]:
        """
        What to offer: the authorities for, then those against that bite, less what the draft cites already.

        An authority that is both is offered once, for it, with its limits.
        """
        from refoulement_lint.answers import answered

        offered = [(one, "for") for one in self.supporting if one.supports(here)]
        offered += [(one, "against") for one in self._biting(here)]
        support: dict[str, Support] = {}
        for one, side in offered:
            if one.target in here.cited:
                continue
            if (before := support.get(one.target)) is not None:
                if before.side == "for" and side == "against" and one.says not in before.says:
                    support[one.target] = before._replace(says=f"{before.says} Within limits: {one.says}")
                continue
            support[one.target] = one.offered(registers, side)
        return tuple(answered(one, (self.id,), registers) if one.side == "against" else one for one in support.values())

    def adverse(self, target: str, registers: Library) -> Support | None:
        """What stands against it under that target, with the answer, cited or not; ``None`` when nothing does."""
        from refoulement_lint.answers import answered

        found = next((one for one in self.against if one.target == target), None)
        return answered(found.offered(registers, "against"), (self.id,), registers) if found else None


def _meant(citation: Citation) -> str:
    """The target of what is cited; of a number that is another case's, the case beside whose name it stands."""
    meant = citation.authority.target if citation.authority is not None else ""
    return meant if meant and citation.status == "mismatch" else citation.target or ""


# --- one draft --------------------------------------------------------------------------------------------------------


def treat(
    document: Document,
    citations: Sequence[Citation],
    facts: Iterable[Fact],
    matches: Iterable[Match[Key]],
    arguments: Sequence[Argument],
    *,
    forum: str = "unknown",
    forum_is_guessed: bool = False,
    state: str | None = None,
    bound: Callable[[str], bool] = lambda instrument: True,
    names: Callable[[str], bool] = lambda state: True,
    headed: Callable[[str], Iterable[str]] = lambda words: (),
) -> tuple[Treatment, ...]:
    """
    How the draft treats every argument that is called for, core in the forum, or made; in the order of *arguments*.

    *matches* come from a ``Phrasebook`` over ``Argument.phrases`` with keys (kind, id). An argument with ``answers``
    (adverse authority that must be met) is made only where one of them is cited beside the words. A forum that was only
    guessed, of a text that tells and cites nothing, expects nothing: it is a report of news, a letter, a form.
    *bound* says whether an instrument binds the respondent, as far as anybody knows, *names* whether the draft names a
    State, *headed* which arguments some words name by the phrases of their headings.
    """
    facts = tuple(fact for fact in facts if not fact.passing)
    told = frozenset(fact.id for fact in facts)
    elsewhere, here_only, direct = _elsewhere(facts, state), _here_only(facts, state), _direct(facts)
    places = Places(document)
    decided = frozenset(at for one in citations if one.kind in DECISIONS for at in places.around(one.start))
    words: dict[str, list[Span]] = defaultdict(list)
    asking: dict[str, list[Span]] = defaultdict(list)
    named: dict[str, list[Span]] = defaultdict(list)
    calling: dict[str, Span] = {}
    on_the_story = {argument.id for argument in arguments if argument.absence.touched}
    spared: set[str] = set()
    not_before: set[str] = set()
    waived = [match.sentence for match in matches if match.key[0] == "waived"]
    not_core: set[str] = set()
    titles = sorted(one.span for one in citations if one.kind in DECISIONS)
    for match in matches:
        kind, name = match.key
        if kind == "waived":
            continue
        index = bisect_right(titles, (match.span.start, len(document.text))) - 1
        if index >= 0 and match.span.start < titles[index].end:
            continue  # "GJ and Others (post-civil war: returnees)" says nothing of the draft
        if kind == "calls":
            # "… until his family could join him" in what is said of a cited case is no family here.
            if name not in on_the_story or decided.isdisjoint(places.around(match.span.start)):
                calling.setdefault(name, match.span)
        elif kind == "spares":
            spared.add(name)
        elif kind == "not-core":
            if match.span.start < FIRST_PAGE:
                not_core.add(name)
        elif kind == "not-before":
            if forum in HAS_LOWER_COURTS and match.span.start < FIRST_PAGE:
                not_before.add(name)
        elif places.argued(match.span.start) and not places.quoted(match.span.start, decided):
            words[name].append(match.span)
            if kind == "asked":
                asking[name].append(match.span)
    # Everyday words, "detention", "return": they name an argument in a heading, and where a point is not taken.
    for stretches, into in ((places.headings(), words), (waived, named)):
        for span in stretches:
            for name in headed(document.text[span.start : span.end]):
                into[name].append(span)
    # A long draft cites the same few authorities hundreds of times: each is asked about once.
    argued: dict[frozenset[str], list[Citation]] = defaultdict(list)
    for citation in citations:
        if citation.status != "impossible" and places.argued(citation.start):
            argued[names_of(citation)].append(citation)
    says = saying(document)
    here = Situation(told, cited_targets(citations), forum, state, destinations(facts, state), names, says)
    worded = {
        name: frozenset(at for span in spans for at in places.around(span.start)) for name, spans in words.items()
    }
    places.tell(facts, argued, words[GATE])
    # What the story cites, an order under Rule 39 not obeyed, argues nothing; only the forum's gate is passed there.
    outside = {names: its for names, cited in argued.items() if (its := places.outside_the_story(cited))}
    listed = Counter(name for argument in arguments for name in argument.authorities)
    unlisted = {
        names: cited
        for names, cited in outside.items()
        if names.isdisjoint(listed) and not any(any_provision(names, one.provisions) for one in arguments)
    }
    plain = plainly_told(facts)
    is_a_draft = bool(told or citations or not forum_is_guessed)
    treatments = []
    for argument in arguments:
        needs = argument.needs.get(forum, ())
        away = forum in argument.not_in or argument.id in not_before or bool(needs and not any(map(bound, needs)))
        # Who names what has to be answered has brought it up, at sea too.
        away = away or (argument.id in spared and argument.answers.isdisjoint(here.cited))
        calling_facts = _apart(facts, argument, document) if argument.not_beside else told
        calling_facts -= (argument.of_respondent & elsewhere) | (argument.of_others & here_only)
        calling_facts -= argument.beyond & direct
        called_for_by = () if away else argument.called_for_by(calling_facts)
        core = is_a_draft and forum in argument.core and argument.id not in not_core
        looked_for = bool(called_for_by or core or (argument.id in calling and not away))
        beside = argument.beside if looked_for else ()
        asks = [span for span in asking[argument.id] if not places.told(span.start)]
        near = worded.get(argument.id, frozenset())
        in_law = argued if argument.id == GATE else outside
        lent = _lent(argument, unlisted, near, places) if looked_for else ()
        treatment, spans, authorities = _made(
            argument, in_law, words[argument.id], places, beside=beside, lent=lent, asks=asks
        )
        if treatment == "partly":
            others = [(other, worded[other.id]) for other in arguments if other is not argument and other.id in worded]
            left = _not_for_others(argument, in_law, others, near, places)
            own = frozenset(name for name in argument.authorities if listed[name] == 1)
            applied = _applied(left, own, (fact for fact in facts if fact.id in called_for_by), places)
            pinned = _at_its_paragraphs(argument, left, arguments, places) if looked_for else ()
            lent = (*lent, *applied, *pinned)
            treatment, spans, authorities = _made(
                argument, left, words[argument.id], places, beside=beside, lent=lent, asks=asks
            )
            elsewhere_worded = frozenset().union(*(at for _, at in others))
            if treatment == "partly" and _rested_on_often(argument, left, elsewhere_worded - near, places):
                treatment = "made"
        rests = authorities or argument.id == GATE
        if treatment == "partly" and rests and places.have_a_section(words[argument.id]):
            treatment = "made"
        # What has a section and an authority in it is answered in words that a list need not know.
        lacks = () if treatment != "made" else _lacking(argument, (*words[argument.id], *spans), spans, places)
        if lacks:
            treatment = "partly"
        if not looked_for and treatment != "made":
            continue
        if not spans and not called_for_by and argument.id in calling:
            spans = (calling[argument.id],)
        touched = argument.id in calling and not away
        treatments.append(
            Treatment(
                id=argument.id,
                called_for_by=called_for_by,
                core=core,
                treatment=treatment,
                spans=spans,
                authorities_cited=authorities,
                lacks=lacks,
                adverse_unmet=() if away else argument.unmet(here, argued=treatment != "missing"),
                adverse_cited=() if away else argument.met(here),
                worth_telling=core
                or (
                    not _waived(argument, (*words[argument.id], *named[argument.id]), argued, waived)
                    and argument.absence.worth_telling(
                        argument.called_for_by(calling_facts if argument.absence.weakly else calling_facts & plain),
                        facts,
                        document,
                        forum=forum,
                        state=state,
                        touched=touched,
                    )
                ),
            )
        )
    return tuple(treatments)


def _waived(
    argument: Argument,
    words: Iterable[Span],
    argued: Mapping[frozenset[str], Sequence[Citation]],
    sentences: Sequence[Span],
) -> bool:
    """
    Whether one of the *sentences* that say that a point is not taken has the *words* of the argument in it, or a
    provision of it.
    """
    if not sentences:
        return False
    pleaded = (one for names in argued if any_provision(names, argument.provisions) for one in argued[names])
    places = (*(span.start for span in words), *(one.start for one in pleaded))
    return any(one.start <= place < one.end for one in sentences for place in places)


def _elsewhere(facts: Sequence[Fact], state: str | None) -> frozenset[str]:
    """The facts of which every telling says that another State than the respondent, *state*, was at work."""
    if state is None:
        return frozenset()
    here = {fact.id for fact in facts if fact.details.state in ("", state)}
    return frozenset(fact.id for fact in facts) - here


def _here_only(facts: Sequence[Fact], state: str | None) -> frozenset[str]:
    """The facts of which every telling says that the respondent, *state*, was at work."""
    others = {fact.id for fact in facts if not state or fact.details.state != state}
    return frozenset(fact.id for fact in facts) - others


def _direct(facts: Sequence[Fact]) -> frozenset[str]:
    """The facts that tell of no other State than the one to which somebody is extradited; none without extradition."""
    requesting = {fact.details.destination for fact in facts if fact.id == "extradition"}
    if not requesting:
        return frozenset()
    beyond = {fact.id for fact in facts if fact.details.destination not in ("", *requesting)}
    return frozenset(fact.id for fact in facts) - beyond


def _apart(facts: Sequence[Fact], argument: Argument, document: Document) -> frozenset[str]:
    """The facts told, without those that are only told in one sentence with one of the argument's *not_beside*."""
    told = {fact.id for fact in facts}
    starts = sorted(fact.span.start for fact in facts if fact.id in argument.not_beside)
    if not starts:
        return frozenset(told)
    doubted = (told & (argument.any | frozenset().union(*argument.all))) - argument.not_beside
    apart: set[str] = set()
    for fact in facts:
        if fact.id in doubted and fact.id not in apart:  # the first one that stands apart is enough
            around = sentence(document.text, fact.span.start)
            if bisect_left(starts, around.start) == bisect_left(starts, around.end):
                apart.add(fact.id)
    return frozenset(told - doubted | apart)


def _not_for_others(
    argument: Argument,
    argued: Mapping[frozenset[str], Sequence[Citation]],
    others: Sequence[tuple[Argument, frozenset[int]]],
    worded: frozenset[int],
    places: Places,
) -> Mapping[frozenset[str], Sequence[Citation]]:
    """
    The citations without those on which *argument* rests that stand beside the words of another argument which rests on
    them too, and not beside its own, which are at *worded*: Savran cited for an illness says nothing of family life,
    nor the Optional Protocol cited for exhaustion of interim measures. *others* come with the places of their words.
    """
    left: dict[frozenset[str], Sequence[Citation]] = {}
    for names, citations in argued.items():
        if argument.rests_on(names):
            said = [around for other, around in others if other.rests_on(names)]
            left[names] = [
                one
                for one in citations
                if not said
                or not (beside := places.beside(one.start)).isdisjoint(worded)
                or all(map(beside.isdisjoint, said))
            ]
        else:
            left[names] = citations
    return {names: citations for names, citations in left.items() if citations}


def _made(
    argument: Argument,
    argued: Mapping[frozenset[str], Sequence[Citation]],
    words: Sequence[Span],
    places: Places,
    *,
    beside: tuple[str, ...] = (),
    lent: Sequence[Span] = (),
    asks: Sequence[Span] = (),
) -> tuple[str, tuple[Span, ...], tuple[str, ...]]:
    """
    Made, partly or missing; the places that show it; and the authorities cited for it. *argued* are the citations in
    running text, by the targets that they stand for.

    *beside* are provisions that count with the words: nobody says that an argument is made which nothing calls for
    because Article 3 stands beside a common word. *lent* are decisions beside the words that are none of its own,
    *asks* the places that ask for what the argument is about.
    """
    fitting = {names for names in argued if argument.rests_on(names)}
    helping = {names for names in argued if any_provision(names, beside)} if words and beside else set()
    resting = [citation for names in fitting for citation in argued[names]]
    worded = {section for span in words for section in places.around(span.start)}
    # A provision that carries many arguments carries the one beside it; what is cited for this one may stand in the
    # next paragraph. What stands against a draft is answered where it is cited, or beside that with an authority.
    with_authority = worded & {at for citation in resting for at in places.around(citation.start)}
    carried = []
    for names in fitting | helping:
        if argument.answers and argument.answers.isdisjoint(names):
            continue
        for citation in argued[names]:
            reach = places.around(citation.start)
            if names in fitting:
                beside_it = places.beside(citation.start)
                reach |= beside_it & with_authority if argument.answers else beside_it
            if not worded.isdisjoint(reach):
                carried.append((citation, reach))
    shown = {citation.span: citation for citation in (*resting, *(citation for citation, _ in carried))}
    authorities = tuple(dict.fromkeys(filter(None, (_meant(shown[span]) for span in sorted(shown)))))
    if carried:
        near = {section for _, reach in carried for section in reach}
        operative = [span for span in words if not near.isdisjoint(places.around(span.start))]
        return "made", in_order([*(citation.span for citation, _ in carried), *operative]), authorities
    if lent and not argument.answers:
        return "made", in_order([*lent, *words]), authorities
    # Words in the telling of the story argue nothing: "three years' deprivation of liberty" is a sentence served.
    words = [span for span in words if not places.told(span.start) and (argument.id == GATE or not places.gate(span))]
    if asks:
        return "made", in_order([*(citation.span for citation in resting), *asks]), authorities
    if resting and words and not argument.answers:
        # A draft that argues the point in its law and cites for it elsewhere has made it.
        cited = {places.around(one.start) for found in argued.values() for one in found}
        if len(worded & frozenset().union(*cited)) >= SAID_OFTEN:
            return "made", in_order([*(citation.span for citation in resting), *words]), authorities
    if resting or words:
        return "partly", in_order([*(citation.span for citation in resting), *words]), authorities
    return "missing", (), ()


def _rested_on_often(
    argument: Argument,
    argued: Mapping[frozenset[str], Sequence[Citation]],
    others: frozenset[int],
    places: Places,
) -> bool:
    """
    Whether so many of the citations *argued* are the argument's, and stand in no paragraph with the words of *others*,
    that it is argued in words that we do not know. Not one that asks for something or has to answer something: that
    takes words.
    """
    if argument.answers or argument.asked:
        return False
    its = [one for names, cited in argued.items() if argument.rests_on(names) for one in cited]
    return sum(others.isdisjoint(places.around(one.start)) for one in its) >= SAID_OFTEN


def _lent(
    argument: Argument, argued: Mapping[frozenset[str], Sequence[Citation]], worded: frozenset[int], places: Places
) -> tuple[Span, ...]:
    """
    Where a decision stands in the paragraphs of the argument's words that no argument has as its own: which decisions
    carry an argument nobody can list for every court, and a draft that argues in words and cites beside them has
    argued. So has one that cites another article of an act of the Union on which the argument rests: what is wrong
    there is the number. *argued* are the citations that no argument lists.
    """
    acts = tuple({":".join(one.split(":")[:2]) for one in argument.provisions if one.startswith("EU:")})
    return tuple(
        citation.span
        for names, citations in argued.items()
        for citation in citations
        if (citation.kind in DECISIONS or (citation.kind == "provision" and any_provision(names, acts)))
        and not worded.isdisjoint(places.around(citation.start))
    )


def _applied(
    argued: Mapping[frozenset[str], Sequence[Citation]], own: frozenset[str], calling: Iterable[Fact], places: Places
) -> tuple[Span, ...]:
    """
    Where a decision that this argument alone lists, one of *own*, stands in a paragraph that speaks of what calls for
    the argument: whose words those are, a list of words need not know.
    """
    spoken_of = frozenset(at for fact in calling for at in places.around(fact.span.start))
    return tuple(
        citation.span
        for names, citations in argued.items()
        if not names.isdisjoint(own)
        for citation in citations
        if citation.kind in DECISIONS
        and not places.told(citation.start)
        and not spoken_of.isdisjoint(places.around(citation.start))
    )


def _at_its_paragraphs(
    argument: Argument,
    argued: Mapping[frozenset[str], Sequence[Citation]],
    arguments: Iterable[Argument],
    places: Places,
) -> tuple[Span, ...]:
    """
    Where a decision is cited at the paragraphs for which this argument has it and none of the other *arguments* has:
    those paragraphs say what it is cited for, in whatever words the draft says it. Not one that is for it where a fact
    is told that does not call for it: a child held in a bad place says nothing yet of its best interests.
    """
    there: list[Span] = []
    calling = argument.any.union(*argument.all)
    for one in argument.supporting:
        if not calling.issuperset(one.when):
            continue
        cited = [
            citation
            for names, found in argued.items()
            if one.pinpoint and one.target in names
            for citation in found
            if citation.kind in DECISIONS and citation.pinpoint and not places.told(citation.start)
        ]
        if not cited:
            continue
        shared = (other for rival in arguments if rival is not argument for other in rival.supporting)
        of_others = (paragraphs(other.pinpoint) for other in shared if other.target == one.target)
        its_own = paragraphs(one.pinpoint).difference(*of_others)
        there += [citation.span for citation in cited if not its_own.isdisjoint(paragraphs(citation.pinpoint or ""))]
    return tuple(there)


def _lacking(argument: Argument, said: Sequence[Span], spans: Iterable[Span], places: Places) -> tuple[str, ...]:
    """
    The names of the argument's elements that are nowhere near *spans*, where fewer than *at_least* are there and what
    is *said* has no section of its own.
    """
    if not argument.elements or places.have_a_section(said):
        return ()
    near = frozenset(at for span in spans for at in places.beside(span.start) if not places.told(at))
    there = "\n\n".join(map(places.text_at, sorted(near)))
    lacks = tuple(name for name, phrases in argument.elements.items() if not says_one(there, phrases))
    return lacks if len(argument.elements) - len(lacks) < argument.at_least else ()
