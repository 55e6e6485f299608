"""
Every pattern of the package, and how it bears unlucky texts. Run by ``test_patterns.py`` as a process of its own, for
it looks over the shoulder of ``re`` from before the package is imported; prints what it found as JSON.
"""

import ast
import importlib
import io
import json
import pkgutil
import re
import signal
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager, redirect_stdout, suppress
from functools import cached_property
from pathlib import Path

HERE = Path(__file__).parent
sys.path[:0] = [str(HERE.parent), str(HERE / "citations")]

import refoulement_lint  # noqa: E402  # found where this process was started
from refoulement_lint import late  # noqa: E402  # before any module that has a pattern

PACKAGE = str(Path(refoulement_lint.__file__).parent)
# What gives a pattern, or takes one; where the flags stand among its arguments.
FLAGS = {
    "late": 1, "re.compile": 1, "re.search": 2, "re.match": 2, "re.fullmatch": 2, "re.findall": 2, "re.finditer": 2,
    "re.split": 3, "re.sub": 4, "re.subn": 4,
}  # fmt: skip
LENGTH, LONG = 120, 600
"""Characters: enough for what doubles with each word, and for what grows with the third power of the length."""
ALARM = 1.0
"""CPU seconds after which no pattern has an excuse: honest ones need microseconds, the slowest some hundredths."""
GENERIC = (
    "a", "A", "1", "é", "a ", "A ", "1 ", "é ", "я. ", "A. ", "1. ", "a, ", "A, ", "1, ", "and ", "A and ",
    "A, B and ", "of the ", "v. ", "A v. ", "a-", "A-", "1-", "a/", "1/", "1/1 ", "1/1, ", "(1) ", "(a)", "( ",
    "(", "[", '"', "'", "a'", "§ ", "§ 1, ", "Art. 1 ", "Article 1, ", "no. 1 ", "no. 1/1 and ", "C-1/1 ",
    "[2001] 1 ", "2001 ", "1 May 2001 ", "1.1.", ".", ". ", "; ", "-", "_", "*", "| ", "#", "<", "&amp;", " ",
    "  \n", "\n", "\t", "\0", "a\n", "I. ", "A.A. ", "Aa-", "1a",
)  # fmt: skip
AFTER_A_LEAD = ("a", "A", "1", "a ", "A ", "1, ", "and ", "a. ", " ")
TAILS = ("!", "\x01 ")

Place = tuple[str, int]


class TooSlowError(Exception):
    """The alarm went off."""


class Seen:
    """Every pattern that the package has compiled since, with the line that asked for it first."""

    def __init__(self) -> None:
        self.patterns: dict[re.Pattern[str], Place] = {}
        self.lines: set[Place] = set()
        self._compile = compiling = re._compile
        made = late._Late.__init__

        def compile_(pattern, flags):
            compiled = compiling(pattern, flags)
            self.add(compiled, sys._getframe(1))
            return compiled

        def init(lazy, pattern, flags):
            made(lazy, pattern, flags)
            self.add(compiling(pattern, flags), sys._getframe(1))

        re._compile = compile_
        late._Late.__init__ = init

    def add(self, pattern, frame) -> None:
        while frame.f_code.co_filename in (re.__file__, late.__file__):
            frame = frame.f_back
        file = frame.f_code.co_filename
        if file.startswith(PACKAGE) and isinstance(pattern.pattern, str):
            place = file.removeprefix(PACKAGE).strip("/\\"), frame.f_lineno
            self.lines.add(place)
            self.patterns.setdefault(pattern, place)

    def read_off(self, modules) -> list[str]:
        """
        Adds the patterns that are written whole in the lines that no text has led to yet, and names the lines where a
        pattern is put together from what only a text brings along.
        """
        left = []
        for file, module in modules.items():
            if module is late:
                continue
            for call in ast.walk(ast.parse(Path(module.__file__).read_text(encoding="utf-8"))):
                name = ast.unparse(call.func) if isinstance(call, ast.Call) and call.args else ""
                lines = range(call.lineno, call.end_lineno + 1) if name in FLAGS else ()
                if not lines or any((file, line) in self.lines for line in lines):
                    continue
                flags = [word.value for word in call.keywords if word.arg == "flags"]
                flags += call.args[FLAGS[name] : FLAGS[name] + 1]
                try:
                    pattern, given = (
                        eval(ast.unparse(each), vars(module)) if each is not None else 0  # our own source
                        for each in (call.args[0], flags[0] if flags else None)
                    )
                except NameError:
                    left.append(f"{file}:{call.lineno}")
                else:
                    if isinstance(pattern, str):
                        self.patterns.setdefault(self._compile(pattern, given), (file, call.lineno))
        return left


def modules() -> dict[str, object]:
    """Path within the package → module, all of them imported, and each of their functions without arguments called."""
    found = {}
    for each in pkgutil.walk_packages(refoulement_lint.__path__, "refoulement_lint."):
        if not each.name.endswith("__main__"):
            with suppress(ImportError):  # an extra that is not installed
                module = importlib.import_module(each.name)
                found[module.__file__.removeprefix(PACKAGE).strip("/\\")] = module
    for module in found.values():
        for value in list(vars(module).values()):
            kept = hasattr(value, "cache_info") and value.__module__ == module.__name__
            if kept and not value.__wrapped__.__code__.co_argcount:
                value()
    return found


