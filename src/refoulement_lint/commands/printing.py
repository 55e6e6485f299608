"""How a command prints."""

from __future__ import annotations

import sys

from refoulement_lint.cli import PrintingError, flush, silence


def print_out(text: str) -> None:
    """*text* in UTF-8 with the line ends that it has, whatever the system would make of them."""
    flush()
    binary = getattr(sys.stdout, "buffer", None)
    if binary is None:  # a replaced standard output, as in a notebook
        sys.stdout.write(text)
        return
    try:
        binary.write(text.encode("utf-8", "backslashreplace"))
        binary.flush()
    except BrokenPipeError:  # the exit status still says what was found
        silence(sys.stdout)
    except OSError as error:
        raise PrintingError((error.strerror or str(error)).lower()) from None
