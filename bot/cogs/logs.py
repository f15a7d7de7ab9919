"""What discord.py may write into the log: nothing that holds a token, and no page where a line will do."""

import logging
from typing import Final

import discord

_UNKNOWN_INTERACTION: Final = 10062
_RECONNECTING: Final = "Attempting a reconnect"


class _Calm(logging.Filter):
    """Makes one line of a lost connection, and nothing of an autocomplete that came too late."""

    def filter(self, record: logging.LogRecord) -> bool:
        error = record.exc_info[1] if record.exc_info else None
        if isinstance(error, discord.NotFound) and error.code == _UNKNOWN_INTERACTION:
            return False
        if error is not None and str(record.msg).startswith(_RECONNECTING):
            record.msg = f"{record.getMessage()} ({type(error).__name__})".replace("%", "%%")
            record.args = ()
            record.exc_info = None
        return True


_CALM: Final = _Calm()


def calm() -> None:
    """Keep discord.py above DEBUG, where it writes down interaction tokens, and to one line a trouble."""
    # nobody is told twice a day that a text client has no voice
    discord.VoiceClient.warn_nacl = discord.VoiceClient.warn_dave = False
    root = logging.getLogger("discord")
    if root.getEffectiveLevel() < logging.INFO or root.level < logging.INFO:
        root.setLevel(logging.INFO)
    for name in ("discord.client", "discord.app_commands.tree"):
        # adding the same filter again has no effect
        logging.getLogger(name).addFilter(_CALM)
