"""A whole collection as one zip archive, which can be imported again with the same references."""

import asyncio
import hashlib
import os
import zipfile
import zlib
from collections.abc import Callable, Sequence
from contextlib import closing, suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import IO, Any, Final

from bot.errors import BadRequestError, TooLargeError
from bot.exports.plain import one_line
from bot.intake import Progress
from bot.intake.bundle import FORMAT, MANIFEST, README, VERSION, record_name, text_name, written
from bot.models import SHARED
from bot.store.store import Reading, Store
from bot.store.transfer import Overview

_MOMENT: Final = (1980, 1, 1, 0, 0, 0)  # the first that a zip archive can say: none of ours says when it was made
_UNIX: Final = 3
_MODE: Final = 0o100644
_LARGE: Final = 500_000  # bytes from which a text that packs too well is taken for a bomb by whoever unpacks it
_DENSE: Final = 100  # times smaller
_LEVEL: Final = 6
_ABOUT: Final = """\
A collection of documents, exported from Verbatim
=================================================

texts/         the text of each document, as it is quoted
records/       what is known of each: title, publisher, author, date, and from what each of these is known; the numbers
               of its paragraphs and where they stand in the text; paragraphs that were removed, in their last wording;
               what was corrected by hand
manifest.json  what is in here, with the SHA-256 of every file

To have it in Verbatim again, with the same references: python -m bot import THIS_FILE.zip --database NEW_DATABASE
start and end of a paragraph count Unicode code points of its text. The texts belong to their publishers.

"""


@dataclass(frozen=True, slots=True)
class Exported:
    """What was written: where, how many documents and living paragraphs, how many bytes, and their SHA-256."""

    path: Path
    documents: int
    removed: int
    paragraphs: int
    size: int
    sha256: str


async def export(
    store: Store,
    path: Path,
    *,
    collection: str = SHARED,
    most: int | None = None,
    progress: Callable[[Progress], None] | None = None,
) -> Exported:
    """Write a collection into a file; what stands there before is replaced once the new one is whole.

    Args:
        store: Where it is.
        path: The file, whose name ends in `.zip`.
        collection: Its key.
        most: Bytes that the file may have; it is not written further than that. None for any number.
        progress: Called before each document and once at the end, in another thread.

    Raises:
        BadRequestError: There is nothing to export, or the file cannot be written.
        TooLargeError: It would have more than `most` bytes.
        DamagedStoreError: A text does not fit its checksum.
    """
    path = await asyncio.to_thread(_usable, path)

    async def work(reading: Reading) -> Exported:
        overview = await reading.outgoing.overview(collection)
        if not overview.documents:
            raise BadRequestError("There are no documents to export. Import some first.")
        partial = path.with_name(f".{path.name}.{os.getpid()}.partial")
        try:
            with partial.open("xb") as opened:
                with closing(_Bundle(opened, most)) as made:
                    count = await _write(reading, made, overview, collection, progress)
                opened.flush()
                os.fsync(opened.fileno())
            digest, size = _summed(partial)
            _require(size, most)
            partial.replace(path)
        except OSError as error:
            why = (error.strerror or "error").lower()
            raise BadRequestError(f"{path} cannot be written: {why}. Name another file.") from error
        finally:
            with suppress(OSError):
                partial.unlink()
        return Exported(path, len(overview.documents), len(overview.removed), count, size, digest)

    return await store.reading(work)


def _usable(path: Path) -> Path:
    with suppress(RuntimeError):  # there is no such home
        path = path.expanduser()
    if path.suffix.lower() != ".zip":
        raise BadRequestError("Write the name of a zip file to export to, such as collection.zip.")
    if path.is_dir() or not path.parent.is_dir():
        what = "is a folder" if path.is_dir() else f"cannot be written: there is no folder {path.parent}"
        raise BadRequestError(f"{path} {what}. Name another file.")
    return path


@dataclass(slots=True)
class _Bundle:
    """The archive while it is written: what goes in is summed up for the manifest."""

    opened: IO[bytes]
    most: int | None = None
    members: list[dict[str, Any]] = field(default_factory=list)
    _zip: zipfile.ZipFile = field(init=False)

    def __post_init__(self) -> None:
        self._zip = zipfile.ZipFile(self.opened, "w")

    def add(self, name: str, data: bytes) -> None:
        info = zipfile.ZipInfo(name, _MOMENT)
        info.create_system = _UNIX
        info.external_attr = _MODE << 16
        info.compress_type = zipfile.ZIP_STORED if _too_dense(data) else zipfile.ZIP_DEFLATED
        self._zip.writestr(info, data, compresslevel=_LEVEL)
        _require(self.opened.tell(), self.most)
        self.members.append({"name": name, "bytes": len(data), "sha256": hashlib.sha256(data).hexdigest()})

    def close(self) -> None:
        self._zip.close()


def _require(size: int, most: int | None) -> None:
    if most is not None and size > most:
        raise TooLargeError(f"The collection takes more than {most:,} bytes. Export it where there is more room.")


def _too_dense(data: bytes) -> bool:
    return len(data) > _LARGE and len(zlib.compress(data, 1)) * _DENSE < len(data)


async def _write(
    reading: Reading,
    made: _Bundle,
    overview: Overview,
    collection: str,
    progress: Callable[[Progress], None] | None,
) -> int:
    """Write all members; return how many living paragraphs they hold."""
    letter = "D" if collection == SHARED else "S"
    entries: list[dict[str, Any]] = []
    lines: list[str] = []
    count = 0
    for done, (id_, number) in enumerate(overview.documents):
        record, text = await reading.outgoing.record(id_)
        known, reference = record["document"], f"{letter}{number}"
        if progress is not None:
            progress(Progress(done, len(overview.documents), known["file"]))
        entry = {
            "number": number,
            "title": known["title"],
            "record": record_name(reference),
            "text": text_name(reference, known["file"]),
        }
        made.add(entry["text"], text.encode())
        made.add(entry["record"], written(record))
        entries.append(entry)
        lines.append(_line(reference, known))
        count += len(record["paragraphs"])
    made.add(README, _readme(lines, overview, letter))
    manifest = {
        "format": FORMAT,
        "version": VERSION,
        "collection": collection,
        "next_document": overview.next_document,
        "documents": entries,
        "removed": list(overview.removed),
        "tables": {name: list(rows) for name, rows in overview.tables.items()},
        "members": made.members,
    }
    made.add(MANIFEST, written(manifest))
    if progress is not None:
        progress(Progress(len(entries), len(entries), ""))
    return count


def _line(reference: str, known: dict[str, Any]) -> str:
    title = one_line(known["title"] or f"Untitled ({known['file']})")
    origin = ", ".join(one_line(known[name]) for name in ("publisher", "published") if known[name])
    return f"{reference:<6} {title}" + (f" - {origin}" if origin else "")


def _readme(lines: Sequence[str], overview: Overview, letter: str) -> bytes:
    gone = [f"{letter}{each['number']:<5} removed on {each['removed_at'][:10]}" for each in overview.removed]
    return (_ABOUT + "".join(f"{line}\n" for line in [*lines, *gone])).encode()


def _summed(path: Path) -> tuple[str, int]:
    with path.open("rb") as opened:
        return hashlib.file_digest(opened, "sha256").hexdigest(), path.stat().st_size
