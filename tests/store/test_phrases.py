"""Where the words of a pasted text may stand."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest
import pytest_asyncio

from bot.errors import BusyError, DamagedStoreError
from bot.models import Kind, Span
from bot.store.database import Database
from bot.store.phrases import any_two, near, phrases
from bot.store.scope import Filters, Scope
from bot.store.store import Store
from tests.support import invented, keep

TEXTS = (
    (Kind.HEADING, "The porter of the Grand Hotel"),
    "The porter carried fourteen trunks to the lift. Nobody thanked her.",
    "The lift that the porter waited for never came.",
    "市议会星期二决定疏浚北面的航道。",
)


@pytest_asyncio.fixture
async def store(tmp_path: Path) -> AsyncIterator[Store]:
    async with await Store.open(tmp_path / "store.sqlite3") as opened:
        await keep(opened, invented(*TEXTS))
        await keep(opened, invented("The porter carried nothing.", file="other.txt"))
        yield opened


async def scope(store: Store, document: int | None = None) -> Scope:
    return await store.search.scope(Filters(document=document))


async def holding(store: Store, *expressions: str, limit: int = 9) -> list[list[int]]:
    return await store.phrases.holding(expressions, await scope(store), limit)


async def test_each_expression_has_its_paragraphs_of_whatever_kind(store: Store) -> None:
    found = await holding(
        store, phrases([("the", "porter")]), phrases([("the", "porter"), ("fourteen", "trunks")]), phrases([("no",)])
    )
    assert found == [[1, 2, 3, 5], [2], []]


async def test_no_more_than_asked_for(store: Store) -> None:
    assert await holding(store, phrases([("the", "porter")]), limit=2) == [[1, 2]]
    assert await holding(store) == []


async def test_only_within_the_scope(store: Store) -> None:
    within = await scope(store, document=2)
    assert await store.phrases.holding([phrases([("porter",)])], within, 9) == [[5]]
    await store.keeper.remove(2)
    assert await holding(store, phrases([("porter",)])) == [[1, 2, 3]]


async def test_words_near_each_other_and_two_of_several(store: Store) -> None:
    assert await holding(store, near(("lift", "porter"), 2), near(("lift", "porter"), 1)) == [[3], []]
    assert await holding(store, any_two(["trunks", "thanked", "whales"]), any_two(["whales"])) == [[2], []]


async def test_pieces_of_a_script_without_spaces(store: Store) -> None:
    everywhere = await scope(store)
    assert await store.phrases.containing(["星期二决", "鲸鱼在唱"], everywhere, 9) == [4]
    assert await store.phrases.containing(["二"], everywhere, 9) == []
    assert await store.phrases.containing(["期二决定不"], everywhere, 9) == []


async def test_clauses_without_spaces_are_not_gone_through_without_end(store: Store) -> None:
    await keep(store, invented("北面的航道。星期三。", file="second.txt"))
    everywhere = await scope(store)
    assert await store.phrases.containing(["面的航道"], everywhere, 9) == [4, 6]
    assert await store.phrases.containing(["面的航道"], everywhere, 9, most=1) == [6]
    with pytest.raises(BusyError, match="whole clause"):
        await store.phrases.containing(["鲸鱼在唱"], everywhere, 9, most=1)


async def test_paragraphs_come_with_their_place(store: Store) -> None:
    first, second = await store.phrases.paragraphs([5, 1])
    assert (first.id, first.kind, first.number, first.text) == (1, Kind.HEADING, 1, "The porter of the Grand Hotel")
    assert (second.id, second.document) == (5, 2)
    assert await store.phrases.paragraphs([]) == []


async def test_paragraphs_around_a_stretch(store: Store) -> None:
    (middle,) = await store.phrases.paragraphs([2])
    assert [each.id for each in await store.phrases.around(1, Span(middle.span.start - 5, middle.span.end))] == [1, 2]
    assert [each.id for each in await store.phrases.around(1, Span(0, 10_000))] == [1, 2, 3, 4]


async def test_a_slice_of_the_source(store: Store) -> None:
    (middle,) = await store.phrases.paragraphs([2])
    assert await store.phrases.slice(1, middle.span) == middle.text
    assert await store.phrases.slice(9, middle.span) == ""


async def test_sentences_by_paragraph(store: Store) -> None:
    found = await store.phrases.sentences([2, 3])
    assert [len(found[id_]) for id_ in (2, 3)] == [2, 1]


async def test_digests_are_counted(store: Store) -> None:
    assert await store.phrases.digests(await scope(store)) == 0


async def test_a_damaged_paragraph_is_not_given(store: Store, tmp_path: Path) -> None:
    database = await Database.open(tmp_path / "store.sqlite3")
    async with database.write() as connection:
        await connection.execute("UPDATE paragraph SET text = replace(text, 'fourteen', 'forty') WHERE id = 2")
    await database.close()
    with pytest.raises(DamagedStoreError):
        await store.phrases.paragraphs([2])
