"""
Texts that are unlucky for a pattern, made from the pattern: what leads to each of its repetitions, and that repetition
again and again, never followed by what the pattern wants next.
"""

import importlib
import os
import pkgutil
import re
from collections.abc import Iterator
from functools import cached_property
from itertools import islice
from re import _constants as sre  # type: ignore[attr-defined]
from re import _parser  # type: ignore[attr-defined]
from typing import NamedTuple

from refoulement_lint import citations
from refoulement_lint.citations.court_forms import Courts

EVERYTHING = bool(os.environ.get("REFOULEMENT_LINT_EVERYTHING"))
"""Set by ``.ci/run`` in a step of its own: texts at full length, and the patterns of every court."""
MOST = 6
"""So many repetitions of one pattern are enough, the outermost and the widest first."""
_OF_A_CLASS = {
    sre.CATEGORY_DIGIT: "1",
    sre.CATEGORY_SPACE: " ",
    sre.CATEGORY_WORD: "a",
    sre.CATEGORY_NOT_DIGIT: "a",
    sre.CATEGORY_NOT_SPACE: "a",
    sre.CATEGORY_NOT_WORD: " ",
}
WAYS = 12
_REPEATS = (sre.MAX_REPEAT, sre.MIN_REPEAT, sre.POSSESSIVE_REPEAT)
_SIGNS = "a1 A,.(-Ω;/§"


def _of_set(items) -> str:
    """One character of a set: a letter or figure, if there is one."""
    negated = items and items[0][0] is sre.NEGATE
    if negated:
        shut = re.compile(_as_class(items[1:]))
        return next((sign for sign in _SIGNS if not shut.match(sign)), "a")
    op, value = items[0]
    if op is sre.LITERAL:
        return chr(value)
    if op is sre.RANGE:
        return chr(value[0])
    return _OF_A_CLASS.get(value, "a")


def _as_class(items) -> str:
    pieces = []
    for op, value in items:
        if op is sre.LITERAL:
            pieces.append(re.escape(chr(value)))
        elif op is sre.RANGE:
            pieces.append(f"{re.escape(chr(value[0]))}-{re.escape(chr(value[1]))}")
        elif op is sre.CATEGORY:
            pieces.append({"1": r"\d", " ": r"\s", "a": r"\w"}.get(_OF_A_CLASS.get(value, "a"), r"\w"))
    return f"[{''.join(pieces)}]"


def _shortest(tree) -> str:
    """Some text that the tree matches; what looks around is left out."""
    written = []
    for op, value in tree:
        if op is sre.LITERAL:
            written.append(chr(value))
        elif op is sre.NOT_LITERAL:
            written.append("a" if value != ord("a") else "b")
        elif op is sre.ANY:
            written.append("a")
        elif op is sre.IN:
            written.append(_of_set(value))
        elif op is sre.BRANCH:
            written.append(_shortest(value[1][0]))
        elif op is sre.SUBPATTERN:
            written.append(_shortest(value[3]))
        elif op in _REPEATS:
            written.append(_shortest(value[2]) * value[0])
        elif op is sre.ATOMIC_GROUP:
            written.append(_shortest(value))
    return "".join(written)


def _repetitions(tree, before: str = "") -> Iterator[tuple[str, str]]:
    """Each repetition in the tree: what leads to it, and what is repeated, once for each alternative."""
    for op, value in tree:
        if op in _REPEATS:
            if value[1] > 1:
                for inner in _alternatives(value[2]):
                    yield before, inner
            yield from _repetitions(value[2], before)
        elif op is sre.SUBPATTERN:
            yield from _repetitions(value[3], before)
        elif op is sre.BRANCH:
            for branch in value[1]:
                yield from _repetitions(branch, before)
        elif op is sre.ATOMIC_GROUP:
            yield from _repetitions(value, before)
        before += _shortest([(op, value)])


def _alternatives(tree) -> Iterator[str]:
    """What one round of a repetition may be: for a choice, the first three of it."""
    if len(tree) == 1 and tree[0][0] is sre.SUBPATTERN:
        tree = tree[0][1][3]
    if len(tree) == 1 and tree[0][0] is sre.BRANCH:
        yield from (_shortest(branch) for branch in tree[0][1][1][:3])
    else:
        yield _shortest(tree)


def pieces(pattern: re.Pattern[str]) -> list[tuple[str, str]]:
    """
    What to begin an unlucky text with, and what to go on with for as long as wanted: every repetition of the pattern,
    and the whole of what it matches.
    """
    tree = _parser.parse(pattern.pattern, pattern.flags & ~re.UNICODE.value)
    whole = _shortest(tree)
    found = {(before, again) for before, again in _repetitions(tree) if again}
    chosen = sorted(found, key=lambda piece: (len(piece[0]), piece))
    return [("", f"{whole} "), *islice(chosen, MOST)]


def rounds(pattern: re.Pattern[str]) -> set[tuple[str, str]]:
    """
    What leads to each repetition of the pattern, and what one round of it may be, with each alternative in it once:
    where a word can be read in two ways, it is one of them.
    """
    tree = _parser.parse(pattern.pattern, pattern.flags & ~re.UNICODE.value)
    return {(before, again) for before, inner in _bodies(tree) for again in _ways(inner) if again}


