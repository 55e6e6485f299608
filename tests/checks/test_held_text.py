"""Words quoted from a decision, held against the text of it in the user's own corpus."""

from __future__ import annotations

import pytest

from refoulement_lint.checks import Context
from refoulement_lint.checks.kinds import KINDS
from refoulement_lint.formats import markdown
from refoulement_lint.model import Authority, Draft, HeldText, OfficialText
from tests.checks.drafts import DAY, FakeLaw, cited, rule

TARGET = "ecthr:99123/24"
TEXT = (
    "1. The applicants were taken to the fence at night and told to walk.",
    "2. A State which returns a person without any record makes it impossible for a court to see afterwards what"
    " happened. The applicants, who had no lawyer (see paragraph 1 above), could not complain.",
    "3. The duty to examine a request for protection shall not depend on the words in which it was made, unless the"
    " person was heard by an official.",
    "4. It follows that the duty was not met. The border guards wrote nothing down.",
    "5. Nobody asked the applicants where they would sleep or what they feared.",
)
ECHR3 = OfficialText(
    "ECHR:3",
    "en",
    "No one shall be subjected to torture or to inhuman or degrading treatment or punishment.",
    "a print",
)
RULES = tuple(
    rule("quotation", f"quotation/{fault}", message="{written}|{official}|{missing}", fault=fault)
    for fault in ("words", "operator", "cut", "proviso", "other-provision", "other-paragraph", "nowhere")
)


def held(paragraphs=TEXT, *, language="en", ecli="", labels="§ {}"):
    return HeldText(
        "Imaginary v. Malta",
        ecli,
        language,
        tuple(
            OfficialText(TARGET, language, text, "imaginary.txt", labels.format(number))
            for number, text in enumerate(paragraphs, start=1)
        ),
    )


def faults(text, *, texts=None, pinpoint=None, language="en", authority=None, more=()):
    """What is said of a draft that cites the decision as "Imaginary": fault and words."""
    document = markdown.of(text)
    reading = document.text
    citations = []
    if "Imaginary" in reading:
        citations.append(cited(reading, "Imaginary", TARGET, kind="short-form", pinpoint=pinpoint, authority=authority))
    citations += [cited(reading, words, target, kind) for words, target, kind in more if words in reading]
    citations.sort(key=lambda citation: citation.span)
    draft = Draft(document=document, citations=tuple(citations), on=DAY, language=language)
    known = {TARGET: (held(),) if texts is None else texts}
    context = Context(
        registers=FakeLaw(official=(ECHR3,)),
        document=document,
        held=lambda target: known.get(target, ()),
    )
    found = KINDS["quotation"].check(draft, RULES, context)
    return [(finding.rule.removeprefix("quotation/"), reading[finding.start : finding.end]) for finding in found]


class TestExact:
    @pytest.mark.parametrize(
        "text",
        [
            "In Imaginary the Court said “nobody asked the applicants where they would sleep or what they feared”.",
            "“Nobody asked the applicants … what they feared” (Imaginary, § 5).",
            "“[N]obody asked [them] where they would sleep or what they feared” (Imaginary).",
            "See Imaginary:\n\n> Nobody asked the applicants where they would sleep or what they feared.",
            "> Nobody asked the applicants where they would sleep or what they feared.\n\n(Imaginary, § 5)",
            "“It follows that the duty was not met. The border guards wrote nothing down.” (Imaginary, § 4)",
            # over the edge of a paragraph
            "“The border guards wrote nothing down. Nobody asked the applicants where they would sleep” (Imaginary).",
            # the reference in brackets is left out, and the draft says so
            "“The applicants, who had no lawyer, could not complain” (Imaginary, § 2, citations omitted).",
            # a term, not a quotation
            "The Court spoke in Imaginary of a “fence in the night”.",
        ],
    )
    def test_nothing_is_said(self, text):
        """
        The words themselves, with what a quotation may leave out and put in, are no fault.
        """
        assert [] == faults(text)

    def test_official_text(self):
        """
        A provision quoted beside a decision is the provision's.
        """
        text = f"“{ECHR3.text.removesuffix('.')}”, as Imaginary shows."

        assert [] == faults(text)


