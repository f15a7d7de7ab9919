"""The rule by which weak passages are withheld, held to both kinds of error on invented questions."""

from pathlib import Path

import pytest

from bot.answers.quote import quote
from bot.answers.results import QuoteRequest
from bot.answers.weighing import ENOUGH
from bot.store.store import Store
from tests.answers.shelf import shelve
from tests.benchmarks.withholding import Errors, main, measured, sets


@pytest.mark.parametrize(("name", "least"), [("gold", 40), ("town", 20)])
async def test_few_answers_are_withheld_and_few_foreign_passages_shown(name: str, least: int) -> None:
    questions = sets()[name]
    assert min(len(questions.answered), len(questions.unanswered)) >= least
    found = await measured(questions, (0.3, ENOUGH, 0.9))
    assert len(found[ENOUGH].withheld) <= 0.05 * len(questions.answered), found[ENOUGH].withheld
    assert len(found[ENOUGH].shown) <= 0.05 * len(questions.unanswered), found[ENOUGH].shown
    # a threshold that is off shows at once: the sets can tell
    assert len(found[0.3].shown) > len(found[ENOUGH].shown)
    assert len(found[0.9].withheld) > len(found[ENOUGH].withheld)


async def test_what_somebody_said_about_another_thing_is_no_answer(tmp_path: Path) -> None:
    async with await Store.open(tmp_path / "store.sqlite3") as store:
        await shelve(store, ["Trade has doubled, said Lucian Mwangi.", "Ships are old.", "The bell fell in 1932."])
        shown = [
            (await quote(store, QuoteRequest(f"what did Lucian Mwangi say about {topic}"))).total
            for topic in ("trade", "ships", "whales")
        ]
        assert shown == [1, 0, 0]
        assert (await quote(store, QuoteRequest("when did the bell fall"))).total == 1


def test_the_command_prints_both_kinds_of_error(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    async def few(*_: object) -> dict[float, Errors]:
        return {ENOUGH: Errors(("who?",), ("what?", "why?"))}

    monkeypatch.setattr("tests.benchmarks.withholding.measured", few)
    assert main() == 0
    printed = capsys.readouterr().out
    assert f"{ENOUGH:4} withheld  1  shown  2 (in use)" in printed
    assert "withheld: who?" in printed
