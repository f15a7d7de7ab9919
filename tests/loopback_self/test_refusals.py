"""What the real client is told when it breaks a limit, and that the test hears of it."""

import asyncio
from typing import Any

import discord
import pytest

from tests.loopback import LoopbackDiscord, LoopbackError, LoopbackTimeoutError, Refusal, schema
from tests.loopback.errors import Violation, bad_form
from tests.loopback.ids import Snowflakes
from tests.loopback.registry import Registry
from tests.loopback_self.tiny import TinyClient


async def test_too_long_an_answer_gets_400_and_is_remembered(loopback: LoopbackDiscord, tiny: TinyClient) -> None:
    with loopback.expecting_violations() as found:
        interaction = await loopback.fire(loopback.user().prepare_slash("say", text="x" * 2001))
        await tiny.failed.wait()
        with pytest.raises(LoopbackTimeoutError, match="2000 or fewer"):
            await loopback.answered([interaction], seconds=0.01)
    assert {violation.where for violation in found} == {"data.content"}
    error = tiny.errors.pop()
    assert isinstance(error, discord.app_commands.CommandInvokeError)
    assert isinstance(error.original, discord.HTTPException)
    assert (error.original.status, error.original.code) == (400, 50035)
    assert "2000 or fewer" in error.original.text


async def test_violations_fail_the_test_at_its_end(loopback: LoopbackDiscord) -> None:
    loopback.violations.append(Violation("data.content", "X", "too long", "POST /x"))
    with pytest.raises(LoopbackError, match="too long"):
        loopback.assert_clean()
    loopback.violations.clear()


async def test_parts_of_discord_that_are_not_played_are_noticed(loopback: LoopbackDiscord, tiny: TinyClient) -> None:
    with loopback.expecting_violations() as found, pytest.raises(discord.NotFound):
        await tiny.fetch_channel(1)
    assert [violation.code for violation in found] == ["UNKNOWN_ROUTE"]


async def test_bad_commands_are_refused_whole(loopback: LoopbackDiscord, tiny: TinyClient) -> None:
    before = loopback.commands
    with loopback.expecting_violations() as found, pytest.raises(discord.HTTPException):
        await tiny.http.bulk_upsert_global_commands(int(loopback.state.bot.id), [{"name": "Bad", "description": "x"}])
    assert "0.name" in {violation.where for violation in found}
    assert loopback.commands == before


async def test_commands_of_a_server_go_before_global_ones(loopback: LoopbackDiscord, tiny: TinyClient) -> None:
    guild = loopback.guilds[1]
    command: Any = {"name": "say", "description": "here", "type": 1, "options": []}
    await tiny.http.upsert_guild_command(int(loopback.state.bot.id), int(guild.id), command)
    with pytest.raises(LoopbackError, match="no option 'text'"):
        loopback.user(guild=guild).prepare_slash("say", text="a")
    assert loopback.user().prepare_slash("say", text="a").payload["data"]["name"] == "say"


def test_two_hundred_creations_a_day() -> None:
    registry = Registry("1", Snowflakes())
    for turn in range(2):
        registry.replace([{"name": f"c{turn}-{number}", "description": "x"} for number in range(100)])
    registry.replace([])
    with pytest.raises(Refusal) as caught:
        registry.create({"name": "more", "description": "x"})
    assert (caught.value.status, caught.value.code) == (429, 30034)


def test_errors_have_the_shape_of_discords() -> None:
    body = bad_form([Violation("data.components.0.label", "CODE", "sentence")]).body
    assert body["code"] == 50035
    assert body["errors"]["data"]["components"]["0"]["label"]["_errors"] == [{"code": "CODE", "message": "sentence"}]


@pytest.mark.skipif(not schema.available(), reason="Discord's description of its API is not at hand")
def test_bodies_are_held_against_discords_own_description() -> None:
    good = {"type": 4, "data": {"content": "x", "attachments": [{"id": 0, "filename": "a.txt"}]}}
    assert schema.check_callback(good) == []
    assert good["data"]["attachments"][0]["id"] == 0  # type: ignore[index]  # the relaxation works on a copy
    found = schema.check_callback({"type": 4, "data": {"content": 3}})
    assert [violation.where for violation in found] == ["data.content"]
    assert schema.check(schema.EDIT, {"components": [{"type": 99}]})
    assert schema.check(schema.COMMAND, {"description": "x"})


async def test_late_and_missing_callbacks_are_not_violations(loopback: LoopbackDiscord, tiny: TinyClient) -> None:
    loopback.slow_next("POST", "/callback", 0.05)
    reply = await loopback.user().slash("say", text="a")
    await asyncio.sleep(0)
    assert reply.texts.startswith("a")
    assert loopback.violations == []
    assert not tiny.errors
