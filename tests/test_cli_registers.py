"""``registers show``, ``add`` and ``remove`` at the terminal, and ``look-up`` beside them."""

import json
import re
import sqlite3
import subprocess
import sys

import pytest

from refoulement_lint import cli
from refoulement_lint.registers.opening import VARIABLE

HEAD = "court\tnumber\tname\tdate\tkind\tformation\tecli\tid\tstate\n"
NEW = "ecthr\t1234/24\tExamplova v. Poland\t2026-10-06\tJUD\tCH\t\t001-999001\tPOL\n"
BAD = "ecthr\t1234-24\tExamplova v. Poland\t2026-10-06\t\t\t\t\t\n"
OTHER_DAY = "ecthr\t30696/09\tM.S.S. v. Belgium and Greece\t2011-01-22\tJUD\tGC\t\t001-103050\t\n"
KNOWN = "ecthr\t30696/09\tM.S.S. v. Belgium and Greece\t2011-01-21\tJUD\tGC\t\t001-103050\t\n"


@pytest.fixture
def folder(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv(VARIABLE, str(tmp_path / "own.sqlite"))
    for name, rows in {"good": NEW + KNOWN, "mixed": BAD + NEW, "odd": OTHER_DAY, "known": KNOWN}.items():
        (tmp_path / f"{name}.tsv").write_text(HEAD + rows, "utf-8")
    (tmp_path / "broken.csv").write_bytes(b"\xff\xff\xff")
    return tmp_path


def run(capsys, *arguments):
    status = cli.main([*arguments])
    return status, capsys.readouterr()


class TestAdd:
    @pytest.mark.parametrize(
        ("file", "status"), [("good.tsv", 0), ("known.tsv", 0), ("mixed.tsv", 1), ("odd.tsv", 1), ("broken.csv", 2)]
    )
    def test_exit_status(self, folder, capsys, file, status):
        """
        0 for what went in or was known, 1 where rows were bad or contradict ours, 2 for what is no export.
        """
        assert status == run(capsys, "registers", "add", file)[0]

    def test_what_it_says(self, folder, capsys, golden):
        """
        What went in, what was known, which rows are bad and why, what contradicts ours.
        """
        rows = NEW + BAD + KNOWN.replace("001-103050", "") + OTHER_DAY
        (folder / "all.tsv").write_text(HEAD + rows, "utf-8")
        _, said = run(capsys, "registers", "add", "all.tsv")

        golden("registers_add.txt", re.sub(r"added\s+on\s+\d{4}-\d\d-\d\d", "added on (day)", said.out))

    def test_one_that_fails_keeps_no_other_out(self, folder, capsys):
        """
        Of several files each goes in by itself; the status is that of the worst.
        """
        status, said = run(capsys, "registers", "add", "broken.csv", "missing.csv", "good.tsv")
        held = json.loads(run(capsys, "registers", "show", "--output-format", "json")[1].out)

        assert 2 == status
        assert ["broken.csv: line 1 is not in UTF-8", "missing.csv: there is no such file"] == [
            line.removeprefix("refoulement-lint: ").partition(";")[0].rstrip(".") for line in said.err.splitlines()
        ]
        assert [("good", 1)] == [(each["name"], each["rows"]) for each in held["added"]]

    def test_name(self, folder, capsys):
        """
        ``--name`` names one register, and cannot name two.
        """
        assert 0 == run(capsys, "registers", "add", "good.tsv", "--name", "Autumn 2026")[0]
        assert 0 == run(capsys, "registers", "remove", "Autumn 2026")[0]
        assert 2 == run(capsys, "registers", "add", "good.tsv", "known.tsv", "--name", "both")[0]

    @pytest.mark.parametrize("action", [("add", "good.tsv"), ("remove", "good")])
    def test_nowhere_to_write(self, folder, capsys, action):
        """
        Where added registers are left out, nothing can be added or removed, and it is said.
        """
        status, said = run(capsys, "registers", *action, "--registers", "none")

        assert 2 == status
        assert "There is no file to write to" in said.err

    def test_terminal_obeys_nothing(self, folder, capsys):
        """
        What an export says is shown, not obeyed.
        """
        (folder / "evil.tsv").write_text(HEAD + BAD.replace("1234-24", "\x1b[31m=cmd()\u202e"), "utf-8")
        _, said = run(capsys, "registers", "add", "evil.tsv")

        assert "\x1b" not in said.out
        assert "\\x1b[31m=cmd()\\u202e" in said.out


class TestShow:
    def test_ours_and_theirs(self, folder, capsys):
        """
        Each register with its reach, kinds and source; added ones with what they were made of.
        """
        before = run(capsys, "registers", "show", "--registers", "none")[1].out
        run(capsys, "registers", "add", "odd.tsv", "good.tsv")
        after = run(capsys, "registers", "show")[1].out

        assert "No added registers (left out)" in before
        assert re.search(r"ecthr: 1958-03-22 to .* rows\n\s+kinds: .* judgments", before)
        assert "good: 1 Strasbourg judgment, 2026-10-06 to 2026-10-06; from good.tsv (plain table;" in after
        assert "1 of its rows contradict ours" in after

    def test_for_programs(self, folder, capsys):
        """
        The same in JSON: the hash of each export, and what ours hold.
        """
        run(capsys, "registers", "add", "good.tsv")
        held = json.loads(run(capsys, "registers", "show", "--output-format", "json")[1].out)

        assert {"edition", "sha256", "coverage", "added"} == set(held)
        assert all(each["kinds"] or each["register"] == "instruments" for each in held["coverage"])
        assert 64 == len(held["added"][0]["sha256"])


class TestLookUp:
    def test_says_what_it_rests_on(self, folder, capsys):
        """
        An added row names its register as its source.
        """
        run(capsys, "registers", "add", "good.tsv")

        assert "source: the added register good" in run(capsys, "look-up", "1234/24")[1].out
        assert "nothing of this" in run(capsys, "look-up", "1234/24", "--registers", "none")[1].out

    def test_says_what_contradicts(self, folder, capsys):
        """
        Beside our row stands what an added register says against it, with file and line.
        """
        run(capsys, "registers", "add", "odd.tsv")
        said = " ".join(run(capsys, "look-up", "30696/09")[1].out.split())

        assert "date: 2011-01-21" in said
        assert "but: odd.tsv, line 2: M.S.S. v. Belgium and Greece has the date 2011-01-22" in said

    def test_nothing_known(self, folder, capsys):
        """
        That the registers know nothing is said with what the added ones hold too.
        """
        run(capsys, "registers", "add", "good.tsv")

        assert "added good 2026-10-06 to 2026-10-06" in run(capsys, "look-up", "1235/24")[1].out


class TestMistakes:
    @pytest.mark.parametrize(
        ("arguments", "says"),
        [
            (["registers"], "ACTION"),
            (["registers", "ad", "x"], 'the action "ad" is not known; did you mean add?'),
            (["registers", "add"], "FILE"),
            (["registers", "remove", "nothing"], "There are no added registers at"),
            (
                ["look-up", "30696/09", "--registers", "nowhere.sqlite"],
                "There are no added registers at nowhere.sqlite",
            ),
        ],
    )
    def test_are_said(self, folder, capsys, arguments, says):
        """
        One sentence and status 2.
        """
        status, said = run(capsys, *arguments)

        assert (2, "") == (status, said.out)
        assert says in said.err

    def test_check_stops_at_a_damaged_file(self, folder, capsys):
        """
        A report without what its user has added would call unknown what is known: none is made.
        """
        (folder / "own.sqlite").write_bytes(b"SQLite format 3\x00" + b"\x00" * 84)
        (folder / "brief.md").write_text("M.S.S. v. Belgium and Greece [GC], no. 30696/09.", "utf-8")
        status, said = run(capsys, "check", "brief.md")

        assert (2, "") == (status, said.out)
        assert "--registers none" in said.err
        assert 2 != run(capsys, "check", "brief.md", "--registers", "none")[0]

    @pytest.mark.parametrize("command", [("check", "brief.md"), ("look-up", "1234/24"), ("citations", "brief.md")])
    def test_damage_in_the_middle(self, folder, capsys, command):
        """
        Damage that shows only when a row is read ends the run with a sentence, too.
        """
        run(capsys, "registers", "add", "good.tsv")
        connection = sqlite3.connect(folder / "own.sqlite")
        connection.execute("UPDATE cases SET title = CAST(x'ff' AS TEXT)")
        connection.commit()
        (folder / "brief.md").write_text("Examplova v. Poland, no. 1234/24.", "utf-8")
        status, said = run(capsys, *command)

        assert (2, "") == (status, said.out)
        assert "A file of registers is damaged" in said.err

    def test_rules_need_none(self, folder, capsys):
        """
        The catalogue does not look at what was added.
        """
        (folder / "own.sqlite").write_bytes(b"damaged")

        assert 0 == run(capsys, "rules")[0]


def test_two_processes(folder):
    """
    Two programs that add at once both get theirs in.
    """
    (folder / "second.tsv").write_text(HEAD + NEW.replace("1234/24", "99/25"), "utf-8")
    running = [
        subprocess.Popen([sys.executable, "-m", "refoulement_lint", "registers", "add", file], stdout=subprocess.PIPE)
        for file in ("good.tsv", "second.tsv")
    ]
    statuses = [process.wait(120) for process in running]
    shown = subprocess.run(
        [sys.executable, "-m", "refoulement_lint", "registers", "show", "--output-format", "json"],
        capture_output=True, check=True, timeout=120,
    )  # fmt: skip

    assert [0, 0] == statuses
    assert ["good", "second"] == [each["name"] for each in json.loads(shown.stdout)["added"]]
