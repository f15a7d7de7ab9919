"""Where else a passage stands: word for word, or nearly so."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass

from bot.models import Document
from bot.store.search import Scope, Stored
from bot.store.store import Reading


@dataclass(frozen=True, slots=True)
class Copies:
    """The other places of a passage, the lowest reference first.

    `same` differ in typography at the most, `near` in a few words too, none of which is a figure, name or negation.
    """

    same: tuple[Stored, ...] = ()
    near: tuple[Stored, ...] = ()

    @property
    def all(self) -> list[Stored]:
        """Both, the lowest reference first."""
        return sorted((*self.same, *self.near), key=lambda each: each.place)


async def copies_of(store: Reading, passages: Sequence[Stored], scope: Scope) -> dict[int, Copies]:
    """The copies of passages within a scope, by the row id of the passage.

    Raises:
        DamagedStoreError: The text of one is not what was stored.
    """
    marks = {each.fingerprint for each in passages if each.fingerprint}
    if not marks:
        return {each.id: Copies() for each in passages}
    twins = await store.twins.of(marks)
    found = await store.search.shared(marks.union(*twins.values()), scope, passages)
    return {each.id: _copies(each, found, twins.get(each.fingerprint, ())) for each in passages}


def _copies(passage: Stored, found: Sequence[Stored], twins: Collection[str]) -> Copies:
    others = [each for each in found if each.id != passage.id and passage.fingerprint]
    return Copies(
        tuple(each for each in others if each.fingerprint == passage.fingerprint),
        tuple(each for each in others if each.fingerprint in twins),
    )


def first_published(passages: Sequence[Stored], documents: Mapping[int, Document]) -> Stored:
    """Of passages that are the same word for word the one to show: the earliest published, then the lowest reference.

    A document without a date goes behind those that have one.
    """

    def order(each: Stored) -> tuple[str, tuple[int, int, int]]:
        return documents[each.document].metadata.published.value or "~", each.place

    return min(passages, key=order)
