"""
List every authority that a brief cites: how to cite it, whether the register agrees, where it stands, where to read it.

    python examples/table_of_authorities.py examples/briefs/reply-hungary-transit-zone.md

The links are built from the identifiers in the register. Nothing is fetched.
"""

from __future__ import annotations

import sys
from pathlib import Path

import refoulement_lint as rl

# What a target begins with → the heading under which it stands.
KINDS = {
    "ecthr": "European Court of Human Rights",
    "cjeu": "Court of Justice of the European Union",
    "cat": "United Nations treaty bodies",
    "hrc": "United Nations treaty bodies",
    "crc": "United Nations treaty bodies",
    "cedaw": "United Nations treaty bodies",
    "cerd": "United Nations treaty bodies",
    "EU": "European Union acts",
    "CFR": "European Union acts",
    "TFEU": "European Union acts",
    "TEU": "European Union acts",
}
OTHER = "Treaties and other instruments"
NATIONAL = "National authorities"


def kind(target: str) -> str:
    prefix = target.partition(":")[0]
    return KINDS.get(prefix, NATIONAL if len(prefix) == 2 and prefix.islower() else OTHER)


def link(authority: rl.Authority | None) -> str:
    """The page of HUDOC or EUR-Lex, or what the register itself names; empty when no identifier is known."""
    if authority is None:
        return ""
    if authority.target.startswith("ecthr:") and authority.row.startswith("001-"):
        return f"https://hudoc.echr.coe.int/eng?i={authority.row}"
    if authority.target.startswith("cjeu:") and authority.ecli:
        return f"https://eur-lex.europa.eu/legal-content/EN/TXT/?uri=ecli:{authority.ecli}"
    return authority.link


def table(path: Path, on: str | None = None) -> str:
    """The table as Markdown, one heading for each kind, one entry for each authority, in alphabetical order."""
    document = rl.lint(path, on=on).documents[0]
    entries: dict[str, dict[str, list[rl.Citation]]] = {}
    for citation in document.citations:
        if citation.kind == "appno":
            continue  # the number belongs to the case beside it
        name = citation.authority.citation or citation.authority.title if citation.authority else citation.text
        entries.setdefault(kind(citation.target or ""), {}).setdefault(" ".join(name.split()), []).append(citation)

    lines = [f"# Authorities in {path.name}"]
    for heading in sorted(entries):
        lines += ["", f"## {heading}", ""]
        for name, citations in sorted(entries[heading].items()):
            places = ", ".join(
                f"line {document.source.count(chr(10), 0, citation.start) + 1}"
                + (f" ({citation.pinpoint})" if citation.pinpoint else "")
                for citation in citations
            )
            statuses = ", ".join(sorted({citation.status for citation in citations}))
            lines.append(f"- {name}. {statuses}; {places}")
            lines += [f"  <{page}>" for page in [link(citations[0].authority)] if page]
    return "\n".join(lines) + "\n"


if __name__ == "__main__":
    if len(sys.argv) not in (2, 3):
        sys.exit("usage: table_of_authorities.py BRIEF [LAW-DATE]")
    print(table(Path(sys.argv[1]), *sys.argv[2:]), end="")
