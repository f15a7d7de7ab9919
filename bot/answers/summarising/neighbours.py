"""Which sentences are alike: pairs whose cosine is above a threshold, found without a matrix of all pairs.

Two sentences meet in the postings of a term that both hold, so that what shares nothing costs next to nothing; the few
terms that many sentences hold, whose postings would be long, go through matrix multiplication. Each pair is looked at
once, some rows at a time, and only pairs that are alike are kept.
"""

from collections.abc import Iterator
from typing import Final, TypeAlias

import numpy as np
import numpy.typing as npt

from bot.answers.summarising.bags import Bags
from bot.answers.summarising.incidence import Floats, Ints

Places: TypeAlias = npt.NDArray[np.int32]

_CELLS: Final = 1_000_000  # pairs worked on at a time, 8 MB
_COMMON: Final = 20  # a term in more than one of so many sentences is left to matrix multiplication
_ROUNDING: Final = 1e-12  # a cosine that is the threshold up to rounding is not above it


class Neighbours:
    """The pairs of sentences that are alike, each once; a sentence with a word that tells is alike with itself."""

    def __init__(self, bags: Bags, weights: Floats, threshold: float) -> None:
        """`weights` are those of the entries of `bags`; the threshold is that of the cosine of weights."""
        self._size = bags.sentences
        lengths = np.sqrt(np.bincount(bags.rows, weights * weights, minlength=self._size))
        lengths[lengths == 0] = np.inf
        values = weights / lengths[bags.rows]
        self._alike = [_above(threshold, start, products) for start, products in _products(bags, values)]
        self.degrees = self.sums(np.ones(self._size))

    def sums(self, values: Floats) -> Floats:
        """For each sentence the sum of its neighbours' values."""
        sums = np.zeros(self._size)
        for here, there in self._alike:
            sums += np.bincount(here, values[there], minlength=self._size)
            apart = here != there
            sums += np.bincount(there[apart], values[here[apart]], minlength=self._size)
        return sums


def _above(threshold: float, start: int, products: Floats) -> tuple[Places, Places]:
    """The pairs of sentences whose product is above the threshold, the earlier one of each first."""
    here, there = np.divmod(np.flatnonzero(products > threshold + _ROUNDING), products.shape[1])
    # what lies below the diagonal is no product
    ordered = here <= there
    return (here[ordered] + start).astype(np.int32), (there[ordered] + start).astype(np.int32)


def _products(bags: Bags, values: Floats) -> Iterator[tuple[int, Floats]]:
    """The inner products of some sentences, from the one that is given on, with all from that one on."""
    common = bags.spread * _COMMON > bags.sentences
    columns = np.cumsum(common) - 1
    often = common[bags.terms]
    dense = np.zeros((bags.sentences, int(common.sum())))
    dense[bags.rows[often], columns[bags.terms[often]]] = values[often]
    postings = _Postings(bags.rows[~often], bags.terms[~often], values[~often])
    for start, stop in postings.blocks(bags.sentences):
        products = dense[start:stop] @ dense[start:].T
        postings.add(products, start)
        yield start, products


class _Postings:
    """Which sentences hold which term with what weight, for inner products of sentences with those from them on."""

    def __init__(self, rows: Ints, terms: Ints, values: Floats) -> None:
        """The entries are given by row."""
        order = np.argsort(terms, kind="stable")
        self._rows, self._values = rows, values
        self._posted_rows, self._posted_values = rows[order], values[order]
        # where each entry stands among the postings, and how many of its term there are from there on
        self._places = np.empty_like(order)
        self._places[order] = np.arange(len(order))
        self._lengths = np.cumsum(np.bincount(terms))[terms] - self._places

    def blocks(self, size: int) -> Iterator[tuple[int, int]]:
        """Cut `size` rows so that a block holds `_CELLS` cells and meetings at most, or one row."""
        work = np.arange(size, 0, -1) + np.bincount(self._rows, self._lengths, minlength=size).astype(np.int64)
        ends = np.cumsum(work)
        start, done = 0, 0
        while start < size:
            stop = max(start + 1, int(np.searchsorted(ends, done + _CELLS, side="right")))
            yield start, stop
            start, done = stop, int(ends[stop - 1])

    def add(self, products: Floats, start: int) -> None:
        """Add to `products`, of the rows from `start` with all from there, what the terms held here contribute."""
        height, width = products.shape
        first, last = np.searchsorted(self._rows, (start, start + height))
        if first == last:
            return
        # each entry meets the postings of its term from its own on: entry e stands `lengths[e]` times beside them
        lengths = self._lengths[first:last]
        ends = np.cumsum(lengths)
        others = np.arange(ends[-1]) + np.repeat(self._places[first:last] - (ends - lengths), lengths)
        cells = np.repeat((self._rows[first:last] - start) * width - start, lengths) + self._posted_rows[others]
        weights = np.repeat(self._values[first:last], lengths) * self._posted_values[others]
        products += np.bincount(cells, weights, minlength=products.size).reshape(products.shape)
