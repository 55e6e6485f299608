"""``rules --check``: what is said of a rule file before anybody relies on it."""

from __future__ import annotations

import tomllib
from functools import cache
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from refoulement_lint import rule_files
from refoulement_lint.cli import main
from refoulement_lint.engine import Engine, open_engine

SOUND = """title    = "House style: irregular, not illegal"
message  = "Written “{written}”; this office writes “irregular”."
severity = "note"
fix      = "suggest"
since    = "0.1"

why = '''
A person is not illegal.

What a statute says in quotation marks stays as it is.
'''

[check]
kind    = "wording"
phrases = ["illegal migrant*|entrant*"]
write   = "irregular migrant"

[[authority]]
cite    = "Our style sheet, 2026"
says    = "A person is not illegal."
source  = "Intranet, style sheet, page 2"
checked = 2026-11-22

[[bad]]
text    = "He was called an {{illegal migrant}}."
message = "Written “illegal migrant”; this office writes “irregular”."
suggest = "He was called an irregular migrant."

[[bad]]
text = "An {{illegal entrant}} was detained."

[[good]]
why  = "Work may be illegal."
text = "A migrant in illegal work."

[[good]]
text = "An irregular migrant."
"""


@cache
def engine() -> Engine:
    return open_engine()


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "wording").mkdir()
    return tmp_path


def write(folder: Path, text: str) -> Path:
    path = folder / "wording" / "illegal-migrant.toml"
    path.write_text(text, encoding="utf-8")
    return path


def said(folder: Path, text: str) -> list[str]:
    path = write(folder, text)
    return [says.removeprefix(str(path)) for says in rule_files.check([str(folder)], engine()).mistakes]


class TestSound:
    @pytest.mark.parametrize("given", ["", "wording", "wording/illegal-migrant.toml"])
    def test_whatever_is_given(self, folder: Path, given: str):
        """A folder of families, a family and a file are all looked at."""
        write(folder, SOUND)

        assert rule_files.Checked(1, (), ()) == rule_files.check([str(folder / given)], engine())

    def test_once(self, folder: Path):
        """A file that is given twice counts once."""
        path = write(folder, SOUND)

        assert 1 == rule_files.check([str(folder), str(path)], engine()).files

    def test_other_folders(self, folder: Path):
        """Folders of our own tree that hold no rules are named, so that nobody takes them for checked."""
        write(folder, SOUND)
        (folder / "facts").mkdir()
        (folder / "facts" / "x.toml").write_text("", encoding="utf-8")

        assert rule_files.Checked(1, (), (str(folder / "facts"),)) == rule_files.check([str(folder)], engine())


