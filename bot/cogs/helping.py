"""/help: what the bot is, and how to ask it."""

from typing import TYPE_CHECKING

from discord import app_commands

from bot.cogs import sending
from bot.cogs.family import Family
from bot.cogs.replies.helping import help_view

if TYPE_CHECKING:
    from bot.cogs.sending import Asked


class Helping(Family):
    """Explains the commands."""

    @app_commands.command(name="help", description="What this is, and how to ask")
    async def help(self, interaction: "Asked") -> None:
        """Answer the asker alone."""
        async with sending.desk(interaction).turn(interaction):
            await sending.show(interaction, help_view(), private=True)
