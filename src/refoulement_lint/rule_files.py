"""``rules --check``: rule files read as at a start, their pages too, and their examples run; every mistake is said."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from refoulement_lint import catalogue, pages
from refoulement_lint.engine import Engine
from refoulement_lint.model import Document, DocumentReport, Edit, Problem, RuleError, Span

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from refoulement_lint.rule import Rule

# Folders beside the families that hold no rules; what stands in them is checked when the registers are compiled.
_OTHER_FOLDERS = (
    "facts",
    "arguments",
    "forums",
    "telling",
    "languages",
    "durations",
    "history",
    "membership",
    "styles",
    "law",
)


class Checked(NamedTuple):
    """How many rule files were looked at, every mistake as a sentence, and the folders that hold no rules."""

    files: int
    mistakes: tuple[str, ...]
    passed_over: tuple[str, ...]


class _File(NamedTuple):
    """A rule file without a mistake in how it is written."""

    path: Path
    text: str
    raw: dict[str, Any]  # what TOML makes of it
    rule: Rule


def check(given: Iterable[str], engine: Engine) -> Checked:
    """
    Everything that is wrong with the rule files at the paths *given*: files, families, or folders of families.

    Examples are run where nothing is wrong with how the files are written: all rules of *engine* and these together,
    as in a real run.
    """
    mistakes: list[str] = []
    sound: list[_File] = []
    passed_over: list[str] = []
    files = list(_rule_files(given, mistakes, passed_over))
    for path in files:
        file = _read(path, engine.names, mistakes)
        if file is not None:
            sound.append(file)
    if not mistakes:
        mistakes += _tried(sound, engine)
    return Checked(len(files), tuple(mistakes), tuple(dict.fromkeys(passed_over)))


def _rule_files(given: Iterable[str], mistakes: list[str], passed_over: list[str]) -> Iterator[Path]:
    seen: set[Path] = set()
    for name in given:
        path = Path(name)
        if path.is_dir():
            found = []
            for file in sorted(path.rglob("*.toml")):
                other = next((step for step in file.relative_to(path).parts[:-1] if step in _OTHER_FOLDERS), None)
                if other is None:
                    found.append(file)
                else:
                    passed_over.append(str(path / other))
            if not found:
                mistakes.append(f"{path}: there is no rule file in this folder (<family>/<name>.toml).")
        elif path.suffix == ".toml":
            found = [path]
        elif path.exists():
            found = []
            mistakes.append(f"{path}: a rule file is a TOML file, <family>/<name>.toml.")
        else:
            found = []
            mistakes.append(f"{path}: there is no such file or folder.")
        for file in found:
            if file.resolve() not in seen:
                seen.add(file.resolve())
                yield file


def _read(path: Path, names: catalogue.Names, mistakes: list[str]) -> _File | None:
    text, raw, wrong = catalogue.read_toml(path)
    if raw is None:
        mistakes += wrong
        return None
    # A file given as "x.toml" stands in a family's folder all the same.
    name = f"{path.resolve().parent.name}/{path.stem}"
    found = list(catalogue.mistakes_in(name, raw, names))
    if not any(mistake.path[:1] in (("bad",), ("good",)) for mistake in found):
        found += pages.page_mistakes(raw)
    said = {f"{path}:{catalogue.line_of(text, mistake.path)}: {mistake.says}" for mistake in found}
    mistakes += sorted(said, key=lambda sentence: (int(sentence.removeprefix(f"{path}:").partition(":")[0]), sentence))
    return None if found else _File(path, text, raw, catalogue.rule_of(name, raw))


# --- the examples -----------------------------------------------------------------------------------------------------


def _tried(files: list[_File], engine: Engine) -> Iterator[str]:
    trial = Engine(engine.registers, on_trial=tuple(file.rule for file in files))
    for file in files:
        page = pages.page_of(file.rule.name, file.raw)
        for kind, examples in (("bad", page.bad), ("good", page.good)):
            for number, example in enumerate(examples):
                line = catalogue.line_of(file.text, (kind, number, "text"))
                try:
                    wrong = list(_example_mistakes(file.rule, example, trial))
                except RuleError as mistake:  # a phrase that cannot be read: nothing can be run
                    yield f"{file.path}: {mistake}"
                    return
                for says in wrong:
                    yield f"{file.path}:{line}: [[{kind}]] {says}"


def _example_mistakes(rule: Rule, example: pages.Example, engine: Engine) -> Iterator[str]:
    report = _report_on(example, example.text, engine)
    findings = [finding for finding in report.findings if finding.rule == rule.name]
    spans = sorted({Span(finding.start, finding.end) for finding in findings})
    if not example.bad:
        if findings:
            yield f"is reported at {_shown(example.text, spans)}, and must not be."
        return
    if not findings:
        yield "is not reported."
        return
    if rule.family == "argument":  # the places that called for it; where they begin is the business of the fact
        places = spans + [span for finding in findings for span in finding.related]
        agrees = all(any(mark.meets(place) for place in places) for mark in example.marks)
    else:
        agrees = not example.marks or list(example.marks) == spans
    if not agrees:
        yield f"is reported at {_shown(example.text, spans)}; its marks are {_shown(example.text, example.marks)}."
    if example.message is not None and example.message != findings[0].message:
        yield f"says “{findings[0].message}”, not “{example.message}”."
    wanted = example.fixed if example.fixed is not None else example.suggest
    if wanted is not None:
        edits = {edit for finding in findings if finding.fix for edit in finding.fix.edits}
        if wanted != _edited(example.text, edits):
            yield f"is mended to “{_edited(example.text, edits)}”, not to “{wanted}”."


def _report_on(example: pages.Example, text: str, engine: Engine) -> DocumentReport:
    from attrs import evolve

    from refoulement_lint import formats, pipeline

    document: Document = formats.read(text.encode(), filename="example.md")
    if example.problem:
        problem = Problem(example.problem, "Something about the reading.")
        document = evolve(document, problems=(*document.problems, problem))
    if example.held is not None:
        from refoulement_lint.indexing import corpus_of

        engine = Engine(engine.registers, on_trial=engine.on_trial, corpus=corpus_of(*example.held))
    return pipeline.check(document, engine, forum=example.forum, state=example.state, on=example.on)


def _edited(text: str, edits: Iterable[Edit]) -> str:
    for edit in sorted(edits, key=lambda edit: edit.span, reverse=True):
        text = text[: edit.span.start] + edit.replacement + text[edit.span.end :]
    return text


def _shown(text: str, spans: Iterable[Span]) -> str:
    return ", ".join(f"“{' '.join(text[span.start : span.end].split())}”" for span in spans) or "nothing"
