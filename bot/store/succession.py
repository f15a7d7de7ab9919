"""Which paragraph of a new version came after one that it no longer has word for word.

A number stands for a wording, so that a paragraph with a changed word is a new one. But it takes the place of the old
one, and what a curator has said of that holds for it too. It must lie between the same neighbours and be nearly the
same in words: what is not plainly an edit of the old paragraph comes after nothing.
"""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from difflib import SequenceMatcher
from typing import Final

from bot.store.alignment import Kept
from bot.wording.words import wording

_AMONG: Final = 0.75  # share of words that two paragraphs have in common, in order, where others stand beside them
_ALONE: Final = 0.6  # where one paragraph stands in place of one, between neighbours that stayed
_BAND: Final = 8  # places around that where a paragraph is expected, of those that stand in place of very many
_PAIRS: Final = 2_500  # of paragraphs that are compared each with each
_WIDEST: Final = 500  # paragraphs of a gap; a text that was written anew has no edits
_CHAINED: Final = 300  # pairs back to which a chain may reach, which is more than those around three paragraphs
_COMPARED: Final = 40_000  # pairs of words that are compared in order; of longer texts they are counted


def gaps(old: Sequence[Kept], places: Sequence[int | None]) -> Iterator[tuple[list[int], list[int]]]:
    """What is gone between two neighbours that stayed in order, and what has come between them.

    Args:
        old: The paragraphs that were kept before, the living ones in the order of their text.
        places: For each paragraph of the new version the id of the one that it continues, as `align` finds it.

    Yields:
        The ids of the old paragraphs, and the indices of the new ones.
    """
    living = [kept.id for kept in old if kept.living]
    stayed = set(living)
    index_of = {id_: index for index, id_ in enumerate(places) if id_ is not None}
    # where a paragraph was moved, what came may lie in two gaps
    told: set[int] = set()
    before = -1
    gone: list[int] = []
    for id_, index in [*((id_, index_of.get(id_)) for id_ in living), (0, len(places))]:
        if index is None:
            gone.append(id_)
            continue
        if gone and 0 < index - before - 1 <= _WIDEST and len(gone) <= _WIDEST:
            come = [each for each in range(before + 1, index) if places[each] not in stayed and each not in told]
            if come:
                yield gone, come
                told.update(come)
        before, gone = index, []


def successors(
    found: Sequence[tuple[list[int], list[int]]], texts: Mapping[int, str], new: Sequence[str]
) -> dict[int, int]:
    """The index of the new paragraph that came after each old one, by the id of the old one.

    Args:
        found: The gaps.
        texts: The old paragraphs in them, by id.
        new: The new version, paragraph by paragraph.
    """
    after: dict[int, int] = {}
    for gone, come in found:
        old_words = [wording(texts[id_]).words for id_ in gone]
        new_words = [wording(new[index]).words for index in come]
        least = _ALONE if len(gone) == len(come) == 1 else _AMONG
        points = [
            (first, second, value)
            for first, second in _candidates(len(gone), len(come))
            if (value := _likeness(old_words[first], new_words[second], least)) >= least
        ]
        after |= {gone[first]: come[second] for first, second in _chain(points)}
    return after


def _candidates(old: int, new: int) -> Iterator[tuple[int, int]]:
    """The pairs to compare: each with each, or with those about as far behind the beginning."""
    band = new if old * new <= _PAIRS else _BAND
    for first in range(old):
        middle = first * new // old
        for second in range(max(middle - band, 0), min(middle + band + 1, new)):
            yield first, second


def _chain(points: Sequence[tuple[int, int, float]]) -> list[tuple[int, int]]:
    """The pairs in the order of both versions that are most alike together; each paragraph stands in one at most."""
    values: list[float] = []
    links: list[int] = []
    for index, (first, second, value) in enumerate(points):
        earlier = [
            at for at in range(max(index - _CHAINED, 0), index) if points[at][0] < first and points[at][1] < second
        ]
        best = max(earlier, key=values.__getitem__, default=-1)
        values.append(value + (values[best] if earlier else 0))
        links.append(best)
    chain: list[tuple[int, int]] = []
    at = max(range(len(values)), key=values.__getitem__, default=-1)
    while at >= 0:
        chain.append(points[at][:2])
        at = links[at]
    return chain[::-1]


def _likeness(one: Sequence[str], other: Sequence[str], least: float) -> float:
    """The share of the words of both that they have in common; less than `least` is not worked out."""
    size = len(one) + len(other)
    if not size or 2 * min(len(one), len(other)) < least * size:
        return 0.0
    start = next((at for at, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), min(len(one), len(other)))
    left, right = one[start:], other[start:]
    end = next(
        (at for at, (a, b) in enumerate(zip(reversed(left), reversed(right), strict=False)) if a != b),
        min(len(left), len(right)),
    )
    left, right = left[: len(left) - end], right[: len(right) - end]
    common = (Counter(left) & Counter(right)).total()
    if 2 * (start + end + common) < least * size:
        return 0.0
    if len(left) * len(right) <= _COMPARED:
        blocks = SequenceMatcher(None, left, right, autojunk=False).get_matching_blocks()
        common = sum(block.size for block in blocks)
    return 2 * (start + end + common) / size
