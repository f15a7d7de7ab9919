"""Sentences: cut where a reader would, offsets exact, nothing lost."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.documents.sentences import split


@pytest.mark.parametrize(
    "sentences",
    [
        ["He went to the U.S. and to Washington, D.C.", "The rest followed."],
        ["No. 14 is empty.", "Did he ask?", "No.", "See Art. 5 and Fig. 3."],
        ["“We agree,” said Mr. Smith.", "“We always do.”", "He left."],
        ["“I came. I saw. I left,” he said.", "“Then what?” asked Ann."],
        ["J. R. R. Tolkien wrote it.", "George W. Bush read it."],
        ["It cost $3.5 million, about 2.1 percent.", "Nobody paid."],
        ["Acme Inc. closed.", "Acme Co. Ltd. did not."],
        ["It began at 5 p.m. Monday.", "It ended at 6 p.m.", "They slept."],
        ["(It rained.)", "The end."],
        ["She said “no. ”", "Perhaps she meant it."],
        ["A line that was\nbroken goes on.", "Another\none too."],
        ["1. Peel them.", "2. Cut them."],
        ["They had a plan\u00a0C\u202f.", "It failed."],
        ["Stop!", "Who is there?", "Nobody … at all."],
    ],
)
def test_a_paragraph_is_cut_into_its_sentences(sentences: list[str]) -> None:
    text = " ".join(sentences)
    assert [span.of(text) for span in split(text, "en")] == sentences


def test_letterless_pieces_belong_to_the_sentence_before() -> None:
    text = "He left. … ! ?"
    assert [span.of(text) for span in split(text, "en")] == [text]


@given(st.text(), st.sampled_from(["en", "de", "zh", None, "xx"]))
def test_every_character_that_is_not_white_space_lies_in_one_sentence(text: str, language: str | None) -> None:
    end = 0
    for span in split(text, language):
        assert end <= span.start < span.end
        assert not text[end : span.start].strip()
        assert span.of(text) == span.of(text).strip()
        end = span.end
    assert not text[end:].strip()


@given(
    st.lists(st.sampled_from(["Word", "“", "”", ". ", "Mr. ", "? ", "(", ".) ", "no. 5 ", "\n", "a.m. ", "1. ", "’ "]))
)
def test_nothing_is_lost_among_marks(pieces: list[str]) -> None:
    text = "".join(pieces)
    covered = "".join(span.of(text) for span in split(text, "en"))
    assert "".join(covered.split()) == "".join(text.split())


def test_a_very_long_paragraph_of_open_quotation_marks_is_cut() -> None:
    text = "“Go. " * 50_000
    spans = split(text, "en")
    assert spans[0].start == 0
    assert spans[-1].end == len(text.rstrip())
