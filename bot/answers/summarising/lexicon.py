"""What is known of the forms of words, worked out once and remembered from one document to the next."""

from collections.abc import Callable, Iterable, Sequence
from functools import lru_cache
from typing import Final

import numpy as np

from bot.answers.summarising.base import Stem
from bot.answers.summarising.incidence import Ints
from bot.folding import cased_words

_MOST: Final = 100_000
"""Forms from which on a table is begun anew with the next document; it takes some 25 MB then."""


class Remembered(dict[str, int]):
    """A number for each form, worked out by `read` when it is first met."""

    def __init__(self, read: Callable[[str], int]) -> None:
        super().__init__()
        self._read = read

    def __missing__(self, form: str) -> int:
        number = self[form] = self._read(form)
        return number

    def of(self, forms: Sequence[str]) -> Ints:
        """The numbers of forms, in their order."""
        if len(self) > _MOST:
            self.clear()
        return np.fromiter(map(self.__getitem__, forms), np.int64, len(forms))


class Lexicon:
    """The folded words of forms and sentences as numbers.

    That of a word is twice the number of its term (the word itself where it joins others, else its stem), and one more
    where it begins with a capital.
    """

    def __init__(self, stem: Stem, stops: frozenset[str]) -> None:
        self.terms: list[str] = []
        self._stem = stem
        self._stops = stops
        self._begin()

    def _begin(self) -> None:
        self.terms.clear()
        self._numbers: dict[str, int] = {}
        self._words: dict[tuple[str, bool], int] = {}
        self._forms = Remembered(self._read)
        self._several: list[list[int]] = []

    def begin(self) -> None:
        """Begin with another document: what was numbered before may be forgotten."""
        if len(self.terms) > _MOST or len(self._forms) > _MOST:
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
        words = [(form.lower(), form[0].isupper())] if form.isascii() and form.isalnum() else cased_words(form)
        numbers = self.numbers(words)
        if len(numbers) == 1:
            return numbers[0]
        self._several.append(numbers)
        return -len(self._several)

    def numbers(self, words: Iterable[tuple[str, bool]]) -> list[int]:
        """The numbers of folded words, each given with whether it begins with a capital."""
        return [self._number(word) for word in words]

    def read(self, forms: Sequence[str]) -> tuple[Ints, Ints]:
        """How many words each form has, and the numbers of them all, one form behind the other."""
        found = self._forms.of(forms)
        sizes = np.ones(len(found), dtype=np.int64)
        several = np.flatnonzero(found < 0)
        if not len(several):
            return sizes, found
        members = [self._several[-1 - number] for number in found[several].tolist()]
        sizes[several] = [len(each) for each in members]
        flat = np.repeat(found, sizes)
        firsts = np.cumsum(sizes) - sizes
        for place, each in zip(firsts[several].tolist(), members, strict=True):
            flat[place : place + len(each)] = each
        return sizes, flat


@lru_cache(maxsize=8)
def lexicon(stem: Stem, stops: frozenset[str]) -> Lexicon:
    """The words of a language, numbered as they come."""
    return Lexicon(stem, stops)
