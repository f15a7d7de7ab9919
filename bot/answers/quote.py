"""Quoting: a query in, whole passages with their citations out; without a query, a passage by chance."""

import json
import secrets
from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace
from random import Random
from typing import Final, Literal

from bot.answers import documents
from bot.answers.finding import Ranked, find_passages
from bot.answers.plan import Endings, Plan, endings_of, make, planned
from bot.answers.query import QUOTATION_MARKS, Query, parse
from bot.answers.results import Passage, QuoteAnswer, QuoteRequest
from bot.answers.suggestions import suggestions, words_not_found
from bot.documents.dates.typed import read_date
from bot.errors import BadRequestError, BusyError
from bot.models import Citation, Document, Span
from bot.store.scope import Filters, Scope
from bot.store.search import Stored
from bot.store.store import Reading, Store

MOST_PASSAGES: Final = 50


async def quote(store: Store, request: QuoteRequest, *, chance: Random | None = None) -> QuoteAnswer:
    """The passages that answer a request, best first.

    Args:
        store: Where to look.
        request: What was asked; without text, a passage by chance is given.
        chance: What decides by chance; the operating system when None.

    Raises:
        BadRequestError: The limit or the offset is out of bounds, or the dates exclude each other.
        BadDateError: A date cannot be read.
        UnknownDocumentError: The document is not known.
        DamagedStoreError: A passage is not what was stored.
    """
    if not 1 <= request.limit <= MOST_PASSAGES:
        raise BadRequestError(f"The limit is {request.limit}. Choose a number from 1 to {MOST_PASSAGES}.")
    if request.offset < 0:
        raise BadRequestError(f"The offset is {request.offset}. It counts from 0.")
    if not request.text.strip():
        return await store.reading(lambda reading: _by_chance(reading, request, chance or secrets.SystemRandom()))
    return await _answer(store, request)


async def _filters(store: Reading, request: QuoteRequest) -> Filters:
    document = None
    if request.document is not None and request.document.strip():
        document = (await documents.find(store, request.document, request.collections)).id
    since = read_date(request.since).earliest if request.since else None
    until = read_date(request.until).latest if request.until else None
    if since is not None and until is not None and until < since:
        raise BadRequestError(f"No day is both from {since} on and up to {until}. Swap the two dates.")
    return Filters(request.collections, document, since, until)


async def _everywhere(store: Reading, filters: Filters, scope: Scope) -> Scope:
    """The scope without the filters: where a passage may stand besides."""
    if filters == Filters(filters.collections):
        return scope
    return await store.search.scope(Filters(filters.collections))


@dataclass(frozen=True, slots=True)
class _Reply:
    """An answer with what it comes from; `plan` is None where nothing was looked for."""

    answer: QuoteAnswer
    scope: Scope
    plan: Plan | None = None
    whole: bool = False


async def _answer(store: Store, request: QuoteRequest) -> QuoteAnswer:
    query = parse(request.text)
    try:
        endings: Endings | None = await endings_of(store, query)
    except BusyError:
        endings = None
    reply = await store.reading(lambda reading: _looked_up(reading, request, query, endings))
    if reply.plan is None or reply.whole:
        return reply.answer
    try:
        return await _explained(store, reply.answer, reply.plan, request.collections, reply.scope)
    except BusyError:
        return replace(reply.answer, incomplete=True)


async def _looked_up(store: Reading, request: QuoteRequest, query: Query, endings: Endings | None) -> _Reply:
    """All that is asked of one state of the store; without endings, they could not be had in time."""
    filters = await _filters(store, request)
    scope = await store.search.scope(filters)
    terms = tuple(dict.fromkeys(clause.typed for clause in query.content))
    nothing = QuoteAnswer((), 0, terms, searched=scope.searched, undated_documents=scope.undated)
    if not query.content:
        return _Reply(nothing, scope)
    if endings is None:
        return _Reply(replace(nothing, incomplete=True), scope)
    try:
        plan = await planned(store, query, endings)
    except BusyError:
        return _Reply(replace(nothing, incomplete=True), scope)
    finding = await find_passages(store, plan, scope)
    page = finding.ranked[request.offset : request.offset + request.limit]
    presenter = _Presenter(store, scope, await _everywhere(store, filters, scope))
    answer = replace(
        nothing,
        passages=tuple(await presenter.present(page, plan)),
        total=len(finding.ranked),
        incomplete=finding.incomplete,
    )
    return _Reply(answer, scope, plan, bool(finding.ranked) and finding.ranked[0].score.whole)


