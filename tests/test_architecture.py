"""Who may import whom, what an import costs, and that nothing leaves the machine."""

import ast
import subprocess
import sys
import textwrap
from pathlib import Path

import pytest

import refoulement_lint

PACKAGE = Path(refoulement_lint.__file__).parent

# The stages in the order of the data flow. Each is a folder or a file of the package.
STAGES = (
    "formats", "citations", "registers", "facts", "arguments", "forum", "checks", "corpus", "reporters", "fixing",
)  # fmt: skip
# What is no stage and knows no stage: the nouns, how a text is searched, and how an authority against is answered.
COMMON = {
    "absence", "answers", "model", "record", "rule", "scan", "phrases", "places", "references", "tokens", "folding",
    "late", "sentences", "days", "words_in_a_row", "likeness",
}  # fmt: skip
# A stage that reads another, each with its reason. Everything else is a fault.
EXCEPTIONS = {
    ("arguments", "forum"): "both take the same first page for the head of a draft",
    ("fixing", "formats"): "a draft is written as it was read: its encoding, its package, its runs",
    ("fixing", "reporters"): "a comment in Word says what the console says",
}


def imports(path, *, at_run_time=False):
    """The modules that a file imports, as dotted names; without those for the type checker when *at_run_time*."""
    found = set()

    def walk(nodes):
        for node in nodes:
            if at_run_time and isinstance(node, ast.If) and "TYPE_CHECKING" in ast.unparse(node.test):
                walk(node.orelse)
            elif isinstance(node, ast.Import):
                found.update(alias.name for alias in node.names)
            elif isinstance(node, ast.ImportFrom):
                assert not node.level, f"{path}: imports are absolute here"
                found.add(node.module)
                found.update(f"{node.module}.{alias.name}" for alias in node.names)
            else:
                walk(ast.iter_child_nodes(node))

    walk(ast.parse(path.read_text(encoding="utf-8")).body)
    return found


def modules():
    return sorted(PACKAGE.rglob("*.py"))


def name_of(path):
    return path.relative_to(PACKAGE).as_posix()


def stage_of(path):
    """``checks/form.py`` → ``checks``; ``forum.py`` → ``forum``."""
    return path.relative_to(PACKAGE).with_suffix("").parts[0]


def own_imports(path):
    """The parts of our own package that a file imports: ``refoulement_lint.checks.form`` → ``checks``."""
    parts = {name.split(".")[1] for name in imports(path) if name.startswith("refoulement_lint.")}
    return {part for part in parts if (PACKAGE / part).exists() or (PACKAGE / f"{part}.py").exists()}


def importers_of(package):
    """The files that import a package from outside, anywhere in them."""
    return {name_of(path) for path in modules() if any(name.split(".")[0] == package for name in imports(path))}


