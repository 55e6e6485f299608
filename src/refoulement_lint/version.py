"""The version of the program, by itself, so that asking for it opens nothing."""

VERSION = "0.1.0"
