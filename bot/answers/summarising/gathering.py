"""How sentences about a topic are chosen out of the passages that a search has found.

The value of a sentence is that of the default method, without a lead: what its words are likely to matter in these
passages, less a price for each. To it comes how much of the topic it names, and how good a passage the search found it
in. What was said is not said again, by words or by figures, and each sentence taken from a document makes the next one
of the same document worth less, so that an answer is spread over documents.
"""

from collections.abc import Sequence
from dataclasses import replace
from typing import Final

import numpy as np

from bot.answers.sentence_words import language_of, stop_words
from bot.answers.summarising import expectation
from bot.answers.summarising.base import stemmer
from bot.answers.summarising.incidence import Floats
from bot.answers.summarising.readability import fitness
from bot.answers.summarising.tokens import Tokens
from bot.answers.summarising.topical import Found, Topic
from bot.answers.summarising.verbatim import Inventory, Parts, Selection, Verbatim, log_odds, order

_TOPIC: Final = 6.0  # expected words that naming the whole topic is worth
_PASSAGE: Final = 3.0  # the same of standing in the best passage
_FADES: Final = 10.0  # places in the search's order over which that falls to a third
_SPREAD: Final = 1.5  # what each sentence taken takes from the others of its document


class _Spread(Selection):
    """A selection in which a sentence makes the others of its document worth less."""

    documents: Sequence[int]

    def take(self, sentence: int) -> None:
        """Let what a sentence brings count no more, and its document less."""
        super().take(sentence)
        for place, document in enumerate(self.documents):
            if document == self.documents[sentence]:
                self.worth[place] -= _SPREAD


def gather(found: Sequence[Found], topic: Topic, language: str | None, most: int) -> tuple[list[int], int]:
    """What `topical.gathered` gives."""
    texts = [each.text for each in found]
    code = language_of(texts, language)
    shares = _shares(topic, texts)
    joined = [place > 0 and found[place - 1].paragraph == each.paragraph for place, each in enumerate(found)]
    judged = fitness(texts, [each.paragraph for each in found], code)
    needed = {at - 1 for at, each in enumerate(judged) if each.leans and joined[at] and shares[at]}
    judged = [replace(each, unfit=each.unfit or not (shares[at] or at in needed)) for at, each in enumerate(judged)]
    inventory = Inventory(Tokens(texts), stemmer(code), stop_words(code))
    method = Verbatim(stemmer(code))
    odds, pair_odds = log_odds(inventory, lead=False)
    places = np.array([each.place for each in found], dtype=np.float64)
    base = method.base(inventory, judged) + _TOPIC * shares + _PASSAGE * np.exp(-places / _FADES)
    selection = _Spread(inventory, expectation.likely(odds), expectation.likely(pair_odds), base, Parts())
    selection.documents = [each.document for each in found]
    ranked, fit = order(selection, inventory, judged, Parts(), joined)
    chosen = ranked[: min(fit, most)]
    # what names nothing of the topic is shown only for the sake of the one behind it
    kept = [place for place in chosen if shares[place] or place + 1 in chosen]
    return kept, int(np.count_nonzero(shares))


def _shares(topic: Topic, texts: Sequence[str]) -> Floats:
    """For each sentence how much of the topic it names; a word that fewer of them have weighs more."""
    if not texts:
        return np.zeros(0)
    named = np.array([topic.named(text) for text in texts], dtype=np.float64).reshape(len(texts), -1)
    weights = np.log(1 + len(texts) / np.maximum(named.sum(axis=0), 1))
    total = weights.sum()
    shares: Floats = named @ weights / total if total else np.zeros(len(texts))
    return shares
