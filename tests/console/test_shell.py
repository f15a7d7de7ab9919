"""The interactive terminal, typed into through a pipe."""

import asyncio
import os
import signal
from collections.abc import Awaitable, Callable, Iterator
from dataclasses import replace
from typing import Any

import pytest
from prompt_toolkit.application import create_app_session
from prompt_toolkit.completion import CompleteEvent
from prompt_toolkit.document import Document as Typed
from prompt_toolkit.input import PipeInput, create_pipe_input
from prompt_toolkit.output import DummyOutput

from bot.answers.documents import listed
from bot.app import App
from bot.console import commands, shell
from bot.console.completion import Completions
from bot.console.shell import Shell

Typing = Callable[..., Awaitable[str]]


@pytest.fixture
def keyboard() -> Iterator[PipeInput]:
    """A keyboard, and a screen that nobody looks at."""
    with create_pipe_input() as keyboard, create_app_session(input=keyboard, output=DummyOutput()):
        yield keyboard


@pytest.fixture
def typing(app: App, keyboard: PipeInput, capsys: pytest.CaptureFixture[str]) -> Typing:
    """Type lines, leave with Ctrl+D, and see what was printed."""

    async def type_lines(*lines: str) -> str:
        capsys.readouterr()
        keyboard.send_text("".join(f"{line}\r" for line in lines) + "\x04")
        await asyncio.wait_for(Shell(app).run(), 30)
        return capsys.readouterr().out

    return type_lines


async def test_bare_text_is_a_quotation(typing: Typing) -> None:
    page = await typing("shepherd")
    assert page.startswith("3 documents. ")
    assert "A shepherd of Orm wrote ␛[31mred␛[0m letters [bold]here[/bold]" in page
    assert "\x1b[31mred" not in page


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("/quote dredged", "[D1 ¶3] The harbour of Linden — Linden Gazette, 2021-06-14"),
        ('"quarrel over water"', "[D2 ¶3]"),
        ("summary the harb", "D1  The harbour of Linden"),
        ("summary --topic peace", "[D2 ¶3]"),
        ("summary 2 --topic mill", "about: mill"),
        ("timeline --on 1998", "1998            Peace came"),
        ("documents", "Orm revisited"),
        ("verify “Peace came to the vale", "Peace came to the [-valley-] {+vale+}"),
        ("inspect 3", "2 body, 1 byline"),
        ("doctor", "All is well."),
        ("edit 2 --publisher 'Orm", "publisher    'Orm  curator"),
        ("help", "the options of a command"),
        ("help summary", "usage: summary [DOCUMENT] [OPTIONS]"),
        ("documents --json", '{"documents": [{"document": 1,'),
    ],
)
async def test_commands_answer(typing: Typing, line: str, expected: str) -> None:
    assert expected in await typing(line)


async def test_a_number_after_a_summary_chooses_a_key_phrase(typing: Typing, app: App) -> None:
    document = (await listed(app.store))[1]
    outline = await app.store.rankings.outline(document.id)
    assert outline is not None
    page = await typing("summary 2", "1", "9")
    assert f"Key phrases: 1 {outline.phrases[0]}" in page
    assert f'"{outline.phrases[0]}", from 3 documents' in page
    # a number that none has is searched for, as it would be without a summary
    assert 'No passage in 3 documents has "9".' in page
    assert "from 3 documents" not in await typing("1")


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("/qoute peace", "No command 'qoute'. Did you mean quote?"),
        ("/serve", "No command 'serve'."),
        ("summary", "summary needs a document"),
        ("summary nothing", "See `documents`."),
        ('quote --document ""', "--document is empty: write --document D, or leave --document out."),
        ("zeppelin", "Try fewer words, or see `documents`."),
        ("timeline --on 20/3", 'I could not read "20/3".'),
        ("documents --database x", "This terminal has its database open"),
        ("quote --limit", "--limit: its value is missing."),
    ],
)
async def test_an_error_is_shown_and_the_next_line_answered(typing: Typing, line: str, expected: str) -> None:
    page = await typing(line, "dredged")
    assert expected in " ".join(page.split())
    assert "[D1 ¶3]" in page


async def test_a_fault_of_ours_does_not_end_it(typing: Typing, monkeypatch: pytest.MonkeyPatch) -> None:
    perform = commands.perform

    async def fail_once(*_: Any) -> Any:
        monkeypatch.setattr(shell, "perform", perform)
        raise RuntimeError("the inner workings")

    monkeypatch.setattr(shell, "perform", fail_once)
    page = await typing("peace", "dredged")
    assert "Something failed on my side (ref " in page
    assert "inner workings" not in page
    assert "[D1 ¶3]" in page


@pytest.mark.skipif(os.name == "nt", reason="signals reach the loop only elsewhere")
async def test_ctrl_c_stops_a_command_and_not_the_terminal(typing: Typing, monkeypatch: pytest.MonkeyPatch) -> None:
    perform = commands.perform

    async def hang_once(*_: Any) -> Any:
        monkeypatch.setattr(shell, "perform", perform)
        os.kill(os.getpid(), signal.SIGINT)
        await asyncio.Event().wait()

    monkeypatch.setattr(shell, "perform", hang_once)
    page = await typing("peace", "dredged")
    assert "Stopped." in page
    assert "[D1 ¶3]" in page


