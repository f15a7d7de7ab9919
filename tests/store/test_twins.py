"""Passages that are the same but for a few words are found, and stay right whatever happens to their documents."""

import sqlite3
from collections.abc import AsyncIterator
from contextlib import closing
from pathlib import Path
from typing import Final

import pytest

from bot.answers.quote import quote
from bot.answers.results import Passage, QuoteRequest
from bot.models import SHARED, Document, Kind
from bot.store.store import Store
from tests.answers.shelf import sha256_of, shelve
from tests.support import ailments

REPORT: Final = (
    "The harbour council of Ostrava Bay voted on Tuesday to dredge the northern channel, which will cost forty million "
    "crowns and keep the ferries away for two summers."
)
COPY: Final = REPORT.replace("keep the ferries", "hold ferries").replace("northern channel", "narrow channel")
OTHER: Final = "Divers warned that the mussel beds in the bay would not survive the work on the channel."


@pytest.fixture
async def store(tmp_path: Path) -> AsyncIterator[Store]:
    async with await Store.open(tmp_path / "store.sqlite3") as opened:
        yield opened
        assert await ailments(opened) == []


async def found(store: Store, text: str = "council channel ferries") -> list[Passage]:
    return list((await quote(store, QuoteRequest(text))).passages)


async def places(store: Store) -> list[tuple[str, list[str], list[str]]]:
    return [
        (each.citation.reference, [one.reference for one in each.also_in], [one.reference for one in each.nearly_in])
        for each in await found(store)
    ]


def rows(store: Store) -> tuple[int, int]:
    with closing(sqlite3.connect(store.path)) as connection:
        (shingles,) = connection.execute("SELECT count(*) FROM shingle").fetchone()
        (twins,) = connection.execute("SELECT count(*) FROM twin").fetchone()
        return shingles, twins


async def test_a_copy_with_few_words_changed_is_one_hit(store: Store) -> None:
    await shelve(store, [OTHER, REPORT], title="Report")
    await shelve(store, [COPY], title="Copy")
    await shelve(store, [REPORT.upper()], title="Loud")
    [(shown, also, nearly)] = await places(store)
    assert {shown, *also} == {"D1¶2", "D2¶1", "D3¶1"}
    assert nearly in (["D2¶1"], ["D1¶2", "D3¶1"])


@pytest.mark.parametrize(
    ("words", "others"),
    [
        ("forty million", "fifty million"),
        ("forty million", "more than forty million"),
        ("Ostrava", "Orm"),
        ("Tuesday", "Friday"),
        ("voted", "voted not"),
        ("will cost", "may cost"),
        ("northern", "southern"),
        ("to dredge", "before they dredge"),
    ],
)
async def test_a_figure_a_name_or_a_negation_makes_another_passage(store: Store, words: str, others: str) -> None:
    await shelve(store, [REPORT], title="Report")
    await shelve(store, [REPORT.replace(words, others)], title="Other")
    assert [(also, nearly) for _, also, nearly in await places(store)] == [([], []), ([], [])]


async def test_figures_may_be_written_in_either_way(store: Store) -> None:
    await shelve(store, [REPORT], title="Report")
    await shelve(store, [REPORT.replace("forty million", "40,000,000").replace("two", "2")], title="Copy")
    assert len(await found(store)) == 1


async def test_a_form_filled_in_with_other_numbers_stays_apart_in_any_crowd(store: Store) -> None:
    crowd = [f"The lamp of the old lighthouse at the point burned through night {n} of that year." for n in range(300)]
    await shelve(store, crowd, title="Ledger")
    await shelve(store, [crowd[250].replace("burned", "glowed")], title="Copy")
    [passage] = [each for each in await found(store, "glowed lamp lighthouse") if "glowed" in each.text]
    assert [each.reference for each in passage.nearly_in] == ["D1¶251"]
    assert rows(store)[1] == 2


