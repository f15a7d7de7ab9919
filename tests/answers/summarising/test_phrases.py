"""Key phrases, and how long a text takes to read."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.answers.summarising import reading
from bot.answers.summarising.phrases import MOST, key_phrases
from tests.answers.invented import HARBOUR, LIBRARY, ORCHARD, flat


@pytest.mark.parametrize(
    ("document", "expected"),
    [
        (HARBOUR, {"northern channel", "mussel beds", "Ostrava Bay"}),
        (ORCHARD, {"frost", "apples", "Ilo Brandt"}),
        (LIBRARY, {"Sundays", "library"}),
    ],
)
def test_what_a_text_comes_back_to(document: tuple[tuple[str, ...], ...], expected: set[str]) -> None:
    assert expected <= set(key_phrases(flat(document)[0], "en"))


def test_the_case_is_that_of_the_text_and_not_of_a_sentence_s_beginning() -> None:
    text = ["Mussel beds feed ducks.", "The mussel beds are old.", "Nobody moves mussel beds."]
    assert key_phrases(text, "en")[0] == "mussel beds"
    names = [
        "The Skerry Courier wrote it.",
        "Readers of the Skerry Courier wrote back.",
        "Then came the Skerry Courier.",
    ]
    assert key_phrases(names, "en")[0] == "Skerry Courier"


def test_neither_verbs_of_saying_nor_days_nor_numbers_are_phrases() -> None:
    text = [
        "The mayor said on Monday 40 boats came.",
        "The mayor said on Monday 40 boats left.",
        "He said so on Monday.",
    ]
    assert not {"said", "Monday", "40", "40 boats"} & set(key_phrases(text, "en"))


def test_a_shorter_phrase_within_a_longer_one_is_not_given_besides() -> None:
    phrases = key_phrases(flat(HARBOUR)[0], "en")
    assert "northern" not in phrases
    assert "beds" not in phrases


@settings(max_examples=80)
@given(
    st.lists(st.text(max_size=80) | st.sampled_from(flat(HARBOUR)[0]), max_size=12), st.sampled_from(["en", "de", None])
)
def test_every_phrase_is_a_slice_of_a_sentence(sentences: list[str], language: str | None) -> None:
    phrases = key_phrases(sentences, language)
    assert len(phrases) <= MOST
    assert len(set(phrases)) == len(phrases)
    assert all(any(phrase in sentence for sentence in sentences) for phrase in phrases)
    assert all(phrase.strip() == phrase != "" and len(phrase) <= 60 for phrase in phrases)


def test_reading_time() -> None:
    assert reading.seconds([]) == 0
    assert reading.seconds(["", "…"]) == 0
    assert reading.seconds(["One."]) == 1
    assert reading.seconds(["word " * 238]) == 60
    assert reading.seconds(["word " * 119] * 4) == 120
    assert reading.seconds(["港" * 300]) == 60
