from __future__ import annotations

import time

import attrs
import pytest

from refoulement_lint.checks import Context, quotation
from refoulement_lint.checks.alignment import read_quotation
from refoulement_lint.model import Block, OfficialText, Quotation, Span
from tests.checks.drafts import FakeLaw, cited, draft, rule, run, words_of

CSR33 = OfficialText(
    "CSR51:33(1)",
    "en",
    "No Contracting State shall expel or return (“refouler”) a refugee in any manner whatsoever to the frontiers of "
    "territories where his life or freedom would be threatened on account of his race, religion, nationality, "
    "membership of a particular social group or political opinion.",
    "a print of the treaty",
)
ECHR3 = OfficialText(
    "ECHR:3",
    "en",
    "No one shall be subjected to torture or to inhuman or degrading treatment or punishment.",
    "a print",
)
ECHR15 = OfficialText(
    "ECHR:15(1)",
    "en",
    "Any High Contracting Party may take measures derogating from its obligations under this Convention to the extent "
    "strictly required by the exigencies of the situation, provided that such measures are not inconsistent with its "
    "other obligations under international law.",
    "a print",
)
LAW = FakeLaw(official=(CSR33, ECHR3, ECHR15))
RULES = tuple(
    rule("quotation", f"quotation/{fault}", message="{written}|{official}|{missing}", fault=fault)
    for fault in ("words", "operator", "cut", "proviso", "other-provision")
)


def faults(quotation: str, target: str | None = "ECHR:3", before: str = "Article X reads: ") -> list[tuple[str, str]]:
    text = f'{before}"{quotation}"'
    citations = [cited(text, "Article X", target)] if target else []
    findings = run(draft(text, *citations), *RULES, law=LAW)
    return [(finding.rule.removeprefix("quotation/"), text[finding.start : finding.end]) for finding in findings]


class TestExact:
    def test_word_for_word(self):
        """The text itself is no fault."""
        assert [] == faults("No one shall be subjected to torture or to inhuman or degrading treatment or punishment.")

    def test_typography(self):
        """Capitals, commas and digits are not compared."""
        assert [] == faults("NO ONE shall be subjected to torture, or to inhuman or degrading treatment, or punishment")

    def test_part_of_the_sentence(self):
        """A quotation begins and ends where it likes."""
        assert [] == faults("subjected to torture or to inhuman or degrading treatment")

    def test_ellipsis(self):
        """Three dots stand for anything."""
        assert [] == faults("No one shall be subjected to … degrading treatment or punishment.")

    def test_brackets(self):
        """Words in brackets are the author's."""
        assert [] == faults("[N]o one shall be subjected to torture or to inhuman [and cruel] treatment or punishment.")

    def test_quotation_inside(self):
        """Marks inside a quotation neither end it nor hide the words between them."""
        opening = "No Contracting State shall expel or return"
        behind = "a refugee in any manner whatsoever to the frontiers of territories"

        assert [] == faults(f'{opening} ("refouler") {behind}', "CSR51:33(1)")
        assert [("words", "extradite")] == faults(f'{opening} ("extradite") {behind}', "CSR51:33(1)")

    def test_short(self):
        """Four words are a turn of phrase."""
        assert [] == faults("torture or cruel treatment")

    def test_unknown_provision(self):
        """Nothing is said about a text that the register does not have."""
        assert [] == faults("Everyone has the right to liberty and security of his person at all times.", "ECHR:5(1)")


