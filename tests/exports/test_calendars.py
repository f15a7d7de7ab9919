"""Timelines as iCalendar files, read back by the rules of RFC 5545."""

import re
from datetime import UTC, datetime
from typing import Final

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.answers.results import Event
from bot.documents.dates.values import parse_edtf
from bot.exports.calendars import calendar, escaped, folded
from bot.models import SHARED, Basis, Citation, Document, Fact, Format, Metadata, Span

MADE: Final = datetime(2024, 1, 2, 3, 4, 5, tzinfo=UTC)
TEXT: Final = "Bells, drums; and a \\ stroke:\nthe long procession of the guilds of Osthaven came — ¡olé!"


def told(edtf: str, text: str = TEXT, start: int = 0) -> Event:
    value = parse_edtf(edtf)
    assert value is not None
    known = Metadata(title=Fact("A title", Basis.STATED), publisher=Fact("A, B; C", Basis.STATED))
    document = Document(1, SHARED, 1, "one.txt", Format.TEXT, "b" * 64, known)
    cited = Citation(document, 2, Span(start, start + len(text)))
    return Event(value, "that day", Basis.STATED, text, cited)


def entries(written: str) -> list[dict[str, str]]:
    """The properties of each event, unfolded and unescaped."""
    assert written.endswith("\r\n")
    assert "\n" not in written.replace("\r\n", "")
    assert all(len(line.encode()) <= 75 for line in written.split("\r\n"))
    lines = written.replace("\r\n ", "").split("\r\n")[:-1]
    assert lines[:2] == ["BEGIN:VCALENDAR", "VERSION:2.0"]
    assert lines[-1] == "END:VCALENDAR"
    found: list[dict[str, str]] = []
    for line in lines:
        name, _, value = line.partition(":")
        if line == "BEGIN:VEVENT":
            found.append({})
        elif found and name not in {"END", "BEGIN"}:
            assert name not in found[-1]
            found[-1][name] = re.sub(r"\\(.)", lambda each: "\n" if each[1] == "n" else each[1], value)
    return found


def test_the_summary_is_the_sentence_and_the_description_its_place() -> None:
    (entry,) = entries(calendar([told("2023-03-20")], MADE))
    assert entry["SUMMARY"] == TEXT
    assert entry["DESCRIPTION"].startswith("[D1 ¶2] A title — A, B; C, no date")
    assert entry["DTSTAMP"] == "20240102T030405Z"


@pytest.mark.parametrize(
    ("edtf", "first", "end"),
    [
        ("2023-03-20", "20230320", "20230321"),
        ("2023-03-20T10:00", "20230320", "20230321"),
        ("2023-03-20/2023-03-22", "20230320", "20230323"),
        ("2024-02", "20240201", "20240301"),
        ("0987", "09870101", "09880101"),
        ("199X", "19900101", "20000101"),
        ("../2030", "20300101", "20310101"),
        ("2014-05/..", "20140501", "20140601"),
        ("9999-12-31", "99991231", None),
    ],
)
def test_a_date_spans_its_days(edtf: str, first: str, end: str | None) -> None:
    (entry,) = entries(calendar([told(edtf)], MADE))
    assert entry["DTSTART;VALUE=DATE"] == first
    assert entry.get("DTEND;VALUE=DATE") == end
    assert ("Open" in entry["DESCRIPTION"]) is (".." in edtf)


def test_identifiers_are_unique_and_stay() -> None:
    events = [told("2023"), told("2023"), told("2022"), told("2023", start=500)]
    names = [entry["UID"] for entry in entries(calendar(events, MADE))]
    assert len(set(names)) == 4
    later = datetime(2030, 1, 1, tzinfo=UTC)
    assert [entry["UID"] for entry in entries(calendar(events, later))] == names


@given(st.text(st.characters(exclude_categories=["Cs", "Cc"])))
def test_any_text_comes_back(text: str) -> None:
    (entry,) = entries(calendar([told("2023", text)], MADE))
    assert entry["SUMMARY"] == text


def test_controls_are_visible_and_cannot_begin_a_line() -> None:
    assert escaped("a\x07b\r\nEND:VEVENT") == "a␇b\\nEND:VEVENT"


@given(st.text())
def test_folding_loses_nothing(text: str) -> None:
    line = text.encode("utf-8", "replace").decode().replace("\r", "").replace("\n", "")
    parts = list(folded(line))
    assert parts[0] + "".join(part[1:] for part in parts[1:]) == line
    assert all(len(part.encode()) <= 75 for part in parts)
