"""Which part of a message is a quotation."""

import pytest

from bot.cogs.quoted import quoted


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
