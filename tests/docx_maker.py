"""Small Word files, built part by part, so that a test shows the one thing that it is about."""

import io
import zipfile

WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
STRICT = "http://purl.oclc.org/ooxml/wordprocessingml/main"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006"
COMPATIBILITY = "http://schemas.openxmlformats.org/markup-compatibility/2006"
DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'

XML_DEFAULT = '<Default Extension="xml" ContentType="application/xml"/>'
TYPES = f'{DECLARATION}<Types xmlns="{PACKAGE}/content-types">{XML_DEFAULT}</Types>'


def relations(*wanted):
    """A .rels part: (id, last word of the type, target[, "External"]) each."""
    rows = "".join(
        f'<Relationship Id="{row[0]}" Type="{OFFICE}/{row[1]}" Target="{row[2]}"'
        f"{''.join(f' TargetMode={mode!r}' for mode in row[3:])}/>"
        for row in wanted
    )
    return f'{DECLARATION}<Relationships xmlns="{PACKAGE}/relationships">{rows}</Relationships>'


def part(root, inside, *, prefix="w", namespace=WORD):
    """An XML part of Word with *inside*, written with ``w:`` whatever prefix it gets."""
    inside = inside.replace("<w:", f"<{prefix}:").replace("</w:", f"</{prefix}:").replace(" w:", f" {prefix}:")
    spaces = f'xmlns:{prefix}="{namespace}" xmlns:mc="{COMPATIBILITY}"'
    return f"{DECLARATION}<{prefix}:{root} {spaces}>{inside}</{prefix}:{root}>"


def run(text, properties=""):
    return f'<w:r><w:rPr>{properties}</w:rPr><w:t xml:space="preserve">{text}</w:t></w:r>'


def paragraph(*runs, style=""):
    """A paragraph; a plain text among *runs* becomes a run."""
    properties = f'<w:pPr><w:pStyle w:val="{style}"/></w:pPr>' if style else ""
    return f"<w:p>{properties}{''.join(each if each.startswith('<') else run(each) for each in runs)}</w:p>"


def mark(kind, number):
    """What refers to a note."""
    return f'<w:r><w:{kind}Reference w:id="{number}"/></w:r>'


def note(kind, number, *inside):
    return f'<w:{kind} w:id="{number}">{"".join(inside)}</w:{kind}>'


def members(body, *, footnotes="", endnotes="", styles="", numbering="", linked=(), prefix="w", namespace=WORD):
    """The members of a package whose body is *body* (paragraphs), name → text."""
    word = {"prefix": prefix, "namespace": namespace}
    made = {
        "[Content_Types].xml": TYPES,
        "_rels/.rels": relations(("r1", "officeDocument", "word/document.xml")),
        "word/document.xml": part("document", f"<w:body>{body}</w:body>", **word),
    }
    rows = list(linked)
    for name, inside in (
        ("footnotes", footnotes),
        ("endnotes", endnotes),
        ("styles", styles),
        ("numbering", numbering),
    ):
        if inside:
            made[f"word/{name}.xml"] = part(name, inside, **word)
            rows.append((f"r{name}", name, f"{name}.xml"))
    made["word/_rels/document.xml.rels"] = relations(*rows)
    return made


def zipped(named, *, compression=zipfile.ZIP_DEFLATED):
    """The package of *named*: a mapping or pairs of member name and text or bytes."""
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", compression) as package:
        for name, content in named.items() if isinstance(named, dict) else named:
            package.writestr(name, content)
    return packed.getvalue()


def docx(*paragraphs, **rest):
    """A Word file with these paragraphs; a plain text becomes one."""
    body = "".join(each if each.startswith("<") else paragraph(each) for each in paragraphs)
    return zipped(members(body, **rest))
