"""The compiled file: rebuilt when a source changes, refused when it is damaged."""

import os
import shutil
import sqlite3
import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

import refoulement_lint
from refoulement_lint.model import RegisterError
from refoulement_lint.registers import build, names, soundness, tables
from refoulement_lint.registers.opening import connected, open_registers
from refoulement_lint.words_in_a_row import Index

RULES = Path(refoulement_lint.__file__).parents[2] / "rules"

if not RULES.is_dir():
    pytest.skip("the sources are in a checkout only", allow_module_level=True)


# A judgment of which every part agrees with every other.
SOUND = (
    "001-1\t7830/77\tX v. AUSTRIA\t\t\tJUD\tCH\t1980-03-12\tECLI:CE:ECHR:1980:0312JUD000783077\tAUT\t\t\t\tENG\t\tA\n"
)


@pytest.fixture
def compiled(tmp_path, store):
    """A copy of the compiled registers."""
    target = tmp_path / "registers.sqlite"
    shutil.copyfile(Path(refoulement_lint.__file__).parent / "registers.sqlite", target)
    return target


def small(folder):
    """A folder of sources with three rows in its tables and one rule."""
    for name in ("instruments", "authorities", "texts", "states"):
        shutil.copytree(RULES / "law" / name, folder / "law" / name)
    shutil.copyfile(RULES / "law" / "tags.toml", folder / "law" / "tags.toml")
    shutil.copyfile(RULES / "law" / "aspects.toml", folder / "law" / "aspects.toml")
    shutil.copyfile(RULES / "law" / "links.toml", folder / "law" / "links.toml")
    shutil.copyfile(RULES / "law" / "scope.tsv", folder / "law" / "scope.tsv")
    cases = folder / "law" / "cases"
    cases.mkdir()
    for table in (RULES / "law" / "cases").glob("*.tsv"):
        lines = table.read_text(encoding="utf-8").splitlines(keepends=True)
        kept = lines if table.name == "source_slips.tsv" else lines[:4]
        (cases / table.name).write_text("".join(kept), encoding="utf-8")
    coverage = (RULES / "law" / "cases" / "COVERAGE.toml").read_text(encoding="utf-8")
    for rows in ("88214", "27305", "2020", "2600"):
        coverage = coverage.replace(f"rows  = {rows}", "rows  = 0")
    (cases / "COVERAGE.toml").write_text(coverage, encoding="utf-8")
    rule(folder).parent.mkdir()
    rule(folder).write_text('title = "One"\nwhy = "Because."\n', encoding="utf-8")
    return folder


def rule(folder):
    return folder / "form" / "one.toml"


