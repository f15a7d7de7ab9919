"""Answers as JSON objects: the public interface of `--json`.

The keys are stable and described by the schemas in docs/contract; others may be added.
"""

from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING, Any

from bot.answers.results import (
    CitedSentence,
    CompareAnswer,
    ComparedPair,
    Event,
    InspectedParagraph,
    Inspection,
    ListedSpeaker,
    Passage,
    QuoteAnswer,
    Relation,
    SpeakerAnswer,
    SummaryAnswer,
    TimelineAnswer,
    VerifiedPart,
    VerifyAnswer,
)
from bot.console.hints import worded
from bot.errors import UserError
from bot.models import (
    Citation,
    Document,
    Fact,
    Kind,
    Original,
    Pages,
    Quotation,
    ReportedSpeech,
    Span,
    Speaker,
)

if TYPE_CHECKING:
    from bot.answers.citing import Cited
    from bot.exports.collections import Exported
    from bot.intake import Outcome
    from bot.store.doctor import Report

Json = dict[str, Any]


def _counts(counts: Mapping[Kind, int]) -> dict[str, int]:
    """Numbers of paragraphs by kind, in the order in which the kinds are always named."""
    return {kind.value: counts[kind] for kind in Kind if counts.get(kind)}


def _basis(fact: Fact) -> str:
    return "unknown" if fact.value is None else fact.basis.value


def _spans(spans: Iterable[Span]) -> list[list[int]]:
    return [[span.start, span.end] for span in spans]


def _source(document: Document, span: Span) -> Json:
    return {"file": document.file, "start": span.start, "end": span.end}


def _pages(pages: Pages | None) -> Json:
    return {"page": pages.first if pages else None, "last_page": pages.last if pages else None}


def _digest_of(original: Original) -> Json:
    return {"title": original.title, "publisher": original.publisher, "published": original.published}


def citation(cited: Citation) -> Json:
    """Where a text stands."""
    return _place(cited, cited.span)


def _place(cited: "Citation | Cited", span: Span | None) -> Json:
    known = cited.document.metadata
    answer = {
        "reference": cited.reference,
        "collection": cited.document.collection,
        "document": cited.document.number,
        "paragraph": cited.paragraph,
        "title": known.title.value,
        "publisher": known.publisher.value,
        "published": known.published.value,
        "published_basis": _basis(known.published),
        "source": None if span is None else _source(cited.document, span),
        **_pages(cited.page),
    }
    if known.digest_of is not None:
        answer["digest_of"] = _digest_of(known.digest_of)
    return answer


def document(kept: Document) -> Json:
    """What is known of a document."""
    known = kept.metadata
    return {
        "document": kept.number,
        "reference": kept.reference,
        "title": known.title.value,
        "publisher": known.publisher.value,
        "author": known.author.value,
        "published": known.published.value,
        "published_basis": _basis(known.published),
        "anchor_date": known.anchor_date.value,
        "language": known.language.value,
        "kind": known.kind.value,
        "file": kept.file,
        "sha256": kept.sha256,
        "collection": kept.collection,
        "note": known.note.value,
        "digest_of": None if known.digest_of is None else _digest_of(known.digest_of),
        "retired_by": None if kept.retired_by is None else f"{kept.reference[0]}{kept.retired_by}",
    }


def cite(cited: "Cited", form: str, formatted: str) -> Json:
    """The answer of `cite`; a whole document, and a paragraph that was removed, stand at no place in the source."""
    return {
        "citation": _place(cited, cited.span),
        "text": cited.text,
        "kind": None if cited.kind is None else cited.kind.value,
        "removed_at": cited.removed_at,
        "successor": cited.after,
        "format": form,
        "formatted": formatted,
    }


def documents(kept: Sequence[Document]) -> Json:
    """The answer of `documents`."""
    return {"documents": [{**document(each), "paragraphs": _counts(each.paragraphs)} for each in kept]}


