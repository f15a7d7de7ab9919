"""/export: what curators take along as a file, for themselves alone: passages, a timeline, the whole collection."""

import asyncio
import tempfile
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Final, Literal

import discord
from discord import app_commands

from bot.answers.citing import cite
from bot.answers.quote import MOST_PASSAGES, quote
from bot.answers.results import Passage, QuoteAnswer, QuoteRequest, TimelineRequest
from bot.answers.timeline import timeline
from bot.cogs import choices, sending
from bot.cogs.family import LONGEST_DATE, LONGEST_NAME, LONGEST_TEXT, Family, within
from bot.cogs.quoting import QuoteKind
from bot.cogs.replies.exports import Taken, export_view, fitting
from bot.cogs.replies.words import counted, nothing_dated, nothing_quoted, remarks, undated
from bot.errors import BadRequestError, TooLargeError
from bot.models import Citation

if TYPE_CHECKING:
    from bot.app import App
    from bot.cogs.buttons import Handler
    from bot.cogs.recall import Recall
    from bot.cogs.sending import Asked

Table = Literal["csv", "markdown"]
Calendar = Literal["ics", "csv"]
_MOST_EVENTS: Final = 5_000
_NAME: Final = "verbatim-collection.zip"
_TOO_LARGE: Final = (
    "The collection takes more than the {limit} that Discord lets me attach here. Whoever runs me writes it where I "
    "run, at a terminal: python -m bot export collection.zip"
)
_WHOLE: Final = "Only administrators of a server take the whole collection along."
_HERE: Final = "Exports are for curators of a server that I am a member of. Ask there."
_UNNAMED: Final = "Write words to look for, or name a paragraph such as D2¶13."
_BOTH: Final = "Write words to look for or name a paragraph, not both."
_DOCUMENT: Final = "{0} is a document. Name a paragraph of it, such as {0}¶2, or write words to look for in it."
_REMOVED: Final = "{0} was removed from its document on {1}. /cite shows its last wording."


