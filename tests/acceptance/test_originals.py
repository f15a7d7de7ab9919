"""The five originals, imported at the terminal: kinds, dates and facts as an editor would set them.

Needs the originals (`--originals DIR`); skipped without them. Expectations name counts, numbers and dates only.
"""

import json
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any, Final

import pytest

ROOT: Final = Path(__file__).parent.parent.parent
Run = Callable[..., dict[str, Any]]

# paragraphs by kind; all others are body
NOT_BODY: Final[dict[int, dict[str, set[int]]]] = {
    1: {"navigation": {1, 12}, "heading": {2}, "byline": {3}},
    2: {"byline": {1}},
    3: {"heading": {2}, "byline": {3}, "furniture": {1, *range(18, 26)}},
    4: {"heading": {1, 10, 18}, "byline": {29}},
    5: {"byline": {1, 21}, "promotion": {22, 23, 24, 25}, "appended": set(range(26, 41))},
}
PARAGRAPHS: Final = {1: 12, 2: 12, 3: 25, 4: 29, 5: 40}
FURNITURE: Final = {"navigation", "promotion", "appended"}
# (paragraph, value, basis) of the expressions that an editor would put on a calendar
DATES: Final[dict[int, set[tuple[int, str, str]]]] = {
    1: {(4, "2023-03-20/2023-03-22", "worked out"), (10, "2013", "worked out"), (10, "2013/2023", "worked out")},
    2: {
        (2, "2023-03-20", "worked out"),
        (4, "2013", "worked out"),
        (4, "2013/2023", "worked out"),
        (7, "2013/2023", "worked out"),
        (7, "2022", "worked out"),
        (7, "2013", "worked out"),
        (8, "2013-03", "stated"),
        (11, "2023-02", "worked out"),
    },
    3: {(4, "2023-03-17", "worked out"), (5, "2023-03-20/2023-03-22", "worked out"), (14, "2023-02", "worked out")},
    4: {
        *((paragraph, "2023-03-21", "worked out") for paragraph in (2, 3, 11, 15, 23, 25)),
        *((paragraph, "2023-03-20", "worked out") for paragraph in (19, 22)),
        (5, "../2030", "stated"),
        (7, "2023", "worked out"),
    },
    5: {
        (2, "2013", "worked out"),
        (7, "2022", "stated"),
        (7, "2013", "worked out"),
        (16, "2013-03", "stated"),
        (18, "2022/..", "worked out"),
    },
}


@pytest.fixture(scope="module")
def run(tmp_path_factory: pytest.TempPathFactory, originals: Path) -> Run:
    database = tmp_path_factory.mktemp("originals") / "store.sqlite3"

    def call(*arguments: str) -> dict[str, Any]:
        command = [sys.executable, "-m", "bot", *arguments, "--database", str(database), "--json"]
        done = subprocess.run(command, cwd=ROOT, capture_output=True, encoding="utf-8", check=False)
        assert done.returncode == 0, done.stderr
        answer: dict[str, Any] = json.loads(done.stdout)
        return answer

    files = [str(path) for path in sorted(originals.glob("0*.txt"))]
    assert [each["status"] for each in call("import", *files)["documents"]] == ["new"] * 5
    assert [each["status"] for each in call("import", *files)["documents"]] == ["unchanged"] * 5
    return call


@pytest.fixture(scope="module", params=[1, 2, 3, 4, 5])
def inspected(request: pytest.FixtureRequest, run: Run) -> dict[str, Any]:
    return run("inspect", str(request.param))


def test_kinds(inspected: dict[str, Any]) -> None:
    number = inspected["document"]["document"]
    found: dict[str, set[int]] = {}
    for paragraph in inspected["paragraphs"]:
        kind = "furniture" if number == 3 and paragraph["kind"] in FURNITURE else paragraph["kind"]
        found.setdefault(kind, set()).add(paragraph["number"])
        assert paragraph["reason"]
    body = found.pop("body")
    assert found == NOT_BODY[number]
    assert body == set(range(1, PARAGRAPHS[number] + 1)) - set().union(*found.values())


def test_every_character_lies_in_one_paragraph(inspected: dict[str, Any], originals: Path) -> None:
    text = (originals / inspected["document"]["file"]).read_bytes().decode()
    rest = list(text)
    for paragraph in inspected["paragraphs"]:
        source = paragraph["source"]
        assert text[source["start"] : source["end"]] == paragraph["text"]
        rest[source["start"] : source["end"]] = " " * len(paragraph["text"])
    assert not "".join(rest).strip()
    assert sum(len(paragraph["text"]) for paragraph in inspected["paragraphs"]) <= len(text)


