"""Whether a stretch of text can hold a date at all: one regular expression that most sentences fail at once.

Words are searched as a tree of their letters, so that a word is given up at its first letter that begins none.
"""

import re
from collections.abc import Iterable, Iterator
from typing import Final

from bot.documents.dates.lexicon import UNITS, Kind, Unit, Words

_ON_CALENDAR: Final = (
    Kind.MONTH, Kind.MAYBE, Kind.WEEKDAY, Kind.SEASON, Kind.FEAST, Kind.WEEKEND, Kind.QUARTER, Kind.DAYPART,
    Kind.DEIXIS, Kind.TONIGHT, Kind.DECADE, Kind.TURN, Kind.LATEST,
)  # fmt: skip
_VAGUE: Final = (Kind.TIMES, Kind.PAST, Kind.NOON, Kind.REPEATED, Kind.VAGUE)
_SHORTER: Final = frozenset(UNITS.index(unit) for unit in (Unit.SECOND, Unit.MINUTE, Unit.HOUR))
_CENTURIES: Final = range(16, 21)  # "nineteen ninety-six"
# a year, a date in figures (which holds a year), a decade, and the codes of quarters, halves and fiscal years
_FIGURES: Final = r"[12][0-9]{3}|['’][0-9]{2}|[0-9]0['’]?s\b|Q[1-4]|[1-4]Q|H[12]\b|[12]H\b|FY[0-9]"
_ERAS: Final = r"\b(?:BCE?|AD|CE|B\.\ ?C\.|A\.\ ?D\.)"


def trigger(words: Words, *, vague: bool) -> re.Pattern[str]:
    """What a sentence has to hold for a date; with `vague` also for a duration, a time of day or a vague word."""
    kinds = _ON_CALENDAR + (_VAGUE if vague else ())
    singles = {word for kind in kinds for word in words.table.get(kind, {})}
    for kind in (Kind.UNIT, Kind.UNITS):
        singles |= {word for word, unit in words.table.get(kind, {}).items() if vague or unit not in _SHORTER}
    singles |= {word for word, number in words.table.get(Kind.NUMBER, {}).items() if number in _CENTURIES}
    capital = [word for word in singles if word in words.proper]
    any_case = [word for word in singles if word not in words.proper]
    phrases = sorted({re.split(r"\W", phrase)[0] for phrase in words.feasts})
    parts = [r"[0-9]" if vague else _FIGURES, _ERAS]
    if any_case:
        parts.append(rf"\b(?i:{_tree(any_case)})\b")
    if capital:
        parts.append(rf"\b(?:{'|'.join(_capitalised(capital))})\b")
    if phrases:
        parts.append(rf"\b(?:{'|'.join(_capitalised(phrases))})\b")
    return re.compile("|".join(parts))


def _capitalised(words: Iterable[str]) -> Iterator[str]:
    """Trees of words that count only with a capital letter, by that letter."""
    by_letter: dict[str, list[str]] = {}
    for word in words:
        by_letter.setdefault(word[0], []).append(word[1:])
    for letter, endings in sorted(by_letter.items()):
        yield f"{letter.upper()}(?i:{_tree(endings)})"


def _tree(words: Iterable[str]) -> str:
    """Words as a regular expression that shares their beginnings."""
    by_letter: dict[str, list[str]] = {}
    ends = False
    for word in words:
        if word:
            by_letter.setdefault(word[0], []).append(word[1:])
        else:
            ends = True
    branches = [re.escape(letter) + _tree(endings) for letter, endings in sorted(by_letter.items())]
    if not branches:
        return ""
    return f"(?:{'|'.join(branches)}){'?' if ends else ''}"
