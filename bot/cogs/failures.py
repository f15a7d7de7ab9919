"""The one error handler: what went wrong is told to the asker alone, in a sentence of ours."""

import logging
import re
import secrets
import traceback
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Final

import discord
from discord import InteractionType, app_commands

from bot.cogs import sending
from bot.cogs.desk import ExpiredError
from bot.cogs.sending import Asked
from bot.errors import UserError

RESTARTING: Final = "I am being restarted and could not finish this. Ask again in a minute."
NOT_YOURS: Final = "Only the one who asked turns these pages. Ask for yourself, and they are yours."
OUTDATED: Final = "This button is from another version of me. Ask again for one that works."
_CHANGED: Final = "This command has changed. Reload Discord (Ctrl+R on a computer) and pick it from the list again."
UNREADABLE: Final = "I could not read one of the options. Pick the command from the list and fill it in again."
_SEE: Final = {
    "documents": "Pick one from the list as you type, or see /documents.",
    "speakers": "Pick one from the list as you type.",
}
_UNKNOWN_INTERACTION: Final = 10062
_ACKNOWLEDGED: Final = 40060
_UNKNOWN_WEBHOOK: Final = 10015
_UNKNOWN_MESSAGE: Final = 10008
_INVALID_TOKEN: Final = 50027  # of the interaction, fifteen minutes after it came in
_FORBIDDEN: Final = (50_001, 50_013)  # missing access, missing permissions
_TOO_LARGE: Final = 40_005
_TOO_LARGE_STATUS: Final = 413
_NOT_ALLOWED: Final = (
    "Discord does not let me answer with that here. Whoever runs this server can give me Attach Files and Embed Links "
    "in this channel; or ask in a direct message."
)
_LARGE: Final = "The answer is larger than Discord lets me attach here. Ask for less."
_OVER: Final = (_UNKNOWN_INTERACTION, _ACKNOWLEDGED, _UNKNOWN_WEBHOOK, _UNKNOWN_MESSAGE, _INVALID_TOKEN)
# the part of an address that lets whoever reads it answer in our name
_SECRET: Final = re.compile(r"(/(?:interactions|webhooks)/\d+/)[^/\s'\"?]+")

_log: Final = logging.getLogger(__name__)


def _redacted(text: str) -> str:
    return _SECRET.sub(r"\1…", text)


def note(error: BaseException) -> str:
    """Log an error that we did not foresee, without what is secret in it, and give the reference to it."""
    reference = secrets.token_hex(2).upper()
    _log.error("ref %s: %s", reference, _redacted("".join(traceback.format_exception(error))))
    return reference


def _sentence(interaction: Asked, error: BaseException) -> str:
    if isinstance(error, UserError):
        # where the file lies is the operator's business
        told = error.message.replace(str(interaction.client.app.store.path), "The database")
        return " ".join(filter(None, (told, _SEE.get(error.see, ""))))
    if isinstance(error, app_commands.CommandOnCooldown):
        return f"That was a little fast. Ask again in {max(1, round(error.retry_after))} seconds."
    return _of_discord(error) or f"Something failed on my side (ref {note(error)}). Nothing was changed."


def _of_discord(error: BaseException) -> str | None:
    """What is to be said where Discord, or its library, has refused something; None where that is a fault of ours."""
    if isinstance(error, discord.HTTPException):
        if error.code in _FORBIDDEN:
            return _NOT_ALLOWED
        return _LARGE if error.code == _TOO_LARGE or error.status == _TOO_LARGE_STATUS else None
    if isinstance(error, app_commands.CommandNotFound | app_commands.CommandSignatureMismatch):
        return _CHANGED
    if isinstance(error, app_commands.CheckFailure):
        return "This command is not for you here. Ask whoever runs this server."
    # the bare class is raised for what Discord should not have sent
    unreadable = isinstance(error, app_commands.TransformerError) or type(error) is app_commands.AppCommandError
    return UNREADABLE if unreadable else None


async def handle(interaction: Asked, error: BaseException) -> None:
    """Tell the asker what went wrong; never raises."""
    if isinstance(error, app_commands.CommandInvokeError):
        error = error.original
    if isinstance(error, ExpiredError):
        return
    if isinstance(error, discord.HTTPException) and error.code in _OVER:
        interaction.client.desk.drop()
        return
    if interaction.type is InteractionType.autocomplete:
        # nothing can be said there
        if not isinstance(error, UserError | app_commands.AppCommandError):
            note(error)
        return
    try:
        await sending.tell(interaction, _sentence(interaction, error))
    except ExpiredError:
        return
    except Exception as second:  # noqa: BLE001 - the last resort: Discord cannot be told, the log can
        if isinstance(second, discord.HTTPException) and second.code in _OVER:
            interaction.client.desk.drop()
        else:
            note(second)


async def regret(interaction: Asked) -> None:
    """Tell the asker that the answer will not come, since the client ends."""
    if interaction.type is not InteractionType.autocomplete:
        await sending.tell(interaction, RESTARTING)


@asynccontextmanager
async def guarded(interaction: Asked) -> AsyncIterator[None]:
    """Hand whatever is raised inside to the handler; for buttons, whose errors discord.py only logs."""
    try:
        yield
    except Exception as error:  # noqa: BLE001 - whatever it is, it ends here
        await handle(interaction, error)
