"""Exports that are damaged, lie, or do not fit: refused, with nothing done."""

import hashlib
import json
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any, Final

from bot.app import App
from bot.exports.collections import export
from bot.models import SHARED
from tests.exports.collections import (
    SIGNAL,
    bring,
    changed,
    everything,
    fill,
    repacked,
)


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
    "has a wrong successor": lambda r: r["tombstones"][0].update(successor="D1"),
    "has nothing that could come after": lambda r: r["tombstones"][0].update(successor=99),
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
        return data.replace(b'"version": 2', b'"version": 3') if name == "manifest.json" else data

    assert "newer version (form 3, this one knows 2)" in await refusal(other, repacked(tmp_path / "one.zip", newer))
    (outcome,) = await other.intake.add([tmp_path / "one.zip"], collection="77")
    assert "another kind of collection" in str(outcome.why)
