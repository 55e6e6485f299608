"""A draft, read."""

import re
from array import array
from bisect import bisect_left, bisect_right
from collections.abc import Mapping, Sequence
from functools import cached_property
from typing import NamedTuple

from attrs import field, frozen

from refoulement_lint.model.long_text import kept, read_again
from refoulement_lint.model.values import Span, Value


class Block(NamedTuple):
    """
    A paragraph of the reading.

    *kind* is ``body``, ``heading``, ``quotation``, ``footnote``, ``endnote``, ``cell`` (of a table), ``authorities``
    (an entry in a table of authorities) or ``code`` (not read for citations). *label* says where it is in a package
    (``"paragraph 12"``, ``"footnote 3"``), and is empty where line and column say it. *reads_at* is, for a note, the
    offset of the first mark that refers to it: there a reader meets it, wherever it is kept; ``None`` for all else.
    *level* is a heading's, from 1. *number* is what a word processor prints before the paragraph and the text lacks.
    """

    span: Span
    kind: str = "body"
    label: str = ""
    reads_at: int | None = None
    level: int = 0
    number: str = ""


class Problem(NamedTuple):
    """
    Something about the reading itself that the user must know.

    *kind* names a rule of family ``input`` (``"guessed-encoding"`` → ``input/guessed-encoding``); *says* fills its
    message.
    """

    kind: str
    says: str
    span: Span | None = None


@frozen(kw_only=True, eq=False, repr=False)
class Document(Value):
    """
    One draft, read.

    ``source`` is the text that offsets count in: a text file's decoded text without its byte order mark, line ends as
    in the file; for a package the text that ``--output-format text-dump`` prints. ``text`` is the *reading*: the same
    words with no-break and thin spaces as spaces, soft hyphens, zero-width characters and emphasis marks gone, U+2011
    as a hyphen, curly and low quotation marks straight, NFC, code and comments blank. ``shifts`` is the map between
    the two: pairs (offset in the reading, offset in the source), each holding until the next; empty when every offset
    is the same.
    """

    path: str
    format: str
    held_source: str | bytes = field(converter=kept, alias="source")
    text: str
    shifts: tuple[tuple[int, int], ...] = ()
    blocks: tuple[Block, ...] = ()
    emphasis: tuple[Span, ...] = ()
    problems: tuple[Problem, ...] = ()
    complete: bool = True
    encoding: str = "utf-8"
    options: Mapping[str, str] = field(factory=dict)
    """What the draft's own front matter says: ``forum``, ``state``, ``on``, and dates of the facts."""
    _starts: tuple[int, ...] = field(init=False)
    # Where the blocks begin: plain numbers are found in a tenth of the time of asking each block.
    _breaks: Sequence[int] = field(init=False)
    # Where the lines of the source end: most reports say no more of it than where in it something stands.

    @_starts.default
    def _where_blocks_begin(self) -> tuple[int, ...]:
        return tuple(block.span.start for block in self.blocks)

    @_breaks.default
    def _where_lines_end(self) -> Sequence[int]:
        return array("I", (found.start() for found in re.finditer("\n", read_again(self.held_source))))

    @cached_property
    def source(self) -> str:
        """The text that offsets count in."""
        return read_again(self.held_source)

    def line_and_column(self, offset: int) -> tuple[int, int]:
        """Where *offset* of the source is for a reader: the line and the character in it, both from 1."""
        line = bisect_left(self._breaks, offset)
        return line + 1, offset - (self._breaks[line - 1] if line else -1)

    def begun_by(self, offset: int) -> int:
        """How many of the blocks, which are in the order of the text, begin at *offset* or before it."""
        return bisect_right(self._starts, offset)

    def block_at(self, offset: int) -> Block | None:
        """The block that holds *offset*, ``None`` between two; they do not overlap."""
        index = bisect_right(self._starts, offset) - 1
        return self.blocks[index] if index >= 0 and offset < self.blocks[index].span.end else None
