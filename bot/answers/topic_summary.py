"""Summaries of a topic: sentences about it from one document or from all, spread over them."""

from typing import Final

from bot.answers.documents import answering
from bot.answers.query import Atom, Form, parse
from bot.answers.results import CitedSentence, SummaryAnswer, SummaryRequest
from bot.answers.summarising import reading
from bot.answers.summarising.topical import Found, Topic, gathered
from bot.answers.topic import paragraphs_about
from bot.errors import BusyError
from bot.models import Citation, Document, Method
from bot.store.rankings import StoredSentence
from bot.store.store import Store
from bot.worker import Worker, WorkerError

_SENTENCES: Final = 3_000  # of all passages together that are looked at, the best passages first
_OF_ONE: Final = 200  # of one passage


async def about_topic(store: Store, worker: Worker, request: SummaryRequest, length: int) -> SummaryAnswer:
    """Choose the best sentences about a topic: found by a search, none that says again what another says.

    Args:
        store: Where to look.
        worker: What works it out.
        request: Its topic is given; its document is searched, or all are where there is none.
        length: How many sentences to choose.

    Raises:
        BadRequestError: The topic has no word to look for.
        UnknownDocumentError: The document named is not there.
        DamagedStoreError: The text of a paragraph does not fit its checksum.
        BusyError: The search or the worker could not do it within its bounds.
    """
    text = (request.topic or "").strip()
    documents = {each.id: each for each in await answering(store, request.document, request.collections)}
    named = next(iter(documents.values())) if request.document is not None else None
    paragraphs = await paragraphs_about(store, text, request.collections, None if named is None else named.id)
    places = {paragraph: place for place, paragraph in enumerate(paragraphs)}
    sentences = [each for each in await store.rankings.of_paragraphs(paragraphs, _OF_ONE) if each.document in documents]
    sentences = _bounded(sentences, places)
    topic = _topic(text)
    found = [Found(each.text, each.paragraph, each.document or 0, places[each.paragraph]) for each in sentences]
    order: list[int] = []
    about = 0
    if found:
        try:
            order, about = await worker.run(gathered, found, topic, _language(documents, named), length)
        except WorkerError as error:
            raise BusyError(f"The summary was given up: {error}. Give more words, or a document.") from error
    chosen = [sentences[place] for place in sorted(order)]
    cited = [_cited(sentence, documents[sentence.document or 0]) for sentence in chosen]
    return SummaryAnswer(
        document=named,
        sentences=tuple(cited),
        of=about,
        left_out={},
        method=Method.VERBATIM,
        note=None if cited else _nothing(text, named, len(documents)),
        topic=text,
        summary_seconds=reading.seconds(each.text for each in cited),
        searched=len(documents),
    )


def _language(documents: dict[int, Document], named: Document | None) -> str | None:
    """The language that all searched documents share, or None to recognise that of what was found."""
    known = {each.metadata.language.value for each in ([named] if named is not None else documents.values())}
    return known.pop() if len(known) == 1 else None


def _bounded(sentences: list[StoredSentence], places: dict[int, int]) -> list[StoredSentence]:
    """The sentences of the best passages, as many as may be looked at, by document and place."""
    if len(sentences) <= _SENTENCES:
        return sentences
    best = sorted(range(len(sentences)), key=lambda at: (places[sentences[at].paragraph], at))[:_SENTENCES]
    return [sentences[at] for at in sorted(best)]


def _topic(text: str) -> Topic:
    content = parse(text).content
    atoms: list[Atom] = [atom for clause in content for atom in clause.atoms]
    return Topic(
        tuple(tuple(atom.run for atom in clause.atoms) for clause in content),
        tuple(atom.run[0] for atom in atoms if atom.form is Form.PREFIX),
    )


def _cited(sentence: StoredSentence, document: Document) -> CitedSentence:
    return CitedSentence(sentence.text, Citation(document, sentence.number, sentence.source, sentence.page))


def _nothing(text: str, named: Document | None, searched: int) -> str:
    if not searched:
        return "There are no documents to look into yet. A curator can import some."
    where = named.reference if named is not None else f"{searched:,} document{'' if searched == 1 else 's'}"
    shown = text if len(text) <= 80 else f"{text[:80]}…"  # noqa: PLR2004 - what fits a line
    return f'No sentence in {where} speaks of "{shown}" and can stand by itself. Try other words, or quote them.'
