"""Quoting: a query in, whole passages with their citations out; without a query, a passage by chance."""

import json
import secrets
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from random import Random
from typing import TYPE_CHECKING, Final, Literal

from bot.answers import documents, speakers
from bot.answers.copies import Copies, copies_of, first_published
from bot.answers.finding import Ranked, find_passages
from bot.answers.plan import Endings, Plan, blindly, endings_of, make, planned
from bot.answers.query import QUOTATION_MARKS, Query, parse
from bot.answers.results import Passage, QuoteAnswer, QuoteRequest
from bot.answers.spoken import about, as_passages, gathered, speaker_of, words_said
from bot.answers.suggestions import suggestions, words_not_found
from bot.documents.dates.typed import read_date
from bot.errors import BadRequestError, BusyError
from bot.models import Citation, Document, Span
from bot.store.search import Filters, Scope, Stored
from bot.store.store import Reading, Store

if TYPE_CHECKING:
    from bot.store.speakers import Said

MOST_PASSAGES: Final = 50
KINDS: Final = ("passages", "quotations")


async def quote(store: Store, request: QuoteRequest, *, chance: Random | None = None) -> QuoteAnswer:
    """The passages that answer a request, best first.

    Args:
        store: Where to look.
        request: What was asked; without text, a passage by chance is given.
        chance: What decides by chance; the operating system when None.

    Raises:
        BadRequestError: The limit or the offset is out of bounds, the kind or the speaker is not known, or the dates
            exclude each other.
        BadDateError: A date cannot be read.
        UnknownDocumentError: The document is not known.
        DamagedStoreError: A passage is not what was stored.
    """
    if not 1 <= request.limit <= MOST_PASSAGES:
        raise BadRequestError(f"The limit is {request.limit}. Choose a number from 1 to {MOST_PASSAGES}.")
    if request.offset < 0:
        raise BadRequestError(f"The offset is {request.offset}. It counts from 0.")
    if request.kind is not None and request.kind.strip().lower() not in KINDS:
        raise BadRequestError(f'No kind "{request.kind[:40]}". There are: {", ".join(KINDS)}.')
    if not request.text.strip():
        return await store.reading(lambda reading: _by_chance(reading, request, chance or secrets.SystemRandom()))
    return await _answer(store, request)


def _wants_quotations(request: QuoteRequest) -> bool:
    return request.kind is not None and request.kind.strip().lower() == KINDS[1]


async def _filters(store: Reading, request: QuoteRequest) -> tuple[Filters, str | None]:
    """What the options come to, and the full name of the speaker among them."""
    document = None
    if request.document is not None and request.document.strip():
        document = (await documents.find(store, request.document, request.collections)).id
    speaker = await speakers.wanted(store, request.speaker, request.collections, document)
    since = read_date(request.since).earliest if request.since else None
    until = read_date(request.until).latest if request.until else None
    if since is not None and until is not None and until < since:
        raise BadRequestError(f"No day is both from {since} on and up to {until}. Swap the two dates.")
    ids = None if speaker is None else speaker.ids
    filters = Filters(request.collections, document, since, until, spoken=_wants_quotations(request), speakers=ids)
    return filters, None if speaker is None else speaker.name


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
    filters, name = await _filters(store, request)
    scope = await store.search.scope(filters)
    nothing = QuoteAnswer((), 0, query.terms, searched=scope.searched, undated_documents=scope.undated, speaker=name)
    if not query.content:
        return _Reply(replace(nothing, only_excluded=bool(query.excluded)), scope)
    try:
        plan = blindly(query) if endings is None else await planned(store, query, endings)
    except BusyError:
        plan = blindly(query)
    if _wants_quotations(request):
        return await _quotations(store, request, plan, scope, nothing)
    finding = await find_passages(store, plan, scope, request.offset + request.limit)
    page = finding.ranked[request.offset : request.offset + request.limit]
    presenter = _Presenter(store, scope, await _everywhere(store, filters, scope))
    answer = replace(
        nothing,
        passages=tuple(await presenter.present(page, plan)),
        total=len(finding.ranked) + finding.others,
        incomplete=finding.incomplete,
    )
    return _Reply(answer, scope, plan, bool(finding.ranked) and finding.ranked[0].score.whole)


