"""Paragraphs together with those around them, as far as a pasted text may reach."""

from typing import Final

from bot.answers.verification.alignment import Alignment
from bot.answers.verification.pasted import TextReading
from bot.answers.verification.stretches import Stretch
from bot.models import Span
from bot.store.store import Reading

_MARGIN: Final = 200  # characters beyond twice the length of what is still to come


class Surroundings:
    """Widens stretches; what was read once is used again."""

    def __init__(self, store: Reading, reading: TextReading) -> None:
        self._store = store
        self._reading = reading
        self._read: list[tuple[Span, Stretch]] = []

    async def widened(self, part: Alignment) -> Stretch:
        """The stretch of a part with the paragraphs around it, where the pasted text goes on beyond its ends."""
        stretch = part.stretch
        before = part.begin == 0 and part.first > 0
        behind = part.end == len(stretch.words) and part.last < len(self._reading.wording.words)
        if not (before or behind):
            return stretch
        spans = self._reading.wording.spans
        start, end = stretch.paragraphs[0].span.start, stretch.paragraphs[-1].span.end
        if before:
            start = max(start - 2 * spans[part.first].start - _MARGIN, 0)
        if behind:
            end += 2 * (len(self._reading.text) - spans[part.last - 1].end) + _MARGIN
        return await self._between(stretch.document, Span(start, end))

    async def _between(self, document: int, span: Span) -> Stretch:
        for known, stretch in self._read:
            if stretch.document == document and known.start <= span.start and span.end <= known.end:
                return stretch
        around = await self._store.phrases.around(document, span)
        self._read.append((span, Stretch.of(around, self._reading.wording)))
        return self._read[-1][1]
