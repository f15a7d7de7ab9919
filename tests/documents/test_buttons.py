"""Phrases that a page says of itself, in several languages."""

import pytest

from bot.documents import buttons


@pytest.mark.parametrize(
    "text",
    ["Copy link", "View image in fullscreen", "Reply 12", "Partager l'article", "Artikel drucken", "← Back to results"],
)
def test_a_button_does_something_with_the_page(text: str) -> None:
    assert buttons.is_button(text, len(text.split()))


@pytest.mark.parametrize(
    "text",
    ["Copy the masters", "View from the bridge", "Read the letter aloud", "3 Results", "Save the page for me.", ""],
)
def test_a_title_that_begins_like_one_is_none(text: str) -> None:
    assert not buttons.is_button(text, len(text.split()))
