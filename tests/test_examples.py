"""The example briefs, the report that each of them gets, the two scripts beside them: what a newcomer tries first."""

from __future__ import annotations

import csv
import hashlib
import json
import subprocess
import sys
import zipfile
from pathlib import Path
from typing import Any

import pytest
from attrs import evolve

import refoulement_lint as rl
from refoulement_lint.record import record_of
from refoulement_lint.registers.opening import open_registers
from refoulement_lint.reporters import console, svg
from refoulement_lint.reporters.record import RENDER

ROOT = Path(__file__).resolve().parent.parent
BRIEFS = sorted((ROOT / "examples" / "briefs").iterdir())
REPORTS = ROOT / "examples" / "reports"
LAW_DATE = "2026-11-22"
COMPLETE = "observations-lithuania.md"
"""The one brief of which nothing is said; ``test_ablation.py`` takes it apart."""
RECORDED = ROOT / "examples" / "briefs" / "rule-39-request-poland.md"

each_brief = pytest.mark.parametrize("brief", BRIEFS, ids=lambda path: path.stem)


@pytest.fixture(autouse=True)
def at_the_root(monkeypatch: pytest.MonkeyPatch) -> None:
    """Paths in reports are as the user wrote them: ``examples/briefs/…``."""
    monkeypatch.chdir(ROOT)


def linted(brief: Path) -> rl.Report:
    return rl.lint(brief.relative_to(ROOT), on=LAW_DATE)


def without_edition(report: dict[str, Any]) -> dict[str, Any]:
    """The report without version and hash of the registers, which change with every corrected row."""
    return {name: value for name, value in report.items() if name not in ("tool", "registers")}


def compare(golden: Path, text: str, update: bool) -> None:
    """Compare with the stored report, or store it: ``pytest --update-golden``."""
    if update:
        golden.write_text(text, encoding="utf-8")
    assert golden.read_text(encoding="utf-8") == text


class TestReports:
    @each_brief
    def test_on_the_console(self, brief: Path, request: pytest.FixtureRequest) -> None:
        """
        Each brief gets, word for word, the report that a lawyer has read and found right.
        """
        text = console.render(linted(brief), width=100)
        text = text.partition("\nRegisters of ")[0].rstrip("\n") + "\n"

        compare(REPORTS / f"{brief.stem}.txt", text, request.config.getoption("--update-golden"))

    @each_brief
    def test_as_json(self, brief: Path, request: pytest.FixtureRequest) -> None:
        """
        The JSON report of each brief is as stored, the edition of the registers aside.
        """
        text = json.dumps(without_edition(linted(brief).to_dict()), ensure_ascii=False, indent=1) + "\n"

        compare(REPORTS / f"{brief.stem}.json", text, request.config.getoption("--update-golden"))

    @each_brief
    def test_as_a_picture(self, brief: Path, request: pytest.FixtureRequest) -> None:
        """
        The picture of the arguments of each brief is as somebody looked at it.
        """
        (document,) = linted(brief).documents

        compare(REPORTS / f"{brief.stem}.svg", svg.picture(document), request.config.getoption("--update-golden"))

    @each_brief
    def test_all_of_it_was_read(self, brief: Path) -> None:
        """
        Every brief is read whole; a report on part of a brief would say less than it seems to.
        """
        assert linted(brief).complete

    def test_deleted_text_is_not_part_of_the_draft(self) -> None:
        """
        A tracked deletion is gone and a tracked insertion is there: the Chamber judgment in N.D. and N.T. went out and
        Sharifi came in.
        """
        brief = ROOT / "examples" / "briefs" / "application-italy-libya.docx"
        targets = {citation.target for citation in linted(brief).documents[0].citations}

        assert "ecthr:16643/09" in targets
        assert "ecthr:8675/15" not in targets


