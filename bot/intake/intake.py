"""The way in: files are read, kept, and everything that answers need is worked out once."""

import asyncio
import logging
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from hashlib import sha256
from pathlib import Path
from typing import Final

from bot.answers.citing import tombstone
from bot.documents.catalogue import Catalogue
from bot.documents.reader import READER_VERSION
from bot.errors import BadDocumentError, DamagedStoreError, UnknownDocumentError, UnknownReferenceError
from bot.intake.archives import Archives
from bot.intake.catalogues import Catalogues, starter_folder
from bot.intake.corrections import corrected, given
from bot.intake.files import File, gathered, lies_there
from bot.intake.outcomes import Outcome, Progress, Status, outcome, period
from bot.intake.reading import Ahead, Reader, Readout, readers
from bot.intake.restoring import Restorer
from bot.intake.surroundings import hints
from bot.models import SHARED, Document, Format, Kind, Metadata, Paragraph, ParsedDocument
from bot.settings import Settings
from bot.store.keeper import Known
from bot.store.preparation import sha256 as text_sha256
from bot.store.store import Store
from bot.worker import Worker

_LOG: Final = logging.getLogger(__name__)
_SAME_DOCUMENT: Final = (
    1 / 3
)  # share of body paragraphs by which a file of the same name elsewhere is the same document


@dataclass(frozen=True, slots=True)
class _Seen:
    """A file that was looked at: `same` is the document of the same content; nothing is read of one up to date."""

    file: File
    data: bytes
    digest: str
    catalogue: Catalogue
    known: Metadata | None
    same: int | None
    readout: Readout | None


