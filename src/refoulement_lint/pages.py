"""
The page of a rule file: why, on whose authority, and the examples that are documentation, tests and specification at
once.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import TYPE_CHECKING, Any

from attrs import frozen

from refoulement_lint.catalogue import Mistake, is_day
from refoulement_lint.model import Span

if TYPE_CHECKING:
    from collections.abc import Iterator

OPENS, CLOSES = "{{", "}}"

_EXAMPLE = (
    "text",
    "why",
    "message",
    "fixed",
    "suggest",
    "facts",
    "forum",
    "state",
    "on",
    "language",
    "problem",
    "also",
    "and_pages",
    "held",
)
_LISTS = ("facts", "also")
_HEAD_ORDER = (
    "title",
    "message",
    "severity",
    "fix",
    "since",
    "preview",
    "languages",
    "forums",
    "states",
    "formerly",
    "why",
)
FEWEST_EXAMPLES = 2
_FILLED_PAGE = "\n\n" + "\n\n".join(["And so it goes on for a while. " * 30] * 4)
"""A page of a draft, some 3 700 characters, that says nothing; see ``and_pages``."""


@frozen(kw_only=True)
class Example:
    """
    One ``[[bad]]`` or ``[[good]]`` of a rule file.

    *text* is without its marks; *marks* are the pieces that must be reported, in code points of *text*. *message*,
    *fixed* (what ``--fix`` gives) and *suggest* (what accepting gives) are ``None`` where the file does not say.
    A text with ``and_pages`` in its file is followed by so many pages that say nothing, where the length is the point.
    *also* names other rules that rightly speak here; *problem* is a problem of reading that no text can show; *held* is
    a decision in the user's own corpus, its target and its text.
    """

    bad: bool
    text: str
    marks: tuple[Span, ...] = ()
    why: str = ""
    message: str | None = None
    fixed: str | None = None
    suggest: str | None = None
    facts: tuple[str, ...] = ()
    forum: str | None = None
    state: str | None = None
    on: date | None = None
    language: str | None = None
    problem: str | None = None
    also: tuple[str, ...] = ()
    held: tuple[str, str] | None = None


@frozen(kw_only=True)
class Page:
    """What a rule file says beside what runs."""

    name: str
    why: str
    examples: tuple[Example, ...]

    @property
    def bad(self) -> tuple[Example, ...]:
        """What must be reported."""
        return tuple(example for example in self.examples if example.bad)

    @property
    def good(self) -> tuple[Example, ...]:
        """What must not be reported."""
        return tuple(example for example in self.examples if not example.bad)


def page_of(name: str, raw: Mapping[str, Any]) -> Page:
    """The page of a rule file that has been read and has no mistakes."""
    examples = [_example(one, bad=True) for one in raw.get("bad", ())]
    examples += [_example(one, bad=False) for one in raw.get("good", ())]
    return Page(name=name, why=raw.get("why", "").strip(), examples=tuple(examples))


def _example(raw: Mapping[str, Any], *, bad: bool) -> Example:
    text, marks = read_marks(raw["text"].removesuffix("\n"))
    day = raw.get("on")
    return Example(
        bad=bad,
        text=text + _FILLED_PAGE * int(raw.get("and_pages", 0)),
        marks=marks,
        why=raw.get("why", ""),
        message=raw.get("message"),
        fixed=_unwrapped(raw.get("fixed")),
        suggest=_unwrapped(raw.get("suggest")),
        facts=tuple(raw.get("facts", ())),
        forum=raw.get("forum"),
        state=raw.get("state"),
        on=date.fromisoformat(day) if isinstance(day, str) else day,
        language=raw.get("language"),
        problem=raw.get("problem"),
        also=tuple(raw.get("also", ())),
        held=(raw["held"]["target"], raw["held"]["text"]) if "held" in raw else None,
    )


def _unwrapped(text: str | None) -> str | None:
    return None if text is None else text.removesuffix("\n")


def read_marks(text: str) -> tuple[str, tuple[Span, ...]]:
    """
    The text without its ``{{ }}``, and what stood between them.

    Raises:
        ValueError: A mark is opened and not closed, or closed and not opened.
    """
    plain, place = "", 0
    spans: list[Span] = []
    while True:
        opening, closing = text.find(OPENS, place), text.find(CLOSES, place)
        if opening == -1:
            if closing != -1:
                raise ValueError("a mark }} closes nothing")
            return plain + text[place:], tuple(spans)
        if closing < opening:
            raise ValueError("a mark {{ is not closed" if closing == -1 else "a mark }} closes nothing")
        plain += text[place:opening]
        start = len(plain)
        plain += text[opening + len(OPENS) : closing]
        spans.append(Span(start, len(plain)))
        place = closing + len(CLOSES)


def page_mistakes(raw: Mapping[str, Any]) -> Iterator[Mistake]:
    """
    Every mistake in the parts of a rule file that do not run; too slow for each start, cheap enough for each test.
    """
    why = raw.get("why")
    if not isinstance(why, str) or "\n\n" not in why.strip():
        yield Mistake(
            ("why",),
            "why is missing or has only one paragraph; two or three short ones say what goes wrong, and when not.",
        )
    head = [key for key in raw if key in _HEAD_ORDER]
    if head != sorted(head, key=_HEAD_ORDER.index):
        yield Mistake((head[0],), f"the head is out of order; it goes {', '.join(_HEAD_ORDER)}.")
    for kind in ("bad", "good"):
        examples = raw.get(kind, [])
        if not isinstance(examples, list) or not all(isinstance(example, Mapping) for example in examples):
            yield Mistake((kind,), f"each example is a table of its own, [[{kind}]].")
            return
        if len(examples) < FEWEST_EXAMPLES:
            yield Mistake((kind,), f"there are {len(examples)} [[{kind}]]; at least {FEWEST_EXAMPLES} are needed.")
        for number, example in enumerate(examples):
            yield from _example_mistakes(kind, number, example)
    if raw.get("good") and not any("why" in example for example in raw["good"]):
        yield Mistake(("good",), "no [[good]] says why it is there; at least one is a near miss with its reason.")
    check = raw.get("check")
    if isinstance(check, Mapping) and check.get("kind") == "in-force":
        yield from _undated(raw)


def _example_mistakes(kind: str, number: int, example: Mapping[str, Any]) -> Iterator[Mistake]:
    for key, value in example.items():
        if key not in _EXAMPLE:
            yield Mistake((kind, number, key), f"{key} is not known in [[{kind}]]; it can be {', '.join(_EXAMPLE)}.")
        elif key in _LISTS and not (isinstance(value, list) and all(isinstance(each, str) for each in value)):
            yield Mistake((kind, number, key), f"{key} is a list of texts in quotes.")
        elif key == "held":
            if not (isinstance(value, dict) and value.keys() == {"target", "text"}):
                yield Mistake((kind, number, key), "held is a table of target and text.")
        elif key not in (*_LISTS, "on") and not isinstance(value, str):
            yield Mistake((kind, number, key), f"{key} is a text in quotes.")
        elif key == "on" and not is_day(value):
            yield Mistake((kind, number, key), "on is a day, as 2026-11-22 without quotes.")
    text = example.get("text")
    if not isinstance(text, str):
        yield Mistake((kind, number), f"text is missing in a [[{kind}]].")
        return
    try:
        _, marks = read_marks(text)
    except ValueError as problem:
        yield Mistake((kind, number, "text"), f"{problem}.")
        return
    if kind == "bad" and not marks and "problem" not in example:
        yield Mistake((kind, number, "text"), "a [[bad]] text has no {{ }}: what is reported?")
    if kind == "good" and marks:
        yield Mistake((kind, number, "text"), "a [[good]] text has {{ }}: nothing is reported there.")


def _undated(raw: Mapping[str, Any]) -> Iterator[Mistake]:
    for kind in ("bad", "good"):
        for number, example in enumerate(raw.get(kind, ())):
            if "on" not in example:
                yield Mistake((kind, number), "on is missing; every example of kind in-force has a law date.")
