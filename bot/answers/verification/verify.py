"""Verifying: a pasted text in, a verdict with the places that show it out."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Final

from bot.answers import documents
from bot.answers.results import CitedSentence, Verdict, VerifiedPart, VerifyAnswer, VerifyRequest
from bot.answers.verification.alignment import Alignment
from bot.answers.verification.claims import Claim, Claimed, claimed, outcome
from bot.answers.verification.covering import Findings, find
from bot.answers.verification.differences import Slice, slices
from bot.answers.verification.pasted import Pasted, read
from bot.answers.verification.remarks import remarks
from bot.answers.verification.resemblance import nearest_sentences
from bot.answers.verification.voices import Voice, voice_of
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
        BadRequestError: There is no word to verify, too much text, or a speaker whose name is nearly somebody's.
        UnknownDocumentError: The document is not known.
        DamagedStoreError: A passage is not what was stored.
    """
    text = request.text.encode("utf-8", "replace").decode()
    pasted = read(text)
    if not text.strip():
        raise BadRequestError("There is nothing to verify. Paste the words of a quotation.")
    if len(text) > LONGEST:
        raise BadRequestError(f"The text has {len(text):,} characters. Verify at most {LONGEST:,} at a time.")
    if not pasted.plain.wording.words:
        raise BadRequestError("There is no word in it, and so nothing to verify. Paste the words of a quotation.")
    return await store.reading(lambda reading: _verified(reading, pasted, request))


async def _verified(store: Reading, pasted: Pasted, request: VerifyRequest) -> VerifyAnswer:
    document = None
    if request.document is not None and request.document.strip():
        document = (await documents.find(store, request.document, request.collections)).id
    everywhere = await store.search.scope(Filters(request.collections))
    claim = None
    if request.speaker is not None and request.speaker.strip():
        claim = await claimed(store, request.speaker, request.collections, everywhere)
    return await _Verification(store, pasted, everywhere, request, claim).answer(document)


@dataclass(frozen=True, slots=True)
class _Judgement:
    """What was found in one scope, and the verdict that follows; with the places, where each stands literally."""

    verdict: Verdict
    findings: Findings
    places: Sequence[tuple[Alignment, Span | None]] = ()


@dataclass(frozen=True, slots=True)
class _Account:
    """One account of the pasted text: stretches of paragraphs, who says each, and whether it stands there literally."""

    slices: Sequence[Slice]
    voices: Sequence[Voice]
    literal: bool = False
    claim: Claim = Claim.UNSAID


