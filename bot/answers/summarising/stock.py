"""sumy's summarisers with their results, made fast enough for long documents and the same in every run.

Stock sumy compares each pair of sentences in Python, and its sums run over sets, whose order varies. Here the same
formulas run over arrays of the words that there are, in an order that does not, and equals stand in the order of the
document.
"""

import math
from collections import Counter
from collections.abc import Collection, Sequence
from typing import Final

import numpy as np
from sumy.models.dom import ObjectDocumentModel
from sumy.summarizers.lex_rank import LexRankSummarizer
from sumy.summarizers.lsa import LsaSummarizer
from sumy.summarizers.luhn import LuhnSummarizer
from sumy.summarizers.text_rank import TextRankSummarizer

from bot.answers.summarising.bags import Bags, Numbered
from bot.answers.summarising.base import Ordered
from bot.answers.summarising.incidence import Floats
from bot.answers.summarising.neighbours import Neighbours
from bot.answers.summarising.overlap import Overlap

_DIGITS: Final = 12  # of a rating; what lies behind them is rounding
_SMOOTH: Final = 0.4  # the term-frequency smoothing of sumy's LSA


class LexRank(Ordered, LexRankSummarizer):  # type: ignore[misc]  # sumy has no types
    """LexRank (Erkan and Radev, JAIR 22, 2004) as sumy has it.

    Sentences whose tf-idf cosine is above a threshold are neighbours; a sentence with many neighbours that have many
    themselves stands for the document.
    """

    def ratings(self, document: ObjectDocumentModel) -> Sequence[float]:
        """The stationary weight of each sentence in the graph of neighbours, as near as sumy goes."""
        if not document.sentences:
            return []
        bags = _bags(self, document)
        telling = np.log(len(bags.kinds) / (1 + bags.spread))
        neighbours = Neighbours(bags, bags.counts / bags.most()[bags.rows] * telling[bags.terms], self.threshold)
        degrees = neighbours.sums(bags.copies.astype(np.float64))
        if not degrees.any():
            # nobody has a neighbour, not even itself, and sumy would divide by zero
            return [float(bags.sizes[kind] > 0) for kind in bags.kinds]
        shares = bags.copies / np.maximum(degrees, 1)
        weights = np.full(len(bags.copies), 1 / len(bags.kinds))
        moved = math.inf
        while moved > self.epsilon:
            before = weights
            weights = neighbours.sums(before * shares)
            weights /= _length(bags, weights)
            moved = _length(bags, weights - before)
        return _listed(bags, weights)


class TextRank(Ordered, TextRankSummarizer):  # type: ignore[misc]  # sumy has no types
    """TextRank (Mihalcea and Tarau, EMNLP 2004) as sumy has it: PageRank over the words that sentences share."""

    def ratings(self, document: ObjectDocumentModel) -> Sequence[float]:
        """The PageRank of each sentence, as near as sumy goes."""
        if not document.sentences:
            return []
        bags = _bags(self, document)
        overlap = Overlap(bags)
        shared = overlap.sums(bags.copies.astype(np.float64)) + self._ZERO_DIVISION_PREVENTION
        shares = self.damping * bags.copies / shared
        anywhere = (1 - self.damping) / len(bags.kinds)
        ranks = np.full(len(bags.copies), 1 / len(bags.kinds))
        moved = math.inf
        while moved > self.epsilon:
            before = ranks
            ranks = overlap.sums(before * shares) + anywhere * float(before @ bags.copies)
            moved = _length(bags, ranks - before)
        return _listed(bags, ranks)


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


def _bags(summariser: LexRank | TextRank, document: ObjectDocumentModel) -> Bags:
    """The words of each sentence by their stems, without stop words, as sumy has them."""
    numbers = Numbered(lambda word: summariser.normalize_word(word) in summariser.stop_words, summariser.stem_word)
    return Bags(map(numbers.__getitem__, sentence.words) for sentence in document.sentences)


def _length(bags: Bags, values: Floats) -> float:
    """The length of the vector that has the value of its bag for each sentence."""
    return math.sqrt(float(values * values @ bags.copies))


def _listed(bags: Bags, values: Floats) -> list[float]:
    """For each sentence the value of its bag, of which what differs by rounding only is made equal."""
    most = float(values.max())
    listed: list[float] = (np.round(values / most, _DIGITS) * most)[bags.kinds].tolist()
    return listed
