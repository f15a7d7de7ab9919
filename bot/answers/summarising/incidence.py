"""Which sentences hold which terms, as arrays: what linear time over a long document needs."""

from functools import cached_property
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
        keys = np.sort(rows * max(1, size) + terms)
        once = np.ones(len(keys), dtype=np.bool_)
        np.not_equal(keys[1:], keys[:-1], out=once[1:])
        self.rows, self.terms = np.divmod(keys[once], max(1, size))
        self.counts = np.bincount(self.terms, minlength=size)
        self._order = np.argsort(self.terms, kind="stable")
        self._rows_by_term = self.rows[self._order]
        ends = np.cumsum(self.counts)
        self.first = np.zeros(size, dtype=np.int64)
        known = self.counts > 0
        self.first[known] = self._rows_by_term[(ends - self.counts)[known]]
        # what is asked for sentence by sentence and term by term: as plain numbers it takes a third of the time
        self._term_bounds: list[int] = [0, *ends.tolist()]
        self._bounds: list[int] = np.searchsorted(self.rows, np.arange(sentences + 1)).tolist()

    def sums(self, values: Floats) -> Floats:
        """For each sentence the sum of its terms' values."""
        return np.bincount(self.rows, values[self.terms], minlength=self.sentences).astype(np.float64)

    def terms_of(self, sentence: int) -> Ints:
        """The terms of a sentence."""
        return self.terms[self._bounds[sentence] : self._bounds[sentence + 1]]

    @cached_property
    def _shared(self) -> tuple[Ints, list[int]]:
        """The terms of all sentences that several hold, and where those of each begin."""
        several = self.counts[self.terms] > 1
        return self.terms[several], np.searchsorted(self.rows[several], np.arange(self.sentences + 1)).tolist()

    def shared(self, sentence: int) -> list[int]:
        """Those terms of a sentence that others hold as well."""
        terms, bounds = self._shared
        shared: list[int] = terms[bounds[sentence] : bounds[sentence + 1]].tolist()
        return shared

    def postings(self, term: int) -> list[int]:
        """The sentences that hold a term."""
        rows: list[int] = self._rows_by_term[self._term_bounds[term] : self._term_bounds[term + 1]].tolist()
        return rows

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
