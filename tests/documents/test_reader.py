"""The reader as a whole: formats, precedence, refusals, and text of any kind whatever."""

import contextlib
import hashlib
from typing import Final

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.documents.catalogue import Catalogue
from bot.documents.reader import READER_VERSION, derive, read
from bot.errors import BadDocumentError
from bot.models import Basis, Fact, Format, Kind, Metadata, ParsedDocument, Speaker, SpeakerBasis

TEXT: Final = "Ferry sails again\n2021-06-04\n\nThe ferry sailed again on Friday. Its engine had burned last year.\n"
PAGE: Final = """<html><head><title>Ferry sails again</title><meta name="author" content="Marta Oduya">
<meta property="og:site_name" content="Harnsund Courier">
<meta property="article:published_time" content="2021-06-04T08:00:00Z"></head><body>
<nav><a href="/">Home</a> <a href="/n">News</a></nav><article><h1>Ferry sails again</h1>
<p>The ferry between <a href="/h">Harnsund</a> and the outer islands sailed <b>again</b> on Friday morning.</p>
<h2>Fares</h2><ul><li>A ticket costs fourteen euros.</li><li>Children travel free of charge.</li></ul>
<p>The operator says that the price of fuel is the reason for the rise.</p></article>
<footer>Copyright Courier</footer></body></html>"""


def _check(document: ParsedDocument) -> None:
    """The promises that hold for every document."""
    end = 0
    for paragraph in document.paragraphs:
        assert not document.text[end : paragraph.span.start].strip()
        text = paragraph.span.of(document.text)
        assert text
        assert text == text.strip()
        assert paragraph.reason
        for inner in (
            *paragraph.sentences,
            *(mention.span for mention in paragraph.dates),
            *(quotation.span for quotation in paragraph.quotations),
            *(speech.span for speech in paragraph.reported),
        ):
            assert 0 <= inner.start < inner.end <= len(text)
        end = paragraph.span.end
    assert not document.text[end:].strip()


def test_a_text_is_read_with_dates_counted_from_its_own_date() -> None:
    document = read(TEXT.encode(), "a.txt")
    assert document.sha256 == hashlib.sha256(TEXT.encode()).hexdigest()
    assert document.reader == READER_VERSION
    assert document.format is Format.TEXT
    body = next(paragraph for paragraph in document.paragraphs if paragraph.kind is Kind.BODY)
    assert len(body.sentences) == 2
    assert {mention.value.edtf: mention.basis for mention in body.dates if mention.value} == {
        "2021-06-04": Basis.WORKED_OUT,
        "2020": Basis.WORKED_OUT,
    }
    _check(document)


def test_what_is_said_is_attributed_in_the_body_only_and_to_the_author_of_a_letter() -> None:
    text = (
        "author: Ada Thorne\n---\n# “We sail again,” said Ben Rook\n\n"
        "I saw the ferry. “We sail again,” said Ben Rook.\n\n"
        "“About time,” I said. My sister was with me, and I was glad. She said that the engine was new.\n"
    )
    document = read(f"---\ntitle: A letter from the quay\n{text}".encode(), "a.md")
    said = [
        (quotation.span.of(each.span.of(document.text)), quotation.speaker)
        for each in document.paragraphs
        for quotation in each.quotations
    ]
    assert said == [
        ("We sail again,", Speaker("Ben Rook", SpeakerBasis.NAMED)),
        ("About time,", Speaker("Ada Thorne", SpeakerBasis.AUTHOR)),
    ]
    assert {each.kind for each in document.paragraphs if each.quotations or each.reported} == {Kind.BODY}


def test_the_catalogue_goes_before_the_text_and_an_edit_moves_the_dates() -> None:
    sha256 = hashlib.sha256(TEXT.encode()).hexdigest()
    catalogue = Catalogue.parse(f'[[document]]\nsha256 = "{sha256}"\ntitle = "The Ferry"', "c.toml")
    document = read(TEXT.encode(), "a.txt", catalogue)
    assert document.metadata.title == Fact("The Ferry", Basis.CURATOR)
    edited = derive(
        document.text,
        file="a.txt",
        format=document.format,
        encoding=document.encoding,
        sha256=sha256,
        given=Metadata(anchor_date=Fact("2010-01-08", Basis.CURATOR)),
    )
    assert edited.metadata.title == Fact("Ferry sails again", Basis.STATED)
    assert edited.metadata.anchor_date == Fact("2010-01-08", Basis.CURATOR)
    dates = [mention.value.edtf for each in edited.paragraphs for mention in each.dates if mention.value]
    assert "2009" in dates


