"""What was worked out once, kept within a bound."""

from collections.abc import Callable
from typing import TypeVar

_T = TypeVar("_T")


class Remembered(dict[str, _T]):
    """What a function makes of strings, worked out when one is first met; above so many, all are forgotten."""

    def __init__(self, make: Callable[[str], _T], most: int) -> None:
        super().__init__()
        self._make = make
        self._most = most

    def __missing__(self, text: str) -> _T:
        if len(self) >= self._most:
            self.clear()
        made = self[text] = self._make(text)
        return made
