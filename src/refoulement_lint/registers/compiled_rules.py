"""The files below ``rules/`` that are no law, as the compiler stored them: rules, facts, arguments, words."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Mapping
from typing import Any

FAMILIES = (
    "form", "authority", "provision", "in-force", "quotation", "argument", "evidence", "wording", "consistency",
    "privacy", "input",
)  # fmt: skip


class CompiledRules:
    """What the files say: the engine's part of it at every start, with prose and examples for the catalogue."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection
        self._answered: dict[str, Mapping[str, Mapping[str, Any]]] = {}

    def folder(self, name: str) -> dict[str, Any]:
        """File name → content of every file of one folder of ``rules/``, without the pages' prose and examples."""
        return {file: content for _, file, content in self._files("engine", name)}

    def file(self, folder: str, name: str) -> dict[str, Any] | None:
        """The content of one of these files; ``None`` when there is none."""
        query = "SELECT engine FROM rules WHERE folder = ? AND name = ?"
        row = self._connection.execute(query, (folder, name)).fetchone()
        return json.loads(row[0]) if row else None

    def families(self) -> dict[str, Any]:
        """``family/name`` → content of every rule."""
        return {f"{family}/{name}": content for family, name, content in self._files("engine", *FAMILIES)}

    def facts(self, language: str = "") -> dict[str, Any]:
        """The files of facts, with their cues in that language; in every language when none is given."""
        files = self.folder("facts")
        for content in files.values():
            content["cues"] = {}
        known = ("name = ?", f"cues {language}") if language else ("name LIKE ?", "cues %")
        for name, value in self._connection.execute(f"SELECT name, value FROM blobs WHERE {known[0]}", known[1:]):
            for fact, cues in json.loads(value).items():
                files[fact]["cues"][name.removeprefix("cues ")] = cues
        return files

    def pages(self, folder: str) -> dict[str, Any]:
        """File name → everything in the file, for the catalogue."""
        return {name: content for _, name, content in self._files("page", folder)}

    def family_pages(self) -> dict[str, Any]:
        """``family/name`` → everything in the rule's file."""
        return {f"{family}/{name}": content for family, name, content in self._files("page", *FAMILIES)}

    def page(self, path: str) -> dict[str, Any] | None:
        """Everything in one file, by its path below ``rules/``; ``None`` when there is none."""
        row = self._connection.execute("SELECT page FROM rules WHERE path = ?", (path,)).fetchone()
        return json.loads(row[0]) if row else None

    def answers(self, argument: str) -> Mapping[str, Mapping[str, Any]]:
        """
        What to say to each authority against an argument: target → ``answer`` and ``answered_by``, from the first entry
        of that target.
        """
        if argument not in self._answered:
            against = (self.page(f"arguments/{argument}.toml") or {}).get("against", ())
            self._answered[argument] = {one["target"]: one for one in reversed(against) if "answer" in one}
        return self._answered[argument]

    def _files(self, column: str, *folders: str) -> list[tuple[str, str, dict[str, Any]]]:
        """(folder, file name, content) of every file of these folders, by path; the contents parsed in one go."""
        marks = ", ".join("?" * len(folders))
        query = f"SELECT folder, name, {column} FROM rules WHERE folder IN ({marks}) ORDER BY path"
        rows = self._connection.execute(query, folders).fetchall()
        contents = json.loads("[" + ",".join(content for _, _, content in rows) + "]")
        return [(folder, name, content) for (folder, name, _), content in zip(rows, contents, strict=True)]
