"""Answers are remembered while the store stands as it is, and shared by those who ask at once."""

import asyncio

import pytest

from bot.app import App
from bot.cogs.recall import Recall
from bot.models import SHARED


class _Counter:
    def __init__(self) -> None:
        self.calls = 0
        self.held = asyncio.Event()

    async def answer(self) -> int:
        self.calls += 1
        await self.held.wait()
        return self.calls


async def test_those_who_ask_at_once_share_one_answer(app: App) -> None:
    recall, counter = Recall(app.store), _Counter()
    asking = [asyncio.create_task(recall.get("same", counter.answer)) for _ in range(20)]
    giving_up = asyncio.create_task(recall.get("same", counter.answer))
    await asyncio.sleep(0.05)
    giving_up.cancel()
    counter.held.set()
    assert await asyncio.gather(*asking) == [1] * 20
    assert await recall.get("same", counter.answer) == 1
    assert await recall.get("other", counter.answer) == 2


async def test_a_change_of_the_store_makes_it_forget(app: App) -> None:
    recall, counter = Recall(app.store), _Counter()
    counter.held.set()
    assert await recall.get("same", counter.answer) == 1
    document = await app.store.library.document(SHARED, 2)
    assert document is not None
    await app.intake.remove(document)
    assert await recall.get("same", counter.answer) == 2


async def test_a_new_answer_makes_no_old_one_look_new(app: App) -> None:
    recall, counter = Recall(app.store), _Counter()
    counter.held.set()
    assert await recall.get("old", counter.answer) == 1
    document = await app.store.library.document(SHARED, 2)
    assert document is not None
    await app.intake.remove(document)
    assert await recall.get("new", counter.answer) == 2
    assert await recall.get("old", counter.answer) == 3
    assert await recall.get("old", counter.answer) == 3


async def test_a_failure_is_not_remembered(app: App) -> None:
    recall = Recall(app.store)

    async def fail() -> None:
        raise ValueError("once")

    with pytest.raises(ValueError, match="once"):
        await recall.get("same", fail)
    counter = _Counter()
    counter.held.set()
    assert await recall.get("same", counter.answer) == 1


async def test_only_the_last_are_kept(app: App) -> None:
    recall, counter = Recall(app.store, most=2), _Counter()
    counter.held.set()
    for request in ("a", "b", "c"):
        await recall.get(request, counter.answer)
    assert await recall.get("c", counter.answer) == 3
    assert await recall.get("a", counter.answer) == 4


async def test_what_is_under_way_ends_with_it(app: App) -> None:
    recall, counter = Recall(app.store), _Counter()
    asking = asyncio.create_task(recall.get("same", counter.answer))
    await asyncio.sleep(0.05)
    recall.close()
    with pytest.raises(asyncio.CancelledError):
        await asking
