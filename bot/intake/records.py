"""Reading what an exported collection says of itself. It may come from anywhere, so that every value is looked at."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final

from bot.errors import BadDocumentError
from bot.intake.bundle import FORMAT, MANIFEST, VERSION, record_name
from bot.models import SHARED
from bot.store.preparation import sha256
from bot.store.tables import (
    COLLECTION_TABLES,
    DOCUMENT,
    DOCUMENT_TABLES,
    PARAGRAPHS,
    REMOVED,
    TOMBSTONES,
    Table,
    count,
    digest,
    offset,
    words,
)
from bot.store.transfer import Record

_ROWS: Final[Mapping[str, Table]] = {"paragraphs": PARAGRAPHS, "tombstones": TOMBSTONES, **DOCUMENT_TABLES}


@dataclass(frozen=True, slots=True)
class Entry:
    """A document as the manifest lists it: its number, its record and its text, each with its SHA-256."""

    number: int
    record: str
    record_sha256: str
    text: str
    text_sha256: str
    size: int


@dataclass(frozen=True, slots=True)
class Manifest:
    """What an archive says that it holds; `others` are the members besides those of documents, with their SHA-256."""

    collection: str
    next_document: int
    entries: tuple[Entry, ...]
    removed: tuple[Record, ...]
    tables: Mapping[str, tuple[Record, ...]]
    others: Mapping[str, str]

    @property
    def letter(self) -> str:
        """That of its references."""
        return "D" if self.collection == SHARED else "S"

    @property
    def size(self) -> int:
        """Bytes of all texts and records."""
        return sum(entry.size for entry in self.entries)


def parsed(data: bytes, member: str) -> Any:
    """JSON, read.

    Raises:
        BadDocumentError: It is none.
    """
    try:
        return json.loads(data)
    except (ValueError, RecursionError) as error:
        raise _wrong(member, "is no JSON") from error


def is_manifest(data: bytes) -> bool:
    """Whether a file of the manifest's name is one, and not that of some other program."""
    try:
        found = json.loads(data)
    except (ValueError, RecursionError):
        return False
    return isinstance(found, dict) and found.get("format") == FORMAT


def read_manifest(data: bytes) -> Manifest:
    """The manifest of an exported collection.

    Raises:
        BadDocumentError: It is not as this version writes it; the message says what is wrong.
    """
    found = parsed(data, MANIFEST)
    version = found.get("version")
    if not count(version) or version > VERSION:
        raise BadDocumentError(
            f"It was exported by a newer version (form {version}, this one knows {VERSION}). Upgrade this program."
        )
    _require(words(found.get("collection")) and found["collection"], MANIFEST, "names no collection")
    _require(count(found.get("next_document")), MANIFEST, "has no next_document")
    members = _members(found.get("members"))
    letter = "D" if found["collection"] == SHARED else "S"
    entries = tuple(_entry(each, members, letter) for each in _listed(found.get("documents"), MANIFEST, "documents"))
    removed = tuple(
        _row(each, REMOVED, MANIFEST, "removed") for each in _listed(found.get("removed"), MANIFEST, "rows")
    )
    numbers = [entry.number for entry in entries] + [each["number"] for each in removed]
    _require(len(set(numbers)) == len(numbers), MANIFEST, "gives a number twice")
    _require(max(numbers, default=0) < found["next_document"], MANIFEST, "has a next_document that is given already")
    tables = found.get("tables")
    _require(isinstance(tables, dict) and set(tables) == set(COLLECTION_TABLES), MANIFEST, "has other tables")
    beside = {
        name: tuple(_row(each, table, MANIFEST, name) for each in _listed(tables[name], MANIFEST, name))
        for name, table in COLLECTION_TABLES.items()
    }
    _unique(beside, COLLECTION_TABLES, MANIFEST)
    shown = {each["shown"] for each in beside["aliases"]}
    _require(shown.isdisjoint(each["name"] for each in beside["aliases"]), MANIFEST, "has aliases of aliases")
    texts = {name for entry in entries for name in (entry.record, entry.text)}
    _require(len(texts) == 2 * len(entries), MANIFEST, "names a member for two documents")
    return Manifest(
        collection=found["collection"],
        next_document=found["next_document"],
        entries=entries,
        removed=removed,
        tables=beside,
        others={name: each["sha256"] for name, each in members.items() if name not in texts},
    )


