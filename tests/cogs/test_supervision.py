"""The start and the end of the client: trouble on the way in, a bad token, and an orderly end."""

import asyncio
import logging
import signal
from dataclasses import replace
from pathlib import Path

import pytest

from bot.app import App, open_app
from bot.cogs.desk import SLOTS
from bot.cogs.supervision import serve, sync
from bot.errors import BadRequestError, NoStoreError, NoTokenError
from bot.settings import Settings
from tests.cogs.conftest import QUICK, House, serving
from tests.loopback import BotProcess, LoopbackDiscord
from tests.loopback.names import GATEWAY

COMMANDS = [
    "Check this quote",
    "cite",
    "compare",
    "documents",
    "export",
    "help",
    "quote",
    "speaker",
    "summary",
    "timeline",
    "verify",
]
_READY_SECONDS = 20.0


def _with_token(app: App, token: str | None) -> App:
    return App(replace(app.settings, token=token), app.store, app.worker)


async def test_it_asks_for_guilds_only_and_mentions_nobody(house: House) -> None:
    assert house.discord.gateway.intents == 1
    reply = await house.user.slash("help")
    assert reply.payload["allowed_mentions"] == {"parse": []}


@pytest.mark.parametrize("status", [503, 520])
async def test_an_error_at_login_is_retried(
    app: App, discord: LoopbackDiscord, caplog: pytest.LogCaptureFixture, status: int
) -> None:
    discord.fail_next("GET", "/users/@me", status, times=2)
    async with serving(app, discord):
        assert "[D" in (await discord.user().slash("quote", text="ferry")).texts
    tries = [record.getMessage() for record in caplog.records if "trying again" in record.getMessage()]
    assert len(tries) == 2
    assert all(f"HTTP {status}" in line and "\n" not in line for line in tries)


async def test_a_refused_connection_is_retried(app: App, discord: LoopbackDiscord) -> None:
    discord.refuse_connections("discord.com", 2)
    async with serving(app, discord):
        assert (await discord.user().slash("help")).ephemeral


@pytest.mark.parametrize("way", ["status", "cut", "refused"])
async def test_a_refused_gateway_is_retried(
    app: App, discord: LoopbackDiscord, way: str, caplog: pytest.LogCaptureFixture
) -> None:
    if way == "refused":
        discord.refuse_connections(GATEWAY, 1)
    else:
        discord.gateway.refuse_next(1, status=503 if way == "status" else None)
    async with serving(app, discord):
        await discord.ready(commands=False, seconds=10)
        assert (await discord.user().slash("help")).ephemeral
    assert not [record for record in caplog.records if record.exc_info]


async def test_a_gateway_that_cannot_be_found_is_retried(app: App, discord: LoopbackDiscord) -> None:
    discord.fail_next("GET", "/gateway", 503, times=1)
    async with serving(app, discord):
        assert (await discord.user().slash("help")).ephemeral


async def test_a_lost_connection_is_taken_up_again(house: House) -> None:
    house.discord.gateway.drop()
    await house.discord.gone()
    await house.discord.ready(commands=False, seconds=10)
    assert (await house.user.slash("help")).ephemeral


async def test_a_failed_upload_is_retried_beside_the_start(app: App, discord: LoopbackDiscord) -> None:
    fault = discord.fail_next("PUT", "/commands", 503, times=2)
    async with serving(app, discord):
        assert fault.hits == 2
        assert sorted(discord.commands) == COMMANDS


async def test_commands_are_uploaded_once(app: App, discord: LoopbackDiscord) -> None:
    for _ in range(2):
        async with serving(app, discord):
            await discord.user().slash("help")
        await discord.gone()
    assert discord.registry.uploads == 1


async def test_commands_are_uploaded_again_when_they_changed(app: App, discord: LoopbackDiscord) -> None:
    async with serving(app, discord):
        await discord.user().slash("help")
    await discord.gone()
    key = f"commands of application {discord.state.bot.id}"
    assert await app.store.memory.get(key)
    await app.store.memory.set(key, "an earlier version's")
    async with serving(app, discord):
        await discord.wait(lambda: discord.registry.uploads == 2, "no second upload")


async def test_sync_uploads_in_any_case_and_tells_how_many(app: App, discord: LoopbackDiscord) -> None:
    for _ in range(2):
        assert await sync(app, connector=discord.connector) == len(COMMANDS)
    assert discord.registry.uploads == 2
    assert discord.gateway.connections == 0


async def test_only_commands_of_curators_are_for_servers_alone(app: App, discord: LoopbackDiscord) -> None:
    await sync(app, connector=discord.connector)
    for command in discord.commands.values():
        curating = command["name"] == "export"
        assert sorted(command["contexts"]) == ([0] if curating else [0, 1, 2])
        assert sorted(command["integration_types"]) == ([0] if curating else [0, 1])


async def test_what_sync_cannot_do_is_said(app: App, discord: LoopbackDiscord) -> None:
    discord.fail_next("PUT", "/commands", 503)
    with pytest.raises(NoStoreError, match="HTTP 503"):
        await sync(app, connector=discord.connector)
    discord.fail_next("PUT", "/commands", 403)
    with pytest.raises(BadRequestError, match=r"applications\.commands"):
        await sync(app, connector=discord.connector)
    with pytest.raises(NoTokenError, match="DISCORD_TOKEN"):
        await sync(_with_token(app, "wrong"), connector=discord.connector)


