"""The catalogue, and the domain that remembers where each rule, fact and argument is described."""

from __future__ import annotations

import hashlib
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any, ClassVar

from attrs import frozen
from docutils import nodes
from sphinx.domains import Domain, Index, IndexEntry, ObjType
from sphinx.errors import ExtensionError
from sphinx.util.logging import getLogger
from sphinx.util.nodes import make_refnode

from refoulement_lint.catalogue import read_toml
from refoulement_lint.registers.opening import open_registers
from refoulement_lint.registers.store import Store

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Set

    from sphinx.addnodes import pending_xref
    from sphinx.builders import Builder
    from sphinx.environment import BuildEnvironment

    # What one file says, prose and examples included.
    Page = Mapping[str, Any]  # Any: a TOML value

logger = getLogger(__name__)


class Catalogue:
    """Every rule, fact and argument as its page: ours, and the rules of a user's *own* folder beside them."""

    def __init__(self, own: Path | None = None) -> None:
        self._own = own

    @cached_property
    def store(self) -> Store:
        """The registers, opened when first asked for."""
        """The registers, opened when first asked for."""
        return open_registers(own="none")

    @cached_property
    def pages(self) -> Mapping[str, Mapping[str, Page]]:
        """``"rule"``, ``"fact"``, ``"argument"`` → name → page, by name in order."""
        rules = dict(self.store.rules.family_pages())
        if self._own is not None:
            if not self._own.is_dir():
                raise ExtensionError(f"refoulement_rules: {self._own} is not a folder of rules.")
            for path in self._own.glob("*/*.toml"):
                _, raw, mistakes = read_toml(path)
                if raw is None:
                    raise ExtensionError("\n".join(mistakes))
                rules[f"{path.parent.name}/{path.stem}"] = raw
        found = {
            "rule": rules,
            "fact": self.store.rules.pages("facts"),
            "argument": self.store.rules.pages("arguments"),
        }
        return {kind: dict(sorted(pages.items())) for kind, pages in found.items()}

    def title_of(self, target: str) -> str:
        """The citation of an authority, ready to print; the target itself where the registers know nothing of it."""
        row = self.store.authority(target)
        return (row.citation or row.title) if row else self.store.title(target)

    def facts_of(self, rule: Page) -> list[str]:
        """The facts that make the rule speak: its own, and those that call for its argument."""
        check = rule["check"]
        argument = self.pages["argument"].get(check.get("argument", ""), {})
        return sorted({*check.get("when_any", ()), *check.get("when_all", ()), *called_for_by(argument)})

    @cached_property
    def fingerprint(self) -> str:
        """Another one as soon as one word of one page changed."""
        return hashlib.sha256(repr([sorted(pages.items()) for pages in self.pages.values()]).encode()).hexdigest()


def called_for_by(argument: Page) -> list[str]:
    """The ids of the facts that call for an argument, alone or together with others, each once."""
    called_for = argument.get("called_for", {})
    together = [fact for facts in called_for.get("all", ()) for fact in facts]
    return list(dict.fromkeys([*called_for.get("any", ()), *together]))


# --- the domain -------------------------------------------------------------------------------------------------------


@frozen
class Described:
    """Where a rule, fact or argument is described: the page, the place on it, and what an index needs of it."""

    document: str
    anchor: str
    title: str
    authorities: tuple[str, ...] = ()
    facts: tuple[str, ...] = ()


class ByAuthority(Index):
    """The rules under each authority that they rest on."""

    name = "authorities"
    localname = "Rules by authority"
    shortname = "authorities"

    def generate(self, docnames: Iterable[str] | None = None) -> tuple[list[tuple[str, list[IndexEntry]]], bool]:
        """The entries, letter by letter."""
        return _turned(self.domain, lambda described: described.authorities, docnames), True


class ByFact(Index):
    """The rules under each fact that makes them speak."""

    name = "facts"
    localname = "Rules by fact"
    shortname = "facts"

    def generate(self, docnames: Iterable[str] | None = None) -> tuple[list[tuple[str, list[IndexEntry]]], bool]:
        """The entries, letter by letter."""
        return _turned(self.domain, lambda described: described.facts, docnames), True


