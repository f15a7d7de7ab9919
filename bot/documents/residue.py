"""Residue: short lines that no rule has typed, by the zone of the page they are in and by what stands beside them.

On a page with furniture of its own (menus, buttons, lists of other pages) a line without an end mark is seldom part of
the text, unless it is set as part of it: an item, a row, a line below a colon, a line of a letter's close. On a page
without furniture nothing is touched: there such lines are verses, entries and names.
"""

import re
from collections.abc import Iterator, Sequence
from typing import Final

from bot.documents.blocks import Form
from bot.documents.headlines import HEADING_WORDS, has_label
from bot.documents.looks import Look
from bot.documents.sections import Decided
from bot.models import Kind

_ADDED: Final = frozenset({Kind.NAVIGATION, Kind.PROMOTION, Kind.APPENDED})
_FEWEST: Final = 3
_COLUMNS: Final = re.compile(r"\S(?: {3,}|\t)\S")


def apply(looks: Sequence[Look], found: list[Decided]) -> None:
    """Type what is left, in place."""
    if sum(decided is not None and decided[0] in _ADDED for decided in found) < _FEWEST:
        return
    prose = [at for at, seen in enumerate(looks) if found[at] is None and seen.prose]
    if not prose:
        return
    headline = next((at for at, decided in enumerate(found) if decided == (Kind.HEADING, "headline")), -1)
    for run in _runs(looks, found):
        if run[-1] < prose[0]:
            _above(looks, found, run, headline)
        else:
            _between(looks, found, run, behind=run[0] > prose[-1])


def _left(seen: Look, decided: Decided) -> bool:
    return (
        decided is None
        and seen.block.form is Form.PLAIN
        and not seen.ended
        and seen.words <= HEADING_WORDS
        and not has_label(seen.text)
        and not seen.text.endswith((":", ",", ";"))
        and _COLUMNS.search(seen.raw) is None
    )


def _runs(looks: Sequence[Look], found: Sequence[Decided]) -> Iterator[list[int]]:
    run: list[int] = []
    for at, seen in enumerate(looks):
        if _left(seen, found[at]):
            run.append(at)
        elif run:
            yield run
            run = []
    if run:
        yield run


def _above(looks: Sequence[Look], found: list[Decided], run: Sequence[int], headline: int) -> None:
    """Lines above the text: of the page above its headline, of its credits below it."""
    if len(run) >= _FEWEST and sum(any(map(str.isdigit, looks[at].text)) for at in run) * 2 >= len(run):
        return
    for at in run:
        found[at] = (
            (Kind.NAVIGATION, "line among the furniture above the text")
            if at < headline
            else (Kind.BYLINE, "line among the credits above the text")
        )


def _between(looks: Sequence[Look], found: list[Decided], run: Sequence[int], *, behind: bool) -> None:
    """Lines within or behind the text: of the furniture beside them."""
    above = found[run[0] - 1] if run[0] else None
    below = found[run[-1] + 1] if run[-1] + 1 < len(looks) else None
    before = looks[run[0] - 1] if run[0] else None
    if before is not None and above is None and (before.text.endswith((":", ",")) or not before.prose):
        return
    if above is not None and above[0] in {Kind.HEADING, Kind.BYLINE} and not behind:
        return
    kinds = [decided[0] for decided in (above, below) if decided is not None and decided[0] in _ADDED]
    if not kinds or (len(kinds) == 1 and not behind and len(run) > 1):
        return
    for at in run:
        found[at] = (kinds[0], "line among the furniture beside it")