@pytest.mark.parametrize("word", ["quit", "exit", "/quit"])
async def test_leaving(typing: Typing, word: str) -> None:
    assert "D1" not in await typing(word, "dredged")


async def test_ctrl_c_clears_the_line(typing: Typing) -> None:
    page = await typing("nonsense\x03dredged")
    assert "[D1 ¶3]" in page
    assert "nonsense" not in page


@pytest.mark.parametrize(("reply", "left"), [("n", 3), ("", 3), ("y", 2), ("\x03", 3)])
async def test_removing_asks_first(typing: Typing, app: App, reply: str, left: int) -> None:
    page = await typing("remove 3", reply)
    assert ("Removed D3" in page) == (left == 2)
    assert len(await listed(app.store)) == left


async def test_the_history_is_kept_beside_the_database_for_its_owner_only(typing: Typing, app: App) -> None:
    await typing("a quiet question")
    path = app.settings.database.with_name("verbatim.sqlite3.history")
    assert "+a quiet question" in path.read_text(encoding="utf-8")
    if os.name != "nt":
        assert path.stat().st_mode & 0o077 == 0


@pytest.mark.parametrize(
    ("line", "offered"),
    [
        ("qu", ["quote", "quit"]),
        ("/sum", ["/summary"]),
        ("summary ", ["D1", "D2", "D3"]),
        ("summary peace", ["D2"]),
        ("summary the harb", ["D1"]),
        ("/inspect d3", ["D3"]),
        ("quote peace --document orm", ["D3", "D2"]),
        ("cite the harb", ["D1"]),
        ("cite d2:", ["D2¶1", "D2¶2", "D2¶3", "D2¶4"]),
        ("cite 2:", ["D2¶1", "D2¶2", "D2¶3", "D2¶4"]),
        ("correct D2¶3", ["D2¶3"]),
        ("cite D2¶3 --format b", ["bibtex"]),
        ("timeline --format ", ["ics", "csv", "json"]),
        ("quote mill --format ", ["csv", "markdown", "json"]),
        ("exp", ["export"]),
        ("quote peace --li", ["--limit"]),
        ("summary 2 --length s", ["short"]),
        ("summary 2 --method ", ["verbatim", "lexrank", "textrank", "lsa", "luhn"]),
        ("quote shep", ["shepherd"]),
        ("shep", ["shepherd"]),
        ("peace shep", ["shepherd"]),
        ('quote "shep', ["shepherd"]),
        ("quote -shep", ["shepherd"]),
        ("timeline --topic shep", ["shepherd"]),
        ("speaker qu", ['"Ada Quill"']),
        ("speaker Quill shep", []),
        ("speakers m", ["merge"]),
        ("speakers merge ad", ['"Ada Quill"']),
        ("quote peace --speaker a", ['"Ada Quill"']),
        ('quote peace --speaker "Ada Q', ['"Ada Quill"']),
        ("timeline --speaker q", ['"Ada Quill"']),
        ("verify ten years --speaker q", ['"Ada Quill"']),
        ('speaker "ada q', ['"Ada Quill"']),
        ('speaker "Ada Quill" shep', []),
        ("quote peace --kind q", ["quotations"]),
        ("correct d1p2 --kind b", ["body", "byline"]),
        ("quote s", []),
        ("timeline shep", []),
        ("documents ", []),
    ],
)
async def test_completion(app: App, line: str, offered: list[str]) -> None:
    found = [each async for each in Completions(app).get_completions_async(Typed(line), CompleteEvent())]
    assert [each.text for each in found] == offered


async def test_a_completed_line_asks_for_what_was_offered(app: App) -> None:
    line = 'quote "shep'
    (found,) = [each async for each in Completions(app).get_completions_async(Typed(line), CompleteEvent())]
    assert line[: len(line) + found.start_position] + found.text == 'quote "shepherd'
    line = "summary the harb"
    (found,) = [each async for each in Completions(app).get_completions_async(Typed(line), CompleteEvent())]
    assert line[: len(line) + found.start_position] + found.text == "summary D1"


async def test_an_answer_fits_the_window_as_it_is_now(typing: Typing, monkeypatch: pytest.MonkeyPatch) -> None:
    perform = commands.perform

    async def resized(*given: Any) -> Any:
        answer = await perform(*given)

        def layout() -> Any:
            monkeypatch.setenv("COLUMNS", "40")
            return answer.layout()

        return replace(answer, layout=layout)

    monkeypatch.setattr(shell, "perform", resized)
    monkeypatch.setenv("COLUMNS", "90")
    _, first, second = (await typing("cite 1:3", "cite 1:3")).split("The harbour was")
    assert max(map(len, first.splitlines())) > 60
    assert max(map(len, second.splitlines())) <= 40
