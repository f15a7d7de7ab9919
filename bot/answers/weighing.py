"""What the words of a query weigh, how well a passage answers it, and which passages are withheld.

A clause weighs the more the fewer passages have it (inverse document frequency as in BM25: S. Robertson and
H. Zaragoza, "The Probabilistic Relevance Framework", 2009); one that stands nowhere weighs the most. Words that only
hold a sentence together weigh nothing.

The rule of withholding: a passage that lacks some of the words is shown only when those that it has carry at least
`ENOUGH` of the weight of the whole query, words found nowhere counted in, and when it has every phrase that was put
between quotation marks. So a question about something of which the documents do not speak finds nothing.
"""

import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Final

from bot.answers.matching import Mark, Matcher
from bot.answers.query import Clause
from bot.store.search import Candidate

ENOUGH: Final = 0.6
_SATURATION: Final = 1.2
_LENGTH: Final = 0.6
_USUAL_LENGTH: Final = 60  # words in a paragraph of news
_ADJACENT: Final = 0.6
_NEAR: Final = 0.2
_NEARNESS: Final = 6
_LIGHT: Final = 0.4


def weight(passages: int, size: int) -> float:
    """What a clause weighs that `passages` of `size` paragraphs have."""
    passages = min(passages, size)
    return math.log(1 + (size - passages + 0.5) / (passages + 0.5))


@dataclass(frozen=True, slots=True)
class Score:
    """How well a passage answers. `whole` when it has every clause, `enough` when it need not be withheld."""

    whole: bool
    enough: bool
    value: float


class Scale:
    """Weighs passages against one query."""

    def __init__(self, clauses: Sequence[Clause], weights: Sequence[float]) -> None:
        """Take the clauses of a query, light ones among them, and what each of them weighs."""
        self.clauses = clauses
        self.weights = [0.0 if clause.light else given for clause, given in zip(clauses, weights, strict=True)]
        self.total = sum(self.weights)
        self.matcher = Matcher(clauses)
        self._content = [place for place, clause in enumerate(clauses) if not clause.light]

    def suffices(self, places: Iterable[int]) -> bool:
        """Whether the clauses at these places in the query carry enough of its weight."""
        return sum(self.weights[place] for place in places) >= ENOUGH * self.total

    def score(self, candidate: Candidate) -> Score:
        """Weigh one passage: frequency of words against its length, and words that stand together as in the query."""
        marks = self.matcher.marks(candidate.words)
        counts: dict[int, int] = {}
        for mark in marks:
            counts[mark.clause] = counts.get(mark.clause, 0) + 1
        present = [place for place in self._content if place in counts]
        whole = len(present) == len(self._content)
        quoted = all(place in counts for place in self._content if self.clauses[place].required)
        length = 1 - _LENGTH + _LENGTH * len(candidate.words) / _USUAL_LENGTH
        value = sum(
            self.weights[place] * counts[place] * (_SATURATION + 1) / (counts[place] + _SATURATION * length)
            for place in present
        )
        return Score(whole, quoted and (whole or self.suffices(present)), value + self._together(marks))

    def _together(self, marks: Sequence[Mark]) -> float:
        """The reward for neighbours in the query that are neighbours in the passage, each pair counted once."""
        best: dict[int, float] = {}
        latest: dict[int, int] = {}
        for mark in marks:
            pair = mark.clause - 1
            distance = mark.first - latest.get(pair, -1_000_000)
            if 0 < distance <= _NEARNESS:
                weights = [self.weights[place] or _LIGHT for place in (pair, mark.clause)]
                reward = min(weights) * (_ADJACENT if distance == 1 else _NEAR)
                best[pair] = max(best.get(pair, 0.0), reward)
            latest[mark.clause] = mark.last
        return sum(best.values())


def indispensable(scale: Scale, found: Sequence[int]) -> list[list[int]]:
    """Groups of clauses from each of which a passage must have one, if it is not to be withheld.

    What lacks a whole group has too little weight left. Rare clauses come first, so that the groups, taken together,
    leave few passages to be looked at; an empty list says that no passage can have enough.

    Args:
        scale: The query.
        found: The places of the clauses that stand somewhere.
    """
    available = sum(scale.weights[place] for place in found)
    groups: list[list[int]] = []
    group: list[int] = []
    if not scale.suffices(found):
        return []
    for place in sorted(found, key=lambda place: -scale.weights[place]):
        group.append(place)
        if available - sum(scale.weights[each] for each in group) < ENOUGH * scale.total:
            groups.append(group)
            group = []
    return groups
