"""What is known of the forms of words, worked out once and remembered from one document to the next."""

from collections.abc import Iterable, Sequence
from functools import lru_cache
from typing import Final

import numpy as np

from bot.answers.summarising.base import Stem
from bot.answers.summarising.columns import Column, Growing, Places
from bot.answers.summarising.incidence import Flags, Ints
from bot.folding import cased_words

_MOST: Final = 100_000
"""Terms from which on they are numbered anew with the next document; they take some 25 MB then."""
_SHORT: Final = 4  # letters
_JOINS, _DIGIT, _BRIEF = (1 << place for place in range(3))


class Lexicon:
    """The folded words of forms and sentences as numbers.

    That of a word is twice the number of its term (the word itself where it joins others, else its stem), and one more
    where it begins with a capital.
    """

    def __init__(self, stem: Stem, stops: frozenset[str]) -> None:
        self._stem = stem
        self._stops = stops
        self._places = Places()
        self._begin()

    def _begin(self) -> None:
        self.terms: list[str] = []
        self._numbers: dict[str, int] = {}
        self._words: dict[tuple[str, bool], int] = {}
        self._forms = Column(self._read)
        # of forms with several words or none: where their numbers begin, and how many there are
        self._several = Growing(2)
        self._members = Growing(1)
        self._marks = Column(self._mark)

    def begin(self) -> None:
        """Begin with another document: what was numbered before may be forgotten."""
        if len(self.terms) > _MOST or len(self._members) > _MOST:
            self._begin()

    def _number(self, key: tuple[str, bool]) -> int:
        if (number := self._words.get(key)) is None:
            word, capital = key
            term = word if word in self._stops else self._stem(word)
            if (place := self._numbers.get(term)) is None:
                place = self._numbers[term] = len(self.terms)
                self.terms.append(term)
            number = self._words[key] = 2 * place + capital
        return number

    def _read(self, form: str) -> int:
        """The number of the only word of a form; where there are more or none, one below 0, which tells the place."""
        if form.isascii() and form.isalnum():
            return self._number((form.lower(), form[0].isupper()))
        numbers = self.numbers(cased_words(form))
        if len(numbers) == 1:
            return numbers[0]
        self._several.add([(len(self._members), len(numbers))])
        self._members.add([(number,) for number in numbers])
        return -len(self._several)

    def numbers(self, words: Iterable[tuple[str, bool]]) -> list[int]:
        """The numbers of folded words, each given with whether it begins with a capital."""
        return [self._number(word) for word in words]

    def read(self, rows: Ints, forms: Sequence[str], numbers: Ints) -> tuple[Ints, Ints]:
        """The words of tokens, which are given by the sentence of each and the number of its form.

        Returns:
            The sentence of each word, and its number here.
        """
        found = self._forms.of(forms, numbers)
        several = np.flatnonzero(found < 0)
        if not len(several):
            return rows, found
        sizes = np.ones(len(found), dtype=np.int64)
        firsts, sizes[several] = self._several.rows[-1 - found[several]].T
        flat = np.repeat(found, sizes)
        ends = np.cumsum(sizes[several])
        within = np.arange(ends[-1]) - np.repeat(ends - sizes[several], sizes[several])
        flat[np.repeat(found < 0, sizes)] = self._members.rows[np.repeat(firsts, sizes[several]) + within, 0]
        return np.repeat(rows, sizes), flat

    def by_first(self, terms: Ints) -> tuple[Ints, Ints]:
        """The different ones of some terms as they first come, and the place of each among them."""
        return self._places.by_first(terms, len(self.terms))

    def _mark(self, term: str) -> int:
        return _JOINS * (term in self._stops) | _DIGIT * term[0].isdigit() | _BRIEF * (len(term) <= _SHORT)

    def marks(self, terms: Ints) -> tuple[Flags, Flags, Flags]:
        """Which terms join others, which begin with a digit, and which have four letters at the most."""
        found = self._marks.of(self.terms, terms)
        joins, digit, brief = ((found & mark) != 0 for mark in (_JOINS, _DIGIT, _BRIEF))
        return joins, digit, brief


@lru_cache(maxsize=8)
def lexicon(stem: Stem, stops: frozenset[str]) -> Lexicon:
    """The words of a language, numbered as they come."""
    return Lexicon(stem, stops)
