"""Arrays that grow, and what is known of numbered things, worked out when it is first asked."""

from collections.abc import Callable, Sequence
from typing import Final

import numpy as np

from bot.answers.summarising.incidence import Ints

_UNKNOWN: Final = int(np.iinfo(np.int64).min)


class Growing:
    """Rows of numbers, at the end of which others can be put."""

    def __init__(self, width: int) -> None:
        self._rows = np.empty((256, width), dtype=np.int64)
        self._size = 0

    def __len__(self) -> int:
        return self._size

    @property
    def rows(self) -> Ints:
        """All rows; a view, to be forgotten before others are added."""
        return self._rows[: self._size]

    def add(self, rows: Sequence[Sequence[int]]) -> None:
        """Put rows behind those that there are."""
        if not rows:
            return
        size = self._size + len(rows)
        if size > len(self._rows):
            grown = np.empty((max(size, 2 * len(self._rows)), self._rows.shape[1]), dtype=np.int64)
            grown[: self._size] = self.rows
            self._rows = grown
        self._rows[self._size : size] = rows
        self._size = size


class Column:
    """A number for each of some forms, worked out by `read` when it is first asked for.

    It is of one list of forms at a time, and begun anew with another.
    """

    def __init__(self, read: Callable[[str], int]) -> None:
        self._read = read
        self._forms: Sequence[str] = ()
        self._values: Ints = np.empty(0, dtype=np.int64)

    def of(self, forms: Sequence[str], numbers: Ints) -> Ints:
        """The numbers of some of the forms, which are given by their places."""
        if forms is not self._forms:
            self._forms = forms
            self._values = np.empty(0, dtype=np.int64)
        if len(forms) > len(self._values):
            room = np.full(max(len(forms), 2 * len(self._values)), _UNKNOWN, dtype=np.int64)
            room[: len(self._values)] = self._values
            self._values = room
        found: Ints = self._values[numbers]
        if (unknown := numbers[found == _UNKNOWN]).size:
            places = list(set(unknown.tolist()))
            self._values[places] = [self._read(forms[place]) for place in places]
            found = self._values[numbers]
        return found


class Places:
    """Numbers in the order in which they first come; room that is used again for every text."""

    def __init__(self) -> None:
        self._room: Ints = np.empty(0, dtype=np.int64)

    def by_first(self, numbers: Ints, size: int) -> tuple[Ints, Ints]:
        """The different ones of some numbers below `size` as they first come, and the place of each among them."""
        if size > len(self._room):
            self._room = np.empty(2 * size, dtype=np.int64)
        order = np.arange(len(numbers))
        # of several values that are set at one place the last one stays
        self._room[numbers[::-1]] = order[::-1]
        firsts = self._room[numbers]
        opens = firsts == order
        return numbers[opens], (np.cumsum(opens) - 1)[firsts]
