"""Numbers are given once, a re-import keeps them, and what is removed is gone."""

import asyncio
import sqlite3
from collections.abc import AsyncIterator
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

from bot.errors import NoStoreError, UnknownDocumentError
from bot.models import SHARED, Kind
from bot.store.preparation import Period
from bot.store.store import Store
from tests.support import ailments, invented, keep, numbers


@pytest.fixture
async def store(tmp_path: Path) -> AsyncIterator[Store]:
    async with await Store.open(tmp_path / "store.sqlite3") as opened:
        yield opened
        assert await ailments(opened) == []


def ask(store: Store, sql: str) -> list[tuple[Any, ...]]:
    with closing(sqlite3.connect(store.path)) as other:
        return list(other.execute(sql))


TOMBSTONES = 'SELECT number, text, "start", "end" FROM paragraph WHERE removed_at IS NOT NULL ORDER BY number'


async def test_numbers_of_documents_are_never_given_again(store: Store) -> None:
    documents = [await keep(store, invented(f"Text {place}.", file=f"{place}.txt")) for place in range(3)]
    assert [each.number for each in documents] == [1, 2, 3]
    await store.keeper.remove(documents[2].id)
    await store.keeper.remove(documents[0].id)
    again = await keep(store, invented("Text 2.", file="2.txt"))
    assert again.number == 4
    assert [each.number for each in await store.library.documents([SHARED])] == [2, 4]


async def test_collections_count_for_themselves(store: Store) -> None:
    shared = await keep(store, invented("Here."))
    own = await keep(store, invented("Here."), collection="123")
    other = await keep(store, invented("Here."), collection="456")
    assert [shared.reference, own.reference, other.reference] == ["D1", "S1", "S1"]
    await store.keeper.remove(own.id)
    assert (await keep(store, invented("There."), collection="123")).reference == "S2"
    assert [await store.keeper.count(each) for each in (SHARED, "123", "456", "789")] == [1, 1, 1, 0]


async def test_a_removed_document_leaves_no_word_behind(store: Store) -> None:
    document = await keep(store, invented("The unforgettable word is Quillfeather."))
    await store.keeper.remove(document.id)
    for table in ("document", "paragraph", "passage_text", "source", "word_count", "stem_count"):
        assert "quillfeather" not in str(ask(store, f"SELECT * FROM {table}")).casefold()  # noqa: S608 - the test's own names


async def test_unchanged_paragraphs_keep_their_numbers_and_new_ones_get_new_ones(store: Store) -> None:
    document = await keep(store, invented("One.", "Two.", "Three."))
    document = await keep(store, invented("One.", "One and a half.", "Two.", "Three.", "Four."), document)
    assert await numbers(store, document) == {
        "One.": 1, "Two.": 2, "Three.": 3, "One and a half.": 4, "Four.": 5,
    }  # fmt: skip
    texts = [each.text for each in await store.library.paragraphs(document)]
    assert texts == ["One.", "One and a half.", "Two.", "Three.", "Four."]


async def test_removed_paragraphs_leave_tombstones_with_their_last_wording(store: Store) -> None:
    document = await keep(store, invented("One.", "Two.", "Three."))
    document = await keep(store, invented("One.", "Three, changed."), document)
    assert await numbers(store, document) == {"One.": 1, "Three, changed.": 4}
    assert ask(store, TOMBSTONES) == [(2, "Two.", None, None), (3, "Three.", None, None)]
    document = await keep(store, invented("One.", "Five."), document)
    assert await numbers(store, document) == {"One.": 1, "Five.": 5}


async def test_a_paragraph_that_returns_gets_its_number_back(store: Store) -> None:
    document = await keep(store, invented("One.", "Two."))
    document = await keep(store, invented("One."), document)
    document = await keep(store, invented("New.", "Two.", "One."), document)
    assert await numbers(store, document) == {"New.": 3, "Two.": 2, "One.": 1}
    assert ask(store, TOMBSTONES) == []


async def test_moved_paragraphs_keep_their_numbers(store: Store) -> None:
    document = await keep(store, invented("One.", "Two.", "Three."))
    document = await keep(store, invented("Three.", "Two.", "One."), document)
    assert await numbers(store, document) == {"One.": 1, "Two.": 2, "Three.": 3}


async def test_typography_does_not_make_another_paragraph(store: Store) -> None:
    document = await keep(store, invented("He said: 'It's late -- too late.'", "Two."))
    changed = "He said: “It’s late — too late.”"
    document = await keep(store, invented("Zero.", changed, "Two."), document)
    assert await numbers(store, document) == {"Zero.": 3, changed: 1, "Two.": 2}


async def test_equal_paragraphs_are_paired_in_order(store: Store) -> None:
    document = await keep(store, invented("* * *", "One.", "* * *", "Two.", "* * *"))
    document = await keep(store, invented("* * *", "One.", "* * *", "Two.", "* * *", "Three."), document)
    assert [each.number for each in await store.library.paragraphs(document)] == [1, 2, 3, 4, 5, 6]
    document = await keep(store, invented("One.", "* * *", "Two.", "* * *", "Three."), document)
    assert [each.number for each in await store.library.paragraphs(document)] == [2, 3, 4, 5, 6]


