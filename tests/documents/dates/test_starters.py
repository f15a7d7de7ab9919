"""What a pattern can begin with."""

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.documents.dates.grammar import RULES, candidates
from bot.documents.dates.lexicon import Kind
from bot.documents.dates.starters import starters
from bot.documents.dates.tokens import Token, Tokens

_KINDS = "".join(Kind)


@pytest.mark.parametrize(
    ("pattern", "first"),
    [
        ("ab", "ab"),
        ("a", "a"),
        ("a?b", "ab b"),
        ("(?:a|b)?c", "ac bc c"),
        ("(?P<n>a{0,3})b", "aa ab b"),
        ("(?!a)b", "b"),
        ("(?:a(?:x|y)|b*)z", "ax ay bb bz z"),
        (r"\(a", "(a"),
        ("(?=a)a{2}b", "aa"),
        ("a+b?", "a aa ab"),
    ],
)
def test_starters(pattern: str, first: str) -> None:
    assert starters(pattern) == set(first.split())


@pytest.mark.parametrize("pattern", ["a?", "(?:a|)", "ab)", ""])
def test_a_pattern_that_fits_nothing_is_refused(pattern: str) -> None:
    with pytest.raises(ValueError, match="fits nothing"):
        starters(pattern)


@settings(deadline=None)
@given(st.text(alphabet=_KINDS, max_size=12))
def test_no_rule_is_missed(kinds: str) -> None:
    from bot.documents.dates.grammar import _compiled  # noqa: PLC0415 - the pattern itself, which no other module needs

    tokens = Tokens.of([Token(index, index + 1, Kind(kind), 0, kind) for index, kind in enumerate(kinds)])
    forms = {name: re.compile(_compiled(pattern)) for name, pattern in RULES.items()}
    fits = [[name for name, form in forms.items() if form.match(kinds, place)] for place in range(len(kinds))]
    wanted = next((names for names in fits if names), [])
    assert [found.rule for found in candidates(tokens, kinds, 0)] == wanted
