from __future__ import annotations

from datetime import date

import pytest

from refoulement_lint.days import as_written, days_in, month_number, no_days_in


@pytest.mark.parametrize(
    ("written", "of_an_act"),
    [
        ("On 3 March 2025 he came", False),
        ("Directive of 3 March 2025", True),
        ("on March 3, 2025", False),
        ("w dniu 3 marca 2025 r.", False),
        ("ustawa z dnia 3 marca 2025 r.", True),
        ("le 3 mars 2025", False),
        ("l'arrêt du 3 mars 2025", True),
        ("am 3. März 2025", False),
        ("2025-03-03 um 4 Uhr", False),
        ("2025 m. kovo 3 d.", False),
        ("2025. gada 3. martā", False),
        ("3 марта 2025 года", False),
        ("on 3.3.2025", False),
        ("OJ L 77, 3.3.2025, p. 1", True),
        ("(JO L, 2025/1348, 3.3.2025)", True),
        ("ABl. L 77 vom 3.3.2025", True),
        ("(2025 m. kovo 3 d., Nr. IX-2206)", True),
        ("(3 March 2025, no. 1234/24)", True),
        ("on 3 March 2025, no one came", False),
        ("on 3 March 2025, 12 people came", False),
    ],
)
def test_languages(written: str, of_an_act: bool):
    """The same day in the languages of the drafts, and whether it belongs to a text."""
    assert [(date(2025, 3, 3), of_an_act)] == [(day.day, day.of_an_act) for day in days_in(written)]


def test_impossible_day():
    """A day that no calendar has is none."""
    assert [] == list(days_in("on 31 February 2025"))


@pytest.mark.parametrize(
    ("name", "number"), [("marraskuu", 11), ("mars", 3), ("listopada", 11), ("lipca", 7), ("xyz", None)]
)
def test_longest_beginning(name: str, number: int | None):
    """The longest beginning decides."""
    assert number == month_number(name)


@pytest.mark.parametrize(
    "written",
    [
        "lodged before 3 March 2025",
        "déposée avant le 3 mars 2025",
        "vor dem 3. März 2025 gestellt",
        "przed 3 marca 2025 r.",
        "iki 2025 m. kovo 3 d.",
        "pirms 2025. gada 3. marta",
        "до 3 марта 2025 года",
        "ennen 3.3.2025",
        "vóór 3 maart 2025",
    ],
)
def test_before_a_day(written: str):
    """What happened before a day happened on the day before it, at the latest."""
    assert [(date(2025, 3, 3), date(2025, 3, 2))] == [(day.day, day.of_the_event) for day in days_in(written)]


def test_on_a_day():
    """A day with nothing before it is the day of the event."""
    assert [date(2025, 3, 3)] == [day.of_the_event for day in days_in("on 3 March 2025")]


class TestNoDays:
    @pytest.mark.parametrize(
        ("text", "found"),
        [
            ("am 31. April 2020", ["31. April 2020"]),
            ("z dnia 30 lutego 2020 r.", ["30 lutego 2020"]),
            ("le 31 novembre 2020", ["31 novembre 2020"]),
            ("2020 m. birželio 31 d.", ["2020 m. birželio 31 d"]),
            ("2023. gada 29. februāra", ["2023. gada 29. februāra"]),
            ("June 31, 2020", ["June 31, 2020"]),
            ("2020-02-30", ["2020-02-30"]),
            ("31.09.2020", ["31.09.2020"]),
            ("am 29. Februar 2024", []),
            ("31 May 2020", []),
            ("§ 45 March 2019", []),
            ("31 people 2020", []),
        ],
    )
    def test_no_calendar_has_it(self, text: str, found: list[str]):
        """A day of a month that ends before it; a number before a month may be a paragraph's."""
        assert found == [text[span.start : span.end] for span in no_days_in(text, 0, len(text))]


MONTHS = (
    "January February March April May June July August September October November December".split(),
    "Januar Februar März April Mai Juni Juli August September Oktober November Dezember".split(),
    "stycznia lutego marca kwietnia maja czerwca lipca sierpnia września października listopada grudnia".split(),
    "janvier février mars avril mai juin juillet août septembre octobre novembre décembre".split(),
)


@pytest.mark.parametrize(
    ("like", "iso", "written"),
    [
        ("05.11.2014", "2014-11-04", "04.11.2014"),
        ("5.11.2014", "2014-02-14", "14.2.2014"),
        ("12. 11. 2014", "2014-01-04", "04. 01. 2014"),
        ("05/11/2014", "2014-11-04", "04/11/2014"),
        ("2014-11-05", "2014-11-04", "2014-11-04"),
        ("5 November 2014", "2015-03-04", "4 March 2015"),
        ("5. November 2014", "2014-03-04", "4. März 2014"),
        ("1. September 2015", "2016-12-15", "15. Dezember 2016"),
        ("November 5, 2014", "2014-11-04", "November 4, 2014"),
        ("1st November 2014", "2014-11-22", "22nd November 2014"),
        ("1er février 2014", "2014-04-02", "2 avril 2014"),
        ("5 października 2014", "2014-11-04", "4 listopada 2014"),
        ("2014 m. lapkričio 5 d", "2014-11-04", "2014 m. lapkričio 4 d"),
        ("2014. gada 5. novembra", "2014-11-04", "2014. gada 4. novembra"),
        # The other month in a form that no list has: nothing rather than a wrong word.
        ("2014. gada 5. novembra", "2014-12-04", ""),
        ("in the autumn", "2014-12-04", ""),
    ],
)
def test_as_written(like: str, iso: str, written: str):
    """A day is proposed in the way in which the draft writes its own."""
    assert written == as_written(like, iso, MONTHS)
