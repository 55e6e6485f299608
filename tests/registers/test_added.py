"""Registers that a user adds: what they change in an answer, and that nothing can be lost or half done."""

import sqlite3
import subprocess
import sys
import threading
from datetime import date

import pytest
from attrs import evolve
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import refoulement_lint as rl
from refoulement_lint import pipeline
from refoulement_lint.engine import open_engine
from refoulement_lint.model import BadRow, RegisterError
from refoulement_lint.registers import added, adding
from refoulement_lint.registers.exports import Decision, Export
from refoulement_lint.registers.opening import VARIABLE, open_registers

TODAY = date(2026, 11, 22)
# An invented judgment, later than ours reach.
NEW = Decision(
    court="ecthr",
    numbers=("1234/24", "5678/24"),
    name="Examplova and Others v. Poland",
    day="2026-10-06",
    kind="JUD",
    line=2,
    formation="CH",
    item=999_001,
    ecli="ECLI:CE:ECHR:2026:1006JUD000123424",
)
LUXEMBOURG = Decision(
    court="cjeu",
    numbers=("C-9972/24",),
    name="",
    day="2026-01-29",
    kind="JUD",
    line=2,
    celex="62024CJ9972",
    ecli="ECLI:EU:C:2026:51",
)
# As ours has it, and with another day.
MSS = Decision(
    court="ecthr",
    numbers=("30696/09",),
    name="M.S.S. v. Belgium and Greece",
    day="2011-01-21",
    kind="JUD",
    line=3,
    formation="GC",
    item=103050,
)


def export(*decisions, file="hudoc.csv", bad=()):
    return Export(
        file=file, sha256="ab" * 32, tool="plain table", columns=("a", "b"), decisions=decisions, bad=bad,
        rows=len(decisions) + len(bad),
    )  # fmt: skip


@pytest.fixture
def file(tmp_path):
    return tmp_path / "own" / "registers.sqlite"


@pytest.fixture
def add(file, store):
    def put(*decisions, name="mine", **rest):
        return adding.add(export(*decisions, **rest), store.connection, file, name=name, today=TODAY)

    return put


def looked_up(text, file):
    return [(row.title, row.date, row.added) for row in rl.look_up(text, registers=file)]


def statuses(text, file):
    return [(one.text, one.status) for one in rl.find_citations(text, registers=file)]


