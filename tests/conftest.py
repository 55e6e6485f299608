"""What all tests may use."""

import os
from pathlib import Path

import pytest
from hypothesis import settings

# A machine that is busy finds no fault: what takes long is measured by the bench, never by a test.
settings.register_profile("untimed", deadline=None)
settings.load_profile("untimed")

# No test sees registers that the person who runs it has added, nor a corpus of his own.
os.environ["REFOULEMENT_LINT_REGISTERS"] = "none"
os.environ["REFOULEMENT_LINT_CORPUS"] = "none"

GOLDEN = Path(__file__).parent / "golden"


def pytest_addoption(parser):
    parser.addoption("--update-golden", action="store_true", help="write what is printed now into tests/golden")


@pytest.fixture
def golden(request):
    """Compares a text with the file of that name in tests/golden; ``--update-golden`` writes it instead."""

    def compare(name, printed):
        path = GOLDEN / name
        if request.config.getoption("--update-golden"):
            path.write_bytes(printed.encode())
        assert path.read_bytes().decode() == printed

    return compare


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(item, call):
    """Where everything is meant to be installed, a test marked ``installed`` that skips itself has failed."""
    report = yield
    if report.skipped and os.environ.get("REFOULEMENT_LINT_CI") and item.get_closest_marker("installed"):
        *_, reason = report.longrepr if isinstance(report.longrepr, tuple) else ("", "", str(report.longrepr))
        report.outcome = "failed"
        report.longrepr = f"{item.nodeid} was to run here: {reason}"
    return report
