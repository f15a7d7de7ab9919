"""Whatever goes wrong is told to the asker alone, and only the log knows why."""

import logging
import re
from typing import Final

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bot.cogs import packing
from tests.cogs.conftest import House
from tests.loopback import Interaction, Reply
from tests.loopback.faults import status_fault

_EDGES: Final = ((1 << 63) - 1, (1 << 63) - 5, 1 << 63, 1 << 62, 1 << 53, 1 << 31, (1 << 64) - 1)


async def _break(house: House, table: str) -> None:
    """Take a table away, which no code of ours foresees."""
    async with house.app.store.memory._database.write() as connection:
        # a view follows a table that is renamed
        await connection.execute("DROP VIEW living_document")
        await connection.execute(f"ALTER TABLE {table} RENAME TO secretly_elsewhere")


async def test_a_fault_of_ours_is_told_by_its_reference_alone(house: House, caplog: pytest.LogCaptureFixture) -> None:
    await _break(house, "paragraph")
    reply = await house.user.slash("quote", text="ferry")
    assert reply.ephemeral
    found = re.fullmatch(r"Something failed on my side \(ref ([0-9A-F]{4})\)\. Nothing was changed\.", reply.texts)
    assert found is not None
    logged = [record.getMessage() for record in caplog.records if record.levelno == logging.ERROR]
    assert len(logged) == 1
    assert f"ref {found[1]}" in logged[0]
    assert "no such table" in logged[0]


async def test_a_fault_behind_a_button_is_told_too(house: House) -> None:
    first = await house.user.slash("quote", text="ferry")
    await _break(house, "paragraph")
    for button in ("▶", "Context"):
        reply = await first.click(button)
        assert reply.ephemeral
        assert "Something failed on my side" in reply.texts
        assert "table" not in reply.texts


async def test_a_fault_while_typing_offers_nothing(house: House, caplog: pytest.LogCaptureFixture) -> None:
    await _break(house, "document")
    assert await house.user.autocomplete("quote", focused="text", text="ferr") == []
    assert await house.user.autocomplete("quote", focused="document", document="fer") == []
    assert caplog.text.count("no such table") >= 2


async def test_the_path_of_the_database_is_nobody_elses_business(house: House) -> None:
    path = house.app.store.path
    await house.app.store.close()
    path.write_bytes(b"not a database any more")
    reply = await house.user.slash("quote", text="ferry")
    assert reply.ephemeral
    assert str(path) not in reply.texts


async def test_a_damaged_passage_is_not_shown(house: House) -> None:
    first = await house.user.slash("quote", text="birdwatchers")
    async with house.app.store.memory._database.write() as connection:
        await connection.execute(
            "UPDATE paragraph SET text = replace(text, 'terns', 'gulls') WHERE text LIKE '%terns%'"
        )
    damaged = await first.click("Context")
    assert damaged.ephemeral
    assert "does not fit its checksum" in damaged.texts
    assert "gulls" not in damaged.texts


