"""Exported collections, looked into and unpacked in the worker: every member is held against its SHA-256."""

from collections.abc import Iterator, Sequence
from hashlib import sha256
from pathlib import Path
from typing import Final

from bot.documents.formats.archive import Archive, Bounds
from bot.errors import BadDocumentError
from bot.intake.bundle import MANIFEST, RECORDS
from bot.intake.records import Entry, Manifest, is_manifest, read_manifest, read_record
from bot.store.transfer import Record

TIMES: Final = 100
"""Times the size of the largest file, which an exported collection may have, packed and unpacked."""
_MOST_MEMBERS: Final = 1_000_000
_WIDER: Final = 4  # times: a text in UTF-8 may take more bytes than the file it was read from, and its record as much
_AT_LEAST: Final = 64_000_000  # bytes of one member


def look(path: str, file: str, limit: int) -> Manifest | None:
    """The manifest of an archive; None where it is none of ours, or no archive at all.

    Args:
        path: Where it lies.
        file: Its name, for the messages.
        limit: Bytes that one document may have.

    Raises:
        BadDocumentError: It is an exported collection that cannot be imported.
    """
    with Path(path).open("rb") as opened:
        try:
            archive = Archive(opened, file, _bounds(limit))
        except BadDocumentError:
            return None  # who imports it as an ordinary one says why
        names = {info.filename for info in archive.members}
        if MANIFEST not in names:
            return None
        ours = any(name.startswith(RECORDS) and name.endswith(".json") for name in names)
        try:
            data = archive.read(MANIFEST)
        except BadDocumentError:
            if ours:
                raise
            return None
        if not is_manifest(data):
            if ours:
                raise BadDocumentError(f"{file} is damaged: {MANIFEST} cannot be read. Export the collection again.")
            return None
        manifest = read_manifest(data)
        named = {MANIFEST, *manifest.others, *(name for each in manifest.entries for name in (each.record, each.text))}
        _compare(names, named)
        for name, digest in manifest.others.items():
            _intact(archive, name, digest)
        if manifest.size > limit * TIMES:
            raise BadDocumentError(
                f"It unpacks to more than {limit * TIMES / 1_000_000:g} MB, "
                f"{TIMES} times what VERBATIM_MAX_FILE_MB sets."
            )
        return manifest


def unpack(path: str, file: str, entries: Sequence[Entry], limit: int) -> list[tuple[Record, str]]:
    """The records and texts of some documents.

    Raises:
        BadDocumentError: One of them is damaged; the member is named.
    """
    with Path(path).open("rb") as opened:
        archive = Archive(opened, file, _bounds(limit))
        return [_document(archive, entry) for entry in entries]


def batches(entries: Sequence[Entry], most: int) -> Iterator[list[Entry]]:
    """The documents in groups of no more than `most` bytes, a larger one by itself."""
    group: list[Entry] = []
    size = 0
    for entry in entries:
        if group and size + entry.size > most:
            yield group
            group, size = [], 0
        group.append(entry)
        size += entry.size
    if group:
        yield group


def _document(archive: Archive, entry: Entry) -> tuple[Record, str]:
    data = _intact(archive, entry.record, entry.record_sha256)
    try:
        text = _intact(archive, entry.text, entry.text_sha256).decode()
    except UnicodeDecodeError as error:
        raise BadDocumentError(f"It is damaged: {entry.text} is no UTF-8. Export the collection again.") from error
    return read_record(data, text, entry), text


def _intact(archive: Archive, name: str, digest: str) -> bytes:
    data = archive.read(name)
    if sha256(data).hexdigest() != digest:
        raise BadDocumentError(f"It is damaged: {name} does not fit its SHA-256. Export the collection again.")
    return data


def _compare(names: set[str], named: set[str]) -> None:
    """Check that the archive holds what the manifest names, and nothing else."""
    if missing := sorted(named - names):
        raise BadDocumentError(f"It is damaged: {missing[0]} is missing. Export the collection again.")
    if strange := sorted(names - named):
        raise BadDocumentError(f"It was changed: its manifest does not name {strange[0]}. Export the collection again.")


def _bounds(limit: int) -> Bounds:
    return Bounds(_MOST_MEMBERS, max(limit * _WIDER, _AT_LEAST), limit * TIMES)
