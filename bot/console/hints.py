"""Commands as they are named to whoever is to type them next: whole at a shell, bare in the interactive terminal."""

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from typing import Final

from bot.errors import UserError

PROGRAM: Final = "python -m bot"
_INSIDE: Final = ContextVar("inside the interactive terminal", default=False)


@contextmanager
def inside() -> Iterator[None]:
    """While this lasts, commands are those of the interactive terminal."""
    token = _INSIDE.set(True)
    try:
        yield
    finally:
        _INSIDE.reset(token)


def command(words: str) -> str:
    """A command between backticks, as it can be typed where its reader is: a verb and its words."""
    return f"`{words}`" if _INSIDE.get() else f"`{PROGRAM} {words}`"


def here(text: str) -> str:
    """A text that names whole commands, as they are typed where its reader is."""
    return text.replace(f"{PROGRAM} ", "") if _INSIDE.get() else text


def worded(error: UserError) -> str:
    """What an error says, with the command that shows what there is."""
    see = f" See {command(error.see)}." if error.see else ""
    return here(f"{error.message}{see}")