class TestAnswers:
    @pytest.mark.parametrize(
        "text", ["1234/24", "5678/24", "Examplova v. Poland", "ECLI:CE:ECHR:2026:1006JUD000123424"]
    )
    def test_look_up(self, add, file, text):
        """
        An added decision is found by number, name and ECLI, and says which register it rests on.
        """
        add(NEW)

        assert [("Examplova and Others v. Poland", "2026-10-06", "mine")] == looked_up(text, file)
        assert [] == looked_up(text, "none")

    def test_nobody_vouches_for_it(self, add, file):
        """
        An added row is not marked as verified by us, though a citation of it can be.
        """
        add(NEW)
        (row,) = rl.look_up("1234/24", registers=file)
        text = "Examplova and Others v. Poland, nos. 1234/24 and 5678/24, 6 October 2026"

        assert (False, "the added register mine") == (row.verified, row.source)
        assert {"verified"} == {status for _, status in statuses(text, file)}
        assert {"unchecked"} == {status for _, status in statuses(text, "none")}

    def test_it_can_be_wrong_too(self, add, file):
        """
        A citation is held against an added row part by part, as against ours.
        """
        add(NEW)

        assert ("Examplova and Others v. Poland", "mismatch") in statuses(
            "Examplova and Others v. Poland, no. 1234/24, 7 October 2026", file
        )

    def test_luxembourg(self, add, file):
        """
        A judgment of the Court of Justice is found likewise.
        """
        add(LUXEMBOURG)

        assert [("", "2026-01-29", "mine")] == looked_up("C-9972/24", file)
        assert ("C-9972/24", "verified") in statuses("Judgment of 29 January 2026, C-9972/24, EU:C:2026:51", file)

    def test_a_slip_of_the_pen(self, add, file):
        """
        Names and numbers near to an added one are offered.
        """
        add(NEW)
        registers = open_registers(own=file)

        assert "1234/24" in registers.cases.near_numbers("1235/24")
        assert ["mine"] == [row.added for row in registers.cases.near_names("Examplowa v. Poland")]

    def test_grand_chamber_afterwards(self, add, file):
        """
        After an added judgment of the Grand Chamber the Chamber's, ours or added, is superseded.
        """
        add(NEW, evolve(NEW, day="2026-11-03", formation="GC", item=999_002, ecli="", line=3))
        registers = open_registers(own=file)
        newest, chamber = registers.cases.by_number("1234/24")

        assert ("GC", "", "CH", "superseded") == (newest.formation, newest.status, chamber.formation, chamber.status)
        assert newest == registers.superseded(chamber)

    def test_negative_answers_tell_of_it(self, add, file):
        """
        What a "not in the register" rests on names the added registers too.
        """
        add(NEW)

        assert "Added register mine: 1 Strasbourg judgment" in open_registers(own=file).coverage_sentence("ecthr")
        assert "mine" not in open_registers(own=file).coverage_sentence("cjeu")

    def test_report(self, add, file, tmp_path):
        """
        Every report says which added registers it could rest on, with the hash of the export.
        """
        add(NEW)
        brief = tmp_path / "brief.md"
        brief.write_text("See Examplova and Others v. Poland, no. 1234/24, 6 October 2026.", "utf-8")
        report = rl.lint(brief, on=TODAY, registers=file)
        (told,) = report.to_dict()["registers"]["added"]

        assert ("mine", "ab" * 32, 1, "2026-10-06") == (told["name"], told["sha256"], told["rows"], told["to"])
        assert {"mine"} == {one.to_dict()["added"] for one in report.documents[0].citations}
        assert "Added register mine" in report._repr_html_()
        assert () == rl.lint(brief, on=TODAY, registers="none").added


class TestOneCallAfterAnother:
    def test_what_is_added_between_them_counts(self, add, file):
        """
        A script that asks again after `registers add` and `registers remove` is answered by what stands there now.
        """
        add(NEW)
        first = statuses("See Examplova and Others v. Poland, no. 1234/24.", file)
        add(evolve(NEW, numbers=("4321/24",), name="Otherova v. Poland", item=999_002, ecli=""), name="more")
        then = statuses("See Otherova v. Poland, no. 4321/24.", file)
        adding.remove(file, "mine")
        last = statuses("See Examplova and Others v. Poland, no. 1234/24.", file)

        assert {"verified"} == {status for _, status in (*first, *then)}
        assert "verified" not in {status for _, status in last}

    def test_nothing_is_opened_twice(self, monkeypatch):
        """
        Who asks of one paragraph after another waits for the registers once; another thread opens its own.
        """
        opened = []
        monkeypatch.setattr(pipeline, "_OPENED", threading.local())
        monkeypatch.setattr(pipeline, "open_engine", lambda **given: opened.append(given) or open_engine(**given))

        for text in ("Saadi v. Italy, no. 37201/06", "Nothing.", "Soering v. the United Kingdom"):
            rl.find_citations(text)
            rl.look_up(text)
        in_one_thread = len(opened)
        thread = threading.Thread(target=rl.find_citations, args=("Nothing.",))
        thread.start()
        thread.join()

        assert (1, 2) == (in_one_thread, len(opened))


