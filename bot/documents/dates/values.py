"""Times on the calendar as EDTF (ISO 8601-2:2019), with the first and last day that each covers.

One form is used for each precision:

- time `2023-03-28T22:25`, day `2023-03-28`, month `2023-03`, year `2023`;
- quarter `2023-33` to `2023-36`, season `2023-21` (spring) to `2023-24` (winter), as in EDTF level 2 and 1. A season
  covers the three months of the northern meteorological season; a winter begins in the December of its year;
- decade `201X` and century `19XX` (the 20th), with EDTF's unspecified digits, which cover 1900 to 1999;
- a week has no form in EDTF and is the interval from its Monday to its Sunday;
- ranges `2013/2023`, open ends `../2030` and `2014/..`, where the open end keeps the named value.

`parse_edtf` reads all of these back. It gives a week the precision `day`, since its text is that of a range of days.
"""

import calendar
import re
from collections.abc import Callable
from datetime import date, timedelta
from functools import lru_cache
from typing import Final

from bot.models import DateValue, Precision

_REMEMBERED: Final = 1024  # values of a form: a text names the same ones again
_COARSENESS: Final = {precision: rank for rank, precision in enumerate(Precision)}
_FIRST_SEASON: Final = 20
_FIRST_QUARTER: Final = 32
_SEASONS: Final = 4
_MONTHS: Final = 12


def day(year: int, month: int, number: int) -> DateValue:
    """A day. Raises ValueError where the calendar has none."""
    return day_of(date(year, month, number))


@lru_cache(_REMEMBERED)
def day_of(when: date) -> DateValue:
    """The day `when`."""
    return DateValue(when.isoformat(), when, when, Precision.DAY)


def time(when: date, hour: int, minute: int) -> DateValue:
    """A time of day. Raises ValueError for an hour over 23 or a minute over 59."""
    if not (0 <= hour <= 23 and 0 <= minute <= 59):  # noqa: PLR2004 - the clock's own limits
        raise ValueError(f"no such time of day: {hour}:{minute}")
    return DateValue(f"{when.isoformat()}T{hour:02}:{minute:02}", when, when, Precision.TIME)


@lru_cache(_REMEMBERED)
def week(when: date) -> DateValue:
    """The week, Monday to Sunday, in which `when` lies."""
    monday = when - timedelta(days=when.weekday())
    sunday = monday + timedelta(days=6)
    return DateValue(f"{monday.isoformat()}/{sunday.isoformat()}", monday, sunday, Precision.WEEK)


@lru_cache(_REMEMBERED)
def month(year: int, number: int) -> DateValue:
    """A month, 1 to 12. Raises ValueError for another number."""
    return DateValue(f"{year:04}-{number:02}", date(year, number, 1), _last_day(year, number), Precision.MONTH)


@lru_cache(_REMEMBERED)
def quarter(year: int, number: int) -> DateValue:
    """A quarter of a calendar year, 1 to 4."""
    _check(number)
    first = date(year, 3 * number - 2, 1)
    return DateValue(f"{year:04}-{_FIRST_QUARTER + number}", first, _last_day(year, 3 * number), Precision.QUARTER)


@lru_cache(_REMEMBERED)
def season(year: int, number: int) -> DateValue:
    """A season: 1 spring, 2 summer, 3 autumn, 4 winter (December to February)."""
    _check(number)
    ends = (year + 1, 2) if number == _SEASONS else (year, 3 * number + 2)
    return DateValue(
        f"{year:04}-{_FIRST_SEASON + number}", date(year, 3 * number, 1), _last_day(*ends), Precision.SEASON
    )


@lru_cache(_REMEMBERED)
def year(number: int) -> DateValue:
    """A year, 1 to 9999. Raises ValueError for another number."""
    return DateValue(f"{number:04}", date(number, 1, 1), date(number, 12, 31), Precision.YEAR)


