"""Importing: what becomes of each file, the first time and again."""

import asyncio
import os
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from bot.app import App, open_app
from bot.documents.catalogue import Catalogue
from bot.documents.reader import read
from bot.errors import UnknownDocumentError
from bot.intake import Intake, Progress, reading
from bot.models import SHARED, Basis, Fact, Method, ParsedDocument
from bot.settings import Settings
from tests.intake.documents import BRIDGE, CATALOGUE, MORE, SIGNAL, add, only, refusals, write
from tests.support import numbers, program


async def test_a_folder_of_documents(app: App, folder: Path) -> None:
    write(folder, {"bridge.txt": BRIDGE, "a/signal.md": SIGNAL, ".hidden.txt": BRIDGE})
    outcomes = await app.intake.add([folder])
    assert [(each.file, each.status, each.reference) for each in outcomes] == [
        ("signal.md", "new", "D1"),
        ("bridge.txt", "new", "D2"),
    ]
    assert sum(outcomes[1].paragraphs.values()) == 4
    document = await only(app, 2)
    assert await app.store.library.source(document) == BRIDGE
    assert (await app.store.rankings.ordered(document.id, Method.VERBATIM, 9)) != []


async def test_what_cannot_be_read_is_refused_with_a_reason_and_the_rest_goes_on(app: App, folder: Path) -> None:
    write(
        folder,
        {
            "1-good.txt": BRIDGE,
            "2-empty.txt": "",
            "3-blank.txt": " \n\n \t\n",
            "4-binary.txt": b"text\0with a NUL",
            "5-large.txt": "Long. " * 50_000,
            "6-other.pdf": b"%PDF-1.7",
            "8-good.txt": SIGNAL,
        },
    )
    (folder / "7-link.txt").symlink_to(Path(__file__))
    outcomes = await app.intake.add([folder, folder / "9-missing.txt"])
    assert [each.status for each in outcomes] == ["new", *["refused"] * 6, "new", "refused"]
    refused = refusals(outcomes)
    assert sorted(refused) == sorted(each.file for each in outcomes if each.file[0] in "2345679")
    assert "0.2 MB" in refused["5-large.txt"]
    assert "leads out" in refused["7-link.txt"]
    assert "does not exist" in refused["9-missing.txt"]
    assert [each.number for each in await app.store.library.documents([SHARED])] == [1, 2], "no number is spent"


async def test_an_empty_folder_is_refused(app: App, folder: Path) -> None:
    assert "holds no document" in refusals(await app.intake.add([folder]))["documents"]


async def test_the_same_again_changes_nothing(app: App, folder: Path) -> None:
    write(folder, {"bridge.txt": BRIDGE, "signal.txt": SIGNAL})
    await add(app, folder)
    before = await app.store.version()
    assert await add(app, folder) == [("bridge.txt", "unchanged", 1), ("signal.txt", "unchanged", 2)]
    # the doctor's look at a document writes nothing either
    assert await app.store.version() == before


async def test_a_changed_file_is_the_same_document(app: App, folder: Path) -> None:
    write(folder, {"bridge.txt": BRIDGE})
    await add(app, folder)
    before = await numbers(app.store, await only(app))
    write(folder, {"bridge.txt": BRIDGE.replace("four millimetres", "five millimetres") + MORE})
    assert await add(app, folder) == [("bridge.txt", "changed", 1)]
    after = await numbers(app.store, await only(app))
    kept = before.keys() & after.keys()
    assert len(kept) == 3
    assert all(before[text] == after[text] for text in kept)
    assert sorted(after.values()) == [1, 3, 4, 5, 6]


async def test_a_renamed_file_is_the_same_document_under_its_new_name(app: App, folder: Path) -> None:
    write(folder, {"bridge.txt": BRIDGE})
    await add(app, folder)
    (folder / "bridge.txt").rename(folder / "crossing.txt")
    assert await add(app, folder) == [("crossing.txt", "unchanged", 1)]
    assert (await only(app)).file == "crossing.txt"
    write(folder, {"crossing.txt": SIGNAL})
    assert await add(app, folder) == [("crossing.txt", "changed", 1)], "it is known by its new path"


async def test_a_copy_is_not_kept_twice(app: App, folder: Path) -> None:
    write(folder, {"a.txt": BRIDGE, "b.txt": BRIDGE})
    assert await add(app, folder) == [("a.txt", "new", 1), ("b.txt", "unchanged", 1)]
    assert (await only(app)).file == "a.txt"


