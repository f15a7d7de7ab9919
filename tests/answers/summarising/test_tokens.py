"""Tokens: the same however many sentences are read at once."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.answers.summarising import tokens
from bot.answers.summarising.tokens import Tokens
from tests.answers.invented import HARBOUR, flat


def seen(sentences: list[str]) -> tuple[object, ...]:
    found = Tokens(sentences)
    arrays = (found.starts, found.ends, found.rows, found.numbers, found.adjoins, found.genitive, found.joint_counts)
    return found.text, found.forms, *(array.tolist() for array in arrays)


_SENTENCE = st.text(max_size=20) | st.sampled_from([*flat(HARBOUR)[0], "", "…", "The crew's, 1,250 boats'", "O'Brien-"])


@settings(max_examples=60, deadline=None)
@given(st.lists(_SENTENCE, max_size=9), st.integers(1, 4))
def test_parts_of_a_text_are_put_together(sentences: list[str], at_once: int) -> None:
    whole = seen(sentences)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(tokens, "_AT_ONCE", at_once)
        assert seen(sentences) == whole


def test_the_places_are_those_of_the_text() -> None:
    sentences = ["The crews' boats left.", "…", "Nine boats came."]
    found = Tokens(sentences)
    places = zip(found.starts.tolist(), found.ends.tolist(), strict=True)
    assert [found.text[start:end] for start, end in places] == "The crews boats left Nine boats came".split()
    assert found.rows.tolist() == [0, 0, 0, 0, 2, 2, 2]
