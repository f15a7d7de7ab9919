"""Comparing: two documents in, their passages in pairs, with citations, out."""

import asyncio
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from typing import Final

from bot.answers import documents
from bot.answers.comparison.comparing import Compared, compared
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

    def is_about(self, unit: Unit, topical: Collection[int]) -> bool:
        """Whether a sentence stands in one of the paragraphs of a topic."""
        return self.paragraphs[unit.paragraph].id in topical


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
    topical: set[int] | None = None
    if request.topic is not None and request.topic.strip():
        topical = set()
        for side in (first, second):
            topical |= set(await paragraphs_about(store, request.topic, request.collections, side.document.id))
    if len(first.units) + len(second.units) <= _QUICK:
        found = await asyncio.to_thread(compared, first.units, second.units)
    else:
        try:
            found = await worker.run(compared, first.units, second.units)
        except WorkerError as error:
            raise BusyError(
                f"Comparing {first.document.reference} with {second.document.reference} was given up: {error}. "
                "Try again in a moment."
            ) from error
    return _answer(first, second, found, topical)


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


def _answer(first: _Side, second: _Side, found: Compared, topical: Collection[int] | None) -> CompareAnswer:
    def wanted(side: _Side, unit: Unit) -> bool:
        return topical is None or side.is_about(unit, topical)

    return CompareAnswer(
        first=first.document,
        second=second.document,
        pairs=tuple(
            _pair(first, second, each)
            for each in found.pairs
            if wanted(first, each.first) or wanted(second, each.second)
        ),
        only_first=tuple(first.cited(unit) for unit in found.only_first if wanted(first, unit)),
        only_second=tuple(second.cited(unit) for unit in found.only_second if wanted(second, unit)),
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
