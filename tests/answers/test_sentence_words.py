"""The words by which sentences are compared."""

import pytest

from bot.answers.sentence_words import SentenceTokenizer, language_of, stop_words

_PROSE = ("The committee will meet again before the end of the month.", "It has not said what it is going to do.")


def words(text: str) -> tuple[str, ...]:
    return SentenceTokenizer().to_words(text)


def test_words_are_folded_and_have_a_letter() -> None:
    assert words("In 2019 the G20’s “Big Plan” grew by 4.5 %.") == (
        "in",
        "the",
        "g20",
        "s",
        "big",
        "plan",
        "grew",
        "by",
    )


def test_typography_makes_no_other_word() -> None:
    assert words("ﬁne co\u00adoperation") == words("FINE cooperation")


def test_a_script_without_spaces_gives_pairs() -> None:
    assert words("港口加深，渡轮返回。") == ("港口", "口加", "加深", "渡轮", "轮返", "返回")


def test_a_sentence_stays_one() -> None:
    assert SentenceTokenizer().to_sentences("One. Two.") == ("One. Two.",)


@pytest.mark.parametrize("given", ["en", "EN-GB", "en_US", "eng", " English "])
def test_names_of_english(given: str) -> None:
    assert language_of((), given) == "en"
    assert "the" in stop_words("en")


def test_another_language_is_taken_as_given() -> None:
    assert language_of(_PROSE, "de-AT") == "de"
    assert stop_words("de") == frozenset()


@pytest.mark.parametrize("missing", [None, "", " "])
def test_a_language_that_is_not_given_is_recognised(missing: str | None) -> None:
    assert language_of(_PROSE, missing) == "en"
    assert language_of(("Der Rat will den Hafen an der Küste für die Fähren tiefer graben lassen.",), missing) == "de"


@pytest.mark.parametrize("sentences", [(), ("",), ("1 2 3",)])
def test_what_does_not_tell_its_language_has_none(sentences: tuple[str, ...]) -> None:
    assert language_of(sentences, None) is None


def test_a_foreign_preface_does_not_decide() -> None:
    preface = ("Der Rat will den Hafen an der Küste für die Fähren tiefer graben lassen.",) * 300
    assert language_of(preface + _PROSE * 400, None) == "en"


def test_contractions_say_nothing() -> None:
    assert [word for word in words("He doesn’t, they’ve, we'll, it isn't") if word not in stop_words("en")] == []
