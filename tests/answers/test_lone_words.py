"""A query of one word: the best by BM25 are weighed, the others only when somebody asks for them."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from bot.answers.candidates import FIRST, lined_up
from bot.answers.plan import make
from bot.answers.query import parse
from bot.answers.quote import quote
from bot.answers.results import QuoteAnswer, QuoteRequest
from bot.models import Kind
from bot.store.scope import Filters
from bot.store.store import Store
from tests.answers.shelf import shelve

LAMPS = 60


@pytest.fixture
async def store(tmp_path: Path) -> AsyncIterator[Store]:
    async with await Store.open(tmp_path / "store.sqlite3") as opened:
        yield opened


def lamp(number: int) -> str:
    """The lower the number the shorter, and some say it twice."""
    return "A lantern " + "swung in the wind " * (number % 30) + f"at gate {number}." + " Lantern!" * (number % 7 == 0)


async def ask(store: Store, text: str, *, limit: int = 5, offset: int = 0) -> QuoteAnswer:
    return await quote(store, QuoteRequest(text, limit=limit, offset=offset))


async def test_of_many_passages_with_a_word_only_the_first_are_weighed(store: Store) -> None:
    await shelve(store, [lamp(number) for number in range(LAMPS)])
    lined = await lined_up(store, await make(store, parse("lantern")), await store.search.scope(Filters()))
    assert lined is not None
    assert (len(lined.first), len(lined.others)) == (FIRST, LAMPS - FIRST)
    few = await lined_up(store, await make(store, parse("lantern wind")), await store.search.scope(Filters()))
    assert few is None


async def test_pages_follow_one_another_and_leave_nothing_out(store: Store) -> None:
    await shelve(store, [lamp(number) for number in range(LAMPS)])
    pages = [await ask(store, "lantern", limit=5, offset=offset) for offset in range(0, LAMPS, 5)]
    texts = [passage.text for page in pages for passage in page.passages]
    assert sorted(texts) == sorted(map(lamp, range(LAMPS)))
    assert {page.total for page in pages} == {LAMPS}
    assert [passage.text for passage in (await ask(store, "lantern", limit=50)).passages] == texts[:50]
    assert texts[0] == lamp(0)


async def test_only_what_may_answer_is_counted(store: Store) -> None:
    heading = (Kind.HEADING, "Lantern")
    first = await shelve(store, [heading, *map(lamp, range(LAMPS)), heading], title="One")
    await shelve(store, [lamp(number) + " Again." for number in range(LAMPS)], title="Two")
    await store.keeper.remove(first.id)
    await shelve(store, [lamp(3), lamp(4), heading], title="Three")
    assert (await ask(store, "lantern")).total == LAMPS + 2


async def test_a_passage_that_stands_in_several_documents_is_one_answer_on_all_pages(store: Store) -> None:
    for title in ("Morning", "Noon", "Evening"):
        await shelve(store, [lamp(number) for number in range(20)], title=title)
    found = await ask(store, "lantern", limit=50)
    assert len(found.passages) == found.total == 20
    assert {len(passage.also_in) for passage in found.passages} == {2}


async def test_the_word_itself_goes_before_words_that_share_its_stem(store: Store) -> None:
    related = [f"General orders from the general, number {number}." for number in range(2 * FIRST)]
    typed = "Of the two medicines on the shelf in the old pharmacy by the river gate, the cheaper one was generic."
    await shelve(store, [*related, typed])
    answer = await ask(store, "generic")
    assert answer.passages[0].text == typed
    assert answer.total == len(related) + 1
