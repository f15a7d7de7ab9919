"""Folding brings together what typography sets apart, and leads back to the source."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.folding import bare_words, fold, folded, words
from bot.models import Span

SPICY = st.text(alphabet=st.sampled_from("aZé\u0301ﬁİß’‘“”«„—–-\u00a0\u200b\u00ad \t\n½Ⅷ㎏한か\u3099字."), max_size=40)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("China’s", "china's"),
        ("“Peace”", '"peace"'),
        ("«Frieden»", '"frieden"'),
        ("2013–2023", "2013-2023"),
        ("a\u00a0b\u2009c", "A B  C"),
        ("co\u00adoperate", "cooperate"),
        ("ﬁnance", "finance"),
        ("Ｆｕｌｌ", "full"),
        ("Straße", "STRASSE"),
        ("cafe\u0301", "CAFÉ"),
        ("zero\u200bwidth", "zerowidth"),
        ("  outer \n inner  ", "outer inner"),
    ],
)
def test_typography_is_taken_away(one: str, other: str) -> None:
    assert fold(one) == fold(other)


@pytest.mark.parametrize(("one", "other"), [("resume", "resumé"), ("not", "now"), ("40", "41"), ("a b", "ab")])
def test_meaning_is_not(one: str, other: str) -> None:
    assert fold(one) != fold(other)


@given(st.one_of(st.text(max_size=60), SPICY))
def test_both_ways_of_folding_agree(text: str) -> None:
    assert fold(text) == folded(text).text


@given(st.one_of(st.text(max_size=60), SPICY))
def test_folding_again_changes_nothing(text: str) -> None:
    assert fold(fold(text)) == fold(text)


@given(st.one_of(st.text(max_size=60), SPICY))
def test_every_word_leads_back_to_where_it_stands(text: str) -> None:
    found = words(text)
    for word in found:
        assert 0 <= word.span.start < word.span.end <= len(text)
        assert word.text in fold(word.span.of(text))
    starts = [word.span.start for word in found]
    assert starts == sorted(starts)


def test_the_way_back_from_a_phrase() -> None:
    text = "He said: “We\u00a0  will\u00adnot wait”."
    form = folded(text)
    at = form.text.index('"we willnot wait"')
    assert form.span(at, at + len('"we willnot wait"')).of(text) == "“We\u00a0  will\u00adnot wait”"


def test_the_way_back_at_either_end() -> None:
    assert folded("").span(0, 0) == Span(0, 0)
    assert folded(" ab ").span(2, 2) == Span(3, 3)


@given(st.one_of(st.text(max_size=60), SPICY))
def test_bare_words_are_the_words(text: str) -> None:
    assert bare_words(text) == [word.text for word in words(text)]


@given(st.text(alphabet=st.sampled_from("aZéŁßŉµſ’“”–-`.,1 \u00a0"), max_size=40))
def test_a_text_in_which_each_character_folds_to_one_is_folded_as_any_other(text: str) -> None:
    form, other = folded(text.strip()), folded(f"{text.strip()} …")
    assert other.text.removesuffix("...").rstrip() == form.text
    assert list(other.offsets[: len(form.text)]) == list(form.offsets)
    assert list(other.ends[: len(form.text)]) == list(form.ends)


@given(st.lists(st.one_of(st.text(max_size=9), SPICY), max_size=5))
def test_every_character_leads_back_to_what_it_was_folded_from(parts: list[str]) -> None:
    text = " ".join(parts)
    form = folded(text)
    assert len(form.text) == len(form.offsets) == len(form.ends)
    assert list(form.offsets) == sorted(form.offsets)
    for at, character in enumerate(form.text):
        source = form.span(at, at + 1).of(text)
        assert character == " " or character in fold(source)
