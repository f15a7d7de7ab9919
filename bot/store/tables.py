"""What an export of a collection holds: tables, their columns, and how each is read and written, all in one place.

An export holds what people have said and what references rest on. What the reader derives from a source text
(sentences, dates, the index) is derived anew by whoever imports it. To take along another table of facts, add it to
`DOCUMENT_TABLES` where its rows belong to a document, or to `COLLECTION_TABLES` where they belong to a collection.
"""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Final

from bot.documents.dates.values import parse_edtf
from bot.models import Basis, Format, Kind
from bot.store.library import FIELDS

Check = Callable[[object], bool]
_LARGEST: Final = 2**53  # beyond, JSON readers elsewhere round
_LONGEST: Final = 1_000_000  # characters of a fact, which is as much as somebody has written into a file
_DIGEST: Final = re.compile("[0-9a-f]{64}")
_PARTIAL: Final = re.compile(r"\d{4}(-\d{2}(-\d{2})?)?", re.ASCII)


def count(value: object) -> bool:
    """A number of something that is counted from 1."""
    return isinstance(value, int) and not isinstance(value, bool) and 1 <= value < _LARGEST


def offset(value: object) -> bool:
    """A number that is counted from 0."""
    return isinstance(value, int) and not isinstance(value, bool) and 0 <= value < _LARGEST


def share(value: object) -> bool:
    """A number from 0 to 1."""
    return isinstance(value, (int, float)) and not isinstance(value, bool) and 0 <= value <= 1


def text(value: object) -> bool:
    """A text of any length; half of a character is none."""
    return isinstance(value, str) and not any("\ud800" <= each <= "\udfff" for each in value)


def words(value: object) -> bool:
    """A text that is no longer than a fact."""
    return text(value) and len(str(value)) <= _LONGEST


def digest(value: object) -> bool:
    """A SHA-256 in hexadecimal."""
    return isinstance(value, str) and _DIGEST.fullmatch(value) is not None


def moment(value: object) -> bool:
    """A time as ISO 8601, in UTC."""
    if not words(value):
        return False
    try:
        return datetime.fromisoformat(str(value)).tzinfo is not None
    except ValueError:
        return False


def partial_date(value: object) -> bool:
    """A day, a month or a year as ISO 8601."""
    return isinstance(value, str) and _PARTIAL.fullmatch(value) is not None and parse_edtf(value) is not None


def day(value: object) -> bool:
    """A whole day as ISO 8601."""
    return partial_date(value) and len(str(value)) == len("2023-03-20")


def one_of(values: type[Kind] | type[Basis] | type[Format]) -> Check:
    """One of the values of an enumeration."""
    known = {each.value for each in values}
    return lambda value: isinstance(value, str) and value in known


def or_none(check: Check) -> Check:
    """The same, or nothing."""
    return lambda value: value is None or check(value)


@dataclass(frozen=True, slots=True)
class Table:
    """A table: its columns with what each may hold, the query that reads it, the statement that adds a row.

    A statement is given the columns and, as `owner`, the row id of the document or collection; `read` names the columns
    in their order. `later` are columns that the first form of an export did not have; they are empty there.
    """

    columns: Mapping[str, Check]
    read: str
    add: str
    later: frozenset[str] = frozenset()


