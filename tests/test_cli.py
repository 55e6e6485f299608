"""The command line: exit status, what stands where, and that nothing hostile comes out of it."""

import json
import os
import signal
import subprocess
import sys
import time
from functools import partial
from pathlib import Path

import pytest

from refoulement_lint import pipeline
from refoulement_lint.cli import main
from tests import docx_maker as make

RIGHT = "The applicant relies on M.S.S. v. Belgium and Greece [GC], no. 30696/09, ECHR 2011."
WRONG = "The applicant relies on M.S.S. v. Belgium and Greece [GC], no. 27765/09, ECHR 2011."


@pytest.fixture
def brief(tmp_path):
    """A brief with a fault that every edition of the registers knows: the number of another case."""
    path = tmp_path / "brief.md"
    path.write_text(WRONG, encoding="utf-8")
    return path


@pytest.fixture
def run(capfdbinary):
    """Runs a command in this process; gives exit status, standard output and standard error."""

    def command(*arguments):
        status = main([str(argument) for argument in arguments])
        out, err = capfdbinary.readouterr()
        return status, out.decode(), err.decode()

    return command


def process(*arguments, **rest):
    """Runs a command in its own process."""
    return subprocess.run(
        [sys.executable, "-m", "refoulement_lint", *map(str, arguments)],
        capture_output=True,
        check=False,
        timeout=60,
        **rest,
    )


class TestExitStatus:
    def test_findings(self, run, brief):
        """
        1 when something is found at the severity asked for; the report is the contract's.
        """
        status, out, err = run(
            "check", brief, "--output-format", "json", "--on", "2026-11-22", "--forum", "ecthr", "--state", "BEL"
        )
        document = json.loads(out)["documents"][0]

        assert (1, "") == (status, err)
        assert ("ecthr", "option", "BEL", True) == tuple(
            document[key] for key in ("forum", "forumFrom", "state", "complete")
        )
        assert "authority" in {finding["rule"].partition("/")[0] for finding in document["findings"]}

    def test_nothing_to_report(self, run, tmp_path):
        """
        0 when the draft was looked at and nothing at or above the severity was found.
        """
        (tmp_path / "a.md").write_text("We thank the Registry for its letter.", encoding="utf-8")

        assert 0 == run("check", tmp_path / "a.md")[0]

    def test_never_failing(self, run, brief):
        """
        ``--fail-on never`` reports and passes.
        """
        status, out, _ = run("check", brief, "--fail-on", "never")

        assert 0 == status
        assert "27765/09" in out

    def test_ignored(self, run, brief):
        """
        A rule or family that is ignored does not report.
        """
        _, out, _ = run("check", brief, "--ignore", "authority", "--output-format", "json")

        assert "authority" not in {f["rule"].partition("/")[0] for f in json.loads(out)["documents"][0]["findings"]}

    def test_not_everything_read(self, run, brief, tmp_path):
        """
        2 when a file could not be read; the others are checked all the same, and the report says that it is incomplete.
        """
        (tmp_path / "torn.docx").write_bytes(b"PK\x03\x04 torn")
        status, out, err = run("check", tmp_path, "--output-format", "json")
        documents = {Path(each["path"]).name: each for each in json.loads(out)["documents"]}

        assert 2 == status
        assert 1 == err.count("\n")
        assert "truncated or damaged" in err
        assert [True, False] == [documents[name]["complete"] for name in ("brief.md", "torn.docx")]
        assert documents["brief.md"]["findings"]
        assert "truncated" in documents["torn.docx"]["error"]

    def test_fault_of_the_program(self, run, brief, monkeypatch):
        """
        A fault of ours is one sentence and status 2, without the draft's words; ``--traceback`` lets it through.
        """

        def broken(*_, **__):
            raise ValueError("secret words of the draft")

        # Put in from outside: a pipeline that has this fault on purpose cannot be had otherwise.
        monkeypatch.setattr(pipeline, "check", broken)
        status, out, err = run("check", brief, "--output-format", "json")

        assert 2 == status
        assert "failed (ValueError)" in err
        assert "secret" not in out + err
        assert not json.loads(out)["documents"][0]["complete"]
        with pytest.raises(ValueError, match="secret"):
            main(["check", str(brief), "--traceback"])


