"""A paragraph among its neighbours, and the way through its document."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from discord import ui

from bot.cogs import packing
from bot.cogs.escaping import literal, parts, shortened, width
from bot.cogs.replies.citations import citing
from bot.cogs.replies.sheet import TOO_LONG, Key, sheet, small
from bot.cogs.replies.words import about
from bot.models import Citation, Document, Kind, Paragraph

OPEN: Final = "c"
TURN: Final = "r"
_HERE_ROOM: Final = 1_700
_BESIDE_ROOM: Final = 750
_TITLE_ROOM: Final = 400
_PLACE: Final = 3


@dataclass(frozen=True, slots=True)
class Spot:
    """A place in a document: paragraph by its number, and an offset in it. `asker` is 0 where anybody may look."""

    document: int
    paragraph: int
    offset: int = 0
    asker: int = 0

    def custom_id(self) -> str:
        """The button that turns to this place."""
        return packing.pack(TURN, (self.asker, self.document, self.paragraph, self.offset))


def spot(kind: str, state: str) -> Spot | None:
    """The place that a button of either kind carries; None where it is not one of ours."""
    numbers = packing.unpack(state) or []
    asker = numbers.pop(0) if kind == TURN and numbers else 0
    if len(numbers) != _PLACE:
        return None
    document, paragraph, offset = numbers
    return Spot(document, paragraph, offset, asker)


def opening(citation: Citation, label: str = "Context", at: int = 0) -> Key:
    """The button that shows a paragraph among its neighbours, to whoever presses it and to nobody else."""
    return Key(label, packing.pack(OPEN, (citation.document.number, citation.paragraph, at)))


def _name(document: Document, paragraph: Paragraph) -> str:
    kind = "" if paragraph.kind is Kind.BODY else f" · {paragraph.kind}"
    return f"[{document.reference} ¶{paragraph.number}]{kind}"


def _end_of(text: str, room: int) -> str:
    """As much of the end of a text as fits, from the beginning of a word."""
    if len(text) <= room and width(literal(text)) <= room:
        return literal(text)
    tail = text[-room:]
    while width(literal(tail)) > room:
        tail = tail[len(tail) // 10 + 1 :]
    _, space, words = tail.partition(" ")
    return f"{small('(its beginning is left out) …')}\n{literal(words if space else tail)}"


def _start_of(text: str, room: int) -> str:
    """As much of the start of a text as fits."""
    first, *more = parts(text, room)
    return f"{literal(first.of(text))}\n{small('… (cut here; ▼ goes on)')}" if more else literal(text)


def context_view(document: Document, paragraphs: Sequence[Paragraph], here: int, spot: Spot) -> ui.LayoutView:
    """A paragraph between the one before and the one after it.

    Args:
        document: The document.
        paragraphs: Its living paragraphs in the order of the text.
        here: The index of the one to show.
        spot: Where to show it, and to whom.
    """
    paragraph = paragraphs[here]
    before = paragraphs[here - 1] if here else None
    after = paragraphs[here + 1] if here + 1 < len(paragraphs) else None
    cuts = parts(paragraph.text, _HERE_ROOM)
    at = max(index for index, cut in enumerate(cuts) if cut.start <= spot.offset or not index)
    text = [f"**{_name(document, paragraph)}**", literal(cuts[at].of(paragraph.text))]
    if at:
        text.insert(1, small(f"… (part {at + 1} of {len(cuts)}; ▲ goes back)"))
    if at < len(cuts) - 1:
        text.append(small(f"… (cut here, part {at + 1} of {len(cuts)}; ▼ goes on)"))
    elif cuts[at].end < len(paragraph.text):
        text.append(small(TOO_LONG))
    blocks = [[f"**{document.reference}** {shortened(about(document), _TITLE_ROOM)}"]]
    if before is not None and not at:
        blocks.append([small(_name(document, before)), _end_of(before.text, _BESIDE_ROOM)])
    blocks.append(text)
    if after is not None and at == len(cuts) - 1:
        blocks.append([small(_name(document, after)), _start_of(after.text, _BESIDE_ROOM)])
    keys = []
    if at:
        keys.append(Key("▲", Spot(document.number, paragraph.number, cuts[at - 1].start, spot.asker).custom_id()))
    elif before is not None:
        keys.append(Key("▲", Spot(document.number, before.number, 0, spot.asker).custom_id()))
    if at < len(cuts) - 1:
        keys.append(Key("▼", Spot(document.number, paragraph.number, cuts[at + 1].start, spot.asker).custom_id()))
    elif after is not None:
        keys.append(Key("▼", Spot(document.number, after.number, 0, spot.asker).custom_id()))
    return sheet(blocks, [[*keys, citing(Citation(document, paragraph.number, paragraph.span, paragraph.page))]])
