"""The connections: what they refuse, how long they wait, and that nothing is left behind."""

import asyncio
import sqlite3
import threading
from collections.abc import AsyncIterator
from contextlib import closing, suppress
from pathlib import Path

import pytest

from bot.errors import BusyError, DamagedStoreError, NoStoreError
from bot.store.database import Database
from tests.support import program

ENDLESS = """
WITH RECURSIVE counting (n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM counting) SELECT count(*) FROM counting
"""
ADD = "INSERT INTO collection (key) VALUES (:key)"
KEYS = "SELECT key FROM collection ORDER BY id"


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "store.sqlite3"


@pytest.fixture
async def database(path: Path) -> AsyncIterator[Database]:
    opened = await Database.open(path, query_seconds=0.3, busy_seconds=0.2)
    yield opened
    await opened.close()


async def add(database: Database, *added: str) -> None:
    async with database.write() as connection:
        for key in added:
            await connection.execute(ADD, {"key": key})


async def add_and_raise(database: Database) -> None:
    async with database.write() as connection:
        await connection.execute(ADD, {"key": "lost"})
        raise LookupError


def content(path: Path) -> bytes:
    return path.read_bytes()


def truncate(path: Path, left: int) -> None:
    with path.open("r+b") as opened:
        opened.truncate(left)


def names(folder: Path) -> list[str]:
    return [each.name for each in folder.iterdir()]


async def keys(database: Database) -> list[str]:
    return [row["key"] for row in await database.rows(KEYS)]


async def test_readers_refuse_to_write(database: Database) -> None:
    with pytest.raises(NoStoreError, match="cannot be written"):
        await database.rows(ADD, {"key": "x"})
    assert await keys(database) == ["shared"]


async def test_a_query_that_takes_too_long_is_ended_and_the_next_one_answers(database: Database) -> None:
    for _ in range(3):
        with pytest.raises(BusyError, match="took too long"):
            await database.rows(ENDLESS)
    assert await keys(database) == ["shared"]


async def test_a_query_that_nobody_waits_for_any_more_is_ended(path: Path) -> None:
    database = await Database.open(path, query_seconds=600)
    for _ in range(3):
        asked = asyncio.create_task(database.rows(ENDLESS))
        await asyncio.sleep(0.05)
        asked.cancel()
        with pytest.raises(asyncio.CancelledError):
            await asked
    # with its time limit of ten minutes it would otherwise still hold its connection
    assert await asyncio.wait_for(keys(database), 20) == ["shared"]
    await asyncio.wait_for(database.close(), 20)


async def test_row_is_the_first_or_none(database: Database) -> None:
    row = await database.row(KEYS)
    assert row is not None
    assert row["key"] == "shared"
    assert await database.row("SELECT key FROM collection WHERE id = :id", {"id": 99}) is None


async def test_a_write_is_kept(database: Database) -> None:
    await add(database, "kept")
    assert await keys(database) == ["shared", "kept"]


async def test_a_write_that_raises_is_undone(database: Database) -> None:
    with pytest.raises(LookupError):
        await add_and_raise(database)
    await add(database, "kept")
    assert await keys(database) == ["shared", "kept"]


async def test_a_fault_of_our_own_is_not_dressed_up(database: Database) -> None:
    with pytest.raises(sqlite3.IntegrityError):
        async with database.write() as connection:
            await connection.execute(ADD, {"key": "shared"})
    with pytest.raises(sqlite3.OperationalError):
        await database.rows("SELECT nothing FROM nowhere")


async def test_foreign_keys_hold(database: Database) -> None:
    with pytest.raises(sqlite3.IntegrityError):
        async with database.write() as connection:
            await connection.execute("INSERT INTO source (document, text) VALUES (99, 'x')")


async def test_a_write_that_is_cancelled_is_undone_wherever_it_is(database: Database) -> None:
    async def work(connection_ready: asyncio.Event) -> None:
        async with database.write() as connection:
            await connection.execute(ADD, {"key": "lost"})
            connection_ready.set()
            await connection.execute_fetchall(ENDLESS.replace("counting)", "counting WHERE n < 300000)"))
            await asyncio.Event().wait()

    ready = asyncio.Event()
    task = asyncio.create_task(work(ready))
    await ready.wait()
    task.cancel()
    with pytest.raises(asyncio.CancelledError):
        await task
    await add(database, "kept")
    assert await keys(database) == ["shared", "kept"]


