"""Answers on their way to Discord: the right call for the state that an interaction is in."""

import asyncio
from collections.abc import Coroutine, Sequence
from typing import TYPE_CHECKING, Any, Final, TypeVar

import discord
from discord import InteractionType, ui

from bot.cogs.desk import Desk, Turn
from bot.cogs.replies.sheet import sentence

if TYPE_CHECKING:
    from bot.cogs.client import VerbatimClient

    Asked = discord.Interaction[VerbatimClient]
else:
    Asked = discord.Interaction

_T = TypeVar("_T")
_DEFERRED: Final = "deferred privately"
_LOOKUP_SECONDS: Final = 1.5
"""A look-up is done by then; what is not has a worker at it."""


def desk(interaction: Asked) -> Desk:
    """Where the interaction waits for its turn."""
    return interaction.client.desk


async def show(
    interaction: Asked, view: ui.LayoutView, *, private: bool = False, files: Sequence[discord.File] = ()
) -> None:
    """Answer with a view, as a new message or, from one of our buttons, in its place.

    Args:
        interaction: What is answered.
        view: What to show.
        private: Whether only the asker sees a new message. What was deferred before keeps what was said then.
        files: What the view shows besides, in a new message.

    Raises:
        ExpiredError: It is too late for a first reply.
    """
    if interaction.response.is_done():
        await interaction.edit_original_response(view=view, attachments=list(files) or discord.utils.MISSING)
        return
    desk(interaction).check(interaction)
    if interaction.type is InteractionType.component:
        await interaction.response.edit_message(view=view)
    else:
        await interaction.response.send_message(view=view, ephemeral=private, files=files)


async def open_privately(interaction: Asked, view: ui.LayoutView, files: Sequence[discord.File] = ()) -> None:
    """Answer with a new message that only the asker sees, whatever the interaction came from.

    Raises:
        ExpiredError: It is too late for a first reply.
    """
    desk(interaction).check(interaction)
    await interaction.response.send_message(view=view, ephemeral=True, files=files)


async def tell(interaction: Asked, text: str) -> None:
    """Say one sentence to the asker and to nobody else, whatever was said or deferred before.

    Raises:
        ExpiredError: It is too late for a first reply.
    """
    view = sentence(text)
    if not interaction.response.is_done():
        desk(interaction).check(interaction)
        await interaction.response.send_message(view=view, ephemeral=True)
        return
    if interaction.extras.get(_DEFERRED) is True:
        await interaction.edit_original_response(view=view)
        return
    if interaction.response.type is discord.InteractionResponseType.deferred_channel_message:
        # a follow-up to a public "is thinking" would be public too, so that has to go first
        await interaction.delete_original_response()
    await interaction.followup.send(view=view, ephemeral=True)


async def patiently(interaction: Asked, turn: Turn, work: Coroutine[Any, Any, _T], *, private: bool = False) -> _T:
    """Do some work that is nearly always a look-up; where it is not, ask for patience and let others on.

    Args:
        interaction: What it is done for.
        turn: The turn that it has.
        work: What to do.
        private: Whether the answer will be private, in case that must be said before it is known.
    """
    task = asyncio.ensure_future(work)
    try:
        await asyncio.wait({task}, timeout=min(_LOOKUP_SECONDS, max(desk(interaction).left(interaction), 0)))
        if not task.done():
            desk(interaction).check(interaction)
            turn.release()
            interaction.extras[_DEFERRED] = private
            await interaction.response.defer(ephemeral=private)
        return await task
    finally:
        task.cancel()
