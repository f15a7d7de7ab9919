"""Numbers are read alike however they are written."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.wording.figures import figures
from bot.wording.words import wording


def read(text: str) -> list[tuple[str, str, str]]:
    return [(each.value, each.unit, each.bound) for each in figures(wording(text)) if not each.weak]


@pytest.mark.parametrize(
    ("text", "value", "unit"),
    [
        ("forty ships", "40", ""),
        ("a hundred and one ships", "101", ""),
        ("twenty-five ships", "25", ""),
        ("two thousand three hundred and six ships", "2306", ""),
        ("a dozen ships", "12", ""),
        ("half a million ships", "500000", ""),
        ("1.2 million ships", "1200000", ""),
        ("1,200,000 ships", "1200000", ""),
        ("40 000 ships", "40000", ""),
        ("40.0 ships", "40", ""),
        ("$190bn", "190000000000", "$"),
        ("$190 billion", "190000000000", "$"),
        ("190 billion dollars", "190000000000", "$"),
        ("116 percent", "116", "%"),
        ("116 per cent", "116", "%"),
        ("116%", "116", "%"),
        ("the 20th ship", "20", "th"),
        ("the twentieth ship", "20", "th"),
        ("the twenty-first ship", "21", "th"),
        ("-3.5", "-3.5", ""),
        ("at 12:30", "12:30", ""),
        ("thousands of ships", "thousands", ""),
        ("5km", "5", "km"),
        ("five kilometres", "5", "km"),
    ],
)
def test_a_number_has_one_value(text: str, value: str, unit: str) -> None:
    assert read(text) == [(value, unit, "")]


@pytest.mark.parametrize(
    ("text", "bound"),
    [
        ("more than 40 ships", "more than"),
        ("over forty ships", "more than"),
        ("no more than 40 ships", "at most"),
        ("at least 40 ships", "at least"),
        ("40 or more ships", "at least"),
        ("nearly 40 ships", "nearly"),
        ("some 40 ships", "about"),
        ("fewer than 40 ships", "less than"),
        ("the 40 ships", ""),
    ],
)
def test_what_bounds_a_number_belongs_to_it(text: str, bound: str) -> None:
    assert read(text) == [("40", "", bound)]


def test_numbers_beside_each_other_are_several() -> None:
    assert [value for value, _, _ in read("two three four")] == ["2", "3", "4"]
    assert [value for value, _, _ in read("between 10 and 12 of 300 ships, and 5 boats")] == ["10", "12", "300", "5"]


def test_words_that_may_be_no_numbers_are_weak() -> None:
    text = wording("one of them came second, a quarter past")
    assert [each.weak for each in figures(text)] == [True] * len(figures(text))
    assert [each.weak for each in figures(wording("one hundred"))] == [False]


@given(st.integers(min_value=0, max_value=10**12))
def test_digits_may_be_grouped(number: int) -> None:
    assert read(f"{number}") == read(f"{number:,}") == [(str(number), "", "")]


@given(st.text(max_size=80))
def test_any_text_can_be_read(text: str) -> None:
    words = wording(text)
    last = -1
    for each in figures(words):
        assert last < each.last < len(words.words)
        assert each.first <= each.last
        last = each.last
