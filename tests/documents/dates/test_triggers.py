"""The sentences that are not read at all hold no date."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.documents.dates import linking
from bot.documents.dates.tagger import expressions, tag
from bot.documents.dates.triggers import Trigger
from bot.documents.dates.words import ENGLISH
from bot.models import Span

ANCHOR = date(2023, 3, 28)
_PIECES = (
    *("May", "march", "Mon.", "on", "in", "the", "of", "19th", "century", "BC", "A.D.", "410", "44", "2023", "'90s"),
    *(
        "30s",
        "Q3",
        "3Q22",
        "H1",
        "FY23",
        "FY",
        "two",
        "weeks",
        "will",
        "ago",
        "last",
        "year",
        "quarter",
        "latest",
        "to",
    ),
    *("New Year's Eve", "Easter", "Good Friday", "morning", "at", "10:30", "p.m.", "nineteen", "ninety-six", "second"),
    *("period", "half", "turn", "decade", "nineties", "spring", "weekend", "tomorrow", "night", "now", "20/22", "by"),
    *("2023-W12", "20230320T1015", "March '19", "25/03/2021", ",", "-", "end", "first", "ended", "fortnight", "noon"),
)


@given(st.lists(st.sampled_from(_PIECES), max_size=9))
def test_nothing_is_lost_by_skipping(pieces: list[str]) -> None:
    text = " ".join(pieces)
    paragraphs = [(text, [Span(0, len(text))])]
    every = [
        mention
        for told in expressions(paragraphs, ANCHOR, ENGLISH)
        for tokens, found in told
        for mention in linking.mentions(tokens, found)
    ]
    assert list(tag(paragraphs, ANCHOR, "en")[0]) == every


@pytest.mark.parametrize(
    "text",
    [
        "It cost $5 million, or 20 percent more, in 12 of 30 towns.",
        "They may march to the marketplace, and the sun sat low.",
        "Maybe the secondary minister decided; the mayor satisfied nobody.",
        "He waited an hour, two minutes and a second.",
        "Now and recently, at present, they are paid daily.",
    ],
)
def test_sentences_without_a_date_are_not_read(text: str) -> None:
    assert not Trigger(ENGLISH, vague=False).fires(text, 0, len(text))
