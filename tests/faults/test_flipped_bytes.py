"""Bytes that flip in the file are noticed, and no text that they have changed is ever shown."""

import random
from pathlib import Path

import pytest

from bot.errors import UserError
from bot.models import SHARED, Document
from bot.store.store import Store
from tests.faults.importing import bring
from tests.support import ailments

RUNS = 60
FLIPS = 24


@pytest.fixture(scope="module")
def original(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("flipped") / "original.sqlite3"


async def served(store: Store) -> tuple[set[str], set[str], list[UserError]]:
    """Every text and every sentence that the store still gives out, and what it says of the rest."""
    texts: set[str] = set()
    sentences: set[str] = set()
    errors: list[UserError] = []
    documents: list[Document] = []
    for number in range(1, 31):
        try:
            if (found := await store.library.document(SHARED, number)) is not None:
                documents.append(found)
        except UserError as error:
            errors.append(error)
    for document in documents:
        try:
            texts.add(await store.library.source(document))
        except UserError as error:
            errors.append(error)
        try:
            texts |= {each.text for each in await store.library.paragraphs(document)}
            await store.library.marks(document)
            sentences |= {each.text for each in await store.rankings.body_sentences(document.id)}
        except UserError as error:
            errors.append(error)
    return texts, sentences, errors


def content(path: Path) -> bytes:
    return path.read_bytes()


def write(path: Path, data: bytes) -> None:
    for ending in ("-wal", "-shm"):
        path.with_name(path.name + ending).unlink(missing_ok=True)
    path.write_bytes(data)


@pytest.mark.slow
async def test_no_damaged_text_is_shown_and_the_doctor_knows(tmp_path: Path, original: Path) -> None:
    async with await Store.open(original) as store:
        await bring(store)
        whole, intact, errors = await served(store)
        assert errors == []
    chance = random.Random(3)  # noqa: S311 - the same bytes in every run, no secret
    data = content(original)
    noticed = 0
    for _ in range(RUNS):
        damaged = bytearray(data)
        for _ in range(FLIPS):
            damaged[chance.randrange(4096, len(data))] ^= 1 << chance.randrange(8)
        path = tmp_path / "damaged.sqlite3"
        write(path, bytes(damaged))
        try:
            async with await Store.open(path) as store:
                texts, sentences, errors = await served(store)
                assert texts <= whole, f"shown although damaged: {sorted(texts - whole)[:3]}"
                # where one begins and ends has no checksum, but nothing else than stored text is ever cut
                assert all(any(each in text for text in whole) for each in sentences - intact)
                found = await ailments(store)
                assert found or not errors
                noticed += bool(found)
        except UserError:
            noticed += 1
    assert noticed > RUNS * 0.9
