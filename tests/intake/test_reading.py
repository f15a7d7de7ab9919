"""A file is looked at while the one before it is kept; what is wrong with one does not stop the rest."""

import asyncio
import os
from pathlib import Path

import pytest

from bot.app import App
from bot.documents.catalogue import Catalogue
from bot.errors import BadDocumentError
from bot.intake.files import File, total_size
from bot.intake.reading import Ahead, Reader, Work, readers
from tests.intake.documents import BRIDGE, add, write

FILES = [File(Path(f"{number}.txt"), Path()) for number in range(3)]


async def test_one_file_is_looked_at_ahead() -> None:
    looked: list[str] = []

    async def look(file: File) -> str:
        looked.append(file.name)
        return file.name

    ahead = Ahead(FILES, [look])
    assert await ahead.next() == "0.txt"
    await asyncio.sleep(0)
    assert looked == ["0.txt", "1.txt"]
    assert [await ahead.next(), await ahead.next()] == ["1.txt", "2.txt"]
    await ahead.close()


async def test_with_two_ways_to_look_whichever_is_free_takes_the_next_file() -> None:
    looked: list[str] = []
    slow = asyncio.Event()

    async def first(file: File) -> str:
        looked.append(f"first {file.name}")
        await slow.wait()
        return file.name

    async def second(file: File) -> str:
        looked.append(f"second {file.name}")
        return file.name

    files = [File(Path(f"{number}.txt"), Path()) for number in range(5)]
    ahead = Ahead(files, [first, second])
    for _ in range(5):
        await asyncio.sleep(0)
    assert looked == ["first 0.txt", "second 1.txt", "second 2.txt"], "one more than there are ways"
    slow.set()
    assert [await ahead.next() for _ in files] == [file.name for file in files]
    assert sorted(each.split()[1] for each in looked) == [file.name for file in files]
    with pytest.raises(StopAsyncIteration):
        await ahead.next()
    await ahead.close()


@pytest.mark.parametrize(("work", "cores", "processes"), [
    (Work(1, 10**7), 2, 1), (Work(50, 10**4), 2, 1), (Work(2, 10**6), 2, 2), (Work(2, 10**6), 16, 2),
    (Work(50, 10**6), 3, 3), (Work(50, 10**6), 16, 4), (Work(50, 10**6), None, 1),
])  # fmt: skip
async def test_much_is_read_by_as_many_processes_as_there_are_cores(
    app: App, monkeypatch: pytest.MonkeyPatch, work: Work, cores: int | None, processes: int
) -> None:
    monkeypatch.setattr(os, "cpu_count", lambda: cores)
    async with readers(Reader(app.worker), app.settings, work) as several:
        assert len(several) == processes
        read = [
            await each.read(BRIDGE.encode(), "bridge.txt", Catalogue.parse("", "catalogue.toml")) for each in several
        ]
    assert read == [read[0]] * processes
    assert read[0].ranking


async def test_the_size_of_files_is_that_of_each_once(tmp_path: Path) -> None:
    (tmp_path / "a.zip").write_bytes(b"x" * 30)
    archive = tmp_path / "a.zip"
    assert total_size([File(archive, None, "1.txt"), File(archive, None, "2.txt"), File(tmp_path / "gone", None)]) == 30


async def test_many_files_are_kept_in_their_order(app: App, folder: Path) -> None:
    write(folder, {f"{number:02}.txt": f"{BRIDGE}\nNumber {number} of the county's papers.\n" for number in range(9)})
    assert await add(app, folder) == [(f"{number:02}.txt", "new", number + 1) for number in range(9)]


async def test_a_file_that_is_refused_does_not_stop_the_next() -> None:
    async def look(file: File) -> str:
        if file.name == "0.txt":
            raise BadDocumentError("0.txt is empty.")
        return file.name

    ahead = Ahead(FILES, [look])
    with pytest.raises(BadDocumentError, match="empty"):
        await ahead.next()
    assert await ahead.next() == "1.txt"
    await ahead.close()


async def test_closing_ends_what_was_begun() -> None:
    ended = asyncio.Event()

    async def look(file: File) -> str:
        try:
            await asyncio.sleep(3600)
        finally:
            ended.set()
        return file.name

    ahead = Ahead(FILES, [look])
    await asyncio.sleep(0)
    await ahead.close()
    assert ended.is_set()


async def test_the_same_text_twice_in_one_import_is_one_document(app: App, folder: Path) -> None:
    write(folder, {"a.txt": BRIDGE, "b.txt": BRIDGE})
    assert await add(app, folder) == [("a.txt", "new", 1), ("b.txt", "unchanged", 1)]
