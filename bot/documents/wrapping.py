"""Which lines belong together: prose that was broken at a fixed width against files with one paragraph a line."""

import re
from collections.abc import Sequence
from itertools import pairwise
from typing import Final

from bot.documents import credits as credit_lines
from bot.documents.blocks import Line

_WIDEST: Final = 112
_NARROWEST: Final = 50
_RAGGED: Final = 36
_RAGGED_PAIR: Final = 45
_SHORT: Final = 0.6
_FEWEST_PAIRS: Final = 3
_SLACK: Final = 0.16
_SHARE: Final = 0.34
_MARKER: Final = re.compile(
    r"(?:[-*+•‣◦·–—]|\(?\d{1,3}[.)]|\(?[a-zA-Z][.)]|#{1,6}|>|\|)\s+\S|[-=*_~]{3,}\s*$|\*\*|https?://\S+$"
    r"|\S+@\S+\.\w+$|\[[^\]]{1,30}\]:"
)
_ENDED: Final = re.compile(r"[.!?…。！？:;]['\"”’»)\]*_]*$")
_CASELESS: Final = re.compile(r"[\u3040-\u30ff\u3400-\u9fff\u0e00-\u0e7f\u0600-\u06ff\u0590-\u05ff\u0900-\u097f]")
# rows of a table, or a running head: prose that is set in full lines has gaps of three spaces at most
_COLUMNS: Final = re.compile(r"\S(?: {4,}|\t)\S|(?:\. ?){4,}\s*[\divxlc]+$")
# a note below a table, or an entry in a list of sources
_ENTRY: Final = re.compile(
    r"(?:Sources?|Notes?|Quellen?|Anmerkung)\s?:\s|[A-ZÀ-Þ][\w'’-]+, [A-Z]\.,? "
    r"?(?:[A-Z]\.,? ?)*(?:\(|and |& |und )"
)
_LEADING: Final = re.compile(r"[\"'“‘«(\[*_]*")


def has_marker(line: str) -> bool:
    """Whether a line begins as a list item, heading, quote or the like does, and so never continues another."""
    return _MARKER.match(line[:200]) is not None


def file_width(file: Sequence[Sequence[Line]]) -> int | None:
    """The width at which a whole file was broken, judged from its blocks of several lines; None if none was.

    A block of two lines proves nothing, but several that were broken alike do.
    """
    widths = [(len(block), width) for block in file if len(block) > 1 and (width := _width(block)) is not None]
    long = [width for lines, width in widths if lines > 2]  # noqa: PLR2004 - see above
    if long:
        return max(long)
    short = sorted(width for _, width in widths)
    alike = len(short) >= _FEWEST_PAIRS and short[0] >= short[-1] * (1 - _SLACK)
    return short[-1] if alike else None


def paragraphs(block: Sequence[Line], width: int | None = None) -> list[list[Line]]:
    """Cut a block of lines without an empty one between them into paragraphs.

    Args:
        block: The lines.
        width: Where the rest of the file was broken, if it was; lets a short block be judged by its neighbours.
    """
    if len(block) == 1:
        return [[*block]]
    own = _width(block)
    at = own if own is not None else width
    if at is None:
        return _joined(block) if _ragged(block) else [[line] for line in block]
    cut: list[list[Line]] = [[block[0]]]
    for before, line in pairwise(block):
        if _full(before, line, at) and not _opens(before, line):
            cut[-1].append(line)
        else:
            cut.append([line])
    return cut


def _ragged(block: Sequence[Line]) -> bool:
    """Whether a block was broken at no width, but plainly within its sentences: lines go on in small letters."""
    pairs = list(pairwise(block))
    if not pairs or any(_COLUMNS.search(line.text) for line in block):
        return False
    on = [_within_sentence(one.text, two.text, 0) and _starts_low(two.text) for one, two in pairs]
    length = sum(len(line.text) for line in block[:-1]) / max(1, len(block) - 1)
    longest = max(len(line.text) for line in block)
    long = length >= (_RAGGED if len(pairs) > 1 else _RAGGED_PAIR)
    return long and longest <= 2 * _WIDEST and sum(on) * 2 >= len(on) and not any(map(_marked, block))


def _marked(line: Line) -> bool:
    return has_marker(line.text)


def _joined(block: Sequence[Line]) -> list[list[Line]]:
    """The paragraphs of such a block: one ends with a sentence on a line that is much shorter than the others."""
    length = sum(len(line.text) for line in block) / len(block)
    cut = [[block[0]]]
    for before, line in pairwise(block):
        low = _starts_low(line.text)
        ends = _ENDED.search(before.text[-8:]) is not None and len(before.text) < _SHORT * length
        heads = len(cut[-1]) == 1 and len(before.text) < _SHORT * length and not low and before is block[0]
        if low or not (ends or heads or line.indent > before.indent + 1):
            cut[-1].append(line)
        else:
            cut.append([line])
    return cut


def _opens(before: Line, line: Line) -> bool:
    """Whether a line opens a paragraph by its own make: an item, an indented line, a date or credit."""
    if before.text.startswith(">") and line.text.startswith(">"):
        return has_marker(line.text.lstrip("> ")) or not before.text.strip("> ") or not line.text.strip("> ")
    return (
        has_marker(line.text)
        or _ENTRY.match(line.text) is not None
        or _COLUMNS.search(line.text) is not None
        or _COLUMNS.search(before.text) is not None
        or line.indent > before.indent + 1
        or (not line.text.endswith(".") and credit_lines.read(line.text) is not None)
    )


def _width(block: Sequence[Line]) -> int | None:
    """The width at which a block was broken, if enough of its lines are full and broken within a sentence."""
    longest = max(len(line.text) for line in block)
    if len(block) < 2 or not _NARROWEST <= longest <= _WIDEST:  # noqa: PLR2004 - a single line was not broken
        return None
    full = within = 0
    lower = False
    pairs = list(pairwise(block))
    for before, line in pairs:
        if not _full(before, line, longest) or _opens(before, line):
            continue
        full += 1
        within += _within_sentence(before.text, line.text, longest)
        lower = lower or _starts_low(line.text)
    if full < len(pairs) / 2 or within < _SHARE * len(pairs) or not within or not lower:
        return None
    return longest


def _starts_low(line: str) -> bool:
    """Whether a line begins as the middle of a sentence does; figures begin the rows of a table as well."""
    opening = _LEADING.match(line)
    return _CASELESS.match(line) is not None or line[opening.end() if opening else 0 :][:1].islower()


def _full(before: Line, line: Line, width: int) -> bool:
    """Whether the first word of the next line would not have fitted any more."""
    if _CASELESS.match(line.text):
        return width - 2 <= len(before.text) <= width + 2
    first = len(line.text.split(maxsplit=1)[0])
    return len(before.text) <= _WIDEST and len(before.text) + 1 + first > width * (1 - _SLACK)


def _within_sentence(before: str, line: str, width: int) -> bool:
    """Whether a line break stands inside a sentence for sure."""
    if _ENDED.search(before[-8:]):
        return False
    start = line[_LEADING.match(line).end() :] if _LEADING.match(line) else line  # type: ignore[union-attr]  # may match nothing, but matches
    if _CASELESS.match(start):
        return abs(len(before) - width) <= 2  # noqa: PLR2004 - punctuation may hang over
    return start[:1].islower() or start[:1].isdigit() or before[-1] in ",-–—("
