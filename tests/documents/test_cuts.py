"""Cuts by tables against the expressions that say what a word is."""

import re

from hypothesis import example, given
from hypothesis import strategies as st

from bot.documents.blocks import word_count
from bot.documents.cuts import letters, terms

# what words are made of, what joins them, what parts them, and what is beyond ASCII
_TEXTS = st.text(st.sampled_from("aZ9_.,'-’‘“” —–…\xa0£\t\n!éß²٣ИİΣ©"), max_size=40)


@given(_TEXTS)
@example("a.b.c.d.e")
@example("the U.S. said ’tis 'so' .. o'clock.'")
def test_words_are_the_same_by_tables_as_by_expressions(text: str) -> None:
    small = text.lower()
    assert [*letters(text)] == re.findall(r"[^\W\d_]+", small)
    assert [*terms(text)] == re.findall(r"[^\W\d_]+(?:[.'][^\W\d_]+)*", small.replace("’", "'"))
    assert word_count(text) == len(re.findall(r"[^\W_]+(?:['’.,-][^\W_]+)*", text))


def test_two_characters_of_a_script_without_spaces_count_as_a_word() -> None:
    assert word_count("日本語の文 and 2 words") == 2 + 3
