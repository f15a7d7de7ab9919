"""/documents: what there is to ask about."""

from typing import TYPE_CHECKING, Final

from discord import app_commands

from bot.answers.documents import listed
from bot.cogs import failures, sending
from bot.cogs.family import Family, may_turn
from bot.cogs.replies.library import PAGE, LibraryPage, library_view

if TYPE_CHECKING:
    from bot.cogs.buttons import Handler
    from bot.cogs.sending import Asked

_NONE: Final = "There are no documents yet. A curator can import some."


class Documents(Family):
    """Lists the documents."""

    def buttons(self) -> "dict[str, Handler]":
        """The pages of the list."""
        return {PAGE: self.turn}

    @app_commands.command(name="documents", description="The documents that can be asked about")
    @app_commands.describe(private="Show the answer to me alone")
    async def documents(
        self,
        interaction: "Asked",
        *,
        private: bool = False,
    ) -> None:
        """Answer with the first page of the list."""
        async with sending.desk(interaction).turn(interaction):
            await self._show(interaction, LibraryPage(interaction.user.id), private=private)

    async def turn(self, interaction: "Asked", state: str) -> None:
        """Show the page that a button leads to."""
        async with sending.desk(interaction).turn(interaction):
            if (page := LibraryPage.read(state)) is None:
                await sending.tell(interaction, failures.OUTDATED)
            elif await may_turn(interaction, page.asker):
                await self._show(interaction, page)

    async def _show(self, interaction: "Asked", page: LibraryPage, *, private: bool = False) -> None:
        if documents := await self.recall.get("documents", lambda: listed(self.store)):
            await sending.show(interaction, library_view(documents, page), private=private)
        else:
            await sending.tell(interaction, _NONE)
