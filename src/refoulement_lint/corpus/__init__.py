"""Authorities and excerpts that would support a draft."""
