"""What a blank parts from the rest of a text, read once and remembered: the tokens of each piece and where they stand.

A token is a run of letters and digits with what joins such runs to one word (multi-polar, O'Brien, U.S.). No token
reaches over a blank.
"""

import re
from enum import IntEnum
from typing import Final

from bot.answers.summarising.columns import Growing

NOTHING, BLANK, APOSTROPHE, JOINT = range(4)
"""What stands between two tokens: something else, a blank or nothing, an apostrophe, a sign that joins two words."""
_TOKEN: Final = re.compile(r"([^\W_]+(?:[-‐‑][^\W_]+|['’][^\W\d_]{2,}|\.(?=[^\W\d_]\b)[^\W\d_])*)")
_GAPS: Final = {
    **dict.fromkeys(("", " ", "\t", "\u00a0", "\u202f"), BLANK),
    **dict.fromkeys(("'", "’"), APOSTROPHE),
    **dict.fromkeys((".", ",", "-"), JOINT),
}
"""What a gap within a piece means, by all that stands in it."""
_MOST: Final = 1_000_000
"""Letters of pieces from which on they are read anew with the next document; they take some 50 MB then."""


class Row(IntEnum):
    """The columns of tokens: the number of the form, where it stands in its piece, its letters, the gap before it."""

    FORM = 0
    START = 1
    LENGTH = 2
    GAP = 3


class Pieces(dict[str, int]):
    """The number of each piece, which is read when it is first met; `forms` are the different tokens.

    `found` has a row for each piece: its letters, its tokens, the place of the first one, and whether the last one ends
    it; `tokens` has one for each of its tokens. Both have them only once `settled`.
    """

    def __init__(self) -> None:
        super().__init__()
        self.forms: list[str] = []
        self.found = Growing(4)
        self.tokens = Growing(len(Row))
        self._numbers: dict[str, int] = {}
        self._new: list[tuple[int, int, int, int]] = []
        self._new_tokens: list[tuple[int, int, int, int]] = []
        self._letters = 0

    @property
    def is_full(self) -> bool:
        """Whether so many are known that others should be begun."""
        return self._letters > _MOST

    def __missing__(self, piece: str) -> int:
        number = self[piece] = len(self)
        self._letters += len(piece)
        first = len(self.tokens) + len(self._new_tokens)
        if piece.isalnum():
            self._new_tokens.append((self._number(piece), 0, len(piece), BLANK))
            self._new.append((len(piece), 1, first, 1))
            return number
        parts = _TOKEN.split(piece)
        at = 0
        for gap, form in zip(parts[::2], parts[1::2], strict=False):
            at += len(gap)
            meaning = _GAPS.get(gap, NOTHING) if at > len(gap) or not gap else NOTHING
            self._new_tokens.append((self._number(form), at, len(form), meaning))
            at += len(form)
        self._new.append((len(piece), len(parts) // 2, first, not parts[-1] and len(parts) > 1))
        return number

    def _number(self, form: str) -> int:
        if (number := self._numbers.get(form)) is None:
            number = self._numbers[form] = len(self.forms)
            self.forms.append(form)
        return number

    def settle(self) -> None:
        """Let the rows of the pieces that are new be found."""
        self.found.add(self._new)
        self.tokens.add(self._new_tokens)
        self._new.clear()
        self._new_tokens.clear()


class _Kept:
    """The pieces that are known to all texts."""

    def __init__(self) -> None:
        self._pieces = Pieces()

    def get(self) -> Pieces:
        if self._pieces.is_full:
            self._pieces = Pieces()
        return self._pieces


known: Final = _Kept().get
"""The pieces of the texts before, or others to begin with where those have become too many."""
