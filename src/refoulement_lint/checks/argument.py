"""The story calls for an argument: is it made, and is what stands against it met?"""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from typing import TYPE_CHECKING

from attrs import evolve

from refoulement_lint.absence import plainly_told
from refoulement_lint.checks import Context, day_in_words, first_line, found, register_row
from refoulement_lint.model import Citation, Details, Draft, Evidence, Fact, Finding, Span, Support, Treatment, in_order
from refoulement_lint.rule import Parameter, Rule

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence


KIND = "argument"

PARAMETERS: Mapping[str, Parameter] = {
    "argument": Parameter("text"),
    "adverse": Parameter("flag"),
    "answers": Parameter("asked"),
    "when_any": Parameter("texts"),
    "when_all": Parameter("texts"),
    "unless_made": Parameter("text", ("partly", "fully")),
}
"""
*argument*: an id of rules/arguments; *adverse*: speak about the adverse authority of every argument instead,
of which the draft cites none or, with *answers* (words that answer an authority), of which it answers none near by.
*when_any*, *when_all*: facts without which the rule keeps silent although the argument is called for. *unless_made*:
the weakest treatment that silences the rule; ``fully`` (the default) reports a partly made argument as a note.
"""

PLACEHOLDERS = frozenset({"facts", "title", "citation", "argument", "pinpoint"})


def check(draft: Draft, rules: tuple[Rule, ...], context: Context) -> Iterator[Finding]:
    """One finding for each argument that is missing or only partly made, and one for each adverse authority not met."""
    treatments = {treatment.id: treatment for treatment in draft.treatments}
    places: dict[str, list[Fact]] = {}
    for fact in draft.facts:
        places.setdefault(fact.id, []).append(fact)
    told: set[str] = set()
    for rule in rules:
        if rule.parameters.get("adverse"):
            for treatment in draft.treatments:
                if "answers" in rule.parameters:
                    yield from _only_cited(rule, treatment, draft, context, told)
                else:
                    yield from _adverse(rule, treatment, places, draft, context, told)
            continue
        called_for = treatments.get(rule.parameters.get("argument", ""))
        if called_for is not None and _speaks(rule, called_for, places):
            yield _missing(rule, called_for, places, draft, context)


def _speaks(rule: Rule, treatment: Treatment, places: Mapping[str, list[Fact]]) -> bool:
    if treatment.treatment == "made" or not treatment.worth_telling:
        return False
    if treatment.treatment == "partly" and rule.parameters.get("unless_made") == "partly":
        return False
    when_all, when_any = rule.parameters.get("when_all", ()), rule.parameters.get("when_any", ())
    return all(fact in places for fact in when_all) and (not when_any or any(fact in places for fact in when_any))


def _missing(
    rule: Rule, treatment: Treatment, places: Mapping[str, list[Fact]], draft: Draft, context: Context
) -> Finding:
    partly = treatment.treatment == "partly"
    # What is told weakly calls for the argument too, and is no reason that a reader would be given.
    told = plainly_told(draft.facts)
    plain = tuple(name for name in treatment.called_for_by if name in told)
    question = bool(treatment.called_for_by and not plain and not treatment.core)
    treatment = evolve(treatment, called_for_by=treatment.called_for_by if question else plain)
    span, related = _where(treatment, places, draft)
    support = context.support(treatment.id)
    values = {
        "facts": _facts_in_words(treatment, context),
        "title": rule.title,
        "argument": treatment.id,
        "citation": "",
        "pinpoint": "",
    }
    says = " ".join(filter(None, (_why(treatment, places, draft.state, context), _where_it_stands(treatment, draft))))
    because = [Evidence(says, f"rules/arguments/{treatment.id}.toml")]
    finding = found(
        rule,
        span,
        values,
        because=because,
        severity="note" if partly or question else None,
        argument=treatment.id,
        support=support,
        related=related,
    )
    if partly:
        return evolve(finding, message=_half_made(rule.title, treatment, draft, context))
    return evolve(finding, message=_with_other_reason(finding.message, treatment, question=question))


def _with_other_reason(message: str, treatment: Treatment, *, question: bool) -> str:
    """
    The message where no fact calls for the argument, but the forum or words of the draft itself do; and where the facts
    are told weakly.
    """
    if question:
        return message.replace("The draft tells of ", "The draft may tell of ", 1)
    if treatment.called_for_by:
        return message
    rest = message.removeprefix("The draft tells of and ")
    if rest == message:
        return message
    if treatment.core:
        return f"Before this forum a reader expects the point; the draft {rest}"
    return f"The draft touches the point and {rest}"