class TestMistakes:
    @pytest.mark.parametrize(
        ("old", "new", "says"),
        [
            ('"note"', '"eror"', ':3: severity is "eror"; it can be error, warning or note.'),
            ("write   =", "wirte   =", ":16: wirte is not a parameter of kind wording; did you mean write?"),
            ("checked = 2026-11-22", 'checked = "soon"', (
                ':22: checked is "soon"; it is a day, as 2026-11-22 without quotes.'
            )),
            ("A person is not illegal.\n\n", "", (
                ":7: why is missing or has only one paragraph; two or three short ones say what goes wrong, and when "
                "not."
            )),
            ("{{illegal entrant}}", "illegal entrant", ":30: a [[bad]] text has no {{ }}: what is reported?"),
            ("{{illegal entrant}}", "{{illegal entrant", ":30: a mark {{ is not closed."),
            ("why  =", "whi  =", (
                ":33: whi is not known in [[good]]; it can be text, why, message, fixed, suggest, facts, forum, state, "
                "on, language, problem, also, and_pages, held."
            )),
            ('"An irregular migrant."', "true", ":37: text is a text in quotes."),
            ('"House style', "House style", ": this is not TOML: Invalid value (at line 1, column 12)."),
        ],
    )  # fmt: skip
    def test_in_the_file(self, folder: Path, old: str, new: str, says: str):
        """One sentence for each mistake, with file, line and what is allowed."""
        assert says in said(folder, SOUND.replace(old, new, 1))

    @pytest.mark.parametrize(
        ("old", "new", "says"),
        [
            ("An {{illegal entrant}}", "An {{illegal entry}}", ":30: [[bad]] is not reported."),
            ("An {{illegal entrant}}", "{{An}} illegal entrant", (
                ":30: [[bad]] is reported at “illegal entrant”; its marks are “An”."
            )),
            ('message = "W', 'message = "w', (
                ":25: [[bad]] says “Written “illegal migrant”; this office writes “irregular”.”, not “written “illegal "
                "migrant”; this office writes “irregular”.”."
            )),
            ('suggest = "He', 'suggest = "She', (
                ":25: [[bad]] is mended to “He was called an irregular migrant.”, not to “She was called an irregular "
                "migrant.”."
            )),
            ("An irregular migrant.", "An illegal migrant.", (
                ":37: [[good]] is reported at “illegal migrant”, and must not be."
            )),
        ],
    )  # fmt: skip
    def test_in_the_examples(self, folder: Path, old: str, new: str, says: str):
        """Examples are run, as in a real draft."""
        assert [says] == said(folder, SOUND.replace(old, new, 1))

    def test_phrase(self, folder: Path):
        """A phrase that cannot be read is said with its file."""
        (says,) = said(folder, SOUND.replace("illegal migrant*|entrant*", "illegal ..x migrant"))

        assert says.startswith(": ")

    @pytest.mark.parametrize(
        ("name", "says"),
        [
            ("nothing", "there is no such file or folder."),
            ("empty", "there is no rule file in this folder (<family>/<name>.toml)."),
            ("note.txt", "a rule file is a TOML file, <family>/<name>.toml."),
        ],
    )
    def test_paths(self, tmp_path: Path, name: str, says: str):
        """What is no rule file is never passed over in silence."""
        (tmp_path / "empty").mkdir()
        (tmp_path / "note.txt").write_text("x", encoding="utf-8")
        path = str(tmp_path / name)

        assert (f"{path}: {says}",) == rule_files.check([path], engine()).mistakes


KEYS = [(table, key) for table, inside in tomllib.loads(SOUND).items() for key in (
    inside if isinstance(inside, dict) else inside[0] if isinstance(inside, list) else [""]
)]  # fmt: skip
VALUES = st.sampled_from(
    ["3", "0.5", "true", "nan", "[]", "[1]", '["a"]', "[[1]]", "{a = 1}", "[{a = 1}]", '""', '"{"', "12:00:00", "''"]
)


class TestWhateverStandsThere:
    @given(key=st.sampled_from(KEYS), value=VALUES)
    @settings(max_examples=60)
    def test_no_value_crashes(self, tmp_path_factory: pytest.TempPathFactory, key: tuple[str, str], value: str):
        """Whatever TOML can hold under any key gives sentences or a rule, and nothing else."""
        folder = tmp_path_factory.mktemp("rules")
        (folder / "wording").mkdir()
        table, inside = key
        before, _, after = SOUND.partition(f"[{table}]" if inside else "title")
        head, _, tail = ("title" + after if not inside else after).partition(f"{inside or table}")
        line, _, rest = tail.partition("\n")
        text = f"{before}{f'[{table}]' if inside else ''}{head}{inside or table} = {value}\n{rest if line else tail}"
        checked = rule_files.check([str(write(folder, text))], engine())

        assert 1 == checked.files
        assert all(": " in says for says in checked.mistakes)


class TestCommand:
    def test_sound(self, folder: Path, capsys: pytest.CaptureFixture[str]):
        """0 and one line when nothing is wrong."""
        write(folder, SOUND)

        assert 0 == main(["rules", "--check", str(folder)])
        assert ("one rule file checked with every example: no mistakes\n", "") == capsys.readouterr()

    def test_wrong(self, folder: Path, capsys: pytest.CaptureFixture[str]):
        """2 and a sentence for each mistake on standard error; nothing on standard output."""
        path = write(folder, SOUND.replace('"note"', '"eror"').replace('"suggest"', '"perhaps"', 1))

        assert 2 == main(["rules", "--check", str(folder)])
        assert (
            "",
            f'refoulement-lint: {path}:3: severity is "eror"; it can be error, warning or note.\n'
            f'refoulement-lint: {path}:4: fix is "perhaps"; it can be safe, suggest or none.\n',
        ) == capsys.readouterr()
