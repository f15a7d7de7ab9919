"""The worker does its work in another process and survives what the work does."""

import asyncio
import multiprocessing
import os
import resource
import signal
import sys
import time
from collections.abc import AsyncIterator
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path

import pytest

from bot import worker as worker_module
from bot.errors import BadDocumentError
from bot.worker import Worker, WorkerError


def process_id() -> int:
    return os.getpid()


def loop_for_ever() -> None:
    while True:
        pass


def eat(megabytes: int) -> int:
    return len(bytearray(megabytes * 1_000_000))


def die() -> None:
    os._exit(7)


def refuse() -> None:
    raise BadDocumentError("no")


@pytest.fixture
async def worker() -> AsyncIterator[Worker]:
    async with Worker(memory=1_500_000_000, seconds=20) as worker:
        yield worker


async def test_the_work_is_done_elsewhere(worker: Worker) -> None:
    first = await worker.run(process_id)
    assert first != os.getpid()
    assert await worker.run(process_id) == first


async def test_what_the_work_raises_is_raised(worker: Worker) -> None:
    with pytest.raises(BadDocumentError, match="no"):
        await worker.run(refuse)


async def test_a_loop_is_ended_and_the_next_piece_is_done() -> None:
    async with Worker(memory=1_500_000_000, seconds=1.5) as worker:
        started = time.monotonic()
        with pytest.raises(WorkerError, match=r"longer than 1\.5 seconds"):
            await worker.run(loop_for_ever)
        assert time.monotonic() - started < 15
    async with Worker(memory=1_500_000_000, seconds=20) as worker:
        assert await worker.run(eat, 1) == 1_000_000


async def test_too_much_memory_is_refused(worker: Worker) -> None:
    with pytest.raises(WorkerError, match="more than 1500 MB"):
        await worker.run(eat, 4_000)
    assert await worker.run(eat, 1) == 1_000_000


async def test_a_death_is_told_and_the_next_piece_is_done(worker: Worker) -> None:
    with pytest.raises(WorkerError, match="died"):
        await worker.run(die)
    assert await worker.run(process_id) != os.getpid()


async def test_closing_twice_is_fine() -> None:
    worker = Worker(memory=1_500_000_000, seconds=20)
    await worker.run(process_id)
    await worker.close()
    await worker.close()


def family() -> tuple[int, bool]:
    """The process that this one was forked from, and whether it had loaded what reading needs."""
    return os.getppid(), "bot.intake.warming" in sys.modules


@pytest.mark.skipif("forkserver" not in multiprocessing.get_all_start_methods(), reason="starts every process anew")
async def test_processes_are_forked_from_one_that_has_loaded_what_they_need(worker: Worker) -> None:
    parent, is_warm = await worker.run(family)
    assert parent != os.getpid()
    assert is_warm
    with pytest.raises(WorkerError, match="died"):
        await worker.run(die)
    async with Worker(memory=1_500_000_000, seconds=20) as other:
        assert await worker.run(family) == await other.run(family) == (parent, True)


def blocked() -> bool:
    return signal.SIGINT in signal.pthread_sigmask(signal.SIG_BLOCK, ())


@pytest.mark.skipif(not hasattr(signal, "pthread_sigmask"), reason="nothing can be blocked")
async def test_ctrl_c_at_the_terminal_never_reaches_a_process(worker: Worker, monkeypatch: pytest.MonkeyPatch) -> None:
    assert await worker.run(blocked)
    assert not blocked()
    monkeypatch.setattr(worker_module, "_ways", lambda: ["spawn"])
    async with Worker(memory=1_500_000_000, seconds=20) as other:
        assert await other.run(blocked)


async def test_the_loop_goes_on_while_a_process_starts(worker: Worker, monkeypatch: pytest.MonkeyPatch) -> None:
    started = worker_module._pool

    def slow(memory: int) -> ProcessPoolExecutor:
        time.sleep(0.3)
        return started(memory)

    monkeypatch.setattr(worker_module, "_pool", slow)
    work = asyncio.create_task(worker.run(process_id))
    await asyncio.sleep(0)
    turns = 0
    while not work.done():
        await asyncio.sleep(0.01)
        turns += 1
    assert turns > 5
    assert await work != os.getpid()


async def test_whoever_gives_up_while_a_process_starts_leaves_none(worker: Worker) -> None:
    work = asyncio.create_task(worker.run(process_id))
    await asyncio.sleep(0)
    work.cancel()
    with pytest.raises(asyncio.CancelledError):
        await work
    assert worker._pool is None
    assert await worker.run(process_id) != os.getpid()


async def test_a_worker_that_is_closed_while_its_process_starts_refuses_the_work(worker: Worker) -> None:
    work = asyncio.create_task(worker.run(process_id))
    await asyncio.sleep(0.001)
    await worker.close()
    with pytest.raises(WorkerError, match="closed"):
        await work


@pytest.mark.parametrize("ways", [["spawn"], ["no such way", "spawn"]])
async def test_where_no_process_can_be_forked_one_is_started_anew(
    worker: Worker, monkeypatch: pytest.MonkeyPatch, ways: list[str]
) -> None:
    monkeypatch.setattr(worker_module, "_ways", lambda: ways)
    assert await worker.run(process_id) != os.getpid()


async def test_a_process_that_is_not_ready_in_time_is_given_up(
    worker: Worker, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    monkeypatch.setattr(worker_module, "_START", 0)
    with pytest.raises(WorkerError, match="no process could be started"):
        await worker.run(process_id)
    assert "no process could be started by spawn" in caplog.text
    monkeypatch.undo()
    assert await worker.run(process_id) != os.getpid()


async def test_without_any_process_the_work_is_refused(worker: Worker, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(worker_module, "_ways", lambda: ["no such way"])
    with pytest.raises(WorkerError, match="no process could be started"):
        await worker.run(process_id)


def loop_for_a_second_of_its_own() -> None:
    """Use CPU time as a piece of work would whose parent has no time to end it, with four seconds less of grace."""
    worker_module._limit_time(-4 / (os.cpu_count() or 1))
    while True:
        pass


def write(path: str, megabytes: int) -> None:
    with open(path, "wb") as opened:  # noqa: PTH123 - the plainest way to write
        opened.write(b"x" * megabytes * 1_000_000)


def use(seconds: float) -> int:
    """Use CPU time, and tell the bound on it that held meanwhile."""
    until = time.process_time() + seconds
    while time.process_time() < until:
        pass
    return resource.getrlimit(resource.RLIMIT_CPU)[0]


async def test_cpu_time_is_bounded_even_without_the_parent() -> None:
    async with Worker(memory=1_500_000_000, seconds=60) as worker:
        with pytest.raises(WorkerError, match="died"):
            await worker.run(loop_for_a_second_of_its_own)


async def test_the_bound_on_cpu_time_moves_on_with_each_piece(worker: Worker) -> None:
    first = await worker.run(use, 1.1)
    assert await worker.run(use, 0.0) > first > 0


async def test_no_large_file_is_written(worker: Worker, tmp_path: Path) -> None:
    with pytest.raises(OSError, match="too large"):
        await worker.run(write, str(tmp_path / "a"), 20)
    assert (tmp_path / "a").stat().st_size <= 16_000_000
