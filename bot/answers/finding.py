"""The passages that answer a query, ranked: those with every word first, then the best of those with some."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from bot.answers.plan import Plan
from bot.answers.weighing import Score, indispensable
from bot.errors import BusyError
from bot.store.search import Candidate, Scope, Wanted
from bot.store.store import Reading

MOST: Final = 200
_BUDGET: Final = 4_000  # passages that BM25 may rank: each costs it a few microseconds
_PLENTY: Final = 50  # with so many that have every word, those with some are not looked for


@dataclass(frozen=True, slots=True)
class Ranked:
    """A passage that answers, with how well; of passages that are the same but for a few words, one stands for all."""

    candidate: Candidate
    score: Score


@dataclass(frozen=True, slots=True)
class Finding:
    """What was found, best first; `incomplete` when the time was over before everything was looked at."""

    ranked: Sequence[Ranked]
    incomplete: bool = False


async def find_passages(store: Reading, plan: Plan, scope: Scope) -> Finding:
    """Find the passages in the scope that answer a query and need not be withheld.

    No more than 200 passages with every word are looked at, and as many with some. Where thousands have what is
    wanted, they are taken from all over the scope, not from its beginning.
    """
    ranked: list[Ranked] = []
    each_one = [[place] for place in plan.content]
    groups = indispensable(plan.scale, plan.found)
    try:
        if groups and _bound(plan, scope, groups) <= MOST:
            # those with some words are few enough to be looked at all, and those with every word are among them
            ranked = await _rank(store, plan, scope, groups)
            whole = [each for each in ranked if each.score.whole]
            return Finding(await _distinct(store, whole if len(whole) >= _PLENTY else ranked))
        if len(plan.found) == len(plan.content):
            ranked = await _rank(store, plan, scope, each_one)
        if len(ranked) < _PLENTY and groups and sorted(groups) != each_one:
            known = {each.candidate.id for each in ranked}
            others = await _rank(store, plan, scope, groups)
            ranked += [each for each in others if each.candidate.id not in known]
        return Finding(await _distinct(store, ranked))
    except BusyError:
        return Finding(_first_of_each(ranked, {}), incomplete=True)


def _bound(plan: Plan, scope: Scope, groups: Sequence[Sequence[int]]) -> int:
    """How many passages may have a clause of each group, at the most."""
    return min(scope.size, *(sum(plan.passages[place] for place in group) for group in groups))


async def _rank(store: Reading, plan: Plan, scope: Scope, groups: Sequence[Sequence[int]]) -> list[Ranked]:
    candidates = await _looked_at(store, plan, scope, groups)
    scored = [Ranked(candidate, plan.scale.score(candidate)) for candidate in candidates]
    return [each for each in scored if each.score.enough]


async def _looked_at(store: Reading, plan: Plan, scope: Scope, groups: Sequence[Sequence[int]]) -> Sequence[Candidate]:
    """All passages where they are few, else the best by BM25; where that would take too long, some from everywhere."""
    wanted = plan.wanted(groups)
    bound = _bound(plan, scope, groups)
    if bound <= MOST:
        return await store.search.fitting(wanted, scope)
    if bound <= _BUDGET or await _are_few(store, wanted):
        return await store.search.candidates(await store.search.best(wanted, scope, MOST))
    return await store.search.candidates(await store.search.spread(wanted, scope))


async def _are_few(store: Reading, wanted: Wanted) -> bool:
    return len(wanted.groups) > 1 and await store.search.count(wanted) <= _BUDGET


async def _distinct(store: Reading, ranked: Sequence[Ranked]) -> list[Ranked]:
    """In order, the first of those that share their words, all or nearly all."""
    return _first_of_each(ranked, await store.twins.of({each.candidate.fingerprint for each in ranked}))


def _first_of_each(ranked: Sequence[Ranked], twins: Mapping[str, Collection[str]]) -> list[Ranked]:
    """The first of each passage; a lower reference goes before a higher one."""
    ordered = sorted(ranked, key=lambda each: (not each.score.whole, -each.score.value, each.candidate.place))
    known: set[str] = set()
    first: list[Ranked] = []
    for each in ordered:
        mark = each.candidate.fingerprint or str(each.candidate.id)
        if mark not in known:
            first.append(each)
            known |= {mark, *twins.get(mark, ())}
    return first