# Brief, rule, and words of the draft that the finding is about: the mistakes that examples/README.md lists.
PLANTED = [
    ("rule-39-request-poland.md", "authority/number-of-another-case", "42907/17"),
    ("rule-39-request-poland.md", "authority/pending-cited-as-decided", "R.A. and Others v. Poland"),
    ("rule-39-request-poland.md", "wording/risk-balanced", "weighed against"),
    ("rule-39-request-poland.md", "provision/slavery-for-collective-expulsion", "Article 4 of the Convention"),
    ("rule-39-request-poland.md", "authority/grand-chamber-unmarked", "Mamatkulov"),
    ("rule-39-request-poland.md", "argument/adverse-authority-unmet", "N.D. and N.T. v. Spain"),
    ("application-italy-libya.docx", "authority/date-of-another-judgment", "1 September 2015"),
    ("application-italy-libya.docx", "consistency/unresolved-short-form", "Medvedyev"),
    ("application-italy-libya.docx", "quotation/word-changed", "for reasons"),
    ("application-italy-libya.docx", "provision/paragraph-beyond", "Article 19 § 3"),
    ("application-italy-libya.docx", "in-force/six-month-limit", "six months"),
    ("application-italy-libya.docx", "argument/adverse-authority-unmet", "S.S. and Others v. Italy"),
    ("skeleton-argument-upper-tribunal.docx", "authority/number-unknown", "41783/10"),
    ("skeleton-argument-upper-tribunal.docx", "authority/chamber-superseded", "Savran v Denmark"),
    ("skeleton-argument-upper-tribunal.docx", "quotation/word-changed", "cruel"),
    ("skeleton-argument-upper-tribunal.docx", "provision/unnumbered-paragraph", "Article 3(1) ECHR"),
    ("skeleton-argument-upper-tribunal.docx", "provision/protocol-4-state-not-bound", "Protocol No 4"),
    ("skeleton-argument-upper-tribunal.docx", "argument/child", "child"),
    ("cat-communication-switzerland.txt", "quotation/word-changed", "at risk"),
    ("cat-communication-switzerland.txt", "in-force/", "General Comment No. 1"),
    ("cat-communication-switzerland.txt", "wording/persecution-before-cat", "persecution"),
    ("cat-communication-switzerland.txt", "provision/paragraph-beyond", "article 3, paragraph 3"),
    ("cat-communication-switzerland.txt", "authority/date-differs", "26 January 2016"),
    ("cat-communication-switzerland.txt", "provision/protocol-4-state-not-bound", "Protocol No. 4"),
    ("cat-communication-switzerland.txt", "argument/internal-flight", "internal flight"),
    ("reply-hungary-transit-zone.md", "authority/judgment-marked-decision", "H.Q. and Others v. Hungary"),
    ("reply-hungary-transit-zone.md", "authority/chamber-superseded", "14 March 2017"),
    ("reply-hungary-transit-zone.md", "consistency/two-names", "R.R. v. Hungary"),
    ("reply-hungary-transit-zone.md", "in-force/repealed-act", "No 343/2003"),
    ("reply-hungary-transit-zone.md", "provision/unnumbered-paragraph", "Article 4(1) of the Charter"),
    ("reply-hungary-transit-zone.md", "argument/child", "child"),
]


class TestRecords:
    @pytest.mark.parametrize("ending", [".md", ".html"])
    def test_of_a_brief(self, ending: str, request: pytest.FixtureRequest) -> None:
        """
        The verification record of the request to Strasbourg, the edition of the registers aside.
        """
        report = evolve(linted(RECORDED), edition="(edition)", sha256="(hash)", coverage=(), version="(version)")
        hashes = {report.documents[0].path: hashlib.sha256(RECORDED.read_bytes()).hexdigest()}
        text = RENDER[ending](record_of(report, open_registers(), hashes))

        compare(REPORTS / f"{RECORDED.stem}.record{ending}", text, request.config.getoption("--update-golden"))


