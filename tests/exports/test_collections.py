"""A whole collection, exported and imported again: the same references and the same bytes."""

import asyncio
import random
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

from bot.answers.citing import cite
from bot.answers.quote import quote
from bot.answers.results import QuoteRequest
from bot.app import App
from bot.documents.formats.archive import Archive
from bot.documents.reader import READER_VERSION
from bot.errors import BadRequestError, DamagedStoreError
from bot.exports.collections import _Bundle, export
from bot.models import SHARED, Kind
from bot.settings import Settings
from bot.store.store import Store
from bot.worker import Worker
from tests.documents.formats.papers import archive
from tests.exports.collections import (
    BRIDGE,
    SIGNAL,
    WORDS,
    bring,
    changed,
    everything,
    fill,
    leftovers,
    only,
    opened,
)


async def test_what_comes_back_is_what_went_out(app: App, other: App, tmp_path: Path) -> None:
    await fill(app, tmp_path / "in")
    made = await export(app.store, tmp_path / "one.zip")
    assert (made.documents, made.removed, made.size) == (4, 1, (tmp_path / "one.zip").stat().st_size)
    outcomes = await bring(other, tmp_path / "one.zip")
    assert [(each.reference, each.status) for each in outcomes] == [(f"D{n}", "new") for n in (1, 3, 4, 5)]
    assert await everything(other) == await everything(app)
    again = await export(other.store, tmp_path / "two.zip")
    assert again.sha256 == made.sha256
    assert (tmp_path / "two.zip").read_bytes() == (tmp_path / "one.zip").read_bytes()
    gone = await cite(other.store, "D1¶3")
    assert (gone.removed_at, gone.text) == ((await cite(app.store, "D1¶3")).removed_at, gone.text)
    assert "four millimetres" in str(gone.text)
    assert (await other.store.outgoing.overview(SHARED)).tables["aliases"][0]["shown"] == "Thomas Reyes"
    for text in ("northern pier", "fares", "tide keeper"):
        found = [await quote(each.store, QuoteRequest(text)) for each in (app, other)]
        assert found[0].passages
        assert [p.citation.reference for p in found[0].passages] == [p.citation.reference for p in found[1].passages]


async def test_numbers_go_on_where_they_ended(app: App, other: App, tmp_path: Path) -> None:
    await fill(app, tmp_path / "in")
    await export(app.store, tmp_path / "one.zip")
    await bring(other, tmp_path / "one.zip")
    (tmp_path / "signal.txt").write_text(SIGNAL)
    (tmp_path / "bridge.md").write_text(f"{BRIDGE}\nA new paragraph stands at the end of the text about the bridge.\n")
    for each in (app, other):
        assert (await bring(each, tmp_path / "signal.txt"))[0].reference == "D6"
        document = await only(each, 1)
        (outcome,) = await bring(each, tmp_path / "bridge.md")
        assert (outcome.reference, outcome.status) == ("D1", "changed")
        assert max(p.number for p in await each.store.library.paragraphs(document)) == 6
    # the edit by hand and the correction still hold
    assert (await only(other, 1)).metadata.title.value == "By <hand> 橋 \U0001f309"


async def test_importing_it_again_changes_nothing(app: App, tmp_path: Path) -> None:
    await fill(app, tmp_path / "in")
    await export(app.store, tmp_path / "one.zip")
    before = await app.store.version()
    outcomes = await bring(app, tmp_path / "one.zip")
    assert {each.status for each in outcomes} == {"unchanged"}
    await export(app.store, tmp_path / "two.zip")
    assert (tmp_path / "two.zip").read_bytes() == (tmp_path / "one.zip").read_bytes()
    assert await app.store.version() >= before


