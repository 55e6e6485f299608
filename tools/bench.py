"""
Measure speed and memory in one run, as ratios to yardsticks measured in the same run.

    python tools/bench.py [--text FILE...] [--strict] [--quick]

Times are CPU time (user and system) of a process of its own, best of several, because other work on the machine changes
wall time. Every figure that has a budget is printed with it and "ok" or "over". The exit status is 0 whatever the
figures are, since a machine may be slow for its own reasons; with ``--strict`` it is 1 when one is over.

MB is a million bytes of UTF-8.
"""

import argparse
import json
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import prose

COLD_SECONDS = 0.15
THROUGHPUT_MB = 5.0
TEN_TIMES = 11.0
MEMORY_MB = 150.0
OPENING_SECONDS = 0.002
LOOK_UPS_SECONDS = 0.005

# A family that takes more than this of the whole has its reason in docs/citations/index.rst.
FAMILY_SHARE = 0.10
# The files of src/refoulement_lint/citations, by family.
FAMILIES = {
    "Strasbourg": ("ecthr", "ecthr_names", "ecthr_parts"),
    "Luxembourg": ("cjeu",),
    "treaty bodies and documents": ("un_bodies", "documents"),
    "national courts": ("national_cases", "court_forms", "parties", "us_reporters"),
    "instruments": ("instruments",),
    "provisions": ("provisions", "context"),
    "statutes": ("national_statutes", "statute_places", "sections"),
    "back references": ("back_references", "reading_order"),
    "identifiers": ("identifiers",),
}

PAGE = 3_000
MEGABYTE = 1_000_000


# --- what runs in a process of its own --------------------------------------------------------------------------------


def best_of(times, work):
    """The least CPU seconds that *work* took in *times* runs."""
    best = float("inf")
    for _ in range(times):
        before = time.process_time()
        work()
        best = min(best, time.process_time() - before)
    return best


def checker():
    """A function from a text to its report, with registers and rules open and every grammar used once."""
    from datetime import date

    from refoulement_lint import formats, pipeline
    from refoulement_lint.engine import open_engine

    engine = open_engine()
    day = date(2026, 11, 22)

    def check(text):
        return pipeline.check(formats.read(text.encode(), filename="brief.md"), engine, on=day)

    check(prose.prose(20_000, seed=7))
    return check


def text_of(path):
    """The text at *path*."""
    return path.read_bytes().decode("utf-8", "ignore")


def inside_scan(path):
    """CPU seconds of the yardstick: the text in lower case and one pass of a plain pattern over it."""
    import re

    text = text_of(path)
    pattern = re.compile(r"article|convention|\bno\. \d+|\bv\. ")
    return {"seconds": best_of(5, lambda: sum(1 for _ in pattern.finditer(text.lower())))}


def inside_throughput(path):
    """CPU seconds for the text as briefs of about 100,000 characters, and what was found in them."""
    check = checker()
    text = text_of(path)
    briefs = [text[start : start + 100_000] for start in range(0, len(text), 100_000)]
    reports = [check(brief) for brief in briefs]
    seconds = best_of(2, lambda: [check(brief) for brief in briefs])
    citations = sum(len(report.citations) for report in reports)
    return {"seconds": seconds, "citations": citations, "findings": sum(len(report.findings) for report in reports)}


def inside_families(path):
    """
    The share of each family of citations in the time of a check: of the functions of its files, and of what they call
    in C, under a profiler, which makes many small calls look dearer than they are.
    """
    import cProfile
    import pstats

    check = checker()
    text = text_of(path)
    profile = cProfile.Profile()
    profile.runcall(check, text)
    spent = dict.fromkeys(FAMILIES, 0.0)
    total = 0.0
    for (file, _, _), (_, _, own, _, callers) in pstats.Stats(profile).stats.items():
        total += own
        if file == "~":  # of C: charged to who called it
            for (caller, _, _), (_, _, its_own, _) in callers.items():
                _charge(spent, caller, its_own)
        else:
            _charge(spent, file, own)
    return {family: seconds / total for family, seconds in spent.items()}


def _charge(spent, file, seconds):
    path = Path(file)
    if path.parent.name == "citations":
        for family, stems in FAMILIES.items():
            if path.stem in stems:
                spent[family] += seconds


def inside_whole(path):
    """CPU seconds for the text as one document."""
    check = checker()
    text = text_of(path)
    return {"seconds": best_of(2, lambda: check(text))}


def inside_memory(path):
    """Peak resident memory of a process that reads the file and checks it as one document, in MB."""
    return {"peak": peak_mb("from refoulement_lint import lint; lint(sys.argv[1], on='2026-11-22')", path)}


def inside_nothing(path):
    """Peak resident memory of a process that only holds the text."""
    return {"peak": peak_mb("text = open(sys.argv[1], encoding='utf-8').read()", path)}


