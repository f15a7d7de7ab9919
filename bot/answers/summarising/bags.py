"""The words of each sentence with how often they stand there, as arrays: what sumy's graphs of sentences are made of."""

from collections.abc import Callable, Iterable
from itertools import chain
from typing import TypeAlias

import numpy as np

from bot.answers.summarising.incidence import Floats, Ints

Products: TypeAlias = Callable[[Floats], Floats]


class Bags:
    """Bags of words: `rows`, `terms` and `counts` say which sentence holds which term how often, by row, then by term.

    `sizes` are the numbers of words of the sentences, repetitions counted, `spread` says in how many sentences a term
    stands. Terms are numbered in the order in which they come.
    """

    def __init__(self, sentences: Iterable[Iterable[int]]) -> None:
        """`sentences` hold the numbers of their words, from 0; what is negative is no word that counts."""
        found = [list(sentence) for sentence in sentences]
        rows = np.repeat(np.arange(len(found)), np.array([len(each) for each in found], dtype=np.int64))
        terms = np.fromiter(chain.from_iterable(found), dtype=np.int64, count=len(rows))
        rows, terms = rows[terms >= 0], terms[terms >= 0]
        self.size = int(terms.max(initial=-1)) + 1
        self.sentences = len(found)
        self.sizes: Ints = np.bincount(rows, minlength=len(found))
        keys, counts = np.unique(rows * max(1, self.size) + terms, return_counts=True)
        self.rows, self.terms = np.divmod(keys, max(1, self.size))
        self.counts = counts.astype(np.float64)
        self.spread: Ints = np.bincount(self.terms, minlength=self.size)

    def most(self) -> Floats:
        """How often the most frequent word of each sentence stands in it; 1 where there is none."""
        most = np.ones(self.sentences)
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
