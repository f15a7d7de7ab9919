"""Which files an import takes, and their bytes."""

import os
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from typing import Final

from bot.documents.reader import FORMATS
from bot.errors import BadDocumentError

ARCHIVES: Final = frozenset({".zip"})
READABLE: Final = frozenset(FORMATS)
# a folder may hold anything; these are documents that somebody would miss, so they are refused and not passed over
_EXPECTED: Final = frozenset({".doc", ".odt", ".rtf", ".mobi", ".azw3"})
DOCUMENTS: Final = READABLE | _EXPECTED
_ADDRESS: Final = re.compile(r"(?:^|/)(https?:)/+(.+)", re.IGNORECASE | re.DOTALL)


@dataclass(frozen=True, slots=True)
class File:
    """A file to import.

    `root` is the folder that was named, or None where the file itself was. `inner` is the name of a document within
    the archive that lies at `path`, and `refusal` says why it is known already that the file is not imported.
    """

    path: Path
    root: Path | None
    inner: str | None = None
    refusal: str | None = None

    @property
    def name(self) -> str:
        """The name to cite it by; bytes of it that are no UTF-8 become marks."""
        return _legible(self.path.name if self.inner is None else PurePosixPath(self.inner).name or self.inner)

    @property
    def place(self) -> str:
        """The whole path, by which the file is known again."""
        return _legible(str(self.path if self.inner is None else self.path / self.inner.lstrip("/")))

    @property
    def folders(self) -> list[Path]:
        """The folders whose catalogues speak for the file, the nearest first; an archive counts as a folder."""
        own = [self.path.parent]
        if self.inner is not None:
            own = [(self.path / self.inner).parent, self.path, self.path.parent]
        return list(dict.fromkeys(own if self.root is None else [*own, self.root]))


def _legible(name: str) -> str:
    return os.fsencode(name).decode("utf-8", "replace")


def gathered(paths: Sequence[Path]) -> list[File]:
    """The files that `paths` name: each file itself, and of a folder all documents in it, by name, each file once.

    A folder that holds no document, or that cannot be listed, stands for itself, so that `load` says so.
    """
    found: dict[Path, File] = {}
    for path in paths:
        for file in _below(_located(path)):
            found.setdefault(file.path, file)
    return list(found.values())


def _located(path: Path) -> Path:
    """The path from the root of the file system, without `..` and with the links of its folders followed."""
    try:
        path = path.expanduser()
        return path.parent.resolve() / path.name if path.name not in {"", ".."} else path.resolve()
    except (OSError, RuntimeError, ValueError):
        # no such user, a loop of links, a NUL: `load` tells what is wrong with it
        return path.absolute()


def _is_folder(path: Path) -> bool:
    try:
        return path.is_dir()
    except OSError:
        return False


def _below(path: Path) -> Iterator[File]:
    if not _is_folder(path):
        yield File(path, None)
        return
    found = sorted(_documents(path), key=lambda each: [part.casefold() for part in each.parts])
    for each in found or [path]:
        yield File(each, path)


def _documents(folder: Path) -> Iterator[Path]:
    unlisted: list[OSError] = []
    for place, folders, names in os.walk(folder, onerror=unlisted.append):
        folders[:] = [name for name in folders if not name.startswith(".")]
        for name in names:
            each = Path(place, name)
            if not name.startswith(".") and each.suffix.lower() in DOCUMENTS | ARCHIVES:
                yield each
    yield from (Path(error.filename) for error in unlisted)


def lies_there(place: str) -> bool:
    """Whether a file, or an archive that may hold it, still lies where it was read from."""
    if os.path.lexists(place):
        return True
    return any(above.suffix.lower() in ARCHIVES and above.is_file() for above in Path(place).parents)


def load(file: File, limit: int) -> bytes:
    """The bytes of a file of at most `limit` bytes.

    Raises:
        BadDocumentError: It is not there, is no regular file, is too large, cannot be read, is a link that leads out of
            the folder that was named, or is a folder without documents.
    """
    try:
        _check(file)
        with file.path.open("rb") as opened:
            # one byte more than allowed, so that a file that grows meanwhile is noticed as well
            data = opened.read(limit + 1)
    except (OSError, RuntimeError, ValueError) as error:  # pathlib tells a loop of links as a RuntimeError
        raise _unreadable(file, error) from error
    if len(data) > limit:
        raise _too_large(file, limit)
    return data


def examined(file: File, limit: int) -> None:
    """Refuse what `load` would refuse, without reading it.

    Raises:
        BadDocumentError: As `load` does.
    """
    try:
        _check(file)
        if file.path.stat().st_size > limit:
            raise _too_large(file, limit)
    except (OSError, RuntimeError, ValueError) as error:
        raise _unreadable(file, error) from error


def _unreadable(file: File, error: Exception) -> BadDocumentError:
    why = getattr(error, "strerror", None) or "the system refuses it"
    return BadDocumentError(f"{file.name} cannot be read: {why}.")


def _too_large(file: File, limit: int) -> BadDocumentError:
    return BadDocumentError(
        f"{file.name} is larger than {limit / 1_000_000:g} MB, the limit that VERBATIM_MAX_FILE_MB sets."
    )


def _check(file: File) -> None:
    path = file.path
    if file.root is not None and not path.resolve().is_relative_to(file.root.resolve()):
        raise BadDocumentError(f"{file.name} is a link that leads out of its folder, and is not followed.")
    if not path.exists() and (address := _ADDRESS.search(file.place)):
        raise BadDocumentError(
            f"{address[1]}//{address[2]} is an address on the web, and nothing is fetched from there. "
            "Save the page, and import the file."
        )
    if not path.exists():
        why = "is a link that leads nowhere" if path.is_symlink() else "does not exist"
        raise BadDocumentError(f"{file.place} {why}.")
    if path.is_dir():
        list(path.iterdir())  # a folder that cannot be listed says why
        raise BadDocumentError(f"The folder {file.place} holds no document. Known are {', '.join(sorted(READABLE))}.")
    if not path.is_file():
        raise BadDocumentError(f"{file.place} is not a regular file.")
