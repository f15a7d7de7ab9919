"""Finding passages in a real store: what is in scope, what is wanted, what is found."""

import random
import sqlite3
from collections import Counter
from collections.abc import AsyncIterator
from contextlib import closing
from datetime import date
from pathlib import Path

import pytest

from bot.errors import DamagedStoreError
from bot.models import SHARED, Kind
from bot.store.scope import Filters
from bot.store.search import Wanted
from bot.store.store import Store
from tests.answers.shelf import sha256_of, shelve


@pytest.fixture
async def store(tmp_path: Path) -> AsyncIterator[Store]:
    async with await Store.open(tmp_path / "store.sqlite3") as opened:
        yield opened


async def found(store: Store, word: str, filters: Filters = Filters()) -> list[str]:  # noqa: B008 - frozen
    scope = await store.search.scope(filters)
    ids = await store.search.best(Wanted([[(word,)]]), scope, 50)
    return sorted(passage.text for passage in await store.search.passages(ids))


def test_an_expression_holds_nothing_but_quoted_words() -> None:
    wanted = Wanted([[("peace",), ("quiet", "night")], [("da*",)]], [("war",)])
    assert wanted.expression == '(("peace" OR "quiet night") AND ("da" *)) NOT ("war")'


async def test_only_living_body_paragraphs_answer(store: Store) -> None:
    document = await shelve(store, ["a lamp", (Kind.HEADING, "lamp heading"), (Kind.PROMOTION, "lamp sale"), "lamps"])
    assert await found(store, "lamp") == ["a lamp", "lamps"]
    await shelve(store, ["a lamp", "no light"], replacing=document)
    assert await found(store, "lamp") == ["a lamp"]
    await store.keeper.remove(document.id)
    assert await found(store, "lamp") == []


async def test_a_digest_gives_way_to_its_original_in_the_same_collection(store: Store) -> None:
    original = ["the lamp itself"]
    digest = await shelve(store, ["of a lamp"], title="Digest", digest_of=sha256_of("Original", original))
    assert await found(store, "lamp") == ["of a lamp"]
    await shelve(store, original, title="Original", collection="guild")
    assert await found(store, "lamp") == ["of a lamp"]
    kept = await shelve(store, original, title="Original")
    assert await found(store, "lamp") == ["the lamp itself"]
    assert await found(store, "lamp", Filters(document=digest.id)) == ["of a lamp"]
    await store.keeper.remove(kept.id)
    assert await found(store, "lamp") == ["of a lamp"]


async def test_collections_are_kept_apart(store: Store) -> None:
    await shelve(store, ["shared lamp"])
    await shelve(store, ["own lamp"], collection="guild")
    assert await found(store, "lamp") == ["shared lamp"]
    assert await found(store, "lamp", Filters(("guild",))) == ["own lamp"]
    assert await found(store, "lamp", Filters((SHARED, "guild"))) == ["own lamp", "shared lamp"]
    assert await found(store, "lamp", Filters(())) == []


@pytest.mark.parametrize(
    ("since", "until", "expected"),
    [
        (None, None, ["first lamp", "second lamp", "undated lamp"]),
        (date(2023, 3, 20), None, ["first lamp", "second lamp"]),
        (date(2023, 3, 21), None, ["second lamp"]),
        (None, date(2023, 3, 20), ["first lamp"]),
        (date(2023, 3, 21), date(2023, 3, 23), []),
    ],
)
async def test_published_dates_set_the_scope(
    store: Store, since: date | None, until: date | None, expected: list[str]
) -> None:
    await shelve(store, ["first lamp"], title="First", published="2023-03-20")
    await shelve(store, ["second lamp"], title="Second", published="2023-03-24")
    await shelve(store, ["undated lamp"], title="Undated")
    assert await found(store, "lamp", Filters(since=since, until=until)) == expected
    scope = await store.search.scope(Filters(since=since, until=until))
    assert (scope.searched, scope.undated) == (len(expected), 0 if since is None and until is None else 1)