def read_something() -> None:
    """Has the example briefs and the examples of all rules and facts read: they are in every language."""
    import unlucky

    from refoulement_lint import cli, pipeline
    from refoulement_lint.engine import open_engine
    from refoulement_lint.formats import markdown
    from tests.test_nothing import NEWS

    engine = open_engine()
    list(unlucky.patterns(engine.grammar))
    have_all(engine.grammar, set())
    root = HERE.parent
    for brief in sorted((root / "examples" / "briefs").iterdir()):
        with redirect_stdout(io.StringIO()):
            cli.main(["check", str(brief)])
    for text in (*NEWS.values(), *EXAMPLES):
        pipeline.check(markdown.of(text), engine)
    for code in engine.languages:
        text = NEWS["en"]
        pipeline.find(markdown.of(text), engine.reader(code, text))


def have_all(owner, asked: set[int]) -> None:
    """Asks a grammar, and whatever belongs to it, for everything that it works out when it is first asked."""
    if id(owner) in asked or not type(owner).__module__.startswith("refoulement_lint.citations"):
        return
    asked.add(id(owner))
    for name in dir(type(owner)):
        if isinstance(getattr(type(owner), name), cached_property):
            getattr(owner, name)
    held = getattr(owner, "__dict__", {}) | {name: getattr(owner, name, None) for name in _slots(type(owner))}
    for value in held.values():
        have_all(value, asked)


def _slots(of: type) -> Iterator[str]:
    for each in of.__mro__:
        yield from getattr(each, "__slots__", ())


# Short texts that lead to what the briefs do not have.
EXAMPLES = (
    "N.D. and N.T. v. Spain [GC], nos. 8675/15 and 8697/15; N.D. and N.T., cited above, §§ 3, 4 and 5; ibid., § 7.",
    "Cases C-411/10 and C-493/10, N.S. and Others, EU:C:2011:865, paragraphs 3 and 4. See the Opinion in that case.",
    "Article 3 of the Convention against Torture (“CAT”); the said Convention; General comment No. 4 (2017), para. 3.",
    "A. v. Switzerland, communication No. 13/1993, CAT/C/12/D/13/1993, and R (A) v Secretary of State [2010] UKSC 1.",
    "§ 60 Abs. 5 AufenthG und § 3 AsylG; art. 33 ust. 1 Konwencji; l'article 3, paragraphe 1, de la directive 2013/32.",
)


@contextmanager
def at_most(seconds: float) -> Iterator[None]:
    """Raises `TooSlowError` when what is inside takes longer: ``re`` looks for signals while it tries."""

    def ring(*_):
        raise TooSlowError

    signal.signal(signal.SIGVTALRM, ring)
    signal.setitimer(signal.ITIMER_VIRTUAL, seconds)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_VIRTUAL, 0)


def texts(pattern: re.Pattern[str]) -> Iterator[tuple[str, str]]:
    """What an unlucky text begins with, and what goes on in it."""
    import unlucky

    made = unlucky.rounds(pattern)
    yield from (("", unit) for unit in GENERIC)
    yield from sorted(made)
    yield from ((lead, unit) for lead in sorted({before for before, _ in made if before}) for unit in AFTER_A_LEAD)


def longest(pattern: re.Pattern[str]) -> tuple[float, str]:
    """CPU seconds for the unluckiest text of this pattern, and how that text begins."""
    slowest: list[tuple[float, str, str, str]] = []
    for before, again in texts(pattern):
        for tail in TAILS:
            slowest.append((_seconds(pattern, before + (again * LENGTH)[:LENGTH] + tail), before, again, tail))
            if slowest[-1][0] >= ALARM:
                return slowest[-1][0], before + again
    slowest.sort(reverse=True)
    told = [
        (_seconds(pattern, before + (again * LONG)[:LONG] + tail), before + again)
        for _, before, again, tail in slowest[:3]
    ]
    return max(told)


def _seconds(pattern: re.Pattern[str], text: str) -> float:
    begun = time.process_time()
    try:
        with at_most(ALARM):
            pattern.search(text)
            pattern.fullmatch(text)
    except TooSlowError:
        return ALARM  # the two clocks differ by some hundredths
    return min(time.process_time() - begun, 0.999 * ALARM)


def main() -> None:
    """Prints how many patterns there are, those that ran away with the texts, and the lines that none was had from."""
    seen = Seen()
    every = modules()
    read_something()
    left = seen.read_off(every)
    took = {
        f"{file}:{line} {pattern.pattern[:80]}": longest(pattern) for pattern, (file, line) in seen.patterns.items()
    }
    slow = {name: text for name, (seconds, text) in took.items() if seconds >= ALARM}
    print(json.dumps({"patterns": len(took), "left": left, "slow": slow}))


if __name__ == "__main__":
    main()
