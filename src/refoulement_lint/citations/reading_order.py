"""In which order a reader meets the words of a document whose notes are kept apart from the sentences they hang on."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable

from attrs import field, frozen

from refoulement_lint.model import Block
from refoulement_lint.sentences import sentence

# Behind every place inside a note: the words that follow a note's mark are read after the note.
_AFTER_THE_NOTE = 1 << 62
LONGEST_SENTENCE = 1_000
"""Characters; a mark further behind a name belongs to something else."""


@frozen(eq=False, repr=False)
class ReadingOrder:
    """
    Which of two places comes first for somebody who reads each note at its mark.

    *notes* are the blocks that have a mark, in the order of the text.
    """

    notes: tuple[Block, ...] = ()
    _starts: tuple[int, ...] = field(init=False, eq=False, repr=False)

    @_starts.default
    def _starts_of_notes(self) -> tuple[int, ...]:
        return tuple(note.span.start for note in self.notes)

    @classmethod
    def of(cls, blocks: Iterable[Block]) -> ReadingOrder:
        """The order of a document with these blocks."""
        return cls(tuple(block for block in blocks if block.reads_at is not None))

    def place(self, offset: int) -> tuple[int, int]:
        """What to compare: places sort as they are read."""
        note = self.note_at(offset)
        if note is None or note.reads_at is None:
            return offset, _AFTER_THE_NOTE
        return note.reads_at, offset

    def before(self, first: int, second: int) -> bool:
        """Whether a reader meets what stands at *first* before what stands at *second*."""
        return self.place(first) < self.place(second) if self.notes else first < second

    def hangs_on(self, first: int, text: str, second: int) -> bool:
        """
        Whether *first* stands in a note whose mark is in or at once behind the sentence of *second*, which comes
        before it: who meets a name in that sentence finds in its note what it means. *text* has the ends of blocks
        as ``\\0``.
        """
        note = self.note_at(first)
        if note is None or note.reads_at is None or not second < note.reads_at < second + LONGEST_SENTENCE:
            return False
        return "\0" not in text[second : note.reads_at] and note.reads_at <= sentence(text, second).end + 1

    def note_at(self, offset: int) -> Block | None:
        """The note that *offset* stands in, or ``None``."""
        index = bisect_right(self._starts, offset) - 1
        return self.notes[index] if index >= 0 and offset < self.notes[index].span.end else None
