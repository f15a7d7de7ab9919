"""What a reference names: a paragraph, its tombstone, a document, or a sentence that helps on."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from bot.answers.citing import cite
from bot.answers.documents import find
from bot.errors import BadRequestError, DamagedStoreError, UnknownDocumentError, UnknownReferenceError
from bot.models import Document, Kind, Span
from bot.store.store import Store
from tests.support import invented, keep

FIRST = "The toll of the bridge was lowered in spring."
SECOND = "A ferry crosses below the bridge at noon."
THIRD = "Nobody remembers who had built the bridge."


@pytest.fixture
async def store(tmp_path: Path) -> AsyncIterator[Store]:
    async with await Store.open(tmp_path / "store.sqlite3") as store:
        yield store


@pytest.fixture
async def bridge(store: Store) -> Document:
    """D1, whose ¶2 was removed."""
    document = await keep(store, invented(FIRST, SECOND, (Kind.HEADING, THIRD), file="bridge.txt"))
    return await keep(store, invented(FIRST, (Kind.HEADING, THIRD), file="bridge.txt"), document)


@pytest.mark.parametrize("reference", ["D1¶1", "d1:1", " d1p1 ", "1:1", "1 ¶1"])
async def test_a_paragraph_is_its_slice(store: Store, bridge: Document, reference: str) -> None:
    cited = await cite(store, reference)
    assert (cited.reference, cited.text, cited.kind, cited.removed_at) == ("D1¶1", FIRST, Kind.BODY, None)
    assert cited.citation is not None
    assert cited.citation.span == Span(0, len(FIRST))
    assert (await store.library.source(bridge))[: len(FIRST)] == FIRST


async def test_a_removed_paragraph_answers_with_its_last_wording(store: Store, bridge: Document) -> None:
    cited = await cite(store, f"{bridge.reference}¶2")
    assert (cited.reference, cited.text, cited.kind) == ("D1¶2", SECOND, Kind.BODY)
    assert (cited.citation, cited.span) == (None, None)
    assert cited.removed_at is not None
    assert cited.removed_at.startswith("20")


async def test_its_last_wording_is_the_last_one(store: Store, bridge: Document) -> None:
    again = f"{SECOND[:-1]} !"
    back = await keep(store, invented(FIRST, SECOND, (Kind.HEADING, THIRD), file="bridge.txt"), bridge)
    assert (await cite(store, "D1¶2")).removed_at is None
    changed = await keep(store, invented(FIRST, again, (Kind.HEADING, THIRD), file="bridge.txt"), back)
    await keep(store, invented(FIRST, (Kind.HEADING, THIRD), file="bridge.txt"), changed)
    assert (await cite(store, "D1¶2")).text == again


@pytest.mark.usefixtures("bridge")
async def test_a_document_is_cited_whole(store: Store) -> None:
    for name in ("D1", "1", "of bridge"):
        cited = await cite(store, name)
        assert (cited.reference, cited.paragraph, cited.text, cited.citation) == ("D1", None, None, None)


@pytest.mark.usefixtures("bridge")
async def test_what_was_never_there_says_what_is(store: Store) -> None:
    with pytest.raises(UnknownReferenceError, match=r"D1 has no paragraph ¶9\. It has ¶1–¶3\."):
        await cite(store, "D1¶9")
    for reference in ("D7¶1", "S1¶1", "D9¶4"):
        with pytest.raises(UnknownReferenceError, match=f"There is no {reference}: no document has the number"):
            await cite(store, reference)
    with pytest.raises(UnknownDocumentError):
        await cite(store, "atlantis")
    with pytest.raises(BadRequestError, match="Name what to cite"):
        await cite(store, "  ")


async def test_a_removed_document_says_when(store: Store, bridge: Document) -> None:
    await store.keeper.remove(bridge.id)
    with pytest.raises(UnknownReferenceError, match=r"no D1¶1: D1 was removed on 20\d\d-\d\d-\d\d, with its text"):
        await cite(store, "D1¶1")
    for name in ("D1", "1"):
        with pytest.raises(UnknownDocumentError, match=r"^D1 was removed on 20\d\d-\d\d-\d\d"):
            await find(store, name)


async def test_a_tombstone_that_was_tampered_with_is_not_quoted(store: Store, bridge: Document, tmp_path: Path) -> None:
    import sqlite3  # noqa: PLC0415 - the only way to damage a file as a disk would

    with sqlite3.connect(tmp_path / "store.sqlite3") as connection:
        connection.execute("UPDATE paragraph SET text = 'Another wording.' WHERE removed_at IS NOT NULL")
    connection.close()
    with pytest.raises(DamagedStoreError, match=f"{bridge.reference}¶2 does not fit its checksum"):
        await cite(store, "D1¶2")


@pytest.mark.parametrize(
    ("digits", "expected"), [("", [1, 2, 3, 4, 5]), ("1", [1, 10, 11, 12]), ("12", [12]), ("9", [9]), ("0", [])]
)
async def test_paragraphs_are_offered_by_their_number(store: Store, digits: str, expected: list[int]) -> None:
    document = await keep(store, invented(*(f"Paragraph of some words, number {at}." for at in range(1, 13))))
    found = await store.numbering.beginnings(document, digits, 5)
    assert [each.number for each in found] == expected[:5]
    assert all(each.text.endswith(f" {each.number}.") for each in found)
