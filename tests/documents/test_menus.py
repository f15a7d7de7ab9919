"""A long list above a text is a menu where some of it is plainly one; a short list of the text is none."""

from typing import Final

from bot.documents.reader import read
from bot.models import Kind

_TEXT: Final = (
    "The lock at Orran was shut on Monday, for the first time since the winter in which the gates froze in the ice.\n\n"
    "It will be opened again when the keeper has been found, who is said to have gone down the river on a barge."
)
_NAMES: Final = ("Orran and the Hills", "Lower Valley", "Canal Towns", "Boats for Sale", "Letters from Readers", "Fish")


def _body(text: str) -> list[str]:
    return [each.span.of(text) for each in read(text.encode(), "page.txt").paragraphs if each.kind is Kind.BODY]


def test_list_with_buttons_above_the_text_is_a_menu() -> None:
    menu = "\n".join(f"* {name}" for name in ("Home", "News", *_NAMES, "Sports", "Weather", "Contact"))
    assert _body(f"{menu}\n\nLock shut at Orran\n\n{_TEXT}") == _TEXT.split("\n\n")


def test_short_list_above_the_text_stays() -> None:
    points = "\n".join(f"* {name}" for name in _NAMES[:3])
    assert _body(f"Lock shut at Orran\n\n{points}\n\n{_TEXT}") == [*points.split("\n"), *_TEXT.split("\n\n")]
