"""Counting on the calendar: so many units from a day, as a value of that unit's precision."""

from calendar import monthrange
from datetime import date, timedelta
from typing import Final

from bot.documents.dates import values
from bot.documents.dates.lexicon import Unit
from bot.models import DateValue, Precision

_YEARS: Final = {Unit.YEAR: 1, Unit.DECADE: 10, Unit.CENTURY: 100, Unit.MILLENNIUM: 1000}
_DAYS: Final = {Unit.DAY: 1, Unit.WEEK: 7, Unit.FORTNIGHT: 14}
_MONTHS: Final = {Unit.MONTH: 1, Unit.QUARTER: 3, Unit.SEASON: 3} | {unit: 12 * years for unit, years in _YEARS.items()}


def moved(when: date, unit: Unit, amount: int) -> date:
    """The day that lies so many units from `when`; at the end of a shorter month where there is no such day.

    Raises:
        ValueError: the day lies beyond the calendar, or the unit is shorter than a day.
        OverflowError: the amount is beyond every calendar.
    """
    if unit in _DAYS:
        return when + timedelta(days=amount * _DAYS[unit])
    if unit not in _MONTHS:
        raise ValueError(f"a {unit} is shorter than a day")
    year, month = divmod(12 * when.year + when.month - 1 + amount * _MONTHS[unit], 12)
    if not 1 <= year <= 9999:  # noqa: PLR2004 - the years of datetime
        raise ValueError(f"year {year} is beyond the calendar")
    return date(year, month + 1, min(when.day, monthrange(year, month + 1)[1]))


def holding(when: date, unit: Unit) -> DateValue:
    """The day, week, month … century in which `when` lies. Raises ValueError for a unit shorter than a day."""
    if unit is Unit.DAY:
        return values.day_of(when)
    if unit is Unit.WEEK:
        return values.week(when)
    if unit is Unit.MONTH:
        return values.month(when.year, when.month)
    if unit is Unit.QUARTER:
        return values.quarter(when.year, (when.month + 2) // 3)
    return _longer(when, unit)


def _longer(when: date, unit: Unit) -> DateValue:
    if unit is Unit.YEAR:
        return values.year(when.year)
    if unit is Unit.DECADE:
        return values.decade(when.year - when.year % 10)
    if unit is Unit.CENTURY:
        return values.century(when.year // 100 + 1)
    raise ValueError(f"no value of a {unit}")


def away(when: date, unit: Unit, amount: int) -> DateValue:
    """What "so many units ago" or "in so many units" names: as precise as the unit, decades and centuries to the year.

    Raises:
        ValueError: the time lies beyond the calendar, or the unit is shorter than a day.
        OverflowError: the amount is beyond every calendar.
    """
    return holding(moved(when, unit, amount), Unit.YEAR if unit in _YEARS else _NAMED.get(unit, unit))


_NAMED: Final = {Unit.FORTNIGHT: Unit.WEEK}


def stretch(when: date, unit: Unit, amount: int, direction: int) -> DateValue:
    """The last (-1) or next (1) so many units up to, or from, the unit in which `when` lies; weeks as days.

    Raises:
        ValueError: the time lies beyond the calendar, or the unit is shorter than a day.
        OverflowError: the amount is beyond every calendar.
    """
    fine = Unit.YEAR if unit in _YEARS else Unit.DAY if unit in _DAYS else unit
    ends = (holding(when, fine), holding(moved(when, unit, direction * amount), fine))
    return values.span(*(ends if direction > 0 else reversed(ends)))


_UNITS_OF: Final = {
    Precision.YEAR: (Unit.MONTH, 12),
    Precision.DECADE: (Unit.YEAR, 10),
    Precision.CENTURY: (Unit.YEAR, 100),
}


def share(whole: DateValue, unit: Unit | None, first: int, count: int) -> DateValue:
    """So many units of a longer time from the `first` on, or the last ones for -1; halves where `unit` is None.

    The quarter of a century is 25 years, the first week of a month its first seven days, and half a month the month.

    Raises:
        ValueError: the longer time has no such part, or is open.
    """
    start, end = whole.earliest, whole.latest
    if start is None or end is None:
        raise ValueError(f"{whole.edtf} is open")
    if unit is None and whole.precision is Precision.MONTH:
        return whole
    offset = first - 1
    if unit is None or (unit is Unit.QUARTER and whole.precision is Precision.CENTURY):
        parts = 2 if unit is None else 4
        if whole.precision not in _UNITS_OF:
            raise ValueError(f"{whole.edtf} has no such part")
        unit, units = _UNITS_OF[whole.precision]
        count = units // parts
        offset *= count
    begun = moved(start, unit, offset) if first > 0 else moved(end + timedelta(days=1), unit, -count)
    last = moved(begun, unit, count) - timedelta(days=1)
    if begun < start or last > end:
        raise ValueError(f"{whole.edtf} is shorter")
    fine = Unit.DAY if unit in _DAYS else unit
    ends = (holding(begun, fine), holding(last, fine))
    return ends[0] if ends[0] == ends[1] else values.span(*ends)
