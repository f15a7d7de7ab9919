"""Sessions: one state of the file, what is remembered of it and when that is forgotten, limits and cancelling."""

import asyncio
import sqlite3
from collections.abc import AsyncIterator
from contextlib import closing
from pathlib import Path

import pytest

from bot.answers.quote import quote
from bot.answers.results import QuoteRequest
from bot.errors import BusyError, UserError
from bot.models import SHARED
from bot.store.database import Database
from bot.store.reader import Session, each_remembered
from bot.store.scope import Filters
from bot.store.store import Reading, Store
from tests.answers.shelf import shelve
from tests.store.test_database import ADD, ENDLESS, KEYS


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "store.sqlite3"


@pytest.fixture
async def database(path: Path) -> AsyncIterator[Database]:
    opened = await Database.open(path, query_seconds=0.3)
    yield opened
    await opened.close()


def elsewhere(path: Path, key: str) -> None:
    """What another process writes."""
    with closing(sqlite3.connect(path)) as connection, connection:
        connection.execute(ADD, {"key": key})


async def keys(session: Session) -> list[str]:
    return [row["key"] for row in await session.rows(KEYS)]


async def test_a_session_sees_one_state_of_the_file_and_the_next_one_the_next(path: Path, database: Database) -> None:
    async def work(session: Session) -> list[list[str]]:
        before = await keys(session)
        elsewhere(path, "meanwhile")
        return [before, await keys(session)]

    assert await database.session(work) == [["shared"], ["shared"]]
    assert await database.session(keys) == ["shared", "meanwhile"]


async def test_what_is_remembered_is_of_the_present_state_on_every_connection(path: Path, database: Database) -> None:
    done = 0

    async def work(session: Session) -> list[str]:
        async def once() -> list[str]:
            nonlocal done
            done += 1
            return await keys(session)

        return await session.remembered("keys", once)

    for number in range(5):
        expected = ["shared", *map(str, range(number))]
        # at the same time, so that every connection takes its part
        assert await asyncio.gather(*(database.session(work) for _ in range(8))) == [expected] * 8
        elsewhere(path, str(number))
    assert done <= 2 * 5
    async with database.write() as connection:
        await connection.execute(ADD, {"key": "here"})
    assert (await database.session(work))[-1] == "here"


async def test_without_a_session_what_is_remembered_is_forgotten_when_the_file_changes(
    path: Path, database: Database
) -> None:
    done = 0

    async def count() -> int:
        nonlocal done
        done += 1
        return len(await database.rows(KEYS))

    assert [await database.remembered("count", count) for _ in range(3)] == [1, 1, 1]
    elsewhere(path, "another")
    assert [await database.remembered("count", count) for _ in range(3)] == [2, 2, 2]
    assert done == 2


async def test_of_many_things_only_those_unknown_are_asked_for_and_few_are_kept(database: Database) -> None:
    asked: list[list[int]] = []

    async def squares(numbers: object) -> dict[int, int]:
        assert isinstance(numbers, list)
        asked.append(numbers)
        return {number: number * number for number in numbers if number != 3}

    async def work(session: Session) -> list[dict[int, int]]:
        return [await each_remembered(session, "squares", wanted, squares, 4) for wanted in ([1, 2], [2, 3], [4, 2, 5])]

    assert await database.session(work) == [{1: 1, 2: 4}, {2: 4}, {2: 4, 4: 16, 5: 25}]
    assert asked == [[1, 2], [3], [2, 4, 5]]


async def test_every_query_of_a_session_has_the_time_limit_for_itself(database: Database) -> None:
    async def work(session: Session) -> list[str]:
        for _ in range(2):
            with pytest.raises(BusyError, match="took too long"):
                await session.rows(ENDLESS)
        return await keys(session)

    assert await database.session(work) == ["shared"]
    assert await database.session(keys) == ["shared"]


async def test_an_error_ends_the_session_and_not_the_connection(database: Database) -> None:
    async def work(session: Session) -> None:
        await keys(session)
        raise UserError("told")

    async def waiting(_: Session) -> None:
        await asyncio.sleep(0)

    for _ in range(3):
        with pytest.raises(UserError, match="told"):
            await database.session(work)
        with pytest.raises(RuntimeError, match="nothing but the session"):
            await database.session(waiting)
    assert await database.session(keys) == ["shared"]


async def test_a_session_that_nobody_waits_for_any_more_is_ended(path: Path) -> None:
    database = await Database.open(path, query_seconds=600)
    went_on = False

    async def work(session: Session) -> None:
        nonlocal went_on
        try:
            await session.rows(ENDLESS)
        except BusyError:
            # as one does who gives what is known when the time is over
            await session.rows(KEYS)
            went_on = True

    for _ in range(3):
        asked = asyncio.create_task(database.session(work))
        await asyncio.sleep(0.05)
        asked.cancel()
        with pytest.raises(asyncio.CancelledError):
            await asked
    assert await asyncio.wait_for(database.session(keys), 20) == ["shared"]
    assert not went_on
    await asyncio.wait_for(database.close(), 20)


async def test_a_quote_knows_at_once_what_another_process_imports_corrects_and_removes(path: Path) -> None:
    async with await Store.open(path) as store, await Store.open(path) as other:

        async def found() -> list[tuple[str, str, int]]:
            answer = await quote(store, QuoteRequest("lamp"))
            return [(each.text, each.citation.document.name, answer.searched) for each in answer.passages]

        assert await found() == []
        first = await shelve(other, ["A lamp is lit."], title="First")
        assert await found() == [("A lamp is lit.", "First", 1)]
        with closing(sqlite3.connect(path)) as connection, connection:
            connection.execute("UPDATE document SET title = 'Corrected'")
        assert await found() == [("A lamp is lit.", "Corrected", 1)]
        await shelve(other, ["A second lamp."], title="Second")
        assert {each[1:] for each in await found()} == {("Corrected", 2), ("Second", 2)}
        await other.keeper.remove(first.id)
        assert await found() == [("A second lamp.", "Second", 1)]


async def test_within_a_reading_numbers_and_scopes_stay_what_they_were(path: Path) -> None:
    async with await Store.open(path) as store:
        await shelve(store, ["one lamp", "two lamps"])

        async def asked(reading: Reading) -> tuple[int, int, dict[str, int], list[str]]:
            scope = await reading.search.scope(Filters())
            documents = await reading.library.documents((SHARED,))
            return (
                scope.searched,
                await reading.search.size(),
                await reading.search.frequencies(["lamp", "ferry"]),
                [each.name for each in documents],
            )

        assert await store.reading(asked) == (1, 2, {"lamp": 2, "ferry": 0}, ["A paper"])
        await shelve(store, ["a ferry"], title="Other")
        assert await store.reading(asked) == (2, 3, {"lamp": 2, "ferry": 1}, ["A paper", "Other"])
