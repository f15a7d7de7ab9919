"""A whole collection, exported and imported again: the same references and bytes, or a refusal with nothing done."""

import asyncio
import hashlib
import json
import random
import zipfile
from collections.abc import AsyncIterator, Callable, Iterator
from contextlib import asynccontextmanager, closing
from pathlib import Path
from typing import Any, Final

import pytest

from bot.answers.citing import cite
from bot.answers.quote import quote
from bot.answers.results import QuoteRequest
from bot.app import App
from bot.documents.formats.archive import Archive
from bot.documents.reader import READER_VERSION
from bot.errors import BadRequestError, DamagedStoreError
from bot.exports.collections import _Bundle, export
from bot.intake import Outcome
from bot.models import SHARED, Document, Kind
from bot.settings import Settings
from bot.store.store import Store
from bot.worker import Worker
from tests.documents.formats.papers import archive, column, docx, paragraph, pdf
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


@pytest.fixture(scope="module")
def worker() -> Iterator[Worker]:
    settings = Settings()
    made = Worker(memory=settings.worker_memory, seconds=settings.worker_seconds)
    yield made
    asyncio.run(made.close())


@asynccontextmanager
async def opened(path: Path, worker: Worker) -> AsyncIterator[App]:
    settings = Settings(database=path, max_file_size=200_000)
    async with await Store.open(path) as store:
        yield App(settings, store, worker)
        assert await ailments(store) == []


@pytest.fixture
async def app(tmp_path: Path, worker: Worker) -> AsyncIterator[App]:
    async with opened(tmp_path / "one.sqlite3", worker) as app:
        yield app


@pytest.fixture
async def other(tmp_path: Path, worker: Worker) -> AsyncIterator[App]:
    async with opened(tmp_path / "other.sqlite3", worker) as app:
        yield app


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


async def test_what_comes_back_is_what_went_out(app: App, other: App, tmp_path: Path) -> None:
    await fill(app, tmp_path / "in")
    made = await export(app.store, tmp_path / "one.zip")
    assert (made.documents, made.removed, made.size) == (4, 1, (tmp_path / "one.zip").stat().st_size)
    outcomes = await bring(other, tmp_path / "one.zip")
    assert [(each.reference, each.status) for each in outcomes] == [(f"D{n}", "new") for n in (1, 3, 4, 5)]
    assert await everything(other) == await everything(app)
    again = await export(other.store, tmp_path / "two.zip")
    assert again.sha256 == made.sha256
    assert (tmp_path / "two.zip").read_bytes() == (tmp_path / "one.zip").read_bytes()
    gone = await cite(other.store, "D1¶3")
    assert (gone.removed_at, gone.text) == ((await cite(app.store, "D1¶3")).removed_at, gone.text)
    assert "four millimetres" in str(gone.text)
    assert (await other.store.outgoing.overview(SHARED)).tables["aliases"][0]["shown"] == "Thomas Reyes"
    for text in ("northern pier", "fares", "tide keeper"):
        found = [await quote(each.store, QuoteRequest(text)) for each in (app, other)]
        assert found[0].passages
        assert [p.citation.reference for p in found[0].passages] == [p.citation.reference for p in found[1].passages]


async def test_numbers_go_on_where_they_ended(app: App, other: App, tmp_path: Path) -> None:
    await fill(app, tmp_path / "in")
    await export(app.store, tmp_path / "one.zip")
    await bring(other, tmp_path / "one.zip")
    (tmp_path / "signal.txt").write_text(SIGNAL)
    (tmp_path / "bridge.md").write_text(f"{BRIDGE}\nA new paragraph stands at the end of the text about the bridge.\n")
    for each in (app, other):
        assert (await bring(each, tmp_path / "signal.txt"))[0].reference == "D6"
        document = await only(each, 1)
        (outcome,) = await bring(each, tmp_path / "bridge.md")
        assert (outcome.reference, outcome.status) == ("D1", "changed")
        assert max(p.number for p in await each.store.library.paragraphs(document)) == 6
    # the edit by hand and the correction still hold
    assert (await only(other, 1)).metadata.title.value == "By <hand> 橋 \U0001f309"


async def test_importing_it_again_changes_nothing(app: App, tmp_path: Path) -> None:
    await fill(app, tmp_path / "in")
    await export(app.store, tmp_path / "one.zip")
    before = await app.store.version()
    outcomes = await bring(app, tmp_path / "one.zip")
    assert {each.status for each in outcomes} == {"unchanged"}
    await export(app.store, tmp_path / "two.zip")
    assert (tmp_path / "two.zip").read_bytes() == (tmp_path / "one.zip").read_bytes()
    assert await app.store.version() >= before


