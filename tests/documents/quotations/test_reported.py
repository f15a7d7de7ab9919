"""Reported speech: what is told without quotation marks, and by whom."""

import pytest

from bot.documents.quotations.attribution import attribute
from bot.documents.sentences import split


def told(text: str, author: str | None = None) -> list[str]:
    paragraphs = [(each, split(each, "en")) for each in text.split("\n")]
    return [
        f"{each.span.of(paragraph)} | {each.speaker.name if each.speaker else '?'}"
        for (paragraph, _), marks in zip(paragraphs, attribute(paragraphs, author=author), strict=True)
        for each in marks.reported
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Ada Thorne said that the mill would stay open.", ["the mill would stay open | Ada Thorne"]),
        ("Ada Thorne said the mill would stay open.", ["the mill would stay open | Ada Thorne"]),
        ("Ada Thorne told the Daily Loom on Monday that the mill would stay.", ["the mill would stay | Ada Thorne"]),
        ("Ada Thorne warned on Friday that nobody mends the looms.", ["nobody mends the looms | Ada Thorne"]),
        ("The mill would stay open, Ada Thorne said.", ["The mill would stay open | Ada Thorne"]),
        ("The mill would stay open, the mayor, Ada Thorne, said.", ["The mill would stay open | Ada Thorne"]),
        (
            "The mill would close within a year, analysts said on Tuesday.",
            ["The mill would close within a year | analysts"],
        ),
        ("According to Ada Thorne, the mill would stay open.", ["the mill would stay open | Ada Thorne"]),
        ("Ada Thorne did not say that the mill would stay.", []),
        ("Ada Thorne has never publicly said that the mill would stay.", []),
        ("Ada Thorne is expected to say that the mill will stay.", []),
        ("If Ada Thorne said the mill would stay, it would.", []),
        ("Ada Thorne may say that the mill will stay.", []),
        ("If the mill burns, Ada Thorne said, it would stay shut.", []),
        ("Ada Thorne did not come but said that the mill would stay.", ["the mill would stay | Ada Thorne"]),
        ("According to the mayor, Ada Thorne, the mill would stay.", ["the mill would stay | Ada Thorne"]),
        ("The mill would stay open, according to the mayor, Ada Thorne.", ["The mill would stay open | Ada Thorne"]),
        ("The mill would stay open, according to Xinhua.", []),
        (
            "The mill would stay open, according to the Bureau of Old Looms.",
            ["The mill would stay open | Bureau of Old Looms"],
        ),
        ("The mill would stay open, according to the F.A.B.", ["The mill would stay open | F.A.B."]),
        ("The mill would stay open, according to spokesman Otto Brandl.", ["The mill would stay open | Otto Brandl"]),
        ("The mill would stay, according to a study published in Loom Letters.", ["The mill would stay | a study"]),
        ("The mill would stay, according to two people who saw it.", ["The mill would stay | two people"]),
        ("Ada Thorne came, the board chair. The mill would stay, the board said.", ["The mill would stay | the board"]),
        ("Ada Thorne came. She said that the mill would stay.", ["the mill would stay | Ada Thorne"]),
        (
            "Ada Thorne said the plan was “a slow goodbye” to the town.",
            ["the plan was “a slow goodbye” to the town | Ada Thorne"],
        ),
        ("The mill would stay open, Xinhua reported.", []),
        ("Ada Thorne said that the mill would stay, Xinhua reported.", ["the mill would stay | Ada Thorne"]),
        ("Ada Thorne said that the mill would stay, according to Xinhua.", ["the mill would stay | Ada Thorne"]),
        ("Ada Thorne told Ben that the mill would stay, the Loom Times said.", ["the mill would stay | Ada Thorne"]),
        ("The Loom Times wrote that the mill would stay.", ["the mill would stay | Loom Times"]),
        ("The board wrote that the mill would stay.", ["the mill would stay | the board"]),
        (
            "The mill would stay open, according to the Ministry of Looms.",
            ["The mill would stay open | Ministry of Looms"],
        ),
        ("The mill would stay open, the Loom Times said.", ["The mill would stay open | Loom Times"]),
        (
            "The town believes that the mill would stay, Ada Thorne said, according to Xinhua.",
            ["The town believes that the mill would stay | Ada Thorne"],
        ),
        (
            "Ada Thorne said that the mill would stay, the Loom Times said, citing Xinhua.",
            ["the mill would stay | Ada Thorne"],
        ),
        ("Ada Thorne and Ben agreed on rules that are common to all mills.", []),
        ("Ada Thorne said that mills, according to Ben, stay.", ["mills, according to Ben, stay | Ada Thorne"]),
        ("Ada Thorne said in an interview that the mill would stay.", ["the mill would stay | Ada Thorne"]),
        ("Ada Thorne assured the weavers again that the mill would stay.", ["the mill would stay | Ada Thorne"]),
        ("Ada Thorne recalled an evening at the mill that left her in tears.", []),
        ("Ada Thorne said in that speech the mill would stay.", []),
        ("Ada Thorne said that speech had saved the mill.", ["that speech had saved the mill | Ada Thorne"]),
        (
            "Ada Thorne said that the mill would stay and added that nobody would go.",
            ["the mill would stay | Ada Thorne"],
        ),
        ("Ada Thorne said the mill would stay, adding that nobody would go.", ["the mill would stay | Ada Thorne"]),
        (
            "Ada Thorne said the mill would stay and asked the weavers in.",
            ["the mill would stay and asked the weavers in | Ada Thorne"],
        ),
        (
            "Ada Thorne said that the mill would stay, in a statement on Monday.",
            ["the mill would stay | Ada Thorne"],
        ),
        ("With two looms at work, Ada Thorne is assured of her mill.", []),
        ("A week after the flood, Ada Thorne proposed closing it.", []),
        ("Ada Thorne said nothing.", []),
        ("Ada Thorne said it.", []),
        ("“The mill stays open,” Ada Thorne said.", []),
        ("The mill has stood here for ninety years.", []),
        ("Ada Thorne read a letter to the weavers in the yard.", []),
    ],
)
def test_tells_what_is_reported_of_whom(text: str, expected: list[str]) -> None:
    assert told(text) == expected


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("Analysts said that the mill would close.", "analysts"),
        ("Authorities have said that the mill would close.", "authorities"),
        ("Police officials said that the mill would close.", "police officials"),
        ("Her lawyer said that the mill would close.", "her lawyer"),
        ("Democrats said that the mill would close.", "Democrats"),
        ("Nearly one said that the mill would close.", "?"),
        (
            "Ada Thorne and Ben Hale came. Mayor Ada Thorne and Hale said that the mill would close.",
            "Ada Thorne and Ben Hale",
        ),
    ],
)
def test_names_who_is_no_single_person_as_within_a_sentence(text: str, speaker: str) -> None:
    assert told(text)[-1].rpartition(" | ")[2] == speaker


