"""What the process says on its way out: exit statuses, and what stands on which stream."""

import json
import os
import re
import shlex
import signal
import sqlite3
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from bot import __main__
from bot.console import run as running
from bot.console.arguments import Arguments, parse
from bot.errors import NoStoreError
from bot.models import ParsedDocument
from bot.store.keeper import Keeper
from tests.console.invented import Cli


def test_an_answer_and_nothing_found_are_both_0(process: Cli) -> None:
    found = process("quote", "shepherd", "--json")
    assert found.status == 0
    assert found.json["total"] == 1
    nothing = process("quote", "submarine", "--json")
    assert (nothing.status, nothing.json["passages"], nothing.err) == (0, [], "")
    absent = process("verify", "submarines sing", "--json")
    assert (absent.status, absent.json["verdict"], absent.err) == (0, "absent", "")


def test_a_request_that_cannot_be_read_is_2(process: Cli) -> None:
    ran = process("qoute", "peace")
    assert (ran.status, ran.out) == (2, "")
    assert ran.err == "verbatim: No verb 'qoute'. Did you mean quote?\n"


@pytest.mark.parametrize(
    ("argv", "code"),
    [
        (["qoute", "peace"], "bad_request"),
        (["quote", "peace", "--limit", "none"], "bad_request"),
        (["summary", "2", "--length", "endless"], "bad_request"),
        (["summary", "9"], "unknown_document"),
        (["quote", "peace", "--document", "globl times"], "unknown_document"),
        (["timeline", "--on", "20/3"], "bad_date"),
        (["quote", "peace", "--from", "yesterday's news"], "bad_date"),
        (["edit", "2", "--published", "soon"], "bad_date"),
        (["edit", "2"], "bad_request"),
        (["correct", "D2¶99", "--kind", "body"], "unknown_reference"),
        (["correct", "D99¶1", "--kind", "body"], "unknown_reference"),
        (["correct", "S2¶1", "--kind", "body"], "unknown_reference"),
        (["correct", "D2¶1", "--kind", "bodies"], "bad_request"),
        (["correct", "D2¶1"], "bad_request"),
        (["correct", "the first", "--kind", "body"], "bad_request"),
        (["correct", "--kind", "body"], "bad_request"),
        (["cite", "D2¶99"], "unknown_reference"),
        (["export"], "bad_request"),
        (["export", "a.zip", "b.zip"], "bad_request"),
        (["export", "a.txt"], "bad_request"),
        (["export", "nowhere/a.zip"], "bad_request"),
        (["quote", "peace", "--format", "word"], "bad_request"),
        (["cite", "D99¶1"], "unknown_reference"),
        (["cite", "globl times"], "unknown_document"),
        (["cite", "D1¶1", "--format", "word"], "bad_request"),
        (["cite"], "bad_request"),
        (["remove", "2"], "bad_request"),
        (["verify"], "bad_request"),
        (["verify", " "], "bad_request"),
        (["verify", "peace", "--document", "globl times"], "unknown_document"),
        (["verify", '"'], "bad_request"),
        (["verify", "… — !", "--document", "1"], "bad_request"),
        (["verify", "peace", "--speaker", ""], "bad_request"),
        (["timeline", "--document="], "bad_request"),
        (["quote", "peace", "--speaker", "Zed Wolf"], "bad_request"),
        (["cite", "9:4"], "unknown_reference"),
        (["inspect", "2:1"], "unknown_document"),
        (["compare", "peace"], "bad_request"),
    ],
)
def test_what_the_asker_got_wrong_is_2(cli: Cli, argv: list[str], code: str) -> None:
    ran = cli(*argv, "--json")
    assert (ran.status, ran.json["error"]["code"], ran.err) == (2, code, "")
    plain = cli(*argv)
    assert (plain.status, plain.out) == (2, "")
    assert plain.err == f"verbatim: {ran.json['error']['message']}\n"


def test_a_refused_document_is_65_and_the_rest_is_kept(process: Cli, tmp_path: Path) -> None:
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "good.txt").write_text("A sentence about a bridge.\n", encoding="utf-8")
    (tmp_path / "in" / "empty.txt").write_bytes(b"")
    fresh = str(tmp_path / "fresh" / "new.sqlite3")
    ran = process("import", str(tmp_path / "in"), "--json", "--database", fresh)
    assert ran.status == 65
    assert {each["file"]: each["status"] for each in ran.json["documents"]} == {
        "empty.txt": "refused",
        "good.txt": "new",
    }
    kept = process("documents", "--json", "--database", fresh)
    assert [each["file"] for each in kept.json["documents"]] == ["good.txt"]


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="a device that is always full")
@pytest.mark.parametrize("argv", [["quote", "peace"], ["documents", "--json"], ["cite", "1:2", "--format", "ris"]])
def test_a_full_disk_behind_standard_output_is_told_in_one_line(database: Path, argv: list[str]) -> None:
    with Path("/dev/full").open("wb") as full:
        done = subprocess.run(
            [sys.executable, "-m", "bot", *argv, "--database", str(database)],
            stdout=full,
            stderr=subprocess.PIPE,
            check=False,
            timeout=60,
            cwd=Path(__file__).parent.parent.parent,
        )
    assert (done.returncode, done.stderr.decode().count("\n")) == (74, 1), done.stderr
    assert b"The answer could not be written: No space left on device." in done.stderr


