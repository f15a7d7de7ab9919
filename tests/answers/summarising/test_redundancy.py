"""What was said before: the counters find the very sentences that a comparison one by one finds."""

from collections import Counter
from collections.abc import Sequence

from hypothesis import example, given, settings
from hypothesis import strategies as st

from bot.answers.summarising.redundancy import Facts, Said, same

_FIGURES = frozenset(range(20, 25))
_SENTENCES = st.lists(st.frozensets(st.integers(0, 24), max_size=14), min_size=1, max_size=60)


class Sentences:
    """Sentences by their words, of which some are figures."""

    def __init__(self, words: Sequence[frozenset[int]]) -> None:
        self._words = words
        self._counts = Counter(word for each in words for word in each)

    @property
    def longest(self) -> int:
        return max(map(len, self._words))

    def length(self, sentence: int) -> int:
        return len(self._words[sentence])

    def common(self, sentence: int) -> list[int]:
        return [word for word in self._words[sentence] if self._counts[word] > 1]

    def facts(self, sentence: int) -> Facts:
        return Facts(self._words[sentence], self._words[sentence] & _FIGURES)


@settings(max_examples=300)
@given(_SENTENCES)
@example([frozenset(range(20)), frozenset(), frozenset({1}), frozenset({1}), frozenset(range(19))])
@example([frozenset(range(2**place)) for place in range(9)] * 2)
def test_what_was_said_is_found_as_one_by_one(words: list[frozenset[int]]) -> None:
    known = Sentences(words)
    said = Said(known)
    taken: list[int] = []
    for place in range(len(words)):
        expected = bool(words[place]) and any(same(known.facts(place), known.facts(other)) for other in taken)
        assert said.covers(place) == expected
        if not expected or place % 3 == 0:
            said.add(place)
            taken.append(place)
