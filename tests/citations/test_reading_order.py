"""Notes are read at their marks, not at the end of the file."""

import pytest

from refoulement_lint.citations.reading_order import ReadingOrder
from refoulement_lint.model import Block, Span

FULL = "Hirsi Jamaa and Others v. Italy [GC], no. 27765/09, § 74, ECHR 2012"
NOTE = Block(Span(100, 140), "footnote", "footnote 1", reads_at=20)


class TestReadingOrder:
    def test_note_at_its_mark(self):
        """
        A note comes after the words before its mark and before those behind it.
        """
        order = ReadingOrder.of((Block(Span(0, 90)), NOTE))

        assert [5, 19, 100, 139, 20, 60] == sorted([5, 19, 20, 60, 100, 139], key=order.place)

    def test_no_notes(self):
        """
        Without notes the order is that of the text.
        """
        assert ReadingOrder.of((Block(Span(0, 90)),)).before(3, 4)


@pytest.fixture
def back_references(found):
    """The text of what each short form of a draft refers to, ``None`` where nothing before it can be meant."""

    def of(text):
        written = [each.written for each in found(text)]
        by_span = {each.span: each.text for each in written}
        return [by_span.get(each.refers_to) for each in written if each.form in ("short", "ibid")]

    return of


class TestBackReferences:
    def test_full_citation_in_a_note_above(self, back_references):
        """
        "Cited above" in the text finds the full citation of a note whose mark stands above.
        """
        text = (
            f"The ship was Italian.[^1]\n\nThere is no doubt (Hirsi Jamaa and Others, cited above).\n\n[^1]: {FULL}.\n"
        )

        assert ["Hirsi Jamaa and Others v. Italy"] == back_references(text)

    def test_full_citation_in_a_note_below(self, back_references):
        """
        One whose mark comes later is not above.
        """
        text = (
            f"There is no doubt (Hirsi Jamaa and Others, cited above).\n\nThe ship was Italian.[^1]\n\n[^1]: {FULL}.\n"
        )

        assert [None] == back_references(text)

    def test_note_before_the_full_citation_of_the_text(self, back_references):
        """
        "Cited above" in a note does not find what the text cites only behind the note's mark.
        """
        text = f"The ship was Italian.[^1]\n\nSee {FULL}.\n\n[^1]: Hirsi Jamaa and Others, cited above, § 70.\n"

        assert [None] == back_references(text)

    def test_ibid_in_a_note(self, back_references):
        """
        "Ibid." in a note means what the note before it cited, and in the first note what stands before its mark.
        """
        after_a_note = f"One.[^1] Two.[^2]\n\n[^1]: {FULL}.\n\n[^2]: Ibid., § 75.\n"
        after_the_text = (
            f"See {FULL}.[^1]\n\nAnd M.S.S. v. Belgium and Greece [GC], no. 30696/09.\n\n[^1]: Ibid., § 75.\n"
        )

        assert ["Hirsi Jamaa and Others v. Italy"] == back_references(after_a_note)
        assert ["Hirsi Jamaa and Others v. Italy"] == back_references(after_the_text)

    def test_never_introduced(self, back_references):
        """
        "And Others, cited above" is a reference to a case even where nothing has introduced its name.
        """
        assert [None] == back_references("See Medvedyev and Others, cited above, § 67.")
        assert [None] == back_references("That was so (Kovács and Others (cited above), § 3).")
        assert [] == back_references("The States and others, cited above, have said so.")
        assert ["Hirsi Jamaa and Others v. Italy"] == back_references(f"{FULL}. Hirsi Jamaa and Others, cited above.")

    @pytest.mark.parametrize(
        "sends_back",
        [
            "In the above-mentioned case of *Kovesi* it was so.",
            "In der Sache war es so. Im oben genannten Urteil *Kovesi* steht es.",
            "W powołanym wyżej wyroku *Kovesi* tak orzeczono.",
            "Из упомянутого выше дела *Ковешиной* это следует.",
        ],
    )
    def test_never_introduced_and_named_behind(self, back_references, sends_back):
        """
        What sends back may stand before the name; a court's or a party's is none, nor one that has been named.
        """
        assert [None] == back_references(f"{FULL}. {sends_back}")
        assert [] == back_references(f"{FULL}. {sends_back.replace('*', '')}")

    def test_full_citation_in_the_note_of_the_same_sentence(self, back_references):
        """
        A name whose own note says it in full is introduced, however the note's mark stands in the sentence.
        """
        note = f"\n\n[^1]: {FULL}.\n"

        assert ["Hirsi Jamaa and Others v. Italy"] == back_references(f"Under *Hirsi Jamaa*[^1] nobody is left.{note}")
        assert ["Hirsi Jamaa and Others v. Italy"] == back_references(
            f"As held in *Hirsi Jamaa*, the sea is no empty place.[^1] More follows.{note}"
        )
        assert [None] == back_references(f"Under *Hirsi Jamaa* nobody is left. Other words.[^1]{note}")
