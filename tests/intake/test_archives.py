"""Zip archives: their documents are imported like those of a folder, and what is wrong is refused one by one."""

import os
import zipfile
from pathlib import Path
from typing import Final

from bot.app import App
from bot.intake import Outcome
from bot.intake.archives import listed
from bot.models import SHARED, Basis, Fact
from tests.documents.formats.papers import Packed, archive, column, docx, locked, paragraph, pdf

BRIDGE: Final = "The old bridge at Harrowmere was closed on Tuesday after a crack was found in its northern pier.\n"
SIGNAL: Final = "The signal box at Lower Tarn was built by a company that went bankrupt before the first train.\n"
ROWS: Final = ["The tide came in at four in the morning and took the keeper's boat along."]


async def add(app: App, folder: Path, data: bytes, *, name: str = "papers.zip") -> list[Outcome]:
    (folder / name).write_bytes(data)
    return await app.intake.add([folder / name])


def told(outcomes: list[Outcome]) -> list[tuple[str, str]]:
    return [(each.file, each.status) for each in outcomes]


def why(outcomes: list[Outcome]) -> str:
    (refused,) = [each.why for each in outcomes if each.why is not None]
    return refused


async def test_members_become_documents_under_their_last_name(app: App, folder: Path) -> None:
    data = archive(
        {
            "b/bridge.txt": BRIDGE,
            "a/tide.pdf": pdf([column(ROWS)]),
            "a/minutes.docx": docx(paragraph("The board met on Friday and agreed on all of the new fares.")),
            "empty/": "",
            "picture.png": b"\x89PNG",
            ".hidden/x.txt": BRIDGE,
            "__MACOSX/._bridge.txt": b"\x00",
        }
    )
    assert told(await add(app, folder, data)) == [("minutes.docx", "new"), ("tide.pdf", "new"), ("bridge.txt", "new")]
    assert os.listdir(folder) == ["papers.zip"], "nothing is unpacked"  # noqa: PTH208 - does not block for long
    document = await app.store.library.document(SHARED, 3)
    assert document is not None
    assert await app.store.library.source(document) == BRIDGE


async def test_importing_an_archive_again_changes_nothing(app: App, folder: Path) -> None:
    data = archive({"bridge.txt": BRIDGE, "in/signal.txt": SIGNAL})
    await add(app, folder, data)
    before = await app.store.version()
    assert [each.status for each in await add(app, folder, data)] == ["unchanged"] * 2
    assert await app.store.version() == before
    changed = archive({"bridge.txt": BRIDGE + "\nA ferry will carry passengers until then.\n", "in/signal.txt": SIGNAL})
    assert [(each.status, each.document) for each in await add(app, folder, changed)] == [
        ("changed", 1),
        ("unchanged", 2),
    ]


async def test_an_archive_in_a_folder_is_opened(app: App, folder: Path) -> None:
    (folder / "papers.zip").write_bytes(archive({"signal.txt": SIGNAL}))
    (folder / "bridge.txt").write_text(BRIDGE)
    assert told(await app.intake.add([folder])) == [("bridge.txt", "new"), ("signal.txt", "new")]


async def test_catalogues_within_and_beside(app: App, folder: Path) -> None:
    entry = '[[document]]\nfile = "{}"\ntitle = "{}"\n'
    (folder / "catalogue.toml").write_text(entry.format("bridge.txt", "Beside") + entry.format("signal.txt", "Beside"))
    data = archive(
        {"catalogue.toml": entry.format("bridge.txt", "Within"), "in/bridge.txt": BRIDGE, "signal.txt": SIGNAL}
    )
    outcomes = await add(app, folder, data)
    assert {each.file: each.title for each in outcomes} == {"bridge.txt": "Within", "signal.txt": "Beside"}
    document = await app.store.library.document(SHARED, 1)
    assert document is not None
    assert document.metadata.title == Fact("Within", Basis.CURATOR)


