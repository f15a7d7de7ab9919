"""What went wrong, told: one sentence for the asker, the rest for the log."""

import sys

from bot.console.hints import worded
from bot.console.literal import literal_line
from bot.errors import InternalError, UserError

# most commands go well: what only an error needs is imported when there is one
# ruff: noqa: PLC0415


def told(error: Exception) -> UserError:
    """The error to show: the same where it was written for that; otherwise a reference to the log, nothing else."""
    if isinstance(error, UserError):
        return error
    import logging
    import secrets

    reference = secrets.token_hex(2).upper()
    logging.getLogger(__name__).error("ref %s: an unexpected error", reference, exc_info=error)
    return InternalError(f"Something failed on my side (ref {reference}). Nothing was changed.")


def report(error: UserError, *, as_json: bool) -> int:
    """Tell an error at the command line.

    Args:
        error: What to tell.
        as_json: As an object on standard output, rather than a line on standard error.

    Returns:
        The exit status.
    """
    if as_json:
        from bot.console import contract
        from bot.console.output import write_json

        write_json(contract.error(error))
    else:
        message = f"verbatim: {literal_line(worded(error))}\n"
        # a narrow locale shows escapes rather than a second error
        encoding = sys.stderr.encoding or "utf-8"
        sys.stderr.write(message.encode(encoding, "backslashreplace").decode(encoding))
    return error.status
