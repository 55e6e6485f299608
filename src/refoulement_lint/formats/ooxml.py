"""Office packages: a ZIP of XML parts from a stranger, opened with every ceiling in place. Element names of Word."""

from __future__ import annotations

import codecs
import posixpath
import re
import struct
import zlib
from io import BytesIO
from itertools import pairwise
from typing import TYPE_CHECKING

from refoulement_lint.formats.limits import MEBIBYTE, Limits
from refoulement_lint.model import DocumentError

if TYPE_CHECKING:
    import zipfile
    from collections.abc import Mapping

    from lxml.etree import _Element

OLE_MAGIC = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"

# The transitional namespaces that Word writes, and the strict ones of ISO/IEC 29500.
WORD = (
    "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
    "http://purl.oclc.org/ooxml/wordprocessingml/main",
)
COMPATIBILITY = "http://schemas.openxmlformats.org/markup-compatibility/2006"
_RELATIONS = "{http://schemas.openxmlformats.org/package/2006/relationships}Relationship"

# Small members may well shrink more than 200:1 (an empty part of white space); a bomb is not small.
_SMALL = MEBIBYTE
_READABLE = (0, 8)
"""The ways of packing that Word uses: as it is, and deflated."""
_LOCAL_HEADER = 30


def word(*names: str) -> list[str]:
    """The element or attribute names in both namespaces, as lxml writes them."""
    return [f"{{{namespace}}}{name}" for namespace in WORD for name in names]


class Package:
    """An opened package; members are unpacked one at a time, when they are asked for."""

    def __init__(self, raw: bytes, limits: Limits) -> None:
        """
        Opens *raw* and looks over its table of contents.

        Raises:
            DocumentError: It is encrypted, truncated, no package, or breaks a ceiling.
        """
        if raw.startswith(OLE_MAGIC):
            if "EncryptedPackage".encode("utf-16-le") in raw:
                raise DocumentError("it is encrypted with a password; save it without one.")
            raise DocumentError("it is in the old Word format; open it in Word or LibreOffice and save it as .docx.")
        import zipfile  # with all it needs 4 ms, and most drafts are no packages

        self._limits = limits
        try:
            self._zip = zipfile.ZipFile(BytesIO(raw))
        except (zipfile.BadZipFile, struct.error, ValueError, NotImplementedError, OverflowError, OSError):
            raise DocumentError("it is truncated or damaged, or is no Word file at all.") from None
        self._check(self._zip.infolist())

    @property
    def names(self) -> list[str]:
        """The member names."""
        return self._zip.namelist()

    def _check(self, members: list[zipfile.ZipInfo]) -> None:
        limits = self._limits
        if len(members) > limits.members:
            raise DocumentError(f"it is a package of more than {limits.members:,} members (--max-members).")
        if sum(member.file_size for member in members) > limits.unpacked_mib * MEBIBYTE:
            raise DocumentError(f"it unpacks to more than {limits.unpacked_mib} MiB (--max-unpacked-mib).")
        seen: set[str] = set()
        for member in members:
            name = member.orig_filename
            steps = name.split("/")
            if name.lower() in seen:
                raise DocumentError("two members of the package have the same name; which one counts cannot be told.")
            if ".." in steps or name.startswith("/") or "\\" in name or "\x00" in name or re.match("[A-Za-z]:", name):
                raise DocumentError("a member of the package has a name that points outside it.")
            seen.add(name.lower())
            if member.flag_bits & 1:
                raise DocumentError("it is encrypted with a password; save it without one.")
            if member.compress_type not in _READABLE:
                raise DocumentError("a member of the package is compressed in a way that Word does not use.")
            if member.file_size > max(_SMALL, limits.ratio * member.compress_size):
                raise DocumentError(
                    f"a member of the package unpacks to more than {limits.ratio} times its size (--max-ratio)."
                )
        ordered = sorted(members, key=lambda member: member.header_offset)
        for first, second in pairwise(ordered):
            if first.header_offset + _LOCAL_HEADER + first.compress_size > second.header_offset:
                raise DocumentError("members of the package overlap; it was not made by a word processor.")

    def part(self, name: str) -> _Element | None:
        """
        The root element of an XML part, ``None`` when the package has no such member.

        Raises:
            DocumentError: The part is damaged, declares a document type, or breaks a ceiling.
        """
        return parse(self._unpacked(name), name, self._limits) if name in self._zip.NameToInfo else None

    def whole(self, name: str) -> _Element:
        """The root element of a part that there is, comments and processing instructions kept: to be written again."""
        return parse(self._unpacked(name), name, self._limits, whole=True)

    def _unpacked(self, name: str) -> bytes:
        import zipfile

        try:
            with self._zip.open(name) as member:
                return member.read(self._limits.unpacked_mib * MEBIBYTE + 1)
        except (zipfile.BadZipFile, zlib.error, EOFError, struct.error, NotImplementedError, RuntimeError, OSError):
            raise DocumentError(f"its part {name} is truncated or damaged.") from None

    def rewritten(self, changed: Mapping[str, bytes]) -> bytes:
        """
        The package with the parts of *changed* in place of its own, and new ones at its end; every other member keeps
        its bytes, its place, its date and its way of packing.
        """
        import zipfile

        packed = BytesIO()
        with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as package:
            for member in self._zip.infolist():
                told = zipfile.ZipInfo(member.filename, member.date_time)
                told.compress_type, told.external_attr = member.compress_type, member.external_attr
                told.create_system, told.comment = member.create_system, member.comment
                content = changed.get(member.filename)
                package.writestr(told, self._unpacked(member.filename) if content is None else content)
            for name, content in changed.items():
                if name not in self._zip.NameToInfo:
                    told = zipfile.ZipInfo(
                        name
                    )  # its date is that of the format, so that the same input gives the same
                    told.compress_type = zipfile.ZIP_DEFLATED
                    package.writestr(told, content)
        return packed.getvalue()

    def relations(self, name: str) -> list[tuple[str, str, bool]]:
        """The relations of part *name*: last word of the type, target as a member name, and whether it lies outside."""
        folder, file = posixpath.split(name)
        root = self.part(posixpath.join(folder, "_rels", f"{file}.rels"))
        found: list[tuple[str, str, bool]] = []
        for relation in () if root is None else root.iter(_RELATIONS):
            target = relation.get("Target", "")
            outside = relation.get("TargetMode") == "External"
            if not outside:
                target = posixpath.normpath(posixpath.join("/", folder, target)).lstrip("/")
            found.append((relation.get("Type", "").rpartition("/")[2], target, outside))
        return found


