"""The interactive terminal: the verbs without a shell around them, with completion and history."""

import asyncio
import signal
from collections.abc import Coroutine
from contextlib import suppress
from pathlib import Path
from typing import Any, Final

from prompt_toolkit import PromptSession
from prompt_toolkit.history import FileHistory, History, InMemoryHistory
from rich.console import Group, RenderableType
from rich.table import Table
from rich.text import Text

from bot.app import App
from bot.console.arguments import Notice, parse, unknown
from bot.console.commands import perform
from bot.console.completion import Completions
from bot.console.failures import told
from bot.console.hints import here, inside, worded
from bot.console.layout.pieces import FAINT, STRONG, counted, line
from bot.console.literal import literal_line
from bot.console.output import console, show, write_file, write_json
from bot.console.typed import HERE, LEAVING, split
from bot.console.verbs import VERBS
from bot.errors import BadRequestError
from bot.models import SHARED

_PROMPT: Final = "verbatim> "
_EVENTS: Final = 25  # of a timeline, where no limit is given: what can be scrolled back to


class Shell:
    """A conversation with one store. Nothing that is typed ends it but `quit` and Ctrl+D."""

    def __init__(self, app: App) -> None:
        self._app = app
        self._out = console()
        self._phrases: tuple[str, ...] = ()
        self._session: PromptSession[str] = PromptSession(
            history=_history(app.settings.database),
            completer=Completions(app),
            complete_while_typing=True,
            reserve_space_for_menu=6,
        )

    async def run(self) -> None:
        """Read and answer lines until the user leaves."""
        count = await self._app.store.keeper.count(SHARED)
        self._out.print(Text(f"{counted(count, 'document')}. Type words to find them, help, or quit.", FAINT))
        while True:
            try:
                typed = await self._session.prompt_async(_PROMPT)
            except KeyboardInterrupt:
                continue
            except EOFError:
                return
            self._out = console()  # the window may have another size by now
            with inside():
                if not await self._answered(typed):
                    return

    async def _answered(self, typed: str) -> bool:
        """Answer one line; False when it says to leave."""
        try:
            argv = self._chosen(typed) or split(typed)
            if argv and argv[0] in LEAVING:
                return False
            if argv and not await _finished(self._answer(argv)):
                self._out.print(line("Stopped. What was finished before is kept.", "red"))
        except BrokenPipeError:
            raise
        except Exception as error:  # noqa: BLE001 - whatever goes wrong with one line, the next one is answered
            self._out.print(line(worded(told(error)), "red"))
        return True

    def _chosen(self, typed: str) -> list[str]:
        """What a number means after a summary that named key phrases; nothing otherwise."""
        number = typed.strip()
        if number.isascii() and number.isdecimal() and len(number) == 1 and 1 <= int(number) <= len(self._phrases):
            return ["summary", "--topic", f'"{self._phrases[int(number) - 1]}"']
        return []

    async def _answer(self, argv: list[str]) -> None:
        if argv[0] == "help" and len(argv) == 1:
            show(self._out, commands())
            return
        if argv[0] not in (*HERE, "help"):
            raise unknown("command", argv[0], [*HERE, "help", LEAVING[0]])
        arguments = parse(argv)
        if isinstance(arguments, Notice):
            self._out.print(Text(here(arguments.text).rstrip()))
            return
        if arguments.database is not None:
            raise BadRequestError("This terminal has its database open: quit, and start again with --database FILE.")
        if (
            argv[0] == "timeline"
            and arguments.options.limit is None
            and not (arguments.json or arguments.options.format)
        ):
            arguments.options.limit = _EVENTS
        answer = await perform(self._app, arguments, self._confirm)
        self._phrases = () if arguments.json else answer.phrases or self._phrases
        if arguments.json:
            write_json(answer.object)
        elif answer.file is not None:
            write_file(answer.file)
        else:
            show(self._out, answer.layout())
            if answer.phrases:
                self._out.print(Text("Type the number of a key phrase for what the documents say of it.", FAINT))
            self._out.print()

    async def _confirm(self, question: str) -> bool:
        asked: PromptSession[str] = PromptSession()
        try:
            reply = await asked.prompt_async(f"{literal_line(question)} [y/N] ")
        except (KeyboardInterrupt, EOFError):
            return False
        return reply.strip().lower() in {"y", "yes"}


async def _finished(work: Coroutine[Any, Any, None]) -> bool:
    """Wait for what a command does; False when Ctrl+C has stopped it."""
    task = asyncio.ensure_future(work)
    loop = asyncio.get_running_loop()
    with suppress(NotImplementedError):  # on Windows, where Ctrl+C then ends the terminal
        loop.add_signal_handler(signal.SIGINT, task.cancel)
    try:
        await asyncio.wait([task])
    finally:
        with suppress(NotImplementedError):
            loop.remove_signal_handler(signal.SIGINT)
    if task.cancelled():
        return False
    task.result()
    return True


def commands() -> RenderableType:
    """The commands of the interactive terminal."""
    table = Table.grid(padding=(0, 2))
    for name in HERE:
        table.add_row(Text(f"{name} {VERBS[name].usage}".strip(), STRONG), VERBS[name].about)
    table.add_row(Text("help COMMAND", STRONG), "the options of a command")
    table.add_row(Text("quit", STRONG), "leave (or Ctrl+D)")
    notes = 'Bare text is searched for: peace "in our time" -war. A slash before a command is fine. Tab completes.'
    return Group(table, Text(notes, FAINT))


def _history(database: Path) -> History:
    """What was typed, kept beside the database; in memory only where that cannot be written."""
    path = database.with_name(f"{database.name}.history")
    try:
        path.touch(mode=0o600)
    except OSError:
        return InMemoryHistory()
    return FileHistory(path)