def test_a_page_is_extracted_and_derived_again_from_its_extract() -> None:
    document = read(PAGE.encode(), "page.html")
    _check(document)
    assert document.metadata.title == Fact("Ferry sails again", Basis.STATED)
    assert document.metadata.author == Fact("Marta Oduya", Basis.STATED)
    assert document.metadata.publisher == Fact("Harnsund Courier", Basis.STATED)
    assert document.metadata.published == Fact("2021-06-04", Basis.STATED)
    kinds = [(each.kind, each.span.of(document.text)) for each in document.paragraphs[1:]]
    assert kinds == [
        (Kind.HEADING, "# Ferry sails again"),
        (Kind.BODY, "The ferry between Harnsund and the outer islands sailed again on Friday morning."),
        (Kind.HEADING, "## Fares"),
        (Kind.BODY, "- A ticket costs fourteen euros."),
        (Kind.BODY, "- Children travel free of charge."),
        (Kind.BODY, "The operator says that the price of fuel is the reason for the rise."),
    ]
    again = derive(
        document.text, file=document.file, format=document.format, encoding=document.encoding, sha256=document.sha256
    )
    assert again == document


@pytest.mark.parametrize(
    ("data", "file", "why"),
    [
        (b"words", "a.odt", "not read"),
        (b"words", "README", "not read"),
        (b"", "a.txt", "is empty"),
        (b"<html><body></body></html>", "a.html", "No text could be extracted"),
        (b"<" * 200_000, "a.html", "No text could be extracted|could not be read"),
        (b"<" * 500_000, "a.html", "too large"),
    ],
)
def test_what_cannot_be_read_is_refused(data: bytes, file: str, why: str) -> None:
    with pytest.raises(BadDocumentError, match=why):
        read(data, file)


@given(st.one_of(st.binary(), st.text().map(str.encode)), st.sampled_from(["a.txt", "a.md"]))
def test_any_bytes_are_read_or_refused(data: bytes, file: str) -> None:
    with contextlib.suppress(BadDocumentError):
        _check(read(data, file))


@settings(max_examples=40)
@given(st.text().map(lambda text: f"<html><body><article><p>{text}</p></article></body></html>".encode()))
def test_any_page_is_read_or_refused(data: bytes) -> None:
    with contextlib.suppress(BadDocumentError):
        _check(read(data, "a.html"))


PIECES: Final = st.sampled_from(
    """Home|Share|# A|By Ann Lee|2020-01-02|Related|Comments|A short line|Is it?|- x|©|“|\n|Subscribe now|**B**
The dog ran over the hill and came back again before the evening of the third day.""".replace("\n", "|").split("|")
)


@given(st.lists(PIECES, min_size=1, max_size=14), st.sampled_from(["a.txt", "a.md"]))
def test_a_document_with_prose_has_a_body(pieces: list[str], file: str) -> None:
    text = "\n\n".join([*pieces, "The cat sat on the wall and looked at the hens all afternoon."])
    document = read(text.encode(), file)
    _check(document)
    assert any(paragraph.kind is Kind.BODY for paragraph in document.paragraphs)


@pytest.mark.parametrize(
    "text",
    [
        "word " * 200_000,
        "ab cd\n" * 20_000,
        "a" + " " * 1_000_000 + "b",
        "\n" * 1_000_000 + "x",
        "[a](" * 50_000,
        "AB-" * 50_000,
    ],
    ids=["one line", "short lines", "spaces", "line ends", "brackets", "capitals"],
)
def test_large_and_odd_texts_are_read(text: str) -> None:
    _check(read(text.encode(), "a.md"))
