"""Hyphens at line ends: a broken word is mended, a compound keeps its hyphen."""

import pytest

from bot.documents.formats.hyphens import Joiner

LINES = ["the harbour was closed and the", "an out-of-date and long-standing rule of the", "the sea and the wall of it"]


@pytest.mark.parametrize(
    ("before", "after", "joined"),
    [
        ("the har-", "bour was", "the harbour was"),
        ("of long-", "standing use", "of long-standing use"),
        ("a soft hy\u00ad", "phen", "a soft hyphen"),
        ("the Anglo-", "Saxon kings", "the Anglo-Saxon kings"),
        ("in 1914-", "18 the", "in 1914-18 the"),
        ("a well-", "founded fear", "a well-founded fear"),
        ("the sea-", "wall was", "the sea-wall was"),
        ("an unheard-", "of thing", "an unheardof thing"),
        ("so far -", "and no", "so far - and no"),
        ("the NATO-", "led force", "the NATO-led force"),
        ("plain", "words", "plain words"),
        ("漢字の", "文章", "漢字の文章"),
    ],
)
def test_joining(before: str, after: str, joined: str) -> None:
    assert Joiner(LINES).join(before, after) == joined
