"""The state of a button fits, comes back, and is never misread."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.cogs.packing import MOST, TEMPLATE, fitting, pack, unpack

_SNOWFLAKE = 2**63 - 1


@given(st.lists(st.integers(0, _SNOWFLAKE), max_size=7))
def test_numbers_come_back(numbers: list[int]) -> None:
    custom_id = pack("q", [1, *numbers])
    found = TEMPLATE.fullmatch(custom_id)
    assert found is not None
    assert len(custom_id) <= MOST
    assert unpack(found["state"]) == [1, *numbers]


@given(st.text(max_size=120))
def test_anything_else_is_refused_or_read_as_numbers(state: str) -> None:
    numbers = unpack(state)
    assert numbers is None or all(number >= 0 for number in numbers)


def test_what_does_not_fit_is_refused() -> None:
    with pytest.raises(ValueError, match="do not fit"):
        pack("q", [_SNOWFLAKE] * 9)


@given(st.lists(st.tuples(st.integers(1, 10**6), st.integers(1, 10**5)), max_size=40))
def test_as_many_pairs_as_fit_are_kept(pairs: list[tuple[int, int]]) -> None:
    head = (_SNOWFLAKE, 9, 3, 1000, 10)
    kept = fitting(head, pairs)
    assert kept == pairs[: len(kept)]
    pack("q", (*head, *(number for pair in kept for number in pair)))
    if len(kept) < len(pairs):
        more = pairs[: len(kept) + 1]
        with pytest.raises(ValueError, match="do not fit"):
            pack("q", (*head, *(number for pair in more for number in pair)))
