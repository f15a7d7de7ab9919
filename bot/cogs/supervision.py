"""The start and the end of the client, supervised: it keeps trying, ends in order, and leaves nothing behind."""

import asyncio
import contextlib
import logging
import signal
from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING, Any, Final

import aiohttp
import discord

from bot.cogs import failures, syncing
from bot.cogs.backoff import Backoff
from bot.cogs.client import UnreachableError, VerbatimClient
from bot.cogs.logs import calm
from bot.errors import BadRequestError, NoStoreError, NoTokenError
from bot.settings import TOKEN, TOKEN_FILE

if TYPE_CHECKING:
    from bot.app import App

Connect = Callable[[], aiohttp.BaseConnector]
"""Makes a connector for one attempt; each client closes its own."""

_DRAIN_SECONDS: Final = 5.0
_CLOSE_SECONDS: Final = 2.0
_TRANSIENT: Final = (
    OSError,
    TimeoutError,
    aiohttp.ClientError,
    discord.HTTPException,
    discord.GatewayNotFound,
    discord.ConnectionClosed,
    UnreachableError,
)
_BAD_TOKEN: Final = 4004
_UNAUTHORIZED: Final = 401
_REFUSED: Final = (
    f"Discord refuses the token in {TOKEN} (or in the file that {TOKEN_FILE} names). "
    "Copy it once more, or reset it, on the Bot page of your application in the Developer Portal."
)

_log: Final = logging.getLogger(__name__)


def _token(app: "App") -> str:
    """The token, if it can be one at all: what cannot stand in a header would end up in an error's text."""
    token = app.settings.required_token().strip()
    if not token.isascii() or not token.isprintable() or " " in token:
        raise NoTokenError(_REFUSED)
    return token


def _refused(error: BaseException) -> bool:
    """Whether Discord has refused the token."""
    if isinstance(error, discord.ConnectionClosed):
        return error.code == _BAD_TOKEN
    return isinstance(error, discord.LoginFailure) or (
        isinstance(error, discord.HTTPException) and error.status == _UNAUTHORIZED
    )


async def serve(
    app: "App",
    *,
    connector: Connect | None = None,
    backoff: Backoff | None = None,
    stop: asyncio.Event | None = None,
    drain: float = _DRAIN_SECONDS,
) -> None:
    """Be there on Discord until SIGTERM, SIGINT or `stop`; then finish what is under way and return.

    Args:
        app: What the commands work with.
        connector: Makes the way to Discord for each attempt; by its names and the system's certificates when None.
        backoff: How long to wait between attempts.
        stop: Ends it when set.
        drain: Seconds that what is under way has at the end.

    Raises:
        NoTokenError: There is no token, or Discord refuses it.
    """
    token = _token(app)
    calm()
    backoff = backoff or Backoff()
    stop = stop or asyncio.Event()
    with _signals(stop):
        attempt = 0
        while not stop.is_set():
            client = VerbatimClient(app, connector=connector() if connector is not None else None, backoff=backoff)
            error = await _online(client, token, stop, drain)
            if error is None:
                return
            attempt = 0 if client.connected else attempt
            delay = backoff.delay(attempt)
            attempt += 1
            _log.warning("no connection to Discord (%s), trying again in %.1f s", syncing.brief(error), delay)
            with contextlib.suppress(TimeoutError):
                await asyncio.wait_for(stop.wait(), delay)


async def _online(client: VerbatimClient, token: str, stop: asyncio.Event, drain: float) -> BaseException | None:
    """Connect and stay until `stop`; return what ended it before that.

    Raises:
        NoTokenError: Discord refuses the token.
    """
    online = asyncio.create_task(client.start(token))
    stopping = asyncio.create_task(stop.wait())
    try:
        await asyncio.wait({online, stopping}, return_when=asyncio.FIRST_COMPLETED)
        if stop.is_set():
            _log.info("ending: what is under way is finished first")
            await client.desk.finish(drain, failures.regret)
            return None
        error = online.exception()
        if error is None or isinstance(error, _TRANSIENT):
            if error is not None and _refused(error):
                raise NoTokenError(_REFUSED) from None
            return error or UnreachableError()
        if _refused(error):
            raise NoTokenError(_REFUSED) from None
        raise error
    finally:
        stopping.cancel()
        await _closed(client)
        online.cancel()
        await asyncio.gather(online, stopping, return_exceptions=True)


async def _closed(client: VerbatimClient) -> None:
    """Close the client, whatever the other side does."""
    try:
        await asyncio.wait_for(client.close(), _CLOSE_SECONDS)
    except Exception as error:  # noqa: BLE001 - the client is done with either way
        _log.warning("the connection was not closed in order (%s)", type(error).__name__)


@contextlib.contextmanager
def _signals(stop: asyncio.Event) -> Iterator[None]:
    """Set `stop` at SIGTERM and SIGINT, where this thread may receive them."""
    loop = asyncio.get_running_loop()
    added: list[signal.Signals] = []
    before: dict[signal.Signals, Any] = {}
    for number in (signal.SIGTERM, signal.SIGINT):
        try:
            loop.add_signal_handler(number, stop.set)
            added.append(number)
        except (NotImplementedError, RuntimeError, ValueError):
            # Windows has no such handlers on the loop; other threads than the main one have none at all
            with contextlib.suppress(ValueError):
                before[number] = signal.signal(number, lambda *_: loop.call_soon_threadsafe(stop.set))
    try:
        yield
    finally:
        for each in added:
            loop.remove_signal_handler(each)
        for each, handler in before.items():
            signal.signal(each, handler)


async def sync(app: "App", *, connector: Connect | None = None) -> int:
    """Upload the commands now, changed or not; return how many they are.

    Raises:
        NoTokenError: There is no token, or Discord refuses it.
        NoStoreError: Discord cannot be reached, or answers with an error.
        BadRequestError: Discord refuses the commands.
    """
    token = _token(app)
    calm()
    client = VerbatimClient(app, connector=connector() if connector is not None else None, upload=False)
    try:
        await client.login(token)
        return await syncing.upload(client)
    except discord.Forbidden as error:
        raise BadRequestError(
            "Discord does not let this application have commands. Invite it with the scope applications.commands."
        ) from error
    except (*_TRANSIENT, discord.LoginFailure) as error:
        if _refused(error):
            raise NoTokenError(_REFUSED) from None
        raise NoStoreError(
            f"Discord does not answer as it should ({syncing.brief(error)}). Try again later."
        ) from error
    finally:
        await _closed(client)
