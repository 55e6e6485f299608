"""The registers as they are."""

import pytest

from refoulement_lint.registers.opening import open_registers


@pytest.fixture(scope="session")
def store():
    return open_registers()