async def test_what_has_come_since_is_added(app: App, other: App, tmp_path: Path) -> None:
    await fill(app, tmp_path / "in")
    await export(app.store, tmp_path / "one.zip")
    await bring(other, tmp_path / "one.zip")
    (tmp_path / "signal.txt").write_text(SIGNAL)
    await bring(app, tmp_path / "signal.txt")
    await export(app.store, tmp_path / "two.zip")
    assert [each.status for each in await bring(other, tmp_path / "two.zip")] == ["unchanged"] * 4 + ["new"]
    assert await everything(other) == await everything(app)


async def test_a_servers_own_collection(app: App, other: App, tmp_path: Path) -> None:
    (tmp_path / "signal.txt").write_text(SIGNAL)
    await app.intake.add([tmp_path / "signal.txt"], collection="77")
    await export(app.store, tmp_path / "one.zip", collection="77")
    (outcome,) = await other.intake.add([tmp_path / "one.zip"], collection="77")
    assert (outcome.reference, outcome.status) == ("S1", "new")
    await export(other.store, tmp_path / "two.zip", collection="77")
    assert (tmp_path / "two.zip").read_bytes() == (tmp_path / "one.zip").read_bytes()


async def test_an_archive_with_a_manifest_of_something_else_is_an_archive_of_documents(
    app: App, tmp_path: Path
) -> None:
    for manifest in (b'{"format": "another"}', b"[]", b"no JSON", b"[" * 100_000):
        (tmp_path / "a.zip").write_bytes(archive({"manifest.json": manifest, "signal.txt": SIGNAL}))
        assert [each.file for each in await bring(app, tmp_path / "a.zip")] == ["signal.txt"]


async def test_what_came_after_a_paragraph_goes_along_and_may_be_missing(app: App, other: App, tmp_path: Path) -> None:
    for text in (SIGNAL, SIGNAL.replace("painted red", "painted green")):
        (tmp_path / "signal.txt").write_text(text)
        await bring(app, tmp_path / "signal.txt")
    await export(app.store, tmp_path / "one.zip")
    assert (await cite(app.store, "D1¶2")).after == "D1¶3"

    def earlier(record: dict[str, Any]) -> None:
        for stone in record["tombstones"]:
            del stone["successor"]

    first = changed(tmp_path / "one.zip", 1, earlier)
    assert [each.status for each in await bring(other, first)] == ["new"]
    assert (await cite(other.store, "D1¶2")).after is None
    await other.intake.remove(await only(other, 1))
    async with opened(tmp_path / "third.sqlite3", other.worker) as third:
        await bring(third, tmp_path / "one.zip")
        assert (await cite(third.store, "D1¶2")).after == "D1¶3"


async def test_among_other_files_it_keeps_its_place(app: App, other: App, tmp_path: Path) -> None:
    (tmp_path / "signal.txt").write_text(SIGNAL)
    await bring(app, tmp_path / "signal.txt")
    await export(app.store, tmp_path / "one.zip")
    (tmp_path / "bridge.md").write_text(BRIDGE)
    outcomes = await other.intake.add([tmp_path / "one.zip", tmp_path / "bridge.md"])
    assert [(each.file, each.reference) for each in outcomes] == [("signal.txt", "D1"), ("bridge.md", "D2")]


