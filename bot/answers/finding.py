"""The passages that answer a query, ranked: those with every word first, then the best of those with some."""

from collections.abc import Collection, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from typing import Final

from bot.answers.candidates import MOST, Lined, bound, hurried, in_a_row, lined_up, looked_at
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
    """What was found, best first; `incomplete` when the time was over before everything was looked at.

    `others` come behind those that are ranked, and were not weighed since nobody asked for so many.
    """

    ranked: Sequence[Ranked]
    incomplete: bool = False
    others: int = 0


async def find_passages(store: Reading, plan: Plan, scope: Scope, first: int | None = None) -> Finding:
    """Find the passages in the scope that answer a query and need not be withheld.

    No more than 200 passages with every word are looked at, and as many with some. Where thousands have what is
    wanted, they are taken from those with the rarest words; where even these are thousands, from all over the scope.

    Args:
        store: Where to look.
        plan: The query.
        scope: Where to look in it.
        first: How many, from the best one on, are to be shown; all that were found where it is None.
    """
    if plan.blind:
        return await _in_a_hurry(store, plan, scope, [])
    ranked: list[Ranked] = []
    each_one = [[place] for place in plan.content]
    groups = indispensable(plan.scale, plan.found)
    try:
        if first is not None and (lined := await lined_up(store, plan, scope)) is not None:
            return await _in_line(store, plan, lined, first)
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
        return await _in_a_hurry(store, plan, scope, ranked)


async def _in_a_hurry(store: Reading, plan: Plan, scope: Scope, ranked: Sequence[Ranked]) -> Finding:
    """What was found when the time was over, and what else can be had at once."""
    with suppress(BusyError):  # another process holds the file: what is known is shown
        ranked = _more(ranked, _weighed(plan, await hurried(store, plan, scope)))
    return Finding(_first_of_each(_valued(plan, ranked), {}), incomplete=True)


async def _in_line(store: Reading, plan: Plan, lined: Lined, first: int) -> Finding:
    """The passages with the only clause of a query: the others behind the first, and weighed only if they are shown.

    A word that merely shares the stem goes behind the word that was typed, wherever BM25 has it: where one is among the
    first, all have to be weighed.
    """
    ranked = await _rank(store, plan, await store.search.candidates(lined.first))
    if not all(each.score.close for each in ranked):
        others = await _rank(store, plan, await store.search.candidates(lined.others))
        return Finding(await _distinct(store, plan, [*ranked, *others]))
    best = await _distinct(store, plan, ranked)
    if len(best) >= first:
        return Finding(best, others=len(lined.others))
    others = await _distinct(store, plan, await _rank(store, plan, await store.search.candidates(lined.others)))
    known = {each.candidate.fingerprint for each in best if each.candidate.fingerprint}
    known = known.union(*(await store.twins.of(known)).values())
    return Finding([*best, *(each for each in others if each.candidate.fingerprint not in known)])


async def _rank(store: Reading, plan: Plan, candidates: Sequence[Candidate]) -> list[Ranked]:
    around = await store.surroundings.of(candidates)
    places = {words: plan.scale.places(words) for words in set(around)}
    return _weighed(plan, candidates, [places[words] for words in around])


def _weighed(
    plan: Plan, candidates: Sequence[Candidate], around: Sequence[Collection[int]] | None = None
) -> list[Ranked]:
    """Those of the passages that need not be withheld, with what they are worth.

    Args:
        plan: The query.
        candidates: The passages.
        around: For each of them the places of the clauses that stand in the title or the heading above.
    """
    scored = [
        Ranked(candidate, plan.scale.score(candidate, places))
        for candidate, places in zip(candidates, around or [()] * len(candidates), strict=True)
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


def _valued(plan: Plan, ranked: Sequence[Ranked]) -> Sequence[Ranked]:
    """The passages, each with what it gains by the company that it keeps."""
    more = rewards(plan.scale, [each.candidate for each in ranked], [each.score.value for each in ranked])
    if not more:
        return ranked
    return [
        Ranked(each.candidate, replace(each.score, value=each.score.value + more.get(place, 0.0)))
        for place, each in enumerate(ranked)
    ]


def _order(ranked: Ranked) -> tuple[bool, bool, float, tuple[int, int, int]]:
    score = ranked.score
    return (not score.whole, not score.close, -score.value, ranked.candidate.place)
