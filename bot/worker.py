"""A child process for heavy or untrusted work, with a bound on its memory and its time.

Children are forked from a process that has loaded what they need and done nothing else, so that another one, or one in
place of one that had to be ended, is there in some 20 milliseconds instead of a second.
"""

import asyncio
import gc
import logging
import multiprocessing
import os
import signal
import sys
import threading
from collections.abc import Callable, Iterator
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager, suppress
from multiprocessing import resource_tracker
from typing import Final, ParamSpec, Self, TypeVar

from bot.errors import VerbatimError

_LOG: Final = logging.getLogger(__name__)
_LOADED: Final = ["bot.intake.warming"]  # a name: what is loaded lies above this module
_FILES: Final = 128  # open at once: the libraries that are loaded, the pipe, and what they read
_WRITTEN: Final = 16_000_000  # bytes of one file; compiled modules are written, documents never are
_START: Final = 60  # seconds until a process must be ready for work
_GRACE: Final = 5  # seconds of CPU time beyond those of the clock, which the parent watches
_P = ParamSpec("_P")
_T = TypeVar("_T")


class WorkerError(VerbatimError):
    """The work was ended: out of time, out of memory, or the process died."""


def _ways() -> list[str]:
    """The ways to start a process, the best first.

    The bot itself is never forked: its database connections and threads would go along.
    """
    # before 3.11.1 other users of the machine could ask such a server for a process (CVE-2022-42919)
    forks = "forkserver" in multiprocessing.get_all_start_methods() and sys.version_info >= (3, 11, 1)
    return ["forkserver", "spawn"] if forks else ["spawn"]


def _pool(memory: int) -> ProcessPoolExecutor:
    """A process that is ready for work; waits until it is.

    Raises:
        WorkerError: The system gives none.
    """
    failed: Exception | None = None
    for way in _ways():
        try:
            return _pool_by(way, memory)
        except (OSError, ValueError, EOFError, BrokenProcessPool) as error:
            _LOG.warning("no process could be started by %s: %s", way, error)
            failed = error
    raise WorkerError("no process could be started for it") from failed


def _pool_by(way: str, memory: int) -> ProcessPoolExecutor:
    context = multiprocessing.get_context(way)
    if way == "forkserver":
        context.set_forkserver_preload(_LOADED)
    pool = ProcessPoolExecutor(1, mp_context=context, initializer=_limit, initargs=(memory,))
    try:
        with _undisturbed():
            pool.submit(os.getpid).result(_START)  # the first piece of work starts the process
    except BaseException:
        _kill(pool, wait=False)
        raise
    return pool


def _kill(pool: ProcessPoolExecutor, *, wait: bool) -> None:
    """End a process, which may be in a loop that nothing else ends."""
    for process in list((pool._processes or {}).values()):  # noqa: SLF001 - the executor has no public way before 3.14
        process.kill()
    pool.shutdown(wait=wait, cancel_futures=True)


@contextmanager
def _undisturbed() -> Iterator[None]:
    """Let the processes that are started here never see Ctrl+C, which goes to every process of a terminal.

    They inherit what this thread blocks. The tracker of multiprocessing unblocks it when it starts, hence goes before.
    """
    if not hasattr(signal, "pthread_sigmask"):  # Windows
        yield
        return
    resource_tracker.ensure_running()
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


def _limit(memory: int) -> None:
    """Bound what this process may take, where the platform can, and leave Ctrl+C to the parent."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    one_thread()
    # a document is many small objects at once, hardly any of them in rings
    gc.set_threshold(50_000, 20, 50)
    threading.Thread(target=_end_with_parent, daemon=True).start()
    try:
        import resource  # noqa: PLC0415 - does not exist on Windows
    except ImportError:
        return
    resource.setrlimit(resource.RLIMIT_AS, (memory, memory))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    for kind, most in ((resource.RLIMIT_NOFILE, _FILES), (resource.RLIMIT_FSIZE, _WRITTEN)):
        hard = resource.getrlimit(kind)[1]
        bound = most if hard == resource.RLIM_INFINITY else min(most, hard)
        resource.setrlimit(kind, (bound, bound))


def one_thread() -> None:
    """Keep numpy, if it is not loaded yet, from starting threads of its own.

    The arrays are small: threads would take more time to wait for one another than they save.
    """
    os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")


def _limit_time(seconds: float) -> None:
    """Let the next piece of work use this much CPU time, and no more even if the parent has no time to end it.

    The limit counts from the start of the process, which lives long: it is moved on for each piece.
    """
    try:
        import resource  # noqa: PLC0415 - does not exist on Windows
    except ImportError:
        return
    used = resource.getrusage(resource.RUSAGE_SELF)
    hard = resource.getrlimit(resource.RLIMIT_CPU)[1]
    # threads of numpy may use every core at once
    wanted = int(used.ru_utime + used.ru_stime + seconds * (os.cpu_count() or 1)) + _GRACE
    resource.setrlimit(resource.RLIMIT_CPU, (wanted if hard == resource.RLIM_INFINITY else min(wanted, hard), hard))


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
        self._closed = False

    async def run(self, work: Callable[_P, _T], *args: _P.args, **kwargs: _P.kwargs) -> _T:
        """Do one piece of work in the child and return what it returns.

        `work` is a module-level function, its arguments and result can be pickled. What it raises is raised here.

        Raises:
            WorkerError: It took too long, needed too much memory, or its process died.
        """
        async with self._turn:
            pool = await self._started()
            try:
                task = asyncio.get_running_loop().run_in_executor(pool, _call, self._seconds, work, args, kwargs)
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

    async def _started(self) -> ProcessPoolExecutor:
        """The process; started in a thread, since that takes up to a second the first time."""
        if self._pool is None:
            starting = asyncio.create_task(asyncio.to_thread(_pool, self._memory))
            try:
                self._pool = await asyncio.shield(starting)
            except asyncio.CancelledError:
                with suppress(WorkerError):
                    self._pool = await starting
                self._end()
                raise
            if self._closed:
                self._end()
                raise WorkerError("it was closed")
        return self._pool

    def _end(self) -> None:
        """Kill the child, if there is one."""
        if (pool := self._pool) is not None:
            self._pool = None
            _kill(pool, wait=True)

    async def close(self) -> None:
        """End the child; may be called twice."""
        self._closed = True
        self._end()

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(self, *_: object) -> None:
        await self.close()


def _call(seconds: float, work: Callable[..., object], args: tuple[object, ...], kwargs: dict[str, object]) -> object:
    _limit_time(seconds)
    return work(*args, **kwargs)
