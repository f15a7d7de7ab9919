"""Reading files in workers: what was read, ranked at once, and files ahead of the one that is being kept."""

import asyncio
import logging
import os
from collections import deque
from collections.abc import AsyncIterator, Awaitable, Callable, Sequence
from contextlib import AsyncExitStack, asynccontextmanager
from dataclasses import dataclass
from typing import Final, Generic, TypeVar

from bot.answers.summarising.outline import outlined
from bot.documents.catalogue import Catalogue
from bot.documents.hints import Hints
from bot.documents.reader import derive, read
from bot.errors import BadDocumentError, VerbatimError
from bot.intake.files import File
from bot.models import Kind, Metadata, Outline, ParsedDocument
from bot.settings import Settings
from bot.worker import Worker, WorkerError

_LOG: Final = logging.getLogger(__name__)
_AT_ONCE: Final = 1_000
"""Sentences that are ranked together with the reading; more of them get a deadline of their own."""
_MUCH: Final = 50_000
"""Bytes of files from which on more processes are worth their start, which takes as long as reading some 5,000."""
_MOST: Final = 4
"""Processes that read at once: one keeps what they have read, which takes a fourth to a third of their time."""
_T = TypeVar("_T")
_Ranked = tuple[list[int], Outline | None]


@dataclass(frozen=True, slots=True)
class Readout:
    """A document as it was read, the order of its sentences for the default summary, and what is known with it."""

    parsed: ParsedDocument
    ranking: list[int]
    outline: Outline | None = None


class Reader:
    """Reads, derives and ranks in the worker.

    A document that cannot be ranked within the worker's bounds is not refused: its ranking is empty, and a summary
    works it out when it is asked for.
    """

    def __init__(self, worker: Worker) -> None:
        self._worker = worker

    async def read(self, data: bytes, name: str, catalogue: Catalogue) -> Readout:
        """Read the bytes of a file.

        Raises:
            BadDocumentError: It cannot be read, or not within the bounds of the worker.
        """
        try:
            return await self._ranked(*await self._worker.run(read_and_rank, data, name, catalogue))
        except WorkerError as error:
            raise BadDocumentError(f"{name} could not be read: {error}.") from error
        except VerbatimError:
            raise
        except Exception as error:  # a fault in a reader of formats must not keep the other files out
            _LOG.exception("the reader failed on %s", name)
            raise BadDocumentError(f"{name} could not be read: the reader failed on it, see the log.") from error

    async def derive(self, parsed: ParsedDocument, given: Metadata, outside: Hints | None = None) -> Readout:
        """Derive a document anew from its source text.

        Args:
            parsed: The document; its paragraphs are not looked at.
            given: Facts that go before what the text states.
            outside: What is known of its paragraphs from outside the text.

        Raises:
            BadDocumentError: That was not possible within the bounds of the worker.
        """
        try:
            return await self._ranked(*await self._worker.run(_derive, parsed, given, outside))
        except WorkerError as error:
            raise BadDocumentError(f"{parsed.file} could not be read again: {error}. Nothing was changed.") from error

    async def _ranked(self, parsed: ParsedDocument, ranked: _Ranked | None) -> Readout:
        if ranked is None:
            try:
                ranked = await self._worker.run(_rank, parsed)
            except WorkerError:
                ranked = [], None
        return Readout(parsed, *ranked)


def read_and_rank(data: bytes, name: str, catalogue: Catalogue) -> tuple[ParsedDocument, _Ranked | None]:
    """What a process does with a file: the document, and the order of its sentences unless there are many.

    Raises:
        BadDocumentError: It cannot be read.
    """
    parsed = read(data, name, catalogue)
    return parsed, _rank_few(parsed)


def _derive(parsed: ParsedDocument, given: Metadata, outside: Hints | None) -> tuple[ParsedDocument, _Ranked | None]:
    derived = derive(
        parsed.text,
        file=parsed.file,
        format=parsed.format,
        encoding=parsed.encoding,
        sha256=parsed.sha256,
        given=given,
        known_outside=outside,
    )
    return derived, _rank_few(derived)


def _rank_few(parsed: ParsedDocument) -> _Ranked | None:
    """The order of the sentences of a document that has few; None where it has many, or memory was too short."""
    count = sum(len(paragraph.sentences) for paragraph in parsed.paragraphs if paragraph.kind is Kind.BODY)
    try:
        return _rank(parsed) if count <= _AT_ONCE else None
    except MemoryError:
        return None


def _rank(parsed: ParsedDocument) -> _Ranked:
    sentences: list[str] = []
    places: list[int] = []
    for place, paragraph in enumerate(parsed.paragraphs):
        if paragraph.kind is Kind.BODY:
            text = paragraph.span.of(parsed.text)
            sentences += [span.of(text) for span in paragraph.sentences]
            places += [place] * len(paragraph.sentences)
    return outlined(sentences, places, parsed.metadata.language.value) if sentences else ([], None)


@dataclass(frozen=True, slots=True)
class Work:
    """What an import has to read: so many files, of so many bytes together."""

    files: int
    size: int

    @property
    def is_much(self) -> bool:
        """Whether it is worth to be shared by two processes."""
        return self.files > 1 and self.size >= _MUCH


@asynccontextmanager
async def readers(first: Reader, settings: Settings, work: Work) -> AsyncIterator[list[Reader]]:
    """The readers for an import: where there is much to read one for each core, with a process of its own.

    Reading takes several times as long as keeping, which one process does by itself.
    """
    most = min(os.cpu_count() or 1, _MOST, work.files) if work.is_much else 1
    async with AsyncExitStack() as stack:
        others = [
            await stack.enter_async_context(Worker(memory=settings.worker_memory, seconds=settings.worker_seconds))
            for _ in range(most - 1)
        ]
        yield [first, *map(Reader, others)]


class Ahead(Generic[_T]):
    """Looks at files in their order, and at some more than were asked for: these are read while others are kept.

    `looks` are ways to look at a file that may go on at the same time; whichever is free is given the next file. Of two
    or more of them, one may have looked at a file more than the others: the files before it may take longer.
    """

    def __init__(self, files: Sequence[File], looks: Sequence[Callable[[File], Awaitable[_T]]]) -> None:
        self._files = iter(files)
        self._free: asyncio.Queue[Callable[[File], Awaitable[_T]]] = asyncio.Queue()
        for look in looks:
            self._free.put_nowait(look)
        self._tasks: deque[asyncio.Task[_T]] = deque()
        for _ in range(len(looks) if len(looks) == 1 else len(looks) + 1):
            self._start()

    def _start(self) -> None:
        if (following := next(self._files, None)) is not None:
            self._tasks.append(asyncio.create_task(self._seen(following)))

    async def _seen(self, file: File) -> _T:
        look = await self._free.get()
        try:
            return await look(file)
        finally:
            self._free.put_nowait(look)

    async def next(self) -> _T:
        """What is seen of the next file; raises what looking at it raised."""
        if not self._tasks:
            raise StopAsyncIteration
        try:
            return await self._tasks[0]
        finally:
            self._tasks.popleft()
            self._start()

    async def close(self) -> None:
        """Look no further."""
        for task in self._tasks:
            task.cancel()
        await asyncio.gather(*self._tasks, return_exceptions=True)
