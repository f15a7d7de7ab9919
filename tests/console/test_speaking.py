"""The verbs about speakers at the command line and in the interactive terminal: answers, changes, errors, layout."""

from collections.abc import Awaitable, Callable

import pytest

from tests.console.invented import DOCUMENTS, Cli

Typing = Callable[..., Awaitable[str]]


def names(cli: Cli) -> dict[str, list[str]]:
    return {each["name"]: each["aliases"] for each in cli("speakers", "--json").json["speakers"]}


def test_who_speaks_is_listed_with_counts_and_documents(cli: Cli) -> None:
    assert cli("speakers", "--json").json["speakers"] == [
        {"name": "Ada Quill", "aliases": [], "quotations": 1, "reported": 0, "documents": ["D1"]}
    ]
    page = cli("speakers").out
    assert "Quotations" in page
    assert "Ada Quill" in page


def test_what_one_says_is_a_slice_with_its_place(cli: Cli) -> None:
    answer = cli("speaker", "quill", "--json").json
    assert tuple(answer)[:3] == ("speaker", "quotations", "total")
    (said,) = answer["quotations"]
    assert (said["text"], said["kind"]) == ("We have waited ten years,", "direct")
    assert said["speaker"] == {"name": "Ada Quill", "basis": "named"}
    place = said["citation"]["source"]
    assert DOCUMENTS[place["file"]][place["start"] : place["end"]] == said["text"]
    assert cli("speaker", "Ada", "Quill", "ten years", "--json").json["quotations"][0]["hits"] == [[15, 18], [19, 24]]
    assert cli("speaker", "Ada Quill", "flour", "--json").json["quotations"] == []


def test_the_page_says_who_speaks_and_how_that_is_known(cli: Cli) -> None:
    page = cli("speaker", "Quill").out
    assert "We have waited ten years,\n    — Ada Quill, named in the sentence\n" in page
    assert "1 direct quotation, 0 reported." in page
    assert 'Nothing that Ada Quill says with "flour" in 3 documents.' in cli("speaker", "Quill", "flour").out
    assert "— Ada Quill, named" in cli("quote", "waited ten years").out
    assert "— Ada Quill" not in cli("quote", "dredged ferries").out
    assert 'quotations: "We have waited ten years," Ada Quill named' in " ".join(cli("inspect", "1").out.split())


def test_inspect_gives_the_quotations_with_their_offsets(cli: Cli) -> None:
    paragraphs = cli("inspect", "1", "--json").json["paragraphs"]
    (said,) = [said for each in paragraphs for said in each["quotations"]]
    (home,) = [each for each in paragraphs if each["quotations"]]
    assert home["text"][said["start"] : said["end"]] == said["text"] == "We have waited ten years,"
    assert said["speaker"] == {"name": "Ada Quill", "basis": "named"}
    assert all(each["reported"] == [] for each in paragraphs)


def test_a_new_name_holds_until_it_is_taken_back(cli: Cli) -> None:
    renamed = cli("speakers", "rename", "Quill", "Ada Quill of Linden", "--json").json["speakers"]
    assert [(each["name"], each["aliases"]) for each in renamed] == [("Ada Quill of Linden", ["Ada Quill"])]
    said = cli("quote", "waited", "--kind", "quotations", "--speaker", "Ada Quill", "--json").json["passages"]
    assert [each["speaker"] for each in said] == [{"name": "Ada Quill of Linden", "basis": "curator"}]
    assert "also: Ada Quill" in cli("speakers").out
    back = cli("speakers", "forget", "Ada Quill of Linden", "--json").json["speakers"]
    assert [(each["name"], each["aliases"]) for each in back] == [("Ada Quill", [])]


def test_two_are_joined_and_parted(cli: Cli, tmp_path: object) -> None:
    path = f"{tmp_path}/orm.txt"
    with open(path, "w", encoding="utf-8") as file:  # noqa: PTH123 - one small file
        file.write("The mill\n\n“The mill stands,” said A. Quill. Ben Rook said that it was sold last year.\n")
    cli("import", path)
    before = names(cli)
    (other,) = set(before) - {"Ada Quill", "Ben Rook"}
    joined = cli("speakers", "merge", other, "ada quill", "--json").json["speakers"]
    assert [(each["name"], each["aliases"], each["documents"]) for each in joined] == [
        ("Ada Quill", [other], ["D1", "D4"])
    ]
    cli("import", path)
    assert names(cli) == {"Ada Quill": [other], "Ben Rook": []}
    again = cli("speakers", "merge", other, "Ada Quill", "--json")
    assert (again.status, again.json["error"]["code"]) == (2, "bad_request")
    assert "one speaker already" in again.json["error"]["message"]
    parted = cli("speakers", "forget", other, "--json").json["speakers"]
    assert {each["name"] for each in parted} == {other}
    assert names(cli) == before


@pytest.mark.parametrize(
    ("argv", "sentence"),
    [
        (["speakers", "mrege", "a", "b"], "No action 'mrege'. Did you mean merge?"),
        (["speakers", "merge", "Quill"], "merge takes NAME and INTO"),
        (["speakers", "forget", "Quill", "Rook"], "forget takes NAME,"),
        (["speakers", "rename", "Quill", " "], "rename takes NAME and NEWNAME"),
        (["speakers", "rename", "Quil", "Ada"], 'No speaker "Quil". Closest: Ada Quill'),
        (["speakers", "forget", "Quill"], 'Nothing was merged into or renamed to "Ada Quill".'),
        (["speaker", "Nobody Known"], 'No speaker "Nobody Known".'),
        (["speaker", " "], "speaker needs a name."),
        (["quote", "mill", "--speaker", "Orm Holm"], 'No speaker "Orm Holm".'),
        (["quote", "mill", "--kind", "songs"], 'No kind "songs". There are: passages, quotations.'),
    ],
)
def test_what_cannot_be_done_is_told_with_the_next_step(cli: Cli, argv: list[str], sentence: str) -> None:
    ran = cli(*argv, "--json")
    assert (ran.status, ran.json["error"]["code"]) == (2, "bad_request")
    assert sentence in ran.json["error"]["message"]


def test_verify_says_whose_the_words_are(cli: Cli) -> None:
    page = cli("verify", "We have waited ten years", "--speaker", "Orm Tell").out
    assert "Another speaker. The words stand there, and somebody else says them." in page
    assert "— Ada Quill, named in the sentence" in page
    assert "Ada Quill says it in D1¶" in page
    answer = cli("verify", "We have waited ten years", "--speaker", "quill", "--json").json
    assert (answer["verdict"], answer["speaker"]) == ("exact", "Ada Quill")
    assert answer["parts"][0]["speaker"] == {"name": "Ada Quill", "basis": "named"}
    assert answer["parts"][0]["speech"] == "direct"


def test_a_timeline_of_one_speaker_is_empty_or_names_the_speaker(cli: Cli) -> None:
    assert cli("timeline", "--speaker", "Quill", "--json").json["speaker"] == "Ada Quill"
    assert (
        "No dated sentence with what Ada Quill says fits in 3 documents." in cli("timeline", "--speaker", "Quill").out
    )
    assert 'No speaker "Nobody".' in cli("timeline", "--speaker", "Nobody").err
