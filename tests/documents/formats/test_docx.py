"""DOCX: what is text and what is not, how it is set, what the file states, and what is refused."""

from typing import Final

import pytest

from bot.documents.formats.docx import extract
from bot.documents.reader import derive, read
from bot.errors import BadDocumentError
from bot.models import Basis, Fact, Kind
from tests.documents.formats.papers import WORD, archive, docx, paragraph

CORE: Final = (
    "<dc:title>Minutes of the ferry board</dc:title><dc:creator>Iva Brandt; user</dc:creator>"
    "<dcterms:created>2021-06-04T08:00:00Z</dcterms:created><dc:language>en-GB</dc:language>"
)


def _blocks(body: str, **parts: str) -> list[str]:
    return extract(docx(body, **parts), "a.docx").strip().split("\n\n")  # type: ignore[arg-type]  # core and app only


def _why(data: bytes) -> str:
    with pytest.raises(BadDocumentError) as caught:
        read(data, "minutes.docx")
    return caught.value.message


def test_a_document_is_read_with_its_headings_and_facts() -> None:
    body = paragraph("The ferry", "Kop1") + paragraph("The board met on Friday and agreed on the new fares.")
    document = read(docx(body, core=CORE, app="<Company>Ferry Board</Company>"), "minutes.docx")
    assert [(each.kind, each.span.of(document.text)) for each in document.paragraphs[1:]] == [
        (Kind.HEADING, "# The ferry"),
        (Kind.BODY, "The board met on Friday and agreed on the new fares."),
    ]
    known = document.metadata
    assert known.title == Fact("Minutes of the ferry board", Basis.STATED)
    assert known.author == Fact("Iva Brandt", Basis.STATED)
    assert known.publisher == Fact("Ferry Board", Basis.STATED)
    assert known.published == Fact("2021-06-04", Basis.STATED)
    assert known.language == Fact("en", Basis.STATED)
    assert all(each.page is None for each in document.paragraphs)
    assert document == derive(
        document.text, file=document.file, format=document.format, encoding=document.encoding, sha256=document.sha256
    )


def test_runs_tabs_and_breaks_are_one_text() -> None:
    run = "<w:r><w:t xml:space='preserve'>{}</w:t></w:r>"
    body = f"<w:p>{run.format('Two ')}{run.format('ha')}{run.format('lves')}<w:r><w:tab/></w:r>{run.format('and')}"
    body += f"<w:r><w:br/></w:r>{run.format('a line')}<w:hyperlink>{run.format(' more')}</w:hyperlink></w:p>"
    assert _blocks(body) == ["Two halves and\na line more"]


def test_what_was_deleted_and_codes_are_no_text() -> None:
    gone = "<w:del><w:r><w:delText>never</w:delText></w:r></w:del>"
    code = "<w:r><w:instrText>PAGE</w:instrText></w:r>"
    kept = "<w:ins><w:r><w:t>now</w:t></w:r></w:ins>"
    assert _blocks(f"<w:p>{gone}{code}{kept}</w:p>") == ["now"]


def test_styles_lists_quotations_and_tables() -> None:
    numbered = "<w:p><w:pPr><w:numPr/></w:pPr><w:r><w:t>{}</w:t></w:r></w:p>"
    cell = "<w:tc>{}</w:tc>"
    table = "".join(
        f"<w:tr>{cell.format(paragraph(one))}{cell.format(paragraph(two))}</w:tr>"
        for one, two in (("Boat", "Seats"), ("Tern", "40"))
    )
    frame = f"<w:tbl><w:tr>{cell.format(paragraph('In a frame.'))}</w:tr></w:tbl>"
    body = (
        paragraph("Fares", "T")
        + paragraph("Details", "Own")
        + numbered.format("First")
        + numbered.format("Second")
        + paragraph("As she said.", "Q")
        + f"<w:tbl>{table}</w:tbl>{frame}"
    )
    assert _blocks(body) == [
        "# Fares",
        "## Details",
        "- First\n- Second",
        "> As she said.",
        "| Boat | Seats |\n| Tern | 40 |",
        "In a frame.",
    ]


def test_text_boxes_come_once_and_notes_behind_the_text() -> None:
    box = f"<w:txbxContent>{paragraph('In the box.')}</w:txbxContent>"
    body = (
        "<w:p><w:r><w:t>Beside it.</w:t><mc:AlternateContent>"
        f"<mc:Choice>{box}</mc:Choice><mc:Fallback>{box}</mc:Fallback></mc:AlternateContent></w:r></w:p>"
    )
    notes = f'<w:footnotes xmlns:w="{WORD}"><w:footnote w:type="separator">{paragraph("x")}</w:footnote>'
    notes += f"<w:footnote>{paragraph('A note.')}</w:footnote></w:footnotes>"
    text = extract(docx(body, more={"word/footnotes.xml": notes}), "a.docx")
    assert text.strip().split("\n\n") == ["Beside it.", "In the box.", "[^1]: A note."]


