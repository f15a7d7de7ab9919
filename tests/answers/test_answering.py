"""Questions for a number or a date: passages that hold one go first, and none is left out for want of it."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from bot.answers.answering import answered_by, has_date, has_figure
from bot.answers.quote import quote
from bot.answers.results import QuoteRequest
from bot.store.store import Store
from tests.answers.shelf import shelve


@pytest.fixture
async def store(tmp_path: Path) -> AsyncIterator[Store]:
    async with await Store.open(tmp_path / "store.sqlite3") as opened:
        yield opened


@pytest.mark.parametrize(
    ("question", "kind"),
    [
        ("how many boats came", has_figure),
        ("by how much did it grow", has_figure),
        ("what was the number of boats", has_figure),
        ("what percentage voted", has_figure),
        ("when did the boats come", has_date),
        ("in which year did they come", has_date),
        ("how did they come", None),
        ("who came", None),
        ("what came on the day of the storm", None),
        ("", None),
    ],
)
def test_a_question_tells_what_answers_it(question: str, kind: object) -> None:
    assert answered_by(question.split()) is kind


@pytest.mark.parametrize(
    ("text", "figure", "date"),
    [
        ("they met 40 times", True, True),
        ("they met forty times", True, False),
        ("they met on monday", False, True),
        ("they first met in a second house", False, False),
        ("may they meet", False, False),
        ("the third forum of 2023", False, True),
    ],
)
def test_figures_and_dates_are_told_by_their_words(text: str, figure: bool, date: bool) -> None:  # noqa: FBT001 - expectations
    assert (has_figure(text.split()), has_date(text.split())) == (figure, date)


async def _found(store: Store, text: str) -> list[str]:
    return [passage.text for passage in (await quote(store, QuoteRequest(text))).passages]


async def test_what_holds_the_kind_of_answer_goes_first(store: Store) -> None:
    vague = "The keepers of both lighthouses often met at the inn, in fine weather, over tea or soup."
    counted = "The keepers of both lighthouses often met, 40 times in all, in fine weather, over tea or soup."
    dated = "The keepers of both lighthouses often met, on a Monday as a rule, in fine weather, over tea or soup."
    await shelve(store, [vague, counted, dated, "Gulls cried."])
    assert await _found(store, "keepers met") == [vague, counted, dated]
    assert await _found(store, "How many times have the keepers met?") == [counted, vague, dated]
    assert (await _found(store, "On what day have the keepers met?"))[2] == vague


async def test_what_stands_behind_about_is_looked_for(store: Store) -> None:
    await shelve(store, ["The keepers want peace talks.", "Peace came to the keepers.", "Gulls cried."])
    assert await _found(store, "What did the keepers say about talks?") == ["The keepers want peace talks."]
