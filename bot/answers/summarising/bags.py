"""The words of each sentence and how often they stand there, as arrays: what graphs of sentences are made of."""

from collections.abc import Callable, Iterable
from itertools import chain

import numpy as np

from bot.answers.summarising.incidence import Floats, Ints


class Bags:
    """The bags of words of a text, those of sentences with the same words kept once.

    `rows`, `terms` and `counts` say which bag holds which term how often, by row, then by term. `sizes` are the numbers
    of words of the bags, repetitions counted; `kinds` gives each sentence its bag, `copies` says how many sentences
    have each bag, `spread` in how many a term stands. Terms lie below `size`.
    """

    def __init__(self, sentences: Iterable[Iterable[int]]) -> None:
        """`sentences` hold the numbers of their words, from 0; what is negative is no word that counts."""
        bags: dict[tuple[int, ...], int] = {}
        kinds = [
            bags.setdefault(tuple(sorted(word for word in sentence if word >= 0)), len(bags)) for sentence in sentences
        ]
        self.kinds: Ints = np.array(kinds, dtype=np.int64)
        self.copies: Ints = np.bincount(self.kinds, minlength=len(bags))
        self.sizes: Ints = np.array([len(bag) for bag in bags], dtype=np.int64)
        rows = np.repeat(np.arange(len(bags)), self.sizes)
        terms = np.fromiter(chain.from_iterable(bags), dtype=np.int64, count=len(rows))
        self.size = int(terms.max(initial=-1)) + 1
        fresh = np.ones(len(terms), dtype=np.bool_)
        fresh[1:] = (terms[1:] != terms[:-1]) | (rows[1:] != rows[:-1])
        starts = np.flatnonzero(fresh)
        self.rows, self.terms = rows[starts], terms[starts]
        self.counts: Floats = np.diff(starts, append=len(terms)).astype(np.float64)
        self.spread: Ints = np.bincount(self.terms, self.copies[self.rows], minlength=self.size).astype(np.int64)

    def most(self) -> Floats:
        """How often the most frequent word of each bag stands in it; 1 where there is none."""
        most = np.ones(len(self.copies))
        np.maximum.at(most, self.rows, self.counts)
        return most


class Numbered(dict[str, int]):
    """The number of each word's stem, given when a word is first asked for; -1 for a word that is passed over."""

    def __init__(self, passed_over: Callable[[str], bool], stem: Callable[[str], str]) -> None:
        super().__init__()
        self._passed_over = passed_over
        self._stem = stem
        self._stems: dict[str, int] = {}

    def __missing__(self, word: str) -> int:
        number = -1 if self._passed_over(word) else self._stems.setdefault(self._stem(word), len(self._stems))
        self[word] = number
        return number
