"""The runs of words that may be key phrases, counted and rated: all of a text at once, as arrays.

A run is given by where it begins and how many words it has. Runs of the same stems are one candidate; stems are
numbers, and a longer run is numbered by the shorter one that it begins with and its last word.
"""

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

import numpy as np

from bot.answers.summarising.incidence import Flags, Floats, Ints
from bot.answers.summarising.tokens import Tokens

_LONGEST: Final = 4  # words of a phrase
_RUN: Final = 40  # words of a run that are looked at
_NAME: Final = 2.0  # how much more a name counts
_SINGLE: Final = 0.5  # how much less a single word counts
_WITHIN: Final = 0.5  # of the sentences that a longer phrase has, what is taken from the shorter one within
_LETTERS: Final = 60  # of a phrase: what a button of a message shows


@dataclass(frozen=True, slots=True)
class Reading:
    """What is known of each token beside where it stands.

    `stems` are places among `words`. `parts` says that it parts runs, `capital` that it begins with one, `possessive`
    that it ends a run. What is `weak` neither begins nor ends a phrase, unless it is part of a name.
    """

    words: Sequence[str]
    stems: Ints
    parts: Flags
    capital: Flags
    possessive: Flags
    weak: Flags


class Runs:
    """The words of a text that no stop word, mark or number alone parts, in order, each with the run that it is in."""

    def __init__(self, tokens: Tokens, reading: Reading) -> None:
        opens = tokens.opens
        ends = reading.parts | reading.possessive | tokens.genitive
        begins = opens | ~tokens.adjoins | reading.parts
        begins[1:] |= ends[:-1]
        places = np.arange(len(begins))
        begins |= (places - np.maximum.accumulate(np.where(begins, places, 0))) % _RUN == 0
        kept = np.flatnonzero(~reading.parts)
        self.words = reading.words
        self.stems = reading.stems[kept]
        self.runs: Ints = np.cumsum(begins, dtype=np.int64)[kept]
        self.rows: Ints = tokens.rows[kept]
        self.starts: Ints = tokens.starts[kept]
        self.ends: Ints = tokens.ends[kept]
        self.opens: Flags = opens[kept]
        self.capital: Flags = reading.capital[kept]
        self.weak: Flags = reading.weak[kept]
        self.text = tokens.text
        self.sentences = len(tokens.sentences)

    @property
    def able(self) -> Flags:
        """Which words may be part of a phrase: names, and what comes back in another run."""
        different = _sorted_once(self.runs * len(self.words) + self.stems) % max(1, len(self.words))
        comes_back: Flags = np.bincount(different, minlength=len(self.words)) > 1
        able: Flags = self.capital | comes_back[self.stems]
        return able


def _sorted_once(keys: Ints) -> Ints:
    """Each of some numbers once, in order."""
    ordered = np.sort(keys)
    once: Ints = ordered[np.append(True, ordered[1:] != ordered[:-1])[: len(ordered)]]
    return once


