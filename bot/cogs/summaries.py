"""/summary: the sentences that stand for a document, or that speak of a topic."""

import asyncio
from contextlib import suppress
from typing import TYPE_CHECKING, Final, Literal

from discord import app_commands

from bot.answers.ranking import ready
from bot.answers.results import SummaryAnswer, SummaryRequest
from bot.answers.summary import DEFAULT, LENGTHS, phrase_of, summarise
from bot.cogs import choices, failures, sending
from bot.cogs.family import LONGEST_NAME, LONGEST_TEXT, Family, may_turn, within
from bot.cogs.replies.summaries import PAGE, PHRASE, PhraseKey, SummaryPage, summary_view, topic_view
from bot.cogs.replies.words import gone
from bot.errors import BadRequestError, UnknownDocumentError
from bot.models import SHARED
from bot.worker import WorkerError

if TYPE_CHECKING:
    from bot.cogs.buttons import Handler
    from bot.cogs.sending import Asked

Length = Literal["headline", "short", "medium", "long"]
MethodName = Literal["verbatim", "lexrank", "textrank", "lsa", "luhn"]
_MEDIUM: Final = "medium"


class Summaries(Family):
    """Shows summaries, and turns their pages."""

    _warming: "asyncio.Future[None] | None" = None

    def buttons(self) -> "dict[str, Handler]":
        """The pages of a summary, and its key phrases."""
        return {PAGE: self.turn, PHRASE: self.choose}

    async def _documents(self, interaction: "Asked", typed: str) -> list[app_commands.Choice[str]]:
        """The documents that what was typed may mean."""
        self._begin()
        return await choices.documents(interaction, typed)

    async def _topics(self, interaction: "Asked", typed: str) -> list[app_commands.Choice[str]]:
        """What the topic that was typed may become."""
        self._begin()
        return await choices.text(interaction, typed)

    def _begin(self) -> None:
        """Start the worker, which whoever types here will soon need and which takes a second to start."""
        if self._warming is None:
            self._warming = asyncio.ensure_future(self._warm())

    async def _warm(self) -> None:
        with suppress(WorkerError):
            await self.app.worker.run(ready)

    @app_commands.command(
        name="summary", description="The sentences that stand for a document or speak of a topic, word for word"
    )
    @app_commands.describe(
        document="The document; pick it from the list",
        topic="Only sentences that speak of this, from the document or from all",
        length="headline 1 sentence, short 3, medium 5, long 8",
        method="How the sentences are chosen",
        private="Show the answer to me alone",
    )
    @app_commands.autocomplete(document=_documents, topic=_topics)
    async def summary(
        self,
        interaction: "Asked",
        *,
        document: app_commands.Range[str, 1, LONGEST_NAME] | None = None,
        topic: app_commands.Range[str, 1, LONGEST_TEXT] | None = None,
        length: Length = _MEDIUM,
        method: MethodName | None = None,
        private: bool = False,
    ) -> None:
        """Answer with a summary."""
        async with sending.desk(interaction).turn(interaction) as turn:
            within(LONGEST_NAME, document=document, length=length, method=method)
            within(LONGEST_TEXT, topic=topic)
            document, topic = (document or "").strip() or None, (topic or "").strip() or None
            if document is None and topic is None:
                raise BadRequestError("Name a document, from the list as you type, or a topic.")
            asked = SummaryRequest(document=document, length=length, method=method, topic=topic)
            answer = await sending.patiently(interaction, turn, self._summarised(asked), private=private)
            if not answer.sentences:
                await sending.tell(interaction, answer.note or "There is no sentence to choose from.")
                return
            if answer.document is None or topic is not None:
                await sending.show(interaction, topic_view(answer), private=private)
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

    async def choose(self, interaction: "Asked", state: str) -> None:
        """Show what the documents say of the key phrase on a button, in the place of the summary."""
        async with sending.desk(interaction).turn(interaction) as turn:
            if (wanted := PhraseKey.read(state)) is None:
                await sending.tell(interaction, failures.OUTDATED)
                return
            if not await may_turn(interaction, wanted.asker):
                return
            phrase = await self._phrase(wanted)
            if phrase is None or PhraseKey.of(wanted.asker, wanted.document, wanted.place, phrase) != wanted:
                await sending.tell(interaction, gone(wanted.document))
                return
            asked = SummaryRequest(topic=f'"{phrase}"', length=_MEDIUM)
            answer = await sending.patiently(interaction, turn, self._summarised(asked))
            if not answer.sentences:
                await sending.tell(interaction, answer.note or gone(wanted.document))
                return
            back = SummaryPage(wanted.asker, wanted.document, LENGTHS[_MEDIUM], DEFAULT, 0)
            await sending.show(interaction, topic_view(answer, back))

    async def _phrase(self, wanted: PhraseKey) -> str | None:
        document = await self.store.library.document(SHARED, wanted.document)
        return None if document is None else await phrase_of(self.store, document, wanted.place)
