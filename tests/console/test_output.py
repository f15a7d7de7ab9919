"""Columns stand below each other whatever a terminal takes for the width of a character."""

import io
import re
import unicodedata
from collections.abc import Callable
from datetime import date
from typing import Final

import pytest
from rich.console import Console, RenderableType
from rich.text import Text

from bot.answers.results import Event, TimelineAnswer
from bot.console.layout import documents, timeline
from bot.console.layout.pieces import numbered
from bot.console.output import show
from bot.models import Basis, Citation, DateValue, Document, Fact, Format, Kind, Metadata, Precision, Span

TITLES: Final = (
    "The harbour of Linden",
    "港口重新开放：渡船 ≈ 百分之四十 → 新码头",
    "ميناء المدينة يفتح أبوابه",
    "👍🏽 Emoji ❤️ days ⚠️ at the quay 👨‍👩‍👧‍👦 1️⃣",
    "“Lamps” — a tale … ①",
)
_PIECE: Final = re.compile(r"\x1b\[(\d*)([A-Za-z])|\n|[^\x1b]", re.DOTALL)
Width = Callable[[str], int]


def by_code_point(character: str) -> int:
    """As terminals draw that know nothing of sequences."""
    if unicodedata.category(character) in {"Mn", "Me", "Cf"}:
        return 0
    return 2 if unicodedata.east_asian_width(character) in "WF" else 1


def ambiguous_wide(character: str) -> int:
    """As terminals draw in East Asian settings."""
    return 2 if unicodedata.east_asian_width(character) == "A" else by_code_point(character)


def drawn(output: str, width: Width) -> list[dict[int, str]]:
    """Each line as a terminal draws it: what stands in which column."""
    lines: list[dict[int, str]] = [{}]
    column = 0
    for piece in _PIECE.finditer(output):
        if piece[0] == "\n":
            lines.append({})
            column = 0
        elif piece[2] == "G":
            column = int(piece[1]) - 1
        elif piece[2] is None:
            lines[-1][column] = piece[0]
            column += width(piece[0])
    return lines


def columns(output: str, width: Width, mark: str) -> set[int]:
    """The columns in which a text begins."""
    found = set()
    for line in drawn(output, width):
        places = sorted(line)
        text = "".join(line[place] for place in places)
        if (at := text.find(mark)) >= 0:
            found.add(places[at])
    return found


def document(number: int, title: str) -> Document:
    known = Metadata(title=Fact(title, Basis.STATED), publisher=Fact("Quay Post", Basis.STATED))
    return Document(number, "shared", number, "a.txt", Format.TEXT, "0" * 64, known, {Kind.BODY: 3})


def page(what: RenderableType, *, terminal: bool = True, width: int = 80) -> str:
    stream = io.StringIO()
    show(Console(file=stream, width=width, force_terminal=terminal, color_system=None, legacy_windows=False), what)
    return stream.getvalue()


@pytest.mark.parametrize("width", [by_code_point, ambiguous_wide])
def test_the_columns_of_a_table_line_up(width: Width) -> None:
    output = page(documents.documents([document(number, title) for number, title in enumerate(TITLES, 1)]))
    assert len(columns(output, width, "3 body")) == 1
    assert len(columns(output, width, "Quay Post")) == 1


@pytest.mark.parametrize("width", [by_code_point, ambiguous_wide])
def test_a_timeline_lines_up_behind_its_marks(width: Width) -> None:
    day = date(2021, 5, 3)
    value = DateValue("2021-05-03", day, day, Precision.DAY)
    events = [
        Event(value, "3 May", basis, f"Told on 3 May {number}.", Citation(document(1, TITLES[3]), number, Span(0, 20)))
        for number, basis in enumerate((Basis.STATED, Basis.WORKED_OUT, Basis.DOCUMENT, Basis.CURATOR), 1)
    ]
    output = page(timeline.timeline(TimelineAnswer(tuple(events), len(events), 0), None))
    assert len(columns(output, width, "Told")) == 1


@pytest.mark.parametrize("title", TITLES)
def test_no_line_is_filled_up_to_the_edge(title: str) -> None:
    for terminal in (True, False):
        output = page(numbered("¶3", Text(title)), terminal=terminal)
        assert not any(line.endswith(" ") for line in output.split("\n"))
        assert output.rstrip("\n").endswith(title)


def test_what_is_no_terminal_gets_no_jumps_and_plain_lines_need_none() -> None:
    table = documents.documents([document(1, TITLES[3])])
    assert "\x1b" not in page(table, terminal=False)
    assert "\x1b" not in page(documents.documents([document(1, TITLES[0])]))
