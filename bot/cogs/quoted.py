"""Which part of a message is a quotation: a block quote, else what stands in quotation marks, else all of it."""

import re
from typing import Final

_LINE: Final = re.compile(r"^[ \t]*>(?!>>) ?(.*)$")
_REST: Final = re.compile(r"^[ \t]*>>> ?(.*)$")
_PAIRS: Final = ("“”", "„“", "„”", "«»", "»«", "「」", "『』", '""', "‘’", "‚‘")
_FEWEST: Final = 2  # words of a quotation; one alone between marks is a term


def quoted(content: str) -> str:
    """The quotation in a message; several lines of a block quote together, of several in marks the longest."""
    if block := _block(content):
        return block
    found = [
        piece
        for opening, closing in _PAIRS
        for piece in re.findall(f"{opening}([^{opening}{closing}]+){closing}", content)
        if len(piece.split()) >= _FEWEST
    ]
    return max(found, key=len, default=content).strip()


def _block(content: str) -> str:
    """The lines of the block quotes of a message; `>>>` quotes everything from there on."""
    lines = content.split("\n")
    taken: list[str] = []
    for place, line in enumerate(lines):
        if rest := _REST.match(line):
            taken += [rest[1], *lines[place + 1 :]]
            break
        if one := _LINE.match(line):
            taken.append(one[1])
    return "\n".join(taken).strip()
