"""Who says what comes out as it went in, under the names that a curator has set, and goes with its document."""

import sqlite3
from collections.abc import AsyncIterator
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

from bot.documents.reader import read
from bot.errors import BadRequestError
from bot.models import SHARED, Document, Speaker, SpeakerBasis, Speech
from bot.store.search import Filters
from bot.store.speakers import KnownSpeaker
from bot.store.store import Store
from tests.support import ailments, keep

FERRY = """\
The ferry

“The ferry sails again,” said Ada Quill, who runs the harbour of Linden. Quill said that the engine was new.

“It will not last,” Ben Rook of the dockers said on Monday. The council stayed silent.
"""
BRIDGE = """\
The bridge

The engineer Ada Quill said that the bridge was sound. “Nobody need wait,” she said.

“We are waiting,” said Cara Quill, a baker.
"""


@pytest.fixture
async def store(tmp_path: Path) -> AsyncIterator[Store]:
    async with await Store.open(tmp_path / "store.sqlite3") as opened:
        yield opened
        assert await ailments(opened) == []


async def brought(
    store: Store, text: str, file: str, old: Document | None = None, collection: str = SHARED
) -> Document:
    return await keep(store, read(text.encode(), file), old, collection=collection)


async def everyone(store: Store, *collections: str) -> dict[str, KnownSpeaker]:
    asked = collections or (SHARED,)
    found = await store.speakers.everyone(await store.search.scope(Filters(asked)), asked)
    return {each.name: each for each in found}


def ask(store: Store, sql: str) -> list[tuple[Any, ...]]:
    with closing(sqlite3.connect(store.path)) as other:
        return list(other.execute(sql))


async def test_what_is_said_comes_out_as_it_went_in(store: Store) -> None:
    parsed = read(FERRY.encode(), "ferry.txt")
    assert sum(len(each.quotations) + len(each.reported) for each in parsed.paragraphs) == 3
    document = await keep(store, parsed)
    marks = await store.library.marks(document)
    for kept, was in zip(await store.library.paragraphs(document), parsed.paragraphs, strict=True):
        assert marks.quotations.get(kept.id, ()) == was.quotations
        assert marks.reported.get(kept.id, ()) == was.reported


async def test_everyone_is_counted_and_nobody_joined_for_a_surname(store: Store) -> None:
    await brought(store, FERRY, "ferry.txt")
    await brought(store, BRIDGE, "bridge.txt")
    found = await everyone(store)
    assert {name: (each.quotations, each.reported) for name, each in found.items()} == {
        "Ada Quill": (2, 2),
        "Ben Rook": (1, 0),
        "Cara Quill": (1, 0),
    }
    assert await store.speakers.documents(found.values(), await store.search.scope(Filters())) == {
        "Ada Quill": ["D1", "D2"],
        "Ben Rook": ["D1"],
        "Cara Quill": ["D2"],
    }
    assert next(iter(found)) == "Ada Quill"
    only = await store.search.scope(Filters(document=1))
    assert {each.name: each.total for each in await store.speakers.everyone(only)} == {"Ada Quill": 2, "Ben Rook": 1}


COUNCIL = """\
The council

“The quay is old,” analysts said. “It will sink,” analysts said. “The quay is new,” said Ada Quill.

Ada Quill and Ben Rook said that the quay was sound. Ada Quill and Ben Rook said that it was safe.

“We shall see,” Linden dockers said. “We never saw,” Linden dockers said.
"""


async def test_single_persons_go_before_groups_and_descriptions(store: Store) -> None:
    await brought(store, COUNCIL, "council.txt")
    assert list(await everyone(store)) == ["Ada Quill", "Linden dockers", "Ada Quill and Ben Rook", "analysts"]


@pytest.mark.parametrize(
    ("typed", "names"),
    [
        ("qu", ["Ada Quill", "Cara Quill"]),
        ("CAR", ["Cara Quill"]),
        ("quill a", ["Ada Quill"]),
        ("ada quill", ["Ada Quill"]),
        ("ben rooks", []),
        ("%", []),
    ],
)
async def test_names_are_found_by_the_beginnings_of_their_words(store: Store, typed: str, names: list[str]) -> None:
    await brought(store, FERRY, "ferry.txt")
    await brought(store, BRIDGE, "bridge.txt")
    scope = await store.search.scope(Filters())
    assert [each.name for each in await store.speakers.beginning(typed, scope, 25)] == names
    assert [each.name for each in await store.speakers.beginning(typed, scope, 1)] == names[:1]


