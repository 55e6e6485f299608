"""``python -m refoulement_lint`` is the command ``refoulement-lint``."""

from refoulement_lint.cli import run

run()
