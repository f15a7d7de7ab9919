"""The loopback Discord: one TLS port that plays discord.com, its gateway and its file store, and how to drive it."""

import contextlib
import os
import tempfile
from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Final, Self

import aiohttp
from aiohttp import web

from tests.loopback import api
from tests.loopback.certificates import authority
from tests.loopback.errors import Json, LoopbackError, Refusal, Violation
from tests.loopback.faults import Fault, status_fault
from tests.loopback.gateway import Gateway
from tests.loopback.interactions import Interaction
from tests.loopback.names import LOOPBACK, connector
from tests.loopback.proxy import Proxy
from tests.loopback.registry import Registry
from tests.loopback.state import TOKEN, Request, State
from tests.loopback.users import User
from tests.loopback.world import MEMBER_PERMISSIONS, Guild, Person, Place

_BACKLOG: Final = 1000


class LoopbackDiscord:
    """A Discord of one's own, used as `async with LoopbackDiscord() as discord`.

    Args of the constructor:
        token: The only bot token that it accepts.
        timeout: Real seconds that waiting takes at most.
        checks: Whether outgoing payloads are held against Discord's limits; benchmarks may do without.
    """

    def __init__(self, *, token: str = TOKEN, timeout: float = 5.0, checks: bool = True) -> None:
        self.state = State(token=token, checks=checks)
        self.gateway = Gateway(self.state)
        self.timeout = timeout
        self._proxy = Proxy(self.state.names)
        self._runner = web.AppRunner(
            api.build(self.state, self.gateway.handle), access_log=None, shutdown_timeout=1.0, keepalive_timeout=75.0
        )
        self._cleanup = contextlib.AsyncExitStack()
        self._folder: Path | None = None
        self._direct: dict[tuple[str, int], str] = {}
        self.people = 0

    async def __aenter__(self) -> Self:
        async with contextlib.AsyncExitStack() as cleanup:
            folder = cleanup.enter_context(tempfile.TemporaryDirectory(prefix="loopback-discord-"))
            self._folder = Path(folder)
            self.certificate.write_bytes(authority().pem)
            cleanup.callback(self.state.names.close)
            cleanup.push_async_callback(self._runner.cleanup)
            await self._runner.setup()
            site = web.TCPSite(self._runner, LOOPBACK, 0, ssl_context=authority().server, backlog=_BACKLOG)
            await site.start()
            self.state.names.port = int(self._runner.addresses[0][1])
            cleanup.push_async_callback(self._proxy.stop)
            await self._proxy.start()
            cleanup.push_async_callback(self.gateway.stop)
            self._cleanup = cleanup.pop_all()
        return self

    async def __aexit__(self, *_: object) -> None:
        await self._cleanup.aclose()

    # The way in for a client

    @property
    def token(self) -> str:
        """The bot token that is accepted."""
        return self.state.token

    def connector(self, *, limit: int = 32) -> aiohttp.TCPConnector:
        """What to pass as `Client(connector=…)` in this process."""
        return connector(self.state.names, authority().client, limit=limit)

    @property
    def certificate(self) -> Path:
        """The PEM file that a client of another process must trust."""
        if self._folder is None:
            raise LoopbackError("the loopback is not running; enter it with async with")
        return self._folder / "ca.pem"

    @property
    def proxy(self) -> Proxy:
        """The CONNECT proxy, for a client of another process."""
        return self._proxy

    def environment(self, base: Mapping[str, str] | None = None) -> dict[str, str]:
        """The environment in which `python -m bot` as a process of its own finds its way here."""
        return dict(os.environ if base is None else base) | {
            "DISCORD_TOKEN": self.token,
            "VERBATIM_PROXY": self._proxy.url,
            "SSL_CERT_FILE": str(self.certificate),
        }

    # People and places

    @property
    def guilds(self) -> list[Guild]:
        """The servers that the bot is in; change the list before the client connects."""
        return self.state.guilds

    @property
    def abroad(self) -> Guild:
        """A server that the bot is not in."""
        return self.state.abroad

    def user(
        self,
        name: str | None = None,
        *,
        guild: Guild | None = None,
        locale: str = "en-US",
        permissions: int = MEMBER_PERMISSIONS,
    ) -> User:
        """A new person, in the first channel of the first server unless said otherwise."""
        self.people += 1
        person = Person(self.state.ids.new(), name or f"reader{self.people}", locale)
        home = guild or self.guilds[0]
        return User(self, person, Place(0, home.channels[0].id, home, user_install=not home.joined), permissions)

    def dm_channel(self, person: Person, context: int) -> str:
        """The id of a person's direct messages with the bot, or with somebody else."""
        return self._direct.setdefault((person.id, context), self.state.ids.new())

    # Driving

    async def wait(self, condition: Callable[[], bool], complaint: str, seconds: float | None = None) -> None:
        """Wait until something holds.

        Raises:
            LoopbackTimeoutError: It did not in time; the message says what the client did last.
        """
        limit = self.timeout if seconds is None else seconds
        await self.state.pulse.wait(condition, limit, lambda: f"{complaint}; {self._situation()}")

    async def ready(self, *, commands: bool = True, seconds: float | None = None) -> None:
        """Wait until a client is connected and has READY, and commands are uploaded unless that is not expected."""
        await self.wait(lambda: self.gateway.live, "no client connected", seconds)
        if commands:
            await self.wait(lambda: self.registry.uploads > 0, "no commands were uploaded", seconds)

    async def gone(self, *, seconds: float | None = None) -> None:
        """Wait until no client is connected any more."""
        await self.wait(lambda: not self.gateway.live, "the client is still connected", seconds)

    async def fire(self, interaction: Interaction) -> Interaction:
        """Send a prepared interaction and wait for nothing; its `latency` says later how long the callback took."""
        if interaction.sent_at is not None:
            raise LoopbackError(f"{interaction.label} was sent already")
        self.state.sent(interaction)
        await self.gateway.dispatch("INTERACTION_CREATE", interaction.payload)
        return interaction

    async def answered(self, interactions: Sequence[Interaction], seconds: float | None = None) -> None:
        """Wait until each of them has its first callback."""
        open_ = [interaction for interaction in interactions if not interaction.answered]

        def done() -> bool:
            while open_ and open_[-1].answered:
                open_.pop()
            return not open_

        def complaint() -> str:
            left = sum(not interaction.answered for interaction in interactions)
            return f"{left} of {len(interactions)} unanswered, among them {open_[-1].label}; {self._situation()}"

        await self.state.pulse.wait(done, self.timeout if seconds is None else seconds, complaint)

    def _situation(self) -> str:
        last = [f"{request.method} {request.path[:40]} {request.status}" for request in self.state.requests][-5:]
        wrong = [str(violation) for violation in self.violations[-3:]]
        live = "connected" if self.gateway.live else "not connected"
        return f"the client is {live}, its last requests {last}, violations {wrong}"

    # Time and trouble

    def advance(self, seconds: float) -> None:
        """Let time pass for deadlines."""
        self.state.clock.advance(seconds)

    def fail_next(
        self,
        method: str,
        pattern: str,
        status: int,
        *,
        times: int = 1,
        headers: Mapping[str, str] | None = None,
        retry_after: float = 0.05,
    ) -> Fault:
        """Answer the next requests that fit with a status.

        Args:
            method: The HTTP method, `*` for any.
            pattern: A regular expression searched in the path behind `/api/v10`.
            status: A 429 comes with `Via` and `retry_after` as Discord's own; with `headers={}` bare, as a ban.
            times: How many requests it strikes.
            headers: Sent with it.
            retry_after: Seconds that a 429 asks to wait.
        """
        fault = status_fault(method, pattern, status, times=times, headers=headers, retry_after=retry_after)
        return self.state.faults.add(fault)

    def drop_next(self, method: str, pattern: str, *, times: int = 1) -> Fault:
        """Cut the connection of the next requests that fit."""
        fault = status_fault(method, pattern, 500, times=times)
        fault.way = "drop"
        return self.state.faults.add(fault)

    def slow_next(self, method: str, pattern: str, seconds: float, *, times: int = 1) -> Fault:
        """Let the next requests that fit wait before they are looked at; they count as arrived when they came."""
        fault = status_fault(method, pattern, 500, times=times)
        fault.way, fault.seconds = "slow", seconds
        return self.state.faults.add(fault)

    def refuse_connections(self, host: str, times: int = 1) -> None:
        """Refuse the next connections to a host, as when nothing listens there."""
        self.state.names.refuse(host, times)

    # What was seen

    @property
    def registry(self) -> Registry:
        """The uploaded commands."""
        return self.state.registry

    @property
    def commands(self) -> dict[str, Json]:
        """The global commands by name."""
        return {command["name"]: command for command in self.registry.all()}

    @property
    def requests(self) -> list[Request]:
        """The last requests, oldest first."""
        return list(self.state.requests)

    @property
    def unanswered(self) -> list[Interaction]:
        """Interactions that were sent and have no accepted callback; `late` of each says whether one came too late."""
        return [interaction for interaction in self.state.interactions.values() if not interaction.answered]

    @property
    def violations(self) -> list[Violation]:
        """The limits that the client broke."""
        return self.state.violations

    @property
    def refusals(self) -> list[tuple[str, Refusal]]:
        """Every request that was refused, and why."""
        return self.state.refusals

    @contextlib.contextmanager
    def expecting_violations(self) -> Iterator[list[Violation]]:
        """Violations within are wanted: they are handed over and do not count at the end."""
        before = len(self.violations)
        found: list[Violation] = []
        yield found
        found += self.violations[before:]
        del self.violations[before:]

    def assert_clean(self) -> None:
        """Fail if the client broke any limit."""
        if self.violations:
            raise LoopbackError("Discord's limits were broken:\n" + "\n".join(map(str, self.violations)))
