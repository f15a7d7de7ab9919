"""What is worked out of a document at import: the default order of its sentences, key phrases, reading time.

Pure, runs in a worker process; what takes long to import is imported when first used.
"""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from bot.answers.sentence_words import language_of, stop_words
from bot.answers.summarising import reading
from bot.models import Outline

if TYPE_CHECKING:
    from bot.answers.summarising.tokens import Tokens


def outlined(sentences: Sequence[str], paragraphs: Sequence[int], language: str | None) -> tuple[list[int], Outline]:
    """The default order of the sentences of a document, and what is known of it besides.

    Args:
        sentences: The sentences in document order.
        paragraphs: For each sentence the index of its paragraph.
        language: An ISO 639 code; recognised from the sentences where it is None.

    Returns:
        The indices of all sentences, best first, and the outline. Time and memory grow with the words.
    """
    # all of it takes the better part of a second
    from bot.answers.summarising import phrases  # noqa: PLC0415 - see above
    from bot.answers.summarising.base import stemmer  # noqa: PLC0415 - likewise
    from bot.answers.summarising.tokens import Tokens  # noqa: PLC0415 - likewise
    from bot.answers.summarising.verbatim import Verbatim  # noqa: PLC0415 - likewise

    code = language_of(sentences, language)
    summariser = Verbatim(stemmer(code))
    summariser.stop_words = stop_words(code)
    summariser.language = code
    tokens = Tokens(sentences)
    order, fit = summariser.ranked(tokens, paragraphs)
    return order, Outline(fit, _seconds(tokens), tuple(phrases.phrases_of(tokens, code)))


def _seconds(tokens: "Tokens") -> int:
    """How long the sentences take to read."""
    spaced = reading.is_spaced(tokens.text)
    plain = [
        known and (spaced or reading.is_spaced(text))
        for known, text in zip(tokens.plain, tokens.sentences, strict=True)
    ]
    words = sum((tokens.word_counts - tokens.joint_counts)[plain].tolist())
    return reading.seconds((text for text, known in zip(tokens.sentences, plain, strict=True) if not known), words)
