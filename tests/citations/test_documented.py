"""The examples of the documentation: each means what its page says."""

import re
import tomllib
from pathlib import Path

import pytest

PAGES = Path(__file__).resolve().parents[2] / "docs" / "citations"
EXAMPLES = [
    pytest.param(example, id=f"{page.stem}: {example['what']}")
    for page in sorted(PAGES.glob("*.toml"))
    for example in tomllib.loads(page.read_text(encoding="utf-8"))["example"]
]


class TestDocumented:
    @pytest.mark.parametrize("example", EXAMPLES)
    def test_each_example(self, found, example):
        """
        What is written means these targets, in the order of the text; "None" is a citation that stays open.
        """
        assert example["targets"] == [str(one.target) for one in found(f"Cf. {example['text']}")]

    def test_every_page_has_examples(self):
        """
        A page shows the examples of a file, and no file is left unshown.
        """
        pages = (page.read_text(encoding="utf-8") for page in PAGES.glob("*.rst"))
        shown = {name for page in pages for name in re.findall(r"^\.\. citation-examples:: (\S+)$", page, re.MULTILINE)}

        assert {page.stem for page in PAGES.glob("*.toml")} == shown
