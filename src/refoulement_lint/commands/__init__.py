"""One module for each command: its options, and what it does; which there are stands in ``cli.py``."""
