"""No pattern of the package runs away with a line, however unlucky the line is."""

import json
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from tests import every_pattern

# Patterns that could be read in two ways, as they were before somebody saw it.
RUNAWAYS = {
    "letters of a word": r"(?:[IVX]{1,5}[.)]\s+)?(?:[^\W\d_][\w'’,/-]*\s*){1,9}:?\Z",
    "a word twice in a choice": r"[A-Z][\w'’.-]*(?:\s(?:[A-Z][\w'’.-]*|(?:and|et|&|of|de|[a-z]{1,3})(?!\w)))*;",
    "one word in two cases": r"(?i)applications? (?:\d{1,5}/\d\d,\s?(?:(?:Nos|No|nos|no)\.?\s?)?)*$",
}


@pytest.fixture(scope="module")
def told():
    """What the process says that collects all patterns and tries them."""
    done = subprocess.run(
        [sys.executable, str(Path(every_pattern.__file__))],
        capture_output=True,
        check=True,
        timeout=600,
        env=os.environ | {"PYTHONUTF8": "1"},
    )
    return json.loads(done.stdout)


pytestmark = pytest.mark.slow


class TestEveryPattern:
    def test_bears_every_text(self, told):
        """
        No text of 120 or 600 characters, made from the pattern or of what is often repeated, keeps it for a second.
        """
        assert {} == told["slow"]

    def test_none_is_left_out(self, told):
        """
        Nearly every line of the package that makes a pattern has given one.
        """
        assert 900 < told["patterns"]
        assert len(told["left"]) <= 25


class TestTheTexts:
    @pytest.mark.parametrize("pattern", RUNAWAYS.values(), ids=RUNAWAYS)
    def test_find_a_runaway(self, pattern):
        """
        A pattern that can read one word in two ways is found by the texts made from it.
        """
        assert every_pattern.ALARM <= every_pattern.longest(re.compile(pattern))[0]
