"""The passages that answer a query, ranked: those with every word first, then the best of those with some."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Final

from bot.answers.candidates import MOST, bound, in_a_row, looked_at
from bot.answers.company import rewards
from bot.answers.plan import Plan
from bot.answers.weighing import Score, indispensable
from bot.errors import BusyError
from bot.store.scope import Scope
from bot.store.search import Candidate
from bot.store.store import Reading

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
        if groups and bound(plan, scope, groups) <= MOST:
            # those with some words are few enough to be looked at all, and those with every word are among them
            ranked = await _rank(store, plan, (await looked_at(store, plan, scope, groups)).candidates)
            whole = [each for each in ranked if each.score.whole]
            return Finding(await _distinct(store, plan, whole if len(whole) >= _PLENTY else ranked))
        if len(plan.found) == len(plan.content):
            looked = await looked_at(store, plan, scope, each_one)
            ranked = await _rank(store, plan, looked.candidates)
            if not looked.all:
                ranked = _more(ranked, await _rank(store, plan, await in_a_row(store, plan, scope)))
        if len(ranked) < _PLENTY and groups and sorted(groups) != each_one:
            others = await looked_at(store, plan, scope, groups)
            ranked = _more(ranked, await _rank(store, plan, others.candidates))
        return Finding(await _distinct(store, plan, ranked))
    except BusyError:
        return Finding(_first_of_each(_valued(plan, ranked), {}), incomplete=True)


async def _rank(store: Reading, plan: Plan, candidates: Sequence[Candidate]) -> list[Ranked]:
    around = await store.surroundings.of(candidates)
    places = {words: plan.scale.places(words) for words in set(around)}
    scored = [
        Ranked(candidate, plan.scale.score(candidate, places[words]))
        for candidate, words in zip(candidates, around, strict=True)
    ]
    return [each for each in scored if each.score.enough]


def _more(ranked: Sequence[Ranked], others: Sequence[Ranked]) -> list[Ranked]:
    known = {each.candidate.id for each in ranked}
    return [*ranked, *(each for each in others if each.candidate.id not in known)]


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
