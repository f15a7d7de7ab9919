"""Which paragraph of a new version is which of the old one."""

import time

from hypothesis import given
from hypothesis import strategies as st

from bot.store.alignment import Kept, align


def versions(old: str, new: str, *, removed: str = "") -> list[int | None]:
    """Align paragraphs that are one letter each (case is typography); ids count from one, tombstones from 101."""
    living = [Kept(place, letter, letter.lower(), living=True) for place, letter in enumerate(old, start=1)]
    buried = [Kept(place, letter, letter.lower(), living=False) for place, letter in enumerate(removed, start=101)]
    return align(living + buried, [(letter, letter.lower()) for letter in new])


def test_the_same_again() -> None:
    assert versions("abc", "abc") == [1, 2, 3]


def test_new_ones_have_none() -> None:
    assert versions("abc", "axbyc") == [1, None, 2, None, 3]
    assert versions("", "ab") == [None, None]
    assert versions("ab", "") == []


def test_removed_ones_are_left_over() -> None:
    assert versions("abcd", "ad") == [1, 4]


def test_one_that_moved_is_still_itself() -> None:
    assert versions("abcd", "bcda") == [2, 3, 4, 1]
    assert versions("abcd", "dcba") == [4, 3, 2, 1]


def test_equal_ones_are_paired_in_order() -> None:
    assert versions("aaa", "aaa") == [1, 2, 3]
    assert versions("aba", "aaa") == [1, None, 3]
    assert versions("aab", "ab") in ([1, 3], [2, 3])


def test_of_equal_ones_that_with_the_same_neighbours_stays() -> None:
    # the first of two is removed: the second must not take its number
    assert versions("*a*b", "a*b") == [2, 3, 4]
    assert versions("x*a*b", "xa*b") == [1, 3, 4, 5]


def test_one_that_differs_in_typography_is_still_itself() -> None:
    assert versions("abc", "aBc") == [1, 2, 3]
    assert versions("abB", "bB") == [2, 3]


def test_the_same_text_goes_before_the_same_words() -> None:
    assert versions("aA", "A") == [2]


def test_a_removed_one_that_returns_is_itself_again() -> None:
    assert versions("ab", "axb", removed="x") == [1, 101, 2]
    assert versions("ab", "axxb", removed="x") == [1, 101, None, 2]


def test_the_living_go_before_the_removed() -> None:
    assert versions("a", "a", removed="a") == [1]
    assert versions("A", "a", removed="a") == [1]


@given(st.text("abcABC*", max_size=40), st.text("abcABC*", max_size=40), st.text("abc*", max_size=10))
def test_every_old_one_is_continued_at_most_once_by_one_with_the_same_words(old: str, new: str, removed: str) -> None:
    found = versions(old, new, removed=removed)
    assert len(found) == len(new)
    taken = [place for place in found if place is not None]
    assert len(set(taken)) == len(taken)
    for letter, place in zip(new, found, strict=True):
        if place is not None:
            before = old[place - 1] if place <= 100 else removed[place - 101]
            assert before.lower() == letter.lower()
        else:
            assert sum(each == letter for each in old) <= sum(each == letter for each in new), "one was left over"


@given(st.text("abcdefgh*", max_size=60))
def test_the_same_again_whatever_repeats(text: str) -> None:
    assert versions(text, text) == list(range(1, len(text) + 1))


def test_long_documents_that_repeat_themselves_take_no_quadratic_time() -> None:
    # two thousand paragraphs of two kinds, shuffled: comparing each with each in every gap takes minutes
    old = [Kept(place, str(place * place % 7 % 2), "", living=True) for place in range(20_000)]
    new = [(str(place * place * place % 11 % 2), "") for place in range(20_000)]
    started = time.process_time()
    found = align(old, new)
    assert time.process_time() - started < 10
    assert sum(place is not None for place in found) == min(
        sum(each.sha256 == "0" for each in old), sum(mark == "0" for mark, _ in new)
    ) + min(sum(each.sha256 == "1" for each in old), sum(mark == "1" for mark, _ in new))


def test_one_change_in_a_long_document_moves_nothing() -> None:
    old = [Kept(place, str(place), str(place), living=True) for place in range(30_000)]
    new = [(str(place), str(place)) for place in range(30_000)]
    new[15_000:15_001] = [("new", "new"), ("newer", "newer")]
    assert align(old, new) == [*range(15_000), None, None, *range(15_001, 30_000)]