class TestFaults:
    def test_word_put_in(self):
        """A word that the provision does not have."""
        got = faults("No one shall be subjected to torture or to cruel, inhuman or degrading treatment or punishment.")

        assert [("words", "cruel")] == got

    def test_operator(self):
        """ "Should" for "shall" turns a prohibition into advice."""
        got = faults("No one should be subjected to torture or to inhuman or degrading treatment or punishment.")

        assert [("operator", "should")] == got

    def test_words_left_out(self):
        """Left out in silence."""
        got = faults(
            "No Contracting State shall expel or return ('refouler') a refugee to the frontiers of territories where "
            "his life or freedom would be threatened",
            "CSR51:33(1)",
        )

        assert [("cut", "refugee to")] == got

    def test_proviso(self):
        """The quotation stops before "provided that"."""
        got = faults("to the extent strictly required by the exigencies of the situation", "ECHR:15(1)")

        assert [("proviso", "of the situation")] == got

    def test_negation_cut_off(self):
        """The opening "No" is dropped."""
        got = faults("Contracting State shall expel or return a refugee in any manner whatsoever", "CSR51:33(1)")

        assert ("operator", "Contracting") in got

    def test_other_provision(self):
        """The words of Article 3 under the name of Article 33."""
        quotation = "No one shall be subjected to torture or to inhuman or degrading treatment or punishment."

        assert [("other-provision", quotation)] == faults(quotation, "CSR51:33(1)")

    def test_without_attribution(self):
        """A close match of some length is held against the provision it comes from."""
        got = faults("No one should be subjected to torture or to inhuman or degrading treatment or punishment.", None)

        assert [("operator", "should")] == got

    def test_fix(self):
        """The edit puts the official words in, with a neighbour on each side where nothing stood."""
        text = 'Article X: "No one shall be subjected to torture or to cruel, inhuman or degrading treatment."'
        finding = run(draft(text, cited(text, "Article X", "ECHR:3")), *RULES, law=LAW)[0]
        edit = finding.fix.edits[0]

        assert ("to cruel, inhuman", "to inhuman") == (text[edit.span.start : edit.span.end], edit.replacement)


class TestLimits:
    def test_marks_without_end(self):
        """A hundred thousand quotation marks cost no more than their number."""
        text = '" a' * 100_000
        start = time.process_time()

        assert [] == run(draft(text), *RULES, law=LAW)
        assert time.process_time() - start < 5

    def test_marks_that_only_open(self):
        """Neither do a hundred thousand that stand like opening ones: at most some are passed over for each."""
        text = '"a ' * 100_000

        assert [] == run(draft(text), *RULES, law=LAW)

    def test_segments(self):
        """Brackets and dots part a quotation; "[t]he" does not."""
        text = "[T]he State [of origin] shall not ... return"
        segments = read_quotation(text, Span(0, len(text))).segments

        assert [["the", "state"], ["shall", "not"], ["return"]] == [[word.folded for word in one] for one in segments]


def test_words_are_those_of_the_draft():
    """What a finding marks is text of the draft."""
    text = 'Article X: "No one should be subjected to torture or to inhuman or degrading treatment or punishment."'

    assert ["should"] == words_of(run(draft(text, cited(text, "Article X", "ECHR:3")), *RULES, law=LAW), text)


class TestAttribution:
    def test_lead_in_of_the_paragraph_before(self):
        """A paragraph that ends with a colon names what the next one quotes, whatever comes after."""
        quotation = "No one should be subjected to torture or to inhuman or degrading treatment or punishment."
        text = f'Article X provides:\n\n"{quotation}"\n\nArticle Y is another.'
        blocks = (Block(Span(0, 19)), Block(Span(21, 23 + len(quotation))), Block(Span(25 + len(quotation), len(text))))
        one = draft(text, cited(text, "Article X", "ECHR:3"), cited(text, "Article Y", "CSR51:33(1)"), blocks=blocks)

        assert ["should"] == words_of(run(one, *RULES, law=LAW), text)

    def test_exact_words_without_a_name(self):
        """The exact words of a provision are right where no other one is named for them."""
        text = 'It breached Article X. "No one shall be subjected to torture or to inhuman or degrading treatment."'

        assert [] == run(draft(text, cited(text, "Article X", "CSR51:33(1)")), *RULES, law=LAW)

    def test_single_marks(self):
        """British drafts quote in single marks; an apostrophe is none."""
        quotation = "No one should be subjected to torture or to inhuman or degrading treatment"
        text = f"The applicants' case: Article X says '{quotation}'."

        assert ["should"] == words_of(run(draft(text, cited(text, "Article X", "ECHR:3")), *RULES, law=LAW), text)


def said(text: str, *rows: tuple[str, str, str], blocks: tuple[Block, ...] = (), law: FakeLaw = LAW) -> list[str]:
    """The words that findings mark in a draft that cites *rows*: words, target, kind."""
    citations = [cited(text, words, target, kind=kind) for words, target, kind in rows]
    return words_of(run(draft(text, *citations, blocks=blocks), *RULES, law=law), text)


