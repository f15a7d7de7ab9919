"""What stands on the wire, asked without discord.py."""

from collections.abc import AsyncIterator
from typing import Any

import aiohttp
import pytest
import pytest_asyncio

from tests.loopback import LoopbackDiscord
from tests.loopback_self.tiny import TinyClient

_API = "https://discord.com/api/v10"


@pytest_asyncio.fixture
async def session(loopback: LoopbackDiscord) -> AsyncIterator[aiohttp.ClientSession]:
    """A plain HTTP client."""
    async with aiohttp.ClientSession(
        connector=loopback.connector(), headers={"Authorization": f"Bot {loopback.token}"}
    ) as client:
        yield client


async def test_content_type_is_exactly_json(session: aiohttp.ClientSession) -> None:
    for path in ("/users/@me", "/gateway/bot", "/applications/@me", "/gateway"):
        async with session.get(_API + path) as response:
            assert response.status == 200
            assert response.headers["Content-Type"] == "application/json"


async def test_wrong_token_is_401(session: aiohttp.ClientSession) -> None:
    async with session.get(_API + "/users/@me", headers={"Authorization": "Bot other"}) as response:
        assert (response.status, (await response.json())["message"]) == (401, "401: Unauthorized")


async def test_every_name_serves_its_own(session: aiohttp.ClientSession) -> None:
    async with session.get("https://cdn.discordapp.com/api/v10/users/@me") as response:
        assert response.status == 404
    async with session.get("https://discord.com/") as response:
        assert response.status == 404


async def test_rate_limit_names_its_proxy(session: aiohttp.ClientSession, loopback: LoopbackDiscord) -> None:
    loopback.fail_next("GET", "/users", 429, retry_after=1.5)
    async with session.get(_API + "/users/@me") as response:
        assert response.headers["Via"]
        assert (await response.json())["retry_after"] == 1.5


async def test_slow_and_other_requests_are_told_apart(
    session: aiohttp.ClientSession, loopback: LoopbackDiscord
) -> None:
    fault = loopback.slow_next("POST", "/users", 60)
    async with session.get(_API + "/users/@me") as response:
        assert response.status == 200
    assert fault.hits == 0


async def test_file_is_served_where_the_message_says(
    session: aiohttp.ClientSession, loopback: LoopbackDiscord, tiny: TinyClient
) -> None:
    reply = await loopback.user().slash("attach")
    url = reply.message.json()["attachments"][0]["url"]
    async with session.get(url) as response:
        assert await response.read() == b"one\ntwo\n"
    async with session.get(url + "x") as response:
        assert response.status == 404
    assert not tiny.errors


async def test_websocket_without_compression_speaks_text(
    session: aiohttp.ClientSession, loopback: LoopbackDiscord
) -> None:
    async with session.ws_connect("wss://gateway.discord.gg/?v=10&encoding=json") as socket:
        hello = await socket.receive_json()
        assert hello["op"] == 10
        await socket.send_json({"op": 1, "d": None})
        assert (await socket.receive_json())["op"] == 11
        await socket.send_json({"op": 3, "d": {}})
        assert (await socket.receive()).data == 4003
    assert loopback.gateway.identifies == []


@pytest.mark.parametrize(
    ("body", "status", "code"),
    [
        ({"data": b"{", "headers": {"Content-Type": "application/json"}}, 400, 50109),
        ({"json": []}, 400, 50109),
        ({"json": {"type": 1}}, 400, 50035),
        ({"json": {"type": 7, "data": {}}}, 400, 50035),
        ({"data": b"x", "headers": {"Content-Type": "text/plain"}}, 400, 50035),
    ],
)
async def test_callbacks_that_cannot_be_read(
    session: aiohttp.ClientSession, loopback: LoopbackDiscord, body: dict[str, Any], status: int, code: int
) -> None:
    user = loopback.user()
    interaction = loopback.state.new_interaction(2, user.person, user.place, 0, "by hand")
    loopback.state.sent(interaction)
    with loopback.expecting_violations():
        async with session.post(
            f"{_API}/interactions/{interaction.id}/{interaction.token}/callback", **body
        ) as response:
            assert (response.status, (await response.json())["code"]) == (status, code)
    assert loopback.unanswered == [interaction]


async def test_unknown_interactions_and_webhooks(session: aiohttp.ClientSession, loopback: LoopbackDiscord) -> None:
    async with session.post(f"{_API}/interactions/1/x/callback", json={"type": 4}) as response:
        assert (response.status, (await response.json())["code"]) == (404, 10062)
    async with session.post(f"{_API}/webhooks/{loopback.state.bot.id}/x", json={}) as response:
        assert (response.status, (await response.json())["code"]) == (401, 50027)


async def test_fault_of_the_loopback_itself_is_noticed(
    session: aiohttp.ClientSession, loopback: LoopbackDiscord
) -> None:
    user = loopback.user()
    interaction = loopback.state.new_interaction(2, user.person, user.place, 0, "by hand")
    loopback.state.sent(interaction)
    url = f"{_API}/interactions/{interaction.id}/{interaction.token}/callback"
    with loopback.expecting_violations() as found:
        async with session.post(url, json={"type": 4, "data": {"content": "x", "embeds": [3]}}) as response:
            assert response.status == 500
    assert [violation.code for violation in found] == ["LOOPBACK_FAULT"]