@pytest.mark.parametrize("turns", range(8))
async def test_a_write_that_is_cancelled_as_it_begins_leaves_no_transaction(database: Database, turns: int) -> None:
    task = asyncio.create_task(add_and_raise(database))
    for _ in range(turns):
        await asyncio.sleep(0)
    task.cancel()
    with pytest.raises((asyncio.CancelledError, LookupError)):
        await task
    await add(database, "kept")
    assert await keys(database) == ["shared", "kept"]


async def test_one_write_at_a_time(database: Database) -> None:
    inside = 0

    async def work(number: int) -> None:
        nonlocal inside
        async with database.write() as connection:
            inside += 1
            await connection.execute(ADD, {"key": str(number)})
            assert inside == 1
            inside -= 1

    await asyncio.gather(*(work(number) for number in range(20)))
    assert len(await keys(database)) == 21


async def test_the_version_tells_of_changes_here_and_elsewhere(path: Path, database: Database) -> None:
    other = await Database.open(path)
    seen = [await database.version(), await database.version()]
    assert seen[0] == seen[1]
    await add(database, "here")
    seen.append(await database.version())
    await add(other, "elsewhere")
    seen.append(await database.version())
    assert len(set(seen)) == 3
    assert await keys(database) == ["shared", "here", "elsewhere"]
    with pytest.raises(LookupError):
        await add_and_raise(other)
    assert await database.version() == seen[-1]
    await other.close()


