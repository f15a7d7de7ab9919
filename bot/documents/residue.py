"""Residue: short lines that no rule has typed, by the zone of the page they are in and by what stands beside them.

On a page with furniture of its own (menus, buttons, lists of other pages) a line without an end mark is seldom part of
the text, unless it is set as part of it: an item, a row, a line below a colon, a line of a letter's close. On a page
without furniture nothing is touched: there such lines are verses, entries and names.
"""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import Final

from bot.documents import calls
from bot.documents.blocks import Form
from bot.documents.core import Core
from bot.documents.furniture import PAGE_MARKS
from bot.documents.headlines import HEADING_WORDS, has_label, quoted_title
from bot.documents.looks import Look, cut_off, in_columns, runs
from bot.documents.sections import Decided
from bot.models import Kind

_ADDED: Final = frozenset({Kind.NAVIGATION, Kind.PROMOTION, Kind.APPENDED})
_MOST_FIGURES: Final = 6
_FEWEST: Final = 3
_SENTENCE_WORDS: Final = 30
_MOST_OF: Final = 0.75
_NAME_WORDS: Final = 5
_ISLAND_WORDS: Final = 16
_BUTTON_WORDS: Final = 2
_BESIDE: Final = 2.0
_LETTERED: Final = re.compile(r"\(?[a-z0-9]{1,3}\)\s")
_FIGURES: Final = re.compile(r"[^\W\d_].*\d")
# adverts and pages break a text in two
_WITHIN_TEXT: Final = PAGE_MARKS | {"mark of an advertisement", "no letter and no figure", "dividing line"}
_COMPANY: Final = re.compile(r"\b(?:Inc|Ltd|Corp|Co|Jr|Sr)\.$")


def apply(looks: Sequence[Look], found: list[Decided], page: Core | None) -> None:
    """Type what is left, in place; `page` is where the text stands, if that is known."""
    if sum(decided is not None and decided[0] in _ADDED for decided in found) < _FEWEST:
        return
    within = range(page.first, page.last + 1) if page is not None else range(len(looks))
    prose = [at for at in within if found[at] is None and looks[at].prose]
    if not prose:
        return
    _sentences(looks, found, prose[0])
    headline = next((at for at, decided in enumerate(found) if decided == (Kind.HEADING, "headline")), -1)
    title = looks[headline].text if headline >= 0 else None
    for at in range(headline):
        if found[at] is None and in_columns(looks[at].raw):
            found[at] = (Kind.NAVIGATION, "line among the furniture above the text")
    _numbers(looks, found)
    _islands(looks, found, prose[0])
    for run in _runs(looks, found, prose[0], prose[-1]):
        for at in run:
            if looks[at].text == title:
                found[at] = (Kind.HEADING, "headline once more")
        if run[-1] < prose[0]:
            _above(looks, found, run, headline)
        else:
            _between(looks, found, run, behind=run[0] > prose[-1])


def _left(seen: Look, decided: Decided, *, behind: bool) -> bool:
    return (
        decided is None
        and seen.block.form is Form.PLAIN
        and (not seen.ended or cut_off(seen) or _COMPANY.search(seen.text) is not None)
        and seen.words <= HEADING_WORDS
        and (behind or not has_label(seen.text))
        and _LETTERED.match(seen.text) is None
        and "://" not in seen.text
        and not seen.text.endswith((":", ",", ";"))
        and not in_columns(seen.raw)
    )


def _numbers(looks: Sequence[Look], found: list[Decided]) -> None:
    """Numbers alone between sentences or furniture: how many votes or answers a post has, unless they count steps."""
    alone = [int(seen.raw) for seen in looks if seen.raw.isdecimal() and len(seen.raw) <= _MOST_FIGURES]
    if any(one + 1 == two for one, two in pairwise(alone)):
        return
    for at in range(1, len(looks) - 1):
        bare = found[at] is None and looks[at].raw.isdecimal() and looks[at].block.form is Form.PLAIN
        if bare and all(looks[near].prose or _added(found[near]) for near in (at - 1, at + 1)):
            found[at] = (Kind.NAVIGATION, "number alone")