async def test_what_has_come_since_is_added(app: App, other: App, tmp_path: Path) -> None:
    await fill(app, tmp_path / "in")
    await export(app.store, tmp_path / "one.zip")
    await bring(other, tmp_path / "one.zip")
    (tmp_path / "signal.txt").write_text(SIGNAL)
    await bring(app, tmp_path / "signal.txt")
    await export(app.store, tmp_path / "two.zip")
    assert [each.status for each in await bring(other, tmp_path / "two.zip")] == ["unchanged"] * 4 + ["new"]
    assert await everything(other) == await everything(app)


async def test_numbers_that_are_taken_are_refused_and_nothing_is_half_done(
    app: App, other: App, tmp_path: Path
) -> None:
    await fill(app, tmp_path / "in")
    await export(app.store, tmp_path / "one.zip")
    (tmp_path / "signal.txt").write_text(SIGNAL)
    await bring(other, tmp_path / "signal.txt")
    before = await everything(other)
    (refused,) = await bring(other, tmp_path / "one.zip")
    assert refused.status == "refused"
    assert "D1 is taken here" in str(refused.why)
    assert await everything(other) == before
    (outcome,) = await bring(other, tmp_path / "in" / "m.docx")
    assert outcome.reference == "D2"


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


async def refusal(app: App, path: Path) -> str:
    """Why it is refused, nothing having been kept."""
    (outcome,) = await bring(app, path)
    assert outcome.status == "refused", outcome
    assert await app.store.outgoing.taken(SHARED) == {}
    return str(outcome.why)


async def test_every_damaged_member_is_named(app: App, other: App, tmp_path: Path) -> None:
    await fill(app, tmp_path / "in")
    await export(app.store, tmp_path / "one.zip")
    with zipfile.ZipFile(tmp_path / "one.zip") as made:
        names = made.namelist()
        summed = {each["name"]: each for each in json.loads(made.read("manifest.json"))["members"]}
        assert set(summed) == set(names) - {"manifest.json"}
        for name, each in summed.items():
            data = made.read(name)
            assert (each["bytes"], each["sha256"]) == (len(data), hashlib.sha256(data).hexdigest())
    for damaged in summed:
        path = repacked(tmp_path / "one.zip", lambda n, d, bad=damaged: d.replace(b"e", b"x", 1) if n == bad else d)  # type: ignore[misc]  # the name is bound at once
        assert f"{damaged} does not fit its SHA-256" in await refusal(other, path)
        path = repacked(tmp_path / "one.zip", lambda n, d, bad=damaged: None if n == bad else d)  # type: ignore[misc]  # likewise
        assert f"{damaged} is missing" in await refusal(other, path)
    path = repacked(tmp_path / "one.zip", lambda _, data: data, more={"texts/extra.txt": b"Slipped in."})
    assert "does not name texts/extra.txt" in await refusal(other, path)
    path = repacked(tmp_path / "one.zip", lambda n, d: d[:-20] if n == "manifest.json" else d)
    assert "manifest.json cannot be read" in await refusal(other, path)
    broken = bytearray((tmp_path / "one.zip").read_bytes())
    at = broken.index(b"records/D3.json") + 40
    broken[at : at + 8] = bytes(8)
    (tmp_path / "broken.zip").write_bytes(bytes(broken))
    assert "records/D3.json cannot be unpacked" in await refusal(other, tmp_path / "broken.zip")


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


LIES: Final[dict[str, Callable[[Any], None]]] = {
    "has a wrong kind": lambda r: r["paragraphs"][0].update(kind="poem"),
    "has a wrong start": lambda r: r["paragraphs"][0].update(start=-1),
    "has a wrong number": lambda r: r["paragraphs"][0].update(number=True),
    "gives a paragraph's number twice": lambda r: r["paragraphs"][0].update(number=2),
    "has numbers that are not given": lambda r: r["document"].update(next_paragraph=2),
    "does not fit its text at": lambda r: r["paragraphs"][1].update(start=r["paragraphs"][1]["start"] + 1),
    "does not cover its text": lambda r: r["paragraphs"].pop(),
    "does not fit the last wording": lambda r: r["tombstones"][0].update(text="Never said."),
    "is that of another document": lambda r: r["document"].update(number=77),
    "has a wrong published": lambda r: r["document"].update(published="soon"),
    "has a wrong anchor_date": lambda r: r["document"].update(anchor_date="2021"),
    "has a wrong title": lambda r: r["document"].update(title=["a"]),
    "has a wrong title_basis": lambda r: r["document"].update(title_basis="rumour"),
    "has a wrong field in corrections": lambda r: r["corrections"][0].update(field="id"),
    "has corrections twice": lambda r: r["corrections"].append(dict(r["corrections"][0])),
    "has a wrong removed_at": lambda r: r["tombstones"][0].update(removed_at="long ago"),
    "has other columns": lambda r: r["document"].update(path="/somewhere"),
    "has other parts": lambda r: r.pop("kinds"),
    "corrects what is not there": lambda r: r["kinds"].append(
        {"number": 99, "kind": "body", "made_at": "2021-05-04T00:00:00+00:00"}
    ),
}


