"""A new file with the edits of a report: what is written, and what is refused."""

from __future__ import annotations

import json
import stat
from datetime import date
from pathlib import Path

import pytest

import refoulement_lint as rl
from refoulement_lint.cli import main
from refoulement_lint.fixing import applied, chosen
from refoulement_lint.model import DocumentError, DocumentReport, Edit, Evidence, Finding, Fix, Report, Span
from tests import docx_maker as make

TEXT = "See M.S.S. v. Belgium and Greece [GC], Appl. No. 30696/09, § 342, 21 January 2011.\r\nŻółw — six months."


def finding(source, old, new, safety="safe"):
    start = source.index(old)
    span = Span(start, start + len(old))
    return Finding(
        rule="form/application-number", severity="note", message="m", span=span, because=[Evidence("s", "w")],
        fix=Fix(safety, (Edit(span, new),)),
    )  # fmt: skip


def report(path: Path, source: str, *findings: Finding) -> Report:
    document = DocumentReport(path=str(path), complete=True, source=source, findings=findings)
    return Report(version="", on=date(2026, 11, 22), edition="", sha256="", coverage=(), documents=(document,))


class TestChosen:
    def test_disjoint(self):
        """Of two edits that meet the first one counts; of two that are the same, one."""
        source = "one two three"
        first, second, third = (finding(source, old, "x") for old in ("one two", "two", "three"))
        document = report(Path(), source, first, second, third, third).documents[0]

        assert "x x" == applied(source, chosen(document))

    def test_suggestions(self):
        """What changes the meaning waits until it is asked for."""
        source = "six months"
        document = report(Path(), source, finding(source, "six", "four", "suggest")).documents[0]

        assert () == chosen(document)
        assert "four months" == applied(source, chosen(document, suggestions=True))


class TestText:
    @pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1250"])
    def test_bytes_outside_the_edits(self, tmp_path: Path, encoding: str):
        """Encoding, byte order mark and line ends stay; only the words change."""
        draft, new = tmp_path / "a.txt", tmp_path / "b.txt"
        draft.write_bytes(TEXT.encode(encoding))
        source = draft.read_bytes().decode(encoding)
        made = rl.fix(report(draft, source, finding(source, "Appl. No.", "no.")), to=new)

        assert 1 == made
        assert TEXT.replace("Appl. No.", "no.").encode(encoding) == new.read_bytes()

    def test_who_may_read(self, tmp_path: Path):
        """The new file may be read by whoever may read the draft."""
        draft, new = tmp_path / "a.txt", tmp_path / "b.txt"
        draft.write_text("six", encoding="utf-8")
        draft.chmod(0o640)
        rl.fix(report(draft, "six"), to=new)

        assert 0o640 == stat.S_IMODE(new.stat().st_mode)


class TestRefused:
    @pytest.mark.parametrize(
        ("draft", "new", "says"),
        [
            ("a.txt", "a.txt", "a.txt exists; a new file is written and never one over another."),
            ("a.pdf", "b.pdf", "a.pdf: edits are written to text and Word files only."),
            ("a.docx", "b.txt", "b.txt: the new file is a Word file like the draft; let its name end in .docx."),
            ("a.txt", "no/b.txt", "no/b.txt: cannot be written: No such file or directory."),
            ("gone.txt", "b.txt", "gone.txt: cannot be read: No such file or directory."),
            ("other.txt", "b.txt", "other.txt: changed since it was read; check it again first."),
        ],
    )
    def test_one_sentence(self, tmp_path: Path, draft: str, new: str, says: str):
        """Nothing is written, and one sentence says why."""
        for name in ("a.txt", "a.pdf", "a.docx"):
            (tmp_path / name).write_text("six", encoding="utf-8")
        (tmp_path / "other.txt").write_text("seven", encoding="utf-8")
        before = sorted(tmp_path.iterdir())
        with pytest.raises(DocumentError) as error:
            rl.fix(report(tmp_path / draft, "six"), to=tmp_path / new)

        assert says == str(error.value).replace(f"{tmp_path}/", "")
        assert before == sorted(tmp_path.iterdir())

    def test_word_that_changed(self, tmp_path: Path):
        """A Word file that was edited in the meantime is not written over with old edits."""
        (tmp_path / "a.docx").write_bytes(make.docx("seven"))

        with pytest.raises(DocumentError, match="changed since it was read"):
            rl.fix(report(tmp_path / "a.docx", "six"), to=tmp_path / "b.docx")

    def test_several(self, tmp_path: Path):
        """One draft at a time."""
        both = rl.lint(*(rl.Document(path=name, format="text", source="", text="") for name in ("a", "b")))

        with pytest.raises(DocumentError, match="this report has 2"):
            rl.fix(both, to=tmp_path / "b.txt")


class TestCommand:
    @pytest.fixture
    def draft(self, tmp_path: Path) -> Path:
        path = tmp_path / "brief.docx"
        path.write_bytes(
            make.docx("See M.S.S. v. Belgium and Greece [GC], Appl. No. 30696/09, § 342, 21 January 2011.")
        )
        return path

    def test_fix(self, draft: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]):
        """The report is printed as ever; a sentence on standard error says what was written."""
        new = tmp_path / "new.docx"
        status = main(["check", str(draft), "--fix", str(new), "--output-format", "json", "--select", "form"])
        out, err = capsys.readouterr()

        assert 0 == status
        assert ["form/application-number"] == [one["rule"] for one in json.loads(out)["documents"][0]["findings"]]
        assert f"refoulement-lint: {new}: written with 1 edit.\n" == err
        assert [] == [one.rule for one in rl.lint(new, select=["form"])]

    def test_again(self, draft: Path, tmp_path: Path):
        """What is fixed once needs no second time: the file of a second run has the same text."""
        new, again = tmp_path / "new.docx", tmp_path / "again.docx"
        rl.fix(rl.lint(draft), to=new, tracked=False)

        assert 0 == rl.fix(rl.lint(new), to=again)
        assert rl.lint(new).documents[0].source == rl.lint(again).documents[0].source

    @pytest.mark.parametrize(
        ("options", "says"),
        [
            (["--suggestions"], "--suggestions and --untracked say how --fix FILE writes; name the file."),
            (["--fix", "{}/brief.docx"], "{}/brief.docx exists; a new file is written and never one over another."),
            (
                ["{}/none.md", "--fix", "{}/b.docx"],
                "--fix and --comments write one draft that was read whole; give one.",
            ),
        ],
    )
    def test_refused(
        self, draft: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str], options: list[str], says: str
    ):
        """2 and a sentence; nothing new in the folder."""
        status = main(["check", str(draft), *(option.format(tmp_path) for option in options)])

        assert 2 == status
        assert capsys.readouterr().err.endswith(f"refoulement-lint: {says.format(tmp_path)}\n")
        assert [draft] == list(tmp_path.iterdir())
