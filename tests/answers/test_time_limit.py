"""A query that runs into its time limit: what was found until then is ranked and shown, and it says so."""

from collections.abc import AsyncIterator
from functools import partial
from pathlib import Path

import pytest

from bot.answers.finding import find_passages
from bot.answers.plan import blindly, make
from bot.answers.query import parse
from bot.answers.quote import quote
from bot.answers.results import QuoteRequest
from bot.store.reader import Reader
from bot.store.scope import Filters
from bot.store.store import Store
from tests.answers.shelf import shelve


@pytest.fixture
async def store(tmp_path: Path) -> AsyncIterator[Store]:
    async with await Store.open(tmp_path / "store.sqlite3") as opened:
        for document in range(60):
            lines = [f"lamp {number} lit late" for number in range(document * 50, document * 50 + 50)]
            await shelve(opened, lines, title=f"Log {document}")
        yield opened


async def without_time(store: Store) -> None:
    """From now on every query is ended the third time that SQLite would look at the clock: after some 5,000 steps."""
    for reader in store._database._readers:
        await reader._in_thread(partial(_count_looks, reader))


def _count_looks(reader: Reader) -> None:
    looks: dict[float, int] = {}

    def late() -> bool:
        looks[reader._deadline] = looks.get(reader._deadline, 0) + 1
        return looks[reader._deadline] > 2

    reader._connection.set_progress_handler(late, 2_000)


@pytest.mark.parametrize("text", ["lamp lit", '"lit late"', "lit lamp -brass", "lamp OR torch"])
async def test_when_the_time_is_over_what_was_found_is_shown(store: Store, text: str) -> None:
    everything = await quote(store, QuoteRequest(text))
    assert not everything.incomplete
    await without_time(store)
    answer = await quote(store, QuoteRequest(text))
    assert answer.incomplete
    assert len(answer.passages) == 5
    assert {passage.match for passage in answer.passages} == {everything.passages[0].match}
    for passage in answer.passages:
        assert passage.text.endswith("lit late")
        assert passage.hits


async def test_nothing_is_shown_that_time_would_have_withheld(store: Store) -> None:
    text = "lamp brass copper silver"
    assert (await quote(store, QuoteRequest(text))).passages == ()
    await without_time(store)
    assert (await quote(store, QuoteRequest(text))).passages == ()


async def test_what_is_wanted_for_a_list_is_gathered_as_well(store: Store) -> None:
    plan = await make(store, parse("lamp lit"))
    scope = await store.search.scope(Filters())
    everything = await find_passages(store, plan, scope)
    assert not everything.incomplete
    await without_time(store)
    finding = await find_passages(store, plan, scope)
    assert finding.incomplete
    assert 5 <= len(finding.ranked) < len(everything.ranked)
    assert all(each.score.whole for each in finding.ranked)


@pytest.mark.parametrize("text", ["lamp lit", "lam*", '"lamp 7" lit', "lit -7"])
async def test_where_even_the_vocabulary_had_no_time_the_words_are_looked_for_as_typed(store: Store, text: str) -> None:
    finding = await find_passages(store, blindly(parse(text)), await store.search.scope(Filters()))
    assert finding.incomplete
    assert finding.ranked
    assert all(each.score.whole for each in finding.ranked)
    assert not any(text.endswith("-7") and "7" in each.candidate.words for each in finding.ranked)
