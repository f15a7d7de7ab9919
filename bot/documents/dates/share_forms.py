"""The readers of the forms that name a part of a longer time: halves, last decades, turns; and centuries."""

from collections.abc import Callable, Mapping
from typing import Final

from bot.documents.dates.grammar import Found
from bot.documents.dates.lexicon import Kind, Unit
from bot.documents.dates.meaning import Length, Origin, Partial, Share, Shift
from bot.documents.dates.reading import DIRECTIONS, TOLD, Atom, Reading, amount_of, part_of, unit_of, whole

_LONG: Final = frozenset((Unit.MONTH, Unit.YEAR, Unit.DECADE, Unit.CENTURY))
_MOST: Final = 99
_HUNDRED: Final = 100


def _whole(found: Found) -> Partial | Shift | None:
    """The longer time of which a part is named; None where it is none that has parts."""
    if found.group("co"):
        return Partial(century=found.number("co")) if unit_of(found, "cu") is Unit.CENTURY else None
    if found.group("m") or found.group("x") or found.group("y"):
        return Partial(year=found.number("y", "my"), month=found.number("m"), decade=found.number("x"))
    return _counted_whole(found)


def _counted_whole(found: Found) -> Shift | None:
    """ "Last year", "the decade"."""  # noqa: D210 - the quotation begins the line
    name = "wu" if found.group("wu") else "tu"
    unit, kind = unit_of(found, name), found.kind("wdir")
    if unit not in _LONG:
        return None
    if kind is None or kind in TOLD:
        return Shift(unit, DIRECTIONS.get(kind, 0) if kind else 0, origin=Origin.NEAREST)
    return Shift(unit, DIRECTIONS[kind], origin=Origin.EITHER, whole=unit is Unit.CENTURY)


def _first(found: Found) -> int | None:
    """Which part: counted from the first, or -1 for the last."""
    return -1 if found.group("last") else found.number("o")


def _half(found: Found) -> Reading:
    number, longer = _first(found), _whole(found)
    if longer is None or number not in (-1, 1, 2):
        return []
    return whole(found, Share(longer, None, 2 if number < 0 else number))


def _half_code(found: Found) -> Reading:
    return whole(found, Share(Partial(year=found.number("y")), None, found.number("code") or 1))


def _units(found: Found) -> Reading:
    """ "The first two months of 2023"."""  # noqa: D210 - the quotation begins the line
    number, longer, count = _first(found), _whole(found), amount_of(found.group("n"))
    if longer is None or number not in (-1, 1) or not count:
        return []
    return whole(found, Share(longer, unit_of(found), number, count))


def _unit(found: Found) -> Reading:
    """ "The first week of March", "the last decade of the 19th century"."""  # noqa: D210 - the quotation begins it
    number, longer, unit = _first(found), _whole(found), unit_of(found)
    if longer is None or number is None or unit in (Unit.SECOND, Unit.MINUTE, Unit.HOUR):
        return []
    return whole(found, Share(longer, unit, number))


def _turn(found: Found) -> Reading:
    number = found.number("o")
    if number is None or not 1 < number <= _MOST or unit_of(found) is not Unit.CENTURY:
        return []
    return whole(found, Partial(century=number, turn=True))


def _year_end(found: Found) -> Reading:
    """ "Year-end", "the year's end"."""  # noqa: D210 - the quotation begins the line
    after = found.near(1)
    late = found.number("edge") == 3 and unit_of(found) is Unit.YEAR  # noqa: PLR2004 - early, middle, late
    if not late or (after is not None and after.kind is Kind.TO):
        return []
    return whole(found, Shift(Unit.YEAR, 0, origin=Origin.NEAREST, part=3))


def _within(found: Found) -> Reading:
    """ "Earlier in the year", "late in the week"."""  # noqa: D210 - the quotation begins the line
    unit, edge = unit_of(found), found.group("el")
    if unit in (Unit.SECOND, Unit.MINUTE, Unit.HOUR) or (unit is Unit.DAY and not edge):
        return []
    part = {Kind.EARLIER: 1, Kind.LATER: 3}[edge[0].kind] if edge else part_of(found)
    return whole(found, Shift(unit, 0, origin=Origin.NEAREST, part=part))


def _in_year(found: Found) -> Reading:
    """ "For the year", "throughout the fiscal year", "for the year ended March 31"."""  # noqa: D210 - as above
    first, before, after = found.first + 1, found.near(-1), found.near(1)
    if unit_of(found) is not Unit.YEAR or found.group("u")[0].capital:
        return []
    if found.group("ended"):
        return [Atom(first, found.end - 1, Length(Unit.YEAR, 1))]
    if after is not None and after.kind is Kind.YEAR:  # "in the fiscal year 2019" is told by its number
        return []
    if found.kind("in") is Kind.OF and (before is None or before.kind not in _PARTITIVE):
        return []
    goes_on = after is not None and (after.word[0].isalnum() or after.kind is Kind.DASH) and after.kind not in _CLOSING
    goes_on = goes_on and not found.group("full")  # "for the full year"
    return [] if goes_on else [Atom(first, found.end, Shift(Unit.YEAR, 0, origin=Origin.NEAREST))]


def _century(found: Found) -> Reading:
    number, unit = found.number("o", "o2"), unit_of(found, "u" if found.group("u") else "u2")
    if number is None or unit is not Unit.CENTURY or not 1 <= number <= _MOST:
        return []
    era = found.number("era") or 1
    return whole(found, Partial(century=number, part=part_of(found), era=era))


def _centuries(found: Found) -> Reading:
    """ "The 17th and the 19th century", of which only the second is said to be one."""  # noqa: D210 - as above
    first, last = found.number("o") or 0, found.number("o2") or 0
    if unit_of(found) is not Unit.CENTURY or not 0 < first < last <= _MOST:
        return []
    middle = found.start("mark")
    return [
        Atom(found.first, middle, Partial(century=first)),
        Atom(middle + 1, found.end, Partial(century=last)),
    ]


def _years(found: Found) -> Reading:
    """ "The fiscal year 2019/20", which ends in the next year; "the years 1914-18"."""  # noqa: D210 - as above
    year, last = found.number("y") or 0, found.group("yy")[0].word
    if unit_of(found) is not Unit.YEAR:
        return []
    if found.kind("u") is Kind.UNITS:
        final = int(str(year)[: -len(last)] + last) if last.isdigit() and len(last) in (2, 4) else 0
        middle = found.start("mark")
        years = [Atom(found.first, middle, Partial(year=year)), Atom(middle + 1, found.end, Partial(year=final))]
        return years if final > year else []
    if last not in {f"{(year + 1) % _HUNDRED:02}", str(year + 1)}:
        return []
    return whole(found, Partial(year=year, part=part_of(found), years=2))


_PARTITIVE: Final = frozenset((Kind.UNITS, Kind.HALF, Kind.QUARTER, Kind.TALLY))
_CLOSING: Final = frozenset((Kind.IN, Kind.ON, Kind.AT, Kind.AND, Kind.BY, Kind.FROM))

FORMS: Final[Mapping[str, Callable[[Found], Reading]]] = {
    "half_of": _half,
    "half_code": _half_code,
    "units_of": _units,
    "unit_of": _unit,
    "century_quarter": _unit,
    "turn_of": _turn,
    "century": _century,
    "centuries": _centuries,
    "years_named": _years,
    "year_end": _year_end,
    "within": _within,
    "in_year": _in_year,
}
