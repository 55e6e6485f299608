"""``corpus`` at the terminal: what it says, what it exits with, and that nothing hostile comes out of it."""

import json
import os

import pytest

from refoulement_lint import cli
from refoulement_lint.cli import main
from refoulement_lint.commands import corpus
from refoulement_lint.indexing import Intake
from tests import docx_maker as make
from tests.corpus.test_own_corpus import JUDGMENT, REPORT


@pytest.fixture
def run(capfdbinary, tmp_path):
    """Runs a command on a corpus of its own; gives exit status, standard output and standard error."""

    def command(*arguments):
        given = [str(argument) for argument in arguments]
        status = main([*given, "--corpus", str(tmp_path / "corpus.sqlite")])
        out, err = capfdbinary.readouterr()
        return status, out.decode(), err.decode()

    return command


@pytest.fixture
def folder(write, tmp_path):
    write("report.md", REPORT)
    write("judgment.txt", JUDGMENT)
    return tmp_path / "sources"


class TestCorpus:
    def test_the_way_of_a_user(self, run, folder):
        """
        Added once, listed, searched, verified and removed; each says what it did.
        """
        added, again = run("corpus", "add", folder), run("corpus", "add", folder)
        listed, found = run("corpus", "list"), run("corpus", "search", "marsh", "--output-format", "json")
        (folder / "report.md").unlink()
        doubted, removed = run("corpus", "verify"), run("corpus", "remove", "report")

        assert [0, 0, 0, 0, 1, 0] == [one[0] for one in (added, again, listed, found, doubted, removed)]
        assert "2 added; the corpus holds 2 documents" in added[1]
        assert "2 unchanged; the corpus holds 2 documents" in again[1]
        assert "ecthr:99123/30" in listed[1]
        assert {
            "target",
            "score",
            "pinpoint",
            "citation",
            "says",
            "why",
            "source",
            "side",
            "verified",
            "corpus",
        } == set(json.loads(found[1])[0])
        assert "report: the file is not there any more" in doubted[1]
        assert "removed report" in removed[1]
        assert 0 == run("corpus", "verify")[0]

    def test_one_that_cannot_be_read(self, run, folder):
        """
        It is named on standard error, the others are held, and the exit status is 2.
        """
        (folder / "broken.docx").write_bytes(b"PK\x03\x04 and nothing more")
        status, out, err = run("corpus", "add", folder)

        assert (2, True) == (status, "2 added, 1 not read" in out)
        assert 1 == err.count("\n")
        assert "broken.docx: it is truncated or damaged" in err

    def test_hostile_files(self, run, folder):
        """
        Bombs, entities, locks and stumps of every format are each refused in one sentence; what is sound is held.
        """
        hostile = {
            "bomb.docx": make.zipped({"word/document.xml": "x" * 3_000_000}),
            "bomb.odt": make.zipped({"content.xml": " " * 3_000_000}),
            "locked.odt": make.zipped({"META-INF/manifest.xml": "<a><encryption-data/></a>", "content.xml": "<a/>"}),
            "entities.xml": b'<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]><a>&x;</a>',
            "laughs.xml": b'<!DOCTYPE a [<!ENTITY x "ha"><!ENTITY y "&x;&x;">]><a>&y;</a>',
            "deep.xml": b"<a>" * 100_000,
            "attributes.html": b"<p " + b"a=b " * 200_000 + b">x</p>",
            "stump.xml": b"<akomaNtoso><p>cut off",
            "stump.pdf": b"%PDF-1.7\n1 0 obj\n<<",
            "binary.txt": bytes(range(256)) * 100,
            "empty.html": b"<p></p>",
        }
        for name, raw in hostile.items():
            (folder / name).write_bytes(raw)
        status, out, err = run("corpus", "add", folder)

        assert 2 == status
        assert f"2 added, {len(hostile)} not read; the corpus holds 2 documents" in out
        assert sorted(hostile) == sorted(line.split("/sources/")[1].split(":")[0] for line in err.splitlines())
        assert "root:" not in err + run("corpus", "list")[1]

    def test_a_fault_of_ours(self, run, folder, monkeypatch):
        """
        What nobody foresaw in one file keeps no other file out.
        """
        read = Intake.take

        def failing(intake, path):
            if path.endswith(".txt"):
                raise ZeroDivisionError
            return read(intake, path)

        monkeypatch.setattr(Intake, "take", failing)
        status, out, err = run("corpus", "add", folder)

        assert (2, True, True) == (status, "1 added, 1 not read" in out, "ZeroDivisionError" in err)

    def test_interrupted(self, run, folder, monkeypatch):
        """
        What was added before the interruption is held, and the next run passes over it.
        """
        read = Intake.take

        def stopping(intake, path):
            if path.endswith("report.md"):
                raise KeyboardInterrupt
            return read(intake, path)

        with monkeypatch.context() as patched:
            patched.setattr(Intake, "take", stopping)
            stopped = run("corpus", "add", folder)

        assert (cli.INTERRUPTED, True) == (stopped[0], "1 added; the corpus holds 1 document " in stopped[1])
        assert "goes on from here" in stopped[2]
        assert "1 added, 1 unchanged" in run("corpus", "add", folder)[1]

    def test_suggest(self, run, folder, tmp_path):
        """
        ``suggest`` draws on it; with ``none`` it does not.
        """
        run("corpus", "add", folder)
        brief = tmp_path / "brief.md"
        brief.write_text("She was driven to the fence near Kuźnica and spent nights in the marsh.", encoding="utf-8")
        targets = [one["target"] for one in json.loads(run("suggest", brief)[1])]

        assert "corpus:report#p1" in targets
        assert 0 == main(["suggest", str(brief), "--corpus", "none"])

    @pytest.mark.parametrize(
        ("arguments", "says"),
        [
            (("corpus", "list"), "there is no corpus; make one with"),
            (("corpus", "ad"), 'the action "ad" is not known; did you mean add?'),
            (("corpus", "add", "x", "--kind", "book"), '"book" is not known; it can be case, report'),
            (("corpus", "add", "x", "--targt", "y"), "did you mean --target?"),
            (("corpus", "remove", "x"), "has no document"),
        ],
    )
    def test_mistakes(self, run, arguments, says):
        """
        A mistake is one sentence and exit status 2.
        """
        status, _, err = run(*arguments)

        assert 2 == status
        assert says in err

    def test_not_for_none(self, capfd):
        """
        There is nothing to add to no corpus.
        """
        assert 2 == main(["corpus", "list", "--corpus", "none"])
        assert '"none" is no corpus' in capfd.readouterr().err

    @pytest.mark.skipif(os.name != "posix", reason="such names cannot be written there")
    def test_hostile_name(self, run, write, folder):
        """
        What a terminal would obey in a file's name or text is shown, not sent.
        """
        write("a\x1b[2J\n.md", "# Report \x1b[31m on \u202e the border\n\nA paragraph with the word xylophone in it.")
        printed = "".join(
            run(*arguments)[1]
            for arguments in (("corpus", "add", folder), ("corpus", "list"), ("corpus", "search", "xylophone"))
        )

        assert not {"\x1b", "\u202e"} & set(printed)


class TestBar:
    def test_shows_on_a_terminal(self, monkeypatch, capsys):
        """
        On a terminal a bar says how far it is, and goes away; elsewhere nothing is written.
        """
        monkeypatch.setattr(corpus._Bar, "_QUIET_SECONDS", -1.0)
        silent = corpus._Bar(4, quiet=False)
        silent.at("a.md")
        monkeypatch.setattr("sys.stderr.isatty", lambda: True, raising=False)
        bar = corpus._Bar(4, quiet=False)
        for name in ("a.md", "b.md", "c\x1b.md"):
            bar.at(name)
        bar.clear()
        written = capsys.readouterr().err

        assert "[############            ] 3 of 4 c\\x1b.md" in written
        assert written.endswith("\r\x1b[K")
        assert 3 == written.count(" of 4 ")
