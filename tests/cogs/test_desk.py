"""Turns: bounded, in time, counted when they come too late, finished at the end."""

import asyncio
import logging
from typing import Any, cast

import pytest

from bot.cogs.desk import SLOTS, AnyInteraction, Desk, ExpiredError
from tests.cogs.conftest import House


class _Clock:
    def __init__(self) -> None:
        self.now = 1000.0

    def __call__(self) -> float:
        return self.now


class _Interaction:
    def __init__(self) -> None:
        self.extras: dict[str, Any] = {}


def _new(desk: Desk) -> AnyInteraction:
    interaction = cast("AnyInteraction", _Interaction())
    desk.receive(interaction)
    return interaction


async def _nobody(_: AnyInteraction) -> None:
    raise AssertionError("nobody was waiting")


async def test_what_has_expired_gets_no_turn_and_is_counted() -> None:
    clock = _Clock()
    desk = Desk(clock=clock)
    early, late = _new(desk), _new(desk)
    async with desk.turn(early):
        pass
    clock.now += 2.8
    with pytest.raises(ExpiredError):
        async with desk.turn(late):
            pass
    assert desk.dropped == 1
    await desk.finish(0, _nobody)


async def test_what_expires_while_it_waits_is_not_worked_on() -> None:
    clock = _Clock()
    desk = Desk(slots=1, clock=clock)
    worked = []

    async def ask(name: str, interaction: AnyInteraction, held: asyncio.Event) -> None:
        async with desk.turn(interaction):
            worked.append(name)
            await held.wait()

    held = asyncio.Event()
    first = asyncio.create_task(ask("first", _new(desk), held))
    second = asyncio.create_task(ask("second", _new(desk), held))
    await asyncio.sleep(0)
    clock.now += 3
    held.set()
    await first
    with pytest.raises(ExpiredError):
        await second
    assert worked == ["first"]
    third = asyncio.create_task(ask("third", _new(desk), held))
    await third
    assert worked == ["first", "third"]
    await desk.finish(0, _nobody)


async def test_a_released_turn_lets_others_on() -> None:
    desk = Desk(slots=1)
    async with desk.turn(_new(desk)) as turn:
        turn.release()
        async with asyncio.timeout(1), desk.turn(_new(desk)):
            pass
    async with asyncio.timeout(1), desk.turn(_new(desk)):
        pass


async def test_the_end_waits_for_what_is_under_way_and_takes_nothing_new() -> None:
    desk = Desk()
    done = []

    async def ask() -> None:
        async with desk.turn(_new(desk)):
            await asyncio.sleep(0.01)
            done.append(True)

    task = asyncio.create_task(ask())
    await asyncio.sleep(0)
    await desk.finish(5, _nobody)
    assert done == [True]
    await task
    with pytest.raises(ExpiredError):
        async with desk.turn(_new(desk)):
            pass


async def test_what_cannot_be_finished_is_regretted() -> None:
    desk = Desk()
    regretted = []

    async def ask(interaction: AnyInteraction) -> None:
        async with desk.turn(interaction):
            await asyncio.Event().wait()

    async def regret(interaction: AnyInteraction) -> None:
        regretted.append(interaction)

    interaction = _new(desk)
    task = asyncio.create_task(ask(interaction))
    await asyncio.sleep(0)
    await desk.finish(0.01, regret)
    assert regretted == [interaction]
    assert task.cancelled()


async def test_drops_are_logged_together(caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.WARNING)
    desk = Desk()
    for _ in range(50):
        desk.drop()
    await desk.finish(0, _nobody)
    assert [record.getMessage() for record in caplog.records] == [
        "50 interactions expired before they could be answered"
    ]


async def test_a_crowd_beyond_what_can_be_answered_leaves_it_well(house: House) -> None:
    house.discord.slow_next("POST", "/callback", 0.5, times=1000)
    user = house.user
    crowd = [await house.discord.fire(user.prepare_slash("quote", text="ferry")) for _ in range(400)]
    # a busy machine answers fewer in time
    await house.discord.answered(crowd[:SLOTS])
    # what comes last has expired by the time it would get its turn
    await asyncio.sleep(3)
    # a busy machine may send the last batch a little too late; all the others cost no request
    assert sum(each.late for each in crowd) <= SLOTS
    assert sum(each.answered for each in crowd) >= SLOTS
    assert sum("/callback" in each.path for each in house.discord.requests) < 300
    house.discord.state.faults.clear()
    reply = await house.user.slash("quote", text="ferry")
    assert reply.latency < 1
