"""How likely a word, and a pair of neighbouring words, is to stand in a summary of its text.

Logistic models over what a text shows of a word: how many sentences hold it, how near the beginning it first stands,
whether it joins others, is a name or a number. The weights were fitted on news and the summaries that people wrote of
it (`python -m tests.benchmarks.expectation FOLDER` prints them).
"""

from dataclasses import dataclass
from typing import Final

import numpy as np

from bot.answers.summarising.incidence import Flags, Floats, Incidence

_NEAR: Final = 4.0  # sentences in which the pull of the beginning falls to a third
_FAR: Final = 12.0
_USUAL_LENGTH: Final = 30.0  # sentences of the texts that the weights were fitted on

WORD: Final = (-2.73, 1.43, -0.39, 0.40, 1.55, -0.41, 0.28, 0.63)
"""For words: a constant, log sentences that hold it, log sentences of the text, near the beginning by two measures,
log sentences that hold it where it only joins others, is mostly capitalised, is a number."""
PAIR: Final = (-4.08, 1.14, -0.48, 0.42, 2.01, 0.24)
"""For pairs: a constant, log sentences that hold it, in the first sentence, near the beginning by two measures, and
the lower log odds of its two words."""


@dataclass(frozen=True, slots=True)
class Marks:
    """What is known of the words of a text beside where they stand."""

    joining: Flags
    capital: Flags
    number: Flags


def lead(sentences: int) -> float:
    """How much the beginning counts in a text of so many sentences: fully in a report, less the longer the text."""
    return float(min(1.0, np.sqrt(_USUAL_LENGTH / max(1, sentences))))


def word_features(words: Incidence, marks: Marks, weight_of_lead: float) -> Floats:
    """One row for each word, one column for each number in `WORD`."""
    counts = np.log(np.maximum(words.counts, 1))
    ones = np.ones(len(counts))
    return np.stack(
        [
            ones,
            counts,
            ones * np.log(max(1, words.sentences)),
            weight_of_lead * np.exp(-words.first / _NEAR),
            weight_of_lead * np.exp(-words.first / _FAR),
            marks.joining * counts,
            marks.capital.astype(np.float64),
            marks.number.astype(np.float64),
        ],
        axis=1,
    )


def pair_features(pairs: Incidence, lower_odds: Floats, weight_of_lead: float) -> Floats:
    """One row for each pair, one column for each number in `PAIR`; `lower_odds` are of the less likely word."""
    counts = np.log(np.maximum(pairs.counts, 1))
    return np.stack(
        [
            np.ones(len(counts)),
            counts,
            weight_of_lead * np.exp(-pairs.first.astype(np.float64)),
            weight_of_lead * np.exp(-pairs.first / _NEAR),
            weight_of_lead * np.exp(-pairs.first / _FAR),
            lower_odds,
        ],
        axis=1,
    )


def likely(odds: Floats) -> Floats:
    """Probabilities from log odds."""
    return 1.0 / (1.0 + np.exp(-odds))