def _turned(domain: Domain, keys_of: Any, docnames: Iterable[str] | None) -> list[tuple[str, list[IndexEntry]]]:
    """The described rules turned round: letter → each key, and below it the rules that have it."""
    wanted = None if docnames is None else set(docnames)
    by_key: dict[str, list[tuple[str, Described]]] = {}
    for (kind, name), described in sorted(domain.data["described"].items()):
        if kind == "rule" and (wanted is None or described.document in wanted):
            for key in keys_of(described):
                by_key.setdefault(key, []).append((name, described))
    letters: dict[str, list[IndexEntry]] = {}
    for key in sorted(by_key, key=str.casefold):
        entries = letters.setdefault(key[0].upper(), [])
        entries.append(IndexEntry(key, 1, "", "", "", "", ""))
        entries += [
            IndexEntry(name, 2, found.document, found.anchor, found.title, "", "") for name, found in by_key[key]
        ]
    return sorted(letters.items())


class RefoulementDomain(Domain):
    """Rules, facts and arguments as things that a page describes and a role links to."""

    name = "refoulement"
    label = "refoulement-lint"
    object_types: ClassVar[dict[str, ObjType]] = {
        "rule": ObjType("rule", "rule"),
        "fact": ObjType("fact", "fact"),
        "argument": ObjType("argument", "argument"),
    }
    indices: ClassVar[list[type[Index]]] = [ByAuthority, ByFact]
    initial_data: ClassVar[dict[str, Any]] = {"described": {}, "shown on": set(), "fingerprint": ""}
    data_version = 1

    @cached_property
    def catalogue(self) -> Catalogue:
        """What the pages show; read once in a build."""
        own = self.env.config.refoulement_rules
        return Catalogue(Path(self.env.srcdir, own) if own else None)

    def describe(self, kind: str, name: str, described: Described) -> None:
        """Remember where *name* is described; a second place is a mistake of the pages."""
        known = self.data["described"].get((kind, name))
        if known is not None and known.document != described.document:
            logger.warning(
                "%s %s is described here and on the page %s", kind, name, known.document, location=described.document
            )
        self.data["described"][kind, name] = described

    def clear_doc(self, docname: str) -> None:
        """Forget what the page described, before it is read again."""
        kept = {key: found for key, found in self.data["described"].items() if found.document != docname}
        self.data["described"] = kept
        self.data["shown on"].discard(docname)

    def merge_domaindata(self, docnames: Set[str], otherdata: dict[str, Any]) -> None:
        """Take over what another process read."""
        for key, found in otherdata["described"].items():
            if found.document in docnames:
                self.data["described"][key] = found
        self.data["shown on"] |= otherdata["shown on"] & set(docnames)

    def resolve_xref(
        self,
        env: BuildEnvironment,
        fromdocname: str,
        builder: Builder,
        typ: str,
        target: str,
        node: pending_xref,
        contnode: nodes.Element,
    ) -> nodes.reference | None:
        """A link to where *target* is described, or ``None`` when no page does."""
        found = self.data["described"].get((typ, target))
        if found is None:
            return None
        return make_refnode(builder, fromdocname, found.document, found.anchor, contnode, found.title)

    def resolve_any_xref(
        self,
        env: BuildEnvironment,
        fromdocname: str,
        builder: Builder,
        target: str,
        node: pending_xref,
        contnode: nodes.Element,
    ) -> list[tuple[str, nodes.reference]]:
        """The same for the role ``any``, which does not say what kind of thing is meant."""
        found = []
        for kind in self.object_types:
            reference = self.resolve_xref(env, fromdocname, builder, kind, target, node, contnode)
            if reference is not None:
                found.append((f"refoulement:{kind}", reference))
        return found

    def get_objects(self) -> Iterator[tuple[str, str, str, str, str, int]]:
        """Everything described, for the inventory and the search."""
        for (kind, name), found in self.data["described"].items():
            yield name, f"{name}: {found.title}", kind, found.document, found.anchor, 1