_FACTS: Final = {"published": partial_date, "anchor_date": day}
DOCUMENT: Final = Table(
    columns={
        "number": count,
        "next_paragraph": count,
        "file": words,
        "format": one_of(Format),
        "encoding": words,
        "sha256": digest,
        "text_sha256": digest,
        "reader": count,
        "imported_at": moment,
        **{name: or_none(_FACTS.get(name, words)) for name in FIELDS},
        **{f"{name}_basis": one_of(Basis) for name in FIELDS},
        "digest_of": or_none(digest),
        "digest_title": or_none(words),
        "digest_publisher": or_none(words),
        "digest_published": or_none(partial_date),
    },
    read="""
SELECT * FROM document WHERE id = :owner
""",
    # everything else is set with the content
    add="""
INSERT INTO document (
    collection, number, next_paragraph, file, path, format, encoding, sha256, text_sha256, reader,
    title_basis, publisher_basis, author_basis, published_basis, anchor_date_basis, language_basis, kind_basis,
    note_basis, imported_at
) VALUES (:owner, :number, :next_paragraph, '', '', '', '', '', '', 0, '', '', '', '', '', '', '', '', :imported_at)
""",
)
PARAGRAPHS: Final = Table(
    columns={
        "number": count,
        "kind": one_of(Kind),
        "reason": words,
        "confidence": or_none(share),
        "start": offset,
        "end": offset,
        "page": or_none(count),
        "last_page": or_none(count),
        "sha256": digest,
    },
    read="""
SELECT number, kind, reason, confidence, "start", "end", page, last_page, sha256, text FROM paragraph
WHERE document = :owner AND removed_at IS NULL ORDER BY "start"
""",
    add="""
INSERT INTO paragraph (
    document, number, kind, reason, confidence, "start", "end", page, last_page, sha256, text, fingerprint
) VALUES (:owner, :number, :kind, :reason, :confidence, :start, :end, :page, :last_page, :sha256, :text, :fingerprint)
""",
)
TOMBSTONES: Final = Table(
    columns={
        "number": count,
        "kind": one_of(Kind),
        "reason": words,
        "confidence": or_none(share),
        "page": or_none(count),
        "last_page": or_none(count),
        "sha256": digest,
        "text": text,
        "removed_at": moment,
        "successor": or_none(count),
    },
    read="""
SELECT number, kind, reason, confidence, page, last_page, sha256, text, removed_at, successor FROM paragraph
WHERE document = :owner AND removed_at IS NOT NULL ORDER BY number
""",
    add="""
INSERT INTO paragraph (
    document, number, kind, reason, confidence, page, last_page, sha256, text, fingerprint, removed_at, successor
) VALUES (
    :owner, :number, :kind, :reason, :confidence, :page, :last_page, :sha256, :text, :fingerprint, :removed_at,
    :successor
)
""",
    later=frozenset({"successor"}),
)
DOCUMENT_TABLES: Final[Mapping[str, Table]] = {
    "corrections": Table(
        columns={"field": lambda value: value in FIELDS, "value": words, "made_at": moment},
        read="SELECT field, value, made_at FROM correction WHERE document = :owner ORDER BY field",
        add="INSERT INTO correction (document, field, value, made_at) VALUES (:owner, :field, :value, :made_at)",
    ),
    "kinds": Table(
        columns={"number": count, "kind": one_of(Kind), "made_at": moment},
        read="SELECT number, kind, made_at FROM paragraph_correction WHERE document = :owner ORDER BY number",
        add="""
INSERT INTO paragraph_correction (document, number, kind, made_at) VALUES (:owner, :number, :kind, :made_at)
""",
    ),
}
COLLECTION_TABLES: Final[Mapping[str, Table]] = {
    "aliases": Table(
        columns={"name": words, "shown": words, "made_at": moment},
        read="SELECT name, shown, made_at FROM speaker_alias WHERE collection = :owner ORDER BY name",
        add="""
INSERT INTO speaker_alias (collection, name, shown, made_at) VALUES (:owner, :name, :shown, :made_at)
""",
    ),
}
REMOVED: Final = Table(
    columns={"number": count, "removed_at": moment},
    read="""
SELECT number, removed_at FROM document WHERE collection = :owner AND removed_at IS NOT NULL ORDER BY number
""",
    add="""
INSERT INTO document (
    collection, number, file, path, format, encoding, sha256, text_sha256, reader,
    title_basis, publisher_basis, author_basis, published_basis, anchor_date_basis, language_basis, kind_basis,
    note_basis, imported_at, removed_at
) VALUES (
    :owner, :number, '', '', '', '', '', '', 0, '', '', '', '', '', '', '', '', :removed_at, :removed_at
)
""",
)
