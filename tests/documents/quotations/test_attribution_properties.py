"""Whatever the text, marks lie in their paragraph, and the time taken grows with the length."""

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.documents.quotations.attribution import attribute
from bot.documents.quotations.tongues import LANGUAGES
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
@settings(max_examples=150)
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


@given(
    st.sampled_from(sorted(LANGUAGES)),
    st.lists(
        st.lists(
            st.sampled_from(
                '„ “ ” « » " Ada Torn Falk sagte dijo disse zei a déclaré ha detto сказал Анна'
                " que dass : , . — der el le l’ingénieur alcalde Sprecher selon so laut"
                " según er elle -t-il Dr. M. von und y \n".split(" ")
            ),
            max_size=30,
        ).map(" ".join),
        max_size=4,
    ),
)
@settings(max_examples=150)
def test_marks_in_other_languages_lie_in_their_paragraph(language: str, texts: list[str]) -> None:
    for text, marks in zip(
        texts, attribute([(text, split(text, language)) for text in texts], language=language), strict=True
    ):
        for each in marks.quotations:
            assert 0 <= each.span.start < each.span.end <= len(text)
            speaker = each.speaker
            if speaker is not None and speaker.mention is not None:
                assert speaker.mention.span.of(texts[speaker.mention.paragraph]).strip()


@pytest.mark.parametrize("language", ["de", "es"])
@pytest.mark.parametrize(
    "piece", ["„a“ b ", "„a ", "„Ja“, sagte er. ", "“Sí”, dijo. ", "Ada Torn ", "sagte ", "dijo que "]
)
def test_takes_time_in_proportion_in_other_languages(piece: str, language: str) -> None:
    def seconds(times: int) -> float:
        text = piece * times
        sentences = split(text, language)
        started = time.process_time()
        attribute([(text, sentences)], language=language)
        return time.process_time() - started

    seconds(50)
    small = min(seconds(200) for _ in range(3))
    assert min(seconds(3200) for _ in range(2)) < 64 * small + 0.5


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
