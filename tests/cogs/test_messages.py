"""The words of a message as they are read."""

import pytest

from bot.cogs.messages import plain


@pytest.mark.parametrize(
    ("typed", "read"),
    [
        ("The ferry was rusty.", "The ferry was rusty."),
        ("**The** *ferry* __was__ _very_ ~~old~~ ||rusty||.", "The ferry was very old rusty."),
        ("***The ferry*** was **_rusty_**.", "The ferry was rusty."),
        ("```\nThe *ferry*\n```", "The *ferry*"),
        ("```py\nferry = 1\n```", "ferry = 1"),
        ("`the **ferry**` and ``a `tick` ``", "the **ferry** and a `tick`"),
        (r"The \*ferry\* was rusty", "The *ferry* was rusty"),
        ("[The ferry](https://a.example/x_y) was rusty <https://b.example>", "The ferry was rusty"),
        ("The ferry was rusty https://a.example/one_two_three", "The ferry was rusty"),
        ("<@123> <@&4> <#5> The ferry <:boat:123> was rusty <t:1700000000:R>", "The ferry  was rusty"),
        ("## The ferry\n-# was rusty", "The ferry\nwas rusty"),
        ("> # The ferry\n> was **rusty**", "> The ferry\n> was rusty"),
        ("2 * 3 * 4 is 24, snake_case_name, a [1] (note), # 5", "2 * 3 * 4 is 24, snake_case_name, a [1] (note), # 5"),
        ("it cost $5 ** and 3 ** more", "it cost $5 ** and 3 ** more"),
        ("\x000\x00", "0"),
        ("", ""),
    ],
)
def test_what_is_read_of_what_was_typed(typed: str, read: str) -> None:
    assert plain(typed) == read
