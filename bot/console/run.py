"""One verb at the command line: open the house, do it, print the answer, close."""

import sys
from pathlib import Path

from bot.app import open_app
from bot.console.arguments import Arguments
from bot.console.commands import perform
from bot.console.hints import PROGRAM
from bot.console.literal import literal_line
from bot.console.output import console, show, write_file, write_json
from bot.errors import BadRequestError, NoStoreError
from bot.settings import Settings


async def run(settings: Settings, arguments: Arguments) -> int:
    """Do one verb and print its answer on standard output.

    Returns:
        The exit status.

    Raises:
        NoStoreError: The database is not there, and the verb makes none.
        UserError: It could not be done.
    """
    if arguments.verb is not None and not arguments.verb.creates:
        require(settings.database)
    async with open_app(settings) as app:
        answer = await perform(app, arguments, _refuse if arguments.json else _confirm)
    if arguments.json:
        write_json(answer.object)
    elif answer.file is not None:
        write_file(answer.file)
    else:
        show(console(), answer.layout())
    return answer.status


def require(path: Path) -> None:
    """Check that there is a database, before one is made by asking.

    Raises:
        NoStoreError: There is none.
    """
    if not path.exists():
        raise NoStoreError(
            f"There is no database at {path}. `{PROGRAM} import PATH` makes one from your documents, "
            f"`{PROGRAM}` alone one with the starter collection."
        )


async def _confirm(question: str) -> bool:
    """Ask at the terminal; where nobody sits there, the answer must be given beforehand."""
    if not sys.stdin.isatty():
        return await _refuse(question)
    sys.stderr.write(f"{literal_line(question)} [y/N] ")
    sys.stderr.flush()
    return sys.stdin.readline().strip().lower() in {"y", "yes"}


async def _refuse(_: str) -> bool:
    raise BadRequestError("Nothing was removed, since nobody can be asked here: add --yes.")
