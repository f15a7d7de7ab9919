"""The JSON of every verb, held against the schemas in docs/contract and against the documents themselves."""

import copy
import csv
import io
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any, Final

import pytest
from jsonschema import Draft202012Validator
from referencing import Registry, Resource

from bot.console import contract
from bot.errors import UserError
from tests.console.invented import DOCUMENTS, Cli

_FOLDER: Final = Path(__file__).parent.parent.parent / "docs" / "contract"
_SCHEMAS: Final[dict[str, Any]] = {
    path.name.removesuffix(".schema.json"): json.loads(path.read_text(encoding="utf-8"))
    for path in _FOLDER.glob("*.schema.json")
}
_REGISTRY: Final[Registry[Any]] = Registry().with_resources(
    (schema["$id"], Resource.from_contents(schema)) for schema in _SCHEMAS.values()
)
_VALIDATORS: Final = {name: Draft202012Validator(schema, registry=_REGISTRY) for name, schema in _SCHEMAS.items()}
_CITATION: Final = (
    "reference",
    "collection",
    "document",
    "paragraph",
    "title",
    "publisher",
    "published",
    "published_basis",
    "source",
)
_DOCUMENT: Final = (
    "document",
    "reference",
    "title",
    "publisher",
    "author",
    "published",
    "published_basis",
    "anchor_date",
    "language",
    "kind",
    "file",
    "sha256",
)
_ASKED: Final = [
    ("quote", ["quote", "mill", "flour"]),
    ("quote", ["quote"]),
    ("quote", ["quote", "submarine"]),
    ("quote", ["quote", "Orm", "--from", "2004"]),
    ("quote", ["quote", "waited", "--kind", "quotations", "--speaker", "Quill"]),
    ("quote", ["quote", "--kind", "quotations"]),
    ("speaker", ["speaker", "Ada Quill"]),
    ("speaker", ["speaker", "Ada Quill", "ten", "years"]),
    ("speaker", ["speaker", "Ada", "Quill", "submarine"]),
    ("speakers", ["speakers"]),
    ("speakers", ["speakers", "rename", "Quill", "Ada Quill of Linden"]),
    ("summary", ["summary", "1"]),
    ("summary", ["summary", "peace in", "--length", "headline", "--method", "luhn"]),
    ("summary", ["summary", "--topic", "peace"]),
    ("summary", ["summary", "2", "--topic", '"mill stood"', "--length", "1"]),
    ("summary", ["summary", "--topic", "submarine"]),
    ("timeline", ["timeline"]),
    ("timeline", ["timeline", "--on", "1850"]),
    ("timeline", ["timeline", "--speaker", "Ada Quill"]),
    ("verify", ["verify", "Peace came to the valley"]),
    ("verify", ["verify", "Two years later the mill burned again", "--speaker", "Ada Quill"]),
    ("verify", ["verify", "We have waited ten years", "--speaker", "Quill"]),
    ("verify", ["verify", "We have waited ten years", "--speaker", "Orm Tell"]),
    ("verify", ["verify", "The harbour of Linden", "--document", "1"]),
    ("verify", ["verify", "A shepherd lit the lamp over the harbour of Orm and wrote letters about its ferries"]),
    ("verify", ["verify", "submarines"]),
    ("compare", ["compare", "2", "3"]),
    ("compare", ["compare", "orm revisited", "D2", "--topic", "flour"]),
    ("inspect", ["inspect", "D1"]),
    ("inspect", ["inspect", "2"]),
    ("cite", ["cite", "D1¶2"]),
    ("cite", ["cite", "d3p2", "--format", "bibtex"]),
    ("cite", ["cite", "the harb", "--format", "csl-json"]),
    ("documents", ["documents"]),
    ("document", ["edit", "2", "--published", "2004"]),
    ("correct", ["correct", "D1¶2", "--kind", "navigation"]),
    ("correct", ["correct", "d1p2", "--kind", "auto"]),
    ("document", ["remove", "3", "--yes"]),
    ("doctor", ["doctor"]),
    ("error", ["summary", "nothing of the kind"]),
    ("error", ["speaker", "Nobody Known"]),
    ("error", ["quote", "harbour", "--speaker", "Nobody Known"]),
    ("error", ["timeline", "--on", "20/3"]),
    ("error", ["timeline", "--speaker", "Nobody Known"]),
]


