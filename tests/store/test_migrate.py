"""The schema: made once, brought up to date with a copy made before, never taken back."""

import asyncio
import hashlib
import os
import sqlite3
import stat
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

from bot.errors import BusyError, NewerStoreError, NoStoreError
from bot.store import migrate as module
from bot.store.migrate import APPLICATION_ID, migrate, migrations, statements
from tests.support import program

FIRST = "CREATE TABLE thing (x TEXT NOT NULL) STRICT;\nINSERT INTO thing VALUES ('one; two');\n"
SECOND = "-- more; of it\nALTER TABLE thing ADD COLUMN y TEXT;\n"
THIRD = "UPDATE thing SET y = x || '!';\n"


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "store #1.sqlite3"


def ask(path: Path, sql: str) -> list[Any]:
    with closing(sqlite3.connect(path)) as connection:
        return [row[0] if len(row) == 1 else tuple(row) for row in connection.execute(sql)]


def digest(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()


def beside(path: Path) -> list[str]:
    return sorted(each.name for each in path.parent.iterdir() if each != path)


def test_a_new_file_is_marked_as_ours_and_strict(path: Path) -> None:
    assert migrate(path) is None
    assert ask(path, "PRAGMA application_id") == [APPLICATION_ID]
    assert ask(path, "PRAGMA user_version") == [len(migrations())]
    assert ask(path, "PRAGMA journal_mode") == ["wal"]
    loose = "SELECT name FROM pragma_table_list WHERE schema = 'main' AND type = 'table' AND NOT strict"
    assert [name for name in ask(path, loose) if not name.startswith("sqlite_")] == []
    assert beside(path) == []


def test_an_empty_file_is_a_new_one(path: Path) -> None:
    path.touch()
    assert migrate(path) is None
    assert ask(path, "SELECT key FROM collection") == ["shared"]


def test_migrating_twice_changes_nothing(path: Path) -> None:
    migrate(path)
    before = digest(path)
    assert migrate(path) is None
    assert digest(path) == before


def test_an_older_file_is_copied_and_then_changed(path: Path) -> None:
    migrate(path, [FIRST])
    path.chmod(0o600)
    copy = migrate(path, [FIRST, SECOND, THIRD])
    assert ask(path, "SELECT * FROM thing") == [("one; two", "one; two!")]
    assert ask(path, "PRAGMA user_version") == [3]
    assert copy is not None
    assert beside(path) == [copy.name], "one copy for the whole upgrade, and nothing half made"
    assert ask(copy, "SELECT * FROM thing") == ["one; two"]
    assert ask(copy, "PRAGMA user_version") == [1]
    assert ask(copy, "PRAGMA integrity_check") == ["ok"]
    assert stat.S_IMODE(copy.stat().st_mode) == 0o600
    assert migrate(copy, [FIRST]) is None, "the copy opens with the older program"


def test_the_copy_has_what_still_lies_in_the_log(path: Path) -> None:
    migrate(path, [FIRST])
    with closing(sqlite3.connect(path, isolation_level=None)) as other:
        other.execute("INSERT INTO thing VALUES ('in the log')")
        assert path.with_name(f"{path.name}-wal").stat().st_size > 0
        copy = migrate(path, [FIRST, SECOND])
    assert copy is not None
    assert ask(copy, "SELECT x FROM thing") == ["one; two", "in the log"]


@pytest.mark.parametrize("broken", ["UPDATE thing SET y = 'half'; SELECT nothing FROM nowhere;", "DROP TABLE thing; X"])
def test_a_migration_that_fails_leaves_what_was(path: Path, broken: str) -> None:
    migrate(path, [FIRST, SECOND])
    with pytest.raises((sqlite3.OperationalError, ValueError)):
        migrate(path, [FIRST, SECOND, broken])
    assert ask(path, "PRAGMA user_version") == [2]
    assert ask(path, "SELECT * FROM thing") == [("one; two", None)]
    assert beside(path) == [], "each try would leave another copy of what is unchanged"


def test_those_before_the_one_that_fails_are_kept(path: Path) -> None:
    migrate(path, [FIRST])
    with pytest.raises(sqlite3.OperationalError):
        migrate(path, [FIRST, SECOND, "SELECT nothing FROM nowhere;"])
    assert ask(path, "PRAGMA user_version") == [2]
    migrate(path, [FIRST, SECOND, THIRD])
    assert ask(path, "SELECT y FROM thing") == ["one; two!"]


def test_a_new_file_is_made_whole_or_not_at_all(path: Path) -> None:
    with pytest.raises(sqlite3.OperationalError):
        migrate(path, [FIRST, SECOND, "SELECT nothing FROM nowhere;"])
    assert ask(path, "SELECT count(*) FROM sqlite_schema") == [0]


def test_a_newer_file_is_refused_and_left_alone(path: Path) -> None:
    migrate(path, [FIRST, SECOND, THIRD])
    before = digest(path)
    with pytest.raises(NewerStoreError, match="schema 3, this one knows 2"):
        migrate(path, [FIRST, SECOND])
    assert digest(path) == before
    assert beside(path) == []


def test_who_writes_is_waited_for_and_named(path: Path) -> None:
    migrate(path, [FIRST])
    with closing(sqlite3.connect(path, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        with pytest.raises(BusyError):
            migrate(path, [FIRST, SECOND], busy_seconds=0.1)
    assert ask(path, "PRAGMA user_version") == [1]
    assert beside(path) == []


def test_no_copy_no_change(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    migrate(path, [FIRST])
    # a folder in the place of the copy is a fault that even the superuser meets
    monkeypatch.setattr(module, "datetime", Noon)
    path.with_name(f"{path.name}.schema-1.noon.partial").mkdir()
    with pytest.raises(NoStoreError, match="cannot be opened"):
        migrate(path, [FIRST, SECOND])
    assert ask(path, "PRAGMA user_version") == [1]


class Noon:
    """A clock that stands still."""

    @classmethod
    def now(cls, _: object) -> "Noon":
        return cls()

    def strftime(self, _: str) -> str:
        return "noon"


RACE = """
import sys, time
from pathlib import Path
from bot.store.migrate import migrate

path, scripts = Path(sys.argv[1]), sys.argv[3:] or None
while not Path(sys.argv[2]).exists():
    time.sleep(0.001)
print(migrate(path, scripts))
"""


async def race(path: Path, *scripts: str) -> list[str]:
    """Have four processes migrate at the same moment; what each says."""
    flag = path.with_name("go")
    runs = [asyncio.create_task(program(RACE, path, flag, *scripts)) for _ in range(4)]
    await asyncio.sleep(1.5)
    flag.touch()
    said = []
    for run in runs:
        status, out, err = await run
        assert status == 0, err
        said.append(out.strip())
    flag.unlink()
    return said


async def test_processes_that_make_the_same_file_at_once(path: Path) -> None:
    assert await race(path) == ["None"] * 4
    assert ask(path, "PRAGMA integrity_check") == ["ok"]
    assert ask(path, "SELECT key FROM collection") == ["shared"]
    assert beside(path) == []


async def test_processes_that_upgrade_the_same_file_at_once(path: Path) -> None:
    migrate(path, [FIRST])
    said = await race(path, FIRST, SECOND, THIRD)
    copies = [each for each in said if each != "None"]
    assert sorted(Path(each).name for each in copies) == beside(path)
    assert len(copies) >= 1
    assert ask(Path(min(copies)), "SELECT * FROM thing") == ["one; two"]
    assert ask(path, "SELECT * FROM thing") == [("one; two", "one; two!")]


def test_statements_of_a_script() -> None:
    trigger = "CREATE TRIGGER t AFTER INSERT ON a BEGIN\n  DELETE FROM b; -- gone; all\n  DELETE FROM c;\nEND;"
    script = (
        f"-- a comment; with a semicolon\nCREATE TABLE a (x); CREATE TABLE b (y);\n\n/* more;\n of it */\n{trigger}\n"
        "INSERT INTO a VALUES ('it''s; here\n;'), (\"x;y\");\n-- the end; really\n"
    )
    found = list(statements(script))
    assert len(found) == 4
    assert found[0].endswith("CREATE TABLE a (x);")
    assert found[1] == "CREATE TABLE b (y);"
    assert found[2].endswith(trigger)
    assert found[3].endswith('("x;y");')
    assert list(statements("")) == []
    assert list(statements("-- nothing\n")) == []


@pytest.mark.parametrize(
    "script", ["CREATE TABLE a (x)", "SELECT 'open;", "CREATE TRIGGER t AFTER INSERT ON a BEGIN x;"]
)
def test_a_script_that_ends_too_early(script: str) -> None:
    with pytest.raises(ValueError, match="ends within a statement"):
        list(statements(script))


def test_shipped_migrations_are_whole() -> None:
    for script in migrations():
        assert list(statements(script))


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() != 0, reason="only the superuser can become another")
async def test_a_folder_that_may_not_be_written(tmp_path: Path) -> None:
    code = """
import os, sys
from pathlib import Path
from bot.errors import NoStoreError
from bot.store.migrate import migrate, migrations
scripts = migrations()
os.setgroups([]); os.setgid(65534); os.setuid(65534)
for path in map(Path, sys.argv[1:]):
    try:
        migrate(path, scripts)
    except NoStoreError as error:
        print(error)
"""
    migrate(tmp_path / "store.db")
    for folder in (tmp_path, *tmp_path.parents):
        if folder != Path(folder.anchor) and folder.owner() == "root" and "pytest" in folder.name:
            folder.chmod(0o755)
    status, out, err = await program(code, tmp_path / "store.db", tmp_path / "new.db", tmp_path / "folder" / "new.db")
    assert status == 0, err
    assert len(out.splitlines()) == 3
