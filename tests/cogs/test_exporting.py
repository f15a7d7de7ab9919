"""/export over the wire: files for curators, and for nobody else."""

import asyncio
import csv
import hashlib
import io
import zipfile
from pathlib import Path
from typing import Any, Final

import pytest

from bot.app import open_app
from bot.cogs.replies.exports import fitting
from bot.models import SHARED, Kind
from bot.settings import Settings
from tests.cogs.conftest import House
from tests.cogs.reading import unescaped
from tests.loopback import MANAGE_GUILD, MEMBER_PERMISSIONS, LoopbackError, Reply, User

_ADMINISTRATOR: Final = 1 << 3
_MEGABYTE: Final = 1_048_576


def _curator(house: House) -> User:
    return house.discord.user(permissions=MEMBER_PERMISSIONS | MANAGE_GUILD)


def _administrator(house: House) -> User:
    return house.discord.user(permissions=MEMBER_PERMISSIONS | MANAGE_GUILD | _ADMINISTRATOR)


def _rows(reply: Reply) -> list[dict[str, str]]:
    (file,) = reply.files
    return list(csv.DictReader(io.StringIO(file.data.decode(), newline="")))


async def test_hits_come_as_a_table_to_the_curator_alone(house: House) -> None:
    reply = await _curator(house).slash("export quote", text="ferry")
    assert reply.ephemeral
    (file,) = reply.files
    assert file.filename == "verbatim-quotes.csv"
    rows = _rows(reply)
    assert f"**{len(rows)} passages**" in reply.texts
    document = await house.app.store.library.document(SHARED, 1)
    assert document is not None
    for row in rows:
        number, paragraph = map(int, row["reference"].removeprefix("D").split("¶"))
        stored = await house.app.store.library.document(SHARED, number)
        assert stored is not None
        kept = await house.app.store.library.paragraph(stored, paragraph)
        assert kept is not None
        assert row["text"] == kept.text


async def test_hits_come_as_markdown(house: House) -> None:
    reply = await _curator(house).slash("export quote", text="birdwatchers", format="markdown")
    (file,) = reply.files
    assert file.filename == "verbatim-quotes.md"
    assert file.data.decode().startswith("> Not every islander wants the ferry. Birdwatchers fear")
    assert "D1 ¶6" in file.data.decode()


async def test_one_paragraph_comes_by_its_reference(house: House) -> None:
    rows = _rows(await _curator(house).slash("export quote", reference="[D1 ¶6]"))
    assert [row["reference"] for row in rows] == ["D1¶6"]
    assert rows[0]["text"].startswith("Not every islander wants the ferry.")


@pytest.mark.parametrize(
    ("options", "said"),
    [
        ({}, "Write words to look for, or name a paragraph such as D2¶13."),
        ({"text": "  "}, "Write words to look for"),
        ({"text": "ferry", "reference": "D1¶6"}, "not both"),
        ({"reference": "D1"}, "D1 is a document. Name a paragraph of it, such as D1¶2"),
        ({"reference": "D1¶99"}, "D1 has no paragraph ¶99"),
        ({"text": "submarine"}, 'No passage in 4 documents has "submarine".'),
        ({"text": "ferry", "document": "atlantis"}, 'No document "atlantis".'),
        ({"text": "ferry", "from_": "20/3"}, 'I could not read "20/3".'),
    ],
)
async def test_what_cannot_be_exported_is_said(house: House, options: dict[str, Any], said: str) -> None:
    reply = await _curator(house).slash("export quote", **options)
    assert reply.ephemeral
    assert said in unescaped(reply.texts)
    assert reply.files == []


async def test_a_timeline_comes_as_a_calendar_and_as_a_table(house: House) -> None:
    curator = _curator(house)
    reply = await curator.slash("export timeline", document="D1")
    assert reply.ephemeral
    (file,) = reply.files
    assert file.filename == "verbatim-timeline.ics"
    events = file.data.decode().count("BEGIN:VEVENT\r\n")
    rows = _rows(await curator.slash("export timeline", document="D1", format="csv"))
    assert events == len(rows) > 5
    assert f"**{len(rows)} events**" in reply.texts
    assert {row["reference"].partition("¶")[0] for row in rows} == {"D1"}
    assert 'on "submarine"' in (await curator.slash("export timeline", topic="submarine")).texts


