"""Wording, evidence, privacy, consistency, argument and input: what each of them must and must not say."""

from __future__ import annotations

import pytest
from attrs import evolve

from refoulement_lint.checks import Context
from refoulement_lint.checks.kinds import KINDS
from refoulement_lint.model import Block, Comparison, Fact, Part, Problem, Span, Support, Treatment, Written
from tests.checks.drafts import FakeLaw, at, cited, draft, rule, run, words_of


class TestWording:
    RULE = rule("wording", phrases=("weighed",), near=("risk",), not_near=("not",), write="measured")
    TEXT = "Security is weighed against the risk."

    def said(self, *, text: str = TEXT, **places: str):
        return run(draft(text), self.RULE, said={(self.RULE.name, name): (word,) for name, word in places.items()})

    def test_near(self):
        """Both phrases in one sentence."""
        assert ["weighed"] == words_of(self.said(phrases="weighed"), self.TEXT)
        assert [] == self.said(text="Security is weighed against the harm.", phrases="weighed")

    @pytest.mark.parametrize(("forum", "target"), [("cat", "CAT:3"), ("ecthr", "ECHR:3")])
    def test_target_before(self, forum, target):
        """What a finding is about is the provision of the forum."""
        words = {"phrases": ("weighed",), "target": "ECHR:3", "target_before": ("cat CAT:3",)}
        one = rule("wording", **words)
        findings = run(draft(self.TEXT, forum=forum), one, said={(one.name, "phrases"): ("weighed",)})

        assert [target] == [finding.target for finding in findings]

    def test_not_near(self):
        """A sentence that denies it."""
        text = "Security is not weighed against the risk."

        assert [] == self.said(text=text, phrases="weighed")

    def test_quoted(self):
        """Somebody else's words."""
        text = 'They say "Security is weighed against the risk".'

        assert [] == self.said(text=text, phrases="weighed")


class TestEvidence:
    RULE = rule("evidence", "evidence/figure", phrases=("900",), sources=("annex",), about=("at least",), digits=True)

    def said(self, text: str, **places: str):
        return run(draft(text), self.RULE, said={("evidence/figure", name): (word,) for name, word in places.items()})

    def test_bare(self):
        """A figure and nothing to open."""
        assert 1 == len(self.said("At least 900 people were returned. It was cold.", phrases="900"))

    def test_source_in_the_next_sentence(self):
        """The next sentence counts."""
        text = "At least 900 people were returned. The figure is in the annex."

        assert [] == self.said(text, phrases="900")

    def test_note(self):
        """A note behind the sentence counts."""
        assert [] == self.said("At least 900 people were returned.[^4]", phrases="900")


class TestPrivacy:
    def said(self, detail: str, text: str, **places: str):
        one = rule(
            "privacy",
            f"privacy/{detail}",
            message="{written} {claim}",
            detail=detail,
            anonymised=("anonymous",),
            phrases=("born",),
        )
        words = {"anonymised": "anonymous", **places}
        said = {(one.name, name): (word,) for name, word in words.items() if word in text}
        return words_of(run(draft(text), one, said=said), text)

    def test_e_mail(self):
        """An address; a lone sign is none."""
        assert ["a.b@example.org"] == self.said("e-mail", "He is anonymous: a.b@example.org, @ 5 euros.")

    def test_telephone(self):
        """With a plus sign and all its digits."""
        assert ["+48 601 234 567"] == self.said("telephone", "She is anonymous: +48 601 234 567, file 12/34.")

    def test_birth_date(self):
        """A full date behind "born"."""
        assert ["4 March 1999"] == self.said("birth-date", "He is anonymous, born on 4 March 1999.", phrases="born")

    def test_no_claim(self):
        """Without the claim nothing is said."""
        assert [] == self.said("e-mail", "Write to a.b@example.org.")


class TestTable:
    RULE = rule("consistency", "consistency/table", fault="table-unused")

    def test_unused(self):
        """An entry of the table that the text never cites."""
        text = "Saadi\n\nShahzad\n\nSee Shahzad again."
        blocks = (Block(Span(0, 5), "authorities"), Block(Span(7, 14), "authorities"), Block(Span(16, 34)))
        again = cited(text, "Shahzad", "ecthr:12625/17", "case")
        later = evolve(again, written=evolve(again.written, span=at(text, "Shahzad", 1), whole=at(text, "Shahzad", 1)))
        one = draft(text, cited(text, "Saadi", "ecthr:37201/06", "case"), again, later, blocks=blocks)

        assert ["Saadi"] == words_of(run(one, self.RULE), text)


class TestVersus:
    RULE = rule("consistency", "consistency/versus", fix="safe", fault="versus")

    def test_one_of_three(self):
        """ "c." among "v." in an English draft."""
        text = "A v. Spain; B v. Italy; C c. France."
        one = draft(text, *(cited(text, name, name, "case") for name in ("A v. Spain", "B v. Italy", "C c. France")))
        findings = run(one, self.RULE)

        assert ["C c. France"] == words_of(findings, text)
        assert "v." == findings[0].fix.edits[0].replacement


