"""The readers of the forms that count from somewhere, and of durations, repeating times and vague words."""

from collections.abc import Callable, Mapping
from typing import Final

from bot.documents.dates import cues
from bot.documents.dates.grammar import Found
from bot.documents.dates.lexicon import UNITS, Kind, Unit
from bot.documents.dates.meaning import Length, Origin, Partial, Repeated, Shift, Stretch, Vague
from bot.documents.dates.reading import (
    DIRECTIONS,
    TOLD,
    Atom,
    Reading,
    adjective,
    amount_of,
    part_of,
    unit_of,
    whole,
)

_UNCOUNTED: Final = frozenset((Unit.SECOND, Unit.MINUTE, Unit.HOUR, Unit.QUARTER))
_SHORTEST: Final = frozenset((Unit.SECOND, Unit.MINUTE, Unit.HOUR))


def _shift_base(found: Found) -> Reading:
    amount = amount_of(found.group("n")) if found.group("n") else 1
    sign = -1 if found.kind("side") is Kind.BEFORE else 1
    base: Partial | Shift
    if found.group("now"):
        if found.number("now") != 0 or sign < 0 or unit_of(found) in _SHORTEST:
            return []
        return whole(found, Shift(unit_of(found), amount))
    if (deixis := found.number("z")) is not None:
        base = Shift(Unit.DAY, deixis)
    else:
        kind = found.kind("dir")
        base = Partial(
            year=found.number("y"),
            month=found.number("m"),
            day=found.number("d"),
            weekday=found.number("w"),
            direction=DIRECTIONS[kind] if kind is not None else None,
        )
    return whole(found, Shift(unit_of(found), None if amount is None else sign * amount, base=base))


def _ago(found: Found) -> Reading:
    side = found.kind("side")
    count = found.group("n")
    if side is Kind.BEFORE and not cues.closes(found):
        return []
    amount = amount_of(count) if count else None
    glued = any(token.kind is Kind.DASH for token in found.tokens[found.start("u") : found.end])
    if not count and found.kind("u") is not Kind.UNITS:
        if not glued:
            return []
        amount = 1
    sign = 1 if side is Kind.LATER else -1
    unit = unit_of(found)
    compared = unit is Unit.YEAR and amount == 1 and sign < 0
    origin = Origin.ANCHOR if side is Kind.AGO else Origin.TOLD
    shift = Shift(unit, None if amount is None else sign * amount, compared=compared, origin=origin)
    before_noun = glued and found.tokens[found.end - 1].kind is side  # "a year-earlier loss"
    article = found.tokens[found.first].kind in (Kind.THE, Kind.ARTICLE)
    return [Atom(found.first + (before_noun and article), found.end, shift)]


def _half_ago(found: Found) -> Reading:
    """ "Half a year ago", "half a century ago"."""  # noqa: D210 - the quotation begins the line
    sign = 1 if found.kind("side") is Kind.LATER else -1
    unit, amount = _HALVES.get(unit_of(found), (None, 0))
    if unit is None:
        return whole(found, Shift(unit_of(found), None))
    return whole(found, Shift(unit, sign * amount, origin=_origin(found)))


_HALVES: Final = {Unit.YEAR: (Unit.MONTH, 6), Unit.DECADE: (Unit.YEAR, 5), Unit.CENTURY: (Unit.YEAR, 50)}


def _halves_ago(found: Found) -> Reading:
    """ "A year and a half ago", "two and a half years ago"."""  # noqa: D210 - the quotation begins the line
    unit = unit_of(found, "u" if found.group("u") else "mu")
    amount = amount_of(found.group("n") or found.group("m"))
    if amount is None or unit is not Unit.YEAR:
        return whole(found, Shift(unit, None))
    sign = 1 if found.kind("side") is Kind.LATER else -1
    return whole(found, Shift(unit, sign * amount, origin=_origin(found), half=True))


def _origin(found: Found) -> Origin:
    return Origin.ANCHOR if found.kind("side") is Kind.AGO else Origin.TOLD


def _beyond(found: Found) -> Reading:
    """ "The year before last", "the week after next"."""  # noqa: D210 - the quotation begins the line
    return whole(found, Shift(unit_of(found), -2 if found.group("last") else 2))


def _half_length(found: Found) -> Reading:
    return whole(found, Length(unit_of(found), 0, half=True))


