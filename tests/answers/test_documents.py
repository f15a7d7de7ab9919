"""A document is found by number, reference or beginning of its title; a slip names the closest."""

from collections.abc import AsyncIterator
from typing import Final

import pytest
import pytest_asyncio

from bot.answers.documents import find, inspect, listed
from bot.app import App, open_app
from bot.errors import BadRequestError, UnknownDocumentError
from bot.models import Kind
from bot.settings import Settings

pytestmark = pytest.mark.asyncio(loop_scope="module")

TITLES: Final = ("Harbour news, “May” edition", "Harbour rules", "The Lighthouse", "Lighthouse keepers’ pay", "42")


@pytest_asyncio.fixture(loop_scope="module", scope="module")
async def app(tmp_path_factory: pytest.TempPathFactory) -> AsyncIterator[App]:
    folder = tmp_path_factory.mktemp("documents")
    for number, title in enumerate(TITLES):
        head = f"---\ntitle: {title!r}\npublisher: Press {number}\n---\n"
        text = f"{head}\nParagraph {number} tells of the harbour and what it costs to keep it.\n"
        (folder / f"{number}.md").write_text(text, encoding="utf-8")
    async with open_app(Settings(database=folder / "store.sqlite3")) as app:
        await app.intake.add([folder])
        yield app


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("2", 2),
        (" 2 ", 2),
        ("02", 2),
        ("D2", 2),
        ("d2", 2),
        ("harbour r", 2),
        ("HARBOUR RULES", 2),
        ('harbour news "may"', 1),
        ("lighthouse", 4),
        ("the lighthouse", 3),
        ("Lighthouse keepers' pay", 4),
        ("42", 5),
    ],
)
async def test_found(app: App, text: str, number: int) -> None:
    assert (await find(app.store, text)).number == number


@pytest.mark.parametrize(
    ("text", "hint"),
    [
        ("harbour", "fits several"),
        ("harbuor rules", "Closest: D2"),
        ("keepers", "Closest: D4"),
        ("pres 4", "Closest: D5"),
        ("D9", "D9"),
        ("D2¶1", "D2¶1 is a paragraph. Name its document, D2."),
        ("D1 D2", "names several. Give one at a time."),
        ("D1¶1 2:3", "names several. Give one at a time."),
        ("2:1", "D2¶1 is a paragraph. Name its document, D2."),
        ("", "The first is"),
        ("x" * 500, "…"),
        ("%s {0} {}", "%s {0} {}"),
    ],
)
async def test_not_found(app: App, text: str, hint: str) -> None:
    with pytest.raises(UnknownDocumentError) as caught:
        await find(app.store, text)
    assert hint in caught.value.message
    assert len(caught.value.message) < 600


async def test_in_an_empty_collection_nothing_is_offered(app: App) -> None:
    with pytest.raises(UnknownDocumentError, match="no documents yet"):
        await find(app.store, "1", ["4711"])
    assert await listed(app.store, ["4711"]) == []


async def test_listed_in_order(app: App) -> None:
    assert [document.number for document in await listed(app.store)] == [1, 2, 3, 4, 5]


async def test_inspection_is_whole(app: App) -> None:
    inspection = await inspect(app.store, "D3")
    assert [each.paragraph.number for each in inspection.paragraphs] == [1, 2]
    assert [each.paragraph.kind for each in inspection.paragraphs] == [Kind.BYLINE, Kind.BODY]
    body = inspection.paragraphs[1]
    assert [span.of(body.paragraph.text) for span in body.sentences] == [body.paragraph.text]
    with pytest.raises(BadRequestError):
        await inspect(app.store, " ")
