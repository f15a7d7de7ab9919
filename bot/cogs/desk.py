"""Whose turn it is: a bound on what is worked on at once, nothing spent on what has expired, and an orderly end.

Discord takes a first reply for three seconds. The age of an interaction is measured by this machine's own steady clock
from when it came in: Discord's clock and ours need not agree.
"""

import asyncio
import contextlib
import logging
import time
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from typing import Any, Final

import discord

from bot.errors import VerbatimError

CONNECTIONS: Final = 32
"""To Discord, at once; without a bound a crowd would be answered all together, and too late."""
SLOTS: Final = CONNECTIONS - 2
"""Turns at once: one for each connection that the gateway and the upload of commands leave."""
PATIENCE: Final = 2.7
"""Seconds after which a first reply would come too late."""
_RECEIVED: Final = "received"
_LOG_SECONDS: Final = 1.0
_REGRET_SECONDS: Final = 1.0
_ROUNDS: Final = 3  # of the event loop, until whatever came in before the end has asked for its turn

_log: Final = logging.getLogger(__name__)
AnyInteraction = discord.Interaction[Any]


class ExpiredError(VerbatimError):
    """The interaction can no longer be answered."""


class Turn:
    """One interaction's turn."""

    def __init__(self, slots: asyncio.Semaphore) -> None:
        self._slots: asyncio.Semaphore | None = slots

    def release(self) -> None:
        """Let others on while this one waits for something slow."""
        if self._slots is not None:
            self._slots.release()
            self._slots = None


class Desk:
    """Hands out turns.

    Args of the constructor:
        slots: How many turns are taken at once.
        patience: Seconds that an interaction may wait for its answer.
        clock: Steady seconds.
    """

    def __init__(
        self, slots: int = SLOTS, patience: float = PATIENCE, clock: Callable[[], float] = time.monotonic
    ) -> None:
        self._slots = asyncio.Semaphore(slots)
        self._patience = patience
        self._clock = clock
        self._closing = False
        self._turns: dict[asyncio.Task[Any], AnyInteraction] = {}
        self._unlogged = 0
        self._logging: asyncio.TimerHandle | None = None
        self.dropped = 0

    def receive(self, interaction: AnyInteraction) -> None:
        """Note when an interaction came in; once the end has begun, none is taken any more."""
        interaction.extras[_RECEIVED] = float("-inf") if self._closing else self._clock()

    def left(self, interaction: AnyInteraction) -> float:
        """Seconds that remain to answer it; below zero when it is too late."""
        now = self._clock()
        received: float = interaction.extras.setdefault(_RECEIVED, now)
        return received + self._patience - now

    def check(self, interaction: AnyInteraction) -> None:
        """Go on only while an answer can still arrive in time.

        Raises:
            ExpiredError: It is too late; that was counted.
        """
        if self.left(interaction) <= 0:
            self.drop()
            raise ExpiredError

    def drop(self) -> None:
        """Count an interaction that expired; the log hears of it once a second at the most."""
        self.dropped += 1
        self._unlogged += 1
        if self._logging is None:
            self._logging = asyncio.get_running_loop().call_later(_LOG_SECONDS, self._tell)

    def _tell(self) -> None:
        _log.warning("%d interactions expired before they could be answered", self._unlogged)
        self._unlogged = 0
        self._logging = None

    @asynccontextmanager
    async def turn(self, interaction: AnyInteraction) -> AsyncIterator[Turn]:
        """Wait for a turn; what is done within it is finished before the client ends.

        Raises:
            ExpiredError: The interaction expired while it waited.
        """
        self.check(interaction)
        task = asyncio.current_task()
        if task is None:
            raise RuntimeError("a turn is taken in a task")
        self._turns[task] = interaction
        try:
            await self._slots.acquire()
            turn = Turn(self._slots)
            try:
                self.check(interaction)
                yield turn
            finally:
                turn.release()
        finally:
            self._turns.pop(task, None)

    async def finish(self, seconds: float, regret: Callable[[AnyInteraction], Awaitable[None]]) -> None:
        """Take nothing new, and wait for what is under way.

        Args:
            seconds: How long to wait at the most.
            regret: Tells whoever asked that the answer will not come; called for what is not done by then.
        """
        self._closing = True
        for _ in range(_ROUNDS):
            await asyncio.sleep(0)
        if self._turns:
            await asyncio.wait(list(self._turns), timeout=seconds)
        late = dict(self._turns)
        for task in late:
            task.cancel()
        await asyncio.gather(*late, return_exceptions=True)
        if late:
            regrets = asyncio.gather(*map(regret, late.values()), return_exceptions=True)
            with contextlib.suppress(TimeoutError):
                await asyncio.wait_for(regrets, _REGRET_SECONDS)
        if self._logging is not None:
            self._logging.cancel()
            self._tell()
