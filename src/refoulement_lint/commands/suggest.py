"""``suggest``: authorities that would support the draft."""

from __future__ import annotations

from typing import TYPE_CHECKING

from refoulement_lint.cli import NOT_CHECKED, NOTHING
from refoulement_lint.commands.drafts import each_draft, engine_of, state_of
from refoulement_lint.commands.options import choice, count, reading_options
from refoulement_lint.commands.printing import print_out
from refoulement_lint.model import Document, Support

if TYPE_CHECKING:
    import argparse
    from collections.abc import Iterable


def options(suggest: argparse.ArgumentParser) -> None:
    """Its options."""
    reading_options(suggest)
    suggest.add_argument("--top", type=count, default=10, metavar="N", help="how many at most")
    suggest.add_argument("--output-format", type=choice("json", "console"), default="json", metavar="FORMAT")


def run(wanted: argparse.Namespace) -> int:
    """``suggest``: authorities that would support the draft, best first; of several drafts, those of all together."""
    from refoulement_lint import pipeline

    engine = engine_of(wanted)
    state = state_of(wanted, engine)

    def one(document: Document) -> tuple[Support, ...] | None:
        return pipeline.suggestions(document, engine, top=wanted.top, forum=wanted.forum, state=state, on=wanted.on)

    found = list(each_draft(wanted, one, lambda path, says: None))
    whole = None not in found
    ranked = [support for supports in found if supports for support in supports]
    if len(found) > 1:
        ranked = sorted(ranked, key=lambda support: -support.score)
    best: dict[tuple[str, str, str], Support] = {}
    for support in ranked:
        # Two paragraphs of one judgment are two excerpts, but one authority.
        best.setdefault((support.target, support.side, support.corpus and support.pinpoint), support)
    print_out(_suggested(list(best.values())[: wanted.top], wanted.output_format))
    return NOTHING if whole else NOT_CHECKED


def _suggested(supports: Iterable[Support], output_format: str) -> str:
    if output_format == "json":
        from refoulement_lint.reporters.json import written

        return written([support.to_dict() for support in supports], indent=1) + "\n"
    from refoulement_lint.reporters.pages import support_lines

    return support_lines(tuple(supports))
