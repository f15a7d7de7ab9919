"""Cutting the sentences of a document: those that may hold a date."""

from functools import lru_cache

from bot.documents.dates.chunks import Chunks
from bot.documents.dates.cutting import Cutter
from bot.documents.dates.eastern import EasternLexer, EasternWords
from bot.documents.dates.lexicon import Words
from bot.documents.dates.tokens import Tokens
from bot.documents.dates.triggers import Trigger


class Lexer:
    """Cuts sentences of one language."""

    def __init__(self, words: Words) -> None:
        self._cutter = Cutter(words)
        self._chunks = Chunks(words, self._cutter)
        self._trigger = {vague: Trigger(words, vague=vague) for vague in (False, True)}

    def dated(self, text: str, start: int, end: int, *, vague: bool = False) -> Tokens | None:
        """The tokens between two offsets of a text, in order; None where it lacks what no date is without.

        With `vague`, None where it lacks what no expression of time is without.
        """
        if not self._trigger[vague].fires(text, start, end):
            return None
        return self._chunks.cut(text, start, end) or self._cutter.cut(text, start, end)


@lru_cache
def lexer_for(words: Words | EasternWords) -> Lexer | EasternLexer:
    """The lexer of a language's table, built once."""
    return EasternLexer(words) if isinstance(words, EasternWords) else Lexer(words)
