"""What was worked out once, kept within a bound."""

from collections.abc import Callable
from typing import Final, TypeVar

_MOST: Final = 16_384  # pieces of text; with their tokens some five megabytes
_T = TypeVar("_T")


class Remembered(dict[str, _T]):
    """What a function makes of strings, worked out when one is first met; too many, and all are forgotten."""

    def __init__(self, make: Callable[[str], _T]) -> None:
        super().__init__()
        self._make = make

    def __missing__(self, text: str) -> _T:
        if len(self) >= _MOST:
            self.clear()
        made = self[text] = self._make(text)
        return made