WRONG = "No one shall be subjected to torture or to inhuman or degrading treatment or penalty."


def in_blocks(text: str, *kinds: str) -> tuple[Block, ...]:
    """The paragraphs of *text*, of these kinds."""
    blocks, start = [], 0
    for paragraph, kind in zip(text.split("\n\n"), kinds, strict=True):
        blocks.append(Block(Span(start, start + len(paragraph)), kind))
        start += len(paragraph) + 2
    return tuple(blocks)


class TestBelowAHeading:
    @pytest.mark.parametrize("number", ["", "4.7 ", "(1) ", "12. ", "- "])
    def test_heading(self, number):
        """What stands in marks at the beginning of a section is of the provision that heads it."""
        text = f'Article X\n\n{number}"{WRONG}" The rest is ours.'
        row = ("Article X", "ECHR:3", "provision")

        assert ["penalty"] == said(text, row, blocks=in_blocks(text, "heading", "body"))

    def test_line_that_names_and_no_more(self):
        """A line of its own, "Article X. What it is about", is a heading by its looks."""
        text = f"Article X. Prohibition of torture\n\n{WRONG}"
        row = ("Article X", "ECHR:3", "provision")

        assert ["penalty"] == said(text, row, blocks=in_blocks(text, "body", "quotation"))

    def test_line_inside_the_quotation(self):
        """The name above the words, quoted with them, is none of the words."""
        text = f"Article X – Prohibition of torture\n{WRONG}"
        row = ("Article X", "ECHR:3", "provision")

        assert ["penalty"] == said(text, row, blocks=in_blocks(text, "quotation"))

    @pytest.mark.parametrize(
        "words",
        [
            '"They beat us at the river with sticks and took all our telephones away", says the witness.',
            '"The State must examine each case of its own motion and with care" (Article Y).',
            '"Any High Contracting Party may take measures derogating from its obligations under this Convention" '
            "(Article Y).",
            '"Any High Contracting Party may take measures derogating from its obligations under this Convention",'
            " says Article Y.",
        ],
    )
    def test_anybody_may_be_quoted(self, words):
        """A section on an article quotes witnesses, courts and other articles."""
        text = f"Article X\n\n{words} So much for Article Y."
        rows = ("Article X", "ECHR:3", "provision"), ("Article Y", "ECHR:15(1)", "provision")
        rules = (*RULES, rule("quotation", "quotation/none", message="{written}", fault="not-there"))
        citations = [cited(text, words, target, kind=kind) for words, target, kind in rows]
        one = draft(text, *citations, blocks=in_blocks(text, "heading", "body"))

        assert [] == words_of(run(one, *rules, law=LAW), text)

    def test_sentence_that_begins_with_a_name(self):
        """A paragraph is no heading because it begins with an article: it may be about anything."""
        long = "Article X was discussed by the parties at length, and neither of them has said much about its words"
        text = f'{long} so far\n\n"Collective expulsion of persons is a thing that we prohibit."'

        assert [] == said(text, ("Article X", "ECHR:3", "provision"), blocks=in_blocks(text, "body", "body"))