async def test_a_record_that_lies_is_refused(app: App, other: App, tmp_path: Path) -> None:
    await fill(app, tmp_path / "in")
    await export(app.store, tmp_path / "one.zip")
    for why, lie in LIES.items():
        assert f"records/D1.json {why}" in await refusal(other, changed(tmp_path / "one.zip", 1, lie)), why


async def test_names_are_not_mixed(app: App, other: App, tmp_path: Path) -> None:
    await fill(app, tmp_path / "in")
    await export(app.store, tmp_path / "one.zip")

    def circle(name: str, data: bytes) -> bytes:
        return data.replace(b'"Thomas Reyes"', b'"Tom Reyes"') if name == "manifest.json" else data

    assert "has aliases of aliases" in await refusal(other, repacked(tmp_path / "one.zip", circle))
    await bring(other, tmp_path / "in" / "m.docx")
    await other.store.aliases.rename("Tom Reyes", "T. Reyes")
    (outcome,) = await bring(other, tmp_path / "one.zip")
    assert "There are aliases here that it does not have" in str(outcome.why)


async def test_a_newer_form_and_another_kind_of_collection_are_refused(app: App, other: App, tmp_path: Path) -> None:
    await fill(app, tmp_path / "in")
    await export(app.store, tmp_path / "one.zip")

    def newer(name: str, data: bytes) -> bytes:
        return data.replace(b'"version": 1', b'"version": 2') if name == "manifest.json" else data

    assert "newer version (form 2, this one knows 1)" in await refusal(other, repacked(tmp_path / "one.zip", newer))
    (outcome,) = await other.intake.add([tmp_path / "one.zip"], collection="77")
    assert "another kind of collection" in str(outcome.why)


async def test_a_servers_own_collection(app: App, other: App, tmp_path: Path) -> None:
    (tmp_path / "signal.txt").write_text(SIGNAL)
    await app.intake.add([tmp_path / "signal.txt"], collection="77")
    await export(app.store, tmp_path / "one.zip", collection="77")
    (outcome,) = await other.intake.add([tmp_path / "one.zip"], collection="77")
    assert (outcome.reference, outcome.status) == ("S1", "new")
    await export(other.store, tmp_path / "two.zip", collection="77")
    assert (tmp_path / "two.zip").read_bytes() == (tmp_path / "one.zip").read_bytes()


async def test_an_archive_with_a_manifest_of_something_else_is_an_archive_of_documents(
    app: App, tmp_path: Path
) -> None:
    for manifest in (b'{"format": "another"}', b"[]", b"no JSON", b"[" * 100_000):
        (tmp_path / "a.zip").write_bytes(archive({"manifest.json": manifest, "signal.txt": SIGNAL}))
        assert [each.file for each in await bring(app, tmp_path / "a.zip")] == ["signal.txt"]


async def test_among_other_files_it_keeps_its_place(app: App, other: App, tmp_path: Path) -> None:
    (tmp_path / "signal.txt").write_text(SIGNAL)
    await bring(app, tmp_path / "signal.txt")
    await export(app.store, tmp_path / "one.zip")
    (tmp_path / "bridge.md").write_text(BRIDGE)
    outcomes = await other.intake.add([tmp_path / "one.zip", tmp_path / "bridge.md"])
    assert [(each.file, each.reference) for each in outcomes] == [("signal.txt", "D1"), ("bridge.md", "D2")]


