"""Summaries: sentences word for word, in document order, each with its place."""

import logging
import random
import sqlite3
from collections.abc import AsyncIterator
from contextlib import closing
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bot.answers.ranking import WHOLE, rank
from bot.answers.results import SummaryAnswer, SummaryRequest
from bot.answers.summary import LENGTHS, MOST, summarise
from bot.errors import BadRequestError, BusyError, DamagedStoreError, UnknownDocumentError
from bot.models import Kind, Method, ParsedDocument
from bot.store.store import Store
from bot.worker import Worker
from tests.answers.invented import HARBOUR, flat, harbour, kept, parsed

_SENTENCES, _PARAGRAPHS = flat(HARBOUR)


@pytest.fixture
async def store(tmp_path: Path) -> AsyncIterator[Store]:
    async with await Store.open(tmp_path / "store.sqlite3") as opened:
        yield opened


@pytest.fixture
async def worker() -> AsyncIterator[Worker]:
    async with Worker(memory=2_000_000_000, seconds=60) as started:
        yield started


@pytest.fixture
async def idle() -> AsyncIterator[Worker]:
    """A worker that fails whatever it is given."""
    async with Worker(memory=2_000_000_000, seconds=0) as started:
        yield started


def texts(answer: SummaryAnswer) -> list[str]:
    return [sentence.text for sentence in answer.sentences]


async def harbour_ranked(store: Store) -> ParsedDocument:
    document = harbour()
    await kept(store, document, rank(_SENTENCES, _PARAGRAPHS, Method.VERBATIM, "en"))
    return document


async def test_the_best_sentences_in_document_order_with_their_places(store: Store, idle: Worker) -> None:
    document = await harbour_ranked(store)
    answer = await summarise(store, idle, SummaryRequest("D1"))
    best = sorted(rank(_SENTENCES, _PARAGRAPHS, Method.VERBATIM, "en")[:5])
    assert texts(answer) == [_SENTENCES[place] for place in best]
    assert [sentence.citation.paragraph for sentence in answer.sentences] == [_PARAGRAPHS[place] + 3 for place in best]
    assert [sentence.citation.span.of(document.text) for sentence in answer.sentences] == texts(answer)
    assert (answer.of, answer.method, answer.note) == (len(_SENTENCES), Method.VERBATIM, None)
    assert answer.left_out == {Kind.NAVIGATION: 2, Kind.HEADING: 1, Kind.PROMOTION: 1}
    assert answer.document is not None
    assert answer.document.name == "The northern channel"


@pytest.mark.parametrize(("length", "count"), [*LENGTHS.items(), (" Short ", 3), ("1", 1), ("7", 7), ("50", 12)])
async def test_lengths(store: Store, idle: Worker, length: str, count: int) -> None:
    await harbour_ranked(store)
    answer = await summarise(store, idle, SummaryRequest("1", length))
    assert len(answer.sentences) == count


@pytest.mark.parametrize("length", ["0", "51", "-1", "tiny", "", "1.5", "9" * 5_000, "²", "5 5"])
async def test_a_length_that_cannot_be_read(store: Store, idle: Worker, length: str) -> None:
    await harbour_ranked(store)
    with pytest.raises(BadRequestError) as caught:
        await summarise(store, idle, SummaryRequest("1", length))
    assert "headline (1), short (3), medium (5), long (8)" in caught.value.message
    assert str(MOST) in caught.value.message
    assert len(caught.value.message) < 300


async def test_a_method_that_is_none(store: Store, idle: Worker) -> None:
    await harbour_ranked(store)
    with pytest.raises(BadRequestError, match="lexrank, textrank, lsa, luhn"):
        await summarise(store, idle, SummaryRequest("1", method="guess"))


async def test_an_unknown_document(store: Store, idle: Worker) -> None:
    await harbour_ranked(store)
    with pytest.raises(UnknownDocumentError):
        await summarise(store, idle, SummaryRequest("D7"))


@pytest.mark.parametrize("name", ["TextRank", "lsa", " LUHN", "lexrank"])
async def test_a_method_is_worked_out_once_and_kept(store: Store, worker: Worker, idle: Worker, name: str) -> None:
    await kept(store, harbour())
    method = Method(name.strip().lower())
    first = await summarise(store, worker, SummaryRequest("1", "4", name))
    assert first.method is method
    assert texts(first) == [_SENTENCES[at] for at in sorted(rank(_SENTENCES, _PARAGRAPHS, method, "en")[:4])]
    assert await summarise(store, idle, SummaryRequest("1", "4", name)) == first


async def test_corrected_kinds_are_followed(store: Store, worker: Worker) -> None:
    await harbour_ranked(store)
    async with store._database.write() as connection:
        await connection.execute("UPDATE paragraph SET kind = 'body' WHERE kind = 'promotion'")
    answer = await summarise(store, worker, SummaryRequest("1", "50"))
    assert "Subscribe to the harbour letter." not in texts(answer)
    assert answer.of == len(_SENTENCES) + 1
    everything = await summarise(store, worker, SummaryRequest("1", "50", "luhn"))
    assert "Subscribe to the harbour letter." in texts(everything)
    assert answer.left_out == {Kind.NAVIGATION: 2, Kind.HEADING: 1}


