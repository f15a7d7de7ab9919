"""What is offered while somebody types: nothing that Discord would refuse, or that names nothing."""

import asyncio
import shutil
from pathlib import Path
from typing import Final

import pytest

from bot.app import open_app
from bot.settings import Settings
from tests.cogs.conftest import House

_OPTIONS: Final[tuple[tuple[str, str, dict[str, str]], ...]] = (
    ("quote", "text", {}),
    ("quote", "document", {}),
    ("quote", "speaker", {}),
    ("verify", "document", {"quote": "x"}),
    ("verify", "speaker", {"quote": "x"}),
    ("summary", "document", {}),
    ("summary", "topic", {}),
    ("timeline", "topic", {}),
    ("timeline", "document", {}),
    ("timeline", "speaker", {}),
    ("speaker", "name", {}),
    ("speaker", "topic", {"name": "x"}),
    ("compare", "first", {}),
    ("compare", "second", {"first": "D1"}),
    ("cite", "reference", {}),
)
_LONG: Final = "".join(chr(0x1F300 + number) for number in range(60))  # two units of UTF-16 each


def _write(folder: Path) -> list[Path]:
    """Thirty documents that are called alike, one of nothing but pictures, one of controls, and names as long."""
    folder.mkdir()
    titles = [*(["The long harbour of all harbours " * 6] * 28), _LONG, "\u200b \u202e a", "   "]
    for number, title in enumerate(titles):
        speaker = f"Anna-{'-'.join(['Maria'] * 30)} Quill" if number % 2 else f"Ada {chr(65 + number % 26)}uill"
        said = f"\u201cThe harbour is full, {number} times over,\u201d said {speaker} of the harbour guild."
        (folder / f"{number}.md").write_text(f"---\ntitle: '{title}'\n---\n\n{said}\n", encoding="utf-8")
    return sorted(folder.iterdir())


async def _imported(folder: Path) -> None:
    async with open_app(Settings(database=folder / "store.sqlite3", starter=False)) as app:
        assert {each.status for each in await app.intake.add(await asyncio.to_thread(_write, folder / "texts"))} == {
            "new"
        }


@pytest.fixture(scope="module")
def alike(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("alike")
    asyncio.run(_imported(folder))
    return folder / "store.sqlite3"


@pytest.fixture
def database(alike: Path, tmp_path: Path) -> Path:
    return Path(shutil.copy(alike, tmp_path / "verbatim.sqlite3"))


async def test_every_choice_is_one_that_discord_takes(house: House) -> None:
    for command, option, others in _OPTIONS:
        for typed in (
            "",
            "h",
            "harb",
            "the long",
            "Anna",
            "ada q",
            "D1",
            "D1¶",
            "*",
            "\x00",
            "\ud83d",
            "a" * 100,
            _LONG[:50],
            " ",
        ):
            given = {**others, option: typed.encode("utf-16", "surrogatepass").decode("utf-16", "replace")}
            found = await house.user.autocomplete(command, focused=option, **given)
            values = [str(each.value) for each in found]
            names = [each.name for each in found]
            assert len(found) <= 25
            assert len(set(values)) == len(values), (command, option, typed)
            assert len(set(names)) == len(names), (command, option, typed)
            for text in (*values, *names):
                assert 0 < len(text.encode("utf-16-le")) // 2 <= 100, (command, option, typed)
                assert text == text.strip(), (command, option, typed)


async def test_a_list_that_is_too_long_is_full(house: House) -> None:
    assert len(await house.user.autocomplete("quote", focused="document", document="")) == 25
    assert len(await house.user.autocomplete("quote", focused="document", document="harbours")) == 25
