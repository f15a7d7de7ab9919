"""What happened when: sentences with their dates, in order."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date
from typing import Final

from bot.answers import speakers
from bot.answers.documents import answering
from bot.answers.results import Event, TimelineAnswer, TimelineRequest
from bot.answers.topic import paragraphs_about
from bot.documents.dates.tagger import tag
from bot.documents.dates.typed import read_date
from bot.errors import BadRequestError
from bot.models import Basis, Citation, DateValue, Document, Span, Speech
from bot.store.calendar import DatedSentence, Period
from bot.store.speakers import Said
from bot.store.store import Reading, Store

_ALL: Final = 100_000  # events; more than anybody reads, and a bound for the memory that one answer takes


def _period(request: TimelineRequest) -> tuple[str | None, str | None]:
    """The first and last day asked for."""
    if request.on is not None and (request.since is not None or request.until is not None):
        raise BadRequestError("Give either a date to be on, or a range from and to, not both.")
    if request.on is not None:
        value = read_date(request.on)
        return _day(value.earliest), _day(value.latest)
    since = _day(read_date(request.since).earliest) if request.since is not None else None
    until = _day(read_date(request.until).latest) if request.until is not None else None
    if since is not None and until is not None and since > until:
        raise BadRequestError(f"The range from {request.since} to {request.until} ends before it begins.")
    return since, until


def _day(day: object) -> str | None:
    return None if day is None else str(day)


async def events_of(
    store: Reading, sentences: Sequence[DatedSentence], documents: Mapping[int, Document]
) -> tuple[Event, ...]:
    """The events that dated sentences are, each with who says its date.

    Args:
        store: Where they are kept.
        sentences: The sentences.
        documents: Their documents by row id.
    """
    said = await store.speakers.said_in({each.place for each in sentences})
    return tuple(_event_of(each, documents[each.document], said.get(each.place, ())) for each in sentences)


def _event_of(sentence: DatedSentence, document: Document, said: Sequence[Said]) -> Event:
    around = [
        each for each in said if each.span.start <= sentence.mention.start and sentence.mention.end <= each.span.end
    ]
    named = [each for each in around if each.speaker is not None]
    closest = min(
        named, key=lambda each: (each.form is not Speech.DIRECT, each.span.end - each.span.start), default=None
    )
    return Event(
        value=sentence.value,
        expression=sentence.expression.of(sentence.text),
        basis=sentence.basis,
        text=sentence.text,
        citation=Citation(document, sentence.paragraph, sentence.span, sentence.page),
        planned=lies_ahead(sentence.value, anchor_of(document)),
        speaker=None if closest is None else closest.speaker,
        speech=None if closest is None else closest.form,
    )


def anchor_of(document: Document) -> date | None:
    """The day from which a document's relative dates count; None where it has none."""
    value = document.metadata.anchor_date.value
    try:
        return None if value is None else date.fromisoformat(value)
    except ValueError:
        return None


def lies_ahead(value: DateValue, anchor: date | None) -> bool:
    """Whether a date lies wholly after a document's own; of an open start its end counts, which is a horizon."""
    first = value.earliest or value.latest
    return anchor is not None and first is not None and first > anchor


def counted_from(event: Event) -> date | None:
    """The day from which a worked-out date was counted.

    None where the sentence and its document's anchor date alone do not lead to the value: a year that was named before
    it, or the day of a story, did.
    """
    document = event.citation.document
    anchor = anchor_of(document)
    if anchor is None or event.basis is not Basis.WORKED_OUT:
        return None
    (found,) = tag([(event.text, [Span(0, len(event.text))])], anchor, document.metadata.language.value)
    told = any(each.value == event.value and each.span.of(event.text) == event.expression for each in found)
    return anchor if told else None


async def timeline(store: Store, request: TimelineRequest) -> TimelineAnswer:
    """Events that overlap the time asked for, sorted by their first day (an open start by its last).

    Raises:
        BadDateError: A date cannot be read.
        BadRequestError: The options exclude each other, a limit or offset is negative, the topic has no word, or the
            speaker is not known, or may be several.
        UnknownDocumentError: The document named is not there.
    """
    limit = _ALL if request.limit is None else request.limit
    if limit < 1 or request.offset < 0:
        raise BadRequestError("A timeline has at least one line: give a limit of 1 or more.")
    since, until = _period(request)
    documents = await answering(store, request.document, request.collections)
    by_id = {each.id: each for each in documents}
    period = Period(tuple(by_id), since, until)
    named = None if request.document is None else documents[0].id
    if request.topic is not None:
        about = await paragraphs_about(store, request.topic, request.collections, named)
        period = replace(period, paragraphs=about)
    known = await speakers.wanted(store, request.speaker, request.collections, named)
    if known is not None:
        period = replace(period, speakers=known.ids)
    names = [(each.id, each.reference) for each in documents]
    sentences = await store.calendar.events(period, names, limit=limit, offset=request.offset)
    events = await events_of(store, sentences, by_id)
    undated = await store.calendar.undated(replace(period, since=None, until=None))
    return TimelineAnswer(
        events=events,
        total=await store.calendar.count(period),
        undated=sum(undated.values()),
        without_anchor=tuple(by_id[id_] for id_ in undated if by_id[id_].metadata.anchor_date.value is None),
        searched=len(documents),
        speaker=None if known is None else known.name,
    )
