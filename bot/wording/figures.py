"""The numbers that a text names, whatever way it writes them: `forty` and `40`, `1.2 million` and `1,200,000`.

A figure is a value with what it counts (per cent, a currency, a measure) and the words that bound it: `more than 40` is
another figure than `40`.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation
from itertools import compress, count
from typing import Final

from bot.wording.remembering import Remembered
from bot.wording.words import Wording

_FIGURE: Final = re.compile(r"-?(?P<sign>[^\w\s-]?)(?P<digits>\d+(?:[.,:]\d+)*)(?P<suffix>[^\W\d_]*|[%‰])")
_SMALL_TEXT: Final = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen "
    "eighteen nineteen"
)
_TENS_TEXT: Final = "twenty thirty forty fifty sixty seventy eighty ninety"
_ORDINALS_TEXT: Final = (
    "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth "
    "sixteenth seventeenth eighteenth nineteenth twentieth"
)
_SMALL: Final = {word: number for number, word in enumerate(_SMALL_TEXT.split())}
_TENS: Final = {word: 10 * number for number, word in enumerate(_TENS_TEXT.split(), 2)}
_ORDINALS: Final = {word: number for number, word in enumerate(_ORDINALS_TEXT.split(), 1)}
_ORDINAL_ENDINGS: Final = frozenset(("st", "nd", "rd", "th"))
_SCALES: Final = {
    "hundred": 100,
    "thousand": 1_000,
    "k": 1_000,
    "million": 1_000_000,
    "mn": 1_000_000,
    "mln": 1_000_000,
    "billion": 1_000_000_000,
    "bn": 1_000_000_000,
    "bln": 1_000_000_000,
    "trillion": 1_000_000_000_000,
    "tn": 1_000_000_000_000,
    "trn": 1_000_000_000_000,
}
_DOZEN: Final = 12
_COUNTED: Final = {"dozen": _DOZEN, **{word: scale for word, scale in _SCALES.items() if len(word) > 3}}  # noqa: PLR2004 - not mn
_GROUP: Final = re.compile(r"\d{3}")
_MANY: Final = frozenset(("dozens", "hundreds", "thousands", "millions", "billions", "trillions"))
_OPENING: Final = frozenset((*_SMALL, *_TENS, *_ORDINALS, *_MANY, "dozen", "half", "a", "an"))
"""Words with which a number in words begins."""
_UNITS: Final = {
    **dict.fromkeys(("%", "percent", "pc", "pct"), "%"),
    **dict.fromkeys(("$", "dollar", "dollars", "usd"), "$"),
    **dict.fromkeys(("€", "euro", "euros", "eur"), "€"),
    **dict.fromkeys(("£", "pound", "pounds", "gbp"), "£"),
    **dict.fromkeys(("¥", "yuan", "yen", "rmb"), "¥"),
    **dict.fromkeys(("₽", "rouble", "roubles", "ruble", "rubles"), "₽"),
    **dict.fromkeys(("km", "kilometre", "kilometres", "kilometer", "kilometers"), "km"),
    **dict.fromkeys(("m", "metre", "metres", "meter", "meters"), "m"),
    **dict.fromkeys(("kg", "kilo", "kilos", "kilogram", "kilograms", "kilogramme", "kilogrammes"), "kg"),
    **dict.fromkeys(("tonne", "tonnes", "ton", "tons"), "tonne"),
    **dict.fromkeys(("ha", "hectare", "hectares"), "ha"),
    **dict.fromkeys(("mile", "miles"), "mile"),
}
_CURRENCIES: Final = frozenset("$€£¥₽")
_BOUNDS: Final = {
    **dict.fromkeys(("more than", "greater than", "over", "above", "in excess of", "upwards of"), "more than"),
    **dict.fromkeys(("less than", "fewer than", "under", "below"), "less than"),
    **dict.fromkeys(("at least", "no less than", "no fewer than", "not less than", "a minimum of"), "at least"),
    **dict.fromkeys(("at most", "up to", "no more than", "not more than", "as many as", "as much as"), "at most"),
    **dict.fromkeys(("nearly", "almost", "close to", "just under"), "nearly"),
    **dict.fromkeys(("some", "about", "around", "roughly", "approximately", "an estimated", "circa"), "about"),
    "just over": "more than",
}
_BEHIND: Final = {"or more": "at least", "or so": "about", "or less": "at most", "or fewer": "at most"}
_LONGEST_BOUND: Final = 3
_LAST_OF_BOUNDS: Final = frozenset(bound.rpartition(" ")[2] for bound in _BOUNDS)
_EXACT: Final = 28  # digits that decimal numbers are exact to
_REMEMBERED: Final = 50_000  # words, some 6 MB of them
_ARTICLES: Final = frozenset(("a", "an"))
_WEAK: Final = frozenset(("one", "first", "second", "half", "quarter"))
"""Words that are numbers in some places only: no one, at first, a second later."""


@dataclass(frozen=True, slots=True)
class Figure:
    """A number that a text names; `first` and `last` (inclusive) are the places of its words with those that bound it.

    `value` is written in one way for each number. `weak` says that its word may be no number here.
    """

    value: str
    unit: str
    bound: str
    first: int
    last: int
    weak: bool = False

    @property
    def amount(self) -> tuple[str, str]:
        """What it comes to, whatever bounds it."""
        return self.value, self.unit

    def says_as(self, other: "Figure") -> bool:
        """Whether two figures say the same: one may leave out what is counted, or round what the other rounds too."""
        bounds = {self.bound, other.bound}
        agree = len(bounds) == 1 or bounds == {"", "about"}
        return self.value == other.value and agree and self.may_count_as(other)

    def may_count_as(self, other: "Figure") -> bool:
        """Whether two figures may count the same things."""
        return self.unit == other.unit or not (self.unit and other.unit)


def _opens(word: str) -> bool:
    """Whether a figure may begin with a word."""
    return not word.isalpha() or word in _OPENING


_OPENS: Final = Remembered(_opens, _REMEMBERED)


def figures(text: Wording) -> list[Figure]:
    """The figures of a text in order."""
    found: list[Figure] = []
    done = 0
    parts = text.parts
    # of the words of a text that are no names most come again
    opening = compress(count(), map(_OPENS.__getitem__, text.words))
    for at in sorted({*opening, *parts}) if parts else opening:
        if at < done:
            continue
        read = _numeral(text, at) or _spelt(text, at)
        if read is not None:
            found.append(_bounded(text.words, read))
            done = max(found[-1].last, read.last) + 1
    return found


def _written(value: Decimal) -> str:
    """A number in one way: no sign of how many digits were written."""
    return f"{value.normalize():f}"


def _numeral(text: Wording, at: int) -> Figure | None:
    """A number that begins with digits."""
    word = text.words[at]
    if word.isascii() and word.isdigit() and len(word) <= _EXACT and not _leads_on(text, at):
        # by far the commonest: nothing to multiply
        return _with_unit(text.words, Figure(word.lstrip("0") or "0", "", "", at, at))
    found = _FIGURE.fullmatch(word)
    if found is None:
        return None
    digits, suffix = found["digits"], found["suffix"]
    unit = _UNITS.get(found["sign"], "")
    last = at
    try:
        value = Decimal(digits.replace(",", "."))
    except InvalidOperation:
        # times, scores, dates in figures: they count nothing
        return Figure(digits, suffix, "", at, at)
    if found[0].startswith("-"):
        value = -value
    if suffix in _ORDINAL_ENDINGS:
        return Figure(_written(value), "th", "", at, at)
    while not suffix and len(digits) <= 3 and _goes_on_in_groups(text, last):  # noqa: PLR2004 - 40 000
        last += 1
        value = value * 1_000 + int(text.words[last])
    if suffix in _SCALES or (suffix in {"m", "b"} and unit in _CURRENCIES):
        value *= _SCALES.get(suffix) or _SCALES["mn" if suffix == "m" else "bn"]
    elif suffix:
        unit = _UNITS.get(suffix, suffix)
    while last + 1 < len(text.words) and (scale := _scale(text.words[last + 1])):
        value *= scale
        last += 1
    return _with_unit(text.words, Figure(_written(value), unit, "", at, last))


def _leads_on(text: Wording, at: int) -> bool:
    """Whether what follows may go on a number or say what it is multiplied with."""
    after = text.words[at + 1] if at + 1 < len(text.words) else ""
    return after[:1].isdigit() or _scale(after) != 0


def _goes_on_in_groups(text: Wording, at: int) -> bool:
    """Whether three digits follow a number with nothing but a blank between them."""
    if at + 1 >= len(text.words) or not _GROUP.fullmatch(text.words[at + 1]):
        return False
    return text.spans[at + 1].start - text.spans[at].end == 1


def _scale(word: str) -> int:
    return _SCALES.get(word, 0) if len(word) > 1 else 0


def _parts(text: Wording, at: int) -> list[str]:
    """The words of which a number may be put together: those of a compound one by one."""
    return [part.text for part in text.parts.get(at, ())] or [text.words[at]]


@dataclass(slots=True)
class _Sum:
    """A number in words as far as it was read: what lies above the thousands, and the hundreds and less."""

    total: int = 0
    group: int = 0

    def takes(self, value: int, scale: int, *, first: bool) -> bool:
        """Add one more word where it goes on the number; whether it did."""
        if scale > 100:  # noqa: PLR2004 - hundreds are counted within a group, thousands end it
            self.total, self.group = self.total + max(self.group, 1) * scale, 0
        elif scale:
            self.group = max(self.group, 1) * scale
        elif first or self._goes_on(value):
            self.group += value
        else:
            return False
        return True

    def _goes_on(self, value: int) -> bool:
        """Whether a small number goes on: forty two, one hundred forty, but not two three."""
        hundreds, tens = self.group % 100 == 0, self.group % 100 // 10
        return (hundreds and value < 100) or (self.group % 10 == 0 and tens > 1 and value < 10)  # noqa: PLR2004 - decimal places


def _spelt(text: Wording, at: int) -> Figure | None:
    """A number in words."""
    words = text.words
    if words[at] in _MANY:
        return Figure(words[at], "", "", at, at)
    if words[at] == "half":
        return _with_unit(words, _half(words, at))
    begun = words[at] in _ARTICLES and at + 1 < len(words) and words[at + 1] in _COUNTED
    if not begun and words[at] in _ARTICLES:
        return None
    number, place, ordinal = _Sum(group=int(begun)), at + begun, False
    while place < len(words) and not ordinal:
        joint = words[place] == "and" and place > at and number.group % 100 == 0 and _is_small(text, place + 1)
        read = _read(_parts(text, place + joint), number.group)
        if read is None or not number.takes(read[0], read[1], first=place == at):
            break
        place, ordinal = place + joint + 1, read[2]
    if place == at + begun:
        return None
    weak = place == at + 1 and words[at] in _WEAK
    figure = Figure(str(number.total + number.group), "th" if ordinal else "", "", at, place - 1, weak)
    return figure if ordinal else _with_unit(words, figure)


def _is_small(text: Wording, at: int) -> bool:
    if at >= len(text.words):
        return False
    read = _read(_parts(text, at), 0)
    return read is not None and not read[1]


def _read(parts: Sequence[str], group: int) -> tuple[int, int, bool] | None:
    """A word of a number: its value, the scale that it is, and whether it makes an ordinal; None where it is none."""
    if len(parts) == 2 and parts[0] in _TENS and (parts[1] in _SMALL or parts[1] in _ORDINALS):  # noqa: PLR2004 - twenty-five
        return _TENS[parts[0]] + (_SMALL.get(parts[1]) or _ORDINALS.get(parts[1], 0)), 0, parts[1] in _ORDINALS
    if len(parts) != 1:
        return None
    word = parts[0]
    if word in _SMALL or word in _TENS:
        return (_SMALL.get(word) or _TENS.get(word, 0)), 0, False
    if word in _ORDINALS:
        return _ORDINALS[word], 0, True
    if word == "dozen":
        return 0, _DOZEN, False
    return (0, _SCALES[word], False) if group and len(word) > 3 and word in _SCALES else None  # noqa: PLR2004 - no bn without digits


def _half(words: Sequence[str], at: int) -> Figure:
    """`half a million`, `half`."""
    place = at + 1 + (words[at + 1 : at + 2] == ["a"])
    scale = _COUNTED.get(words[place], 0) if place < len(words) else 0
    if scale:
        return Figure(_written(Decimal(scale) / 2), "", "", at, place)
    return Figure("0.5", "", "", at, at, weak=True)


def _with_unit(words: Sequence[str], figure: Figure) -> Figure:
    """A figure with what it counts, where that follows: `116 percent`, `40 million dollars`."""
    after = words[figure.last + 1 : figure.last + 3]
    if figure.unit or not after:
        return figure
    if after == ["per", "cent"]:
        return Figure(figure.value, "%", "", figure.first, figure.last + 2)
    unit = _UNITS.get(after[0], "") if after[0] != "m" else ""
    return Figure(figure.value, unit, "", figure.first, figure.last + 1, figure.weak and not unit) if unit else figure


def _bounded(words: Sequence[str], figure: Figure) -> Figure:
    """A figure with the words around it that bound it."""
    before = words[figure.first - 1] if figure.first else ""
    for size in range(_LONGEST_BOUND if before in _LAST_OF_BOUNDS else 0, 0, -1):
        start = figure.first - size
        if start >= 0 and (bound := _BOUNDS.get(" ".join(words[start : figure.first]))):
            return Figure(figure.value, figure.unit, bound, start, figure.last, figure.weak)
    if bound := _BEHIND.get(" ".join(words[figure.last + 1 : figure.last + 3])):
        return Figure(figure.value, figure.unit, bound, figure.first, figure.last + 2, figure.weak)
    return figure
