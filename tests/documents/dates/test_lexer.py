"""Cutting sentences into tokens: where they lie, and what stands beside a number."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.documents.dates.lexer import lexer_for
from bot.documents.dates.lexicon import Kind
from bot.documents.dates.words import ENGLISH

_LEXER = lexer_for(ENGLISH)
_PIECES = st.sampled_from(
    "May may New Year's Eve Christmas trees 24 24th 2023 2023-03 1.2.2023 40,000 am p.m. o'clock Sept. sept No. $5 $ % "
    ": 10:30 ' 's boys' , . - -- _ # @x ² ٣ Ⅷ б März ½ 3Q H1 '90s 1990s https://x.org é ﬁ".split(" ")
)
_TEXTS = st.one_of(
    st.lists(_PIECES, max_size=12).map(" ".join), st.lists(_PIECES, max_size=12).map("".join), st.text(max_size=40)
)


def cut(text: str) -> list[tuple[str, Kind, int]]:
    return [(text[t.start : t.end], t.kind, t.number) for t in _LEXER.cut(text, 0, len(text))]


@settings(deadline=None)
@given(_TEXTS, st.text(alphabet=" \t\n\u00a0", max_size=12))
def test_tokens_follow_one_another_and_know_their_words(text: str, blanks: str) -> None:
    text = blanks + text + blanks
    tokens = _LEXER.cut(text, 0, len(text))
    end = 0
    for place, token in enumerate(tokens):
        assert token.start >= end
        assert token.end > token.start
        assert text[token.start : token.end].lower() == token.word == tokens.word(place)
        assert (token.kind, token.number) == (tokens.kind(place), tokens.number(place))
        assert tokens.facts(place).length == token.end - token.start
        end = token.end
    assert tokens.kinds == "".join(token.kind for token in tokens)


@given(_TEXTS, _TEXTS)
def test_a_stretch_is_cut_as_if_nothing_stood_behind_it(text: str, behind: str) -> None:
    alone = [(t.start, t.end, t.kind, t.number) for t in _LEXER.cut(text, 0, len(text))]
    among = [(t.start, t.end, t.kind, t.number) for t in _LEXER.cut(text + "\n\n" + behind, 0, len(text))]
    assert [each[:2] for each in among] == [each[:2] for each in alone]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("it was 2023 then", Kind.YEAR),
        ("it was 2023", Kind.YEAR),
        ("2023 was dry", Kind.YEAR),
        ("it was 2023% then", Kind.OTHER),
        ("it was 2023:1 then", Kind.OTHER),
        ("see No. 2023 there", Kind.OTHER),
        ("model 2023 came", Kind.OTHER),
        ("x=2023 there", Kind.OTHER),
        ("v-2023 there", Kind.OTHER),
        ("B&2023 there", Kind.OTHER),
        ("Christmas Eve 2023 came", Kind.YEAR),
        ("Black Friday No. 2023", Kind.OTHER),
    ],
)
def test_what_stands_beside_a_number_says_what_it_is(text: str, kind: Kind) -> None:
    assert [found for piece, found, _ in cut(text) if piece == "2023"] == [kind]


def test_a_named_day_is_one_token() -> None:
    assert [piece for piece, _, _ in cut("On New Year's Eve, not New York")] == [
        "On", "New Year's Eve", ",", "not", "New", "York",
    ]  # fmt: skip
    assert [piece for piece, kind, _ in cut("a Christmas tree") if kind is Kind.FEAST] == []