async def test_what_another_version_has_exported_is_derived_anew(
    app: App, other: App, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    await fill(app, tmp_path / "in")
    await export(app.store, tmp_path / "one.zip")
    monkeypatch.setattr("bot.intake.restoring.READER_VERSION", READER_VERSION + 1)
    assert {each.status for each in await bring(other, tmp_path / "one.zip")} == {"new"}
    for each in await app.store.library.documents([SHARED]):
        mine = await app.store.library.paragraphs(each)
        theirs = await other.store.library.paragraphs(await only(other, each.number))
        assert [(p.number, p.text, p.basis) for p in mine] == [(p.number, p.text, p.basis) for p in theirs]
        assert (await only(other, each.number)).metadata == each.metadata


async def test_a_file_that_cannot_be_written_leaves_nothing_behind(app: App, tmp_path: Path) -> None:
    with pytest.raises(BadRequestError, match="no documents to export"):
        await export(app.store, tmp_path / "one.zip")
    (tmp_path / "signal.txt").write_text(SIGNAL)
    await bring(app, tmp_path / "signal.txt")
    (tmp_path / "folder.zip").mkdir()
    for name, why in (("one.txt", "zip file"), ("nowhere/one.zip", "no folder"), ("folder.zip", "is a folder")):
        with pytest.raises(BadRequestError, match=why):
            await export(app.store, tmp_path / name)
    assert leftovers(tmp_path) == []


async def test_a_damaged_text_is_not_exported_and_the_older_export_stays(tmp_path: Path, worker: Worker) -> None:
    import sqlite3  # noqa: PLC0415 - the only way to damage a file as a disk would

    settings = Settings(database=tmp_path / "one.sqlite3")
    (tmp_path / "signal.txt").write_text(SIGNAL)
    async with await Store.open(settings.database) as store:
        app = App(settings, store, worker)
        await bring(app, tmp_path / "signal.txt")
        await export(store, tmp_path / "one.zip")
        before = (tmp_path / "one.zip").read_bytes()
        connection = sqlite3.connect(settings.database)
        connection.execute("UPDATE source SET text = replace(text, 'signal', 'siegel')")
        connection.commit()
        connection.close()
        with pytest.raises(DamagedStoreError, match="does not fit its checksum"):
            await export(store, tmp_path / "one.zip")
    assert (tmp_path / "one.zip").read_bytes() == before
    assert leftovers(tmp_path) == []


def test_a_text_that_packs_too_well_is_stored_so_that_it_can_be_read_again(tmp_path: Path) -> None:
    texts = {"regular.txt": b"tide " * 600_000, "other.txt": b"tide"}
    with (tmp_path / "one.zip").open("wb") as opened, closing(_Bundle(opened)) as made:
        for name, data in texts.items():
            made.add(name, data)
    with (tmp_path / "one.zip").open("rb") as packed:
        read = Archive(packed, "one.zip")
        assert {name: read.read(name) for name in texts} == texts


async def _lived(app: App, folder: Path, chance: random.Random) -> None:
    """A collection that somebody has worked with: imports, changes, edits, corrections, removals."""
    await asyncio.to_thread(folder.mkdir)
    for _ in range(14):
        living = await app.store.library.documents([SHARED])
        what = chance.random()
        if what < 0.5 or not living:
            lines = [
                " ".join(chance.choices(WORDS, k=chance.randint(3, 25))) + "." for _ in range(chance.randint(1, 6))
            ]
            path = folder / f"{chance.choice('abcdefg')}{chance.choice(['.txt', '.md', ' é:|.txt'])}"
            path.write_text("\n\n".join(lines + chance.sample(lines, 1)) + "\n")
            await bring(app, path)
            continue
        document = chance.choice(living)
        if what < 0.6:
            await app.intake.remove(document)
        elif what < 0.8:
            field = chance.choice(["title", "publisher", "author", "note", "published"])
            value = (
                chance.choice(["1998-05", "2001", ""]) if field == "published" else f"ש\u202e \\{chance.random()} 😀"
            )
            await app.intake.edit(document, {field: " ".join(value.split())})
        else:
            each = chance.choice(await app.store.library.paragraphs(document))
            await app.intake.correct(document, each.number, chance.choice([*Kind, None]))


@pytest.mark.parametrize("seed", range(24))
async def test_any_collection_comes_back_byte_for_byte(app: App, other: App, tmp_path: Path, seed: int) -> None:
    await _lived(app, tmp_path / "in", random.Random(seed))  # noqa: S311 - repeatable chance
    made = await export(app.store, tmp_path / "one.zip")
    assert {each.status for each in await bring(other, tmp_path / "one.zip")} == {"new"}
    assert (await export(other.store, tmp_path / "two.zip")).sha256 == made.sha256
    assert await everything(other) == await everything(app)
