"""/compare: what two documents share, tell otherwise, or tell alone."""

from dataclasses import replace
from typing import TYPE_CHECKING, Final

from discord import app_commands

from bot.answers.comparison.compare import compare, topical
from bot.answers.documents import find
from bot.answers.results import CompareAnswer, CompareRequest
from bot.cogs import choices, failures, sending
from bot.cogs.family import LONGEST_NAME, LONGEST_TEXT, Family, may_turn, within
from bot.cogs.replies.comparison import PAGE, ComparePage, comparison_view, first_sort
from bot.cogs.replies.words import gone
from bot.errors import UnknownDocumentError
from bot.models import SHARED

if TYPE_CHECKING:
    from bot.cogs.buttons import Handler
    from bot.cogs.desk import Turn
    from bot.cogs.sending import Asked

_NOTHING: Final = "Neither document has a passage to compare{about}. Try another topic, or /documents."


class Comparing(Family):
    """Compares documents, and turns the pages."""

    def buttons(self) -> "dict[str, Handler]":
        """The pages of a comparison."""
        return {PAGE: self.turn}

    @app_commands.command(name="compare", description="What two documents share, tell otherwise, or tell alone")
    @app_commands.describe(
        first="A document; pick it from the list",
        second="Another document; pick it from the list",
        topic="Only paragraphs that speak of this",
        private="Show the answer to me alone",
    )
    @app_commands.autocomplete(first=choices.documents, second=choices.documents, topic=choices.text)
    async def compare(
        self,
        interaction: "Asked",
        *,
        first: app_commands.Range[str, 1, LONGEST_NAME],
        second: app_commands.Range[str, 1, LONGEST_NAME],
        topic: app_commands.Range[str, 1, LONGEST_TEXT] | None = None,
        private: bool = False,
    ) -> None:
        """Answer with what differs in figures, or else with the first sort of passages that there is."""
        async with sending.desk(interaction).turn(interaction) as turn:
            within(LONGEST_NAME, first=first, second=second)
            within(LONGEST_TEXT, topic=topic)
            one, other = await find(self.store, first), await find(self.store, second)
            page = ComparePage(interaction.user.id, one.number, other.number)
            note = ""
            if topic is not None and topic.strip():
                request = CompareRequest(one.reference, other.reference, topic)
                found = await topical(self.store, request)
                page = page.with_paragraphs(found)
                if page.paragraphs is not None and len(page.paragraphs) < len(found):
                    note = f"Of {len(found)} paragraphs on this the {len(page.paragraphs)} that fit it best."
            answer = await self._compared(interaction, turn, page, private=private)
            if (sort := first_sort(answer)) is None:
                await sending.tell(interaction, _NOTHING.format(about="" if topic is None else " on this"))
                return
            await sending.show(interaction, comparison_view(answer, replace(page, sort=sort), note), private=private)

    async def _compared(
        self, interaction: "Asked", turn: "Turn", page: ComparePage, *, private: bool = False
    ) -> CompareAnswer:
        asked = CompareRequest(f"D{page.first}", f"D{page.second}", paragraphs=page.paragraphs)
        work = self.recall.get(asked, lambda: compare(self.store, self.app.worker, asked))
        return await sending.patiently(interaction, turn, work, private=private)

    async def turn(self, interaction: "Asked", state: str) -> None:
        """Show the page that a button leads to."""
        async with sending.desk(interaction).turn(interaction) as turn:
            if (page := ComparePage.read(state)) is None:
                await sending.tell(interaction, failures.OUTDATED)
                return
            if not await may_turn(interaction, page.asker):
                return
            try:
                answer = await self._compared(interaction, turn, page)
            except UnknownDocumentError:
                missing = await self.store.library.document(SHARED, page.first) is None
                await sending.tell(interaction, gone(page.first if missing else page.second))
                return
            if first_sort(answer) is None:
                await sending.tell(interaction, _NOTHING.format(about=" any more"))
                return
            await sending.show(interaction, comparison_view(answer, page))
