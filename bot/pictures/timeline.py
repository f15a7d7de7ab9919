"""A timeline as a picture: a line downwards, a mark for each date, and the words of the documents beside it.

It is 1000 pixels wide with letters of 28 pixels and more, which a phone shows legibly, and stands on a dark ground of
its own, so that it reads the same in dark and light mode. Nothing is reworded: a sentence too long is cut with "…".
"""

import io
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final

from PIL import Image, ImageDraw

from bot.answers.chronicle import DateGroup, Entry
from bot.answers.readable import readable
from bot.answers.results import Event
from bot.models import Basis
from bot.pictures.lettering import CUT, drawable, font, lettered, lines, plain

WIDTH: Final = 1000
MOST_ENTRIES: Final = 10
"""What a phone shows without the letters becoming small."""
LONGEST_ALT: Final = 1024
"""Characters that Discord takes as the description of a picture."""
_LEFT: Final = 48
_AXIS: Final = 64
_TEXT: Final = 112
_ROOM: Final = WIDTH - _TEXT - _LEFT
_TITLE, _DATE, _WORDS, _SMALL = 44, 36, 31, 28
_LEADING: Final = 1.32
_LINES: Final = 3
_DOT: Final = 26
_SCALE: Final = 4
_GROUND: Final = (30, 34, 42)
_INK: Final = (240, 242, 245)
_FAINT: Final = (170, 178, 190)
_LINE: Final = (88, 98, 114)
_STATED: Final = (120, 190, 255)
_AHEAD: Final = (255, 196, 107)
_YEAR: Final = 365
_ALT_SENTENCE: Final = 110
_LACKING: Final = "(This picture's font lacks the script of the sentence. Read it at its place:)"

Colour = tuple[int, int, int]


@dataclass(frozen=True, slots=True)
class Picture:
    """A PNG file, what it shows in words, and how many dates there was no room for."""

    png: bytes
    alt: str
    left_out: int


@dataclass(frozen=True, slots=True)
class _Line:
    """A line of text where it is drawn."""

    text: str
    size: int
    colour: Colour
    bold: bool = False

    @property
    def height(self) -> int:
        return round(self.size * _LEADING)


@dataclass(frozen=True, slots=True)
class _Row:
    """Lines that stand together, with their marks on the axis; `gap` is the free space above."""

    lines: tuple[_Line, ...]
    gap: int
    mark: tuple[bool, bool] | None = None  # worked out, planned

    @property
    def height(self) -> int:
        return self.gap + sum(line.height for line in self.lines)


