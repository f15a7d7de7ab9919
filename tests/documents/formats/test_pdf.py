"""PDF: paragraphs as one reads them, their pages, what is furniture, what the file states, and what is refused."""

import re
from typing import Final

import pytest

from bot.documents.reader import derive, read
from bot.errors import BadDocumentError
from bot.models import Basis, Fact, Kind, Pages, ParsedDocument
from tests.documents.formats.papers import FOOT, HEAD, Line, assembled, column, encrypted, pdf

ONE: Final = [
    "The lighthouse on Brack Head was lit again on Friday, eleven years after",
    "the last keeper had left it. The har-",
    "bour board paid for the lamp, and a col-",
    "lege in the town built the clockwork that turns it once in every minute.",
    "",
    "Boats that pass by night now see it from a distance of twelve sea miles, as",
    "the board had promised when the work began. Its chair said that the well-",
    "known light had been missed by everybody who fishes the northern",
]
TWO: Final = [
    "grounds in winter. A second lamp is kept in the harbour in case of need.",
    "",
    "The tower itself is closed to visitors until the stairs have been mended,",
    "which will take until the autumn.",
]


def _report(**info: str) -> bytes:
    title: Line = (72.0, 730.0, 20.0, "A light returns")
    first = [title, *column(ONE, top=690)]
    return pdf(
        [
            [(*HEAD, "Harnsund Harbour Board"), *first, (*FOOT, "1")],
            [(*HEAD, "Harnsund Harbour Board"), *column(TWO), (*FOOT, "2")],
        ],
        info=info,
    )


def _texts(document: ParsedDocument, kind: Kind) -> list[str]:
    return [each.span.of(document.text) for each in document.paragraphs if each.kind is kind]


def _why(data: bytes) -> str:
    with pytest.raises(BadDocumentError) as caught:
        read(data, "report.pdf")
    return caught.value.message


def test_lines_become_paragraphs_across_pages() -> None:
    document = read(_report(), "report.pdf")
    assert _texts(document, Kind.BODY) == [
        (
            "The lighthouse on Brack Head was lit again on Friday, eleven years after the last keeper had left it. "
            "The harbour board paid for the lamp, and a college in the town built the clockwork that turns it once in "
            "every minute."
        ),
        (
            "Boats that pass by night now see it from a distance of twelve sea miles, as the board had promised when "
            "the work began. Its chair said that the well-known light had been missed by everybody who fishes the "
            "northern grounds in winter. A second lamp is kept in the harbour in case of need."
        ),
        "The tower itself is closed to visitors until the stairs have been mended, which will take until the autumn.",
    ]
    assert [each.page for each in document.paragraphs if each.kind is Kind.BODY] == [
        Pages(1, 1),
        Pages(1, 2),
        Pages(2, 2),
    ]


def test_running_heads_and_page_numbers_are_navigation() -> None:
    document = read(_report(), "report.pdf")
    furniture = [each for each in document.paragraphs if each.kind is Kind.NAVIGATION]
    assert [(each.span.of(document.text), each.page) for each in furniture] == [
        ("Harnsund Harbour Board", Pages(1, 1)),
        ("1", Pages(1, 1)),
        ("Harnsund Harbour Board", Pages(2, 2)),
        ("2", Pages(2, 2)),
    ]
    assert {each.reason for each in furniture} == {"running head, running foot or page number"}


def test_large_type_is_a_heading_and_the_title() -> None:
    document = read(_report(), "report.pdf")
    assert _texts(document, Kind.HEADING) == ["# A light returns"]
    assert document.metadata.title == Fact("A light returns", Basis.STATED)


def test_pages_and_facts_follow_from_the_stored_text_alone() -> None:
    document = read(_report(Title="The light of Brack Head", Author="Iva Brandt"), "report.pdf")
    again = derive(
        document.text, file=document.file, format=document.format, encoding=document.encoding, sha256=document.sha256
    )
    assert again == document
    end = 0
    for paragraph in document.paragraphs:
        assert not document.text[end : paragraph.span.start].strip()
        assert not set(paragraph.span.of(document.text)) & set("\f\v")
        end = paragraph.span.end


def test_properties_are_facts() -> None:
    known = read(
        _report(Title="The light of Brack Head", Author="Iva Brandt", CreationDate="D:20210604101500+02'00'"), "a.pdf"
    ).metadata
    assert known.title == Fact("The light of Brack Head", Basis.STATED)
    assert known.author == Fact("Iva Brandt", Basis.STATED)
    assert known.published == Fact("2021-06-04", Basis.STATED)
    assert known.anchor_date == Fact(), "nothing is counted from the day on which a file was made"


def test_properties_that_say_nothing_are_no_facts() -> None:
    known = read(
        _report(Title="Microsoft Word - draft_final.doc", Author="user", CreationDate="D:19700101000000Z"), "a.pdf"
    ).metadata
    assert known.title == Fact("A light returns", Basis.STATED)
    assert known.author == known.published == Fact()


def test_the_text_goes_before_the_day_on_which_the_file_was_made() -> None:
    data = pdf(
        [[(72.0, 730.0, 20.0, "A light returns"), (72.0, 700.0, 11.0, "4 June 2021"), *column(ONE[:4], top=660)]],
        info={"CreationDate": "D:20230101000000Z"},
    )
    assert read(data, "a.pdf").metadata.published == Fact("2021-06-04", Basis.STATED)


