"""Which sentence of one document is which of another: the same words first, then by rare words, figures and dates.

No sentence is compared with every other: those that share their rarest words are looked at.
"""

import math
import re
from collections import Counter, defaultdict, deque
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from heapq import nlargest
from typing import Final

from bot.answers.comparison.units import Unit

_BACKGROUND: Final = 200  # sentences that are taken for known besides: in two short texts every word is rare
_POSTINGS: Final = 60  # sentences that one word leads to
_RAREST: Final = 3  # words that lead to more, in a text in which no word is rare,
_MOST_POSTINGS: Final = 600  # so many
_LOOKED_AT: Final = 6  # sentences with which one is compared
_FEWEST: Final = 2  # keys, figures and dates that two sentences share,
_FEWEST_SUPPORTED: Final = 3  # and where less likeness will do
_NAME: Final = 1.3  # what a name weighs more than another word
_MARK: Final = 1.3  # what a figure or a date weighs more
_SMALL: Final = 0.5  # what a number up to ten weighs less: there are two of many things
SURE: Final = 0.52
"""Likeness from which two sentences are taken for one passage."""
LIKELY: Final = 0.34
"""Likeness from which they may be one."""
SUPPORTED: Final = 0.2
"""The same where another pair joins their paragraphs."""
_SMALL_NUMBER: Final = re.compile(r"#(?:[0-9]|10)")
_WITHIN: Final = 0.7  # of what a sentence has, where the other has more besides


@dataclass(frozen=True, slots=True)
class Match:
    """Two sentences, and how alike they are: 1 where they have the same words."""

    first: Unit
    second: Unit
    likeness: float


class Weights:
    """What the keys of sentences weigh: the more, the fewer sentences of two documents have them."""

    def __init__(self, units: Sequence[Unit]) -> None:
        total = len(units) + _BACKGROUND
        names = frozenset[str]().union(*(unit.names for unit in units))
        counts = Counter(key for unit in units for key in unit.everything)
        self._weights = {
            key: math.log(total / (count + 0.5)) * _factor(key, is_name=key in names) for key, count in counts.items()
        }
        self._totals = {id(unit): self.all(unit.everything) for unit in units}

    def all(self, keys: Iterable[str]) -> float:
        """What keys, figures and dates weigh together."""
        return sum(map(self._weights.__getitem__, keys))

    def one(self, key: str) -> float:
        """What one of them weighs."""
        return self._weights[key]

    def order(self, key: str) -> tuple[float, str]:
        """Sorts keys, the rarest first."""
        return -self._weights.get(key, 0.0), key

    def likeness(self, first: Unit, second: Unit) -> float:
        """How much two sentences have in common of all that they have, from 0 to 1 (after L. R. Dice, 1945)."""
        shared = first.everything & second.everything
        if len(shared) < _FEWEST:
            return 0.0
        return 2 * self.all(shared) / (self._totals[id(first)] + self._totals[id(second)])

    def within(self, inner: Unit, outer: Unit) -> float:
        """How much of what a sentence has stands in another."""
        return self.all(inner.everything & outer.everything) / (self._totals[id(inner)] or 1)


def _factor(key: str, *, is_name: bool) -> float:
    if key[0] in "#@":
        return _SMALL if _SMALL_NUMBER.fullmatch(key) else _MARK
    return _NAME if is_name else 1.0


def same_words(first: Sequence[Unit], second: Sequence[Unit]) -> Iterator[Match]:
    """The sentences that are the same but for typography, each once, in the order of the text."""
    places: dict[str, deque[Unit]] = defaultdict(deque)
    for unit in second:
        places[unit.folded].append(unit)
    for unit in first:
        if waiting := places.get(unit.folded):
            yield Match(unit, waiting.popleft(), 1.0)


def candidates(first: Sequence[Unit], second: Sequence[Unit], weights: Weights) -> Iterator[tuple[Unit, Unit]]:
    """Sentences that share most of their rarest words, figures and dates."""
    postings: dict[str, list[int]] = defaultdict(list)
    for place, unit in enumerate(second):
        for key in unit.everything:
            postings[key].append(place)
    for unit in first:
        votes: dict[int, float] = defaultdict(float)
        for key in _leading(unit, postings):
            value = weights.one(key)
            for place in postings[key]:
                votes[place] += value
        for place in nlargest(_LOOKED_AT, votes, key=votes.__getitem__):
            yield unit, second[place]


def _leading(unit: Unit, postings: Mapping[str, Sequence[int]]) -> list[str]:
    """The keys of a sentence by which others are looked for: those that few have, and the three that fewest have."""
    known = sorted((len(places), key) for key in unit.everything if (places := postings.get(key)))
    return [
        key
        for rank, (size, key) in enumerate(known)
        if size <= _POSTINGS or (rank < _RAREST and size <= _MOST_POSTINGS)
    ]


def matches(first: Sequence[Unit], second: Sequence[Unit], joined: set[tuple[int, int]]) -> list[Match]:
    """The sentences that tell the same, each once, best first.

    Args:
        first: Those of one document that have no match yet.
        second: Those of the other.
        joined: The paragraphs, by their indices, that another pair joins; those of new pairs are added.
    """
    weights = Weights([*first, *second])
    found = [Match(one, other, weights.likeness(one, other)) for one, other in candidates(first, second, weights)]
    found.sort(key=lambda each: -each.likeness)
    taken: set[int] = set()
    chosen: list[Match] = []
    for floor in (LIKELY, SUPPORTED):
        for each in found:
            free = id(each.first) not in taken and id(each.second) not in taken
            near = floor == LIKELY or _is_supported(each, joined)
            if free and near and each.likeness >= floor:
                chosen.append(each)
                taken |= {id(each.first), id(each.second)}
                joined.add((each.first.paragraph, each.second.paragraph))
    return chosen + _within(found, taken, weights)


def _is_supported(match: Match, joined: set[tuple[int, int]]) -> bool:
    """Whether another pair joins the paragraphs of a match that has enough in common to be considered."""
    shared = match.first.everything & match.second.everything
    return len(shared) >= _FEWEST_SUPPORTED and (match.first.paragraph, match.second.paragraph) in joined


def _within(found: Sequence[Match], taken: set[int], weights: Weights) -> list[Match]:
    """Sentences of which most stands within one that has its match already: it was cut in two, or put together."""
    more: list[Match] = []
    for each in found:
        for inner, outer in ((each.first, each.second), (each.second, each.first)):
            if id(inner) not in taken and id(outer) in taken and weights.within(inner, outer) >= _WITHIN:
                more.append(each)
                taken.add(id(inner))
    return more
