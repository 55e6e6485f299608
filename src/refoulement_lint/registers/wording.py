"""What the compiler made of our phrases and sentences: how each phrase is read, what a fact's sentences are like."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable
from functools import cached_property

from refoulement_lint.likeness import Likeness
from refoulement_lint.tokens import Readings, beginnings

# How many values a query may name; SQLite takes 999 in its older versions.
_ASKED_AT_ONCE = 900


class Wording:
    """The stored phrases and the likeness of sentences, looked up for one page or read whole."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection

    @cached_property
    def readings(self) -> Readings:
        """The readings of our rules' phrases, worked out by the compiler and looked up one by one."""
        return Readings(stored=self._stored)

    def phrases_on(self, page: Iterable[str], language: str) -> dict[str, tuple[str, str]]:
        """
        Those of our phrases, cues of facts in that language among them, of whose rarest place a word stands among the
        words of *page*; each as `Readings` has it stored.
        """
        words = set(page)
        forms = sorted(words.union(beginnings(words)))
        found: dict[str, tuple[str, str]] = {}
        for start in range(0, len(forms), _ASKED_AT_ONCE):
            some = forms[start : start + _ASKED_AT_ONCE]
            query = (
                "SELECT language, p.phrase, looks, tokens FROM waiting JOIN phrases p ON p.id = waiting.phrase"
                f" WHERE word IN ({', '.join('?' * len(some))})"
            )
            for spoken, phrase, looks, tokens in self._connection.execute(query, some):
                if spoken in ("", language):
                    found[phrase] = looks, tokens
        return found

    def _stored(self, phrase: str) -> tuple[str, str]:
        row = self._connection.execute("SELECT looks, tokens FROM phrases WHERE phrase = ?", (phrase,)).fetchone()
        return (row[0], row[1]) if row else ("", "")

    def likeness(self, language: str, *, of_a_page: bool = False) -> Likeness | None:
        """
        What the sentences of that language taught, ``None`` where there are none. *of_a_page*: it will be asked so
        little that its signs are looked up one by one.
        """
        held = self._connection.execute("SELECT value FROM blobs WHERE name = ?", (f"always {language}",)).fetchone()
        if held is None:
            return None
        signs = "SELECT sign, weights FROM signs WHERE language = ?"
        same: dict[bytes, bytes] = {}  # many signs say the same
        every = () if of_a_page else self._connection.execute(signs, (language,))
        known = {sign: same.setdefault(weights, weights) for sign, weights in every}

        def look_up(asked: Iterable[str]) -> dict[str, bytes]:
            if not of_a_page:
                return {sign: known[sign] for sign in asked if sign in known}
            these = f"{signs} AND sign IN (SELECT value FROM json_each(?))"
            return dict(self._connection.execute(these, (language, json.dumps(list(asked)))))

        return Likeness(**json.loads(held[0]), look_up=look_up)
