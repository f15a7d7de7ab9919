"""In which order passages come: the typed form, titles and headings, repeated words, neighbours, good company."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from bot.answers.quote import quote
from bot.answers.results import QuoteRequest
from bot.models import Kind
from bot.store.store import Store
from tests.answers.shelf import Text, shelve


@pytest.fixture
async def store(tmp_path: Path) -> AsyncIterator[Store]:
    async with await Store.open(tmp_path / "store.sqlite3") as opened:
        yield opened


async def texts(store: Store, text: str) -> list[str]:
    return [passage.text for passage in (await quote(store, QuoteRequest(text))).passages]


@pytest.mark.parametrize(
    ("typed", "ordered"),
    [
        (
            "responsibility",
            [
                "The keeper has a responsibility, as every keeper before had one.",
                "A response. A response to a response.",
            ],
        ),
        ("lamps", ["He sold lamps in the square.", "He sold a lamp in the square."]),
        ("lamp", ["He sold a lamp in the square.", "He sold lamps in the square."]),
        ("organisation of ferries", ["The organisation of ferries is old.", "An organ for the ferries was organised."]),
    ],
)
async def test_the_typed_form_goes_before_what_only_shares_its_stem(
    store: Store, typed: str, ordered: list[str]
) -> None:
    await shelve(store, [*reversed(ordered), "Nobody came to the square."])
    assert await texts(store, typed) == ordered


async def test_a_word_in_the_title_or_the_nearest_heading_counts(store: Store) -> None:
    await shelve(store, ["The bridge opened on a Sunday.", "A gull cried.", "Nets dried on the wall."], title="Notes")
    headed: list[Text] = [(Kind.HEADING, "The bridge"), "The bridge opened on a Friday.", (Kind.HEADING, "Ferries")]
    await shelve(store, ["Preface.", *headed, "The bridge opened on a Tuesday."], title="Guide")
    await shelve(store, ["The bridge opened on a Monday."], title="A bridge opened")
    ordered = [text.split()[-1] for text in await texts(store, "bridge opened")]
    assert ordered == ["Monday.", "Friday.", "Sunday.", "Tuesday."]


async def test_a_word_that_the_query_repeats_weighs_more(store: Store) -> None:
    await shelve(store, ["Of tides, salt and gulls.", "Of moons, salt and gulls.", "Of kites and gulls.", "Of ropes."])
    assert (await texts(store, "tides salt gulls moons moons"))[0] == "Of moons, salt and gulls."
    assert (await texts(store, "moons salt gulls tides tides"))[0] == "Of tides, salt and gulls."


async def test_three_words_in_a_row_go_before_many_of_them_apart(store: Store) -> None:
    apart = "Old mills need a river, and a river needs mills; the old wheel, the old river, the old mills turn a wheel."
    row = "By the road that leads to the town and past the fields there is an old mill wheel, which nobody turns."
    await shelve(store, [apart, row, "The town has roads.", "A field lies fallow.", "Nobody came."])
    assert await texts(store, "old mill wheel") == [row, apart]


async def test_a_passage_in_good_company_goes_before_one_alone(store: Store) -> None:
    best = [f"Number {place}: tides move the salt marsh and its reeds, herons and mud." for place in range(6)]
    near = "Tides move a marsh and its reeds, herons and mud."
    far = "Tides move a marsh and its pumps, motors and oil."
    others = [f"Tides and salt in a marsh, {place} spoons of it." for place in range(6)]
    await shelve(store, [*best, far, near, *others, *(f"A page about roof {place}." for place in range(30))])
    found = await quote(store, QuoteRequest("tides move salt marsh", limit=20))
    ordered = [passage.text for passage in found.passages]
    assert ordered.index(near) < ordered.index(far)
