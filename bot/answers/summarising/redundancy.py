"""Whether a sentence says what was said before: by the words that it shares, and by the numbers."""

from dataclasses import dataclass
from typing import Final

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
    """The sentences that were taken so far."""

    def __init__(self) -> None:
        self._facts: list[Facts] = []

    def add(self, facts: Facts) -> None:
        """Remember a sentence."""
        self._facts.append(facts)

    def covers(self, facts: Facts) -> bool:
        """Whether one of them says the same."""
        words = facts.words
        # without a word in common no two are the same
        return any(same(facts, other) for other in self._facts if not words.isdisjoint(other.words))
