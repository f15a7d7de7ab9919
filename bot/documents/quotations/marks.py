"""Quotation marks: where a stretch between marks begins and ends in one paragraph.

Straight, curly, low and doubled single marks, guillemets both ways round, and corner brackets are read as double
marks. A mark is taken for an opening or closing one by its shape and by what stands around it; where the two
disagree, as with a mark on the wrong side, what stands around it and whether a stretch is open decide. Nested
stretches belong to the outer. Single marks count only where a whole document has no double ones.
"""

import re
from collections.abc import Iterable
from enum import Enum, auto
from typing import Final, NamedTuple

from bot.models import Span

_DOUBLE: Final = re.compile(r"'{2,3}(?!')|``|,,(?=\w)|[“”„‟\"«»「」『』〝〞＂]")
# the same where no mark is made of several characters
_PLAIN: Final = re.compile('[“”„‟"«»「」『』〝〞＂]')
_SINGLE: Final = re.compile(
    r"(?<![\w'’])['‘](?=[\w“…\[(])|(?<=[,.?!…—–-])['’](?!\w)|(?<=[a-z])['’](?=\s*(?:$|[,.;:?!)]))"
)
_QUOTED: Final = re.compile(r"(?<![\w'’])['‘](?=\w)[^'‘’]{3,}(?:['’]\w[^'‘’]*)*[,.?!]['’](?!\w)")
# What may close a term in single marks within a sentence ("the 'Forward Together' plan").
_TERM_END: Final = re.compile(r"(?<=\w)['’](?=\s)")
_TERM: Final = 60
# What a text holds where single marks quote in it.
_ENDS: Final = tuple(stop + mark for stop in ",.?!" for mark in "'’")
_OPENING: Final = frozenset("“„‟«「『〝``,,")
_CLOSING: Final = frozenset("”»」』〞")
_PARTNERS: Final = {"「": "」", "『": "』", "〝": "〞", "``": "''"}
_LEADING: Final = frozenset("([{—–-―/:;…")
_TRAILING: Final = frozenset(",.;:?!)]}—–-―…/")


class _Side(Enum):
    OPENS = auto()
    CLOSES = auto()
    EITHER = auto()


class Stretch(NamedTuple):
    """A stretch between marks: with them, without them, and whether the closing mark is there."""

    outer: Span
    inner: Span
    closed: bool


def stretches(text: str, *, single: bool = False) -> list[Stretch]:
    """The outermost stretches between quotation marks of a paragraph, in order.

    Args:
        text: The paragraph.
        single: Whether single marks quote in this document.

    Returns:
        Stretches that do not overlap; one whose closing mark is missing ends with the paragraph.
    """
    found: list[Stretch] = []
    opened: re.Match[str] | None = None
    nested = 0
    marks = list((_SINGLE if single else _double(text)).finditer(text))
    for at, mark in enumerate(marks):
        if opened is None:
            if _opens(text, mark):
                opened, nested = mark, 0
            continue
        side = _side_inside(text, mark, opened[0])
        if side is _Side.OPENS:
            if _closes_twice(text, marks, at, opened[0]):
                nested += 1
            elif mark.start() - opened.end() > 0 and text[opened.end() : mark.start()].strip():
                found.append(_unclosed(text, opened, mark.start(), single=single))
                opened, nested = mark, 0
        elif nested:
            nested -= 1
        else:
            found.append(_stretch(text, opened, mark.start(), mark.end(), closed=True))
            opened = None
    if opened is not None and text[opened.end() :].strip():
        found.append(_unclosed(text, opened, len(text), single=single))
    return [each for each in found if each.inner.start < each.inner.end]


def _double(text: str) -> re.Pattern[str]:
    """What finds the double marks of a text."""
    return _DOUBLE if "''" in text or "``" in text or ",," in text else _PLAIN


def _stretch(text: str, opened: re.Match[str], end: int, outer_end: int, *, closed: bool) -> Stretch:
    start = opened.end()
    inner = text[start:end]
    stop = start + len(inner.rstrip())
    start += len(inner) - len(inner.lstrip())
    stop = max(start, stop)
    return Stretch(Span(opened.start(), outer_end if closed else stop), Span(start, stop), closed)


def _unclosed(text: str, opened: re.Match[str], end: int, *, single: bool) -> Stretch:
    """A stretch that no mark closes; of single marks, one behind a word may be the closing one and no apostrophe."""
    found = _TERM_END.search(text, opened.end(), min(end, opened.end() + _TERM)) if single else None
    if found is not None:
        return _stretch(text, opened, found.start(), found.end(), closed=True)
    return _stretch(text, opened, end, end, closed=False)


def _opens(text: str, mark: re.Match[str]) -> bool:
    """Whether a mark outside any stretch opens one."""
    before, after = text[mark.start() - 1 : mark.start()], text[mark.end() : mark.end() + 1]
    shape = mark[0]
    if not after:
        return False
    if shape in '"＂' and before.isdigit():
        # inches, seconds
        return False
    free = not before or before.isspace() or before in _LEADING or not before.isascii()
    if shape in _CLOSING:
        # on the wrong side: free to the left, and words behind it
        return (
            (not before or before.isspace()) and (after.isalnum() or after.isspace()) and _has_words(text, mark.end())
        )
    if shape in ("“", "„", "‟", "«", "「", "『", "〝", "``", ",,"):
        return True
    return free or (before in _TRAILING and not after.isspace()) or (not after.isspace() and after not in _TRAILING)


def _has_words(text: str, at: int) -> bool:
    return re.match(r"\s*[\w\[(‘'…]", text[at : at + 4]) is not None


def _side_inside(text: str, mark: re.Match[str], opener: str) -> _Side:
    """What a mark does within an open stretch."""
    shape = mark[0]
    before, after = text[mark.start() - 1 : mark.start()], text[mark.end() : mark.end() + 1]
    if opener in _PARTNERS and shape == _PARTNERS[opener]:
        return _Side.CLOSES
    if opener in ("„", ",,") and shape in "“”‟\"''":
        return _Side.CLOSES
    if opener == "»" and shape in "«»":
        return _Side.CLOSES if shape == "«" else _Side.OPENS
    spaced = not before or before.isspace() or before in "([—–―"
    if shape in ("“", "„", "«", "「", "『", "〝", "``", ",,"):
        # a curly mark on the wrong side closes behind a stop or a word, where a space follows
        wrong = not spaced and (not after or after.isspace() or after in _TRAILING)
        return _Side.CLOSES if wrong else _Side.OPENS
    if shape in _CLOSING:
        return _Side.CLOSES
    ends = not after or after.isspace() or after in _TRAILING
    return _Side.OPENS if spaced and not ends and before != "" else _Side.CLOSES


def _closes_twice(text: str, marks: list[re.Match[str]], at: int, opener: str) -> bool:
    """Whether an opening mark within a stretch is nested: two closing ones follow before the stretch ends."""
    depth = 2
    for mark in marks[at + 1 : at + 9]:
        depth += 1 if _side_inside(text, mark, opener) is _Side.OPENS else -1
        if depth == 0:
            return True
        if depth > 3:  # noqa: PLR2004 - deeper nesting is a row of unclosed marks
            return False
    return False


def quotes_with_single(texts: Iterable[str]) -> bool:
    """Whether a document quotes with single marks: it has no double ones, and a single one closes behind a stop."""
    every = list(texts)
    if any(_double(text).search(text) for text in every):
        return False
    return any(_QUOTED.search(text) for text in every if any(end in text for end in _ENDS))
