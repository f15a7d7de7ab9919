"""Lines of a PDF page: the text that pypdf finds, line by line, with where each stands and how large it is set."""

import math
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any, Final

from bot.documents.formats import setting

_BOLD: Final = ("bold", "black", "heavy", "semibold", "demi")
_LIGATURES: Final = {
    0xFB00: "ff", 0xFB01: "fi", 0xFB02: "fl", 0xFB03: "ffi", 0xFB04: "ffl", 0xFB05: "st", 0xFB06: "st",
}  # fmt: skip
_TWICE: Final = 1.2  # points: what is drawn again this near is drawn twice
_FEW: Final = 4
Matrix = Sequence[float]


@dataclass(frozen=True, slots=True)
class PageLine:
    """A line of a page.

    `x` and `y` are where it begins, in points to the right and upwards as one reads it; `size` is that of its type.
    `turn` is the angle at which it is set, in quarter turns; `bold` tells that all of it is set in a bold type.
    `pieces` are the stretches that it was drawn in, each with its `x`; empty where it was drawn as one.
    """

    text: str
    x: float
    y: float
    size: float
    bold: bool = False
    turn: int = 0
    pieces: tuple[tuple[float, str], ...] = ()


@dataclass(slots=True)
class _Piece:
    text: str
    x: float
    y: float
    size: float
    bold: bool
    turn: int


class Collector:
    """Takes the pieces of text that pypdf reports (`visitor_text`) and puts them together to lines."""

    def __init__(self) -> None:
        self._done: list[PageLine] = []
        self._pieces: list[_Piece] = []
        self._drawn: set[tuple[str, int, int]] = set()

    def __call__(self, text: str, moved: Matrix, placed: Matrix, font: Mapping[str, Any] | None, size: float) -> None:
        """One piece of text, the two matrices that place it (PDF 32000-1, 9.4.4), its font and the font's size."""
        first, *others = text.split("\n")
        self._add(first, moved, placed, font, size)
        for part in others:
            self._end()
            self._add(part, moved, placed, font, size)

    def lines(self) -> list[PageLine]:
        """The lines so far, in the order in which the page draws them."""
        self._end()
        return self._done

    def _add(self, text: str, moved: Matrix, placed: Matrix, font: Mapping[str, Any] | None, size: float) -> None:
        if not text:
            return
        a, b, c, d, x, y = _product(placed, moved)
        turn = round(math.atan2(b, a) / (math.pi / 2)) % 4
        for _ in range(turn):
            x, y = y, -x
        name = str(font.get("/BaseFont", "")).lower() if font is not None else ""
        self._pieces.append(_Piece(text, x, y, abs(size) * math.hypot(c, d), any(word in name for word in _BOLD), turn))

    def _end(self) -> None:
        pieces = _once(self._pieces)
        self._pieces = []
        inked = [piece for piece in pieces if piece.text.strip()]
        text = setting.clean("".join(piece.text for piece in pieces).translate(_LIGATURES))
        if not inked or not text:
            return
        longest = max(inked, key=lambda piece: len(piece.text.strip()))
        first = inked[0]
        bold = all(piece.bold for piece in inked)
        place = (text, round(first.x / _TWICE), round(first.y / _TWICE))
        if place in self._drawn:
            return
        self._drawn.add(place)
        drawn = tuple((piece.x, piece.text.translate(_LIGATURES)) for piece in inked) if len(inked) > 1 else ()
        self._done.append(PageLine(text, first.x, first.y, round(longest.size, 1), bold, first.turn, drawn))


def _once(pieces: Sequence[_Piece]) -> list[_Piece]:
    """The pieces without those drawn a second time at the same place, as some files do to make type look bold."""
    found: list[_Piece] = []
    for piece in pieces:
        twice = any(
            piece.text.strip() == other.text.strip()
            and abs(piece.x - other.x) < _TWICE
            and abs(piece.y - other.y) < _TWICE
            for other in found[-_FEW:]
        )
        if not twice or not piece.text.strip():
            found.append(piece)
    return found


def _product(one: Matrix, two: Matrix) -> tuple[float, ...]:
    a, b, c, d, e, f = one
    p, q, r, s, t, u = two
    return a * p + b * r, a * q + b * s, c * p + d * r, c * q + d * s, e * p + f * r + t, e * q + f * s + u


def upright(lines: Sequence[PageLine]) -> list[PageLine]:
    """The lines as one turns the page to read most of it; what is set across keeps a turn of its own."""
    letters: Counter[int] = Counter()
    for line in lines:
        letters[line.turn] += len(line.text)
    if not letters:
        return []
    main = letters.most_common(1)[0][0]
    return [replace(line, turn=(line.turn - main) % 4) for line in lines]
