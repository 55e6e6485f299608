from __future__ import annotations

from datetime import date, timedelta

import pytest

from refoulement_lint.checks.in_force import Moments
from refoulement_lint.model import Draft
from refoulement_lint.registers.opening import open_registers
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

    def test_general_comment_is_of_today(self):
        """What a body reads into its treaty counts on the day on which it decides, not on those of the facts."""
        law = FakeLaw(ends={"cat:GC1": date(2017, 12, 6)})
        text = "He was arrested on 3 March 2016. The test is that of General Comment No. 1 of the Committee."
        written = draft(text, cited(text, "General Comment No. 1", "cat:GC1"), on=date(2026, 11, 22))

        assert ["General Comment No. 1"] == words_of(run(written, REPEALED, law=law), text)

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

    def test_of_another_age(self):
        """ "Signed on 28 June 1951", with a slip in the month, is no day on which an act should have governed."""
        text = f"{NEW} and the Convention signed in Geneva on 28 June 1951 say who is a refugee."

        assert [] == run(new(text, on=date(2026, 11, 22)), NOT_YET, law=LAW)
        assert [NEW] == words_of(run(new(text.replace("1951", "2021"), on=date(2026, 11, 22)), NOT_YET, law=LAW), text)

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


class TestMoments:
    """The day of the act, the days of the facts and the law date are never mixed."""

    ACT, EARLY, LATE, LAW_DATE = date(2013, 6, 26), date(2020, 1, 2), date(2026, 8, 1), date(2026, 11, 22)

    @pytest.mark.parametrize(
        ("told", "story", "asked"),
        [
            ((), (), (LAW_DATE,)),
            ((), (EARLY,), (EARLY,)),
            ((LATE,), (EARLY,), (LATE,)),
            ((ACT,), (), (LAW_DATE,)),
            ((ACT,), (EARLY,), (EARLY,)),
            ((ACT, LATE), (EARLY,), (LATE,)),
        ],
    )
    def test_asked(self, told: tuple[date, ...], story: tuple[date, ...], asked: tuple[date, ...]):
        """The facts come before the law date, and the day that the act bears is never one of them."""
        assert asked == Moments(law=self.LAW_DATE, act=self.ACT, told=told, story=story).asked


def _changes() -> list[tuple[str, date, bool]]:
    """Every day on which an act that may end begins or ceases to govern, in the registers that are shipped."""
    held = open_registers().instruments
    changes = []
    for key in held:
        timeline = held.get(key).timeline
        if timeline is None or not (key.startswith("EU:") or key[2:3] == ":"):
            continue
        for start, version in zip(timeline.starts, timeline.versions, strict=True):
            if "applies" not in timeline.versions:
                continue  # only its end is known
            if version in ("applies", None):
                changes.append((key, start, version == "applies"))
    return changes


@pytest.mark.parametrize(("act", "day", "begins"), _changes())
@pytest.mark.parametrize("after", [-1, 0, 1])
def test_around_every_change(act: str, day: date, begins: bool, after: int):
    """
    The day before, the day and the day after each change of each act and statute: by a stated day of the facts, by the
    law date, and told in the sentence, the same answer.
    """
    registers, asked = open_registers(), day + timedelta(days=after)
    governs = (after >= 0) is begins or registers.validity(act, asked).verdict == "governs"
    verdict = registers.validity(act, asked).verdict

    assert (verdict == "governs") is governs
    for moments in (
        Moments(law=asked),
        Moments(law=date(1990, 1, 1), story=(asked,)),
        Moments(law=date(1990, 1, 1), told=(asked,), story=(date(1991, 1, 1),)),
    ):
        assert [verdict] == [registers.validity(act, one).verdict for one in moments.asked]
