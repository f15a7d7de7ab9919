"""With which kinds of token a pattern of the grammar can begin, read off the pattern itself.

Only what the grammar uses of regular expressions is understood: literals, groups, alternatives, lookaheads, and `?`,
`*`, `+` and `{m,n}` behind them.
"""

import re
from collections.abc import Set as AbstractSet
from typing import Final

_GROUP: Final = re.compile(r"\((?:\?P<\w+>|\?:|\?=|\?!)?")
_REPEAT: Final = re.compile(r"\?|\*|\+|\{(\d+),?\d*\}")
LENGTH: Final = 3
"""How many kinds are looked at."""
_NOTHING: Final = frozenset(("",))


def starters(pattern: str) -> frozenset[str]:
    """The first three characters with which a match of the pattern can begin, or fewer that are a match by themselves.

    A lookahead is taken to fit. Raises ValueError where the pattern can be empty.
    """
    first, end = _alternatives(pattern, 0)
    if "" in first or end < len(pattern):
        raise ValueError(f"this pattern fits nothing, or does not end: {pattern!r}")
    return first


def _alternatives(pattern: str, place: int) -> tuple[frozenset[str], int]:
    first: frozenset[str] = frozenset()
    while True:
        part, place = _sequence(pattern, place)
        first |= part
        if place == len(pattern) or pattern[place] != "|":
            return first, place
        place += 1


def _sequence(pattern: str, place: int) -> tuple[frozenset[str], int]:
    first = _NOTHING
    while place < len(pattern) and pattern[place] not in "|)":
        part, place = _item(pattern, place)
        first = _joined(first, part)
    return first, place


def _joined(first: AbstractSet[str], then: AbstractSet[str]) -> frozenset[str]:
    """What a match of one part and then another can begin with."""
    short = {each for each in first if len(each) < LENGTH}
    return frozenset(first - short) | {(each + more)[:LENGTH] for each in short for more in then}


def _item(pattern: str, place: int) -> tuple[frozenset[str], int]:
    if (group := _GROUP.match(pattern, place)) is not None:
        part, place = _alternatives(pattern, group.end())
        place += 1
        if group[0] in ("(?=", "(?!"):  # takes nothing
            part = _NOTHING
    else:
        place += pattern[place] == "\\"
        part, place = frozenset(pattern[place]), place + 1
    if (repeat := _REPEAT.match(pattern, place)) is not None:
        least = 1 if repeat[0] == "+" else int(repeat[1] or 0)
        times = [part]
        while repeat[0] != "?" and len(times) < LENGTH:
            times.append(_joined(times[-1], part))
        part = frozenset().union(*times[max(min(least, LENGTH) - 1, 0) :], () if least else _NOTHING)
        place = repeat.end()
    return part, place
