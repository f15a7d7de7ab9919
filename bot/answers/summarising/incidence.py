"""Which sentences hold which terms, as arrays: what linear time over a long document needs."""

from typing import TypeAlias

import numpy as np
import numpy.typing as npt

Ints: TypeAlias = npt.NDArray[np.int64]
Floats: TypeAlias = npt.NDArray[np.float64]
Flags: TypeAlias = npt.NDArray[np.bool_]


class Incidence:
    """The terms of each sentence, each counted once, by sentence and by term.

    `rows` and `terms` are the pairs that there are, by row and then by term; `counts` says in how many sentences a
    term stands, `first` in which one it stands first.
    """

    def __init__(self, rows: Ints, terms: Ints, sentences: int, size: int) -> None:
        """`rows` and `terms` may hold a pair several times and in any order; terms lie below `size`."""
        self.sentences = sentences
        self.rows, self.terms = np.divmod(np.unique(rows * max(1, size) + terms), max(1, size))
        self.counts = np.bincount(self.terms, minlength=size)
        self.first = np.zeros(size, dtype=np.int64)
        known, at = np.unique(self.terms, return_index=True)
        self.first[known] = self.rows[at]
        self._order = np.argsort(self.terms, kind="stable")
        self._rows_by_term = self.rows[self._order]
        self._starts = np.cumsum(self.counts) - self.counts
        self._bounds = np.searchsorted(self.rows, np.arange(sentences + 1))

    def sums(self, values: Floats) -> Floats:
        """For each sentence the sum of its terms' values."""
        return np.bincount(self.rows, values[self.terms], minlength=self.sentences).astype(np.float64)

    def terms_of(self, sentence: int) -> Ints:
        """The terms of a sentence."""
        return self.terms[self._bounds[sentence] : self._bounds[sentence + 1]]

    def holding(self, terms: Ints) -> tuple[Ints, Ints]:
        """The sentences that hold each of some terms, term by term, and how many there are of each."""
        counts = self.counts[terms]
        ends = np.cumsum(counts)
        places = np.arange(ends[-1] if len(ends) else 0) + np.repeat(self._starts[terms] - (ends - counts), counts)
        return self._rows_by_term[places], counts

    def forward(self, weights: Floats) -> Floats:
        """For each sentence its mean cosine with all sentences, counting only those that come after it.

        `weights` are those of the terms. The sums of what comes later are taken term by term, so that no pair of
        sentences is compared.
        """
        values = weights[self.terms]
        lengths = np.sqrt(np.bincount(self.rows, values * values, minlength=self.sentences))
        lengths[lengths == 0] = 1.0
        values = values / lengths[self.rows]
        sorted_values = values[self._order]
        running = np.cumsum(sorted_values)
        totals = np.bincount(self.terms, values, minlength=len(self.counts))
        later = np.cumsum(totals)[self.terms[self._order]] - running
        summed = np.bincount(self._rows_by_term, sorted_values * later, minlength=self.sentences)
        return summed.astype(np.float64) / max(1, self.sentences)
