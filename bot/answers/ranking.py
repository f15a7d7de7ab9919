"""Ranking: in which order the sentences of a document stand for it. Pure; runs in a worker process.

The mathematics is sumy's, in `bot.answers.summarising`; it is loaded when first used, since it takes the better part of
a second.
"""

from collections.abc import Sequence
from itertools import groupby
from operator import itemgetter
from typing import TYPE_CHECKING, Final

from bot.answers.sentence_words import SentenceTokenizer, language_of, stop_words
from bot.models import Method

if TYPE_CHECKING:
    from sumy.models.dom import ObjectDocumentModel

    from bot.answers.summarising.base import Ordered

WHOLE: Final = 10_000
"""So many sentences are compared each with each, in half a second. More are ranked in parts."""
_PART: Final = 1_000
_COMPARING: Final = (Method.LEXRANK,)


def in_parts(sentences: int, method: Method) -> bool:
    """Whether `rank` would go through so many sentences in parts, since the method compares each with each."""
    return method in _COMPARING and sentences > WHOLE


def rank(sentences: Sequence[str], paragraphs: Sequence[int], method: Method, language: str | None) -> list[int]:
    """Order the sentences of a document from the one that stands for it best to the one that does least.

    Up to `WHOLE` sentences the order is that of sumy's summariser. Beyond, LexRank ranks each run of a thousand
    sentences by itself, then the best of all runs among each other; the rest follow by their place in their run.
    The other methods grow with the number of words and are never done in parts. The same input gives the same order
    in every process; of equals the earlier sentence comes first.

    Args:
        sentences: The sentences in document order.
        paragraphs: For each sentence the index of its paragraph.
        method: Which of sumy's methods.
        language: An ISO 639 code; recognised from the sentences where it is None.

    Returns:
        The indices of all sentences, best first.
    """
    code = language_of(sentences, language)
    places = list(range(len(sentences)))
    if in_parts(len(sentences), method):
        return _by_parts(sentences, paragraphs, places, method, code)
    return _whole(sentences, paragraphs, places, method, code)


def _by_parts(
    sentences: Sequence[str], paragraphs: Sequence[int], places: list[int], method: Method, language: str | None
) -> list[int]:
    """Rank those sentences that lie at `places`, however many they are."""
    if not in_parts(len(places), method):
        return _whole(sentences, paragraphs, places, method, language)
    parts = [places[start : start + _PART] for start in range(0, len(places), _PART)]
    ranked = [_whole(sentences, paragraphs, part, method, language) for part in parts]
    share = max(1, WHOLE // len(ranked))
    winners = sorted(place for part in ranked for place in part[:share])
    rest = sorted((at, place) for part in ranked for at, place in enumerate(part[share:]))
    return _by_parts(sentences, paragraphs, winners, method, language) + [place for _, place in rest]


def _whole(
    sentences: Sequence[str], paragraphs: Sequence[int], places: list[int], method: Method, language: str | None
) -> list[int]:
    """Rank those sentences that lie at `places` among each other."""
    document = _document(sentences, paragraphs, places)
    return [sentence.place for sentence in _summariser(method, language).ordered(document)]


def ready() -> None:
    """Load what ranking needs, so that the next piece of work in this process begins at once."""
    _summariser(Method.VERBATIM, "en")


def _document(sentences: Sequence[str], paragraphs: Sequence[int], places: list[int]) -> "ObjectDocumentModel":
    """The document as sumy models one, built from what is known to be a sentence and a paragraph."""
    from sumy.models.dom import ObjectDocumentModel, Paragraph  # noqa: PLC0415 - see the module's docstring

    from bot.answers.summarising.base import PlacedSentence  # noqa: PLC0415 - likewise

    tokenizer = SentenceTokenizer()
    pairs = ((paragraphs[place], place) for place in places)
    return ObjectDocumentModel(
        Paragraph(PlacedSentence(sentences[place], tokenizer, place) for _, place in members)
        for _, members in groupby(pairs, key=itemgetter(0))
    )


def _summariser(method: Method, language: str | None) -> "Ordered":
    from bot.answers.summarising.base import stemmer  # noqa: PLC0415 - see the module's docstring
    from bot.answers.summarising.methods import SUMMARISERS  # noqa: PLC0415 - likewise

    summariser = SUMMARISERS[method](stemmer(language))
    summariser.stop_words = stop_words(language)
    summariser.language = language
    return summariser
