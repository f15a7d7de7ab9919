"""The worker does its work in another process and survives what the work does."""

import os
import time
from collections.abc import AsyncIterator

import pytest

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
