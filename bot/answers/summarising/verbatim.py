"""The default method: sentences that bring what a summary of the text is likely to say, in as few words as may be.

Each word, and each pair of neighbours, has a likelihood of standing in a summary (`expectation`). A sentence is worth
the likely words that no sentence before it has brought, less a price for each of its words, more the closer what
follows it in the text is to it (Zheng and Lapata, "Sentence Centrality Revisited for Unsupervised Summarization", ACL
2019, direct centrality in this way), less its flaws (`readability`). Sentences are taken greedily, as in coverage
models (Gillick and Favre, "A Scalable Global Model for Summarization", 2009), and what was said is not said again.
Time and memory grow with the words of a text: no pair of sentences is compared.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from heapq import heapify, heappop, heappush, heapreplace
from itertools import pairwise
from typing import Final

import numpy as np
from sumy.models.dom import ObjectDocumentModel, Sentence

from bot.answers.summarising import expectation
from bot.answers.summarising.base import Ordered, Stem
from bot.answers.summarising.incidence import Floats, Incidence, Ints
from bot.answers.summarising.lexicon import lexicon
from bot.answers.summarising.readability import Fitness, Known, fitness
from bot.answers.summarising.redundancy import Facts, Said
from bot.answers.summarising.tokens import Tokens

GREEDY: Final = 100
"""So many sentences are taken one by one, twice as many as a summary has at most. The rest go by their worth."""
_PAIRS: Final = 0.5  # what a pair counts beside a word
_PRICE: Final = 0.175  # expected words that each word of a sentence must bring
_FORWARD: Final = 6.75  # expected words that a mean cosine of 1 with what follows is worth
_LONG: Final = 45  # words from which a sentence is hard to read
_LONG_PRICE: Final = 0.05
_FLAWS: Final = {"asks": 1.5, "quotes": 0.6, "short": 1.5, "silent": 1.5}
_SOFT_LEANING: Final = 0.6
_UNLISTED: Final = 0.15  # share of sentences from which a short word of a language without a list only joins others
_ENOUGH: Final = 12  # sentences from which that share tells


@dataclass(frozen=True, slots=True)
class Parts:
    """What the method consists of, each of which can be left out to see what it gives."""

    lead: bool = True
    forward: bool = True
    pairs: bool = True
    price: bool = True
    flaws: bool = True
    alone: bool = True
    redundancy: bool = True
    novelty: bool = True


class Inventory:
    """The words and pairs of a text: where they stand, and what is known of them."""

    def __init__(self, tokens: Tokens, stem: Stem, stops: frozenset[str]) -> None:
        words = lexicon(stem, stops)
        rows, signed = tokens.folded(words)
        numbers, terms = words.by_first(signed >> 1)
        self._numbers, self._known = numbers, words.terms
        size = len(numbers)
        count = len(tokens.sentences)
        self.lengths = np.bincount(rows, minlength=count).astype(np.float64)
        self.words = Incidence(rows, terms, count, size)
        within = rows[1:] == rows[:-1]
        # where a sentence opens, the case says nothing
        cases = np.bincount(terms[1:][within], 2.0 * (signed[1:][within] & 1) - 1.0, minlength=size)
        joins, digit, short = words.marks(numbers)
        if not stops and self.words.sentences >= _ENOUGH:
            # a language without a list
            joins = short & (self.words.counts > _UNLISTED * self.words.sentences)
        self.marks = expectation.Marks(joining=joins, capital=cases > 0, number=digit)
        keys, places = np.unique(terms[:-1][within] * max(1, size) + terms[1:][within], return_inverse=True)
        self.firsts, self.seconds = np.divmod(keys, max(1, size))
        self.pairs = Incidence(rows[1:][within], places.reshape(-1), count, len(keys))

    @cached_property
    def vocabulary(self) -> list[str]:
        """The words of the text, each once, as they first come."""
        return [self._known[number] for number in self._numbers.tolist()]

    @cached_property
    def weights(self) -> Floats:
        """How telling each word is: more the fewer sentences hold it, nothing where it only joins others."""
        telling = np.log(1 + self.words.sentences / np.maximum(self.words.counts, 1))
        return np.where(self.marks.joining, 0.0, telling)

    @cached_property
    def _telling(self) -> tuple[Ints, list[int]]:
        """The telling words of all sentences, and where those of each begin."""
        telling = ~self.marks.joining[self.words.terms]
        bounds = np.searchsorted(self.words.rows[telling], np.arange(self.words.sentences + 1))
        return self.words.terms[telling], bounds.tolist()

    @cached_property
    def _joining_terms(self) -> frozenset[int]:
        return frozenset(np.flatnonzero(self.marks.joining).tolist())

    @cached_property
    def _figures(self) -> frozenset[int]:
        return frozenset(np.flatnonzero(self.marks.number).tolist())

    @cached_property
    def longest(self) -> int:
        """The telling words of the sentence that has most."""
        return max((end - start for start, end in pairwise(self._telling[1])), default=0)

    def length(self, sentence: int) -> int:
        """How many telling words a sentence has."""
        bounds = self._telling[1]
        return bounds[sentence + 1] - bounds[sentence]

    def common(self, sentence: int) -> list[int]:
        """The telling words of a sentence that other sentences hold as well."""
        return [term for term in self.words.shared(sentence) if term not in self._joining_terms]

    def facts(self, sentence: int) -> Facts:
        """The telling words and the numbers of a sentence."""
        terms, bounds = self._telling
        words = frozenset(terms[bounds[sentence] : bounds[sentence + 1]].tolist())
        return Facts(words, words & self._figures)


class Selection:
    """Sentences taken one by one, each worth what it adds to those before; `worth` only ever falls."""

    def __init__(self, inventory: Inventory, likely: Floats, likely_pairs: Floats, base: Floats, parts: Parts) -> None:
        self._parts = parts
        known = [(inventory.words, likely), (inventory.pairs, _PAIRS * likely_pairs)][: 1 + parts.pairs]
        sums = sum((terms.sums(values) for terms, values in known), np.zeros(len(base)))
        self.worth: list[float] = (base + sums).tolist()
        # plain numbers: of the few that a sentence has, each is faster by itself than all as arrays
        self._left = [(terms.shared, terms.postings, values.tolist()) for terms, values in known]

    def take(self, sentence: int) -> None:
        """Let what a sentence brings count no more."""
        if not self._parts.novelty:
            return
        worth = self.worth
        for shared, postings, values in self._left:
            for term in shared(sentence):
                if value := values[term]:
                    values[term] = 0.0
                    for row in postings(term):
                        worth[row] -= value


def order(
    worth: Selection,
    facts: Inventory,
    judged: Sequence[Fitness],
    parts: Parts,
    joined: Sequence[bool] | None = None,
) -> tuple[list[int], int]:
    """All sentences from best to worst, and how many of them, from the first, may be given.

    Any number of sentences from the first can stand as a summary: one that leans comes after the one before it.
    `joined` says which follow directly on the one before; all where it is None.
    """
    size = len(judged)
    barred = [parts.alone and (each.leans or each.unfit) for each in judged]
    # what a sentence was worth when it was last looked at: never less than it is worth now
    heap = [(-worth.worth[place], place) for place in range(size) if not barred[place]]
    heapify(heap)
    taken: list[int] = []
    said = Said(facts)
    while len(taken) < GREEDY and heap:
        before, best = heap[0]
        if -worth.worth[best] > before:
            heapreplace(heap, (-worth.worth[best], best))
            continue
        heappop(heap)
        if parts.redundancy and said.covers(best):
            continue
        said.add(best)
        taken.append(best)
        worth.take(best)
        follower = best + 1
        if (
            parts.alone
            and follower < size
            and judged[follower].leans
            and not judged[follower].unfit
            and (joined is None or joined[follower])
        ):
            heappush(heap, (-worth.worth[follower], follower))
    taken += sorted((place for _, place in heap), key=lambda place: (-worth.worth[place], place))
    known_places = set(taken)
    others = [place for place in range(size) if place not in known_places]
    others.sort(key=lambda place: not len(facts.words.terms_of(place)))
    return taken + others, len(taken)


class Verbatim(Ordered):
    """The default method, as a summariser of sumy."""

    language: str | None = "en"
    stop_words: frozenset[str] = frozenset()

    def __init__(self, stemmer: Stem, parts: Parts | None = None) -> None:
        super().__init__(stemmer)
        self._stem = stemmer
        self._parts = parts or Parts()

    def ordered(self, document: ObjectDocumentModel) -> list[Sentence]:
        """All sentences of the document, best first, those that may not be given last and in their order."""
        return self.chosen(document)[0]

    def chosen(self, document: ObjectDocumentModel) -> tuple[list[Sentence], int]:
        """All sentences of the document, best first, and how many of them may be given."""
        sentences = [sentence for paragraph in document.paragraphs for sentence in paragraph.sentences]
        paragraphs = [at for at, paragraph in enumerate(document.paragraphs) for _ in paragraph.sentences]
        places, fit = self.places([str(sentence) for sentence in sentences], paragraphs)
        return [sentences[place] for place in places], fit

    def places(self, sentences: Sequence[str], paragraphs: Sequence[int]) -> tuple[list[int], int]:
        """The indices of all sentences, best first, and how many of them may be given."""
        return self.ranked(Tokens(sentences), paragraphs)

    def ranked(self, tokens: Tokens, paragraphs: Sequence[int]) -> tuple[list[int], int]:
        """The same of sentences whose tokens were read."""
        if not tokens.sentences:
            return [], 0
        inventory = Inventory(tokens, self._stem, self.stop_words)
        judged = fitness(
            tokens.sentences, paragraphs, self.language, Known(tokens.word_counts.tolist(), tokens.notable)
        )
        return order(self._selection(inventory, judged), inventory, judged, self._parts)

    def ratings(self, document: ObjectDocumentModel) -> Sequence[float]:
        """What each sentence would be worth alone, in expected words."""
        tokens = Tokens([str(sentence) for sentence in document.sentences])
        if not tokens.sentences:
            return []
        inventory = Inventory(tokens, self._stem, self.stop_words)
        judged = fitness(tokens.sentences, list(range(len(tokens.sentences))), self.language)
        return self._selection(inventory, judged).worth

    def _selection(self, inventory: Inventory, judged: Sequence[Fitness]) -> Selection:
        odds, pair_odds = log_odds(inventory, lead=self._parts.lead)
        return Selection(
            inventory,
            expectation.likely(odds),
            expectation.likely(pair_odds),
            self.base(inventory, judged),
            self._parts,
        )

    def base(self, inventory: Inventory, judged: Sequence[Fitness]) -> Floats:
        """What does not depend on what was taken before."""
        base = np.zeros(len(judged))
        if self._parts.price:
            base -= _PRICE * inventory.lengths + _LONG_PRICE * np.maximum(0.0, inventory.lengths - _LONG)
        if self._parts.forward:
            base += _FORWARD * inventory.words.forward(inventory.weights)
        if self._parts.flaws:
            for flaw, price in _FLAWS.items():
                base -= price * np.array([getattr(each, flaw) for each in judged])
            if not self._parts.alone:
                base -= _SOFT_LEANING * np.array([each.leans for each in judged])
        return base


def log_odds(inventory: Inventory, *, lead: bool = True) -> tuple[Floats, Floats]:
    """The log odds of each word and each pair to stand in a summary."""
    weight = expectation.lead(inventory.words.sentences) if lead else 0.0
    odds = expectation.word_features(inventory.words, inventory.marks, weight) @ np.array(expectation.WORD)
    return odds, pair_log_odds(inventory, odds, weight)


def pair_log_odds(inventory: Inventory, odds: Floats, weight: float) -> Floats:
    """The log odds of each pair, given those of the words."""
    lower = _lower(odds, inventory.firsts, inventory.seconds)
    found: Floats = expectation.pair_features(inventory.pairs, lower, weight) @ np.array(expectation.PAIR)
    return found


def _lower(odds: Floats, firsts: Ints, seconds: Ints) -> Floats:
    lower: Floats = np.minimum(odds[firsts], odds[seconds])
    return lower
