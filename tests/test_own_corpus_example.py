"""``examples/own-corpus``: four fictitious sources, a draft that quotes from them, and what is said of it."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from refoulement_lint import formats, pipeline
from refoulement_lint.corpus.opening import open_corpus
from refoulement_lint.engine import Engine, open_engine
from refoulement_lint.indexing import Intake

FOLDER = Path(__file__).resolve().parent.parent / "examples" / "own-corpus"


@pytest.fixture(scope="module")
def engine(tmp_path_factory: pytest.TempPathFactory) -> Engine:
    corpus = open_corpus(str(tmp_path_factory.mktemp("corpus") / "corpus.sqlite"), create=True)
    intake = Intake(corpus, open_engine())
    for path in sorted((FOLDER / "sources").iterdir()):
        assert "added" == intake.take(str(path)).happened
    return open_engine(corpus=corpus)


def compare(name: str, value: object, request: pytest.FixtureRequest) -> None:
    """With the stored file, in which paths begin at the folder; ``--update-golden`` rewrites it."""
    text = json.dumps(value, ensure_ascii=False, indent=1).replace(f"{FOLDER}/", "") + "\n"
    if request.config.getoption("--update-golden"):
        (FOLDER / name).write_text(text, encoding="utf-8")

    assert (FOLDER / name).read_text(encoding="utf-8") == text


def test_what_is_held(engine: Engine, request: pytest.FixtureRequest) -> None:
    """
    Each source is known for what it is, with its paragraphs and their pinpoints.
    """
    assert engine.corpus is not None
    held = [
        (document.name, document.kind, document.target, document.citation, document.paragraphs)
        for document in engine.corpus.documents()
    ]

    compare("held.json", held, request)


def test_quotations(engine: Engine, request: pytest.FixtureRequest) -> None:
    """
    The paragraph that is wrong, the negation that is lost and the words that are nowhere are told, and nothing else.
    """
    report = pipeline.check(formats.read(FOLDER / "draft.md"), engine, select=["quotation"])

    compare("quotations.json", [finding.to_dict() for finding in report.findings], request)


def test_suggestions(engine: Engine, request: pytest.FixtureRequest) -> None:
    """
    What the note and the report tell is offered with its place, beside the authorities.
    """
    offered = pipeline.suggestions(formats.read(FOLDER / "draft.md"), engine, top=10)

    assert 0 < sum(not support.corpus for support in offered)
    # Without the score: it moves with every text that the registers' search gains, and says nothing to a reader.
    excerpts = [support.to_dict() for support in offered if support.corpus]

    compare("excerpts.json", [{key: one[key] for key in one if key != "score"} for one in excerpts], request)
