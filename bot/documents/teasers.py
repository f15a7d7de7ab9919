"""Teasers: titles and summaries of other pages, told by how they come again and again and not by what they say.

A page that was saved whole shows other pages as a row of like units: a title without an end mark, and with it a date,
a name, a button or a sentence. No text has such a row but what is made of dated entries throughout, and that is more
of the document than what stands around it. A line or a sentence that stands twice on such a page is one of the page.
"""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Final

from bot.documents.blocks import Form
from bot.documents.furniture import PAGE_MARKS
from bot.documents.headlines import has_label
from bot.documents.looks import Look, cut_off, in_columns
from bot.documents.sections import Decided
from bot.models import Kind

ROW: Final = (Kind.APPENDED, "one of a row of titles of other pages")
TWICE: Final = (Kind.APPENDED, "stands more than once on the page")
_ADDED: Final = frozenset({Kind.NAVIGATION, Kind.PROMOTION, Kind.APPENDED})
_FURNISHED: Final = 6
_POSTS: Final = frozenset({"details of a member", "subject of a post", "subject line"})
_TITLE: Final = range(4, 27)
_LABEL_WORDS: Final = 3
_SUMMARY_WORDS: Final = 60
_MOST_BESIDE: Final = 4
_FEWEST: Final = 3
_REPEATED_LINE: Final = 5
_REPEATED_SENTENCE: Final = 14
_MOST_TIMES: Final = 4


@dataclass(slots=True)
class _Unit:
    """A title and what stands below it: where it ends, the words of its sentence, and whether it names date or name."""

    end: int
    told: int = 0
    marked: bool = False


@dataclass(slots=True)
class _Row:
    """Units one below the other, from `first` up to `end`; up to `read` there is no other row."""

    first: int
    end: int
    read: int
    units: list[_Unit] = field(default_factory=list)

    @property
    def plain(self) -> bool:
        """Whether enough of its units name a date, a name or a button."""
        return len(self.units) >= _FEWEST and sum(unit.marked for unit in self.units) * 2 >= len(self.units)

    @property
    def told(self) -> int:
        return sum(unit.told for unit in self.units)


def apply(looks: Sequence[Look], found: list[Decided]) -> None:
    """Type such rows and what stands twice, in place."""
    added = sum(decided is not None and decided[0] in _ADDED and decided[1] not in PAGE_MARKS for decided in found)
    if added < _FURNISHED or sum(decided is not None and decided[1] in _POSTS for decided in found) > 1:
        return
    _rows(looks, found)
    _twice(looks, found)


def _rows(looks: Sequence[Look], found: list[Decided]) -> None:
    told = [at for at, seen in enumerate(looks) if found[at] is None and seen.prose]
    prose = sum(looks[at].words for at in told)
    at = told[1] + 1 if len(told) > 1 else len(looks)
    while at < len(looks):
        if found[at] is not None or looks[at].words not in _TITLE:
            at += 1
            continue
        row = _row(looks, found, at)
        if row.plain and row.told * 2 <= prose:
            for place in range(row.first, row.end):
                decided = found[place]
                if decided is None or decided[0] in {Kind.BYLINE, Kind.HEADING}:
                    found[place] = ROW
        at = max(row.read, at + 1)


def _row(looks: Sequence[Look], found: Sequence[Decided], first: int) -> _Row:
    """The row of units that begins here; without units where none does."""
    row = _Row(first, first, first)
    at = first
    while at < len(looks):
        unit = _unit(looks, found, at)
        if unit is None:
            # between two units stand adverts and the names of sections
            passed = at
            while passed < len(looks) and passed - at <= _MOST_BESIDE and _between(looks[passed], found[passed]):
                passed += 1
            unit = _unit(looks, found, passed) if row.units and passed < len(looks) else None
            if unit is None:
                break
        row.units.append(unit)
        row.read = at = unit.end
    while row.units and not row.units[-1].marked:
        row.units.pop()
    row.end = row.units[-1].end if row.units else first
    return row


def _between(seen: Look, decided: Decided) -> bool:
    if decided is not None:
        return decided[0] in _ADDED and decided[1] not in PAGE_MARKS
    return _open(seen) and seen.words <= _LABEL_WORDS


def _told(seen: Look) -> bool:
    return seen.prose or (seen.ended and not cut_off(seen))


def _open(seen: Look) -> bool:
    return (
        seen.block.form in {Form.PLAIN, Form.HEADING}
        and (not seen.ended or cut_off(seen))
        and not seen.text.endswith((":", ",", ";"))
        and not in_columns(seen.raw)
    )


def _unit(looks: Sequence[Look], found: Sequence[Decided], at: int) -> _Unit | None:
    """The unit whose title stands here; None where there is none."""
    if found[at] is not None or looks[at].words not in _TITLE or not _open(looks[at]) or looks[at].text[0].isdecimal():
        return None
    unit = _Unit(at + 1)
    place = at + 1
    while place < len(looks) and place - at <= _MOST_BESIDE:
        seen, decided = looks[place], found[place]
        place += 1
        if decided is not None and (decided[0] is Kind.BYLINE or _button(decided)):
            unit.marked = True
        elif decided is None and not unit.told and seen.ended and seen.words <= _SUMMARY_WORDS and not cut_off(seen):
            unit.told = seen.words
        elif decided is None and _open(seen) and seen.words <= _LABEL_WORDS:
            continue
        else:
            break
        unit.end = place
    # a title with two paragraphs below it heads a text
    return None if unit.end < len(looks) and found[unit.end] is None and _told(looks[unit.end]) else unit


def _button(decided: tuple[Kind, str]) -> bool:
    return decided[0] is Kind.NAVIGATION and decided[1] == "words of a menu or button"


def _twice(looks: Sequence[Look], found: list[Decided]) -> None:
    """What stands twice: each of the lines, and the sentences but for the first."""
    places: defaultdict[str, list[int]] = defaultdict(list)
    for at, seen in enumerate(looks):
        least = _REPEATED_SENTENCE if seen.ended else _REPEATED_LINE
        if seen.words >= least and seen.block.form in {Form.PLAIN, Form.ITEM} and not has_label(seen.text):
            places[seen.text].append(at)
    repeated = [where for where in places.values() if len(where) > 1]
    # a plan or a table says the same again and again
    if any(len(where) > _MOST_TIMES for where in repeated):
        return
    first = next((at for at, seen in enumerate(looks) if found[at] is None and seen.prose), 0)
    for where in repeated:
        for at in where[1:] if looks[where[0]].ended or where[0] < first else where:
            if found[at] is None:
                found[at] = TWICE
