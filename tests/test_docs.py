"""What README and docs show is what the tool does: quoted output, code, options and rule files are run."""

import contextlib
import io
import re
import shlex
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

import refoulement_lint
from refoulement_lint import rule_files
from refoulement_lint.catalogue import from_folder
from refoulement_lint.engine import open_engine

ROOT = Path(__file__).resolve().parents[1]
DOCS = ROOT / "docs"
README = ROOT / "README.md"
PAGES = [README, *sorted(DOCS.glob("*.rst"))]

# A quoted run: its command, and what it prints.
QUOTED = re.compile(r"^```console\n\$ (refoulement-lint [^\n]*)\n(.*?)^```$", re.MULTILINE | re.DOTALL)


def printed(command, folder):
    """Standard output of a command line of ours, run in *folder*."""
    done = subprocess.run(
        [sys.executable, "-m", "refoulement_lint", *shlex.split(command)[1:]],
        cwd=folder,
        capture_output=True,
        check=False,
        encoding="utf-8",
        timeout=300,
    )
    assert done.returncode in (0, 1), done.stderr
    return done.stdout


class TestReadme:
    def test_quoted_output(self, request):
        """
        The report in README is what the tool prints, word for word.
        """
        text = README.read_text("utf-8")
        ((command, shown),) = QUOTED.findall(text)
        expected = printed(command, ROOT)
        if request.config.getoption("--update-golden"):
            README.write_text(QUOTED.sub(lambda _: f"```console\n$ {command}\n{expected}```", text), "utf-8")
            shown = expected

        assert expected == shown

    def test_quoted_brief(self):
        """
        The brief in README is the one that the command checks.
        """
        quoted = "\n".join(
            line.removeprefix(">").removeprefix(" ")
            for line in README.read_text("utf-8").splitlines()
            if line.startswith(">")
        )

        assert quoted.split() == (DOCS / "tutorial" / "brief.md").read_text("utf-8").partition("No. 4\n")[2].split()

    def test_python(self, monkeypatch):
        """
        The Python in README runs as it stands and finds the number of another case.
        """
        (code,) = re.findall(r"^```python\n(.*?)^```$", README.read_text("utf-8"), re.MULTILINE | re.DOTALL)
        monkeypatch.chdir(ROOT)
        output = io.StringIO()
        with contextlib.redirect_stdout(output):
            exec(compile(code, "README.md", "exec"), {})

        assert "authority/number-of-another-case" in output.getvalue()

    def test_links(self):
        """
        Every file that README links to is there.
        """
        linked = re.findall(r"\]\(([^)#:]+)\)", README.read_text("utf-8"))

        assert [] == [path for path in linked if not (ROOT / path).exists()]

    def test_make(self):
        """
        The two commands are targets of the Makefile.
        """
        targets = set(re.findall(r"^([a-z]+):", (ROOT / "Makefile").read_text("utf-8"), re.MULTILINE))

        assert {"demo", "test", "check", "bench", "docs", "clean"} <= targets


class TestTutorial:
    def test_report(self, request):
        """
        The report in the tutorial is what the tool prints for its brief.
        """
        path = DOCS / "tutorial" / "report.txt"
        output = printed("refoulement-lint check brief.md --on 2026-11-22", DOCS / "tutorial")
        if request.config.getoption("--update-golden"):
            path.write_text(output, "utf-8")

        assert output == path.read_text("utf-8")


class TestPages:
    @pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
    def test_options(self, page):
        """
        Every option of ours that a page names is an option of a command.
        """
        helps = "".join(
            printed(f"refoulement-lint {command} --help", ROOT)
            for command in (
                "",
                "check",
                "citations",
                "facts",
                "suggest",
                "look-up",
                "rules",
                "rule",
                "registers add",
                "registers show",
            )
        )
        named = set(re.findall(r"(?<![\w-])--[a-z][a-z-]+", page.read_text("utf-8"))) - NOT_OURS

        assert set() == {option for option in named if option not in helps}

    @pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
    def test_rules(self, page):
        """
        Every rule that a page names is a file.
        """
        families = "|".join(path.name for path in sorted((ROOT / "rules").iterdir()) if path.is_dir())
        named = re.findall(rf"(?<![\w/-])(?:{families})/[a-z][a-z0-9-]+(?![\w/.-])", page.read_text("utf-8"))

        assert [] == [
            name for name in named if name not in OWN_RULES and not (ROOT / "rules" / f"{name}.toml").exists()
        ]

    def test_own_rule(self, tmp_path):
        """
        The rule in the how-to loads and speaks.
        """
        page = (DOCS / "how-to.rst").read_text("utf-8")
        (block,) = re.findall(r"^\.\. code-block:: toml\n\n((?:   .*\n|\n)+)", page, re.MULTILINE)
        text = re.sub("^   ", "", block, flags=re.MULTILINE)
        (tmp_path / "wording").mkdir()
        (tmp_path / "wording" / "illegal-migrant.toml").write_text(text, "utf-8")
        (tmp_path / "draft.md").write_text("The police called them illegal migrants.\n", "utf-8")

        (rule,) = from_folder(tmp_path)
        checked = rule_files.check([str(tmp_path)], open_engine())
        report = refoulement_lint.lint(tmp_path / "draft.md", rules=[tmp_path], select=["wording/illegal-migrant"])

        assert () == checked.mistakes
        assert tomllib.loads(text)["title"] == rule.title
        assert ["wording/illegal-migrant"] == [finding.rule for finding in report]

    def test_statuses(self):
        """
        The reference explains every status there is.
        """
        from refoulement_lint.model import STATUSES

        page = (DOCS / "reference.rst").read_text("utf-8")

        assert [] == [status for status in STATUSES if f"* - ``{status}``" not in page]

    def test_families(self):
        """
        Every family of rules has a page.
        """
        from refoulement_lint.catalogue import FAMILIES

        assert sorted(FAMILIES) == sorted(path.stem for path in (DOCS / "rules").glob("*.rst") if path.stem != "index")


# Options of other programs, and of tests.
NOT_OURS = {"--output-format", "--strict", "--update-golden"}
# The example of a user's own rule.
OWN_RULES = {"wording/illegal-migrant"}