def test_a_document_without_text_is_refused() -> None:
    assert "holds no text" in _why(docx(paragraph("")))
    assert "holds no text" in _why(docx("<w:p><w:r><w:drawing/></w:r></w:p>"))


def test_what_is_no_word_document_says_so() -> None:
    assert "no zip archive" in _why(b"Some text.")
    assert "no Word document" in _why(archive({"a.txt": "text"}))
    assert "password" in _why(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600))
    assert "not well-formed" in _why(archive({"word/document.xml": "<w:document"}))
    assert "damaged" in _why(docx(paragraph("Words. " * 50))[:-300] + bytes(300))


def test_entities_and_document_types_are_refused() -> None:
    laughs = '<!DOCTYPE d [<!ENTITY a "ha"><!ENTITY b "&a;&a;">]><d>&b;</d>'
    assert "document type" in _why(archive({"word/document.xml": laughs}))
    outside = '<!DOCTYPE d [<!ENTITY a SYSTEM "file:///etc/hostname">]><d>&a;</d>'
    assert "document type" in _why(archive({"word/document.xml": outside}))


def test_bombs_are_refused() -> None:
    assert "as bombs are" in _why(archive({"word/document.xml": b"<d>" + b" " * 30_000_000}))
    deep = "<w:p>" * 5_000 + "</w:p>" * 5_000
    assert "not well-formed" in _why(docx(deep)) or "nested" in _why(docx(deep))
    assert "nested more than" in _why(docx("<w:sdt>" * 220 + "</w:sdt>" * 220))


SAID = tuple(f"The keeper wrote that the river had risen by {rise} inches in that night." for rise in ("two", "nine"))


def _cells(*rows: tuple[str, ...]) -> str:
    cells = ["".join(f"<w:tc>{cell}</w:tc>" for cell in row) for row in rows]
    return f"<w:tbl>{''.join(f'<w:tr>{row}</w:tr>' for row in cells)}</w:tbl>"


def test_a_table_that_places_text_is_taken_apart() -> None:
    column = "".join(map(paragraph, SAID))
    assert _blocks(_cells((column, paragraph("Beside it.")))) == [*SAID, "Beside it."]


def test_a_sentence_in_a_table_ends_with_its_cell() -> None:
    table = _cells((paragraph("Lock"), paragraph("Report")), (paragraph("One"), paragraph(SAID[0])))
    document = read(docx(paragraph(SAID[1]) + table), "minutes.docx")
    found = [sentence.of(each.span.of(document.text)) for each in document.paragraphs for sentence in each.sentences]
    assert found == [SAID[1], "Lock", "Report", "One", SAID[0]]


def test_notes_are_no_part_of_the_body() -> None:
    notes = f'<w:footnotes xmlns:w="{WORD}"><w:footnote>{paragraph("See the book of 1871.")}</w:footnote></w:footnotes>'
    document = read(docx(paragraph(SAID[0]), more={"word/footnotes.xml": notes}), "minutes.docx")
    assert [(each.kind, each.reason) for each in document.paragraphs][-1] == (Kind.APPENDED, "footnote")


def test_a_paragraph_goes_on_where_its_end_was_deleted() -> None:
    mark = "<w:pPr><w:rPr><w:del/></w:rPr></w:pPr>"
    first = f'<w:p>{mark}<w:r><w:t xml:space="preserve">The gate </w:t></w:r></w:p>'
    assert _blocks(first + paragraph("was open.") + paragraph("So it was.")) == ["The gate was open.", "So it was."]
    assert _blocks(first) == ["The gate"]


def test_hidden_runs_and_comments_are_no_text() -> None:
    hidden = "<w:r><w:rPr><w:vanish/></w:rPr><w:t>never</w:t></w:r>"
    shown = '<w:r><w:rPr><w:vanish w:val="0"/></w:rPr><w:t>now</w:t></w:r>'
    notes = f'<w:comments xmlns:w="{WORD}"><w:comment>{paragraph("Check this.")}</w:comment></w:comments>'
    file = docx(f"<w:p>{hidden}{shown}<w:commentReference/></w:p>", more={"word/comments.xml": notes})
    assert extract(file, "a.docx").strip() == "now"
