"""Reading queries: each operator, each spelling, and that no text whatever raises or reaches MATCH as it stands."""

import random
import re
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.answers.query import MOST_WORDS, Atom, Form, parse
from bot.store.migrate import migrate
from bot.store.scripts import marks
from bot.store.search import Wanted

_FUZZ = 25_000
_WORDS = (
    "peace talks China's multi-polar multipolar U.S. 1,000 3.5 2022 the of who a* pe* visit NEAR( AND OR NOT "
    "NEAR/2 col: folded: compounds: ^ + - -- * ** ( ) { } [ ] ' ’ \" “ ” « » \\ / % _ ; , . ? ! § … — é ß İ ſ "
    "中国 мир सत्य 🙂 👩‍👩‍👧 ₺5 rowid rank --; '; DROP"
)
_ODD = ("\x00", "\u202e", "\u200b", "\u00ad", "\ud800", "\n", "\t", "\u0301", "x" * 70, " ", "  ")
_WORD = rf"(?:[^\W_]|[{marks()}])+"
_QUOTED = re.compile(rf'"{_WORD}(?: {_WORD})*"(?: \*)?')


def looked_for(text: str) -> list[list[str]]:
    """The clauses that a query is about, each as its alternatives: `word`, `"a phrase"`, `prefix*`."""
    return [[shown(atom) for atom in clause.atoms] for clause in parse(text).content]


def shown(atom: Atom) -> str:
    words = " ".join(atom.run)
    return {Form.WORD: words, Form.PHRASE: f'"{words}"', Form.PREFIX: f"{words}*"}[atom.form]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("peace talks", [["peace"], ["talks"]]),
        ('"peace talks"', [['"peace talks"']]),
        ("“peace talks” «war»", [['"peace talks"'], ['"war"']]),
        ('"peace talks', [["peace"], ["talks"]]),
        ('say "peace" "', [["say"], ['"peace"']]),
        ("trade OR barter", [["trade", "barter"]]),
        ("trade OR barter OR gift deals", [["trade", "barter", "gift"], ["deals"]]),
        ('"free trade" OR multi-polar', [['"free trade"', "multi polar", "multipolar"]]),
        ("trade or barter", [["trade"], ["barter"]]),
        ("OR trade OR", [["trade"]]),
        ("organi*", [["organi*"]]),
        ("*organi* or*gan", [["organi"], ["gan"]]),
        ("multi-polar", [["multi", "multipolar"], ["polar", "multipolar"]]),
        ("O’Brien", [["o", "obrien"], ["brien", "obrien"]]),
        ("U.S.", [["u s", "us"]]),
        ("1,250,000", [["1 250 000", "1250000"]]),
        ("3.5 20/3/2023", [["3 5"], ["20 3 2023"]]),
        ("2022–2023", [["2022"], ["2023"]]),
        ("China's", [["china"]]),
        ("China’s policy", [["china"], ["policy"]]),
        ("NAÏVE Café", [["naive"], ["cafe"]]),
        ("peace Peace PEACE", [["peace"]]),
        ("col:word ^first NEAR(a b, 2)", [["col"], ["word"], ["first"], ["near"], ["b"], ["2"]]),
        ("peace AND NOT war", [["peace"], ["war"]]),
        ("snake_case_name", [["snake"], ["case"], ["name"]]),
    ],
)
def test_a_query_is_read(text: str, expected: list[list[str]]) -> None:
    assert looked_for(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("trade -war", ["war"]),
        ('trade -"peace talks" -“cold war”', ['"peace talks"', '"cold war"']),
        ("trade -multi-polar -organi*", ["multi polar", "multipolar", "organi*"]),
        ("-trade", ["trade"]),
        ("trade - war", []),
        ("trade –war —war", []),
        ("trade --war -- -", []),
        ("well-known", []),
    ],
)
def test_what_is_to_be_left_out_is_read(text: str, expected: list[str]) -> None:
    assert [shown(atom) for atom in parse(text).excluded] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("what did the minister say about trade in 2022?", ["minister", "trade", "2022"]),
        ("Who said that the harbour was too shallow", ["harbour", "shallow"]),
        ("tell me about the harbour", ["harbour"]),
        ("How many ships came?", ["ships", "came"]),
        ("Which country bought the ship?", ["bought", "ship"]),
        ("the country of the minister", ["country", "minister"]),
        ("they say", ["say"]),
        ("US trade with the WHO", ["us", "trade", "who"]),
        ("THE HARBOUR IS FULL", ["harbour", "full"]),
        ("who is who", ["who", "is"]),
        ("to be or not to be", ["to", "be", "or", "not"]),
        ("what", ["what"]),
        ("don't panic", ["panic"]),
        ('"the one" of the two', ["the one", "two"]),
    ],
)
def test_a_question_is_about_its_content(text: str, expected: list[str]) -> None:
    assert [clause.typed for clause in parse(text).content] == expected


