"""What the citation tests share: one engine, and a way to ask what stands in a text."""

import time
from datetime import date

import pytest
import unlucky

from refoulement_lint.engine import open_engine
from refoulement_lint.formats import read
from refoulement_lint.pipeline import find
from refoulement_lint.registers.compare import resolve


@pytest.fixture
def unlucky_seconds(grammar_seconds):
    """CPU seconds for a piece again and again, and for twice as much of it."""
    long = 100_000 if unlucky.EVERYTHING else 20_000

    def seconds(piece):
        return grammar_seconds(piece * (long // 2 // len(piece))), grammar_seconds(piece * (long // len(piece)))

    return seconds


@pytest.fixture(scope="session")
def engine():
    return open_engine()


@pytest.fixture
def found(engine):
    """Every citation of a text, resolved on the day on which the registers were made."""

    def citations(text, on=date(2026, 11, 22)):
        document = read(text.encode(), filename="draft.md")
        written, _ = find(document, engine.reader("en", document.text))
        return tuple(resolve(written, engine.registers, on))

    return citations


@pytest.fixture(scope="session")
def engine_found(engine):
    """The same for properties: Hypothesis wants fixtures that outlive one example."""

    def citations(text):
        document = read(text.encode(), filename="draft.md")
        written, _ = find(document, engine.reader("en", document.text))
        return tuple(resolve(written, engine.registers, date(2026, 11, 22)))

    return citations


@pytest.fixture
def grammar_seconds(engine):
    """CPU seconds that finding takes in a text, the less of two runs: a pause of Python is no fault of a pattern."""

    def once(document):
        begin = time.process_time()
        find(document, engine.reader("en", document.text))
        return time.process_time() - begin

    def seconds(text):
        document = read(text.encode(), filename="draft.txt")
        return min(once(document), once(document))

    return seconds
