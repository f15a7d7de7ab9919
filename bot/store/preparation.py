"""A parsed document as rows: hashes, folded text and column values, worked out before the file is locked."""

import hashlib
import re
from bisect import bisect_right
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from bot.models import DateMention, Kind, ParsedDocument, ParsedParagraph, Span
from bot.store.foreign import index_stems
from bot.store.indexing import form_of, index_form
from bot.store.library import FIELDS
from bot.store.speech import SpeechRow, speech_rows
from bot.store.twins import Sketch, sketched

_WORD: Final = re.compile(r"\w+")
_BETWEEN: Final = {code: " " for code in range(128) if _WORD.match(chr(code)) is None}


@dataclass(frozen=True, slots=True)
class Period:
    """The first and last day of a published date, as ISO texts; None where it is unknown."""

    earliest: str | None = None
    latest: str | None = None


@dataclass(frozen=True, slots=True)
class ParagraphRow:
    """A paragraph ready to be kept; `dates` pairs each mention's columns with the index of its sentence."""

    kind: Kind
    sha256: str
    fingerprint: str
    columns: Mapping[str, object]
    folded: str
    compounds: str
    stems: str
    sentences: tuple[Span, ...]
    dates: tuple[tuple[int | None, Mapping[str, object]], ...]
    said: tuple[SpeechRow, ...]


@dataclass(frozen=True, slots=True)
class Rows:
    """A whole document ready to be kept."""

    document: Mapping[str, object]
    paragraphs: Sequence[ParagraphRow]
    sketches: Sequence[Sketch]


def sha256(text: str) -> str:
    """The SHA-256 of a text in UTF-8, in hexadecimal."""
    return hashlib.sha256(text.encode()).hexdigest()


def fingerprint(text: str) -> str:
    """A hash of the folded words of a text: equal for texts that differ in typography only; empty without a word."""
    return _fingerprint(form_of(text))


def _fingerprint(form: str) -> str:
    # a third of the time that the expression takes
    words = form.translate(_BETWEEN).split() if form.isascii() else _WORD.findall(form)
    return sha256(" ".join(words)) if words else ""


def prepare(parsed: ParsedDocument, path: str, period: Period) -> Rows:
    """Work out all rows of a document; takes time in proportion to the text."""
    language = parsed.metadata.language.value
    paragraphs = [_paragraph(parsed.text, each, language) for each in parsed.paragraphs]
    body = [(each.fingerprint, str(each.columns["text"])) for each in paragraphs if each.kind is Kind.BODY]
    return Rows(_document(parsed, path, period), paragraphs, sketched(body))


def _document(parsed: ParsedDocument, path: str, period: Period) -> dict[str, object]:
    known = parsed.metadata
    original = known.digest_of
    row: dict[str, object] = {
        "file": parsed.file,
        "path": path,
        "format": parsed.format,
        "encoding": parsed.encoding,
        "sha256": parsed.sha256,
        "text_sha256": sha256(parsed.text),
        "reader": parsed.reader,
        "published_earliest": period.earliest,
        "published_latest": period.latest,
        "digest_of": original.sha256 if original else None,
        "digest_title": original.title if original else None,
        "digest_publisher": original.publisher if original else None,
        "digest_published": original.published if original else None,
    }
    for name in FIELDS:
        fact = getattr(known, name)
        row[name] = fact.value
        row[f"{name}_basis"] = fact.basis
    return row


def _paragraph(source: str, paragraph: ParsedParagraph, language: str | None) -> ParagraphRow:
    text = paragraph.span.of(source)
    form = form_of(text)
    mark = _fingerprint(form)
    folded, compounds = index_form(form)
    columns = {
        "kind": paragraph.kind,
        "reason": paragraph.reason,
        "confidence": paragraph.confidence,
        "start": paragraph.span.start,
        "end": paragraph.span.end,
        "text": text,
        "sha256": sha256(text),
        "fingerprint": mark,
        "page": paragraph.page.first if paragraph.page else None,
        "last_page": paragraph.page.last if paragraph.page else None,
    }
    starts = [sentence.start for sentence in paragraph.sentences]
    dates = tuple((_around(mention.span, starts, paragraph.sentences), _date(mention)) for mention in paragraph.dates)
    return ParagraphRow(
        kind=paragraph.kind,
        sha256=str(columns["sha256"]),
        fingerprint=mark,
        columns=columns,
        folded=folded,
        compounds=compounds,
        stems=index_stems(text, language),
        sentences=paragraph.sentences,
        dates=dates,
        said=speech_rows(paragraph),
    )


def _around(span: Span, starts: Sequence[int], sentences: Sequence[Span]) -> int | None:
    """The index of the sentence in which a stretch begins; sentences lie in order and do not overlap."""
    place = bisect_right(starts, span.start) - 1
    return place if place >= 0 and span.start < sentences[place].end else None


def _date(mention: DateMention) -> dict[str, object]:
    value = mention.value
    return {
        "start": mention.span.start,
        "end": mention.span.end,
        "value": value.edtf if value else None,
        "earliest": value.earliest.isoformat() if value and value.earliest else None,
        "latest": value.latest.isoformat() if value and value.latest else None,
        "precision": value.precision if value else None,
        "basis": mention.basis,
    }
