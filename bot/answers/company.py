"""What the best passages have in common: the last say in how passages with some of the words are ranked.

Words that stand in the passages ranked first and in few of the others are what the query is about without saying so;
a passage that has them too moves up (pseudo-relevance feedback after J. J. Rocchio, "Relevance feedback in information
retrieval", 1971, within what was found: no passage is found by them).
"""

import math
from collections import Counter
from collections.abc import Sequence
from heapq import nlargest
from operator import itemgetter
from typing import Final

from bot.answers.weighing import Scale, saturated
from bot.store.search import Candidate
from bot.store.stopwords import STOP_WORDS

_BEST: Final = 5
_POOL: Final = 80  # passages of which any may move
_WORDS: Final = 20
_SHARE: Final = 0.25  # of the best passage's value, for the passage that has most of these words
_FEWEST_CLAUSES: Final = 4
_FEWEST_PASSAGES: Final = 10


def rewards(scale: Scale, candidates: Sequence[Candidate], values: Sequence[float]) -> dict[int, float]:
    """What is to be added to the values of passages for the words that they share with the best of them.

    Nothing is added for a short query, nor where there are few passages to learn from.

    Args:
        scale: The query.
        candidates: The passages.
        values: How well each of them answers.

    Returns:
        By the place of the passage; those to which nothing is added are left out.
    """
    clauses = sum(not clause.light for clause in scale.clauses)
    if clauses < _FEWEST_CLAUSES or len(candidates) < _FEWEST_PASSAGES:
        return {}
    pool = sorted(range(len(candidates)), key=lambda place: -values[place])[:_POOL]
    words = {place: set(candidates[place].words) for place in pool}
    passages = Counter(word for each in words.values() for word in each)
    best = {place: values[place] for place in pool[:_BEST]}
    common: dict[str, float] = {}
    for place, value in best.items():
        for word in words[place]:
            if (count := passages[word]) > 1 and len(word) > 1 and word not in STOP_WORDS:
                rarity = math.log(1 + (len(pool) - count + 0.5) / (count + 0.5))
                gain = value / sum(best.values()) * rarity * _gain(scale, candidates[place], word)
                common[word] = common.get(word, 0.0) + gain
    common = dict(nlargest(_WORDS, common.items(), key=itemgetter(1)))
    shared = {
        place: sum(common[word] * _gain(scale, candidates[place], word) for word in common.keys() & words[place])
        for place in pool
    }
    most = max(shared.values())
    return {place: _SHARE * values[pool[0]] * each / most for place, each in shared.items() if each}


def _gain(scale: Scale, candidate: Candidate, word: str) -> float:
    return saturated(candidate.words.count(word), scale.dampening(candidate.length))
