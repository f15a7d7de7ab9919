"""Which paragraph of a new version came after one that is gone."""

import time
from typing import Final

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from bot.store.alignment import Kept, align
from bot.store.succession import gaps, successors

FERRY: Final = "The ferry to Tarn sails at nine on weekdays, and on Sundays whenever the ferryman has had his coffee."
LAMPS: Final = "Forty lamps were lit along the quay, of which the wind put out eleven before anybody had seen them."
BELLS: Final = "A bell rings when the lock is full; nobody in the village has set a watch by it since the flood."
OTHER: Final = "Whoever keeps bees behind the school must tell the caretaker, who is afraid of them and says so."


def after(old: list[str], new: list[str]) -> dict[int, int]:
    """Which new paragraph came after which old one, both counted from 0."""
    kept = [Kept(place, text, text.lower(), living=True) for place, text in enumerate(old)]
    places = align(kept, [(text, text.lower()) for text in new])
    return successors(list(gaps(kept, places)), dict(enumerate(old)), new)


def test_a_changed_word_between_the_same_neighbours() -> None:
    edited = LAMPS.replace("eleven", "twelve")
    assert after([FERRY, LAMPS, BELLS], [FERRY, edited, BELLS]) == {1: 1}
    assert after([LAMPS, BELLS], [edited, BELLS]) == {0: 0}
    assert after([FERRY, LAMPS], [FERRY, OTHER, edited]) == {1: 2}


def test_what_stands_there_instead_comes_after_nothing() -> None:
    assert after([FERRY, LAMPS, BELLS], [FERRY, OTHER, BELLS]) == {}
    assert after([FERRY, LAMPS, BELLS], [FERRY, BELLS]) == {}
    assert after([FERRY], [OTHER]) == {}


def test_an_edit_elsewhere_is_none() -> None:
    edited = LAMPS.replace("eleven", "twelve")
    assert after([FERRY, LAMPS, BELLS, OTHER], [FERRY, BELLS, edited, OTHER]) == {}


def test_where_neighbours_changed_places_nothing_is_known() -> None:
    assert after([FERRY, LAMPS, BELLS], [BELLS, LAMPS.replace("eleven", "twelve"), FERRY]) == {}


def test_several_edits_in_a_row_keep_their_order() -> None:
    old = [FERRY, LAMPS, BELLS, OTHER]
    assert after(old, [f"{text} Indeed." for text in old]) == {0: 0, 1: 1, 2: 2, 3: 3}
    assert after(old, [f"{FERRY} Indeed.", "A new one.", f"{BELLS} Indeed."]) == {0: 0, 2: 2}


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("Home | Granary | Contact", "Home | Granary | Contacts"),
        ("港口在春天重新开放，渡船每天早上九点出发。", "港口在春天重新开放，渡船每天早上十点出发。"),
        ("Порт открыт с мая, паром ходит каждый день.", "Порт открыт с июня, паром ходит каждый день."),
    ],
)
def test_short_lines_and_other_scripts(old: str, new: str) -> None:
    assert after([FERRY, old, BELLS], [FERRY, new, BELLS]) == {1: 1}


def test_a_half_of_what_was_split_is_no_successor_beside_the_other() -> None:
    first, second = "The mill was sold in spring to a baker.", "Its wheel turns again whenever the river is high."
    assert after([FERRY, f"{first} {second}", BELLS], [FERRY, first, second, BELLS]) == {}


_TEXTS = st.lists(st.sampled_from([f"{a} {b} {c} {d}" for a in "ab" for b in "ab" for c in "abc" for d in "ab"]))


@given(_TEXTS, _TEXTS)
@example(["a a a b", "a a a a", "a a b a", "a a a b"], ["a a b a", "a a b a", "a a a a"])
def test_each_comes_after_one_at_most_and_none_that_stayed(old: list[str], new: list[str]) -> None:
    kept = [Kept(place, text, text, living=True) for place, text in enumerate(old)]
    places = align(kept, [(text, text) for text in new])
    found = successors(list(gaps(kept, places)), dict(enumerate(old)), new)
    assert len(set(found.values())) == len(found)
    for gone, index in found.items():
        assert gone not in places
        assert places[index] is None


def test_texts_written_anew_take_no_quadratic_time() -> None:
    long = "word " * 200_000
    many = [f"{place} {'same words in every row ' * 4}" for place in range(400)]
    started = time.process_time()
    assert after([long + "one"], [long + "two"]) == {0: 0}
    assert len(after(many, [f"{text} again" for text in many])) == 400
    assert time.process_time() - started < 20
