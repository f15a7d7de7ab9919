"""A process that is killed while it imports leaves whole documents and a store that opens."""

import asyncio
import random
import sys
import time
from pathlib import Path

import pytest

from bot.app import open_app
from bot.models import SHARED
from bot.settings import Settings
from bot.store.store import Store
from tests.faults.importing import COUNT, bring, texts, write
from tests.support import ROOT, ailments

_TURNS = 6
_CHANCE = random.Random(7)  # noqa: S311 - the same moments in every run, no secret


async def run(
    path: Path, what: str, *, opening: float | None = None, lines: int = 1, importing: float | None = None
) -> list[float]:
    """Import in another process.

    Args:
        path: The database.
        what: A folder of files, or the version of the invented documents.
        opening: Kill it so many seconds after its start.
        lines: The line of its output from which on to count: the first tells that the database is open.
        importing: Kill it so many seconds after that line.

    Returns:
        The seconds until that line, and from then on to the end.
    """
    started = time.monotonic()
    process = await asyncio.create_subprocess_exec(
        sys.executable, "-m", "tests.faults.importing", path, what, cwd=ROOT, stdout=asyncio.subprocess.PIPE
    )
    assert process.stdout is not None
    if opening is None:
        for _ in range(lines):
            await process.stdout.readline()
    else:
        await asyncio.sleep(opening)
    opened = time.monotonic()
    if importing is not None:
        await asyncio.sleep(importing)
    if process.returncode is None and (opening is not None or importing is not None):
        process.kill()
    # the worker has standard output too: this waits until it is gone as well
    await process.communicate()
    assert process.returncode in {0, -9}
    return [opened - started, time.monotonic() - opened]


async def content(store: Store) -> dict[str, list[str]]:
    """The paragraphs of all documents by file, of a store that is healthy."""
    assert await ailments(store) == []
    documents = await store.library.documents([SHARED])
    found = {each.file: [part.text for part in await store.library.paragraphs(each)] for each in documents}
    assert len({each.number for each in documents}) == len(documents) == len(found)
    return found


@pytest.mark.slow
async def test_killed_while_importing_files(tmp_path: Path) -> None:
    write(tmp_path / "files")
    folder = str(tmp_path / "files")
    opening, _ = await run(tmp_path / "whole.sqlite3", folder)
    async with await Store.open(tmp_path / "whole.sqlite3") as store:
        whole = await content(store)
    assert len(whole) == COUNT
    left = set()
    for turn in range(_TURNS):
        path = tmp_path / f"{turn}.sqlite3"
        if turn == 0:
            await run(path, folder, opening=opening * 0.95)
        else:
            await run(path, folder, lines=1 + turn * COUNT // _TURNS, importing=_CHANCE.uniform(0.0, 0.05))
        async with open_app(Settings(database=path)) as app:
            found = await content(app.store)
            assert found == {name: paragraphs for name, paragraphs in whole.items() if name in found}
            left.add(len(found))
            outcomes = await app.intake.add([Path(folder)])
            assert [each.status for each in outcomes].count("unchanged") == len(found)
            assert await content(app.store) == whole
    assert len(left) > 3, f"the moments were all alike: {left}"


@pytest.mark.slow
async def test_killed_while_keeping_new_versions(tmp_path: Path) -> None:
    path = tmp_path / "store.sqlite3"
    await run(path, "1")
    importing = (await run(path, "2"))[1]
    versions = [{f"{place}.txt": texts(place, version) for place in range(COUNT)} for version in (1, 2)]
    mixed = 0
    for turn in range(20):
        await run(path, str(1 + turn % 2), importing=importing * turn / 20 * _CHANCE.uniform(0.9, 1.1))
        async with await Store.open(path) as store:
            found = await content(store)
        assert len(found) == COUNT
        assert all(paragraphs in [each[name] for each in versions] for name, paragraphs in found.items())
        mixed += found not in versions
    assert mixed > 2, "it was never killed in the middle"
    async with await Store.open(path) as store:
        await bring(store, 2)
        assert await content(store) == versions[1]