def _check(name: str, answer: object) -> None:
    errors = [f"{error.json_path}: {error.message}" for error in _VALIDATORS[name].iter_errors(answer)]
    assert not errors, errors


def _source(citation: dict[str, Any]) -> str:
    place = citation["source"]
    return DOCUMENTS[place["file"]][place["start"] : place["end"]]


@pytest.mark.parametrize("name", sorted(_SCHEMAS))
def test_the_schemas_are_schemas(name: str) -> None:
    Draft202012Validator.check_schema(_SCHEMAS[name])
    assert _SCHEMAS[name]["$id"] == f"urn:verbatim:contract:{name}"


@pytest.mark.parametrize(("schema", "argv"), _ASKED, ids=[" ".join(argv) for _, argv in _ASKED])
def test_every_answer_fits_its_schema(cli: Cli, schema: str, argv: list[str]) -> None:
    ran = cli(*argv, "--json")
    _check(schema, ran.json)
    assert (ran.status == 0) == (schema != "error")
    assert ran.err == ""


def test_an_import_fits_its_schema(cli: Cli, folder: Path, tmp_path: Path) -> None:
    (tmp_path / "new.txt").write_text("One sentence about a bridge.\n\nAnother about its toll.\n", encoding="utf-8")
    (tmp_path / "broken.txt").write_bytes(b"\x00\x01\x02")
    ran = cli("import", str(tmp_path / "broken.txt"), str(folder), str(tmp_path / "new.txt"), "--json")
    _check("import", ran.json)
    outcomes = ran.json["documents"]
    assert [outcome["status"] for outcome in outcomes] == ["refused", "unchanged", "unchanged", "unchanged", "new"]
    assert outcomes[-1]["paragraphs"] == {"body": 2}
    assert ran.status == 65


def _removals(answer: Any, path: tuple[Any, ...] = ()) -> Iterator[tuple[Any, ...]]:
    """The places of all keys in an answer; those of counts by kind may be missing."""
    if isinstance(answer, dict):
        for key, value in answer.items():
            if path[-1:] not in {("paragraphs",), ("left_out",)}:
                yield (*path, key)
            yield from _removals(value, (*path, key))
    elif isinstance(answer, list):
        for place, value in enumerate(answer):
            yield from _removals(value, (*path, place))


@pytest.mark.parametrize(
    ("schema", "argv"),
    [each for each in _ASKED if each[0] != "error"],
    ids=[" ".join(argv) for name, argv in _ASKED if name != "error"],
)
def test_the_schemas_miss_every_key(cli: Cli, schema: str, argv: list[str]) -> None:
    answer = cli(*argv, "--json").json
    for *way, key in _removals(answer):
        poorer = copy.deepcopy(answer)
        place = poorer
        for step in way:
            place = place[step]
        del place[key]
        assert not _VALIDATORS[schema].is_valid(poorer), f"{schema} does not miss {(*way, key)}"


def test_a_passage_is_a_slice_of_its_source(cli: Cli) -> None:
    passages = cli("quote", "mill", "flour", "OR", "lighting", "--json").json["passages"]
    assert passages
    for passage in passages:
        assert tuple(passage)[:6] == ("text", "match", "hits", "speaker", "also_in", "citation")
        assert tuple(passage["citation"])[:9] == _CITATION
        assert passage["text"] == _source(passage["citation"])
        assert passage["speaker"] is None
        for start, end in passage["hits"]:
            assert passage["text"][start:end].strip() == passage["text"][start:end] != ""


def test_a_shared_passage_is_one_hit(cli: Cli) -> None:
    (passage,) = cli("quote", "miller", "--json").json["passages"]
    assert {passage["citation"]["reference"][:2], passage["also_in"][0][:2]} == {"D2", "D3"}


def test_hits_are_the_words_that_were_sought(cli: Cli) -> None:
    (passage,) = cli("quote", "multipolar council's", "--json").json["passages"]
    hits = [passage["text"][start:end] for start, end in passage["hits"]]
    assert "multi-polar" in hits
    assert any(hit.startswith("council") for hit in hits)


