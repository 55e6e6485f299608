from __future__ import annotations

from datetime import date

import pytest

from refoulement_lint.model import Draft
from tests.checks.drafts import FakeLaw, cited, draft, rule, run, words_of

LAW = FakeLaw(
    ends={"EU:2013/32": date(2026, 6, 12)},
    begins={"EU:2024/1348": date(2026, 6, 12), "EU:2013/32": date(2015, 7, 20)},
)
REPEALED = rule(
    "in-force", "in-force/repealed", message="{instrument} {until} {day}", fault="repealed", silenced_by=("x",)
)
NOT_YET = rule("in-force", "in-force/not-yet", message="{since} {day}", fault="not-yet")
OLD = "Article 6 of Directive 2013/32/EU"
NEW = "Article 10 of Regulation (EU) 2024/1348"


def old(text: str, **more) -> Draft:
    return draft(text, cited(text, OLD, "EU:2013/32:6"), **more)


def new(text: str, **more) -> Draft:
    return draft(text, cited(text, NEW, "EU:2024/1348:10"), **more)


class TestRepealed:
    @pytest.mark.parametrize(
        ("day", "wrong"), [("11 June 2026", False), ("12 June 2026", True), ("13 June 2026", True)]
    )
    def test_day_of_the_sentence(self, day: str, wrong: bool):
        """The day before the change, the day, the day after."""
        text = f"On {day} the officers were bound by {OLD}."

        assert wrong is bool(run(old(text), REPEALED, law=LAW))

    def test_day_of_the_sentence_wins(self):
        """An older day in the sentence counts, whatever the law date."""
        text = f"On 3 March 2025 the officers were bound by {OLD}."

        assert [] == run(old(text, on=date(2026, 11, 22)), REPEALED, law=LAW)

    def test_story_wins_over_law_date(self):
        """An older day in the story is enough for a sentence that says nothing about time."""
        text = f"He came on 3 March 2025.\n\nThe officers were bound by {OLD}."

        assert [] == run(old(text), REPEALED, law=LAW)

    def test_date_of_an_act_is_no_event(self):
        """ "Of 26 June 2013" is when a directive was adopted, not when something happened."""
        text = f"The officers were bound by {OLD} of 26 June 2013."

        assert [OLD] == words_of(run(old(text), REPEALED, law=LAW), text)

    def test_stated_dates(self):
        """What somebody stated for the facts comes before what the text tells."""
        text = f"On the hearing of 3 May, {OLD} was pleaded."

        assert [] == run(old(text, dates={"application": date(2025, 3, 9)}), REPEALED, law=LAW)

    def test_explained_once(self):
        """One sentence that explains it silences the draft."""
        text = f"The Directive has been replaced. {OLD} was x repealed.\n\nOn 14 September 2026 it bound nobody."

        assert [] == run(old(text), REPEALED, law=LAW)

    def test_judgment_in_the_sentence(self):
        """A judgment is cited with the act that it interpreted."""
        text = f"In C-823/21 the Court interpreted {OLD}."
        one = draft(text, cited(text, OLD, "EU:2013/32:6"), cited(text, "C-823/21", "cjeu:C-823/21", "case"))

        assert [] == run(one, REPEALED, law=LAW)


class TestNotYet:
    def test_before_it_applied(self):
        """A day in the sentence before the first day."""
        text = f"On 3 March 2025 the police were bound by {NEW}."

        assert ["12 June 2026 3 March 2025"] == [finding.message for finding in run(new(text), NOT_YET, law=LAW)]

    def test_old_story_new_law(self):
        """Without a day in the sentence an old story convicts nobody: the new act may be cited for what comes."""
        text = f"He came on 3 March 2025.\n\nThe rule is now in {NEW}."

        assert [] == run(new(text), NOT_YET, law=LAW)


class TestOldTerm:
    RULE = rule(
        "in-force", "in-force/limit", message="{written} {since}", fault="old-term", provision="ECHR:35",
        phrases=("six months",), near=("limit",), since="2022-02-01", write="four months",
    )  # fmt: skip
    TEXT = "It was lodged within the six months of Article 35 § 1."

    @pytest.mark.parametrize(("on", "wrong"), [(date(2022, 1, 31), False), (date(2022, 2, 1), True)])
    def test_change(self, on: date, wrong: bool):
        """Six months until the last of January 2022."""
        one = draft(self.TEXT, cited(self.TEXT, "Article 35 § 1", "ECHR:35(1)"), on=on)
        findings = run(one, self.RULE, law=LAW, said={("in-force/limit", "phrases"): ("six months",)})

        assert wrong is bool(findings)

    def test_other_six_months(self):
        """Six months of something else."""
        text = "He was held for six months."

        assert [] == run(draft(text), self.RULE, law=LAW, said={("in-force/limit", "phrases"): ("six months",)})
