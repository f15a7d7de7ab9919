"""Pagination: pages by the marks between paragraphs."""

from bot.documents.pagination import FURNITURE, PAGE_END, Pagination
from bot.models import Pages, Span

TEXT = f"One.\n\n{FURNITURE}Foot\n\n{PAGE_END}\n\nTwo goes on{PAGE_END}{PAGE_END}\n\n{FURNITURE}Head\n\nThree."


def _span(words: str) -> Span:
    at = TEXT.index(words)
    return Span(at, at + len(words))


def test_pages_are_counted_from_one() -> None:
    pagination = Pagination(TEXT)
    assert pagination.pages(_span("One.")) == Pages(1, 1)
    assert pagination.pages(_span("Two goes on")) == Pages(2, 4)
    assert pagination.pages(_span("Three.")) == Pages(4, 4)


def test_furniture_is_known_by_its_mark() -> None:
    pagination = Pagination(TEXT)
    assert [pagination.is_furniture(_span(words)) for words in ("One.", "Foot", "Head", "Three.")] == [
        False,
        True,
        True,
        False,
    ]
