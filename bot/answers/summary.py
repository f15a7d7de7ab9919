"""Summaries: the sentences of a document that stand for it best, word for word and in document order."""

import logging
from collections.abc import Iterable, Mapping
from typing import Final

from bot.answers.documents import find
from bot.answers.ranking import WHOLE, in_parts, rank
from bot.answers.results import CitedSentence, SummaryAnswer, SummaryRequest
from bot.errors import BadRequestError, BusyError, NoStoreError
from bot.folding import fold, words
from bot.models import Citation, Document, Kind, Method
from bot.store.rankings import StoredSentence
from bot.store.store import Store
from bot.worker import Worker, WorkerError

LENGTHS: Final[Mapping[str, int]] = {"headline": 1, "short": 3, "medium": 5, "long": 8}
"""The stock lengths and their numbers of sentences."""
MOST: Final = 50
"""The largest number of sentences that can be asked for."""
DEFAULT: Final = Method.LEXRANK

_SHOWN: Final = 80  # characters of what was typed that an error repeats
_log: Final = logging.getLogger(__name__)


async def summarise(store: Store, worker: Worker, request: SummaryRequest) -> SummaryAnswer:
    """Choose the best sentences of a document.

    The order in which sentences stand for the document is looked up; where a method was never asked for, or the
    sentences have changed since, it is worked out by the worker and kept. No sentence is given that says in the same
    words what a better one says.

    Raises:
        BadRequestError: The length or the method is none that is known.
        UnknownDocumentError: No such document, or several that fit.
        DamagedStoreError: The text of a paragraph does not fit its checksum.
        BusyError: The worker could not do it within its bounds.
    """
    length, method = _length(request.length), _method(request.method)
    document = await find(store, request.document, request.collections)
    standing = await store.rankings.standing(document.id, method)
    best = (
        await _looked_up(store, document, method, length)
        if standing.complete
        else await _worked_out(store, worker, document, method, length)
    )
    best.sort(key=lambda sentence: sentence.source.start)
    return SummaryAnswer(
        document=document,
        sentences=tuple(
            CitedSentence(sentence.text, Citation(document, sentence.number, sentence.source, sentence.page))
            for sentence in best
        ),
        of=standing.sentences,
        left_out={kind: count for kind, count in document.paragraphs.items() if kind is not Kind.BODY},
        method=method,
        note=_note(document, standing.sentences, method),
    )


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


async def _looked_up(store: Store, document: Document, method: Method, length: int) -> list[StoredSentence]:
    """The best sentences by a kept order."""
    limit = 2 * length
    while True:
        ranked = await store.rankings.ordered(document.id, method, limit)
        best = _distinct(ranked, length)
        if len(best) == length or len(ranked) < limit:
            return best
        limit *= 8


async def _worked_out(
    store: Store, worker: Worker, document: Document, method: Method, length: int
) -> list[StoredSentence]:
    """The best sentences by an order that is worked out now, and kept for the next time."""
    sentences = await store.rankings.body_sentences(document.id)
    texts = [sentence.text for sentence in sentences]
    paragraphs = [sentence.paragraph for sentence in sentences]
    try:
        order = await worker.run(rank, texts, paragraphs, method, document.metadata.language.value)
    except WorkerError as error:
        hint = "Try again in a moment" if method is Method.LUHN else "Ask for the method luhn, the quickest"
        raise BusyError(f"The {method} summary of {document.reference} was given up: {error}. {hint}.") from error
    ranked = [sentences[place] for place in order]
    try:
        await store.rankings.keep(document.id, method, ranked)
    except (BusyError, NoStoreError) as error:
        # the answer stands without being kept
        _log.warning("The %s ranking of %s is not kept: %s", method, document.reference, error)
    return _distinct(ranked, length)


def _note(document: Document, sentences: int, method: Method) -> str | None:
    if not sentences:
        return f"{document.reference} has no sentence in a body paragraph, so there is nothing to choose from."
    if in_parts(sentences, method):
        return (
            f"Its {sentences:,} sentences are too many to compare each with each (up to {WHOLE:,} are): they were "
            "ranked in parts, then the best of all parts among each other."
        )
    return None
