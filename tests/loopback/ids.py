"""Snowflakes: Discord's ids, made of the time and a counter."""

import itertools
import time
from typing import Final

_EPOCH_MS: Final = 1_420_070_400_000
_COUNTER_BITS: Final = 22


class Snowflakes:
    """Hands out ids that rise and are never given twice."""

    def __init__(self) -> None:
        self._start = (int(time.time() * 1000) - _EPOCH_MS) << _COUNTER_BITS
        self._count = itertools.count()

    def new(self) -> str:
        """The next id, as Discord writes it: digits in a string."""
        return str(self._start + next(self._count))
