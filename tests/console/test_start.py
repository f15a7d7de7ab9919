"""`python -m bot` alone, and what the terminal draws on standard error."""

import io
import os
import re
import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest

from bot import __main__
from bot.console import output
from bot.intake import Progress
from tests.console.invented import Cli


def test_the_tour_shows_real_answers(process: Cli, database: Path) -> None:
    ran = process()
    assert (ran.status, ran.err) == (0, "")
    assert ran.out.startswith(f"Database: {database}\n")
    for expected in (
        "python -m bot documents",
        "The harbour of Linden",
        "python -m bot quote harbour",
        "python -m bot summary D1 --length short",
        "sentences, word for word",
        "python -m bot timeline --document D1",
        "2021-05-03",
        "How to go on",
    ):
        assert expected in ran.out


def test_the_tour_works_without_any_document(process: Cli, tmp_path: Path) -> None:
    path = tmp_path / "empty.sqlite3"
    ran = process("--database", str(path), env={"VERBATIM_STARTER": "off"})
    assert (ran.status, ran.err) == (0, "")
    assert f"Database: {path}" in ran.out
    assert "There are no documents yet." in ran.out
    assert "How to go on" in ran.out


def test_the_first_start_brings_the_starter_collection_and_the_next_does_not(process: Cli, tmp_path: Path) -> None:
    path = str(tmp_path / "folder" / "first.sqlite3")
    first = process("--database", path)
    assert first.status == 0
    assert "Importing the starter collection …\nImported: 5 documents.\n" in first.out
    assert "Digest: " in first.out
    again = process("--database", path)
    assert (again.status, again.err) == (0, "")
    assert "Import" not in again.out


def test_what_an_earlier_version_has_read_is_read_anew(process: Cli, database: Path) -> None:
    connection = sqlite3.connect(database)
    connection.execute("UPDATE document SET reader = reader - 1 WHERE number < 3")
    connection.commit()
    connection.close()
    assert "Read anew, with the rules of this version: 2 documents." in process().out
    assert "Read anew" not in process().out


@pytest.mark.skipif(os.name == "nt", reason="streams are closed in other ways there")
def test_the_tour_with_standard_input_closed(database: Path) -> None:
    done = subprocess.run(
        ["/bin/sh", "-c", 'exec "$0" -m bot --database "$1" <&-', sys.executable, str(database)],
        env={**os.environ, "PYTHONPATH": str(Path(__main__.__file__).parent.parent)},
        capture_output=True,
        check=False,
        timeout=60,
    )
    assert (done.returncode, done.stderr) == (0, b"")
    assert b"How to go on" in done.stdout


def test_lines_in_a_pipe_are_not_typed(process: Cli) -> None:
    ran = process(stdin=None, input=b"quote dredged\n")
    assert ran.status == 0
    assert "How to go on" in ran.out


@pytest.mark.skipif(os.name == "nt", reason="there are no such terminals there")
def test_colours_are_for_terminals_and_no_color_is_heard(database: Path) -> None:
    import pty  # noqa: PLC0415 - does not exist on Windows

    def page(**environment: str) -> bytes:
        master, slave = pty.openpty()
        done = subprocess.Popen(
            [sys.executable, "-m", "bot", "quote", "shepherd", "--database", str(database)],
            stdout=slave,
            stdin=subprocess.DEVNULL,
            env={
                **os.environ,
                "PYTHONPATH": str(Path(__main__.__file__).parent.parent),
                "TERM": "xterm-256color",
                "COLUMNS": "60",
                **environment,
            },
        )
        os.close(slave)
        read = bytearray()
        try:
            while part := os.read(master, 65536):
                read += part
        except OSError:  # how Linux says that the other end is closed
            pass
        os.close(master)
        assert done.wait(60) == 0
        return bytes(read)

    coloured = page()
    assert b"\x1b[1;33mshepherd" in coloured
    assert b"\x1b[31mred" not in coloured
    plain = page(NO_COLOR="1")
    assert max(len(line) for line in re.sub(r"\x1b\[[0-9;]*m", "", plain.decode()).splitlines()) <= 60
    assert b"33m" not in plain
    assert b"\x1b[1mshepherd" in plain


def test_progress_is_plain_where_there_is_no_terminal(capsys: pytest.CaptureFixture[str]) -> None:
    with output.progress() as show:
        for done in range(101):
            show(Progress(done, 100, "file.txt"))
    out, err = capsys.readouterr()
    assert out == ""
    assert err.splitlines() == [f"{done} of 100 read" for done in range(10, 101, 10)]


def test_progress_draws_a_bar_on_a_terminal(monkeypatch: pytest.MonkeyPatch) -> None:
    class Terminal(io.StringIO):
        def isatty(self) -> bool:
            return True

    terminal = Terminal()
    monkeypatch.setenv("TERM", "xterm")
    monkeypatch.setattr("sys.stderr", terminal)
    with output.progress() as show:
        show(Progress(3, 7, "an\x1b[2Jy [bold]file[/bold].txt"))
    assert "3/7" in terminal.getvalue()
    assert "an␛[2Jy [bold]file[/bold].txt" in terminal.getvalue()
    assert "\x1b[2J" not in terminal.getvalue()


def test_processes_that_are_started_do_not_inherit_the_token(
    database: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("DISCORD_TOKEN", "an invented one")
    assert __main__.main(["documents", "--database", str(database)]) == 0
    assert "The harbour of Linden" in capsys.readouterr().out
    assert "DISCORD_TOKEN" not in os.environ
