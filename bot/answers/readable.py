"""Times as people read them: `20 March 2023`, `March 2013`, `up to 2030`."""

import re
from datetime import date
from typing import Final

from bot.models import DateValue

_MONTHS: Final = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)
_SEASONS: Final = {21: "spring", 22: "summer", 23: "autumn", 24: "winter"}
_FIRST_QUARTER: Final = 33
_DAY: Final = re.compile(r"(\d{4})-(\d{2})-(\d{2})(?:T(\d{2}:\d{2}).*)?")
_PART: Final = re.compile(r"(\d{4})-(\d{2})")
_UNSPECIFIED: Final = re.compile(r"(\d{2})(\d?)(X{1,2})")
_ORDINALS: Final = {1: "st", 2: "nd", 3: "rd"}
_TEENS: Final = (11, 12, 13)


def _ordinal(number: int) -> str:
    ending = "th" if number % 100 in _TEENS else _ORDINALS.get(number % 10, "th")
    return f"{number}{ending}"


def _month(year: str, number: int) -> str:
    if number in _SEASONS:
        return f"{_SEASONS[number]} {year}"
    if _FIRST_QUARTER <= number < _FIRST_QUARTER + 4:
        return f"{_ordinal(number - _FIRST_QUARTER + 1)} quarter of {year}"
    return f"{_MONTHS[number - 1]} {year}" if 1 <= number <= len(_MONTHS) else f"{year}-{number:02}"


def single(text: str) -> str:
    """One time that is no interval, in words, from its EDTF."""
    if found := _DAY.fullmatch(text):
        year, month, day, time = found.groups()
        return f"{int(day)} {_month(year, int(month))}" + (f", {time}" if time else "")
    if found := _PART.fullmatch(text):
        return _month(found[1], int(found[2]))
    if found := _UNSPECIFIED.fullmatch(text):
        if len(found[3]) == 1:
            return f"{found[1]}{found[2]}0s"
        return f"{_ordinal(int(found[1]) + 1)} century"
    return text


def _between(first: date, last: date) -> str:
    """Two days, without saying twice what they share."""
    end = f"{last.day} {_MONTHS[last.month - 1]} {last.year}"
    if (first.year, first.month) == (last.year, last.month):
        return f"{first.day}–{end}"
    start = f"{first.day} {_MONTHS[first.month - 1]}"
    return f"{start} – {end}" if first.year == last.year else f"{start} {first.year} – {end}"


def readable(value: DateValue) -> str:
    """The time in words."""
    first, bar, last = value.edtf.partition("/")
    if not bar:
        return single(first)
    if first == "..":
        return f"up to {single(last)}"
    if last == "..":
        return f"from {single(first)} on"
    if value.earliest and value.latest and _DAY.fullmatch(first) and _DAY.fullmatch(last):
        return _between(value.earliest, value.latest)
    return f"{single(first)} – {single(last)}"
