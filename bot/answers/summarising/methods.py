"""The summarisers by the names of their methods."""

from collections.abc import Callable, Mapping
from typing import Any, Final

from bot.answers.summarising.base import Ordered
from bot.answers.summarising.stock import LexRank, Lsa, Luhn, TextRank
from bot.answers.summarising.verbatim import Verbatim
from bot.models import Method

SUMMARISERS: Final[Mapping[Method, Callable[[Any], Ordered]]] = {
    Method.VERBATIM: Verbatim,
    Method.LEXRANK: LexRank,
    Method.TEXTRANK: TextRank,
    Method.LSA: Lsa,
    Method.LUHN: Luhn,
}
