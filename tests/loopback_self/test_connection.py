"""Login and gateway: what may go wrong on the way in, and how the real client takes it."""

import asyncio

import aiohttp
import discord
import pytest

from tests.loopback import LoopbackDiscord
from tests.loopback_self.tiny import TinyClient, running


async def _outcome(loopback: LoopbackDiscord, token: str) -> BaseException | None:
    """How a start of the tiny bot that must end by itself ends."""
    client = TinyClient(loopback)
    async with running(client, token) as task:
        await asyncio.wait([task], timeout=8)
        assert task.done(), "the client goes on"
        return task.exception()


async def test_wrong_token_is_refused_at_login(loopback: LoopbackDiscord) -> None:
    assert isinstance(await _outcome(loopback, "wrong"), discord.LoginFailure)
    assert [request.status for request in loopback.requests] == [401]


async def test_503_at_login_ends_the_client_and_the_next_start_succeeds(loopback: LoopbackDiscord) -> None:
    fault = loopback.fail_next("GET", "/users/@me", 503)
    assert isinstance(await _outcome(loopback, loopback.token), discord.DiscordServerError)
    assert fault.hits == 1
    client = TinyClient(loopback)
    async with running(client, loopback.token):
        await loopback.ready()


async def test_rate_limit_is_waited_for_and_a_ban_is_raised(loopback: LoopbackDiscord) -> None:
    limited = loopback.fail_next("PUT", "/commands$", 429, times=2, retry_after=0.01)
    async with running(TinyClient(loopback), loopback.token):
        await loopback.ready()
    assert limited.hits == 2
    loopback.fail_next("PUT", "/commands$", 429, headers={})
    assert isinstance(await _outcome(loopback, loopback.token), discord.HTTPException)


async def test_dropped_connection_at_login(loopback: LoopbackDiscord) -> None:
    loopback.drop_next("GET", "/oauth2", times=2)  # aiohttp tries a GET twice
    assert isinstance(await _outcome(loopback, loopback.token), OSError | aiohttp.ClientError)


@pytest.mark.parametrize("status", [503, None])
async def test_refused_first_gateway_connection_ends_the_client(loopback: LoopbackDiscord, status: int | None) -> None:
    loopback.gateway.refuse_next(2, status=status)  # aiohttp tries a dropped GET twice
    assert await _outcome(loopback, loopback.token) is not None
    assert loopback.gateway.identifies == []


async def test_refused_host_is_a_refused_connection(loopback: LoopbackDiscord) -> None:
    loopback.refuse_connections("discord.com")
    outcome = await _outcome(loopback, loopback.token)
    assert isinstance(outcome, ConnectionRefusedError | aiohttp.ClientConnectorError)
    assert loopback.requests == []


@pytest.mark.parametrize(
    ("code", "error"), [(4004, discord.ConnectionClosed), (4014, discord.PrivilegedIntentsRequired)]
)
async def test_fatal_close_codes_end_the_client(loopback: LoopbackDiscord, code: int, error: type[Exception]) -> None:
    loopback.gateway.close_next_identify(code)
    assert isinstance(await _outcome(loopback, loopback.token), error)


async def test_foreign_names_lead_nowhere(loopback: LoopbackDiscord) -> None:
    async with aiohttp.ClientSession(connector=loopback.connector()) as session:
        with pytest.raises(aiohttp.ClientConnectorError):
            await session.get("https://example.org/")


async def test_other_intents_are_a_violation(loopback: LoopbackDiscord) -> None:
    client = discord.Client(intents=discord.Intents.none(), connector=loopback.connector())
    with loopback.expecting_violations() as found:
        async with running(client, loopback.token):
            await loopback.ready(commands=False)
    assert [violation.code for violation in found] == ["VERBATIM_INTENTS"]


async def test_missed_interaction_is_replayed_on_resume(loopback: LoopbackDiscord, tiny: TinyClient) -> None:
    user = loopback.user()
    loopback.gateway.drop()
    await loopback.gone()
    reply = await user.slash("say", text="missed")
    assert reply.texts.startswith("missed")
    assert len(loopback.gateway.resumes) == 1
    assert len(loopback.gateway.identifies) == 1
    assert not tiny.is_closed()


async def test_op_7_makes_the_client_resume(loopback: LoopbackDiscord, tiny: TinyClient) -> None:
    await loopback.gateway.request_reconnect()
    await loopback.wait(lambda: len(loopback.gateway.resumes) == 1 and loopback.gateway.live, "did not resume")
    assert (await loopback.user().slash("say", text="again")).texts.startswith("again")
    assert not tiny.is_closed()


async def test_lost_session_makes_the_client_identify_anew(loopback: LoopbackDiscord, tiny: TinyClient) -> None:
    await loopback.gateway.invalidate(resumable=False)
    await loopback.wait(lambda: len(loopback.gateway.identifies) == 2 and loopback.gateway.live, "did not identify")
    assert loopback.gateway.resumes == []
    await loopback.gateway.close(4009)
    await loopback.wait(lambda: len(loopback.gateway.identifies) == 3 and loopback.gateway.live, "did not identify")
    assert len(loopback.gateway.resumes) == 1
    assert (await loopback.user().slash("say", text="new")).texts.startswith("new")
    assert not tiny.is_closed()


async def test_heartbeats_are_acknowledged_and_a_zombie_is_left(loopback: LoopbackDiscord) -> None:
    loopback.gateway.heartbeat_interval = 0.1
    client = TinyClient(loopback, heartbeat_timeout=1.0)
    async with running(client, loopback.token):
        await loopback.ready()
        await loopback.wait(lambda: loopback.gateway.heartbeats >= 4, "no heartbeats")
        assert loopback.gateway.connections == 1
        assert 0 < client.latency < 5
        loopback.gateway.acknowledge = False
        await loopback.wait(lambda: loopback.gateway.connections == 2, "the zombie was kept")
        loopback.gateway.acknowledge = True
        await loopback.wait(lambda: len(loopback.gateway.resumes) >= 1 and loopback.gateway.live, "did not resume")


async def test_commands_keep_their_ids_when_uploaded_again(loopback: LoopbackDiscord) -> None:
    async with running(TinyClient(loopback), loopback.token):
        await loopback.ready()
        before = {name: command["id"] for name, command in loopback.commands.items()}
    created = loopback.registry.created
    async with running(TinyClient(loopback), loopback.token):
        await loopback.wait(lambda: loopback.registry.uploads == 2, "no second upload")
        assert {name: command["id"] for name, command in loopback.commands.items()} == before
    assert loopback.registry.created == created
