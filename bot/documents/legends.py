"""Legends: captions that are told by their place, above the line that says who took the picture."""

from collections.abc import Sequence
from typing import Final

from bot.documents.blocks import Form
from bot.documents.headlines import EMPTY_LINE
from bot.documents.looks import Look
from bot.documents.sections import Decided
from bot.models import Kind

LEGEND: Final = (Kind.BYLINE, "caption above its credit")
_CREDITS: Final = frozenset({(Kind.BYLINE, "credit"), (Kind.BYLINE, "caption with a credit")})
_WORDS: Final = 45
_CREDIT_WORDS: Final = 10


def apply(looks: Sequence[Look], found: list[Decided], source: str) -> None:
    """Type captions that share a block of lines with the credit below them, with an empty line above them."""
    for at in range(1, len(looks) - 1):
        if (
            found[at] is None
            and looks[at].block.form is Form.PLAIN
            and looks[at].words <= _WORDS
            and looks[at].ended
            and found[at + 1] in _CREDITS
            and looks[at + 1].words <= _CREDIT_WORDS
            and not _gap(looks, at, source)
            and (_gap(looks, at - 1, source) or _added(found[at - 1]))
        ):
            found[at] = LEGEND


def _added(decided: Decided) -> bool:
    return decided is not None and decided[0] is Kind.NAVIGATION


def _gap(looks: Sequence[Look], at: int, source: str) -> bool:
    return EMPTY_LINE.search(source, looks[at].block.span.end, looks[at + 1].block.span.start) is not None
