"""Where the words of a query stand in a text, and how close each comes to what was typed."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from bot.answers.query import Atom, Clause, Form
from bot.models import Span
from bot.store.indexing import read
from bot.store.stemming import base, stem

TYPED: Final = 1.0
"""The word itself."""
INFLECTED: Final = 0.9
"""Another form of the same word: plural, past, -ing."""
RELATED: Final = 0.7
"""A word that only shares the stem: response for responsibility."""


@dataclass(frozen=True, slots=True)
class Mark:
    """A clause, by its place in the query, the places of the first and last word that it fits, and how closely."""

    clause: int
    first: int
    last: int
    closeness: float = TYPED


class Matcher:
    """Finds the clauses of one query in many texts; what it learns about a word it keeps."""

    def __init__(self, clauses: Sequence[Clause]) -> None:
        self._clauses = clauses
        # no stem begins with another letter than its word: most words of a text need no closer look
        self._initials: dict[str, list[tuple[int, Atom]]] = {}
        for place, clause in enumerate(clauses):
            for atom in clause.atoms:
                self._initials.setdefault(atom.run[0][:1], []).append((place, atom))
        self._known: set[str] = set()
        self._fitting: dict[str, tuple[tuple[int, Atom, float], ...]] = {}

    def marks(self, words: Sequence[str]) -> list[Mark]:
        """All places where a clause fits, in the order of the text."""
        self._learn(words)
        fitting = self._fitting
        found: list[Mark] = []
        for place, word in [(place, word) for place, word in enumerate(words) if word in fitting]:
            for clause, atom, closeness in fitting[word]:
                length = len(atom.run)
                if length == 1 or _follows(atom, words[place + 1 : place + length]):
                    found.append(Mark(clause, place, place + length - 1, closeness))
        return found

    def hits(self, text: str) -> tuple[Span, ...]:
        """The stretches of a text that fit a clause which is not light; in order, none touching another."""
        tokens = read(text)
        marks = self.marks(tokens.words)
        joined = {compound.joined: self.marks([compound.joined]) for compound in tokens.compounds}
        for compound in tokens.compounds:
            marks += [Mark(mark.clause, compound.first, compound.last) for mark in joined[compound.joined]]
        spans = sorted(
            (tokens.spans[mark.first].start, tokens.spans[mark.last].end)
            for mark in marks
            if not self._clauses[mark.clause].light
        )
        merged: list[Span] = []
        for start, end in spans:
            if merged and start <= merged[-1].end:
                merged[-1] = Span(merged[-1].start, max(end, merged[-1].end))
            else:
                merged.append(Span(start, end))
        return tuple(merged)

    def _learn(self, words: Sequence[str]) -> None:
        """Take note of those words that an alternative of some clause may begin with."""
        new = set(words).difference(self._known)
        self._known |= new
        for word in new:
            if (near := self._initials.get(word[:1])) is not None:
                fitting = [(clause, atom, _closeness(atom.form, atom.run[0], word)) for clause, atom in near]
                if kept := tuple(each for each in fitting if each[2]):
                    self._fitting[word] = kept


def _closeness(form: Form, wanted: str, word: str) -> float:
    """How close a word comes to the one that is wanted; 0 where it is another."""
    if word == wanted or (form is Form.PREFIX and word.startswith(wanted)):
        return INFLECTED if form is Form.VARIANT else TYPED
    if form is not Form.WORD or word[:1] != wanted[:1] or stem(wanted) != stem(word):
        return 0.0
    return INFLECTED if base(wanted) == base(word) else RELATED


def _follows(atom: Atom, words: Sequence[str]) -> bool:
    """Whether the rest of an alternative stands behind its first word."""
    rest = atom.run[1:]
    return len(words) == len(rest) and all(
        _closeness(atom.form, wanted, word) for wanted, word in zip(rest, words, strict=True)
    )