def _back(found: Found) -> Reading:
    """ "Hace tres años", "vor drei Jahren"."""  # noqa: D210 - the quotation begins the line
    amount = amount_of(found.group("n"))
    return whole(found, Shift(unit_of(found), None if amount is None else -amount))


def _years_ago(found: Found) -> Reading:
    """ "För tre år sedan"."""  # noqa: D210 - the quotation begins the line
    return whole(found, Shift(Unit.YEAR, -(found.number("n") or 0)))


def _stretch(found: Found) -> Reading:
    kind = found.kind("dir")
    if kind is None or found.kind("n") is Kind.ARTICLE:
        return []
    return whole(found, Stretch(unit_of(found), amount_of(found.group("n")), DIRECTIONS[kind]))


def _past_unit(found: Found) -> Reading:
    return whole(found, Stretch(unit_of(found), 1, -1))


def _recent(found: Found) -> Reading:
    if found.kind("dir") is Kind.RECENT and unit_of(found) is Unit.YEAR:
        return whole(found, Vague(-1))
    return whole(found, Length(unit_of(found), None))


def _these(found: Found) -> Reading:
    return whole(found, Vague(0)) if unit_of(found) is Unit.DAY else []


def _current(found: Found) -> Reading:
    return whole(found, Vague(0)) if found.number("v") else []


def _in_time(found: Found) -> Reading:
    """ "In two weeks' time"."""  # noqa: D210 - the quotation begins the line
    before, unit = found.near(-1), unit_of(found)
    if before is None or before.kind is not Kind.IN or unit in _SHORTEST:
        return []
    return whole(found, Shift(unit, amount_of(found.group("n"))))


def _is_next_told(found: Found) -> bool:
    """Whether "the next day" is meant, which follows what was told, unlike "next week"."""
    return found.kind("dir") is Kind.NEXT and bool(found.group("the")) and unit_of(found) is Unit.DAY


def _relative(found: Found) -> Reading:
    kind = found.kind("dir")
    origin = Origin.TOLD if kind in TOLD or _is_next_told(found) else Origin.EITHER
    part = part_of(found)
    if (edge := found.group("el")) and part is None:
        part = {Kind.EARLIER: 1, Kind.LATER: 3}.get(edge[0].kind)
    amount = 0 if kind is None or kind is Kind.THAT else DIRECTIONS[kind]
    if found.kind("u") is Kind.WEEKEND:
        return whole(found, Partial(weekend=True, direction=amount))
    unit = unit_of(found)
    if unit in (Unit.SECOND, Unit.MINUTE, Unit.HOUR) or found.group("u")[0].capital:
        return []
    before = found.near(-1)
    if unit is Unit.DAY and (kind is Kind.LAST or (before is not None and before.kind is Kind.TO)):  # "to this day"
        return []
    if unit is Unit.DECADE and kind in (Kind.LAST, Kind.NEXT):
        return whole(found, Stretch(unit, 1, amount))
    return whole(found, Shift(unit, amount, origin=origin, part=part, whole=unit is Unit.CENTURY))


def _latest_quarter(found: Found) -> Reading:
    if found.group("m"):  # "the quarter ended Sept. 30"
        ended = Partial(year=found.number("y"), month=found.number("m"), day=found.number("d"))
        return whole(found, Shift(Unit.QUARTER, 0, base=ended))
    before = found.near(-1)
    if found.group("latest") or (before is not None and before.kind is Kind.IN):
        return whole(found, Shift(Unit.QUARTER, -1, latest=True))
    return whole(found, Shift(Unit.QUARTER, 0, origin=Origin.TOLD))


def _edge_unit(found: Found) -> Reading:
    unit = unit_of(found)
    if unit in (Unit.SECOND, Unit.MINUTE, Unit.HOUR, Unit.DAY):
        return []
    return whole(found, Shift(unit, 0, origin=Origin.NEAREST, part=part_of(found)))


def _deixis(found: Found) -> Reading:
    token = found.group("z")[0]
    if not cues.is_day(found):
        return []
    daypart = 4 if token.kind is Kind.TONIGHT else found.number("p")
    return whole(found, Shift(Unit.DAY, token.number, daypart=daypart, part=part_of(found)))


def _part_of_day(found: Found) -> Reading:
    kind = found.kind("dir")
    if kind is None:
        return []
    amount = 0 if kind is Kind.THAT else DIRECTIONS[kind]
    origin = Origin.TOLD if kind in TOLD or found.group("the") else Origin.EITHER
    return whole(found, Shift(Unit.DAY, amount, origin=origin, daypart=found.number("p")))


