"""Questions on the starter collection, with and without an answer (tests/gold/starter_questions.toml)."""

import tomllib
from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any, Final

import pytest
import pytest_asyncio

from bot.answers.quote import quote
from bot.answers.results import QuoteAnswer, QuoteRequest
from bot.app import App, open_app
from bot.settings import Settings

pytestmark = pytest.mark.asyncio(loop_scope="module")

GOLD: Final = Path(__file__).parent.parent / "gold" / "starter_questions.toml"
QUESTIONS: Final[list[dict[str, Any]]] = tomllib.loads(GOLD.read_text(encoding="utf-8"))["question"]
ANSWERED: Final = [question for question in QUESTIONS if question["expect_documents"]]
FOREIGN: Final = [question for question in QUESTIONS if not question["expect_documents"]]


@pytest_asyncio.fixture(loop_scope="module", scope="module")
async def app(tmp_path_factory: pytest.TempPathFactory) -> AsyncIterator[App]:
    database = tmp_path_factory.mktemp("starter") / "store.sqlite3"
    async with open_app(Settings(database=database)) as app:
        await app.intake.seed()
        yield app


def _place(answer: QuoteAnswer, question: dict[str, Any]) -> int | None:
    """The place, from 0, of the first passage that answers."""
    for place, passage in enumerate(answer.passages):
        folded = passage.text.lower()
        if passage.citation.document.number in question["expect_documents"] and all(
            term.lower() in folded for term in question["expect_terms"]
        ):
            return place
    return None


async def test_questions_with_an_answer_find_it(app: App) -> None:
    places = {each["text"]: _place(await quote(app.store, QuoteRequest(each["text"])), each) for each in ANSWERED}
    assert [text for text, place in places.items() if place is None] == []
    first = sum(place == 0 for place in places.values())
    assert first >= 0.9 * len(ANSWERED), {text: place for text, place in places.items() if place}


async def test_questions_without_one_find_nothing(app: App) -> None:
    answers = {each["text"]: await quote(app.store, QuoteRequest(each["text"])) for each in FOREIGN}
    assert len(answers) >= 12
    assert {text: answer.passages[0].text for text, answer in answers.items() if answer.passages} == {}
