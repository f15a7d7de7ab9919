"""Reading a line of the interactive terminal."""

import pytest

from bot.console.typed import split


@pytest.mark.parametrize(
    ("line", "argv"),
    [
        ("", []),
        ("   ", []),
        ("peace", ["quote", "peace"]),
        ("peace -war", ["quote", "peace", "-war"]),
        ('"peace in Orm" mill', ["quote", '"peace in Orm"', "mill"]),
        ("China's 100%", ["quote", "China's", "100%"]),
        ("quote peace", ["quote", "peace"]),
        ("/quote peace", ["quote", "peace"]),
        ("/QUOTE peace", ["quote", "peace"]),
        ('quote "a phrase" --document "the harbour"', ["quote", '"a phrase"', "--document", "the harbour"]),
        ('quote --json "a phrase"', ["quote", "--json", '"a phrase"']),
        (
            'verify "The mill" burned --document "the harbour"',
            ["verify", '"The mill"', "burned", "--document", "the harbour"],
        ),
        ('summary "the harbour" --length short', ["summary", "the harbour", "--length", "short"]),
        ('timeline --topic="the mill"', ["timeline", "--topic=the mill"]),
        ('edit 2 --publisher ""', ["edit", "2", "--publisher", ""]),
        ('import "my documents/a.txt"', ["import", "my documents/a.txt"]),
        ("/nothing x", ["nothing", "x"]),
        ("help", ["help"]),
        ("/quit", ["quit"]),
        ('an open "mark', ["quote", "an", "open", '"mark']),
    ],
)
def test_a_line_becomes_arguments(line: str, argv: list[str]) -> None:
    assert split(line) == argv
