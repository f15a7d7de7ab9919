"""What a text states about itself, and what stays unknown."""

import pytest

from bot.documents import front_matter
from bot.documents.metadata import full_date
from bot.documents.reader import read
from bot.models import Basis, Fact, Metadata

BODY = "The ferry between the islands sailed again, eleven months after the engine room had burned out. "


def _known(text: str, file: str = "a.txt") -> Metadata:
    return read(text.encode(), file).metadata


def test_headline_author_date_and_publisher_are_stated() -> None:
    known = _known(
        f"Ferry sails again\nBy Marta Oduya\n4 June 2021, 08:15\n\n{BODY}\n\n"
        "© 2021 Harnsund Courier. All rights reserved."
    )
    assert known.title == Fact("Ferry sails again", Basis.STATED)
    assert known.author == Fact("Marta Oduya", Basis.STATED)
    assert known.published == Fact("2021-06-04", Basis.STATED)
    assert known.publisher == Fact("Harnsund Courier", Basis.STATED)
    assert known.anchor_date == Fact("2021-06-04", Basis.DOCUMENT)
    assert known.language == Fact("en", Basis.WORKED_OUT)


def test_a_dateline_gives_agency_and_date() -> None:
    known = _known(f"TROMSDAL, Norway, Sept. 9, 2019 /WireDesk/ -- {BODY}")
    assert (known.publisher.value, known.published.value) == ("WireDesk", "2019-09-09")
    assert known.title == Fact()


def test_a_dateline_without_a_year_gives_no_date() -> None:
    known = _known(f"PARIS, May 3 (AP) — {BODY}")
    assert known.published == known.anchor_date == Fact()


def test_a_closing_credit_goes_before_a_named_source() -> None:
    known = _known(f"Ferry sails again\n2021-06-04 Source: Nordwire\n\n{BODY}\n\n(Valley Observer)")
    assert known.publisher.value == "Valley Observer"
    assert _known(f"Ferry sails again\n2021-06-04 Source: Nordwire\n\n{BODY}").publisher.value == "Nordwire"


@pytest.mark.parametrize(
    "page",
    [
        "The Linden Gazette\n\nFerry sails again\n\n3 May 2021\n\n{body}\n\n(Nordwire)",
        "LINDEN GAZETTE\n\nFerry sails again\n\nBy Marta Oduya\n\nTARN, May 3 (Nordwire) — {body}",
        "Ferry sails again\n\nBy Marta Oduya | The Linden Gazette | May 3, 2021\n\nTARN, May 3 (Nordwire) — {body}",
        "Ferry sails again\n\nThe Linden Gazette, 3 May 2021\n\nTARN (Nordwire) — {body}",
        "Ferry sails again | The Linden Gazette\n\nTARN (Nordwire) — {body}",
        "Ferry sails again\n\nSource: Linden Gazette\n\nTARN (Nordwire) — {body}",
        "Ferry sails again\n\nLinden Gazette\n\nSource: Nordwire | 2021-05-03\n\n{body}",
    ],
)
def test_the_paper_that_carries_a_report_goes_before_the_agency(page: str) -> None:
    name = _known(page.format(body=f"{BODY}\n\n{BODY.replace('ferry', 'boat')}")).publisher.value
    assert name is not None
    assert name.lower().removeprefix("the ") == "linden gazette"


@pytest.mark.parametrize(
    "line", ["World News", "Emily Post", "Nordwire News Agency", "Weekly Review", "Gazette Reporter"]
)
def test_a_section_a_person_or_an_agency_is_no_paper(line: str) -> None:
    assert _known(f"{line}\n\nFerry sails again\n\nTARN (Nordwire) — {BODY}").publisher.value == "Nordwire"


def test_a_page_without_metadata_is_published_by_the_paper_behind_its_title() -> None:
    page = (
        "<html><head><title>Ferry sails again &#124; The Linden Gazette</title></head><body><article>"
        f"<h1>Ferry sails again</h1><p>TARN (Nordwire) — {BODY}</p><p>{BODY * 3}</p></article></body></html>"
    )
    assert _known(page, "a.html").publisher.value == "The Linden Gazette"


def test_a_date_within_or_behind_the_text_is_not_when_it_was_published() -> None:
    known = _known(f"Ferry sails again\n\n{BODY}It burned on 3 July 2020.\n\n{BODY}\n\n5 May 2022")
    assert known.published == Fact()


def test_the_date_of_publication_goes_before_that_of_an_update() -> None:
    known = _known(f"Ferry sails again\nUpdated: 9 June 2021 | Published: 4 June 2021\n\n{BODY}")
    assert known.published.value == "2021-06-04"


def test_front_matter_goes_before_the_text() -> None:
    known = _known(
        f"---\ntitle: Other\nauthor: [Ann Lee, Bo]\ndate: 2020-01-02T10:00:00Z\nlang: en-GB\n---\n# Ferry\n\n{BODY}",
        "a.md",
    )
    assert known.title == Fact("Other", Basis.STATED)
    assert known.author.value == "Ann Lee, Bo"
    assert known.published.value == "2020-01-02"
    assert known.language == Fact("en", Basis.STATED)


def test_front_matter_of_a_text_file_is_read_where_it_states_a_fact() -> None:
    known = _known(f"---\ntitle: Ferry\npublished: 2021-06-04\n---\nFerry sails\n\n{BODY}")
    assert (known.title.value, known.published.value) == ("Ferry", "2021-06-04")
    document = read(f"---\nremark: none\n---\n\n{BODY}\n\n{BODY}".encode(), "a.txt")
    assert document.paragraphs[0].span.of(document.text) == "---"


@pytest.mark.parametrize("file", ["a.md", "a.txt"])
def test_front_matter_with_a_second_colon_is_read_by_its_rows(file: str) -> None:
    known = _known(f"---\ntitle: Ferry: a diary\ndate: 2021-06-04\n---\n\n{BODY}", file)
    assert (known.title.value, known.published.value) == ("Ferry: a diary", "2021-06-04")
    assert front_matter.facts("---\ntitle: she said: it rains\nand went\n---\n") == Metadata()


def test_a_bomb_of_aliases_is_not_read() -> None:
    bomb = "---\na: &a [x, x]\nb: &b [*a, *a]\ntitle: [*b, *b]\n---\n\n"
    document = read(f"{bomb}{BODY}".encode(), "a.md")
    assert document.metadata.title == Fact()


@pytest.mark.parametrize(
    ("text", "iso"),
    [
        ("2023-03-28 22:25", "2023-03-28"),
        ("Tuesday, March 28, 2023", "2023-03-28"),
        ("28 Mar 2023", "2023-03-28"),
        ("28th March, 2023", "2023-03-28"),
        ("2023年3月28日", "2023-03-28"),
        ("2023-02-30", None),
        ("March 2023", None),
        ("28/03/2023", None),
    ],
)
def test_only_full_dates_are_read(text: str, iso: str | None) -> None:
    assert full_date(text) == iso