async def test_what_another_version_has_exported_is_derived_anew(
    app: App, other: App, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    await fill(app, tmp_path / "in")
    await export(app.store, tmp_path / "one.zip")
    monkeypatch.setattr("bot.intake.restoring.READER_VERSION", READER_VERSION + 1)
    assert {each.status for each in await bring(other, tmp_path / "one.zip")} == {"new"}
    for each in await app.store.library.documents([SHARED]):
        mine = await app.store.library.paragraphs(each)
        theirs = await other.store.library.paragraphs(await only(other, each.number))
        assert [(p.number, p.text, p.basis) for p in mine] == [(p.number, p.text, p.basis) for p in theirs]
        assert (await only(other, each.number)).metadata == each.metadata


async def test_a_file_that_cannot_be_written_leaves_nothing_behind(app: App, tmp_path: Path) -> None:
    with pytest.raises(BadRequestError, match="no documents to export"):
        await export(app.store, tmp_path / "one.zip")
    (tmp_path / "signal.txt").write_text(SIGNAL)
    await bring(app, tmp_path / "signal.txt")
    (tmp_path / "folder.zip").mkdir()
    for name, why in (("one.txt", "zip file"), ("nowhere/one.zip", "no folder"), ("folder.zip", "is a folder")):
        with pytest.raises(BadRequestError, match=why):
            await export(app.store, tmp_path / name)
    assert leftovers(tmp_path) == []


async def test_a_damaged_text_is_not_exported_and_the_older_export_stays(tmp_path: Path, worker: Worker) -> None:
    import sqlite3  # noqa: PLC0415 - the only way to damage a file as a disk would

    settings = Settings(database=tmp_path / "one.sqlite3")
    (tmp_path / "signal.txt").write_text(SIGNAL)
    async with await Store.open(settings.database) as store:
        app = App(settings, store, worker)
        await bring(app, tmp_path / "signal.txt")
        await export(store, tmp_path / "one.zip")
        before = (tmp_path / "one.zip").read_bytes()
        connection = sqlite3.connect(settings.database)
        connection.execute("UPDATE source SET text = replace(text, 'signal', 'siegel')")
        connection.commit()
        connection.close()
        with pytest.raises(DamagedStoreError, match="does not fit its checksum"):
            await export(store, tmp_path / "one.zip")
    assert (tmp_path / "one.zip").read_bytes() == before
    assert leftovers(tmp_path) == []


def test_a_text_that_packs_too_well_is_stored_so_that_it_can_be_read_again(tmp_path: Path) -> None:
    texts = {"regular.txt": b"tide " * 600_000, "other.txt": b"tide"}
    with (tmp_path / "one.zip").open("wb") as opened, closing(_Bundle(opened)) as made:
        for name, data in texts.items():
            made.add(name, data)
    with (tmp_path / "one.zip").open("rb") as packed:
        read = Archive(packed, "one.zip")
        assert {name: read.read(name) for name in texts} == texts


async def _lived(app: App, folder: Path, chance: random.Random) -> None:
    """A collection that somebody has worked with: imports, changes, edits, corrections, removals."""
    await asyncio.to_thread(folder.mkdir)
    for _ in range(14):
        living = await app.store.library.documents([SHARED])
        what = chance.random()
        if what < 0.5 or not living:
            lines = [
                " ".join(chance.choices(WORDS, k=chance.randint(3, 25))) + "." for _ in range(chance.randint(1, 6))
            ]
            path = folder / f"{chance.choice('abcdefg')}{chance.choice(['.txt', '.md', ' é:|.txt'])}"
            path.write_text("\n\n".join(lines + chance.sample(lines, 1)) + "\n")
            await bring(app, path)
            continue
        document = chance.choice(living)
        if what < 0.6:
            await app.intake.remove(document)
        elif what < 0.8:
            field = chance.choice(["title", "publisher", "author", "note", "published"])
            value = (
                chance.choice(["1998-05", "2001", ""]) if field == "published" else f"ש\u202e \\{chance.random()} 😀"
            )
            await app.intake.edit(document, {field: " ".join(value.split())})
        else:
            each = chance.choice(await app.store.library.paragraphs(document))
            await app.intake.correct(document, each.number, chance.choice([*Kind, None]))


@pytest.mark.parametrize("seed", range(24))
async def test_any_collection_comes_back_byte_for_byte(app: App, other: App, tmp_path: Path, seed: int) -> None:
    await _lived(app, tmp_path / "in", random.Random(seed))  # noqa: S311 - repeatable chance
    made = await export(app.store, tmp_path / "one.zip")
    assert {each.status for each in await bring(other, tmp_path / "one.zip")} == {"new"}
    assert (await export(other.store, tmp_path / "two.zip")).sha256 == made.sha256
    assert await everything(other) == await everything(app)