async def test_removing_a_document_leaves_nothing_behind(store: Store) -> None:
    await shelve(store, [OTHER], title="Other")
    before = rows(store)
    kept = [await shelve(store, [text], title=title) for text, title in ((REPORT, "Report"), (COPY, "Copy"))]
    await store.keeper.remove(kept[0].id)
    assert [(shown, also) for shown, also, _ in await places(store)] == [("D3¶1", [])]
    await store.keeper.remove(kept[1].id)
    assert rows(store) == before


async def test_a_text_that_another_document_holds_keeps_its_twins(store: Store) -> None:
    first = await shelve(store, [REPORT], title="Report")
    await shelve(store, [REPORT], title="Again")
    await shelve(store, [COPY], title="Copy")
    await store.keeper.remove(first.id)
    [(shown, also, _)] = await places(store)
    assert {shown, *also} == {"D2¶1", "D3¶1"}
    assert (await shelve(store, [COPY.replace("narrow", "shallow")], title="Third")).reference == "D4"
    [(shown, also, _)] = await places(store)
    assert {shown, *also} == {"D2¶1", "D3¶1", "D4¶1"}


async def test_a_new_version_has_the_twins_of_its_new_words(store: Store) -> None:
    await shelve(store, [REPORT], title="Report")
    changed = await shelve(store, [COPY], title="Copy")
    await shelve(store, [COPY.replace("forty", "fifty")], title="Copy", replacing=changed)
    assert [also for _, also, _ in await places(store)] == [[], []]
    await shelve(store, [COPY], title="Copy", replacing=changed)
    assert [len(also) for _, also, _ in await places(store)] == [1]


async def test_only_body_paragraphs_are_listed_whenever_that_is_settled(store: Store) -> None:
    await shelve(store, [REPORT], title="Report")
    copy = await shelve(store, [(Kind.PROMOTION, COPY)], title="Copy")
    assert await places(store) == [("D1¶1", [], [])]
    await shelve(store, [COPY], title="Copy", replacing=copy)
    assert [len(also) for _, also, _ in await places(store)] == [1]
    await shelve(store, [(Kind.PROMOTION, COPY)], title="Copy", replacing=copy)
    assert await places(store) == [("D1¶1", [], [])]


async def test_a_retired_digest_and_another_collection_are_not_listed(store: Store) -> None:
    await shelve(store, [REPORT], title="Report")
    await shelve(store, [COPY], title="Digest", digest_of=sha256_of("Original", [OTHER]))
    await shelve(store, [COPY], title="Own", collection="guild")
    assert [len(also) for _, also, _ in await places(store)] == [1]
    await shelve(store, [OTHER], title="Original")
    assert await places(store) == [("D1¶1", [], [])]
    both = await quote(store, QuoteRequest("council channel ferries", collections=(SHARED, "guild")))
    assert {each.reference for each in both.passages[0].also_in} | {both.passages[0].citation.reference} == {
        "D1¶1",
        "S1¶1",
    }


async def test_of_equal_passages_the_earliest_published_is_shown(store: Store) -> None:
    async def dated(title: str, published: str | None) -> Document:
        return await shelve(store, [REPORT], title=title, published=published)

    for title, published in (("None", None), ("Late", "2024-05-02"), ("Early", "2024-05-01")):
        await dated(title, published)
    assert await places(store) == [("D3¶1", ["D1¶1", "D2¶1"], [])]


async def test_documents_of_an_older_store_are_caught_up_with(store: Store) -> None:
    first = await shelve(store, [REPORT], title="Report")
    second = await shelve(store, [COPY], title="Copy")
    expected = rows(store)
    with closing(sqlite3.connect(store.path)) as connection, connection:
        connection.execute("DELETE FROM shingle")
        connection.execute("DELETE FROM twin")
        connection.executemany("INSERT INTO twin_backlog VALUES (?)", [(first.id,), (second.id,)])
    assert [also for _, also, _ in await places(store)] == [[], []]
    assert await store.keeper.link_backlog() == 2
    assert rows(store) == expected
    assert [len(also) for _, also, _ in await places(store)] == [1]
    assert await store.keeper.link_backlog() == 0
