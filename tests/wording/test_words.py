"""What counts as a word when a quotation is checked, and what only as its writing."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.wording.words import wording


def same(source: str, pasted: str) -> bool:
    """Whether a pasted text has exactly the words of a source."""
    sought = wording(pasted)
    return list(wording(source).like(sought).words) == list(sought.words)


@pytest.mark.parametrize(
    ("source", "pasted"),
    [
        ("The multi-polar world", "the MULTIPOLAR world"),
        ("The multi-polar world", "the multi polar world"),
        ("a multipolar world", "a multi-polar world"),
        ("We can’t, won’t.", "We can't wont"),
        ("the U.S. and China’s plan", "the US and Chinas plan"),
        ("1,250,000 people", "1250000 people"),
        ("40,000 people", "40 000 people"),
        ("40 % of all", "40% of all"),
        ("the years 2013–2023", "the years 2013-2023"),
        ("one thing—another", "one thing - another"),
        ("the coun-\n  cil met", "the council met"),
        ("Straße, ﬁn", "STRASSE fin"),
        ("l’homme est né", "l'homme est né"),
        ("«Слово» сказано", '"слово" сказано'),
        ("*bold* __and__ ~~struck~~", "bold and struck"),
        ("中国的经济。", "中国的经济"),
    ],
)
def test_typography_makes_no_difference(source: str, pasted: str) -> None:
    assert same(source, pasted)


@pytest.mark.parametrize(
    ("source", "pasted"),
    [
        ("it grew by 3.5 points", "it grew by 35 points"),
        ("it grew by 3.5 points", "it grew by 3 5 points"),
        ("it was -5 degrees", "it was 5 degrees"),
        ("it costs $40", "it costs €40"),
        ("it costs $40", "it costs 40"),
        ("it fell by 40%", "it fell by 40"),
        ("at 12:30", "at 1230"),
        ("1,250 people", "1.250 people"),
        ("we can't go", "we can go"),
        ("it is notable", "it is not able"),
        ("10-20 people", "1020 people"),
        ("café", "cafe"),
        ("की बात", "का बात"),
        ("x < 5", "x > 5"),
    ],
)
def test_what_is_said_makes_one(source: str, pasted: str) -> None:
    assert not same(source, pasted)


def test_a_quotation_begins_within_a_compound_but_not_behind_what_turns_it_round() -> None:
    source = wording("a multi-polar world of non-partisan people who can't")
    assert "polar" in source.like(wording("polar world")).words
    assert "partisan" not in source.like(wording("partisan people")).words
    assert "can" not in source.like(wording("people who can")).words


def test_names_beside_each_other_are_no_compound() -> None:
    source = wording("Orm, Linden met. The Orm-Linden road was closed.")
    assert list(source.like(wording("Linden met. The Orm-Linden road")).words)[:3] == ["orm", "linden", "met"]


@given(st.text())
def test_words_lie_in_order_within_the_text(text: str) -> None:
    words = wording(text)
    ends = [0]
    for word, span in zip(words.words, words.spans, strict=True):
        assert word
        assert ends[-1] <= span.end <= len(text)
        assert span.start < span.end
        ends.append(span.end)
    assert all(place < len(words.words) and len(parts) > 1 for place, parts in words.parts.items())


@given(st.text(), st.text())
def test_any_text_can_be_written_like_any_other(text: str, other: str) -> None:
    words = wording(text)
    adapted = words.like(wording(other))
    assert "".join(adapted.words) == "".join(words.words)
    assert len(adapted.words) == len(adapted.spans)


@given(st.text(st.sampled_from("aB12%-–—\n'’.,…€$ \u00a0é§ъ\u0301“”()"), max_size=40))
def test_a_text_has_the_words_that_it_has_within_a_longer_one(text: str) -> None:
    # the sign behind it is one of those for which a text is not read piece by piece
    alone, within = wording(text), wording(f"{text} ; 好")
    assert list(alone.words) == list(within.words)[:-1]
    assert list(alone.spans) == list(within.spans)[:-1]
    assert dict(alone.parts) == dict(within.parts)
