"""Blocks of a PDF: lines put together to paragraphs and headings, across columns and pages."""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from typing import Final

from bot.documents.formats.pdf_lines import PageLine

_ENDED: Final = re.compile(r"[.!?…。！？:;][\"'”’»)\]]*\d{0,3}$")
_SENTENCE: Final = re.compile(r"[.!?…。！？][\"'”’»)\]]*$")
_BULLET: Final = re.compile(r"[•‣◦·▪■●○–—\-*]\s+\S")
_NUMBERED: Final = re.compile(r"\(?(?:\d{1,3}(?:\.\d{1,3})*[.)]?|[a-zA-Z][.)]|[ivxIVX]{1,5}[.)])\s+\S")
_LEADER: Final = re.compile(r"(?:\.\s?){4,}\s*[\divxlc]{1,5}$")
_GAP: Final = 1.3  # times the usual distance of lines, from which on a new paragraph begins
_OTHER_SIZE: Final = 0.13  # of the larger type; code is set a tenth smaller within a sentence
_INDENT: Final = 0.7  # in sizes of the type
_DEEP_INDENT: Final = 6.0
_SHORT: Final = 0.75
_LARGE: Final = 1.15
_HEADING_LENGTH: Final = 250
_BOLD_LENGTH: Final = 120
_LEVELS: Final = 4


@dataclass(slots=True)
class Block:
    """Lines that belong together; `level` is that of a heading, else 0.

    `page` is the page on which it begins, counted from 0, and `breaks` the number of page ends within it.
    """

    lines: list[PageLine]
    page: int
    breaks: int = 0
    level: int = 0


@dataclass(frozen=True, slots=True)
class Type:
    """How most of a document is set: the size of the type and the distance of lines, in points."""

    size: float
    leading: float


@dataclass(slots=True)
class _Page:
    lines: Sequence[PageLine]
    margin: float = 0.0
    width: int = 0


@dataclass(slots=True)
class _Run:
    """A document that is being put together."""

    type: Type
    blocks: list[Block] = field(default_factory=list)


def measured(pages: Sequence[Sequence[PageLine]]) -> Type:
    """How most of a document is set."""
    sizes: Counter[float] = Counter()
    for lines in pages:
        for line in lines:
            sizes[round(line.size * 2) / 2] += len(line.text)
    size = sizes.most_common(1)[0][0] if sizes else 10.0
    steps: Counter[float] = Counter()
    for lines in pages:
        for one, two in pairwise(lines):
            step = one.y - two.y
            if abs(one.size - size) <= 1 and abs(two.size - size) <= 1 and 0.8 * size < step < 3 * size:
                steps[round(step * 2) / 2] += 1
    return Type(size, steps.most_common(1)[0][0] if steps else 1.2 * size)


def blocks(pages: Sequence[Sequence[PageLine]], usual: Type) -> list[Block]:
    """Put the lines of pages together, in the order in which the pages draw them.

    Args:
        pages: The lines of each page, without its furniture.
        usual: How most of the document is set.
    """
    run = _Run(usual)
    for number, lines in enumerate(pages):
        page = _page(lines, usual)
        for line in lines:
            _place(run, page, line, number)
    _set_headings(run.blocks, usual)
    return run.blocks


