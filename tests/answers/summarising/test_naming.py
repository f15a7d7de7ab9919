"""Names as far as they reach, what names the same, and what stands as a noun."""

import pytest

from bot.answers.summarising import naming
from bot.answers.summarising.phrases import key_phrases


@pytest.mark.parametrize(
    ("name", "sentences", "expected"),
    [
        ("Reef Fund", ["The Tide and Reef Fund paid.", "Nobody asked the Tide and Reef Fund."], "Tide and Reef Fund"),
        (
            "Skerry Institute",
            ["The Skerry Institute of Tides", "At the Skerry Institute of Tides"],
            "Skerry Institute of Tides",
        ),
        ("Chief Harbour Pilot Edda", ["Then Chief Harbour Pilot Edda Falk spoke."], "Chief Harbour Pilot Edda Falk"),
        ("Hugo T", ["Said Hugo T. Okoye, a diver.", "Hugo T. Okoye left."], "Hugo T. Okoye"),
        ("Skerry Institute", ["The Skerry Institute of Tides said so."], "Skerry Institute of Tides"),
        # not everywhere, once only, a day, the beginning of a sentence, beyond what fits
        ("Altfurt", ["Altfurt and Marwick agreed.", "Altfurt paid alone."], "Altfurt"),
        ("Altfurt", ["The towns of Altfurt and Marwick agreed."], "Altfurt"),
        ("Edda Falk", ["It was Edda Falk Monday, not Tuesday."], "Edda Falk"),
        ("Edda Falk", ["Yesterday Edda Falk spoke."], "Edda Falk"),
        ("Ilo", ["so " + "Ilo " * 30], "Ilo"),
    ],
)
def test_a_name_reaches_as_far_as_what_always_stands_beside_it(name: str, sentences: list[str], expected: str) -> None:
    assert naming.whole(name, sentences) == expected


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("President Brandt", "Ilo Brandt"),
        ("Mr Brandt", "Ilo Brandt"),
        ("Ilo Brandt", "Prof. Brandt"),
        ("Russia", "Russian"),
        ("Chinese", "China"),
        ("Israeli", "Israel"),
        ("Ukraine", "Ukrainian"),
    ],
)
def test_a_title_and_a_country_name_the_same(first: str, second: str) -> None:
    assert naming.same(first, second)


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("Ilo Brandt", "Marta Brandt"),
        ("Mayor Brandt", "Marta Velin"),
        ("Prime Minister", "Prime Minister Brandt"),
        ("Austria", "Australia"),
        ("Iran", "Iraq"),
        ("Iran", "Iraqi"),
        ("Mali", "Malta"),
        ("Mexico", "Medic"),
    ],
)
def test_what_only_looks_alike_does_not(first: str, second: str) -> None:
    assert not naming.same(first, second)


@pytest.mark.parametrize(
    ("phrase", "sentence"),
    [
        ("harbour", "The harbour stays shut."),
        ("medical", "It passed the medical."),
        ("dredging", "The dredging of the bay began."),
        ("signed letter", "In a signed letter she thanked them."),
        ("mussel beds", "Ducks eat mussel beds bare."),
    ],
)
def test_what_stands_as_a_noun(phrase: str, sentence: str) -> None:
    assert naming.is_noun(phrase, [sentence])


@pytest.mark.parametrize(
    ("phrase", "sentence"),
    [
        ("medical", "The medical records are shut."),
        ("confront", "They had to confront it."),
        ("dredging", "By dredging the bay they won."),
        ("promised mussel beds", "The council promised mussel beds."),
        ("survey published", "A survey published by the town."),
        ("politically shallow", "It was politically shallow."),
    ],
)
def test_what_does_not(phrase: str, sentence: str) -> None:
    assert not naming.is_noun(phrase, [sentence])


def test_a_title_is_nobody_s_name() -> None:
    assert naming.is_title("Prime Minister")
    assert not naming.is_title("Prince")
    assert not naming.is_title("Prime Minister Brandt")


def test_one_phrase_for_one_person_and_one_country() -> None:
    text = [
        "President Brandt of Estmark met the divers.",
        "The divers thanked President Brandt.",
        "Ilo Brandt is an Estmarkian by birth.",
        "In Estmark they know Ilo Brandt.",
        "An Estmarkian ship brought the divers to Estmark.",
    ]
    phrases = key_phrases(text, "en")
    assert sum("Brandt" in phrase for phrase in phrases) == 1
    assert sum("Estmark" in phrase for phrase in phrases) == 1