_TELL = """
try:
    peak = next(int(line.split()[1]) * 1024 for line in open("/proc/self/status") if line.startswith("VmHWM"))
except OSError:
    import resource
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * (1 if sys.platform == "darwin" else 1024)
print(peak)
"""


def peak_mb(work, path):
    """The most memory, in MB, that a process ever had which does *work* and has nothing of this script in it."""
    code = f"import sys\n{work}\n{_TELL}"
    done = subprocess.run([sys.executable, "-c", code, str(path)], stdout=subprocess.PIPE, check=True)
    return int(done.stdout) / MEGABYTE


def inside_registers(_path):
    """
    Seconds to open the registers for the first time and look one case up, and then to look 200 up; and how long a
    checkout takes before that to see whether a source has changed, which no installed package does.
    """
    from refoulement_lint.registers.opening import PACKAGE, open_registers

    def opening(path):
        before = clock()
        registers = open_registers(path)
        registers.cases.by_number("30696/09")
        return clock() - before, registers

    # The clock of CPU time ticks too slowly for a millisecond.
    clock = time.perf_counter
    opened, registers = opening(PACKAGE / "registers.sqlite")
    checked, _ = opening(None)
    numbers = [f"{number}/{year:02}" for year in range(10, 20) for number in range(1000, 21000, 1000)]
    before = clock()
    for number in numbers:
        registers.cases.by_number(number)
    return {"open": opened, "look": max(0.0, checked - opened), "look_ups": clock() - before, "count": len(numbers)}


def inside_eyecite(path):
    """CPU seconds of eyecite's `get_citations` over the text, once warm; nothing when it is not installed."""
    try:
        from eyecite import get_citations
    except ImportError:
        return {}
    text = text_of(path)
    get_citations(text[:20_000])
    before = time.process_time()
    found = get_citations(text)
    return {"seconds": time.process_time() - before, "citations": len(found)}


def inside(name, path):
    """Run one measurement in a fresh process over the text at *path* and give back its figures."""
    done = subprocess.run(
        [sys.executable, __file__, "--inside", name, "--text", str(path)], stdout=subprocess.PIPE, check=True
    )
    return json.loads(done.stdout)


# --- processes as a user starts them ----------------------------------------------------------------------------------


def cpu_of(*command):
    """CPU seconds of one run of a command. Status 2 of the linter is a failure here too."""
    before = cpu_of_children()
    done = subprocess.run([sys.executable, *command], stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, check=False)
    after = cpu_of_children()
    if done.returncode > 1:
        sys.exit(f"{' '.join(command)}: {done.stderr.decode()}")
    return after - before


def cpu_of_children():
    """CPU seconds of all finished children; `os.times` would round them to hundredths."""
    try:
        import resource
    except ImportError:  # Windows, where `os.times` is all there is and knows no children
        return time.perf_counter()
    spent = resource.getrusage(resource.RUSAGE_CHILDREN)
    return spent.ru_utime + spent.ru_stime


def starts(page, times):
    """Least CPU seconds of an empty Python, of `--version` and of one page with all rules; measured in turn."""
    commands = {
        "empty": ("-c", "pass"),
        "version": ("-m", "refoulement_lint", "--version"),
        "page": ("-m", "refoulement_lint", "check", str(page)),
    }
    for command in commands.values():
        cpu_of(*command)
    best = dict.fromkeys(commands, float("inf"))
    for _ in range(times):
        for name, command in commands.items():
            best[name] = min(best[name], cpu_of(*command))
    return best


# --- the table --------------------------------------------------------------------------------------------------------


class Table:
    """Lines of figures; remembers whether one was over its budget."""

    def __init__(self):
        self.over = False

    def line(self, what, figure, *, budget="", ok=None, note=""):
        verdict = "" if ok is None else "ok" if ok else "over"
        self.over = self.over or ok is False
        print(f"{what:<52} {figure:>14}  {budget:<16} {verdict:<5} {note}".rstrip(), flush=True)


