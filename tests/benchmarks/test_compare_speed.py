"""How fast two long documents are compared: one against a copy in which half of the sentences are changed.

Run with `pytest tests/benchmarks/test_compare_speed.py --benchmark-only`.
"""

import random

import pytest
from pytest_benchmark.fixture import BenchmarkFixture

from bot.answers.comparison.comparing import compared, compared_apart
from bot.answers.comparison.units import Unit
from bot.answers.results import Relation
from tests.answers.invented import generated

_IN_A_PARAGRAPH = 4


def written(size: int) -> list[str]:
    sentences, _ = generated(size, 1)
    return sentences


def units(sentences: list[str]) -> list[Unit]:
    """Sentences as they come from a store, with nothing worked out yet."""
    return [
        Unit(place // _IN_A_PARAGRAPH, place % _IN_A_PARAGRAPH * 1_000, text) for place, text in enumerate(sentences)
    ]


def edited(sentences: list[str]) -> list[str]:
    """Half of the sentences with one word changed."""
    chance = random.Random(5)  # noqa: S311 - the same texts in every run, no secret
    changed = list(sentences)
    for place in chance.sample(range(len(changed)), len(changed) // 2):
        words = changed[place].split()
        words[chance.randrange(len(words))] = "substituted"
        changed[place] = " ".join(words)
    return changed


@pytest.mark.parametrize("size", [400, pytest.param(8_000, marks=pytest.mark.slow)])
def test_a_long_document_and_its_copy(benchmark: BenchmarkFixture, size: int) -> None:
    sentences = written(size)
    other = edited(sentences)
    found = benchmark.pedantic(compared_apart, setup=lambda: ((units(sentences), units(other)), {}), rounds=3)
    assert len(found.pairs) >= 0.99 * size
    identical = sum(pair.relation is Relation.IDENTICAL for pair in found.pairs)
    assert 0.45 * size <= identical <= 0.55 * size
    assert len(found.pairs) + len(found.only_first) >= size


def test_another_process_finds_the_same() -> None:
    sentences = written(120)
    here = compared(units(sentences), units(edited(sentences)))
    there = compared_apart(units(sentences), units(edited(sentences)))
    assert here == there
