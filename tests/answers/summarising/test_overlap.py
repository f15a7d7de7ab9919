"""Overlap: the sums that a matrix of all pairs would give, without the matrix."""

import math

import numpy as np
import pytest

from bot.answers.summarising.bags import Bags
from bot.answers.summarising.overlap import Overlap
from tests.answers.summarising.test_neighbours import invented


def shared(first: list[int], second: list[int]) -> float:
    """What two sentences share by sumy's formula."""
    both = sum(second.count(word) for word in first)
    norm = math.log(len(first)) + math.log(len(second)) if both else 1.0
    return both / (norm or 1.0)


@pytest.mark.parametrize(("sentences", "words"), [(1, 2), (9, 4), (80, 30), (60, 500)])
def test_the_sums_are_those_of_all_pairs(sentences: int, words: int) -> None:
    texts = [*invented(sentences, words, sentences), list(range(300)), [1], [1], [0, 1]]
    values = np.random.default_rng(5).normal(size=len(texts))
    expected = [sum(shared(one, other) * value for other, value in zip(texts, values, strict=True)) for one in texts]
    bags = Bags(texts)
    summed = Overlap(bags).sums(np.bincount(bags.kinds, values).astype(np.float64))
    assert summed[bags.kinds] == pytest.approx(expected, rel=1e-10, abs=1e-10)


def test_sentences_of_any_length_are_told_apart() -> None:
    texts = [[0] * size for size in range(400)]
    expected = [sum(shared(one, other) for other in texts[:30]) for one in texts]
    values = np.zeros(len(texts))
    values[:30] = 1.0
    assert Overlap(Bags(texts)).sums(values) == pytest.approx(expected, rel=1e-9)


def test_sentences_without_words_share_nothing() -> None:
    assert Overlap(Bags([[], [-1], []])).sums(np.ones(1)).tolist() == [0.0]