class _Grams:
    """All stretches of so many words within runs, by the places where they begin, and which of them are phrases."""

    def __init__(self, runs: Runs, able: Flags, shorter: "_Grams | None") -> None:
        self.size: int = 1 if shorter is None else shorter.size + 1
        if shorter is None:
            self.alive = able
            self.capital = runs.capital
            keys = runs.stems[able]
        else:
            last = self.size - 1
            self.alive = np.zeros(len(able), dtype=np.bool_)
            self.capital = self.alive.copy()
            if len(able) > last:
                self.alive[:-last] = shorter.alive[:-last] & able[last:] & (runs.runs[:-last] == runs.runs[last:])
                self.capital[:-last] = shorter.capital[:-last] & runs.capital[last:]
            begins = np.flatnonzero(self.alive)
            keys = shorter.numbers[begins] * len(runs.words) + runs.stems[begins + last]
        known, numbers = np.unique(keys, return_inverse=True)
        self.different = len(known)
        self.numbers: Ints = np.full(len(able), -1, dtype=np.int64)
        self.numbers[self.alive] = numbers.reshape(-1)
        self._count(runs)

    def _count(self, runs: Runs) -> None:
        begins = np.flatnonzero(self.alive)
        ends = begins + self.size - 1
        # at the edge of a phrase a weak word may stand only as part of a name
        weak = runs.weak if self.size == 1 else runs.weak & (~runs.capital | runs.opens)
        fits = ~(weak[begins] | weak[ends]) & (runs.ends[ends] - runs.starts[begins] <= _LETTERS)
        self.places: Ints = begins[fits]
        self.of: Ints = self.numbers[self.places]
        count = self.different
        sentences = _sorted_once(self.of * runs.sentences + runs.rows[self.places]) // max(1, runs.sentences)
        self.counts: Ints = np.bincount(sentences, minlength=count).astype(np.int64)
        self.first: Ints = np.full(count, -1, dtype=np.int64)
        # of several places the last one set stays
        self.first[self.of[::-1]] = self.places[::-1]
        # where a sentence opens, the case says nothing
        inside = ~runs.opens[self.places]
        names = np.bincount(self.of, inside & self.capital[self.places], minlength=count)
        self.name: Flags = 2 * names > np.bincount(self.of, inside, minlength=count)
        self.longer: Ints = np.zeros(count, dtype=np.int64)

    def set_off(self, longer: "_Grams") -> None:
        """Let each phrase know how many sentences hold it within one longer phrase that comes back too."""
        again = np.flatnonzero(longer.counts > 1)
        for step in range(longer.size - self.size + 1):
            np.maximum.at(self.longer, self.numbers[longer.first[again] + step], longer.counts[again])

    @property
    def ratings(self) -> Floats:
        """C-values; those of what does not stand at all, or within longer phrases only, are not positive."""
        size = math.log2(1 + self.size) if self.size > 1 else _SINGLE
        left = np.where(self.longer < self.counts, self.counts - _WITHIN * self.longer, 0.0)
        return size * np.where(self.name, _NAME, 1.0) * left


@dataclass(frozen=True, slots=True)
class Candidate:
    """A run of words, however it is inflected, that stands in a text.

    `words` are its stems, `form` is how it stands first, `first` the sentence where. `name` says that it is mostly
    capitalised where it opens no sentence, `more` that it comes back oftener than it must.
    """

    rating: float
    first: int
    words: tuple[str, ...]
    form: str
    name: bool
    more: bool
    _runs: Runs
    _grams: _Grams
    _number: int

    @property
    def sentences(self) -> list[int]:
        """The sentences in which it stands, in order."""
        rows: list[int] = np.unique(self._runs.rows[self._grams.places[self._grams.of == self._number]]).tolist()
        return rows

    def forms(self) -> Iterator[tuple[str, bool]]:
        """How it stands in the text, place by place, and whether it opens a sentence there."""
        for place in self._grams.places[self._grams.of == self._number].tolist():
            yield _form(self._runs, place, len(self.words)), bool(self._runs.opens[place])


def _form(runs: Runs, place: int, size: int) -> str:
    return runs.text[int(runs.starts[place]) : int(runs.ends[place + size - 1])]


class Candidates:
    """The runs of a text that may be key phrases."""

    def __init__(self, runs: Runs) -> None:
        self._runs = runs
        self._grams: list[_Grams] = []
        able = runs.able
        for _ in range(_LONGEST):
            self._grams.append(_Grams(runs, able, self._grams[-1] if self._grams else None))
        for at, longer in enumerate(self._grams):
            for shorter in self._grams[:at]:
                shorter.set_off(longer)

    def rated(self) -> Iterator[Candidate]:
        """Those that come back, where any does, and names of several words: best first, of equals the first ones."""
        least = 2 if any((grams.counts > 1).any() for grams in self._grams) else 1
        rows = self._runs.rows
        found = []
        for at, grams in enumerate(self._grams):
            ratings = grams.ratings
            often = grams.counts >= least
            good = np.flatnonzero((ratings > 0) & (often | grams.name if grams.size > 1 else often))
            found.append((ratings[good], rows[grams.first[good]], np.full(len(good), at), good))
        ratings, firsts, sizes, numbers = (np.concatenate(each) for each in zip(*found, strict=True))
        for place in np.lexsort((firsts, -ratings)).tolist():
            grams, number = self._grams[int(sizes[place])], int(numbers[place])
            begin = int(grams.first[number])
            stems = self._runs.stems[begin : begin + grams.size].tolist()
            yield Candidate(
                rating=float(ratings[place]),
                first=int(firsts[place]),
                words=tuple([self._runs.words[stem] for stem in stems]),
                form=_form(self._runs, begin, grams.size),
                name=bool(grams.name[number]),
                more=bool(grams.counts[number] > least),
                _runs=self._runs,
                _grams=grams,
                _number=number,
            )
