"""Cues: which words report, and the phrases of which only a part lies between two offsets."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.documents.quotations import cues
from bot.documents.quotations.cues import Sort
from bot.documents.quotations.names import drop_common, find
from bot.documents.quotations.page import Page

_WORDS = "went on to say is quoted as saying put it called out was adding said the mayor would".split()


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("She said so, adding more.", ["said", "adding"]),
        ("The report's author and the aide’s claims", ["claims"]),
        ("He unsaid it, sayings and said_so aside.", []),
        ("She Said SAID said", ["said"]),
        ("It was long and is short.", []),
        ("It was  quoted as saying so.", ["was", "quoted", "saying"]),
    ],
)
def test_finds_the_words_with_which_a_cue_may_begin(text: str, expected: list[str]) -> None:
    assert [word.word for word in cues.words(text)] == expected


def test_a_phrase_goes_before_the_verb_that_it_begins_with() -> None:
    text = "She went on to say that they called out twice and called."
    found = list(cues.find(text, cues.words(text), 0, len(text)))
    assert [(cue.word, cue.sort) for cue in found] == [
        ("went on to say", Sort.SPEECH),
        ("called out", Sort.SPEECH),
        ("called", Sort.ATTITUDE),
    ]


@given(st.lists(st.sampled_from(_WORDS), max_size=14))
def test_the_cues_of_a_part_are_those_that_are_found_in_it_alone(chosen: list[str]) -> None:
    page = Page(" ".join(chosen), (), ())
    page.read()
    edges = [0, *(found.end() for found in re.finditer(r"\w+", page.text))]
    for at, start in enumerate(edges):
        for end in edges[at:]:
            assert page.cues(start, end) == list(cues.find(page.text, cues.words(page.text), start, end))


@pytest.mark.parametrize("others", [0, 60])
def test_a_common_word_is_dropped_among_few_names_and_among_many(others: int) -> None:
    capitals = [f"{chr(65 + at // 26)}{chr(97 + at % 26)}rmouth came." for at in range(others)]
    texts = [
        "Harvest came late. Orlin said the late-harvest feast was off. Underlin spoke; underlining came.",
        *capitals,
    ]
    names = [find(text) for text in texts]
    drop_common(texts, names)
    kept = [name.span.of(text) for text, found in zip(texts, names, strict=True) for name in found]
    assert kept == ["Orlin", "Underlin", *(text.split()[0] for text in capitals)]