async def test_frequencies_count_inflections_and_both_columns(store: Store) -> None:
    await shelve(store, ["he visited", "two visits", "a multi-polar world", (Kind.HEADING, "The visit")])
    counts = await store.search.frequencies(["visiting", "multipolar", "polar", "nowhere"])
    assert counts == {"visiting": 3, "multipolar": 1, "polar": 1, "nowhere": 0}
    assert await store.search.size() == 4


async def test_what_is_wanted_is_counted_and_excluded(store: Store) -> None:
    await shelve(store, ["red lamp", "blue lamp", "red door"])
    assert await store.search.count(Wanted([[("lamp",)], [("red",), ("blue",)]]), 10) == 2
    assert await store.search.count(Wanted([[("lamp",)]], [("red",)]), 10) == 1
    assert await store.search.count(Wanted([[("lamp",)]]), 1) == 1


async def test_a_damaged_passage_is_not_handed_out(store: Store) -> None:
    await shelve(store, ["a lamp"])
    with closing(sqlite3.connect(store.path)) as connection, connection:
        connection.execute("UPDATE paragraph SET text = 'a lump'")
    with pytest.raises(DamagedStoreError, match="D1¶1"):
        await found(store, "lamp")


async def test_passages_that_differ_in_typography_only_are_found_together_lowest_reference_first(store: Store) -> None:
    own = await shelve(store, ["It is “late”."], collection="guild")
    await shelve(store, ["x", 'It is "late".'])
    await shelve(store, ["It is 'late'.", "* * *"], title="Other")
    scope = await store.search.scope(Filters((SHARED, "guild")))
    ids = await store.search.best(Wanted([[("late",)]]), scope, 1)
    marks = {passage.fingerprint for passage in await store.search.passages(ids)}
    shared = await store.search.shared(marks, scope)
    assert [passage.text for passage in shared] == ['It is "late".', "It is 'late'.", "It is “late”."]
    assert shared[-1].document == own.id


async def test_words_stand_in_a_scope_in_paragraphs_of_any_kind(store: Store) -> None:
    await shelve(store, ["lamp", (Kind.HEADING, "a heading")])
    await shelve(store, ["door"], collection="guild")
    scope = await store.search.scope(Filters())
    runs = [("lamp",), ("heading",), ("a", "heading"), ("door",), ("heading", "a")]
    assert await store.search.standing(runs, scope) == {("lamp",), ("heading",), ("a", "heading")}


async def test_chance_gives_every_passage_of_the_scope_about_as_often(store: Store) -> None:
    document = await shelve(store, ["one", (Kind.HEADING, "heading"), "two", "three"])
    await shelve(store, ["removed"] * 40, replacing=await shelve(store, ["old"] * 40, title="Gone"), title="Gone")
    scope = await store.search.scope(Filters(document=document.id))
    chance = random.Random(5)  # noqa: S311 - a repeatable draw
    ids = Counter([await store.search.any(scope, chance) for _ in range(600)])
    assert len(ids) == 3
    assert all(150 < count < 250 for count in ids.values())


async def test_chance_finds_the_one_passage_in_a_sparse_scope_and_none_in_an_empty_one(store: Store) -> None:
    chance = random.Random(5)  # noqa: S311 - a repeatable draw
    assert await store.search.any(await store.search.scope(Filters()), chance) is None
    await shelve(store, ["first"], title="First", published="2020-01-01")
    await shelve(store, [f"text {number}" for number in range(3_000)], title="Long")
    scope = await store.search.scope(Filters(since=date(2020, 1, 1)))
    found_id = await store.search.any(scope, chance)
    assert found_id is not None
    assert [passage.text for passage in await store.search.passages([found_id])] == ["first"]


async def test_a_spread_takes_passages_from_the_whole_scope(store: Store) -> None:
    document = await shelve(store, [f"lamp number {number}" for number in range(2_400)])
    scope = await store.search.scope(Filters(document=document.id))
    ids = await store.search.spread(Wanted([[("lamp",)]]), scope)
    assert len(ids) == len(set(ids)) < 300
    quarters = Counter((id_ - scope.low) * 4 // (scope.high - scope.low + 1) for id_ in ids)
    assert min(quarters.values()) == max(quarters.values())