class TestTranslations:
    OLD = OfficialText(
        "CSR51:33(1)", "en", "Nobody may send back a refugee to where his life is in danger.", "a", verified=True
    )
    NEW = OfficialText(
        "CSR51:33(1)", "en", "It is forbidden to return a person to places that threaten his life.", "b", verified=True
    )
    BOTH = FakeLaw(official=(OLD._replace(translation=True), NEW._replace(translation=True)))

    @pytest.mark.parametrize("text", [OLD.text, NEW.text])
    def test_each_is_right(self, text):
        assert [] == said(f'Article X: "{text}"', ("Article X", "CSR51:33(1)", "provision"), law=self.BOTH)

    def test_a_word_of_one(self):
        text = f'Article X: "{self.NEW.text.replace("threaten", "protect")}"'

        assert ["protect"] == said(text, ("Article X", "CSR51:33(1)", "provision"), law=self.BOTH)

    def test_third_one(self):
        """A translation that is not held is no misquotation of the one that is."""
        text = 'Article X: "Nobody may send a fugitive home to a place where he would be in danger for his life."'

        assert [] == said(text, ("Article X", "CSR51:33(1)", "provision"), law=self.BOTH)
        assert ["no-source"] == [one.verdict for one in self.told(text)]

    def test_another_edition(self):
        """Nor is one that has other words in many places, or in a long one."""
        for words in (("return", "send"), ("places", "countries")):
            assert len(said(self.quoting(words), ("Article X", "CSR51:33(1)", "provision"), law=self.BOTH)) == 1
        for words in (
            ("to places that threaten his life", "to where it would cost him his life"),
            ("forbidden", "wrong", "person", "man", "threaten", "endanger"),
        ):
            assert [] == said(self.quoting(words), ("Article X", "CSR51:33(1)", "provision"), law=self.BOTH)

    def quoting(self, words: tuple[str, ...]) -> str:
        """A draft that quotes a translation with some of its words exchanged."""
        text = self.NEW.text
        for old, new in zip(words[::2], words[1::2], strict=True):
            text = text.replace(old, new)
        return f'Article X: "{text}"'

    def told(self, text: str) -> list[Quotation]:
        """What came of the quotations of a draft."""
        law = self.BOTH
        one = draft(text, cited(text, "Article X", "CSR51:33(1)"))
        seen = Context(registers=law, document=one.document)
        list(quotation.check(one, RULES, seen))
        return [each.told for each in quotation.quoted_in(seen)]


def test_from_memory():
    """A text that nobody has held against a print is a reason to look, and no more."""
    text = f'Article X: "{WRONG}"'
    one = draft(text, cited(text, "Article X", "ECHR:3"))
    read = FakeLaw(official=(ECHR3._replace(verified=True),))

    grave = [attrs.evolve(each, severity="error") for each in RULES]

    assert ["note"] == [each.severity for each in run(one, *grave, law=LAW)]
    assert ["error"] == [each.severity for each in run(one, *grave, law=read)]


class TestParagraphs:
    FIRST = OfficialText("CFR:19(1)", "en", "Collective expulsions of any kind are prohibited in this Union.", "a")
    SECOND = OfficialText("CFR:19(2)", "en", "No one may be removed to a State where there is a serious risk.", "a")
    LAW = FakeLaw(official=(FIRST, SECOND))

    @pytest.mark.parametrize("numbers", ["1. {} 2. {}", "(1) {}\n(2) {}", "{} (2) {}"])
    def test_one_after_the_other(self, numbers):
        """The paragraphs of an article, quoted in their order, join nothing; a word changed in one is found."""
        row = ("Article X", "CFR:19(1)", "provision")
        right, wrong = self.SECOND.text, self.SECOND.text.replace("serious", "real")

        assert [] == said(f'Article X: "{numbers.format(self.FIRST.text, right)}"', row, law=self.LAW)
        assert ["real"] == said(f'Article X: "{numbers.format(self.FIRST.text, wrong)}"', row, law=self.LAW)


def test_last_word_behind_words_left_out():
    """The sentence goes on to its last word: what is between is left out, and the word is no other."""
    words = (
        "the frontiers of territories where his life or freedom would be threatened on account of his race, religion"
    )

    assert [("cut", "religion, opinion")] == faults(f"{words}, opinion", "CSR51:33(1)")
    assert [("words", "gender")] == faults(f"{words}, gender", "CSR51:33(1)")


def test_another_treaty_of_the_same_number():
    """An instrument misread: the words under that number, almost the same in another treaty, show which was meant."""
    wrong = CSR33.text.replace("freedom", "safety").replace("“refouler”", "refouler")

    assert [("words", "safety")] == faults(wrong, "ECHR:33(1)")
    assert [] == faults(wrong, "ECHR:34(1)")


def test_prints():
    """Capitals without accents, the Swiss "ss", a Russian "е" for "ё" are no other words."""
    law = FakeLaw(
        official=(ECHR3._replace(text="Les États ne font peser sur eux daß je unterworfen определённой так"),)
    )
    text = 'Article X: "Les Etats ne font peser sur eux dass je unterworfen определенной так"'

    assert [] == said(text, ("Article X", "ECHR:3", "provision"), law=law)
