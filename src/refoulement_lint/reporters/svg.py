"""The arguments as a picture: what calls for each, what the draft makes of it, which authority it cites or leaves."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING, NamedTuple

from refoulement_lint.reporters.excerpt import shown

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from refoulement_lint.model import DocumentReport, Report, Treatment

# Pixels. Letters are measured by their average width, since nothing here knows the reader's fonts.
_MARGIN, _ROW, _CELL, _LETTER = 16, 30, 26, 6.3
_TITLE, _TREATMENT, _NAMES = 264, 96, 250
_HEAD, _FOOT = 50, 34
# The facts' names lean over their columns: how far one letter goes up and to the right.
_LEAN, _UP, _RIGHT = 50, 0.77, 0.64
_ORDER = ("missing", "partly", "made")
# Fill and ink of each treatment: told apart by their lightness too, and each has its word.
_SHADES = {"missing": ("#8c1d18", "#ffffff"), "partly": ("#f2c14e", "#1a1a1a"), "made": ("#dcebdc", "#1a1a1a")}
_WORDS = {"missing": "missing", "partly": "in part", "made": "made"}


class _Size(NamedTuple):
    width: float
    height: float


def render(report: Report) -> str:
    """One SVG file with a picture for each document, one below the other; it loads nothing and links to nothing."""
    pictures = [_picture(document) for document in report.documents]
    width = max((size.width for size, _ in pictures), default=0.0)
    height, drawn = 0.0, []
    for size, inside in pictures:
        drawn.append(f'<g transform="translate(0 {height:g})">\n{inside}\n</g>')
        height += size.height
    told = f"refoulement-lint {report.version}, law as of {report.on.isoformat()}, registers of {report.edition}"
    drawn.append(_text(_MARGIN, height + 14, told, size=11, ink="#555555"))
    return _framed(_Size(max(width, 480), height + 28), drawn)


def picture(document: DocumentReport) -> str:
    """The picture of one document as an ``<svg>`` element, for a page that shows it among other things."""
    size, inside = _picture(document)
    return _framed(size, [inside])


def _framed(size: _Size, drawn: Iterable[str]) -> str:
    inside = "\n".join(drawn)
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" role="img" viewBox="0 0 {size.width:g} {size.height:g}" '
        f'width="{size.width:g}" height="{size.height:g}" font-family="Helvetica, Arial, sans-serif" font-size="12">\n'
        f'<rect width="100%" height="100%" fill="#ffffff"/>\n{inside}\n</svg>\n'
    )


def _picture(document: DocumentReport) -> tuple[_Size, str]:
    """How large the picture of one document is, and what is drawn in it."""
    rows = sorted(document.arguments, key=lambda treatment: _ORDER.index(treatment.treatment))
    titles = document.titles
    facts = sorted({fact for treatment in rows for fact in treatment.called_for_by})
    leaning = max((len(_name(titles, "fact", fact)) for fact in facts), default=0) * _LETTER
    top = _HEAD + max(leaning * _UP, 16) + 8
    cells = _MARGIN + _TITLE + _TREATMENT
    cited = cells + _CELL * len(facts) + 12
    width = max(cited + 2 * _NAMES, cells + _CELL * len(facts) + leaning * _RIGHT) + _MARGIN
    bottom = top + _ROW * len(rows)
    about = [_text(_MARGIN, 22, document.path, size=15, weight="bold"), _text(_MARGIN, 40, _counted(document))]
    if not rows:
        return _Size(width, _HEAD + _FOOT), "\n".join(about)
    for index, fact in enumerate(facts):
        x, y = cells + _CELL * (index + 0.5), top - 8
        told = escape(shown(_name(titles, "fact", fact)))
        about.append(f'<text x="{x:g}" y="{y:g}" transform="rotate(-{_LEAN} {x:g} {y:g})">{told}</text>')
        about.append(_line(x, top, x, bottom, "#e4e4e0"))
    about.append(_text(cited, top - 8, "cites", weight="bold"))
    about.append(_text(cited + _NAMES, top - 8, "leaves unanswered", weight="bold"))
    for index, treatment in enumerate(rows):
        about += _row(treatment, titles, facts, top + _ROW * index, (cells, cited, width - _MARGIN))
    about.append(_text(_MARGIN, bottom + 20, "A dot: the story tells this fact, and it calls for the argument.",
                       size=11, ink="#555555"))  # fmt: skip
    return _Size(width, bottom + _FOOT), "\n".join(about)


def _row(
    treatment: Treatment,
    titles: Mapping[str, str],
    facts: Sequence[str],
    top: float,
    columns: tuple[float, float, float],
) -> list[str]:
    """One argument: its name, a box with its treatment, a dot under each fact that calls for it, and authorities."""
    cells, cited, right = columns
    middle = top + _ROW / 2
    fill, ink = _SHADES[treatment.treatment]
    name = _name(titles, "argument", treatment.id)
    drawn = [
        _line(_MARGIN, top, right, top, "#cfcfca"),
        _text(_MARGIN, middle + 4, _cut(name, _TITLE), whole=name, weight="bold" if treatment.core else ""),
        f'<rect x="{_MARGIN + _TITLE:g}" y="{top + 5:g}" width="{_TREATMENT - 18:g}" height="{_ROW - 10:g}" rx="3" '
        f'fill="{fill}" stroke="#555555" stroke-width="0.5"/>',
        _text(_MARGIN + _TITLE + 10, middle + 4, _WORDS[treatment.treatment], ink=ink),
    ]
    called = frozenset(treatment.called_for_by)
    drawn += [
        f'<circle cx="{cells + _CELL * (index + 0.5):g}" cy="{middle:g}" r="5.5" fill="#26466d"/>'
        for index, fact in enumerate(facts)
        if fact in called
    ]
    for x, targets, ink in (
        (cited, treatment.authorities_cited, "#1a1a1a"),
        (cited + _NAMES, treatment.adverse_unmet, "#8c1d18"),
    ):
        names = list(dict.fromkeys(titles.get(target, target) for target in sorted(targets, key=_is_law)))
        if names:
            drawn.append(_text(x, middle + 4, _few(names), whole="; ".join(names), ink=ink))
    return drawn


def _few(names: Sequence[str]) -> str:
    """As many names as the column holds, cases by their applicant, and how many more there are."""
    applicants = [name.partition(" v. ")[0] for name in names]
    for named in (names, applicants, applicants[:2], applicants[:1]):
        rest = f" +{len(names) - len(named)}" if len(named) < len(names) else ""
        told = "; ".join(named) + rest
        if len(told) * _LETTER <= _NAMES:
            return told
    return _cut(applicants[0], _NAMES - len(rest) * _LETTER) + rest


def _is_law(target: str) -> bool:
    """Whether it is a provision or instrument: a reader looks for the cases first."""
    return target.partition(":")[0].isupper() or target.startswith("ECtHR-Rules")


def _cut(text: str, width: float) -> str:
    most = int(width / _LETTER)
    return text if len(text) <= most else text[: most - 1].rstrip() + "…"


def _name(titles: Mapping[str, str], kind: str, identity: str) -> str:
    return titles.get(f"{kind}:{identity}", identity)


def _counted(document: DocumentReport) -> str:
    """What a reader who sees nothing else should know."""
    if document.error:
        return f"not checked whole: {document.error}"
    if not document.arguments:
        return "no argument is called for or made"
    of = [treatment.treatment for treatment in document.arguments]
    unmet = len({target for treatment in document.arguments for target in treatment.adverse_unmet})
    told = ", ".join(f"{of.count(word)} {_WORDS[word]}" for word in _ORDER)
    return (
        f"forum {document.forum}, State {document.state or 'not known'}: {told}; adverse authorities not met: {unmet}"
    )


def _text(x: float, y: float, text: str, *, whole: str = "", size: int = 12, weight: str = "", ink: str = "") -> str:
    """*text*, with *whole* shown where a reader rests on it."""
    style = (f' font-size="{size}"' if size != 12 else "") + (f' font-weight="{weight}"' if weight else "")
    style += f' fill="{ink}"' if ink else ""
    title = f"<title>{escape(shown(whole))}</title>" if whole and whole != text else ""
    return f'<text x="{x:g}" y="{y:g}"{style}>{title}{escape(shown(text))}</text>'


def _line(x1: float, y1: float, x2: float, y2: float, ink: str) -> str:
    return f'<line x1="{x1:g}" y1="{y1:g}" x2="{x2:g}" y2="{y2:g}" stroke="{ink}"/>'
