"""``citations`` and ``facts``: every one that was found, one a line."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from refoulement_lint.cli import NOT_CHECKED, NOTHING
from refoulement_lint.commands.drafts import each_draft, engine_of, not_checked, state_of
from refoulement_lint.commands.options import choice, reading_options
from refoulement_lint.commands.printing import print_out
from refoulement_lint.model import Document, DocumentReport

if TYPE_CHECKING:
    import argparse


def options(found: argparse.ArgumentParser) -> None:
    """Its options."""
    reading_options(found)
    found.add_argument("--output-format", type=choice("jsonl", "csv", "text"), default="jsonl", metavar="FORMAT")


def run(wanted: argparse.Namespace) -> int:
    """One line for each citation, or for each place where the story says something."""
    from refoulement_lint import pipeline
    from refoulement_lint.reporters import jsonl, listing

    engine = engine_of(wanted)
    state = state_of(wanted, engine)

    def one(document: Document) -> DocumentReport:
        return pipeline.check(document, engine, forum=wanted.forum, state=state, on=wanted.on)

    report = pipeline.report(engine, each_draft(wanted, one, not_checked), wanted.on or date.today())
    render = {"jsonl": jsonl.render, "csv": listing.as_csv, "text": listing.as_text}[wanted.output_format]
    print_out(render(report, of=wanted.command))
    return NOTHING if report.complete else NOT_CHECKED