def test_dates(inspected: dict[str, Any]) -> None:
    number = inspected["document"]["document"]
    body = [paragraph for paragraph in inspected["paragraphs"] if paragraph["kind"] == "body"]
    found = {(each["number"], date["value"], date["basis"]) for each in body for date in each["dates"]}
    assert DATES[number] - found == set()
    # "ten years" in the signed article is read as the ten years up to its day, or as a mere length of time
    extra = {(place, value) for place, value, _ in found - DATES[number]}
    assert extra <= {(2, "2013/2023"), (4, "2013/2023"), (17, "2013/2023")}


def test_facts(run: Run) -> None:
    documents = run("documents")["documents"]
    assert [each["publisher"] for each in documents] == [
        None,
        "PR Newswire",
        "Beijing Review",
        "Global Times",
        "World Today News",
    ]
    assert [each["published"] for each in documents] == ["2023-03-28", "2023-03-20", "2023-03-18", "2023-03", "2023-03"]
    assert all(each["title"] for each in documents)


def test_a_passage_without_curly_apostrophes_is_found(run: Run) -> None:
    straight = run("quote", "China's Position on the Political Settlement of the Ukraine Crisis")
    curly = run("quote", "China’s Position on the Political Settlement of the Ukraine Crisis")
    assert straight["passages"] == curly["passages"]
    assert {each["citation"]["document"] for each in straight["passages"]} >= {1, 2}


def test_hyphens_meet(run: Run) -> None:
    one, other = (run("quote", word, "--limit", "20") for word in ("multipolar", "multi-polar"))
    references = {each["citation"]["reference"] for each in one["passages"]}
    assert references == {each["citation"]["reference"] for each in other["passages"]}
    assert len({reference.split("¶")[0] for reference in references}) >= 3


def test_what_is_not_body_does_not_answer(run: Run) -> None:
    for words in ("ballot Lovech", "Qiushi Journal", "open-ended questions"):
        answer = run("quote", words)
        assert answer["passages"] == []
        assert answer["total"] == 0


def test_an_original_retires_its_digest(tmp_path: Path, originals: Path) -> None:
    database = str(tmp_path / "store.sqlite3")

    def call(*arguments: str) -> dict[str, Any]:
        command = [sys.executable, "-m", "bot", *arguments, "--database", database, "--json"]
        done = subprocess.run(command, cwd=ROOT, capture_output=True, encoding="utf-8", check=True)
        answer: dict[str, Any] = json.loads(done.stdout)
        return answer

    call("import", str(ROOT / "seeds"))
    before = call("quote", "Kremlin")
    assert [each["citation"]["document"] for each in before["passages"]] == [4]
    call("import", str(min(originals.glob("003*"))))
    after = call("quote", "Kremlin")
    assert {each["citation"]["document"] for each in after["passages"]} == {6}
    retired = {each["document"]: each["retired_by"] for each in call("documents")["documents"]}
    assert retired == {1: None, 2: None, 3: None, 4: "D6", 5: None, 6: None}


def test_the_signed_article_against_the_report_about_it(run: Run, originals: Path) -> None:
    answer = run("compare", "5", "2")
    files = {path.name: path.read_bytes().decode() for path in originals.glob("0*.txt")}
    for pair in answer["pairs"]:
        for side in (pair["first"], pair["second"]):
            place = side["citation"]["source"]
            assert files[place["file"]][place["start"] : place["end"]] == side["text"]
    # the meetings are 40 here and more than 40 there, and no other figure is called different
    [meetings] = [pair for pair in answer["pairs"] if pair["relation"] == "figures_differ"]
    assert meetings["figures"] == [{"first": "more than 40", "second": "40"}]
    places = {
        (pair["first"]["citation"]["paragraph"], pair["second"]["citation"]["paragraph"]) for pair in answer["pairs"]
    }
    # the remark of 2013 in two wordings, trade, areas of cooperation, the settlement
    assert {(5, 5), (7, 7), (16, 8), (18, 10), (18, 12)} <= places
    remark = [pair for pair in answer["pairs"] if all("2013" in pair[side]["text"] for side in ("first", "second"))]
    assert [(pair["relation"], pair["certain"]) for pair in remark] == [("reworded", False)]


def test_a_sentence_of_36_words_stands_in_two(run: Run) -> None:
    answer = run("compare", "1", "2")
    [shared] = [pair for pair in answer["pairs"] if pair["relation"] == "identical"]
    assert (shared["first"]["citation"]["paragraph"], shared["second"]["citation"]["paragraph"]) == (6, 12)
    assert 33 <= len(shared["first"]["text"].split()) == len(shared["second"]["text"].split()) <= 36
    rest = [each for each in answer["only_second"] if each["citation"]["paragraph"] == 12]
    assert rest
    back = run("compare", "2", "1")
    assert [pair["relation"] for pair in back["pairs"]].count("identical") == 1
    assert back["counts"]["figures_differ"] == 0