def decade(first: int) -> DateValue:
    """The ten years from `first`, which ends in 0."""
    if first % 10:
        raise ValueError(f"no decade begins in {first}")
    return DateValue(f"{first // 10:03}X", date(first, 1, 1), date(first + 9, 12, 31), Precision.DECADE)


def century(number: int) -> DateValue:
    """A century by its ordinal number: 20 gives 1900 to 1999, as EDTF's `19XX` has it."""
    first = 100 * (number - 1)
    return DateValue(f"{number - 1:02}XX", date(first, 1, 1), date(first + 99, 12, 31), Precision.CENTURY)


def span(first: DateValue, last: DateValue) -> DateValue:
    """The time from `first` to `last`, both included, as precise as the coarser of the two.

    Raises:
        ValueError: `first` does not begin before `last` ends, or an end is open where it should be closed.
    """
    start, end = first.earliest, last.latest
    if start is None or end is None or start > end or last.earliest is None or start > last.earliest:
        raise ValueError(f"{first.edtf} does not come before {last.edtf}")
    precision = max(first.precision, last.precision, key=_COARSENESS.__getitem__)
    return DateValue(f"{_starting(first)}/{_ending(last)}", start, end, precision)


def before(value: DateValue) -> DateValue:
    """The time up to `value`, which is kept as the named end."""
    return DateValue(f"../{_ending(value)}", None, value.latest, value.precision)


def since(value: DateValue) -> DateValue:
    """The time from `value` on, which is kept as the named beginning."""
    return DateValue(f"{_starting(value)}/..", value.earliest, None, value.precision)


def parse_edtf(text: str) -> DateValue | None:
    """Read back a text that this module writes; None where it is none of these forms or no time on the calendar."""
    first, bar, last = text.partition("/")
    try:
        if not bar:
            return _single(text)
        if first == "..":
            return _opened(before, last)
        if last == "..":
            return _opened(since, first)
        start, end = _single(first), _single(last)
        return None if start is None or end is None else span(start, end)
    except ValueError:
        return None


def _opened(opening: Callable[[DateValue], DateValue], text: str) -> DateValue | None:
    value = _single(text)
    return None if value is None else opening(value)


def _single(text: str) -> DateValue | None:
    for form, build in _FORMS:
        if (found := form.fullmatch(text)) is not None:
            return build(*map(int, found.groups()))
    return None


def _year_and_part(number: int, part: int) -> DateValue:
    if _FIRST_SEASON < part <= _FIRST_SEASON + _SEASONS:
        return season(number, part - _FIRST_SEASON)
    if _FIRST_QUARTER < part <= _FIRST_QUARTER + _SEASONS:
        return quarter(number, part - _FIRST_QUARTER)
    return month(number, part)


_FORMS: Final[tuple[tuple[re.Pattern[str], Callable[..., DateValue]], ...]] = (
    (
        re.compile(r"([0-9]{4})-([0-9]{2})-([0-9]{2})T([0-9]{2}):([0-9]{2})"),
        lambda y, m, d, hour, minute: time(date(y, m, d), hour, minute),
    ),
    (re.compile(r"([0-9]{4})-([0-9]{2})-([0-9]{2})"), day),
    (re.compile(r"([0-9]{4})-([0-9]{2})"), _year_and_part),
    (re.compile(r"([0-9]{4})"), year),
    (re.compile(r"([0-9]{3})X"), lambda tens: decade(10 * tens)),
    (re.compile(r"([0-9]{2})XX"), lambda hundreds: century(hundreds + 1)),
)


def _starting(value: DateValue) -> str:
    return value.edtf.partition("/")[0]


def _ending(value: DateValue) -> str:
    return value.edtf.rpartition("/")[2]


def _check(number: int) -> None:
    if not 1 <= number <= _SEASONS:
        raise ValueError(f"a year has no part {number} of {_SEASONS}")


def _last_day(year_number: int, month_number: int) -> date:
    if not 1 <= month_number <= _MONTHS:
        raise ValueError(f"no such month: {month_number}")
    return date(year_number, month_number, calendar.monthrange(year_number, month_number)[1])
