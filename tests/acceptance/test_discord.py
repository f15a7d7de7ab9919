"""All commands, their autocomplete and their buttons, over the loopback Discord, for each document.

Once with the starter collection, and once with the originals where they are at hand (`--originals DIR`). Every text
that is shown is held against the stored paragraphs: it is a slice of one.
"""

import asyncio
import re
import shutil
from collections.abc import AsyncIterator, Sequence
from pathlib import Path
from typing import Final

import pytest
import pytest_asyncio

from bot.app import App, open_app
from bot.intake.catalogues import starter_folder
from bot.models import SHARED, Document, Kind, Paragraph
from bot.settings import Settings
from tests.cogs.conftest import House, serving
from tests.cogs.reading import markup, unescaped
from tests.loopback import LoopbackDiscord, Reply

DOCUMENTS: Final = 5
_CITATION: Final = re.compile(r"\[D(\d+) ¶(\d+)\]")
_SENTENCE: Final = re.compile(r"^(.+?)\n-# \[D\d+ ¶(\d+)\]$", re.DOTALL | re.MULTILINE)
_SAID: Final = re.compile(r"^([^*\n-].*?)\n-# — .*?\n-# \[D(\d+) ¶(\d+)\]", re.DOTALL | re.MULTILINE)
_EVENT: Final = re.compile(r"^([^*\n].*?)\n-# [●◐□✎].*?\[D(\d+) ¶(\d+)\]", re.DOTALL | re.MULTILINE)


async def _filled(database: Path, paths: Sequence[Path]) -> None:
    async with open_app(Settings(database=database, starter=False)) as app:
        outcomes = await app.intake.add(paths)
        assert [each.status for each in outcomes] == ["new"] * DOCUMENTS


