"""Neighbours: the pairs that a matrix of all cosines would give."""

import numpy as np
import pytest

from bot.answers.summarising import neighbours
from bot.answers.summarising.bags import Bags
from bot.answers.summarising.neighbours import Neighbours


def invented(sentences: int, words: int, seed: int) -> list[list[int]]:
    """Sentences of numbered words, the lower the number the more frequent; some are empty, some say the same."""
    chance = np.random.default_rng(seed)
    found = [(words * chance.random(size) ** 3).astype(int).tolist() for size in chance.integers(0, 15, sentences)]
    found[sentences // 2] = found[0]
    return found


def dense(sentences: list[list[int]], words: int) -> np.ndarray[tuple[int, int], np.dtype[np.float64]]:
    return np.array([np.bincount(np.array(each, dtype=int), minlength=words) for each in sentences], dtype=np.float64)


@pytest.mark.parametrize("cells", [1, 500, 10**6])
@pytest.mark.parametrize(("sentences", "words"), [(1, 3), (7, 5), (90, 12), (150, 400)])
def test_they_are_the_pairs_above_the_threshold(
    sentences: int, words: int, cells: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(neighbours, "_CELLS", cells)
    texts = invented(sentences, words, sentences)
    bags = Bags(texts)
    weights = np.random.default_rng(3).normal(size=bags.size)
    matrix = dense(texts, bags.size) * weights
    lengths = np.linalg.norm(matrix, axis=1)
    cosines = matrix @ matrix.T / np.outer(lengths, lengths).clip(1e-300)
    alike = Neighbours(bags, bags.counts * weights[bags.terms], 0.3)
    values = np.arange(sentences, dtype=np.float64)
    summed = alike.sums(np.bincount(bags.kinds, values).astype(np.float64))
    assert summed[bags.kinds] == pytest.approx((cosines > 0.3) @ values)


def test_a_cosine_that_is_the_threshold_up_to_rounding_is_not_above_it() -> None:
    # eleven words that weigh the same, of which two are shared, and no sum of the like is exact
    bags = Bags([list(range(11)), [0, 1, *range(20, 29)]])
    exact = 2 / 11
    for threshold, neighbours_of_each in ((exact, 1), (exact - 1e-14, 1), (exact - 1e-9, 2)):
        alike = Neighbours(bags, np.full(len(bags.terms), 0.1), threshold)
        assert alike.sums(np.ones(2)).tolist() == [neighbours_of_each] * 2


def test_sentences_without_words_have_no_neighbours() -> None:
    bags = Bags([[], [-1], []])
    assert (bags.kinds.tolist(), bags.copies.tolist()) == ([0, 0, 0], [3])
    assert Neighbours(bags, np.zeros(0), 0.1).sums(np.ones(1)).tolist() == [0]
