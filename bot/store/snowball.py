"""Stems of words in other languages than English, by M. F. Porter's Snowball algorithms in the form that NLTK has them.

A stem is kept in the index behind a mark and the code of its language, so that it meets neither words nor the stems of
another language; a paragraph that has any holds the mark and the code alone as well, which tells the languages of a
store. NLTK takes half a second to load and is loaded with the first text or query that needs it.
"""

from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from typing import TYPE_CHECKING, Final

from bot.store.indexing import plain

if TYPE_CHECKING:
    from collections.abc import Callable

_NAMES: Final = {
    "ar": "arabic",
    "da": "danish",
    "de": "german",
    "es": "spanish",
    "fi": "finnish",
    "fr": "french",
    "hu": "hungarian",
    "it": "italian",
    "nb": "norwegian",
    "nl": "dutch",
    "nn": "norwegian",
    "no": "norwegian",
    "pt": "portuguese",
    "ro": "romanian",
    "ru": "russian",
    "sv": "swedish",
}
LANGUAGES: Final = tuple(_NAMES)
"""ISO 639 codes of the languages that have stems."""

_MARK: Final = "0"
_SHORTEST: Final = 3
_LONGEST: Final = 40
# the Spanish endings that are stripped have their accent, which those who type often leave out
_ACCENTED: Final = {"cion": "ción", "sion": "sión"}


def present(language: str) -> str:
    """What a paragraph with stems of a language has."""
    return _MARK + language


def code_of(language: str | None) -> str | None:
    """The code by which a language has stems, of a code with or without a region; None where it has none."""
    code = (language or "").strip().lower().replace("_", "-").split("-", maxsplit=1)[0]
    return code if code in _NAMES else None


def languages_of(words: Iterable[str]) -> tuple[str, ...]:
    """The languages whose stems are among words of the index."""
    return tuple(sorted({word[1:3] for word in words if word[:1] == _MARK and word[1:3] in _NAMES}))


@lru_cache(maxsize=65_536)
def marked_stem(word: str, language: str) -> str | None:
    """The stem of a folded word, accents and all, as the index holds it; None for what is no word to stem."""
    if not _SHORTEST <= len(word) <= _LONGEST or not word.isalpha():
        return None
    if language == "es":
        word = word[:-4] + _ACCENTED.get(word[-4:], word[-4:])
    stem = plain(_stemmer(_NAMES[language])(word.replace("ё", "е")))
    return f"{_MARK}{language}{stem}" if stem else None


def indexed_stems(words: Sequence[str], language: str) -> Iterator[str]:
    """What the index holds of the folded words of a paragraph in this language."""
    stems = [stem for word in words if (stem := marked_stem(word, language))]
    if stems:
        yield present(language)
        yield from stems


@lru_cache(maxsize=len(_NAMES))
def _stemmer(name: str) -> "Callable[[str], str]":
    from nltk.stem.snowball import SnowballStemmer  # noqa: PLC0415 - see the module's docstring

    stem: Callable[[str], str] = SnowballStemmer(name).stem
    return stem