@pytest.fixture(scope="module")
def starter_database(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = starter_folder()
    assert folder is not None
    database = tmp_path_factory.mktemp("starter") / "store.sqlite3"
    asyncio.run(_filled(database, sorted(folder.glob("*.txt"))))
    return database


@pytest.fixture(scope="module")
def originals_database(tmp_path_factory: pytest.TempPathFactory, originals: Path) -> Path:
    database = tmp_path_factory.mktemp("originals") / "store.sqlite3"
    asyncio.run(_filled(database, sorted(originals.glob("0*.txt"))))
    return database


@pytest.fixture(params=["starter", "originals"])
def database(request: pytest.FixtureRequest, tmp_path: Path) -> Path:
    """A copy of one of the two collections."""
    prepared: Path = request.getfixturevalue(f"{request.param}_database")
    return Path(shutil.copy(prepared, tmp_path / "store.sqlite3"))


@pytest_asyncio.fixture
async def served(database: Path) -> AsyncIterator[House]:
    """The client at work on it."""
    async with LoopbackDiscord() as discord:
        settings = Settings(database=database, starter=False, token=discord.token)
        async with open_app(settings) as app, serving(app, discord):
            yield House(app, discord)
        discord.assert_clean()


async def _document(app: App, number: int) -> tuple[Document, dict[int, Paragraph]]:
    document = await app.store.library.document(SHARED, number)
    assert document is not None
    return document, {each.number: each for each in await app.store.library.paragraphs(document)}


def _clean(reply: Reply) -> None:
    """Only our own markup is alive: subtext at the start of a line."""
    for line in reply.texts.split("\n"):
        assert markup(line.removeprefix("-# ")) == [], line


@pytest.mark.parametrize("number", range(1, DOCUMENTS + 1))
async def test_quote(served: House, number: int) -> None:
    document, paragraphs = await _document(served.app, number)
    user = served.user
    body = [each for each in paragraphs.values() if each.kind is Kind.BODY]
    reply = await user.slash("quote", document=document.reference)
    for paragraph in (body[0], body[len(body) // 2], body[-1]):
        wanted = f'"{" ".join(paragraph.text.replace(chr(34), " ").split()[:8])}"'
        reply = await user.slash("quote", text=wanted, document=document.reference)
        assert not reply.ephemeral
        assert f"[{document.reference} ¶{paragraph.number}] " in reply.texts
        assert unescaped(reply.texts).startswith(paragraph.text)
        assert "**" in reply.texts
        _clean(reply)
    context = await reply.click("Context")
    assert context.ephemeral
    assert paragraphs[body[-1].number].text in unescaped(context.texts)


@pytest.mark.parametrize("number", range(1, DOCUMENTS + 1))
async def test_pages_of_passages(served: House, number: int) -> None:
    document, paragraphs = await _document(served.app, number)
    words = re.findall(r"[A-Z]\w{5,}", " ".join(each.text for each in paragraphs.values() if each.kind is Kind.BODY))
    common = max(set(words), key=lambda word: (words.count(word), word))
    reply = await served.user.slash("quote", text=common, document=document.reference)
    shown = []
    while True:
        found = _CITATION.search(reply.texts)
        assert found is not None
        assert int(found[1]) == number
        text = paragraphs[int(found[2])].text
        assert unescaped(reply.texts).startswith(text)
        shown.append(int(found[2]))
        if "▶" not in reply.labels or reply.buttons[1].disabled:
            break
        reply = await reply.click("▶")
    assert len(set(shown)) == len(shown)
    assert f"{len(shown)} of {len(shown)}" in reply.texts


@pytest.mark.parametrize("number", range(1, DOCUMENTS + 1))
async def test_summary(served: House, number: int) -> None:
    document, paragraphs = await _document(served.app, number)
    reply = await served.user.slash("summary", document=document.name[:100])
    for length, count in (("headline", 1), ("short", 3), ("medium", 5), ("long", 8)):
        reply = await served.user.slash("summary", document=document.reference, length=length)
        assert (reply.deferred, reply.ephemeral) == (False, False)
        assert f"**Summary of {document.reference}**" in reply.texts
        assert f"{count} of " in reply.texts
        seen = 0
        while True:
            for sentence, paragraph in _SENTENCE.findall(reply.texts.partition("\n")[2]):
                assert paragraphs[int(paragraph)].kind is Kind.BODY
                assert unescaped(sentence) in paragraphs[int(paragraph)].text
                seen += 1
            if "▶" not in reply.labels or reply.buttons[1].disabled:
                break
            reply = await reply.click("▶")
        assert seen == count
        _clean(reply)
    context = await reply.click(next(label for label in reply.labels if label.startswith("Context")))
    assert context.ephemeral


@pytest.mark.parametrize("number", range(1, DOCUMENTS + 1))
async def test_timeline(served: House, number: int) -> None:
    document, paragraphs = await _document(served.app, number)
    reply = await served.user.slash("timeline", document=document.reference)
    assert not reply.ephemeral
    found = re.search(r"of (\d+)", reply.texts)
    assert found is not None
    seen = 0
    while True:
        for sentence, owner, paragraph in _EVENT.findall(reply.texts.partition("\n")[2]):
            assert int(owner) == number
            assert unescaped(sentence) in paragraphs[int(paragraph)].text
            seen += 1
        _clean(reply)
        if "▶" not in reply.labels or reply.buttons[1].disabled:
            break
        reply = await reply.click("▶")
    assert seen == int(found[1])
    context = await reply.click(next(label for label in reply.labels if label.startswith("Context")))
    assert context.ephemeral


async def test_speakers(served: House) -> None:
    user = served.user
    names = [choice.value for choice in await user.autocomplete("speaker", focused="name", name="")]
    assert names
    for name in names[:3]:
        reply = await user.slash("speaker", name=name)
        found = re.search(r"of (\d+)\n", reply.texts)
        assert found is not None
        seen = []
        while True:
            for words, owner, paragraph in _SAID.findall(reply.texts):
                _, paragraphs = await _document(served.app, int(owner))
                assert unescaped(words) in paragraphs[int(paragraph)].text
                seen.append((words, owner, paragraph))
            _clean(reply)
            if "▶" not in reply.labels or reply.buttons[1].disabled:
                break
            reply = await reply.click("▶")
        assert len(set(seen)) == int(found[1])
        assert "Chosen at random" in (await user.slash("quote", speaker=name)).texts


@pytest.mark.parametrize("number", range(1, DOCUMENTS + 1))
@pytest.mark.parametrize("command", ["quote", "summary", "timeline"])
async def test_autocomplete(served: House, number: int, command: str) -> None:
    document, paragraphs = await _document(served.app, number)
    user = served.user
    for typed in (document.reference, document.name[:90], document.name[:18].casefold()):
        found = await user.autocomplete(command, focused="document", document=typed)
        assert document.reference in [choice.value for choice in found]
        assert len(found) <= 25
    if command == "quote":
        text = next(each.text for each in paragraphs.values() if each.kind is Kind.BODY)
        word = max(re.findall(r"\b[a-z]+\b", text), key=len)
        words = await user.autocomplete("quote", focused="text", text=f"the {word[:6]}")
        assert f"the {word}" in [choice.value for choice in words]


async def test_the_list_names_each_with_its_facts(served: House) -> None:
    reply = await served.user.slash("documents")
    assert f"**{DOCUMENTS} documents**" in reply.texts
    for number in range(1, DOCUMENTS + 1):
        document, _ = await _document(served.app, number)
        assert f"D{number} {' '.join(document.name.split())[:60]}" in unescaped(reply.texts)
        assert (document.metadata.publisher.value or "publisher unknown") in unescaped(reply.texts)
