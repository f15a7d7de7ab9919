"""Names in a text, and the people of a document behind short names."""

import pytest

from bot.documents.quotations.names import drop_common, find
from bot.documents.quotations.people import People


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Yesterday Ada Thorne came.", ["Ada Thorne"]),
        ("Mayor Ada Thorne came.", ["Ada Thorne"]),
        ("US Secretary of State Ada Thorne came.", ["Ada Thorne"]),
        ("Rep. A.B. Thorne came.", ["A.B. Thorne"]),
        ("Ludwig van der Berg came.", ["Ludwig van der Berg"]),
        ("Enrique Peña Nieto came.", ["Enrique Peña Nieto"]),
        ("Ada Thorne's mill.", ["Ada Thorne"]),
        ("Ada Thorne’s mill.", ["Ada Thorne"]),
        ("Conor O’Malley-Hale came.", ["Conor O’Malley-Hale"]),
        ("Tom Hale Jr. came.", ["Tom Hale Jr."]),
        ("There came de Groot.", ["de Groot"]),
        ("They made Groot laugh.", ["Groot"]),
        ("The secretary of State Ada Thorne came.", ["Ada Thorne"]),
        ("Prof. Tom Hale and Maj. Ada Thorne came.", ["Tom Hale", "Ada Thorne"]),
        ("nobody came", []),
        ("The mayor came.", []),
    ],
)
def test_cuts_names_down_to_the_name(text: str, expected: list[str]) -> None:
    assert [name.span.of(text) for name in find(text)] == expected


@pytest.mark.parametrize(
    ("text", "roles"),
    [
        ("ministry spokesperson Chen Yuwei", {"spokesperson"}),
        ("Chen Yuwei, a professor at Lakeside", {"professor"}),
        ("Danish President Jon Reyes", {"danish", "president"}),
        ("the secretary of State Ada Thorne", {"secretary", "state"}),
        ("Chen Yuwei, his lawyer said", set()),
    ],
)
def test_keeps_the_roles_beside_a_name(text: str, roles: set[str]) -> None:
    assert find(text)[0].roles & (roles or {"lawyer"}) == roles


@pytest.mark.parametrize(
    ("text", "gender"),
    [("Mrs. Thorne", "f"), ("Mr. Thorne", "m"), ("Peter Thorne", "m"), ("Mary Thorne", "f"), ("Xu Thorne", "")],
)
def test_tells_gender_only_from_titles_and_first_names(text: str, gender: str) -> None:
    assert find(text)[0].gender == gender


def test_institutions_are_no_people() -> None:
    texts = ["Lakeside University and New Haven and Reuters were named.", "Haven spoke."]
    names = [find(text) for text in texts]
    assert People(texts, names).resolve(names[1][0], (1, 0)) is None


def test_a_word_that_only_begins_a_sentence_is_no_name() -> None:
    texts = ["Trade grew. The trade of Ostrava grew.", "Thorne spoke."]
    names = [find(text) for text in texts]
    drop_common(texts, names)
    assert [[name.span.of(text) for name in found] for text, found in zip(texts, names, strict=True)] == [
        ["Ostrava"],
        ["Thorne"],
    ]


def test_a_first_word_that_is_no_name_is_cut_off() -> None:
    texts = ["Regarding Thorne, nothing was said. He spoke regarding the mill."]
    names = [find(text) for text in texts]
    drop_common(texts, names)
    assert [name.span.of(texts[0]) for name in names[0]] == ["Thorne"]


def test_a_headline_in_capitals_makes_no_people() -> None:
    texts = ["Weavers Say Thorne Will Sell the Mill", "Ada Thorne spoke. Thorne left."]
    names = [find(text) for text in texts]
    person = People(texts, names).resolve(names[1][1], (1, 20))
    assert person is not None
    assert person.name == "Ada Thorne"


def test_variants_of_a_name_are_one_person_and_initials_keep_apart() -> None:
    texts = ["Thomas Hale met Tom Hale and Thomas J. Hale.", "John A. Reyes met John B. Reyes."]
    names = [find(text) for text in texts]
    people = People(texts, names)
    assert len({id(people.full(name)) for name in names[0]}) == 1
    assert len({id(people.full(name)) for name in names[1]}) == 2
