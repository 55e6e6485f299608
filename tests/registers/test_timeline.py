"""Law has dates: on every day one version governs, or none."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from refoulement_lint.registers.timeline import Timeline

DAYS = st.dates(min_value=date(1950, 1, 1), max_value=date(2050, 12, 31))
TIMELINES = st.dictionaries(DAYS, st.one_of(st.none(), st.text(max_size=3)), min_size=1, max_size=6).map(Timeline.of)


class TestTimeline:
    def test_day_before_the_change(self):
        """
        The old version still governs on the last day before the new one starts.
        """
        limit = Timeline.of({date(1998, 11, 1): 6, date(2022, 2, 1): 4})

        assert 6 == limit.on(date(2022, 1, 31))
        assert 4 == limit.on(date(2022, 2, 1))

    def test_before_the_first_day(self):
        """
        Nothing governs before the first version starts.
        """
        assert Timeline.of({date(2014, 1, 1): "applies"}).on(date(2013, 12, 31)) is None

    def test_days_in_any_order(self):
        """
        Versions may be given in any order of their days; their timeline has them in order.
        """
        assert (date(2001, 1, 1), date(2002, 1, 1)) == Timeline.of({date(2002, 1, 1): 2, date(2001, 1, 1): 1}).changes()

    def test_two_versions_on_one_day(self):
        """
        Two versions cannot start on the same day.
        """
        with pytest.raises(ValueError, match="after the one before"):
            Timeline((date(2001, 1, 1), date(2001, 1, 1)), ("a", "b"))

    @given(TIMELINES, DAYS)
    def test_one_version_or_none(self, timeline, day):
        """
        What governs on a day is the version of the last change that is not after it.
        """
        last = [version for start, version in zip(timeline.starts, timeline.versions, strict=True) if start <= day][-1:]

        assert (last[0] if last else None) == timeline.on(day)

    @given(TIMELINES)
    def test_around_every_change(self, timeline):
        """
        The day before a change belongs to the version before, the day itself and the day after to the new one.
        """
        before = [timeline.on(start - timedelta(days=1)) for start in timeline.starts]

        assert [None, *timeline.versions[:-1]] == before
        assert list(timeline.versions) == [timeline.on(start) for start in timeline.starts]

    @given(TIMELINES, DAYS)
    def test_until_is_after(self, timeline, day):
        """
        What governs now does so until the next change, which is after today.
        """
        until = timeline.until(day)

        assert until is None or until > day
