"""Whether a stretch of text can hold a date at all, at a fraction of what reading it takes.

A stretch is turned into the set of its words, in one byte for each letter, and held against the words that no date is
without. Words that count in some spellings only (names in capitals, the beginnings of named days) are then looked for
as they have to be written.
"""

import re
from collections.abc import Iterable, Iterator
from typing import Final

from bot.documents.dates.lexicon import UNITS, Kind, Unit, Words

_ON_CALENDAR: Final = (
    Kind.MONTH, Kind.MAYBE, Kind.WEEKDAY, Kind.SEASON, Kind.FEAST, Kind.WEEKEND, Kind.QUARTER, Kind.DAYPART,
    Kind.DEIXIS, Kind.TONIGHT, Kind.DECADE, Kind.TURN, Kind.LATEST, Kind.HUNDREDS, Kind.YEARS_AGO,
)  # fmt: skip
_VAGUE: Final = (Kind.TIMES, Kind.PAST, Kind.NOON, Kind.REPEATED, Kind.VAGUE)
_SHORTER: Final = frozenset(UNITS.index(unit) for unit in (Unit.SECOND, Unit.MINUTE, Unit.HOUR))
_CENTURIES: Final = range(16, 21)  # "nineteen ninety-six"
# from a digit on, which is quickly found: a year of four figures, 20230320T1015, '90, 90s, and the codes of quarters,
# halves and fiscal years
_FIGURES: Final = re.compile(
    r"[0-9](?:(?<=[12])(?<![0-9][0-9])[0-9]{3}(?![0-9])|[0-9]{7}T|(?<=['’][0-9])[0-9]|0['’]?s\b|(?<=[1-4])Q"
    r"|(?<=Q[1-4])|(?<=H[12])\b|(?<=[12])H\b|(?<=FY[0-9]))"
)
_FIGURE: Final = re.compile("[0-9]")
_ERAS: Final = r"\b(?:(?:BCE?|AD|CE)\b|B\.\ ?C\.|A\.\ ?D\.)"
_ERA_WORDS: Final = frozenset(("bc", "bce", "ad", "ce", "c", "d"))  # the last ones of "B.C." and "A.D."
_CODINGS: Final = ("latin-1", "cp1250", "cp1251", "iso8859-9", "cp1253", "iso8859-16")


class Trigger:
    """What a sentence has to hold for a date; with `vague` also for a duration, a time of day or a vague word."""

    def __init__(self, words: Words, *, vague: bool) -> None:
        kinds = _ON_CALENDAR + (_VAGUE if vague else ())
        singles = {word for kind in kinds for word in words.table.get(kind, {})}
        for kind in (Kind.UNIT, Kind.UNITS):
            singles |= {word for word, unit in words.table.get(kind, {}).items() if vague or unit not in _SHORTER}
        singles |= {word for word, number in words.table.get(Kind.NUMBER, {}).items() if number in _CENTURIES}
        capital = {word for word in singles if word in words.proper}
        dated = [phrase for phrase, (kind, _) in words.phrases.items() if kind in kinds]
        phrases = {word for phrase in (*words.feasts, *dated) for word in first_words(phrase)}
        self._figures = _FIGURE if vague else _FIGURES
        self._coding = next(coding for coding in _CODINGS if _fits("".join(singles | phrases), coding))
        self._table = _table(self._coding)
        self._any_case = frozenset(word.encode(self._coding) for word in singles - capital)
        spelled = capital | phrases | _ERA_WORDS
        self._all = self._any_case.union(word.encode(self._coding) for word in spelled)
        self._spelling = re.compile(
            "|".join(
                [
                    _ERAS,
                    rf"\b(?:{'|'.join(_capitalised(capital))})\b",
                    *_phrases(words.feasts),
                    *_phrases(dated, any_case=True),
                ]
            )
        )

    def fires(self, text: str, start: int, end: int) -> bool:
        """Whether the text between two offsets may hold a date."""
        if self._figures.search(text, start, end) is not None:
            return True
        words = text[start:end].encode(self._coding, "replace").translate(self._table).split()
        if self._all.isdisjoint(words):
            return False
        return not self._any_case.isdisjoint(words) or self._spelling.search(text, start, end) is not None


def _fits(letters: str, coding: str) -> bool:
    try:
        letters.encode(coding)
    except UnicodeEncodeError:
        return False
    return True


def _table(coding: str) -> bytes:
    """Small letters for capital ones, and blanks for what is in no word."""
    table = bytearray(b" " * 256)
    for code in range(256):
        sign = bytes((code,)).decode(coding, "replace")
        if sign.isalnum() or sign == "_":
            low = sign.lower()
            table[code] = low.encode(coding)[0] if len(low) == 1 and _fits(low, coding) else code
    return bytes(table)


def first_words(phrase: str) -> list[str]:
    """The words with which an expression of several words can begin."""
    first = _FIRST.match(phrase)
    return _WORD.findall(first[0] if first else "")


_FIRST: Final = re.compile(r"\(\?:[^)]*\)|[^\W\d_]+")
_WORD: Final = re.compile(r"[^\W\d_]+")


def _phrases(phrases: Iterable[str], *, any_case: bool = False) -> Iterator[str]:
    """Expressions of several words; without `any_case` the first has a capital."""
    for phrase in phrases:
        form = rf"\b(?i:{phrase})" if any_case else rf"\b{phrase[0].upper()}(?i:{phrase[1:]})\b"
        yield form.replace(" ", r"\s+")


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
