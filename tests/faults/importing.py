"""An import in a process of its own, for tests that kill it, and the documents that it imports."""

import asyncio
import random
import sys
from pathlib import Path
from typing import Final

from bot.app import open_app
from bot.models import SHARED
from bot.settings import Settings
from bot.store.preparation import Period
from bot.store.store import Store
from tests.support import invented

COUNT: Final = 30
_LARGE: Final = 11
_WORDS: Final = (
    "harbour mill bridge signal diary council ferry crack winter engine ledger orchard valley frost tower letter "
    "lantern quarry parish market canal"
).split()


def texts(place: int, version: int = 1) -> list[str]:
    """The paragraphs of a document; a later version drops some and adds some."""
    chance = random.Random(place)  # noqa: S311 - the same texts in every run, no secret
    length = 900 if place == _LARGE else chance.randint(3, 12)
    every = [
        " ".join(chance.choices(_WORDS, k=chance.randint(5, 30))).capitalize() + f" {place}.{number}."
        for number in range(length)
    ]
    return every if version == 1 else [*every[::2], f"Added in version {version}."]


async def bring(store: Store, version: int = 1) -> None:
    """Keep all documents, those that are there as a new version."""
    known = {each.file: each.id for each in await store.library.documents([SHARED])}
    for place in range(COUNT):
        parsed = invented(*texts(place, version), file=f"{place}.txt")
        await store.keeper.keep(
            parsed,
            path=parsed.file,
            collection=SHARED,
            period=Period(),
            ranking=range(2),
            document=known.get(parsed.file),
        )


def write(folder: Path) -> None:
    """The same documents as files."""
    folder.mkdir()
    for place in range(COUNT):
        (folder / f"{place}.txt").write_text("\n\n".join(texts(place)), encoding="utf-8")


async def _main(path: Path, what: str) -> None:
    async with open_app(Settings(database=path)) as app:
        print("opened", flush=True)  # noqa: T201 - tells the test when to begin counting
        if what.isdigit():
            await bring(app.store, int(what))
        else:
            await app.intake.add([Path(what)], progress=lambda _: print(flush=True))  # noqa: T201 - likewise


if __name__ == "__main__":
    asyncio.run(_main(Path(sys.argv[1]), sys.argv[2]))
