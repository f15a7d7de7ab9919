"""What every summariser of ours is: one of sumy's, that can say in which order all sentences stand."""

import warnings
from collections.abc import Callable, Sequence
from functools import lru_cache
from typing import Final

from sumy.models.dom import ObjectDocumentModel, Sentence
from sumy.nlp.stemmers import Stemmer
from sumy.summarizers._summarizer import AbstractSummarizer

Stem = Callable[[str], str]
_WARNING: Final = frozenset({"cs", "czech", "sk", "slovak"})
"""Languages whose rules warn of every word without letters of their alphabet."""
_ENGLISH: Final = frozenset({"en", "english"})
_ENDINGS: Final = (
    "s", "ed", "ing", "y", "e", "ll", "al", "er", "ator", "ion", "ism", "iti", "enci", "anci", "li", "ogi", "ful",
    "ant", "ent", "ic",
)  # fmt: skip
"""What every English word ends with that Snowball's rules change."""
_STEMS: Final = 200_000  # remembered for each language, 30 MB at the most; a word takes 50 µs to stem and 0.1 to recall


class PlacedSentence(Sentence):  # type: ignore[misc]  # sumy has no types
    """A sentence that knows its place in the document, and carries it through a summariser."""

    __slots__ = ("place",)

    def __init__(self, text: str, tokenizer: object, place: int) -> None:
        super().__init__(text, tokenizer)
        self.place = place


class Ordered(AbstractSummarizer):  # type: ignore[misc]  # sumy has no types
    """A summariser that can say how well every sentence does, and in which order they stand."""

    def ratings(self, document: ObjectDocumentModel) -> Sequence[float]:
        """How well each sentence stands for the document, in document order; the scale is the method's own."""
        raise NotImplementedError

    def ordered(self, document: ObjectDocumentModel) -> list[Sentence]:
        """All sentences of the document, best first; of equals the earlier one first."""
        # keyed by the text, as in sumy: what is said twice in the same words is rated once
        rated = dict(zip(document.sentences, self.ratings(document), strict=True))
        return sorted(document.sentences, key=rated.__getitem__, reverse=True)

    def __call__(self, document: ObjectDocumentModel, sentences_count: int) -> tuple[Sentence, ...]:
        """The best `sentences_count` sentences in document order, as every summariser of sumy answers."""
        chosen = {id(sentence) for sentence in self.ordered(document)[:sentences_count]}
        return tuple(sentence for sentence in document.sentences if id(sentence) in chosen)


@lru_cache(maxsize=16)
def stemmer(language: str | None) -> Stem:
    """What takes a word to its stem: Snowball's rules or sumy's own, or none where the language has no such rules.

    Stems are remembered from one document to the next.
    """
    if language is None:
        return _unstemmed
    try:
        rules = Stemmer(language)
        # for some languages sumy asks for a package only when the first word comes
        rules("word")
    except (LookupError, ValueError):
        return _unstemmed
    if language in _ENGLISH:
        rules = _sparing(rules)
    return lru_cache(maxsize=_STEMS)(_silenced(rules) if language in _WARNING else rules)


def _sparing(rules: Stem) -> Stem:
    """The rules for English, asked only for words that may lose something; a third of the words of a text do not."""

    def stemmed(word: str) -> str:
        if word.isascii() and word.isalnum() and not word.lower().endswith(_ENDINGS):
            return word.lower()
        return rules(word)

    return stemmed


def _silenced(rules: Stem) -> Stem:
    def stemmed(word: str) -> str:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            return rules(word)

    return stemmed


def _unstemmed(word: str) -> str:
    return word
