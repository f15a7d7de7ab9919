"""Setting: blocks of extracted text as light Markdown, each between empty lines."""

import re
from collections.abc import Iterable, Sequence
from typing import Final

LONGEST: Final = 20_000_000  # characters of one document; the longest novels have three millions
_LONG_CELL: Final = 400
_BREAKS: Final = re.compile(r"[ \t]*[\n\r\v\f\x1c-\x1e\x85\u2028\u2029]\s*")
_SPACES: Final = re.compile(r"[ \t\x1f\u00a0\u2000-\u200a\u3000]+")
_CONTROLS: Final = re.compile(r"[\x00-\x08\x0e-\x1b\x7f\ufdd0-\ufdef\ufffe\uffff\ud800-\udfff]")


def clean(text: str, *, lines: bool = False) -> str:
    """A stretch of text on one line without controls; with `lines`, its line breaks stay, as in verse."""
    text = _CONTROLS.sub("\ufffd", text)
    rows = _BREAKS.split(text) if lines else [_BREAKS.sub(" ", text)]
    return "\n".join(row for each in rows if (row := _SPACES.sub(" ", each).strip(" ")))


def heading(text: str, level: int) -> str:
    """A heading of a level from 1 to 6; empty where there is no text."""
    line = clean(text)
    return f"{'#' * min(max(level, 1), 6)} {line}" if line else ""


def item(text: str, depth: int = 0) -> str:
    """An item of a list, `depth` levels within others."""
    line = clean(text)
    return f"{'  ' * depth}- {line}" if line else ""


def quoted(text: str) -> str:
    """A paragraph set as a quotation."""
    return "\n".join(f"> {line}" for line in clean(text, lines=True).split("\n") if line)


def table(rows: Iterable[Sequence[str]]) -> str:
    """A table, one row a line; rows without any text are left out."""
    cells = [[clean(cell).replace("|", "/") for cell in row] for row in rows]
    return "\n".join(f"| {' | '.join(row)} |" for row in cells if any(row))


def places_text(cells: Iterable[Sequence[str]]) -> bool:
    """Whether a table places text rather than facts: a cell holds several paragraphs, or as much as a page column does.

    Args:
        cells: The blocks of each cell.
    """
    filled = [[block for block in cell if block] for cell in cells]
    return any(sum(map(len, cell)) > (_LONG_CELL // 4 if len(cell) > 1 else 2 * _LONG_CELL) for cell in filled)


def note(number: int, blocks: Iterable[str]) -> str:
    """A footnote or endnote, marked as in Markdown."""
    text = "\n".join(block for block in blocks if block)
    return f"[^{number}]: {text}" if any(map(str.isalnum, text)) else ""


def body(blocks: Iterable[str]) -> str:
    """Blocks below each other with an empty line between; empty ones are left out."""
    return "\n\n".join(block for block in blocks if block)
