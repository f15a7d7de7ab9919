"""The words of sentences as arrays: the same as those of each sentence read by itself."""

import re

from hypothesis import example, given, settings
from hypothesis import strategies as st

from bot.answers.summarising.lexicon import Lexicon
from bot.answers.summarising.outline import outlined
from bot.answers.summarising.reading import seconds
from bot.answers.summarising.tokens import Tokens
from bot.documents import notices
from bot.folding import cased_words

_PIECES = st.sampled_from(
    [
        "harbour", "The", "Ann's", "O’Brien", "multi-polar", "co‐op", "U.S.", "1,250", "a_b", "l'homme1", "don't",
        "é", "e\u0301", "ﬁre", "ſo", "İ", "itʼs", "北京", "ไทย", "©", "ICP", "newsletter", "_", " ",
        "  ", "\n", "—", "'", ".",
    ]
)  # fmt: skip
_SENTENCE = st.lists(_PIECES | st.text(max_size=3), max_size=8).map("".join) | st.text(max_size=20)


@settings(max_examples=300, deadline=None)
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


@settings(max_examples=200, deadline=None)
@given(st.lists(_SENTENCE, max_size=40))
def test_the_time_to_read_is_that_of_the_texts(sentences: list[str]) -> None:
    assert outlined(sentences, [0] * len(sentences), "en")[1].seconds == seconds(sentences)