def _its_own(treatment: Treatment, draft: Draft) -> list[Citation]:
    """What the draft cites for this argument and for no other."""
    elsewhere = {name for other in draft.treatments if other.id != treatment.id for name in other.authorities_cited}
    return [one for one in draft.citations if one.target in treatment.authorities_cited and one.target not in elsewhere]


def _half_made(title: str, treatment: Treatment, draft: Draft, context: Context) -> str:
    """What a note says of an argument that is there in part; the rule's own message is about one that is missing."""
    subject, how = title, "answered" if title.endswith(" not answered") else "argued"
    for ending in (
        " is not argued",
        " not argued",
        " is not answered",
        " not answered",
        " not asked for",
        " not addressed",
    ):
        subject = subject.removesuffix(ending)
    if treatment.lacks:
        return f"{subject}: only partly {how}. Nothing was found beside it on {_listed(treatment.lacks)}."
    own = _its_own(treatment, draft)
    if own:
        first = min(own, key=lambda one: one.kind != "case")
        told = " ".join(first.text.split())
        if first.kind == "provision":  # of a list only the number is its own text
            told = context.registers.title(first.target or "") or told
        told = told[:1].upper() + told[1:]
        return (
            f"{subject}: only partly {how}. {told} is cited; no words near it that apply it to this story were found."
        )
    if treatment.authorities_cited:
        return (
            f"{subject}: only partly {how}. What it rests on is cited for other points; no words of its own were found."
        )
    return f"{subject}: only partly {how}. No provision or authority stands beside the words."


def _why(treatment: Treatment, places: Mapping[str, list[Fact]], state: str | None, context: Context) -> str:
    if treatment.called_for_by:
        named = [_named(name, places.get(name, ()), state, context) for name in treatment.called_for_by]
        return f"The story tells of {_listed(named)}; a reader then looks for this argument."
    if treatment.core:
        return "This forum expects the point in every submission of this kind."
    return "Words of the draft touch the point; a reader then looks for the argument."


# What is asked for at the end, and the forum's own gate at the beginning, are no neighbours of an argument.
_APART = frozenset({"admissibility", "redress", "interim"})

_LONGEST_HEADING = 80


def _where_it_stands(treatment: Treatment, draft: Draft) -> str:
    """
    In which section of the draft the half of an argument stands, or behind which one it would stand: the last that
    makes another argument. Empty for a draft without headings.
    """
    if treatment.treatment == "partly" and (own := _section(treatment, draft)):
        return f"What there is of it stands in “{own[1]}”."
    others = [
        section
        for other in draft.treatments
        if other.treatment == "made" and other.id not in _APART and (section := _section(other, draft))
    ]
    return f"A section on it could stand behind “{max(others)[1]}”." if others else ""


def _section(treatment: Treatment, draft: Draft) -> tuple[int, str] | None:
    """The section in which most places of an argument stand: where its heading begins, and its words."""
    headings = [block for block in draft.document.blocks if block.kind == "heading"][1:]  # the first is the title
    starts = [block.span.start for block in headings]
    within = Counter(at for span in treatment.spans if (at := bisect_right(starts, span.start)))
    if not within:
        return None
    heading = headings[within.most_common(1)[0][0] - 1]
    words = " ".join(draft.document.text[heading.span.start : heading.span.end].split()).lstrip("# ").strip("*")
    return heading.span.start, words if len(words) <= _LONGEST_HEADING else f"{words[:_LONGEST_HEADING]}…"


def _adverse(
    rule: Rule,
    treatment: Treatment,
    places: Mapping[str, list[Fact]],
    draft: Draft,
    context: Context,
    told: set[str],
) -> Iterator[Finding]:
    offered = {support.target: support for support in context.support(treatment.id)}
    for target in treatment.adverse_unmet:
        if target in told:
            continue
        told.add(target)
        span, related = _where(treatment, places, draft)
        authority = context.registers.authority(target)
        support: Support | None = offered.get(target)
        values = {
            "citation": (authority.citation or authority.title) if authority else target,
            "title": authority.title if authority else target,
            "argument": treatment.id,
            "facts": _facts_in_words(treatment, context),
            "pinpoint": support.pinpoint if support else "",
        }
        because = [Evidence(support.says, support.source)] if support else []
        if authority is not None:
            because.append(register_row(authority))
        yield found(
            rule,
            span,
            values,
            because=because,
            target=target,
            argument=treatment.id,
            support=(support,) if support else (),
            related=related,
        )


