"""Named days, as one number each in a language's table: fixed, counted by weekday, or counted from Easter."""

from datetime import date, timedelta
from typing import Final

from bot.documents.dates.meaning import Partial

_LAST: Final = 5
_FROM_EASTER: Final = 1_000_000
_MIDDLE: Final = 500


def on(month: int, day: int) -> int:
    """The number of a feast on the same day of every year."""
    return 10_000 * month + 100 * day


def on_weekday(month: int, nth: int, weekday: int) -> int:
    """The number of a feast on the nth weekday (Monday 1 to Sunday 7) of a month; the last one for 5."""
    return 10_000 * month + 100 * nth + weekday


def from_easter(days: int) -> int:
    """The number of a feast so many days after the Sunday of Easter, or before it where negative."""
    return _FROM_EASTER + _MIDDLE + days


def named_day(number: int, year: int | None = None) -> Partial:
    """The place on the calendar of a feast with this number, in a year where one is given."""
    if number >= _FROM_EASTER:
        return Partial(year=year, easter=number - _FROM_EASTER - _MIDDLE)
    month, day, weekday = number // 10_000, number // 100 % 100, number % 100
    if not weekday:
        return Partial(year=year, month=month, day=day)
    return Partial(year=year, month=month, nth=day, weekday=weekday - 1)


def nth_weekday(first: date, nth: int, weekday: int) -> date:
    """The nth weekday (Monday 0) of the month that begins on `first`; the last one for 5."""
    found = first + timedelta(days=(weekday - first.weekday()) % 7 + 7 * (nth - 1))
    return found if nth < _LAST or found.month == first.month else found - timedelta(days=7)


def easter(year: int) -> date:
    """The Sunday of Easter in the Gregorian calendar, by the anonymous algorithm (Meeus, Astronomical Algorithms, 8).

    Raises ValueError before 1583, the first year that had one.
    """
    if year < 1583:  # noqa: PLR2004 - the reform's first Easter
        raise ValueError(f"no Gregorian Easter in {year}")
    golden, (century, rest) = year % 19, divmod(year, 100)
    leap, odd = divmod(century, 4)
    moved = (century - (century + 8) // 25 + 1) // 3
    moon = (19 * golden + century - leap - moved + 15) % 30
    sunday = (32 + 2 * odd + 2 * (rest // 4) - moon - rest % 4) % 7
    late = (golden + 11 * moon + 22 * sunday) // 451
    month, day = divmod(moon + sunday - 7 * late + 114, 31)
    return date(year, month, day + 1)