@pytest.mark.parametrize("text", ["", " \n", "!?…", "\x00", "🙂🙂", '"', '""', "-", "- -", "*", "_ __", "\ud800"])
def test_where_there_is_no_word_nothing_is_looked_for(text: str) -> None:
    assert parse(text).clauses == ()


def test_the_clauses_stand_where_they_were_typed() -> None:
    query = parse("Say “peace talks” in multi-polar China’s org* 1,000")
    assert [clause.span.of(query.text) for clause in query.clauses] == [
        "Say",
        "peace talks",
        "in",
        "multi",
        "polar",
        "China",
        "org",
        "1,000",
    ]


def test_no_more_than_64_words_are_looked_for() -> None:
    text = " ".join(f"word{number}" for number in range(100))
    assert [clause.typed for clause in parse(text).content] == [f"word{number}" for number in range(MOST_WORDS)]
    assert sum(len(atom.run) for clause in parse(f'"{text}" {text}').content for atom in clause.atoms) <= MOST_WORDS
    assert len(parse("-a1 " + " ".join(f"-x{number}" for number in range(100))).excluded) == MOST_WORDS


def test_a_text_of_ten_thousand_characters_is_read() -> None:
    assert looked_for("a" * 10_000) == [["a" * 10_000]]
    assert parse('"' * 10_000).clauses == ()
    assert parse("-" * 10_000).clauses == ()
    assert len(parse("a-" * 5_000).clauses) <= MOST_WORDS


def fuzz() -> Iterator[str]:
    """Texts of operators, quotation marks, odd characters and words in any order."""
    chance = random.Random(1)  # noqa: S311 - inputs to try
    pieces = (*_WORDS.split(), *_ODD)
    for _ in range(_FUZZ):
        length = chance.choice((1, 2, 3, 5, 8, 40))
        if chance.random() < 0.3:
            yield "".join(
                chr(chance.choice((chance.randrange(0x80), chance.randrange(0x11_0000)))) for _ in range(length)
            )
        else:
            yield chance.choice(("", " ")).join(chance.choices(pieces, k=length))


def test_of_25_000_random_texts_none_raises_and_only_quoted_words_reach_match(tmp_path: Path) -> None:
    path = tmp_path / "store.sqlite3"
    migrate(path)
    matched = 0
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("INSERT INTO collection (key) VALUES ('x')")
        connection.execute("PRAGMA foreign_keys = OFF")
        connection.execute(
            "INSERT INTO passage_text VALUES (1, :folded, 'multipolar us', '')",
            {"folded": "the peace talks in china's multi-polar u.s. visit 2022"},
        )
        for text in fuzz():
            query = parse(text)
            if not query.content:
                continue
            groups = [[run_of(atom) for atom in clause.atoms] for clause in query.content]
            expression = Wanted(groups, [run_of(atom) for atom in query.excluded]).expression
            assert re.sub(r"[()]| AND | OR | NOT ", "", _QUOTED.sub("", expression)) == ""
            matched += len(
                connection.execute(
                    "SELECT rowid FROM passage_index WHERE passage_index MATCH ?", (expression,)
                ).fetchall()
            )
    assert matched > _FUZZ / 50


def run_of(atom: Atom) -> tuple[str, ...]:
    return (f"{atom.run[0]}*",) if atom.form is Form.PREFIX else atom.run


@given(st.text())
def test_any_text_is_read_and_its_clauses_lie_within_it(text: str) -> None:
    query = parse(text)
    assert all(0 <= clause.span.start < clause.span.end <= len(query.text) for clause in query.clauses)
    assert bool(query.clauses) == bool(query.content)
