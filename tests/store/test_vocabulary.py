"""Spelling and completion from the words of a real store."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from bot.models import Kind
from bot.store.store import Store
from tests.answers.shelf import shelve


@pytest.fixture
async def store(tmp_path: Path) -> AsyncIterator[Store]:
    async with await Store.open(tmp_path / "store.sqlite3") as opened:
        await shelve(
            opened,
            [
                "The minister and the ministry met in the harbour.",
                "A harbour for the harbours of the minister; the hard harvest.",
                "The minister of multi-polar matters saw the harbour and the mister.",
                (Kind.NAVIGATION, "harboursite"),
            ],
        )
        await shelve(opened, ["A secret harbinger"], collection="guild", title="Own")
        yield opened


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("minster", ["minister", "mister"]),
        ("ministr", ["minister", "ministry"]),
        ("harbuor", ["harbour"]),
        ("hrd", ["hard"]),
        ("multipoler", ["multipolar"]),
        ("zzzzzz", []),
        ("ha", []),
        ("2022", []),
        ("", []),
    ],
)
async def test_the_nearest_spelling_comes_first_and_then_the_most_used(
    store: Store, typed: str, expected: list[str]
) -> None:
    assert await store.vocabulary.nearest(typed) == expected


async def test_another_collections_words_are_not_proposed(store: Store) -> None:
    assert await store.vocabulary.nearest("harbingr") == []
    assert await store.vocabulary.nearest("harbingr", ("guild",)) == ["harbinger"]
    assert await store.vocabulary.complete("harbi", 5) == []
    assert await store.vocabulary.complete("harbi", 5, ("guild",)) == ["harbinger"]


async def test_words_are_completed_most_used_first_without_stop_words(store: Store) -> None:
    assert await store.vocabulary.complete("har", 2) == ["harbour", "harbours"]
    assert await store.vocabulary.complete("har", 10) == ["harbour", "harbours", "hard", "harvest"]
    assert await store.vocabulary.complete("th", 10) == []
    assert await store.vocabulary.complete("", 10) == []


async def test_only_what_body_paragraphs_say_is_proposed(store: Store) -> None:
    assert "harboursite" not in await store.vocabulary.complete("harbour", 10)


async def test_what_is_imported_later_is_known_at_once(store: Store) -> None:
    assert await store.vocabulary.complete("quo", 5) == []
    await shelve(store, ["a quorum"], title="Later")
    assert await store.vocabulary.complete("quo", 5) == ["quorum"]


async def test_beginnings_count_in_how_many_paragraphs_a_word_stands(store: Store) -> None:
    assert await store.vocabulary.beginning("minist", 5) == [("minister", 3), ("ministry", 1)]