def _only_cited(rule: Rule, treatment: Treatment, draft: Draft, context: Context, told: set[str]) -> Iterator[Finding]:
    """One note for each adverse authority that is cited and nowhere answered in its sentence or beside it."""
    for target in treatment.adverse_cited:
        cited = [one for one in draft.citations if target in (one.target, one.authority and one.authority.target)]
        # What the Grand Chamber replaced is no citation of its judgment, and has a finding of its own.
        cited = [one for one in cited if one.authority is None or one.authority.status != "superseded"]
        argued = [one for one in cited if _is_argued(one.start, context)]
        if target in told or not argued or any(_is_answered(rule, one.start, context) for one in argued):
            continue
        told.add(target)
        authority = context.registers.authority(target)
        values = {
            "citation": (authority.citation or authority.title) if authority else target,
            "title": authority.title if authority else target,
            "argument": treatment.id,
            "facts": _facts_in_words(treatment, context),
            "pinpoint": "",
        }
        because = [register_row(authority)] if authority is not None else []
        adverse = context.adverse(target, treatment.id)
        yield found(
            rule,
            argued[0].span,
            values,
            because=because,
            target=target,
            argument=treatment.id,
            support=(adverse,) if adverse else (),
        )


def _is_argued(offset: int, context: Context) -> bool:
    block = context.document.block_at(offset)
    return block is None or block.kind not in ("authorities", "quotation", "code")


def _is_answered(rule: Rule, offset: int, context: Context) -> bool:
    """Whether a word of an answer stands in the paragraph of *offset*, or in the next; of a note, where it is read."""
    block = context.document.block_at(offset)
    if block is not None and block.reads_at is not None:
        block = context.document.block_at(block.reads_at) or block
    if block is None:
        return context.said_anywhere(rule, "answers", context.text)
    after = context.document.block_at(min(block.span.end + 2, len(context.text) - 1))
    end = after.span.end if after else block.span.end
    return context.said_anywhere(rule, "answers", context.text[block.span.start : end])


def _where(treatment: Treatment, places: Mapping[str, list[Fact]], draft: Draft) -> tuple[Span, tuple[Span, ...]]:
    """
    The first place in the story that calls for the argument, and one for each other fact; the first line otherwise.
    """
    first = in_order(_best_place(places[name], draft).span for name in treatment.called_for_by if name in places)
    if first:
        return first[0], first[1:]
    if treatment.spans:
        return treatment.spans[0], ()
    return first_line(draft), ()


def _best_place(facts: list[Fact], draft: Draft) -> Fact:
    """The first place in the body; a table or a note tells the story too, but a reader begins with the text."""
    for fact in facts:
        block = draft.document.block_at(fact.span.start)
        if block is None or block.kind == "body":
            return fact
    return facts[0]


def _facts_in_words(treatment: Treatment, context: Context) -> str:
    return _listed([context.registers.told(name) for name in treatment.called_for_by])


def _listed(names: Sequence[str]) -> str:
    return f"{', '.join(names[:-1])} and {names[-1]}" if len(names) > 1 else "".join(names)


def _named(name: str, facts: Sequence[Fact], state: str | None, context: Context) -> str:
    """
    The fact in words, with who, where and when of the place that says most of it; what the respondent did before what
    others did.
    """
    fullest = max(
        facts,
        key=lambda fact: (fact.details.state == state, not fact.details.state, len(fact.details.to_dict())),
        default=None,
    )
    said = _details(fullest, context) if fullest is not None else ""
    told = context.registers.told(name)
    return f"{told} ({said})" if said else told


# Facts about who somebody is: their age is the point, and a place or a day beside them says nothing of them.
_OF_A_PERSON = frozenset({"minor", "family-with-children", "vulnerability"})


def _details(fact: Fact, context: Context) -> str:
    """
    As in "from Poland to Belarus, Narewka, 12 October 2021", "by Poland" or "in Libya"; and, where it is so, that it is
    only alleged.
    """
    details = fact.details
    said = []
    if fact.id in _OF_A_PERSON:
        said += [f"aged {details.age}"] if details.age is not None else []
    else:
        said += _event(details, context)
    if fact.strength == "alleged":
        said.append("only alleged")
    return ", ".join(said)


def _event(details: Details, context: Context) -> Iterator[str]:
    """Whence and whither, where, and when."""
    if details.destination:
        start = f"from {context.registers.state_name(details.state)} " if details.state else ""
        yield f"{start}to {context.registers.state_name(details.destination)}"
    elif details.state:
        yield f"{'by' if details.by else 'in'} {context.registers.state_name(details.state)}"
    if details.place:
        yield details.place
    if details.date:
        yield day_in_words(details.date)
