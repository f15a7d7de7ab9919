"""Which paragraph of a new version of a document is which paragraph of the old one."""

from bisect import bisect_left
from collections import Counter, defaultdict, deque
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from itertools import pairwise
from typing import Final

_COMPARED: Final = 40_000  # pairs of paragraphs that are compared each with each, where no unique ones guide
_DEEPEST: Final = 40  # gaps within gaps; real revisions need a handful


@dataclass(frozen=True, slots=True)
class Kept:
    """A paragraph of the old version; one that is not `living` is a tombstone."""

    id: int
    sha256: str
    fingerprint: str
    living: bool


def align(old: Sequence[Kept], new: Sequence[tuple[str, str]]) -> list[int | None]:
    """Find for each new paragraph, given by SHA-256 and fingerprint, the id of the old one that it continues.

    A paragraph continues one with the same text, the living before the removed, those in the same order before those
    that moved; failing that, a living one that differs in typography only. None stands for a paragraph that is new.

    Args:
        old: The paragraphs that are kept, the living ones in the order of their text.
        new: The paragraphs of the new version in order.
    """
    found: list[int | None] = [None] * len(new)
    living = [kept for kept in old if kept.living]
    hashes = [sha256 for sha256, _ in new]
    taken: set[int] = set()
    for before, after in _in_order([kept.sha256 for kept in living], hashes):
        found[after] = living[before].id
        taken.add(living[before].id)
    _fill(found, taken, [(kept.id, kept.sha256) for kept in living], hashes)
    _fill(found, taken, [(kept.id, kept.fingerprint) for kept in living], [mark for _, mark in new])
    _fill(found, taken, [(kept.id, kept.sha256) for kept in old if not kept.living], hashes)
    return found


def _in_order(
    old: Sequence[str], new: Sequence[str], before: int = 0, after: int = 0, depth: int = 0
) -> Iterator[tuple[int, int]]:
    """Pair what both have in the same order, as places counted from `before` and `after`.

    Patience diff (Bram Cohen): what stands once in both guides, and what lies between is paired in the same way. Unlike
    a plain comparison of each with each it takes hardly longer than the texts are long.
    """
    same = _same_at_start(old, new)
    yield from ((before + at, after + at) for at in range(same))
    old, new, before, after = old[same:], new[same:], before + same, after + same
    same = _same_at_start(old[::-1], new[::-1])
    yield from ((before + len(old) - at, after + len(new) - at) for at in range(1, same + 1))
    old, new = old[: len(old) - same], new[: len(new) - same]
    if not old or not new:
        return
    guides = _guides(old, new)
    if not guides and len(old) * len(new) <= _COMPARED:
        for block in SequenceMatcher(None, old, new, autojunk=False).get_matching_blocks():
            yield from ((before + block.a + step, after + block.b + step) for step in range(block.size))
        return
    yield from ((before + first, after + second) for first, second in guides)
    if depth < _DEEPEST and guides:
        for (a, b), (c, d) in pairwise([(-1, -1), *guides, (len(old), len(new))]):
            yield from _in_order(old[a + 1 : c], new[b + 1 : d], before + a + 1, after + b + 1, depth + 1)


def _same_at_start(old: Sequence[str], new: Sequence[str]) -> int:
    shorter = min(len(old), len(new))
    return next((at for at in range(shorter) if old[at] != new[at]), shorter)


def _guides(old: Sequence[str], new: Sequence[str]) -> list[tuple[int, int]]:
    """The longest run of pairs in the same order among what stands exactly once in both."""
    once = {mark for mark, count in Counter(old).items() if count == 1}
    once &= {mark for mark, count in Counter(new).items() if count == 1}
    places = {mark: at for at, mark in enumerate(new) if mark in once}
    pairs = [(at, places[mark]) for at, mark in enumerate(old) if mark in once]
    ends: list[int] = []
    last: list[int] = []
    previous: list[int] = []
    for index, (_, place) in enumerate(pairs):
        length = bisect_left(ends, place)
        previous.append(last[length - 1] if length else -1)
        if length == len(ends):
            ends.append(place)
            last.append(index)
        else:
            ends[length], last[length] = place, index
    run: list[tuple[int, int]] = []
    index = last[-1] if last else -1
    while index >= 0:
        run.append(pairs[index])
        index = previous[index]
    return run[::-1]


def _fill(found: list[int | None], taken: set[int], old: Iterable[tuple[int, str]], new: Sequence[str]) -> None:
    """Give each new paragraph that has none yet the first old one with the same mark that is still free."""
    free: defaultdict[str, deque[int]] = defaultdict(deque)
    for id_, mark in old:
        if id_ not in taken and mark:
            free[mark].append(id_)
    for index, mark in enumerate(new):
        if found[index] is None and free.get(mark):
            found[index] = id_ = free[mark].popleft()
            taken.add(id_)
