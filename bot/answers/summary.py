"""Summaries: the sentences of a document that stand for it best, word for word and in document order."""

import logging
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Final

from bot.answers.documents import find
from bot.answers.ranking import WHOLE, in_parts, rank
from bot.answers.results import CitedSentence, SummaryAnswer, SummaryRequest
from bot.answers.summarising import reading
from bot.answers.summarising.outline import outlined
from bot.answers.topic_summary import about_topic
from bot.errors import BadRequestError, BusyError, NoStoreError
from bot.folding import fold, words
from bot.models import Citation, Document, Kind, Method, Outline
from bot.store.rankings import StoredSentence
from bot.store.store import Store
from bot.worker import Worker, WorkerError

LENGTHS: Final[Mapping[str, int]] = {"headline": 1, "short": 3, "medium": 5, "long": 8}
"""The stock lengths and their numbers of sentences."""
MOST: Final = 50
"""The largest number of sentences that can be asked for."""
DEFAULT: Final = Method.VERBATIM

_SHOWN: Final = 80  # characters of what was typed that an error repeats
_log: Final = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class _Chosen:
    """The best sentences, and what is known of their document besides."""

    sentences: list[StoredSentence]
    outline: Outline


async def summarise(store: Store, worker: Worker, request: SummaryRequest) -> SummaryAnswer:
    """Choose the best sentences of a document, or those about a topic in one document or all.

    The order in which sentences stand for the document is looked up; where a method was never asked for, or the
    sentences have changed since, it is worked out by the worker and kept. No sentence is given that says in the same
    words what a better one says, nor by the default method one that cannot stand alone.

    Raises:
        BadRequestError: The length or the method is none that is known, the topic has no word, or neither a document
            nor a topic is given.
        UnknownDocumentError: No such document, or several that fit.
        DamagedStoreError: The text of a paragraph does not fit its checksum.
        BusyError: The worker could not do it within its bounds.
    """
    length, method = _length(request.length), _method(request.method)
    if request.topic is not None and request.topic.strip():
        if request.method is not None and method is not DEFAULT:
            raise BadRequestError(f"A summary of a topic is made by the method {DEFAULT} only. Leave the method out.")
        return await about_topic(store, worker, request, length)
    if request.document is None:
        raise BadRequestError("Name a document to sum up, or a topic.")
    document = await find(store, request.document, request.collections)
    standing = await store.rankings.standing(document.id, method)
    chosen = await _chosen(store, worker, document, method, length)
    best = sorted(chosen.sentences, key=lambda sentence: sentence.source.start)
    return SummaryAnswer(
        document=document,
        sentences=tuple(
            CitedSentence(sentence.text, Citation(document, sentence.number, sentence.source, sentence.page))
            for sentence in best
        ),
        of=standing.sentences,
        left_out={kind: count for kind, count in document.paragraphs.items() if kind is not Kind.BODY},
        method=method,
        note=_note(document, standing.sentences, len(best), length, method),
        key_phrases=chosen.outline.phrases,
        seconds=chosen.outline.seconds,
        summary_seconds=reading.seconds(sentence.text for sentence in best),
    )


async def phrase_of(store: Store, document: Document, place: int) -> str | None:
    """The key phrase at a place of a document's list, counted from 0; None where there is none (any more)."""
    outline = await store.rankings.outline(document.id)
    return outline.phrases[place] if outline is not None and 0 <= place < len(outline.phrases) else None


def _length(text: str) -> int:
    """The number of sentences that a length asks for."""
    name = text.strip().casefold()
    if (stock := LENGTHS.get(name)) is not None:
        return stock
    # the length of a number is checked before it is read: Python refuses thousands of digits
    if name.isdecimal() and len(name) <= len(str(MOST)) and 1 <= (number := int(name)) <= MOST:
        return number
    known = ", ".join(f"{each} ({count})" for each, count in LENGTHS.items())
    raise BadRequestError(
        f'I could not read the length "{_shown(text)}". Write {known}, or a number of sentences from 1 to {MOST}.'
    )


def _method(text: str | None) -> Method:
    if text is None:
        return DEFAULT
    try:
        return Method(text.strip().casefold())
    except ValueError as error:
        raise BadRequestError(f'There is no method "{_shown(text)}". Write one of {", ".join(Method)}.') from error


def _shown(text: str) -> str:
    return text if len(text) <= _SHOWN else f"{text[:_SHOWN]}…"


