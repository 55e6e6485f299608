from __future__ import annotations

from refoulement_lint.model import Authority, Comparison, Part
from tests.checks.drafts import at, cited, draft, rule, run, words_of

MSS = Authority(
    target="ecthr:30696/09", title="M.S.S. v. Belgium and Greece", register="ecthr", numbers=("30696/09",),
    date="2011-01-21", link="https://hudoc.echr.coe.int/eng?i=001-103050",
)  # fmt: skip
TEXT = "See M.S.S. v. Belgium and Greece, no. 30696/09, 21 January 2012."
NAME = "M.S.S. v. Belgium and Greece"


def citation(*verdicts: tuple[str, str, str, str], text: str = TEXT):
    compared = tuple(
        Comparison(part, verdict, at(text, words), words, "the register's", proposal, MSS)
        for part, verdict, words, proposal in verdicts
    )
    return cited(
        text,
        NAME,
        "ecthr:30696/09",
        "case",
        authority=MSS,
        compared=compared,
        parts=(Part("name", at(text, NAME), NAME),),
    )


DATE = rule(
    "register", "authority/date", message="{written}: {registered} {title} {date}", part="date", verdict="differs"
)
NUMBER = rule("register", "authority/number", message="{name}", part="number", verdict="another-case")


class TestVerdicts:
    def test_asked_for(self):
        """The verdict that a rule asks for, at the part, with the row as the first reason."""
        finding = run(draft(TEXT, citation(("date", "differs", "21 January 2012", "21 January 2011"))), DATE)[0]

        assert "21 January 2012: the register's M.S.S. v. Belgium and Greece 21 January 2011" == finding.message
        assert "https://hudoc.echr.coe.int/eng?i=001-103050" == finding.because[0].source
        assert "21 January 2011" == finding.fix.edits[0].replacement

    def test_another_case_decides(self):
        """What else differs from a row that is not meant is not said."""
        one = draft(
            TEXT, citation(("number", "another-case", "30696/09", ""), ("date", "differs", "21 January 2012", ""))
        )

        assert ["30696/09"] == words_of(run(one, DATE, NUMBER), TEXT)

    def test_agreement(self):
        """Silence."""
        assert [] == run(draft(TEXT, citation(("date", "agrees", "21 January 2012", ""))), DATE)


class TestMissingMark:
    RULE = rule("register", "authority/unmarked", part="formation", verdict="missing", elsewhere=True)

    def test_house_style(self):
        """A draft that never marks the formation has another style."""
        assert [] == run(draft(TEXT, citation(("formation", "missing", NAME, "[GC]"))), self.RULE)

    def test_behind_the_court(self):
        """Where the draft has the mark behind the court and before the name, the edit stands there."""
        text = (
            "EGMR (GK), Urteil vom 28. Februar 2008 – 37201/06, Saadi gegen Italien –; "
            "EGMR, Urteil vom 3. Oktober 2014 – 12738/10, Jeunesse gegen Niederlande –."
        )
        name = "Jeunesse gegen Niederlande"
        marked = Comparison("formation", "agrees", at(text, "GK"), "GC", "GC", "", MSS)
        part = Part("formation", at(text, "GK"), "GC")
        other = cited(text, "Saadi gegen Italien", "ecthr:37201/06", "case", compared=(marked,), parts=(part,))
        missing = Comparison("formation", "missing", at(text, name), name, "GC", "[GC]", MSS)
        one = cited(text, name, "ecthr:12738/10", "case", compared=(missing,))
        finding = run(draft(text, other, one), self.RULE)[0]
        edit = finding.fix.edits[0]

        assert text.rindex("EGMR") + len("EGMR") == edit.span.start
        assert " (GK)," == edit.replacement

    def test_inserted_behind_the_name(self):
        """The edit writes the character behind the name again, so that it stands outside of emphasis."""
        text = f"{TEXT} Saadi [GC]."
        marked = Comparison("formation", "agrees", at(text, "[GC]"), "GC", "GC", "", MSS)
        other = cited(text, "Saadi", "ecthr:37201/06", "case", compared=(marked,))
        finding = run(draft(text, citation(("formation", "missing", NAME, "[GC]"), text=text), other), self.RULE)[0]
        edit = finding.fix.edits[0]

        assert (",", " [GC],") == (text[edit.span.start : edit.span.end], edit.replacement)
