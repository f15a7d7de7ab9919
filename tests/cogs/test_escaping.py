"""Text of documents reaches Discord literally."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.cogs.escaping import literal, literal_line, parts, shortened, width
from bot.models import Span
from tests.cogs.library import REVERSED, TRICKS
from tests.cogs.reading import markup, unescaped

_TRICKY = st.text(
    alphabet=st.one_of(
        st.sampled_from("*_~`|<>@#:[]()-+.1234567890\\/ \n\r\t‹›U+202E␛\u202e\u2066\u200f\u0085\x00\x1b\x7fاבa!"),
        st.characters(exclude_categories=["Cs"]),
    ),
    max_size=200,
)
_PIECES = st.lists(
    st.sampled_from(
        [
            "@everyone",
            "<@1>",
            "[a](b)",
            "**",
            "- x",
            "1. x",
            "# x",
            "> x",
            "\n",
            "‹U+202E›",
            "\\",
            "`",
            ":a:",
            " ",
            "-#",
        ]
    ),
    max_size=20,
).map("".join)


@given(st.one_of(_TRICKY, _PIECES))
def test_what_is_shown_is_the_slice(text: str) -> None:
    assert unescaped(literal(text)) == text


@given(st.one_of(_TRICKY, _PIECES))
def test_no_construct_of_discord_is_left_alive(text: str) -> None:
    assert markup(literal(text)) == []


@given(_TRICKY, st.lists(st.tuples(st.integers(0, 200), st.integers(0, 200)), max_size=5))
def test_hits_add_bold_and_nothing_else(text: str, ends: list[tuple[int, int]]) -> None:
    hits = [Span(min(pair), max(pair)) for pair in ends]
    assert unescaped(literal(text, hits)) == text


@given(_TRICKY)
def test_no_raw_control_and_no_unpaired_isolate_is_left(text: str) -> None:
    shown = literal(text)
    for line in shown.split("\n"):
        inner = line.removeprefix("\u2068").removesuffix("\u2069")
        assert (len(line) - len(inner)) in (0, 2)
        for character in inner.rstrip("\r"):
            assert unicodedata.bidirectional(character) not in {"LRE", "RLE", "LRO", "RLO", "PDF", "LRI", "RLI", "FSI"}
            assert unicodedata.category(character) not in {"Cc", "Zl", "Zp"} or character == "\t"


def test_the_tricks_of_a_document_are_harmless() -> None:
    assert markup(TRICKS)
    assert markup(literal(TRICKS)) == []
    assert literal(REVERSED).count("‹U+202E›") == 1
    assert "␇" in literal(REVERSED)


def test_plain_prose_stays_as_it_is() -> None:
    prose = "The council met – twice, in fact – and “agreed” (by 7 to 2). It’s done; 40% of U.S. ports follow."
    assert literal(prose) == prose


def test_hits_are_bold() -> None:
    assert literal("a *b* c", [Span(0, 1), Span(2, 5)]) == "**a** **\\*b\\*** c"


def test_hits_that_touch_are_one_and_white_space_is_left_outside() -> None:
    assert literal("ab cd", [Span(0, 1), Span(1, 3)]) == "**ab** cd"


def test_a_line_with_right_to_left_letters_stands_in_an_isolate() -> None:
    assert literal("one\nשלום two") == "one\n\u2068שלום two\u2069"


@given(_TRICKY, st.integers(20, 60))
def test_parts_are_the_text_and_fit(text: str, room: int) -> None:
    cuts = parts(text, room)
    assert "".join(cut.of(text) for cut in cuts) == text
    assert all(width(literal(cut.of(text))) <= room for cut in cuts)


def test_a_part_ends_behind_a_sentence() -> None:
    text = "One two three four. Five six seven eight. Nine ten eleven twelve."
    assert [cut.of(text) for cut in parts(text, 45)] == [
        "One two three four. Five six seven eight. ",
        "Nine ten eleven twelve.",
    ]


@given(_TRICKY, st.integers(10, 60))
def test_a_shortened_line_fits_and_shows_its_cut(text: str, room: int) -> None:
    shown = shortened(text, room)
    assert width(shown) <= room
    assert "\n" not in shown
    assert shown == literal_line(text) or shown.endswith("…")


@pytest.mark.parametrize("text", ["abc", "é", "😀"])
def test_width_counts_utf_16_units(text: str) -> None:
    assert width(text) == len(text.encode("utf-16-le")) // 2