def _members(value: object) -> dict[str, Record]:
    members: dict[str, Record] = {}
    for each in _listed(value, MANIFEST, "members"):
        fits = isinstance(each, dict) and words(each.get("name")) and digest(each.get("sha256"))
        _require(fits and offset(each.get("bytes")) and each["name"] not in members, MANIFEST, "has a wrong member")
        members[each["name"]] = each
    return members


def _entry(value: Any, members: Mapping[str, Record], letter: str) -> Entry:
    _require(isinstance(value, dict) and count(value.get("number")), MANIFEST, "has a document without a number")
    number, record, text = value["number"], value.get("record"), value.get("text")
    _require(record == record_name(f"{letter}{number}") and text in members, MANIFEST, f"lacks the text of {number}")
    _require(record in members and record != text, MANIFEST, f"lacks the record of {number}")
    one, other = members[record], members[text]
    return Entry(number, record, one["sha256"], text, other["sha256"], one["bytes"] + other["bytes"])


def read_record(data: bytes, text: str, entry: Entry) -> Record:
    """The record of a document.

    Args:
        data: The member that holds it.
        text: The document's source text.
        entry: The document, as the manifest lists it.

    Raises:
        BadDocumentError: A value cannot be, or does not fit the text.
    """
    where = entry.record
    found = parsed(data, where)
    _require(isinstance(found, dict) and set(found) == {"document", *_ROWS}, where, "has other parts than a record")
    record: Record = {"document": _row(found["document"], DOCUMENT, where, "document")}
    for name, table in _ROWS.items():
        record[name] = [_row(each, table, where, name) for each in _listed(found[name], where, name)]
    known = record["document"]
    _require(known["number"] == entry.number, where, "is that of another document")
    _require(known["text_sha256"] == sha256(text), where, "does not fit its text")
    _fits(record, text, where)
    return record


def _fits(record: Record, text: str, where: str) -> None:
    """Check that numbers are given once, and that paragraphs are slices of the text, one behind the other."""
    numbers = [each["number"] for name in ("paragraphs", "tombstones") for each in record[name]]
    _require(len(set(numbers)) == len(numbers), where, "gives a paragraph's number twice")
    _require(
        max(numbers, default=0) < record["document"]["next_paragraph"], where, "has numbers that are not given yet"
    )
    at = 0
    for each in record["paragraphs"]:
        slice_ = text[each["start"] : each["end"]]
        inside = at <= each["start"] < each["end"] <= len(text) and not text[at : each["start"]].strip()
        _require(inside and sha256(slice_) == each["sha256"], where, f"does not fit its text at ¶{each['number']}")
        at = each["end"]
    _require(not text[at:].strip(), where, "does not cover its text")
    for each in record["tombstones"]:
        _require(sha256(each["text"]) == each["sha256"], where, f"does not fit the last wording of ¶{each['number']}")
        after = each["successor"]
        real = after is None or (after in set(numbers) and after != each["number"])
        _require(real, where, f"has nothing that could come after ¶{each['number']}")
    for each in (*record["paragraphs"], *record["tombstones"]):
        paged = (each["page"] is None) is (each["last_page"] is None)
        _require(paged and (each["page"] or 0) <= (each["last_page"] or 0), where, "has pages that cannot be")
    _require(all(each["number"] in set(numbers) for each in record["kinds"]), where, "corrects what is not there")
    _unique(record, DOCUMENT_TABLES, where)


def _unique(rows: Mapping[str, Sequence[Record]], tables: Mapping[str, Table], where: str) -> None:
    """Check that no two rows have the same key, which is the first column of each table."""
    for name, table in tables.items():
        key = next(iter(table.columns))
        keys = [each[key] for each in rows[name]]
        _require(len(set(keys)) == len(keys), where, f"has {name} twice")


def _row(value: Any, table: Table, where: str, name: str) -> Record:
    _require(isinstance(value, dict), where, f"has other columns in {name}")
    value = {**dict.fromkeys(table.later), **value}
    _require(set(value) == set(table.columns), where, f"has other columns in {name}")
    for column, check in table.columns.items():
        _require(check(value[column]), where, f"has a wrong {column} in {name}")
    row: Record = value
    return row


def _listed(value: object, where: str, name: str) -> list[Any]:
    if not isinstance(value, list):
        raise _wrong(where, f"has no list of {name}")
    return value


def _require(holds: object, member: str, fault: str) -> None:
    if not holds:
        raise _wrong(member, fault)


def _wrong(member: str, fault: str) -> BadDocumentError:
    return BadDocumentError(f"It is damaged or was changed: {member} {fault}. Export the collection again.")
