"""/timeline: what happened when."""

import asyncio
from collections.abc import Hashable, Sequence
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING, Final, Literal

from discord import app_commands

from bot.answers import speakers
from bot.answers.chronicle import chronicle, stretches
from bot.answers.documents import find
from bot.answers.results import Event, TimelineAnswer, TimelineRequest
from bot.answers.timeline import events_of, timeline
from bot.cogs import choices, failures, sending
from bot.cogs.family import LONGEST_DATE, LONGEST_NAME, LONGEST_TEXT, Family, may_turn, within
from bot.cogs.replies.pictures import picture_file, picture_view
from bot.cogs.replies.sheet import lasting_of
from bot.cogs.replies.speaking import check_of
from bot.cogs.replies.timelines import ON_A_PAGE, PAGE, TimelinePage, on_topic, timeline_view
from bot.cogs.replies.words import GONE, gone, nothing_dated
from bot.documents.dates.typed import read_date
from bot.errors import BadRequestError, UnknownDocumentError
from bot.models import SHARED, Document
from bot.store.calendar import Period

if TYPE_CHECKING:
    from bot.cogs.buttons import Handler
    from bot.cogs.desk import Turn
    from bot.cogs.sending import Asked
    from bot.pictures.timeline import Picture

View = Literal["list", "picture"]
_WINDOW: Final = 200  # events that are looked at for one page: of a date with more, these make a page
_MOST_DRAWN: Final = 500
_DRAWN_PER_DATE: Final = 2
_DRAWN_TOPIC: Final = 80  # characters of a topic in the title of a picture
_MOST_TOPICAL: Final = 200  # events that are looked through for the paragraphs that a topic's buttons carry


def _iso(day: date | None) -> str | None:
    return None if day is None else day.isoformat()


