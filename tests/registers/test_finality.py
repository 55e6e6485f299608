"""When a Chamber's judgment becomes final."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from refoulement_lint.registers.finality import three_months_after


@pytest.mark.parametrize(
    ("delivered", "final"),
    [
        (date(2021, 7, 8), date(2021, 10, 8)),
        (date(2010, 11, 30), date(2011, 2, 28)),
        (date(2011, 11, 30), date(2012, 2, 29)),
        (date(2020, 8, 31), date(2020, 11, 30)),
        (date(2020, 10, 1), date(2021, 1, 1)),
        (date(2020, 9, 30), date(2020, 12, 30)),
    ],
)
def test_three_months_after(delivered, final):
    """
    The same day of the month; the last one of a shorter month.
    """
    assert final == three_months_after(delivered)


@given(st.dates(date(1960, 1, 1), date(2100, 1, 1)))
def test_always(day):
    """
    Between 89 and 92 days later, for every day there is.
    """
    assert 89 <= (three_months_after(day) - day).days <= 92
