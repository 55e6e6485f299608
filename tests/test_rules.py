"""Every rule file against its own examples: they are the tests, so this module has no case of its own."""

from __future__ import annotations

import io
import tomllib
import zipfile
from datetime import date
from functools import cache
from pathlib import Path
from xml.sax.saxutils import escape

import pytest
from attrs import evolve

from refoulement_lint import formats, pages, pipeline
from refoulement_lint.catalogue import FAMILIES, from_store, mistakes_in
from refoulement_lint.engine import Engine, open_engine
from refoulement_lint.indexing import corpus_of
from refoulement_lint.model import Document, DocumentReport, Finding, Problem, Span

RULES = Path(__file__).parent.parent / "rules"
FILES = sorted(path for path in RULES.glob("*/*.toml") if path.parent.name in FAMILIES)
# The law date of examples that name none.
TODAY = date(2026, 11, 22)


def name_of(path: Path) -> str:
    return f"{path.parent.name}/{path.stem}"


@cache
def raw_of(path: Path) -> dict:
    return tomllib.loads(path.read_text(encoding="utf-8"))


def examples(*, bad: bool) -> list:
    return [
        pytest.param(name_of(path), example, id=f"{name_of(path)}-{number}")
        for path in FILES
        for number, example in enumerate(pages.page_of(name_of(path), raw_of(path)).examples)
        if example.bad is bad
    ]


@cache
def engine() -> Engine:
    return open_engine()


def read(example: pages.Example, text: str | None = None) -> Document:
    document = formats.read((text or example.text).encode(), filename="example.md")
    if example.problem:
        problem = Problem(example.problem, "Something about the reading.")
        document = evolve(document, problems=(*document.problems, problem))
    return document


def report_on(document: Document, example: pages.Example) -> DocumentReport:
    asked = engine() if example.held is None else holding(*example.held)
    return pipeline.check(document, asked, forum=example.forum, state=example.state, on=example.on or TODAY)


@cache
def holding(target: str, text: str) -> Engine:
    """The engine with a corpus that holds one decision."""
    return open_engine(corpus=corpus_of(target, text))


def of_rule(report: DocumentReport, name: str) -> list[Finding]:
    return [finding for finding in report.findings if finding.rule == name]


def reported(findings: list[Finding], name: str) -> list[tuple[int, int]]:
    """What is reported; for an argument the places that called for it count too, for nothing else can be marked."""
    spans = {(finding.start, finding.end) for finding in findings}
    if name.startswith("argument/"):
        spans |= {(span.start, span.end) for finding in findings for span in finding.related}
    return sorted(spans)


def meeting(marks: tuple[Span, ...], places: list[tuple[int, int]]) -> bool:
    """
    Whether every mark meets a place and every place a mark.

    Where a fact begins and ends is the business of its own file; an argument rule only says which facts call for it.
    """
    spans = [Span(start, end) for start, end in places]
    return all(any(mark.meets(span) for span in spans) for mark in marks) and all(
        any(mark.meets(span) for mark in marks) for span in spans
    )


def mended(text: str, findings: list[Finding]) -> str:
    edits = {edit for finding in findings if finding.fix for edit in finding.fix.edits}
    for edit in sorted(edits, key=lambda edit: edit.span, reverse=True):
        text = text[: edit.span.start] + edit.replacement + text[edit.span.end :]
    return text


def test_names():
    """What our rules name exists: facts and arguments. A start takes them as they are."""
    held = engine().registers.rules.families()

    assert tuple(rule.name for rule in from_store(held, names=engine().names)) == tuple(sorted(held))


@pytest.mark.parametrize("path", FILES, ids=name_of)
def test_file(path: Path):
    """A rule file has no mistake in what runs and none on its page."""
    assert [] == [mistake.says for mistake in mistakes_in(name_of(path), raw_of(path))]
    assert [] == [mistake.says for mistake in pages.page_mistakes(raw_of(path))]


@pytest.mark.parametrize("path", FILES, ids=name_of)
def test_lines_fit(path: Path):
    """A lawyer reads the file without scrolling sideways."""
    assert [] == [line for line in path.read_text(encoding="utf-8").splitlines() if len(line) > 120]