def measure(table, folder, given, *, quick):
    times = 5 if quick else 15
    ten = 2 if quick else 10
    whole = prose.prose(ten * MEGABYTE)
    files = {"page": whole[:PAGE], "one": whole[:MEGABYTE], "some": whole[: 4 * MEGABYTE], "ten": whole}
    for name, text in files.items():
        (folder / f"{name}.md").write_text(text, encoding="utf-8")
    size = {name: len(text.encode()) / MEGABYTE for name, text in files.items()}

    started = starts(folder / "page.md", times)
    scan = inside("scan", folder / "some.md")
    scanned = size["some"] / scan["seconds"]
    table.line("yardstick: empty Python", f"{started['empty'] * 1000:.1f} ms")
    table.line("yardstick: str.lower and one plain pattern", f"{scanned:.1f} MB/s")

    version = started["version"] - started["empty"]
    page = started["page"] - started["empty"]
    table.line(
        "--version, above an empty Python",
        f"{version * 1000:.0f} ms",
        note=f"{started['version'] / started['empty']:.1f} x empty",
    )
    table.line(
        f"one page ({PAGE} characters), cold, all rules",
        f"{page * 1000:.0f} ms",
        budget=f"<= {COLD_SECONDS * 1000:.0f} ms",
        ok=page <= COLD_SECONDS,
        note=f"above an empty Python; {started['page'] / started['empty']:.1f} x empty",
    )

    runs = [inside("registers", folder / "page.md") for _ in range(times)]
    registers = {name: min(run[name] for run in runs) for name in runs[0]}
    table.line(
        "open the registers, look up one case",
        f"{registers['open'] * 1000:.1f} ms",
        budget=f"<= {OPENING_SECONDS * 1000:.0f} ms",
        ok=registers["open"] <= OPENING_SECONDS,
        note=f"as installed; a checkout first looks for changed sources, {registers['look'] * 1000:.1f} ms",
    )
    table.line(
        f"look up {registers['count']} more",
        f"{registers['look_ups'] * 1000:.1f} ms",
        budget=f"<= {LOOK_UPS_SECONDS * 1000:.0f} ms",
        ok=registers["look_ups"] <= LOOK_UPS_SECONDS,
    )

    for name, path in [("generated prose", folder / "some.md"), *((path.name, path) for path in given)]:
        megabytes = path.stat().st_size / MEGABYTE
        ours = inside("throughput", path)
        speed = megabytes / ours["seconds"]
        table.line(
            f"all rules, steady: {name}",
            f"{speed:.2f} MB/s",
            budget=f">= {THROUGHPUT_MB:.0f} MB/s",
            ok=speed >= THROUGHPUT_MB,
            note=f"{scanned / speed:.1f} x the yardstick's time; {ours['citations'] / megabytes:.0f} citations, "
            f"{ours['findings'] / megabytes:.0f} findings a MB",
        )
        part = folder / "eyecite.md"
        part.write_bytes(path.read_bytes()[:MEGABYTE])
        theirs = inside("eyecite", part)
        if theirs:
            other = part.stat().st_size / MEGABYTE / theirs["seconds"]
            table.line(
                f"eyecite get_citations: {name}",
                f"{other:.2f} MB/s",
                note=f"finds citations only; ours with all rules is {speed / other:.1f} x as fast",
            )
        else:
            table.line("eyecite", "not installed", note="pip install eyecite")

    shares = inside("families", folder / "one.md")
    for family, share in sorted(shares.items(), key=lambda one: -one[1]):
        table.line(f"share of the time: {family}", f"{share:.1%}", budget=f"<= {FAMILY_SHARE:.0%}, or why")
    one, many = inside("whole", folder / "one.md"), inside("whole", folder / "ten.md")
    ratio = many["seconds"] / one["seconds"]
    table.line(
        f"one document, {ten} MB against 1 MB",
        f"{ratio:.2f} x",
        budget=f"<= {TEN_TIMES * ten / 10:.1f} x",
        ok=ratio <= TEN_TIMES * ten / 10,
        note=f"{one['seconds']:.2f} s and {many['seconds']:.2f} s",
    )
    holding, checking = inside("nothing", folder / "ten.md"), inside("memory", folder / "ten.md")
    above = checking["peak"] - size["ten"]
    table.line(
        f"peak memory above the text, {ten} MB in one document",
        f"{above:.0f} MB",
        budget=f"<= {MEMORY_MB:.0f} MB",
        ok=above <= MEMORY_MB,
        note=f"whole process {checking['peak']:.0f} MB; a Python that only holds the text {holding['peak']:.0f} MB",
    )


def main():
    arguments = argparse.ArgumentParser(description=__doc__.strip().splitlines()[0])
    arguments.add_argument(
        "--text", nargs="+", type=Path, default=[], metavar="FILE", help="texts of your own to measure as well"
    )
    arguments.add_argument("--strict", action="store_true", help="exit with status 1 when a figure is over its budget")
    arguments.add_argument("--quick", action="store_true", help="fewer repetitions, 2 MB instead of 10")
    arguments.add_argument("--inside", help=argparse.SUPPRESS)
    given = arguments.parse_args()
    if given.inside:
        print(json.dumps(globals()[f"inside_{given.inside}"](given.text[0])))
        return 0
    table = Table()
    with tempfile.TemporaryDirectory() as folder:
        measure(table, Path(folder), given.text, quick=given.quick)
    return 1 if table.over and given.strict else 0


if __name__ == "__main__":
    sys.exit(main())
