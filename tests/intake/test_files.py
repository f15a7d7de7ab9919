"""Which files are taken, in which order, and why others are refused."""

import os
from pathlib import Path

import pytest

from bot.errors import BadDocumentError
from bot.intake.files import File, gathered, load


def wrote(folder: Path, *names: str) -> None:
    for name in names:
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text("Some text.")


def taken(folder: Path, *paths: Path) -> list[str]:
    return [file.path.relative_to(folder).as_posix() for file in gathered(paths)]


def why(path: Path, root: Path | None = None, limit: int = 1_000_000) -> str:
    with pytest.raises(BadDocumentError) as caught:
        load(File(path, root), limit)
    return caught.value.message


def test_files_in_the_order_given_and_folders_by_name(tmp_path: Path) -> None:
    wrote(tmp_path, "b.txt", "A.txt", "c/b.md", "c/A.html", "c/d/e.TXT", "z.htm", "notes.log", "catalogue.toml")
    assert taken(tmp_path, tmp_path / "z.htm", tmp_path) == [
        "z.htm",
        "A.txt",
        "b.txt",
        "c/A.html",
        "c/b.md",
        "c/d/e.TXT",
    ]
    assert taken(tmp_path, tmp_path / "notes.log") == ["notes.log"], "what is named is taken"


def test_each_file_once_however_it_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    wrote(tmp_path, "a/b.txt")
    monkeypatch.chdir(tmp_path / "a")
    paths = [
        Path("b.txt"),
        Path("../a/b.txt"),
        tmp_path / "a" / "b.txt",
        Path(),
        Path(".."),
        tmp_path / "a" / ".." / "a",
    ]
    assert taken(tmp_path, *paths) == ["a/b.txt"]


def test_documents_that_are_not_read_are_not_passed_over(tmp_path: Path) -> None:
    wrote(tmp_path, "a.pdf", "b.docx", "c.epub", "d.png")
    assert taken(tmp_path, tmp_path) == ["a.pdf", "b.docx", "c.epub"]


def test_hidden_files_and_folders_are_left_out(tmp_path: Path) -> None:
    wrote(tmp_path, ".a.txt", ".git/b.txt", "c/.d/e.txt", "f.txt")
    assert taken(tmp_path, tmp_path) == ["f.txt"]
    assert taken(tmp_path, tmp_path / ".a.txt", tmp_path / ".git") == [".a.txt", ".git/b.txt"], "unless they are named"


def test_a_folder_without_documents_says_so(tmp_path: Path) -> None:
    wrote(tmp_path, "notes.log")
    (file,) = gathered([tmp_path])
    assert "holds no document" in why(file.path, file.root)


def test_links(tmp_path: Path) -> None:
    wrote(tmp_path, "in/a.txt", "out/secret.txt")
    (tmp_path / "in" / "inner.txt").symlink_to("a.txt")
    (tmp_path / "in" / "outer.txt").symlink_to(tmp_path / "out" / "secret.txt")
    (tmp_path / "in" / "nowhere.txt").symlink_to("missing.txt")
    (tmp_path / "in" / "round.txt").symlink_to("round.txt")
    (tmp_path / "in" / "folder").symlink_to(tmp_path / "out")
    files = {file.name: file for file in gathered([tmp_path / "in"])}
    assert sorted(files) == ["a.txt", "inner.txt", "nowhere.txt", "outer.txt", "round.txt"]
    assert load(files["inner.txt"], 100) == b"Some text."
    assert "leads out of its folder" in why(files["outer.txt"].path, files["outer.txt"].root)
    assert "leads nowhere" in why(files["nowhere.txt"].path, files["nowhere.txt"].root)
    assert "cannot be read" in why(files["round.txt"].path, files["round.txt"].root)
    (named,) = gathered([tmp_path / "in" / "outer.txt"])
    assert load(named, 100) == b"Some text.", "who names a link means what it leads to"
    (through,) = gathered([tmp_path / "in" / "folder"])
    assert load(through, 100) == b"Some text."


def test_what_is_no_readable_file(tmp_path: Path) -> None:
    assert "does not exist" in why(tmp_path / "missing.txt")
    assert "does not exist" in why(tmp_path / "missing" / "a.txt")
    os.mkfifo(tmp_path / "pipe.txt")
    assert "not a regular file" in why(tmp_path / "pipe.txt")
    assert why(Path("nul\0byte.txt"))
    assert why(tmp_path / ("long" * 200 + ".txt"))


@pytest.mark.parametrize(
    "name", ["nul\0byte.txt", "x" * 5_000, "~nobody-of-this-name/a.txt", "", ".", "..", "missing/../gone.txt"]
)
def test_gathering_never_fails(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str) -> None:
    wrote(tmp_path, "in/a.txt")
    monkeypatch.chdir(tmp_path / "in")
    assert "a.txt" in {file.name for file in gathered([Path(name), Path("a.txt")])}


def test_the_limit_is_a_limit(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes(b"x" * 1_000)
    assert len(load(File(tmp_path / "a.txt", None), 1_000)) == 1_000
    assert "larger than 0.000999 MB" in why(tmp_path / "a.txt", limit=999)


def test_a_name_that_is_no_utf_8_can_be_shown_and_kept(tmp_path: Path) -> None:
    path = os.fsencode(tmp_path) + b"/caf\xe9.txt"
    with open(path, "wb") as opened:  # noqa: PTH123 - a name of bytes
        opened.write(b"Some text.")
    (file,) = gathered([tmp_path])
    assert file.name == "caf\ufffd.txt"
    assert file.place.encode()
    assert load(file, 100) == b"Some text."
