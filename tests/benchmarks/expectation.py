"""The weights of `bot.answers.summarising.expectation`, fitted on texts with summaries that people wrote.

Run with `python -m tests.benchmarks.expectation FOLDER [FOLDER…]`; folders as for `tests.benchmarks.rouge`, each text
of the second and later ones counting `--weight` times. Two logistic regressions (Newton's method, with a ridge of 1):
for each word of a text whether it stands in the summary, then for each pair of neighbours, given the words.
"""

import argparse
import sys
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import islice, pairwise
from pathlib import Path
from typing import Final

import numpy as np

from bot.answers.sentence_words import stop_words
from bot.answers.summarising import expectation
from bot.answers.summarising.base import stemmer
from bot.answers.summarising.incidence import Floats
from bot.answers.summarising.tokens import Tokens
from bot.answers.summarising.verbatim import Inventory
from bot.folding import words
from tests.benchmarks.rouge import Example, examples

_STEPS: Final = 12


@dataclass(frozen=True, slots=True)
class Sample:
    """The words of a text and the words and pairs of its summary."""

    inventory: Inventory
    words: Floats
    pairs: Floats
    weight: float

    @property
    def lead(self) -> float:
        """How much its beginning counts."""
        return expectation.lead(self.inventory.words.sentences)


def sample(example: Example, weight: float) -> Sample:
    """What of a text stands in its summary."""
    stops, stem = stop_words("en"), stemmer("en")
    inventory = Inventory(Tokens(example.sentences), stem, stops)
    said = [
        [word.text if word.text in stops else stem(word.text) for word in words(sentence)]
        for sentence in example.summary
    ]
    known = {word for sentence in said for word in sentence}
    together = {pair for sentence in said for pair in pairwise(sentence)}
    vocabulary = inventory.vocabulary
    pairs = zip(inventory.firsts, inventory.seconds, strict=True)
    return Sample(
        inventory,
        np.array([word in known for word in vocabulary], dtype=np.float64),
        np.array([(vocabulary[first], vocabulary[second]) in together for first, second in pairs], dtype=np.float64),
        weight,
    )


def fitted(rows: Sequence[tuple[Floats, Floats, float]]) -> Floats:
    """The weights of a logistic regression over features, outcomes and how much each block of rows counts."""
    size = rows[0][0].shape[1]
    weights = np.zeros(size)
    for _ in range(_STEPS):
        curvature, slope = np.eye(size), -weights
        for features, outcomes, weight in rows:
            likely = expectation.likely(features @ weights)
            slope = slope + weight * features.T @ (outcomes - likely)
            curvature = curvature + weight * (features * (likely * (1 - likely))[:, np.newaxis]).T @ features
        weights = weights + np.linalg.solve(curvature, slope)
    return weights


def fit(samples: Sequence[Sample]) -> tuple[Floats, Floats]:
    """The weights for words and for pairs."""
    rows = [
        (expectation.word_features(each.inventory.words, each.inventory.marks, each.lead), each.words, each.weight)
        for each in samples
    ]
    for_words = fitted(rows)
    lower = [
        np.minimum(odds[each.inventory.firsts], odds[each.inventory.seconds])
        for each, odds in zip(samples, (features @ for_words for features, _, _ in rows), strict=True)
    ]
    for_pairs = fitted(
        [
            (expectation.pair_features(each.inventory.pairs, odds, each.lead), each.pairs, each.weight)
            for each, odds in zip(samples, lower, strict=True)
        ]
    )
    return for_words, for_pairs


def _samples(folders: Iterable[Path], weight: float, limit: int | None) -> list[Sample]:
    return [
        sample(example, weight if place else 1.0)
        for place, folder in enumerate(folders)
        for example in islice(examples(folder), limit)
        if example.sentences and example.summary
    ]


def main(arguments: Sequence[str] | None = None) -> int:
    """Print the weights; status 1 where there is no example."""
    parser = argparse.ArgumentParser(prog="python -m tests.benchmarks.expectation", description=__doc__)
    parser.add_argument("folders", type=Path, nargs="+")
    parser.add_argument("--weight", type=float, default=3.0, help="of texts of the second and later folders (3)")
    parser.add_argument("--limit", type=int, default=None, help="how many examples of each folder (default: all)")
    asked = parser.parse_args(arguments)
    if not (samples := _samples(asked.folders, asked.weight, asked.limit)):
        return 1
    for name, weights in zip(("WORD", "PAIR"), fit(samples), strict=True):
        sys.stdout.write(f"{name} = ({', '.join(f'{weight:.2f}' for weight in weights)})\n")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
