"""The Discord client: no message content, no members, no caches; commands, buttons and one error handler."""

import asyncio
import contextlib
import logging
from collections.abc import Callable
from typing import TYPE_CHECKING, Any, Final

import aiohttp
import discord
from discord import app_commands
from discord.ext import commands

from bot.answers.offers import Offers
from bot.cogs import failures, options, sending, syncing
from bot.cogs.backoff import Backoff
from bot.cogs.buttons import Handler, pressed
from bot.cogs.citing import Citing
from bot.cogs.comparing import Comparing
from bot.cogs.context import Reading
from bot.cogs.desk import CONNECTIONS, Desk
from bot.cogs.exporting import Exporting
from bot.cogs.helping import Helping
from bot.cogs.library import Documents
from bot.cogs.quoting import Quoting
from bot.cogs.recall import Recall
from bot.cogs.speaking import Speaking
from bot.cogs.summaries import Summaries
from bot.cogs.timelines import Timelines
from bot.cogs.verifying import Verifying

if TYPE_CHECKING:
    from bot.app import App
    from bot.cogs.sending import Asked

FAMILIES: Final = (
    *(Quoting, Verifying, Summaries, Timelines, Speaking, Comparing, Citing, Documents, Exporting, Helping, Reading),
)
_VITAL: Final = frozenset(("READY", "RESUMED"))  # without these there is no session to go on with
_log: Final = logging.getLogger(__name__)


class UnreachableError(Exception):
    """The first connection to the gateway failed."""


class Tree(app_commands.CommandTree["VerbatimClient"]):
    """The commands; what has expired or cannot be read is not looked at."""

    async def interaction_check(self, interaction: "Asked", /) -> bool:
        """Whether an answer can still arrive in time, to options that can be read; says so where they cannot."""
        try:
            interaction.client.desk.check(interaction)
            if options.readable(interaction):
                return True
            if interaction.type is discord.InteractionType.autocomplete:
                await interaction.response.autocomplete([])
            else:
                await sending.tell(interaction, failures.UNREADABLE)
        except Exception as error:  # noqa: BLE001 - whatever it is, it ends here
            await failures.handle(interaction, error)
        return False

    async def on_error(self, interaction: "Asked", error: app_commands.AppCommandError, /) -> None:
        """Hand every error to the one handler."""
        await failures.handle(interaction, error)


class VerbatimClient(commands.Bot):
    """The client.

    Args of the constructor:
        app: What the commands work with.
        connector: How to reach Discord; by its names and the system's certificates when None.
        backoff: How long to wait before uploading commands again.
        upload: Whether to upload changed commands after the login.
    """

    def __init__(
        self,
        app: "App",
        *,
        connector: aiohttp.BaseConnector | None = None,
        backoff: Backoff | None = None,
        upload: bool = True,
    ) -> None:
        super().__init__(
            command_prefix=(),
            help_command=None,
            tree_cls=Tree,
            intents=discord.Intents(guilds=True),
            allowed_mentions=discord.AllowedMentions.none(),
            allowed_contexts=app_commands.AppCommandContext(guild=True, dm_channel=True, private_channel=True),
            allowed_installs=app_commands.AppInstallationType(guild=True, user=True),
            member_cache_flags=discord.MemberCacheFlags.none(),
            chunk_guilds_at_startup=False,
            max_messages=None,
            # nothing waits for the servers to be listed
            guild_ready_timeout=0.1,
            connector=connector or aiohttp.TCPConnector(limit=CONNECTIONS),
            proxy=app.settings.proxy,
        )
        self.app = app
        self.desk = Desk()
        self.offers = Offers(app.store)
        self.recall = Recall(app.store)
        self.handlers: dict[str, Handler] = {}
        self.connected = False
        self._backoff = backoff or Backoff()
        self._upload = upload
        self._uploading: asyncio.Task[None] | None = None
        # discord.py has no other place between the gateway and its own reading of an event
        parsers = self._connection.parsers
        parsers.update({name: _forgiving(parser) for name, parser in parsers.items() if name not in _VITAL})

    async def setup_hook(self) -> None:
        """Add the commands and buttons, and upload the commands beside the start where they changed."""
        for family in FAMILIES:
            added = family(self.app, self.handlers, self.recall)
            await self.add_cog(added)
            for menu in added.menus():
                self.tree.add_command(menu)
        if self._upload:
            self._uploading = asyncio.create_task(syncing.upload_if_changed(self, self._backoff))
            self._uploading.add_done_callback(_told)

    def dispatch(self, event_name: str, /, *args: Any, **kwargs: Any) -> None:
        """Pass an event on; an interaction is stamped with the time before anything is done about it."""
        if self.is_closed():
            # discord.py may still be about to say that it is ready
            return
        if event_name == "interaction":
            self.desk.receive(args[0])
        super().dispatch(event_name, *args, **kwargs)

    async def on_interaction(self, interaction: "Asked") -> None:
        """Answer what is pressed or sent in; commands are answered by the tree."""
        if interaction.type in (discord.InteractionType.component, discord.InteractionType.modal_submit):
            await pressed(interaction)

    async def on_ready(self) -> None:
        """Say so in the log, and in `connected`."""
        self.connected = True
        _log.info("connected to Discord as %s, in %d servers", self.user, len(self.guilds))

    async def connect(self, *, reconnect: bool = True) -> None:
        """Stay connected to the gateway until the client is closed.

        Raises:
            UnreachableError: The first connection failed; later ones are taken up again by discord.py.
        """
        try:
            await super().connect(reconnect=reconnect)
        except AttributeError as error:
            # discord.py wants to resume a session that it never had, and trips over it
            if self.ws is None:
                raise UnreachableError from error
            raise

    async def close(self) -> None:
        """End everything; may be called twice."""
        if self._uploading is not None:
            self._uploading.cancel()
            with contextlib.suppress(asyncio.CancelledError, Exception):
                await self._uploading
        self.recall.close()
        await super().close()
        if isinstance(connector := self.http.connector, aiohttp.BaseConnector):
            await connector.close()


def _forgiving(parser: Callable[[Any], Any]) -> Callable[[Any], Any]:
    """Read an event; where discord.py cannot, the log says so and the connection stays."""

    def read(event: Any) -> Any:
        try:
            return parser(event)
        except Exception as error:  # noqa: BLE001 - one event that cannot be read is no reason to be gone for all
            failures.note(error)
            return None

    return read


def _told(task: asyncio.Task[None]) -> None:
    """Log what ended the upload."""
    if not task.cancelled() and (error := task.exception()) is not None:
        _log.error("the commands could not be uploaded", exc_info=error)
