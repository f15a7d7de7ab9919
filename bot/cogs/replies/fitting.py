"""Several texts in the room of one message: how much each may take, and how a cut shows."""

from collections.abc import Iterable, Sequence
from typing import Final

from bot.cogs.escaping import literal, parts, width
from bot.cogs.replies.sheet import ROOM, small
from bot.models import Span

CUT: Final = small("… (cut here; Context shows the rest)")


def share(texts: Sequence[str], room: int) -> int:
    """The most that each text may take so that all fit: only the longest are cut."""
    widths = sorted(width(literal(text)) for text in texts)
    for index, each in enumerate(widths):
        part = room // (len(widths) - index)
        if each > part:
            return part
        room -= each
    return ROOM


def cut_to(text: str, room: int, hits: Iterable[Span] = ()) -> str:
    """A text shown literally, visibly cut where it takes more than `room`.

    Args:
        text: What is to be seen.
        room: UTF-16 units, without the mark of a cut and the marks of hits.
        hits: Stretches of it to show in bold.
    """
    first, *more = parts(text, room)
    shown = literal(first.of(text), [Span(hit.start, min(hit.end, first.end)) for hit in hits if hit.start < first.end])
    return f"{shown}\n{CUT}" if more else shown