class TestBadUsage:
    @pytest.mark.parametrize(
        ("arguments", "says"),
        [
            (["check", "a.md", "--forum", "ecthrr"], "did you mean ecthr?"),
            (["check", "a.md", "--output-format", "jsno"], "did you mean json?"),
            (["check", "a.md", "--on", "22.11.2026"], "write it as 2026-11-22"),
            (["check", "a.md", "--state", "PLO"], '"PLO" is not known'),
            (["check", "a.md", "--state", "Polland"], "did you mean poland?"),
            (["check", "a.md", "--fial-on", "error"], "did you mean --fail-on?"),
            (["check", "a.md", "--fail-on", "fatal"], "It can be|it can be"),
            (["check", "a.md", "--select", "authoritty"], "did you mean authority?"),
            (["check", "a.md", "--max-ratio", "0"], "whole number above 0"),
            (["check", "a.md", "--encoding", "klingon"], "no such file|not known"),
            (["chek", "a.md"], "did you mean check?"),
            (["check"], "PATH"),
            ([], "COMMAND"),
            (["rule", "authority/nothing-such"], "there is no rule"),
        ],
    )
    def test_one_sentence(self, run, arguments, says):
        """
        A mistake is one line on standard error with what is allowed, nothing on standard output, status 2.
        """
        status, out, err = run(*arguments)

        assert 2 == status
        assert "" == out.strip() or "check" == arguments[0]
        assert any(each in err for each in says.split("|"))
        assert "Traceback" not in err


class TestInput:
    def test_standard_input(self, brief):
        """
        ``-`` is standard input; its name tells the format and stands in the report.
        """
        done = process("citations", "-", "--stdin-filename", "given.md", input=WRONG.encode())
        first = json.loads(done.stdout.splitlines()[0])

        assert 0 == done.returncode
        assert "given.md" == first["doc"]
        assert first["text"] == WRONG[first["start"] : first["end"]]

    def test_word_on_standard_input(self):
        """
        Without a name the first bytes tell a Word file.
        """
        done = process("check", "-", "--output-format", "text-dump", input=make.docx("Article 3", "End"))

        assert b"Article 3\nEnd" == done.stdout

    def test_text_dump_is_exact(self, run, tmp_path):
        """
        The text dump is the decoded file, line ends and all, without its byte order mark.
        """
        (tmp_path / "a.txt").write_bytes(b"\xef\xbb\xbfOne\r\nTwo \xc2\xa7 3\rThree")

        assert (0, "One\r\nTwo § 3\rThree", "") == run("check", tmp_path / "a.txt", "--output-format", "text-dump")

    def test_folder(self, run, tmp_path):
        """
        A folder is walked in order; one without drafts could not be checked.
        """
        (tmp_path / "empty").mkdir()
        (tmp_path / "b.md").write_text("b")
        (tmp_path / "a.docx").write_bytes(make.docx("a"))
        status, out, _ = run("check", tmp_path, "--output-format", "json")

        assert 0 == status
        assert ["a.docx", "b.md"] == [Path(each["path"]).name for each in json.loads(out)["documents"]]
        assert 2 == run("check", tmp_path / "empty")[0]

    @pytest.mark.skipif(sys.platform in ("win32", "darwin"), reason="file names there are always Unicode")
    @pytest.mark.parametrize(
        "name",
        [b"-x.md", b"a\nb.md", b"a\x1b[31mb.md", b"a\xff\xfeb.md", b"n" * 250 + b".md", "\u202ebrief.md".encode()],
    )
    def test_odd_names(self, tmp_path, name):
        """
        Files of any name are read, and their names printed so that a terminal and a JSON reader can bear them.
        """
        (tmp_path / os.fsdecode(name)).write_text(WRONG)
        console = process("check", ".", "--fail-on", "never", cwd=tmp_path)
        printed = process("check", ".", "--output-format", "json", cwd=tmp_path)

        assert 0 == console.returncode
        assert console.stdout.decode().replace("\n", "").isprintable()
        assert 1 == len(json.loads(printed.stdout.decode())["documents"])

    def test_hostile_words(self, run, tmp_path):
        """
        Escape sequences, direction controls and carriage returns of a draft reach neither terminal nor error output.
        """
        (tmp_path / "a.md").write_bytes(f"\x1b]52;c;x\x07 \u202e {WRONG} \x1b[2J\rover\x9b31m".encode())
        _, out, err = run("check", tmp_path / "a.md", "--colour", "never")

        assert (out + err).replace("\n", "").isprintable()
        assert "27765/09" in out

    @pytest.mark.slow
    @pytest.mark.parametrize("name", ["a.md", "a.txt"])
    @pytest.mark.parametrize("piece", ["(", "Article ", "v. ", "\u00a0", "x", "no. 1/23 ", "[", "> ", "a\u0301"])
    def test_hundred_thousand_unlucky_characters(self, run, tmp_path, name, piece):
        """
        No rule runs away on a hundred thousand characters of anything.
        """
        (tmp_path / name).write_text((piece * 100_000)[:100_000], encoding="utf-8")
        begun = time.process_time()
        status, _, err = run("check", tmp_path / name, "--output-format", "json", "--fail-on", "never")

        assert (0, "") == (status, err)
        assert time.process_time() - begun < 5

    def test_out_of_time(self, run, tmp_path):
        """
        A draft that takes too long is stopped, said so, and never clean.
        """
        (tmp_path / "a.md").write_text(f"{RIGHT}\n\n" * 200_000)
        status, out, err = run("check", tmp_path / "a.md", "--output-format", "json", "--max-seconds", "1")

        assert 2 == status
        assert "--max-seconds" in err
        assert not json.loads(out)["documents"][0]["complete"]


