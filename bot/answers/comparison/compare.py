"""Comparing: two documents in, their passages in pairs, with citations, out."""

import asyncio
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from itertools import zip_longest
from typing import Final

from bot.answers import documents
from bot.answers.comparison.comparing import Compared, compared, compared_apart
from bot.answers.comparison.relating import Related
from bot.answers.comparison.units import Dated, Unit
from bot.answers.results import CitedSentence, CompareAnswer, ComparedPair, CompareRequest
from bot.answers.topic import paragraphs_about
from bot.errors import BadRequestError, BusyError
from bot.models import Citation, Document, Kind, Paragraph, Span
from bot.store.library import Marks
from bot.store.store import Reading, Store
from bot.worker import Worker, WorkerError

_QUICK: Final = 1_500  # sentences that are compared in a thread; of more, in the worker


@dataclass(frozen=True, slots=True)
class _Side:
    """One of the documents, with its `body` paragraphs and their sentences."""

    document: Document
    paragraphs: Sequence[Paragraph]
    units: Sequence[Unit]

    def cited(self, unit: Unit) -> CitedSentence:
        """A sentence with the place where it stands."""
        paragraph = self.paragraphs[unit.paragraph]
        inner = Span(unit.start, unit.start + len(unit.text))
        citation = Citation(self.document, paragraph.number, inner.shifted(paragraph.span.start), paragraph.page)
        return CitedSentence(inner.of(paragraph.text), citation)

    def number(self, unit: Unit) -> int:
        """The number of the paragraph in which a sentence stands."""
        return self.paragraphs[unit.paragraph].number


async def compare(store: Store, worker: Worker, request: CompareRequest) -> CompareAnswer:
    """Compare two documents sentence by sentence, off the event loop.

    Args:
        store: Where they are kept.
        worker: Where long documents are compared.
        request: Which documents; with a topic, only what stands in paragraphs that answer it is given.

    Raises:
        BadRequestError: Both are the same document, or the topic has no word to look for.
        UnknownDocumentError: A document is not known.
        DamagedStoreError: A passage is not what was stored.
        BusyError: It took too long.
    """
    if not (request.first.strip() and request.second.strip()):
        raise BadRequestError("Name two documents: their numbers, or the beginnings of their titles.")
    first, second = await store.reading(lambda reading: _sides(reading, request))
    topical = request.paragraphs
    if topical is None and request.topic is not None and request.topic.strip():
        topical = await _about(store, request.topic, request.collections, (first, second))
    if len(first.units) + len(second.units) <= _QUICK:
        found = await asyncio.to_thread(compared, first.units, second.units)
    else:
        try:
            found = await worker.run(compared_apart, first.units, second.units)
        except WorkerError as error:
            raise BusyError(
                f"Comparing {first.document.reference} with {second.document.reference} was given up: {error}. "
                "Try again in a moment."
            ) from error
    return _answer(first, second, found, topical)


async def topical(store: Store, request: CompareRequest) -> tuple[tuple[int, int], ...]:
    """The paragraphs of two documents that answer a topic, as `CompareRequest` has them, the best of either first.

    Raises:
        BadRequestError: Both are the same document, or the topic has no word to look for.
        UnknownDocumentError: A document is not known.
        BusyError: The search ran into its time limit.
    """
    sides = await store.reading(lambda reading: _sides(reading, request))
    return await _about(store, request.topic or "", request.collections, sides)


async def _about(
    store: Store, topic: str, collections: tuple[str, ...], sides: tuple[_Side, _Side]
) -> tuple[tuple[int, int], ...]:
    found: list[list[tuple[int, int]]] = []
    for place, side in enumerate(sides):
        numbers = {each.id: each.number for each in side.paragraphs}
        ids = await paragraphs_about(store, topic, collections, side.document.id)
        found.append([(place, numbers[id_]) for id_ in ids if id_ in numbers])
    return tuple(each for pair in zip_longest(*found) for each in pair if each is not None)


async def _sides(store: Reading, request: CompareRequest) -> tuple[_Side, _Side]:
    first = await documents.find(store, request.first, request.collections)
    second = await documents.find(store, request.second, request.collections)
    if first.id == second.id:
        raise BadRequestError(f"Both are {first.reference}. Name two documents.")
    return await _side(store, first), await _side(store, second)


async def _side(store: Reading, document: Document) -> _Side:
    paragraphs = [each for each in await store.library.paragraphs(document) if each.kind is Kind.BODY]
    marks = await store.library.marks(document)
    return _Side(document, paragraphs, [unit for at, each in enumerate(paragraphs) for unit in _units(at, each, marks)])


def _units(place: int, paragraph: Paragraph, marks: Marks) -> list[Unit]:
    """The sentences of a paragraph; one without any is taken whole."""
    whole = Unit(
        place,
        0,
        paragraph.text,
        tuple(Dated(each.span, each.value) for each in marks.dates.get(paragraph.id, ())),
    )
    sentences = marks.sentences.get(paragraph.id, ()) or (Span(0, len(paragraph.text)),)
    return [whole.part(span, whole=True) for span in sentences]


def _answer(first: _Side, second: _Side, found: Compared, topical: Collection[tuple[int, int]] | None) -> CompareAnswer:
    wanted = None if topical is None else frozenset(topical)

    def about(place: int, unit: Unit) -> bool:
        return wanted is None or (place, (first, second)[place].number(unit)) in wanted

    return CompareAnswer(
        first=first.document,
        second=second.document,
        pairs=tuple(
            _pair(first, second, each) for each in found.pairs if about(0, each.first) or about(1, each.second)
        ),
        only_first=tuple(first.cited(unit) for unit in found.only_first if about(0, unit)),
        only_second=tuple(second.cited(unit) for unit in found.only_second if about(1, unit)),
    )


def _pair(first: _Side, second: _Side, found: Related) -> ComparedPair:
    return ComparedPair(
        relation=found.relation,
        certain=found.certain,
        first=first.cited(found.first),
        second=second.cited(found.second),
        diff=found.diff,
        figures=tuple((each.first, each.second) for each in found.figures),
        remarks=found.remarks,
    )
