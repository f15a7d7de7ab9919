"""Verbatim: a Discord bot that only ever says what its documents say, word for word, and shows where."""

from typing import Final

__version__: Final = "0.1.0"
