"""Verifying: a pasted text in, a verdict with the places that show it out."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Final

from bot.answers import documents
from bot.answers.results import CitedSentence, Verdict, VerifiedPart, VerifyAnswer, VerifyRequest
from bot.answers.verification.alignment import Alignment
from bot.answers.verification.covering import Findings, find
from bot.answers.verification.differences import Slice, slices
from bot.answers.verification.pasted import Pasted, read
from bot.answers.verification.remarks import remarks
from bot.answers.verification.resemblance import nearest_sentences
from bot.errors import BadRequestError, BusyError
from bot.models import Citation, Document, Span
from bot.store.phrases import Standing
from bot.store.scope import Filters, Scope
from bot.store.store import Reading, Store

LONGEST: Final = 200_000
"""Characters of a text that can be verified."""

_SHORT: Final = 4  # words; of fewer, an agreement says little
_PLACES: Final = 50  # that are listed


async def verify(store: Store, request: VerifyRequest) -> VerifyAnswer:
    """Say whether a text stands in the documents, and show where, or what differs.

    Raises:
        BadRequestError: There is no text, or too much of it.
        UnknownDocumentError: The document is not known.
        DamagedStoreError: A passage is not what was stored.
    """
    text = request.text.encode("utf-8", "replace").decode()
    pasted = read(text)
    if not text.strip():
        raise BadRequestError("There is nothing to verify. Paste the words of a quotation.")
    if len(text) > LONGEST:
        raise BadRequestError(f"The text has {len(text):,} characters. Verify at most {LONGEST:,} at a time.")
    return await store.reading(lambda reading: _verified(reading, pasted, request))


async def _verified(store: Reading, pasted: Pasted, request: VerifyRequest) -> VerifyAnswer:
    document = None
    if request.document is not None and request.document.strip():
        document = (await documents.find(store, request.document, request.collections)).id
    everywhere = await store.search.scope(Filters(request.collections))
    return await _Verification(store, pasted, everywhere, request).answer(document)


@dataclass(frozen=True, slots=True)
class _Judgement:
    """What was found in one scope, and the verdict that follows; with the places, where each stands literally."""

    verdict: Verdict
    findings: Findings
    places: Sequence[tuple[Alignment, Span | None]] = ()


class _Verification:
    """One request while it is answered."""

    def __init__(self, store: Reading, pasted: Pasted, everywhere: Scope, request: VerifyRequest) -> None:
        self._store = store
        self._pasted = pasted
        self._everywhere = everywhere
        self._request = request
        self._documents: dict[int, Document] = {}

    async def answer(self, document: int | None) -> VerifyAnswer:
        """The answer; within one document first, where one is named."""
        answer = VerifyAnswer(
            Verdict.ABSENT,
            words=len(self._pasted.plain.wording.words),
            searched=self._everywhere.searched,
        )
        try:
            shown = await self._shown(document) if self._pasted.plain.wording.words else answer
        except BusyError:
            shown = replace(answer, incomplete=True)
        true = shown.verdict in {Verdict.EXACT, Verdict.PUNCTUATION}
        digests = 0 if true else await self._store.phrases.digests(self._everywhere)
        shown = replace(shown, words=answer.words, searched=answer.searched, digests=digests)
        return replace(shown, warnings=(*shown.warnings, *self._warnings(shown)))

    async def _shown(self, document: int | None) -> VerifyAnswer:
        if document is None:
            return await self._presented(await self._judged(self._everywhere))
        within = await self._store.search.scope(Filters(self._request.collections, document))
        here = await self._judged(within)
        if here.findings.places:
            return await self._presented(here)
        elsewhere = await self._judged(self._everywhere)
        if elsewhere.findings.places:
            return await self._presented(replace(elsewhere, verdict=Verdict.OTHER_DOCUMENT))
        if here.verdict is not Verdict.ABSENT or elsewhere.verdict is Verdict.ABSENT:
            return await self._presented(here)
        named = (await self._document(document)).reference
        return replace(await self._presented(elsewhere), warnings=(f"What comes nearest does not stand in {named}.",))

    async def _judged(self, scope: Scope) -> _Judgement:
        findings = await find(self._store, scope, self._pasted)
        if findings.places:
            literal = [await self._literal(place) for place in findings.places]
            places = sorted(zip(findings.places, literal, strict=True), key=lambda each: each[1] is None)
            return _Judgement(Verdict.EXACT if any(literal) else Verdict.PUNCTUATION, findings, places)
        if findings.joined:
            return _Judgement(Verdict.JOINED, findings)
        if findings.is_most:
            return _Judgement(Verdict.ALTERED, findings)
        return _Judgement(Verdict.ABSENT, findings)

    async def _literal(self, place: Alignment) -> Span | None:
        """Where the pasted text stands literally, marks and all; None where only its words stand there."""
        plain, core = self._pasted.plain, self._pasted.core
        if len(place.runs) > 1 or place.matched != len(plain.wording.words):
            return None
        spans = place.stretch.spans
        before, after = plain.wording.spans[0].start, len(core) - plain.wording.spans[-1].end
        span = Span(max(spans[place.begin].start - before, 0), spans[place.end - 1].end + after)
        if span.end - span.start != len(core):
            return None
        return span if await self._store.phrases.slice(place.stretch.document, span) == core else None

    async def _presented(self, judgement: _Judgement) -> VerifyAnswer:
        """The answer that a judgement comes to."""
        findings = judgement.findings
        reading = findings.reading
        if judgement.verdict is Verdict.ABSENT:
            return VerifyAnswer(Verdict.ABSENT, similar=await self._similar(findings))
        accounts = [[place] for place in judgement.places]
        if findings.pieces:
            accounts.append([(piece, None) for piece in findings.pieces])
        accounts += [[(copy, None)] for copy in findings.copies]
        parts = [
            await self._part(each, number)
            for number, account in enumerate(accounts[:_PLACES], 1)
            for alignment, span in account
            for each in slices(alignment, reading, span)
        ]
        said = [*findings.places[:1], *findings.pieces]
        more = len(accounts) - _PLACES
        warnings = (f"It stands in {more} more places, which are not listed.",) if more > 0 else ()
        return VerifyAnswer(judgement.verdict, tuple(parts), remarks=remarks(said, reading), warnings=warnings)

    async def _part(self, slice_: Slice, number: int) -> VerifiedPart:
        paragraph = slice_.paragraph
        citation = await self._citation(paragraph, slice_.span)
        return VerifiedPart(slice_.text, slice_.diff, paragraph.kind, number, citation)

    async def _citation(self, paragraph: Standing, span: Span) -> Citation:
        return Citation(await self._document(paragraph.document), paragraph.number, span, paragraph.page)

    async def _document(self, id_: int) -> Document:
        if id_ not in self._documents:
            self._documents[id_] = await self._store.library.document_by_id(id_)
        return self._documents[id_]

    async def _similar(self, findings: Findings) -> tuple[CitedSentence, ...]:
        """The nearest sentences: not the same, and shown as no more than that."""
        ids = [paragraph.id for paragraph in findings.near]
        sentences = await self._store.phrases.sentences(ids) if ids else {}
        nearest = nearest_sentences(self._pasted.plain, findings.near, sentences)
        return tuple(
            [
                CitedSentence(
                    span.of(paragraph.text), await self._citation(paragraph, span.shifted(paragraph.span.start))
                )
                for paragraph, span in nearest
            ]
        )

    def _warnings(self, answer: VerifyAnswer) -> list[str]:
        warnings = []
        if answer.words < _SHORT:
            count = "no word" if answer.words == 0 else f"only {answer.words} word{'s' if answer.words > 1 else ''}"
            warnings.append(f"The text has {count}: so little stands in many places and proves nothing.")
        if self._request.speaker is not None:
            warnings.append("Who says a passage is not known yet: the speaker was not checked.")
        if answer.digests:
            all_ = "All" if answer.digests == answer.searched else f"{answer.digests} of the {answer.searched}"
            warnings.append(
                f"{all_} documents are digests in words of their own: true quotations of their originals are not found."
            )
        return warnings
