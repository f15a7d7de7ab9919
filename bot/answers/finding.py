"""The passages that answer a query, ranked: those with every word first, then the best of those with some."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Final

from bot.answers.company import rewards
from bot.answers.plan import Plan
from bot.answers.weighing import Score, indispensable
from bot.errors import BusyError
from bot.store.search import Candidate, Scope, Wanted
from bot.store.store import Reading

MOST: Final = 200
_BUDGET: Final = 4_000  # passages that BM25 may rank: each costs it a few microseconds
_ANCHORED: Final = 1_500  # and of those with the rarest words, where the others are more
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
    wanted, they are taken from those with the rarest words; where even these are thousands, from all over the scope.
    """
    ranked: list[Ranked] = []
    each_one = [[place] for place in plan.content]
    groups = indispensable(plan.scale, plan.found)
    try:
        if groups and _bound(plan, scope, groups) <= MOST:
            # those with some words are few enough to be looked at all, and those with every word are among them
            ranked = await _rank(store, plan, scope, groups)
            whole = [each for each in ranked if each.score.whole]
            return Finding(await _distinct(store, plan, whole if len(whole) >= _PLENTY else ranked))
        if len(plan.found) == len(plan.content):
            ranked = await _rank(store, plan, scope, each_one)
        if len(ranked) < _PLENTY and groups and sorted(groups) != each_one:
            known = {each.candidate.id for each in ranked}
            others = await _rank(store, plan, scope, groups)
            ranked += [each for each in others if each.candidate.id not in known]
        return Finding(await _distinct(store, plan, ranked))
    except BusyError:
        return Finding(_first_of_each(_valued(plan, ranked), {}), incomplete=True)


def _bound(plan: Plan, scope: Scope, groups: Sequence[Sequence[int]]) -> int:
    """How many passages may have a clause of each group, at the most."""
    return min(scope.size, *(sum(plan.passages[place] for place in group) for group in groups))


async def _rank(store: Reading, plan: Plan, scope: Scope, groups: Sequence[Sequence[int]]) -> list[Ranked]:
    candidates = await _looked_at(store, plan, scope, groups)
    around = await store.surroundings.of(candidates)
    places = {words: plan.scale.places(words) for words in set(around)}
    scored = [
        Ranked(candidate, plan.scale.score(candidate, places[words]))
        for candidate, words in zip(candidates, around, strict=True)
    ]
    return [each for each in scored if each.score.enough]


async def _looked_at(store: Reading, plan: Plan, scope: Scope, groups: Sequence[Sequence[int]]) -> Sequence[Candidate]:
    """All passages where they are few, else the best by BM25; where that would take too long, some from everywhere."""
    wanted = plan.wanted(groups)
    bound = _bound(plan, scope, groups)
    if bound <= MOST:
        return await store.search.fitting(wanted, scope)
    if bound <= _BUDGET or await _are_few(store, wanted):
        return await store.search.candidates(await store.search.best(wanted, scope, MOST))
    if anchors := _anchors(plan, groups):
        return await store.search.candidates(await store.search.best(plan.wanted([anchors, *groups]), scope, MOST))
    return await store.search.candidates(await store.search.spread(wanted, scope))


async def _are_few(store: Reading, wanted: Wanted) -> bool:
    return len(wanted.groups) > 1 and await store.search.count(wanted) <= _BUDGET


async def _distinct(store: Reading, plan: Plan, ranked: Sequence[Ranked]) -> list[Ranked]:
    """In order, the first of those that share their words, all or nearly all."""
    twins = await store.twins.of({each.candidate.fingerprint for each in ranked})
    return _first_of_each(_valued(plan, ranked), twins)


def _first_of_each(ranked: Sequence[Ranked], twins: Mapping[str, Collection[str]]) -> list[Ranked]:
    """The first of each passage; a lower reference goes before a higher one."""
    known: set[str] = set()
    first: list[Ranked] = []
    for each in sorted(ranked, key=_order):
        mark = each.candidate.fingerprint or str(each.candidate.id)
        if mark not in known:
            first.append(each)
            known |= {mark, *twins.get(mark, ())}
    return first


def _anchors(plan: Plan, groups: Sequence[Sequence[int]]) -> list[int]:
    """The rarest clauses, as many of them as BM25 can rank the passages of; none where all are common."""
    anchors: list[int] = []
    total = 0
    for place in sorted({place for group in groups for place in group}, key=lambda place: plan.passages[place]):
        total += plan.passages[place]
        if total > _ANCHORED:
            break
        anchors.append(place)
    return anchors


def _valued(plan: Plan, ranked: Sequence[Ranked]) -> list[Ranked]:
    """The passages, each with what it gains by the company that it keeps."""
    more = rewards(plan.scale, [each.candidate for each in ranked], [each.score.value for each in ranked])
    return [
        Ranked(each.candidate, replace(each.score, value=each.score.value + more.get(place, 0.0)))
        for place, each in enumerate(ranked)
    ]


def _order(ranked: Ranked) -> tuple[bool, bool, float, tuple[int, int, int]]:
    score = ranked.score
    return (not score.whole, not score.close, -score.value, ranked.candidate.place)
