"""What enters the index, and whether SQLite cuts and stems it as this side does."""

import random
import sqlite3
import unicodedata
from collections.abc import Iterable, Iterator
from contextlib import closing

import pytest

from bot.store.indexing import index_text, indexed_words, read
from bot.store.stemming import stem

_TOKENIZER = "porter unicode61 remove_diacritics 2 categories ''L* N* Co Mn Mc''"

_SUFFIXES = (
    "ational tional enci anci izer logi bli alli entli eli ousli ization ation ator alism iveness fulness ousness "
    "aliti iviti biliti ical ness icate iciti ful ative alize al ance ence er ic able ible ant ement ment ent sion "
    "tion ion ou ism ate iti ous ive ize eed ed ing s es ies sses ss y e ll tt"
)
_BEGINNINGS = "b tr hop y by vill étu 世界"


@pytest.fixture(scope="module")
def index() -> Iterator[sqlite3.Connection]:
    with closing(sqlite3.connect(":memory:")) as connection:
        connection.execute(f"CREATE VIRTUAL TABLE passages USING fts5 (text, tokenize = '{_TOKENIZER}')")
        connection.execute("CREATE VIRTUAL TABLE terms USING fts5vocab (passages, instance)")
        yield connection


def stems_of_sqlite(connection: sqlite3.Connection, texts: Iterable[str]) -> list[list[str]]:
    connection.execute("DELETE FROM passages")
    count = 0
    for count, text in enumerate(texts, start=1):
        connection.execute("INSERT INTO passages (rowid, text) VALUES (?, ?)", (count, text))
    found: list[list[str]] = [[] for _ in range(count)]
    for term, row in connection.execute("SELECT term, doc FROM terms ORDER BY doc, offset"):
        found[row - 1].append(term)
    return found


def words_to_stem() -> list[str]:
    chance = random.Random(20)  # noqa: S311 - words to try
    suffixes = _SUFFIXES.split()
    beginnings = _BEGINNINGS.split()
    words = [begin + first + last for begin in beginnings for first in ["", *suffixes] for last in ["", *suffixes]]
    words += ["".join(chance.choices("aeioustlyzbwxdn", k=chance.randint(1, 12))) for _ in range(10_000)]
    words += ["x" * length + "ing" for length in (60, 61, 62, 70)]
    return sorted({unicodedata.normalize("NFKC", word).replace("é", "e") for word in words})


def test_stems_are_those_of_sqlite(index: sqlite3.Connection) -> None:
    words = words_to_stem()
    assert len(words) > 30_000
    differing = [
        (word, theirs)
        for word, theirs in zip(words, stems_of_sqlite(index, words), strict=True)
        if theirs != [stem(word)]
    ]
    assert differing == []


def test_a_text_is_cut_as_sqlite_cuts_it_whatever_characters_are_in_it(index: sqlite3.Connection) -> None:
    # letters to Python and marks to SQLite's older tables: New Tai Lue vowels, two Vedic signs
    exempt = {*range(0xD800, 0xE000), *range(0x19B0, 0x19CA), 0x1CF2, 0x1CF3}
    codes = [code for code in (*range(0x20, 0x1_0000), *range(0x1_F000, 0x1_FB00)) if code not in exempt]
    texts = [f"left{chr(code)}right behind {chr(code)}" for code in codes]
    indexed = [index_text(text)[0] for text in texts]
    for text, theirs in zip(texts, stems_of_sqlite(index, indexed), strict=True):
        assert [stem(word) for word in read(text).words] == theirs, hex(ord(text[4]))


def test_compounds_are_held_in_one_piece() -> None:
    text = "A multi‑polar world, O’Brien’s 1,250,000 votes, the U.S. team—led by F-16 pilots—e.g. state-of-the-art"
    assert index_text(text)[1].split() == ["multipolar", "obrien", "1250000", "us", "f16", "eg", "stateoftheart"]


@pytest.mark.parametrize(
    "text", ["China's policy", "it isn't", "in 2022-2023", "3.5 percent", "and/or", "word — word", "a,b", "v1.2"]
)
def test_what_is_no_compound_stays_apart(text: str) -> None:
    assert index_text(text)[1] == ""


def test_the_spans_of_words_count_in_the_source() -> None:
    text = "“Ｗｏｒｌｄ” pea\u00adce maker — naïve\u00a0co\u2011operation"
    tokens = read(text)
    assert [span.of(text) for span in tokens.spans] == [
        "Ｗｏｒｌｄ",
        "pea\u00adce",
        "maker",
        "naïve",
        "co",
        "operation",
    ]
    assert list(tokens.words) == ["world", "peace", "maker", "naive", "co", "operation"]
    assert [(each.first, each.last, each.joined) for each in tokens.compounds] == [(4, 5, "cooperation")]


def test_the_words_of_an_indexed_passage_come_back_with_its_compounds_behind_a_gap() -> None:
    assert indexed_words(*index_text("The multi-polar world")) == ["the", "multi", "polar", "world", "", "multipolar"]
