"""Which part of a message is a quotation."""

import pytest

from bot.cogs.quoted import attributed, quoted, without_attribution


@pytest.mark.parametrize(
    ("content", "part"),
    [
        ("The ferry was rusty.", "The ferry was rusty."),
        ("> The ferry was rusty.\nIs that so?", "The ferry was rusty."),
        ("Look:\n> The ferry\n> was rusty.\nIs that so?", "The ferry\nwas rusty."),
        ("Look:\n>>> The ferry\nwas rusty.", "The ferry\nwas rusty."),
        ("He wrote “The ferry was rusty.” yesterday", "The ferry was rusty."),
        ('He wrote "The ferry was rusty." yesterday', "The ferry was rusty."),
        ("„Die Fähre war rostig“, schrieb er", "Die Fähre war rostig"),
        ("«Le ferry était rouillé», a-t-il écrit", "Le ferry était rouillé"),
        ("A “ferry” is a boat", "A “ferry” is a boat"),
        ("“It rusts” and “the ferry was rusty”", "the ferry was rusty"),
        ("a > b", "a > b"),
        (">\n", ">"),
        ("", ""),
    ],
)
def test_the_quoted_part_of_a_message(content: str, part: str) -> None:
    assert quoted(content) == part


@pytest.mark.parametrize(
    ("content", "name"),
    [
        ("“The ferry was rusty.” — Ada Quill", "Ada Quill"),
        ('"The ferry was rusty." - Ada Quill, mayor of Linden', "Ada Quill"),
        ("**“The ferry was rusty.”** – *Ada Quill* (2021)", "Ada Quill"),
        ("“The ferry was rusty”, — Mayor Ada Quill 2021", "Mayor Ada Quill"),
        ("> The ferry was rusty.\n— Ada Quill", "Ada Quill"),
        ("> The ferry was rusty.\n> — Ada Quill", "Ada Quill"),
        (">>> The ferry\nwas rusty.\n~ Ludwig van Rook", "Ludwig van Rook"),
        ("> The ferry was rusty. —Ada Quill", "Ada Quill"),
        ("Ada Quill: “The ferry was rusty.”", "Ada Quill"),
        ("Look at this. Ada Quill: “The ferry was rusty.” Really?", "Ada Quill"),
        ("Look\nAda Quill:\n> The ferry was rusty.", "Ada Quill"),
        ("**Ada Quill:** “The ferry was rusty.”", "Ada Quill"),
        ("習近平：「渡船 已经 生锈」", "習近平"),
        ("She said “The ferry was rusty.”", None),
        ("As Ada Quill said: “The ferry was rusty.”", None),
        ("“The ferry was rusty.” — and so it was", None),
        ("“The ferry was rusty.” — Really, all of it and from the very first Day On", "Really"),
        ("“The ferry was rusty.” That is Ada Quill.", None),
        ("The ferry was rusty. — Ada Quill", None),
        ("“The ferry - was rusty.”", None),
        ("> — Ada Quill", None),
        ("“The ferry was rusty.” —", None),
        ("", None),
    ],
)
def test_whose_a_message_says_it_is(content: str, name: str | None) -> None:
    assert attributed(content) == name


@pytest.mark.parametrize(
    ("part", "words"),
    [
        ("The ferry was rusty.\n— Ada Quill", "The ferry was rusty."),
        ("The ferry was rusty. —Ada Quill", "The ferry was rusty."),
        ("The ferry was rusty — as we know", "The ferry was rusty — as we know"),
        ("— Ada Quill", "— Ada Quill"),
        ("The ferry was rusty.", "The ferry was rusty."),
    ],
)
def test_an_attribution_is_no_part_of_the_quotation(part: str, words: str) -> None:
    assert without_attribution(part) == words