class TestOtherCommands:
    def test_facts(self, run, tmp_path):
        """
        Each fact is a line with its place.
        """
        (tmp_path / "a.md").write_text("The border guards pushed him back to Belarus without any written decision.")
        status, out, _ = run("facts", tmp_path / "a.md")

        assert 0 == status
        assert {"fact"} == {json.loads(line)["kind"] for line in out.splitlines()}

    def test_suggest(self, run, tmp_path):
        """
        Suggestions are an array, best first, at most as many as asked for, each from a source.
        """
        (tmp_path / "a.md").write_text("The border guards pushed him back to Belarus without any written decision.")
        status, out, _ = run("suggest", tmp_path / "a.md", "--top", "3", "--forum", "ecthr", "--state", "POL")
        suggested = json.loads(out)

        assert 0 == status
        assert 1 <= len(suggested) <= 3
        assert sorted((each["score"] for each in suggested), reverse=True) == [each["score"] for each in suggested]
        assert all(each["source"] for each in suggested)

    def test_look_up(self, run):
        """
        What the registers know is printed; where they know nothing, that this proves nothing.
        """
        assert "30696/09" in run("look-up", "M.S.S. v. Belgium and Greece")[1]
        assert "It may exist all the same" in run("look-up", "Nobody v. Nowhere")[1]
        assert "liste.jsf?num=C-999/19" in run("look-up", "Case C-999/19")[1]
        assert "CSR51:33(1)" in run("look-up", "Article 33(1) of the Refugee Convention")[1]

    @pytest.mark.parametrize("piece", ["(a) ", "[2001] ", "A v. ", "1/93 ", "x", '"'])
    def test_look_up_of_a_whole_page(self, run, piece):
        """
        A text that is no citation is looked up in time that grows with its length alone.
        """
        begun = time.process_time()
        status, _, err = run("look-up", (piece * 20_000)[:20_000])

        assert (0, "") == (status, err)
        assert time.process_time() - begun < 5

    def test_rules(self, run):
        """
        The catalogue lists every rule; each has a page.
        """
        status, out, _ = run("rules")
        name = out.split()[0]

        assert 0 == status
        assert name in run("rule", name)[1]

    def test_version(self, run):
        """
        Name, version, edition.
        """
        status, out, _ = run("--version")

        assert 0 == status
        assert out.startswith("refoulement-lint 0.1.0 (registers of 20")


