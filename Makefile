# A fresh machine needs Python 3.11 or newer, make and the package index; everything is installed into .venv.
#
#   make demo    install the linter and lint the example briefs
#   make test    install it with what developers need and run all tests
#   make check   format, lint and types
#   make docs    build the documentation, warnings as errors
#   make bench   measure speed and memory, as ratios to yardsticks measured in the same run
#   make clean   remove everything that the targets above made

# The first Python that is new enough; `make PYTHON=...` chooses another.
PYTHON ?= $(shell for python in python3 python3.14 python3.13 python3.12 python3.11 python; do \
	$$python -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null && echo $$python && break; done)
BIN := .venv/bin

.PHONY: demo test check docs bench clean

# Findings (status 1) are what a demonstration is for; a file that cannot be read (status 2) is a failure.
demo: .venv/installed
	$(BIN)/refoulement-lint check examples/briefs || [ $$? -eq 1 ]

test: .venv/installed-dev
	$(BIN)/python -m pytest -n 2

check: .venv/installed-dev
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy

docs: .venv/installed-dev
	$(BIN)/sphinx-build -W -n --keep-going -b html docs docs/_build/html

bench: .venv/installed-dev
	$(BIN)/python tools/bench.py
	$(BIN)/python tools/bench_corpus.py

clean:
	rm -rf .venv build dist docs/_build .mypy_cache .pytest_cache .ruff_cache .hypothesis
	rm -f src/refoulement_lint/registers.sqlite*
	find . -name __pycache__ -type d -prune -exec rm -rf {} +

.venv/bin/python:
	@test -n "$(PYTHON)" || { echo "No Python 3.11 or newer was found; install one, or name it: make PYTHON=/path/to/python" >&2; exit 2; }
	@$(PYTHON) -m venv .venv || { rm -rf .venv; \
		echo "$(PYTHON) cannot make a virtual environment; on Debian and Ubuntu: apt install python3-venv" >&2; exit 2; }

# Editable, so that an edited rule counts at the next run without another installation.
.venv/installed: .venv/bin/python pyproject.toml
	$(BIN)/python -m pip install --quiet --disable-pip-version-check -e .
	@touch $@

.venv/installed-dev: .venv/bin/python pyproject.toml
	$(BIN)/python -m pip install --quiet --disable-pip-version-check -e '.[dev]'
	@touch .venv/installed $@
