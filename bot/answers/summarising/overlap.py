"""How much bags of words share for their sizes, summed without a matrix of all pairs.

What two bags share, over the sum of the logarithms of their sizes, is no product of what each has. But there are few
sizes: the matrix of 1 / (log a + log b) over them is small, and a dozen of its eigenvectors give it to the last digit,
since the eigenvalues of such a matrix (Cauchy's) fade exponentially (Beckermann and Townsend, "On the singular values
of matrices with displacement structure", SIAM J. Matrix Anal. Appl. 38, 2017). With each of them the sum over all bags
is two products with the sparse matrix of bags and terms.
"""

from typing import Final

import numpy as np

from bot.answers.summarising.bags import Bags
from bot.answers.summarising.incidence import Floats, Ints

_FADED: Final = 1e-15  # an eigenvalue so small beside the largest is rounding


class Overlap:
    """The words that each two bags share, repetitions counted, for the logarithms of their sizes."""

    def __init__(self, bags: Bags) -> None:
        self._bags = bags
        sizes, kinds = np.unique(np.maximum(bags.sizes, 1), return_inverse=True)
        norms = np.add.outer(np.log(sizes), np.log(sizes))
        # two bags of one word each: what they share counts as it is
        norms[norms == 0] = 1.0
        values, vectors = np.linalg.eigh(1 / norms)
        kept = np.abs(values) > _FADED * np.abs(values).max()
        self._signs = np.sign(values[kept])
        self._factors = (vectors[:, kept] * np.sqrt(np.abs(values[kept])))[kinds]
        self._entries = self._factors[bags.rows] * bags.counts[:, np.newaxis]
        self._by_term = np.argsort(bags.terms, kind="stable")

    def sums(self, values: Floats) -> Floats:
        """For each bag the sum of all bags' values, each times what the two share."""
        bags, order = self._bags, self._by_term
        of_terms = _summed(self._entries[order] * values[bags.rows[order], np.newaxis], bags.terms[order], bags.size)
        shared = (of_terms[bags.terms] * self._entries) @ self._signs
        return np.bincount(bags.rows, shared, minlength=len(values)).astype(np.float64)


def _summed(entries: Floats, places: Ints, size: int) -> Floats:
    """The sums of the entries of each place below `size`; the places are in order."""
    sums = np.zeros((size, entries.shape[1]))
    if len(places):
        starts = np.flatnonzero(np.diff(places, prepend=-1))
        sums[places[starts]] = np.add.reduceat(entries, starts)
    return sums
