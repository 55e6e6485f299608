"""Where a paragraph of a Word file is, said so that somebody finds it in Word."""

from __future__ import annotations

from attrs import Factory, define

from refoulement_lint.late import late

_LONGEST_HEADING = 60
# "6. The applicants", "6) The": a number that somebody typed.
_TYPED = late(r"\s*(\d{1,3})[.)]\s")


@define(eq=False, repr=False)
class Places:
    """
    Gathers the paragraphs of one document in order, and then says where each of them is.

    A brief whose paragraphs are numbered is quoted by those numbers; of others the paragraphs of the text are counted,
    without headings, tables and notes. The heading above is added, because numbers may begin anew below it.
    """

    rows: list[tuple[str, str, str, str]] = Factory(list)
    """Of each paragraph: its kind, the place that is known already, its number, the heading that it stands under."""
    heading: str = ""

    def add(self, kind: str, line: str, place: str, number: str) -> None:
        """One more paragraph: *place* when it is a cell or a note, *number* when Word prints one before it."""
        if kind == "heading":
            self.heading = _short(line)
        typed = _TYPED.match(line) if kind == "body" and not number else None
        self.rows.append((kind, place, number or (typed[1] if typed else ""), self.heading))

    def told(self) -> list[str]:
        """The place of each paragraph: ``paragraph 20, under “B.2. Article 3”``."""
        in_text = [number for kind, place, number, _ in self.rows if not place and kind == "body"]
        # A list of three items in a letter does not number its paragraphs.
        numbered = 2 * sum(map(bool, in_text)) >= len(in_text) > 0
        told: list[str] = []
        last, count = "", 0
        for kind, place, number, heading in self.rows:
            under = f", under “{heading}”" if heading else ""
            if place:
                told.append(place if place.startswith(("footnote", "endnote")) else place + under)
            elif kind == "heading":
                told.append(f"heading “{heading}”")
            elif not numbered:
                count += 1
                told.append(f"paragraph {count}{under}")
            else:
                last = number or last
                told.append(
                    (f"paragraph {last}" if number else f"below paragraph {last}" if last else "the text") + under
                )
        return told


def _short(line: str) -> str:
    words = " ".join(line.split())
    if len(words) <= _LONGEST_HEADING:
        return words
    return words[:_LONGEST_HEADING].rpartition(" ")[0].rstrip(",;:") + " …"
