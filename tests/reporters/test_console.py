"""What a lawyer reads at the terminal."""

import re

from refoulement_lint.reporters import console
from tests.reporters.reports import BRIEF, CLEAN, UNREAD, WORD, report


class TestRender:
    def test_brief(self, golden):
        """
        A finding shows place, words, reason, fix and support; the summary what was called for and what is held.
        """
        golden("console_brief.txt", console.render(report(BRIEF)))

    def test_several(self, golden):
        """
        Word files give their part, unread files their reason, and the report says that it is not whole.
        """
        golden("console_several.txt", console.render(report(WORD, UNREAD, CLEAN)))

    def test_clean(self, golden):
        """
        Nothing found is said with what was looked at.
        """
        golden("console_clean.txt", console.render(report(CLEAN)))

    def test_colour_adds_nothing_else(self):
        """
        In colour stands the same text.
        """
        coloured = console.render(report(BRIEF), colour=True)

        assert "\x1b[1;31merror\x1b[0m" in coloured
        assert console.render(report(BRIEF)) == re.sub(r"\x1b\[[\d;]*m", "", coloured)

    def test_nothing_for_the_terminal_to_obey(self):
        """
        Escape sequences and direction controls of a draft, a message or a file name are shown, not sent.
        """
        printed = console.render(report(BRIEF, UNREAD))

        assert set(printed) - {"\n"} == {character for character in printed if character.isprintable()}

    def test_width(self):
        """
        Lines keep to the width where words allow.
        """
        printed = console.render(report(BRIEF, WORD), width=72)

        assert max(map(len, printed.split("\n"))) <= 76

    def test_quiet(self):
        """
        Without the summary only findings are printed, and nothing when there is none.
        """
        assert "Registers of" not in console.render(report(BRIEF), summary=False)
        assert "" == console.render(report(CLEAN), summary=False)
