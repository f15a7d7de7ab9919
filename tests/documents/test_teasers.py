"""Titles of other pages are told by coming again and again, and what is of the text is not taken for one of them."""

from typing import Final

from bot.documents.reader import read
from bot.models import Kind

_TEXT: Final = [
    "The ferry to Skarholm will sail again from Monday, after nine weeks in the dock, the county said on Friday.",
    "Its new engine was made in Bremen and came by the same road that the old one had left by in the spring.",
    "“We have tried it for three nights in the dark, so that nobody would see us if it failed,” said its captain.",
    "Tickets will cost what they cost before, and those who kept an old one may use it until the end of the year.",
]
_MENU: Final = "Home\nNews\nSports\nWeather\nSearch\nSubscribe\nFacebook\nTwitter"
_TEASERS: Final = "\n\n".join(
    f"{title}\n3 hours ago\n{sentence}"
    for title, sentence in (
        ("Council wants shorter meetings by winter", "The first debate on it lasted for six hours."),
        ("Bakery on the quay closes its oven", "The last loaf was given to the lifeboat."),
        ("Two lighthouses sold to one bidder", "He has asked which of them is the nearer."),
        ("School bus driver learns nine languages", "She says good morning in all of them."),
    )
)


def _kinds(*blocks: str) -> dict[str, Kind]:
    text = "\n\n".join(blocks)
    return {each.span.of(text): each.kind for each in read(text.encode(), "page.txt").paragraphs}


def _body(*blocks: str) -> list[str]:
    return [text for text, kind in _kinds(*blocks).items() if kind is Kind.BODY]


def test_row_of_titles_with_dates_is_no_text() -> None:
    found = _kinds(_MENU, "Ferry sails again from Monday", "By Ida Lund", *_TEXT, _TEASERS, "Privacy policy")
    assert [text for text, kind in found.items() if kind is Kind.BODY] == _TEXT
    assert found["Two lighthouses sold to one bidder"] is Kind.APPENDED


def test_dated_entries_that_are_the_text_stay() -> None:
    entries = [
        f"{title} for the second time this year\n\n{sentence}"
        for title, sentence in (
            ("The sluice was opened", "It had been shut since the flood, and nobody had the key until Tuesday."),
            ("The mill was painted", "It is now green, and those who live opposite have asked for another colour."),
            ("The bell was rung", "It was rung by mistake, and the fire brigade came with both of its engines."),
        )
    ]
    body = _body("Chronicle of the parish", *entries)
    assert all(entry.split("\n\n")[1] in body for entry in entries)


def test_title_that_stands_twice_is_of_the_page() -> None:
    title = "Column: What the ferry has taught us about waiting in line"
    page = (_MENU, "Ferry sails again from Monday", *_TEXT[:2], title, *_TEXT[2:], "Most read", title, "Privacy policy")
    assert _body(*page) == _TEXT


def test_titles_that_break_off_do_not_carry_the_text_on() -> None:
    titles = "\n\n".join(
        f"{place} hopes that its harbour will be open again before the winter comes …"
        for place in ("Oster", "Brome", "Lund", "Farrow", "Tilbrook")
    )
    assert _body(_MENU, "Ferry sails again from Monday", *_TEXT, "Share", titles, "Terms of use") == _TEXT


def test_refrain_stays() -> None:
    verse = "And the river goes down to the sea, to the sea"
    body = _body(
        "The Ferryman", f"He rows across at five to six\n{verse}", f"And if you ask him where he goes\n{verse}"
    )
    assert body.count(verse) == 1
    assert len(body) == 3
