"""What the families of commands have in common."""

from typing import TYPE_CHECKING

from discord import app_commands
from discord.ext import commands

from bot.cogs import failures, sending
from bot.cogs.recall import Recall
from bot.errors import BadRequestError

if TYPE_CHECKING:
    from bot.app import App
    from bot.cogs.buttons import Handler
    from bot.cogs.sending import Asked

LONGEST_TEXT = 300
LONGEST_NAME = 200
LONGEST_DATE = 60


class Family(commands.Cog):
    """Commands that belong together, and the buttons of their answers.

    Args of the constructor:
        app: What they work with.
        handlers: Where a family enters who answers its buttons, by their kind.
        recall: The answers that are remembered.
    """

    def __init__(self, app: "App", handlers: "dict[str, Handler]", recall: Recall) -> None:
        self.app = app
        self.store = app.store
        self.recall = recall
        handlers.update(self.buttons())

    def buttons(self) -> "dict[str, Handler]":
        """Who answers which kind of button."""
        return {}

    def menus(self) -> list[app_commands.ContextMenu]:
        """The entries in the Apps menu of messages and people."""
        return []


async def may_turn(interaction: "Asked", asker: int) -> bool:
    """Whether whoever pressed a button is the one who asked; tells anybody else so."""
    if interaction.user.id == asker:
        return True
    await sending.tell(interaction, failures.NOT_YOURS)
    return False


def within(longest: int, **options: str | None) -> None:
    """Check the length of options once more: Discord's own check can be bypassed.

    Raises:
        BadRequestError: One is too long.
    """
    for name, value in options.items():
        if value is not None and len(value) > longest:
            raise BadRequestError(f"{name.rstrip('_')} is too long. Write at most {longest} characters.")
