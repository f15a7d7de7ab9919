"""Whatever goes wrong is told to the asker alone, and only the log knows why."""

import logging
import re

import pytest

from tests.cogs.conftest import House


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
    for custom_id in ("q9.AAAA", "x1.AAAA", "q1.AAAA", "c1.AA", "r1.AAAA", "s1.AAAA", "t1.AAAA", "d1.AAAAAA"):
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
