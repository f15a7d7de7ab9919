"""British and American spellings of a word find each other, and nothing else."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from bot.answers.quote import quote
from bot.answers.results import QuoteRequest
from bot.answers.spellings import spellings
from bot.store.store import Store
from tests.answers.shelf import shelve


@pytest.fixture
async def store(tmp_path: Path) -> AsyncIterator[Store]:
    async with await Store.open(tmp_path / "store.sqlite3") as opened:
        yield opened


@pytest.mark.parametrize(
    ("word", "other"),
    [
        ("neighbours", "neighbors"),
        ("favourite", "favorite"),
        ("organisations", "organizations"),
        ("analysed", "analyzed"),
        ("travelled", "traveled"),
        ("defence", "defense"),
        ("theatres", "theaters"),
        ("haemoglobin", "hemoglobin"),
        ("manoeuvring", "maneuvering"),
        ("programme", "program"),
    ],
)
def test_either_way_to_write_a_word_leads_to_the_other(word: str, other: str) -> None:
    assert other in spellings(word)
    assert word in spellings(other)


@pytest.mark.parametrize(
    "word", ["for", "four", "hour", "filling", "filing", "wise", "called", "the", "boat", "1999", ""]
)
def test_most_words_are_written_in_one_way(word: str) -> None:
    assert spellings(word) == ()


@pytest.mark.parametrize("typed", ["biggest neighbours", "biggest neighbour", "theatre", "theatre neighbors"])
async def test_what_is_spelt_in_another_way_is_found_and_marked(store: Store, typed: str) -> None:
    await shelve(store, ["The theater is our biggest neighbor.", "The weather was fine.", "Four boats came in."])
    answer = await quote(store, QuoteRequest(typed))
    [passage] = answer.passages
    assert passage.match == "all"
    assert answer.words_not_found == ()
    marked = {passage.text[hit.start : hit.end] for hit in passage.hits}
    assert marked <= {"theater", "biggest neighbor", "biggest", "neighbor"}
    assert marked


async def test_the_typed_spelling_goes_first(store: Store) -> None:
    await shelve(store, ["A harbor of stone stands there.", "A harbour of stone stands there.", "Gulls stand there."])
    found = [passage.text.split()[1] for passage in (await quote(store, QuoteRequest("harbour"))).passages]
    assert found == ["harbour", "harbor"]
