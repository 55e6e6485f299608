"""
Edits written into a Word file: as tracked changes, formatting kept, every part that is not edited left as it is.

The text is cut where an edit begins and ends, so that a run holds what is deleted and nothing else; what is inserted
looks like what it replaces. The file that comes out is read again before anybody gets it.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from copy import deepcopy
from typing import TYPE_CHECKING, NamedTuple

from refoulement_lint.formats import docx, ooxml
from refoulement_lint.formats.limits import Limits
from refoulement_lint.model import DocumentError, Edit, Span

if TYPE_CHECKING:
    from lxml.etree import _Element

AUTHOR = "refoulement-lint"
"""Under whose name the changes stand in Word."""

# What may stand between a run and its paragraph. What was moved, and the results of simple fields, are left alone.
_AROUND = ("hyperlink", "ins", "smartTag", "sdt", "sdtContent", "customXml", "dir", "bdo", "p")
_SPACE = "{http://www.w3.org/XML/1998/namespace}space"
_PROTECTED = ("readOnly", "comments", "forms")


class Fixed(NamedTuple):
    """The new file, the edits that are in it, and those that are left to the lawyer: in a field, a text box, a move."""

    content: bytes
    made: tuple[Edit, ...]
    left: tuple[Edit, ...]


class Mark(NamedTuple):
    """Who changed it when, as Word keeps it; *tracked*: whether Word is told at all."""

    day: str = ""
    tracked: bool = True


class _Change(NamedTuple):
    """
    An edit cut down to the words that change.

    *looks_like* is the offset of the character whose formatting new words take; they stand before it when it is where
    they begin.
    """

    span: Span
    words: str
    looks_like: int


def fixed(raw: bytes, edits: Sequence[Edit], source: str, mark: Mark) -> Fixed:
    """
    The Word file *raw*, whose text is *source*, with the sorted and disjoint *edits* made.

    Raises:
        DocumentError: It is signed or protected.
    """
    opened = docx.opened(raw, Limits())
    refuse_closed(opened)
    writer = Writer(opened)
    made: list[Edit] = []
    left: list[Edit] = []
    # From the last to the first: cutting a text in two leaves what stands before the cut where it was.
    for edit in reversed(edits):
        (made if _make(writer, _narrowed(edit, source), mark) else left).append(edit)
    return Fixed(writer.content(), tuple(reversed(made)), tuple(reversed(left)))


def refuse_closed(opened: docx.Opened) -> None:
    """
    Some files are not to be changed.

    Raises:
        DocumentError: It is signed or protected.
    """
    if any(name.startswith("_xmlsignatures/") for name in opened.package.names):
        raise DocumentError("it is signed; any change would break the signature. Work on an unsigned copy.")
    settings = next((name for kind, name, _ in opened.package.relations(opened.main) if kind == "settings"), "")
    root = opened.package.part(settings)
    for protection in () if root is None else root.iter(*ooxml.word("documentProtection")):
        said = {str(name).rpartition("}")[2]: str(value) for name, value in protection.items()}
        if said.get("enforcement") in ("1", "true", "on") and said.get("edit") in _PROTECTED:
            raise DocumentError("it is protected against changes; take the protection off in Word first.")


def _narrowed(edit: Edit, source: str) -> _Change:
    """Only what changes, in whole words: who reads a tracked change should not have to spell."""
    (start, end), new = edit
    old = source[start:end]
    shorter = min(len(old), len(new))
    before = 0
    while before < shorter and old[before] == new[before]:
        before += 1
    after = 0
    while after < shorter - before and old[-1 - after] == new[-1 - after]:
        after += 1
    while before and _cuts_anamed(old, before, after) | _cuts_anamed(new, before, after):
        before -= 1
    while after and _cuts_anamed(old[::-1], after, before) | _cuts_anamed(new[::-1], after, before):
        after -= 1
    span = Span(start + before, end - after)
    if span.start < end:
        looks_like = span.start
    else:
        looks_like = span.start - 1 if span.start > start or start else start
    return _Change(span, new[before : len(new) - after], looks_like)


def _cuts_anamed(text: str, kept: int, other_end: int) -> bool:
    """Whether the first *kept* characters of *text* end inside a word that is changed."""
    changed = len(text) - kept - other_end
    return changed > 0 and text[kept - 1].isalnum() and text[kept].isalnum()


def _make(writer: Writer, change: _Change, mark: Mark) -> bool:
    """Whether the change could be made; nothing is touched where it could not."""
    span = change.span
    over = writer.over(span)
    like = writer.at(change.looks_like) or writer.at(span.start)
    if like is None or sum(length for _, _, length in over) != span.end - span.start:
        return False  # it goes over the end of a paragraph, or there is nothing to hold on to
    if not all(writer.may_change(stretch) for stretch in (*(each for each, _, _ in over), like)):
        return False
    deleted = [writer.isolated(stretch, start, length) for stretch, start, length in reversed(over)][::-1]
    if change.words and deleted:
        writer.put(writer.run_like(deleted[0], change.words), deleted[-1], behind=True, mark=mark)
    elif change.words:
        inside = span.start - like.start
        place = writer.cut(like, inside) if inside else writer.isolated(like, 0, like.length)
        writer.put(writer.run_like(place, change.words), place, behind=inside > 0, mark=mark)
    for run in deleted:
        writer.delete(run, mark)
    return True


class Writer:
    """Changes the trees of an opened Word file, from the end of the text to its beginning."""

    def __init__(self, opened: docx.Opened) -> None:
        """Nothing is changed yet."""
        self.opened = opened
        self._starts = [stretch.start for stretch in opened.stretches]
        self._changed: set[str] = set()
        self._roots = {root: name for name, root in opened.parts.items()}
        self._last_id = 0
        for root in opened.parts.values():
            self.take_ids(root)

    def content(self, more: dict[str, bytes] | None = None) -> bytes:
        """The package as it is now, with the parts *more*."""
        from lxml import etree

        changed: dict[str, bytes] = {}
        for name in sorted(self._changed):
            tree = self.opened.parts[name].getroottree()
            alone = tree.docinfo.standalone is not False
            changed[name] = etree.tostring(tree, xml_declaration=True, encoding="UTF-8", standalone=alone)
        return self.opened.package.rewritten({**changed, **(more or {})})

    def take_ids(self, root: _Element) -> None:
        """The numbers of marks below *root* are taken."""
        for name in ooxml.word("id"):
            for number in (element.get(name, "") for element in root.iter("*")):
                if number.isdecimal():
                    self._last_id = max(self._last_id, int(number))

    def next_id(self) -> str:
        """A number that no mark in the file has."""
        self._last_id += 1
        return str(self._last_id)

    # --- where --------------------------------------------------------------------------------------------------------

    def at(self, offset: int) -> docx.Stretch | None:
        """What holds the character at *offset*."""
        stretches = self.opened.stretches
        index = bisect_right(self._starts, offset) - 1
        if index < 0 or offset >= stretches[index].start + stretches[index].length:
            return None
        return stretches[index]

    def over(self, span: Span) -> list[tuple[docx.Stretch, int, int]]:
        """What holds the characters of *span*: each element, where in it they begin, and how many they are."""
        found: list[tuple[docx.Stretch, int, int]] = []
        index = max(0, bisect_right(self._starts, span.start) - 1)
        for stretch in self.opened.stretches[index:]:
            if stretch.start >= span.end:
                break
            start, end = max(span.start, stretch.start), min(span.end, stretch.start + stretch.length)
            if start < end:
                found.append((stretch, start - stretch.start, end - start))
        return found

    def may_change(self, stretch: docx.Stretch) -> bool:
        """Whether its text is the file's only word on the matter: no field makes it anew, no twin says it again."""
        element, run = stretch.element, stretch.element.getparent()
        if stretch.field and not stretch.field.startswith("HYPERLINK"):
            return False
        if (
            run is None
            or local_name(run) != "r"
            or any(local_name(above) == "AlternateContent" for above in run.iterancestors())
        ):
            return False
        if local_name(element) == "t" and len(element):
            return False  # a comment of the XML inside a text
        above = run.getparent()
        while above is not None and local_name(above) != "p":
            if local_name(above) not in _AROUND:
                return False
            above = above.getparent()
        return above is not None

    # --- cutting ------------------------------------------------------------------------------------------------------

    def isolated(self, stretch: docx.Stretch, start: int, length: int) -> _Element:
        """A run that holds nothing but these characters of *stretch*."""
        self.cut(stretch, start + length)
        return self.beginning(stretch, start)

    def cut(self, stretch: docx.Stretch, offset: int) -> _Element:
        """Ends the run of *stretch* after *offset* of its characters; gives that run."""
        element = stretch.element
        run = element.getparent()
        assert run is not None, "a text stands in a run"
        if offset < len(_text(element)) or element.getnext() is not None:
            self._tail_of(run, element, offset)
        return run

    def beginning(self, stretch: docx.Stretch, offset: int) -> _Element:
        """A run that begins at *offset* of the characters of *stretch*."""
        element = stretch.element
        run = element.getparent()
        assert run is not None, "a text stands in a run"
        first = next((child for child in run if local_name(child) != "rPr"), None)
        return run if offset == 0 and first is element else self._tail_of(run, element, offset)

    def _tail_of(self, run: _Element, element: _Element, offset: int) -> _Element:
        """A new run behind *run* with what follows *offset* of *element*; *element* itself goes along from offset 0."""
        tail = run.makeelement(run.tag, _attributes(run))
        properties = _properties(run)
        if properties is not None:
            tail.append(deepcopy(properties))
        following = list(element.itersiblings())
        if offset == 0:
            tail.append(element)
        elif offset < len(_text(element)):
            rest = element.makeelement(element.tag, {_SPACE: "preserve"})
            rest.text = _text(element)[offset:]
            element.text = _text(element)[:offset]
            element.set(_SPACE, "preserve")
            tail.append(rest)
        for sibling in following:
            tail.append(sibling)
        run.addnext(tail)
        self.touch(run)
        return tail

    def touch(self, element: _Element) -> None:
        """The part that *element* stands in is another one now."""
        self._changed.add(self._roots[element.getroottree().getroot()])

    # --- changing -----------------------------------------------------------------------------------------------------

    def run_like(self, run: _Element, words: str) -> _Element:
        """A run with *words*, formatted as *run* is."""
        new = run.makeelement(run.tag)
        properties = _properties(run)
        if properties is not None:
            properties = deepcopy(properties)
            for old in [child for child in properties if local_name(child) == "rPrChange"]:
                properties.remove(old)
            new.append(properties)
        text = run.makeelement(named(run, "t"), {_SPACE: "preserve"})
        text.text = words
        new.append(text)
        return new

    def put(self, new: _Element, place: _Element, *, behind: bool, mark: Mark) -> None:
        """*new* beside the run *place*, as an insertion of ours; an insertion of somebody else is cut in two for it."""
        if not mark.tracked:
            (place.addnext if behind else place.addprevious)(new)
            self.touch(new)
            return
        holder = place.getparent()
        if holder is not None and local_name(holder) == "ins":
            place = self._opened_up(holder, place, behind=behind)
        change = self._mark(new, "ins", mark)
        (place.addnext if behind else place.addprevious)(change)
        change.append(new)
        self.touch(change)

    def _opened_up(self, holder: _Element, run: _Element, *, behind: bool) -> _Element:
        """*holder* cut in two beside *run*: the half that *run* is in."""
        others = list(run.itersiblings()) if behind else list(run.itersiblings(preceding=True))[::-1]
        if others:
            half = holder.makeelement(holder.tag, _attributes(holder))
            half.set(named(holder, "id"), self.next_id())
            for other in others:
                half.append(other)
            (holder.addnext if behind else holder.addprevious)(half)
        return holder

    def delete(self, run: _Element, mark: Mark) -> None:
        """*run* as a deletion of ours."""
        self.touch(run)
        if not mark.tracked:
            holder = run.getparent()
            assert holder is not None, "a run stands in a paragraph"
            holder.remove(run)
            return
        change = self._mark(run, "del", mark)
        run.addprevious(change)
        change.append(run)
        for text in run.iter(named(run, "t")):
            text.tag = named(run, "delText")
            text.set(_SPACE, "preserve")

    def _mark(self, like: _Element, name: str, mark: Mark) -> _Element:
        told = {named(like, "id"): self.next_id(), named(like, "author"): AUTHOR}
        if mark.day:
            told[named(like, "date")] = mark.day
        return like.makeelement(named(like, name), told)


def local_name(element: _Element) -> str:
    """The name without its namespace; empty for a comment of the XML."""
    tag = element.tag
    return tag[tag.index("}") + 1 :] if isinstance(tag, str) and "}" in tag else ""


def named(like: _Element, name: str) -> str:
    """A name of Word in the namespace that the file uses."""
    tag = str(like.tag)
    return f"{tag[: tag.index('}') + 1]}{name}"


def _attributes(element: _Element) -> dict[str, str]:
    return {str(name): str(value) for name, value in element.items()}


def _properties(run: _Element) -> _Element | None:
    return next((child for child in run if local_name(child) == "rPr"), None)


def _text(element: _Element) -> str:
    """What *element* shows; a tab, a break or a hyphen is one character."""
    return (element.text or "") if local_name(element) == "t" else "\t"
