"""Zip archives of documents: their members are imported like files of a folder, and nothing is unpacked to a disk."""

import asyncio
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from typing import Final

from bot.documents.formats.archive import Archive, Bounds, escapes
from bot.errors import BadDocumentError
from bot.intake.catalogues import NAME
from bot.intake.files import ARCHIVES, DOCUMENTS, READABLE, File, examined, load
from bot.worker import Worker, WorkerError

_MOST_MEMBERS: Final = 2_000
_TIMES: Final = 10  # times the size of the largest file, which an archive may have, packed and unpacked
_AHEAD: Final = 8_000_000  # bytes that are unpacked in one go
_CATALOGUE: Final = 1_000_000  # bytes
_PLAIN: Final = 0o170000


@dataclass(frozen=True, slots=True)
class Member:
    """A document in an archive, or what is taken for one; `why` is set where it is refused."""

    name: str
    size: int
    why: str | None = None


@dataclass(frozen=True, slots=True)
class Listing:
    """What an archive holds: documents in the order of their names, and catalogues by their folder in it."""

    members: tuple[Member, ...]
    catalogues: Mapping[str, bytes]


def listed(path: str, file: str, limit: int) -> Listing:
    """Look into an archive; made for the worker.

    Args:
        path: Where it lies.
        file: Its name, for the messages.
        limit: Bytes that one document may have.

    Raises:
        BadDocumentError: It is no archive, is damaged, or holds too many members or no document.
    """
    with Path(path).open("rb") as opened:
        archive = Archive(opened, file, _bounds(limit))
        members: list[Member] = []
        catalogues: dict[str, bytes] = {}
        left = limit * _TIMES
        for info in sorted(archive.members, key=lambda each: each.filename.casefold().split("/")):
            place = PurePosixPath(info.filename)
            why = archive.refusal(info)
            if place.name == NAME and why is None and info.file_size <= _CATALOGUE:
                catalogues[str(place.parent)] = archive.read(info)
            elif escapes(info) or _is_link(info.external_attr) or _is_document(place, folder=info.is_dir()):
                if why is None and place.suffix.lower() in ARCHIVES:
                    why = "is an archive within an archive; unpack it first"
                if why is None and info.file_size > left:
                    why = f"is too much: the archive unpacks to more than {limit * _TIMES / 1_000_000:g} MB"
                left -= 0 if why else info.file_size
                members.append(Member(info.filename, info.file_size, why))
    if not members:
        raise BadDocumentError(f"{file} holds no document. Known are {', '.join(sorted(READABLE))}.")
    return Listing(tuple(members), catalogues)


def unpacked(path: str, file: str, names: Sequence[str], limit: int) -> list[bytes | str]:
    """The bytes of members, or why one is refused; made for the worker."""
    found: list[bytes | str] = []
    with Path(path).open("rb") as opened:
        archive = Archive(opened, file, _bounds(limit))
        for name in names:
            try:
                found.append(archive.read(name))
            except BadDocumentError as error:
                found.append(error.message)
    return found


def _bounds(limit: int) -> Bounds:
    return Bounds(_MOST_MEMBERS, limit, limit * _TIMES)


def _is_link(attributes: int) -> bool:
    """Whether the mode that Unix keeps in the upper half is that of anything but a file or folder."""
    return (attributes >> 16) & _PLAIN not in {0, 0o100000, 0o040000}


def _is_document(place: PurePosixPath, *, folder: bool) -> bool:
    """Whether a member is one of the files that would be taken from a folder."""
    hidden = any(part.startswith(".") or part == "__MACOSX" for part in place.parts)
    return not folder and not hidden and place.suffix.lower() in DOCUMENTS | ARCHIVES


class Archives:
    """The archives of one import: what is in them, and the bytes of it, unpacked some documents ahead."""

    def __init__(self, worker: Worker, limit: int) -> None:
        self._worker = worker
        self._limit = limit
        self._waiting: dict[Path, list[Member]] = {}
        self._ahead: dict[tuple[Path, str], bytes | str] = {}
        self._turn = asyncio.Lock()
        self.catalogues: dict[Path, bytes] = {}
        """The catalogues found in archives, by the place of their folder."""

    async def opened(self, files: Sequence[File]) -> list[File]:
        """The files, each archive among them replaced by its documents; one that cannot be opened is refused."""
        found: list[File] = []
        for file in files:
            if file.path.suffix.lower() in ARCHIVES and not file.path.is_dir():
                found += await self._members(file)
            else:
                found.append(file)
        return found

    async def load(self, file: File) -> bytes:
        """The bytes of a file or of a document in an archive.

        Raises:
            BadDocumentError: It is refused.
        """
        if file.refusal is not None:
            raise BadDocumentError(file.refusal)
        if file.inner is None:
            return await asyncio.to_thread(load, file, self._limit)
        async with self._turn:
            if (file.path, file.inner) not in self._ahead:
                await self._unpack(file)
            data = self._ahead.pop((file.path, file.inner))
        if isinstance(data, str):
            raise BadDocumentError(data)
        return data

    async def _members(self, file: File) -> list[File]:
        try:
            await asyncio.to_thread(examined, file, self._limit * _TIMES)
            listing = await self._worker.run(listed, str(file.path), file.name, self._limit)
        except BadDocumentError as error:
            return [File(file.path, file.root, refusal=error.message)]
        except (WorkerError, OSError) as error:
            return [File(file.path, file.root, refusal=f"{file.name} cannot be opened: {_why(error)}.")]
        self._waiting[file.path] = [member for member in listing.members if member.why is None]
        self.catalogues |= {file.path / folder: data for folder, data in listing.catalogues.items()}
        return list(_files(file, listing.members))

    async def _unpack(self, file: File) -> None:
        """Unpack a document and those that follow it, as far as they are small."""
        self._ahead.clear()
        waiting = self._waiting[file.path]
        at = next(place for place, member in enumerate(waiting) if member.name == file.inner)
        names: list[str] = []
        size = 0
        for member in waiting[at:]:
            size += member.size
            if names and size > _AHEAD:
                break
            names.append(member.name)
        try:
            found = await self._worker.run(unpacked, str(file.path), file.path.name, names, self._limit)
        except (WorkerError, OSError, BadDocumentError) as error:
            found = [f"{file.name} cannot be unpacked: {_why(error)}."] * len(names)
        self._ahead = {(file.path, name): data for name, data in zip(names, found, strict=True)}


def _files(file: File, members: Sequence[Member]) -> Iterator[File]:
    for member in members:
        refusal = None if member.why is None else f"{member.name} in {file.name} {member.why}."
        yield File(file.path, file.root, member.name, refusal)


def _why(error: Exception) -> str:
    return getattr(error, "strerror", None) or str(error).rstrip(".")
