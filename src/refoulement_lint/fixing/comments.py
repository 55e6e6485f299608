"""
A copy of a Word draft with the findings as Word comments, where they belong; not a word of the draft changes.

Word keeps no comments in notes and text boxes: there they hang on the note's mark and on what holds the box.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from refoulement_lint.fixing.word import AUTHOR, Writer, local_name, named, refuse_closed
from refoulement_lint.formats import docx, ooxml
from refoulement_lint.formats.limits import Limits
from refoulement_lint.model import Span
from refoulement_lint.reporters.authorities import answer_told, best_first, reasons_told, support_told
from refoulement_lint.reporters.changes import changes_told
from refoulement_lint.reporters.excerpt import shown

if TYPE_CHECKING:
    from collections.abc import Iterable

    from lxml.etree import _Element

    from refoulement_lint.model import DocumentReport, Finding

_INITIALS = "rl"
_MOST_SUPPORT = 3
_CONTENT_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.comments+xml"
_TYPES = "[Content_Types].xml"
_RELATION_TYPES = (
    "http://schemas.openxmlformats.org/officeDocument/2006/relationships/comments",
    "http://purl.oclc.org/ooxml/officeDocument/relationships/comments",
)


def commented(raw: bytes, document: DocumentReport, day: str) -> bytes:
    """
    The Word file *raw*, on which *document* is the report, with a comment for each finding.

    Raises:
        DocumentError: It is signed or protected.
    """
    opened = docx.opened(raw, Limits())
    refuse_closed(opened)
    writer = Writer(opened)
    places = _Places(writer)
    anchors = [places.around(finding) for finding in document.findings]
    for finding, anchor in zip(document.findings, anchors, strict=True):
        if anchor is None:
            places.cut_at(finding.span)
    names = _Names(opened, writer)
    comments = names.comments
    # Markers stand outside in, so that of two comments at one place the earlier opens first.
    for finding, anchor in zip(reversed(document.findings), reversed(anchors), strict=True):
        number = writer.next_id()
        first, last = anchor if anchor is not None else places.over(finding.span)
        _mark(writer, number, first, last)
        comments.insert(names.before, _comment(comments, number, day, told(document, finding)))
    return writer.content(names.parts())


def told(document: DocumentReport, finding: Finding) -> list[str]:
    """What a comment says, a paragraph each: the fault, why, what to write, and authorities for and against."""
    said = [f"{finding.severity.capitalize()}: {finding.message}"]
    said += [f"Why: {why}" for why in reasons_told(finding)]
    if finding.fix:
        label = "Fix" if finding.fix.safety == "safe" else "Perhaps"
        said += [f"{label}: {change}" for change in changes_told(document.source, finding.fix)]
    for side, label in (("for", "Support"), ("against", "Against")):
        of_side = [support for support in finding.support if support.side == side]
        ranked = best_first(of_side, document.forum, document.state)
        for support in ranked[:_MOST_SUPPORT]:
            said.append(f"{label}: {support_told(support)}")
            if support.target == finding.target and (answer := answer_told(support)):
                said += [f"Answer: {answer[0]}", *answer[1:]]
    return [*map(shown, said), f"[{finding.rule}]"]


class _Places:
    """Where the comments hang: runs that begin and end where the findings do."""

    def __init__(self, writer: Writer) -> None:
        self._writer = writer
        self._cuts: set[int] = set()
        self._begins: dict[int, _Element] | None = None

    def around(self, finding: Finding) -> tuple[_Element, _Element] | None:
        """The run to hang the comment on where it cannot stand at its words; ``None`` where it can."""
        stretch = self._nearest(finding.span.start)
        if stretch is None:
            return None
        if stretch.note:
            mark = self._writer.opened.marks[stretch.note].getparent()
            return (mark, mark) if mark is not None else None
        holder: _Element | None = None
        inside_box = False
        for above in stretch.element.iterancestors():
            inside_box = inside_box or local_name(above) in ("txbxContent", "AlternateContent")
            if inside_box and local_name(above) == "r":
                holder = above
        return (holder, holder) if holder is not None else None

    def cut_at(self, span: Span) -> None:
        """Runs shall begin where *span* begins and where it ends."""
        self._cuts |= set(self._fitted(span))

    def over(self, span: Span) -> tuple[_Element, _Element]:
        """The first and the last run of *span*, once everything is cut."""
        if self._begins is None:
            self._begins = self._made()
        fitted = self._fitted(span)
        return self._run_at(fitted.start), self._run_at(fitted.end - 1)

    def _fitted(self, span: Span) -> Span:
        """*span* with a character at its beginning and at its end that some run holds."""
        first = self._nearest(span.start)
        assert first is not None, "a file with findings has words"
        start = min(max(span.start, first.start), first.start + first.length - 1)
        end = max(span.end, start + 1)
        while end > start + 1 and self._writer.at(end - 1) is None:
            end -= 1
        return Span(start, end)

    def _nearest(self, offset: int) -> docx.Stretch | None:
        """What holds the character at *offset*, or else the first one after it, or else the last one of all."""
        at = self._writer.at(offset)
        if at is not None:
            return at
        stretches = self._writer.opened.stretches
        later = (stretch for stretch in stretches if stretch.start >= offset)
        return next(later, stretches[-1] if stretches else None)

    def _made(self) -> dict[int, _Element]:
        """Every cut made, from the last to the first: offset → the run that begins there."""
        begins: dict[int, _Element] = {}
        for offset in sorted(self._cuts, reverse=True):
            before = self._writer.at(offset - 1) if offset else None
            at = self._writer.at(offset)
            if at is not None and at.start < offset:
                begins[offset] = self._writer.beginning(at, offset - at.start)
            else:
                if at is not None:
                    begins[offset] = self._writer.beginning(at, 0)
                if before is not None:
                    self._writer.cut(before, before.length)
        return begins

    def _run_at(self, offset: int) -> _Element:
        stretch = self._writer.at(offset)
        assert stretch is not None, "a fitted span begins and ends in words"
        assert self._begins is not None, "everything is cut"
        for earlier in range(offset, stretch.start - 1, -1):
            if earlier in self._begins:
                return self._begins[earlier]
        run = stretch.element.getparent()
        assert run is not None, "a text stands in a run"
        return run


class _Names:
    """The part that holds the comments, new or already there, and what must name it."""

    def __init__(self, opened: docx.Opened, writer: Writer) -> None:
        from lxml import etree

        self._opened = opened
        body = opened.parts[opened.main]
        self._namespace = str(body.tag)[1:].partition("}")[0]
        relations = opened.package.relations(opened.main)
        self.name = next((target for kind, target, _ in relations if kind == "comments"), "")
        self._is_new = self.name not in opened.package.names
        if self._is_new:
            folder = opened.main.rpartition("/")[0]
            self.name = f"{folder}/comments.xml" if folder else "comments.xml"
            self.comments = etree.Element(f"{{{self._namespace}}}comments", nsmap={"w": self._namespace})
        else:
            self.comments = opened.package.whole(self.name)
        writer.take_ids(self.comments)
        self.before = len(self.comments)

    def parts(self) -> dict[str, bytes]:
        """Every part that is new or changed on account of the comments."""
        made = {self.name: _bytes(self.comments)}
        if self._is_new:
            folder, _, file = self._opened.main.rpartition("/")
            relations = f"{folder}/_rels/{file}.rels" if folder else f"_rels/{file}.rels"
            made[relations] = self._related(relations)
            made[_TYPES] = self._typed()
        return made

    def _related(self, name: str) -> bytes:
        package = self._opened.package
        space = "http://schemas.openxmlformats.org/package/2006/relationships"
        if name in package.names:
            root = package.whole(name)
        else:
            from lxml import etree

            root = etree.fromstring(f'<Relationships xmlns="{space}"/>')
        taken = {relation.get("Id") for relation in root}
        number = next(number for number in range(1, len(taken) + 2) if f"rlComments{number}" not in taken)
        kind = _RELATION_TYPES[ooxml.WORD.index(self._namespace)]
        target = self.name.rpartition("/")[2]
        told = {"Id": f"rlComments{number}", "Type": kind, "Target": target}
        root.append(root.makeelement(f"{{{space}}}Relationship", told))
        return _bytes(root)

    def _typed(self) -> bytes:
        root = self._opened.package.whole(_TYPES)
        space = str(root.tag)[1:].partition("}")[0]
        told = {"PartName": f"/{self.name}", "ContentType": _CONTENT_TYPE}
        root.append(root.makeelement(f"{{{space}}}Override", told))
        return _bytes(root)


def _bytes(root: _Element) -> bytes:
    from lxml import etree

    return etree.tostring(root.getroottree(), xml_declaration=True, encoding="UTF-8", standalone=True)


def _mark(writer: Writer, number: str, first: _Element, last: _Element) -> None:
    name = {named(first, "id"): number}
    first.addprevious(first.makeelement(named(first, "commentRangeStart"), name))
    end = last.makeelement(named(last, "commentRangeEnd"), name)
    reference = last.makeelement(named(last, "r"))
    reference.append(last.makeelement(named(last, "commentReference"), name))
    last.addnext(end)
    end.addnext(reference)
    writer.touch(first)
    writer.touch(last)


def _comment(comments: _Element, number: str, day: str, paragraphs: Iterable[str]) -> _Element:
    space = str(comments.tag)[1:].partition("}")[0]

    def element(name: str, **told: str) -> _Element:
        return comments.makeelement(f"{{{space}}}{name}", {f"{{{space}}}{key}": value for key, value in told.items()})

    comment = element("comment", id=number, author=AUTHOR, initials=_INITIALS)
    if day:
        comment.set(f"{{{space}}}date", day)
    for words in paragraphs:
        paragraph, run, text = element("p"), element("r"), element("t")
        text.set("{http://www.w3.org/XML/1998/namespace}space", "preserve")
        text.text = words
        run.append(text)
        paragraph.append(run)
        comment.append(paragraph)
    return comment
