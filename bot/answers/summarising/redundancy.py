"""Whether a sentence says what was said before: by the words that it shares, and by the numbers."""

from dataclasses import dataclass
from typing import Final

import numpy as np

_SAME_WORDS: Final = 0.8  # share of the shorter sentence's telling words from which two say the same
_SAME_WITH_NUMBERS: Final = 0.5  # the same where their numbers agree
_TELLING: Final = 3  # words below which a share says nothing


@dataclass(frozen=True, slots=True)
class Facts:
    """The telling words of a sentence by their numbers, and those of them that are figures."""

    words: frozenset[int]
    figures: frozenset[int] = frozenset()


def same(first: Facts, second: Facts) -> bool:
    """Whether two sentences say the same.

    They do when most telling words of the shorter stand in the other, or fewer where both have figures and those of
    one stand in the other. Where both have figures and none in common they do not, however alike their words: "one
    died" is not "two died".
    """
    shorter = min(len(first.words), len(second.words))
    shared = len(first.words & second.words)
    if shorter < _TELLING:
        return first.words == second.words and bool(first.words)
    if first.figures and second.figures:
        if not (first.figures <= second.figures or second.figures <= first.figures):
            return False
        return shared >= _SAME_WITH_NUMBERS * shorter
    return shared >= _SAME_WORDS * shorter


class Said:
    """The sentences that were taken so far, `most` at the most, of words with numbers below `size`."""

    def __init__(self, size: int, most: int) -> None:
        self._facts: list[Facts] = []
        self._lengths = np.zeros(most, dtype=np.int64)
        # by word, and by sentence in the order in which they were taken: a whole row is looked at in no time
        self._held = np.zeros((size, most), dtype=np.int16)

    def add(self, facts: Facts) -> None:
        """Remember a sentence."""
        at = len(self._facts)
        self._facts.append(facts)
        self._lengths[at] = len(facts.words)
        self._held[list(facts.words), at] = 1

    def covers(self, facts: Facts) -> bool:
        """Whether one of them says the same."""
        if not facts.words or not self._facts:
            return False
        shared = self._held[list(facts.words)].sum(axis=0)
        # no two are the same with less in common, whatever their figures
        least = _SAME_WITH_NUMBERS * np.minimum(self._lengths, len(facts.words))
        alike = np.flatnonzero((shared >= least) & (shared > 0))
        return any(same(facts, self._facts[at]) for at in alike.tolist())
