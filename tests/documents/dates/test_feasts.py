"""Named days on the calendar."""

from datetime import date

import pytest

from bot.documents.dates.feasts import easter, from_easter, named_day, nth_weekday, on, on_weekday
from bot.documents.dates.meaning import Partial


@pytest.mark.parametrize(
    "day",
    # the earliest and the latest that there can be, and both exceptions of the tables
    [
        *(date(1818, 3, 22), date(2038, 4, 25), date(1981, 4, 19), date(1954, 4, 18)),
        *(date(2000, 4, 23), date(2016, 3, 27), date(2023, 4, 9), date(2024, 3, 31)),
    ],
)
def test_easter(day: date) -> None:
    assert easter(day.year) == day


def test_there_is_no_gregorian_easter_before_the_reform() -> None:
    with pytest.raises(ValueError, match="1582"):
        easter(1582)


def test_numbers_come_back_as_what_they_were_made_of() -> None:
    assert named_day(on(12, 25), 2021) == Partial(year=2021, month=12, day=25)
    assert named_day(on_weekday(9, 1, 1)) == Partial(month=9, nth=1, weekday=0)
    assert named_day(from_easter(-46)) == Partial(easter=-46)
    assert named_day(from_easter(50), 1999) == Partial(year=1999, easter=50)


def test_the_last_weekday_of_a_month_is_the_fourth_or_the_fifth() -> None:
    assert nth_weekday(date(2022, 5, 1), 5, 0) == date(2022, 5, 30)
    assert nth_weekday(date(2021, 2, 1), 5, 6) == date(2021, 2, 28)
    assert nth_weekday(date(2022, 11, 1), 4, 3) == date(2022, 11, 24)