WRONG: Final[dict[str, tuple[str | bytes | Packed, str]]] = {
    "../out.txt": (BRIDGE, "leads out of the archive"),
    "/etc/out.txt": (BRIDGE, "leads out of the archive"),
    "in/../../out.sh": ("echo", "leads out of the archive"),
    "..\\back.txt": (BRIDGE, "leads out of the archive"),
    "C:\\drive.txt": (BRIDGE, "leads out of the archive"),
    "link.txt": (Packed(b"/etc/hostname", mode=0o120777), "is a link"),
    "pipe.txt": (Packed(b"", mode=0o010644), "is a link"),
    "inner.zip": (archive({"a.txt": BRIDGE}), "archive within an archive"),
    "odd.txt": (Packed(BRIDGE.encode(), method=zipfile.ZIP_LZMA), "method that is not read"),
    "large.txt": (BRIDGE.encode() * 3_000, "larger than 0.2 MB"),
    "empty.txt": ("", "is empty"),
    "scan.pdf": (pdf([[]]), "has no text layer"),
    "old.doc": (b"\xd0\xcf", "not read"),
}


async def test_what_is_wrong_is_refused_one_by_one(app: App, folder: Path) -> None:
    wrong = {name: content for name, (content, _) in WRONG.items()}
    outcomes = await add(app, folder, archive({"bridge.txt": BRIDGE, **wrong, "signal.txt": SIGNAL}))
    assert [each.file for each in outcomes if each.status == "new"] == ["bridge.txt", "signal.txt"]
    reasons = [str(each.why) for each in outcomes if each.status == "refused"]
    assert len(reasons) == len(WRONG)
    for name, (_, reason) in WRONG.items():
        assert any(reason in why and name in why for why in reasons), name
    assert not (folder.parent / "out.txt").exists()


def test_too_much_in_all_is_refused_from_there_on(folder: Path) -> None:
    (folder / "papers.zip").write_bytes(archive({f"{at:02}.txt": BRIDGE * 10 for at in range(12)}))
    members = listed(str(folder / "papers.zip"), "papers.zip", len(BRIDGE) * 10).members
    assert [member.why is None for member in members] == [True] * 10 + [False] * 2
    assert "unpacks to more than" in str(members[-1].why)


async def test_encrypted_members_are_refused(app: App, folder: Path) -> None:
    assert "is encrypted" in why(await add(app, folder, locked(archive({"bridge.txt": BRIDGE}))))


async def test_damage_is_told(app: App, folder: Path) -> None:
    data = archive({"bridge.txt": BRIDGE * 40, "signal.txt": SIGNAL})
    broken = bytearray(data)
    at = data.index(b"bridge.txt") + len("bridge.txt") + 8
    broken[at : at + 12] = bytes(12)
    outcomes = await add(app, folder, bytes(broken))
    assert told(outcomes) == [("bridge.txt", "refused"), ("signal.txt", "new")]
    assert "is damaged" in why(outcomes)
    assert "no zip archive" in why(await add(app, folder, b"Some text.", name="b.zip"))
    assert "no zip archive" in why(await add(app, folder, data[:-60], name="c.zip"))
    empty = why(await add(app, folder, archive({"a.png": b"x"}), name="d.zip"))
    assert "holds no document" in empty
    assert ".docx" in empty
    assert ".doc," not in empty
    assert "more than 2,000 members" in why(
        await add(app, folder, archive({f"{at}.txt": "" for at in range(2_001)}), name="e.zip")
    )


async def test_a_name_that_stands_twice_is_refused(app: App, folder: Path) -> None:
    data = archive({"bridge.txt": BRIDGE, "brxdge.txt": SIGNAL}).replace(b"brxdge", b"bridge")
    outcomes = await add(app, folder, data)
    assert [each.status for each in outcomes] == ["refused"] * 2
    assert all("more than once" in str(each.why) for each in outcomes)


async def test_an_archive_that_is_a_link_out_of_the_folder_is_refused(app: App, folder: Path, tmp_path: Path) -> None:
    (tmp_path / "secret.zip").write_bytes(archive({"bridge.txt": BRIDGE}))
    (folder / "papers.zip").symlink_to(tmp_path / "secret.zip")
    assert "leads out of its folder" in why(await app.intake.add([folder]))


async def test_an_edit_of_a_member_holds(app: App, folder: Path) -> None:
    data = archive({"in/bridge.txt": BRIDGE})
    await add(app, folder, data)
    document = await app.store.library.document(SHARED, 1)
    assert document is not None
    edited = await app.intake.edit(document, {"title": "By hand"})
    assert edited.metadata.title == Fact("By hand", Basis.CURATOR)
    assert [each.title for each in await add(app, folder, data)] == ["By hand"]
