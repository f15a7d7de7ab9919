"""The tables of the languages: which one a document gets, and that none contradicts itself."""

import pytest

from bot.documents.dates.lexicon import Words
from bot.documents.dates.tables import words_of

_LANGUAGES = "en de fr es it pt nl ru uk pl sv tr zh ja ko da no nb fi cs ro el id".split()


@pytest.mark.parametrize("language", _LANGUAGES)
def test_a_language_has_its_table_in_any_region(language: str) -> None:
    assert words_of(f"{language.upper()}-XX").language == language


def test_a_language_without_a_table_is_not_read_as_another() -> None:
    assert words_of("xx").language == "und"


@pytest.mark.parametrize("language", sorted(set(_LANGUAGES) - {"en", "zh", "ja", "ko"}))
def test_no_word_is_of_two_kinds(language: str) -> None:
    words = words_of(language)
    assert isinstance(words, Words)
    kinds: dict[str, list[str]] = {}
    for kind, group in words.table.items():
        for word in group:
            kinds.setdefault(word, []).append(kind.name)
    assert {word: of for word, of in kinds.items() if len(of) > 1} == {}


@pytest.mark.parametrize("language", sorted(set(_LANGUAGES) - {"zh", "ja", "ko"}))
def test_every_word_is_written_as_it_is_looked_up(language: str) -> None:
    words = words_of(language)
    assert isinstance(words, Words)
    assert [word for group in words.table.values() for word in group if word != word.lower()] == []
