"""Properties: what a person wrote is kept, what a program wrote is not."""

import pytest

from bot.documents.formats.properties import company, day, people, person, publisher, title


@pytest.mark.parametrize(
    "value",
    [
        "Minutes of the ferry board",
        "Microsoft Word - The Lamp and the Tide",
        "1984: a reading",
        "Untitled lives: servants in Harnsund",
        "Document delivery in small libraries",
        "Протокол",
        "灯台の記録",
        "Final report",
    ],
)
def test_titles(value: str) -> None:
    assert title(value) == value.removeprefix("Microsoft Word - ")


@pytest.mark.parametrize(
    "value",
    [
        None,
        "",
        "   ",
        "Microsoft Word - draft_final.doc",
        "untitled",
        "Untitled-1",
        "Document1",
        "Dokument 2",
        "no title",
        "report.pdf",
        "Report v2.docx",
        "PowerPoint Presentation",
        "Slide 1",
        "(unknown)",
        "C:\\Users\\iva\\draft",
        "http://example.org/page",
        "scan_0001",
        "IMG20210604",
        "12",
        "—",
        "half of\ufffdone",
        "x" * 400,
    ],
)
def test_titles_that_are_none(value: str | None) -> None:
    assert title(value) is None


@pytest.mark.parametrize("value", ["Iva Brandt", "Harnsund Harbour Board", "Plato", "李明", "Anders Userud", "J. Root"])
def test_people(value: str) -> None:
    assert person(value) == value


@pytest.mark.parametrize(
    "value",
    [
        *(
            "user",
            "User",
            "admin",
            "Administrator",
            "Windows User",
            "Microsoft Office User",
            "HP",
            "ibrandt",
            "IVA-PC01",
        ),
        *(
            "python-docx",
            "root",
            "Unknown Author",
            "iva@example.org",
            "DOMAIN\\iva",
            "owner",
            "calibre (5.12.0)",
            "",
            None,
        ),
    ],
)
def test_people_that_are_none(value: str | None) -> None:
    assert person(value) is None


def test_several_people_are_one_fact() -> None:
    assert people(["Iva Brandt", "user", "Olle Pict", "Iva Brandt"]) == "Iva Brandt, Olle Pict"
    assert people(["user"]) is None


def test_a_publisher_may_be_what_no_person_is() -> None:
    assert publisher("thecourier.example") == "thecourier.example"
    assert publisher("Unknown") is None
    assert company("Microsoft") is None
    assert company("Ferry Board") == "Ferry Board"


@pytest.mark.parametrize(
    ("value", "known"),
    [
        ("D:20210604101500+02'00'", "2021-06-04"),
        ("20210604", "2021-06-04"),
        ("2021-06-04T08:00:00Z", "2021-06-04"),
        ("2021-06", "2021-06"),
        ("2021", "2021"),
        ("D:19700101000000Z", None),
        ("1904-01-01T00:00:00Z", None),
        ("yesterday", None),
        ("", None),
        (None, None),
    ],
)
def test_days(value: str | None, known: str | None) -> None:
    assert day(value) == known
