from __future__ import annotations

from datetime import date

import pytest

from refoulement_lint.model import Adoption, Comparison, Part
from tests.checks.drafts import FakeLaw, at, cited, draft, rule, run, words_of

DATE = rule("provision", "provision/date", message="{written}|{registered}", fault="wrong-date", silenced_by=("force",))
LAW = FakeLaw(
    adopted={"CSR51": Adoption(date(1951, 7, 28), date(1954, 4, 22), "a print")},
    not_bound=frozenset({("ECHR-P4", "GRC")}),
)


class TestDate:
    @pytest.mark.parametrize(
        ("written", "wrong"),
        [
            ("of 28 July 1951", []),
            ("of 28 July 1954", ["28 July 1954"]),
            (", July 28, 1954", ["July 28, 1954"]),
            ("of 22 April 1954", ["22 April 1954"]),
            ("which entered into force on 22 April 1954", []),
            ("was pleaded on 3 May 2021", []),
            (". 28 July 1954 was a Wednesday", []),
            ("sporządzonej w Genewie dnia 28 lipca 1954 r.", ["28 lipca 1954"]),
        ],
    )
    def test_slip(self, written: str, wrong: list[str]):
        """A date straight behind the name, right but for one part, or the day of entry into force."""
        text = f"See the Refugee Convention {written}."
        one = draft(text, cited(text, "Refugee Convention", "CSR51", "instrument"))

        assert wrong == words_of(run(one, DATE, law=LAW), text)

    def test_fix(self):
        """Only the wrong figure changes."""
        text = "See the Refugee Convention, July 28, 1954."
        finding = run(draft(text, cited(text, "Refugee Convention", "CSR51", "instrument")), DATE, law=LAW)[0]

        assert ["July 28, 1951"] == [edit.replacement for edit in finding.fix.edits]


class TestStructure:
    RULE = rule(
        "provision",
        "provision/unnumbered",
        message="{written}: {exists}.",
        fault="unnumbered",
        without=("({n}) =", "straipsnio {n} dalis = straipsnis"),
    )

    def test_without_number(self):
        """Where paragraphs have no numbers the article alone is offered."""
        text = "Article 72(2) TFEU applies."
        span = at(text, "Article 72(2) TFEU")
        citation = cited(
            text,
            "Article 72(2) TFEU",
            "TFEU:72(2)",
            parts=(Part("article", at(text, "Article 72(2)"), "72(2)"), Part("instrument", at(text, "TFEU"), "TFEU")),
            compared=(Comparison("article", "unnumbered", span, "72(2)", "Article 72 has no numbered paragraphs."),),
        )
        finding = run(draft(text, citation), self.RULE)[0]

        assert "Article 72(2) TFEU: Article 72 has no numbered paragraphs." == finding.message
        assert "Article 72 TFEU" == finding.fix.edits[0].replacement

    @pytest.mark.parametrize(
        ("written", "target", "left"),
        [
            ("SESV 72 straipsnio 2 dalis", "TFEU:72(2)", "SESV 72 straipsnis"),
            ("Article 15(1)(b) of the Directive", "EU:2011/95:15(1)(b)", "Article 15(b) of the Directive"),
            ("Article 72, second paragraph, TFEU", "TFEU:72(2)", None),
            ("Article 72 TFEU", "TFEU:72", None),
        ],
    )
    def test_what_is_left(self, written, target, left):
        """The head takes the place of the paragraph, points stay, and what no form writes is left alone."""
        text = f"{written} applies."
        compared = (Comparison("article", "unnumbered", at(text, written), "", "No numbered paragraphs."),)
        parts = (Part("article", at(text, written), target.rpartition(":")[2]),)
        finding = run(draft(text, cited(text, written, target, parts=parts, compared=compared)), self.RULE)[0]

        assert left == (finding.fix and finding.fix.edits[0].replacement)


class TestNotBound:
    RULE = rule("provision", "provision/not-bound", message="{state}", fault="not-bound", instruments=("ECHR-P4",))
    TEXT = "It violated Article 4 of Protocol No. 4."

    @pytest.mark.parametrize(("state", "said"), [("GRC", 1), ("POL", 0), (None, 0)])
    def test_state(self, state: str | None, said: int):
        """Only for a State that the register says is not bound."""
        one = draft(self.TEXT, cited(self.TEXT, "Article 4 of Protocol No. 4", "ECHR-P4:4"), state=state)

        assert said == len(run(one, self.RULE, law=LAW))

    def test_judgment_about_another_state(self):
        """A sentence with a judgment tells what was decided elsewhere."""
        text = "In Sharifi Article 4 of Protocol No. 4 was violated."
        one = draft(
            text,
            cited(text, "Sharifi", "ecthr:16643/09", "short-form"),
            cited(text, "Article 4 of Protocol No. 4", "ECHR-P4:4"),
            state="GRC",
        )

        assert [] == run(one, self.RULE, law=LAW)


CLAIM = rule(
    "provision",
    "provision/claim",
    message="{written}: {meant}",
    fault="wrong-article",
    provisions=("CRC:9",),
    phrases=("best interests ..8 primary",),
    silenced_by=("separat*",),
    meant="CRC:3(1)",
    write="Article 3(1) CRC",
    bare=True,
)


class TestWrongArticle:
    @pytest.mark.parametrize(
        ("text", "cites", "found"),
        [
            ("The best interests are primary: Article 9 CRC.", {"Article 9 CRC": "CRC:9"}, True),
            ("The best interests are primary: Article 9(2) CRC.", {"Article 9(2) CRC": "CRC:9(2)"}, True),
            ("If separated, the best interests are primary: Article 9 CRC.", {"Article 9 CRC": "CRC:9"}, False),
            ("Article 9 CRC is about parents.", {"Article 9 CRC": "CRC:9"}, False),
            (
                "The best interests are primary: Article 3 CRC with Article 9 CRC.",
                {"Article 3 CRC": "CRC:3", "Article 9 CRC": "CRC:9"},
                False,
            ),
            (
                "The best interests are primary under Article 24 of the Charter, and the parents plead Article 9 CRC.",
                {"Article 24 of the Charter": "CFR:24", "Article 9 CRC": "CRC:9"},
                False,
            ),
            (
                "The best interests are primary under Article 24 of the Charter and Article 9 CRC.",
                {"Article 24 of the Charter": "CFR:24", "Article 9 CRC": "CRC:9"},
                True,
            ),
        ],
    )
    def test_claim_stands_alone_and_near(self, text: str, cites: dict[str, str], found: bool):
        """The claim is of the article nearest to it, and of no other article of the same instrument."""
        one = draft(text, *(cited(text, words, target) for words, target in cites.items()))

        assert (["Article 9"] if found else []) == [words[:9] for words in words_of(run(one, CLAIM, law=LAW), text)]