async def test_what_one_says_is_given_direct_speech_first(store: Store) -> None:
    await brought(store, FERRY, "ferry.txt")
    await brought(store, BRIDGE, "bridge.txt")
    scope = await store.search.scope(Filters())
    ids = (await everyone(store))["Ada Quill"].ids
    said = await store.speakers.said_by(ids, scope)
    texts = {each.id: each.text for each in await store.search.passages([each.paragraph for each in said])}
    assert [(each.form, each.span.of(texts[each.paragraph])) for each in said] == [
        (Speech.DIRECT, "The ferry sails again,"),
        (Speech.DIRECT, "Nobody need wait,"),
        (Speech.REPORTED, "the engine was new"),
        (Speech.REPORTED, "the bridge was sound"),
    ]
    assert await store.speakers.count_by(ids, scope) == 4
    assert await store.speakers.count_by(ids, scope, form=Speech.DIRECT) == 2
    assert await store.speakers.said_by(ids, scope, limit=1, offset=1) == said[1:2]
    by_paragraph = await store.speakers.said_in([said[0].paragraph])
    assert [each.form for each in by_paragraph[said[0].paragraph]] == [Speech.DIRECT, Speech.REPORTED]


async def test_an_alias_holds_for_what_is_there_and_what_comes(store: Store) -> None:
    ferry = await brought(store, FERRY, "ferry.txt")
    await store.aliases.merge("Ben Rook", "Ada Quill")
    await brought(store, BRIDGE, "bridge.txt")
    found = await everyone(store)
    assert (found["Ada Quill"].aliases, found["Ada Quill"].total, "Ben Rook" in found) == (("Ben Rook",), 5, False)
    await brought(store, FERRY + "\nA new end.\n", "ferry.txt", ferry)
    assert (await everyone(store))["Ada Quill"].total == 5
    said = [each for some in (await store.speakers.said_in_document(ferry.id)).values() for each in some]
    assert Speaker("Ada Quill", SpeakerBasis.CURATOR) in [each.speaker for each in said]
    scope = await store.search.scope(Filters())
    assert [each.name for each in await store.speakers.beginning("rook", scope, 5)] == ["Ada Quill"]
    assert await store.aliases.forget("Ben Rook")
    assert (await everyone(store))["Ben Rook"].total == 1


async def test_chains_become_one_step_and_circles_are_refused(store: Store) -> None:
    await brought(store, FERRY, "ferry.txt")
    await brought(store, BRIDGE, "bridge.txt")
    await store.aliases.merge("Ben Rook", "Cara Quill")
    await store.aliases.merge("Cara Quill", "Ada Quill")
    assert {name: each.aliases for name, each in (await everyone(store)).items()} == {
        "Ada Quill": ("Ben Rook", "Cara Quill")
    }
    for name, into in (("Ada Quill", "Ben Rook"), ("Ada Quill", "Ada Quill"), ("Ben Rook", "Ada Quill")):
        with pytest.raises(BadRequestError, match="one speaker already"):
            await store.aliases.merge(name, into)
    await store.aliases.rename("Ben Rook", "Benedict Rook")
    assert set(await everyone(store)) == {"Ada Quill", "Benedict Rook"}
    assert await store.aliases.forget("Ada Quill")
    assert set(await everyone(store)) == {"Ada Quill", "Benedict Rook", "Cara Quill"}
    assert not await store.aliases.forget("Ada Quill")


async def test_a_new_name_must_be_free(store: Store) -> None:
    await brought(store, FERRY, "ferry.txt")
    with pytest.raises(BadRequestError, match="speakers merge"):
        await store.aliases.rename("Ben Rook", "Ada Quill")
    for name in ("", "  ", "a\x07b", "x" * 201):
        with pytest.raises(BadRequestError, match="printable"):
            await store.aliases.rename("Ben Rook", name)
    await store.aliases.rename("Ben Rook", "Benedict Rook")
    await store.aliases.rename("Benedict Rook", "Ben  Rook")
    assert "Ben Rook" in await everyone(store)
    assert ask(store, "SELECT * FROM speaker_alias") == []


async def test_collections_have_their_own_aliases(store: Store) -> None:
    await brought(store, FERRY, "ferry.txt")
    await brought(store, FERRY, "ferry.txt", collection="77")
    await store.aliases.rename("Ben Rook", "Docker Rook", "77")
    assert set(await everyone(store)) == {"Ada Quill", "Ben Rook"}
    both = await everyone(store, SHARED, "77")
    assert await store.speakers.documents(both.values(), await store.search.scope(Filters((SHARED, "77")))) == {
        "Ada Quill": ["D1", "S1"],
        "Ben Rook": ["D1"],
        "Docker Rook": ["S1"],
    }


async def test_with_its_document_a_speaker_goes_without_a_trace(store: Store) -> None:
    ferry = await brought(store, FERRY, "ferry.txt")
    await brought(store, BRIDGE, "bridge.txt")
    await store.keeper.remove(ferry.id)
    assert set(await everyone(store)) == {"Ada Quill", "Cara Quill"}
    for table in ("speaker", "speaker_word", "quotation", "speaker_count"):
        assert "rook" not in str(ask(store, f"SELECT * FROM {table}")).casefold()  # noqa: S608 - the test's own names
    assert ask(store, "SELECT DISTINCT document FROM speaker_count") == [(2,)]
