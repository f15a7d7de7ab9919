"""Reading the command line."""

from pathlib import Path

import pytest

from bot.console.arguments import Arguments, Notice, options_of, parse, wants_json
from bot.console.verbs import VERBS, Verb
from bot.errors import BadRequestError


def read(*argv: str) -> Arguments:
    arguments = parse(argv)
    assert isinstance(arguments, Arguments)
    return arguments


@pytest.mark.parametrize(
    ("argv", "text"),
    [
        (["quote", "peace"], "peace"),
        (["quote", "peace", "in", "Orm"], "peace in Orm"),
        (["quote", "peace -war"], "peace -war"),
        (["quote", "peace", "-war"], "peace -war"),
        (["quote", "-war", "peace"], "-war peace"),
        (["quote", "-war peace"], "-war peace"),
        (["quote", "-help"], "-help"),
        (["quote", "--", "-war", "peace"], "-war peace"),
        (["quote", "--", "--json"], "--json"),
        (["quote", "peace", "--limit", "3", "in", "Orm"], "peace in Orm"),
        (["quote", "--limit", "3", "peace"], "peace"),
        (["quote", "--limit=3", "-5", "degrees"], "-5 degrees"),
        (["quote", '"peace in Orm"', "OR", "mill*"], '"peace in Orm" OR mill*'),
        (["quote", ""], ""),
        (["quote"], ""),
        (["quote", "-- a dash"], "-- a dash"),
        (["quote", "bad\udcffbyte"], "bad�byte"),
        (["summary", "the", "harbour"], "the harbour"),
    ],
)
def test_words_are_joined_whatever_stands_between(argv: list[str], text: str) -> None:
    assert read(*argv).text == text


@pytest.mark.parametrize(
    "argv",
    [
        ["--database", "x.db", "--json", "quote", "peace"],
        ["quote", "--database", "x.db", "peace", "--json"],
        ["--json", "quote", "peace", "--database=x.db"],
        ["--database=x.db", "quote", "--json", "--", "peace"],
    ],
)
def test_common_options_stand_before_or_after_the_verb(argv: list[str]) -> None:
    arguments = read(*argv)
    assert (arguments.database, arguments.json, arguments.text) == (Path("x.db"), True, "peace")


def test_the_bare_command_takes_a_database() -> None:
    assert read() == Arguments(None)
    assert read("--database", "x.db").database == Path("x.db")


def test_a_database_may_be_called_like_a_verb() -> None:
    arguments = read("--database", "quote", "documents")
    assert arguments.verb is not None
    assert (arguments.verb.name, arguments.database) == ("documents", Path("quote"))


def test_options_of_the_timeline() -> None:
    arguments = read("timeline", "--from", "2021", "--to", "2023-04", "--topic", "the mill", "--limit", "7")
    assert arguments.option("since") == "2021"
    assert arguments.option("until") == "2023-04"
    assert arguments.option("topic") == "the mill"
    assert arguments.option("on") is None
    assert arguments.options.limit == 7


def test_an_empty_value_clears_and_is_not_the_same_as_none() -> None:
    arguments = read("edit", "2", "--publisher", "", "--anchor-date=2023-03-20")
    assert arguments.option("publisher") == ""
    assert arguments.option("anchor_date") == "2023-03-20"
    assert arguments.option("title") is None


@pytest.mark.parametrize(
    ("argv", "sentence"),
    [
        (["qoute", "peace"], "No verb 'qoute'. Did you mean quote?"),
        (["juggle", "peace"], "No verb 'juggle'. There are: quote, summary, "),
        (["quote", "--limti", "3"], "No option '--limti'. Did you mean --limit?"),
        (["quote", "--words", "Quill"], "No option '--words'. There are: --document, "),
        (["quote", "--method=luhn"], "No option '--method'."),
        (["speaker"], "speaker needs a name."),
        (["summary", "--topics", "peace"], "No option '--topics'. Did you mean --topic?"),
        (["summary", "--topic", " "], "--topic is empty: write --topic TEXT, or leave --topic out."),
        (
            ["summary", "--length", "7"],
            "summary needs a document, its number or the beginning of its title, or --topic",
        ),
        (["summary", "2", "-l", "3"], "No option '-l'. Did you mean --length?"),
        (["--databse", "x.db"], "No option '--databse'. Did you mean --database?"),
        (["--databse", "x.db", "quote"], "No option '--databse'. Did you mean --database?"),
        (["quote", "--limit", "0"], "--limit: '0' is no count"),
        (["quote", "--limit", "-3"], "--limit: '-3' is no count"),
        (["quote", "--limit", "²"], "--limit: '²' is no count"),
        (["quote", "--limit", "9" * 5000], "is no count"),
        (["quote", "--limit"], "--limit: its value is missing."),
        (["documents", "--json=yes"], "--json: takes no value."),
        (["timeline", "peace"], "timeline takes no words, and there is 'peace'. Did you mean timeline --topic?"),
        (["documents", "2"], "documents takes no words"),
        (["summary"], "summary needs a document"),
        (["inspect", " "], "inspect needs a document"),
        (["import"], "import needs at least one file or folder."),
        (["serve", "--json"], "No option '--json'."),
        (["--json"], "--json needs a verb"),
        (["documents", "--database", ""], "--database is empty: write --database FILE, or leave --database out."),
    ],
)
def test_what_cannot_be_read_is_named_with_the_nearest_that_can(argv: list[str], sentence: str) -> None:
    with pytest.raises(BadRequestError) as raised:
        parse(argv)
    assert sentence in raised.value.message


@pytest.mark.parametrize("verb", [verb for verb in VERBS.values() if not verb.clears])
def test_an_empty_value_is_refused_alike_whatever_the_verb(verb: Verb) -> None:
    valued = [name for name in options_of(verb) if name not in {"--json", "--help", "--all", "--yes"}]
    for name in valued:
        for given in ([name, ""], [name, " \t"], [f"{name}="]):
            with pytest.raises(BadRequestError, match=f"^{name} is empty: write {name} "):
                parse([verb.name, *given, "1", "2"])
            assert not isinstance(parse([verb.name, "--help"]), BaseException)


def test_a_word_behind_the_double_dash_is_no_option() -> None:
    assert read("quote", "--", "--document", "").words == ("--document", "")


@pytest.mark.parametrize("argv", [["--help"], ["-h"], ["help"], ["--database", "x", "--help"]])
def test_the_overview_names_every_verb(argv: list[str]) -> None:
    notice = parse(argv)
    assert isinstance(notice, Notice)
    for verb in ("import", "quote", "summary", "timeline", "inspect", "documents", "remove", "edit", "doctor", "sync"):
        assert f"\n  {verb} " in notice.text


@pytest.mark.parametrize("argv", [["timeline", "--help"], ["timeline", "-h"], ["help", "timeline"]])
def test_a_verb_explains_its_options(argv: list[str]) -> None:
    notice = parse(argv)
    assert isinstance(notice, Notice)
    for option in ("--on", "--from", "--to", "--topic", "--document", "--limit", "--database", "--json"):
        assert option in notice.text


@pytest.mark.parametrize(
    ("argv", "wanted"), [(["qoute", "--json"], True), (["quote", "--", "--json"], False), (["quote"], False)]
)
def test_errors_are_json_where_json_was_asked_for(argv: list[str], wanted: bool) -> None:  # noqa: FBT001 - a table's column
    assert wants_json(argv) is wanted
