"""Reading documents, their paragraphs and their marks."""

import hashlib
import json
import sqlite3
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final

from bot.errors import DamagedStoreError, UnknownDocumentError
from bot.models import (
    SHARED,
    Basis,
    DateMention,
    DateValue,
    Document,
    Fact,
    Format,
    Kind,
    Metadata,
    Original,
    Pages,
    Paragraph,
    Precision,
    Quotation,
    Reference,
    ReportedSpeech,
    Span,
    Speech,
    untitled,
)
from bot.store.faults import as_kept
from bot.store.reader import Rows, each_remembered
from bot.store.speakers import Speakers

_MOST: Final = 1_000  # documents that a session remembers, a few megabytes of them
FIELDS: Final = ("title", "publisher", "author", "published", "anchor_date", "language", "kind", "note")

_BY_COLLECTION: Final = """
SELECT * FROM living_document WHERE key IN (SELECT value FROM json_each(:collections)) ORDER BY collection, number
"""
_TITLES: Final = """
SELECT key, number, title, file, publisher, author FROM living_document
WHERE key IN (SELECT value FROM json_each(:collections)) AND retired_by IS NULL ORDER BY collection, number
"""
_BY_NUMBER: Final = "SELECT * FROM living_document WHERE key = :collection AND number = :number"
_BY_IDS: Final = "SELECT * FROM living_document WHERE id IN (SELECT value FROM json_each(:ids))"
_KINDS: Final = """
SELECT document, kind, count(*) AS paragraphs FROM paragraph INDEXED BY paragraph_by_kind
WHERE removed_at IS NULL AND document IN (SELECT value FROM json_each(:documents))
GROUP BY document, kind
"""
_PARAGRAPHS: Final = """
SELECT p.*, EXISTS (
    SELECT 1 FROM paragraph_correction AS k WHERE k.document = p.document AND k.number = p.number
) AS by_hand
FROM paragraph AS p WHERE p.document = :document AND p.removed_at IS NULL ORDER BY p."start"
"""
_PARAGRAPH: Final = """
SELECT p.*, EXISTS (
    SELECT 1 FROM paragraph_correction AS k WHERE k.document = p.document AND k.number = p.number
) AS by_hand
FROM paragraph AS p WHERE p.document = :document AND p.number = :number
"""
_SENTENCES: Final = """
SELECT s.paragraph, s."start", s."end" FROM sentence AS s JOIN paragraph AS p ON p.id = s.paragraph
WHERE p.document = :document AND p.removed_at IS NULL ORDER BY s.paragraph, s."start"
"""
_DATES: Final = """
SELECT m.* FROM date_mention AS m JOIN paragraph AS p ON p.id = m.paragraph
WHERE p.document = :document AND p.removed_at IS NULL ORDER BY m.paragraph, m."start"
"""
_SOURCE: Final = """
SELECT s.text, d.text_sha256 FROM source AS s JOIN document AS d ON d.id = s.document WHERE d.id = :document
"""


@dataclass(frozen=True, slots=True)
class Marks:
    """The sentences, date mentions, quotations and reported speech of a document, by the id of their paragraph."""

    sentences: Mapping[int, tuple[Span, ...]]
    dates: Mapping[int, tuple[DateMention, ...]]
    quotations: Mapping[int, tuple[Quotation, ...]]
    reported: Mapping[int, tuple[ReportedSpeech, ...]]


@dataclass(frozen=True, slots=True)
class Titled:
    """A document as a list shows it: `D2`, and its title or what stands in for one."""

    reference: str
    name: str
    publisher: str | None
    author: str | None


def date_value(row: sqlite3.Row) -> DateValue | None:
    """The value in the columns value, earliest, latest and precision; None where there is none."""
    if row["value"] is None:
        return None
    earliest, latest = (date.fromisoformat(row[end]) if row[end] else None for end in ("earliest", "latest"))
    return DateValue(row["value"], earliest, latest, Precision(row["precision"]))


def pages(row: sqlite3.Row) -> Pages | None:
    """The pages in the columns page and last_page; None where there are none."""
    return None if row["page"] is None else Pages(row["page"], row["last_page"])


def checked(text: str, sha256: str, reference: str) -> str:
    """The text, once its checksum was found to fit.

    Raises:
        DamagedStoreError: The text is not what was stored.
    """
    if hashlib.sha256(text.encode()).hexdigest() != sha256:
        raise DamagedStoreError(
            f"{reference} does not fit its checksum and is not quoted. "
            "Run `python -m bot doctor`, and import its document again."
        )
    return text


def metadata(row: sqlite3.Row) -> Metadata:
    """What the columns of a document's row say about it."""
    facts = {name: Fact(row[name], Basis(row[f"{name}_basis"])) for name in FIELDS}
    original = None
    if row["digest_of"] is not None:
        original = Original(row["digest_of"], row["digest_title"], row["digest_publisher"], row["digest_published"])
    return Metadata(**facts, digest_of=original)


def _document(row: sqlite3.Row, paragraphs: Mapping[Kind, int]) -> Document:
    return Document(
        id=row["id"],
        collection=row["key"],
        number=row["number"],
        file=row["file"],
        format=Format(row["format"]),
        sha256=row["sha256"],
        metadata=metadata(row),
        paragraphs=paragraphs,
        retired_by=row["retired_by"],
    )