def one_document(kept: Document) -> Json:
    """The answer of `edit` and `remove`: the document as it is, or was."""
    return {"document": document(kept)}


def _passage(passage: Passage) -> Json:
    return {
        "text": passage.text,
        "match": passage.match,
        "hits": _spans(passage.hits),
        "speaker": speaker(passage.speaker),
        "also_in": [other.reference for other in passage.also_in],
        "citation": citation(passage.citation),
        "nearly_in": [other.reference for other in passage.nearly_in],
        "kind": "passage" if passage.speech is None else passage.speech.value,
    }


def quote(answer: QuoteAnswer) -> Json:
    """The answer of `quote`."""
    return {
        "passages": [_passage(passage) for passage in answer.passages],
        "total": answer.total,
        "words_not_found": list(answer.words_not_found),
        "suggestions": list(answer.suggestions),
        "undated_documents": answer.undated_documents,
        "searched": answer.searched,
        "incomplete": answer.incomplete,
        "only_excluded": answer.only_excluded,
        "speaker": answer.speaker,
    }


def said_by(answer: SpeakerAnswer) -> Json:
    """The answer of `speaker`."""
    return {
        "speaker": answer.name,
        "quotations": [_passage(each) for each in answer.quotations],
        "total": answer.total,
        "direct": answer.direct,
        "incomplete": answer.incomplete,
    }


def speakers(known: Sequence[ListedSpeaker]) -> Json:
    """The answer of `speakers`."""
    return {
        "speakers": [
            {
                "name": each.name,
                "aliases": list(each.aliases),
                "quotations": each.quotations,
                "reported": each.reported,
                "documents": list(each.documents),
            }
            for each in known
        ]
    }


def speaker(known: Speaker | None) -> Json | None:
    """Who speaks and from what that is known; null where nobody is named."""
    return None if known is None else {"name": known.name, "basis": known.basis.value}


def _sentence(sentence: CitedSentence) -> Json:
    return {"text": sentence.text, "citation": citation(sentence.citation)}


def summary(answer: SummaryAnswer) -> Json:
    """The answer of `summary`."""
    return {
        "sentences": [_sentence(sentence) for sentence in answer.sentences],
        "of": answer.of,
        "left_out": _counts(answer.left_out),
        "method": answer.method.value,
        "key_phrases": list(answer.key_phrases),
        "note": answer.note,
        "topic": answer.topic,
        "reading_seconds": {"document": answer.seconds, "summary": answer.summary_seconds},
        "searched": answer.searched,
    }


def _event(event: Event) -> Json:
    value = event.value
    return {
        "date": value.edtf,
        "earliest": None if value.earliest is None else value.earliest.isoformat(),
        "latest": None if value.latest is None else value.latest.isoformat(),
        "precision": value.precision.value,
        "expression": event.expression,
        "basis": event.basis.value,
        "text": event.text,
        "citation": citation(event.citation),
        "planned": event.planned,
        "speaker": speaker(event.speaker),
        "speech": None if event.speech is None else event.speech.value,
    }


def timeline(answer: TimelineAnswer) -> Json:
    """The answer of `timeline`."""
    return {
        "events": [_event(event) for event in answer.events],
        "undated": answer.undated,
        "total": answer.total,
        "without_anchor": [each.reference for each in answer.without_anchor],
        "speaker": answer.speaker,
    }


def _part(part: VerifiedPart) -> Json:
    return {
        "text": part.text,
        "diff": [[change.value, words] for change, words in part.diff],
        "speaker": speaker(part.speaker),
        "citation": citation(part.citation),
        "kind": part.kind.value,
        "place": part.place,
        "speech": None if part.speech is None else part.speech.value,
    }


