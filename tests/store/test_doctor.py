"""The doctor finds each kind of damage and names it."""

import sqlite3
from collections.abc import AsyncIterator
from contextlib import closing
from pathlib import Path

import pytest

from bot.models import Kind, Quotation, Span, Speaker, SpeakerBasis
from bot.store.store import Store
from tests.support import ailments, invented, keep, mention

FERRY = "The ferry sank in May 1999. Nobody was on board."
RAISED = "“It was never raised,” said Ada Quill."


@pytest.fixture
async def store(tmp_path: Path) -> AsyncIterator[Store]:
    async with await Store.open(tmp_path / "store.sqlite3") as opened:
        await keep(
            opened,
            invented(
                (Kind.HEADING, "The ferry"),
                FERRY,
                RAISED,
                dates={1: [mention(FERRY, "May 1999", "1999-05")]},
                quotations={2: [Quotation(Span(1, 21), Speaker("Ada Quill", SpeakerBasis.NAMED))]},
            ),
        )
        await keep(opened, invented("Another text.", file="another.txt"), collection="77")
        gone = await keep(opened, invented("A third one.", file="third.txt"))
        await opened.keeper.remove(gone.id)
        yield opened


async def test_a_healthy_store(store: Store) -> None:
    report = await store.doctor.examine()
    assert report.healthy, await ailments(store)
    found = {finding.what: finding.detail for finding in report.findings}
    assert "3 paragraphs" in found["D1"]
    assert "1 paragraphs" in found["S1"]
    assert "D2" not in found


async def test_an_empty_store_is_healthy(tmp_path: Path) -> None:
    async with await Store.open(tmp_path / "empty.sqlite3") as empty:
        assert (await empty.doctor.examine()).healthy


@pytest.mark.parametrize(
    ("damage", "named"),
    [
        ("UPDATE source SET text = replace(text, 'May', 'Mai') WHERE document = 1", "D1: its source text does not fit"),
        ("UPDATE source SET text = CAST(x'fffe' AS TEXT) WHERE document = 1", "D1: cannot be read"),
        ("DELETE FROM source WHERE document = 1", "D1: its source text is missing"),
        ("UPDATE document SET text_sha256 = 'x' WHERE number = 1", "D1: its source text does not fit"),
        ("UPDATE paragraph SET text = replace(text, 'May', 'Mai')", "D1: ¶2 not as in the source"),
        ("UPDATE paragraph SET sha256 = 'x' WHERE document = 1 AND number = 3", "D1: ¶3 not as in the source"),
        ('UPDATE paragraph SET "start" = "start" + 1 WHERE document = 1', "D1: ¶1, ¶2, ¶3 not as in the source"),
        ('UPDATE sentence SET "end" = 999 WHERE paragraph = 2', "D1: ¶2 not as in the source"),
        ('UPDATE sentence SET "start" = 0, "end" = 9 WHERE paragraph = 2', "D1: ¶2 not as in the source"),
        ('UPDATE date_mention SET "end" = 999', "D1: ¶2 not as in the source"),
        ('UPDATE date_mention SET "start" = 30, "end" = 33', "D1: ¶2 not as in the source"),
        ("DELETE FROM paragraph WHERE document = 1 AND number = 3", "D1: some of its text lies in no paragraph"),
        ("UPDATE paragraph SET kind = 'boDy' WHERE document = 1", "D1: cannot be read"),
        ("UPDATE document SET title_basis = 'curatoz' WHERE number = 1", "D1: cannot be read"),
        ("UPDATE document SET format = 'texu' WHERE number = 1", "D1: cannot be read"),
        ("UPDATE date_mention SET earliest = '1999-13-01'", "D1: cannot be read"),
        ("UPDATE date_mention SET basis = ''", "D1: cannot be read"),
        ('UPDATE quotation SET "end" = 999', "D1: ¶3 not as in the source"),
        ('UPDATE quotation SET "start" = "end"', "D1: ¶3 not as in the source"),
        ("UPDATE quotation SET basis = 'unknown'", "D1: ¶3 not as in the source"),
        ("UPDATE quotation SET speaker = NULL", "D1: ¶3 not as in the source"),
        ("UPDATE quotation SET basis = 'hearsay'", "D1: cannot be read"),
        ("UPDATE quotation SET form = 'sung'", "D1: cannot be read"),
        ("UPDATE quotation SET speaker = 99", "tables: 1 rows refer to nothing"),
        ("UPDATE quotation SET form = 'reported'", "speakers: 1 do not fit"),
        ("DELETE FROM quotation", "speakers: 1 do not fit"),
        ("DELETE FROM speaker_count", "speakers: 1 do not fit"),
        ("INSERT INTO speaker_alias VALUES (1, 'a', 'b', ''), (1, 'b', 'c', '')", "speakers: 1 do not fit"),
        ("DELETE FROM passage_text WHERE paragraph = 2", "search index: 1 entries missing"),
        ("INSERT INTO passage_text VALUES (99, 'stray', '', '')", "search index: 1 entries missing"),
        ("UPDATE passage_text SET folded = 'other words'", "search index: does not fit"),
        ("INSERT INTO passage_index (passage_index) VALUES ('delete-all')", "search index: does not fit"),
        ("INSERT INTO word_index (word_index) VALUES ('delete-all')", "search index: does not fit"),
        ("UPDATE date_mention SET paragraph = 99", "tables: 1 rows refer to nothing"),
        ("DELETE FROM collection WHERE key = '77'", "tables: 1 rows refer to nothing"),
        ("UPDATE document SET next_paragraph = 2 WHERE number = 1", "numbers:"),
        ("UPDATE collection SET next_document = 1", "numbers: 2 counters"),
        ("INSERT INTO source VALUES (3, 'A third one.')", "removed: 1 texts"),
        ("UPDATE paragraph SET text = 'A third one.' WHERE document = 3", "removed: 1 texts"),
    ],
)
async def test_damage_is_named(store: Store, damage: str, named: str) -> None:
    with closing(sqlite3.connect(store.path)) as other, other:
        other.execute(damage)
    found = await ailments(store)
    assert any(each.startswith(named) for each in found), found
    await store.version()


async def test_a_sound_document_is_told_from_others(store: Store) -> None:
    with closing(sqlite3.connect(store.path)) as other, other:
        other.execute("UPDATE paragraph SET text = replace(text, 'May', 'Mai')")
    assert not await store.doctor.sound(1)
    assert await store.doctor.sound(2)
    assert not await store.doctor.sound(3), "removed"
    assert not await store.doctor.sound(99)


async def test_where_nothing_can_be_written_the_rest_is_examined(store: Store) -> None:
    async with store.memory._database.write() as connection:
        await connection.execute("PRAGMA query_only = ON")
    report = await store.doctor.examine()
    assert report.healthy
    (index,) = (each for each in report.findings if each.what == "search index")
    assert index.detail.endswith("its words were not checked, since the file cannot be written")
