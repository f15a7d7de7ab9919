"""The passages that answer a query, ranked: those with every word first, then the best of those with some."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from bot.answers.candidates import MOST, bound, in_a_row, looked_at
from bot.answers.plan import Plan
from bot.answers.weighing import Score, indispensable
from bot.errors import BusyError
from bot.store.scope import Scope
from bot.store.search import Candidate
from bot.store.store import Reading

_PLENTY: Final = 50  # with so many that have every word, those with some are not looked for


@dataclass(frozen=True, slots=True)
class Ranked:
    """A passage that answers, with how well; of passages that differ in typography only, one stands for all."""

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
            ranked = _rank(plan, (await looked_at(store, plan, scope, groups)).candidates)
            whole = [each for each in ranked if each.score.whole]
            return Finding(_distinct(whole if len(whole) >= _PLENTY else ranked))
        if len(plan.found) == len(plan.content):
            looked = await looked_at(store, plan, scope, each_one)
            ranked = _rank(plan, looked.candidates)
            if not looked.all:
                ranked = _more(ranked, _rank(plan, await in_a_row(store, plan, scope)))
        if len(ranked) < _PLENTY and groups and sorted(groups) != each_one:
            others = await looked_at(store, plan, scope, groups)
            ranked = _more(ranked, _rank(plan, others.candidates))
    except BusyError:
        return Finding(_distinct(ranked), incomplete=True)
    return Finding(_distinct(ranked))


def _rank(plan: Plan, candidates: Sequence[Candidate]) -> list[Ranked]:
    scored = [Ranked(candidate, plan.scale.score(candidate)) for candidate in candidates]
    return [each for each in scored if each.score.enough]


def _more(ranked: Sequence[Ranked], others: Sequence[Ranked]) -> list[Ranked]:
    known = {each.candidate.id for each in ranked}
    return [*ranked, *(each for each in others if each.candidate.id not in known)]


def _distinct(ranked: Sequence[Ranked]) -> list[Ranked]:
    """In order, the first of those that share their words; a lower reference goes before a higher one."""
    ordered = sorted(ranked, key=lambda each: (not each.score.whole, -each.score.value, each.candidate.place))
    first: dict[str, Ranked] = {}
    for each in ordered:
        first.setdefault(each.candidate.fingerprint or str(each.candidate.id), each)
    return list(first.values())
