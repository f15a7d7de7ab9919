"""What a pattern can begin with."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.documents.dates.grammar import RULES, candidates
from bot.documents.dates.lexer import Token
from bot.documents.dates.lexicon import Kind
from bot.documents.dates.starters import starters

_KINDS = "".join(Kind)


@pytest.mark.parametrize(
    ("pattern", "first"),
    [
        ("ab", "a"),
        ("a?b", "ab"),
        ("(?:a|b)?c", "abc"),
        ("(?P<n>a{0,3})b", "ab"),
        ("(?!a)b", "b"),
        ("(?:a(?:x|y)|b*)z", "abz"),
        (r"\(a", "("),
        ("(?=a)a{2}b", "a"),
    ],
)
def test_starters(pattern: str, first: str) -> None:
    assert starters(pattern) == set(first)


@pytest.mark.parametrize("pattern", ["a?", "(?:a|)", "ab)", ""])
def test_a_pattern_that_fits_nothing_is_refused(pattern: str) -> None:
    with pytest.raises(ValueError, match="fits nothing"):
        starters(pattern)


@given(st.text(alphabet=_KINDS, max_size=12))
def test_no_rule_is_missed(kinds: str) -> None:
    from bot.documents.dates.grammar import _compiled  # noqa: PLC0415 - the pattern itself, which no other module needs

    tokens = [Token(index, index + 1, Kind(kind), 0, kind) for index, kind in enumerate(kinds)]
    forms = {name: re.compile(_compiled(pattern)) for name, pattern in RULES.items()}
    fits = [[name for name, form in forms.items() if form.match(kinds, place)] for place in range(len(kinds))]
    wanted = next((names for names in fits if names), [])
    assert [found.rule for found in candidates(tokens, kinds, 0)] == wanted
