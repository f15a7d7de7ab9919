"""Expressions taken apart at the bars that stand in no group, class or escape."""

import pytest

from bot.documents.alternatives import alternatives


@pytest.mark.parametrize(
    ("form", "parts"),
    [
        ("one", ["one"]),
        ("^one|two", ["^one", "two"]),
        (r"(?:a|b)c|d(e(f|g))|", ["(?:a|b)c", "d(e(f|g))", ""]),
        (r"[|(]a|\(b\||[^]|)]c", ["[|(]a", r"\(b\|", "[^]|)]c"]),
        (r"[\]|]x|y", [r"[\]|]x", "y"]),
    ],
)
def test_takes_an_expression_apart(form: str, parts: list[str]) -> None:
    assert alternatives(form) == parts
