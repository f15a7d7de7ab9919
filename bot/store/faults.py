"""What SQLite raises, told in our words."""

import sqlite3
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Final

from bot.errors import BusyError, DamagedStoreError, NoStoreError, UserError

_PRIMARY: Final = 0xFF  # the low byte of an extended result code is the primary one (sqlite.org/rescode.html)
_BUSY: Final = "Another process is writing to {path}. Nothing was changed. Try again in a moment."
_DAMAGED: Final = "{path} is damaged or not a database. Run `python -m bot doctor`, and restore the newest backup."
_KNOWN: Final[Mapping[int, tuple[type[UserError], str]]] = {
    sqlite3.SQLITE_INTERRUPT: (
        BusyError,
        "The search took too long and was ended. Use fewer or rarer words, or name a document.",
    ),
    sqlite3.SQLITE_BUSY: (BusyError, _BUSY),
    sqlite3.SQLITE_LOCKED: (BusyError, _BUSY),
    sqlite3.SQLITE_PROTOCOL: (BusyError, _BUSY),
    sqlite3.SQLITE_CORRUPT: (DamagedStoreError, _DAMAGED),
    sqlite3.SQLITE_NOTADB: (DamagedStoreError, _DAMAGED),
    sqlite3.SQLITE_FULL: (
        NoStoreError,
        "The disk that holds {path} is full. Nothing was changed. Free some room and try again.",
    ),
    sqlite3.SQLITE_IOERR: (
        NoStoreError,
        "The disk that holds {path} does not answer as it should. Nothing was changed.",
    ),
    sqlite3.SQLITE_READONLY: (NoStoreError, "{path} cannot be written. Check who owns the file and its folder."),
    sqlite3.SQLITE_CANTOPEN: (
        NoStoreError,
        "{path} cannot be opened. Check that its folder exists and may be used.",
    ),
}


_UNREADABLE: Final = "Could not decode to UTF-8"  # the sqlite3 module's own words for a text whose bytes are damaged


def is_busy(error: sqlite3.Error) -> bool:
    """Whether another connection holds a lock."""
    code = getattr(error, "sqlite_errorcode", None)
    return code is not None and code & _PRIMARY in {sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED}


def is_interrupted(error: sqlite3.Error) -> bool:
    """Whether a query was ended because its time was over."""
    code = getattr(error, "sqlite_errorcode", None)
    return code is not None and code & _PRIMARY == sqlite3.SQLITE_INTERRUPT


def translated(error: sqlite3.Error, path: Path) -> UserError | None:
    """The error to raise for a fault of the database at `path`; None where the fault is one of our own."""
    code = getattr(error, "sqlite_errorcode", None)
    if code is None and str(error).startswith(_UNREADABLE):
        code = sqlite3.SQLITE_CORRUPT
    if code is None or (known := _KNOWN.get(code & _PRIMARY)) is None:
        return None
    kind, sentence = known
    return kind(sentence.replace("{path}", str(path)))


@contextmanager
def translating(path: Path) -> Iterator[None]:
    """Raise what SQLite raises inside as a `UserError` where the operator can act on it."""
    try:
        yield
    except sqlite3.Error as error:
        if (known := translated(error, path)) is not None:
            raise known from error
        raise
    except UnicodeDecodeError as error:
        # the sqlite3 module trips over a message of SQLite's that quotes a damaged name
        raise DamagedStoreError(_DAMAGED.replace("{path}", str(path))) from error


@contextmanager
def as_kept(path: Path) -> Iterator[None]:
    """Tell a value that was never put into the file, such as a kind that does not exist, as damage to it."""
    try:
        yield
    except (LookupError, TypeError, ValueError) as error:
        raise DamagedStoreError(_DAMAGED.replace("{path}", str(path))) from error