def _distinct(sentences: Iterable[StoredSentence], length: int) -> list[StoredSentence]:
    """The first `length` sentences that differ in their words, and not in typography only."""
    chosen: dict[tuple[str, ...], StoredSentence] = {}
    for sentence in sentences:
        if len(chosen) == length:
            break
        key = tuple(word.text for word in words(sentence.text)) or (fold(sentence.text),)
        chosen.setdefault(key, sentence)
    return list(chosen.values())


async def _chosen(store: Store, worker: Worker, document: Document, method: Method, length: int) -> _Chosen:
    """The best sentences by kept orders, or by ones that are worked out now and kept for the next time."""
    outline = await store.rankings.outline(document.id)
    if not document.paragraphs.get(Kind.BODY):
        return _Chosen([], Outline(0, 0))
    default: list[StoredSentence] | None = None
    if outline is None or not (await store.rankings.standing(document.id, DEFAULT)).complete:
        default, outline = await _outlined_now(store, worker, document)
    if method is DEFAULT:
        best = await _looked_up(store, document, method, length, outline.fit) if default is None else default
        return _Chosen(_distinct(best[: outline.fit], length), outline)
    if (await store.rankings.standing(document.id, method)).complete:
        return _Chosen(_distinct(await _looked_up(store, document, method, length), length), outline)
    return _Chosen(_distinct(await _ranked_now(store, worker, document, method), length), outline)


async def _looked_up(
    store: Store, document: Document, method: Method, length: int, most: int | None = None
) -> list[StoredSentence]:
    """The best sentences by a kept order, enough that `length` of them differ, of the first `most`."""
    limit = 2 * length
    while True:
        asked = limit if most is None else min(limit, most)
        ranked = await store.rankings.ordered(document.id, method, asked) if asked else []
        if len(_distinct(ranked, length)) == length or len(ranked) < limit:
            return ranked
        limit *= 8


async def _outlined_now(store: Store, worker: Worker, document: Document) -> tuple[list[StoredSentence], Outline]:
    """The default order and the outline of a document, worked out and kept; the sentences that may be given first."""
    sentences = await store.rankings.body_sentences(document.id)
    try:
        order, outline = await worker.run(
            outlined,
            [sentence.text for sentence in sentences],
            [sentence.paragraph for sentence in sentences],
            document.metadata.language.value,
        )
    except WorkerError as error:
        raise BusyError(f"The summary of {document.reference} was given up: {error}. Try again in a moment.") from error
    ranked = [sentences[place] for place in order]
    await _keep(store, document, DEFAULT, ranked, outline)
    return ranked, outline


async def _ranked_now(store: Store, worker: Worker, document: Document, method: Method) -> list[StoredSentence]:
    """The sentences of a document by another method, worked out and kept."""
    sentences = await store.rankings.body_sentences(document.id)
    texts = [sentence.text for sentence in sentences]
    paragraphs = [sentence.paragraph for sentence in sentences]
    try:
        order = await worker.run(rank, texts, paragraphs, method, document.metadata.language.value)
    except WorkerError as error:
        hint = f"Leave the method out: {DEFAULT} is worked out already"
        raise BusyError(f"The {method} summary of {document.reference} was given up: {error}. {hint}.") from error
    ranked = [sentences[place] for place in order]
    await _keep(store, document, method, ranked)
    return ranked


async def _keep(
    store: Store, document: Document, method: Method, ranked: list[StoredSentence], outline: Outline | None = None
) -> None:
    try:
        await store.rankings.keep(document.id, method, ranked, outline)
    except (BusyError, NoStoreError) as error:
        # the answer stands without being kept
        _log.warning("The %s ranking of %s is not kept: %s", method, document.reference, error)


def _note(document: Document, sentences: int, given: int, length: int, method: Method) -> str | None:
    if not sentences:
        return f"{document.reference} has no sentence in a body paragraph, so there is nothing to choose from."
    if in_parts(sentences, method):
        return (
            f"Its {sentences:,} sentences are too many to compare each with each (up to {WHOLE:,} are): they were "
            "ranked in parts, then the best of all parts among each other."
        )
    if method is DEFAULT and not given:
        return f"No sentence of {document.reference} can stand by itself. Ask for the method luhn to see some anyway."
    if method is DEFAULT and given < min(length, sentences):
        return "The other sentences cannot stand by themselves, or say what these say."
    return None
