"""Cutting sentences into tokens: where they lie, and what stands beside a number."""

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.documents.dates.chunks import Chunks
from bot.documents.dates.cutting import Cutter
from bot.documents.dates.german import GERMAN
from bot.documents.dates.lexicon import Kind
from bot.documents.dates.tokens import Tokens
from bot.documents.dates.words import ENGLISH

_CUTTER = Cutter(ENGLISH)
_PIECES = st.sampled_from(
    "May may New Year's Eve Christmas trees 24 24th 2023 2023-03 1.2.2023 40,000 am p.m. o'clock Sept. sept No. $5 $ % "
    ": 10:30 ' 's boys' , . - -- _ # @x ² ٣ Ⅷ б März ½ 3Q H1 '90s 1990s https://x.org é ﬁ".split(" ")
)
_TEXTS = st.one_of(
    st.lists(_PIECES, max_size=12).map(" ".join), st.lists(_PIECES, max_size=12).map("".join), st.text(max_size=40)
)


def placed(tokens: Tokens) -> list[tuple[int, int, Kind, int, str, bool, bool]]:
    return [
        (tokens.start(place), end, each.kind, each.number, each.word, each.capital, each.doubtful)
        for place, (each, end) in enumerate(zip(tokens.items, tokens.ends, strict=True))
    ]


def cut(text: str) -> list[tuple[str, Kind, int]]:
    return [(text[start:end], kind, number) for start, end, kind, number, *_ in placed(_CUTTER.cut(text, 0, len(text)))]


@given(_TEXTS, st.text(alphabet=" \t\n\u00a0", max_size=12))
def test_tokens_follow_one_another_and_know_their_words(text: str, blanks: str) -> None:
    text = blanks + text + blanks
    tokens = _CUTTER.cut(text, 0, len(text))
    before = 0
    for start, end, _, _, word, *_ in placed(tokens):
        assert before <= start < end
        assert text[start:end].lower() == word
        before = end
    assert tokens.kinds == "".join(token.kind for token in tokens.items)
    for place in range(1, len(tokens.items)):
        assert tokens.touches(place) == (tokens.ends[place - 1] == tokens.start(place))


@given(_TEXTS, _TEXTS)
def test_a_stretch_is_cut_as_if_nothing_stood_behind_it(text: str, behind: str) -> None:
    alone = placed(_CUTTER.cut(text, 0, len(text)))
    among = placed(_CUTTER.cut(text + "\n\n" + behind, 0, len(text)))
    assert [each[:2] for each in among] == [each[:2] for each in alone]


_SIGNED = st.builds(
    "{}{}{}{}".format,
    st.sampled_from(["", "", "", '"', "“", "(", "‘", "'", "$"]),
    _PIECES,
    st.sampled_from(["", "", "", "'s", "’s", "'"]),
    st.sampled_from(["", "", "", ",", ".", ";", ":", "?", ".”", ',"', ").", "...", "%", "-"]),
)
_ENGLISH = Chunks(ENGLISH, _CUTTER)
_GERMAN_CUTTER = Cutter(replace(GERMAN, figures=()))
_GERMAN = Chunks(replace(GERMAN, figures=()), _GERMAN_CUTTER)


@settings(max_examples=300)
@given(st.lists(_SIGNED, max_size=9), st.sampled_from([" ", " ", " ", "\n", "\u00a0", "  "]), _TEXTS)
def test_chunks_are_cut_as_the_whole_is(pieces: list[str], blank: str, other: str) -> None:
    for text in (blank.join(pieces), other, " ".join([*pieces, other])):
        for chunks, cutter in ((_ENGLISH, _CUTTER), (_GERMAN, _GERMAN_CUTTER)):
            around = f"1 {text} x"
            if (tokens := chunks.cut(around, 2, 2 + len(text))) is not None:
                assert placed(tokens) == placed(cutter.cut(around, 2, 2 + len(text)))


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("They said on 4 March 2021, “No,” and left Ann's (old) house.", True),
        ("They left on New Year's Eve.", False),
        ("They left on page 20 of it.", False),
        ("They paid $ 20 on the 3. June.", False),
        ("They left  twice.", False),
        ("They left ", False),
    ],
)
def test_chunks_alone_tell_most_sentences(text: str, *, told: bool) -> None:
    assert (_ENGLISH.cut(text, 0, len(text)) is not None) == told


def test_chunks_tell_no_stretch_that_goes_on() -> None:
    assert _ENGLISH.cut("In 2021%", 0, 7) is None
    assert _ENGLISH.cut("No.2021 it", 3, 10) is None


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