def draw(groups: Sequence[DateGroup], title: str) -> Picture:
    """Draw a timeline.

    Args:
        groups: Dates in order, at least one. Where there are too many, those are drawn of which most is told.
        title: What the timeline is of.
    """
    chosen = _chosen(groups)
    left_out = len(groups) - len(chosen)
    head = [_Line(each, _TITLE, _INK, bold=True) for each in lines(_one_line(title), _TITLE, WIDTH - 2 * _LEFT, 2)]
    rows = _rows(chosen)
    foot = _foot(chosen, left_out, title)
    height = sum(line.height for line in head) + sum(row.height for row in rows) + 2 * _LEFT
    height += 40 + sum(line.height for _, line in foot)
    image = Image.new("RGB", (WIDTH, height), _GROUND)
    pen = ImageDraw.Draw(image)
    y = _LEFT
    for line in head:
        y = _write(pen, _LEFT, y, line)
    y = _draw_rows(image, pen, rows, y)
    y += 40
    for mark, line in foot:
        if mark is not None:
            _paste(image, mark, y + (line.height - _DOT) // 2)
        y = _write(pen, _TEXT, y, line)
    written = io.BytesIO()
    image.save(written, "PNG", compress_level=6)
    return Picture(written.getvalue(), _described(chosen, left_out), left_out)


def _chosen(groups: Sequence[DateGroup]) -> list[DateGroup]:
    """The dates that there is room for: those that most documents tell of, then those of which most is told."""

    def weight(place: int) -> tuple[int, int, int]:
        group = groups[place]
        documents = {each.citation.document.number for each in group.events}
        return len(documents), len(group.events) + group.more, -place

    room = MOST_ENTRIES
    kept: set[int] = set()
    for place in sorted(range(len(groups)), key=weight, reverse=True):
        if not kept or len(groups[place].entries) <= room:
            kept.add(place)
            room -= len(groups[place].entries)
        if room <= 0:
            break
    return [groups[place] for place in sorted(kept)]


def _rows(groups: Sequence[DateGroup]) -> list[_Row]:
    rows: list[_Row] = []
    before: date | None = None
    for group in groups:
        if (passed := _passed(before, group.value.earliest)) is not None:
            rows.append(_Row((_Line(passed, _SMALL, _FAINT),), 26))
        before = group.value.latest
        leads = [entry.lead for entry in group.entries]
        worked_out = all(each.basis is Basis.WORKED_OUT for each in leads)
        planned = all(each.planned for each in leads)
        colour = _AHEAD if planned else _STATED
        rows.append(
            _Row((_Line(lettered(readable(group.value)), _DATE, colour, bold=True),), 34, (worked_out, planned))
        )
        rows += [_entry(entry, 10 if first else 22) for first, entry in _marked_first(group.entries)]
        if group.more:
            rows.append(_Row((_Line(f"{group.more:,} more on this date", _SMALL, _FAINT),), 12))
    return rows


def _marked_first(entries: Sequence[Entry]) -> list[tuple[bool, Entry]]:
    return [(place == 0, entry) for place, entry in enumerate(entries)]


def _passed(before: date | None, after: date | None) -> str | None:
    """How long nothing is told, where that is a year or more."""
    if before is None or after is None or (after - before).days < _YEAR:
        return None
    years = (after - before).days * 100 // 36525 or 1
    return f"· {years:,} {'year' if years == 1 else 'years'} ·"


def _entry(entry: Entry, gap: int) -> _Row:
    text = _one_line(entry.lead.text) if drawable(entry.lead.text) else _LACKING
    colour = _INK if text is not _LACKING else _FAINT
    told = [_Line(each, _WORDS, colour) for each in lines(text, _WORDS, _ROOM, _LINES)]
    (place,) = lines(_one_line(_places(entry)), _SMALL, _ROOM, 1)
    return _Row((*told, _Line(place, _SMALL, _FAINT)), gap)


def _one_line(text: str) -> str:
    return lettered(text) or CUT


def _address(event: Event) -> str:
    """The place of a sentence; `D2:13` where the font has no paragraph mark."""
    cited = event.citation
    mark = ":" if plain("¶") else " ¶"
    return f"[{cited.document.reference}{mark}{cited.paragraph}]"


def _places(entry: Entry) -> str:
    """Where the sentence stands, and where else the same is told."""
    also = ", ".join(map(_address, entry.others))
    return " · ".join(filter(None, (_address(entry.lead), f"also in {also}" if also else "", _source(entry))))


def _source(entry: Entry) -> str:
    """Who published the document and when, and of what a digest is one."""
    known = entry.lead.citation.document.metadata
    source = ", ".join(filter(None, (known.publisher.value, known.published.value)))
    if known.digest_of is not None:
        source += f" (of: {', '.join(filter(None, (known.digest_of.publisher, known.digest_of.published)))})"
    return source


def _foot(groups: Sequence[DateGroup], left_out: int, title: str) -> list[tuple[tuple[bool, bool] | None, _Line]]:
    """What the marks mean, and what is missing."""
    leads = [entry.lead for group in groups for entry in group.entries]
    said: list[tuple[tuple[bool, bool] | None, str]] = []
    if any(each.basis is not Basis.WORKED_OUT for each in leads):
        said.append(((False, False), "date stated in the text"))
    if any(each.basis is Basis.WORKED_OUT for each in leads):
        said.append(((True, False), "date worked out"))
    if any(each.planned for each in leads):
        said.append(((False, True), "lay ahead when the document was written"))
    drawn = [title, *(each.text for each in leads if drawable(each.text))]
    drawn += [_source(entry) for group in groups for entry in group.entries]
    if any(map(plain, drawn)):
        said.append((None, "letters that the font lacks stand without accents, or as ?"))
    if left_out:
        said.append(
            (None, f"{left_out:,} more {'date' if left_out == 1 else 'dates'}: narrow the timeline, or see the list")
        )
    return [(mark, _Line(text, _SMALL, _FAINT)) for mark, text in said]


def _draw_rows(image: Image.Image, pen: ImageDraw.ImageDraw, rows: Sequence[_Row], y: int) -> int:
    """Draw the axis with everything on it; returns where it ends."""
    marks = []
    top = y
    places = []
    for row in rows:
        places.append(y + row.gap)
        if row.mark is not None:
            marks.append((y + row.gap + (row.lines[0].height - _DOT) // 2, row.mark))
        y += row.height
    start = marks[0][0] + _DOT // 2 if marks else top
    pen.line([(_AXIS, start), (_AXIS, y)], fill=_LINE, width=4)
    for at, mark in marks:
        _paste(image, mark, at)
    for row, place in zip(rows, places, strict=True):
        at = place
        for line in row.lines:
            at = _write(pen, _TEXT, at, line)
    return y


def _write(pen: ImageDraw.ImageDraw, x: int, y: int, line: _Line) -> int:
    """Write a line with its top at `y`; returns where the next one goes."""
    pen.text((x, y), line.text, fill=line.colour, font=font(line.size), stroke_width=0.5 if line.bold else 0)
    return y + line.height


def _paste(image: Image.Image, mark: tuple[bool, bool], y: int) -> None:
    drawn, mask = _dot(*mark)
    image.paste(drawn, (_AXIS - _DOT // 2, y), mask)


def _dot(worked_out: bool, planned: bool) -> tuple[Image.Image, Image.Image]:  # noqa: FBT001 - a pair as it is drawn
    """A mark and its mask: full, half where the date is worked out, of another colour and hollow where it lay ahead."""
    size = _DOT * _SCALE
    colour = _AHEAD if planned else _STATED
    mark, mask = Image.new("RGB", (size, size), _GROUND), Image.new("L", (size, size), 0)
    ImageDraw.Draw(mask).ellipse((0, 0, size - 1, size - 1), fill=255)
    pen = ImageDraw.Draw(mark)
    pen.ellipse((0, 0, size - 1, size - 1), fill=colour)
    ring = 4 * _SCALE
    inner = (ring, ring, size - 1 - ring, size - 1 - ring)
    if planned:
        pen.ellipse(inner, fill=_GROUND)
    if worked_out:
        pen.pieslice(inner, -90, 90, fill=_GROUND)
    if worked_out and planned:
        pen.pieslice(inner, 90, 270, fill=colour)
    small = (_DOT, _DOT)
    return mark.resize(small, Image.Resampling.LANCZOS), mask.resize(small, Image.Resampling.LANCZOS)


def _described(groups: Sequence[DateGroup], left_out: int) -> str:
    """The picture in words, as long as Discord takes them."""
    said = f"Timeline of {len(groups):,} {'date' if len(groups) == 1 else 'dates'}."
    rest = sum(len(group.entries) for group in groups)
    for group in groups:
        for entry in group.entries:
            text = " ".join(entry.lead.text.split())
            cut = text if len(text) <= _ALT_SENTENCE else f"{text[: _ALT_SENTENCE - 1].rstrip()}{CUT}"
            part = f" {readable(group.value)}: {cut} [{entry.lead.citation.reference}]."
            ending = f" And {rest:,} more."
            if len(said) + len(part) + len(ending) > LONGEST_ALT:
                return f"{said}{ending}"
            said += part
            rest -= 1
    ending = f" {left_out:,} more not shown."
    return said + ending if left_out and len(said) + len(ending) <= LONGEST_ALT else said
