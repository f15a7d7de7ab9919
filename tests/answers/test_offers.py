"""What is offered while somebody types: titles before names and words, the nearest first."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from bot.answers.offers import Offers
from bot.store.store import Store
from tests.answers.shelf import shelve


@pytest.fixture
async def store(tmp_path: Path) -> AsyncIterator[Store]:
    async with await Store.open(tmp_path / "store.sqlite3") as opened:
        harbour = (
            "The mayor, Ottokar Brandt, opened the harbour. Later the harbour was dredged; so said Ottokar Brandt."
        )
        await shelve(opened, [harbour, "We met Brandt in the brand new harbour."], title="Harbour works")
        await shelve(opened, ["A brand of tea."], title="Works of the harbour")
        yield opened


async def titles(store: Store, typed: str) -> list[str]:
    return [each.reference for each in await Offers(store).documents(typed)]


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("", ["D1", "D2"]),
        ("2", ["D2"]),
        ("d1", ["D1"]),
        ("d", ["D1", "D2"]),
        ("works", ["D2", "D1"]),
        ("harb wor", ["D1", "D2"]),
        ("orks", ["D1", "D2"]),
        ("harbuor works", ["D1"]),
        ("zzzzqq", []),
    ],
)
async def test_documents_by_number_beginning_words_and_likeness(store: Store, typed: str, expected: list[str]) -> None:
    assert await titles(store, typed) == expected


async def test_words_are_completed_names_as_they_are_written(store: Store) -> None:
    offers = Offers(store)
    assert await offers.words("bran") == ["brand", "Ottokar Brandt"]
    assert await offers.words("otto") == ["Ottokar Brandt"]
    assert await offers.words("b") == []


async def test_a_text_is_offered_with_the_titles_that_begin_so_first(store: Store) -> None:
    offers = Offers(store)
    assert (await offers.texts("harb"))[:2] == ["Harbour works", "harbour"]
    assert await offers.texts("new bran") == ["new brand", "new Brandt"]
    assert await offers.texts("(((") == []


async def test_a_name_is_completed_by_what_fits_behind_the_rest(store: Store) -> None:
    offers = Offers(store)
    assert await offers.texts("Ottokar bran") == ["Ottokar Brandt", "Ottokar brand"]
    assert await offers.texts("tea -bran") == ["tea -brand", "tea -Brandt"]
    assert await offers.texts("-otto") == ["-Ottokar"]
    assert await offers.texts('"new bran') == ['"new brand', '"new Brandt']
    assert await offers.texts('"new tea" bran') == ['"new tea" brand', '"new tea" Brandt']


async def test_what_is_offered_continues_what_was_typed_or_spells_its_name(store: Store) -> None:
    await shelve(
        store,
        [
            "We asked President Jonas Weir. Then President Weir answered; later President Weir left.",
            "They say that President Weir, as Jonas Weir is called, likes weirs.",
        ],
        title="Weirs",
    )
    offers = Offers(store)
    assert await offers.words("wei") == ["President Weir", "weirs"]
    for typed in ("jonas wei", "tea jonas wei", "tea wei", '"jonas wei', "-jonas wei", "jonas  wei", "president wei"):
        offered = await offers.texts(typed)
        assert offered, typed
        assert all(" ".join(each.split()).casefold().startswith(" ".join(typed.split())) for each in offered), offered
    assert (await offers.texts("jonas wei"))[0] == "Jonas Weir"
    assert (await offers.texts("tea jonas wei"))[0] == "tea Jonas Weir"
    assert "jonas Weir" not in await offers.texts("jonas wei")


async def test_what_is_imported_later_is_offered_at_once(store: Store) -> None:
    offers = Offers(store)
    assert await offers.texts("quor") == []
    await shelve(store, ["a quorum"], title="Quorate")
    assert await offers.texts("quor") == ["Quorate", "quorum"]
