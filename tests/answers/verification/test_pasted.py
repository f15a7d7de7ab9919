"""TextReading what somebody pasted: the marks around it, omissions, insertions."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.answers.verification.pasted import TextReading, read, without_marks


@pytest.mark.parametrize(
    ("text", "core"),
    [
        ("  “We waited.”\n", "We waited."),
        ('"We waited."', "We waited."),
        ("„Wir warteten.“", "Wir warteten."),
        ("»Wir warteten.«", "Wir warteten."),
        ("«\u00a0Nous attendions.\u00a0»", "Nous attendions."),
        ("”Vi väntade.”", "Vi väntade."),
        ("「待っていた」", "待っていた"),
        ("‘It’s the dogs’ day’", "It’s the dogs’ day"),
        ("'It's done'", "It's done"),
        ('"He said "yes" to me"', 'He said "yes" to me'),
        ("“He said “yes” to me”", "He said “yes” to me"),
        ("``We waited.''", "We waited."),
        ('"One." and "two."', '"One." and "two."'),
        ("“One.” and “two.”", "“One.” and “two.”"),
        ('"One," he said, "two."', '"One," he said, "two."'),
        ('"It never closes', '"It never closes'),
        ("’tis so", "’tis so"),
        ('"', '"'),
        ('""', '""'),
        ("", ""),
    ],
)
def test_one_enclosing_pair_of_marks_is_dropped(text: str, core: str) -> None:
    assert without_marks(text) == core


def marked(text: str) -> TextReading:
    """The reading in which marks are omissions."""
    reading = read(text).marked
    assert reading is not None
    return reading


@pytest.mark.parametrize("mark", ["…", "...", ". . .", "[...]", "[…]", "(…)", "(...)", "[ . . . ]"])
def test_an_ellipsis_is_a_gap(mark: str) -> None:
    reading = marked(f"We waited {mark} ten years")
    assert list(reading.wording.words) == ["we", "waited", "ten", "years"]
    assert list(reading.gaps) == [2]
    assert reading.fragments == [(0, 2), (2, 4)]


def test_words_in_brackets_are_an_insertion() -> None:
    reading = marked("He [the mayor] waited [sic] for [t]he ferry")
    assert list(reading.wording.words) == ["he", "waited", "for", "the", "ferry"]
    assert reading.gaps[1].mark == "[the mayor]"
    assert reading.gaps[1].bracketed


@pytest.mark.parametrize(
    "text", ["We will [not] wait", "We waited [twelve] years", "We waited. Ten years", "[all of it]"]
)
def test_what_would_change_the_meaning_is_no_explanation(text: str) -> None:
    assert read(text).marked is None


@given(st.text(st.sampled_from("ab .…[]()\"'“”„«»‘’-1,\n")))
def test_any_text_can_be_read(text: str) -> None:
    pasted = read(text)
    assert pasted.core in text
    size = len(pasted.best.wording.words)
    assert all(0 <= place <= size for place in pasted.best.gaps)
    if size:
        assert pasted.best.fragments[0][0] == 0
        assert pasted.best.fragments[-1][1] == size
