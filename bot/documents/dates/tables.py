"""The tables of the languages, each read when a document in that language first comes."""

from functools import cache
from importlib import import_module
from typing import Final

from bot.documents.dates.eastern import EasternWords
from bot.documents.dates.lexicon import Words

_PLACES: Final = {
    "en": ("words", "ENGLISH"),
    "de": ("german", "GERMAN"),
    "fr": ("french", "FRENCH"),
    "es": ("spanish", "SPANISH"),
    "it": ("italian", "ITALIAN"),
    "pt": ("portuguese", "PORTUGUESE"),
    "nl": ("dutch", "DUTCH"),
    "ru": ("russian", "RUSSIAN"),
    "uk": ("russian", "UKRAINIAN"),
    "pl": ("polish", "POLISH"),
    "sv": ("swedish", "SWEDISH"),
    "tr": ("turkish", "TURKISH"),
    "zh": ("chinese", "CHINESE"),
    "ja": ("japanese", "JAPANESE"),
    "ko": ("korean", "KOREAN"),
}


def words_of(language: str | None) -> Words | EasternWords:
    """The table of a language, given as a BCP 47 tag.

    Where none is named it is English that reads no date with a foreign month, where it has no table that of figures.
    """
    return _table(None if language is None else language.lower().partition("-")[0])


@cache
def _table(language: str | None) -> Words | EasternWords:
    if language in _PLACES:
        module, name = _PLACES[language]
        words: Words | EasternWords = getattr(import_module(f"bot.documents.dates.{module}"), name)
        return words
    from bot.documents.dates import brief  # noqa: PLC0415 - likewise only where it is needed

    if language is None:
        return brief.UNKNOWN
    return next((words for words in brief.BRIEF if words.language == language), brief.OTHER)