class TestBesideOurs:
    def test_the_same_is_counted(self, add):
        """
        A row that says what ours says is counted and not kept.
        """
        addition = add(MSS)

        assert (1, 0, ()) == (addition.known, addition.register.rows, addition.conflicts)

    @pytest.mark.parametrize(
        ("change", "says"),
        [
            ({"day": "2011-01-22"}, "has the date 2011-01-22, our register has 2011-01-21"),
            ({"formation": "CH"}, "has the formation CH, our register has GC"),
            ({"numbers": ("1234/05",)}, "has no. 1234/05, our register has no. 30696/09"),
            ({"kind": "DEC"}, "has the kind DEC, our register has JUD"),
            ({"name": "Somebody v. Ruritania"}, "has the name “Somebody v. Ruritania”, our register has “M.S.S. v."),
        ],
    )
    def test_contradictions_are_kept_aside(self, add, file, change, says):
        """
        A row that contradicts ours is said with its line; ours stays what it was, and both can be seen.
        """
        addition = add(evolve(MSS, **change))
        (conflict,) = addition.conflicts
        ours = rl.look_up("30696/09", registers="none")

        assert "hudoc.csv, line 3: " in conflict
        assert says in conflict
        assert (0, 1) == (addition.register.rows, addition.register.conflicts)
        assert ours == rl.look_up("30696/09", registers=file)
        assert (conflict,) == open_registers(own=file).conflicts("ecthr:30696/09")

    def test_a_slip_in_a_plain_row(self, add):
        """
        A row without a document and an ECLI of its own, whose day is ours but for a digit, is no second judgment.
        """
        addition = add(evolve(MSS, item=None, day="2011-01-22"))
        second = add(evolve(MSS, item=None, day="2013-06-04"), name="other")

        assert (0, 1) == (addition.register.rows, addition.register.conflicts)
        assert (1, 0) == (second.register.rows, second.register.conflicts)

    def test_another_day_is_a_conflict_of_sources(self, add, file):
        """
        A draft that has the day of the added row is not called wrong, since two sources disagree.
        """
        text = "M.S.S. v. Belgium and Greece [GC], no. 30696/09, 22 January 2011"
        before = statuses(text, "none")
        add(evolve(MSS, day="2011-01-22"))

        assert ("M.S.S. v. Belgium and Greece", "mismatch") in before
        assert ("M.S.S. v. Belgium and Greece", "verified") in statuses(text, file)

    def test_our_blanks_are_filled(self, add, file):
        """
        Where ours has a judgment without its document on HUDOC, the added row gives it, and the row says so.
        """
        (ours,) = rl.look_up("30781/22", registers="none")
        addition = add(evolve(NEW, numbers=("30781/22",), name="Batou v. Switzerland", day="2026-05-07", ecli=""))
        (row,) = rl.look_up("30781/22", registers=file)

        assert (1, ()) == (addition.register.rows, addition.conflicts)
        assert ("", "") == (ours.link, ours.added)
        assert ("001-999001", "mine") == (row.row, row.added)
        assert f"{ours.source}; the added register mine" == row.source

    def test_the_fuller_of_our_rows_counts(self, add):
        """
        Of one decision that ours has twice, once with its day, the added row says nothing new.
        """
        twice = evolve(NEW, numbers=("39518/98",), name="Benrachid v. France", day="1998-12-08", kind="DEC", ecli="")

        assert 1 == add(evolve(twice, item=5624)).known

    def test_two_registers_with_one_decision(self, add, file):
        """
        The same decision from two exports is one answer, and stays when one of the two is removed.
        """
        add(NEW, name="first")
        add(NEW, name="second")
        both = looked_up("1234/24", file)
        adding.remove(file, "first")

        assert 1 == len(both)
        assert [("Examplova and Others v. Poland", "2026-10-06", "second")] == looked_up("1234/24", file)


