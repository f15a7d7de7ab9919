"""The promise, over random documents and queries: every text that is shown is the slice that its citation delimits."""

import random
import re
from collections import Counter
from collections.abc import AsyncIterator
from pathlib import Path
from typing import Final

import pytest
import pytest_asyncio

from bot.answers.quote import quote
from bot.answers.results import QuoteRequest, SummaryRequest, TimelineRequest, VerifyRequest
from bot.answers.summary import summarise
from bot.answers.timeline import timeline
from bot.answers.verification.verify import verify
from bot.app import App, open_app
from bot.models import Citation, Method
from bot.settings import Settings

pytestmark = pytest.mark.asyncio(loop_scope="module")

WORDS: Final = """
harbour council’s bridge multi-polar café Über naïve ﬁnance “quoted words” 'tis U.S. No. 14 3.5 100% ferry tariff
lighthouse rebuilt storm engineer mayor Ødegård 東京 на мосту e\u0301clair co\u00adoperate \u202eevil\u202c *starred*
[link](there) <@123> \u200bzero agreed said that voters rejected
""".split()
DATES: Final = (
    "on Tuesday", "March 3, 2021", "in 2019", "last month", "from May 3 to 7", "before 2030", "ten years ago",
)  # fmt: skip
ENDS: Final = (".", "?", "!", ".”", "…", ";", ".)")


class Inventor:
    """Random documents, reproducible by their seed."""

    def __init__(self, seed: int) -> None:
        self._random = random.Random(seed)  # noqa: S311 - an invented text is no secret

    def sentence(self) -> str:
        words = self._random.choices(WORDS, k=self._random.randint(3, 18))
        if self._random.random() < 0.4:
            words.insert(self._random.randrange(len(words)), self._random.choice(DATES))
        text = self._random.choice((" ", " ", " ", "  ", "\u00a0")).join(words)
        return text[:1].upper() + text[1:] + self._random.choice(ENDS)

    def document(self) -> str:
        paragraphs = [
            " ".join(self.sentence() for _ in range(self._random.randint(1, 5)))
            for _ in range(self._random.randint(1, 12))
        ]
        separator = self._random.choice(("\n\n", "\r\n\r\n", "\n", "\n \n\n"))
        head = self._random.choice(("", "A Headline of Sorts\n\n", "3 March 2021\n\n", "\n\n\t"))
        return head + separator.join(paragraphs) + self._random.choice(("", "\n", "\n\n\n"))

    def excerpt(self, text: str) -> str:
        """Words of a text that follow each other, as they stand there."""
        found = list(re.finditer(r"\S+", text))
        first = self._random.randrange(len(found))
        return text[found[first].start() : self._random.choice(found[first:]).end()]

    def query(self) -> str:
        words = self._random.choices(WORDS, k=self._random.randint(0, 4))
        return self._random.choice(("{}", '"{}"', "-x {}", "{} OR bridge", "{}*")).replace("{}", " ".join(words))


@pytest.fixture(scope="module", params=[11, 23, 47])
def inventor(request: pytest.FixtureRequest) -> Inventor:
    return Inventor(request.param)


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory, inventor: Inventor) -> Path:
    folder = tmp_path_factory.mktemp("documents")
    for number in range(12):
        (folder / f"{number:02}.txt").write_bytes(inventor.document().encode())
    return folder


@pytest_asyncio.fixture(loop_scope="module", scope="module")
async def app(folder: Path) -> AsyncIterator[App]:
    async with open_app(Settings(database=folder / "store.sqlite3")) as app:
        outcomes = await app.intake.add([folder])
        assert [outcome.why for outcome in outcomes if outcome.status != "new"] == []
        yield app


async def _delimits(app: App, citation: Citation, text: str) -> None:
    source = await app.store.library.source(citation.document)
    assert citation.span.of(source) == text
    paragraph = await app.store.library.paragraph(citation.document, citation.paragraph)
    assert paragraph is not None
    assert text in paragraph.text


async def test_the_source_is_the_file(app: App, folder: Path) -> None:
    for document in await app.store.library.documents(["shared"]):
        source = await app.store.library.source(document)
        assert source.encode() == (folder / document.file).read_bytes()


async def test_quote(app: App, inventor: Inventor) -> None:
    found = 0
    for _ in range(60):
        answer = await quote(app.store, QuoteRequest(inventor.query(), limit=10))
        for passage in answer.passages:
            found += 1
            await _delimits(app, passage.citation, passage.text)
            ends = [0]
            for hit in passage.hits:
                assert ends[-1] <= hit.start < hit.end <= len(passage.text)
                ends.append(hit.end)
    assert found > 100


@pytest.mark.parametrize("method", [None, *Method])
async def test_summary(app: App, method: Method | None) -> None:
    found = 0
    for document in await app.store.library.documents(["shared"]):
        answer = await summarise(app.store, app.worker, SummaryRequest(document.reference, "long", method))
        starts = [sentence.citation.span.start for sentence in answer.sentences]
        assert starts == sorted(starts)
        for sentence in answer.sentences:
            found += 1
            await _delimits(app, sentence.citation, sentence.text)
    assert found > 20


async def test_verify(app: App, inventor: Inventor) -> None:
    verdicts: Counter[str] = Counter()
    for document in await app.store.library.documents(["shared"]):
        for paragraph in await app.store.library.paragraphs(document):
            for text in (inventor.excerpt(paragraph.text), inventor.query()):
                if not any(map(str.isalnum, text)):
                    continue
                answer = await verify(app.store, VerifyRequest(text))
                verdicts[answer.verdict] += 1
                for part in answer.parts:
                    await _delimits(app, part.citation, part.text)
                for sentence in answer.similar:
                    await _delimits(app, sentence.citation, sentence.text)
    assert verdicts["exact"] > 20


async def test_timeline(app: App) -> None:
    answer = await timeline(app.store, TimelineRequest())
    for event in answer.events:
        await _delimits(app, event.citation, event.text)
        assert event.expression in event.text
    assert len(answer.events) == answer.total > 10
    assert answer.undated > 0
