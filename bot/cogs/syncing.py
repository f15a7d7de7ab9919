"""The commands as Discord knows them: uploaded when they changed, and when somebody asks for it."""

import asyncio
import hashlib
import json
import logging
from typing import TYPE_CHECKING, Final

import aiohttp
import discord
from discord import app_commands

if TYPE_CHECKING:
    from bot.cogs.backoff import Backoff
    from bot.cogs.client import VerbatimClient

_log: Final = logging.getLogger(__name__)


def fingerprint(client: "VerbatimClient") -> str:
    """A hash of everything that would be uploaded."""
    payloads = [command.to_dict(client.tree) for command in client.tree.get_commands()]
    payloads.sort(key=lambda each: (str(each["name"]), str(each.get("type"))))
    return hashlib.sha256(json.dumps(payloads, sort_keys=True, ensure_ascii=False).encode()).hexdigest()


def _key(client: "VerbatimClient") -> str:
    """Under which name it is remembered what an application has; another token may be another application."""
    return f"commands of application {client.application_id}"


async def upload(client: "VerbatimClient") -> int:
    """Upload the commands and remember which; return how many they are.

    Raises:
        discord.HTTPException: Discord refuses them.
    """
    uploaded = await client.tree.sync()
    await client.app.store.memory.set(_key(client), fingerprint(client))
    return len(uploaded)


async def upload_if_changed(client: "VerbatimClient", backoff: "Backoff") -> None:
    """Upload the commands unless Discord has exactly these; keep trying while Discord or the line is at fault."""
    if await client.app.store.memory.get(_key(client)) == fingerprint(client):
        return
    attempt = 0
    while True:
        try:
            count = await upload(client)
        except (app_commands.CommandSyncFailure, discord.Forbidden) as error:
            _log.error("Discord refuses the commands: %s", " ".join(str(error).split()))
            return
        except (OSError, aiohttp.ClientError, discord.HTTPException, TimeoutError) as error:
            delay = backoff.delay(attempt)
            attempt += 1
            _log.warning("the commands could not be uploaded (%s), trying again in %.1f s", brief(error), delay)
            await asyncio.sleep(delay)
        else:
            _log.info("%d commands uploaded", count)
            return


def brief(error: BaseException) -> str:
    """An error on one line, without an address."""
    if isinstance(error, discord.HTTPException):
        return f"HTTP {error.status}"
    if isinstance(error, discord.ConnectionClosed):
        return f"gateway closed with {error.code}"
    if isinstance(error, aiohttp.WSServerHandshakeError):
        return f"gateway answered HTTP {error.status}"
    return type(error).__name__
