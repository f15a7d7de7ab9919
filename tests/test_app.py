"""The house opens and closes; what goes wrong meanwhile keeps nothing alive."""

from pathlib import Path

import pytest

from bot.app import open_app
from bot.errors import DamagedStoreError, NoStoreError
from bot.models import SHARED
from bot.settings import Settings
from tests.support import program


async def test_it_opens_and_closes(tmp_path: Path) -> None:
    settings = Settings(database=tmp_path / "store.sqlite3")
    async with open_app(settings) as app:
        assert app.settings is settings
        assert await app.store.library.documents([SHARED]) == []
    with pytest.raises(NoStoreError, match="closed"):
        await app.store.version()


FAILING = """
import asyncio, sys, threading
from pathlib import Path
from bot.app import open_app
from bot.settings import Settings

async def main():
    async with open_app(Settings(database=Path(sys.argv[1]))) as app:
        if sys.argv[2] == "work":
            await app.worker.run(len, "four")
        if sys.argv[2] in {"raise", "work"}:
            raise LookupError("on purpose")
        if sys.argv[2] == "exit":
            sys.exit(3)
        if sys.argv[2] == "interrupt":
            raise KeyboardInterrupt
        print("opened")

try:
    asyncio.run(main())
finally:
    print("threads", sum(not each.daemon for each in threading.enumerate()), flush=True)
"""


@pytest.mark.parametrize(("how", "status"), [("go", 0), ("raise", 1), ("work", 1), ("exit", 3), ("interrupt", -2)])
async def test_however_it_ends_the_process_ends(tmp_path: Path, how: str, status: int) -> None:
    ended, out, err = await program(FAILING, tmp_path / "store.sqlite3", how, timeout=45)
    assert ended == status, err
    assert out.splitlines()[-1] == "threads 1"


async def test_a_store_that_cannot_be_opened_keeps_nothing_alive(tmp_path: Path) -> None:
    (tmp_path / "text.sqlite3").write_text("no database " * 1000)
    with pytest.raises(DamagedStoreError):
        async with open_app(Settings(database=tmp_path / "text.sqlite3")):
            pytest.fail("opened")
    for database in (tmp_path / "text.sqlite3", tmp_path):
        ended, out, err = await program(FAILING, database, "go", timeout=45)
        assert (ended, out.splitlines()) == (1, ["threads 1"])
        assert "StoreError" in err


async def test_the_worker_ends_with_a_parent_that_was_killed(tmp_path: Path) -> None:
    code = """
import asyncio, os, signal, sys
from bot.worker import Worker

async def main():
    async with Worker(memory=2_000_000_000, seconds=60) as worker:
        print(await worker.run(os.getpid), flush=True)
        os.kill(os.getpid(), signal.SIGKILL)

asyncio.run(main())
"""
    # standard output stays open until the last process that has it is gone
    ended, out, _ = await program(code, tmp_path, timeout=30)
    assert ended == -9
    assert int(out) > 0