async def _quotations(store: Reading, request: QuoteRequest, plan: Plan, scope: Scope, nothing: QuoteAnswer) -> _Reply:
    """What is said and answers, direct speech first."""
    found, incomplete = await about(store, plan, scope)
    page = found[request.offset : request.offset + request.limit]
    passages = tuple(await as_passages(store, page, plan))
    answer = replace(nothing, passages=passages, total=len(found), incomplete=incomplete)
    return _Reply(answer, scope, plan, any(each.first.score.whole for each in found))


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
    filters, name = await _filters(store, request)
    scope = await store.search.scope(filters)
    presenter = _Presenter(store, scope, await _everywhere(store, filters, scope))
    found = await store.search.any(scope, chance)
    stored = await store.search.passages([found]) if found is not None else []
    if _wants_quotations(request):
        said = gathered(await words_said(store, [each.id for each in stored], None, scope))
        passages = await as_passages(store, [chance.choice(said)] if said else [], None)
    else:
        passages = [await presenter.alone(each) for each in stored]
    return QuoteAnswer(
        passages=tuple(passages),
        total=len(passages),
        searched=scope.searched,
        undated_documents=scope.undated,
        chosen_at_random=True,
        speaker=name,
    )


class _Presenter:
    """Makes passages of what was found: text, hits, citation, and where else the same stands."""

    def __init__(self, store: Reading, scope: Scope, everywhere: Scope) -> None:
        self._store = store
        # where there is no filter, every copy is within the scope
        self._within = None if everywhere is scope else set(json.loads(scope.documents))
        self._everywhere = everywhere
        self._documents: dict[int, Document] = {}
        self._said: Mapping[int, Sequence[Said]] = {}

    async def present(self, page: Sequence[Ranked], plan: Plan) -> list[Passage]:
        """These passages in their order."""
        texts = await self._store.search.passages([each.candidate.id for each in page])
        copies = await copies_of(self._store, texts, self._everywhere)
        standing = {each.document for known in copies.values() for each in known.all}
        self._documents |= await self._store.library.documents_by_id(standing | {each.document for each in texts})
        self._said = await self._store.speakers.said_in(
            {each.id for each in texts} | {each.id for known in copies.values() for each in known.same}
        )
        found = {passage.id: passage for passage in texts}
        passages = []
        for each in page:
            if (stored := found.get(each.candidate.id)) is not None:
                here = self._shown(stored, copies[stored.id])
                match: Literal["all", "some"] = "all" if each.score.whole else "some"
                hits = plan.scale.matcher.hits(here.text)
                passages.append(await self._passage(here, match, hits, stored, copies[stored.id]))
        return passages

    async def alone(self, stored: Stored) -> Passage:
        """One passage that answers no query."""
        copies = await copies_of(self._store, [stored], self._everywhere)
        self._said = await self._store.speakers.said_in([stored.id])
        return await self._passage(stored, "all", (), stored, copies[stored.id])

    def _shown(self, stored: Stored, copies: Copies) -> Stored:
        """Of a passage and its copies within the filters, the one to show."""
        within = self._within
        same = [each for each in copies.same if within is None or each.document in within]
        return first_published([stored, *same], self._documents)

    async def _passage(
        self,
        here: Stored,
        match: Literal["all", "some"],
        hits: tuple[Span, ...],
        found: Stored,
        copies: Copies,
    ) -> Passage:
        """The passage to show, which stands for the one that was found."""
        others = sorted((found, *copies.all), key=lambda each: each.place)
        return Passage(
            text=here.text,
            match=match,
            hits=hits,
            also_in=tuple([await self._citation(each) for each in others if each.id != here.id]),
            citation=await self._citation(here),
            nearly_in=tuple([await self._citation(each) for each in copies.near]),
            speaker=speaker_of(here.text, hits, self._said.get(here.id, ())),
        )

    async def _citation(self, stored: Stored) -> Citation:
        if stored.document not in self._documents:
            self._documents[stored.document] = await self._store.library.document_by_id(stored.document)
        return Citation(self._documents[stored.document], stored.number, stored.span, stored.page)
