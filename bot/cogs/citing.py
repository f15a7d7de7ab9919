"""/cite, and the Cite buttons: a citation to copy, or to take along as a file."""

from typing import TYPE_CHECKING, Literal

from discord import app_commands

from bot.answers.citing import Cited, cite
from bot.cogs import choices, failures, sending
from bot.cogs.family import LONGEST_NAME, Family, within
from bot.cogs.replies.citations import CITE, citation_files, citation_view, read
from bot.cogs.replies.words import gone
from bot.errors import UnknownDocumentError, UnknownReferenceError
from bot.exports.citations.formats import FORMATS

if TYPE_CHECKING:
    from bot.cogs.buttons import Handler
    from bot.cogs.sending import Asked
    from bot.store.store import Store

Form = Literal["text", "markdown", "bibtex", "csl-json", "ris"]


class Citing(Family):
    """Cites paragraphs and documents."""

    def buttons(self) -> "dict[str, Handler]":
        """The citation of a paragraph, in one format or another."""
        return {CITE: self.open}

    @app_commands.command(name="cite", description="A paragraph or document as a citation, for a bibliography too")
    @app_commands.describe(
        reference="A paragraph such as D2¶13, or a document; pick it from the list",
        format="Text, Markdown, BibTeX, CSL-JSON or RIS",
        private="Show the answer to me alone",
    )
    @app_commands.autocomplete(reference=choices.references)
    async def cite(
        self,
        interaction: "Asked",
        *,
        reference: app_commands.Range[str, 1, LONGEST_NAME],
        format: Form = "text",
        private: bool = False,
    ) -> None:
        """Answer with what the reference names, and its citation."""
        async with sending.desk(interaction).turn(interaction):
            within(LONGEST_NAME, reference=reference)
            cited = await self._cited(reference)
            form = FORMATS[format]
            view = citation_view(cited, form)
            await sending.show(interaction, view, private=private, files=citation_files(cited, form))

    async def open(self, interaction: "Asked", state: str) -> None:
        """Show the citation that a button leads to."""
        async with sending.desk(interaction).turn(interaction):
            if (wanted := read(state)) is None:
                await sending.tell(interaction, failures.OUTDATED)
                return
            reference, form = wanted
            cited = await self._cited(reference)
            await sending.open_privately(interaction, citation_view(cited, form), citation_files(cited, form))

    async def _cited(self, reference: str) -> Cited:
        return await self.recall.get(("cite", reference), lambda: cite(self.store, reference))


async def tell_gone(interaction: "Asked", store: "Store", document: int, paragraph: int) -> None:
    """Say what became of a paragraph that a button named: its tombstone, where it has one.

    Args:
        interaction: The press of the button.
        store: The store.
        document: The number of the document.
        paragraph: The number of the paragraph.
    """
    try:
        cited = await cite(store, f"D{document}¶{paragraph}")
    except (UnknownReferenceError, UnknownDocumentError) as error:
        await sending.tell(interaction, error.message)
        return
    if cited.removed_at is None:
        await sending.tell(interaction, gone(document, paragraph))
    else:
        await sending.open_privately(interaction, citation_view(cited, FORMATS["text"]))
