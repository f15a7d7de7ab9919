"""The catalogue: what it gives, and how it says what is wrong with it."""

import pytest

from bot.documents.catalogue import Catalogue
from bot.errors import BadDocumentError
from bot.models import Basis, Fact, Original

ONE = "1" * 64
TWO = "2" * 64
CATALOGUE = f"""
[[document]]
sha256 = "{ONE}"
title = "The Bell"
publisher = "Valley Observer"
published = 2019-05-04
anchor_date = 2019-05-04
language = "en"

[[document]]
file = "digest.md"
title = "Digest: The Bell"
published = "2020-03"
digest_of = "{ONE}"
"""


def test_facts_are_found_by_sha256_and_are_the_curators() -> None:
    known = Catalogue.parse(CATALOGUE, "catalogue.toml").lookup(ONE, "whatever.txt")
    assert known is not None
    assert known.title == Fact("The Bell", Basis.CURATOR)
    assert known.published == Fact("2019-05-04", Basis.CURATOR)
    assert known.author == Fact()


def test_a_file_is_found_by_the_last_part_of_its_path_and_knows_its_original() -> None:
    known = Catalogue.parse(CATALOGUE, "catalogue.toml").lookup(TWO, "folder/digest.md")
    assert known is not None
    assert known.published == Fact("2020-03", Basis.CURATOR)
    assert known.digest_of == Original(ONE, "The Bell", "Valley Observer", "2019-05-04")


def test_an_original_is_found_in_the_other_catalogue_after_merging() -> None:
    first, second = CATALOGUE.split("\n\n", 1)
    shipped = Catalogue.parse(first, "a.toml")
    own = Catalogue.parse(second, "b.toml")
    known = own.merged(shipped).lookup(TWO, "digest.md")
    assert known is not None
    assert known.digest_of is not None
    assert known.digest_of.title == "The Bell"


def test_the_merging_catalogue_goes_before_the_other() -> None:
    own = Catalogue.parse(f'[[document]]\nsha256 = "{ONE}"\ntitle = "Mine"', "own.toml")
    merged = own.merged(Catalogue.parse(CATALOGUE, "catalogue.toml"))
    known = merged.lookup(ONE, "x.txt")
    assert known is not None
    assert known.title.value == "Mine"


def test_an_unknown_file_is_not_known() -> None:
    assert Catalogue.parse(CATALOGUE, "catalogue.toml").lookup(TWO, "other.txt") is None


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("[[document]\n", "no valid TOML"),
        ("[paper]\n", "'paper' is unknown"),
        ('[document]\nfile = "a"', "double brackets"),
        ('[[document]]\nfile = "a"\ncolour = "red"', "document 1: the key 'colour' is unknown"),
        ('[[document]]\ntitle = "a"', "neither 'sha256' nor 'file'"),
        ('[[document]]\nsha256 = "12"', "'sha256' is '12'"),
        ('[[document]]\nfile = "a"\ntitle = ""', "'title' is ''"),
        ('[[document]]\nfile = "a"\ntitle = 3', "'title' is 3"),
        ('[[document]]\nfile = "a"\npublished = "2023-02-30"', "'published' is '2023-02-30'"),
        ('[[document]]\nfile = "a"\npublished = "May 2023"', "'published' is 'May 2023'"),
        ('[[document]]\nfile = "a"\nanchor_date = "2023-02"', "Write a full date"),
        ('[[document]]\nfile = "a"\nlanguage = "English"', "ISO 639-1"),
        ('[[document]]\nfile = "a"\n[[document]]\nfile = "a"', "document 2: 'a' is listed twice"),
    ],
)
def test_what_is_wrong_is_named_with_table_and_key(text: str, why: str) -> None:
    with pytest.raises(BadDocumentError, match=r"^c\.toml") as caught:
        Catalogue.parse(text, "c.toml")
    assert why in caught.value.message
