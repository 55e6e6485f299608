"""The compiled file: rebuilt when a source changes, refused when it is damaged."""

import os
import shutil
import sqlite3
from pathlib import Path

import pytest

import refoulement_lint
from refoulement_lint.model import RegisterError
from refoulement_lint.registers import build
from refoulement_lint.registers.opening import connected
from refoulement_lint.registers.store import open_registers

RULES = Path(refoulement_lint.__file__).parents[2] / "rules"

if not RULES.is_dir():
    pytest.skip("the sources are in a checkout only", allow_module_level=True)


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
    shutil.copyfile(RULES / "law" / "links.toml", folder / "law" / "links.toml")
    cases = folder / "law" / "cases"
    cases.mkdir()
    for table in (RULES / "law" / "cases").glob("*.tsv"):
        lines = table.read_text(encoding="utf-8").splitlines(keepends=True)
        (cases / table.name).write_text("".join(lines[:4]), encoding="utf-8")
    coverage = (RULES / "law" / "cases" / "COVERAGE.toml").read_text(encoding="utf-8")
    for rows in ("88214", "27413", "2021", "2519"):
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

        assert {"form/one": {"title": "One"}} == store.family_rules()
        assert {"title": "One", "why": "Because."} == store.rule_page("form/one.toml")

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
        edited = open_registers(target).family_rules()
        rule(rules).unlink()
        build.ensure(rules, target)

        assert {"form/one": {"title": "Two"}} == edited
        assert {} == open_registers(target).family_rules()
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
        assert {"form/one": {"title": "One"}} == open_registers(target).family_rules()
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
