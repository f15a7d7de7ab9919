"""The readers of the forms of Chinese, Japanese and Korean."""

from collections.abc import Callable, Mapping
from typing import Final

from bot.documents.dates.grammar import Found
from bot.documents.dates.lexicon import Kind, Unit
from bot.documents.dates.meaning import Partial, Share, Shift
from bot.documents.dates.reading import Atom, Reading, amount_of, unit_of, whole


def _day(found: Found) -> Reading:
    """ "2023年3月20日至22日", "去年6月", "3月"."""  # noqa: D210 - the quotation begins the line
    partial = Partial(
        year=found.number("y"),
        month=found.number("m"),
        day=found.number("d"),
        years_away=found.number("ay"),
        part=found.number("part"),
    )
    if (last := found.number("d2")) is None:
        return whole(found, partial)
    until = Partial(year=partial.year, month=partial.month, day=last, years_away=partial.years_away)
    mark, end = found.start("mark"), found.start("d2")
    return [Atom(found.first, mark, partial), Atom(end, found.end, until)]


def _part(found: Found) -> Reading:
    year, away = found.number("y"), found.number("ay")
    if (half := found.number("code")) is not None:
        longer = Partial(year=year) if year is not None else Shift(Unit.YEAR, away or 0)
        return whole(found, Share(longer, None, half))
    return whole(found, Partial(year=year, years_away=away, quarter=found.number("q"), season=found.number("s")))


def _year(found: Found) -> Reading:
    away = found.number("ay")
    if away is not None:
        return whole(found, Shift(Unit.YEAR, away, part=found.number("part")))
    return whole(found, Partial(year=found.number("y"), part=found.number("part")))


def _month_away(found: Found) -> Reading:
    month = Shift(Unit.MONTH, found.number("am") or 0, part=found.number("part"))
    day = found.number("d")
    return whole(found, month if day is None else Share(month, Unit.DAY, day))


def _week_away(found: Found) -> Reading:
    week, weekday = Shift(Unit.WEEK, found.number("aw") or 0), found.number("w")
    return whole(found, week if weekday is None else Share(week, Unit.DAY, weekday + 1))


def _ago(found: Found) -> Reading:
    """ "三年前"."""  # noqa: D210 - the quotation begins the line
    amount = amount_of(found.group("n")) or 0
    return whole(found, Shift(unit_of(found), -amount if found.kind("side") is Kind.UNTIL_BEHIND else amount))


FORMS: Final[Mapping[str, Callable[[Found], Reading]]] = {
    "eastern_day": _day,
    "eastern_part": _part,
    "eastern_year": _year,
    "eastern_month": _month_away,
    "eastern_week": _week_away,
    "eastern_ago": _ago,
}
