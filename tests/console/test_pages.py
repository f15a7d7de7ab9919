"""Page numbers of a PDF file, from import to every citation, in JSON and in words."""

import json
from pathlib import Path
from typing import Any, Final

import pytest

from tests.console.invented import Cli
from tests.console.test_contract import _VALIDATORS
from tests.documents.formats.papers import HEAD, column, pdf

FIRST: Final = [
    "The ferry Tern was launched at Harnsund on 4 June 1921 and sailed for forty",
    "years between the harbour and the outer islands.",
    "",
    "Her second captain kept a parrot that knew the names of all of the islands and",
    "called them out, in the order in which the ferry",
]
SECOND: Final = [
    "came to them, as long as the bird lived. It died on 12 March 1938.",
    "",
    "The museum has her bell, which was rung for the last time in May 1961.",
]


@pytest.fixture
def tern(cli: Cli, tmp_path: Path) -> Path:
    head = (*HEAD, "The Harnsund Museum")
    path = tmp_path / "tern.pdf"
    path.write_bytes(pdf([[head, *column(FIRST)], [head, *column(SECOND)]], info={"Title": "The ferry Tern"}))
    database = tmp_path / "tern.sqlite3"
    assert cli("import", str(path), "--database", str(database)).status == 0
    return database


def _asked(cli: Cli, database: Path, schema: str, *argv: str) -> Any:
    ran = cli(*argv, "--json", "--database", str(database))
    assert ran.status == 0, ran.err
    answer = json.loads(ran.out)
    _VALIDATORS[schema].validate(answer)
    return answer


def _pages(citation: dict[str, Any]) -> tuple[Any, Any]:
    return citation["page"], citation["last_page"]


def test_every_citation_names_its_page(cli: Cli, tern: Path) -> None:
    (parrot,) = _asked(cli, tern, "quote", "quote", "parrot")["passages"]
    assert _pages(parrot["citation"]) == (1, 2)
    (bell,) = _asked(cli, tern, "quote", "quote", "museum bell")["passages"]
    assert _pages(bell["citation"]) == (2, 2)
    events = _asked(cli, tern, "timeline", "timeline")["events"]
    assert [(each["date"], *_pages(each["citation"])) for each in events] == [
        ("1921-06-04", 1, 1),
        ("1938-03-12", 1, 2),
        ("1961-05", 2, 2),
    ]
    sentences = _asked(cli, tern, "summary", "summary", "1", "--length", "8")["sentences"]
    assert {_pages(each["citation"]) for each in sentences} == {(1, 1), (1, 2), (2, 2)}
    paragraphs = _asked(cli, tern, "inspect", "inspect", "1")["paragraphs"]
    assert [(each["kind"], *_pages(each)) for each in paragraphs] == [
        ("byline", None, None),
        ("navigation", 1, 1),
        ("body", 1, 1),
        ("body", 1, 2),
        ("navigation", 2, 2),
        ("body", 2, 2),
    ]


def test_pages_are_shown_in_words(cli: Cli, tern: Path) -> None:
    assert ", pp. 1–2] The ferry Tern" in cli("quote", "parrot", "--database", str(tern)).out
    assert ", p. 2] The ferry Tern" in cli("quote", "museum bell", "--database", str(tern)).out
    assert "pp. 1–2" in cli("inspect", "1", "--database", str(tern)).out
    assert "p. 2" in cli("summary", "1", "--database", str(tern)).out


def test_an_edit_keeps_pages(cli: Cli, tern: Path) -> None:
    before = _asked(cli, tern, "inspect", "inspect", "1")["paragraphs"]
    assert cli("edit", "1", "--title", "By hand", "--database", str(tern)).status == 0
    assert _asked(cli, tern, "inspect", "inspect", "1")["paragraphs"] == before


def test_what_has_no_pages_names_none(cli: Cli) -> None:
    paragraphs = json.loads(cli("inspect", "1", "--json").out)["paragraphs"]
    assert {_pages(each) for each in paragraphs} == {(None, None)}