def _added(decided: Decided) -> bool:
    return decided is not None and decided[0] in {*_ADDED, Kind.BYLINE}


def _sentences(looks: Sequence[Look], found: list[Decided], first: int) -> None:
    """Short sentences beside furniture that ask for something or speak of the page, if less plainly than elsewhere."""
    for at, seen in enumerate(looks):
        if (decided := found[at]) is not None and decided[0] is Kind.BODY and at < first:
            first = at
        if found[at] is not None or seen.words > _SENTENCE_WORDS or seen.block.form is not Form.PLAIN:
            continue
        sides = [found[near] for near in (at - 1, at + 1) if 0 <= near < len(looks)]
        furnished = sum(each is not None and each[0] in _ADDED and each[1] not in _WITHIN_TEXT for each in sides)
        if at > first and not any(each is not None and each[0] in _ADDED for each in sides):
            continue
        if calls.call(seen.text, linked=seen.links) >= (_BESIDE if seen.words <= HEADING_WORDS else calls.CALL):
            found[at] = (Kind.PROMOTION, "asks for what pages ask for")
        elif calls.notice(seen.text) >= (calls.NOTICE if at > first and seen.prose else _BESIDE):
            found[at] = (Kind.APPENDED, "speaks of the page and its terms")
        elif at > first and furnished > 1 and seen.ended and _addresses_reader(seen.text):
            kind = (
                Kind.PROMOTION
                if any(each is not None and each[0] is Kind.PROMOTION for each in sides)
                else Kind.APPENDED
            )
            found[at] = (kind, "sentence among the furniture beside it")


def _addresses_reader(text: str) -> bool:
    """Whether a sentence speaks of the page or its reader and tells of nobody else."""
    return calls.told(text) == 0 and calls.speaks_of_itself(text) and not any(mark in text for mark in '"“”«„')


def _runs(looks: Sequence[Look], found: Sequence[Decided], first: int, last: int) -> Iterator[list[int]]:
    return runs(
        _left(seen, found[at], behind=at > last or (at > first and _titled(looks, at))) for at, seen in enumerate(looks)
    )


def _titled(looks: Sequence[Look], at: int) -> bool:
    """Whether a label is that of a title in a list of them: neither line beside it has one, and both are open."""
    return 0 < at < len(looks) - 1 and all(
        not has_label(looks[near].text) and (not looks[near].ended or cut_off(looks[near])) for near in (at - 1, at + 1)
    )


def _above(looks: Sequence[Look], found: list[Decided], run: Sequence[int], headline: int) -> None:
    """Lines above the text: of the page above its headline, of its credits below it."""
    if _figures(looks, run, 0.5):
        return
    rows = [looks[near].raw for near in (run[0] - 1, run[-1] + 1) if 0 <= near < len(looks)]
    if any(in_columns(row) for row in rows):
        return
    for at in run:
        if found[at] is not None:
            continue
        found[at] = (
            (Kind.NAVIGATION, "line among the furniture above the text")
            if at < headline
            else (Kind.BYLINE, "line among the credits above the text")
        )


def _titles(looks: Sequence[Look], run: Sequence[int]) -> bool:
    """Whether a short line stands above longer ones, each as long as a title and opening as one."""
    first, *others = (looks[at] for at in run)
    return first.words <= _NAME_WORDS and all(
        seen.words > _NAME_WORDS and not seen.text[0].islower() and not seen.text[0].isdecimal() for seen in others
    )


