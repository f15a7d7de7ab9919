"""The core of a page: the one stretch of it that is its text, between menus above and lists of other pages behind.

It is the run of blocks with the greatest sum if the words of prose count for it and every other line against it:
maximum subsequence segmentation (Pasternack and Roth 2009), with weights set by hand. It is looked for only on pages
that were extracted whole, with many lines that are not of the text; elsewhere a short line is more often part of it.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Final

from bot.documents.blocks import Form
from bot.documents.furniture import PAGE_MARKS
from bot.documents.looks import Look, cut_off, in_columns
from bot.documents.sections import Decided
from bot.models import Kind

OUTSIDE: Final = "outside the text of the page"
_COST: Final[dict[Kind, int]] = {
    Kind.NAVIGATION: 7,
    Kind.PROMOTION: 5,
    Kind.APPENDED: 8,
    Kind.BYLINE: 2,
    Kind.HEADING: 2,
    Kind.BODY: 0,
}
_LINE: Final = 4
_ROW: Final = 1
_MOST_WORDS: Final = 80
_FEWEST_LINES: Final = 16
_FURNITURE_SHARE: Final = 0.2
_LEAST_WORDS: Final = 180
_LEAST_SHARE: Final = 0.45
_THREAD_SHARE: Final = 0.85
_FEWEST_ADDED: Final = 3
_ENOUGH: Final = 8
_ADDED: Final = frozenset({Kind.NAVIGATION, Kind.PROMOTION, Kind.APPENDED})
_POSTS: Final = frozenset(
    {
        "details of a member",
        "head of a post",
        "name of the writer of a post",
        "subject of a post",
        "date line",
        "time of day",
    }
)
_MOST_TURNS: Final = 2
_NEAR: Final = 5
_OPEN: Final = 0.4
_PASSED: Final[dict[Kind, float]] = {
    Kind.NAVIGATION: 1.0,
    Kind.PROMOTION: 1.0,
    Kind.APPENDED: 1.0,
    Kind.BYLINE: 0.5,
    Kind.HEADING: 0.2,
    Kind.BODY: 0.0,
}
_FEW: Final = 4
_WITHIN: Final = PAGE_MARKS | {"table of contents"}
_SET: Final = frozenset({Form.TABLE, Form.CODE, Form.QUOTE})


@dataclass(frozen=True, slots=True)
class Core:
    """The first and the last block of the text of a page."""

    first: int
    last: int


def find(looks: Sequence[Look], found: Sequence[Decided]) -> Core | None:
    """The core of a page; None where the document is no whole page, or holds several texts."""
    added = sum(decided is not None and decided[0] in _ADDED for decided in found)
    if len(looks) < _FEWEST_LINES or added < _FEWEST_ADDED:
        return None
    worth = [_worth(seen, decided) for seen, decided in zip(looks, found, strict=True)]
    core = _greatest(worth)
    outside = [*range(core.first), *range(core.last + 1, len(looks))]
    lines = [at for at in outside if worth[at] < 0]
    furniture = sum((decided := found[at]) is not None and decided[0] in _ADDED for at in lines)
    told = [seen.words if _told(seen, decided) else 0 for seen, decided in zip(looks, found, strict=True)]
    within = sum(told[core.first : core.last + 1])
    share = _THREAD_SHARE if _thread(looks, found) else _LEAST_SHARE
    whole = len(lines) >= _FEWEST_LINES and furniture >= min(_ENOUGH, max(_FEWEST_ADDED, _FURNITURE_SHARE * len(lines)))
    return _grown(core, looks, found) if whole and within >= max(_LEAST_WORDS, share * sum(told)) else None


def _thread(looks: Sequence[Look], found: Sequence[Decided]) -> bool:
    """Whether most of the sentences stand below a line on their writer or time that has sentences above it too.

    Where one of them is longer than all the others together, it is the text of a page and they are its teasers.
    """
    told = 0
    turns: list[int] = []
    credited = inside = False
    for seen, decided in zip(looks, found, strict=True):
        if _told(seen, decided):
            if credited:
                inside = told > 0
                turns += [0] if inside else []
            credited = False
            told += seen.words
            if inside:
                turns[-1] += seen.words
        elif decided is not None and decided[0] is Kind.BYLINE:
            credited = credited or decided[1] in _POSTS
    return len(turns) > _MOST_TURNS and sum(turns) * 2 > told and max(turns) * 2 <= sum(turns)


def _worth(seen: Look, decided: Decided) -> int:
    if decided is not None:
        return 0 if decided[1] in PAGE_MARKS else -_COST[decided[0]]
    if _told(seen, decided):
        return min(seen.words, _MOST_WORDS)
    return -_ROW if seen.ended or seen.block.form in _SET or in_columns(seen.raw) else -_LINE


def _greatest(worth: Sequence[int]) -> Core:
    """The run with the greatest sum."""
    best = score = start = 0
    core = Core(0, -1)
    for at, each in enumerate(worth):
        if score <= 0:
            score, start = 0, at
        score += each
        if score > best:
            best, core = score, Core(start, at)
    return core


def _grown(core: Core, looks: Sequence[Look], found: Sequence[Decided]) -> Core:
    """The core with the sentences on both sides that only a few lines part from it."""
    before = _reach(range(core.first - 1, -1, -1), looks, found)
    behind = _reach(range(core.last + 1, len(looks)), looks, found)
    return Core(core.first if before is None else before, core.last if behind is None else behind)


def _reach(places: Iterable[int], looks: Sequence[Look], found: Sequence[Decided]) -> int | None:
    """The farthest sentence that can be reached before the lines that were passed outweigh what is there."""
    reached = None
    passed = 0.0
    for at in places:
        if _told(looks[at], found[at]):
            reached = at
        elif (passed := passed + _parts(found[at])) > _NEAR:
            break
    return reached


def _told(seen: Look, decided: Decided) -> bool:
    return decided is None and (seen.prose or (seen.ended and seen.words > _FEW)) and not cut_off(seen)


def _parts(decided: Decided) -> float:
    if decided is None:
        return _OPEN
    return 0.0 if decided[1] in _WITHIN else _PASSED[decided[0]]


def cut(looks: Sequence[Look], found: list[Decided], core: Core) -> None:
    """Type the sentences outside the core, in place; its lines are told when the headline is known."""
    for at in (*range(core.first), *range(core.last + 1, len(looks))):
        if found[at] is None and (looks[at].ended or looks[at].prose):
            found[at] = (Kind.APPENDED, OUTSIDE)


def clear(looks: Sequence[Look], found: list[Decided], core: Core) -> None:
    """Type what is left outside the core, in place: lines above the headline, and lines behind furniture behind it."""
    headline = next((at for at, decided in enumerate(found) if decided == (Kind.HEADING, "headline")), 0)
    for at in range(min(headline, core.first) - _NEAR):
        if found[at] is None:
            found[at] = (Kind.NAVIGATION, OUTSIDE)
    furnished = False
    for at in range(core.last + 1, len(looks)):
        decided = found[at]
        furnished = furnished or (decided is not None and decided[0] in _ADDED)
        if furnished and decided is None:
            found[at] = (Kind.NAVIGATION, OUTSIDE)
