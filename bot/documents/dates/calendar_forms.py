"""The readers of the forms that name a place on the calendar: days, months, quarters, years, centuries, weekdays."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import date
from typing import Final

from bot.documents.dates import cues
from bot.documents.dates.cutting import full_year
from bot.documents.dates.feasts import named_day
from bot.documents.dates.grammar import Found
from bot.documents.dates.lexicon import UNITS, Kind, Unit
from bot.documents.dates.meaning import Origin, Partial, Shift
from bot.documents.dates.reading import (
    DIRECTIONS,
    NUMBERS,
    TOLD,
    Atom,
    Reading,
    adjective,
    clock_of,
    directed,
    part_of,
    timed,
    unit_of,
    whole,
)

_MONTHS: Final = 12
_MERIDIEM: Final = 12
_NIGHT: Final = 4
_LAST_OF_CENTURIES: Final = 1800  # "the 1900s" are more often a decade


def _iso(found: Found) -> Reading:
    word = found.tokens[found.first].word
    if "w" in word:
        return _iso_week(found, word)
    if "-" not in word:  # 20230320T1000
        word = f"{word[:4]}-{word[4:6]}-{word[6:8]}T{word[9:11]}:{word[11:13]}"
    numbers = [int(number) for number in NUMBERS.findall(word)]
    hour, minute = (numbers[3], numbers[4]) if len(numbers) > 4 else (None, None)  # noqa: PLR2004 - year to minute
    return whole(found, Partial(year=numbers[0], month=numbers[1], day=numbers[2], hour=hour, minute=minute))


def _iso_week(found: Found, word: str) -> Reading:
    """A week of ISO 8601, "2023-w12", or a day in it, "2023-w12-1"."""
    year, rest = int(word[:4]), word[4:].strip("-w").replace("-", "")
    try:
        day = date.fromisocalendar(year, int(rest[:2]), int(rest[2:] or 1))
    except ValueError:
        return whole(found, Partial(year=year, ambiguous=True))
    return whole(found, Partial(year=day.year, month=day.month, day=day.day, week=len(rest) == len("12")))


def _date(found: Found) -> Reading:
    """A date in digits: year first, with full stops (day first), or with slashes.

    What slashes leave open is settled by the language, where it has one custom; English has two.
    """
    word, day_first = found.tokens[found.first].word, found.tokens[found.first].number
    if "q" in word:  # "3q22", "q3'22"
        return whole(found, Partial(year=full_year(int(word[-2:])), quarter=int(word.strip("q")[0])))
    first, second, *rest = (int(number) for number in NUMBERS.findall(word))
    if not rest:
        suffix_above = second > first % 100
        return whole(found, Partial(year=first, month=second, ambiguous=suffix_above and second != 0))
    third = rest[0]
    if first > 31:  # noqa: PLR2004 - no day, so a year
        return whole(found, Partial(year=first, month=second, day=third))
    if "." in word or first > _MONTHS:
        return whole(found, Partial(year=third, month=second, day=first))
    clear = second > _MONTHS or first == second
    if day_first and not clear:
        return whole(found, Partial(year=third, month=second, day=first))
    return whole(found, Partial(year=third, month=first, day=second, ambiguous=not clear))


def _month_day(found: Found) -> Reading:
    day = found.number("d")
    year = found.number("y")
    month = found.number("m")
    partial = Partial(
        year=year, month=month, day=day, weekday=found.number("w"), daypart=_daypart(found), part=part_of(found)
    )
    if day is None or not 1 <= day <= 31:  # noqa: PLR2004 - the longest month
        return []
    partial = directed(found, partial)
    more = [index for index in found.places("more") if found.tokens[index].kind in (Kind.DAYNUM, Kind.ORD)]
    if not more:
        return whole(found, timed(found, partial))
    plain = Partial(year=year, month=month)
    days = [(found.start("d"), partial), *((i, replace(plain, day=found.tokens[i].number)) for i in more)]
    atoms = [Atom(index, index + 1, meaning) for index, meaning in days]
    if found.rule == "day_month":
        atoms[0] = replace(atoms[0], first=found.first)
        atoms[-1] = replace(atoms[-1], end=found.end)
    else:
        atoms[0] = replace(atoms[0], first=found.first)
        atoms[-1] = replace(atoms[-1], end=found.end)
    return atoms


def _nth_weekday(found: Found) -> Reading:
    """ "The first Monday of May", "the last Friday in April 2022"."""  # noqa: D210 - the quotation begins the line
    number = _LAST_OF_MONTH if found.group("last") else found.number("o") or 0
    if not 1 <= number <= _LAST_OF_MONTH:
        return []
    partial = Partial(year=found.number("y"), month=found.number("m"), nth=number, weekday=found.number("w"))
    return whole(found, directed(found, partial))


_LAST_OF_MONTH: Final = 5


def _week_of(found: Found) -> Reading:
    """ "The week of March 6"."""  # noqa: D210 - the quotation begins the line
    if unit_of(found) is not Unit.WEEK:
        return []
    month, day = found.number("m", "m2"), found.number("d", "d2")
    return whole(found, Partial(year=found.number("y"), month=month, day=day, weekday=found.number("w"), week=True))


def _daypart(found: Found) -> int | None:
    if found.group("dp"):
        return found.number("dp")
    last = found.tokens[found.end - 1]
    return last.number if last.kind is Kind.DAYPART else None


def _month_year(found: Found) -> Reading:
    return whole(found, Partial(year=found.number("y"), month=found.number("m"), part=part_of(found)))


def _quarter(found: Found) -> Reading:
    number = found.number("o", "q")
    if number is None or not 1 <= number <= 4 or cues.is_compound(found):  # noqa: PLR2004 - a year's quarters
        return []
    if (unit := found.group("u")) and unit[0].number != UNITS.index(Unit.YEAR):
        return []
    kind = found.kind("dir")
    direction = DIRECTIONS.get(kind) if kind is not None else None
    return adjective(found, Partial(year=found.number("y"), quarter=number, part=part_of(found), direction=direction))


def _short_year(found: Found) -> Reading:
    """A month and "'23", of which the text does not say the century."""
    return whole(found, Partial(month=found.number("m"), ambiguous=True))


def _season(found: Found) -> Reading:
    year = found.number("y")
    kind = found.kind("dir")
    if year is None and kind is None and not cues.is_season(found):
        return []
    if kind is Kind.THAT and cues.is_conjunction(found):
        return []
    return whole(found, directed(found, Partial(year=year, season=found.number("s"), part=part_of(found))))


def _decade(found: Found) -> Reading:
    if not cues.is_decade(found):
        return []
    first = found.number("x") or 0
    if first >= 1000 and first % 100 == 0 and first <= _LAST_OF_CENTURIES:  # noqa: PLR2004 - four figures
        return whole(found, Partial(century=first // 100 + 1, part=part_of(found)))
    return whole(found, Partial(decade=first, part=part_of(found)))


def _unread(found: Found) -> Reading:
    return whole(found, Partial(year=0, ambiguous=True))


def _hundreds(found: Found) -> Reading:
    """ "1800-talet"."""  # noqa: D210 - the quotation begins the line
    return whole(found, Partial(century=(found.number("x") or 0) // 100 + 1, part=part_of(found)))


def _two_years(found: Found) -> Reading:
    """ "The 2008-09 season"."""  # noqa: D210 - the quotation begins the line
    numbers = [int(number) for number in NUMBERS.findall(found.group("years")[0].word)]
    if len(numbers) != 2 or numbers[1] != (numbers[0] + 1) % 100:  # noqa: PLR2004 - two years, one after the other
        return []
    return whole(found, Partial(year=numbers[0], years=2))


def _year_period(found: Found) -> Reading:
    """ "The 1988 quarter", which is the quarter of a report in another year."""  # noqa: D210 - as above
    return whole(found, Partial(year=found.number("y"), of_quarter=True))


def _years_to(found: Found) -> Reading:
    year, suffix = found.number("y") or 0, found.group("yy")[0]
    if suffix.length != 2:  # noqa: PLR2004 - "2013-14"
        return []
    last = year - year % 100 + suffix.number
    last += 100 if last < year else 0
    if last - year > 50:  # noqa: PLR2004 - a longer range is written out; this is something else
        return []
    middle = found.first + 1
    return [
        Atom(found.first, middle, Partial(year=year)),
        Atom(middle + 1, found.end, Partial(year=last)),
    ]


def _dated_era(found: Found) -> Reading:
    """ "April 480 BC", "late autumn of 481 BC"."""  # noqa: D210 - the quotation begins the line
    partial = Partial(
        year=found.number("n"),
        season=found.number("s"),
        month=found.number("m", "m2"),
        day=found.number("d", "d2"),
        part=part_of(found),
        era=found.number("era") or 1,
    )
    return whole(found, partial)


def _years_era(found: Found) -> Reading:
    """ "264 to 146 BC", "14-37 AD"."""  # noqa: D210 - the quotation begins the line
    era, mark = found.number("era") or 1, found.start("mark")
    first, last = Partial(year=found.number("n"), era=era), Partial(year=found.number("n2"), era=era)
    return [Atom(found.first, mark, first), Atom(found.start("n2"), found.end, last)]


def _year_era(found: Found) -> Reading:
    era = found.number("era", "era2") or 1
    if found.group("era2") and not found.tokens[found.first].word.startswith("a"):  # AD alone stands before its year
        return []
    return whole(found, Partial(year=found.number("n", "n2"), era=era))


def _spelled(found: Found) -> Reading:
    """A year in words, alone or behind a month or season: "nineteen ninety-six", "the year two thousand"."""
    numbers = [token.number for token in found.group("n") if token.kind is Kind.NUMBER]
    after = found.near(1)
    if after is not None and after.kind in (Kind.UNIT, Kind.UNITS, Kind.COUNTED):
        return []
    partial = Partial(month=found.number("m"), season=found.number("s"), part=part_of(found))
    if numbers[1] == 1000 and found.group("word"):  # noqa: PLR2004 - "the year two thousand"
        return whole(found, replace(partial, year=1000 * numbers[0] + sum(numbers[2:])))
    if not 16 <= numbers[0] <= 20 or not 10 <= numbers[1] <= 99:  # noqa: PLR2004 - centuries and years within them
        return []
    return whole(found, replace(partial, year=100 * numbers[0] + sum(numbers[1:])))


def _year(found: Found) -> Reading:
    if word := found.group("word"):
        named = word[-1].kind is Kind.FISCAL or word[-1].number == UNITS.index(Unit.YEAR)
        if not named:
            return []
    elif not cues.is_year(found):
        return []
    return whole(found, Partial(year=found.number("y"), part=part_of(found)))


def _weekday(found: Found) -> Reading:
    if not cues.is_weekday(found):
        return []
    kind = found.kind("dir")
    direction = None if kind is None or kind is Kind.THAT else DIRECTIONS[kind]
    partial = Partial(
        weekday=found.number("w"),
        daypart=found.number("p"),
        direction=direction,
        part=part_of(found),
        after_told=kind in (Kind.PREVIOUS, Kind.FOLLOWING),
    )
    return whole(found, timed(found, partial))


def _clock_day(found: Found) -> Reading:
    clock = clock_of(found)
    if clock is None:
        return []
    hour, minute = clock
    kind = found.kind("dir")
    part = found.number("p", "zp", "pp") or (_NIGHT if found.kind("z") is Kind.TONIGHT else None)
    if part is not None and part > 1 and hour < _MERIDIEM:
        hour += _MERIDIEM
    if (deixis := found.number("z")) is not None:
        return whole(found, Shift(Unit.DAY, deixis, clock=(hour, minute)))
    if (which := found.kind("pdir")) is not None:
        return whole(found, Shift(Unit.DAY, DIRECTIONS[which], origin=Origin.EITHER, clock=(hour, minute)))
    direction = DIRECTIONS[kind] if kind is not None else None
    return whole(found, Partial(weekday=found.number("w"), direction=direction, hour=hour, minute=minute))


def _weekday_day(found: Found) -> Reading:
    """ "Sunday 3" before "and Monday 4 October"."""  # noqa: D210 - the quotation begins the line
    return whole(found, Partial(weekday=found.number("w"), day=found.number("d"), of_next=True))


def _clock_part(found: Found) -> Reading:
    """ "4 in the morning", "8 o'clock in the evening"."""  # noqa: D210 - the quotation begins the line
    bare = found.number("bare")
    clock = clock_of(found) if bare is None else (bare, 0)
    if clock is None or not 1 <= clock[0] <= _MERIDIEM:
        return []
    return whole(found, Partial(hour=clock[0] % _MERIDIEM + _MERIDIEM * (found.number("p") != 1), minute=clock[1]))


def _feast(found: Found) -> Reading:
    kind, unit = found.kind("dir"), found.group("u")
    direction = None if kind is None or kind in TOLD else DIRECTIONS[kind]
    away = found.group("away") or found.group("away2")
    if unit and UNITS[unit[0].number] not in (Unit.DAY, Unit.WEEK):
        return []
    if not (unit or found.group("y") or away or cues.is_feast(found)):
        return []
    partial = replace(named_day(found.number("f") or 0, found.number("y")), daypart=found.number("dp"))
    week = bool(unit) and UNITS[unit[0].number] is Unit.WEEK
    return whole(found, directed(found, replace(partial, direction=direction, week=week)))


def _month(found: Found) -> Reading:
    kind = found.kind("dir")
    if kind is Kind.THAT and found.kind("m") is Kind.MAYBE:
        return []
    if kind is None and not found.group("part") and not found.group("edge") and not cues.is_month(found):
        return []
    return whole(found, directed(found, Partial(month=found.number("m"), part=part_of(found))))


def _weekend(found: Found) -> Reading:
    after = found.near(1)
    if after is not None and after.kind is Kind.OF:  # "the weekend of March 4-5" is told by its days
        return []
    return whole(found, Partial(weekend=True))


def _bare_clock(found: Found) -> Reading:
    clock = clock_of(found)
    before = found.near(-1)
    dotted = any(found.group(name) for name in ("ap", "ap2", "noon", "hours"))
    if clock is None or not (dotted or (before is not None and before.kind is Kind.AT)):
        return []
    return whole(found, Partial(hour=clock[0], minute=clock[1]))


FORMS: Final[Mapping[str, Callable[[Found], Reading]]] = {
    "iso": _iso,
    "unread": _unread,
    "date": _date,
    "month_day": _month_day,
    "day_month": _month_day,
    "month_year": _month_year,
    "nth_weekday": _nth_weekday,
    "weekday_day": _weekday_day,
    "clock_part": _clock_part,
    "quarter_of": _quarter,
    "quarter_in": _quarter,
    "year_quarter": _quarter,
    "quarter_code": _quarter,
    "week_of": _week_of,
    "short_year": _short_year,
    "season_year": _season,
    "season": _season,
    "decade": _decade,
    "two_years": _two_years,
    "year_period": _year_period,
    "hundreds": _hundreds,
    "years_to": _years_to,
    "dated_era": _dated_era,
    "years_era": _years_era,
    "year_era": _year_era,
    "spelled": _spelled,
    "spelled_date": _spelled,
    "year": _year,
    "weekday": _weekday,
    "weekday_behind": _weekday,
    "clock_day": _clock_day,
    "feast": _feast,
    "month": _month,
    "month_behind": _month,
    "weekend": _weekend,
    "bare_clock": _bare_clock,
}
