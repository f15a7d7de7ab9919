"""Whose "I" it is: only of a document that its one author has written in the first person."""

from dataclasses import replace

import pytest

from bot.documents.quotations.first_person import author
from bot.models import Basis, Fact, Metadata

DIARY = (
    "I came to the mill in the spring. My father had left it to me, and I had no idea what to do with it.",
    "In the autumn I wrote to the council. “I am no miller,” I told them.",
)
NEWS = ("The mill was sold on Friday. “I am no miller, and my sister is none. I told them,” the owner said.",)


def known(author: str | None = "Ada Thorne", **facts: str) -> Metadata:
    return replace(
        Metadata(author=Fact(author, Basis.STATED)),
        **{name: Fact(value, Basis.CURATOR) for name, value in facts.items()},  # type: ignore[arg-type]  # facts only
    )


def test_a_document_that_says_i_throughout_is_its_authors() -> None:
    assert author(known(), DIARY) == "Ada Thorne"


def test_the_i_of_a_quotation_is_not_the_authors() -> None:
    assert author(known(), NEWS) is None
    assert author(known(kind="opinion"), NEWS) is None


@pytest.mark.parametrize(
    "facts", [{"kind": "signed article"}, {"title": "A letter to the council"}, {"kind": "speech"}]
)
def test_what_is_signed_needs_less(facts: dict[str, str]) -> None:
    short = ["Friends, the mill is open. I thank you, and I greet those who built it."]
    assert author(known(), short) is None
    assert author(known(**facts), short) == "Ada Thorne"
    assert author(known(**facts), ["The mill is open."]) is None


@pytest.mark.parametrize(
    "name", [None, "Ada Thorne and Ben Ruhl", "Linden News Agency", "Staff reporter", "Thorne", "the council of Linden"]
)
def test_an_author_is_one_person(name: str | None) -> None:
    assert author(known(name), DIARY) is None


def test_other_languages_are_not_read() -> None:
    assert author(known(language="de"), DIARY) is None


def test_a_numeral_is_nobody() -> None:
    text = "It stood in World War I when nobody ground, and under Queen Berta I too. Part I says so, as does Part I."
    assert author(known(kind="essay"), [text, text, text]) is None
