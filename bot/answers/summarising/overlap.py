"""How much sentences share for their lengths, summed without a matrix of all pairs.

What two sentences share, over the sum of the logarithms of their lengths, is no product of what each has. But there are
few lengths: the matrix of 1 / (log a + log b) over them is small, and a dozen of its eigenvectors give it to the last
digit, since those of such a matrix (Cauchy's) fade exponentially (Beckermann and Townsend, "On the singular values of
matrices with displacement structure", SIAM J. Matrix Anal. Appl. 38, 2017). With each of them the sum over all sentences
is two products with the sparse matrix of sentences and words.
"""

from typing import Final

import numpy as np

from bot.answers.summarising.bags import Bags
from bot.answers.summarising.incidence import Floats

_FADED: Final = 1e-15  # an eigenvalue so small beside the largest is rounding


class Overlap:
    """The words that each two sentences share, repetitions counted, for the logarithms of their lengths."""

    def __init__(self, bags: Bags) -> None:
        self._bags = bags
        lengths, self._kinds = np.unique(np.maximum(bags.sizes, 1), return_inverse=True)
        norms = np.add.outer(np.log(lengths), np.log(lengths))
        # two sentences of one word each: what they share counts as it is
        norms[norms == 0] = 1.0
        values, vectors = np.linalg.eigh(1 / norms)
        kept = np.abs(values) > _FADED * np.abs(values).max()
        self._signs, self._vectors = np.sign(values[kept]), vectors[:, kept] * np.sqrt(np.abs(values[kept]))
        order = np.argsort(bags.terms, kind="stable")
        self._by_term = order
        self._term_starts = np.flatnonzero(np.diff(bags.terms[order], prepend=-1))
        self._row_starts = np.flatnonzero(np.diff(bags.rows, prepend=-1))

    def sums(self, values: Floats) -> Floats:
        """For each sentence the sum of all sentences' values, each times what the two share."""
        bags = self._bags
        weights = self._vectors[self._kinds]
        spread = (weights * values[:, np.newaxis])[bags.rows] * bags.counts[:, np.newaxis]
        of_terms = np.zeros((bags.size, spread.shape[1]))
        if len(bags.rows):
            of_terms[bags.terms[self._by_term][self._term_starts]] = np.add.reduceat(spread[self._by_term], self._term_starts)
        gathered = of_terms[bags.terms] * bags.counts[:, np.newaxis]
        sums = np.zeros((bags.sentences, spread.shape[1]))
        if len(bags.rows):
            sums[bags.rows[self._row_starts]] = np.add.reduceat(gathered, self._row_starts)
        return np.asarray((sums * weights * self._signs).sum(axis=1))
