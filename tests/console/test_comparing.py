"""`compare` at the terminal: what is printed, and what is refused."""

from pathlib import Path
from typing import Final

import pytest

from tests.console.invented import DOCUMENTS, Cli

FIRST: Final = """\
---
title: Ferry bought
publisher: The Skerry Courier
published: 2021-05-04
---

The council of Skerry Point voted to buy a second ferry, which will carry 240 passengers. Not everybody was pleased.

Birdwatchers fear for the terns that nest beside the slipway.
"""
SECOND: Final = """\
---
title: A ferry for Skerry
publisher: The Orm Post
published: 2021-05-05
---

The council of Skerry Point voted to buy a second ferry, which will carry 260 passengers. Not everybody was pleased!

On the slipway nest terns for which birdwatchers fear.

The lighthouse is to be painted red.
"""


@pytest.fixture
def told(cli: Cli, tmp_path: Path) -> Cli:
    """Two reports of one event, D4 and D5, besides the others."""
    for name, text in (("first.md", FIRST), ("second.md", SECOND)):
        (tmp_path / name).write_text(text, encoding="utf-8")
    assert cli("import", str(tmp_path / "first.md"), str(tmp_path / "second.md")).status == 0
    return cli


def test_pairs_are_printed_by_what_they_are(told: Cli) -> None:
    page = told("compare", "4", "a ferry for").out
    places = [
        page.index(head) for head in ("Figures differ: 1", "Told in other words: 1", "The same words: 1", "Only in D5")
    ]
    assert places == sorted(places)
    assert page.startswith("D4  Ferry bought — The Skerry Courier, 2021-05-04\nD5  A ferry for Skerry — The Orm Post")
    assert "“240” in D4, “260” in D5." in page
    assert "carry [-240-] {+260+} passengers" in " ".join(page.split())
    assert "[D4 ¶2] [D5 ¶2]" in page or "[D4 ¶1] [D5 ¶1]" in page
    assert "The lighthouse is to be painted red." in page
    assert "Only in D4" not in page


def test_every_text_is_a_slice_of_its_source(told: Cli) -> None:
    answer = told("compare", "4", "5", "--json").json
    sources = {"first.md": FIRST, "second.md": SECOND}
    cited = [each[side] for each in answer["pairs"] for side in ("first", "second")]
    for each in [*cited, *answer["only_first"], *answer["only_second"]]:
        place = each["citation"]["source"]
        assert sources[place["file"]][place["start"] : place["end"]] == each["text"]
    assert answer["counts"] == {"identical": 1, "reworded": 1, "figures_differ": 1, "only_first": 0, "only_second": 1}
    [pair] = [each for each in answer["pairs"] if each["figures"]]
    assert pair["figures"] == [{"first": "240", "second": "260"}]
    assert (answer["first"]["reference"], answer["second"]["reference"]) == ("D4", "D5")


def test_a_long_list_is_cut_and_says_so(cli: Cli, tmp_path: Path) -> None:
    lines = [f"The lamp of the lighthouse burned oil of sort {name}." for name in "abcdefghijklmnopqrst"]
    (tmp_path / "long.txt").write_text("\n\n".join(lines), encoding="utf-8")
    assert cli("import", str(tmp_path / "long.txt")).status == 0
    cut, whole = cli("compare", "1", "4").out, cli("compare", "1", "4", "--all").out
    assert "--all shows them" in cut
    assert "--all" not in whole
    assert whole.count("burned oil") > cut.count("burned oil") == 10


@pytest.mark.parametrize(
    ("argv", "said"),
    [
        (["compare"], "needs two documents"),
        (["compare", "1"], "needs two documents"),
        (["compare", "1", "2", "3"], "needs two documents"),
        (["compare", "1", "D1"], "Both are D1"),
        (["compare", "1", "atlantis"], "No document"),
        (["compare", "1", "2", "--topic", "…"], "no word to look for"),
    ],
)
def test_what_cannot_be_compared_is_refused(cli: Cli, argv: list[str], said: str) -> None:
    ran = cli(*argv)
    assert ran.status == 2
    assert said in ran.err


def test_documents_that_share_nothing_say_so(cli: Cli) -> None:
    page = cli("compare", "1", "2").out
    assert "Only in D1" in page
    assert "Only in D2" in page
    assert len(DOCUMENTS) == 3
    assert "Neither has a sentence about it." in cli("compare", "1", "2", "--topic", "submarines").out
