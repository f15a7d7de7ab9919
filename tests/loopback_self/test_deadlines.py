"""Three seconds for the first reply, fifteen minutes for what follows, one reply only."""

import asyncio
from typing import Any

import discord
import pytest

from tests.loopback import LoopbackDiscord, LoopbackTimeoutError
from tests.loopback_self.tiny import TinyClient


@pytest.fixture
def raw(tiny: TinyClient) -> asyncio.Queue[discord.Interaction]:
    """Interactions as they reach the client, answered by nobody."""
    arrived: asyncio.Queue[discord.Interaction] = asyncio.Queue()
    tiny.tree.interaction_check = _keep_from_the_tree(arrived)  # type: ignore[method-assign]  # the hook of the tree
    return arrived


def _keep_from_the_tree(arrived: asyncio.Queue[discord.Interaction]) -> Any:
    async def check(interaction: discord.Interaction) -> bool:
        await arrived.put(interaction)
        await asyncio.Event().wait()
        return False

    return check


async def _taken(loopback: LoopbackDiscord, raw: asyncio.Queue[discord.Interaction]) -> discord.Interaction:
    await loopback.fire(loopback.user().prepare_slash("say", text="a"))
    return await raw.get()


async def test_reply_after_three_seconds_is_for_an_unknown_interaction(
    loopback: LoopbackDiscord, raw: asyncio.Queue[discord.Interaction]
) -> None:
    interaction = await _taken(loopback, raw)
    loopback.advance(3.01)
    with pytest.raises(discord.NotFound) as caught:
        await interaction.response.send_message("late")
    assert caught.value.code == 10062
    assert loopback.state.interactions[str(interaction.id)].late


async def test_slow_answer_counts_from_its_arrival(
    loopback: LoopbackDiscord, raw: asyncio.Queue[discord.Interaction]
) -> None:
    interaction = await _taken(loopback, raw)
    slow = loopback.slow_next("POST", "/callback", 0.2)
    sending = asyncio.create_task(interaction.response.send_message("in time"))
    await loopback.wait(lambda: slow.hits == 1, "the callback did not arrive")
    loopback.advance(10)
    await sending


async def test_second_reply_is_refused(loopback: LoopbackDiscord, raw: asyncio.Queue[discord.Interaction]) -> None:
    interaction = await _taken(loopback, raw)
    await interaction.response.send_message("first")
    interaction.response._response_type = None
    with pytest.raises(discord.HTTPException) as caught:
        await interaction.response.send_message("second")
    assert caught.value.code == 40060


async def test_follow_up_comes_after_the_reply_and_within_fifteen_minutes(
    loopback: LoopbackDiscord, raw: asyncio.Queue[discord.Interaction]
) -> None:
    interaction = await _taken(loopback, raw)
    with pytest.raises(discord.NotFound) as caught:
        await interaction.followup.send("too early")
    assert caught.value.code == 10015
    await interaction.response.send_message("now")
    loopback.advance(899)
    await interaction.followup.send("still in time")
    original = await interaction.original_response()
    loopback.advance(2)
    for attempt in (interaction.followup.send("too late"), original.edit(content="too late")):
        with pytest.raises(discord.HTTPException) as refused:
            await attempt
        assert refused.value.code == 50027


async def test_deferral_decides_who_sees_the_answer(
    loopback: LoopbackDiscord, raw: asyncio.Queue[discord.Interaction]
) -> None:
    interaction = await _taken(loopback, raw)
    await interaction.response.defer(thinking=True)
    await interaction.followup.send("meant privately", ephemeral=True)
    message = loopback.state.interactions[str(interaction.id)].message
    assert message is not None
    assert message.data["content"] == "meant privately"
    assert not message.ephemeral


async def test_deleted_message_is_unknown(loopback: LoopbackDiscord, raw: asyncio.Queue[discord.Interaction]) -> None:
    interaction = await _taken(loopback, raw)
    await interaction.response.send_message("gone soon")
    await interaction.delete_original_response()
    with pytest.raises(discord.NotFound) as caught:
        await interaction.edit_original_response(content="hello?")
    assert caught.value.code == 10008


async def test_500_and_429_at_the_callback_are_tried_again(loopback: LoopbackDiscord, tiny: TinyClient) -> None:
    faults = [
        loopback.fail_next("POST", "/callback$", 500),
        loopback.fail_next("POST", "/callback$", 429, retry_after=0.01),
    ]
    reply = await loopback.user().slash("say", text="a")
    assert [fault.hits for fault in faults] == [1, 1]
    assert reply.latency > 1
    assert not tiny.errors


async def test_silence_is_reported_with_what_the_client_did(
    loopback: LoopbackDiscord, raw: asyncio.Queue[discord.Interaction]
) -> None:
    assert raw.empty()
    loopback.timeout = 0.1
    with pytest.raises(LoopbackTimeoutError, match=r"/say .* connected.*PUT"):
        await loopback.user().slash("say", text="a")
