"""Answers remembered while the store stands as it is: a crowd that asks the same thing asks the store once."""

import asyncio
from collections import OrderedDict
from collections.abc import Awaitable, Callable, Hashable
from typing import Any, Final, TypeVar, cast

from bot.store.store import Store

_MOST: Final = 256
_T = TypeVar("_T")


class Recall:
    """The last answers by their requests, all of one version of the store.

    Args of the constructor:
        store: Whose answers they are.
        most: How many are kept.
    """

    def __init__(self, store: Store, most: int = _MOST) -> None:
        self._store = store
        self._most = most
        self._version: int | None = None
        self._answers: OrderedDict[Hashable, asyncio.Future[Any]] = OrderedDict()

    async def get(self, request: Hashable, answer: Callable[[], Awaitable[_T]]) -> _T:
        """The answer to a request: remembered, awaited with others who ask the same, or worked out now.

        Args:
            request: What tells it from others; equal requests have equal answers.
            answer: Works it out. What it raises is raised for everybody who waits for it, and not remembered.
        """
        if request in self._answers or self._version is None:
            # what is not remembered needs no look at the version, which costs a way to another thread: should the store
            # have changed unseen, the new answer is forgotten with the old ones when that is seen
            version = await self._store.version()
            if version != self._version:
                self._answers.clear()
                self._version = version
        known = self._answers.get(request)
        if known is None:
            known = asyncio.ensure_future(answer())
            self._answers[request] = known
            known.add_done_callback(lambda done: self._settle(request, done))
        self._answers.move_to_end(request)
        while len(self._answers) > self._most:
            self._answers.popitem(last=False)
        # one who gives up does not take the answer from the others
        return cast("_T", await asyncio.shield(known))

    def keep(self, key: Hashable, value: object) -> None:
        """Remember something under a key until the store changes, or there is no more room."""
        kept: asyncio.Future[Any] = asyncio.get_running_loop().create_future()
        kept.set_result(value)
        self._answers[key] = kept

    def kept(self, key: Hashable) -> object | None:
        """What `keep` was given; None where it is no longer remembered."""
        known = self._answers.get(key)
        return known.result() if known is not None and known.done() else None

    def close(self) -> None:
        """Give up what is still being worked out."""
        for known in self._answers.values():
            known.cancel()

    def _settle(self, request: Hashable, done: "asyncio.Future[Any]") -> None:
        """Forget a failure; having looked at it here, nobody need wait for it."""
        if (done.cancelled() or done.exception() is not None) and self._answers.get(request) is done:
            del self._answers[request]