class TestFaults:
    @pytest.mark.parametrize(
        ("text", "found"),
        [
            (
                "“Nobody asked the applicants where they would live or what they feared” (Imaginary).",
                [("words", "live")],
            ),
            (
                "In Imaginary: “The duty to examine a request for protection shall depend on the words in which it was"
                " made, unless the person was heard by an official.”",
                [("operator", "shall depend")],
            ),
            (
                "In Imaginary: “The duty to examine a request for protection shall not depend on the words in which it"
                " was made.”",
                [("proviso", "it was made")],
            ),
            (
                "“Nobody asked the applicants what they feared”, said the Court in Imaginary.",
                [("cut", "applicants what")],
            ),
            (
                "The Court said in Imaginary that “a person who whispers at a fence has asked for all that he needs”.",
                [("nowhere", "a person who whispers at a fence has asked for all that he needs")],
            ),
        ],
    )
    def test_is_said(self, text, found):
        """
        A word changed, a negation lost, a proviso or words cut, and words that are not there at all.
        """
        assert found == faults(text)

    @pytest.mark.parametrize(
        ("pinpoint", "found"),
        [
            ("§ 5", []),
            ("§§ 4-6", []),
            ("§§ 1 and 5", []),
            (None, []),
            ("§ 4", [("other-paragraph", "Imaginary")]),
            ("§§ 1-3", [("other-paragraph", "Imaginary")]),
        ],
    )
    def test_pinpoint(self, pinpoint, found):
        """
        The paragraph named is the one in which the words stand, or one of several.
        """
        text = "“Nobody asked the applicants where they would sleep or what they feared” (Imaginary)."

        assert found == faults(text, pinpoint=pinpoint)

    def test_no_numbers_of_its_own(self):
        """
        A copy without the decision's own numbers says nothing of a pinpoint.
        """
        text = "“Nobody asked the applicants where they would sleep or what they feared” (Imaginary)."

        assert [] == faults(text, pinpoint="§ 4", texts=(held(labels="p. {}"),))


class TestSilence:
    NOWHERE = "The Court said in Imaginary that “a person who whispers at a fence has asked for all that he needs”."

    def test_not_held(self):
        """
        Of a decision that the corpus does not hold nothing is said.
        """
        assert [] == faults(self.NOWHERE, texts=())

    def test_another_language(self):
        """
        Words that are not there may be a translation, where the copy is in another language.
        """
        assert [] == faults(self.NOWHERE, texts=(held(language="fr"),))

    def test_something_else_is_named(self):
        """
        Words beside two sources may be those of the other one.
        """
        text = self.NOWHERE.replace("Imaginary", "Imaginary and in Other")

        assert [] == faults(text, more=(("Other", "ecthr:1/24", "case"),))

    def test_another_judgment_of_the_case(self):
        """
        The Grand Chamber is not held against the text of the Chamber.
        """
        authority = Authority(target=TARGET, title="Imaginary v. Malta", register="ecthr", ecli="ECLI:CE:ECHR:GC")

        assert [] == faults(self.NOWHERE, texts=(held(ecli="ECLI:CE:ECHR:CH"),), authority=authority)
        assert ["nowhere"] == [
            fault for fault, _ in faults(self.NOWHERE, texts=(held(ecli="ECLI:CE:ECHR:GC"),), authority=authority)
        ]

    def test_far_away(self):
        """
        A decision named in another sentence is not the source of the words.
        """
        text = f"{self.NOWHERE[:26]}much. A witness told us: “A person who whispers at a fence has asked for it all.”"

        assert [] == faults(text)


class TestReport:
    """A document that is no decision, named by its title."""

    REPORT = "corpus:winter"
    QUOTED = '"Nobody asked the applicants where they would hide or what they feared."'

    def verdicts(self, text, *, titled=(REPORT,), more=()):
        document = markdown.of(text)
        citations = tuple(cited(document.text, words, target, kind) for words, target, kind in more)
        context = Context(
            registers=FakeLaw(official=(ECHR3,)),
            document=document,
            held=lambda target: (held(),) if target == self.REPORT else (),
            titled=lambda words: titled if "Winter at the fence" in words else (),
        )
        draft = Draft(document=document, citations=citations, on=DAY, language="en")
        return [finding.rule.removeprefix("quotation/") for finding in KINDS["quotation"].check(draft, RULES, context)]

    @pytest.mark.parametrize(
        "text",
        [
            f"As Winter at the fence says: {QUOTED}",
            f"It was told so: {QUOTED} (Winter at the fence, p. 3).",
        ],
    )
    def test_named(self, text):
        """
        Before the words, or in a bracket behind them.
        """
        assert ["words"] == self.verdicts(text)

    def test_not_named(self):
        """
        Without its title, or with a decision beside it, the words may be anybody's.
        """
        assert [] == self.verdicts(f"As another report says: {self.QUOTED}")
        assert [] == self.verdicts(
            f"As Winter at the fence says after Imaginary: {self.QUOTED}", more=[("Imaginary", TARGET, "short-form")]
        )

    def test_nowhere(self):
        """
        What is found nowhere is said to be so where one document alone is named.
        """
        text = 'As Winter at the fence says: "the soldiers laughed at them and burned their passports in a barrel"'

        assert ["nowhere"] == self.verdicts(text)
        assert [] == self.verdicts(text, titled=(self.REPORT, "corpus:spring"))
