"""Discord in trouble: rate limits, faults, lost connections, expired tokens; whoever asks next is answered."""

import asyncio
import logging

import pytest

from tests.cogs.conftest import House
from tests.loopback import Reply


async def _well(house: House) -> None:
    """The next one who asks is answered as if nothing had been."""
    assert "ferry" in (await house.user.slash("quote", text="ferry")).texts.casefold()


@pytest.mark.parametrize("status", [429, 500, 502, 503, 504])
async def test_a_passing_trouble_is_waited_out(house: House, status: int) -> None:
    house.discord.fail_next("POST", "/callback", status)
    assert "**ferry**" in (await house.user.slash("quote", text="ferry")).texts.casefold()
    await _well(house)


@pytest.mark.parametrize("status", [401, 403, 404])
async def test_what_is_refused_once_is_told_and_forgotten(
    house: House, status: int, caplog: pytest.LogCaptureFixture
) -> None:
    house.discord.fail_next("POST", "/callback", status)
    prepared = house.user.prepare_slash("quote", text="ferry")
    await house.discord.fire(prepared)
    await house.discord.answered([prepared])
    assert Reply(house.user, prepared).ephemeral
    assert prepared.token not in caplog.text
    await _well(house)


async def test_a_dropped_callback_harms_nobody_else(house: House, caplog: pytest.LogCaptureFixture) -> None:
    fault = house.discord.drop_next("POST", "/callback")
    prepared = house.user.prepare_slash("quote", text="ferry")
    await house.discord.fire(prepared)
    await house.discord.wait(lambda: fault.hits == 1, "nothing was sent")
    await _well(house)
    assert prepared.token not in caplog.text


@pytest.mark.parametrize("command", ["quote", "verify", "summary", "timeline", "documents", "help"])
async def test_an_interaction_that_expired_on_its_way_is_dropped_without_a_word(
    house: House, command: str, caplog: pytest.LogCaptureFixture
) -> None:
    options = {"quote": {"text": "ferry"}, "verify": {"quote": "the ferry"}, "summary": {"document": "D1"}}
    prepared = house.user.prepare_slash(command, **options.get(command, {}))
    house.discord.slow_next("POST", "/callback", 0.05)
    await house.discord.fire(prepared)
    house.discord.advance(3.5)
    await house.discord.wait(lambda: bool(house.discord.refusals), "the late answer was not refused")
    await asyncio.sleep(0.05)
    assert not [record for record in caplog.records if record.levelno >= logging.ERROR]
    await _well(house)


async def test_a_token_that_expired_behind_a_deferral_is_no_fault(
    house: House, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    monkeypatch.setattr("bot.cogs.sending._LOOKUP_SECONDS", 0.0)
    house.discord.slow_next("PATCH", "/messages/@original", 0.05)
    reply = await house.user.slash("summary", document="D1")
    assert reply.deferred
    house.discord.advance(16 * 60)
    await house.discord.wait(lambda: bool(house.discord.refusals), "the late answer was not refused")
    await asyncio.sleep(0.05)
    assert not [record for record in caplog.records if record.levelno >= logging.ERROR]
    monkeypatch.undo()
    await _well(house)


@pytest.mark.parametrize("way", ["drop", "reconnect", "invalid", "resumable", "closed"])
async def test_an_answer_under_way_comes_though_the_gateway_is_lost(house: House, way: str) -> None:
    gateway = house.discord.gateway
    house.discord.slow_next("POST", "/callback", 0.3)
    prepared = house.user.prepare_slash("quote", text="ferry")
    await house.discord.fire(prepared)
    await asyncio.sleep(0.1)
    if way == "drop":
        gateway.drop()
    elif way == "reconnect":
        await gateway.request_reconnect()
    elif way == "closed":
        await gateway.close(4000)
    else:
        await gateway.invalidate(resumable=way == "resumable")
    await house.discord.answered([prepared])
    assert "**ferry**" in Reply(house.user, prepared).texts.casefold()
    await house.discord.ready(commands=False, seconds=20)
    await _well(house)


async def test_pages_turn_after_the_gateway_was_lost(house: House) -> None:
    first = await house.user.slash("quote", text="ferry")
    house.discord.gateway.drop()
    await house.discord.gone(seconds=10)
    await house.discord.ready(commands=False, seconds=20)
    assert "2 of " in (await first.click("▶")).texts
