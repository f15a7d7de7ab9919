"""Page furniture: what stands at the edges of several pages, and what only looks like it."""

from bot.documents.formats.furniture import furniture
from bot.documents.formats.pdf_lines import PageLine


def _page(head: str, foot: str, number: int, *, size: float = 10.0) -> list[PageLine]:
    words = "tide boat lamp rope mast keel oar net buoy quay".split()
    text = [
        PageLine(f"The {words[number - 1]} {word} goes on.", 72, 700 - 12 * at, 10.0) for at, word in enumerate(words)
    ]
    return [PageLine(head, 72, 760, size), *text, PageLine(foot, 300, 40, 8.0)]


def _found(pages: list[list[PageLine]]) -> list[list[str]]:
    return [[page[at].text for at in sorted(found)] for page, found in zip(pages, furniture(pages, 10.0), strict=True)]


def test_the_same_words_and_numbers_that_count() -> None:
    pages = [_page("The Ferry Board", f"- {number} -", number) for number in (7, 8, 9)]
    assert _found(pages) == [["The Ferry Board", f"- {number} -"] for number in (7, 8, 9)]


def test_heads_that_change_with_left_and_right_pages() -> None:
    heads = ["The Ferry Board", "Minutes"] * 4
    pages = [_page(head, f"Page {number} of 8", number) for number, head in enumerate(heads, 1)]
    assert [each[0] for each in _found(pages)] == heads


def test_heads_that_name_the_chapter_beside_the_page() -> None:
    heads = [f"Chapter {1 + number // 2}: of boats {number}" for number in range(1, 9)]
    pages = [_page(head, "ends here", number)[:-1] for number, head in enumerate(heads, 1)]
    assert _found(pages) == [[head] for head in heads]


def test_a_heading_in_large_type_is_none() -> None:
    pages = [_page(f"Chapter {number}", "abc"[number - 1] * 5, number, size=18.0) for number in (1, 2, 3)]
    assert _found(pages) == [[], [], []]


def test_a_single_page_has_none() -> None:
    assert _found([_page("The Ferry Board", "1", 1)]) == [[]]


def test_lines_of_text_are_none() -> None:
    pages = [[PageLine(f"Words {number} that differ {word}.", 72, 700, 10.0)] for number, word in ((1, "a"), (2, "b"))]
    assert _found(pages) == [[], []]


def test_what_is_set_across_the_page_is_furniture() -> None:
    page = [*_page("Head", "1", 1), PageLine("Draft", 20, 400, 10.0, turn=1)]
    assert _found([page]) == [["Draft"]]
