"""Numbers of forms that are worked out once, and arrays that grow."""

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from bot.answers.summarising.columns import Column, Growing, Places
from bot.answers.summarising.pieces import Pieces


@given(st.lists(st.lists(st.tuples(st.integers(0, 9), st.integers(-9, 9)), max_size=400), max_size=4))
def test_rows_are_put_behind_one_another(parts: list[list[tuple[int, int]]]) -> None:
    growing = Growing(2)
    for part in parts:
        growing.add(part)
    assert [tuple(row) for row in growing.rows.tolist()] == [row for part in parts for row in part]
    assert len(growing) == len(growing.rows)


def test_a_form_is_read_once_for_each_list() -> None:
    asked: list[str] = []

    def read(form: str) -> int:
        asked.append(form)
        return len(form)

    column = Column(read)
    forms = ["a", "bb"]
    assert column.of(forms, np.array([1, 0, 1])).tolist() == [2, 1, 2]
    forms.append("ccc")
    assert column.of(forms, np.array([2, 1])).tolist() == [3, 2]
    assert sorted(asked) == ["a", "bb", "ccc"]
    assert column.of(["dddd"], np.array([0])).tolist() == [4]
    assert column.of([], np.array([], dtype=np.int64)).tolist() == []


@given(st.lists(st.lists(st.integers(0, 30), max_size=40), max_size=4))
def test_numbers_are_told_in_the_order_in_which_they_come(texts: list[list[int]]) -> None:
    places = Places()
    for numbers in texts:
        different, found = places.by_first(np.array(numbers, dtype=np.int64), 31)
        assert different.tolist() == list(dict.fromkeys(numbers))
        assert [int(different[place]) for place in found] == numbers


def test_so_many_pieces_are_remembered_and_no_more() -> None:
    pieces = Pieces()
    assert pieces["word"] == pieces["word"]
    assert not pieces.is_full
    assert pieces["long" * 400_000] == 1
    assert pieces.is_full
