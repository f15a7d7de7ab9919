"""Which words of a pasted text stand in a stretch of a document, one behind the other."""

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import Final

from bot.answers.verification.pasted import TextReading
from bot.answers.verification.stretches import SEED, Stretch
from bot.store.stopwords import STOP_WORDS

_REPLACED: Final = 8  # words for which an insertion in brackets may stand
_COMPARED: Final = 40_000  # pairs of words that are compared each with each
_FAN: Final = 6  # places of a seed that are looked at, before and behind where it is expected
_CHAINED: Final = 120  # runs back to which a chain may reach
_POINTS: Final = 1_500  # pairs of equal words that are looked at one by one
_SHORT: Final = 12  # words of a text of which each one counts
_APART: Final = 30  # words between two runs of one passage
_LIGHT: Final = 0.5  # what a word that stands everywhere weighs; any other weighs 1
_LOSS: Final = 0.12  # what each word takes from it that stands in one of the texts only


@dataclass(frozen=True, slots=True)
class Run:
    """Words that stand in both texts: their place in the pasted one, in the stretch, and how many they are."""

    pasted: int
    source: int
    size: int

    @property
    def pasted_end(self) -> int:
        """The place behind the last word in the pasted text."""
        return self.pasted + self.size

    @property
    def source_end(self) -> int:
        """The place behind the last word in the stretch."""
        return self.source + self.size


@dataclass(frozen=True, slots=True)
class Alignment:
    """Runs in the order of both texts, and the words on either side that the two have in place of each other.

    `first` and `last` are the places from which and up to which (exclusive) the pasted text is accounted for, `begin`
    and `end` the same in the stretch.
    """

    stretch: Stretch
    runs: tuple[Run, ...]
    first: int
    last: int
    begin: int
    end: int

    @property
    def matched(self) -> int:
        """How many words are equal."""
        return sum(run.size for run in self.runs)

    def gaps(self) -> Iterator[tuple[int, int, int, int]]:
        """What lies before, between and behind the runs: from where to where in the pasted text, and in the stretch."""
        at = (self.first, self.begin)
        for run in self.runs:
            yield at[0], run.pasted, at[1], run.source
            at = (run.pasted_end, run.source_end)
        yield at[0], self.last, at[1], self.end

    def until(self, place: int) -> "Alignment":
        """The part of it that lies before a place in the pasted text, up to its last equal word."""
        runs = [
            Run(run.pasted, run.source, min(run.size, place - run.pasted)) for run in self.runs if run.pasted < place
        ]
        return aligned(self.stretch, runs)

    @property
    def paragraph(self) -> int:
        """The row id of the paragraph with its last word."""
        return self.stretch.paragraphs[self.stretch.owners[self.end - 1]].id

    def is_clean(self, reading: TextReading) -> bool:
        """Whether all words from `first` to `last` are equal, and nothing is left out but where it is marked."""
        return all(
            first == last and (begin == end or _is_marked(reading, self.stretch, first, begin, end))
            for first, last, begin, end in self.gaps()
        )


def aligned(stretch: Stretch, runs: Sequence[Run]) -> Alignment:
    """An alignment that goes from the first run to the last."""
    return Alignment(stretch, tuple(runs), runs[0].pasted, runs[-1].pasted_end, runs[0].source, runs[-1].source_end)


def _is_marked(reading: TextReading, stretch: Stretch, place: int, begin: int, end: int) -> bool:
    """Whether the words of the stretch from `begin` to `end` are those that a mark stands for."""
    gap = reading.gaps.get(place)
    if gap is None or begin == 0 or end >= len(stretch.words):
        return False
    if gap.bracketed and end - begin > _REPLACED:
        return False
    return stretch.owners[end] - stretch.owners[begin - 1] <= 1


def clean(reading: TextReading, stretch: Stretch) -> list[Alignment]:
    """Every place where the whole pasted text stands, word for word but for what it marks as left out."""
    words = reading.wording.words
    fragments = reading.fragments
    found: list[Alignment] = []
    for start in _occurrences(words[: fragments[0][1]], stretch, 0):
        runs = [Run(0, start, fragments[0][1])]
        for first, last in fragments[1:]:
            after = next(_occurrences(words[first:last], stretch, runs[-1].source_end), None)
            if after is None:
                return found
            runs.append(Run(first, after, last - first))
        alignment = aligned(stretch, _joined(runs))
        if alignment.is_clean(reading):
            if found and found[-1].end == alignment.end:
                found.pop()  # the same with more left out
            found.append(alignment)
    return found


def _joined(runs: Sequence[Run]) -> list[Run]:
    """Runs with those made one that follow each other in both texts."""
    joined = [runs[0]]
    for run in runs[1:]:
        last = joined[-1]
        if (last.pasted_end, last.source_end) == (run.pasted, run.source):
            joined[-1] = Run(last.pasted, last.source, last.size + run.size)
        else:
            joined.append(run)
    return joined


