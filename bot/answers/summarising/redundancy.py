"""Whether a sentence says what was said before: by the words that it shares, and by the numbers."""

import math
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import repeat
from typing import Final, Protocol

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
    return _same(first, second, len(first.words & second.words))


def _same(first: Facts, second: Facts, shared: int) -> bool:
    """The same of sentences that share so many words."""
    shorter = min(len(first.words), len(second.words))
    if shorter < _TELLING:
        return first.words == second.words and bool(first.words)
    if first.figures and second.figures:
        if not (first.figures <= second.figures or second.figures <= first.figures):
            return False
        return shared >= _SAME_WITH_NUMBERS * shorter
    return shared >= _SAME_WORDS * shorter


class Known(Protocol):
    """What is known of sentences."""

    @property
    def longest(self) -> int:
        """The telling words of the sentence that has most."""

    def length(self, sentence: int) -> int:
        """How many telling words a sentence has."""

    def common(self, sentence: int) -> Sequence[int]:
        """Those of them that other sentences hold as well."""

    def facts(self, sentence: int) -> Facts:
        """All of them, with those that are figures."""


class Said:
    """The sentences that were taken so far.

    How many words one more shares with each of them is counted for all at once: a whole number has a counter of some
    bits for each sentence that was taken, and the sum of such numbers, of which each word has one, is the sum of all
    counters. The highest bit of a counter is there to hold it against a limit.
    """

    def __init__(self, known: Known) -> None:
        self._known = known
        self._taken: list[int] = []
        self._bits = known.longest.bit_length() + 1
        self._highest = 1 << (self._bits - 1)
        # by word, the counters of the sentences that hold it
        self._held: dict[int, int] = {}
        self._ones = 0
        self._limits = 0
        self._facts: dict[int, Facts] = {}

    def _limit(self, words: int) -> int:
        """What takes a counter to its highest bit where it has reached half of so many words.

        No two sentences are the same with less in common than half of the shorter, whatever their figures.
        """
        return self._highest - max(1, math.ceil(_SAME_WITH_NUMBERS * words))

    def add(self, sentence: int) -> None:
        """Remember a sentence."""
        one = 1 << (self._bits * len(self._taken))
        held = self._held
        for word in self._known.common(sentence):
            held[word] = held.get(word, 0) + one
        self._ones += one
        self._limits += one * self._limit(self._known.length(sentence))
        self._taken.append(sentence)

    def covers(self, sentence: int) -> bool:
        """Whether one of them says the same."""
        if not (length := self._known.length(sentence)):
            return False
        shared = sum(map(self._held.get, self._known.common(sentence), repeat(0)))
        alike = (shared + self._limits) | (shared + self._ones * self._limit(length))
        alike &= self._ones << (self._bits - 1)
        while alike:
            at = alike.bit_length() // self._bits - 1
            count = (shared >> (self._bits * at)) & (self._highest - 1)
            if _same(self._facts_of(sentence), self._facts_of(self._taken[at]), count):
                return True
            alike ^= self._highest << (self._bits * at)
        return False

    def _facts_of(self, sentence: int) -> Facts:
        if (facts := self._facts.get(sentence)) is None:
            facts = self._facts[sentence] = self._known.facts(sentence)
        return facts
