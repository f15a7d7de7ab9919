"""Invented collections to export, two stores, and what an asker can see of one."""

import asyncio
import hashlib
import json
import zipfile
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any, Final

from bot.app import App
from bot.intake import Outcome
from bot.models import SHARED, Document, Kind
from bot.settings import Settings
from bot.store.store import Store
from bot.worker import Worker
from tests.documents.formats.papers import column, docx, paragraph, pdf
from tests.support import ailments

BRIDGE: Final = """# The bridge at Harrowmere

The old bridge at Harrowmere was closed on Tuesday after a crack was found in its northern pier.

Engineers of the county measured the crack twice and found that it had grown by four millimetres in a month.

A ferry will carry passengers until the pier has been mended on 3 May 2021, which the county expects.
"""
SIGNAL: Final = """The signal box at Lower Tarn was built by a company that went bankrupt before the first train.

Its levers were painted red, blue and black, and each of them moved a wire that was up to a mile long.
"""
WORDS: Final = "ferry bridge county toll pier keeper lamp tern crossing winter ledger harbour wick tide gull".split()


FARES: Final = "The board met on Friday and agreed on all of the new fares. “They are fair,” said Tom Reyes on Friday."
PAGES: Final = (
    "The tide came in at four in the morning and took the keeper's boat along.",
    "Nobody on the island had heard the bell, and the lamp burned until noon.",
)


@asynccontextmanager
async def opened(path: Path, worker: Worker) -> AsyncIterator[App]:
    settings = Settings(database=path, max_file_size=200_000)
    async with await Store.open(path) as store:
        yield App(settings, store, worker)
        assert await ailments(store) == []


async def only(app: App, number: int) -> Document:
    found = await app.store.library.document(SHARED, number)
    assert found is not None
    return found


async def fill(app: App, folder: Path) -> None:
    """D1 a text that was changed, corrected and edited; D2 removed; D3 a PDF, D4 a page, D5 Word."""
    await asyncio.to_thread(folder.mkdir)
    (folder / "bridge.md").write_text(BRIDGE)
    (folder / "gone.txt").write_text("A text that will be taken away, and that nobody can read afterwards.\n")
    (folder / "tide.pdf").write_bytes(pdf([column([line]) for line in PAGES]))
    (folder / "page.html").write_text(f"<html><head><title>Page</title></head><body><article><p>{SIGNAL}</p></article>")
    (folder / "m.docx").write_bytes(docx(paragraph(FARES)))
    names = ("bridge.md", "gone.txt", "tide.pdf", "page.html", "m.docx")
    outcomes = await app.intake.add([folder / name for name in names])
    assert [each.why for each in outcomes] == [None] * 5
    await app.intake.remove(await only(app, 2))
    kept = (
        "Engineers of the county measured the crack twice and found that it had grown by four millimetres in a month."
    )
    (folder / "bridge.md").write_text(BRIDGE.replace(kept, "Nobody has measured the crack, says the county."))
    assert [each.status for each in await app.intake.add([folder / "bridge.md"])] == ["changed"]
    await app.intake.edit(await only(app, 1), {"title": "By <hand> 橋 \U0001f309", "published": "2021-05"})
    await app.intake.correct(await only(app, 4), 1, Kind.APPENDED)
    await app.store.aliases.rename("Tom Reyes", "Thomas Reyes")


async def bring(app: App, path: Path) -> list[Outcome]:
    return await app.intake.add([path])


def leftovers(folder: Path) -> list[Path]:
    return list(folder.glob(".*"))


async def everything(app: App) -> list[Any]:
    """All that an asker can see of a collection."""
    seen: list[Any] = []
    for each in await app.store.library.documents([SHARED]):
        marks = await app.store.library.marks(each)
        paragraphs = await app.store.library.paragraphs(each)
        seen.append((each.number, each.metadata, each.sha256, each.format, each.paragraphs, each.retired_by))
        seen += [(p.number, p.kind, p.reason, p.confidence, p.basis, p.span, p.text, p.page) for p in paragraphs]
        seen += [(marks.sentences.get(p.id), marks.dates.get(p.id)) for p in paragraphs]
    return seen


def repacked(path: Path, change: Callable[[str, bytes], bytes | None], *, more: dict[str, bytes] | None = None) -> Path:
    """The archive with other bytes in some of its members, or without them."""
    target = path.with_name("changed.zip")
    with zipfile.ZipFile(path) as old, zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            if (data := change(name, old.read(name))) is not None:
                new.writestr(name, data)
        for name, data in (more or {}).items():
            new.writestr(name, data)
    return target


def changed(path: Path, number: int, change: Callable[[Any], None]) -> Path:
    """The archive with another record of a document, whose sums fit again: somebody has written it by hand."""
    name = f"records/D{number}.json"

    def record(data: bytes) -> bytes:
        found = json.loads(data)
        change(found)
        return json.dumps(found).encode()

    with zipfile.ZipFile(path) as old:
        data = record(old.read(name))
        manifest = json.loads(old.read("manifest.json"))
    for each in manifest["members"]:
        if each["name"] == name:
            each["sha256"], each["bytes"] = hashlib.sha256(data).hexdigest(), len(data)
    new = {name: data, "manifest.json": json.dumps(manifest).encode()}
    return repacked(path, new.get)
