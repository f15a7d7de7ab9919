"""What the words of a query weigh, how well a passage answers it, and which passages are withheld.

A clause weighs the more the fewer passages have it and the more often the query says it (inverse document frequency as
in BM25: S. Robertson and H. Zaragoza, "The Probabilistic Relevance Framework", 2009); one that stands nowhere weighs
the most. Words that only hold a sentence together weigh nothing. What another form of a word counts for is less than
the word itself, and what a word with the same stem counts for is less again (`bot.answers.matching`).

The rule of withholding: a passage that lacks some of the words is shown only when those that it has carry at least
`ENOUGH` of the weight of the whole query, words found nowhere counted in, and when it has every phrase that was put
between quotation marks. What stands behind "about" in a question is its topic: a passage must have some of it. So a
question about something of which the documents do not speak finds nothing.
"""

import math
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from typing import Final

from bot.answers.answering import answered_by
from bot.answers.matching import RELATED, Mark, Matcher
from bot.answers.query import Clause
from bot.store.search import Candidate

ENOUGH: Final = 0.6
# These were chosen on Cranfield, CISI, CACM and NPL together: tests/benchmarks/ranking.py, docs/decisions/0013
SATURATION: Final = 1.2
LENGTH: Final = 0.6
_TITLE: Final = 0.25  # of what a word weighs, for its standing in the title or the nearest heading
_ADJACENT: Final = 0.25
_NEAR: Final = 0.1
_NEARNESS: Final = 6
_LIGHT: Final = 0.4
_RUN: Final = 3  # so many in a row are hardly there by chance
_IN_A_RUN: Final = 0.8
_AS_TYPED: Final = 0.5  # of the weight of the query, for all of it in a row
_ANSWERING: Final = 0.15  # of the weight of the query, for a figure or a date where the question asks for one
_NEVER: Final = (-1_000_000, 0)


def weight(passages: int, size: int) -> float:
    """What a clause weighs that `passages` of `size` paragraphs have."""
    passages = min(passages, size)
    return math.log(1 + (size - passages + 0.5) / (passages + 0.5))


@dataclass(frozen=True, slots=True)
class Score:
    """How well a passage answers.

    `whole` when it has every clause, `close` when every one as typed or inflected, `enough` when it need not be
    withheld.
    """

    whole: bool
    close: bool
    enough: bool
    value: float


class Scale:
    """Weighs passages against one query."""

    def __init__(
        self, clauses: Sequence[Clause], weights: Sequence[float], usual_length: float, enough: float = ENOUGH
    ) -> None:
        """Take a query and what is known of the store.

        Args:
            clauses: The clauses of the query, light ones among them.
            weights: What each of them weighs when it is said once.
            usual_length: How many words a paragraph has on average.
            enough: The share of the weight with which a passage need not be withheld; with 0 none is, not even for
                want of a phrase between quotation marks.
        """
        self.clauses = clauses
        self.weights = [
            0.0 if clause.light else given * clause.times for clause, given in zip(clauses, weights, strict=True)
        ]
        self.total = sum(self.weights)
        self.enough = enough
        self.usual_length = usual_length
        self.matcher = Matcher(clauses)
        self._content = [place for place, clause in enumerate(clauses) if not clause.light]
        self.required = [place for place in self._content if clauses[place].required] if enough else []
        self._topic = [place for place in self._content if clauses[place].topic] if enough else []
        self._answers = answered_by([clause.atoms[0].run[0] for clause in clauses])
        # the clause before each one, and the one before it that is not light
        self._before = [
            {place - 1, max((each for each in self._content if each < place), default=-1)} - {-1}
            for place in range(len(clauses))
        ]

    def suffices(self, places: Iterable[int]) -> bool:
        """Whether the clauses at these places in the query carry enough of its weight."""
        return sum(self.weights[place] for place in places) >= self.enough * self.total

    def score(self, candidate: Candidate, around: Collection[int] = ()) -> Score:
        """Weigh one passage: frequency of words against its length, and words that stand together as in the query.

        Args:
            candidate: The passage.
            around: The places of the clauses that stand in the title or the heading above.
        """
        counts: dict[int, float] = {}
        closest: dict[int, float] = {}
        together = 0.0
        # the stems are the same words once more
        for words in (candidate.words, candidate.stems) if candidate.stems else (candidate.words,):
            marks = self.matcher.marks(words)
            found: dict[int, float] = {}
            for clause, _, _, closeness in marks:
                found[clause] = found.get(clause, 0.0) + closeness
                if closeness > closest.get(clause, 0.0):
                    closest[clause] = closeness
            counts |= {clause: max(count, counts.get(clause, 0.0)) for clause, count in found.items()}
            if len(marks) > 1:
                together = max(together, self._together(marks))
        present = [place for place in self._content if place in counts]
        whole = len(present) == len(self._content)
        close = whole and min([closest[place] for place in present], default=1.0) > RELATED
        quoted = not self.required or all(place in counts for place in self.required)
        length = self.dampening(candidate.length)
        value = sum([self.weights[place] * saturated(counts[place], length) for place in present])
        value += _TITLE * sum([self.weights[place] for place in around]) + together
        if self._answers is not None and self._answers(candidate.words):
            value += _ANSWERING * self.total
        on_topic = not self._topic or any(place in counts for place in self._topic)
        return Score(whole, close, quoted and on_topic and (whole or self.suffices(present)), value)

    def places(self, words: Sequence[str]) -> frozenset[int]:
        """The places of the clauses, light ones left out, that stand among words such as those of a title."""
        return frozenset(mark.clause for mark in self.matcher.marks(words) if self.weights[mark.clause])

    def dampening(self, words: int) -> float:
        """What slows the gain from repeated words in a passage of so many words: BM25's k1 times its length norm."""
        return SATURATION * (1 - LENGTH + LENGTH * words / self.usual_length)

    def _together(self, marks: Sequence[Mark]) -> float:
        """The reward for neighbours in the query that are neighbours in the passage, each pair counted once."""
        best: dict[tuple[int, int], float] = {}
        latest: dict[int, tuple[int, int]] = {}  # where a clause stood last, and how many stand there as in the query
        longest = 1
        for mark in marks:
            run = 1
            for before in self._before[mark.clause]:
                last, length = latest.get(before, _NEVER)
                distance = mark.first - last
                if 0 < distance <= _NEARNESS:
                    share = _NEAR
                    if distance == 1:
                        run = max(run, length + 1)
                        share = _IN_A_RUN if run >= _RUN else _ADJACENT
                    pair = (before, mark.clause)
                    weights = [self.weights[place] or _LIGHT for place in pair]
                    best[pair] = max(best.get(pair, 0.0), min(weights) * share)
            latest[mark.clause] = (mark.last, run)
            longest = max(longest, run)
        as_typed = _AS_TYPED * self.total if longest == len(self.clauses) > 1 else 0.0
        return sum(best.values()) + as_typed


def saturated(count: float, dampening: float) -> float:
    """What a word that stands so often is worth: BM25's saturation."""
    return count * (SATURATION + 1) / (count + dampening)


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
    if not found or not scale.suffices(found):
        return []
    for place in sorted(found, key=lambda place: -scale.weights[place]):
        group.append(place)
        if available - sum(scale.weights[each] for each in group) < scale.enough * scale.total:
            groups.append(group)
            group = []
    return groups or [group]