class Exporting(Family):
    """Writes answers into files. Everything is private."""

    export = app_commands.Group(
        name="export",
        description="Take passages, a timeline or the collection along as a file",
        default_permissions=discord.Permissions(manage_guild=True),
        allowed_contexts=app_commands.AppCommandContext(guild=True, dm_channel=False, private_channel=False),
        allowed_installs=app_commands.AppInstallationType(guild=True, user=False),
    )

    def __init__(self, app: "App", handlers: "dict[str, Handler]", recall: "Recall") -> None:
        super().__init__(app, handlers, recall)
        self._packing = asyncio.Lock()

    @export.command(name="quote", description="The passages that /quote finds, or one paragraph, as a file")
    @app_commands.describe(
        text='Words, "a phrase", -without, this OR that, begin*',
        reference="One paragraph instead, such as D2¶13",
        document="One document; pick it from the list",
        speaker="Only where this person speaks; pick the name from the list",
        kind="Whole passages, or the quotations in them with their speakers",
        since="Published on or after: 2023-03-20, 2023-03 or 2023",
        until="Published on or before: 2023-03-20, 2023-03 or 2023",
        format="A table for a spreadsheet, or Markdown",
    )
    @app_commands.rename(since="from", until="to")
    @app_commands.autocomplete(
        text=choices.text, reference=choices.references, document=choices.documents, speaker=choices.speakers
    )
    async def passages(
        self,
        interaction: "Asked",
        *,
        text: app_commands.Range[str, 0, LONGEST_TEXT] = "",
        reference: app_commands.Range[str, 1, LONGEST_NAME] | None = None,
        document: app_commands.Range[str, 1, LONGEST_NAME] | None = None,
        since: app_commands.Range[str, 1, LONGEST_DATE] | None = None,
        until: app_commands.Range[str, 1, LONGEST_DATE] | None = None,
        speaker: app_commands.Range[str, 1, LONGEST_NAME] | None = None,
        kind: QuoteKind = "passages",
        format: Table = "csv",
    ) -> None:
        """Answer with a file of passages, each word for word with its citation."""
        async with sending.desk(interaction).turn(interaction):
            _require_place(interaction)
            within(LONGEST_TEXT, text=text)
            within(LONGEST_NAME, reference=reference, document=document, speaker=speaker)
            within(LONGEST_DATE, from_=since, to=until)
            if reference is not None and reference.strip():
                if text.strip():
                    raise BadRequestError(_BOTH)
                answer = await self._paragraph(reference)
            elif text.strip():
                asked = QuoteRequest(text, document, since, until, speaker=speaker, kind=kind, limit=MOST_PASSAGES)
                answer = await self.recall.get(asked, lambda: quote(self.store, asked))
                if not answer.passages:
                    await sending.tell(interaction, nothing_quoted(answer, asked))
                    return
            else:
                raise BadRequestError(_UNNAMED)
            await self._hand_over(interaction, _table_of(answer, format))

    @export.command(name="timeline", description="What happened when, as a calendar or a table")
    @app_commands.describe(
        since="From this date on: 2023-03-20, 2023-03 or 2023",
        until="Up to this date: 2023-03-20, 2023-03 or 2023",
        topic="Words that the passage must be about",
        document="One document; pick it from the list",
        speaker="Only where this person says something; pick the name from the list",
        format="A calendar (iCalendar), or a table for a spreadsheet",
    )
    @app_commands.rename(since="from", until="to")
    @app_commands.autocomplete(topic=choices.text, document=choices.documents, speaker=choices.speakers)
    async def timeline(
        self,
        interaction: "Asked",
        *,
        since: app_commands.Range[str, 1, LONGEST_DATE] | None = None,
        until: app_commands.Range[str, 1, LONGEST_DATE] | None = None,
        topic: app_commands.Range[str, 1, LONGEST_TEXT] | None = None,
        document: app_commands.Range[str, 1, LONGEST_NAME] | None = None,
        speaker: app_commands.Range[str, 1, LONGEST_NAME] | None = None,
        format: Calendar = "ics",
    ) -> None:
        """Answer with a file of events."""
        async with sending.desk(interaction).turn(interaction) as turn:
            _require_place(interaction)
            within(LONGEST_DATE, from_=since, to=until)
            within(LONGEST_TEXT, topic=topic)
            within(LONGEST_NAME, document=document, speaker=speaker)
            topic = topic if topic and topic.strip() else None
            asked = TimelineRequest(None, since, until, topic, document, speaker, limit=_MOST_EVENTS)
            answer = await sending.patiently(interaction, turn, timeline(self.store, asked), private=True)
            if not answer.events:
                await sending.tell(interaction, nothing_dated(answer, topic))
                return
            notes = undated(answer)
            if answer.total > len(answer.events):
                notes.insert(
                    0, f"Of {answer.total:,} events the first {len(answer.events):,}. Narrow it by from or to."
                )

            def written() -> str:
                from bot.exports import calendars, tables  # noqa: PLC0415 - rarely asked for

                made = datetime.now(UTC)
                return calendars.calendar(answer.events, made) if format == "ics" else tables.table(answer.events)

            data = (await asyncio.to_thread(written)).encode("utf-8", "replace")
            title = counted(len(answer.events), "event")
            await self._hand_over(interaction, Taken(f"verbatim-timeline.{format}", data, title, tuple(notes)))

    @export.command(name="collection", description="The whole collection in one file, which can be imported again")
    async def collection(self, interaction: "Asked") -> None:
        """Answer with the archive, where Discord takes a file of that size."""
        async with sending.desk(interaction).turn(interaction) as turn:
            _require_place(interaction)
            if not interaction.permissions.administrator:
                raise BadRequestError(_WHOLE)
            taken = await sending.patiently(interaction, turn, self._packed(interaction.filesize_limit), private=True)
            await self._hand_over(interaction, taken)

    async def _packed(self, limit: int) -> Taken:
        """The collection as an archive; one at a time is written.

        Raises:
            BadRequestError: There are no documents, or it is larger than the limit.
        """
        from bot.exports.collections import export  # noqa: PLC0415 - rarely asked for

        async with self._packing:
            with tempfile.TemporaryDirectory(prefix="verbatim-") as folder:
                try:
                    made = await export(self.store, Path(folder) / _NAME, most=fitting(limit))
                except TooLargeError as error:
                    raise BadRequestError(_TOO_LARGE.format(limit=f"{limit / 1_048_576:,.0f} MB")) from error
                data = await asyncio.to_thread(made.path.read_bytes)
        title = f"{counted(made.documents, 'document')}, {counted(made.paragraphs, 'paragraph')}"
        notes = (f"SHA-256 {made.sha256}", f"To have it in another database: python -m bot import {_NAME}")
        return Taken(_NAME, data, title, notes)

    async def _paragraph(self, reference: str) -> QuoteAnswer:
        """One paragraph as if it had been found.

        Raises:
            BadRequestError: A document is named, or what was removed.
            UnknownReferenceError: There is no such paragraph.
            UnknownDocumentError: There is no such document.
        """
        cited = await cite(self.store, reference)
        if cited.paragraph is None:
            raise BadRequestError(_DOCUMENT.format(cited.document.reference))
        if cited.text is None or cited.span is None:
            raise BadRequestError(_REMOVED.format(cited.reference, (cited.removed_at or "")[:10]))
        citation = Citation(cited.document, cited.paragraph, cited.span, cited.page)
        return QuoteAnswer((Passage(cited.text, "all", (), (), citation),), 1)

    async def _hand_over(self, interaction: "Asked", taken: Taken) -> None:
        if len(taken.data) > fitting(interaction.filesize_limit):
            raise BadRequestError("That is more than Discord lets me attach here. Narrow it, or ask for less.")
        await sending.show(interaction, export_view(taken), private=True, files=[taken.file()])


def _require_place(interaction: "Asked") -> None:
    """Refuse what Discord should not have offered: exports outside of a server that has the bot.

    Raises:
        BadRequestError: It was asked somewhere else.
    """
    if interaction.guild_id is None or (interaction.is_user_integration() and not interaction.is_guild_integration()):
        raise BadRequestError(_HERE)


def _table_of(answer: QuoteAnswer, form: Table) -> Taken:
    """Passages in a format."""
    from bot.exports import quotes  # noqa: PLC0415 - rarely asked for

    text = quotes.table(answer.passages) if form == "csv" else quotes.document(answer.passages)
    title = counted(len(answer.passages), "passage")
    if answer.total > len(answer.passages):
        title += f", the best of {answer.total:,} found"
    suffix = "csv" if form == "csv" else "md"
    return Taken(f"verbatim-quotes.{suffix}", text.encode("utf-8", "replace"), title, tuple(remarks(answer)))
