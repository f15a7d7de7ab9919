"""All buttons: their whole state is in the custom_id, so they work after a restart and are never remembered."""

from collections.abc import Awaitable, Callable, Mapping
from typing import TYPE_CHECKING

from discord import ComponentType

from bot.cogs import failures, packing, sending

if TYPE_CHECKING:
    from bot.cogs.sending import Asked

Handler = Callable[["Asked", str], Awaitable[None]]
"""Answers a button of one kind: the interaction, and the state of the button."""


async def pressed(interaction: "Asked") -> None:
    """Lead a press to whoever answers its kind; what is no button of ours, or a form, is told so. Never raises."""
    async with failures.guarded(interaction):
        data: Mapping[str, object] = dict(interaction.data or {})
        found = packing.TEMPLATE.fullmatch(str(data.get("custom_id")))
        if (
            found is None
            or found["version"] != packing.VERSION
            or data.get("component_type") != ComponentType.button.value
            or (handler := interaction.client.handlers.get(found["kind"])) is None
        ):
            await sending.tell(interaction, failures.OUTDATED)
        else:
            await handler(interaction, found["state"])
