"""A paragraph prepared for the search for speakers: its stretches between marks, its frames, its names."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from itertools import pairwise
from typing import Final

from bot.documents.quotations import cues
from bot.documents.quotations.cues import Cue, Sort, Word
from bot.documents.quotations.marks import Stretch
from bot.documents.quotations.names import Name, find
from bot.models import Span

# Stands for every character of a stretch between marks, so that no word within it is taken for one of the sentence.
MASK: Final = "\x01"
# A full stop behind a word that is no abbreviation with a capital, before a quotation.
_STOP: Final = re.compile(r"(?:[a-z0-9]{4}|\s[a-z]{2,3}|[)\x01])[.!?]\s$")


def _masked(text: str, stretches: Sequence[Stretch]) -> str:
    """A text with every stretch between marks blotted out, at the same length."""
    pieces: list[str] = []
    at = 0
    for each in stretches:
        pieces += text[at : each.outer.start], MASK * (each.outer.end - each.outer.start)
        at = each.outer.end
    return "".join(pieces) + text[at:]


class Page:
    """A paragraph, its sentences and its stretches between marks; what is asked for more than once is kept."""

    def __init__(self, text: str, sentences: Sequence[Span], stretches: Sequence[Stretch]) -> None:
        """Prepare a paragraph."""
        self.text = text
        self.sentences = sentences
        self.stretches = stretches
        self.masked = _masked(text, stretches) if stretches else text
        self.names: list[Name] = []
        """The names outside the stretches, in order."""
        self.cue_words: Sequence[Word] = ()
        """The words outside the stretches that are cues, or with which a phrase that is one may begin."""
        self._cues: list[Cue] = []
        self._edges: list[int] | None = None
        self._frames: list[Span] | None = None

    def read(self) -> None:
        """Find the names and the cues, which are there from then on."""
        self.names = find(self.masked)
        self.cue_words = cues.words(self.masked)
        if self.cue_words:
            self._cues = list(cues.find(self.masked, self.cue_words, 0, len(self.masked)))

    def names_in(self, start: int, end: int) -> list[Name]:
        """The names that begin between two offsets."""
        return self.names[bisect_left(self.names, (start,)) : bisect_left(self.names, (end,))]

    def cues(self, start: int, end: int) -> list[Cue]:
        """The cues between two offsets, in order."""
        if not (every := self._cues):
            return []
        left, right = bisect_left(every, (start,)), bisect_left(every, (end,))
        cut = (left and every[left - 1].end > start) or (left < right and every[right - 1].end > end)
        # a phrase of which only a part lies between them may hold other cues
        return list(cues.find(self.masked, self.cue_words, start, end)) if cut else every[left:right]

    def says(self, start: int, end: int) -> list[Cue]:
        """The finite verbs of speech between two offsets, in order."""
        return [cue for cue in self.cues(start, end) if cue.sort is Sort.SPEECH]

    @property
    def edges(self) -> list[int]:
        """Where frames begin: sentence starts that do not lie within a stretch between marks; and the end."""
        # no cached_property, whose lock takes longer than the search
        if self._edges is None:
            self._edges = self._find_edges()
        return self._edges

    def _find_edges(self) -> list[int]:
        if not self.stretches:
            return sorted({0, *[sentence.start for sentence in self.sentences], len(self.text)})
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

    @property
    def frames(self) -> list[Span]:
        """The frames, in order: sentences, or several where a quotation joins them. An empty text has one, too."""
        if self._frames is None:
            self._frames = [Span(*each) for each in pairwise(self.edges)] or [Span(0, 0)]
        return self._frames

    def frame(self, at: int) -> Span:
        """The frame around an offset."""
        frames = self.frames
        return frames[min(max(bisect_right(self.edges, at), 1), len(frames)) - 1]

    def frame_of(self, span: Span) -> Span:
        """The frame from the one in which a span begins to the one in which it ends."""
        first = self.frame(span.start)
        last = max(span.start, span.end - 1)
        return first if last < first.end else Span(first.start, self.frame(last).end)
