"""EPUB: chapters in the order of the spine, what the package states, and what is refused."""

from typing import Final

import pytest

from bot.documents.formats.epub import extract
from bot.documents.reader import derive, read
from bot.errors import BadDocumentError
from bot.models import Basis, Fact, Kind
from tests.documents.formats.papers import archive, epub, page

STATED: Final = (
    '<dc:title>The Lamp and the Tide</dc:title><dc:creator opf:role="ill">Olle Pict</dc:creator>'
    '<dc:creator opf:role="aut">Iva Brandt</dc:creator><dc:publisher>Harnsund Press</dc:publisher>'
    '<dc:date opf:event="modification">2022-01-01</dc:date><dc:date>2021-06</dc:date><dc:language>en</dc:language>'
)
ONE: Final = page(
    "<h1>The Lamp</h1><p>The lamp was lit on the first evening of the year by the keeper&#8217;s child.</p>"
)
TWO: Final = page("<h1>The Tide</h1><p>The tide came in&nbsp;at four and took the keeper's boat along with it.</p>")


def _why(data: bytes) -> str:
    with pytest.raises(BadDocumentError) as caught:
        read(data, "book.epub")
    return caught.value.message


def _blocks(body: str) -> list[str]:
    return extract(epub({"a.xhtml": page(body)}), "a.epub").strip().split("\n\n")


def test_a_book_is_read_in_the_order_of_its_spine() -> None:
    document = read(
        epub({"two.xhtml": TWO, "one.xhtml": ONE}, metadata=STATED, order=["one.xhtml", "two.xhtml"]), "b.epub"
    )
    assert [(each.kind, each.span.of(document.text)) for each in document.paragraphs[1:]] == [
        (Kind.HEADING, "# The Lamp"),
        (Kind.BODY, "The lamp was lit on the first evening of the year by the keeper’s child."),
        (Kind.HEADING, "# The Tide"),
        (Kind.BODY, "The tide came in at four and took the keeper's boat along with it."),
    ]
    known = document.metadata
    assert known.title == Fact("The Lamp and the Tide", Basis.STATED)
    assert known.author == Fact("Iva Brandt", Basis.STATED)
    assert known.publisher == Fact("Harnsund Press", Basis.STATED)
    assert known.published == Fact("2021-06", Basis.STATED)
    assert document == derive(
        document.text, file=document.file, format=document.format, encoding=document.encoding, sha256=document.sha256
    )


def test_markup_is_set_as_light_markdown() -> None:
    body = (
        "<p>One<br/>two\n three <i>four</i></p><div>Loose <b>words</b><p>inside</p>and behind</div>"
        "<ul><li>Tern<ul><li>mast</li></ul></li><li>Gull</li></ul>"
        "<blockquote><p>She said so.</p></blockquote><table><tr><th>Boat</th><td>Tern</td></tr></table>"
        '<script>no()</script><style>p{}</style><p hidden="">none</p><nav>Contents</nav><hr/>'
    )
    assert _blocks(body) == [
        "One\ntwo three four",
        "Loose words",
        "inside",
        "and behind",
        "- Tern\n  - mast\n- Gull",
        "> She said so.",
        "| Boat | Tern |",
    ]


def test_contents_and_pages_outside_the_order_are_left_out() -> None:
    chapters = {"nav.xhtml": page("<p>Contents</p>"), "one.xhtml": ONE, "unlisted.xhtml": TWO}
    text = extract(
        epub(chapters, order=["nav.xhtml", "one.xhtml", "one.xhtml"], attributes={"nav.xhtml": 'properties="nav"'}),
        "a.epub",
    )
    assert "Contents" not in text
    assert "tide" not in text
    assert text.count("The Lamp") == 1


def test_links_out_of_the_archive_lead_nowhere() -> None:
    assert "lacks its part ../../etc/hostname" in _why(epub({"../../../etc/hostname": ONE}))


def test_a_book_without_text_or_parts_is_refused() -> None:
    assert "holds no text" in _why(epub({"a.xhtml": page("<img src='cover.png'/>")}))
    assert "no book in EPUB" in _why(archive({"a.txt": "text"}))
    assert "does not say where" in _why(archive({"META-INF/container.xml": "<container/>"}))


def test_a_protected_book_is_refused_and_hidden_fonts_are_none() -> None:
    method = '<encryption><EncryptedData><EncryptionMethod Algorithm="{}"/></EncryptedData></encryption>'
    fonts = method.format("http://www.idpf.org/2008/embedding")
    assert "lamp" in extract(epub({"a.xhtml": ONE}, more={"META-INF/encryption.xml": fonts}), "a.epub")
    drm = method.format("http://www.w3.org/2001/04/xmlenc#aes128-cbc")
    assert "protected" in _why(epub({"a.xhtml": ONE}, more={"META-INF/encryption.xml": drm}))


def test_entities_and_depth_are_refused() -> None:
    laughs = '<!DOCTYPE html [<!ENTITY a "ha">]><html><body><p>&a;</p></body></html>'
    assert "declares entities" in _why(epub({"a.xhtml": laughs}))
    assert "declares entities" in _why(epub({"a.xhtml": laughs.encode("utf-16").decode("latin-1")}))
    assert "nested" in _why(epub({"a.xhtml": page("<div>" * 10_000 + "words")}))


def test_notes_are_marked_and_their_marks_left_out() -> None:
    body = (
        '<p>The gate was open<a epub:type="noteref" href="#n2">2</a>.<sup><a href="#x">[3]</a></sup></p>'
        '<aside epub:type="footnote" id="n2"><p>See the book.</p></aside><p>H<sub>2</sub>O and 2<sup>3</sup>.</p>'
    )
    assert _blocks(body) == ["The gate was open.", "[^2]: See the book.", "H2O and 23."]


def test_a_table_that_places_text_is_taken_apart_in_a_book_too() -> None:
    said = [f"The keeper wrote that the river had risen by {rise} inches in that night." for rise in ("two", "nine")]
    body = f"<table><tr><td>{''.join(f'<p>{each}</p>' for each in said)}</td><td>Beside.</td></tr></table>"
    assert _blocks(body) == [*said, "Beside."]
