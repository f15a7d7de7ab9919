"""`python -m bot` without a token: the interactive terminal, or a short tour where nobody can type."""

import logging
import sys
from collections.abc import Callable

from bot.app import App, open_app
from bot.errors import UserError
from bot.models import SHARED
from bot.settings import Settings

_log = logging.getLogger(__name__)


async def start(settings: Settings) -> int:
    """Open the store, fill it with the starter collection at the first start, and show it.

    Returns:
        The exit status.
    """
    async with open_app(settings) as app:
        _say(f"Database: {settings.database}")
        await prepare(app, _say)
        if _somebody_types():
            from bot.console.shell import Shell  # noqa: PLC0415 - prompt_toolkit is only needed for typing

            await Shell(app).run()
        else:
            from bot.console.tour import tour  # noqa: PLC0415 - and the tour only where there is none

            await tour(app)
    return 0


async def prepare(app: App, say: Callable[[str], None]) -> None:
    """Bring the store up to what is served: the starter collection in an empty one, marks of this version's reader.

    Args:
        app: The house, opened.
        say: Told what takes its time and what came of it.
    """
    if app.settings.starter and not await app.store.keeper.count(SHARED):
        say("Importing the starter collection …")
        outcomes = await app.intake.seed()
        say(f"Imported: {sum(outcome.status != 'refused' for outcome in outcomes)} documents.")
    try:
        if renewed := await app.intake.refresh():
            say(f"Read anew, with the rules of this version: {renewed} documents.")
    except UserError as error:
        # the marks of the version before still answer
        _log.warning("documents that an earlier version has read stay as they are: %s", error)


def _say(text: str) -> None:
    print(text, flush=True)  # noqa: T201 - the terminal is what this is for


def _somebody_types() -> bool:
    """Whether both ends are a terminal; a closed standard input is None."""
    return all(stream is not None and not stream.closed and stream.isatty() for stream in (sys.stdin, sys.stdout))
