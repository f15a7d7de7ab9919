"""Where the words of a query stand in a text, and how close each comes to what was typed."""

from collections.abc import Collection, Iterator, Sequence
from itertools import compress
from operator import methodcaller
from typing import Final, NamedTuple

from bot.answers.query import Atom, Clause, Form
from bot.folding import fold
from bot.models import Span
from bot.store.han import SIMPLIFIED
from bot.store.indexing import Tokens, read
from bot.store.scripts import grams, is_unspaced
from bot.store.snowball import languages_of, marked_stem
from bot.store.stemming import base, stem

TYPED: Final = 1.0
"""The word itself."""
INFLECTED: Final = 0.9
"""Another form of the same word: plural, past, -ing."""
RELATED: Final = 0.7
"""A word that only shares the stem: response for responsibility."""
_INFLECTED: Final = (Form.WORD, Form.SPELLING)
_OTHERS: Final = (Form.VARIANT, Form.SPELLING)


class Mark(NamedTuple):
    """A clause, by its place in the query, the places of the first and last word that it fits, and how closely."""

    clause: int
    first: int
    last: int
    closeness: float = TYPED


class Matcher:
    """Finds the clauses of one query in many texts; what it learns about a word it keeps."""

    def __init__(self, clauses: Sequence[Clause]) -> None:
        self._clauses = clauses
        self._atoms = [(_beginning(atom), place, atom) for place, clause in enumerate(clauses) for atom in clause.atoms]
        # most words of a text begin in another way, and need no closer look
        self._begins = methodcaller("startswith", tuple({beginning for beginning, _, _ in self._atoms}))
        self._languages = languages_of(word for clause in clauses for atom in clause.atoms for word in atom.run)
        self._fitting: dict[str, Sequence[tuple[int, Atom, float]]] = {}

    def marks(self, words: Sequence[str]) -> list[Mark]:
        """All places where a clause fits, in the order of the text."""
        fitting = self._fitting
        found: list[Mark] = []
        for place, word in compress(enumerate(words), map(self._begins, words)):
            fits = fitting.get(word)
            for clause, atom, closeness in self._learnt(word) if fits is None else fits:
                length = len(atom.run)
                if length == 1 or _follows(atom, words[place + 1 : place + length]):
                    found.append(Mark(clause, place, place + length - 1, closeness))
        return found

    def hits(self, text: str) -> tuple[Span, ...]:
        """The stretches of a text that fit a clause which is not light; in order, none touching another."""
        tokens = read(text)
        # a word of a script without spaces is longer than what was typed: its grams are what is marked
        marks = [mark for mark in self.marks(tokens.words) if not is_unspaced(tokens.words[mark.first])]
        joined = {compound.joined: self.marks([compound.joined]) for compound in tokens.compounds}
        for compound in tokens.compounds:
            marks += [Mark(mark.clause, compound.first, compound.last) for mark in joined[compound.joined]]
        found = [(mark.clause, tokens.spans[mark.first].start, tokens.spans[mark.last].end) for mark in marks]
        found += self._in_other_forms(text, tokens, {mark.clause for mark in marks})
        spans = sorted((start, end) for clause, start, end in found if not self._clauses[clause].light)
        merged: list[Span] = []
        for start, end in spans:
            if merged and start <= merged[-1].end:
                merged[-1] = Span(merged[-1].start, max(end, merged[-1].end))
            else:
                merged.append(Span(start, end))
        return tuple(merged)

    def _in_other_forms(self, text: str, tokens: Tokens, known: Collection[int]) -> Iterator[tuple[int, int, int]]:
        """Grams, and words of other languages whose clause has not been found as it is typed."""
        for place, word in enumerate(tokens.words):
            if is_unspaced(word):
                yield from self._grams(tokens, place)
            elif self._languages:
                typed = fold(tokens.spans[place].of(text))
                stems = [stem for language in self._languages if (stem := marked_stem(typed, language))]
                for mark in self.marks(stems):
                    if mark.clause not in known:
                        yield mark.clause, tokens.spans[place].start, tokens.spans[place].end

    def _grams(self, tokens: Tokens, place: int) -> Iterator[tuple[int, int, int]]:
        """The grams of a word that fit a clause, and runs of them that fit a phrase."""
        found = list(grams(tokens.words[place]))
        for mark in self.marks([gram for gram, _ in found]):
            start, (last, end) = found[mark.first][1], found[mark.last]
            single = len(self._clauses[mark.clause].atoms[0].run[0]) == 1
            span = tokens.spans.part(place, start, start + 1 if single else end + len(last))
            yield mark.clause, span.start, span.end
        alone = tokens.words[place][-1].translate(SIMPLIFIED)
        for mark in self.marks([alone]):
            span = tokens.spans.part(place, len(tokens.words[place]) - 1, len(tokens.words[place]))
            yield mark.clause, span.start, span.end

    def _learnt(self, word: str) -> Sequence[tuple[int, Atom, float]]:
        """The alternatives that begin with a word, with their clauses, and how closely; kept for the next time."""
        near = [(place, atom) for beginning, place, atom in self._atoms if word.startswith(beginning)]
        fitting = [(place, atom, _closeness(atom.form, atom.run[0], word)) for place, atom in near]
        found = self._fitting[word] = tuple(each for each in fitting if each[2])
        return found


def _beginning(atom: Atom) -> str:
    """What every word begins with that may be the first of an alternative."""
    wanted = atom.run[0]
    # the last letter of a stem may be another one than that of the word: happi, or pine for pining
    return (stem(wanted)[:-1] or wanted[:1]) if atom.form in _INFLECTED else wanted


def _closeness(form: Form, wanted: str, word: str) -> float:
    """How close a word comes to the one that is wanted; 0 where it is another."""
    if word == wanted or (form is Form.PREFIX and word.startswith(wanted)):
        return INFLECTED if form in _OTHERS else TYPED
    if form is Form.GRAM:
        return TYPED if len(wanted) == 1 and wanted == word[0] else 0.0
    if form not in _INFLECTED or word[:1] != wanted[:1] or stem(wanted) != stem(word):
        return 0.0
    return INFLECTED if base(wanted) == base(word) else RELATED


def _follows(atom: Atom, words: Sequence[str]) -> bool:
    """Whether the rest of an alternative stands behind its first word."""
    rest = atom.run[1:]
    return len(words) == len(rest) and all(
        _closeness(atom.form, wanted, word) for wanted, word in zip(rest, words, strict=True)
    )
