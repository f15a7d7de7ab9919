"""Cutting Chinese, Japanese and Korean: dates run from the year down, with their units, and words are not parted.

A language is a list of forms, of which the first that fits at a place is taken; what fits none is a token by itself.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

from bot.documents.dates.lexicon import UNITS, Kind, Tense, Unit
from bot.documents.dates.tokens import Token, Tokens

_FIGURES: Final = {figure: value for value, figure in enumerate("〇一二三四五六七八九")} | {
    "零": 0,
    "○": 0,
    "元": 1,
    "两": 2,
}
_TEN: Final = "十"
NUMERAL: Final = "[〇零○一二三四五六七八九十]"
FIGURE: Final = "[0-9０-９]"
NUMBER: Final = f"(?:{FIGURE}{{1,3}}|{NUMERAL}{{1,3}})"
DAY: Final = (
    f"(?:[12１２]{FIGURE}|[3３][01０１]|{FIGURE}(?!{FIGURE})|[二三]?十[一二三四五六七八九]?|[一二三四五六七八九])"
)
MONTH: Final = "(?:[1１][0-2０-２]|[1-9１-９]|十[一二]?|[一二三四五六七八九])"
YEAR: Final = f"(?:[12１２]{FIGURE}{{3}}|[一二][〇零○一二三四五六七八九]{{3}})"
BEGIN: Final = f"(?<!{FIGURE})(?<!{NUMERAL})"
DASHES: Final = "[-–—~〜～−]"


def numeral(text: str) -> int:
    """The number that figures or Chinese numerals give: "2023", "二〇二三", "二十三"."""
    signs = [sign for sign in text if sign.isdecimal() or sign in _FIGURES or sign == _TEN]
    if _TEN in signs:
        place = signs.index(_TEN)
        tens, ones = signs[:place], signs[place + 1 :]
        return 10 * (_FIGURES[tens[0]] if tens else 1) + (_FIGURES[ones[0]] if ones else 0)
    return int("".join(str(_FIGURES.get(sign, sign)) for sign in signs) or "0")


@dataclass(frozen=True, slots=True)
class Form:
    """A form, the kind of its token, and its number, or what makes it of the text; `dated` forms are in every date."""

    pattern: str
    kind: Kind
    number: int | Callable[[str], int] = 0
    dated: bool = True


@dataclass(frozen=True, slots=True, eq=False)
class EasternWords:
    """A language's forms, in order of preference, and its signs of tense."""

    language: str
    forms: tuple[Form, ...]
    tense: Tense


def spelled(words: dict[str, int], kind: Kind, *, dated: bool = True) -> tuple[Form, ...]:
    """Words that are a form each; the longer ones go first."""
    return tuple(Form(word, kind, words[word], dated) for word in sorted(words, key=len, reverse=True))


def unit(word: Unit) -> int:
    """The number of a unit."""
    return UNITS.index(word)


class EasternLexer:
    """Cuts sentences of one language."""

    def __init__(self, words: EasternWords) -> None:
        self._forms = words.forms
        self._form = re.compile(
            "|".join(f"(?P<f{at}>{form.pattern})" for at, form in enumerate(words.forms)) + r"|[A-Za-z]+|[0-9]+|\S"
        )
        self._trigger = re.compile("|".join(form.pattern for form in words.forms if form.dated))
        self._tense = words.tense

    def dated(self, text: str, start: int, end: int, *, vague: bool = False) -> Tokens | None:
        """The tokens between two offsets of a text, in order; None where it holds no date. `vague` is all one."""
        del vague
        if self._trigger.search(text, start, end) is None:
            return None
        tokens, ends = [], []
        for found in self._form.finditer(text, start, end):
            word = found[0]
            kind, number = Kind.OTHER, 0
            if found.lastgroup:
                form = self._forms[int(found.lastgroup[1:])]
                kind, number = form.kind, form.number if isinstance(form.number, int) else form.number(word)
            tokens.append(Token(kind, number, word, len(word), len(word)))
            ends.append(found.end())
        return Tokens.of(tokens, ends)


def decade_of_century(text: str) -> int:
    """The first year of "20世纪90年代"."""
    century, decade = re.split("世[纪紀]|세기", text, maxsplit=1)
    return 100 * (numeral(century) - 1) + numeral(decade)


def century(text: str) -> int:
    """The first year of "19世纪"."""
    return 100 * (numeral(text) - 1)