async def test_the_same_name_in_another_folder(app: App, folder: Path) -> None:
    write(folder, {"old/story.txt": BRIDGE, "new/story.txt": BRIDGE + MORE, "other/story.txt": SIGNAL})
    assert await add(app, folder / "old") == [("story.txt", "new", 1)]
    assert await add(app, folder / "other") == [("story.txt", "new", 2)], "another text"
    assert await add(app, folder / "new") == [("story.txt", "changed", 1)], "mostly the same text"


async def test_two_files_of_the_same_name_in_one_call(app: App, folder: Path) -> None:
    write(folder, {"a/story.txt": BRIDGE, "b/story.txt": BRIDGE + MORE, "c/story.txt": SIGNAL})
    assert await add(app, folder) == [("story.txt", "new", 1), ("story.txt", "new", 2), ("story.txt", "new", 3)]
    assert await add(app, folder) == [
        (each, "unchanged", n) for each, n in zip(["story.txt"] * 3, [1, 2, 3], strict=True)
    ]


async def test_a_file_that_takes_the_text_of_another(app: App, folder: Path) -> None:
    write(folder, {"a.txt": BRIDGE, "b.txt": SIGNAL})
    await add(app, folder)
    write(folder, {"a.txt": SIGNAL})
    assert await add(app, folder) == [("a.txt", "changed", 1), ("b.txt", "unchanged", 2)]


async def test_a_removed_document_comes_back_as_a_new_one(app: App, folder: Path) -> None:
    write(folder, {"bridge.txt": BRIDGE})
    await add(app, folder)
    await app.intake.remove(await only(app))
    assert await add(app, folder) == [("bridge.txt", "new", 2)]


async def test_collections_know_nothing_of_each_other(app: App, folder: Path) -> None:
    write(folder, {"bridge.txt": BRIDGE})
    await add(app, folder)
    (outcome,) = await app.intake.add([folder], collection="4711")
    assert (outcome.status, outcome.reference) == ("new", "S1")


async def test_what_the_store_has_damaged_is_mended_by_importing_again(app: App, folder: Path) -> None:
    write(folder, {"bridge.txt": BRIDGE})
    await add(app, folder)
    before = await numbers(app.store, await only(app))
    with closing(sqlite3.connect(app.store.path)) as other, other:
        other.execute("UPDATE paragraph SET text = replace(text, 'northern', 'southern')")
        other.execute("UPDATE source SET text = replace(text, 'northern', 'southern')")
    assert await add(app, folder) == [("bridge.txt", "unchanged", 1)]
    assert await numbers(app.store, await only(app)) == before


async def test_progress_is_told(app: App, folder: Path) -> None:
    write(folder, {"a.txt": BRIDGE, "b.txt": "", "c.txt": SIGNAL})
    told: list[Progress] = []
    await app.intake.add([folder], progress=told.append)
    assert told == [Progress(0, 3, "a.txt"), Progress(1, 3, "b.txt"), Progress(2, 3, "c.txt"), Progress(3, 3, "")]


async def test_a_name_that_is_no_utf_8(app: App, folder: Path) -> None:
    with open(os.fsencode(folder) + b"/caf\xe9.txt", "wb") as opened:  # noqa: PTH123, ASYNC230 - a name of bytes
        opened.write(BRIDGE.encode())
    assert await add(app, folder) == [("caf\ufffd.txt", "new", 1)]
    assert await add(app, folder) == [("caf\ufffd.txt", "unchanged", 1)]


async def test_characters_that_are_no_text_are_refused(app: App, folder: Path) -> None:
    write(folder, {"a.md": '---\ntitle: "half \\ud800 of one"\n---\n\n' + BRIDGE, "b.txt": SIGNAL})
    outcomes = await app.intake.add([folder])
    assert [each.status for each in outcomes] in (["refused", "new"], ["new", "new"])


async def test_a_catalogue_beside_the_file_or_in_the_folder_named(app: App, folder: Path) -> None:
    write(folder, {"in/bridge.txt": BRIDGE, "catalogue.toml": CATALOGUE.format("From above")})
    await add(app, folder)
    known = (await only(app)).metadata
    assert known.title == Fact("From above", Basis.CURATOR)
    assert known.published == Fact("2019-05-07", Basis.CURATOR)
    write(folder, {"in/catalogue.toml": CATALOGUE.format("From beside")})
    assert await add(app, folder) == [("bridge.txt", "unchanged", 1)]
    assert (await only(app)).metadata.title.value == "From beside", "what it says now is taken over"
    before = await app.store.version()
    await add(app, folder)
    assert await app.store.version() == before


