"""Endings: what follows the end of a release: notes to editors, whom to reach, what the publisher says of itself."""

import re
from collections.abc import Sequence
from typing import Final

from bot.documents.blocks import Form
from bot.documents.looks import Look, in_columns
from bot.documents.sections import TITLE_WORDS, TRIM, Decided, text_before, titled
from bot.documents.vocabulary import CONTACTS, ENDINGS, is_label
from bot.models import Kind

_ABOUT: Final = re.compile(
    r"(?:about|über|à propos d[eu]|acerca de|sobre) ?'?(?:(?:the|die|den|das|la|le|el|los|las) )?", re.IGNORECASE
)
_REACHED: Final = re.compile(r"\S@\S+\.\w|\+?\d[\d ()/.-]{5,}\d")
_CAUTION: Final = re.compile(r"forward-looking statements|disclaimer|legal notice", re.IGNORECASE)
_FEWEST_ROWS: Final = 3
_MOST_TITLES: Final = 4
_SOFT_SHARE: Final = 0.4
_MOST_CONTACTS: Final = 12


def apply(looks: Sequence[Look], found: list[Decided]) -> None:
    """Type what follows an ending, in place."""
    _behind_ending(looks, found)
    _contacts(looks, found)


def _behind_ending(looks: Sequence[Look], found: list[Decided]) -> None:
    """What follows the mark with which a press release ends."""
    for at, seen in enumerate(looks):
        if seen.words > TITLE_WORDS or at <= len(looks) / 3 or not _ends_release(looks, at):
            continue
        if text_before(looks, found, at) and (_hard(seen) or _short_rest(looks, at)):
            end = min(_caution_end(looks, at), _tables(looks, at))
            for behind in range(at, end):
                if found[behind] is None or (behind == at and found[behind] != (Kind.BYLINE, "credit")):
                    found[behind] = (Kind.APPENDED, "behind the end of the release")
            if end == len(looks):
                return


def _tables(looks: Sequence[Look], at: int) -> int:
    """Where the tables of figures begin that belong to a release though they stand behind its end."""
    rows = [in_columns(seen.raw) and any(map(str.isdigit, seen.raw)) for seen in looks]
    for row in range(at + 1, len(looks) - _FEWEST_ROWS + 1):
        if not all(rows[row : row + _FEWEST_ROWS]):
            continue
        start = row
        while start > at + 1 and row - start < _MOST_TITLES and not looks[start - 1].ended and not rows[start - 1]:
            if _REACHED.search(looks[start - 1].raw):
                break
            start -= 1
        return start
    return len(looks)


def _caution_end(looks: Sequence[Look], at: int) -> int:
    """Where what follows ends: a word of caution is over with the next title, anything else with the document."""
    if not _CAUTION.match(looks[at].text.strip(TRIM)):
        return len(looks)
    return next(
        (
            behind
            for behind in range(at + 1, len(looks) - 1)
            if titled(looks[behind]) and not looks[behind].ended and looks[behind + 1].prose
        ),
        len(looks),
    )


def _contacts(looks: Sequence[Look], found: list[Decided]) -> None:
    """A title such as "Enquiries" and the short lines below it that say whom to reach, and how."""
    for at, seen in enumerate(looks):
        if not titled(seen) or not CONTACTS.fullmatch(seen.text.strip(TRIM)) or not text_before(looks, found, at):
            continue
        end = at + 1
        while end < min(len(looks), at + _MOST_CONTACTS) and looks[end].words <= TITLE_WORDS and not looks[end].prose:
            end += 1
            if _REACHED.search(looks[end - 1].raw) and (end == len(looks) or not _REACHED.search(looks[end].raw)):
                break
        if any(_REACHED.search(other.raw) for other in looks[at + 1 : end]):
            for inside in range(at, end):
                found[inside] = (Kind.APPENDED, "contact of the publisher")


def _hard(seen: Look) -> bool:
    """Whether it is a mark that can only be an end, such as `###`."""
    return not any(map(str.isalpha, seen.text)) or "end" in seen.text.lower()


def _short_rest(looks: Sequence[Look], at: int) -> bool:
    return sum(seen.words for seen in looks[at:]) <= _SOFT_SHARE * sum(seen.words for seen in looks)


def _ends_release(looks: Sequence[Look], at: int) -> bool:
    seen = looks[at]
    title = seen.text.strip(" *_").rstrip(":") or seen.raw.strip()
    if not ENDINGS.fullmatch(title) or is_label(title) or (seen.block.form is Form.HEADING and seen.block.level == 1):
        return False
    if (about := _ABOUT.match(title)) is None:
        return True
    # "About Acme" heads what the publisher says of itself, if the next paragraph is about Acme
    name = title[about.end() :].split()[0]
    return at + 1 < len(looks) and name in looks[at + 1].text[:120]