class TestPlantedMistakes:
    @pytest.mark.parametrize(("brief", "rule", "words"), PLANTED)
    def test_is_found(self, brief: str, rule: str, words: str) -> None:
        """
        Each mistake that was made on purpose has its finding, whose message says the words in question.
        """
        report = linted(ROOT / "examples" / "briefs" / brief)

        assert any(finding.rule.startswith(rule) and words in finding.message for finding in report)


class TestWordBriefs:
    def test_are_what_the_tool_writes(self, tmp_path: Path) -> None:
        """
        The Word briefs are, byte for byte, what ``tools/make_example_docx.py`` makes of their sources.
        """
        program = (
            "import sys; from pathlib import Path; sys.path.insert(0, 'tools'); import make_example_docx as make\n"
            "for source in make.SOURCES.glob('*.txt'): make.write(source, Path(sys.argv[1]) / f'{source.stem}.docx')"
        )
        subprocess.run([sys.executable, "-c", program, str(tmp_path)], check=True, cwd=ROOT)
        stored = {path.name: path.read_bytes() for path in BRIEFS if path.suffix == ".docx"}

        assert stored == {path.name: path.read_bytes() for path in tmp_path.iterdir()}

    def test_have_footnotes_a_table_and_tracked_changes(self) -> None:
        """
        The application shows what Word drafts are made of, so that its report proves that they are read.
        """
        with zipfile.ZipFile(ROOT / "examples" / "briefs" / "application-italy-libya.docx") as package:
            body = package.read("word/document.xml").decode("utf-8")

        assert all(f"<w:{name}" in body for name in ("footnoteReference", "tbl", "ins ", "del ", "i/"))
        assert "\u00a0" in body


class TestScripts:
    def run(self, *arguments: str | Path) -> str:
        done = subprocess.run(
            [sys.executable, *map(str, arguments)],
            capture_output=True,
            text=True,
            encoding="utf-8",
            cwd=ROOT,
            check=True,
        )
        return done.stdout

    def test_a_folder_becomes_a_table(self, tmp_path: Path) -> None:
        """
        ``check_folder.py`` writes one line for each finding of each draft, in columns that a spreadsheet shows.
        """
        table = tmp_path / "findings.csv"
        said = self.run("examples/check_folder.py", "examples/briefs", table, LAW_DATE)
        with table.open(encoding="utf-8-sig", newline="") as file:
            rows = list(csv.DictReader(file))

        assert {path.name for path in BRIEFS} - {COMPLETE} == {row["file"] for row in rows}
        assert all(row["place"] and row["rule"] and row["why"] and row["source"] for row in rows)
        assert f"{len(BRIEFS)} drafts, {len(rows)} lines" in said

    def test_no_cell_is_a_formula(self, tmp_path: Path) -> None:
        """
        What a draft or its name says cannot run in the reader's spreadsheet; an unreadable draft has a line of its own.
        """
        drafts = tmp_path / "drafts"
        drafts.mkdir()
        (drafts / "=HYPERLINK(1).docx").write_bytes(b"not a Word file")
        table = tmp_path / "findings.csv"
        self.run("examples/check_folder.py", drafts, table)
        with table.open(encoding="utf-8-sig", newline="") as file:
            rows = list(csv.DictReader(file))

        assert ["'=HYPERLINK(1).docx"] == [row["file"] for row in rows]
        assert ["not checked"] == [row["severity"] for row in rows]

    def test_the_authorities_of_a_brief(self) -> None:
        """
        ``table_of_authorities.py`` lists each authority once, under its kind, with status, places and a link.
        """
        listed = self.run("examples/table_of_authorities.py", "examples/briefs/reply-hungary-transit-zone.md", LAW_DATE)

        assert "## European Court of Human Rights" in listed
        assert "- Shahzad v. Hungary, no. 12625/17, 8 July 2021 – verified; " in listed
        assert "https://hudoc.echr.coe.int/eng?i=001-" in listed
        assert "https://eur-lex.europa.eu/legal-content/EN/TXT/?uri=ecli:ECLI:EU:C:2020:367" in listed
