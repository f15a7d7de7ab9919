"""Bringing an exported collection back: under the same references, all of it or nothing."""

import asyncio
import pickle
import tempfile
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from typing import IO, Final, cast

from bot.documents.hints import Hints
from bot.documents.reader import READER_VERSION
from bot.errors import BadDocumentError
from bot.intake.corrections import given
from bot.intake.exported import TIMES, batches, look, unpack
from bot.intake.files import ARCHIVES, File, examined
from bot.intake.outcomes import Outcome, Progress, Status, outcome, period
from bot.intake.reading import Reader
from bot.intake.records import Entry, Manifest
from bot.models import SHARED, Basis, Fact, Format, Kind, Metadata, Original, Pages, ParsedDocument
from bot.store.library import FIELDS
from bot.store.store import Reading, Store
from bot.store.transfer import Overview, Record, Restored
from bot.worker import Worker, WorkerError

_BATCH: Final = 4_000_000  # bytes that are unpacked in one go
_SHOWN: Final = 5


@dataclass(frozen=True, slots=True)
class Bundle:
    """An archive that is an exported collection."""

    file: File
    manifest: Manifest


class Restorer:
    """Imports exported collections."""

    def __init__(self, store: Store, worker: Worker, reader: Reader, limit: int) -> None:
        self._store = store
        self._worker = worker
        self._reader = reader
        self._limit = limit

    async def opened(self, file: File) -> Bundle | Outcome | None:
        """An exported collection, why one is refused, or None for any other file."""
        if file.path.suffix.lower() not in ARCHIVES:
            return None
        try:
            await asyncio.to_thread(examined, file, self._limit * TIMES)
        except BadDocumentError:
            return None  # who imports it as an ordinary file says why
        try:
            manifest = await self._worker.run(look, str(file.path), file.name, self._limit)
        except BadDocumentError as error:
            return _refused(file, error.message)
        except (WorkerError, OSError):
            return None
        return None if manifest is None else Bundle(file, manifest)

    async def restore(
        self, bundle: Bundle, collection: str, progress: Callable[[Progress], None] | None = None
    ) -> list[Outcome]:
        """Import an exported collection: its documents under their numbers, or a refusal with nothing changed.

        A document that stands here already exactly as it was exported is left as it is.
        """
        try:
            return await self._restored(bundle, collection, progress)
        except BadDocumentError as error:
            return [_refused(bundle.file, error.message)]
        except (WorkerError, OSError) as error:
            why = getattr(error, "strerror", None) or str(error).rstrip(".")
            return [_refused(bundle.file, f"It cannot be unpacked: {why}.")]

    async def _restored(
        self, bundle: Bundle, collection: str, progress: Callable[[Progress], None] | None
    ) -> list[Outcome]:
        manifest = bundle.manifest
        if (manifest.collection == SHARED) is not (collection == SHARED):
            raise BadDocumentError(
                f"It was exported from another kind of collection, so that {manifest.letter}1 is not."
            )
        tables = await self._tables(manifest, collection)
        standing = await self._standing(bundle, collection)
        wanted = [entry for entry in manifest.entries if entry.number not in standing]
        removed = [row for row in manifest.removed if row["number"] not in standing]
        with tempfile.TemporaryFile() as spool:
            await self._read(bundle, wanted, spool, progress)
            spool.seek(0)
            await self._store.incoming.add(
                collection,
                next_document=manifest.next_document,
                removed=removed,
                tables=tables,
                documents=_spooled(spool, len(wanted)),
            )
        if progress is not None:
            progress(Progress(len(wanted), len(wanted), ""))
        return await self._outcomes(manifest, standing, collection)

    async def _tables(self, manifest: Manifest, collection: str) -> dict[str, list[Record]]:
        """The rows that are not here yet.

        Raises:
            BadDocumentError: There are rows here that were not exported; who is to be shown as whom would be mixed.
        """
        missing: dict[str, list[Record]] = {}
        for name, here in (await self._overview(collection)).tables.items():
            if any(row not in manifest.tables[name] for row in here):
                raise BadDocumentError(f"There are {name} here that it does not have. Import it into a new database.")
            missing[name] = [row for row in manifest.tables[name] if row not in here]
        return missing

    async def _overview(self, collection: str) -> Overview:
        async def ask(reading: Reading) -> Overview:
            return await reading.outgoing.overview(collection)

        return await self._store.reading(ask)

    async def _standing(self, bundle: Bundle, collection: str) -> set[int]:
        """The numbers that stand for the same thing here.

        Raises:
            BadDocumentError: One stands for something else.
        """
        taken = await self._store.outgoing.taken(collection)
        buried = {each["number"] for each in bundle.manifest.removed} & taken.keys()
        same = {number for number in buried if taken[number].removed}
        other = sorted(buried - same)
        here = [entry for entry in bundle.manifest.entries if entry.number in taken]
        other += [entry.number for entry in here if taken[entry.number].removed]
        there = [entry for entry in here if not taken[entry.number].removed]
        for group in batches(there, _BATCH):
            unpacked = await self._unpacked(bundle, group)
            for entry, (record, _) in zip(group, unpacked, strict=True):
                mine = await self._record(taken[entry.number].id)
                if mine == record:
                    same.add(entry.number)
                else:
                    other.append(entry.number)
        if other:
            raise BadDocumentError(_taken(bundle.manifest.letter, sorted(other)))
        return same

    async def _record(self, document: int) -> Record:
        async def ask(reading: Reading) -> Record:
            return (await reading.outgoing.record(document))[0]

        return await self._store.reading(ask)

    async def _unpacked(self, bundle: Bundle, entries: list[Entry]) -> list[tuple[Record, str]]:
        return await self._worker.run(unpack, str(bundle.file.path), bundle.file.name, entries, self._limit)

    async def _read(
        self,
        bundle: Bundle,
        entries: list[Entry],
        spool: IO[bytes],
        progress: Callable[[Progress], None] | None,
    ) -> None:
        """Unpack and derive documents into a file of our own: together they may be more than memory holds."""
        done = 0
        for group in batches(entries, _BATCH):
            for entry, (record, text) in zip(group, await self._unpacked(bundle, group), strict=True):
                if progress is not None:
                    progress(Progress(done, len(entries), record["document"]["file"]))
                path = str(bundle.file.path / entry.text)
                restored = await self._derived(record, text, path)
                await asyncio.to_thread(pickle.dump, restored, spool, pickle.HIGHEST_PROTOCOL)
                done += 1

    async def _derived(self, record: Record, text: str, path: str) -> Restored:
        """Derive a document anew. What this version's reader sees as it was exported keeps its kinds and facts."""
        document = _kept(record, text)
        everything = {row["start"]: Kind(row["kind"]) for row in record["paragraphs"]}
        readout = await self._reader.derive(document, document.metadata, Hints(everything))
        if (parsed := _as_recorded(readout.parsed, record)) is None:
            set_ = {row["number"]: Kind(row["kind"]) for row in record["kinds"]}
            by_hand = {row["start"]: set_[row["number"]] for row in record["paragraphs"] if row["number"] in set_}
            facts = given(document.metadata, {}, format=document.format)
            readout = await self._reader.derive(document, facts, Hints(by_hand))
            parsed = readout.parsed
        return Restored(record, parsed, period(parsed.metadata.published.value), readout.ranking, readout.outline, path)

    async def _outcomes(self, manifest: Manifest, standing: set[int], collection: str) -> list[Outcome]:
        status: dict[bool, Status] = {True: "unchanged", False: "new"}
        found = [(entry, await self._store.library.document(collection, entry.number)) for entry in manifest.entries]
        return [
            outcome(document.file, status[entry.number in standing], document)
            for entry, document in found
            if document is not None
        ]


