"""Which passages are looked at: all where they are few, the best by BM25 where they are some thousands, else a sample.

BM25 costs a few microseconds for each passage that has what is wanted, and counting how often each word is used costs
in proportion to that, so that no query may rank everything that has a common word. What is left out is never left out
for its age: a sample is drawn from all over the scope.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from bot.answers.plan import Plan
from bot.answers.weighing import indispensable
from bot.store.scope import Scope
from bot.store.search import Candidate, Wanted
from bot.store.store import Reading

MOST: Final = 200
FIRST: Final = 12
"""Passages that are weighed, where BM25 has ordered them, before anybody asks for more."""
_SAMPLED: Final = 3  # of so many passages out of a sample one is weighed first
_HURRIED: Final = 2_000  # passages that are weighed when the time is over: they take less than a tenth of a second
_BUDGET: Final = 4_000  # passages that BM25 may rank: each costs it a few microseconds
_FAR_MORE: Final = 10  # times the budget: where chance alone would have so many, they need not be counted
_COMMON: Final = 60_000  # paragraphs with the rarest word of a run: with more, the run takes too long to be looked for
_RUNS: Final = 50
_TELLING: Final = 0.2  # share of all passages: what more of them have is looked for while weighing, if at all


@dataclass(frozen=True, slots=True)
class Looked:
    """The passages that are to be weighed; `all` when there are no others that have what is wanted."""

    candidates: Sequence[Candidate]
    all: bool = False


@dataclass(frozen=True, slots=True)
class Lined:
    """Passages that have the one thing that is wanted, as row ids: those to be weighed first, and the others."""

    first: Sequence[int]
    others: Sequence[int]


def bound(plan: Plan, scope: Scope, groups: Sequence[Sequence[int]]) -> int:
    """How many passages may have a clause of each group, at the most."""
    return min(scope.size, *(sum(plan.passages[place] for place in group) for group in groups))


async def looked_at(store: Reading, plan: Plan, scope: Scope, groups: Sequence[Sequence[int]]) -> Looked:
    """The passages with a clause of each group that are worth weighing, at most some two hundred.

    Where they are too many for BM25, those with the rarest clauses are taken, as many clauses as it can rank; where
    even the rarest is too common, some from all over the scope.

    Args:
        store: What is asked.
        plan: The query.
        scope: Where to look.
        groups: Places of clauses; a passage must have one of each group.

    Raises:
        BusyError: The time was over.
    """
    most = bound(plan, scope, groups)
    common = max(most, _TELLING * await store.search.size())
    groups = [group for group in groups if sum(plan.passages[place] for place in group) <= common] or groups
    wanted = plan.wanted(groups)
    if most <= MOST:
        return Looked(await store.search.fitting(wanted, scope), all=True)
    if _has_phrase(wanted):
        # how often a phrase stands is not known beforehand, and is found out as fast as it is found
        found = await store.search.fitting(wanted, scope, MOST + 1)
        if len(found) <= MOST:
            return Looked(found, all=True)
    if most <= _BUDGET or await _are_few(store, plan, wanted, groups):
        ids = await store.search.best(wanted, scope, MOST)
        return Looked(await store.search.candidates(ids), all=len(ids) < MOST)
    if anchors := _anchors(plan, groups):
        ids = await store.search.best(plan.wanted([anchors, *groups]), scope, MOST)
    else:
        ids = await store.search.spread(wanted, scope)
    return Looked(await store.search.candidates(ids))


async def lined_up(store: Reading, plan: Plan, scope: Scope) -> Lined | None:
    """The passages that have the only clause of a query, in the order in which they are to be weighed.

    Each of them has all that is wanted, and BM25 orders them nearly as weighing does: the first are the best. None
    where they are few enough to be weighed all, or have to be told apart by their texts, as with phrases.

    Raises:
        BusyError: The time was over.
    """
    groups = [[0]]
    wanted = plan.wanted(groups)
    most = bound(plan, scope, groups)
    if len(plan.scale.clauses) != 1 or not plan.passages[0] or most <= FIRST or _has_phrase(wanted):
        return None
    if most <= _BUDGET:
        ids = await store.search.best(wanted, scope, MOST)
        return Lined(ids[:FIRST], ids[FIRST:])
    if _anchors(plan, groups):
        return None
    ids = await store.search.spread(wanted, scope)
    # they come in the order of the store
    return Lined(ids[::_SAMPLED], [id_ for place, id_ in enumerate(ids) if place % _SAMPLED])


async def in_a_row(store: Reading, plan: Plan, scope: Scope) -> Sequence[Candidate]:
    """Passages with the words of the query, stop words too, one behind the other as they were typed.

    A few words out of a known passage are often common ones, and only their order tells it from thousands.
    """
    places = plan.in_a_row
    rarest = min((plan.passages[place] for place in places if not plan.scale.clauses[place].light), default=0)
    if len(places) < 2 or not 0 < rarest <= _COMMON:  # noqa: PLR2004 - one is no order
        return []
    run = tuple(plan.scale.clauses[place].atoms[0].run[0] for place in places)
    return await store.search.fitting(Wanted([[run]], plan.excluded), scope, _RUNS)


async def hurried(store: Reading, plan: Plan, scope: Scope) -> Sequence[Candidate]:
    """Now that the time is over, some passages with every word or, where none comes at once, with enough of them.

    They are found without ranking anything, so that whatever was found until the very end is there.
    """
    asked = [[[place] for place in plan.content]] if len(plan.found) == len(plan.content) else []
    if (groups := indispensable(plan.scale, plan.found)) and groups not in asked:
        asked.append(groups)
    for groups in asked:
        if found := await store.search.hurried(plan.wanted(groups), scope, _HURRIED):
            return found
    return []


async def _are_few(store: Reading, plan: Plan, wanted: Wanted, groups: Sequence[Sequence[int]]) -> bool:
    size = await store.search.size()
    expected = float(size)
    for group in groups:
        expected *= min(1.0, sum(plan.passages[place] for place in group) / max(size, 1))
    if len(wanted.groups) < 2 or expected > _FAR_MORE * _BUDGET:  # noqa: PLR2004 - one group is its bound
        return False
    return await store.search.count(wanted, _BUDGET + 1) <= _BUDGET


def _has_phrase(wanted: Wanted) -> bool:
    return any(all(len(run) > 1 for run in group) for group in wanted.groups)


def _anchors(plan: Plan, groups: Sequence[Sequence[int]]) -> list[int]:
    """The rarest clauses, as many of them as BM25 can rank the passages of; none where all are common."""
    anchors: list[int] = []
    total = 0
    for place in sorted({place for group in groups for place in group}, key=lambda place: plan.passages[place]):
        total += plan.passages[place]
        if total > _BUDGET:
            break
        anchors.append(place)
    return anchors
