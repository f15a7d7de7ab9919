"""Zip archives from anywhere: what may be read of them, and reading it within bounds. Nothing is unpacked to a disk."""

import stat
import zipfile
import zlib
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from typing import IO, Final

from bot.errors import BadDocumentError

_MOST_MEMBERS: Final = 10_000
_LARGEST: Final = 64_000_000  # bytes of one member
_ALL: Final = 256_000_000  # bytes of all members that are read
_DENSE: Final = 200  # times the packed size; text is rarely packed to less than a fiftieth
_SMALL: Final = 1_000_000  # bytes below which density proves nothing
_ENCRYPTED: Final = 0x1 | 0x40  # bits of the general purpose flag (APPNOTE.TXT 4.4.4)
_METHODS: Final = frozenset({zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED})  # the others are unpacked without a bound


@dataclass(frozen=True, slots=True)
class Bounds:
    """How much of an archive is read: members, bytes of one, bytes of all."""

    members: int = _MOST_MEMBERS
    largest: int = _LARGEST
    all: int = _ALL


class Archive:
    """An open zip archive, of which every member is looked at before it is read.

    Args:
        opened: The archive.
        file: Its name, for the messages.
        bounds: How much is read.

    Raises:
        BadDocumentError: It is no zip archive, is damaged, or has too many members.
    """

    def __init__(self, opened: IO[bytes], file: str, bounds: Bounds = Bounds()) -> None:
        self._file = file
        self._bounds = bounds
        self._left = bounds.all
        try:
            self._zip = zipfile.ZipFile(opened)
        except (zipfile.BadZipFile, OSError, ValueError, LookupError, NotImplementedError) as error:
            raise BadDocumentError(f"{file} is no zip archive, or a damaged one. Save or pack it again.") from error
        if len(self._zip.infolist()) > bounds.members:
            raise BadDocumentError(
                f"{file} holds more than {bounds.members:,} members, which is too many. Pack it in parts."
            )
        self._names = {info.filename: info for info in self._zip.infolist()}
        self._times = Counter(info.filename for info in self._zip.infolist())

    @property
    def members(self) -> Sequence[zipfile.ZipInfo]:
        """All members, folders among them, in the order of the archive."""
        return self._zip.infolist()

    def __contains__(self, name: str) -> bool:
        return name in self._names

    def refusal(self, member: zipfile.ZipInfo) -> str | None:  # noqa: PLR0911 - one reason after the other, the first that holds
        """Why a member is not read, as the end of a sentence; None where nothing speaks against it."""
        if escapes(member):
            return "has a name that leads out of the archive"
        if stat.S_IFMT(member.external_attr >> 16) not in {0, stat.S_IFREG, stat.S_IFDIR}:
            return "is a link or a device and no file"
        if member.flag_bits & _ENCRYPTED:
            return "is encrypted; pack it without a password"
        if member.compress_type not in _METHODS:
            return "is packed by a method that is not read; pack it as an ordinary zip"
        if self._times[member.filename] > 1:
            return "stands in the archive more than once"
        if member.file_size > self._bounds.largest:
            return f"is larger than {self._bounds.largest / 1_000_000:g} MB"
        if member.file_size > max(_SMALL, _DENSE * member.compress_size):
            return f"is packed more than {_DENSE} times smaller than it is, as bombs are"
        return None

    def read(self, member: str | zipfile.ZipInfo) -> bytes:
        """The bytes of a member.

        Raises:
            BadDocumentError: It is not there, is refused, is damaged, or more is read than the bounds allow.
        """
        info = self._names.get(member) if isinstance(member, str) else member
        if info is None:
            raise BadDocumentError(f"{self._file} lacks its part {member}. Save it again.")
        if (why := self.refusal(info)) is not None:
            raise BadDocumentError(f"{self._file} cannot be read: {info.filename} {why}.")
        self._left -= info.file_size
        if self._left < 0:
            raise BadDocumentError(f"{self._file} unpacks to more than {self._bounds.all / 1_000_000:g} MB.")
        try:
            with self._zip.open(info) as opened:
                # zipfile gives no more than the size that the archive states, and checks the sum of it
                return opened.read()
        except (zipfile.BadZipFile, zlib.error, EOFError, OSError, ValueError, RuntimeError) as error:
            raise BadDocumentError(f"{self._file} is damaged: {info.filename} cannot be unpacked.") from error


def escapes(member: zipfile.ZipInfo) -> bool:
    """Whether a member's name is absolute, names a drive, climbs out of the archive or hides something."""
    name = member.orig_filename.replace("\\", "/")
    return (
        name.startswith("/")
        or ".." in name.split("/")
        or "\0" in name
        or (len(name) > 1 and name[1] == ":")
        or not name
    )
