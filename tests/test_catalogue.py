from __future__ import annotations

from pathlib import Path

import pytest

from refoulement_lint.catalogue import Names, from_folder, from_store, line_of, mistakes_in
from refoulement_lint.model import RuleError

GOOD = """title    = "Application number not in the Court's form"
message  = "Written “{written}”."
severity = "warning"
fix      = "safe"
since    = "0.1"

why = \'\'\'
Because.
severity = "of prose"
\'\'\'

[check]
kind     = "form"
part     = "number"

[[authority]]
cite     = "A note"
says     = "How."
source   = "somewhere"
checked  = 2026-11-22
"""


def folder(tmp_path: Path, text: str, name: str = "form/application-number") -> Path:
    path = tmp_path / f"{name}.toml"
    path.parent.mkdir()
    path.write_text(text, encoding="utf-8")
    return tmp_path


def said(tmp_path: Path, text: str, name: str = "form/application-number", names: Names | None = None) -> list[str]:
    with pytest.raises(RuleError) as error:
        from_folder(folder(tmp_path, text, name), names=names)
    return [line.replace(f"{tmp_path}/", "") for line in str(error.value).splitlines()]


class TestLoading:
    def test_from_folder(self, tmp_path: Path):
        """A file becomes a rule whose name is its path."""
        (rule,) = from_folder(folder(tmp_path, GOOD))

        assert "form/application-number" == rule.name
        assert "2026-11-22" == rule.authority[0].checked
        assert {"part": "number"} == dict(rule.parameters)

    def test_from_store(self):
        """The compiled rows have lists and ISO dates; the rule is the same."""
        row = {
            "title": "T", "message": "{written}", "severity": "note", "fix": "none", "since": "0.1",
            "check": {"kind": "wording", "phrases": ["a b"]},
            "authority": [{"cite": "c", "says": "s", "source": "w", "checked": "2026-11-22"}],
        }  # fmt: skip
        (rule,) = from_store({"wording/something": row})

        assert ("a b",) == rule.parameters["phrases"]

    def test_speaks_in(self, tmp_path: Path):
        """Languages, forums and States narrow a rule; empty means every one."""
        (rule,) = from_folder(folder(tmp_path, GOOD.replace("since    =", 'forums = ["cat"]\nsince    =')))

        assert rule.speaks_in("en", "cat", None)
        assert not rule.speaks_in("en", "ecthr", "POL")


class TestMistakes:
    @pytest.mark.parametrize(
        ("old", "new", "message"),
        [
            ('"warning"', '"eror"', ':3: severity is "eror"; it can be error, warning or note.'),
            ('severity = "warning"', 'severty = "warning"', ":3: severty is not known; did you mean severity?"),
            ('since    = "0.1"', "since    = 0.1", ":5: since is the number 0.1; an identifier is written in quotes."),
            ('"form"', '"forms"', (
                ':13: kind is "forms"; it can be form, element, habit, register, outcome, provision, scope, in-force, '
                "quotation, argument, wording, consistency, input, evidence, sources, privacy or time-limit."
            )),
            ('"number"', '"name"', (
                ':14: part is "name"; it can be number, formation, kind, paragraphs, file-number, ecli, '
                "neutral-citation, community, regulation, journal, articles or communication."
            )),
            ('part     =', 'prat     =', ":14: prat is not a parameter of kind form; did you mean part?"),
            ("{written}", "{wirtten}", (
                ":2: message uses {wirtten}, which kind form does not fill; it can be canonical or written."
            )),
            ("cite     =", "site     =", ":17: site is not known; did you mean cite?"),
            ('title    = "App', 'title    = "' + "App" * 20, (
                ":1: title has more than 60 characters or ends with a full stop."
            )),
        ],
    )  # fmt: skip
    def test_says_where_and_what(self, tmp_path: Path, old: str, new: str, message: str):
        """File, line, key, what was found, what is allowed."""
        got = said(tmp_path, GOOD.replace(old, new, 1))

        assert f"form/application-number.toml{message}" in got

    def test_all_at_once(self, tmp_path: Path):
        """Every mistake is said before anything stops."""
        got = said(tmp_path, GOOD.replace('"warning"', '"eror"').replace('"safe"', '"maybe"'))

        assert 2 == len(got)

    def test_family(self, tmp_path: Path):
        """The folder is one of the families."""
        (line,) = said(tmp_path, GOOD, "forms/application-number")

        assert line.startswith(
            "forms/application-number.toml:1: the folder forms is no family of rules; it can be form, "
        )

    def test_not_toml(self, tmp_path: Path):
        """What is not TOML is said as TOML says it."""
        (line,) = said(tmp_path, GOOD.replace('"safe"', "safe"))

        assert line.startswith("form/application-number.toml: this is not TOML: ")

    def test_unknown_names(self, tmp_path: Path):
        """Facts and arguments are those that exist."""
        text = GOOD.replace(
            'kind     = "form"\npart     = "number"',
            'kind = "argument"\nargument = "conduckt"\nwhen_any = ["summary-retrun"]',
        )
        text = text.replace("{written}", "{facts}")
        names = Names(facts=frozenset({"summary-return"}), arguments=frozenset({"conduct"}))
        got = said(tmp_path, text, "argument/conduct", names)

        assert [
            "argument/conduct.toml:14: argument names conduckt; did you mean conduct? (rules/arguments/)",
            "argument/conduct.toml:15: when_any names summary-retrun; did you mean summary-return? (rules/facts/)",
        ] == got

    def test_missing_table(self):
        """A rule without a check is none."""
        row = {"title": "T", "message": "m", "severity": "note", "fix": "none", "since": "0.1"}

        assert ["the table [check] is missing.", "there is no [[authority]]: a rule says what it rests on."] == [
            mistake.says for mistake in mistakes_in("wording/something", row)
        ]


class TestLineOf:
    def test_prose_is_passed_over(self):
        """A line of prose that looks like a key is no key."""
        assert 3 == line_of(GOOD, ("severity",))

    def test_nth_table(self):
        """The second [[bad]] and its key."""
        text = '[[bad]]\ntext = "a"\n\n[[bad]]\ntext = "b"\n'

        assert 5 == line_of(text, ("bad", 1, "text"))
