"""What a case was about: the table of aspects, and what a sentence says of a case."""

import pytest

from refoulement_lint import formats
from refoulement_lint.engine import open_engine
from refoulement_lint.pipeline import check

RULE = "authority/case-on-another-subject"
IN_NH = "N.H. and Others v. France, no. 28820/13, 2 July 2020"


@pytest.fixture(scope="module")
def engine():
    return open_engine()


def _severities(engine, text):
    report = check(formats.read(text.encode(), filename="draft.md"), engine)
    return [finding.severity for finding in report.findings if finding.rule == RULE]


def test_every_aspect_that_a_record_or_another_aspect_names_is_known(engine):
    known = {one.name for one in engine.registers.aspects}
    named = {name for record in engine.registers.curated.records.values() for name in record.get("about", ())}
    assert named | {one.within for one in engine.registers.aspects} - {""} <= known


def test_a_removal_is_said_of_a_case_on_reception(engine):
    assert _severities(engine, f"In {IN_NH}, the Court forbade the deportation of two men to Chad.") == ["warning"]


@pytest.mark.parametrize(
    "text",
    [
        f"In {IN_NH}, the Court spoke of men who slept in the street until their deportation.",
        f"In {IN_NH}, the Court recalled what the Convention asks of the States.",
        f"Unlike in {IN_NH}, the Court is asked here about a deportation.",
        f"The principle of {IN_NH}, applies to a deportation as well.",
        "In HJ (Iran) v Secretary of State for the Home Department [2010] UKSC 31 the Supreme Court spoke of reasons of"
        " religion and of political opinion.",
    ],
)
def test_nothing_is_said_of_the_case_s_own_matter_of_a_principle_or_of_a_list(engine, text):
    assert _severities(engine, text) == []


def test_of_whom_a_case_was_is_a_note(engine):
    text = (
        "In AM (Zimbabwe) v Secretary of State for the Home Department [2020] UKSC 17, the Supreme Court protected a"
        " journalist."
    )
    assert _severities(engine, text) == ["note"]
