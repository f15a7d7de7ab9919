"""sumy's summarisers with their results, made fast enough for long documents and the same in every run.

Stock sumy compares each pair of sentences in Python, and its sums run over sets, whose order varies. Here numpy makes
the same matrices from the same formulas, in an order that does not, and equals stand in the order of the document.
"""

import math
from collections import Counter
from collections.abc import Collection, Iterator, Mapping, Sequence
from typing import Final, TypeAlias

import numpy as np
import numpy.typing as npt
from sumy.models.dom import ObjectDocumentModel
from sumy.summarizers.lex_rank import LexRankSummarizer
from sumy.summarizers.lsa import LsaSummarizer
from sumy.summarizers.luhn import LuhnSummarizer
from sumy.summarizers.text_rank import TextRankSummarizer

from bot.answers.summarising.base import Ordered

Matrix: TypeAlias = npt.NDArray[np.float64]
_Bag: TypeAlias = Mapping[str, float]

_CELLS: Final = 2_000_000  # of a matrix worked on at a time, 16 MB
_COMMON: Final = 10  # a term in more than one of so many sentences is left to matrix multiplication
_SMOOTH: Final = 0.4  # the term-frequency smoothing of sumy's LSA


class LexRank(Ordered, LexRankSummarizer):  # type: ignore[misc]  # sumy has no types
    """LexRank (Erkan and Radev, JAIR 22, 2004) as sumy has it.

    Sentences whose tf-idf cosine is above a threshold are neighbours; a sentence with many neighbours that have many
    themselves stands for the document.
    """

    def ratings(self, document: ObjectDocumentModel) -> Sequence[float]:
        """The stationary weight of each sentence in the graph of neighbours."""
        bags = [self._to_words_set(sentence) for sentence in document.sentences]
        if not bags:
            return []
        frequencies = self._compute_tf(bags)
        matrix = self._create_matrix(bags, self.threshold, frequencies, self._compute_idf(bags))
        if not matrix.any():
            # nobody has a neighbour, not even itself, and sumy would divide by zero
            return [float(bool(bag)) for bag in bags]
        weights: list[float] = self.power_method(matrix, self.epsilon).tolist()
        return weights

    @staticmethod
    def _compute_idf(sentences: Sequence[Sequence[str]]) -> dict[str, float]:
        counts = Counter(term for sentence in sentences for term in dict.fromkeys(sentence))
        return {term: math.log(len(sentences) / (1 + count)) for term, count in counts.items()}

    def _create_matrix(
        self,
        sentences: Sequence[Sequence[str]],
        threshold: float,
        tf_metrics: Sequence[_Bag],
        idf_metrics: Mapping[str, float],
    ) -> Matrix:
        vectors = [{term: tf * idf_metrics[term] for term, tf in bag.items()} for bag in tf_metrics]
        lengths = np.array([math.sqrt(sum(value * value for value in vector.values())) for vector in vectors])
        lengths[lengths == 0] = np.inf
        matrix = np.empty((len(sentences), len(sentences)))
        for start, products in _products(vectors):
            block = slice(start, start + len(products))
            # a cosine that is the threshold up to rounding is not above it
            neighbours = products / lengths[block, np.newaxis] / lengths > threshold + 1e-12
            matrix[block] = neighbours / np.maximum(neighbours.sum(axis=1), 1)[:, np.newaxis]
        return matrix


class TextRank(Ordered, TextRankSummarizer):  # type: ignore[misc]  # sumy has no types
    """TextRank (Mihalcea and Tarau, EMNLP 2004) as sumy has it: PageRank over the words that sentences share."""

    def ratings(self, document: ObjectDocumentModel) -> Sequence[float]:
        """The PageRank of each sentence."""
        if not document.sentences:
            return []
        ranks: list[float] = self.power_method(self._create_matrix(document), self.epsilon).tolist()
        return ranks

    def _create_matrix(self, document: ObjectDocumentModel) -> Matrix:
        bags = [self._to_words_set(sentence) for sentence in document.sentences]
        sizes = np.log(np.array([max(1, len(bag)) for bag in bags], dtype=np.float64))
        matrix = np.empty((len(bags), len(bags)))
        for start, products in _products([Counter(bag) for bag in bags]):
            block = slice(start, start + len(products))
            norms = sizes[block, np.newaxis] + sizes
            # two sentences of one word each: what they share counts as it is
            norms[np.isclose(norms, 0.0)] = 1.0
            matrix[block] = products / norms
        matrix /= matrix.sum(axis=1)[:, np.newaxis] + self._ZERO_DIVISION_PREVENTION
        matrix *= self.damping
        matrix += (1.0 - self.damping) / len(bags)
        return matrix


