"""The words by which sentences are compared: a tokenizer for sumy that needs no download, and words that say little.

sumy's own tokenizer asks NLTK for data from the network. Any object with `to_sentences` and `to_words` serves instead.
"""

import re
from collections.abc import Mapping, Sequence
from itertools import pairwise
from typing import Final

from bot.documents.languages import detect
from bot.folding import bare_words
from bot.store.stopwords import STOP_WORDS

_NAMES: Final[Mapping[str, str]] = {"english": "en", "eng": "en"}
# What stands around an apostrophe is two words after folding, and reported speech says "said" in every paragraph.
_PIECES: Final = "d don ll m mustn re s shan t ve said say says"
_STOP_WORDS: Final[Mapping[str, frozenset[str]]] = {"en": STOP_WORDS | frozenset(_PIECES.split())}
_SAMPLE: Final = 200  # sentences, evenly spread over the text, so that a foreign preface does not decide

# Scripts that put no space between words: kana, Han, Thai and Lao.
_UNSPACED: Final = re.compile(r"[\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\u0e00-\u0eff]{2,}")


class SentenceTokenizer:
    """What sumy asks for words; sentences come split already."""

    def to_sentences(self, text: str) -> tuple[str, ...]:
        """The text itself, as the one sentence that it is."""
        return (text,)

    def to_words(self, text: str) -> tuple[str, ...]:
        """The folded words of a sentence that have a letter, in order.

        A run of a script that puts no space between words gives its pairs of neighbouring characters.
        """
        if text.isascii():
            return tuple([word for word in bare_words(text) if not word.isdecimal()])
        found: list[str] = []
        for word in bare_words(text):
            if _UNSPACED.fullmatch(word):
                found.extend(first + second for first, second in pairwise(word))
            elif not word.isdecimal():
                found.append(word)
        return tuple(found)


def language_of(sentences: Sequence[str], language: str | None) -> str | None:
    """The ISO 639 code of the language, without a region.

    `language` is a code, with or without a region; where none is given, it is recognised from the sentences, and None
    where they do not tell.
    """
    if language and language.strip():
        code = re.split(r"[-_]", language.strip().lower(), maxsplit=1)[0]
        return _NAMES.get(code, code)
    return detect(" ".join(sentences[:: 1 + len(sentences) // _SAMPLE]))


def stop_words(language: str | None) -> frozenset[str]:
    """Words that join others and say little by themselves, folded; none for a language without a list."""
    return _STOP_WORDS.get(language or "", frozenset())