async def test_the_collection_comes_whole_to_an_administrator(house: House, tmp_path: Path) -> None:
    reply = await _administrator(house).slash("export collection")
    assert reply.ephemeral
    (file,) = reply.files
    assert file.filename == "verbatim-collection.zip"
    assert hashlib.sha256(file.data).hexdigest() in reply.texts
    assert "**4 documents" in reply.texts
    with zipfile.ZipFile(io.BytesIO(file.data)) as archive:
        assert archive.testzip() is None
    await asyncio.to_thread((tmp_path / file.filename).write_bytes, file.data)
    async with open_app(Settings(database=tmp_path / "other.sqlite3", starter=False)) as other:
        outcomes = await other.intake.add([tmp_path / file.filename])
        assert [each.status for each in outcomes] == ["new"] * 4


async def test_who_is_no_administrator_gets_no_collection(house: House) -> None:
    reply = await _curator(house).slash("export collection")
    assert reply.ephemeral
    assert reply.texts == "Only administrators of a server take the whole collection along."
    assert reply.files == []


async def test_a_member_is_offered_no_export_nor_is_anybody_outside_of_a_server(house: House) -> None:
    for user in (house.user, _administrator(house).dm, _administrator(house).private, _administrator(house).abroad):
        with pytest.raises(LoopbackError):
            await user.slash("export quote", text="ferry")


@pytest.mark.parametrize("place", ["dm", "private", "abroad"])
@pytest.mark.parametrize("command", ["export quote", "export timeline", "export collection"])
async def test_whatever_discord_lets_through_is_refused_outside_of_a_server(
    house: House, place: str, command: str
) -> None:
    administrator = _administrator(house)
    interaction = administrator.prepare_slash(command)
    outside = getattr(administrator, place).prepare_slash("help")
    moved = {
        name: value
        for name, value in outside.payload.items()
        if name in {"channel", "channel_id", "context", "authorizing_integration_owners", "user", "member"}
    }
    for name in ("guild", "guild_id", "guild_locale", "member", "user"):
        interaction.payload.pop(name, None)
        if name in outside.payload:
            interaction.payload[name] = outside.payload[name]
    interaction.payload |= moved
    await house.discord.fire(interaction)
    await house.discord.answered([interaction])
    reply = Reply(administrator, interaction)
    assert reply.ephemeral
    assert "Exports are for curators of a server" in reply.texts
    assert reply.files == []


async def test_what_is_too_large_for_discord_is_written_at_the_terminal(house: House) -> None:
    administrator = _administrator(house)
    interaction = administrator.prepare_slash("export collection")
    interaction.payload["attachment_size_limit"] = 64 * 1024 + 500
    await house.discord.fire(interaction)
    await house.discord.answered([interaction])
    reply = Reply(administrator, interaction)
    assert reply.ephemeral
    assert "python -m bot export collection.zip" in unescaped(reply.texts)
    assert reply.files == []


async def test_a_collection_within_the_limit_leaves_room_for_the_rest_of_the_request(house: House) -> None:
    assert fitting(10 * _MEGABYTE) < 10 * _MEGABYTE
    assert fitting(0) == 0
    replies = await asyncio.gather(*(_administrator(house).slash("export collection") for _ in range(5)))
    assert len({reply.files[0].data for reply in replies}) == 1


async def test_an_empty_collection_is_no_file(house: House) -> None:
    for number in range(1, 5):
        document = await house.app.store.library.document(SHARED, number)
        assert document is not None
        await house.app.intake.remove(document)
    reply = await _administrator(house).slash("export collection")
    assert reply.ephemeral
    assert "There are no documents to export." in reply.texts


async def test_a_paragraph_that_is_no_body_comes_by_its_reference_alone(house: House) -> None:
    document = await house.app.store.library.document(SHARED, 1)
    assert document is not None
    await house.app.intake.correct(document, 6, Kind.PROMOTION)
    assert [row["reference"] for row in _rows(await _curator(house).slash("export quote", reference="D1¶6"))]
    answer = await _curator(house).slash("export quote", text="birdwatchers")
    assert answer.files == []
