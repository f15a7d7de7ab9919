"""The measure of extracted text, on texts that can be counted by hand."""

import pytest

from bot.documents.reader import read
from bot.models import Kind
from tests.benchmarks.web_pages import Score, figures, runs, score, text_of

PAGE = """<html><head><title>Ferry</title></head><body><article><h1>The ferry is back</h1>
<p>The ferry crossed the bay again on Monday, the council said, after a winter in the dock.</p>
<p>It carries forty cars and two hundred people, and it will sail every hour until October ends.</p>
</article></body></html>"""


def test_runs_are_counted_as_often_as_they_stand_there() -> None:
    assert runs("a b c d a b c d")["a", "b", "c", "d"] == 2
    assert runs("a, b") == {("a", "b"): 1}
    assert not runs("…")


def test_what_is_given_is_held_against_what_is_true() -> None:
    assert score("a b c d e", "a b c d") == Score(1 / 2, 1.0)
    assert score("a b c d", "a b c d e f") == Score(1.0, 1 / 3)
    assert score("", "a b c d") == Score(None, 0.0)
    assert figures([Score(1.0, 0.5), Score(None, 0.0), Score(0.5, None)]) == pytest.approx((3 / 8, 0.75, 0.25))


def test_marks_of_headings_are_no_words() -> None:
    document = read(PAGE.encode(), "page.html")
    given = text_of(document, {Kind.BODY, Kind.HEADING})
    assert given.startswith("The ferry is back\nThe ferry crossed")
    assert text_of(document, {Kind.BODY}).startswith("The ferry crossed")
    assert not text_of(None, {Kind.BODY})
