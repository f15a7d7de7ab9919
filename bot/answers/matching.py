"""Where the words of a query stand in a text."""

from collections.abc import Sequence
from dataclasses import dataclass

from bot.answers.query import Atom, Clause, Form
from bot.models import Span
from bot.store.indexing import read
from bot.store.stemming import stem


@dataclass(frozen=True, slots=True)
class Mark:
    """A clause, by its place in the query, and the places of the first and last word that it fits."""

    clause: int
    first: int
    last: int


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
        self._fitting: dict[str, tuple[tuple[int, Atom], ...]] = {}

    def marks(self, words: Sequence[str]) -> list[Mark]:
        """All places where a clause fits, in the order of the text."""
        self._learn(words)
        fitting = self._fitting
        found: list[Mark] = []
        for place, word in [(place, word) for place, word in enumerate(words) if word in fitting]:
            for clause, atom in fitting[word]:
                length = len(atom.run)
                if length == 1 or _follows(atom, words[place + 1 : place + length]):
                    found.append(Mark(clause, place, place + length - 1))
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
                fitting = tuple(each for each in near if _fits(each[1].form, each[1].run[0], word))
                if fitting:
                    self._fitting[word] = fitting


def _fits(form: Form, wanted: str, word: str) -> bool:
    if form is Form.WORD:
        return word[:1] == wanted[:1] and stem(wanted) == stem(word)
    return word.startswith(wanted) if form is Form.PREFIX else word == wanted


def _follows(atom: Atom, words: Sequence[str]) -> bool:
    """Whether the rest of an alternative stands behind its first word."""
    rest = atom.run[1:]
    return len(words) == len(rest) and all(
        _fits(atom.form, wanted, word) for wanted, word in zip(rest, words, strict=True)
    )
