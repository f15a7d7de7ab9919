"""Pagination: which page a paragraph stands on, by the marks that extraction leaves between paragraphs.

The text of a file with pages has a form feed for each end of a page and a vertical tab before each piece of page
furniture. Both are white space, so that every offset stays true and no paragraph holds one. Form feeds right behind a
paragraph are page ends within it.
"""

from bisect import bisect_left
from typing import Final

from bot.models import Format, Pages, Span

PAGE_END: Final = "\f"
FURNITURE: Final = "\v"
PAGED: Final = frozenset({Format.PDF})


class Pagination:
    """The page ends of a source text."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._ends = [at for at, character in enumerate(text) if character == PAGE_END]

    def pages(self, span: Span) -> Pages:
        """The pages on which a paragraph begins and ends, counted from 1."""
        first = bisect_left(self._ends, span.start) + 1
        at = span.end
        while self._text[at : at + 1] == PAGE_END:
            at += 1
        return Pages(first, first + at - span.end)

    def is_furniture(self, span: Span) -> bool:
        """Whether a block is a running head, a running foot or a page number."""
        return self._text[max(0, span.start - 1) : span.start] == FURNITURE