def test_indented_paragraphs_and_items_are_told_apart() -> None:
    data = pdf(
        [
            column(
                [
                    ">The ferry had been waiting for the tide since the early hours of morning and",
                    "its passengers had long gone back to sleep below when the captain at last came",
                    "up and gave the order to cast off the ropes that held it to the quay of stone.",
                    ">Nobody saw the second boat, which had no lamp, until it was under the bow and",
                    "the helmsman had to turn the wheel as far as it would go to the other side now.",
                    "• ropes, of which",
                    "• lamps and oil for",
                    "• blankets for all of",
                ]
            )
        ]
    )
    body = _texts(read(data, "a.pdf"), Kind.BODY)
    assert [text.split(maxsplit=1)[0] for text in body] == ["The", "Nobody", "•", "•", "•"]


def test_two_columns_are_read_one_after_the_other() -> None:
    left = column(["The first column begins here and it goes", "on with a sentence that is not"], top=700)
    right = column(["ended before the second column takes", "it up and brings it to a close."], top=700, x=320)
    (body,) = _texts(read(pdf([[*left, *right]]), "a.pdf"), Kind.BODY)
    assert body == (
        "The first column begins here and it goes on with a sentence that is not ended before the second column "
        "takes it up and brings it to a close."
    )


def test_compressed_pages_are_read() -> None:
    assert (
        "tide" in read(pdf([column(["The tide came in at four and took the boat along."])], packed=True), "a.pdf").text
    )


def test_a_file_without_text_asks_for_ocr() -> None:
    assert "has no text layer" in _why(pdf([b"0 0 100 100 re f", b"0 0 100 100 re f"]))
    assert "run OCR" in _why(pdf([[]]))
    scanned = [[(*FOOT, f"Scanned with a phone {at}")] for at in (1, 2, 3)]
    assert "has no text layer" in _why(pdf(scanned)), "furniture alone is no text"


def test_encrypted_files() -> None:
    plain = pdf([column(["The tide came in at four and took the boat along."])])
    for algorithm in ("RC4-128", "AES-128", "AES-256"):
        assert "tide" in read(encrypted(plain, user="", algorithm=algorithm), "a.pdf").text, algorithm
        assert "needs a password" in _why(encrypted(plain, user="secret", algorithm=algorithm))


@pytest.mark.parametrize(
    "data",
    [
        b"%PDF-1.7",
        b"%PDF-1.7\n" + b"\x00\xff" * 500,
        _report()[:700],
        _report().replace(b"/Kids", b"/Kidz"),
        _report().replace(b"endobj", b"endxxx"),
        re.sub(rb"/Length \d+", b"/Length -5", _report()),
    ],
)
def test_damaged_files_are_read_or_refused(data: bytes) -> None:
    try:
        assert read(data, "report.pdf").paragraphs
    except BadDocumentError as error:
        assert error.message.startswith("report.pdf")  # noqa: PT017 - either outcome is right, none other is


def test_what_is_no_pdf_file_says_so() -> None:
    assert "is no PDF file" in _why(b"Some text.")


def test_a_bomb_is_refused() -> None:
    content = b"BT /F1 11 Tf 72 700 Td (boom) Tj ET\n" + b" " * 100_000_000
    data = pdf([content], packed=True)
    assert len(data) < 1_000_000
    assert "unpacks to more than it should" in _why(data)


def test_loops_end() -> None:
    catalogue = b"<< /Type /Catalog /Pages 2 0 R >>"
    assert _why(assembled([catalogue, b"<< /Type /Pages /Kids [2 0 R 2 0 R] /Count 2 >>"]))
    form = b"<< /Type /XObject /Subtype /Form /BBox [0 0 9 9] /Resources << /XObject << /X 4 0 R >> >> /Length 5 >>"
    draws_itself = assembled(
        [
            catalogue,
            b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
            b"<< /Type /Page /Parent 2 0 R /Resources << /XObject << /X 4 0 R >> >> /Contents 5 0 R >>",
            form + b"\nstream\n/X Do\nendstream",
            b"<< /Length 5 >>\nstream\n/X Do\nendstream",
        ]
    )
    assert _why(draws_itself)


LEFT: Final = [
    "The gates were opened at six, and the keeper",
    "wrote in his book that nobody had come; then",
    "he went down to the water with his lamp and",
    "his daughter, who was counting the barges.",
    "",
    "There were eleven of them, and two rafts.",
]
RIGHT: Final = [
    "At noon the mayor arrived with a band, which",
    "had been paid to play until the last of the",
    "barges was through; it played until three in",
    "the afternoon and then went home by boat.",
    "",
    "The mayor stayed and counted the money.",
]


def _whole(rows: list[str]) -> list[str]:
    return [" ".join(part.split("\n")) for part in "\n".join(rows).split("\n\n")]


def test_columns_that_are_drawn_row_by_row_are_read_one_after_the_other() -> None:
    rows = zip(column(LEFT, x=60.0), column(RIGHT, x=330.0), strict=True)
    woven = [line for row in rows for line in row]
    assert _texts(read(pdf([woven]), "a.pdf"), Kind.BODY) == [*_whole(LEFT), *_whole(RIGHT)]


def test_a_table_is_no_pair_of_columns() -> None:
    rows = [f"Lock {name}" for name in ("one", "two", "three", "four", "five", "six")]
    table = [line for row in zip(column(rows, x=60.0), column(["9"] * 6, x=330.0), strict=True) for line in row]
    text = read(
        pdf([[*column(LEFT, top=760.0), *[(x, y - 200, size, text) for x, y, size, text in table]]]), "a.pdf"
    ).text
    assert text.index("Lock one") < text.index("9") < text.index("Lock two")


def test_what_is_drawn_twice_to_look_bold_is_read_once() -> None:
    once = column(LEFT)
    beside = [twin for line in once for twin in (line, (line[0] + 0.3, *line[1:]))]
    anew = [*once, *once]
    for drawn in (beside, anew):
        assert _texts(read(pdf([drawn]), "a.pdf"), Kind.BODY) == _whole(LEFT)