async def test_another_writer_is_waited_for_and_then_named(path: Path, database: Database) -> None:
    with closing(sqlite3.connect(path, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        with pytest.raises(BusyError, match="Another process is writing"):
            async with database.write():
                pytest.fail("two writers at once")
        assert await keys(database) == ["shared"]
        other.execute("ROLLBACK")
    await add(database, "after")
    assert await keys(database) == ["shared", "after"]


async def test_another_writer_that_ends_in_time_is_no_fault(path: Path) -> None:
    patient = await Database.open(path, busy_seconds=20)
    with closing(sqlite3.connect(path, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")

        waiting = asyncio.create_task(add(patient, "after"))
        await asyncio.sleep(0.6)
        other.execute("COMMIT")
        await waiting
    assert await keys(patient) == ["shared", "after"]
    await patient.close()


async def test_waiting_for_another_writer_can_be_cancelled(path: Path) -> None:
    patient = await Database.open(path, busy_seconds=600)
    with closing(sqlite3.connect(path, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")

        with pytest.raises(TimeoutError):
            await asyncio.wait_for(add(patient, "never"), 0.3)
    await add(patient, "after")
    await patient.close()


async def test_closing_twice_and_at_the_same_time(path: Path) -> None:
    database = await Database.open(path)
    await asyncio.gather(database.close(), database.close())
    await database.close()
    assert not path.with_name(f"{path.name}-wal").exists(), "the log was not moved into the file"
    for asked in (database.rows(KEYS), database.version(), database.patient_rows(KEYS)):
        with pytest.raises(NoStoreError, match="closed"):
            await asked
    with pytest.raises(NoStoreError, match="closed"):
        async with database.write():
            pytest.fail("written to a closed file")


async def test_closing_waits_for_what_is_under_way(path: Path) -> None:
    database = await Database.open(path)
    inside = asyncio.Event()

    async def work() -> None:
        async with database.write() as connection:
            inside.set()
            await asyncio.sleep(0.05)
            await connection.execute(ADD, {"key": "kept"})

    writing = asyncio.create_task(work())
    reading = [asyncio.create_task(database.rows(KEYS)) for _ in range(9)]
    await inside.wait()
    await database.close()
    await writing
    for answer in await asyncio.gather(*reading, return_exceptions=True):
        assert isinstance(answer, list | NoStoreError)
    with closing(sqlite3.connect(path)) as other:
        assert [row[0] for row in other.execute(KEYS)] == ["shared", "kept"]


async def test_closing_ends_even_when_it_is_cancelled(path: Path) -> None:
    database = await Database.open(path)
    closing_it = asyncio.create_task(database.close())
    await asyncio.sleep(0)
    closing_it.cancel()
    with pytest.raises(asyncio.CancelledError):
        await closing_it
    await database.close()


@pytest.mark.parametrize("turns", [0, 1, 2, 3, 5, 8, 13, 21])
async def test_an_opening_that_is_cancelled_leaves_no_thread(path: Path, turns: int) -> None:
    before = threading.active_count()
    task = asyncio.create_task(Database.open(path))
    for _ in range(turns):
        await asyncio.sleep(0.002)
    task.cancel()
    with suppress(asyncio.CancelledError):
        await (await task).close()
    for _ in range(500):
        # the thread that migrated is the loop's own and stays for the next work
        if len([each for each in threading.enumerate() if "_connection_worker" in each.name]) == 0:
            break
        await asyncio.sleep(0.01)
    else:
        pytest.fail(f"{threading.active_count() - before} threads more than before: {threading.enumerate()}")


async def test_a_process_that_fails_with_the_store_open_ends(path: Path) -> None:
    code = """
import asyncio, sys
from pathlib import Path
from bot.store.store import Store

async def main():
    async with await Store.open(Path(sys.argv[1])) as store:
        await store.version()
        raise LookupError("on purpose")

asyncio.run(main())
"""
    status, _, err = await program(code, path, timeout=30)
    assert status == 1
    assert "on purpose" in err
    assert "Traceback" in err


@pytest.mark.parametrize(
    "name", ["with spaces.db", "a#b.db", "a?mode=ro&b.db", "100%25.db", "Übergröße ¶ 文書.db", "file:x.db", ":memory:"]
)
async def test_any_name_of_a_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str) -> None:
    monkeypatch.chdir(tmp_path)
    database = await Database.open(Path(name))
    monkeypatch.chdir("/")
    await add(database, "kept")
    assert await keys(database) == ["shared", "kept"]
    await database.close()
    assert names(tmp_path) == [name]


async def test_folders_are_made(tmp_path: Path) -> None:
    database = await Database.open(tmp_path / "a" / "b" / "store.db")
    await database.close()
    assert (tmp_path / "a" / "b" / "store.db").is_file()


async def test_a_folder_is_no_database(tmp_path: Path) -> None:
    with pytest.raises(NoStoreError, match="cannot be opened"):
        await Database.open(tmp_path)


async def test_a_folder_that_cannot_be_made(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way")
    with pytest.raises(NoStoreError, match="cannot be made"):
        await Database.open(tmp_path / "file" / "store.db")


async def test_a_text_file_is_no_database(tmp_path: Path) -> None:
    path = tmp_path / "notes.txt"
    path.write_text("Nothing but text, and long enough for a header. " * 100)
    before = content(path)
    with pytest.raises(DamagedStoreError, match="not a database"):
        await Database.open(path)
    assert content(path) == before


@pytest.mark.parametrize("mark", [0, 0x0F055112])
async def test_the_database_of_another_program_is_left_alone(path: Path, mark: int) -> None:
    with closing(sqlite3.connect(path)) as other:
        other.execute(f"PRAGMA application_id = {mark:d}")
        other.execute("CREATE TABLE theirs (x)")
        other.commit()
    before = content(path)
    with pytest.raises(NoStoreError, match="another program"):
        await Database.open(path)
    assert content(path) == before


@pytest.mark.parametrize("left", [50, 100, 1000, 4096, 20_000])
async def test_a_truncated_database_is_told(path: Path, left: int) -> None:
    database = await Database.open(path)
    async with database.write() as connection:
        await connection.executemany(ADD, [{"key": f"{number:>99}"} for number in range(3_000)])
    await database.close()
    truncate(path, left)
    with pytest.raises(DamagedStoreError):
        await looked_at(path)


async def looked_at(path: Path) -> None:
    database = await Database.open(path)
    try:
        await keys(database)
    finally:
        await database.close()


async def test_a_full_disk_undoes_the_write(database: Database) -> None:
    pages = (await database.patient_rows("PRAGMA page_count"))[0][0]
    await database.patient_rows(f"PRAGMA max_page_count = {pages + 2}")
    with pytest.raises(NoStoreError, match="full"):
        await add(database, *(f"{number:>200}" for number in range(2_000)))
    assert await keys(database) == ["shared"]
    await database.patient_rows("PRAGMA max_page_count = 4294967294")
    await add(database, "kept")
    assert await keys(database) == ["shared", "kept"]
    assert [row[0] for row in await database.patient_rows("PRAGMA integrity_check")] == ["ok"]
