"""What a pattern can begin with."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.documents.dates.grammar import RULES, beginnings
from bot.documents.dates.lexicon import Kind
from bot.documents.dates.starters import starters

_KINDS = "".join(Kind)


@pytest.mark.parametrize(
    ("pattern", "first"),
    [
        ("abcd", "abc"),
        ("ab", "ab"),
        ("a", "a"),
        ("a?b", "ab b"),
        ("(?:a|b)?c", "ac bc c"),
        ("(?P<n>a{0,3})b", "aaa aab ab b"),
        ("(?!a)bcd", "bcd"),
        ("(?:a(?:x|y)|b*)z", "axz ayz bbb bbz bz z"),
        (r"\(ab", "(ab"),
        ("(?=a)a{2}b", "aaa aab"),
        ("a+b?", "a ab aa aab aaa"),
    ],
)
def test_starters(pattern: str, first: str) -> None:
    assert starters(pattern) == set(first.split())


@pytest.mark.parametrize("pattern", ["a?", "(?:a|)", "ab)", ""])
def test_a_pattern_that_fits_nothing_is_refused(pattern: str) -> None:
    with pytest.raises(ValueError, match="fits nothing"):
        starters(pattern)


@given(st.text(alphabet=_KINDS, max_size=12))
def test_no_rule_is_missed(kinds: str) -> None:
    from bot.documents.dates.grammar import _compiled  # noqa: PLC0415 - the pattern itself, which no other module needs

    forms = {name: re.compile(_compiled(pattern)) for name, pattern in RULES.items()}
    for place in range(len(kinds)):
        wanted = [name for name, form in forms.items() if form.match(kinds, place)]
        tried = dict(beginnings(kinds)).get(place, ())
        assert [rule.name for rule in tried if rule.match(kinds, place)] == wanted