async def test_a_worker_that_fails_is_told_in_a_sentence(store: Store, idle: Worker) -> None:
    await harbour_ranked(store)
    with pytest.raises(BusyError, match=r"The textrank summary of D1 was given up: .* Leave the method out"):
        await summarise(store, idle, SummaryRequest("1", method="textrank"))
    await kept(store, parsed([(Kind.BODY, ("The mill stands idle.",))], title="The mill"))
    with pytest.raises(BusyError, match=r"The summary of D2 was given up: .* Try again"):
        await summarise(store, idle, SummaryRequest("2"))


async def test_a_summary_is_given_even_where_its_order_cannot_be_kept(
    store: Store, worker: Worker, caplog: pytest.LogCaptureFixture
) -> None:
    await harbour_ranked(store)
    await store._database._writer.execute("PRAGMA query_only = ON")
    with caplog.at_level(logging.WARNING):
        answer = await summarise(store, worker, SummaryRequest("1", "short", "luhn"))
    assert len(answer.sentences) == 3
    assert "not kept" in caplog.text


async def test_nothing_stands_twice(store: Store, worker: Worker) -> None:
    said = "The ferries bring nine hundred passengers across the bay each day."
    again = "The  ferries bring ‘nine hundred’ passengers across the BAY each day"
    others = ("A storm closed the bay for a day.", "Passengers of the ferries waited in the harbour.", "…", "…")
    await kept(store, parsed([(Kind.BODY, (said, others[0])), (Kind.BODY, (said, again, *others[1:]))]))
    for length, method, expected in (("1", "luhn", 1), ("2", "luhn", 2), ("50", "luhn", 4), ("50", "verbatim", 3)):
        answer = await summarise(store, worker, SummaryRequest("1", length, method))
        assert len(answer.sentences) == expected
        assert sum("hundred" in text for text in texts(answer)) == 1
        assert answer.of == 7


async def test_many_repetitions_do_not_shorten_a_summary(store: Store, idle: Worker) -> None:
    sentences = ["The same again."] * 60 + [f"Number {chr(97 + number)} differs." for number in range(6)]
    await kept(store, parsed([(Kind.BODY, sentences)]), range(len(sentences)))
    answer = await summarise(store, idle, SummaryRequest("1", "5"))
    assert texts(answer) == ["The same again.", *sentences[60:64]]


async def test_a_document_without_body_says_so(store: Store, idle: Worker) -> None:
    await kept(store, parsed([(Kind.HEADING, ("Only a heading",))]))
    answer = await summarise(store, idle, SummaryRequest("1"))
    assert (answer.sentences, answer.of) == ((), 0)
    assert answer.note is not None
    assert "D1" in answer.note
    assert answer.left_out == {Kind.HEADING: 1}


async def test_a_document_too_long_to_compare_all_pairs_says_so(store: Store, worker: Worker) -> None:
    count = WHOLE + 1
    await kept(store, parsed([(Kind.BODY, [f"Number {number}." for number in range(count)])]), range(count))
    assert (await summarise(store, worker, SummaryRequest("1", "headline"))).note is None
    answer = await summarise(store, worker, SummaryRequest("1", "headline", "lexrank"))
    assert answer.note is not None
    assert f"{count:,} sentences" in answer.note


async def test_damaged_text_is_not_shown(store: Store, idle: Worker, tmp_path: Path) -> None:
    await harbour_ranked(store)
    with closing(sqlite3.connect(tmp_path / "store.sqlite3")) as other, other:
        other.execute("UPDATE paragraph SET text = text || '!' WHERE number = 4")
    with pytest.raises(DamagedStoreError, match="D1¶4"):
        await summarise(store, idle, SummaryRequest("1", "50"))


@settings(max_examples=15, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    st.lists(
        st.tuples(
            st.sampled_from(Kind),
            st.lists(st.text(min_size=1, max_size=30).map(str.strip).filter(bool), min_size=1, max_size=4),
        ),
        min_size=1,
        max_size=6,
    ),
    st.integers(1, MOST),
    st.randoms(use_true_random=False),
)
async def test_every_sentence_is_a_slice_of_a_body_paragraph(
    tmp_path_factory: pytest.TempPathFactory,
    paragraphs: list[tuple[Kind, list[str]]],
    length: int,
    chance: random.Random,
) -> None:
    document = parsed(paragraphs)
    order = list(range(sum(len(sentences) for kind, sentences in paragraphs if kind is Kind.BODY)))
    chance.shuffle(order)
    path = tmp_path_factory.mktemp("any") / "store.sqlite3"
    async with await Store.open(path) as store, Worker(memory=10**9, seconds=0) as idle:
        await kept(store, document, order)
        answer = await summarise(store, idle, SummaryRequest("1", str(length)))
    body = [each.span for each in document.paragraphs if each.kind is Kind.BODY]
    for sentence in answer.sentences:
        span = sentence.citation.span
        assert span.of(document.text) == sentence.text
        assert any(around.start <= span.start < span.end <= around.end for around in body)
    starts = [sentence.citation.span.start for sentence in answer.sentences]
    assert starts == sorted(set(starts))
    assert len(starts) <= length
    assert bool(starts) == bool(order)