def verify(answer: VerifyAnswer) -> Json:
    """The answer of `verify`."""
    return {
        "verdict": answer.verdict.value,
        "parts": [_part(part) for part in answer.parts],
        "similar": [_sentence(sentence) for sentence in answer.similar],
        "remarks": list(answer.remarks),
        "warnings": list(answer.warnings),
        "words": answer.words,
        "searched": answer.searched,
        "incomplete": answer.incomplete,
        "speaker": answer.speaker,
    }


def _compared(pair: ComparedPair) -> Json:
    return {
        "relation": pair.relation.value,
        "certain": pair.certain,
        "first": _sentence(pair.first),
        "second": _sentence(pair.second),
        "diff": [[change.value, words] for change, words in pair.diff],
        "figures": [{"first": first, "second": second} for first, second in pair.figures],
        "remarks": list(pair.remarks),
    }


def compare(answer: CompareAnswer) -> Json:
    """The answer of `compare`."""
    return {
        "first": document(answer.first),
        "second": document(answer.second),
        "pairs": [_compared(pair) for pair in answer.pairs],
        "only_first": [_sentence(sentence) for sentence in answer.only_first],
        "only_second": [_sentence(sentence) for sentence in answer.only_second],
        "counts": {
            **{relation.value: len(answer.of(relation)) for relation in Relation},
            "only_first": len(answer.only_first),
            "only_second": len(answer.only_second),
        },
    }


def _paragraph(kept: Document, inspected: InspectedParagraph) -> Json:
    paragraph = inspected.paragraph
    return {
        "number": paragraph.number,
        "kind": paragraph.kind.value,
        "reason": paragraph.reason,
        "confidence": paragraph.confidence,
        "basis": paragraph.basis.value,
        "text": paragraph.text,
        "source": _source(kept, paragraph.span),
        **_pages(paragraph.page),
        "sentences": _spans(inspected.sentences),
        "quotations": [_said(paragraph.text, each) for each in inspected.quotations],
        "reported": [_said(paragraph.text, each) for each in inspected.reported],
        "dates": [
            {
                "start": mention.span.start,
                "end": mention.span.end,
                "text": mention.span.of(paragraph.text),
                "value": None if mention.value is None else mention.value.edtf,
                "basis": mention.basis.value,
            }
            for mention in inspected.dates
        ],
    }


def _said(text: str, said: Quotation | ReportedSpeech) -> Json:
    return {
        "start": said.span.start,
        "end": said.span.end,
        "text": said.span.of(text),
        "speaker": speaker(said.speaker),
    }


def inspect(answer: Inspection) -> Json:
    """The answer of `inspect`."""
    return {
        "document": document(answer.document),
        "paragraphs": [_paragraph(answer.document, each) for each in answer.paragraphs],
    }


def corrected(answer: Inspection, number: int) -> Json:
    """The answer of `correct`: the document and the paragraph as they are now."""
    (paragraph,) = (each for each in answer.paragraphs if each.paragraph.number == number)
    return {"document": document(answer.document), "paragraph": _paragraph(answer.document, paragraph)}


def imported(outcomes: "Sequence[Outcome]") -> Json:
    """The answer of `import`."""
    return {
        "documents": [
            {
                "file": each.file,
                "document": each.document,
                "title": each.title,
                "status": each.status,
                "why": each.why,
                "paragraphs": _counts(each.paragraphs),
                "reference": each.reference,
            }
            for each in outcomes
        ]
    }


def exported(made: "Exported") -> Json:
    """The answer of `export`."""
    return {
        "file": str(made.path),
        "documents": made.documents,
        "removed": made.removed,
        "paragraphs": made.paragraphs,
        "bytes": made.size,
        "sha256": made.sha256,
    }


def examined(report: "Report") -> Json:
    """The answer of `doctor`."""
    return {
        "healthy": report.healthy,
        "findings": [{"what": each.what, "detail": each.detail, "ok": each.ok} for each in report.findings],
    }


def error(raised: UserError) -> Json:
    """An error."""
    return {"error": {"code": raised.code, "message": worded(raised)}}
