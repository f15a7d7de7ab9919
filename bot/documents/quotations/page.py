"""A paragraph prepared for the search for speakers: its stretches between marks, its frames, its names."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Final

from bot.documents.quotations.marks import Stretch
from bot.documents.quotations.names import Name, find
from bot.models import Span

# Stands for every character of a stretch between marks, so that no word within it is taken for one of the sentence.
MASK: Final = "\x01"


# A full stop behind a word that is no abbreviation with a capital, before a quotation.
_STOP: Final = re.compile(r"(?:[a-z0-9]{4}|\s[a-z]{2,3}|[)\x01])[.!?]\s$")


@dataclass(frozen=True)
class Page:
    """A paragraph, its sentences and its stretches between marks."""

    text: str
    sentences: Sequence[Span]
    stretches: Sequence[Stretch]

    @cached_property
    def masked(self) -> str:
        """The text with every stretch between marks blotted out, at the same length."""
        pieces: list[str] = []
        at = 0
        for each in self.stretches:
            pieces += self.text[at : each.outer.start], MASK * (each.outer.end - each.outer.start)
            at = each.outer.end
        return "".join(pieces) + self.text[at:]

    @cached_property
    def names(self) -> list[Name]:
        """The names outside the stretches, in order."""
        return find(self.masked)

    @cached_property
    def _name_starts(self) -> list[int]:
        return [name.whole.start for name in self.names]

    def names_in(self, start: int, end: int) -> list[Name]:
        """The names that begin between two offsets."""
        return self.names[bisect_left(self._name_starts, start) : bisect_left(self._name_starts, end)]

    @cached_property
    def edges(self) -> list[int]:
        """Where frames begin: sentence starts that do not lie within a stretch between marks; and the end."""
        starts = [each.outer.start for each in self.stretches]
        kept = [0]
        for sentence in self.sentences:
            at = bisect_right(starts, sentence.start) - 1
            inside = at >= 0 and self.stretches[at].outer.start < sentence.start < self.stretches[at].outer.end
            if not inside:
                kept.append(sentence.start)
        # a splitter may overlook a sentence that opens with a mark
        kept += [each for each in starts if _STOP.search(self.masked, max(0, each - 6), each) is not None]
        return sorted({*kept, len(self.text)})

    def frame(self, at: int) -> Span:
        """The frame around an offset: a sentence, or several where a quotation joins them."""
        right = min(max(bisect_right(self.edges, at), 1), len(self.edges) - 1)
        return Span(self.edges[right - 1], self.edges[right]) if right else Span(0, len(self.text))

    def frame_of(self, span: Span) -> Span:
        """The frame from the one in which a span begins to the one in which it ends."""
        return Span(self.frame(span.start).start, self.frame(max(span.start, span.end - 1)).end)