async def test_a_change_of_kind_keeps_the_number(store: Store) -> None:
    document = await keep(store, invented("One.", "Two."))
    document = await keep(store, invented("One.", (Kind.PROMOTION, "Two.")), document)
    assert [(each.number, each.kind) for each in await store.library.paragraphs(document)] == [
        (1, Kind.BODY),
        (2, Kind.PROMOTION),
    ]


async def test_candidates_come_in_the_order_of_how_well_they_fit(store: Store) -> None:
    name = await keep(store, invented("Name.", file="same.txt"))
    content = await keep(store, invented("Content.", file="other.txt"))
    await keep(store, invented("Neither.", file="third.txt"))
    await keep(store, invented("Content.", file="other.txt"), collection="77")
    found = await store.keeper.candidates(SHARED, content.sha256, "/elsewhere/same.txt", "same.txt")
    assert [each.id for each in found] == [content.id, name.id]
    found = await store.keeper.candidates(SHARED, "0" * 64, "/invented/other.txt", "same.txt")
    assert [each.id for each in found] == [content.id, name.id]
    await store.keeper.remove(content.id)
    assert len(await store.keeper.candidates(SHARED, content.sha256, "/elsewhere/same.txt", "same.txt")) == 1


async def test_corrections_are_kept_and_withdrawn(store: Store) -> None:
    async def correct(**changes: str | None) -> dict[str, str]:
        await store.keeper.keep(
            parsed, path="x", collection=SHARED, period=Period(), ranking=(), document=document.id, corrections=changes
        )
        return await store.keeper.corrections(document.id)

    parsed = invented("One.")
    document = await keep(store, parsed)
    assert await store.keeper.corrections(document.id) == {}
    assert await correct(title="A", note="B") == {"title": "A", "note": "B"}
    assert await correct(title="C") == {"title": "C", "note": "B"}
    assert await correct(note=None, author=None) == {"title": "C"}
    await keep(store, invented("Two."), document)
    assert await store.keeper.corrections(document.id) == {"title": "C"}


async def test_origin_and_outdated(store: Store) -> None:
    old = await keep(store, invented("One.", file="one.txt", reader=1))
    await keep(store, invented("Two.", file="two.txt", reader=3))
    assert (await store.keeper.origin(old.id)).path == "/invented/one.txt"
    assert (await store.keeper.origin(old.id)).encoding == "UTF-8"
    assert await store.keeper.outdated(1) == []
    assert await store.keeper.outdated(2) == [old.id], "what a newer reader derived is left to it"
    await store.keeper.remove(old.id)
    assert await store.keeper.outdated(9) != [old.id]


async def test_a_document_that_was_removed_meanwhile_is_not_brought_back(store: Store) -> None:
    document = await keep(store, invented("One."))
    await store.keeper.remove(document.id)
    with pytest.raises(UnknownDocumentError, match="removed"):
        await keep(store, invented("Two."), document)
    assert ask(store, "SELECT count(*) FROM source") == [(0,)]


async def test_a_text_that_is_none_changes_nothing(store: Store) -> None:
    document = await keep(store, invented("One."))
    with pytest.raises(UnicodeEncodeError):
        await keep(store, invented("Half of a character: \ud800"), document)
    assert await numbers(store, document) == {"One.": 1}


async def test_keeping_that_is_cancelled_is_undone_or_done(store: Store) -> None:
    texts = [f"Paragraph {place} of a longer text." for place in range(400)]
    document = await keep(store, invented(*texts))
    changed = invented(*(text.replace("longer", "changed") for text in texts), (Kind.BODY, "And one more."))
    for turns in range(0, 40, 3):
        task = asyncio.create_task(keep(store, changed, document))
        for _ in range(turns):
            await asyncio.sleep(0.0005)
        task.cancel()
        await asyncio.gather(task, return_exceptions=True)
        kept = await store.library.source(document)
        assert [each.span.of(kept) for each in await store.library.paragraphs(document)] == kept.split("\n\n")[:-1]
        await keep(store, invented(*texts), document)


async def test_a_full_disk_leaves_what_was(store: Store) -> None:
    document = await keep(store, invented("One.", "Two."))
    pages = (await store._database.patient_rows("PRAGMA page_count"))[0][0]
    large = invented(*(f"Paragraph {place}, which is rather long. " * 5 for place in range(3_000)))
    for more in (0, 1, 5, 50, 200):
        await store._database.patient_rows(f"PRAGMA max_page_count = {pages + more}")
        with pytest.raises(NoStoreError, match="full"):
            await keep(store, large, document)
        assert await numbers(store, document) == {"One.": 1, "Two.": 2}
        with pytest.raises(NoStoreError, match="full"):
            await keep(store, large)
        assert len(await store.library.documents([SHARED])) == 1
    await store._database.patient_rows("PRAGMA max_page_count = 4294967294")
    assert (await keep(store, large)).number == 2, "a number was lost to what was undone"
