"""Menus: blocks of short lines above and behind a text of which some are plainly those of a menu."""

from collections.abc import Iterator, Sequence
from typing import Final

from bot.documents.blocks import Form
from bot.documents.headlines import EMPTY_LINE, HEADLINE
from bot.documents.looks import Look, in_columns, runs
from bot.documents.sections import Decided
from bot.models import Kind

_FEWEST: Final = 3
_SHARE: Final = 0.25
_WORDS: Final = 4
_ITEM_WORDS: Final = 6
_LONG_LIST: Final = 9
_LONGER_LIST: Final = 25
_TITLE_WORDS: Final = 16
_WHOLE_PAGE: Final = 10
_MENU: Final = (Kind.NAVIGATION, "line of a menu")
_BUTTONS: Final = frozenset({"words of a menu or button", "short parts between separators", "count of a page"})


def apply(looks: Sequence[Look], found: list[Decided], source: str) -> None:
    """Type the lines of such blocks, in place."""
    prose = [at for at, seen in enumerate(looks) if found[at] is None and seen.prose]
    if not prose:
        return
    _lists(looks[: prose[0]], found)
    for block in blocks(looks, source):
        if len(block) < _FEWEST or (prose[0] <= block[-1] and block[0] <= prose[-1]):
            continue
        decided = [found[at] for at in block]
        buttons = sum(each is not None and each[1] in _BUTTONS for each in decided)
        others = any(each is not None and each[0] is not Kind.NAVIGATION for each in decided)
        if buttons >= max(1, _SHARE * len(block)) and not others and all(_entry(looks[at]) for at in block):
            for at in block:
                found[at] = found[at] or _MENU


def _lists(above: Sequence[Look], found: list[Decided]) -> None:
    """Long lists of short items above the text, of which some are plainly those of a menu."""
    buttons = frozenset(
        at for at, decided in enumerate(found[: len(above)]) if decided is not None and decided[0] is Kind.NAVIGATION
    )
    whole = len(buttons) >= _WHOLE_PAGE
    longest = _TITLE_WORDS if whole else _ITEM_WORDS
    for run in runs(_listed(seen, decided, longest) for seen, decided in zip(above, found, strict=False)):
        pressed = len(buttons.intersection(run))
        plain = len(run) >= _LONG_LIST and (pressed >= _FEWEST or len(run) >= _LONGER_LIST)
        # what stands directly above the text may be its main points
        if plain or (whole and pressed and len(run) >= _FEWEST and run[-1] + 1 < len(above)):
            for at in run:
                found[at] = found[at] or _MENU


def _listed(seen: Look, decided: Decided, longest: int) -> bool:
    if decided is not None:
        return decided[0] is Kind.NAVIGATION or (seen.words <= _ITEM_WORDS and decided[1] != HEADLINE)
    return seen.block.form is Form.ITEM and seen.words <= longest and not seen.ended


def _entry(seen: Look) -> bool:
    return (
        0 < seen.words <= _WORDS
        and not seen.ended
        and seen.block.form in {Form.PLAIN, Form.ITEM}
        and not in_columns(seen.raw)
    )


def blocks(looks: Sequence[Look], source: str, first: int = 0) -> Iterator[list[int]]:
    """The places, from `first` on, of lines that no empty line parts."""
    block: list[int] = []
    for at in range(first, len(looks)):
        if block and EMPTY_LINE.search(source, looks[at - 1].block.span.end, looks[at].block.span.start) is not None:
            yield block
            block = []
        block.append(at)
    if block:
        yield block
