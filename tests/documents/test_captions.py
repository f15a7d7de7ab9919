"""Captions that name who took the picture."""

import pytest

from bot.documents import captions


@pytest.mark.parametrize(
    "text",
    [
        "The lock at Orran in spring. Photo: Lin Wei",
        "A barge waits at the lower gate (Lin Wei / Orran Gazette)",
        "The keeper and his dog. LIN WEI / GAZETTE",
        "Der Schleusenwärter mit seinem Hund. (Foto: Lin Wei/dpx)",
        "File photo of the weir, taken before the flood",
    ],
)
def test_a_caption_with_a_credit(text: str) -> None:
    assert captions.credited(text, len(text.split()))


@pytest.mark.parametrize(
    "text",
    [
        "The lock was built in 1791 (and rebuilt in 1904).",
        "She said that the photo by her bed was of nobody.",
        "He is a keeper (retired).",
    ],
)
def test_a_sentence_is_none(text: str) -> None:
    assert not captions.credited(text, len(text.split()))
