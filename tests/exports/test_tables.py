"""Timelines as comma-separated values."""

import csv
import io
from dataclasses import replace

import pytest

from bot.answers.results import Event
from bot.documents.dates.values import parse_edtf
from bot.exports.tables import COLUMNS, table
from bot.models import SHARED, Basis, Citation, Document, Fact, Format, Metadata, Span, Speaker, SpeakerBasis


def told(text: str, title: str = "A title") -> Event:
    value = parse_edtf("../2030")
    assert value is not None
    document = Document(1, SHARED, 1, "one.txt", Format.TEXT, "b" * 64, Metadata(title=Fact(title, Basis.STATED)))
    return Event(value, "by 2030", Basis.STATED, text, Citation(document, 2, Span(0, 9)), planned=True)


def rows(written: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(written, newline="")))


def test_a_row_for_each_event() -> None:
    text = 'He said "no", twice;\nand left by 2030.'
    written = table([told(text)])
    (row,) = rows(written)
    assert tuple(row) == COLUMNS
    assert row["text"] == text
    assert (row["date"], row["earliest"], row["latest"]) == ("../2030", "", "2030-12-31")
    assert (row["planned"], row["reference"], row["publisher"]) == ("yes", "D1¶2", "")
    assert row["speaker"] == ""
    assert written.count("\r\n") == 2


def test_the_speaker_of_a_date_is_named() -> None:
    said = replace(told("The gate shuts by 2030."), speaker=Speaker("Ada Quill", SpeakerBasis.NAMED))
    assert rows(table([said]))[0]["speaker"] == "Ada Quill"


@pytest.mark.parametrize("first", list("=+-@\t\r\n"))
def test_no_cell_is_taken_for_a_formula(first: str) -> None:
    (row,) = rows(table([told(f"{first}SUM(A1)", f"{first}1")]))
    assert row["text"] == f"'{first}SUM(A1)"
    assert row["title"] == f"'{first}1"


def test_other_texts_stay_as_they_are() -> None:
    (row,) = rows(table([told("1 = 1, a-b, 'quoted'")]))
    assert row["text"] == "1 = 1, a-b, 'quoted'"
