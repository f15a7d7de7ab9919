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
        ("Ada Thorne came. She said that the mill would stay.", ["the mill would stay | Ada Thorne"]),
        (
            "Ada Thorne said the plan was “a slow goodbye” to the town.",
            ["the plan was “a slow goodbye” to the town | Ada Thorne"],
        ),
        ("The mill would stay open, Xinhua reported.", []),
        ("Ada Thorne said that the mill would stay, Xinhua reported.", ["the mill would stay | Ada Thorne"]),
        ("Ada Thorne said that the mill would stay, according to Xinhua.", ["the mill would stay | Ada Thorne"]),
        ("Ada Thorne said that mills, according to Ben, stay.", ["mills, according to Ben, stay | Ada Thorne"]),
        ("Ada Thorne said nothing.", []),
        ("Ada Thorne said it.", []),
        ("“The mill stays open,” Ada Thorne said.", []),
        ("The mill has stood here for ninety years.", []),
        ("Ada Thorne read a letter to the weavers in the yard.", []),
    ],
)
def test_tells_what_is_reported_of_whom(text: str, expected: list[str]) -> None:
    assert told(text) == expected


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
