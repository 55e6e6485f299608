"""What a fix would do, told by the words as they stand after it."""

import pytest

from refoulement_lint.model import Edit, Fix, Span
from refoulement_lint.reporters.changes import changes_told

CITED = "Mamatkulov and Askarov v. Turkey, nos. 46827/99 and 46951/99"
SOURCE = f"Before.\nIt follows from {CITED}, that States are bound.\nAfter."


def told(*edits):
    made = []
    for written, replacement in edits:
        start = SOURCE.index(written)
        made.append(Edit(Span(start, start + len(written)), replacement))
    return changes_told(SOURCE, Fix("suggest", tuple(made)))


class TestChangesTold:
    def test_words(self):
        """
        Other words are named, and shown where they stand.
        """
        assert [
            "write “46827/98” instead of “46827/99”: "
            "“… and Askarov v. Turkey, nos. 46827/98 and 46951/99, that States are …”"
        ] == told(("46827/99", "46827/98"))

    @pytest.mark.parametrize(
        ("written", "replacement", "expected"),
        [
            (
                ", nos",
                " [GC], nos",
                "so that it reads “… Mamatkulov and Askarov v. Turkey [GC], nos. 46827/99 and 46951/99, that …”",
            ),
            (" bound.", " bound .", "so that it reads “… and 46951/99, that States are bound .”"),
            ("It follows", "", "delete “It follows”: “from Mamatkulov and Askarov v. …”"),
        ],
    )
    def test_marks_and_spaces(self, written, replacement, expected):
        """
        A mark, a space or nothing in place of words cannot be read alone: the words after the change are shown.
        """
        assert [expected] == told((written, replacement))

    def test_two_edits(self):
        """
        Edits close to each other are one change.
        """
        assert ["so that it reads “… Mamatkulov and Askarov v. Turkey, no. 46827/99 that States are bound.”"] == told(
            ("nos", "no"), (" and 46951/99,", "")
        )
