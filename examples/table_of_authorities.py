"""
List every authority that a brief cites: how to cite it, whether the register agrees, where it stands, where to read it.

    python examples/table_of_authorities.py examples/briefs/reply-hungary-transit-zone.md

The links are built from the identifiers in the register. Nothing is fetched.
"""

from __future__ import annotations

import sys
import unicodedata
from pathlib import Path

import refoulement_lint as rl

# What a target begins with → the heading under which it stands; what is not listed is a treaty.
KINDS = {
    "ecthr": "European Court of Human Rights",
    "cjeu": "Court of Justice of the European Union",
    **dict.fromkeys(("cat", "hrc", "crc", "cedaw", "cerd"), "United Nations treaty bodies"),
    **dict.fromkeys(("EU", "CFR", "TFEU", "TEU"), "European Union law"),
    **dict.fromkeys(("uk", "us", "ca", "au", "nz", "ie", "de", "pl"), "National authorities"),
}


def authority_of(citation: rl.Citation) -> rl.Authority | None:
    """What the registers know of the citation, with the address of its page."""
    if citation.status == "impossible":
        return None
    return next(iter(rl.look_up(citation.target or "")), citation.authority)


def alphabetical(entry: tuple[tuple[str, str, str], list[str]]) -> str:
    """Čonka stands with C, not behind Z."""
    (_, name, _), _ = entry
    return unicodedata.normalize("NFD", name)


def table(path: Path, on: str | None = None) -> str:
    """The table as Markdown: a heading for each kind, an entry for each authority, in alphabetical order."""
    document = rl.lint(path, on=on).documents[0]
    entries: dict[tuple[str, str, str], list[str]] = {}
    for citation in document.citations:
        if citation.kind == "appno" or citation.target is None:
            continue  # a number belongs to the case beside it; what nobody could tell apart cannot be listed
        authority = authority_of(citation)
        name = " ".join((authority.citation or authority.title if authority else citation.text).split())
        place = str(citation.place)
        if citation.pinpoint and citation.kind != "provision":
            place += f" ({citation.pinpoint})"
        heading = KINDS.get(citation.target.partition(":")[0], "Treaties and other instruments")
        page = authority.link if authority else ""
        entries.setdefault((heading, f"{name} – {citation.status}", page), []).append(place)

    lines = [f"# Authorities in {path.name}"]
    for heading in sorted({heading for heading, _, _ in entries}):
        lines += ["", f"## {heading}", ""]
        for (kind, name, page), places in sorted(entries.items(), key=alphabetical):
            if kind == heading:
                lines.append(f"- {name}; {', '.join(dict.fromkeys(places))}")
                lines += [f"  <{page}>"] if page else []
    return "\n".join(lines) + "\n"


if __name__ == "__main__":
    if len(sys.argv) not in (2, 3):
        sys.exit("usage: table_of_authorities.py BRIEF [LAW-DATE]")
    print(table(Path(sys.argv[1]), *sys.argv[2:]), end="")
