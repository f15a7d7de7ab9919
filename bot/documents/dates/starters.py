"""With which kinds of token a pattern of the grammar can begin, read off the pattern itself.

Only what the grammar uses of regular expressions is understood: literals, groups, alternatives, lookaheads, and `?`,
`*` and `{m,n}` behind them.
"""

import re
from dataclasses import dataclass
from typing import Final

_GROUP: Final = re.compile(r"\((?:\?P<\w+>|\?:|\?=|\?!)?")
_REPEAT: Final = re.compile(r"\?|\*|\+|\{(\d+),?\d*\}")


@dataclass(frozen=True, slots=True)
class _Part:
    """What a part of a pattern can begin with, and whether it can be empty."""

    first: frozenset[str]
    empty: bool


def starters(pattern: str) -> frozenset[str]:
    """The characters with which a match of the pattern can begin. Raises ValueError where it can be empty."""
    part, end = _alternatives(pattern, 0)
    if part.empty or end < len(pattern):
        raise ValueError(f"this pattern fits nothing, or does not end: {pattern!r}")
    return part.first


def _alternatives(pattern: str, place: int) -> tuple[_Part, int]:
    first: frozenset[str] = frozenset()
    empty = False
    while True:
        part, place = _sequence(pattern, place)
        first |= part.first
        empty |= part.empty
        if place == len(pattern) or pattern[place] != "|":
            return _Part(first, empty), place
        place += 1


def _sequence(pattern: str, place: int) -> tuple[_Part, int]:
    first: frozenset[str] = frozenset()
    empty = True
    while place < len(pattern) and pattern[place] not in "|)":
        part, place = _item(pattern, place)
        if empty:
            first |= part.first
        empty &= part.empty
    return _Part(first, empty), place


def _item(pattern: str, place: int) -> tuple[_Part, int]:
    if (group := _GROUP.match(pattern, place)) is not None:
        part, place = _alternatives(pattern, group.end())
        place += 1
        if group[0] in ("(?=", "(?!"):  # takes nothing
            part = _Part(frozenset(), empty=True)
    else:
        place += pattern[place] == "\\"
        part, place = _Part(frozenset(pattern[place]), empty=False), place + 1
    if (repeat := _REPEAT.match(pattern, place)) is not None:
        least = 1 if repeat[0] == "+" else int(repeat[1] or 0)
        part, place = _Part(part.first, part.empty or least == 0), repeat.end()
    return part, place
