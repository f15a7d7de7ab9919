"""Differences that begin and end at spaces: what is written in one piece, such as an address, is not torn."""

from collections.abc import Callable
from dataclasses import replace
from typing import Final

from bot.answers.verification.alignment import Alignment, Run
from bot.answers.verification.pasted import TextReading
from bot.models import Span
from bot.store.scripts import is_unspaced

_MOST: Final = 16  # words that are written in one piece; of a longer piece no more is told as different

Glued = Callable[[int, int], bool]
"""Whether the words before and behind these places, in the pasted text and in the stretch, are written in one piece."""


def between_spaces(alignment: Alignment, reading: TextReading) -> Alignment:
    """The same with equal words told as different where they are one piece with words that differ."""
    glued = _glued(alignment, reading)
    runs = alignment.runs
    kept: list[Run] = []
    for place, run in enumerate(runs):
        # a run at an end of both texts has no difference there
        first = place > 0 or (run.pasted, run.source) != (alignment.first, alignment.begin)
        last = place < len(runs) - 1 or (run.pasted_end, run.source_end) != (alignment.last, alignment.end)
        before = _reach(run, glued) if first else 0
        behind = _reach(run, glued, back=True) if last else 0
        if before + behind < run.size:
            kept.append(Run(run.pasted + before, run.source + before, run.size - before - behind))
    # where nothing is left to tell the rest from, it stays as it was
    return replace(alignment, runs=tuple(kept)) if kept else alignment


def _reach(run: Run, glued: Glued, *, back: bool = False) -> int:
    """How many words from one end of a run are one piece with what stands beyond it."""
    for count in range(min(run.size, _MOST) + 1):
        pasted = run.pasted_end - count if back else run.pasted + count
        source = run.source_end - count if back else run.source + count
        if not glued(pasted, source):
            return count
    return run.size if run.size <= _MOST else 0


def _glued(alignment: Alignment, reading: TextReading) -> Glued:
    stretch = alignment.stretch

    def in_source(place: int) -> bool:
        if not alignment.begin < place < alignment.end or stretch.owners[place - 1] != stretch.owners[place]:
            return False
        paragraph = stretch.paragraphs[stretch.owners[place]]
        before, behind = (stretch.spans[at].shifted(-paragraph.span.start) for at in (place - 1, place))
        return _one_piece(paragraph.text, before, behind)

    def in_pasted(place: int) -> bool:
        if not alignment.first < place < alignment.last or place in reading.gaps:
            return False
        return _one_piece(reading.text, reading.wording.spans[place - 1], reading.wording.spans[place])

    return lambda pasted, source: in_source(source) or in_pasted(pasted)


def _one_piece(text: str, before: Span, behind: Span) -> bool:
    """Whether nothing parts two neighbouring words; scripts without spaces part none, so that each word is its own."""
    between = text[before.end : behind.start]
    if any(map(str.isspace, between)):
        return False
    return not (is_unspaced(text[before.end - 1]) or is_unspaced(text[behind.start]))