class Lsa(Ordered, LsaSummarizer):  # type: ignore[misc]  # sumy has no types
    """Latent semantic analysis (Gong and Liu, SIGIR 2001; Steinberger and Ježek, ISIM 2004) as sumy has it.

    sumy keeps every dimension of the decomposition M = UΣVᵀ, and rates sentence j by the root of (VΣ²Vᵀ)ⱼⱼ. That is
    (MᵀM)ⱼⱼ: the length of column j, for which nothing needs to be decomposed. It is computed directly, in time that
    grows with the words, and cannot vary with the order of the rows.
    """

    def ratings(self, document: ObjectDocumentModel) -> Sequence[float]:
        """The length of each sentence's column of smoothed term frequencies."""
        terms = self._create_dictionary(document)
        return [self._length(Counter(map(self.stem_word, s.words)), terms) for s in document.sentences]

    @staticmethod
    def _length(counts: Counter[str], terms: Collection[str]) -> float:
        known = sorted(count for term, count in counts.items() if term in terms)
        if not known:
            return 0.0
        squares = [(_SMOOTH + (1 - _SMOOTH) * count / known[-1]) ** 2 for count in known]
        return math.sqrt(math.fsum(squares) + _SMOOTH**2 * (len(terms) - len(known)))


class Luhn(Ordered, LuhnSummarizer):  # type: ignore[misc]  # sumy has no types
    """Luhn's method (IBM Journal 2, 1958) as sumy has it: how densely a sentence is packed with frequent words."""

    def ratings(self, document: ObjectDocumentModel) -> Sequence[float]:
        """The rating of the best cluster of significant words in each sentence."""
        significant = frozenset(self._get_significant_words(document.words))
        return [self.rate_sentence(sentence, significant) for sentence in document.sentences]


def _products(vectors: Sequence[_Bag]) -> Iterator[tuple[int, Matrix]]:
    """The inner products of all pairs of sparse vectors, some rows of the matrix at a time, each with its first row.

    Pairs meet in the postings of a term, so that vectors without a common term cost nothing; terms that many vectors
    have go through dense multiplication, where the square of their number would be dear.
    """
    size = len(vectors)
    counts = Counter(term for vector in vectors for term in vector)
    common = {term: at for at, term in enumerate(t for t, count in counts.items() if count * _COMMON > size)}
    rare = {term: at for at, term in enumerate(t for t in counts if t not in common)}
    dense = np.zeros((size, len(common)))
    entries: list[tuple[int, int, float]] = []
    for row, vector in enumerate(vectors):
        for term, value in vector.items():
            if (column := common.get(term)) is not None:
                dense[row, column] = value
            else:
                entries.append((row, rare[term], value))
    postings = _Postings(entries, size)
    for start, stop in postings.blocks():
        products = dense[start:stop] @ dense.T
        postings.add(products, start, stop)
        yield start, products


class _Postings:
    """Which vectors have which term with what weight, for inner products over rare terms."""

    def __init__(self, entries: Sequence[tuple[int, int, float]], size: int) -> None:
        """`entries` are row, term and weight, by row."""
        self._size = size
        self._rows = np.array([entry[0] for entry in entries], dtype=np.int64)
        self._terms = np.array([entry[1] for entry in entries], dtype=np.int64)
        self._values = np.array([entry[2] for entry in entries], dtype=np.float64)
        by_term = np.argsort(self._terms, kind="stable")
        self._posted_rows, self._posted_values = self._rows[by_term], self._values[by_term]
        self._lengths = np.bincount(self._terms)
        self._starts = np.cumsum(self._lengths) - self._lengths

    def blocks(self) -> Iterator[tuple[int, int]]:
        """Cut the rows so that a block holds `_CELLS` cells and pairs at most, or one row."""
        work = np.full(self._size, self._size, dtype=np.int64)
        np.add.at(work, self._rows, self._lengths[self._terms])
        ends = np.cumsum(work)
        start, done = 0, 0
        while start < self._size:
            stop = max(start + 1, int(np.searchsorted(ends, done + _CELLS, side="right")))
            yield start, stop
            start, done = stop, int(ends[stop - 1])

    def add(self, products: Matrix, start: int, stop: int) -> None:
        """Add to `products`, the rows from `start` to `stop`, what the terms held here contribute."""
        first, last = np.searchsorted(self._rows, (start, stop))
        terms = self._terms[first:last]
        lengths = self._lengths[terms]
        if not len(terms):
            return
        # each entry meets every posting of its term: entry e repeats `lengths[e]` times, beside a run of postings
        ends = np.cumsum(lengths)
        others = np.arange(ends[-1]) + np.repeat(self._starts[terms] - (ends - lengths), lengths)
        cells = np.repeat((self._rows[first:last] - start) * self._size, lengths) + self._posted_rows[others]
        weights = np.repeat(self._values[first:last], lengths) * self._posted_values[others]
        products += np.bincount(cells, weights, minlength=products.size).reshape(products.shape)
