"""Timelines: sentences by date, each with the basis of its date and its citation."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Final

from discord import ui

from bot.answers.results import Event, TimelineAnswer
from bot.cogs import packing
from bot.cogs.escaping import literal, parts, shortened, width
from bot.cogs.replies.context import opening
from bot.cogs.replies.dates import LEGEND, SYMBOLS, readable
from bot.cogs.replies.sheet import ROOM, Key, cited, sheet, small
from bot.cogs.replies.words import undated
from bot.models import Basis

PAGE: Final = "t"
ON_A_PAGE: Final = 5
_CITATION_ROOM: Final = 260
_EXPRESSION_ROOM: Final = 50
_NOTE_ROOM: Final = 300
_HEAD: Final = 5
_CUT: Final = small("… (cut here; Context shows the rest)")


@dataclass(frozen=True, slots=True)
class TimelinePage:
    """A page of a timeline as its buttons carry it: where it begins, and what it shows.

    Without a topic these are days and a document; with one they are besides the paragraphs (document, paragraph) that
    the topic had led to, so that no word of a query is kept. `topical` says which.
    """

    asker: int
    offset: int = 0
    since: date | None = None
    until: date | None = None
    document: int | None = None
    topical: bool = False
    places: tuple[tuple[int, int], ...] = ()

    def _head(self) -> tuple[int, ...]:
        since, until = (0 if day is None else day.toordinal() for day in (self.since, self.until))
        # the document takes the even numbers, so that one bit says whether a topic was given
        return self.asker, self.offset, since, until, 2 * (self.document or 0) + self.topical

    def custom_id(self) -> str:
        """The button that leads to this page."""
        return packing.pack(PAGE, (*self._head(), *(number for pair in self.places for number in pair)))

    def with_places(self, places: Sequence[tuple[int, int]]) -> "TimelinePage":
        """The same of a topic, with as many of its paragraphs as fit into a button."""
        head = replace(self, topical=True, offset=1 << 13)._head()  # noqa: SLF001 - its own class
        return replace(self, topical=True, places=tuple(packing.fitting(head, places)))

    @classmethod
    def read(cls, state: str) -> "TimelinePage | None":
        """The page that a button leads to; None where it is not one of ours."""
        numbers = packing.unpack(state) or []
        if len(numbers) < _HEAD or (len(numbers) - _HEAD) % 2:
            return None
        asker, offset, since, until, scope, *rest = numbers
        if max(since, until) > date.max.toordinal():
            return None
        first, last = (date.fromordinal(day) if day else None for day in (since, until))
        places = tuple(zip(rest[::2], rest[1::2], strict=True))
        return cls(asker, offset, first, last, scope // 2 or None, bool(scope % 2), places)


def _share(texts: Sequence[str], room: int) -> int:
    """The most that each text may take so that all fit: only the longest are cut."""
    widths = sorted(width(literal(text)) for text in texts)
    for index, each in enumerate(widths):
        share = room // (len(widths) - index)
        if each > share:
            return share
        room -= each
    return ROOM


def _source(event: Event) -> str:
    """From what the date is known, and where the sentence stands."""
    basis = SYMBOLS[event.basis]
    if event.basis is Basis.WORKED_OUT:
        basis += f" from “{shortened(event.expression, _EXPRESSION_ROOM)}”"
    return small(f"{basis} · {cited(event.citation, _CITATION_ROOM)}")


def _sentence(text: str, room: int) -> str:
    first, *more = parts(text, room)
    return f"{literal(first.of(text))}\n{_CUT}" if more else literal(text)


def timeline_view(answer: TimelineAnswer, page: TimelinePage, *, found: int | None = None) -> ui.LayoutView:
    """A page of a timeline.

    Args:
        answer: The events of this page, and how many there are in all that can be paged through.
        page: Where it begins.
        found: How many there are in all, where a button cannot carry them all.
    """
    events = answer.events
    title, footer = _title(answer, page, found), _footer(answer)
    dates = [f"**{literal(readable(event.value))}**" for event in events]
    sources = [_source(event) for event in events]
    # a line break and the mark of a cut for each sentence
    taken = sum(width(text) for text in (title, *footer, *dates, *sources)) + len(events) * (width(_CUT) + 2)
    room = _share([event.text for event in events], ROOM - taken)
    blocks: list[list[str]] = [[title]]
    for index, event in enumerate(events):
        if not index or event.value.edtf != events[index - 1].value.edtf:
            blocks.append([dates[index]])
        blocks[-1].append(f"{_sentence(event.text, room)}\n{sources[index]}")
    return sheet([*blocks, footer], _keys(answer, page))


def _footer(answer: TimelineAnswer) -> list[str]:
    bases = [basis for basis in LEGEND if any(event.basis is basis for event in answer.events)]
    legend = small(" · ".join(f"{SYMBOLS[basis]} {LEGEND[basis]}" for basis in bases))
    return [legend, *(small(shortened(note, _NOTE_ROOM)) for note in undated(answer))]


def _title(answer: TimelineAnswer, page: TimelinePage, found: int | None) -> str:
    last = page.offset + len(answer.events)
    standing = f"{page.offset + 1}–{last}" if last > page.offset + 1 else f"{last}"
    title = f"**Timeline** · {standing} of {answer.total:,}"
    if found is not None and found > answer.total:
        note = f"{found:,} found, of which the first {answer.total:,} are shown. Narrow it by from, to or document."
        title += f"\n{small(note)}"
    return title


def _keys(answer: TimelineAnswer, page: TimelinePage) -> list[list[Key]]:
    turning = []
    last = page.offset + len(answer.events) >= answer.total
    if page.offset or not last:
        back, on = max(page.offset - ON_A_PAGE, 0), page.offset + ON_A_PAGE
        turning = [
            Key("◀", replace(page, offset=back).custom_id(), disabled=not page.offset),
            Key("▶", replace(page, offset=on).custom_id(), disabled=last),
        ]
    citations = {event.citation.reference: event.citation for event in answer.events}
    single = len(citations) == 1
    looking = [
        opening(citation, "Context" if single else f"Context {citation.document.reference} ¶{citation.paragraph}")
        for citation in citations.values()
    ]
    return [turning, looking]