def test_a_summary_is_cited_word_for_word(cli: Cli) -> None:
    answer = cli("summary", "2", "--length", "2", "--json").json
    assert tuple(answer)[:5] == ("sentences", "of", "left_out", "method", "key_phrases")
    assert len(answer["sentences"]) == 2
    for sentence in answer["sentences"]:
        assert sentence["text"] == _source(sentence["citation"])
    starts = [sentence["citation"]["source"]["start"] for sentence in answer["sentences"]]
    assert starts == sorted(starts)


def test_a_timeline_is_cited_word_for_word(cli: Cli) -> None:
    answer = cli("timeline", "--json").json
    dates = [event["date"] for event in answer["events"]]
    assert "2021-05-03" in dates
    assert "1998" in dates
    for event in answer["events"]:
        assert tuple(event) == (
            "date",
            "earliest",
            "latest",
            "precision",
            "expression",
            "basis",
            "text",
            "citation",
            "planned",
            "speaker",
            "speech",
        )
        assert event["text"] == _source(event["citation"])
        assert event["expression"] in event["text"]


def test_a_verified_text_is_a_slice_with_the_way_to_what_was_pasted(cli: Cli) -> None:
    answer = cli("verify", "Two years later the mill stood again, and the miller of Orm sold bread", "--json").json
    assert tuple(answer)[:3] == ("verdict", "parts", "similar")
    assert answer["verdict"] == "altered"
    assert {part["citation"]["reference"][:2] for part in answer["parts"]} == {"D2", "D3"}
    for part in answer["parts"]:
        assert tuple(part)[:4] == ("text", "diff", "speaker", "citation")
        assert part["text"] == _source(part["citation"])
        source = " ".join(words for change, words in part["diff"] if change != "insert")
        assert source.split() == part["text"].split()
        assert ["insert", "bread"] in part["diff"]


def test_a_text_that_is_absent_has_similar_passages_and_no_parts(cli: Cli) -> None:
    answer = cli("verify", "A shepherd of Orm wrote novels about mayors, ferries and red letters", "--json").json
    assert (answer["verdict"], answer["parts"]) == ("absent", [])
    assert [each["text"] for each in answer["similar"]] == [_source(each["citation"]) for each in answer["similar"]]
    assert answer["similar"]


def test_an_export_fits_its_schema_and_comes_in_again(cli: Cli, tmp_path: Path) -> None:
    made = cli("export", str(tmp_path / "all.zip"), "--json").json
    _check("export", made)
    for key in made:
        assert not _VALIDATORS["export"].is_valid({name: value for name, value in made.items() if name != key})
    fresh = ("--database", str(tmp_path / "fresh.sqlite3"))
    ran = cli("import", str(tmp_path / "all.zip"), "--json", *fresh)
    _check("import", ran.json)
    assert [(each["reference"], each["status"]) for each in ran.json["documents"]] == [
        ("D1", "new"),
        ("D2", "new"),
        ("D3", "new"),
    ]
    assert cli("inspect", "2", "--json", *fresh).json == cli("inspect", "2", "--json").json
    assert cli("export", str(tmp_path / "again.zip"), "--json", *fresh).json["sha256"] == made["sha256"]
    refused = cli("import", str(tmp_path / "all.zip"), "--json", "--database", str(_damaged(tmp_path)))
    assert (refused.status, refused.json["documents"][0]["status"]) == (65, "refused")
    _check("import", refused.json)


def _damaged(folder: Path) -> Path:
    """A new database's name; the export beside it loses a byte on the way."""
    data = bytearray((folder / "all.zip").read_bytes())
    data[data.index(b"records/D2.json") + 30] ^= 0xFF
    (folder / "all.zip").write_bytes(bytes(data))
    return folder / "another.sqlite3"


def test_passages_in_other_formats_are_those_of_json(cli: Cli) -> None:
    asked = ("quote", "mill", "flour", "OR", "lighting")
    passages = cli(*asked, "--json").json["passages"]
    rows = list(csv.DictReader(io.StringIO(cli(*asked, "--format", "csv").out, newline="")))
    assert [(row["text"], row["reference"], row["match"]) for row in rows] == [
        (each["text"], each["citation"]["reference"], each["match"]) for each in passages
    ]
    for row, each in zip(rows, passages, strict=True):
        assert [int(row["start"]), int(row["end"])] == [each["citation"]["source"][end] for end in ("start", "end")]
        assert row["also_in"].split() == each["also_in"]
    shown = cli(*asked, "--format", "markdown").out
    assert shown.count("\n> — ") == len(passages)
    tricky = cli("quote", "shepherd", "--format", "markdown").out
    assert tricky.startswith("> A shepherd of Orm wrote ␛\\[31mred␛\\[0m letters \\[bold\\]here\\[/bold\\]")
    assert cli("quote", "submarine", "--format", "csv").out.count("\r\n") == 1
    assert cli("quote", "mill", "--format", "json").json == cli("quote", "mill", "--json").json