def _refused(file: File, why: str) -> Outcome:
    return Outcome(file.name, "refused", why=f"{why} Nothing of it was imported.")


def _taken(letter: str, numbers: list[int]) -> str:
    shown = ", ".join(f"{letter}{number}" for number in numbers[:_SHOWN])
    more = f" and {len(numbers) - _SHOWN} more" if len(numbers) > _SHOWN else ""
    verb = "is" if len(numbers) == 1 else "are"
    return (
        f"{shown}{more} {verb} taken here, by something else or another state of it, "
        "and an exported collection keeps its numbers. "
        "Import it into a database of its own: --database NEW_FILE."
    )


def _kept(record: Record, text: str) -> ParsedDocument:
    known = record["document"]
    facts = {name: Fact(known[name], Basis(known[f"{name}_basis"])) for name in FIELDS}
    original = None
    if known["digest_of"] is not None:
        names = ("digest_of", "digest_title", "digest_publisher", "digest_published")
        original = Original(*(known[name] for name in names))
    return ParsedDocument(
        file=known["file"],
        format=Format(known["format"]),
        encoding=known["encoding"],
        sha256=known["sha256"],
        text=text,
        metadata=Metadata(**facts, digest_of=original),
        paragraphs=(),
        reader=READER_VERSION,
    )


def _as_recorded(parsed: ParsedDocument, record: Record) -> ParsedDocument | None:
    """The document with the kinds and facts that it was exported with; None where the reader sees other paragraphs."""
    rows = record["paragraphs"]
    spans = [(each.span.start, each.span.end) for each in parsed.paragraphs]
    if record["document"]["reader"] != READER_VERSION or spans != [(row["start"], row["end"]) for row in rows]:
        return None
    by_hand = {row["number"] for row in record["kinds"]}
    paragraphs = tuple(
        replace(
            each,
            kind=Kind(row["kind"]),
            reason=row["reason"],
            confidence=row["confidence"],
            page=None if row["page"] is None else Pages(row["page"], row["last_page"]),
            basis=Basis.CURATOR if row["number"] in by_hand else Basis.WORKED_OUT,
        )
        for each, row in zip(parsed.paragraphs, rows, strict=True)
    )
    return replace(parsed, metadata=_kept(record, parsed.text).metadata, paragraphs=paragraphs)


def _spooled(spool: IO[bytes], count: int) -> Iterator[Restored]:
    for _ in range(count):
        yield cast("Restored", pickle.load(spool))  # noqa: S301 - what we have written, into a file without a name
