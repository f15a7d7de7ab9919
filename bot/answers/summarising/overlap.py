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
from bot.answers.summarising.incidence import Floats

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
        factors = np.sqrt(np.abs(values[kept])) * vectors[:, kept]
        # one at a time, so that memory does not grow with their number
        self._factors = [
            (float(sign), factor[kinds]) for sign, factor in zip(np.sign(values[kept]), factors.T, strict=True)
        ]

    def sums(self, values: Floats) -> Floats:
        """For each bag the sum of all bags' values, each times what the two share."""
        bags = self._bags
        sums = np.zeros(len(values))
        for sign, factor in self._factors:
            held = (factor * values)[bags.rows] * bags.counts
            of_terms = np.bincount(bags.terms, held, minlength=bags.size)
            sums += sign * factor * np.bincount(bags.rows, of_terms[bags.terms] * bags.counts, minlength=len(values))
        return sums
