"""What is a part of other sentences although it opens like a whole one."""

import pytest

from bot.answers.summarising.readability import fitness
from bot.answers.summarising.remnants import is_headed, is_remnant, is_silent, points_back


@pytest.mark.parametrize(
    "sentence",
    [
        "In May, he asked for a deeper channel.",
        "After the storm, she swam home.",
        "When it was over, they drew up a list.",
        "On Tuesday, he resigned.",
        "During the visit, the two mayors ate mussels.",
        "Nobody has lived there, it seems, for years.",
        "Divers went there.",
    ],
)
def test_it_points_back_behind_its_opening(sentence: str) -> None:
    assert points_back(sentence)
    assert fitness([sentence], [0], "en")[0].leans
    assert not fitness([sentence], [0], "nl")[0].leans


@pytest.mark.parametrize(
    "sentence",
    [
        "When Marta Velin arrived, she thanked the divers.",
        "In May, the council voted.",
        "When Velin met Brandt, the two mayors ate mussels.",
        "In May, the two-year plan ended.",
        "Ferries went to Altfurt and stayed there.",
        "There, there.",
        "Over there, ducks feed on mussels.",
        "“In May, you know, he sang.”",
    ],
)
def test_what_names_whom_it_means_stands_alone(sentence: str) -> None:
    assert not points_back(sentence)


@pytest.mark.parametrize(
    ("sentence", "before"),
    [
        ("Velin wrote on her page.", "“We were wrong about the channel.”"),
        ("Marta Velin told reporters in Altfurt.", "“Nobody knows!”"),
        ("I hope that the ferries ...", ""),
        ("If only the council…", "Words."),
        ("Journalist Edda Falk reported from Altfurt.", ""),
        ("Edda Falk and Ilo Brandt reported from Altfurt and Marwick.", ""),
    ],
)
def test_what_says_nothing_by_itself(sentence: str, before: str) -> None:
    assert is_remnant(sentence, before)
    assert fitness([before or "A line.", sentence], [0, 0], "en")[1].unfit


@pytest.mark.parametrize(
    ("sentence", "before"),
    [
        ("Velin wrote on her page.", "She was wrong about the channel."),
        ("Velin told reporters that the channel is shut.", "“Nobody knows!”"),
        ("Velin said the ferries would go elsewhere.", "“Nobody knows!”"),
        ("Edda Falk reported from Altfurt that the ferry sank.", ""),
        ("“Who knows …” said Velin of the plan for the channel.", ""),
    ],
)
def test_what_says_something_does(sentence: str, before: str) -> None:
    assert not is_remnant(sentence, before)


@pytest.mark.parametrize(
    "paragraph",
    [
        "3. Moving the Mussel Beds.",
        "Section 4.2 Rights of the Crews.",
        "How The Harbour Lost Its Channel And Found Another.",
        "What Ducks Are Looking For.",
    ],
)
def test_a_heading_with_a_point_is_one(paragraph: str) -> None:
    assert is_headed(paragraph)
    assert fitness([paragraph], [0], "en")[0].unfit
    assert not fitness([paragraph, "The crews stayed."], [0, 0], "en")[0].unfit


@pytest.mark.parametrize(
    "paragraph",
    [
        "Mayor Marta Velin met Ilo Brandt in Altfurt.",
        "Prime Minister Marta Velin thanked President Ilo Brandt.",
        "3 boats from Altfurt sank in Ostrava Bay.",
        "The Skerry Courier printed it.",
        "And so it was.",
    ],
)
def test_a_statement_full_of_names_is_none(paragraph: str) -> None:
    assert not is_headed(paragraph)


def test_who_did_not_comment_is_a_flaw() -> None:
    for sentence in (
        "The council declined to comment on the channel.",
        "Velin did not immediately respond to a request for comment.",
        "Brandt couldn't be reached for comment.",
    ):
        assert is_silent(sentence)
        assert fitness([sentence], [0], "en")[0].silent
    assert not is_silent("Velin declined to speak of the channel.")
    assert not is_silent("The comments were not kind.")
