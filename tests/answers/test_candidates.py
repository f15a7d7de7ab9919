"""Which passages are looked at where thousands have what is wanted: the telling ones, and none for its age."""

import asyncio
from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from bot.answers.candidates import MOST, looked_at
from bot.answers.plan import Plan, make
from bot.answers.query import parse
from bot.answers.quote import quote
from bot.answers.results import QuoteRequest
from bot.store.scope import Filters
from bot.store.store import Store
from tests.answers.shelf import shelve

LINES = 9_000


def line(number: int) -> str:
    """Lamp and lit stand everywhere, a sort in one line of ten; few lines have a word that no other has."""
    return f"lamp {number} of sort{number % 10} lit late" + (" by Ottokar" if number % 3_000 == 2_999 else "")


@pytest.fixture(scope="module")
def shelf(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("candidates") / "store.sqlite3"
    asyncio.run(fill(path))
    return path


async def fill(path: Path) -> None:
    async with await Store.open(path) as store:
        for start in range(0, LINES, 1_000):
            await shelve(store, [line(number) for number in range(start, start + 1_000)], title=str(start))


@pytest.fixture
async def store(shelf: Path) -> AsyncIterator[Store]:
    async with await Store.open(shelf) as opened:
        yield opened


async def plan_of(store: Store, text: str) -> Plan:
    return await make(store, parse(text))


async def test_of_a_word_that_all_have_some_are_taken_from_every_document(store: Store) -> None:
    plan = await plan_of(store, "lamp")
    looked = await looked_at(store, plan, await store.search.scope(Filters()), [[0]])
    assert not looked.all
    assert len(looked.candidates) <= MOST
    assert {each.place[1] for each in looked.candidates} == set(range(1, 10))


async def test_other_queries_see_other_passages(store: Store) -> None:
    scope = await store.search.scope(Filters())
    seen = [
        {each.id for each in (await looked_at(store, await plan_of(store, word), scope, [[0]])).candidates}
        for word in ("lamp", "lit")
    ]
    assert len(seen[0] & seen[1]) < MOST / 2


async def test_the_rarest_words_lead_to_what_is_looked_at(store: Store) -> None:
    plan = await plan_of(store, "lamp lit ottokar")
    looked = await looked_at(store, plan, await store.search.scope(Filters()), [[0, 1, 2]])
    assert {3_000, 6_000, 9_000} <= {each.id for each in looked.candidates}


async def test_a_rare_word_beside_common_ones_leaves_none_out(store: Store) -> None:
    answer = await quote(store, QuoteRequest("lamp lit ottokar"))
    assert answer.total == 3
    assert all("Ottokar" in passage.text for passage in answer.passages)


async def test_words_in_the_order_of_a_passage_find_it_among_thousands(store: Store) -> None:
    answer = await quote(store, QuoteRequest("lamp 4711 of"))
    assert answer.passages[0].text == line(4_711)
    common = await quote(store, QuoteRequest("late by"))
    assert "late by Ottokar" in common.passages[0].text


async def test_a_phrase_that_few_have_is_found_whole_though_its_words_are_everywhere(store: Store) -> None:
    answer = await quote(store, QuoteRequest('"lit late by"'))
    assert (answer.total, answer.passages[0].match) == (3, "all")


async def test_a_short_beginning_is_answered_from_everywhere(store: Store) -> None:
    looked = await looked_at(store, await plan_of(store, "l*"), await store.search.scope(Filters()), [[0]])
    assert {each.place[1] for each in looked.candidates} == set(range(1, 10))
    assert (await quote(store, QuoteRequest("l*"))).total == len(looked.candidates)
