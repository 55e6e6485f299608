"""``python -m refoulement_lint`` is the command ``refoulement-lint``."""

import sys

from refoulement_lint.cli import main

sys.exit(main())
