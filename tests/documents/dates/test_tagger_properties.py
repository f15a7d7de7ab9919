"""What holds for the mentions of any text, and that no text takes long."""

import re
import time
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.documents.dates.tagger import tag
from bot.models import Basis, Span

PIECES = st.sampled_from(
    "March May april Sept. Monday Tue. yesterday today tomorrow tonight last next this that same the a an of from to "
    "until since before after between and or in on at by over ago later earlier every daily year years month months "
    "week decade century quarter spring winter morning noon p.m. am ten twenty-five hundred thousand first second 20th "
    "22nd 3 14 31 99 1900s 2023 1990 2013-14 2023-03-20 2023-03 03/04/2021 25.12.2020 10:35 22:25 $2023 No. Section "
    "'90s 80s Q3 BC - – — / , . ( ) ' 's ; : said will has have now world people early mid- late end beginning recent "
    "few couple 5% v2.0.23 https://x.org/2023 #2023 ½ ٣ २ ² １９９０ 今年 в".split(" ")
)
TEXTS = st.one_of(
    st.lists(PIECES, max_size=30).map(" ".join),
    st.lists(PIECES, max_size=20).map("".join),
    st.text(max_size=80),
)
ANCHORS = st.one_of(st.none(), st.dates())
YEAR = re.compile("[0-9]{4}|nineteen|twenty|eighteen|seventeen|sixteen|year", re.IGNORECASE)


@given(st.lists(st.lists(TEXTS, max_size=3), max_size=3), ANCHORS)
def test_mentions_of_any_document(document: list[list[str]], anchor: date | None) -> None:
    paragraphs = []
    for sentences in document:
        spans, at = [], 0
        for sentence in sentences:
            spans.append(Span(at, at + len(sentence)))
            at += len(sentence) + 1
        paragraphs.append((" ".join(sentences), spans))
    found = tag(paragraphs, anchor)
    assert len(found) == len(paragraphs)
    for (text, spans), mentions in zip(paragraphs, found, strict=True):
        end = 0
        for mention in mentions:
            assert mention.span.start >= end
            end = mention.span.end
            assert mention.span.of(text).strip()
            assert any(span.start <= mention.span.start and mention.span.end <= span.end for span in spans)
            assert (mention.value is None) == (mention.basis is Basis.UNKNOWN)
            if mention.value and mention.value.earliest and mention.value.latest:
                assert mention.value.earliest <= mention.value.latest
            if mention.basis is Basis.WORKED_OUT and anchor is None:
                assert any(YEAR.search(told) for told, _ in paragraphs)


@pytest.mark.parametrize("language", ["en", None, "ru", "zh"])
@pytest.mark.parametrize(
    "text",
    [
        "9" * 60_000, "1 " * 30_000, " " * 60_000, "2023-" * 12_000, "2023 " * 12_000, "March " * 10_000,
        "March 1, " * 8_000, "the early " * 6_000, "1.1." * 15_000, "9," * 30_000, "twenty-" * 9_000,
        "20 and " * 9_000, "'" * 60_000, "p. " * 20_000, "10:10" * 12_000, "http://" * 9_000, "-" * 60_000,
        "at least ten " * 5_000, "year ago " * 7_000, "last " * 12_000, "一" * 60_000, "十月" * 30_000,
        "20 xyz " * 9_000,
    ],
)  # fmt: skip
def test_no_text_takes_long(text: str, language: str | None) -> None:
    started = time.process_time()
    tag([(text, [Span(0, len(text))])], date(2023, 3, 28), language)
    assert time.process_time() - started < 10
