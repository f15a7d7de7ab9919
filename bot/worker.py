"""A child process for heavy or untrusted work, with a bound on its memory and its time."""

import asyncio
import multiprocessing
import os
import threading
from collections.abc import Callable
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from typing import ParamSpec, Self, TypeVar

from bot.errors import VerbatimError

_P = ParamSpec("_P")
_T = TypeVar("_T")


class WorkerError(VerbatimError):
    """The work was ended: out of time, out of memory, or the process died."""


def _limit(memory: int) -> None:
    """Bound the address space of this process, where the platform can, and leave Ctrl+C to the parent."""
    import signal  # noqa: PLC0415 - runs in the child only

    signal.signal(signal.SIGINT, signal.SIG_IGN)
    threading.Thread(target=_end_with_parent, daemon=True).start()
    try:
        import resource  # noqa: PLC0415 - does not exist on Windows
    except ImportError:
        return
    resource.setrlimit(resource.RLIMIT_AS, (memory, memory))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def _end_with_parent() -> None:
    """End this process when its parent was killed: it would wait for work for ever, since it holds the pipe itself."""
    if (parent := multiprocessing.parent_process()) is not None:
        parent.join()
        os._exit(1)


class Worker:
    """One child process that is started when first needed and replaced when it had to be ended.

    `memory` is in bytes of address space, `seconds` bounds each piece of work. Pieces are done one at a time.
    """

    def __init__(self, *, memory: int, seconds: float) -> None:
        self._memory = memory
        self._seconds = seconds
        self._pool: ProcessPoolExecutor | None = None
        self._turn = asyncio.Lock()

    async def run(self, work: Callable[_P, _T], *args: _P.args, **kwargs: _P.kwargs) -> _T:
        """Do one piece of work in the child and return what it returns.

        `work` is a module-level function, its arguments and result can be pickled. What it raises is raised here.

        Raises:
            WorkerError: It took too long, needed too much memory, or its process died.
        """
        async with self._turn:
            pool = self._started()
            try:
                task = asyncio.get_running_loop().run_in_executor(pool, _call, work, args, kwargs)
                return await asyncio.wait_for(task, self._seconds)  # type: ignore[arg-type]  # _call erases the type
            except TimeoutError as error:
                self._end()
                raise WorkerError(f"it took longer than {self._seconds:g} seconds") from error
            except MemoryError as error:
                self._end()
                raise WorkerError(f"it needed more than {self._memory // 1_000_000} MB of memory") from error
            except BrokenProcessPool as error:
                self._end()
                raise WorkerError("the process that did the work died") from error
            except asyncio.CancelledError:
                self._end()
                raise

    def _started(self) -> ProcessPoolExecutor:
        if self._pool is None:
            # spawn: a fork would carry the parent's database connections and threads along
            context = multiprocessing.get_context("spawn")
            self._pool = ProcessPoolExecutor(1, mp_context=context, initializer=_limit, initargs=(self._memory,))
        return self._pool

    def _end(self) -> None:
        """Kill the child, which may be in a loop that nothing else ends."""
        if (pool := self._pool) is None:
            return
        self._pool = None
        for process in list((pool._processes or {}).values()):  # noqa: SLF001 - the executor has no public way before 3.14
            process.kill()
        pool.shutdown(wait=True, cancel_futures=True)

    async def close(self) -> None:
        """End the child; may be called twice."""
        self._end()

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(self, *_: object) -> None:
        await self.close()


def _call(work: Callable[..., object], args: tuple[object, ...], kwargs: dict[str, object]) -> object:
    return work(*args, **kwargs)
