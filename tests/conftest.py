"""What all tests may use."""

from pathlib import Path

import pytest

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
