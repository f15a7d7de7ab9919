"""The schema: numbered migrations, forward only, each in one transaction, with a copy of the file made before."""

import re
import shutil
import sqlite3
import time
from collections.abc import Iterator, Sequence
from contextlib import closing, contextmanager, suppress
from datetime import UTC, datetime
from importlib.resources import files
from pathlib import Path
from typing import Final

from bot.errors import NewerStoreError, NoStoreError
from bot.store.faults import is_busy, translating

APPLICATION_ID: Final = 0x56_42_54_4D  # "VBTM": marks the file as ours (sqlite.org/pragma.html#pragma_application_id)
_PAUSE: Final = 0.02  # seconds
_COMMENT: Final = re.compile(r"--[^\n]*|/\*.*?\*/", re.DOTALL)


def migrations() -> tuple[str, ...]:
    """The scripts of the schema in the order of their numbers; the n-th leads to version n."""
    folder = files("bot.store") / "schema"
    scripts = sorted((entry for entry in folder.iterdir() if entry.name.endswith(".sql")), key=lambda entry: entry.name)
    return tuple(entry.read_text(encoding="utf-8") for entry in scripts)


def statements(script: str) -> Iterator[str]:
    """Cut a script into statements; semicolons in texts, comments and triggers end none.

    Raises:
        ValueError: The last statement has no end.
    """
    pending = ""
    for piece in re.split(r"(?<=;)", script):
        pending += piece
        if sqlite3.complete_statement(pending):
            yield pending.strip()
            pending = ""
    if _COMMENT.sub("", pending).strip():
        raise ValueError(f"a migration ends within a statement: {pending[:80]!r}")


def migrate(path: Path, scripts: Sequence[str] | None = None, *, busy_seconds: float = 10.0) -> Path | None:
    """Bring the database at `path` to the newest schema, creating it where there is none.

    Args:
        path: The file; its folder is created.
        scripts: The migrations; the shipped ones when None.
        busy_seconds: How long to wait for another process that is writing.

    Returns:
        The copy that was made before an older schema was changed, or None where nothing had to be.

    Raises:
        NewerStoreError: A newer version of this program has written the file.
        NoStoreError: The file is another program's database, or it cannot be opened.
        DamagedStoreError: It is no database.
        BusyError: Another process holds it.
    """
    scripts = migrations() if scripts is None else scripts
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise NoStoreError(f"The folder {path.parent} cannot be made. Name another place with --database.") from error
    with translating(path), closing(sqlite3.connect(path, timeout=busy_seconds, isolation_level=None)) as connection:
        copy = None
        if _version(connection, path, len(scripts)) < len(scripts):
            copy = _upgrade(connection, path, scripts)
        _use_log(connection, busy_seconds)
        return copy


def _version(connection: sqlite3.Connection, path: Path, newest: int) -> int:
    version = int(connection.execute("PRAGMA user_version").fetchone()[0])
    mark = int(connection.execute("PRAGMA application_id").fetchone()[0])
    tables = int(connection.execute("SELECT count(*) FROM sqlite_schema").fetchone()[0])
    if mark != APPLICATION_ID and (mark or tables or version):
        raise NoStoreError(f"{path} is a database of another program. Name another file with --database.")
    if version > newest:
        raise NewerStoreError(
            f"{path} was written by a newer version (schema {version}, this one knows {newest}). "
            "Upgrade this program, or open a copy made before."
        )
    return version


def _upgrade(connection: sqlite3.Connection, path: Path, scripts: Sequence[str]) -> Path | None:
    """Apply what is missing; the version is looked at under the lock, since another process may have been faster."""
    copy = None
    changed = False
    try:
        while True:
            with _transaction(connection):
                version = _version(connection, path, len(scripts))
                if version == len(scripts):
                    return copy
                if version and copy is None:
                    copy = _copy(path, version)
                # a new file has nothing to lose, and is never seen half made
                _apply(connection, scripts, version, version + 1 if version else len(scripts))
            changed = True
    except BaseException:
        # a copy of what was not changed would be made again with each try
        if copy is not None and not changed:
            copy.unlink(missing_ok=True)
        raise


def _apply(connection: sqlite3.Connection, scripts: Sequence[str], version: int, last: int) -> None:
    """Lead the database from one version to another, within a transaction."""
    for script in scripts[version:last]:
        for statement in statements(script):
            connection.execute(statement)
    connection.execute(f"PRAGMA application_id = {APPLICATION_ID:d}")
    connection.execute(f"PRAGMA user_version = {last:d}")


@contextmanager
def _transaction(connection: sqlite3.Connection) -> Iterator[None]:
    connection.execute("BEGIN IMMEDIATE")
    try:
        yield
        connection.execute("COMMIT")
    except BaseException:
        if connection.in_transaction:
            connection.execute("ROLLBACK")
        raise


def _copy(path: Path, version: int) -> Path:
    """Copy the database as it was last written, by SQLite's own backup, which takes the write-ahead log along.

    The copy appears under its name only when it is whole.
    """
    stamp = datetime.now(UTC).strftime("%Y%m%dT%H%M%SZ")
    target = path.with_name(f"{path.name}.schema-{version}.{stamp}")
    partial = target.with_name(f"{target.name}.partial")
    try:
        with (
            closing(sqlite3.connect(f"{path.absolute().as_uri()}?mode=ro", uri=True)) as source,
            closing(sqlite3.connect(partial)) as copy,
        ):
            source.backup(copy)
            # one file that needs none beside it
            copy.execute("PRAGMA journal_mode = DELETE")
        shutil.copymode(path, partial)
        partial.replace(target)
    except OSError as error:
        raise NoStoreError(f"No copy of {path} could be made, and nothing was changed: {error.strerror}.") from error
    finally:
        with suppress(OSError):
            partial.unlink()
    return target


def _use_log(connection: sqlite3.Connection, busy_seconds: float) -> None:
    """Switch to the write-ahead log: for this lock SQLite does not wait by itself when two processes ask at once."""
    until = time.monotonic() + busy_seconds
    while True:
        try:
            connection.execute("PRAGMA journal_mode = WAL")
        except sqlite3.OperationalError as error:
            if not is_busy(error) or time.monotonic() >= until:
                raise
            time.sleep(_PAUSE)
        else:
            return
