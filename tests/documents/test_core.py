"""The core of a page that was extracted whole: its text is kept, and what stands around it does not pass for text."""

from typing import Final

from bot.documents.reader import read
from bot.models import Kind

_TEXT: Final = """\
The harbour office has counted the gulls of Tarnmouth every May since 1931, and it has never once agreed with \
the bird club, which counts them on the same morning from the other side of the water.

This year the office found 4,112 of them. The club found 3,870, and a pelican, whose presence the office \
neither confirms nor denies. Both lists are kept in the town hall, in the same drawer, under lock.

“We don't argue about it any longer,” said Nora Beck, who has led the count for the club since 2004. “We \
exchange the figures over breakfast, and then each of us pities the other until the next spring.”

The council would like a single number for its brochure. It has proposed the mean of the two, a committee, and\
 at one time a machine, which counted the waves as well and was returned to its maker within a week.

A decision is expected in the autumn. Until then the brochure will go on speaking of several thousand gulls, \
and the gulls will go on as they are, noisily, and in numbers that nobody is able to give with any confidence.""".split(
    "\n\n"
)
_TITLES: Final = "\n\n".join(
    f"{place} opens a bridge for the third time"
    for place in ("Oster", "Brome", "Lund Hill", "Farrow", "Tilbrook", "Ems", "Pell", "Marden", "Kest", "Orran")
)
_TEASERS: Final = f"{_TITLES}\n\nThe mayor cut the ribbon with the same pair of scissors."
_COUNTS: Final = "\n".join(
    f"{label} ({count})" for label, count in (("Boats", 12), ("Birds", 7), ("Rope", 31), ("Tea", 2))
)
_PAGE: Final = "\n\n".join(
    (
        _TEASERS,
        "Home\nNews\nWeather\nContact\nSearch\nSubscribe",
        "The gulls of Tarnmouth are counted twice",
        "By Ada Finch",
        *_TEXT,
        "Facebook\nTwitter\nPrint",
        _TITLES,
        _TEASERS,
        _COUNTS,
        "Privacy policy",
    )
)


def _body(text: str) -> list[str]:
    return [each.span.of(text) for each in read(text.encode(), "page.txt").paragraphs if each.kind is Kind.BODY]


def test_text_of_a_whole_page_is_its_body_and_nothing_else() -> None:
    assert _body(_PAGE) == _TEXT


def test_sentences_that_a_few_buttons_part_from_the_text_stay() -> None:
    last = "The pelican was seen again on Sunday, on the roof of the office."
    page = _PAGE.replace("Facebook\nTwitter\nPrint\n", f"Facebook\nTwitter\nPrint\n\n{last}\n", 1)
    assert _body(page) == [*_TEXT, last]


def test_text_without_a_page_around_it_is_left_alone() -> None:
    bare = "\n\n".join(
        ("The gulls are counted twice", *_TEXT, "Boats\nBirds\nRope\nTea\nSalt\nTar\nTwine\nNails\nPaint")
    )
    assert _body(bare)[: len(_TEXT)] == _TEXT
    assert "Rope" in _body(bare)


def test_comments_without_a_title_are_no_body() -> None:
    said = "\n\n".join(
        f"{name} says:\n\nMay {day}, 2019 at 9:0{day}\n\nI counted them as well and came to quite another number."
        for day, name in enumerate(("Pilar", "oldrope", "M. Adeyemi"), 1)
    )
    text = "\n\n".join(("The gulls are counted twice", "By Ada Finch", *_TEXT, said))
    assert _body(text) == _TEXT


def test_labels_with_counts_are_navigation() -> None:
    text = "\n\n".join(("The gulls are counted twice", "By Ada Finch", *_TEXT, _COUNTS))
    kinds = {each.span.of(text): each.kind for each in read(text.encode(), "page.txt").paragraphs}
    assert kinds["Rope (31)"] is Kind.NAVIGATION
