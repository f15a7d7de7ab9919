"""What a curator may set, and what goes before what."""

import pytest

from bot.errors import BadDateError, BadRequestError
from bot.intake.corrections import FIELDS, corrected, given
from bot.models import Basis, Fact, Format, Metadata

STATED = Fact("stated", Basis.STATED)
LISTED = Fact("listed", Basis.CURATOR)


def test_values_are_one_line() -> None:
    assert corrected({"title": "  The\n mill "}) == {"title": "The mill"}


@pytest.mark.parametrize("value", [None, "", "  \n"])
def test_nothing_withdraws(value: str | None) -> None:
    assert corrected({"note": value}) == {"note": None}


@pytest.mark.parametrize(
    ("field", "value", "kept"),
    [
        ("published", "2023", "2023"),
        ("published", "2023-03", "2023-03"),
        ("published", "2024-02-29", "2024-02-29"),
        ("anchor_date", "2023-03-20", "2023-03-20"),
        ("anchor_date", "20230320", "2023-03-20"),
        ("language", "pt-BR", "pt-BR"),
        ("author", "Ö. Å. Ñandú", "Ö. Å. Ñandú"),
    ],
)
def test_what_can_be_set(field: str, value: str, kept: str) -> None:
    assert corrected({field: value}) == {field: kept}


@pytest.mark.parametrize(
    ("field", "value", "error"),
    [
        ("published", "20/3", BadDateError),
        ("published", "2023-13", BadDateError),
        ("published", "2023-02-29", BadDateError),
        ("published", "2023-3", BadDateError),
        ("published", "../2030", BadDateError),
        ("published", "２０２３", BadDateError),
        ("published", "0000", BadDateError),
        ("anchor_date", "2023-03", BadDateError),
        ("anchor_date", "tomorrow", BadDateError),
        ("language", "English", BadRequestError),
        ("language", "EN", BadRequestError),
        ("title", "x" * 1_001, BadRequestError),
        ("title", "bell \a", BadRequestError),
        ("title", "half \ud800", BadRequestError),
        ("sha256", "x", BadRequestError),
        ("digest_of", "x", BadRequestError),
    ],
)
def test_what_cannot(field: str, value: str, error: type[Exception]) -> None:
    with pytest.raises(error):
        corrected({field: value})


def test_something_must_be_set() -> None:
    with pytest.raises(BadRequestError, match="title, publisher"):
        corrected({})


def test_every_fact_can_be_set() -> None:
    assert set(FIELDS) == {"title", "publisher", "author", "published", "anchor_date", "language", "kind", "note"}


def test_by_hand_goes_before_the_catalogue_before_the_text() -> None:
    facts = given(Metadata(title=LISTED, author=LISTED, note=STATED), {"title": "mine"})
    assert facts.title == Fact("mine", Basis.CURATOR)
    assert facts.author == LISTED
    assert facts.note == Fact(), "what the text states is read from it again"


def test_the_facts_of_a_web_page_are_carried_over() -> None:
    assert given(Metadata(note=STATED), {}, format=Format.HTML).note == STATED


def test_what_is_withdrawn_falls_back_to_the_catalogue() -> None:
    kept = Metadata(title=Fact("mine", Basis.CURATOR), note=Fact("mine", Basis.CURATOR))
    facts = given(kept, {"title": None, "note": None}, catalogue=Metadata(title=LISTED))
    assert facts.title == LISTED
    assert facts.note == Fact()