class Timelines(Family):
    """Shows dated sentences, and turns their pages."""

    def buttons(self) -> "dict[str, Handler]":
        """The pages of a timeline."""
        return {PAGE: self.turn}

    @app_commands.command(name="timeline", description="What happened when, by the dates in the text, with citations")
    @app_commands.describe(
        on="On this date: 2023-03-20, 2023-03 or 2023",
        since="From this date on: 2023-03-20, 2023-03 or 2023",
        until="Up to this date: 2023-03-20, 2023-03 or 2023",
        topic="Words that the passage must be about",
        document="One document; pick it from the list",
        speaker="Only where this person says something; pick the name from the list",
        view="A list with citations, or a picture",
        private="Show the answer to me alone",
    )
    @app_commands.rename(since="from", until="to")
    @app_commands.autocomplete(topic=choices.text, document=choices.documents, speaker=choices.speakers)
    async def timeline(
        self,
        interaction: "Asked",
        *,
        since: app_commands.Range[str, 1, LONGEST_DATE] | None = None,
        until: app_commands.Range[str, 1, LONGEST_DATE] | None = None,
        on: app_commands.Range[str, 1, LONGEST_DATE] | None = None,
        topic: app_commands.Range[str, 1, LONGEST_TEXT] | None = None,
        document: app_commands.Range[str, 1, LONGEST_NAME] | None = None,
        speaker: app_commands.Range[str, 1, LONGEST_NAME] | None = None,
        view: View = "list",
        private: bool = False,
    ) -> None:
        """Answer with the first events."""
        async with sending.desk(interaction).turn(interaction) as turn:
            within(LONGEST_DATE, on=on, from_=since, to=until)
            within(LONGEST_TEXT, topic=topic)
            within(LONGEST_NAME, document=document, speaker=speaker)
            topic = topic if topic and topic.strip() else None
            asked = TimelineRequest(on, since, until, topic, document, speaker)
            if view == "picture":
                await self._drawn(interaction, turn, replace(asked, limit=_MOST_DRAWN), private=private)
                return
            limit = ON_A_PAGE if on is not None or document is not None else _WINDOW
            answer = await self._dated(replace(asked, limit=limit if topic is None else _MOST_TOPICAL))
            if not answer.events:
                await sending.tell(interaction, nothing_dated(answer, topic))
                return
            page = await self._first(interaction, asked)
            found = answer.total
            if topic is not None:
                page, answer = await self._topical(page, answer)
            shown = await self._first_page(answer, page)
            list_ = timeline_view(shown, page, found=found, about=on_topic(topic))
            await sending.show(interaction, list_, private=private)

    async def _drawn(self, interaction: "Asked", turn: "Turn", asked: TimelineRequest, *, private: bool) -> None:
        """Answer with a picture, drawn in a thread."""
        answer = await self._dated(asked)
        if not answer.events:
            await sending.tell(interaction, nothing_dated(answer, asked.topic))
            return
        title = "Timeline"
        if asked.document is not None:
            title = f"Timeline: {answer.events[0].citation.document.name}"
        if answer.speaker is not None:
            title = f"{title}, {answer.speaker}" if asked.document is not None else f"Timeline: {answer.speaker}"
        if asked.topic is not None:
            title += f", on: {' '.join(asked.topic.split())[:_DRAWN_TOPIC]}"

        def drawing() -> "Picture":
            from bot.pictures.timeline import draw  # noqa: PLC0415 - Pillow is loaded for a picture only

            return draw(chronicle(answer.events, _DRAWN_PER_DATE), title)

        drawn = self.recall.get(("picture", asked), lambda: asyncio.to_thread(drawing))
        picture = await sending.patiently(interaction, turn, drawn, private=private)
        view = picture_view(picture, answer, title)
        await sending.show(interaction, view, private=private, files=[picture_file(picture)])

    async def _dated(self, asked: TimelineRequest) -> TimelineAnswer:
        return await self.recall.get(asked, lambda: timeline(self.store, asked))

    async def _first(self, interaction: "Asked", asked: TimelineRequest) -> TimelinePage:
        """The first page, with what was typed turned into days and a number."""
        first, last = asked.since, asked.until
        if asked.on is not None:
            first = last = asked.on
        said = await self._speaker(asked)
        return TimelinePage(
            interaction.user.id,
            since=None if first is None else read_date(first).earliest,
            until=None if last is None else read_date(last).latest,
            document=None if asked.document is None else (await find(self.store, asked.document)).number,
            whole=asked.on is not None,
            speaker=0 if said is None else said[0],
            check=0 if said is None else said[1],
        )

    async def _topical(self, page: TimelinePage, answer: TimelineAnswer) -> tuple[TimelinePage, TimelineAnswer]:
        """The first page of a topic, whose buttons carry the paragraphs that it led to."""
        places = dict.fromkeys((each.citation.document.number, each.citation.paragraph) for each in answer.events)
        page = page.with_places(tuple(places))
        if len(page.places) == len(places) and len(answer.events) == answer.total:
            return page, answer
        part = await self._events(page)
        return page, replace(answer, events=part.events, total=part.total)

    async def _events(self, page: TimelinePage) -> TimelineAnswer:
        """The events of a page."""
        since, until = _iso(page.since), _iso(page.until)
        if not page.topical:
            document = None if page.document is None else f"D{page.document}"
            limit = _WINDOW if page.overview else ON_A_PAGE
            name = await self._name(page)
            asked = TimelineRequest(None, since, until, None, document, name, limit, page.offset)
            answer = await self._dated(asked)
            return await self._first_page(answer, page)
        documents, paragraphs = await self._standing(page)
        names = [(id_, each.reference) for id_, each in documents.items()]
        known = await speakers.wanted(self.store, await self._name(page), (SHARED,), None)
        period = Period(tuple(documents), since, until, paragraphs, None if known is None else known.ids)
        found = await self.store.calendar.events(period, names, limit=ON_A_PAGE, offset=page.offset)
        events = await events_of(self.store, found, documents)
        total = await self.store.calendar.count(period)
        return TimelineAnswer(events=events, total=total, undated=0, speaker=None if known is None else known.name)

    async def _speaker(self, asked: TimelineRequest) -> tuple[int, int] | None:
        """The row of the speaker who was asked for, and the check of its name; None where nobody was."""
        document = None if asked.document is None else (await find(self.store, asked.document)).id
        known = await speakers.wanted(self.store, asked.speaker, asked.collections, document)
        names = None if known is None else await self.store.speakers.shown_as(known.ids[0])
        return None if known is None or names is None else (known.ids[0], check_of(names[0]))

    async def _name(self, page: TimelinePage) -> str | None:
        """The name of the speaker of a page.

        Raises:
            BadRequestError: The row has gone, or is another's now.
        """
        if not page.speaker:
            return None
        names = await self.store.speakers.shown_as(page.speaker)
        if names is None or check_of(names[0]) != page.check:
            raise BadRequestError(GONE)
        return names[1]

    async def _before(self, page: TimelinePage) -> int | None:
        """Where the page before this one begins; None where pages have a fixed length."""
        if not page.overview or not page.offset:
            return None
        start = max(page.offset - _WINDOW, 0)
        since, until, name = _iso(page.since), _iso(page.until), await self._name(page)
        asked = TimelineRequest(None, since, until, None, None, name, page.offset - start, start)
        before = await self._stretches(await self._dated(asked), asked, complete=True)
        return page.offset - len(before[-1]) if before else start

    async def _first_page(self, answer: TimelineAnswer, page: TimelinePage) -> TimelineAnswer:
        """Of the events from where a page begins those that stand on it."""
        if not page.overview:
            return replace(answer, events=answer.events[:ON_A_PAGE])
        complete = page.offset + len(answer.events) >= answer.total
        pages = await self._stretches(answer, replace(page, asker=0), complete=complete)
        return replace(answer, events=tuple(pages[0]) if pages else ())

    async def _stretches(self, answer: TimelineAnswer, key: Hashable, *, complete: bool) -> list[Sequence[Event]]:
        """The pages of an answer, worked out once for everybody who turns them."""

        async def cut() -> list[Sequence[Event]]:
            return stretches(answer.events, ON_A_PAGE, complete=complete)

        return await self.recall.get(("stretches", key), cut)

    async def _standing(self, page: TimelinePage) -> tuple[dict[int, Document], tuple[int, ...]]:
        """Of the paragraphs of a topic those that still stand, and their documents, by row id."""
        documents: dict[int, Document] = {}
        paragraphs = []
        for number in dict.fromkeys(number for number, _ in page.places):
            if (document := await self.store.library.document(SHARED, number)) is None:
                continue
            documents[document.id] = document
            for place, paragraph_number in page.places:
                if place == number:
                    paragraph = await self.store.library.paragraph(document, paragraph_number)
                    paragraphs += [] if paragraph is None else [paragraph.id]
        return documents, tuple(paragraphs)

    async def turn(self, interaction: "Asked", state: str) -> None:
        """Show the page that a button leads to."""
        async with sending.desk(interaction).turn(interaction):
            if (page := TimelinePage.read(state)) is None:
                await sending.tell(interaction, failures.OUTDATED)
                return
            if not await may_turn(interaction, page.asker):
                return
            try:
                answer = await self._events(page)
                if answer.total and not answer.events:
                    # less than was asked about is left: its last page stands for those behind it
                    page = replace(page, offset=(answer.total - 1) // ON_A_PAGE * ON_A_PAGE)
                    answer = await self._events(page)
                back = await self._before(page)
            except UnknownDocumentError:
                await sending.tell(interaction, gone(page.document or 0))
                return
            if not answer.events:
                await sending.tell(interaction, GONE)
                return
            about = lasting_of(interaction.message)
            await sending.show(interaction, timeline_view(answer, page, back=back, about=about))
