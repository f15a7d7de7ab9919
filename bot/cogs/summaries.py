"""/summary: the sentences that stand for a document."""

from typing import TYPE_CHECKING, Final, Literal

from discord import app_commands

from bot.answers.results import SummaryAnswer, SummaryRequest
from bot.answers.summary import LENGTHS, summarise
from bot.cogs import choices, failures, sending
from bot.cogs.family import LONGEST_NAME, Family, may_turn, within
from bot.cogs.replies.summaries import PAGE, SummaryPage, summary_view
from bot.cogs.replies.words import gone
from bot.errors import BadRequestError, UnknownDocumentError

if TYPE_CHECKING:
    from bot.cogs.buttons import Handler
    from bot.cogs.sending import Asked

Length = Literal["headline", "short", "medium", "long"]
MethodName = Literal["lexrank", "textrank", "lsa", "luhn"]
_MEDIUM: Final = "medium"


class Summaries(Family):
    """Shows summaries, and turns their pages."""

    def buttons(self) -> "dict[str, Handler]":
        """The pages of a summary."""
        return {PAGE: self.turn}

    @app_commands.command(name="summary", description="The sentences that stand for a document, word for word")
    @app_commands.describe(
        document="The document; pick it from the list",
        length="headline 1 sentence, short 3, medium 5, long 8",
        method="How the sentences are chosen",
        private="Show the answer to me alone",
    )
    @app_commands.autocomplete(document=choices.documents)
    async def summary(
        self,
        interaction: "Asked",
        *,
        document: app_commands.Range[str, 1, LONGEST_NAME],
        length: Length = _MEDIUM,
        method: MethodName | None = None,
        private: bool = False,
    ) -> None:
        """Answer with a summary."""
        async with sending.desk(interaction).turn(interaction) as turn:
            within(LONGEST_NAME, document=document, length=length, method=method)
            if not document.strip():
                raise BadRequestError("Name a document: pick one from the list as you type.")
            asked = SummaryRequest(document=document, length=length, method=method)
            answer = await sending.patiently(interaction, turn, self._summarised(asked), private=private)
            if not answer.sentences:
                none = f"{answer.document.reference} has no sentence to choose from."
                await sending.tell(interaction, answer.note or none)
                return
            count = LENGTHS.get(length, len(answer.sentences))
            page = SummaryPage(interaction.user.id, answer.document.number, count, answer.method, 0)
            await sending.show(interaction, summary_view(answer, page), private=private)

    async def _summarised(self, asked: SummaryRequest) -> SummaryAnswer:
        return await self.recall.get(asked, lambda: summarise(self.store, self.app.worker, asked))

    async def turn(self, interaction: "Asked", state: str) -> None:
        """Show the page that a button leads to."""
        async with sending.desk(interaction).turn(interaction) as turn:
            if (page := SummaryPage.read(state)) is None:
                await sending.tell(interaction, failures.OUTDATED)
                return
            if not await may_turn(interaction, page.asker):
                return
            asked = SummaryRequest(document=f"D{page.document}", length=str(page.length), method=page.method)
            try:
                answer = await sending.patiently(interaction, turn, self._summarised(asked))
            except UnknownDocumentError:
                await sending.tell(interaction, gone(page.document))
                return
            if not answer.sentences:
                await sending.tell(interaction, gone(page.document))
                return
            await sending.show(interaction, summary_view(answer, page))
