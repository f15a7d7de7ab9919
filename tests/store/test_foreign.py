"""What the index holds of paragraphs in other languages."""

import pytest

from bot.store.foreign import index_stems
from bot.store.han import SIMPLIFIED
from bot.store.indexing import index_text, read
from bot.store.scripts import grams, indexed_grams, is_unspaced
from bot.store.snowball import code_of, languages_of, marked_stem


def test_scripts_without_spaces_are_held_as_pairs_and_their_last_character() -> None:
    assert index_stems("青い橋。2023年", "ja").split() == ["青い", "い桥", "桥", "年"]
    assert list(indexed_grams("北京tower駅前")) == ["北京", "京", "駅前", "前"]
    assert list(grams("北京tower駅前")) == [("北京", 0), ("駅前", 7)]
    assert list(grams("森")) == [("森", 0)]


def test_traditional_characters_are_held_in_their_simplified_form() -> None:
    assert index_stems("國際關係", "zh-Hant") == index_stems("国际关系", "zh-Hans")
    assert list(grams("the新橋")) == [("新桥", 3)]
    assert list(indexed_grams("發髮")) == ["发发", "发"]


def test_each_traditional_character_has_one_simplified_form_that_is_no_traditional_one() -> None:
    for code, simplified in SIMPLIFIED.items():
        assert len(simplified) == 1
        assert is_unspaced(chr(code))
        assert ord(simplified) not in SIMPLIFIED
    assert len(SIMPLIFIED) > 800


@pytest.mark.parametrize("language", ["en", "en-GB"])
def test_english_texts_hold_nothing_but_their_words(language: str) -> None:
    assert index_stems("The bridges — “closed” since 1958 — in Łódź", language) == ""


def test_stems_are_marked_with_their_language() -> None:
    assert index_stems("Die Verhandlungen dauern an und die Brücken sind alt", "de").split() == [
        "0de",
        *(f"0de{stem}" for stem in ("die", "verhandl", "dau", "und", "die", "bruck", "sind", "alt")),
    ]
    assert index_stems("ёлки", "ru-RU") == "0ru 0ruелк"
    assert index_stems("1958 %", "de") == ""
    assert languages_of(["0debruck", "bridge", "0ruмост", "0x1f"]) == ("de", "ru")


def test_a_paragraph_in_another_language_than_its_document_is_stemmed_by_its_own() -> None:
    quoted = "Les négociations ont été rompues et les ministres sont partis dans la nuit avec leurs valises"
    assert "0frnegoci" in index_stems(quoted, "de").split()
    assert "0frnegoci" in index_stems(quoted, None).split()


def test_forms_of_a_word_meet_with_and_without_accents() -> None:
    assert marked_stem("négociations", "fr") == marked_stem("négociation", "fr")
    assert marked_stem("negociacion", "es") == marked_stem("negociaciones", "es")
    assert marked_stem("переговорами", "ru") == marked_stem("переговоров", "ru")
    assert marked_stem("ab", "de") is None
    assert code_of("pt-BR") == "pt"
    assert code_of("ja") is None
    assert code_of(None) is None


@pytest.mark.parametrize(
    ("typed", "written"),
    [("ελλαδα", "Ελλάδα"), ("еще", "ЕЩЁ"), ("strasse", "STRASSE"), ("ﬁsch", "fisch"), ("ｆｕｌｌ", "full")],
)
def test_scripts_are_folded(typed: str, written: str) -> None:
    assert list(read(typed).words) == list(read(written).words) == index_text(written)[0].split()


def test_vowel_signs_and_points_do_not_cut_a_word() -> None:
    assert list(read("हिन्दी में").words) == ["हिन्दी", "में"]
    assert list(read("كِتَاب أحمد").words) == ["كتاب", "احمد"]
    assert list(read("שָׁלוֹם").words) == ["שלום"]
