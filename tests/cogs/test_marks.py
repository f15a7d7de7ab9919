"""Marks in documents and in what people type: nothing is torn, nothing comes to life, nobody is pinged."""

import asyncio
import re
import shutil
from pathlib import Path
from typing import Any, Final

import pytest

from bot.app import open_app
from bot.settings import Settings
from tests.cogs import marks
from tests.cogs.conftest import House
from tests.cogs.reading import markup, unescaped
from tests.loopback import Reply

_OURS: Final = re.compile(r"^~~.*~~$", re.DOTALL)
_NASTY: Final = (
    "@everyone @here <@1> <@&2> <#3> </quote:4> `code` ```block``` ~~struck~~ ||hidden|| [a](https://a.example) "
    "**bold** __under__ # head\n> quote\n- item\n-# small\n1. one \\ <t:1:R> :smile: <a:b:5>"
)


async def _imported(database: Path, paths: list[Path]) -> None:
    async with open_app(Settings(database=database, starter=False)) as app:
        assert [each.status for each in await app.intake.add(paths)] == ["new"] * len(paths)


@pytest.fixture(scope="module")
def marked(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("marks")
    asyncio.run(_imported(folder / "store.sqlite3", marks.write(folder / "documents")))
    return folder / "store.sqlite3"


@pytest.fixture
def database(marked: Path, tmp_path: Path) -> Path:
    return Path(shutil.copy(marked, tmp_path / "verbatim.sqlite3"))


def _alive(reply: Reply) -> list[str]:
    """What Discord would take for markup of its own in an answer, but for what we strike out."""
    lines = [line.removeprefix("-# ") for line in reply.texts.split("\n")]
    return [each for line in lines for each in markup(line) if not _OURS.match(each)]


def _difference(reply: Reply) -> str:
    """The word diff of an answer: what stands between the first separator's two sides."""
    return reply.texts.split("\n-# Checked: ")[1].split("\n", 1)[1].split("\n-# [D")[0]


async def test_a_difference_tears_no_link_of_the_source(house: House) -> None:
    reply = await house.user.slash("verify", quote=marks.LINKED.replace("/2023/", "/2024/").replace("*not*", "*never*"))
    assert "**Altered.**" in reply.texts
    shown = unescaped(_difference(reply))
    assert "~~budget](https://budget.example/2023/plan_a-b.html)~~" in shown
    assert "budget](https://budget.example/2024/plan_a-b.html) on" in shown
    # what is not inserted is the source, character by character
    plain = _difference(reply).translate({0x2068: None, 0x2069: None})
    kept = re.sub(r" (?<!\\)\*\*.*?(?<!\\)\*\*(?= )", "", plain)
    assert unescaped(re.sub(r"(?<!\\)~~", "", kept)) == marks.LINKED
    assert _alive(reply) == []


async def test_a_link_is_no_insertion_in_brackets(house: House) -> None:
    reply = await house.user.slash("verify", quote=marks.LINKED)
    assert "**Exact.**" in reply.texts
    other = await house.user.slash("verify", quote=marks.LINKED.replace("council", "board"))
    assert unescaped(_difference(other)) == marks.LINKED.replace("council", "~~council~~ board")


async def test_what_is_struck_may_end_in_the_mark_that_strikes(house: House) -> None:
    reply = await house.user.slash("verify", quote=marks.LINKED.replace("~~Old~~", "New"))
    struck = re.search(r"~~\u2068(.*?)\u2069~~", reply.texts)
    assert struck is not None
    assert unescaped(struck[1]) == "~~Old~~"


async def test_a_difference_keeps_lines_apart(house: House) -> None:
    reply = await house.user.slash("verify", quote=marks.WRAPPED.replace("often", "seldom"))
    assert unescaped(_difference(reply)) == marks.WRAPPED.replace("often,", "~~often,~~ seldom,")
    assert _alive(reply) == []


async def test_a_script_without_spaces_gets_none(house: House) -> None:
    reply = await house.user.slash("verify", quote=marks.CHINESE.replace("看守人", "设计师"))
    shown = unescaped(_difference(reply))
    assert " " not in shown
    assert re.sub(r"~~", "", shown.replace("设计师", "")) == marks.CHINESE


async def test_one_word_names_each_paragraph_once(house: House) -> None:
    reply = await house.user.slash("verify", quote="plover")
    places = re.findall(r"\[D2 ¶\d+\]", reply.texts)
    assert len(places) == len(set(places)) == 2
    assert "4 times in this paragraph" in reply.texts
    assert [label for label in reply.labels if label.startswith("Context")] == ["Context D2¶2", "Context D2¶3"]


@pytest.mark.parametrize(
    ("command", "options"),
    [
        ("quote", {"text": _NASTY}),
        ("quote", {"text": "budget", "document": _NASTY}),
        ("quote", {"text": "budget", "speaker": _NASTY[:180]}),
        ("quote", {"text": "budget", "from_": _NASTY[:60]}),
        ("verify", {"quote": _NASTY}),
        ("verify", {"quote": marks.LINKED, "document": _NASTY[:190]}),
        ("verify", {"quote": marks.LINKED, "speaker": _NASTY[:190]}),
        ("summary", {"document": _NASTY[:190]}),
        ("summary", {"topic": _NASTY}),
        ("timeline", {"topic": _NASTY}),
        ("timeline", {"topic": f"budget Monday {_NASTY}", "document": "D1"}),
        ("timeline", {"on": _NASTY[:60]}),
        ("speaker", {"name": _NASTY[:190]}),
        ("compare", {"first": _NASTY[:190], "second": "D1"}),
        ("cite", {"reference": _NASTY[:190]}),
        ("cite", {"reference": "D1¶2"}),
        ("quote", {"text": "budget Monday"}),
    ],
    ids=lambda value: value if isinstance(value, str) else "-".join(value),
)
async def test_nothing_typed_or_quoted_comes_to_life(house: House, command: str, options: dict[str, Any]) -> None:
    reply = await house.user.slash(command, **{name: text[:300] for name, text in options.items()})
    assert _alive(reply) == []
    assert reply.payload["allowed_mentions"] == {"parse": []}
    turned = [button.label for button in reply.buttons if not button.disabled and button.label]
    for label in turned:
        page = await reply.click(label)
        assert page.payload.get("allowed_mentions", {"parse": []}) == {"parse": []}


async def test_a_message_that_is_checked_comes_to_no_life_either(house: House) -> None:
    reply = await house.user.message_command("Check this quote", f"> {marks.LINKED} {_NASTY}")
    assert _alive(reply) == []
    assert reply.payload["allowed_mentions"] == {"parse": []}
