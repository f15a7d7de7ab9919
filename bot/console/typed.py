"""A line typed in the interactive terminal, as the arguments that the command line would have had."""

import re
from typing import Final

from bot.console.verbs import VERBS, Words

_TOKEN: Final = re.compile(r'(?:[^\s"]|"[^"]*"?)+')
_OPTION: Final = re.compile(r"--[a-z][a-z-]*")
_FLAGS: Final = ("--json", "--yes", "--help")
LEAVING: Final = ("quit", "exit", "q")
HERE: Final = tuple(name for name in VERBS if name not in {"serve", "sync"})
"""The verbs that the interactive terminal has."""


def split(line: str) -> list[str]:
    """Cut a line into arguments; a bare text is a quotation.

    A command may begin with a slash, as in Discord. Quotation marks hold words together; in the text of `quote` and
    `verify` they stay, since phrases are written with them and quotations have some. Apostrophes and backslashes stand
    for themselves.
    """
    tokens = _TOKEN.findall(line)
    if not tokens:
        return []
    name = tokens[0].removeprefix("/").lower()
    known = name in HERE or name in LEAVING or name == "help"
    if not known and not tokens[0].startswith("/"):
        # nothing in a bare text is an option, but for what looks like one
        return ["quote", *_arguments(tokens, phrases=True)]
    phrases = name in VERBS and VERBS[name].words in {Words.TEXT, Words.LITERAL}
    return [name, *_arguments(tokens[1:], phrases=phrases)]


def _arguments(tokens: list[str], *, phrases: bool) -> list[str]:
    """The tokens, freed from quotation marks where these only hold words together."""
    arguments: list[str] = []
    expected = False
    for token in tokens:
        is_option = token.startswith("--")
        arguments.append(token if phrases and not expected and not is_option else token.replace('"', ""))
        expected = bool(_OPTION.fullmatch(token)) and token not in _FLAGS
    return arguments
