"""What is worked out of a document at import: the default order of its sentences, key phrases, reading time.

Pure, runs in a worker process; what takes long to import is imported when first used.
"""

from collections.abc import Sequence

from bot.answers.sentence_words import language_of, stop_words
from bot.answers.summarising import phrases, reading
from bot.models import Outline


def outlined(sentences: Sequence[str], paragraphs: Sequence[int], language: str | None) -> tuple[list[int], Outline]:
    """The default order of the sentences of a document, and what is known of it besides.

    Args:
        sentences: The sentences in document order.
        paragraphs: For each sentence the index of its paragraph.
        language: An ISO 639 code; recognised from the sentences where it is None.

    Returns:
        The indices of all sentences, best first, and the outline. Time and memory grow with the words.
    """
    from bot.answers.summarising.base import stemmer  # noqa: PLC0415 - takes the better part of a second
    from bot.answers.summarising.verbatim import Verbatim  # noqa: PLC0415 - likewise

    code = language_of(sentences, language)
    summariser = Verbatim(stemmer(code))
    summariser.stop_words = stop_words(code)
    summariser.language = code
    order, fit = summariser.places(sentences, paragraphs)
    return order, Outline(fit, reading.seconds(sentences), tuple(phrases.key_phrases(sentences, code)))
