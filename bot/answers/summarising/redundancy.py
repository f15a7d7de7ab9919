"""Whether a sentence says what was said before: by the words that it shares, and by the numbers."""

from dataclasses import dataclass
from typing import Final, Protocol

import numpy as np

from bot.answers.summarising.incidence import Ints

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


class Known(Protocol):
    """What is known of sentences."""

    def telling(self, sentence: int) -> Ints:
        """The telling words of a sentence."""

    def facts(self, sentence: int) -> Facts:
        """The same, with those of them that are figures."""


class Said:
    """The sentences that were taken so far, `most` at the most, of words with numbers below `size`."""

    def __init__(self, known: Known, size: int, most: int) -> None:
        self._known = known
        self._taken: list[Facts] = []
        self._lengths = np.zeros(most, dtype=np.int64)
        # by word, and by sentence in the order in which they were taken
        self._held = np.zeros((size, most), dtype=np.int16)

    def add(self, sentence: int) -> None:
        """Remember a sentence."""
        at = len(self._taken)
        self._taken.append(self._known.facts(sentence))
        words = self._known.telling(sentence)
        self._lengths[at] = len(words)
        self._held[words, at] = 1

    def covers(self, sentence: int) -> bool:
        """Whether one of them says the same."""
        words = self._known.telling(sentence)
        shared = np.add.reduce(self._held.take(words, axis=0), axis=0, dtype=np.int16)
        # no two are the same with less in common, whatever their figures
        least = np.minimum(self._lengths, len(words)) * _SAME_WITH_NUMBERS
        alike = ((shared >= least) & (shared > 0)).nonzero()[0].tolist()
        if not alike:
            return False
        facts = self._known.facts(sentence)
        return any(same(facts, self._taken[at]) for at in alike)
