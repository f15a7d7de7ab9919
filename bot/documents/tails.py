"""Tails: what stands in and about the sections behind a text, each line given the kind of those that it belongs to.

The sections themselves are told by their titles; here their parts are parted: the dates of remarks and of other pages
belong to them and are no credit of the text, and the menu that closes a page is none of the titles above it.
"""

import re
from collections.abc import Sequence
from typing import Final

from bot.documents.furniture import PAGE_MARKS
from bot.documents.headlines import HEADLINE
from bot.documents.looks import Look, in_columns
from bot.documents.sections import TRIM, Decided
from bot.documents.vocabulary import COMMENTS, RELATED
from bot.models import Kind

DATED: Final = (Kind.APPENDED, "date or name in a section behind the text")
MENU: Final = (Kind.NAVIGATION, "menu behind a section")
ABOVE: Final = (Kind.NAVIGATION, "among the lines of a menu")
_SECTIONS: Final = frozenset({"links to other pages", "comments of readers"})
_DATES: Final = frozenset({"date line", "time of day", "name of the writer of a post", "head of a post"})
_BUTTONS: Final = frozenset({Kind.NAVIGATION, Kind.PROMOTION})
_LOOSE: Final = frozenset({"date line", "line in capitals"})
HEAD: Final = (Kind.BYLINE, "head of a post")
_GUESSED: Final = frozenset({"line in capitals", "short line above a paragraph", "bold line"})
_SUBJECT: Final = re.compile(r"(?:re|aw|fwd?|sv|antw|tr|rv)\s?:", re.IGNORECASE)
_POSTS: Final = 3
_NEAR: Final = 2
_MENU_WORDS: Final = 3
_FEWEST: Final = 2


def apply(looks: Sequence[Look], found: list[Decided]) -> None:
    """Type them anew, in place."""
    last = max((at for at, decided in enumerate(found) if decided is None or decided[0] is Kind.BODY), default=-1)
    _dates(looks, found, last)
    _menus(looks, found, last)
    _above(found)
    _headings(found, last)
    _posts(looks, found)


def _dates(looks: Sequence[Look], found: list[Decided], last: int) -> None:
    """Dates and names behind the text of which the line above is of a section."""
    above: Decided = None
    for at in range(last + 1, len(looks)):
        decided = found[at]
        if decided is not None and decided[0] is Kind.BYLINE and decided[1] in _DATES:
            if above is not None and above[0] is Kind.APPENDED:
                found[at] = DATED
        elif decided is not None and decided[0] is not Kind.NAVIGATION:
            above = decided


def _headings(found: list[Decided], last: int) -> None:
    """Headings behind the text that have nothing of it below them: they are of what they head."""
    for at in range(len(found) - 2, last, -1):
        decided, below = found[at], found[at + 1]
        if decided is not None and decided[0] is Kind.HEADING and decided[1] in _GUESSED and _added(below):
            found[at] = (below[0] if below is not None else Kind.NAVIGATION, "heads what stands behind the text")


def _added(decided: Decided) -> bool:
    return decided is not None and decided[0] in {*_BUTTONS, Kind.APPENDED}


def _posts(looks: Sequence[Look], found: list[Decided]) -> None:
    """Names, ranks and subjects that come again beside the dates of posts, and are no heads of printed pages."""
    if sum(decided is not None and decided[0] is Kind.BYLINE and decided[1] in _DATES for decided in found) < _POSTS:
        return
    for at, decided in enumerate(found):
        if decided is None or decided[1] not in PAGE_MARKS:
            continue
        near = range(max(0, at - _NEAR), min(len(found), at + _NEAR + 1))
        if any((beside := found[each]) is not None and beside[1] in _DATES for each in near):
            found[at] = (Kind.HEADING, "subject of a post") if _SUBJECT.match(looks[at].text) else HEAD


def _menus(looks: Sequence[Look], found: list[Decided], last: int) -> None:
    """Short lines of such a section behind the longer ones that are its titles, or behind a button."""
    waiting: list[int] = []
    titles = 0
    pressed = False
    for at in range(last + 1, len(looks)):
        decided = found[at]
        if decided is not None and decided[0] is Kind.NAVIGATION:
            _close(found, waiting, _FEWEST)
            pressed = True
        elif decided is None or decided[1] not in _SECTIONS or _heads_section(looks[at]) or not _entry(looks[at]):
            waiting.clear()
            listed = decided is not None and decided[1] in _SECTIONS
            titles = titles + 1 if listed and not _heads_section(looks[at]) else 0
            pressed = False
        elif pressed and not _remark(looks, found, at + 1):
            found[at] = MENU
        elif titles:
            waiting.append(at)
    _close(found, waiting, _FEWEST + 1)


def _remark(looks: Sequence[Look], found: Sequence[Decided], at: int) -> bool:
    """Whether what stands here, a date or a sentence, makes the line above the name of who wrote it."""
    return at < len(looks) and (found[at] == DATED or (looks[at].ended and looks[at].words > _MENU_WORDS))


def _close(found: list[Decided], waiting: list[int], least: int) -> None:
    if len(waiting) >= least:
        for at in waiting:
            found[at] = MENU
    waiting.clear()


def _heads_section(seen: Look) -> bool:
    title = seen.text.strip(TRIM).replace("’", "'")
    return COMMENTS.fullmatch(title) is not None or RELATED.fullmatch(title) is not None


def _entry(seen: Look) -> bool:
    return (
        0 < seen.words <= _MENU_WORDS
        and not seen.ended
        and not any(map(str.isdigit, seen.text))
        and not in_columns(seen.raw)
    )


def _above(found: list[Decided]) -> None:
    """Dates and lines in capitals above the headline, between lines of a menu."""
    headline = next((at for at, decided in enumerate(found) if decided == (Kind.HEADING, HEADLINE)), 0)
    for at in range(headline):
        decided = found[at]
        if decided is not None and decided[0] is Kind.HEADING and decided[1] not in _LOOSE:
            return
        if decided is None or decided[0] not in {Kind.BYLINE, Kind.HEADING} or decided[1] not in _LOOSE:
            continue
        sides = [found[near] for near in (at - 1, at + 1) if near >= 0]
        if all(each is not None and each[0] in _BUTTONS for each in sides):
            found[at] = ABOVE
