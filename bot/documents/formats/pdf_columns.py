"""Columns of a PDF page that are drawn row by row, a line of each column after the other, put one below the other.

Most files draw column after column, and are read as drawn. Where a page is drawn row by row, the second column is known
by the place at which it begins in row after row; a table is told from it by its short cells, which do not read on.
"""

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from bot.documents.formats import setting
from bot.documents.formats.pdf_lines import PageLine

_SAME: Final = 2.0  # points by which the lines of a column may begin apart
_FEWEST: Final = 5
_SHARE: Final = 0.6
_LONG: Final = 18  # characters of a column's lines, on average
_READS_ON: Final = 0.4
_WIDTH: Final = 0.4  # of the type's size, a narrow estimate of what a character takes


def unwoven(lines: Sequence[PageLine]) -> list[PageLine]:
    """The lines of a page, those of woven columns parted and put in the order in which they are read."""
    edge = _edge(lines)
    if edge is None:
        return list(lines)
    result: list[PageLine] = []
    left: list[PageLine] = []
    right: list[PageLine] = []
    for line in lines:
        one, other = _parted(line, edge)
        if one is not None and other is None and _across(one, edge):
            result += [*left, *right, one]
            left, right = [], []
            continue
        left += [] if one is None else [one]
        right += [] if other is None else [other]
    return [*result, *left, *right]


def _edge(lines: Sequence[PageLine]) -> float | None:
    """Where the second column begins; None where lines are no woven columns."""
    rows = [line for line in lines if line.pieces]
    if len(rows) < _FEWEST or len(rows) < _SHARE * len(lines) / 2:
        return None
    starts = Counter(round(x / _SAME) for line in rows for x in {round(x, 1) for x, _ in line.pieces[1:]})
    if not starts:
        return None
    place, count = max(starts.items(), key=lambda each: (each[1] + starts[each[0] + 1], each[1]))
    if count + starts[place + 1] < max(_FEWEST, _SHARE * len(rows)):
        return None
    edge = place * _SAME - _SAME / 2
    halves = [_parted(line, edge) for line in rows]
    for side in ([one for one, _ in halves], [other for _, other in halves]):
        texts = [line.text for line in side if line is not None]
        low = sum(text[:1].islower() for text in texts)
        if len(texts) < _FEWEST or sum(map(len, texts)) < _LONG * len(texts) or low < _READS_ON * len(texts):
            return None
    return edge


def _parted(line: PageLine, edge: float) -> tuple[PageLine | None, PageLine | None]:
    """What of a line stands on either side of a place; a line of one piece stands where it begins."""
    if not line.pieces:
        return (line, None) if line.x < edge else (None, line)
    sides = [[piece for piece in line.pieces if (piece[0] >= edge) is far] for far in (False, True)]
    parts = [
        replace(line, text=text, x=side[0][0], pieces=())
        if side and (text := setting.clean("".join(text for _, text in side)))
        else None
        for side in sides
    ]
    return parts[0], parts[1]


def _across(line: PageLine, edge: float) -> bool:
    """Whether a line reaches beyond the place at which the second column begins."""
    return line.x + len(line.text) * _WIDTH * line.size > edge
