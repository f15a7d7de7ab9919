"""What the readers of the grammar's rules share: an expression among tokens, and the parts that many forms have."""

import re
from dataclasses import dataclass, replace
from typing import Final

from bot.documents.dates.grammar import Found
from bot.documents.dates.lexicon import UNITS, Kind, Unit
from bot.documents.dates.meaning import Meaning, Partial
from bot.documents.dates.tokens import Token

DIRECTIONS: Final = {
    Kind.LAST: -1, Kind.PAST: -1, Kind.PREVIOUS: -1, Kind.GONE: -1, Kind.NEXT: 1, Kind.FOLLOWING: 1, Kind.COMING: 1,
    Kind.THIS: 0,
}  # fmt: skip
TOLD: Final = frozenset((Kind.PREVIOUS, Kind.FOLLOWING, Kind.THAT))
NUMBERS: Final = re.compile("[0-9]+")
_MERIDIEM: Final = 12


@dataclass(slots=True)
class Atom:
    """An expression of time: the indexes of its first token and of the one behind its last, and what it says."""

    first: int
    end: int
    meaning: Meaning


Reading = list[Atom]


def whole(found: Found, meaning: Meaning) -> Reading:
    """One expression: all that the rule fits."""
    return [Atom(found.first, found.end, meaning)]


def amount_of(tokens: list[Token]) -> int | None:
    """The number that words or digits give; None for "several"."""
    total = 0
    numbered = any(token.kind is Kind.NUMBER for token in tokens)
    for token in tokens:
        if token.kind is Kind.ARTICLE and numbered:  # "a hundred", "a two-year"
            continue
        if token.kind is Kind.FEW:
            return token.number or None
        if token.kind is Kind.HALF:
            return None
        if token.kind is Kind.NUMBER and token.number >= 100:  # noqa: PLR2004 - hundred and thousand multiply
            total = max(total, 1) * token.number
        elif token.kind in _COUNTING:
            total += token.number
    return total


_COUNTING: Final = frozenset((Kind.NUMBER, Kind.DAYNUM, Kind.NUM, Kind.YEAR, Kind.ARTICLE))


def unit_of(found: Found, name: str = "u") -> Unit:
    """The unit of time in a named part of the rule."""
    group = found.group(name)
    if group[0].kind is Kind.QUARTER:
        return Unit.QUARTER
    return UNITS[group[0].number]


def part_of(found: Found) -> int | None:
    """Early (1), mid (2) or late (3) where the rule says so."""
    return found.number("part", "edge")


def clock_of(found: Found, suffix: str = "") -> tuple[int, int] | None:
    """Hour and minute of the rule's time of day; None where it has none, or none that a clock shows."""
    if noon := found.group("noon" + suffix):
        return noon[0].number, 0
    if hours := found.group("hours" + suffix):  # "1800 GMT"
        return _in_day(*divmod(int(hours[0].word), 100)) if len(hours[0].word) == len("1800") else None
    if not (shown := found.group("c" + suffix) or found.group("h" + suffix)):
        return None
    numbers = [int(number) for number in NUMBERS.findall(shown[0].word)]
    hour, minute = numbers[0], numbers[1] if len(numbers) > 1 else 0
    half = found.number("ap" + suffix, "ap2" + suffix)
    if half is None and shown[0].word.endswith("m"):
        half = _MERIDIEM * shown[0].word.endswith("pm")
    if half is not None:
        if not 1 <= hour <= _MERIDIEM:
            return None
        hour = hour % _MERIDIEM + half
    return _in_day(hour, minute)


def _in_day(hour: int, minute: int) -> tuple[int, int] | None:
    return (hour, minute) if hour < 24 and minute < 60 else None  # noqa: PLR2004 - the clock's own limits


def timed(found: Found, partial: Partial) -> Partial:
    """The same with the rule's time of day, where it has one."""
    clock = clock_of(found) or clock_of(found, "_")
    if clock is None:
        return partial
    return replace(partial, hour=clock[0], minute=clock[1])


def directed(found: Found, partial: Partial) -> Partial:
    """The same with the direction of "last June" and the year of "June last year"."""
    kind, away = found.kind("dir"), found.kind("away") or found.kind("away2")
    if kind is None and away is None:
        return partial
    direction = None if kind is None or kind in TOLD else DIRECTIONS[kind]
    if away is None or found.number("awayu", "awayu2") != UNITS.index(Unit.YEAR):
        return replace(partial, direction=direction)
    if away in TOLD:
        return replace(partial, same_year=True, years_away=DIRECTIONS.get(away, 0))
    return replace(partial, direction=direction, years_away=DIRECTIONS[away])


def adjective(found: Found, meaning: Meaning) -> Reading:
    """The expression without its article where it stands before a noun: "the 14-day truce"."""
    joined = any(token.kind is Kind.DASH for token in found.tokens[found.first : found.end])
    article = found.tokens[found.first].kind is Kind.THE
    return [Atom(found.first + (joined and article), found.end, meaning)]
