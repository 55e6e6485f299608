"""The hook, as pre-commit itself runs it: installed from this repository, on a small repository with a brief in it."""

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

REPOSITORY = Path(__file__).parent.parent
# What would send git to another repository, or Python to another copy of the package than the installed one.
FROM_OUTSIDE = ("GIT_DIR", "GIT_WORK_TREE", "GIT_INDEX_FILE", "PYTHONPATH")

pytestmark = [
    pytest.mark.installed,
    pytest.mark.slow,  # an environment of its own is built and the registers are compiled
    pytest.mark.skipif(shutil.which("git") is None, reason="needs git"),
]


def command(*arguments, cwd):
    return subprocess.run(arguments, cwd=cwd, capture_output=True, text=True, check=False, timeout=600)


@pytest.fixture(scope="module")
def hook(tmp_path_factory):
    """This checkout as a repository of one commit, whatever is not committed yet included."""
    pytest.importorskip("pre_commit", reason="needs pre-commit")
    copy = tmp_path_factory.mktemp("hook") / "refoulement-lint"
    left_out = (".git", ".venv", "__pycache__", ".*_cache", "*.sqlite", "*.sqlite.stamp", ".hypothesis", "tests")
    # Nor the sentences that teach what tells a fact: to learn from them takes most of the time of building the hook's
    # environment, the wheel that is built elsewhere learns from them all, and no fault of these briefs rests on them.
    left_out += ("[0-9].tsv", "others.tsv", "law.tsv", "briefs.tsv")
    shutil.copytree(REPOSITORY, copy, ignore=shutil.ignore_patterns(*left_out))
    return committed(copy)


def committed(folder):
    command("git", "init", "-q", cwd=folder)
    command("git", "add", "-A", cwd=folder)
    identity = ("-c", "user.name=T", "-c", "user.email=t@example.org", "-c", "commit.gpgsign=false")
    command("git", *identity, "commit", "-q", "-m", "x", "--no-verify", cwd=folder)
    return folder


@pytest.fixture
def try_repository(hook, tmp_path, monkeypatch):
    """Runs the hook on a repository that holds one brief."""
    for name in FROM_OUTSIDE:
        monkeypatch.delenv(name, raising=False)

    def run(brief):
        (tmp_path / "brief.md").write_text(brief, encoding="utf-8")
        (tmp_path / "picture.png").write_bytes(b"\x89PNG\r\n\x1a\n\0")
        committed(tmp_path)
        run_hook = (sys.executable, "-m", "pre_commit", "try-repo", str(hook), "--all-files", "--verbose")
        return command(*run_hook, cwd=tmp_path)

    return run


class TestHook:
    def test_brief_with_a_fault(self, try_repository):
        """
        A brief with the number of another case does not pass, and the report says why.
        """
        done = try_repository("We rely on M.S.S. v. Belgium and Greece [GC], no. 27765/09, ECHR 2011.")

        assert 1 == done.returncode, done.stdout + done.stderr
        assert "27765/09" in done.stdout

    def test_brief_without_a_fault(self, try_repository):
        """
        A brief without one passes; a picture beside it is not looked at.
        """
        done = try_repository("We rely on M.S.S. v. Belgium and Greece [GC], no. 30696/09, ECHR 2011.")

        assert 0 == done.returncode, done.stdout + done.stderr
        assert "picture.png" not in done.stdout