class TestWhoImportsWhom:
    def test_model(self):
        """
        The nouns import attrs and the standard library; only a notebook's picture comes from a reporter.
        """
        files = sorted((PACKAGE / "model").glob("*.py"))
        outside = {name.split(".")[0] for path in files for name in imports(path)} - sys.stdlib_module_names

        assert {"attrs", "refoulement_lint"} == outside
        assert {"model", "reporters"} == set().union(*(own_imports(path) for path in files))

    @pytest.mark.parametrize("stage", STAGES)
    def test_stages(self, stage):
        """
        A stage imports itself and what is no stage; each exception is written down with its reason.
        """
        allowed = {stage, *COMMON} | {other for one, other in EXCEPTIONS if one == stage}
        wrong = {
            (name_of(path), imported)
            for path in modules()
            if stage_of(path) == stage
            for imported in own_imports(path) - allowed
        }

        assert set() == wrong

    def test_exceptions_are_needed(self):
        """
        No exception outlives its reason.
        """
        taken = {(stage_of(path), imported) for path in modules() for imported in own_imports(path)}

        assert set() == set(EXCEPTIONS) - taken

    def test_lxml(self):
        """
        Only who reads and writes office packages knows XML.
        """
        packages = {"docx", "numbering", "odt", "ooxml"}
        word = {"fixing/word.py", "fixing/comments.py"}

        assert {f"formats/{name}.py" for name in packages} | word >= importers_of("lxml")

    def test_pypdf(self):
        """
        Only the PDF reader knows the library of the extra.
        """
        assert {"formats/pdf.py"} == importers_of("pypdf")

    def test_sphinx(self):
        """
        Only the extension knows Sphinx.
        """
        assert {"sphinx_ext"} == {name.split("/")[0] for name in importers_of("sphinx") | importers_of("docutils")}

    def test_sqlite(self):
        """
        Only the registers and one back end of the corpus know that they are a database.
        """
        assert {"registers", "corpus/sqlite.py"} == {
            name if name.startswith("corpus/") else name.split("/")[0] for name in importers_of("sqlite3")
        }

    def test_server(self):
        """
        Only the other back end of the corpus, loaded for a ``postgresql://`` address alone, talks to a server.
        """
        assert {"corpus/postgres.py"} == importers_of("psycopg")

    def test_build_is_standard_library_only(self):
        """
        The registers are compiled before anything is installed.
        """
        outside = {name.split(".")[0] for name in imports(PACKAGE / "registers" / "build.py", at_run_time=True)}

        assert set() == outside - sys.stdlib_module_names - {"refoulement_lint"}

    def test_build_and_all_that_it_imports(self):
        """
        The same of every module that comes with the compiler: it starts where nothing is installed.
        """
        installed = ("attrs", "attr", "regex", "lxml", "ahocorasick_rs", "rapidfuzz")
        code = (
            f"import sys; sys.modules.update(dict.fromkeys({installed!r}));"
            f"sys.path.insert(0, {str(PACKAGE.parent)!r});"
            "import refoulement_lint.registers.build"
        )

        done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)

        assert (done.returncode, done.stderr) == (0, "")

    def test_nothing_can_reach_the_network(self):
        """
        No module of the package imports anything that opens connections.
        """
        reaching = {"socket", "ssl", "http", "urllib", "ftplib", "smtplib", "asyncio", "requests", "httpx"}
        wrong = {
            (name_of(path), name)
            for path in modules()
            for name in imports(path)
            if name.split(".")[0] in reaching and name not in ("urllib.parse", "urllib.parse.quote")
        }

        assert set() == wrong


def run(code, *arguments):
    """Run *code* in a fresh interpreter and give back what it printed."""
    done = subprocess.run(
        [sys.executable, "-c", textwrap.dedent(code), *arguments],
        capture_output=True,
        text=True,
        check=False,
        timeout=120,
    )
    assert 0 == done.returncode, done.stderr
    return done.stdout


class TestWhatAnImportDoes:
    def test_loads_nothing_heavy(self):
        """
        `import refoulement_lint` loads neither lxml nor sqlite3 nor rapidfuzz.
        """
        printed = run(
            """
            import sys
            import refoulement_lint
            print(sorted({"lxml", "sqlite3", "rapidfuzz", "sphinx"} & set(sys.modules)))
            """
        )

        assert "[]\n" == printed

    def test_opens_no_file(self):
        """
        `import refoulement_lint` opens no file but the modules themselves.
        """
        printed = run(
            """
            import sys
            opened = []
            sys.addaudithook(lambda event, given: opened.append(str(given[0])) if event == "open" else None)
            import refoulement_lint
            code = (".py", ".pyc", ".so", ".pyd")
            print([path for path in opened if not path.endswith(code) and ".pyc." not in path])
            """
        )

        assert "[]\n" == printed

    def test_a_whole_run_opens_no_socket(self, tmp_path):
        """
        Linting a draft, asking for suggestions and looking a case up never opens a connection.
        """
        brief = tmp_path / "brief.md"
        brief.write_text("She was pushed back to Belarus. M.S.S. v. Belgium and Greece [GC], no. 30696/09.", "utf-8")
        printed = run(
            """
            import sys
            reached = []
            sys.addaudithook(lambda event, given: reached.append(event) if event.startswith("socket.") else None)
            import refoulement_lint as rl
            report = rl.lint(sys.argv[1])
            rl.look_up("Hirsi Jamaa and Others v. Italy")
            rl.find_citations("M.S.S. v. Belgium and Greece [GC], no. 30696/09, Article 3 of the Convention")
            report._repr_html_()
            print(reached)
            """,
            str(brief),
        )

        assert "[]\n" == printed
