"""References are read as people write them; citations name what is known and no more."""

import pytest

from bot.models import Basis, Citation, Document, Fact, Format, Metadata, Original, Pages, Reference, Span


def document(metadata: Metadata, collection: str = "shared") -> Document:
    return Document(1, collection, 2, "minutes.txt", Format.TEXT, "0" * 64, metadata)


@pytest.mark.parametrize(
    "text",
    [
        "D2¶13",
        "D2:13",
        "d2p13",
        " D2 ¶ 13 ",
        "D 2 ¶13",
        "2:13",
        "2¶13",
        "[2 ¶13]",
        "[D2 ¶13]",
        "[d2¶13] Minutes, 2021",
        "[D2 ¶13, pp. 4–6] Minutes",
    ],
)
def test_a_reference_in_every_form(text: str) -> None:
    assert Reference.parse(text) == Reference("D", 2, 13)
    assert str(Reference.parse(text)) == "D2¶13"


@pytest.mark.parametrize(
    "text",
    [
        "",
        "D2",
        "X2¶13",
        "D¶13",
        "D2¶",
        "D2¶13a",
        "D2¶13¶1",
        "D2¶99999999999",
        "[D2 ¶13",
        "D2¶13] Minutes",
        "2",
        "13",
        ":13",
        "2:",
    ],
)
def test_what_is_no_reference(text: str) -> None:
    assert Reference.parse(text) is None


def test_a_label_with_everything_known() -> None:
    known = Metadata(
        title=Fact("Minutes", Basis.STATED),
        publisher=Fact("Harbour Board", Basis.CURATOR),
        published=Fact("2021-05", Basis.STATED),
    )
    assert Citation(document(known), 13, Span(0, 1)).label == "[D2 ¶13] Minutes — Harbour Board, 2021-05"


def test_a_label_with_nothing_known() -> None:
    label = Citation(document(Metadata(), "4711"), 13, Span(0, 1)).label
    assert label == "[S2 ¶13] Untitled (minutes.txt) — publisher unknown, no date"


def test_a_digest_names_what_it_is_a_digest_of() -> None:
    known = Metadata(
        title=Fact("Digest: Minutes", Basis.CURATOR), digest_of=Original("1" * 64, "Minutes", None, "2021")
    )
    assert Citation(document(known), 1, Span(0, 1)).label.endswith("(of: Minutes, 2021)")


def test_a_page_stands_beside_the_paragraph() -> None:
    known = Metadata(title=Fact("Minutes", Basis.STATED))
    assert Citation(document(known), 13, Span(0, 1), Pages(4, 4)).label.startswith("[D2 ¶13, p. 4] Minutes")
    assert Citation(document(known), 13, Span(0, 1), Pages(4, 6)).label.startswith("[D2 ¶13, pp. 4–6] Minutes")