def parse(raw: bytes, name: str, limits: Limits, *, whole: bool = False) -> _Element:
    """
    The root element of an XML part, with its comments and processing instructions where it is wanted *whole*.

    Nothing outside *raw* is ever read: no network, no document type, no entities.

    Raises:
        DocumentError: As for ``Package.part``.
    """
    from lxml import etree  # 40 ms: only who reads a package pays

    if raw.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)) or raw[:4] in (b"<\0?\0", b"\0<\0?"):
        wide = "utf-16" if raw[:1] in b"\xff\xfe" else ("utf-16-le" if raw[:1] == b"<" else "utf-16-be")
        try:
            raw = raw.decode(wide).encode("utf-8")
        except UnicodeError:
            raise DocumentError(f"its part {name} is truncated or damaged.") from None
    if b"<!DOCTYPE" in raw or b"<!ENTITY" in raw:
        raise DocumentError(f"its part {name} declares a document type, which a Word file never does; it was not read.")
    # Counted in the bytes, before anything is built: a start tag is "<" and a letter.
    if raw.count(b"<") - raw.count(b"</") > limits.nodes:
        raise DocumentError(f"its part {name} has more than {limits.nodes:,} elements (--max-nodes).")
    if re.search(rb"<[^<>]{%d}" % limits.tag_characters, raw):
        raise DocumentError(
            f"its part {name} has a tag of more than {limits.tag_characters:,} characters (attributes)."
        )
    parser = etree.XMLParser(
        encoding="utf-8",  # the only one beside UTF-16 that the packages may use
        resolve_entities=False,
        no_network=True,
        load_dtd=False,
        dtd_validation=False,
        huge_tree=False,  # libxml2 then stops at depth 256 and at text nodes of 10 MB
        remove_comments=not whole,
        remove_pis=not whole,
        strip_cdata=not whole,
    )
    try:
        root = etree.fromstring(raw, parser)
    except etree.XMLSyntaxError as error:
        told = str(error)
        if "depth" in told.lower():
            raise DocumentError(f"its part {name} nests elements more than 256 deep.") from None
        if "huge" in told.lower():
            raise DocumentError(f"its part {name} has a text or attribute of more than 10 MB.") from None
        raise DocumentError(f"its part {name} is truncated or damaged (no well-formed XML).") from None
    return root