async def test_a_slow_summary_is_deferred_and_then_comes(house: House, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("bot.cogs.sending._LOOKUP_SECONDS", 0.0)
    reply = await house.user.slash("summary", document="D1")
    assert reply.deferred
    assert not reply.ephemeral
    await reply.settled()
    assert "**Summary of D1**" in reply.texts


async def test_an_error_behind_a_public_deferral_is_private(house: House, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("bot.cogs.sending._LOOKUP_SECONDS", 0.0)
    reply = await house.user.slash("summary", document="atlantis")
    assert reply.deferred
    followup = await reply.followup()
    assert followup.ephemeral
    assert reply.message.deleted


async def test_an_error_behind_a_private_deferral_takes_its_place(
    house: House, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("bot.cogs.sending._LOOKUP_SECONDS", 0.0)
    reply = await (await house.user.slash("summary", document="atlantis", private=True)).settled()
    assert reply.ephemeral
    assert "No document" in reply.texts
    assert reply.followups == []


async def test_a_length_that_discord_let_through_is_refused(house: House) -> None:
    prepared = house.user.prepare_slash("quote", text="ferry")
    prepared.payload["data"]["options"][0]["value"] = "ferry " * 500
    await house.discord.fire(prepared)
    await house.discord.answered([prepared])
    assert prepared.message is not None
    assert prepared.message.ephemeral


async def test_an_unknown_command_is_explained(house: House) -> None:
    prepared = house.user.prepare_slash("help")
    prepared.payload["data"]["name"] = "verify"
    await house.discord.fire(prepared)
    await house.discord.answered([prepared])
    assert prepared.message is not None
    assert prepared.message.ephemeral
    assert "has changed" in str(prepared.message.data)


async def test_a_button_of_another_version_is_explained(house: House) -> None:
    first = await house.user.slash("quote", text="ferry")
    states = ("q9.AAAA", "x1.AAAA", "q1.AAAA", "c1.AA", "r1.AAAA", "s1.AAAA", "t1.AAAA", "d1.AAAAAA")
    strange = ("vote:1", "q1.", "q1.!!", "Q1.AA", "\u00e9", "a" * 100, "q1." + "_" * 97)
    for custom_id in (*states, *strange):
        first.message.data["components"][1]["components"][1]["custom_id"] = custom_id
        reply = await house.user.click(first, custom_id)
        assert reply.ephemeral
        assert "another version" in reply.texts, custom_id


async def test_a_refused_answer_is_told_as_a_fault(house: House, caplog: pytest.LogCaptureFixture) -> None:
    house.discord.fail_next("POST", "/callback", 400)
    reply = await house.user.slash("quote", text="ferry")
    assert reply.ephemeral
    assert "Something failed on my side" in reply.texts
    assert reply.interaction.token not in caplog.text


async def test_where_to_look_is_said_as_it_is_done_in_discord(house: House) -> None:
    document = await house.user.slash("summary", document="globl times")
    assert document.ephemeral
    assert document.texts.endswith("Pick one from the list as you type, or see /documents.")
    speaker = await house.user.slash("quote", text="ferry", speaker="Zyx")
    assert "python" not in document.texts + speaker.texts


def _pressed(house: House, data: dict[str, object], kind: int = 3) -> Interaction:
    """A press as Discord would not send it for a message of ours."""
    prepared = house.user.prepare_slash("help")
    prepared.kind = kind
    prepared.payload |= {"type": kind, "data": data}
    return prepared


@pytest.mark.parametrize(
    ("kind", "data"),
    [
        (3, {"custom_id": "q1.AAAA", "component_type": 3, "values": ["a"]}),
        (3, {"custom_id": "q1.AAAA", "component_type": 8, "values": ["5"]}),
        (3, {"custom_id": "gone", "component_type": 2}),
        (5, {"custom_id": "q1.AAAA", "components": []}),
        (
            5,
            {
                "custom_id": "gone",
                "components": [{"type": 1, "components": [{"type": 4, "custom_id": "a", "value": "b"}]}],
            },
        ),
    ],
)
async def test_what_is_no_button_of_ours_is_answered_too(house: House, kind: int, data: dict[str, object]) -> None:
    prepared = _pressed(house, data, kind)
    await house.discord.fire(prepared)
    await house.discord.answered([prepared])
    reply = Reply(house.user, prepared)
    assert reply.ephemeral
    assert "another version" in reply.texts


@settings(max_examples=150, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    kind=st.sampled_from("cdmpqrstvz"),
    head=st.booleans(),
    rest=st.lists(st.sampled_from(_EDGES) | st.integers(0, 9)),
)
async def test_whatever_state_a_button_carries_it_is_answered_without_a_fault(
    house: House, *, kind: str, head: bool, rest: list[int]
) -> None:
    user = house.user
    numbers = [int(user.id), *rest] if head else rest
    try:
        custom_id = packing.pack(kind, numbers)
    except ValueError:
        return
    first = await user.slash("documents")
    message = first.message.json()
    message["components"] = [
        {"type": 1, "id": 1, "components": [{"type": 2, "id": 2, "style": 2, "custom_id": custom_id}]}
    ]
    prepared = _pressed(house, {"custom_id": custom_id, "component_type": 2, "id": 2})
    prepared.payload["message"] = message
    prepared.source = first.message
    await house.discord.fire(prepared)
    await house.discord.answered([prepared])
    assert "on my side" not in Reply(user, prepared).texts


@pytest.mark.parametrize("value", [None, 5, -1, 2**70, 1.5, True, [], {}, ["a"], {"a": 1}])
@pytest.mark.parametrize("command", ["quote", "verify", "speaker"])
async def test_an_option_of_another_type_cannot_be_read(house: House, command: str, value: object) -> None:
    required = {"quote": {"text": "ferry"}, "verify": {"quote": "ferry"}, "speaker": {"name": "Ada"}}[command]
    for focused in (False, True):
        prepared = house.user.prepare_slash(command, **required)
        option = prepared.payload["data"]["options"][0]
        option["value"] = value
        if focused:
            option["focused"] = True
            prepared.payload["type"] = prepared.kind = 4
        await house.discord.fire(prepared)
        await house.discord.answered([prepared])
        reply = Reply(house.user, prepared)
        if focused:
            assert reply.choices == []
        else:
            assert reply.ephemeral
            assert "I could not read one of the options." in reply.texts


async def test_a_choice_that_is_none_cannot_be_read(house: House) -> None:
    prepared = house.user.prepare_slash("timeline", view="picture")
    prepared.payload["data"]["options"][0]["value"] = "a" * 5_000
    await house.discord.fire(prepared)
    await house.discord.answered([prepared])
    assert "I could not read one of the options." in Reply(house.user, prepared).texts


async def test_an_event_that_cannot_be_read_does_not_end_the_connection(
    house: House, caplog: pytest.LogCaptureFixture
) -> None:
    prepared = house.user.prepare_slash("quote", text="ferry")
    for missing in ("version", "attachment_size_limit", "application_id"):
        broken = house.user.prepare_slash("quote", text="ferry")
        del broken.payload[missing]
        await house.discord.fire(broken)
    await house.discord.fire(prepared)
    await house.discord.answered([prepared])
    assert "**ferry**" in Reply(house.user, prepared).texts.casefold()
    assert caplog.text.count("KeyError") >= 2
    assert prepared.token not in caplog.text


@pytest.mark.parametrize(
    ("code", "status", "said"), [(50_013, 403, "does not let me answer"), (40_005, 413, "larger than")]
)
async def test_what_discord_does_not_allow_is_said(house: House, code: int, status: int, said: str) -> None:
    fault = status_fault("POST", "/callback", status)
    fault.body = {"message": "No", "code": code}
    house.discord.state.faults.add(fault)
    reply = await house.user.slash("timeline", document="D1", view="picture")
    assert reply.ephemeral
    assert said in reply.texts