class TestShortForm:
    RULE = rule("consistency", "consistency/short", fault="short-form")

    def test_nothing_above(self):
        """The whole short form is marked, with its bracket."""
        text = "Since Chahal (cited above) it is absolute."
        span = at(text, "Chahal")
        citation = cited(
            text,
            "Chahal",
            "ecthr:22414/93",
            "short-form",
            parts=(Part("back", at(text, "cited above"), "cited above"),),
            compared=(Comparison("back", "unresolved", span, "Chahal", "Chahal v. the United Kingdom"),),
        )

        assert ["Chahal (cited above)"] == words_of(run(draft(text, citation), self.RULE), text)


class TestArgument:
    RULE = rule("argument", "argument/conduct", message="{facts}", argument="conduct")
    ADVERSE = rule("argument", "argument/adverse", message="{citation}", adverse=True)
    TEXT = "He crossed the forest and was pushed back."

    def findings(self, treatment: Treatment, *rules, weak: bool = False):
        facts = (
            Fact("irregular-entry", at(self.TEXT, "crossed the forest"), "crossed the forest", weak=weak),
            Fact("summary-return", at(self.TEXT, "pushed back"), "pushed back", weak=weak),
        )
        one = draft(self.TEXT, facts=facts, treatments=(treatment,))
        offered = Support(
            target="ecthr:8675/15", citation="N.D. and N.T.", says="Own conduct.", source="HUDOC", side="against"
        )
        context = Context(registers=FakeLaw(), document=one.document, support=lambda argument: (offered,))
        return list(KINDS["argument"].check(one, rules, context))

    def test_missing(self):
        """At the first fact that called for it, the other beside it, with support."""
        treatment = Treatment(id="conduct", called_for_by=("summary-return", "irregular-entry"))
        finding = self.findings(treatment, self.RULE)[0]

        assert "crossed the forest" == self.TEXT[finding.start : finding.end]
        assert (at(self.TEXT, "pushed back"),) == finding.related
        assert "a summary return and an irregular entry" == finding.message
        assert "ecthr:8675/15" == finding.support[0].target

    def test_partly(self):
        """Half made is a note."""
        treatment = Treatment(id="conduct", called_for_by=("summary-return",), treatment="partly")

        assert ["note"] == [finding.severity for finding in self.findings(treatment, self.RULE)]

    def test_question(self):
        """What the draft only hints at is a question; one fact that is plain is none, and is named alone."""
        asks = rule("argument", "argument/conduct", message="The draft tells of {facts}.", argument="conduct")
        hinted = Treatment(id="conduct", called_for_by=("summary-return", "irregular-entry"))

        weakly, plainly = self.findings(hinted, asks, weak=True), self.findings(hinted, asks)

        assert [("note", "The draft may tell of a summary return and an irregular entry.")] == [
            (finding.severity, finding.message) for finding in weakly
        ]
        assert [("warning", "The draft tells of a summary return and an irregular entry.")] == [
            (finding.severity, finding.message) for finding in plainly
        ]

    def test_made(self):
        """Made is silence."""
        assert [] == self.findings(Treatment(id="conduct", treatment="made"), self.RULE)

    def test_adverse(self):
        """The authority is the target, and is said once however many arguments it is against."""
        treatment = Treatment(
            id="conduct", called_for_by=("summary-return",), treatment="made", adverse_unmet=("ecthr:8675/15",)
        )
        findings = self.findings(treatment, self.ADVERSE)

        assert [("ecthr:8675/15", "conduct")] == [(finding.target, finding.argument) for finding in findings]


class TestInput:
    RULES = (
        rule("input", "input/macros", message="{says}", problem=("macros",)),
        rule("input", "input/other", message="{says}", problem=("*",)),
    )

    def test_every_problem_is_said(self):
        """A problem that no rule names goes to the rule for the rest."""
        one = draft("Text.")
        one = evolve(one, document=evolve(one.document, problems=(Problem("macros", "A."), Problem("new", "B."))))

        assert [("input/macros", "A."), ("input/other", "B.")] == [
            (finding.rule, finding.message) for finding in run(one, *self.RULES)
        ]


class TestForm:
    RULE = rule("form", "form/number", message="{written}|{canonical}", fix="safe", part="number", accept=("App no",))

    def said(self, text: str, label: str, *numbers: str) -> list[str]:
        parts = (
            Part("number-form", at(text, label), label.strip()),
            *(Part("number", at(text, one), one.replace("-", "/")) for one in numbers),
        )
        span = at(text, "A v. Spain")
        written = Written(
            span=span, whole=Span(0, len(text)), text="A v. Spain", kind="case", family="ecthr", parts=parts
        )
        citation = evolve(cited(text, "A v. Spain", "ecthr:1/10", "case"), written=written)
        return [finding.message for finding in run(draft(text, citation), self.RULE)]

    def test_dash(self):
        """A dash is not found by HUDOC."""
        assert ["no. 27765-09|no. 27765/09"] == self.said("A v. Spain, no. 27765-09", "no. ", "27765-09")

    def test_plural(self):
        """Two numbers need the plural."""
        got = self.said("A v. Spain, no. 1/10 and 2/10", "no. ", "1/10", "2/10")

        assert ["no. 1/10 and 2/10|nos. 1/10 and 2/10"] == got

    def test_oscola(self):
        """A style of its own, kept to."""
        assert [] == self.said("A v. Spain App no 1/10", "no ", "1/10")