async def _explained(
    store: Store, answer: QuoteAnswer, plan: Plan, collections: Collection[str], scope: Scope
) -> QuoteAnswer:
    """An answer in which something is missing, with the words found nowhere and how the query may have been meant."""
    query = plan.query
    missing = await words_not_found(store, query, collections)
    proposed = await suggestions(store, query, missing, collections)
    if not (answer.passages or missing or answer.incomplete) and any(clause.required for clause in query.content):
        unquoted = " ".join(query.text.translate(QUOTATION_MARKS).replace('"', " ").split())
        finding = await find_passages(store, await make(store, parse(unquoted)), scope)
        proposed = [unquoted] if finding.ranked else []
    unknown = tuple(dict.fromkeys(clause.typed for clause in missing))
    return replace(answer, words_not_found=unknown, suggestions=tuple(proposed))


async def _by_chance(store: Reading, request: QuoteRequest, chance: Random) -> QuoteAnswer:
    filters = await _filters(store, request)
    scope = await store.search.scope(filters)
    presenter = _Presenter(store, scope, await _everywhere(store, filters, scope))
    found = await store.search.any(scope, chance)
    passages = await store.search.passages([found]) if found is not None else []
    return QuoteAnswer(
        passages=tuple([await presenter.alone(passage) for passage in passages]),
        total=len(passages),
        searched=scope.searched,
        undated_documents=scope.undated,
        chosen_at_random=True,
    )


class _Presenter:
    """Makes passages of what was found: text, hits, citation, and where else the same stands."""

    def __init__(self, store: Reading, scope: Scope, everywhere: Scope) -> None:
        self._store = store
        # where there is no filter, every copy is within the scope
        self._within = None if everywhere is scope else set(json.loads(scope.documents))
        self._everywhere = everywhere
        self._documents: dict[int, Document] = {}

    async def present(self, page: Sequence[Ranked], plan: Plan) -> list[Passage]:
        """These passages in their order."""
        texts = await self._store.search.passages([each.candidate.id for each in page])
        copies = await self._copies(texts)
        self._documents |= await self._store.library.documents_by_id({each.document for each in (*texts, *copies)})
        found = {passage.id: passage for passage in texts}
        passages = []
        for each in page:
            if (stored := found.get(each.candidate.id)) is not None:
                here = self._lowest(stored, copies)
                match: Literal["all", "some"] = "all" if each.score.whole else "some"
                passages.append(await self._passage(here, match, plan.scale.matcher.hits(here.text), copies))
        return passages

    async def alone(self, stored: Stored) -> Passage:
        """One passage that answers no query."""
        return await self._passage(stored, "all", (), await self._copies([stored]))

    async def _copies(self, passages: Sequence[Stored]) -> list[Stored]:
        """All that share the words of these passages, in the collections that are searched."""
        marks = {passage.fingerprint for passage in passages if passage.fingerprint}
        return await self._store.search.shared(marks, self._everywhere, passages) if marks else []

    def _lowest(self, stored: Stored, copies: Sequence[Stored]) -> Stored:
        """Of a passage and its copies within the filters, the one with the lowest reference."""
        within = self._within
        same = [each for each in copies if each.fingerprint == stored.fingerprint]
        if within is not None:
            same = [each for each in same if each.document in within]
        return min((stored, *same), key=lambda each: each.place)

    async def _passage(
        self, stored: Stored, match: Literal["all", "some"], hits: tuple[Span, ...], copies: Sequence[Stored]
    ) -> Passage:
        others = [each for each in copies if each.fingerprint == stored.fingerprint and each.id != stored.id]
        return Passage(
            text=stored.text,
            match=match,
            hits=hits,
            also_in=tuple([await self._citation(each) for each in others]),
            citation=await self._citation(stored),
        )

    async def _citation(self, stored: Stored) -> Citation:
        if stored.document not in self._documents:
            self._documents[stored.document] = await self._store.library.document_by_id(stored.document)
        return Citation(self._documents[stored.document], stored.number, stored.span, stored.page)