class TestRemoving:
    def test_leaves_nothing(self, add, file):
        """
        A register that was removed is gone from every table, its contradictions too.
        """
        add(NEW, LUXEMBOURG, evolve(MSS, day="2011-01-22"))
        removed = adding.remove(file, "mine")
        connection = sqlite3.connect(file)
        tables = ("added", "cases", "numbers", "names", "court", "court_numbers", "conflicts")

        assert 2 == removed.rows
        assert [0] * len(tables) == [
            connection.execute(f"SELECT count(*) FROM {each}").fetchone()[0] for each in tables
        ]

    def test_unknown_name(self, add, file):
        """
        To remove what is not there is a mistake, said with what is there.
        """
        add(NEW)
        with pytest.raises(RegisterError, match="no added register “other”; there are: “mine”"):
            adding.remove(file, "other")

    @settings(max_examples=20, suppress_health_check=[HealthCheck.function_scoped_fixture])
    @given(st.lists(st.integers(1, 99_999), min_size=1, max_size=8, unique=True))
    def test_undoes_adding(self, tmp_path_factory, store, numbers):
        """
        Adding and removing gives back the rows of before, whatever was added.
        """
        file = tmp_path_factory.mktemp("own") / "registers.sqlite"
        adding.add(export(NEW), store.connection, file, name="first", today=TODAY)
        before = list(sqlite3.connect(file).iterdump())
        many = [
            evolve(NEW, numbers=(f"{number}/25",), item=None, ecli="", name=f"A{number} v. Poland")
            for number in numbers
        ]
        adding.add(export(*many), store.connection, file, name="second", today=TODAY)
        adding.remove(file, "second")

        assert before == list(sqlite3.connect(file).iterdump())


class TestNothingIsLost:
    @pytest.mark.parametrize("step", ["_write_cases", "_write_court", "_write_conflicts", "_described"])
    def test_interrupted(self, add, file, monkeypatch, step):
        """
        Whatever interrupts an addition, at any step: the file is what it was, and the next addition works.
        """
        add(NEW, name="first")
        before = list(sqlite3.connect(file).iterdump())

        def interrupted(*_):
            raise KeyboardInterrupt

        with monkeypatch.context() as broken:
            broken.setattr(adding, step, interrupted)
            with pytest.raises(KeyboardInterrupt):
                add(LUXEMBOURG, name="second")
        after = list(sqlite3.connect(file).iterdump())
        add(LUXEMBOURG, name="second")

        assert before == after
        assert ["first", "second"] == [each.name for each in open_registers(own=file).added]
        assert [file.name] == [path.name for path in file.parent.iterdir()]

    def test_killed_while_writing(self, add, file):
        """
        A program that was killed in the middle of writing leaves a journal; whoever reads next sees what was before.
        """
        add(NEW)
        before = file.read_bytes()
        killed = (
            "import os, sqlite3, sys\n"
            "connection = sqlite3.connect(sys.argv[1], isolation_level=None)\n"
            "connection.execute('PRAGMA cache_size = 5')\n"
            "connection.execute('BEGIN IMMEDIATE')\n"
            "connection.executemany('INSERT INTO names VALUES (?, 1)', [(str(n) * 20,) for n in range(20_000)])\n"
            "os._exit(9)\n"
        )
        subprocess.run([sys.executable, "-c", killed, str(file)], check=False)
        half_done = file.read_bytes()

        assert before != half_done
        assert [("Examplova and Others v. Poland", "2026-10-06", "mine")] == looked_up("1234/24", file)
        assert before == file.read_bytes()

    def test_two_at_once(self, add, file, monkeypatch):
        """
        While one program adds, another waits and then gives up with a sentence; readers go on reading.
        """
        add(NEW, name="first")
        monkeypatch.setattr(added, "WAIT_SECONDS", 0.05)
        other = sqlite3.connect(file, isolation_level=None)
        other.execute("BEGIN IMMEDIATE")
        with pytest.raises(RegisterError, match="Another program is writing"):
            add(LUXEMBOURG, name="second")
        while_writing = looked_up("1234/24", file)
        other.execute("ROLLBACK")

        assert 1 == len(while_writing)

    def test_the_same_name_twice(self, add):
        """
        A name is given once; the sentence says whether it is the same file and what to do.
        """
        add(NEW)
        with pytest.raises(RegisterError, match=r"already \(the same file, added on 2026-11-22\). Remove it first"):
            add(NEW)

    @pytest.mark.parametrize("name", ["", " mine", "a\nb", "x" * 81])
    def test_names_that_cannot_be(self, add, name):
        """
        A register has a name that can be printed and typed.
        """
        with pytest.raises(RegisterError, match="cannot be the name"):
            add(NEW, name=name)

    def test_read_only_folder(self, add, file):
        """
        Where nothing can be written, one sentence says so.
        """
        file.parent.write_text("a file where the folder should be")
        with pytest.raises(RegisterError, match=r"cannot be written.*Nothing was changed"):
            add(NEW)


