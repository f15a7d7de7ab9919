"""What is a part of other sentences although it opens like a whole one."""

import pytest

from bot.answers.summarising.readability import fitness
from bot.answers.summarising.remnants import is_remnant, points_back


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