def _bodies(tree, before: str = "") -> Iterator[tuple[str, list]]:
    """Each repetition in the tree, and in what looks around: what leads to it, and its body."""
    for op, value in tree:
        if op in _REPEATS:
            if value[1] > 1:
                yield before, value[2]
            yield from _bodies(value[2], before)
        elif op in (sre.ASSERT, sre.ASSERT_NOT):
            yield from _bodies(value[1], before)
        else:
            for inner in _parts(op, value):
                yield from _bodies(inner, before)
        before += _shortest([(op, value)])


def _parts(op, value) -> list:
    """The trees of which one is matched where *op* stands; none for a single character."""
    if op is sre.BRANCH:
        return value[1]
    if op is sre.SUBPATTERN:
        return [value[3]]
    return [value] if op is sre.ATOMIC_GROUP else []


def _ways(tree) -> Iterator[str]:
    """The shortest text of the tree, and that with one choice in it made otherwise; at most `WAYS` for a choice."""
    items = [_shortest([item]) for item in tree]
    yield "".join(items)
    for place, (op, value) in enumerate(tree):
        inner = [value[2]] if op in _REPEATS else _parts(op, value)
        for way in islice((way for each in inner for way in _ways(each)), WAYS):
            if way != items[place]:
                yield "".join((*items[:place], way, *items[place + 1 :]))


class Unlucky(NamedTuple):
    """What begins a text, what goes on in it, and what makes a family look at it every so often; "" is never."""

    before: str
    again: str
    trigger: str = ""

    def text(self, size: int) -> str:
        """A text of about that size; what parts two blocks in the grammars is a blank line there."""
        return self._of_size(size).replace("\0", "\n\n")

    def _of_size(self, size: int) -> str:
        if not self.trigger:
            return self.before + self.again * max(1, size // len(self.again)) + "\x01"
        unit = self.before + self.again * max(1, LEAD // len(self.again)) + self.trigger
        return unit * (size // len(unit) + 1)


# --- the patterns of the grammars ------------------------------------------------------------------------------------

GRAMMARS = (
    "words", "instruments", "statutes", "provisions", "ecthr", "cjeu", "national_cases", "un", "documents",
    "back_references",
)  # fmt: skip
# What makes each family look: the texts between are what its patterns then run over.
TRIGGERS = {
    "back_references": (" ibid. ", " cited above "),
    "cjeu": (" C-1/11 ",),
    "context": ("the Convention ",),
    "documents": (" A/53/44 ",),
    "ecthr": (" no. 30696/09 ", " v. Italy "),
    "ecthr_names": (" no. 30696/09 ", " v. Italy "),
    "ecthr_parts": (" no. 30696/09 ", " v. Italy "),
    "identifiers": (" EU:C:2019:218 ",),
    "instruments": (" Convention ", " Directive 2013/32/EU "),
    "national_cases": (" [2010] UKSC 1 ",),
    "parties": (" [2010] UKSC 1 ", " 480 U.S. 421 "),
    "provisions": (" Article 3 ",),
    "sections": (" AsylG ", " Immigration Act 1971 "),
    "statute_places": (" AsylG ",),
    "statutes": (" AsylG ",),
    "un": (" No. 13/1993 ",),
    "un_bodies": (" No. 13/1993 ",),
    "us_reporters": (" 480 U.S. 421 ",),
    "words": ("(hereinafter ",),
}
LEAD = 150
"""So much of an unlucky text stands before each trigger: more than the longest window of most grammars."""


def patterns(grammar) -> Iterator[tuple[str, re.Pattern[str], tuple[str, ...]]]:
    """Every pattern of the grammars with its family and with what makes that family look at a place."""
    owners = {name: getattr(grammar, name) for name in GRAMMARS} | {"sections": grammar.statutes.sections}
    owners |= {"ecthr_names": grammar.ecthr.names, "ecthr_parts": grammar.ecthr.parts}
    for family, owner in owners.items():
        for name, value in vars(type(owner)).items():
            pattern = getattr(owner, name) if isinstance(value, cached_property) else None
            if isinstance(pattern, re.Pattern):
                yield family, pattern, TRIGGERS[family]
    for module in pkgutil.iter_modules(citations.__path__):
        for value in vars(importlib.import_module(f"{citations.__name__}.{module.name}")).values():
            if type(value).__name__ == "_Late":
                yield module.name, re.compile(*value._asked), TRIGGERS.get(module.name, ())
            elif hasattr(value, "cache_info") and not value.__wrapped__.__code__.co_argcount:
                pattern = value()
                if isinstance(pattern, re.Pattern):
                    yield module.name, pattern, TRIGGERS.get(module.name, ())
    for country, file in grammar.national_cases.courts.items():
        for form in Courts(country, file).forms:
            for pattern in (*form.patterns, *([form.more] if form.more else [])):
                yield f"court {country}", pattern, (f" {next(form.triggers)}",)
    for trigger, series in grammar.statutes._series.items():
        for one in series:
            yield "series", re.compile(one.pattern), (f" {trigger}",)


def inputs(grammar) -> Iterator[tuple[str, Unlucky]]:
    """Every unlucky input once, with the family for whose patterns it is made."""
    seen = set()
    for family, pattern, triggers in patterns(grammar):
        for piece in pieces(pattern):
            for trigger in ("", *triggers):
                one = Unlucky(*piece, trigger)
                if one not in seen:
                    seen.add(one)
                    yield family, one
