"""The Context buttons: a paragraph among its neighbours, for whoever presses one and for nobody else."""

from typing import TYPE_CHECKING

from bot.cogs import failures, sending
from bot.cogs.citing import tell_gone
from bot.cogs.family import Family, may_turn
from bot.cogs.replies.context import OPEN, TURN, Spot, context_view, spot
from bot.models import SHARED

if TYPE_CHECKING:
    from discord import ui

    from bot.cogs.buttons import Handler
    from bot.cogs.sending import Asked


class Reading(Family):
    """Shows what stands around a paragraph."""

    def buttons(self) -> "dict[str, Handler]":
        """Opening a paragraph, and going on from it."""
        return {OPEN: self.open, TURN: self.turn}

    async def open(self, interaction: "Asked", state: str) -> None:
        """Show a paragraph of an answer among its neighbours."""
        async with sending.desk(interaction).turn(interaction):
            view = await self._view(interaction, spot(OPEN, state))
            if view is not None:
                await sending.open_privately(interaction, view)

    async def turn(self, interaction: "Asked", state: str) -> None:
        """Go on to another paragraph."""
        async with sending.desk(interaction).turn(interaction):
            wanted = spot(TURN, state)
            if wanted is not None and not await may_turn(interaction, wanted.asker):
                return
            view = await self._view(interaction, wanted)
            if view is not None:
                await sending.show(interaction, view)

    async def _view(self, interaction: "Asked", wanted: Spot | None) -> "ui.LayoutView | None":
        """What is to be seen at a spot; None where the asker was told why not."""
        if wanted is None:
            await sending.tell(interaction, failures.OUTDATED)
            return None
        if (document := await self.store.library.document(SHARED, wanted.document)) is not None:
            paragraphs = await self.store.library.paragraphs(document)
            here = [index for index, each in enumerate(paragraphs) if each.number == wanted.paragraph]
            if here:
                at = Spot(wanted.document, wanted.paragraph, wanted.offset, interaction.user.id)
                return context_view(document, paragraphs, here[0], at)
        await tell_gone(interaction, self.store, wanted.document, wanted.paragraph)
        return None
