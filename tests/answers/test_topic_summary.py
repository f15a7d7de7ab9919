"""Summaries of a topic: from one document or from all, spread, nothing twice."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from bot.answers.results import SummaryAnswer, SummaryRequest
from bot.answers.summarising.topical import Found, Topic, gathered
from bot.answers.summary import phrase_of, summarise
from bot.errors import BadRequestError, BusyError, UnknownDocumentError
from bot.models import SHARED, Kind
from bot.store.store import Store
from bot.worker import Worker
from tests.answers.invented import HARBOUR, ORCHARD, kept, parsed

_FERRIES = (
    (
        "The new ferries of Skerry Point draw two metres of water.",
        "They reach the bay only where the channel was dredged.",
    ),
    (
        "The council voted on Tuesday to dredge the northern channel of Ostrava Bay.",
        "A pilot guides each ship through the channel at night.",
    ),
)


@pytest.fixture
async def store(tmp_path: Path) -> AsyncIterator[Store]:
    async with await Store.open(tmp_path / "store.sqlite3") as opened:
        for title, text in (("The channel", HARBOUR), ("The orchards", ORCHARD), ("The ferries", _FERRIES)):
            await kept(opened, parsed([(Kind.BODY, paragraph) for paragraph in text], title=title))
        yield opened


@pytest.fixture
async def worker() -> AsyncIterator[Worker]:
    async with Worker(memory=2_000_000_000, seconds=60) as started:
        yield started


def texts(answer: SummaryAnswer) -> list[str]:
    return [sentence.text for sentence in answer.sentences]


async def about(
    store: Store, worker: Worker, topic: str, length: str = "5", document: str | None = None
) -> SummaryAnswer:
    return await summarise(store, worker, SummaryRequest(document, length, topic=topic))


async def test_a_topic_is_sought_in_all_documents_and_cited(store: Store, worker: Worker) -> None:
    answer = await about(store, worker, "channel", "6")
    assert {each.citation.document.number for each in answer.sentences} == {1, 3}
    assert all("channel" in text for text in texts(answer) if not text.startswith("They"))
    assert (answer.document, answer.topic, answer.searched, answer.key_phrases) == (None, "channel", 3, ())
    assert answer.of >= len(answer.sentences)
    places = [(each.citation.document.number, each.citation.span.start) for each in answer.sentences]
    assert places == sorted(places)
    assert answer.summary_seconds > 0


async def test_what_two_documents_say_alike_is_given_once(store: Store, worker: Worker) -> None:
    told = texts(await about(store, worker, "council voted to dredge the northern channel", "8"))
    assert sum("voted on Tuesday" in text for text in told) == 1


async def test_one_document_can_be_named(store: Store, worker: Worker) -> None:
    answer = await about(store, worker, "ferries", document="D1")
    assert answer.document is not None
    assert {each.citation.document.number for each in answer.sentences} == {1}
    with pytest.raises(UnknownDocumentError):
        await about(store, worker, "ferries", document="D9")


async def test_every_sentence_is_the_slice_that_it_cites(store: Store, worker: Worker) -> None:
    for each in (await about(store, worker, "dredging OR frost", "9")).sentences:
        source = await store.library.source(each.citation.document)
        assert each.citation.span.of(source) == each.text


async def test_a_sentence_that_leans_brings_the_one_before(store: Store, worker: Worker) -> None:
    told = texts(await about(store, worker, '"channel was dredged"', "4"))
    assert told[:2] == list(_FERRIES[0]) or _FERRIES[0][1] not in told


@pytest.mark.parametrize("topic", ["submarine", "volcano eruptions"])
async def test_what_nobody_speaks_of_is_told(store: Store, worker: Worker, topic: str) -> None:
    answer = await about(store, worker, topic)
    assert (answer.sentences, answer.of) == ((), 0)
    assert answer.note is not None
    assert topic in answer.note


async def test_what_cannot_be_asked(store: Store, worker: Worker) -> None:
    with pytest.raises(BadRequestError, match="no word to look for"):
        await about(store, worker, "…")
    with pytest.raises(BadRequestError, match="Name a document"):
        await summarise(store, worker, SummaryRequest())
    with pytest.raises(BadRequestError, match="method verbatim only"):
        await summarise(store, worker, SummaryRequest("1", method="luhn", topic="channel"))
    async with Worker(memory=10**9, seconds=0) as idle:
        with pytest.raises(BusyError, match="given up"):
            await about(store, idle, "channel")


async def test_a_key_phrase_leads_to_a_topic(store: Store, worker: Worker) -> None:
    phrases = (await summarise(store, worker, SummaryRequest("1"))).key_phrases
    document = await store.library.document(SHARED, 1)
    assert document is not None
    assert await phrase_of(store, document, 0) == phrases[0]
    assert await phrase_of(store, document, 99) is None
    for phrase in phrases:
        assert (await about(store, worker, f'"{phrase}"')).sentences, phrase


def test_each_sentence_of_a_document_makes_its_others_worth_less() -> None:
    words = "amber basalt chalk flint granite marble".split()
    found = [
        Found(f"The ferry carried {word} to the mill of Orm.", number, 1, 0) for number, word in enumerate(words[:4])
    ]
    found += [
        Found(f"A ferry with {word} sank beside the old weir.", 10 + at, 2, 1) for at, word in enumerate(words[4:])
    ]
    chosen, count = gathered(found, Topic((((("ferry",)),),)), "en", 2)
    assert {found[place].document for place in chosen} == {1, 2}
    assert count == 6


def test_scripts_without_spaces_name_a_topic() -> None:
    topic = Topic(((("港口",),),))
    assert topic.named("今年港口航道加深。") == [True]
    assert topic.named("今天下雨。") == [False]
    assert Topic(((("dred",),),), ("dred",)).named("Dredging begins.") == [True]