class Intake:
    """Brings documents into the store and keeps what was derived from them up to date."""

    def __init__(self, store: Store, worker: Worker, settings: Settings) -> None:
        self._store = store
        self._worker = worker
        self._reader = Reader(worker)
        self._settings = settings
        # what is known of a document must not change between looking and keeping
        self._turn = asyncio.Lock()

    async def add(
        self,
        paths: Sequence[Path],
        *,
        progress: Callable[[Progress], None] | None = None,
        collection: str = SHARED,
    ) -> list[Outcome]:
        """Import files and folders, each file whole or not at all; what is refused does not stop the rest.

        Args:
            paths: Files and zip archives, and folders that are searched for files of the known formats. A zip archive
                that is an exported collection is imported whole or not at all.
            progress: Called before each file and once at the end.
            collection: The key of the collection to import into.

        Returns:
            One outcome for each file, in the order given (those of a folder or archive by name).
        """
        restorer = Restorer(self._store, self._worker, self._reader, self._settings.max_file_size)
        outcomes: list[Outcome] = []
        files: list[File] = []
        for file in await asyncio.to_thread(gathered, paths):
            if (bundle := await restorer.opened(file)) is None:
                files.append(file)
                continue
            outcomes += await self._add_files(files, progress, collection)
            files.clear()
            if isinstance(bundle, Outcome):
                outcomes.append(bundle)
            else:
                async with self._turn:
                    outcomes += await restorer.restore(bundle, collection, progress)
        return outcomes + await self._add_files(files, progress, collection)

    async def _add_files(
        self, found: Sequence[File], progress: Callable[[Progress], None] | None, collection: str
    ) -> list[Outcome]:
        if not found:
            return []
        archives = Archives(self._worker, self._settings.max_file_size)
        files = await archives.opened(found)
        catalogues = Catalogues()
        catalogues.learn(archives.catalogues)
        outcomes: list[Outcome] = []
        touched: set[int] = set()
        async with readers(self._reader, self._settings, len(files)) as several:
            ahead = Ahead(files, [partial(self._look, archives, catalogues, collection, each) for each in several])
            try:
                for done, file in enumerate(files):
                    if progress is not None:
                        progress(Progress(done, len(files), file.name))
                    try:
                        seen = await ahead.next()
                        async with self._turn:
                            outcomes.append(await self._add_file(seen, collection, touched))
                    except (BadDocumentError, UnknownDocumentError) as error:
                        outcomes.append(Outcome(file.name, "refused", why=error.message))
            finally:
                await ahead.close()
        if progress is not None:
            progress(Progress(len(files), len(files), ""))
        return outcomes

    async def seed(self) -> list[Outcome]:
        """Import the starter collection when the store is empty and the settings allow it."""
        if not self._settings.starter or await self._store.keeper.count(SHARED):
            return []
        folder = starter_folder()
        return [] if folder is None else await self.add([folder])

    async def refresh(self) -> int:
        """Derive anew the documents that an older version of the reader has derived; return how many.

        One that cannot be derived keeps what it had, and is tried again the next time.
        """
        await self._store.keeper.link_backlog()
        done = 0
        for id_ in await self._store.keeper.outdated(READER_VERSION):
            try:
                await self._rederive(await self._store.library.document_by_id(id_), {})
            except (BadDocumentError, DamagedStoreError, UnknownDocumentError) as error:
                _LOG.warning("not derived anew: %s", error)
            else:
                done += 1
        return done

    async def edit(self, document: Document, changes: Mapping[str, str | None]) -> Document:
        """Set facts about a document by hand; None or an empty text withdraws what was set.

        Args:
            document: The document.
            changes: Values by field: title, publisher, author, published, anchor_date, language, kind, note.

        Raises:
            BadRequestError: A field or value cannot be used.
            BadDateError: A date cannot be read.
        """
        await self._rederive(document, corrected(changes))
        return await self._store.library.document_by_id(document.id)

    async def correct(self, document: Document, number: int, kind: Kind | None) -> Paragraph:
        """Set the kind of a paragraph by hand, or leave it to the rules again; everything that answers follows.

        Args:
            document: The document.
            number: The number of the paragraph.
            kind: What it is; None withdraws what was set.

        Returns:
            The paragraph as it is now.

        Raises:
            UnknownReferenceError: The document has no such paragraph, or no longer.
        """
        await self._standing(document, number)
        await self._rederive(document, {}, {number: kind})
        return await self._standing(document, number)

    async def remove(self, document: Document) -> None:
        """Remove a document and its text; its number is never given again."""
        async with self._turn:
            await self._store.keeper.remove(document.id)

    async def _standing(self, document: Document, number: int) -> Paragraph:
        """A living paragraph of a document."""
        if (paragraph := await self._store.library.paragraph(document, number)) is None:
            stone = await tombstone(self._store, document, number)
            after = "" if stone.successor is None else f" {document.reference}¶{stone.successor} came after it."
            name = f"{document.reference}¶{number}"
            raise UnknownReferenceError(
                f"{name} was removed on {stone.removed_at[:10]}, so that nothing can be set.{after}", see=f"cite {name}"
            )
        return paragraph

    async def _look(
        self, archives: Archives, catalogues: Catalogues, collection: str, reader: Reader, file: File
    ) -> _Seen:
        """Look at a file before it is its turn: nothing is changed."""
        data = await archives.load(file)
        catalogue = await asyncio.to_thread(catalogues.for_file, file)
        digest = sha256(data).hexdigest()
        known = catalogue.lookup(digest, file.name)
        same = _same_content(await self._candidates(file, digest, collection), digest, file.place)
        unchanged = same is not None and await self._up_to_date(same, file, known)
        readout = None if unchanged else await reader.read(data, file.name, catalogue)
        return _Seen(file, data, digest, catalogue, known, None if same is None else same.id, readout)

    async def _candidates(self, file: File, digest: str, collection: str) -> list[Known]:
        return await self._store.keeper.candidates(collection, digest, file.place, file.name)

    async def _add_file(self, seen: _Seen, collection: str, touched: set[int]) -> Outcome:
        file, known, readout = seen.file, seen.known, seen.readout
        candidates = await self._candidates(file, seen.digest, collection)
        same = _same_content(candidates, seen.digest, file.place)
        if same is not None:
            # the file before this one may just have brought the same content
            looked_at = same.id == seen.same
            if readout is None if looked_at else await self._up_to_date(same, file, known):
                touched.add(same.id)
                return outcome(file.name, "unchanged", await self._store.library.document_by_id(same.id))
        if readout is None:
            readout = await self._reader.read(seen.data, file.name, seen.catalogue)
        parsed = readout.parsed
        target = same or await self._earlier_version(candidates, parsed, file.place, touched)
        by_hand = {} if target is None else await self._store.keeper.corrections(target.id)
        outside = await hints(self._store, parsed, collection, None if target is None else target.id)
        if by_hand or outside:
            base = parsed.metadata if parsed.format is Format.HTML else known or Metadata()
            readout = await self._reader.derive(parsed, given(base, by_hand, format=parsed.format), outside)
        id_ = await self._keep(readout, file.place, collection, None if target is None else target.id)
        touched.add(id_)
        status: Status = "new" if target is None else "unchanged" if same is not None else "changed"
        return outcome(file.name, status, await self._store.library.document_by_id(id_))

    async def _up_to_date(self, same: Known, file: File, known: Metadata | None) -> bool:
        """Whether nothing about a document of the same content has to be kept anew.

        It has to where the reader or the catalogue has more to say by now, where the file was moved or renamed, and
        where the store has damaged what it kept.
        """
        if same.reader < READER_VERSION or (
            same.path != file.place and not await asyncio.to_thread(lies_there, same.path)
        ):
            return False
        if known is not None:
            document = await self._store.library.document_by_id(same.id)
            by_hand = await self._store.keeper.corrections(same.id)
            if given(document.metadata, by_hand) != given(known, by_hand):
                return False
        return await self._store.doctor.sound(same.id)

    async def _earlier_version(
        self, candidates: Iterable[Known], parsed: ParsedDocument, path: str, touched: set[int]
    ) -> Known | None:
        """The document of which this file is a new version: same path, or same name and much of the same body."""
        hashes = {
            text_sha256(paragraph.span.of(parsed.text))
            for paragraph in parsed.paragraphs
            if paragraph.kind is Kind.BODY
        }
        for known in candidates:
            if known.path == path:
                return known
            if known.file != parsed.file or known.id in touched:
                continue
            kept = await self._store.keeper.body_hashes(known.id)
            if len(kept & hashes) >= _SAME_DOCUMENT * max(1, min(len(kept), len(hashes))):
                return known
        return None

    async def _rederive(
        self,
        document: Document,
        changes: Mapping[str, str | None],
        kinds: Mapping[int, Kind | None] | None = None,
    ) -> None:
        async with self._turn:
            text = await self._store.library.source(document)
            origin = await self._store.keeper.origin(document.id)
            by_hand = {**await self._store.keeper.corrections(document.id), **changes}
            known = await asyncio.to_thread(_listed, document, origin.path)
            kept = ParsedDocument(
                file=document.file,
                format=document.format,
                encoding=origin.encoding,
                sha256=document.sha256,
                text=text,
                metadata=document.metadata,
                paragraphs=(),
                reader=READER_VERSION,
            )
            facts = given(document.metadata, by_hand, catalogue=known, format=document.format)
            readout = await self._reader.derive(kept, facts)
            if outside := await hints(self._store, readout.parsed, document.collection, document.id, kinds):
                readout = await self._reader.derive(kept, facts, outside)
            await self._keep(readout, origin.path, document.collection, document.id, changes=changes, kinds=kinds)

    async def _keep(
        self,
        readout: Readout,
        path: str,
        collection: str,
        document: int | None,
        *,
        changes: Mapping[str, str | None] | None = None,
        kinds: Mapping[int, Kind | None] | None = None,
    ) -> int:
        parsed = readout.parsed
        try:
            return await self._store.keeper.keep(
                parsed,
                path=path,
                collection=collection,
                period=period(parsed.metadata.published.value),
                ranking=readout.ranking,
                outline=readout.outline,
                document=document,
                corrections=changes,
                kinds=kinds,
            )
        except UnicodeEncodeError as error:
            raise BadDocumentError(
                f"{parsed.file} holds halves of characters (surrogates), which are no text."
            ) from error


def _same_content(candidates: Iterable[Known], digest: str, path: str) -> Known | None:
    """The document that holds exactly this file, unless another one was read from the same path."""
    here = [known for known in candidates if known.path == path]
    same = [known for known in candidates if known.sha256 == digest]
    if here and not any(known.sha256 == digest for known in here):
        return None
    return next((known for known in same if known.path == path), same[0] if same else None)


def _listed(document: Document, path: str) -> Metadata | None:
    """What the catalogues say of a document: the one that lies beside its file, if it still does, and the shipped."""
    catalogues = Catalogues()
    try:
        catalogue = catalogues.for_file(File(Path(path), None))
    except (BadDocumentError, OSError):
        catalogue = catalogues.shipped
    return catalogue.lookup(document.sha256, document.file)
