"""What a curator sets, and what a newer reader derives: numbers and text stay, the rest follows."""

import os
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from bot.answers.speakers import everyone
from bot.app import App
from bot.documents.reader import READER_VERSION
from bot.errors import BadDateError, BadDocumentError, BadRequestError
from bot.intake import intake as module
from bot.intake import reading
from bot.models import Basis, Document, Fact, ParsedDocument
from tests.intake.documents import BRIDGE, CATALOGUE, MORE, SIGNAL, add, only, write
from tests.support import numbers


async def test_edits_go_before_everything_and_outlive_a_new_version(app: App, folder: Path) -> None:
    write(folder, {"bridge.txt": BRIDGE, "catalogue.toml": CATALOGUE.format("Listed")})
    await add(app, folder)
    edited = await app.intake.edit(await only(app), {"title": "By hand", "author": "Nell Ashby"})
    assert edited.metadata.title == Fact("By hand", Basis.CURATOR)
    assert edited.metadata.published == Fact("2019-05-07", Basis.CURATOR)
    assert await add(app, folder) == [("bridge.txt", "unchanged", 1)]
    write(folder, {"bridge.txt": BRIDGE + MORE})
    assert await add(app, folder) == [("bridge.txt", "changed", 1)]
    known = (await only(app)).metadata
    assert (known.title.value, known.author.value) == ("By hand", "Nell Ashby")
    withdrawn = await app.intake.edit(await only(app), {"title": "", "author": None})
    assert withdrawn.metadata.title == Fact("Listed", Basis.CURATOR), "what the catalogue says holds again"
    assert withdrawn.metadata.author == Fact()
    assert await app.store.keeper.corrections(withdrawn.id) == {}


async def test_an_edit_keeps_numbers_and_text(app: App, folder: Path) -> None:
    write(folder, {"bridge.txt": BRIDGE})
    await add(app, folder)
    before = await numbers(app.store, await only(app))
    edited = await app.intake.edit(await only(app), {"publisher": "The Harrowmere Bee"})
    assert await numbers(app.store, edited) == before
    assert await app.store.library.source(edited) == BRIDGE


async def days(app: App, document: Document) -> set[str | None]:
    marks = await app.store.library.marks(document)
    return {mention.value.edtf if mention.value else None for found in marks.dates.values() for mention in found}


async def test_the_anchor_date_moves_the_dates(app: App, folder: Path) -> None:
    write(folder, {"bridge.txt": BRIDGE})
    await add(app, folder)
    assert not any(await days(app, await only(app))), "no anchor, no date"
    edited = await app.intake.edit(await only(app), {"anchor_date": "2021-06-11"})
    assert "2021-06-08" in await days(app, edited), "the Tuesday before a Friday"
    edited = await app.intake.edit(edited, {"anchor_date": "2021-06-18"})
    assert "2021-06-15" in await days(app, edited)
    assert "2021-06-08" not in await days(app, edited)
    edited = await app.intake.edit(edited, {"anchor_date": None})
    assert not any(await days(app, edited))


async def test_an_edit_that_cannot_be_used_changes_nothing(app: App, folder: Path) -> None:
    write(folder, {"bridge.txt": BRIDGE})
    await add(app, folder)
    before = await app.store.version()
    for changes, error in (
        ({"title": "Good", "published": "20/3"}, BadDateError),
        ({"title": "Good", "language": "English"}, BadRequestError),
        ({"colour": "red"}, BadRequestError),
    ):
        with pytest.raises(error):
            await app.intake.edit(await only(app), changes)
    assert await app.store.version() == before
    document = await only(app)
    await app.intake.remove(document)
    with pytest.raises(Exception, match=r"lost its source|removed"):
        await app.intake.edit(document, {"title": "Late"})


async def test_a_newer_reader_derives_anew_and_keeps_what_was_set(
    app: App, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write(folder, {"bridge.txt": BRIDGE, "signal.txt": SIGNAL, "gone.txt": BRIDGE + MORE})
    await add(app, folder)
    await app.intake.edit(await only(app), {"title": "By hand"})
    await app.intake.remove(await only(app, 2))
    before = await numbers(app.store, await only(app))
    assert await app.intake.refresh() == 0
    with closing(sqlite3.connect(app.store.path)) as other, other:
        other.execute("UPDATE document SET reader = 0")
        other.execute("DELETE FROM date_mention")
    assert await app.intake.refresh() == 2
    assert await app.intake.refresh() == 0
    assert await numbers(app.store, await only(app)) == before
    assert (await only(app)).metadata.title == Fact("By hand", Basis.CURATOR)
    assert (await app.store.library.marks(await only(app))).dates
    monkeypatch.setattr(module, "READER_VERSION", READER_VERSION - 1)
    assert await app.intake.refresh() == 0, "an older reader leaves a newer one's work alone"


async def test_who_speaks_is_derived_where_an_older_reader_did_not(app: App, folder: Path) -> None:
    write(folder, {"lock.txt": "The lock\n\n“The lock is shut,” said Edda Moor of the canal board on Monday.\n"})
    await add(app, folder)
    await app.store.aliases.rename("Edda Moor", "Edda Moor, canal board")
    with closing(sqlite3.connect(app.store.path)) as other, other:
        other.execute("UPDATE document SET reader = 2")
        for table in ("quotation", "speaker_count", "speaker_word", "speaker"):
            other.execute(f"DELETE FROM {table}")  # noqa: S608 - the test's own names
    assert await app.intake.refresh() == 1
    (known,) = await everyone(app.store)
    assert (known.name, known.aliases, known.quotations) == ("Edda Moor, canal board", ("Edda Moor",), 1)
    assert (await app.store.doctor.examine()).healthy


async def test_a_document_that_cannot_be_derived_keeps_what_it_had(app: App, folder: Path) -> None:
    write(folder, {"bridge.txt": BRIDGE, "signal.txt": SIGNAL})
    await add(app, folder)
    with closing(sqlite3.connect(app.store.path)) as other, other:
        other.execute("UPDATE document SET reader = 0")
        other.execute("UPDATE source SET text = 'damaged' WHERE document = 1")
    assert await app.intake.refresh() == 1, "damaged text is never derived from"
    with closing(sqlite3.connect(app.store.path)) as other, other:
        assert other.execute("SELECT text FROM source WHERE document = 1").fetchone() == ("damaged",)
    await add(app, folder)


async def test_a_failed_edit_says_that_nothing_was_changed(
    app: App, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write(folder, {"bridge.txt": BRIDGE})
    await add(app, folder)
    monkeypatch.setattr(reading, "_derive", perish)
    with pytest.raises(BadDocumentError, match="Nothing was changed"):
        await app.intake.edit(await only(app), {"title": "By hand"})
    assert await app.store.keeper.corrections((await only(app)).id) == {}


def perish(*_: object, **__: object) -> ParsedDocument:
    os._exit(9)
