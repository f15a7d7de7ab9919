"""From a query to what the store is asked: which words there are, what they weigh, which spellings go with them."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import accumulate
from typing import Final

from bot.answers.grams import lightened
from bot.answers.irregular import OTHER_FORMS
from bot.answers.query import Atom, Clause, Form, Query
from bot.answers.spellings import spellings
from bot.answers.weighing import ENOUGH, Scale, weight
from bot.store.search import Run, Wanted
from bot.store.snowball import marked_stem
from bot.store.stemming import stem
from bot.store.stopwords import STOP_WORDS
from bot.store.store import Reading, Store

_SHORTEST_PART: Final = 3
_FEW: Final = 6
_PLENTY: Final = 50  # passages from which on another way to write a word is not looked for
_ENDINGS: Final = 40  # words that one prefix stands for at most, the most used
_ENOUGH: Final = 8_000  # passages from which on a prefix that stands alone needs no further words
_USUAL_LENGTH: Final = 60.0  # words in a paragraph, where there is no time to ask how many
_INDEXED: Final = (2, 3)  # lengths of prefix for which the index is prepared
_UMLAUTS: Final = (("ae", "ä"), ("oe", "ö"), ("ue", "ü"))  # how German is typed without them
_PARTICLES: Final = frozenset("은는이가을를에의도로와과만")
Endings = Mapping[Atom, Sequence[tuple[str, int]]]
"""For what stands for a beginning: the words that have it, and in how many paragraphs each stands."""


@dataclass(frozen=True, slots=True)
class Plan:
    """A query that was held against the vocabulary, with the spellings that go with its words.

    For each clause there are the runs of words that it stands for, and in how many paragraphs it may stand. Where there
    was no time to ask the vocabulary the plan is `blind`: every word weighs the same and has no other spellings.
    """

    query: Query
    scale: Scale
    runs: Sequence[Sequence[Run]]
    passages: Sequence[int]
    excluded: Sequence[Run]
    blind: bool = False

    @property
    def content(self) -> list[int]:
        """The places of the clauses that the query is about."""
        return [place for place, clause in enumerate(self.scale.clauses) if not clause.light]

    @property
    def found(self) -> list[int]:
        """The places of those of them that stand somewhere in the store."""
        return [place for place in self.content if self.passages[place] > 0]

    @property
    def in_a_row(self) -> list[int]:
        """The places of the most clauses in a row that are single words, light ones too."""
        best: list[int] = []
        row: list[int] = []
        for place, clause in enumerate(self.scale.clauses):
            atom = clause.atoms[0]
            row = [*row, place] if atom.form is Form.WORD and len(atom.run) == 1 else []
            best = row if len(row) > len(best) else best
        return best

    def wanted(self, groups: Sequence[Sequence[int]]) -> Wanted:
        """What is asked of the store: of each group of clauses at least one, and every phrase in quotation marks."""
        quoted = [[place] for place in self.scale.required]
        asked = {tuple(sorted(group)) for group in (*groups, *quoted)}
        return Wanted([[run for place in group for run in self.runs[place]] for group in sorted(asked)], self.excluded)


async def make(store: Store, query: Query) -> Plan:
    """Look the words of a query up and weigh them."""
    return await planned(store, query, await endings_of(store, query))


async def endings_of(store: Store, query: Query) -> Endings:
    """The words with the beginnings that a query has, the most used ones."""
    atoms = [atom for clause in query.clauses for atom in clause.atoms]
    found: dict[Atom, list[tuple[str, int]]] = {
        atom: await store.vocabulary.beginning(atom.run[0], _ENDINGS)
        for atom in (*query.excluded, *atoms)
        if atom.form is Form.PREFIX
    } | {
        atom: [(atom.run[0], await store.search.count(Wanted([_runs(atom, {})])))]
        for clause in query.clauses
        for atom in (*clause.atoms, *_without_particle(clause))
        if atom.form is Form.GRAM and len(atom.run[0]) == 1
    }
    if len(atoms) == 1 and atoms[0] in found and not query.excluded:
        found[atoms[0]] = _enough(found[atoms[0]])
    return found


def _enough(words: Sequence[tuple[str, int]]) -> list[tuple[str, int]]:
    """As many of the words as stand in more passages than anybody looks at: each takes time wherever it is rare."""
    before = accumulate((passages for _, passages in words), initial=0)
    return [word for word, total in zip(words, before, strict=False) if total < _ENOUGH]


async def planned(store: Reading, query: Query, endings: Endings, enough: float = ENOUGH) -> Plan:
    """Look the words of a query up, but for the endings of its prefixes, and weigh them.

    Args:
        store: Where to look.
        query: The query.
        endings: What its prefixes stand for.
        enough: The share of the query's weight with which a passage is not withheld.
    """
    size = await store.search.size()
    languages = await store.search.languages()
    frequencies = await store.search.frequencies(_looked_up(query, languages))
    if parts := _parts(query, frequencies):
        frequencies |= await store.search.frequencies(parts)
    clauses = [
        clause if clause.light else _spelt(query, place, frequencies, languages)
        for place, clause in enumerate(query.clauses)
    ]
    passages = [min(sum(_passages(atom, frequencies, endings) for atom in clause.atoms), size) for clause in clauses]
    clauses = lightened(clauses, passages)
    return Plan(
        replace(query, clauses=tuple(clauses)),
        Scale(clauses, [weight(count, size) for count in passages], await store.search.usual_length(), enough),
        [[run for atom in clause.atoms for run in _runs(atom, endings)] for clause in clauses],
        passages,
        [run for atom in query.excluded for run in _runs(atom, endings)],
    )


def blindly(query: Query) -> Plan:
    """A plan for when the time was over before the vocabulary had answered."""
    clauses = query.clauses
    return Plan(
        query,
        Scale(clauses, [1.0] * len(clauses), _USUAL_LENGTH),
        [[run for atom in clause.atoms for run in _runs(atom, _anything(atom))] for clause in clauses],
        [1] * len(clauses),
        [run for atom in query.excluded for run in _runs(atom, {})],
        blind=True,
    )


def _anything(atom: Atom) -> Endings:
    """For what stands for a beginning all that the index is prepared for: what does not fit is told when it is read."""
    prepared = atom.run[0][: max(_INDEXED)]
    known = atom.form is Form.PREFIX and len(prepared) >= min(_INDEXED)
    return {atom: [(f"{prepared}*", 1)]} if known else {}


def _runs(atom: Atom, endings: Endings) -> list[Run]:
    if atom.form is Form.PREFIX:
        prefix = atom.run[0]
        # the index holds stems: one such as that of day, dai, does not begin as the word does
        if len(prefix) in _INDEXED and stem(prefix) == prefix:
            return [(f"{prefix}*",)]
        return [(word,) for word, _ in endings.get(atom, ())] or [atom.run]
    if atom.form is Form.GRAM and len(atom.run[0]) == 1:
        return [(f"{atom.run[0]}*",)]
    return [atom.run]


def _passages(atom: Atom, frequencies: Mapping[str, int], endings: Endings) -> int:
    """In how many paragraphs an alternative stands; of several words, the rarest sets the bound."""
    if atom in endings:
        return sum(count for _, count in endings[atom])
    return min(frequencies.get(word, 0) for word in atom.run)


def _single(clause: Clause) -> str | None:
    """The word that a clause consists of, if it is a single one and not light."""
    atom = clause.atoms[0]
    return atom.run[0] if atom.form is Form.WORD and len(atom.run) == 1 and not clause.light else None


def _splits(word: str) -> list[tuple[str, str]]:
    """The ways to write a word as two: multipolar as multi polar."""
    cuts = range(_SHORTEST_PART, len(word) - _SHORTEST_PART + 1)
    pairs = [(word[:cut], word[cut:]) for cut in cuts]
    return [pair for pair in pairs if not STOP_WORDS.intersection(pair)]


def _neighbours(query: Query, place: int) -> list[str]:
    """What a word and the one beside it are in one piece: multi polar as multipolar."""
    found = []
    for first in (place - 1, place):
        if 0 <= first < len(query.clauses) - 1:
            pair = _single(query.clauses[first]), _single(query.clauses[first + 1])
            if pair[0] and pair[1] and not (pair[0] + pair[1]).isdigit():
                found.append(pair[0] + pair[1])
    return found


def _without_particle(clause: Clause) -> list[Atom]:
    """The first of two syllables of Hangul of which the second may be a particle."""
    atom = clause.atoms[0]
    fits = atom.form is Form.GRAM and len(atom.run[0]) == 2 and atom.run[0][1] in _PARTICLES  # noqa: PLR2004 - a pair
    return [Atom(Form.GRAM, (atom.run[0][0],))] if fits else []


def _stems(clause: Clause, languages: Sequence[str]) -> list[str]:
    """The stems of a single word in each of these languages, as the index has them."""
    if _single(clause) is None:
        return []
    forms = {clause.typed, *(clause.typed.replace(*pair) for pair in _UMLAUTS if pair[0] in clause.typed)}
    return [stem for language in languages for form in sorted(forms) if (stem := marked_stem(form, language))]


def _words(query: Query) -> set[str]:
    return {word for clause in query.content for atom in clause.atoms for word in atom.run}


def _parts(query: Query, frequencies: Mapping[str, int]) -> set[str]:
    """The parts of words that may be written as two: not of a lone one of which there is plenty as it was typed."""
    words = _words(query)
    if len(words) > _FEW or (len(words) == 1 and min(map(frequencies.__getitem__, words)) >= _PLENTY):
        return set()
    return {part for word in words for pair in _splits(word) for part in pair}


def _looked_up(query: Query, languages: Sequence[str]) -> set[str]:
    """The words of a query and the other ways to write them."""
    words = _words(query)
    forms = {
        form
        for clause in query.content
        if (word := _single(clause))
        for form in (*OTHER_FORMS.get(word, ()), *spellings(word))
    }
    forms |= {stem for clause in query.content for stem in _stems(clause, languages)}
    return words | forms | {joined for place in range(len(query.clauses)) for joined in _neighbours(query, place)}


def _spelt(query: Query, place: int, frequencies: Mapping[str, int], languages: Sequence[str]) -> Clause:
    """A clause with the other spellings that the store knows."""
    clause = query.clauses[place]
    others = [
        Atom(atom.form, atom.run[:cut] + pair + atom.run[cut + 1 :])
        for atom in clause.atoms
        if atom.form is Form.PHRASE or (len(atom.run) == 1 and atom.form is Form.WORD)
        for cut, word in enumerate(atom.run)
        for pair in _splits(word)
        if all(frequencies.get(part) for part in pair)
    ]
    if (word := _single(clause)) is not None:
        forms = (*OTHER_FORMS.get(word, ()), *_stems(clause, languages))
        others += [Atom(Form.VARIANT, (form,)) for form in forms if frequencies.get(form)]
        others += [Atom(Form.SPELLING, (other,)) for other in spellings(word) if frequencies.get(other)]
        others += [Atom(Form.WORD, (joined,)) for joined in _neighbours(query, place) if frequencies.get(joined)]
    if not frequencies.get(clause.atoms[0].run[0]):
        others += _without_particle(clause)
    return replace(clause, atoms=tuple(dict.fromkeys((*clause.atoms, *others))))