def test_a_word_that_is_no_name_leaves_the_others_in_place() -> None:
    text = "Weaving is old. “The mill stands,” Ada Thorne said of weaving. Tom Hale said the river rose overnight."
    assert told(text) == ["the river rose overnight | Tom Hale"]


def test_first_person_is_the_author() -> None:
    text = "In May I said that the mill would stay open."
    assert told(text, author="Ada Thorne") == ["the mill would stay open | Ada Thorne"]
    assert told(text) == ["the mill would stay open | ?"]


def test_the_reporter_is_whom_a_pronoun_behind_it_means() -> None:
    text = "Peter Hale came. Tom Reyes said the mill would close.\n“There is no money,” he added."
    marks = attribute([(each, split(each, "en")) for each in text.split("\n")])
    speaker = marks[1].quotations[0].speaker
    assert speaker is not None
    assert speaker.name == "Tom Reyes"


@pytest.mark.parametrize(
    ("text", "speakers"),
    [
        ("The mill is safe, the Bank of Looms said. The Bank said that it would pay for it.", ["Bank of Looms"] * 2),
        ("The mill would stay, the Ministry of Transport and Energy said.", ["Ministry of Transport and Energy"]),
        ("The mill would stay, the Office for Old Looms said on Monday.", ["Office for Old Looms"]),
        ("The Bank of Looms and Otto Brandl said that the mill would stay.", ["Otto Brandl"]),
        ("The mill would stay open, the Bank said.", ["Bank"]),
    ],
)
def test_an_institution_has_its_whole_name(text: str, speakers: list[str]) -> None:
    assert [each.rpartition(" | ")[2] for each in told(text)] == speakers
