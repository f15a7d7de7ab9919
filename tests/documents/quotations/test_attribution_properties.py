"""Whatever the text, marks lie in their paragraph, and the time taken grows with the length."""

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.documents.quotations.attribution import attribute
from bot.documents.sentences import split


@given(
    st.lists(
        st.one_of(
            st.text(max_size=80),
            st.lists(
                st.sampled_from(
                    "“ ” \" '' « » Ada Thorne said he she , . : — the mayor told that it and I Wang ¶ \n".split(" ")
                ),
                max_size=30,
            ).map(" ".join),
        ),
        max_size=5,
    )
)
@settings(max_examples=150, deadline=None)
def test_marks_lie_in_their_paragraph_in_order_and_apart(texts: list[str]) -> None:
    paragraphs = [(text, split(text, "en")) for text in texts]
    result = attribute(paragraphs, author="Ada Thorne", language="en")
    assert len(result) == len(texts)
    for text, marks in zip(texts, result, strict=True):
        for spans in ([each.span for each in marks.quotations], [each.span for each in marks.reported]):
            end = 0
            for span in spans:
                assert end <= span.start < span.end <= len(text)
                end = span.end


@pytest.mark.parametrize(
    "piece", ["“a” b ", "“a ", '"', "said that ", "Ada Thorne said it. “We go,” she said. ", "Name ", "'' "]
)
def test_takes_time_in_proportion_to_the_length(piece: str) -> None:
    def seconds(times: int) -> float:
        text = piece * times
        sentences = split(text, "en")
        started = time.process_time()
        attribute([(text, sentences)])
        return time.process_time() - started

    seconds(50)
    small = min(seconds(200) for _ in range(3))
    # sixteen times the length would take 256 times as long if time grew with its square; the rest is for a busy machine
    assert min(seconds(3200) for _ in range(3)) < 64 * small + 0.5
