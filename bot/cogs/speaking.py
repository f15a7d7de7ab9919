"""/speaker: what somebody says, direct quotations first; and the pages of quotations that /quote gives too."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, Final

from discord import app_commands

from bot.answers.results import Passage, QuoteAnswer, SpeakerAnswer, SpeakerRequest
from bot.answers.speaker import MOST, speaker
from bot.answers.spoken import as_passages, standing_at
from bot.cogs import choices, failures, sending
from bot.cogs.escaping import shortened
from bot.cogs.family import LONGEST_NAME, LONGEST_TEXT, Family, may_turn, within
from bot.cogs.replies.speaking import ON_A_PAGE, PAGE, Place, SpokenPage, check_of, places_of, spoken_view
from bot.cogs.replies.words import GONE, counted, nothing_said, passed_over, remarks
from bot.models import Span

if TYPE_CHECKING:
    from discord import ui

    from bot.cogs.buttons import Handler
    from bot.cogs.recall import Recall
    from bot.cogs.sending import Asked

_TITLE_ROOM: Final = 160


class Speaking(Family):
    """Shows what is said, and turns the pages.

    The hits of the last answers are remembered to mark them on every page; after a restart, or when the store has
    changed, the pages turn without the marks.
    """

    def buttons(self) -> "dict[str, Handler]":
        """The pages of quotations."""
        return {PAGE: self.turn}

    @app_commands.command(name="speaker", description="What somebody says: direct quotations, then reported speech")
    @app_commands.describe(
        name="Who; pick the name from the list",
        topic="Words that it must be about",
        private="Show the answer to me alone",
    )
    @app_commands.autocomplete(name=choices.speakers, topic=choices.text)
    async def speaker(
        self,
        interaction: "Asked",
        *,
        name: app_commands.Range[str, 1, LONGEST_NAME],
        topic: app_commands.Range[str, 1, LONGEST_TEXT] | None = None,
        private: bool = False,
    ) -> None:
        """Answer with the first quotations."""
        async with sending.desk(interaction).turn(interaction):
            within(LONGEST_NAME, name=name)
            within(LONGEST_TEXT, topic=topic)
            topic = topic if topic and topic.strip() else ""
            answer = await self._said(SpeakerRequest(name, topic, MOST if topic else ON_A_PAGE))
            if not answer.quotations:
                await sending.tell(interaction, nothing_said(answer))
                return
            page = await self._first(interaction.user.id, answer)
            view = self._topical(page, answer) if topic else _all(page, answer)
            await sending.show(interaction, view, private=private)

    async def _said(self, asked: SpeakerRequest) -> SpeakerAnswer:
        return await self.recall.get(asked, lambda: speaker(self.store, asked))

    async def _first(self, asker: int, answer: SpeakerAnswer) -> SpokenPage:
        known = await self.store.speakers.shown_as(answer.id)
        return SpokenPage(asker, speaker=answer.id, check=0 if known is None else check_of(known[0]))

    def _topical(self, page: SpokenPage, answer: SpeakerAnswer) -> "ui.LayoutView":
        page = replace(page, total=answer.total).with_places(places_of(answer.quotations))
        _mark(self.recall, page, answer.quotations)
        shown = answer.quotations[: min(ON_A_PAGE, len(page.places))]
        notes = [_counts(answer)] + (["The search ran out of time: there may be more."] if answer.incomplete else [])
        return spoken_view(page, shown, len(page.places), _titled(answer.name), notes)

    async def turn(self, interaction: "Asked", state: str) -> None:
        """Show the page that a button leads to."""
        async with sending.desk(interaction).turn(interaction):
            if (page := SpokenPage.read(state)) is None:
                await sending.tell(interaction, failures.OUTDATED)
                return
            if not await may_turn(interaction, page.asker):
                return
            name = await self._name(page)
            if page.speaker and name is None:
                await sending.tell(interaction, GONE)
                return
            view = await (self._turned(page, name) if page.places else self._turned_all(page, name or ""))
            if view is None:
                await sending.tell(interaction, GONE)
                return
            await sending.show(interaction, view)

    async def _name(self, page: SpokenPage) -> str | None:
        """The name under which the speaker of a page is shown; None where there is none, or no longer the same."""
        known = await self.store.speakers.shown_as(page.speaker) if page.speaker else None
        return known[1] if known is not None and check_of(known[0]) == page.check else None

    async def _turned_all(self, page: SpokenPage, name: str) -> "ui.LayoutView | None":
        answer = await self._said(SpeakerRequest(name, limit=ON_A_PAGE, offset=page.offset))
        return _all(page, answer) if answer.quotations else None

    async def _turned(self, page: SpokenPage, name: str | None) -> "ui.LayoutView | None":
        wanted = page.places[page.offset : page.offset + ON_A_PAGE]
        found = await self._standing(wanted, name)
        marks = _marks(self.recall, page)
        notes: list[str] = []
        if not wanted or len(found) < len(wanted):
            everything = await self._standing(page.places, name)
            notes = passed_over([place[:2] for place in wanted if place not in everything])
            page = page.only(tuple(everything))
            self.recall.keep(("marks", page.key), marks)
            found = {place: everything[place] for place in page.places[page.offset : page.offset + ON_A_PAGE]}
        marked = [replace(passage, hits=marks.get(place, ())) for place, passage in found.items()]
        return spoken_view(page, marked, len(page.places), _titled(name), notes) if marked else None

    async def _standing(self, places: Sequence[Place], name: str | None) -> dict[Place, Passage]:
        """What still stands at places, in their order; where a name is given, only what is said under it."""
        standing = await as_passages(self.store, await standing_at(self.store, places), None)
        found = zip(places_of(standing), standing, strict=True)
        return {place: passage for place, passage in found if name is None or _is_by(passage, name)}


def _is_by(passage: Passage, name: str) -> bool:
    return passage.speaker is not None and passage.speaker.name == name


def _mark(recall: "Recall", page: SpokenPage, passages: Sequence[Passage]) -> None:
    """Remember the hits of what can be paged through: a button carries no query."""
    recall.keep(
        ("marks", page.key), {each: some.hits for each, some in zip(places_of(passages), passages, strict=True)}
    )


def _marks(recall: "Recall", page: SpokenPage) -> Mapping[Place, tuple[Span, ...]]:
    kept = recall.kept(("marks", page.key))
    return kept if isinstance(kept, dict) else {}


async def show_quotations(family: Family, interaction: "Asked", answer: QuoteAnswer, *, private: bool) -> None:
    """Answer /quote with what is said, of which there is something, on pages that `Speaking` turns."""
    page = SpokenPage(interaction.user.id, total=answer.total).with_places(places_of(answer.passages))
    _mark(family.recall, page, answer.passages)
    notes = ["Chosen at random."] if answer.chosen_at_random else remarks(answer)
    shown = answer.passages[: min(ON_A_PAGE, len(page.places))]
    await sending.show(
        interaction, spoken_view(page, shown, len(page.places), _titled(answer.speaker), notes), private=private
    )


def _all(page: SpokenPage, answer: SpeakerAnswer) -> "ui.LayoutView":
    return spoken_view(page, answer.quotations, answer.total, _titled(answer.name), [_counts(answer)])


def _titled(name: str | None) -> str:
    return "**Quotations**" if name is None else f"**{shortened(name, _TITLE_ROOM)}**"


def _counts(answer: SpeakerAnswer) -> str:
    return f"{counted(answer.direct, 'direct quotation')}, {answer.total - answer.direct:,} reported."