def _occurrences(run: Sequence[str], stretch: Stretch, at: int) -> Iterator[int]:
    """The places from `at` on where a run of words stands."""
    size = len(run)
    wanted = list(run)
    for place in stretch.places.get(run[0], ()):
        if place >= at and list(stretch.words[place : place + size]) == wanted:
            yield place


def weight(words: Sequence[str]) -> float:
    """What words weigh together."""
    return sum(_LIGHT if word in STOP_WORDS else 1.0 for word in words)


def nearest(reading: TextReading, stretch: Stretch, first: int, last: int) -> Alignment | None:
    """The words from `first` to `last` as they stand together in a stretch, some perhaps missing or different.

    This is a local alignment (T. F. Smith and M. S. Waterman, "Identification of common molecular subsequences", 1981)
    over equal words only. Longer texts are put together from runs of three words or more, and what lies between.
    """
    words = reading.wording.words
    points = _points(words, stretch, first, last) if (last - first) * len(stretch.words) <= _COMPARED else []
    if points and len(points) <= _POINTS:
        runs = _joined(_chain(points, reading))
    else:
        runs = _chain(_seeded(words, stretch, first, last), reading)
    return aligned(stretch, _filled(words, stretch, runs)) if runs else None


def _points(words: Sequence[str], stretch: Stretch, first: int, last: int) -> list[Run]:
    """Every pair of equal words; in all but short texts, of words that stand everywhere only those beside another."""
    pairs = [(at, place) for at in range(first, last) for place in stretch.places.get(words[at], ())]
    if last - first <= _SHORT:
        return [Run(at, place, 1) for at, place in pairs]
    known = set(pairs)
    return [
        Run(at, place, 1)
        for at, place in pairs
        if words[at] not in STOP_WORDS or (at - 1, place - 1) in known or (at + 1, place + 1) in known
    ]


def _chain(runs: Sequence[Run], reading: TextReading) -> list[Run]:
    """The weightiest sequence of runs in the order of both texts, less what lies between them."""
    words = reading.wording.words
    values: list[float] = []
    before: list[int] = []
    for index, run in enumerate(runs):
        best, link = 0.0, -1
        for other in range(index - 1, max(-1, index - 1 - _CHAINED), -1):
            past = runs[other]
            left, out = run.pasted - past.pasted_end, run.source - past.source_end
            if left > _APART:
                break
            if left < 0 or out < 0:
                continue
            if run.pasted in reading.gaps:
                out = min(out, 1)
            if out <= _APART and (value := values[other] - _LOSS * (left + out)) > best:
                best, link = value, other
        values.append(best + weight(words[run.pasted : run.pasted_end]))
        before.append(link)
    chain: list[Run] = []
    index = max(range(len(values)), key=values.__getitem__) if values else -1
    while index >= 0:
        chain.append(runs[index])
        index = before[index]
    return chain[::-1]


def _filled(words: Sequence[str], stretch: Stretch, seeds: Sequence[Run]) -> list[Run]:
    """Runs with the equal words between them."""
    runs = [seeds[0]]
    for run in seeds[1:]:
        runs += runs_between(words, stretch, (runs[-1].pasted_end, run.pasted, runs[-1].source_end, run.source))
        runs.append(run)
    return _joined(runs)


def runs_between(words: Sequence[str], stretch: Stretch, within: tuple[int, int, int, int]) -> list[Run]:
    """Equal runs within bounds: from where to where in the pasted words, and in the stretch."""
    if (within[1] - within[0]) * (within[3] - within[2]) > _COMPARED:
        return []
    return _compared(words, stretch.words, within)


def _compared(words: Sequence[str], others: Sequence[str], within: tuple[int, int, int, int]) -> list[Run]:
    first, last, begin, end = within
    matcher = SequenceMatcher(None, words[first:last], others[begin:end], autojunk=False)
    return [Run(first + block.a, begin + block.b, block.size) for block in matcher.get_matching_blocks() if block.size]


def _seeded(words: Sequence[str], stretch: Stretch, first: int, last: int) -> list[Run]:
    """The longest runs of three words or more, from left to right, as far as they go."""
    runs: list[Run] = []
    at, expected = first, 0
    while at + SEED <= last:
        places = stretch.seeds.get(tuple(words[at : at + SEED]), [])
        middle = bisect_left(places, expected)
        near = places[max(0, middle - _FAN) : middle + _FAN]
        if not near:
            at += 1
            continue
        sizes = [(stretch.agreement(words, at, last, place), -abs(place - expected), place) for place in near]
        size, _, place = max(sizes)
        runs.append(Run(at, place, size))
        at, expected = at + size, place + size
    return runs
