"""Dates as users type them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.documents.dates.typed import read_date
from bot.errors import BadDateError


@pytest.mark.parametrize(
    ("text", "edtf"),
    [
        ("2023-03-20", "2023-03-20"),
        (" 2023-03 ", "2023-03"),
        ("2023", "2023"),
        ("2023-03-20/2023-03-22", "2023-03-20/2023-03-22"),
        ("2014/..", "2014/.."),
        ("201X", "201X"),
        ("20 March 2023", "2023-03-20"),
        ("March 20, 2023", "2023-03-20"),
        ("march 20, 2023", "2023-03-20"),
        ("20.03.2023", "2023-03-20"),
        ("March 2023", "2023-03"),
        ("Mar 2023", "2023-03"),
        ("1990s", "199X"),
        ("2013-2023", "2013/2023"),
        ("Q3 2021", "2021-35"),
        ("before 2030", "../2030"),
        ("2023-03-28 22:25", "2023-03-28T22:25"),
    ],
)
def test_read(text: str, edtf: str) -> None:
    assert read_date(text).edtf == edtf


@pytest.mark.parametrize(
    "text", ["20/3", "", "  ", "yesterday", "March 20", "2023-02-30", "20 March 2023 or so", "soon"]
)
def test_unreadable(text: str) -> None:
    with pytest.raises(BadDateError) as caught:
        read_date(text)
    assert caught.value.message == f'I could not read "{text.strip()}". Write 2023-03-20, 2023-03 or 2023.'


def test_a_long_text_is_quoted_in_part() -> None:
    with pytest.raises(BadDateError) as caught:
        read_date("9" * 5000)
    assert len(caught.value.message) < 120
    assert "9…" in caught.value.message


@given(st.text(max_size=60))
def test_anything_is_read_or_refused(text: str) -> None:
    try:
        value = read_date(text)
    except BadDateError:
        return
    assert value.edtf
