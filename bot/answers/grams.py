"""Which grams of a query say nothing: those across the border of two words, and particles."""

from collections.abc import Sequence
from dataclasses import replace

from bot.answers.query import Clause, Form

_KANA = ("\u3040", "\u30a0")  # hiragana: endings and particles
_HANGUL = ("\uac00", "\ud7a4")
_THAI = ("\u0e00", "\u0e80")


def lightened(clauses: Sequence[Clause], passages: Sequence[int]) -> list[Clause]:
    """The clauses of a query, those of grams light that stand nowhere because two words, or none, meet there.

    A query writes words beside each other that a text has apart. So a gram that stands nowhere weighs nothing when both
    of those that overlap it stand somewhere; at the end of a run of Hangul, kana or Thai, where a particle may stand,
    it is enough that the one before does.

    Args:
        clauses: The clauses of the query.
        passages: In how many paragraphs each of them stands.
    """
    marked = [
        replace(clause, light=clause.light or _is_border(clauses, passages, place))
        for place, clause in enumerate(clauses)
    ]
    return list(clauses) if all(clause.light for clause in marked) else marked


def _is_border(clauses: Sequence[Clause], passages: Sequence[int], place: int) -> bool:
    clause = clauses[place]
    if clause.atoms[0].form is not Form.GRAM or passages[place]:
        return False
    before = place > 0 and _overlap(clauses[place - 1], clause)
    behind = place + 1 < len(clauses) and _overlap(clause, clauses[place + 1])
    if before and behind:
        return passages[place - 1] > 0 and passages[place + 1] > 0
    last = clause.atoms[0].run[0][-1]
    particle = any(low <= last < high for low, high in (_KANA, _HANGUL, _THAI))
    return before and particle and passages[place - 1] > 0


def _overlap(first: Clause, second: Clause) -> bool:
    return second.atoms[0].form is Form.GRAM and first.span.start < second.span.start < first.span.end
