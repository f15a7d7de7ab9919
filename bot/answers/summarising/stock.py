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
from bot.answers.summarising.neighbours import Neighbours
from bot.answers.summarising.overlap import Overlap

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
        telling = np.log(bags.sentences / (1 + bags.spread))
        neighbours = Neighbours(bags, bags.counts / bags.most()[bags.rows] * telling[bags.terms], self.threshold)
        if not neighbours.degrees.any():
            # nobody has a neighbour, not even itself, and sumy would divide by zero
            return [float(size > 0) for size in bags.sizes]
        shares = 1 / np.maximum(neighbours.degrees, 1)
        weights = np.full(bags.sentences, 1 / bags.sentences)
        moved = math.inf
        while moved > self.epsilon:
            before = weights
            weights = neighbours.sums(before * shares)
            weights /= np.linalg.norm(weights)
            moved = float(np.linalg.norm(weights - before))
        rated: list[float] = weights.tolist()
        return rated


class TextRank(Ordered, TextRankSummarizer):  # type: ignore[misc]  # sumy has no types
    """TextRank (Mihalcea and Tarau, EMNLP 2004) as sumy has it: PageRank over the words that sentences share."""

    def ratings(self, document: ObjectDocumentModel) -> Sequence[float]:
        """The PageRank of each sentence, as near as sumy goes."""
        if not document.sentences:
            return []
        bags = _bags(self, document)
        overlap = Overlap(bags)
        shares = self.damping / (overlap.sums(np.ones(bags.sentences)) + self._ZERO_DIVISION_PREVENTION)
        ranks = np.full(bags.sentences, 1 / bags.sentences)
        moved = math.inf
        while moved > self.epsilon:
            before = ranks
            ranks = overlap.sums(before * shares) + (1 - self.damping) / bags.sentences * before.sum()
            moved = float(np.linalg.norm(ranks - before))
        rated: list[float] = ranks.tolist()
        return rated


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
    return Bags([numbers[word] for word in sentence.words] for sentence in document.sentences)