def test_a_citation_is_that_of_its_text(cli: Cli) -> None:
    answer = cli("cite", "D1¶3", "--json").json
    assert tuple(answer["citation"])[:9] == _CITATION
    assert (answer["text"], answer["format"]) == (_source(answer["citation"]), "text")
    for form in ("markdown", "bibtex", "csl-json", "ris"):
        assert cli("cite", "D1¶3", "--format", form, "--json").json["formatted"].rstrip() == (
            cli("cite", "D1¶3", "--format", form).out.rstrip()
        )


def test_a_removed_paragraph_is_cited_in_its_last_wording(cli: Cli, tmp_path: Path) -> None:
    before = cli("cite", "D1¶4", "--json").json
    (tmp_path / "a-harbour.md").write_text(DOCUMENTS["a-harbour.md"].replace(before["text"], "A new plan is made."))
    assert cli("import", str(tmp_path / "a-harbour.md"), "--json").json["documents"][0]["status"] == "changed"
    after = cli("cite", "D1¶4", "--json").json
    _check("cite", after)
    assert (after["text"], after["citation"]["source"]) == (before["text"], None)
    assert after["removed_at"].startswith("20")
    page = cli("cite", "D1¶4").out
    assert page.startswith("D1¶4 was removed from its document on 20")
    assert " ".join(before["text"].split()) in " ".join(page.split())
    refused = cli("correct", "D1¶4", "--kind", "body")
    assert refused.status == 2
    assert "was removed on 20" in refused.err


def test_inspect_covers_the_whole_source(cli: Cli) -> None:
    for number, text in enumerate(DOCUMENTS.values(), 1):
        answer = cli("inspect", str(number), "--json").json
        assert tuple(answer["document"])[:12] == _DOCUMENT
        covered = [0] * len(text)
        for paragraph in answer["paragraphs"]:
            start, end = paragraph["source"]["start"], paragraph["source"]["end"]
            assert paragraph["text"] == text[start:end]
            covered[start:end] = [count + 1 for count in covered[start:end]]
            for mention in paragraph["dates"]:
                assert mention["text"] == paragraph["text"][mention["start"] : mention["end"]]
            for first, last in paragraph["sentences"]:
                assert paragraph["text"][first:last].strip() != ""
        assert {count for count, each in zip(covered, text, strict=True) if not each.isspace()} == {1}


def test_what_is_not_known_is_null_with_the_basis_unknown(cli: Cli) -> None:
    first, second, third = cli("documents", "--json").json["documents"]
    assert (first["published"], first["published_basis"]) == ("2021-06-14", "stated")
    assert (second["publisher"], second["published"], second["published_basis"]) == (None, None, "unknown")
    assert third["published"] == "2004-02"


def test_an_edit_is_a_curators_and_can_be_cleared(cli: Cli) -> None:
    edited = cli("edit", "2", "--published", "2004", "--publisher", "Orm Press", "--json").json["document"]
    assert (edited["published"], edited["published_basis"], edited["publisher"]) == ("2004", "curator", "Orm Press")
    cleared = cli("edit", "2", "--published", "", "--json").json["document"]
    assert (cleared["published"], cleared["published_basis"], cleared["publisher"]) == (None, "unknown", "Orm Press")


def test_a_removed_document_is_gone(cli: Cli) -> None:
    assert cli("remove", "the harbour", "--yes", "--json").json["document"]["reference"] == "D1"
    assert [each["reference"] for each in cli("documents", "--json").json["documents"]] == ["D2", "D3"]
    assert cli("inspect", "D1", "--json").json["error"]["code"] == "unknown_document"


def _subclasses(error: type[UserError]) -> Iterator[type[UserError]]:
    yield error
    for each in error.__subclasses__():
        yield from _subclasses(each)


def test_every_error_fits_the_schema() -> None:
    for error in _subclasses(UserError):
        _check("error", contract.error(error("What was wrong, and the next step.")))
