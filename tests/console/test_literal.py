"""Text of documents must not command a terminal."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.console.literal import literal, literal_line

_REORDERING = "\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"


@given(st.text(st.characters(categories=["Cc", "Cs", "Lu", "Zs", "Po", "Cf", "Zl", "Zp"])))
def test_no_control_character_gets_through(text: str) -> None:
    shown = literal(text)
    assert {each for each in shown if unicodedata.category(each) in {"Cc", "Cs", "Zl", "Zp"}} <= {"\n", "\t"}
    assert not set(shown) & set(_REORDERING)
    assert not any(unicodedata.category(each) == "Cc" for each in literal_line(text))


@given(st.text(st.characters(exclude_categories=["Cc", "Cs", "Cf", "Zl", "Zp"])))
def test_everything_else_stands_as_it_is(text: str) -> None:
    assert literal(text) == text
    assert literal_line(text) == text


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("\x1b[31mred", "␛[31mred"),
        ("a\x00b\x7f", "a␀b␡"),
        ("one\r\ntwo", "one\ntwo"),
        ("over\rwritten", "over␍written"),
        ("\x9b31m", "⟨U+009B⟩31m"),
        ("abc\u202egnp", "abc⟨U+202E⟩gnp"),
    ],
)
def test_controls_become_visible(text: str, shown: str) -> None:
    assert literal(text) == shown


def test_a_line_stays_one_line() -> None:
    assert literal_line("a\nb\tc") == "a␊b␉c"
