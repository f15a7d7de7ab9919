"""Waiting for a condition without polling: whoever changes something beats, whoever waits looks again."""

import asyncio
from collections.abc import Callable

from tests.loopback.errors import LoopbackTimeoutError


class Pulse:
    """Wakes everybody who waits, each time something changed."""

    def __init__(self) -> None:
        self._waiting: set[asyncio.Future[None]] = set()

    def beat(self) -> None:
        """Say that something changed."""
        for future in self._waiting:
            if not future.done():
                future.set_result(None)
        self._waiting.clear()

    async def wait(self, condition: Callable[[], bool], seconds: float, complaint: Callable[[], str]) -> None:
        """Return once `condition` holds.

        Args:
            condition: Looked at now and after each beat.
            seconds: Real time to wait at most.
            complaint: What to say when it did not come to hold.

        Raises:
            LoopbackTimeoutError: It did not hold in time.
        """
        try:
            async with asyncio.timeout(seconds):
                while not condition():
                    future = asyncio.get_running_loop().create_future()
                    self._waiting.add(future)
                    try:
                        await future
                    finally:
                        self._waiting.discard(future)
        except TimeoutError:
            raise LoopbackTimeoutError(f"{complaint()} (waited {seconds:g} s)") from None
