"""Dates that lack a year, or are a weekday, put onto the calendar near a given day."""

from datetime import date, timedelta
from typing import Final

from bot.documents.dates import values
from bot.documents.dates.feasts import easter, nth_weekday
from bot.documents.dates.meaning import Partial
from bot.models import DateValue

_WEEK: Final = 7
_SATURDAY: Final = 5
# What contradicts the tense counts as so many times as far away. Measured on TimeBank: a day named behind a verb in
# the past ("declared a dividend payable Dec. 15") is often still to come, and a quarter named
# behind one in the future ("expects to report a third-quarter loss") often over.
_AGAINST_TENSE: Final = 12
_AGAINST_WEAK_TENSE: Final = 3
# A story goes on rather than back: measured on WikiWars.
_BACKWARD: Final = 1.4


def placed(partial: Partial, year: int) -> DateValue:
    """A partial date in a year. Raises ValueError where the calendar has no such day."""
    if partial.easter is not None:
        return at(partial, easter(year) + timedelta(days=partial.easter))
    if partial.quarter is not None:
        return values.quarter(year, partial.quarter)
    if partial.season is not None:
        return values.season(year, partial.season)
    return values.year(year) if partial.month is None else _in_month(partial, date(year, partial.month, 1))


def _in_month(partial: Partial, first: date) -> DateValue:
    if partial.nth is not None and partial.weekday is not None:
        return at(partial, nth_weekday(first, partial.nth, partial.weekday))
    return values.month(first.year, first.month) if partial.day is None else at(partial, first.replace(day=partial.day))


def at(partial: Partial, when: date) -> DateValue:
    """The day `when`, or the week in which it lies, or the partial date's time on it."""
    if partial.week:
        return values.week(when)
    if partial.hour is None or partial.minute is None:
        return values.day_of(when)
    return values.time(when, partial.hour, partial.minute)


def weekday(partial: Partial, base: date, tense: int) -> DateValue:
    """A weekday as news writes it: the last one up to `base`, the coming one with a verb in the future.

    "Last Friday" lies strictly before `base` and "next Friday" strictly after it.
    """
    number = partial.weekday or 0
    back, ahead = (base.weekday() - number) % _WEEK, (number - base.weekday()) % _WEEK
    if partial.direction is None:
        days = ahead if tense > 0 else -back
    elif partial.direction == 0:
        days = -back if tense < 0 else ahead
    else:
        days = (ahead or _WEEK) if partial.direction > 0 else -(back or _WEEK)
    return at(partial, base + timedelta(days=days))


def weekend(partial: Partial, base: date, tense: int) -> DateValue:
    """Saturday and Sunday: the last ones up to `base`, or the coming ones with a verb in the future.

    "Last", "this" and "next weekend" count from the week of `base`.
    """
    saturday = base + timedelta(days=_SATURDAY - base.weekday())
    weeks = partial.direction
    if weeks is None:
        weeks = -1 if tense <= 0 and base < saturday else 0
    saturday += timedelta(days=_WEEK * weeks)
    return values.span(values.day_of(saturday), values.day_of(saturday + timedelta(days=1)))


def nearest(partial: Partial, told: DateValue) -> DateValue | None:
    """The partial date in the year that brings it nearest to what was told; a story goes on rather than back."""
    first, last = told.earliest, told.latest
    if first is None or last is None:
        return None

    def distance(value: DateValue) -> float:
        if value.earliest is None or value.latest is None:
            return 0
        if value.latest < first:
            return _BACKWARD * (first - value.latest).days
        return max(0, (value.earliest - last).days)

    return min(_around(partial, first.year), key=distance, default=None)


def by_tense(partial: Partial, anchor: date, tense: int) -> DateValue | None:
    """The partial date nearest to the anchor; what contradicts the tense counts as far away unless it is very near."""
    # -2 is a verb right beside the day, whose own time it is
    weak = (partial.quarter is not None and tense > 0) or (partial.day is not None and tense == -1)
    factor = _AGAINST_WEAK_TENSE if weak else _AGAINST_TENSE

    def distance(value: DateValue) -> int:
        if value.earliest is None or value.latest is None or value.earliest <= anchor <= value.latest:
            return 0
        ahead = value.earliest > anchor
        days = (value.earliest - anchor).days if ahead else (anchor - value.latest).days
        return days * (factor if (tense < 0 and ahead) or (tense > 0 and not ahead) else 1)

    return min(_around(partial, anchor.year), key=distance, default=None)


def directed(partial: Partial, anchor: date) -> DateValue | None:
    """The month or season of "last March", "this March", "next March"; the quarter of "last year's third quarter"."""
    direction = partial.direction or 0
    if partial.quarter is not None or direction == 0:
        return placed(partial, anchor.year + direction)
    near = _around(partial, anchor.year)
    if direction < 0:
        # the month that has just ended is "last month", so that "last March" in April is the one before
        bound = (
            anchor.replace(day=1) - timedelta(days=1) if partial.month is not None and partial.day is None else anchor
        )
        return max((v for v in near if v.latest is not None and v.latest < bound), key=_begin, default=None)
    return min((v for v in near if v.earliest is not None and v.earliest > anchor), key=_begin, default=None)


def _around(partial: Partial, year: int) -> list[DateValue]:
    """The partial date in the years about `year`; only those on its weekday where it names one and any fits."""
    near = []
    for number in (year - 1, year, year + 1):
        try:
            near.append(placed(partial, number))
        except ValueError:  # 29 February
            continue
    if partial.weekday is None or partial.nth is not None:
        return near
    return [value for value in near if value.earliest and value.earliest.weekday() == partial.weekday] or near


def _begin(value: DateValue) -> date:
    return value.earliest or date.min
