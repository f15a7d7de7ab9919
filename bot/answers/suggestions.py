"""What to say when words of a query are found nowhere: which they are, and how the query may have been meant."""

import re
from collections.abc import Collection, Iterator, Sequence
from typing import Final

from bot.answers.query import QUOTATION_MARKS, Atom, Clause, Form, Query, in_one_piece
from bot.folding import fold
from bot.models import Span
from bot.store.indexing import read
from bot.store.scripts import is_unspaced
from bot.store.search import Filters, Run
from bot.store.store import Store

_MOST: Final = 3
_CHUNK: Final = re.compile(r'(?<!\S)[^\s"]+(?!\S)')
_MARKS: Final = ".,;:!?()[]…'"


async def words_not_found(store: Store, query: Query, collections: Collection[str]) -> list[Clause]:
    """The clauses of a query that stand nowhere in the collections, in whatever spelling; of phrases, the words."""
    scope = await store.search.scope(Filters(collections))
    clauses = [word for clause in query.content for word in _parts(query, clause)]
    asked = {atom.run for clause in clauses for atom in clause.atoms if atom.form is not Form.PREFIX}
    asked |= {_anywhere(run) for run in asked if len(run[0]) == 1 and is_unspaced(run[0])}
    standing = await store.search.standing(asked, scope)
    for atom in {atom for clause in clauses for atom in clause.atoms if atom.form is Form.PREFIX}:
        if await store.vocabulary.complete(atom.run[0], 1, collections):
            standing.add(atom.run)
    missing = [
        clause
        for clause in clauses
        if not any(atom.run in standing or _anywhere(atom.run) in standing for atom in clause.atoms)
    ]
    return in_one_piece(query.text, missing)


def _anywhere(run: Run) -> Run:
    """A character of a script without spaces, wherever it stands."""
    return (f"{run[0]}*",)


def _parts(query: Query, clause: Clause) -> list[Clause]:
    """The words of a phrase, each as a clause of its own; any other clause as it is."""
    if not clause.required:
        return [clause]
    typed = clause.span.of(query.text)
    tokens = read(typed)
    return [
        Clause((Atom(Form.WORD, (word,)),), fold(span.of(typed)), span.shifted(clause.span.start))
        for word, span in zip(tokens.words, tokens.spans, strict=True)
    ]


async def suggestions(store: Store, query: Query, missing: Sequence[Clause], collections: Collection[str]) -> list[str]:
    """The query with the nearest known spellings in place of words found nowhere; empty where none is near."""
    near: dict[Clause, list[str]] = {}
    for clause in missing:
        atom = clause.atoms[0]
        if len(atom.run) == 1 and (words := await store.vocabulary.nearest(atom.run[0], collections, _MOST)):
            near[clause] = words
    if not near:
        return []
    variants = max(len(words) for words in near.values())
    texts = [
        _replaced(query, {clause: words[min(place, len(words) - 1)] for clause, words in near.items()})
        for place in range(variants)
    ]
    return list(dict.fromkeys(texts))[:_MOST]


def _replaced(query: Query, words: dict[Clause, str]) -> str:
    """The query with other words in place of some of its own, and without those that it is not about."""
    text = query.text
    written = {
        clause.span: word.capitalize() if clause.span.of(text).istitle() else word for clause, word in words.items()
    }
    written |= dict.fromkeys(_light(query), "")
    for span in sorted(written, key=lambda each: -each.start):
        text = text[: span.start] + written[span] + text[span.end :]
    return " ".join(text.split())


def _light(query: Query) -> Iterator[Span]:
    """Where the words stand that only hold a query together, with the marks that touch them; those of phrases stay."""
    light = {clause.typed for clause in query.clauses if clause.light}
    plain = query.text.translate(QUOTATION_MARKS)
    for found in _CHUNK.finditer(plain):
        if not plain.count('"', 0, found.start()) % 2 and fold(found[0]).strip(_MARKS) in light:
            yield Span(*found.span())