@pytest.mark.parametrize("token", ["a-wrong-token", "with space", "with\nline", "ümlaut"])
async def test_a_bad_token_ends_it_with_one_clear_line(
    app: App, discord: LoopbackDiscord, caplog: pytest.LogCaptureFixture, token: str
) -> None:
    with pytest.raises(NoTokenError, match="DISCORD_TOKEN") as raised:
        await serve(_with_token(app, token), connector=discord.connector, backoff=QUICK)
    assert raised.value.status == 78
    assert token not in raised.value.message + caplog.text


async def test_no_token_ends_it_too(app: App, discord: LoopbackDiscord) -> None:
    with pytest.raises(NoTokenError, match="DISCORD_TOKEN"):
        await serve(_with_token(app, None), connector=discord.connector)


async def test_a_token_that_the_gateway_refuses_ends_it(app: App, discord: LoopbackDiscord) -> None:
    discord.gateway.close_next_identify(4004)
    with pytest.raises(NoTokenError):
        await serve(app, connector=discord.connector, backoff=QUICK)


async def test_what_is_under_way_is_answered_at_the_end(app: App, discord: LoopbackDiscord) -> None:
    stop = asyncio.Event()
    task = asyncio.create_task(serve(app, connector=discord.connector, backoff=QUICK, stop=stop))
    await discord.ready()
    user = discord.user()
    fault = discord.slow_next("POST", "/callback", 0.3, times=40)
    asked = [await discord.fire(user.prepare_slash("quote", text="ferry")) for _ in range(40)]
    await discord.wait(lambda: fault.hits >= SLOTS, "not as many answers as there are turns")
    stop.set()
    await task
    assert all(each.answered for each in asked)
    assert not discord.gateway.live


async def test_a_discord_that_hangs_does_not_hold_up_the_end(app: App, discord: LoopbackDiscord) -> None:
    stop = asyncio.Event()
    task = asyncio.create_task(serve(app, connector=discord.connector, backoff=QUICK, stop=stop, drain=0.1))
    await discord.ready()
    fault = discord.slow_next("POST", "/callback", 60, times=40)
    user = discord.user()
    for _ in range(40):
        await discord.fire(user.prepare_slash("quote", text="ferry"))
    async with asyncio.timeout(5):
        while fault.hits < SLOTS:  # noqa: ASYNC110 - the loopback says nothing before it answers
            await asyncio.sleep(0.01)
    stop.set()
    async with asyncio.timeout(9):
        await task


async def test_nothing_is_left_behind(app: App, discord: LoopbackDiscord) -> None:
    before = asyncio.all_tasks()
    async with serving(app, discord):
        await discord.user().slash("quote", text="ferry")
    await asyncio.sleep(0)
    ours = [task for task in asyncio.all_tasks() - before if "loopback" not in repr(task.get_coro())]
    assert [task for task in ours if "discord" in repr(task.get_coro())] == []


async def test_no_token_of_any_kind_is_logged(
    app: App, discord: LoopbackDiscord, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG)
    discord.fail_next("POST", "/callback", 400)
    async with serving(app, discord):
        reply = await discord.user().slash("quote", text="ferry")
    assert reply.interaction.token not in caplog.text
    assert discord.token not in caplog.text


def _process(database: Path, discord: LoopbackDiscord, token: str | None = None) -> BotProcess:
    """`python -m bot serve` as a process of its own."""
    environment = discord.environment() | {"VERBATIM_STARTER": "off"}
    if token is not None:
        environment["DISCORD_TOKEN"] = token
    return BotProcess("bot", "serve", "--database", str(database), env=environment)


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT])
async def test_a_signal_ends_the_process_in_order(
    database: Path, discord: LoopbackDiscord, number: signal.Signals
) -> None:
    async with _process(database, discord) as process:
        await discord.ready(seconds=_READY_SECONDS)
        user = discord.user()
        first = await user.slash("quote", text="ferry")
        assert "[D" in first.texts
        fault = discord.slow_next("POST", "/callback", 0.3, times=10)
        asked = [await discord.fire(user.prepare_slash("quote", text="ferry")) for _ in range(10)]
        await discord.wait(lambda: fault.hits == 10, "not all are under way")
        assert await process.stop(number, seconds=10) == 0, process.stderr
        assert all(each.answered for each in asked)
        assert "Traceback" not in process.stderr


async def test_a_bad_token_ends_the_process_with_78(database: Path, discord: LoopbackDiscord) -> None:
    async with _process(database, discord, token="a-wrong-token") as process:  # noqa: S106 - opens nothing
        assert await process.ended(_READY_SECONDS) == 78
        assert "DISCORD_TOKEN" in process.stderr
        assert "a-wrong-token" not in process.stderr + process.stdout
        assert "Traceback" not in process.stderr


async def test_the_starter_database_can_be_opened_beside_a_running_client(house: House, database: Path) -> None:
    async with open_app(Settings(database=database, starter=False)) as other:
        document = (await other.store.library.documents(["shared"]))[1]
        await other.intake.remove(document)
    found = await house.user.autocomplete("quote", focused="document", document="")
    assert [choice.value for choice in found] == ["D1", "D3", "D4"]
