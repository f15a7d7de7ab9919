"""A loopback Discord: plays the REST API and the gateway for the real client, over real sockets, with real limits.

    async with LoopbackDiscord() as discord:
        client = Client(connector=discord.connector(), …)
        …
        await discord.ready()
        reply = await discord.user().slash("quote", text="peace")
        assert "peace" in reply.texts
        page = await reply.click("▶")

A client in a process of its own is a `BotProcess`, or anything started with `env=discord.environment()`.
"""

from tests.loopback.errors import LoopbackError, LoopbackTimeoutError, Refusal, Violation
from tests.loopback.interactions import Interaction
from tests.loopback.messages import File, Message
from tests.loopback.process import BotProcess
from tests.loopback.reply import Button, Choice, Reply
from tests.loopback.server import LoopbackDiscord
from tests.loopback.users import User
from tests.loopback.world import MANAGE_GUILD, MEMBER_PERMISSIONS, Channel, Guild, Person

__all__ = [
    "MANAGE_GUILD",
    "MEMBER_PERMISSIONS",
    "BotProcess",
    "Button",
    "Channel",
    "Choice",
    "File",
    "Guild",
    "Interaction",
    "LoopbackDiscord",
    "LoopbackError",
    "LoopbackTimeoutError",
    "Message",
    "Person",
    "Refusal",
    "Reply",
    "User",
    "Violation",
]