def _set(found: Found) -> Reading:
    if found.group("us"):
        return whole(found, Repeated(unit_of(found, "us"), amount_of(found.group("n"))))
    if found.group("u"):
        return whole(found, Repeated(unit_of(found), 1))
    each = Partial(weekday=found.number("w"), month=found.number("m"), season=found.number("s"))
    return whole(found, Repeated(Unit.DAY, 1, each))


def _weekdays(found: Found) -> Reading:
    """ "Friday nights"."""  # noqa: D210 - the quotation begins the line
    return whole(found, Repeated(Unit.DAY, 1, Partial(weekday=found.number("w"), daypart=found.number("ps"))))


def _repeated(found: Found) -> Reading:
    return whole(found, Repeated(UNITS[found.group("rep")[0].number]))


def _length(found: Found) -> Reading:
    unit, amount = unit_of(found), amount_of(found.group("n"))
    if cues.is_rate(found) or (found.kind("n") is Kind.YEAR and found.kind("u") is not Kind.UNITS):
        return []
    if cues.is_up_to_now(found, amount):
        return whole(found, Stretch(unit, amount, -1))
    quarters = unit is Unit.QUARTER and found.tokens[found.start("u") - 1].kind is Kind.DASH  # "three-quarters"
    if found.group("aged") or quarters or not cues.is_length(found):
        return []
    before = found.near(-1)
    ahead = before is not None and before.kind is Kind.IN and before.number > 0 and unit not in _UNCOUNTED
    half = bool(found.group("half") or found.group("half2"))
    if found.group("from"):
        amount, ahead = found.number("from"), False
    return _without_article(found, Length(unit, amount, ahead and not half, half))


def _without_article(found: Found, length: Length) -> Reading:
    """A duration from the word on with which it begins."""
    first = found.tokens[found.first]
    if found.tokens[found.end - 1].kind is Kind.PERIOD:  # "over a two-year period"
        return [Atom(found.start("n"), found.end, length)]
    if _has_idle_article(found):  # "a two-year plan"
        return [Atom(found.start("n") + 1, found.end, length)]
    if first.kind is Kind.OVER or (first.kind is Kind.ABOUT and not first.number):
        return [Atom(found.first + 1, found.end, length)]
    return adjective(found, length)


def _has_idle_article(found: Found) -> bool:
    """Whether an article stands before a number that needs none, unlike that of "a hundred"."""
    count = found.group("n")
    idle = len(count) > 1 and count[0].kind is Kind.ARTICLE and count[1].kind is Kind.NUMBER
    return idle and count[1].number not in _COUNTED_THEMSELVES


_COUNTED_THEMSELVES: Final = frozenset((12, 100, 1000))


def _lasting(found: Found) -> Reading:
    """ "A year-long study", "decades-long"."""  # noqa: D210 - the quotation begins the line
    if found.group("long")[0].word != "long":
        return []
    return whole(found, Length(unit_of(found), 1 if found.kind("u") is Kind.UNIT else None))


def _lengths(found: Found) -> Reading:
    if unit_of(found) is Unit.QUARTER or not cues.is_vague_length(found):
        return []
    return whole(found, Length(unit_of(found), None))


def _vague(found: Found) -> Reading:
    token = found.group("v")[0]
    if token.number == 0 and token.capital:  # "Now, he says": mostly no time at all, measured on TimeBank
        return []
    return whole(found, Vague(token.number))


def _era(found: Found) -> Reading:
    token = found.group("v")[0]
    return whole(found, Vague(-1 if token.kind is Kind.PAST else token.number))


FORMS: Final[Mapping[str, Callable[[Found], Reading]]] = {
    "shift_base": _shift_base,
    "ago": _ago,
    "back": _back,
    "half_ago": _half_ago,
    "halves_ago": _halves_ago,
    "beyond": _beyond,
    "half_length": _half_length,
    "years_ago": _years_ago,
    "behind": _relative,
    "stretch": _stretch,
    "past_unit": _past_unit,
    "recent": _recent,
    "in_time": _in_time,
    "these": _these,
    "current": _current,
    "relative": _relative,
    "edge_unit": _edge_unit,
    "latest_quarter": _latest_quarter,
    "deixis": _deixis,
    "daypart": _part_of_day,
    "set": _set,
    "weekdays": _weekdays,
    "repeated": _repeated,
    "lasting": _lasting,
    "length": _length,
    "lengths": _lengths,
    "vague": _vague,
    "era": _era,
}