class TestOpening:
    def test_missing(self, tmp_path):
        """
        A file that is not there is reported with the command that makes it.
        """
        with pytest.raises(RegisterError, match=r"python -m refoulement_lint\.registers\.build"):
            connected(tmp_path / "registers.sqlite")

    def test_cut_short(self, compiled):
        """
        A file that lost its end is refused.
        """
        os.truncate(compiled, compiled.stat().st_size // 2)

        with pytest.raises(RegisterError, match=r"python -m refoulement_lint\.registers\.build"):
            open_registers(compiled)

    def test_not_a_register(self, tmp_path):
        """
        Any other file is refused.
        """
        other = tmp_path / "registers.sqlite"
        other.write_bytes(b"nothing of the kind" * 1000)

        with pytest.raises(RegisterError, match="damaged"):
            open_registers(other)

    def test_another_version(self, compiled):
        """
        A file of another version of this program is refused.
        """
        with sqlite3.connect(compiled) as connection:
            connection.execute("PRAGMA user_version = 99")

        with pytest.raises(RegisterError, match="version 99"):
            open_registers(compiled)

    def test_nothing_is_written(self, compiled, store):
        """
        The registers cannot be changed through an open store.
        """
        with pytest.raises(sqlite3.OperationalError, match="readonly"):
            open_registers(compiled)._connection.execute("DELETE FROM cases")


class TestBuilding:
    def test_rules(self, tmp_path):
        """
        The engine does not carry the prose of a rule, its page has everything.
        """
        target = tmp_path / "registers.sqlite"
        build.build(small(tmp_path / "rules"), target)
        store = open_registers(target)

        assert {"form/one": {"title": "One"}} == store.rules.families()
        assert {"title": "One", "why": "Because."} == store.rules.page("form/one.toml")

    def test_same_sources_same_file(self, tmp_path):
        """
        Building twice from the same sources gives the same bytes.
        """
        rules = small(tmp_path / "rules")
        targets = [tmp_path / "one.sqlite", tmp_path / "two.sqlite"]
        for target in targets:
            build.build(rules, target)

        assert targets[0].read_bytes() == targets[1].read_bytes()

    def test_changed_rule(self, tmp_path):
        """
        A rule that is edited, added or taken away is seen at the next start, and only the rules are compiled again.
        """
        rules, target = small(tmp_path / "rules"), tmp_path / "registers.sqlite"
        build.ensure(rules, target)
        law = connected(target).execute("SELECT value FROM meta WHERE key = 'law_sha256'").fetchone()
        rule(rules).write_text('title = "Two"\n', encoding="utf-8")
        build.ensure(rules, target)
        edited = open_registers(target).rules.families()
        rule(rules).unlink()
        build.ensure(rules, target)

        assert {"form/one": {"title": "Two"}} == edited
        assert {} == open_registers(target).rules.families()
        assert law == connected(target).execute("SELECT value FROM meta WHERE key = 'law_sha256'").fetchone()

    def test_unchanged(self, tmp_path):
        """
        Nothing is written when no source was touched.
        """
        rules, target = small(tmp_path / "rules"), tmp_path / "registers.sqlite"
        build.ensure(rules, target)
        written = target.stat().st_mtime_ns
        build.ensure(rules, target)

        assert written == target.stat().st_mtime_ns

    def test_broken_rule(self, tmp_path):
        """
        A file that is not TOML is named with its line, and the file compiled before stays.
        """
        rules, target = small(tmp_path / "rules"), tmp_path / "registers.sqlite"
        build.ensure(rules, target)
        rule(rules).write_text("title = One\n", encoding="utf-8")

        with pytest.raises(build.SourceError, match=r"rules/form/one\.toml: .*line 1"):
            build.ensure(rules, target)
        assert {"form/one": {"title": "One"}} == open_registers(target).rules.families()
        assert [] == list(tmp_path.glob("*.new"))

    def test_false_count(self, tmp_path):
        """
        A register may not claim rows that its table does not have.
        """
        rules = small(tmp_path / "rules")
        coverage = rules / "law" / "cases" / "COVERAGE.toml"
        coverage.write_text(coverage.read_text(encoding="utf-8").replace("rows  = 0", "rows  = 7", 1), encoding="utf-8")

        with pytest.raises(build.SourceError, match="says 7 rows, its table has 3"):
            build.build(rules, tmp_path / "registers.sqlite")

    @pytest.mark.parametrize(
        ("table", "before", "after", "says"),
        [
            ("ecthr", "1980-03-12", "1980-02-30", r"ecthr\.tsv, line \d \(date\): '1980-02-30' is no date"),
            ("ecthr", ":0312JUD", ":0313JUD", r"\(ecli-date\): .* does not have the day 1980-03-12"),
            ("ecthr", "0312JUD", "0312DEC", r"\(ecli-kind\): .* does not have the kind JUD"),
            ("ecthr", "7830/77", "7831/77", r"\(ecli-number\): .* has none of the numbers 7831/77"),
            ("ecthr", "7830/77", "7830/81", r"\(lodged\): 7830/81 was lodged after 1980-03-12"),
            ("ecthr", "7830/77", "7830-77", r"\(number\): '7830-77' is no application number"),
            ("ecthr", "\tJUD\t", "\tJUT\t", r"\(kind\): 'JUT' is none of"),
            ("cjeu", "C:1954:7", "C:1955:7", r"cjeu\.tsv, line 2 \(ecli-date\): .* the year of 1954-12-21"),
            ("cjeu", "EU:C:", "EU:T:", r"\(ecli-court\)"),
            ("cjeu", "61954CJ0001", "61954CJ0002", r"\(celex\): 61954CJ0002 has none of the numbers C-1/54"),
            ("un_views", "D/8/1991", "D/9/1991", r"un_views\.tsv, line 2 \(symbol\): .* none of the numbers 8/1991"),
            ("un_views", "1993-11-18", "1990-11-18", r"\(registered\): 8/1991 was registered after 1990-11-18"),
            ("un_views", "1993-11-18", "2093-11-18", r"\(date\): 2093-11-18 cannot be"),
            ("ecthr_superseded", "2001-07-12", "1999-07-12", r"\(order\): replaced on 1999-07-12"),
            ("ecthr_date_conflicts", "2011-12-15", "2011-09-13", r"\(order\): both sources have 2011-09-13"),
        ],
    )
    def test_row_that_contradicts_itself(self, tmp_path, table, before, after, says):
        """
        A row of which two parts cannot both be right stops the build, with file, line and part.
        """
        rules = small(tmp_path / "rules")
        path = rules / "law" / "cases" / f"{table}.tsv"
        text = path.read_text(encoding="utf-8")
        if table == "ecthr":
            text = text.splitlines(keepends=True)[0] + SOUND
        assert before in text
        path.write_text(text.replace(before, after, 1), encoding="utf-8")

        with pytest.raises(build.SourceError, match=says):
            build.build(rules, tmp_path / "registers.sqlite")

    def test_bound_before_the_state_said_so(self, tmp_path):
        """
        No State is bound by a treaty before it ratified it.
        """
        rules = small(tmp_path / "rules")
        path = rules / "law" / "states" / "parties.tsv"
        path.write_text(path.read_text(encoding="utf-8").replace("2005-11-28", "2005-07-28", 1), encoding="utf-8")

        with pytest.raises(build.SourceError, match=r"states/parties\.tsv, line 2 \(order\): in_force on 2005-07-28"):
            build.build(rules, tmp_path / "registers.sqlite")

    def test_row_twice(self, tmp_path):
        """
        No key stands twice in a table.
        """
        rules = small(tmp_path / "rules")
        path = rules / "law" / "cases" / "cjeu.tsv"
        lines = path.read_text(encoding="utf-8").splitlines(keepends=True)
        path.write_text("".join([*lines, lines[1]]), encoding="utf-8")

        with pytest.raises(build.SourceError, match=r"cjeu\.tsv, line 5 \(key\): ECLI:EU:C:1954:7 stands"):
            build.build(rules, tmp_path / "registers.sqlite")

    def test_row_that_the_source_has_so(self, tmp_path):
        """
        A contradiction that is listed as the source's own goes in.
        """
        rules = small(tmp_path / "rules")
        cases = rules / "law" / "cases"
        views = (cases / "un_views.tsv").read_text(encoding="utf-8")
        (cases / "un_views.tsv").write_text(views.replace("1993-11-18", "1990-11-18", 1), encoding="utf-8")
        with (cases / "source_slips.tsv").open("a", encoding="utf-8") as slips:
            slips.write("un_views\tCAT/C/11/D/8/1991\tregistered\tmisprinted\t\n")
        build.build(rules, tmp_path / "registers.sqlite")

        assert open_registers(tmp_path / "registers.sqlite").authority("cat:8/1991").date == "1990-11-18"

    @pytest.mark.parametrize(
        ("before", "after", "says"),
        [
            ("1958-03-22", "2026-09-22", "of days in order and not after the edition"),
            ('source = "A crawl of', 'source = " "  # ', "register un names no source"),
            ('id    = "un"', 'id    = "parties"', "nothing is said of what the register un holds"),
        ],
    )
    def test_coverage_not_stated(self, tmp_path, before, after, says):
        """
        Each register states what it holds, in days that can be.
        """
        rules = small(tmp_path / "rules")
        coverage = rules / "law" / "cases" / "COVERAGE.toml"
        text = coverage.read_text(encoding="utf-8")
        coverage.write_text(text.replace(before, after, 1), encoding="utf-8")

        with pytest.raises(build.SourceError, match=says):
            build.build(rules, tmp_path / "registers.sqlite")


def test_every_slip_is_one():
    """
    What is listed as the source's own contradiction is found in the rows, each with a reason, and nothing else is.
    """
    cases = RULES / "law" / "cases"
    listed = tables.table(cases / "source_slips.tsv")
    edition = tables.toml(cases / "COVERAGE.toml", RULES)["edition"]
    found = {
        (name, key, part)
        for name in soundness.CHECKS
        for _, key, part, _ in soundness.complaints(
            name, tables.table(RULES / "law" / ("states" if name == "parties" else "cases") / f"{name}.tsv"), edition
        )
    }

    assert found == {(row["table"], row["key"], row["part"]) for row in listed}
    assert all(row["why"] for row in listed)


def test_no_title_is_of_another_state(store):
    """
    The State in a title is one of the respondents in the row.
    """
    wrong = [
        (row["itemid"], row[title])
        for row in tables.table(RULES / "law" / "cases" / "ecthr.tsv")
        for title in ("title", "title_fr")
        if row[title] and row["itemid"] and row["respondent"]
        if (written := store.states.in_respondent(names.parties(row[title])[1]))
        if written.isdisjoint(row["respondent"].split(";"))
    ]

    assert not wrong


class TestReadBeforehand:
    """What the compiler works out says the same as working it out."""

    @pytest.mark.parametrize("language", ["en", "fr", "de"])
    def test_index_of_texts(self, store, language):
        assert Index.of(text.text for text in store.texts(language)) == store.words_in_a_row(language)

    def test_no_text_in_that_language(self, store):
        assert Index.of(()) == store.words_in_a_row("tlh")

    def test_aliases(self, store):
        for name, targets in store.cases.short_names.items():
            assert set(targets) <= set(store.cases._aliases[names.fold_name(name)])


class TestArguments:
    def test_answers_are_read_apart(self, store):
        """
        What is said to an authority against is no part of what every run reads, and is there for who asks.
        """
        engine, answers = store.rules.folder("arguments")["conduct"], store.answers("conduct")

        assert not any("answer" in one or "answered_by" in one for one in engine["against"])
        assert {"ecthr:8675/15", "ecthr:55798/16"} == set(answers)
        assert {} == store.answers("no such argument")

    @pytest.mark.parametrize(
        "entry",
        [
            '[[for]]\ntarget = "ecthr:1/99"\n',
            '[[against]]\ntarget = "ecthr:8675/15"\n[[against.answered_by]]\ntarget = "EU:1/99:3"\n',
        ],
    )
    def test_authority_that_nobody_holds(self, tmp_path, entry):
        """
        An argument that names an authority which stands in no register stops the compiler.
        """
        rules = small(tmp_path / "rules")
        (rules / "arguments").mkdir()
        (rules / "arguments" / "one.toml").write_text(f'title = "One"\n\n{entry}', encoding="utf-8")

        with pytest.raises(tables.SourceError, match=r"one\.toml: \S+ stands in no register"):
            build.build(rules, tmp_path / "registers.sqlite")


def _marked(value: object) -> Iterator[dict[str, Any]]:
    """Every table in *value* that says of itself whether somebody checked it."""
    if isinstance(value, dict):
        if "verified" in value:
            yield value
        for below in value.values():
            yield from _marked(below)
    elif isinstance(value, list):
        for below in value:
            yield from _marked(below)


@pytest.mark.parametrize("folder", ["arguments", "law/authorities", "law/evidence"])
def test_own_knowledge_is_not_verified(folder):
    """
    What rests on somebody's memory, if only in part, is not marked as checked.
    """
    marked = [
        (path.stem, table)
        for path in sorted((RULES / folder).rglob("*.toml"))
        for table in _marked(tomllib.loads(path.read_text(encoding="utf-8")))
    ]

    assert marked
    assert [] == [
        name for name, table in marked if table["verified"] and "own knowledge" in " ".join(table["source"].split())
    ]
