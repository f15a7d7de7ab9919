"""Turns: lines that name who speaks below them, as records of parliaments and hearings have them."""

import re
from collections.abc import Sequence
from itertools import pairwise
from typing import Final

from bot.documents.headlines import HEADING_WORDS
from bot.documents.looks import Look

# `Mr. Crane:`, `Mrs. Edith Maddern (Polgarth):`, `The Minister for Ports (Mr. Aldous Crane):`
_TURN: Final = re.compile(
    r"(?:(?:Mr|Mrs|Ms|Miss|Dr|Prof|Sir|Dame|Lord|Lady|Baroness|Senator|Sen|Rep|Judge|Justice|Chair(?:man|woman|person)?"
    r"|President|Minister|Herr|Frau|M|Mme|Sr|Sra|Deputado|Abg)\b\.? |The )"
    r"[^:.!?]*(?:[A-ZÀ-Þ][^:.!?]*)?(?:\((?:[^()]|\.){2,60}\))?(?:[^:!?]{0,60}):"
)
_FEWEST: Final = 3


def find(looks: Sequence[Look]) -> frozenset[int]:
    """The places of such lines; none where fewer than three have words of a speaker below them."""
    places = frozenset(at for at, seen in enumerate(looks) if _names(seen))
    spoken = sum(at in places and below.prose for at, (_, below) in enumerate(pairwise(looks)))
    return places if spoken >= _FEWEST else frozenset()


def _names(seen: Look) -> bool:
    return seen.text.endswith(":") and seen.words <= HEADING_WORDS and _TURN.fullmatch(seen.text) is not None
