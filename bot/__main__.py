"""`python -m bot`: the verbs, the interactive terminal, and the way to Discord."""

import os
import sys
from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, Final

from bot.console.arguments import Arguments, Notice, parse, wants_json
from bot.console.failures import report, told, writing
from bot.errors import OutputError

if TYPE_CHECKING:
    from bot.settings import Settings

# everything else is imported where it is used: `--help` and the worker process need none of it
# ruff: noqa: PLC0415

_INTERRUPTED: Final = 128 + 2  # as a shell reports a process that Ctrl+C has ended
_NO_READER: Final = 128 + 13  # and one that wrote to a closed pipe


def main(argv: Sequence[str] | None = None) -> int:
    """Do what the command line says.

    Args:
        argv: The arguments without the program's name; those of the process when None.

    Returns:
        The exit status.
    """
    given = list(sys.argv[1:] if argv is None else argv)
    if sys.stdout is None:  # closed by whoever started us
        sys.stdout = open(os.devnull, "w", encoding="utf-8")  # noqa: PTH123, SIM115 - a device, open until the end
    if sys.stderr is None:
        sys.stderr = sys.stdout
    try:
        try:
            status = _do(given)
        except Exception as error:
            if isinstance(error, BrokenPipeError | OutputError):
                raise
            status = report(told(error), as_json=wants_json(given))
        with writing():
            sys.stdout.flush()
    except BrokenPipeError:
        return _unheard()
    except OutputError as error:
        _unheard()
        sys.stderr.write(f"verbatim: {error}\n")
        return error.status
    except KeyboardInterrupt:
        sys.stderr.write("verbatim: Stopped. What was finished before is kept.\n")
        return _INTERRUPTED
    return status


def _unheard() -> int:
    """Give up writing: whoever read has gone. What is still buffered must not be written at exit."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    return _NO_READER


def _do(argv: Sequence[str]) -> int:
    arguments = parse(argv)
    if isinstance(arguments, Notice):
        from bot.console.output import write_text

        write_text(arguments.text)
        return 0
    import asyncio

    return asyncio.run(_dispatch(arguments))


async def _dispatch(arguments: Arguments) -> int:
    """Send a command to the console or, where it speaks with Discord, to the client."""
    from bot import settings as configuration

    settings = configuration.load()
    # the processes that read files inherit the environment and need not know it
    os.environ.pop(configuration.TOKEN, None)
    if arguments.database is not None:
        settings = replace(settings, database=arguments.database)
    verb = arguments.verb.name if arguments.verb is not None else None
    discord = verb in {"serve", "sync"} or (verb is None and settings.token is not None)
    _log_to_stderr(settings, quietly=not discord)
    if discord:
        return await _discord(settings, sync_only=verb == "sync")
    if verb is None:
        from bot.console.start import start

        return await start(settings)
    from bot.console.run import run

    return await run(settings, arguments)


def _log_to_stderr(settings: "Settings", *, quietly: bool) -> None:
    """Send the log to standard error; `quietly` leaves out what an answer at the terminal would drown in."""
    import logging

    level = logging.getLevelNamesMapping()[settings.log_level]
    if quietly and level == logging.INFO:
        level = logging.WARNING
    logging.basicConfig(level=level, format="%(asctime)s %(levelname)s %(name)s: %(message)s")


async def _discord(settings: "Settings", *, sync_only: bool) -> int:
    """Be there on Discord until told to stop, or only upload the commands.

    Raises:
        NoTokenError: There is no token, or Discord refuses it.
    """
    settings.required_token()
    import gc
    import logging

    from bot.app import open_app
    from bot.cogs import supervision
    from bot.console.output import write_text
    from bot.console.start import prepare

    async with open_app(settings) as app:
        if sync_only:
            write_text(f"Discord has the commands: {await supervision.sync(app)}.\n")
            return 0
        log = logging.getLogger("bot")
        log.info("database: %s", settings.database)
        await prepare(app, log.info)
        # what is loaded by now stays: to look for rings in it takes 30 ms, and an answer waits
        gc.collect()
        gc.freeze()
        await supervision.serve(app)
    return 0


if __name__ == "__main__":
    sys.exit(main())
