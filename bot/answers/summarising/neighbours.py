"""Which bags of words are alike: pairs whose cosine is above a threshold, found without keeping a matrix of all pairs.

Two bags meet in the postings of a term that both hold, so that what shares nothing costs next to nothing; the few terms
that many bags hold, whose postings would be long, go through matrix multiplication. Each pair is looked at once, some
rows at a time and in single precision; the few that come too near the threshold for that are settled in double.
"""

from collections.abc import Iterator
from typing import Final, NamedTuple, TypeAlias

import numpy as np
import numpy.typing as npt

from bot.answers.summarising.bags import Bags
from bot.answers.summarising.incidence import Floats, Ints

_Singles: TypeAlias = npt.NDArray[np.float32]

_CELLS: Final = 500_000  # pairs worked on at a time, 2 MB
_COMMON: Final = 20  # a term in more than one of so many bags is left to matrix multiplication
_SINGLE: Final = 2.0**-22  # what single precision may lose on each term of a product of two vectors of length 1
_ROUNDING: Final = 1e-12  # a cosine that is the threshold up to rounding is not above it


class _Alike(NamedTuple):
    """Some rows from `start`: how many are like each, and which: first it, then those behind it."""

    start: int
    counts: Ints
    others: npt.NDArray[np.int32]


class Neighbours:
    """The pairs of bags that are alike, each once; a bag with a word that tells is alike with itself.

    The threshold lies below 1.
    """

    def __init__(self, bags: Bags, weights: Floats, threshold: float) -> None:
        """`weights` are those of the entries of `bags`, the threshold is that of their cosine."""
        self._size = len(bags.copies)
        lengths = np.sqrt(np.bincount(bags.rows, weights * weights, minlength=self._size))
        lengths[lengths == 0] = np.inf
        vectors = _Vectors(bags, weights / lengths[bags.rows])
        self._alike = list(vectors.pairs_above(threshold + _ROUNDING))

    def sums(self, values: Floats) -> Floats:
        """For each bag the sum of its neighbours' values."""
        sums = np.zeros(self._size)
        for start, counts, others in self._alike:
            own = values[start : start + len(counts)]
            some = counts > 0
            starts = (np.cumsum(counts) - counts)[some]
            if not len(starts):
                continue
            sums += np.bincount(others, np.repeat(own, counts), minlength=self._size)
            # a row's first is the row itself, which is not to be counted twice
            sums[start : start + len(counts)][some] += np.add.reduceat(values[others], starts) - own[some]
        return sums


class _Vectors:
    """Sparse vectors of length 1 at the most, for inner products of each with itself and those behind it."""

    def __init__(self, bags: Bags, values: Floats) -> None:
        self._size = len(bags.copies)
        self._rows, self._terms, self._values = bags.rows, bags.terms, values
        self._keys = bags.rows * max(1, bags.size) + bags.terms
        self._terms_end = max(1, bags.size)
        counts = np.bincount(bags.terms, minlength=bags.size)
        common = counts * _COMMON > self._size
        columns = np.cumsum(common) - 1
        often = common[bags.terms]
        self._dense = np.zeros((self._size, int(common.sum())), dtype=np.float32)
        self._dense[bags.rows[often], columns[bags.terms[often]]] = values[often]
        # multiplying rows by columns is faster where each lies in one piece
        self._turned = np.ascontiguousarray(self._dense.T)
        self._postings = _Postings(bags.rows[~often], bags.terms[~often], values[~often].astype(np.float32))
        self._doubt = _SINGLE * (1 + int(np.bincount(bags.rows, minlength=1).max()))

    def pairs_above(self, threshold: float) -> Iterator[_Alike]:
        """The pairs whose product is above the threshold, some rows at a time."""
        for start, stop in self._postings.blocks(self._size):
            products = self._dense[start:stop] @ self._turned[:, start:]
            self._postings.add(products, start)
            cells = np.flatnonzero(products > threshold - self._doubt)
            rows, columns = np.divmod(cells, products.shape[1])
            doubtful = products.reshape(-1)[cells] < threshold + self._doubt
            # what lies below the diagonal is no product
            kept = rows <= columns
            unsure = np.flatnonzero(kept & doubtful)
            kept[unsure] = self._exact(rows[unsure] + start, columns[unsure] + start) > threshold
            counts = np.bincount(rows[kept], minlength=len(products))
            yield _Alike(start, counts, (columns[kept] + start).astype(np.int32))

    def _exact(self, first: Ints, second: Ints) -> Floats:
        """The products of some pairs in double precision."""
        begin, end = np.searchsorted(self._rows, first), np.searchsorted(self._rows, first, side="right")
        pairs = np.repeat(np.arange(len(first)), end - begin)
        entries = _runs(begin, end - begin)
        wanted = second[pairs] * self._terms_end + self._terms[entries]
        found = np.searchsorted(self._keys, wanted).clip(max=max(0, len(self._keys) - 1))
        both = self._keys[found] == wanted
        products = self._values[entries[both]] * self._values[found[both]]
        return np.bincount(pairs[both], products, minlength=len(first)).astype(np.float64)


class _Postings:
    """Which rows hold which term with what weight, for inner products of rows with those from them on."""

    def __init__(self, rows: Ints, terms: Ints, values: _Singles) -> None:
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

    def add(self, products: _Singles, start: int) -> None:
        """Add to `products`, of the rows from `start` with all from there, what the terms held here contribute."""
        height, width = products.shape
        first, last = np.searchsorted(self._rows, (start, start + height))
        lengths = self._lengths[first:last]
        # each entry meets the postings of its term from its own on
        others = _runs(self._places[first:last], lengths)
        cells = np.repeat((self._rows[first:last] - start) * width - start, lengths) + self._posted_rows[others]
        np.add.at(
            products.reshape(-1), cells, np.repeat(self._values[first:last], lengths) * self._posted_values[others]
        )


def _runs(starts: Ints, lengths: Ints) -> Ints:
    """Runs of numbers that follow one another: for each start so many."""
    ends = np.cumsum(lengths)
    runs: Ints = np.arange(ends[-1] if len(ends) else 0) + np.repeat(starts - (ends - lengths), lengths)
    return runs
