"""The n-th write fails, for n = 1, 2, 3 … until the work succeeds: nothing is ever half there.

The method is SQLite's own ("How SQLite Is Tested", 3.2 I/O error testing): after each failure the file is opened again
and looked at.
"""

import shutil
from collections.abc import Awaitable, Callable
from pathlib import Path

import pytest

from bot.errors import BusyError, NoStoreError
from bot.models import SHARED, Document, Original
from bot.models import Metadata as Known
from bot.store.preparation import Period
from bot.store.store import Store
from tests.support import ailments, invented, keep, mention, numbers, program

LAUNCH = "The boat was launched on 4 May 2011. It floats."
OLD = ("The first paragraph.", "A second one.", LAUNCH, "A last one.")
NEW = ("The first paragraph.", LAUNCH, "A new one.", "A last one!")
Work = Callable[[Store, Document], Awaitable[object]]


async def change(store: Store, document: Document) -> object:
    parsed = invented(*NEW, dates={1: [mention(LAUNCH, "4 May 2011", "2011-05-04")]})
    return await store.keeper.keep(
        parsed,
        path="new",
        collection=SHARED,
        period=Period(),
        ranking=[1, 0],
        document=document.id,
        corrections={"title": "By hand", "note": None},
    )


async def add(store: Store, _: Document) -> object:
    digest = Known(digest_of=Original("ab" * 32, "x", None, None))
    return await keep(store, invented(*NEW, file="new.txt", metadata=digest), collection="4711")


async def remove(store: Store, document: Document) -> object:
    await store.keeper.remove(document.id)
    return None


WORK: dict[str, Work] = {"change": change, "add": add, "remove": remove}


async def prepared(path: Path) -> None:
    async with await Store.open(path) as store:
        await keep(store, invented(*OLD, dates={2: [mention(LAUNCH, "4 May 2011", "2011-05-04")]}))
        await keep(store, invented("Another document.", file="another.txt"))


async def state(path: Path) -> list[tuple[str, dict[str, int]]]:
    """All that can be read, from a file that is opened anew and healthy."""
    async with await Store.open(path) as store:
        assert await ailments(store) == []
        documents = await store.library.documents([SHARED, "4711"])
        return [(each.reference, await numbers(store, each)) for each in documents]


async def attempt(path: Path, work: Work, nth: int) -> bool:
    """Do something and have it fail at its n-th step; whether it was done since it has fewer."""
    left = nth

    def fails() -> int:
        nonlocal left
        left -= 1
        return int(left == 0)

    async with await Store.open(path) as store:
        document = (await store.library.documents([SHARED]))[0]
        # SQLite asks every few steps of its machine whether to go on; where not, it undoes the statement
        await store._database._writer.set_progress_handler(fails, 40)
        try:
            await work(store, document)
        except BusyError:
            return False
        finally:
            await store._database._writer.set_progress_handler(None, 0)  # type: ignore[arg-type]  # None takes it away
        return True


@pytest.mark.parametrize("name", list(WORK))
async def test_each_step_fails_in_turn(tmp_path: Path, name: str) -> None:
    await prepared(tmp_path / "before.sqlite3")
    before = await state(tmp_path / "before.sqlite3")
    path = tmp_path / "store.sqlite3"
    for nth in range(1, 1_000):
        shutil.copy(tmp_path / "before.sqlite3", path)
        if await attempt(path, WORK[name], nth):
            break
        assert await state(path) == before, f"half there after a fault at step {nth}"
    assert nth > 5, "hardly anything was ever asked to fail"
    assert await state(path) != before


LIMITED = """
import asyncio, resource, sys
from pathlib import Path
from bot.errors import UserError
from bot.store.store import Store
from tests.faults.test_write_faults import WORK

async def main():
    limit = int(sys.argv[3])
    resource.setrlimit(resource.RLIMIT_FSIZE, (limit, limit))
    async with await Store.open(Path(sys.argv[1])) as store:
        document = (await store.library.documents(["shared"]))[0]
        await WORK[sys.argv[2]](store, document)

try:
    asyncio.run(main())
except UserError as error:
    print(type(error).__name__)
else:
    print("done")
"""


@pytest.mark.parametrize("name", list(WORK))
async def test_the_disk_refuses_at_any_length_of_a_file(tmp_path: Path, name: str) -> None:
    await prepared(tmp_path / "before.sqlite3")
    before = await state(tmp_path / "before.sqlite3")
    path = tmp_path / "store.sqlite3"
    limit, said = 2_000, ""
    while said != "done":
        for ending in ("", "-wal", "-shm"):
            path.with_name(path.name + ending).unlink(missing_ok=True)
        shutil.copy(tmp_path / "before.sqlite3", path)
        status, out, err = await program(LIMITED, path, name, str(limit))
        assert status == 0, err
        said = out.strip()
        assert said in {"done", NoStoreError.__name__}, err
        if said != "done":
            assert await state(path) == before, f"half there with files of at most {limit} bytes"
        limit = int(limit * 1.7)
        assert limit < 10_000_000
    assert await state(path) != before
