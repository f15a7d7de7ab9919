"""The words of sentences as arrays: those of each sentence read by itself, however many are read at once."""

import re

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from bot.answers.summarising import tokens as tokens_module
from bot.answers.summarising.lexicon import Lexicon
from bot.answers.summarising.outline import outlined
from bot.answers.summarising.reading import seconds
from bot.answers.summarising.tokens import Tokens
from bot.documents import notices
from bot.folding import cased_words
from tests.answers.invented import HARBOUR, flat

_PIECES = st.sampled_from(
    [
        "harbour", "The", "Ann's", "O’Brien", "multi-polar", "co‐op", "U.S.", "1,250", "a_b", "l'homme1", "don't",
        "é", "e\u0301", "ﬁre", "ſo", "İ", "itʼs", "北京", "ไทย", "©", "ICP", "newsletter", "_", " ",
        "  ", "\n", "—", "'", ".",
    ]
)  # fmt: skip
_SENTENCE = (
    st.lists(_PIECES | st.text(max_size=3), max_size=8).map("".join)
    | st.text(max_size=20)
    | st.sampled_from(flat(HARBOUR)[0])
)


@settings(max_examples=300)
@given(st.lists(_SENTENCE, max_size=5))
@example(["l'homme1", "a", "é b"])
@example(["_", ""])
def test_words_are_those_of_each_sentence(sentences: list[str]) -> None:
    tokens = Tokens(sentences)
    assert [tokens.text[start:end] for start, end in zip(tokens.starts, tokens.ends, strict=True)] == [
        tokens.forms[number] for number in tokens.numbers
    ]
    words = Lexicon(str, frozenset())
    rows, numbers = tokens.folded(words)
    found = [
        (row, words.terms[number >> 1], bool(number & 1)) for row, number in zip(rows, numbers.tolist(), strict=True)
    ]
    assert found == [(row, *word) for row, sentence in enumerate(sentences) for word in cased_words(sentence)]
    assert tokens.word_counts.tolist() == [len(re.findall(r"\w+", sentence)) for sentence in sentences]
    assert tokens.notable == [notices.is_notable(sentence) for sentence in sentences]


@settings(max_examples=200)
@given(st.lists(_SENTENCE, max_size=40))
def test_the_time_to_read_is_that_of_the_texts(sentences: list[str]) -> None:
    assert outlined(sentences, [0] * len(sentences), "en")[1].seconds == seconds(sentences)


def seen(sentences: list[str]) -> tuple[object, ...]:
    found = Tokens(sentences)
    arrays = (found.starts, found.ends, found.rows, found.numbers, found.adjoins, found.genitive, found.joint_counts)
    return found.text, found.forms, *(array.tolist() for array in arrays)


@settings(max_examples=60)
@given(st.lists(_SENTENCE, max_size=9), st.integers(1, 4))
def test_parts_of_a_text_are_put_together(sentences: list[str], at_once: int) -> None:
    whole = seen(sentences)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(tokens_module, "_AT_ONCE", at_once)
        assert seen(sentences) == whole


def test_the_places_are_those_of_the_text() -> None:
    sentences = ["The crews' boats left.", "…", "Nine boats came."]
    found = Tokens(sentences)
    places = zip(found.starts.tolist(), found.ends.tolist(), strict=True)
    assert [found.text[start:end] for start, end in places] == "The crews boats left Nine boats came".split()
    assert found.rows.tolist() == [0, 0, 0, 0, 2, 2, 2]