def _mention(row: sqlite3.Row) -> DateMention:
    return DateMention(Span(row["start"], row["end"]), date_value(row), Basis(row["basis"]))


class Library:
    """What is kept, as it was kept. Documents that were removed are not found here."""

    def __init__(self, rows: Rows) -> None:
        self._rows = rows

    async def documents(self, collections: Iterable[str]) -> list[Document]:
        """All documents of the collections in the order of their numbers, retired digests among them."""
        return await self._documents(_BY_COLLECTION, {"collections": json.dumps(list(collections))})

    async def titles(self, collections: Iterable[str] = (SHARED,)) -> list[Titled]:
        """The documents that answer, in the order of their numbers: a retired digest is not among them."""
        rows = await self._rows.rows(_TITLES, {"collections": json.dumps(list(collections))})
        return [
            Titled(
                f"{'D' if row['key'] == SHARED else 'S'}{row['number']}",
                row["title"] or untitled(row["file"]),
                row["publisher"],
                row["author"],
            )
            for row in rows
        ]

    async def document(self, collection: str, number: int) -> Document | None:
        """The document with a number, or None."""
        found = await self._documents(_BY_NUMBER, {"collection": collection, "number": number})
        return found[0] if found else None

    async def documents_by_id(self, ids: Iterable[int]) -> dict[int, Document]:
        """The documents with these row ids, as far as they are still there."""
        return await each_remembered(self._rows, "documents", ids, self._by_id, _MOST)

    async def _by_id(self, ids: Sequence[int]) -> dict[int, Document]:
        found = await self._documents(_BY_IDS, {"ids": json.dumps(ids)})
        return {document.id: document for document in found}

    async def document_by_id(self, document: int) -> Document:
        """The document with a row id that another query has just given.

        Raises:
            UnknownDocumentError: It was removed since.
        """
        found = await self.documents_by_id([document])
        if document not in found:
            raise UnknownDocumentError("A document was removed while it was being read. Ask again.")
        return found[document]

    async def _documents(self, sql: str, parameters: Mapping[str, object]) -> list[Document]:
        rows = await self._rows.rows(sql, parameters)
        counts: dict[int, dict[Kind, int]] = {row["id"]: {} for row in rows}
        for row in await self._rows.rows(_KINDS, {"documents": json.dumps(list(counts))}):
            with as_kept(self._rows.path):
                counts[row["document"]][Kind(row["kind"])] = row["paragraphs"]
        with as_kept(self._rows.path):
            return [_document(row, counts[row["id"]]) for row in rows]

    async def paragraphs(self, document: Document) -> list[Paragraph]:
        """The living paragraphs of a document in the order of the source text.

        Raises:
            DamagedStoreError: One of them does not fit its checksum.
        """
        rows = await self._rows.rows(_PARAGRAPHS, {"document": document.id})
        with as_kept(self._rows.path):
            return [self._paragraph(document, row) for row in rows]

    async def paragraph(self, document: Document, number: int) -> Paragraph | None:
        """One paragraph by its number; None where it was never given or is removed."""
        row = await self._rows.row(_PARAGRAPH, {"document": document.id, "number": number})
        if row is None or row["removed_at"] is not None:
            return None
        with as_kept(self._rows.path):
            return self._paragraph(document, row)

    @staticmethod
    def _paragraph(document: Document, row: sqlite3.Row) -> Paragraph:
        letter = document.reference[0]
        return Paragraph(
            id=row["id"],
            document=document.number,
            number=row["number"],
            kind=Kind(row["kind"]),
            reason=row["reason"],
            span=Span(row["start"], row["end"]),
            text=checked(row["text"], row["sha256"], str(Reference(letter, document.number, row["number"]))),
            page=pages(row),
            confidence=row["confidence"],
            basis=Basis.CURATOR if row["by_hand"] else Basis.WORKED_OUT,
        )

    async def marks(self, document: Document) -> Marks:
        """The sentences, date mentions, quotations and reported speech of a document."""
        sentences: dict[int, list[Span]] = {}
        for row in await self._rows.rows(_SENTENCES, {"document": document.id}):
            sentences.setdefault(row["paragraph"], []).append(Span(row["start"], row["end"]))
        dates: dict[int, list[DateMention]] = {}
        for row in await self._rows.rows(_DATES, {"document": document.id}):
            with as_kept(self._rows.path):
                dates.setdefault(row["paragraph"], []).append(_mention(row))
        said = await Speakers(self._rows).said_in_document(document.id)
        return Marks(
            {paragraph: tuple(spans) for paragraph, spans in sentences.items()},
            {paragraph: tuple(mentions) for paragraph, mentions in dates.items()},
            {
                paragraph: tuple(Quotation(each.span, each.speaker) for each in some if each.form is Speech.DIRECT)
                for paragraph, some in said.items()
            },
            {
                paragraph: tuple(
                    ReportedSpeech(each.span, each.speaker) for each in some if each.form is Speech.REPORTED
                )
                for paragraph, some in said.items()
            },
        )

    async def source(self, document: Document) -> str:
        """The source text of a document, exactly as decoded.

        Raises:
            DamagedStoreError: It is not there, or is not what was stored.
        """
        row = await self._rows.row(_SOURCE, {"document": document.id})
        if row is None:
            raise DamagedStoreError(f"{document.reference} has lost its source text. Import its file again.")
        return checked(row["text"], row["text_sha256"], document.reference)
