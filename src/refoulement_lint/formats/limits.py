"""How much of a file we are ready to read: ceilings that no honest brief meets."""

from __future__ import annotations

from typing import NamedTuple

MEBIBYTE = 1024 * 1024


class Limits(NamedTuple):
    """
    Ceilings for one file; beyond any of them it is refused, and the refusal names the ceiling and its option.

    The figures: of the court judgments in Word format that we measured, the largest unpack to 1.4 MB, have 40 members
    and 42,000 tags of at most 2,300 characters, and shrink 23:1. Deflate cannot pass 1032:1, so 200:1 only meets what
    was made to be unpacked.
    """

    file_mib: int = 64
    unpacked_mib: int = 256
    ratio: int = 200
    members: int = 4096
    nodes: int = 5_000_000
    tag_characters: int = 65_536
    """Length of one XML tag with all its attributes: one number against 200,000 attributes and against one of 20 MB."""
    left_out: int = 1_000_000
    """Pieces of a text that the reading leaves out or composes; each costs memory."""