class TestBad:
    @pytest.mark.parametrize(("name", "example"), examples(bad=True))
    def test_is_reported(self, name: str, example: pages.Example):
        """What is marked is reported, and nothing else, with the message that the file gives."""
        findings = of_rule(report_on(read(example), example), name)

        assert findings
        if name.startswith("argument/"):
            assert meeting(example.marks, reported(findings, name))
        elif example.marks:
            assert [(mark.start, mark.end) for mark in example.marks] == reported(findings, name)
        assert example.message in (None, findings[0].message)

    @pytest.mark.parametrize(("name", "example"), examples(bad=True))
    def test_is_mended(self, name: str, example: pages.Example):
        """What the file calls fixed or suggested is what the edits give, and then the rule is silent."""
        wanted = example.fixed or example.suggest
        if wanted is None:
            pytest.skip("the file promises no text")
        findings = of_rule(report_on(read(example), example), name)

        assert wanted == mended(example.text, findings)
        assert [] == of_rule(report_on(read(example, wanted), example), name)


class TestGood:
    @pytest.mark.parametrize(("name", "example"), examples(bad=False))
    def test_is_silent(self, name: str, example: pages.Example):
        """The rule has nothing to say."""
        assert [] == [finding.message for finding in of_rule(report_on(read(example), example), name)]


class TestCrossTalk:
    @pytest.mark.parametrize(("name", "example"), examples(bad=True) + examples(bad=False))
    def test_others_are_silent(self, name: str, example: pages.Example):
        """
        No other rule speaks, unless the file lists it in ``also``.

        Missing arguments do not count: an example is a sentence, and no sentence makes every argument.
        """
        others = {finding.rule for finding in report_on(read(example), example).findings}
        foreign = {rule for rule in others - {name} if not rule.startswith("argument/")}

        assert set() == foreign - set(example.also)


def words(text: str) -> str:
    """The text without what wrapping may change: spaces of any kind and the shape of quotation marks."""
    for mark in "“”„«»":
        text = text.replace(mark, '"')
    for mark in "‘’":
        text = text.replace(mark, "'")
    return " ".join(text.split())


def as_markdown(text: str) -> str:
    return f"# A draft\n\nOne.\n\n{text}\n\nThe end."


def with_no_break_spaces(text: str) -> str:
    return "".join(
        "\xa0" if letter == " " and text[place + 1 : place + 2].isdigit() else letter
        for place, letter in enumerate(text)
    )


def with_straight_quotes(text: str) -> str:
    for mark in "“”":
        text = text.replace(mark, '"')
    return text.replace("‘", "'").replace("’", "'")


def as_word(text: str) -> bytes:
    """A Word file with one run for each character, as a much edited one has."""
    paragraphs = "".join(
        "<w:p>" + "".join(f'<w:r><w:t xml:space="preserve">{escape(letter)}</w:t></w:r>' for letter in line) + "</w:p>"
        for line in text.split("\n")
        if line
    )
    package = io.BytesIO()
    with zipfile.ZipFile(package, "w") as members:
        members.writestr(
            "[Content_Types].xml",
            '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
            '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
            '<Override PartName="/word/document.xml" ContentType='
            '"application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>',
        )
        members.writestr(
            "_rels/.rels",
            '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" '
            'Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" '
            'Target="word/document.xml"/></Relationships>',
        )
        members.writestr(
            "word/document.xml",
            '<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>'
            f"{paragraphs}</w:body></w:document>",
        )
    return package.getvalue()


TEXTUAL = [
    case for case in examples(bad=True) if not case.values[1].problem and not case.values[0].startswith("argument/")
]


class TestWrapped:
    """The same words are reported whatever the paragraph is wrapped in."""

    @pytest.mark.parametrize("wrap", [as_markdown, with_no_break_spaces, with_straight_quotes])
    @pytest.mark.parametrize(("name", "example"), TEXTUAL)
    def test_as_text(self, name: str, example: pages.Example, wrap):
        """In a Markdown draft, with no-break spaces, with straight quotation marks."""
        text = wrap(example.text)
        findings = of_rule(report_on(read(example, text), example), name)
        marked = [words(example.text[mark.start : mark.end]) for mark in example.marks]

        assert marked == [words(text[start:end]) for start, end in reported(findings, name)]

    @pytest.mark.parametrize(
        ("name", "example"),
        [case for case in TEXTUAL if "# " not in case.values[1].text and "*" not in case.values[1].text],
    )
    def test_as_word(self, name: str, example: pages.Example):
        """In a Word paragraph of one run for each character."""
        document = formats.read(as_word(example.text), filename="example.docx")
        findings = of_rule(report_on(document, example), name)
        marked = [words(example.text[mark.start : mark.end]) for mark in example.marks]

        assert marked == [words(document.source[start:end]) for start, end in reported(findings, name)]