def _islands(looks: Sequence[Look], found: list[Decided], first: int) -> None:
    """A few words between two lines of the page that are no adverts: the rest of a form or a box."""
    for run in runs(decided is None for decided in found):
        if run[0] <= first or run[-1] + 1 == len(looks) or sum(looks[at].words for at in run) > _ISLAND_WORDS:
            continue
        # a sentence alone may be the last of the text
        if sum(looks[at].ended for at in run) * 2 > len(run):
            continue
        above, below = found[run[0] - 1], found[run[-1] + 1]
        if all(
            side[0] in _ADDED and side[1] not in _WITHIN_TEXT for side in (above, below) if side is not None
        ) and all(looks[at].block.form is Form.PLAIN and not in_columns(looks[at].raw) for at in run):
            for at in run:
                found[at] = (Kind.NAVIGATION if above is None else above[0], "a few words among the furniture")


def _figures(looks: Sequence[Look], run: Sequence[int], share: float) -> bool:
    """Whether lines are a list of dates or figures, which is of the text wherever it stands."""
    return len(run) >= _FEWEST and sum(_FIGURES.search(looks[at].text) is not None for at in run) >= share * len(run)


def _between(looks: Sequence[Look], found: list[Decided], run: Sequence[int], *, behind: bool) -> None:
    """Lines within or behind the text: of the furniture beside them."""
    if _heads_paragraph(looks, found, run):
        found[run[0]] = (Kind.HEADING, "short line above a paragraph")
    elif not _of_text(looks, found, run, behind=behind) and (decided := _beside(looks, found, run, behind=behind)):
        for at in run:
            found[at] = decided


def _heads_paragraph(looks: Sequence[Look], found: Sequence[Decided], run: Sequence[int]) -> bool:
    """Whether a line in quotation marks, alone above a paragraph, heads it."""
    at = run[0]
    return (
        len(run) == 1
        and not _opens_list(looks, found, at)
        and looks[at].words <= HEADING_WORDS
        and quoted_title(looks[at])
        and at + 1 < len(looks)
        and looks[at + 1].prose
        and found[at + 1] is None
    )


def _opens_list(looks: Sequence[Look], found: Sequence[Decided], at: int) -> bool:
    """Whether the block above is of the text and no whole sentence, so that what follows continues it."""
    before = looks[at - 1]
    return at > 0 and found[at - 1] is None and (before.text.endswith((":", ",")) or not before.prose)


def _of_text(looks: Sequence[Look], found: Sequence[Decided], run: Sequence[int], *, behind: bool) -> bool:
    """Whether lines are set as part of the text: below a colon, a heading or a credit, or as a list of figures."""
    above = found[run[0] - 1] if run[0] else None
    if _opens_list(looks, found, run[0]) or (_figures(looks, run, _MOST_OF) and not _added(above)):
        return True
    if above is None or above[0] not in {Kind.HEADING, Kind.BYLINE}:
        return False
    labelled = above[0] is Kind.HEADING and sum(": " in looks[at].text for at in run) * 2 >= len(run)
    return labelled or not behind


def _beside(looks: Sequence[Look], found: Sequence[Decided], run: Sequence[int], *, behind: bool) -> Decided:
    """The kind of lines by that of what stands above and below them; None where neither tells it."""
    above = found[run[0] - 1] if run[0] else None
    below = found[run[-1] + 1] if run[-1] + 1 < len(looks) else None
    if above is not None and above[0] in _ADDED and all(looks[at].words <= _BUTTON_WORDS for at in run):
        return above[0], "line among the furniture beside it"
    within = run[0] > 0 and above is None and below is None and run[-1] + 1 < len(looks) and not behind
    if within and looks[run[0] - 1].prose and looks[run[-1] + 1].prose and len(run) > 1:
        listed = len(run) < _FEWEST or _titles(looks, run)
        return (Kind.APPENDED, "line between two paragraphs") if listed else None
    if behind and below is not None and below[0] is Kind.BYLINE:
        below = next((each for each in found[run[-1] + 1 :] if each is None or each[0] is not Kind.BYLINE), None)
    kinds = [decided[0] for decided in (above, below) if decided is not None and decided[0] in _ADDED]
    if not kinds or (len(kinds) == 1 and not behind and len(run) > 1):
        return None
    return kinds[0], "line among the furniture beside it"