def test_what_an_import_has_done_before_it_fails_is_told(
    cli: Cli, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("a.txt", "b.txt", "c.txt"):
        (tmp_path / name).write_text(f"A sentence about the bridge {name[0]} and its keeper.\n", encoding="utf-8")
    keep = Keeper.keep

    async def full(self: Keeper, parsed: ParsedDocument, **how: Any) -> int:
        if parsed.file == "c.txt":
            raise NoStoreError("The disk is full.")
        return await keep(self, parsed, **how)

    monkeypatch.setattr(Keeper, "keep", full)
    ran = cli("import", *(str(tmp_path / name) for name in ("a.txt", "b.txt", "c.txt")), "--json")
    assert (ran.status, ran.json["error"]["code"]) == (69, "no_store")
    assert ran.json["error"]["message"] == (
        "The disk is full. 2 of 3 files were done before that, and what was read of them is kept."
    )
    assert len(cli("documents", "--json").json["documents"]) == 5


def test_an_address_is_not_fetched(cli: Cli) -> None:
    ran = cli("import", "https://linden.example/harbour.html", "--json")
    assert ran.status == 65
    assert "is an address on the web" in ran.json["documents"][0]["why"]


def test_a_refused_file_is_named_once(cli: Cli, tmp_path: Path) -> None:
    (tmp_path / "empty.txt").write_bytes(b"")
    (tmp_path / "letter.doc").write_bytes(b"\xd0\xcf\x11\xe0")
    (tmp_path / "broken.zip").write_bytes(b"PK\x03\x04")
    names = ["empty.txt", "letter.doc", "broken.zip", "nowhere.txt"]
    page = "".join(cli("import", *(str(tmp_path / name) for name in names)).out.split())
    assert [page.count(name) for name in names] == [1, 1, 1, 1], page


@pytest.mark.parametrize(
    ("argv", "commands"),
    [
        (["quote", "peace", "--speaker", "Zed Wolf"], ["speakers"]),
        (["quote", "zeppelin"], ["documents"]),
        (["quote", "peace", "--to", "1066"], ["documents"]),
        (["cite", "9:4"], ["documents"]),
        (["cite", "1:99"], ["inspect D1"]),
        (["inspect", "globl times"], ["documents"]),
    ],
)
def test_a_hint_is_a_command_that_can_be_typed(cli: Cli, argv: list[str], commands: list[str]) -> None:
    ran = cli(*argv)
    named = re.findall(r"`([^`]*)`", " ".join((ran.out + ran.err).split()))
    assert named == [f"python -m bot {command}" for command in commands]
    for command in named:
        assert isinstance(parse(shlex.split(command.removeprefix("python -m bot "))), Arguments)


@pytest.mark.parametrize(
    ("argv", "sentence"),
    [
        (["zeppelin", "--kind", "quotations"], 'No quotation in 3 documents has "zeppelin".'),
        (["zeppelin", "--speaker", "Quill"], 'No passage in 3 documents in which Ada Quill speaks has "zeppelin".'),
        (
            ["zeppelin", "--speaker", "Quill", "--kind", "Quotations"],
            'No quotation in 3 documents by Ada Quill has "zeppelin".',
        ),
        (["!!!"], "There is no word in it to search 3 documents for."),
    ],
)
def test_nothing_found_names_what_was_asked_for(cli: Cli, argv: list[str], sentence: str) -> None:
    ran = cli("quote", *argv)
    assert (ran.status, sentence in " ".join(ran.out.split())) == (0, True), ran.out


@pytest.mark.parametrize("argv", [["quote", "peace"], ["quote"], ["timeline"], ["verify", "peace"], ["documents"]])
def test_an_empty_collection_says_how_to_fill_it(cli: Cli, argv: list[str]) -> None:
    for number in ("1", "2", "3"):
        assert cli("remove", number, "--yes").status == 0
    ran = cli(*argv)
    said = " ".join(ran.out.split())
    assert (ran.status, "`python -m bot import PATH` brings some in." in said, " 0 " in said) == (0, True, False)


@pytest.mark.parametrize("argv", [["quote", "peace"], ["documents"], ["doctor"], ["edit", "1", "--title", "x"]])
def test_asking_makes_no_database(cli: Cli, tmp_path: Path, argv: list[str]) -> None:
    nowhere = tmp_path / "nowhere.sqlite3"
    ran = cli(*argv, "--json", "--database", str(nowhere))
    assert (ran.status, ran.json["error"]["code"]) == (69, "no_store")
    assert str(nowhere) in ran.json["error"]["message"]
    assert "import" in ran.json["error"]["message"]
    assert not nowhere.exists()


def test_a_newer_or_broken_database_is_69(cli: Cli, database: Path, tmp_path: Path) -> None:
    connection = sqlite3.connect(database)
    connection.execute("PRAGMA user_version = 1000")
    connection.close()
    assert (cli("documents", "--json").status, cli("documents", "--json").json["error"]["code"]) == (69, "newer_store")
    junk = tmp_path / "junk.sqlite3"
    junk.write_bytes(b"no database " * 1000)
    ran = cli("documents", "--json", "--database", str(junk))
    assert (ran.status, ran.json["error"]["code"]) == (69, "damaged_store")


def test_the_doctor_says_69_when_a_text_was_changed(cli: Cli, database: Path) -> None:
    assert cli("doctor", "--json").json["healthy"] is True
    connection = sqlite3.connect(database)
    connection.execute("UPDATE source SET text = replace(text, 'shepherd', 'Shepherd')")
    connection.commit()
    connection.close()
    ran = cli("doctor", "--json")
    assert (ran.status, ran.json["healthy"]) == (69, False)
    assert [each["what"] for each in ran.json["findings"] if not each["ok"]] == ["D2"]


def test_a_setting_that_does_not_exist_is_78(process: Cli) -> None:
    ran = process("documents", "--json", env={"VERBATIM_DATABSE": "x"})
    assert (ran.status, ran.json["error"]["code"]) == (78, "bad_setting")
    assert "VERBATIM_DATABASE" in ran.json["error"]["message"]


@pytest.mark.parametrize("verb", ["serve", "sync"])
def test_discord_without_a_token_is_78(process: Cli, verb: str) -> None:
    ran = process(verb)
    assert (ran.status, ran.out) == (78, "")
    assert ran.err.startswith("verbatim: No Discord token is configured.")
    assert len(ran.err.splitlines()) == 1


def test_a_fault_of_ours_is_70_and_shows_no_exception(
    cli: Cli, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    async def fail(*_: object) -> int:
        raise RuntimeError("the inner workings")

    monkeypatch.setattr(running, "run", fail)
    ran = cli("documents", "--json")
    assert (ran.status, ran.json["error"]["code"]) == (70, "internal")
    message = ran.json["error"]["message"]
    assert message.startswith("Something failed on my side (ref ")
    assert "inner workings" not in message
    (record,) = caplog.records
    assert message[33:37] in record.getMessage()
    assert record.exc_info is not None


def test_ctrl_c_is_130(cli: Cli, monkeypatch: pytest.MonkeyPatch) -> None:
    async def interrupted(*_: object) -> int:
        raise KeyboardInterrupt

    monkeypatch.setattr(running, "run", interrupted)
    assert cli("documents").status == 130


def test_json_is_utf_8_whatever_the_locale(process: Cli) -> None:
    ran = process("quote", "multipolar", "--json", env={"PYTHONIOENCODING": "ascii", "PYTHONUTF8": "0", "LC_ALL": "C"})
    assert "council’s" in ran.json["passages"][0]["text"]
    plain = process("quote", "multipolar", env={"PYTHONIOENCODING": "ascii", "PYTHONUTF8": "0", "LC_ALL": "C"})
    assert plain.status == 0
    assert "council\\u2019s" in plain.out


@pytest.mark.skipif(os.name == "nt", reason="file names are bytes only elsewhere")
def test_a_file_name_that_is_no_text_still_gives_json(process: Cli, tmp_path: Path) -> None:
    path = os.fsencode(tmp_path) + b"/n\xffme.txt"
    ran = process("import", os.fsdecode(path), "--json")
    assert ran.status == 65
    assert json.loads(ran.out)["documents"][0]["status"] == "refused"


@pytest.mark.skipif(os.name == "nt", reason="there are no such pipes elsewhere")
def test_a_reader_that_leaves_is_no_fault(database: Path) -> None:
    reading, writing = os.pipe()
    os.close(reading)
    root = str(Path(__main__.__file__).parent.parent)
    for options in ([], ["--json"]):
        done = subprocess.run(
            [sys.executable, "-m", "bot", "inspect", "1", "--database", str(database), *options],
            stdout=writing,
            stderr=subprocess.PIPE,
            env={**os.environ, "PYTHONPATH": root},
            check=False,
            timeout=60,
        )
        assert (done.returncode, done.stderr) == (128 + signal.SIGPIPE, b"")
    os.close(writing)


@pytest.mark.parametrize("argv", [["--version"], ["--help"], ["quote", "--help"], ["help"]])
def test_help_needs_no_database(cli: Cli, tmp_path: Path, argv: list[str]) -> None:
    ran = cli(*argv, "--database", str(tmp_path / "nowhere.sqlite3"))
    assert (ran.status, ran.err) == (0, "")
    assert ran.out
