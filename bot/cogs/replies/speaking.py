"""What is said: a few quotations at a time, each with its speaker, the basis of that, and its citation."""

import zlib
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Final

from discord import ui

from bot.answers.attributed import NOBODY, manner
from bot.answers.results import Passage
from bot.cogs import packing
from bot.cogs.escaping import shortened, width
from bot.cogs.replies.context import opening
from bot.cogs.replies.fitting import CUT, cut_to, share
from bot.cogs.replies.sheet import ROOM, Key, cited, sheet, small
from bot.models import Speaker, Speech

PAGE: Final = "v"
ON_A_PAGE: Final = 4
_HEAD: Final = 5
_RANKS: Final = 64  # of what is said in one paragraph, those that a button can name
_CITATION_ROOM: Final = 260
_NAME_ROOM: Final = 120
_NOTE_ROOM: Final = 400
_ALSO: Final = 6
_HEADINGS: Final = {Speech.DIRECT: "Direct quotations", Speech.REPORTED: "Reported speech"}

Place = tuple[int, int, int]
"""Document and paragraph by their numbers, and the rank among what is said in the paragraph."""


@dataclass(frozen=True, slots=True)
class SpokenPage:
    """A page of quotations as its buttons carry it.

    With `places` these are what is shown, so that no word of a query is kept; without, it is all that a speaker says.
    `speaker` is a row id, 0 where nobody was asked for, and `check` tells whether the row still has the same name.
    `total` counts all that were found for a query.
    """

    asker: int
    offset: int = 0
    speaker: int = 0
    check: int = 0
    total: int = 0
    places: tuple[Place, ...] = ()

    @property
    def key(self) -> tuple[object, ...]:
        """The same for every page of one list."""
        return self.asker, self.speaker, self.total, self.places

    def custom_id(self) -> str:
        """The button that leads to this page."""
        numbers = (number for pair in map(_pair, self.places) for number in pair)
        return packing.pack(PAGE, (*self._head(), *numbers))

    def _head(self) -> tuple[int, ...]:
        return self.asker, self.offset, self.speaker, self.check, self.total

    def with_places(self, places: Sequence[Place]) -> "SpokenPage":
        """The same with as many places as fit into a button."""
        usable = [place for place in places if place[2] < _RANKS]
        head = replace(self, offset=len(usable))._head()  # noqa: SLF001 - its own class
        kept = packing.fitting(head, map(_pair, usable))
        return replace(self, places=tuple(usable[: len(kept)]))

    def only(self, places: tuple[Place, ...]) -> "SpokenPage":
        """The same with some of its places, opened where it was, or at its last page where there is less now."""
        before = sum(1 for place in self.places[: self.offset] if place in places)
        last = max(len(places) - 1, 0) // ON_A_PAGE * ON_A_PAGE
        offset = min(-(-before // ON_A_PAGE) * ON_A_PAGE, last)
        total = max(self.total - len(self.places) + len(places), len(places))
        return replace(self, offset=offset, total=total, places=places)

    @classmethod
    def read(cls, state: str) -> "SpokenPage | None":
        """The page that a button leads to; None where it is not one of ours."""
        numbers = packing.unpack(state) or []
        if len(numbers) < _HEAD or (len(numbers) - _HEAD) % 2:
            return None
        asker, offset, speaker, check, total, *rest = numbers
        pairs = zip(rest[::2], rest[1::2], strict=True)
        places = tuple((document, packed // _RANKS, packed % _RANKS) for document, packed in pairs)
        return cls(asker, offset, speaker, check, total, places)


def _pair(place: Place) -> tuple[int, int]:
    document, paragraph, rank = place
    return document, _RANKS * paragraph + rank


def check_of(name: str) -> int:
    """A short number by which another name is told from this one."""
    return zlib.crc32(name.encode("utf-8", "surrogatepass")) & 0xFFFF


def places_of(passages: Sequence[Passage]) -> list[Place]:
    """Where these words stand."""
    return [(each.citation.document.number, each.citation.paragraph, each.rank) for each in passages]


def said_by(speaker: Speaker | None, speech: Speech | None = None) -> str:
    """The line that says who speaks and from what that is known."""
    name = NOBODY if speaker is None else f"**{shortened(speaker.name, _NAME_ROOM)}**"
    return small(f"— {name}{manner(speaker, speech)}")


def spoken_view(
    page: SpokenPage, passages: Sequence[Passage], total: int, title: str, notes: Sequence[str] = ()
) -> ui.LayoutView:
    """A page of quotations.

    Args:
        page: Where it begins.
        passages: What stands on it; at most `ON_A_PAGE`.
        total: How many can be paged through.
        title: What they are, fit to show.
        notes: Sentences of ours.
    """
    last = page.offset + len(passages)
    standing = f"{page.offset + 1}–{last}" if len(passages) > 1 else f"{last}"
    head = f"{title} · {standing} of {total:,}"
    footer = [small(shortened(note, _NOTE_ROOM)) for note in notes]
    if page.total > total:
        footer.append(small(f"{page.total:,} were found, of which the first {total:,} are shown."))
    sources = [_source(each) for each in passages]
    headings = [f"**{heading}**" for heading in _HEADINGS.values()]
    # a mark for each hit, a line break and the mark of a cut for each text
    marks = sum(4 * len(each.hits) for each in passages) + len(passages) * (width(CUT) + 2)
    room = share([each.text for each in passages], ROOM - sum(map(width, (head, *footer, *sources, *headings))) - marks)
    blocks, heading = [[head]], None
    for each, source in zip(passages, sources, strict=True):
        text = f"{cut_to(each.text, room, each.hits)}\n{source}"
        blocks.append([text] if each.speech is heading or each.speech is None else [_heading(each.speech), text])
        heading = each.speech
    return sheet([*blocks, footer], _keys(page, passages, total))


def _heading(speech: Speech) -> str:
    return f"**{_HEADINGS[speech]}**"


def _source(passage: Passage) -> str:
    lines = [said_by(passage.speaker, passage.speech), small(cited(passage.citation, _CITATION_ROOM))]
    if passage.also_in:
        also = ", ".join(each.reference for each in passage.also_in[:_ALSO])
        rest = len(passage.also_in) - _ALSO
        lines.append(small(f"also in {also}" + (f" and {rest:,} more" if rest > 0 else "")))
    return "\n".join(lines)


def _keys(page: SpokenPage, passages: Sequence[Passage], total: int) -> list[list[Key]]:
    turning = []
    on = page.offset + ON_A_PAGE
    if page.offset or on < total:
        back = max(page.offset - ON_A_PAGE, 0)
        turning = [
            Key("◀", replace(page, offset=back).custom_id(), disabled=not page.offset),
            Key("▶", replace(page, offset=on).custom_id(), disabled=on >= total),
        ]
    citations = {each.citation.reference: each.citation for each in passages}
    single = len(citations) == 1
    looking = [
        opening(each, "Context" if single else f"Context {each.document.reference} ¶{each.paragraph}")
        for each in citations.values()
    ]
    return [turning, looking]