class TestProcess:
    def test_reader_went_away(self, brief):
        """
        A reader that closes the pipe early gets no complaint.
        """
        command = f'"{sys.executable}" -m refoulement_lint check "{brief}" --output-format json | head -c 1'
        done = subprocess.run(["sh", "-c", command], capture_output=True, check=False, timeout=60)

        assert (b"{", b"") == (done.stdout, done.stderr)

    @pytest.mark.parametrize(("fail_on", "expected"), [("error", 1), ("never", 0)])
    def test_reader_went_away_before_the_report(self, brief, fail_on, expected):
        """
        The exit status says what was found even when nobody reads the report.
        """
        command = [sys.executable, "-m", "refoulement_lint", "check", str(brief), "--fail-on", fail_on]
        with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as running:
            running.stdout.close()
            complaint = running.stderr.read()
            status = running.wait(60)

        assert (expected, b"") == (status, complaint)

    @pytest.mark.skipif(sys.platform == "win32", reason="a shell that closes streams")
    @pytest.mark.parametrize("arguments", ["check {}", "citations {}", "look-up M.S.S.", "rules", "--version"])
    def test_nowhere_to_print(self, brief, arguments):
        """
        A closed standard output or error takes nothing from the exit status: neither is a fault of the draft.
        """
        command = f'"{sys.executable}" -m refoulement_lint {arguments.format(brief)}'
        expected = 1 if arguments.startswith("check") else 0
        for closed in (">&-", "2>&- >/dev/null", ">&- 2>&-"):
            done = subprocess.run(["sh", "-c", f"{command} {closed}"], capture_output=True, check=False, timeout=60)

            assert (expected, b"", b"") == (done.returncode, done.stdout, done.stderr)

    @pytest.mark.skipif(not Path("/dev/full").exists(), reason="no disk that is always full")
    @pytest.mark.parametrize("unbuffered", ["", "1"])
    @pytest.mark.parametrize(
        "arguments", ["check {}", "citations {}", "suggest {}", "look-up M.S.S.", "rules", "--version"]
    )
    def test_full_disk(self, brief, arguments, unbuffered):
        """
        A report that could not be written is one sentence and status 2, never 0 or 1.
        """
        with Path("/dev/full").open("w") as full:
            done = subprocess.run(
                [sys.executable, "-m", "refoulement_lint", *arguments.format(brief).split()],
                stdout=full,
                stderr=subprocess.PIPE,
                check=False,
                timeout=60,
                env=os.environ | {"PYTHONUNBUFFERED": unbuffered},
            )

        assert 2 == done.returncode
        assert (1, True) == (done.stderr.count(b"\n"), b"could not be written" in done.stderr)

    @pytest.mark.skipif(sys.platform == "win32", reason="a shell that closes streams")
    def test_closed_standard_input(self):
        """
        A closed standard input is no empty draft: it was not read, and that is said.
        """
        command = f'"{sys.executable}" -m refoulement_lint check - <&-'
        done = subprocess.run(["sh", "-c", command], capture_output=True, check=False, timeout=60)

        assert 2 == done.returncode
        assert b"standard input is closed" in done.stderr

    @pytest.mark.skipif(sys.platform == "win32", reason="Unicode on its command line")
    @pytest.mark.parametrize(
        ("text", "says"), [("Łukasz v. Poland, no. 30696/09", b"30696/09"), (b"\xff\xfe M.S.S.", b"")]
    )
    def test_a_system_without_a_language(self, text, says):
        """
        Words of the command line are UTF-8 whatever the system's language is; what is none is looked up all the same.
        """
        plain = {"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"}
        done = subprocess.run(
            [sys.executable, "-m", "refoulement_lint", "look-up", text],
            capture_output=True,
            check=False,
            timeout=60,
            env=os.environ | plain,
        )

        assert (0, b"") == (done.returncode, done.stderr)
        assert says in done.stdout

    @pytest.mark.parametrize("command", ["check", "citations", "facts", "suggest"])
    @pytest.mark.skipif(sys.platform == "win32", reason="another signal")
    def test_interrupted(self, tmp_path, command):
        """
        Ctrl-C ends a run with one sentence and a status of its own.
        """
        (tmp_path / "a.md").write_text(f"{RIGHT}\n\n" * 100_000)
        arguments = [sys.executable, "-m", "refoulement_lint", command, str(tmp_path / "a.md"), "-"]
        with subprocess.Popen(
            arguments,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            # What a shell runs in the background hears no Ctrl-C, and hands that on.
            preexec_fn=partial(signal.signal, signal.SIGINT, signal.SIG_DFL),  # no threads here
        ) as running:
            time.sleep(1)
            running.send_signal(signal.SIGINT)
            out, complaint = running.communicate(timeout=60)

        assert (130, b"") == (running.returncode, out)
        assert b"refoulement-lint: interrupted; not everything was checked.\n" == complaint

    @pytest.mark.parametrize("home", [None, "", "/nonexistent", "/dev/null"])
    def test_no_home(self, brief, home):
        """
        Without a home, or one where nothing can be, the registers that come along are enough.
        """
        without = {name: value for name, value in os.environ.items() if not name.startswith(("HOME", "XDG_", "REFOUL"))}
        done = process("check", brief, env=without | ({} if home is None else {"HOME": home}))

        assert (1, b"") == (done.returncode, done.stderr)

    def test_version_loads_little(self):
        """
        ``--version`` loads neither the pipeline nor attrs.
        """
        code = (
            "import sys; from refoulement_lint.cli import main; main(['--version']);"
            "print(sorted({'attrs', 'regex', 'lxml', 'refoulement_lint.pipeline'} & set(sys.modules)), file=sys.stderr)"
        )
        done = subprocess.run([sys.executable, "-c", code], capture_output=True, check=False, timeout=60)

        assert b"[]\n" == done.stderr

    def test_nothing_is_written(self, brief, tmp_path):
        """
        A run leaves the folder as it was.
        """
        before = sorted((path, path.stat().st_mtime_ns) for path in tmp_path.iterdir())
        process("check", brief, cwd=tmp_path)

        assert before == sorted((path, path.stat().st_mtime_ns) for path in tmp_path.iterdir())