class _Verification:
    """One request while it is answered."""

    def __init__(
        self, store: Reading, pasted: Pasted, everywhere: Scope, request: VerifyRequest, claim: Claimed | None
    ) -> None:
        self._claim = claim
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
            shown = await self._shown(document)
        except BusyError:
            shown = replace(answer, incomplete=True)
        true = shown.verdict in {Verdict.EXACT, Verdict.PUNCTUATION}
        digests = 0 if true else await self._store.phrases.digests(self._everywhere)
        name = None if self._claim is None else self._claim.name
        shown = replace(shown, words=answer.words, searched=answer.searched, digests=digests, speaker=name)
        return replace(shown, warnings=(*shown.warnings, *self._warnings(shown)))

    async def _shown(self, document: int | None) -> VerifyAnswer:
        if document is None:
            return await self._presented(await self._judged(self._everywhere))
        within = await self._store.search.scope(Filters(self._request.collections, document))
        here = await self._judged(within)
        if here.findings.places:
            return await self._presented(here)
        elsewhere = await self._judged(self._everywhere)
        named = (await self._document(document)).reference
        if elsewhere.findings.places:
            shown = await self._presented(replace(elsewhere, verdict=Verdict.OTHER_DOCUMENT))
            if shown.verdict is Verdict.OTHER_SPEAKER:
                shown = replace(shown, warnings=(*shown.warnings, f"Neither does it stand in {named}."))
            return shown
        if here.verdict is not Verdict.ABSENT or elsewhere.verdict is Verdict.ABSENT:
            return await self._presented(here)
        shown = await self._presented(elsewhere)
        return replace(shown, warnings=(*shown.warnings, f"What comes nearest does not stand in {named}."))

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
            unknown = () if self._claim is None else self._claim.unknown
            return VerifyAnswer(Verdict.ABSENT, similar=await self._similar(findings), warnings=unknown)
        accounts = await self._accounts(judgement)
        verdict: Verdict = judgement.verdict
        notes: tuple[str, ...] = ()
        warnings: tuple[str, ...] = ()
        if self._claim is not None:
            accounts.sort(key=lambda each: each.claim)
            verdict = self._attributed(verdict, accounts) if judgement.places else verdict
            notes, warnings = outcome(self._claim, [(each.claim, each.voices, each.slices) for each in accounts])
        parts = [
            await self._part(slice_, voice, number)
            for number, account in enumerate(accounts[:_PLACES], 1)
            for slice_, voice in zip(account.slices, account.voices, strict=True)
        ]
        said = [*findings.places[:1], *findings.pieces]
        if (more := len(accounts) - _PLACES) > 0:
            warnings = (*warnings, f"It stands in {more} more places, which are not listed.")
        return VerifyAnswer(verdict, tuple(parts), remarks=(*notes, *remarks(said, reading)), warnings=warnings)

    async def _accounts(self, judgement: _Judgement) -> list[_Account]:
        """All accounts of the pasted text, with who says it in each."""
        findings = judgement.findings
        standing = [[place] for place in judgement.places]
        if findings.pieces:
            standing.append([(piece, None) for piece in findings.pieces])
        standing += [[(copy, None)] for copy in findings.copies]
        cut = [
            [each for alignment, span in account for each in slices(alignment, findings.reading, span)]
            for account in standing
        ]
        said = await self._store.speakers.said_in({each.paragraph.id for some in cut for each in some})
        accounts = []
        for account, some in zip(standing, cut, strict=True):
            voices = [
                voice_of(
                    each.paragraph.text, each.span.shifted(-each.paragraph.span.start), said.get(each.paragraph.id, ())
                )
                for each in some
            ]
            known = _Account(some, voices, any(span is not None for _, span in account))
            if self._claim is not None:
                known = replace(known, claim=self._claim.at(voices, await self._document(some[0].paragraph.document)))
            accounts.append(known)
        return accounts

    def _attributed(self, verdict: Verdict, accounts: Sequence[_Account]) -> Verdict:
        """The verdict on words that stand somewhere, once it is known who says them there.

        Raises:
            BadRequestError: Nobody has the name that was claimed, but for a slip of the keyboard.
        """
        found = {each.claim for each in accounts}
        if Claim.HOLDS in found:
            if verdict is Verdict.OTHER_DOCUMENT:
                return verdict
            literal = any(each.literal for each in accounts if each.claim is Claim.HOLDS)
            return Verdict.EXACT if literal else Verdict.PUNCTUATION
        if self._claim is not None and self._claim.error is not None:
            raise self._claim.error
        return Verdict.OTHER_SPEAKER if Claim.FAILS in found and Claim.OPEN not in found else verdict

    async def _part(self, slice_: Slice, voice: Voice, number: int) -> VerifiedPart:
        paragraph = slice_.paragraph
        citation = await self._citation(paragraph, slice_.span)
        return VerifiedPart(slice_.text, slice_.diff, paragraph.kind, number, citation, voice.speaker, voice.speech)

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
            count = f"{answer.words} word{'s' if answer.words > 1 else ''}"
            warnings.append(f"The text has only {count}: so little stands in many places and proves nothing.")
        if answer.digests:
            all_ = "All" if answer.digests == answer.searched else f"{answer.digests} of the {answer.searched}"
            warnings.append(
                f"{all_} documents are digests in words of their own: true quotations of their originals are not found."
            )
        return warnings