class TestDamage:
    def refused(self, file):
        with pytest.raises(RegisterError) as error:
            rl.look_up("30696/09", registers=file)
        return str(error.value)

    def test_cut_short(self, add, file):
        """
        A file that was cut short is refused: ours alone would call "unknown" what its user has added.
        """
        add(NEW)
        file.write_bytes(file.read_bytes()[:-4096])

        assert "Restore it from a copy" in self.refused(file)

    @pytest.mark.parametrize("content", [b"", b"no database", b"SQLite format 3\x00" + b"\xff" * 200])
    def test_another_file(self, file, content):
        """
        Whatever else is there is not taken for registers.
        """
        file.parent.mkdir()
        file.write_bytes(content)

        assert "Restore it from a copy" in self.refused(file)

    def test_newer_version(self, add, file):
        """
        A file of a newer program says that the program must be renewed, and how to go on without it.
        """
        add(NEW)
        connection = sqlite3.connect(file)
        connection.execute("PRAGMA user_version = 99")
        connection.close()

        assert "written by a newer version" in self.refused(file)
        assert "--registers none" in self.refused(file)

    def test_folder(self, tmp_path):
        """
        A folder is no file of registers.
        """
        assert "are no file" in self.refused(tmp_path)

    def test_named_and_not_there(self, file):
        """
        A file that was named must be there; its absence is not taken for "none".
        """
        assert "There are no added registers at" in self.refused(file)


class TestPlace:
    def test_usual_one_may_be_missing(self, monkeypatch, tmp_path):
        """
        Who has added nothing has no file, and needs none.
        """
        monkeypatch.setenv(VARIABLE, "")
        monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path))
        monkeypatch.setenv("LOCALAPPDATA", str(tmp_path))
        monkeypatch.setenv("HOME", str(tmp_path))

        assert () == open_registers().added

    def test_environment(self, add, file, monkeypatch):
        """
        The environment names a file, an option another one or none.
        """
        add(NEW)
        monkeypatch.setenv(VARIABLE, str(file))

        assert ["mine"] == [each.name for each in open_registers().added]
        assert () == open_registers(own="none").added

    def test_environment_names_what_is_not_there(self, monkeypatch, file):
        """
        A mistyped name in the environment is said, not passed over.
        """
        monkeypatch.setenv(VARIABLE, str(file))
        with pytest.raises(RegisterError, match="There are no added registers at"):
            open_registers()


# The tables of both files that are asked with the same words. A change here needs another ADDED_SCHEMA, and a way for
# the files that users have.
LAYOUT = {
    "cases": "id itemid appnos docname title title_fr kind formation date ecli respondent importance articles"
    " conclusion language report source",
    "numbers": "number id",
    "names": "fold id",
    "superseded": "itemid relation by_itemid by_title by_date",
    "date_conflicts": "number date",
    "curated": "id target itemid record",
    "court": "id register title numbers date formation kind ecli aliases source extra",
    "court_numbers": "target id",
}


@pytest.mark.parametrize("table", LAYOUT)
def test_layout(add, file, store, table):
    """
    What is asked of our own file can be asked of the added one.
    """
    add(NEW)
    query = f"SELECT name FROM pragma_table_info('{table}')"
    columns = [
        " ".join(name for (name,) in connection.execute(query))
        for connection in (store.connection, sqlite3.connect(file))
    ]

    assert [LAYOUT[table]] * 2 == columns


def test_bad_rows_are_told(add):
    """
    What an addition came to names the rows that were left out.
    """
    addition = add(NEW, bad=(BadRow(7, "it has no date"),))

    assert (2, ((7, "it has no date"),)) == (addition.read, addition.bad)
