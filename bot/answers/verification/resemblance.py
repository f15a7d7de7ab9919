"""The sentences that come nearest to a text which stands nowhere: an aid to look further, never a verdict."""

from collections.abc import Mapping, Sequence
from typing import Final

from bot.answers.verification.pasted import TextReading
from bot.models import Span
from bot.store.phrases import Standing
from bot.store.stopwords import STOP_WORDS
from bot.wording.words import wording

_MOST: Final = 3
_FEWEST: Final = 2  # words that say something
_SHARE: Final = 0.3  # of those of the shorter text


def nearest_sentences(
    reading: TextReading, paragraphs: Sequence[Standing], sentences: Mapping[int, Sequence[Span]]
) -> list[tuple[Standing, Span]]:
    """Up to three sentences that share most words with a text, best first; spans count in their paragraph.

    Args:
        reading: The text.
        paragraphs: Where to look.
        sentences: The sentences of these paragraphs by row id; one without any is taken whole.
    """
    sought = {word for word in reading.wording.words if word not in STOP_WORDS}
    found: list[tuple[float, int, Standing, Span]] = []
    for rank, paragraph in enumerate(paragraphs):
        for span in sentences.get(paragraph.id) or [Span(0, len(paragraph.text))]:
            words = {word for word in wording(span.of(paragraph.text)).words if word not in STOP_WORDS}
            shared = len(words & sought)
            if shared >= _FEWEST and shared >= _SHARE * min(len(words), len(sought)):
                found.append((-shared / (len(words) + len(sought)) ** 0.5, rank, paragraph, span))
    found.sort(key=lambda each: each[:2])
    return [(paragraph, span) for _, _, paragraph, span in found[:_MOST]]
