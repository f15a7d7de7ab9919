"""Timelines: sentences by date, each with the basis of its date and its citation."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from itertools import chain
from typing import Final

from discord import ui

from bot.answers.chronicle import PER_DATE, DateGroup, Entry, chronicle
from bot.answers.readable import readable
from bot.answers.results import TimelineAnswer
from bot.answers.timeline import counted_from
from bot.cogs import packing
from bot.cogs.escaping import literal, shortened, width
from bot.cogs.replies.context import opening
from bot.cogs.replies.dates import AHEAD, LEGEND, SYMBOLS
from bot.cogs.replies.fitting import CUT, cut_to, share
from bot.cogs.replies.sheet import ROOM, Key, cited, sheet, small
from bot.cogs.replies.words import undated
from bot.models import Basis, Speech

PAGE: Final = "t"
ON_A_PAGE: Final = 5
_CITATION_ROOM: Final = 260
_EXPRESSION_ROOM: Final = 50
_NOTE_ROOM: Final = 300
_ALSO: Final = 6  # documents that tell the same, by name
_LOOKING: Final = 10  # buttons that open a paragraph
_LABEL: Final = 80  # characters on a button
_HEAD: Final = 5
_CHECK_BITS: Final = 16
_CHECK: Final = (1 << _CHECK_BITS) - 1
_NAME_ROOM: Final = 60
_TOPIC_ROOM: Final = 200


@dataclass(frozen=True, slots=True)
class TimelinePage:
    """A page of a timeline as its buttons carry it: where it begins, and what it shows.

    Without a topic these are days and a document; with one they are besides the paragraphs (document, paragraph) that
    the topic had led to, so that no word of a query is kept. `topical` says which. `whole` shows every event, where a
    look over many documents shows the most telling of each date. `speaker` is a row id, 0 where nobody was asked for,
    and `check` tells whether the row still has the same name.
    """

    asker: int
    offset: int = 0
    since: date | None = None
    until: date | None = None
    document: int | None = None
    topical: bool = False
    whole: bool = False
    places: tuple[tuple[int, int], ...] = ()
    speaker: int = 0
    check: int = 0

    @property
    def overview(self) -> bool:
        """Whether this is a look over many documents: pages end where a date ends, with the most telling of each."""
        return not (self.whole or self.topical or self.document)

    def _head(self) -> tuple[int, ...]:
        since, until = (0 if day is None else day.toordinal() for day in (self.since, self.until))
        # the document takes every fourth number, which leaves two bits
        head = self.asker, self.offset, since, until, 4 * (self.document or 0) + 2 * self.whole + self.topical
        # with a speaker the numbers behind the head are odd in count, without one even
        return (*head, self.speaker << _CHECK_BITS | self.check) if self.speaker else head

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
        if len(numbers) < _HEAD:
            return None
        asker, offset, since, until, scope, *rest = numbers
        speaker, check = divmod(rest.pop(0), _CHECK + 1) if len(rest) % 2 else (None, 0)
        if speaker == 0:
            return None
        if max(since, until) > date.max.toordinal():
            return None
        first, last = (date.fromordinal(day) if day else None for day in (since, until))
        places = tuple(zip(rest[::2], rest[1::2], strict=True))
        return cls(
            asker,
            offset,
            first,
            last,
            scope // 4 or None,
            bool(scope & 1),
            bool(scope & 2),
            places,
            speaker or 0,
            check,
        )


def _source(entry: Entry) -> str:
    """From what the date is known, and where the sentence and others that tell the same stand."""
    event = entry.lead
    basis = SYMBOLS[event.basis]
    if event.basis is Basis.WORKED_OUT:
        anchor = counted_from(event)
        how = "worked out from what is said before it" if anchor is None else f"counted from {anchor.isoformat()}"
        basis += f" “{shortened(event.expression, _EXPRESSION_ROOM)}”, {how}"
    if event.planned:
        basis += f" {AHEAD}"
    if event.speaker is not None:
        how = " (reported)" if event.speech is Speech.REPORTED else ""
        basis += f" · said by {shortened(event.speaker.name, _NAME_ROOM)}{how}"
    shown = small(f"{basis} · {cited(event.citation, _CITATION_ROOM)}")
    if entry.others:
        places = [f"[{each.citation.document.reference} ¶{each.citation.paragraph}]" for each in entry.others[:_ALSO]]
        rest = len(entry.others) - _ALSO
        also = ", ".join(places) + (f" and {rest:,} more" if rest > 0 else "")
        shown += f"\n{small(f'also in {also}')}"
    return shown


def timeline_view(
    answer: TimelineAnswer,
    page: TimelinePage,
    *,
    found: int | None = None,
    back: int | None = None,
    about: str = "",
) -> ui.LayoutView:
    """A page of a timeline.

    Args:
        answer: The events of this page, and how many there are in all that can be paged through.
        page: Where it begins.
        found: How many there are in all, where a button cannot carry them all.
        back: Where the page before this one begins, where its length is not known.
        about: What `on_topic` said of the first page.
    """
    groups = chronicle(answer.events, PER_DATE if page.overview else None)
    title, footer = _title(answer, page, found), _footer(answer, groups)
    dates = [f"**{literal(readable(group.value))}**" for group in groups]
    sources = [[_source(entry) for entry in group.entries] for group in groups]
    more = [[small(f"{group.more:,} more on this date")] if group.more else [] for group in groups]
    texts = [entry.lead.text for group in groups for entry in group.entries]
    # a line break and the mark of a cut for each sentence
    taken = sum(width(text) for text in chain((title, about, *footer, *dates), *sources, *more))
    room = share(texts, ROOM - taken - len(texts) * (width(CUT) + 2))
    blocks = [
        [
            date,
            *(f"{cut_to(entry.lead.text, room)}\n{source}" for entry, source in zip(group.entries, said, strict=True)),
            *rest,
        ]
        for group, date, said, rest in zip(groups, dates, sources, more, strict=True)
    ]
    return sheet([[title], *blocks, footer], _keys(answer, groups, page, back), lasting=about)


def on_topic(topic: str | None) -> str:
    """The line that says what a timeline is about; empty where no topic was asked for."""
    return "" if topic is None else small(f"on: {shortened(topic, _TOPIC_ROOM)}")


def _footer(answer: TimelineAnswer, groups: Sequence[DateGroup]) -> list[str]:
    leads = [entry.lead for group in groups for entry in group.entries]
    meanings = [f"{SYMBOLS[basis]} {LEGEND[basis]}" for basis in LEGEND if any(each.basis is basis for each in leads)]
    if any(each.planned for each in leads):
        meanings.append(f"{AHEAD} lay ahead when the document was written")
    return [small(" · ".join(meanings)), *(small(shortened(note, _NOTE_ROOM)) for note in undated(answer))]


def _title(answer: TimelineAnswer, page: TimelinePage, found: int | None) -> str:
    last = page.offset + len(answer.events)
    standing = f"{page.offset + 1}–{last}" if last > page.offset + 1 else f"{last}"
    by = "" if answer.speaker is None else f": {shortened(answer.speaker, _NAME_ROOM)}"
    title = f"**Timeline{by}** · {standing} of {answer.total:,}"
    if found is not None and found > answer.total:
        note = f"{found:,} found, of which the first {answer.total:,} are shown. Narrow it by from, to or document."
        title += f"\n{small(note)}"
    return title


def _keys(answer: TimelineAnswer, groups: Sequence[DateGroup], page: TimelinePage, back: int | None) -> list[list[Key]]:
    turning = []
    on = page.offset + len(answer.events)
    if page.offset or on < answer.total:
        back = max(page.offset - ON_A_PAGE, 0) if back is None else back
        turning = [
            Key("◀", replace(page, offset=back).custom_id(), disabled=not page.offset),
            Key("▶", replace(page, offset=on).custom_id(), disabled=on >= answer.total),
        ]
    leads = [entry.lead for group in groups for entry in group.entries]
    others = [other for group in groups for entry in group.entries for other in entry.others]
    citations = {event.citation.reference: event.citation for event in (*leads, *others)}
    single = len(citations) == 1
    looking = [
        opening(citation, "Context" if single else f"Context {citation.document.reference} ¶{citation.paragraph}")
        for citation in list(citations.values())[:_LOOKING]
    ]
    return [turning, _all_of(groups, page), looking]


def _all_of(groups: Sequence[DateGroup], page: TimelinePage) -> list[Key]:
    """A button for each date of which not everything is shown."""
    keys = {}
    for group in groups:
        if group.more:
            first, last = group.value.earliest, group.value.latest
            # what is open at an end is found by the end that it has
            whole = replace(page, offset=0, since=first or last, until=last or first, whole=True).custom_id()
            keys[whole] = Key(shortened_label(f"All of {readable(group.value)}"), whole)
    return list(keys.values())


def shortened_label(text: str) -> str:
    """A text that fits on a button."""
    return text if len(text) <= _LABEL else f"{text[: _LABEL - 1]}…"