async def test_a_catalogue_that_cannot_be_read_refuses_its_folder_only(app: App, folder: Path) -> None:
    write(folder, {"in/bridge.txt": BRIDGE, "in/catalogue.toml": "[[document]\n", "signal.txt": SIGNAL})
    outcomes = await app.intake.add([folder])
    assert [each.status for each in outcomes] == ["refused", "new"]
    assert "catalogue.toml" in str(outcomes[0].why)
    write(folder, {"in/catalogue.toml": b"\xff\xfe\x00"})
    assert "UTF-8" in refusals(await app.intake.add([folder]))["bridge.txt"]


async def test_the_starter_collection_comes_once_and_only_when_wanted(tmp_path: Path, app: App, folder: Path) -> None:
    outcomes = await app.intake.seed()
    assert [each.status for each in outcomes] == ["new"] * 5
    assert await app.intake.seed() == []
    async with open_app(Settings(database=tmp_path / "none.sqlite3", starter=False)) as unwanted:
        assert await unwanted.intake.seed() == []
    async with open_app(Settings(database=tmp_path / "own.sqlite3")) as own:
        write(folder, {"bridge.txt": BRIDGE})
        await add(own, folder)
        assert await own.intake.seed() == []


def die(_: bytes, name: str, __: object) -> ParsedDocument:
    if name.startswith("deadly"):
        os._exit(9)
    raise RuntimeError("a fault of the reader")


def hang(*_: object) -> ParsedDocument:
    while True:
        pass


async def test_a_reader_that_dies_or_fails_refuses_the_file(
    app: App, folder: Path, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    write(folder, {"deadly.txt": BRIDGE, "faulty.txt": BRIDGE, "good.txt": SIGNAL})
    with monkeypatch.context() as patched:
        patched.setattr(reading, "read_and_rank", die)
        refused = refusals(await app.intake.add([folder / "deadly.txt", folder / "faulty.txt"]))
    assert "died" in refused["deadly.txt"]
    assert "see the log" in refused["faulty.txt"]
    assert "a fault of the reader" in caplog.text
    assert "a fault of the reader" not in refused["faulty.txt"]
    assert await add(app, folder / "good.txt") == [("good.txt", "new", 1)]


async def test_a_reader_that_hangs_is_ended(tmp_path: Path, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write(folder, {"bridge.txt": BRIDGE})
    async with open_app(Settings(database=tmp_path / "store.sqlite3", worker_seconds=0.5)) as app:
        with monkeypatch.context() as patched:
            patched.setattr(reading, "read_and_rank", hang)
            refused = refusals(await app.intake.add([folder]))
        assert "longer than 0.5 seconds" in refused["bridge.txt"]


def unranked(data: bytes, name: str, catalogue: Catalogue) -> tuple[ParsedDocument, None]:
    return read(data, name, catalogue), None


def too_much(*_: object) -> list[int]:
    raise MemoryError


async def test_a_ranking_that_cannot_be_had_refuses_nothing(
    app: App, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write(folder, {"bridge.txt": BRIDGE})
    monkeypatch.setattr(reading, "read_and_rank", unranked)
    monkeypatch.setattr(reading, "_rank", too_much)
    assert await add(app, folder) == [("bridge.txt", "new", 1)]


def test_a_short_document_that_cannot_be_ranked_at_once_is_left_for_later(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reading, "_rank", too_much)
    parsed, ranking = reading.read_and_rank(BRIDGE.encode(), "bridge.txt", Catalogue())
    assert parsed.paragraphs
    assert ranking is None


async def test_an_unknown_document_is_told(app: App) -> None:
    assert isinstance(app.intake, Intake)
    with pytest.raises(UnknownDocumentError):
        await app.store.library.document_by_id(99)


SEEDING = """
import asyncio, sys, time
from pathlib import Path
from bot.app import open_app
from bot.settings import Settings

async def main():
    async with open_app(Settings(database=Path(sys.argv[1]))) as app:
        while not Path(sys.argv[2]).exists():
            await asyncio.sleep(0.001)
        await app.intake.seed()

asyncio.run(main())
"""


async def test_two_processes_that_start_at_once_make_one_starter_collection(tmp_path: Path, app: App) -> None:
    flag = tmp_path / "go"
    runs = [asyncio.create_task(program(SEEDING, app.store.path, flag)) for _ in range(2)]
    await asyncio.sleep(1.5)
    await asyncio.to_thread(flag.touch)
    for status, _, err in await asyncio.gather(*runs):
        assert status == 0, err
    assert len(await app.store.library.documents([SHARED])) == 5
