"""Threads: the signatures that members of a forum or a list put below what they write."""

import re
from collections.abc import Sequence
from typing import Final

from bot.documents.looks import Look
from bot.documents.sections import Decided
from bot.models import Kind

_RULED: Final = re.compile(r"_{3,}|-{2}|-{5,}|—{2,}|={5,}")
_LONGEST: Final = 3
_WORDS: Final = 40
_POST_ENDS: Final = frozenset({Kind.NAVIGATION, Kind.BYLINE})


def apply(looks: Sequence[Look], found: list[Decided]) -> None:
    """Type short paragraphs between a ruled line and the buttons or the head of the next post, in place."""
    if not any(seen.raw[:2] in {"__", "--", "——", "=="} for seen in looks):
        return
    for at, seen in enumerate(looks):
        if not _RULED.fullmatch(seen.raw) or not _post_above(found, at):
            continue
        end = at + 1
        while end < len(looks) and found[end] is None:
            end += 1
        short = end - at - 1 <= _LONGEST and sum(other.words for other in looks[at + 1 : end]) <= _WORDS
        after = found[end] if end < len(looks) else None
        if at + 1 < end < len(looks) and short and after is not None and after[0] in _POST_ENDS:
            for inside in range(at + 1, end):
                found[inside] = (Kind.APPENDED, "signature of a member")


def _post_above(found: Sequence[Decided], at: int) -> bool:
    """Whether the paragraphs above belong to a post: text below a line that names its writer or the time."""
    above = at - 1
    while above >= 0 and found[above] is None:
        above -= 1
    decided = found[above] if 0 <= above < at - 1 else None
    return decided is not None and decided[0] is Kind.BYLINE