def _page(lines: Sequence[PageLine], usual: Type) -> _Page:
    text = [line for line in lines if abs(line.size - usual.size) <= 1]
    margins = Counter(round(line.x) for line in text)
    lengths = sorted(len(line.text) for line in text)
    # the margin that many lines share and that lies farthest to the left
    least = max(margins.values(), default=0) / 2
    margin = min((x for x, count in margins.items() if count >= least), default=0)
    return _Page(lines, margin, lengths[len(lengths) * 9 // 10] if lengths else 0)


def _place(run: _Run, page: _Page, line: PageLine, number: int) -> None:
    block = run.blocks[-1] if run.blocks else None
    if block is None or _opens(run, page, block, line, number):
        run.blocks.append(Block([line], number))
        return
    block.breaks = number - block.page
    block.lines.append(line)


def _opens(run: _Run, page: _Page, block: Block, line: PageLine, number: int) -> bool:
    before = block.lines[-1]
    if _differs(before, line) or _marked(block, line) or _LEADER.search(before.text):
        return True
    moved = before.y - line.y
    if block.page + block.breaks != number or moved < -0.5 * line.size:
        # the next page or column goes on with a sentence that is not ended
        if before.bold or before.size >= _LARGE * run.type.size:
            return True
        return not line.text[:1].islower() and (_ENDED.search(before.text) is not None or _indented(page, line))
    if moved > _GAP * max(run.type.leading * line.size / run.type.size, line.size):
        return True
    short = _SENTENCE.search(before.text) is not None and len(before.text) < _SHORT * page.width
    return short or _steps_in(page, block, line)


def _differs(before: PageLine, line: PageLine) -> bool:
    return before.bold != line.bold or abs(before.size - line.size) > _OTHER_SIZE * max(before.size, line.size)


def _marked(block: Block, line: PageLine) -> bool:
    """Whether a line begins an item of a list."""
    if _BULLET.match(line.text):
        return True
    if not _NUMBERED.match(line.text):
        return False
    first, before = block.lines[0], block.lines[-1]
    return _ENDED.search(before.text) is not None or (_is_item(first) and abs(first.x - line.x) < line.size)


def _is_item(line: PageLine) -> bool:
    return _BULLET.match(line.text) is not None or _NUMBERED.match(line.text) is not None


def _indented(page: _Page, line: PageLine) -> bool:
    return _INDENT * line.size < line.x - page.margin < _DEEP_INDENT * line.size


def _steps_in(page: _Page, block: Block, line: PageLine) -> bool:
    """Whether the left edge tells of a new paragraph: its first line stands in, or a set-in paragraph has ended."""
    first, before = block.lines[0], block.lines[-1]
    step = line.x - before.x
    if _is_item(first):
        # the lines of an item stand below its text; one that returns to the margin is the text's
        return len(block.lines) > 1 and step < -_INDENT * line.size
    if step > _INDENT * line.size:
        return _indented(page, line)
    return step < -_INDENT * line.size and len(block.lines) > 1


def _set_headings(found: Sequence[Block], usual: Type) -> None:
    """Give headings their levels: by size, largest first, then what is set in bold."""
    large = [block for block in found if _is_large(block, usual)]
    if sum(_letters(block) for block in large) * 2 > sum(map(_letters, found)):
        return
    sizes = sorted({round(block.lines[0].size) for block in large}, reverse=True)
    for block in large:
        block.level = min(sizes.index(round(block.lines[0].size)) + 1, _LEVELS)
    bold = [block for block in found if not block.level and _is_bold_line(block, usual)]
    if sum(_letters(block) for block in bold) * 2 <= sum(map(_letters, found)):
        for block in bold:
            block.level = min(len(sizes) + 1, _LEVELS)


def _letters(block: Block) -> int:
    return sum(len(line.text) for line in block.lines)


def _is_large(block: Block, usual: Type) -> bool:
    return (
        block.lines[0].size >= _LARGE * usual.size
        and not _LEADER.search(block.lines[-1].text)
        and _letters(block) <= _HEADING_LENGTH
        and any(map(str.isalpha, block.lines[0].text))
    )


def _is_bold_line(block: Block, usual: Type) -> bool:
    first = block.lines[0]
    return (
        first.bold
        and not _LEADER.search(block.lines[-1].text)
        and first.size >= 0.95 * usual.size
        and _letters(block) <= _BOLD_LENGTH
        and not block.lines[-1].text.endswith((".", ",", ";"))
        and any(map(str.isalpha, first.text))
    )
