"""All buttons: their whole state is in the custom_id, so they work after a restart and are never remembered."""

import re
from collections.abc import Awaitable, Callable
from typing import TYPE_CHECKING, Any, Self, cast

import discord
from discord import ui

from bot.cogs import failures, packing, sending

if TYPE_CHECKING:
    from bot.cogs.sending import Asked

Handler = Callable[["Asked", str], Awaitable[None]]
"""Answers a button of one kind: the interaction, and the state of the button."""


class Action(ui.DynamicItem[ui.Button[Any]], template=packing.TEMPLATE):
    """A button that somebody pressed."""

    def __init__(self, item: ui.Item[Any], found: re.Match[str]) -> None:
        super().__init__(cast("ui.Button[Any]", item))
        self._found = found

    @classmethod
    async def from_custom_id(
        cls, _interaction: discord.Interaction[Any], item: ui.Item[Any], match: re.Match[str], /
    ) -> Self:
        """The button, from what discord.py found in the message."""
        return cls(item, match)

    async def callback(self, interaction: "Asked") -> None:  # type: ignore[override]  # our client only
        """Lead it to whoever answers its kind."""
        async with failures.guarded(interaction):
            handler = interaction.client.handlers.get(self._found["kind"])
            if handler is None or self._found["version"] != packing.VERSION:
                await sending.tell(interaction, failures.OUTDATED)
            else:
                await handler(interaction, self._found["state"])
