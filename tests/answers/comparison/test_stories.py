"""Invented reports told twice: what a comparison makes of them, on stories seen and not seen while it was tuned."""

from pathlib import Path

import pytest

from bot.app import open_app
from bot.settings import Settings
from tests.answers.comparison.stories import RELATIONS, scored, stories


def test_there_are_enough_pairs_of_every_relation() -> None:
    for half, fewest in (("seen", 40), ("held", 40)):
        rows = [relation for story in stories(half) for relation, _, _ in story.rows]
        assert len(rows) >= fewest
        assert set(rows) == {*RELATIONS, "different"}


@pytest.mark.parametrize("half", ["seen", "held"])
async def test_sentences_are_paired_and_related_rightly(tmp_path: Path, half: str) -> None:
    async with open_app(Settings(database=tmp_path / "store.sqlite3", starter=False)) as app:
        score = await scored(app, stories(half), tmp_path)
    for relation in RELATIONS:
        assert score.precision(relation) >= 0.9, score.wrong
        assert score.recall(relation) >= 0.9, score.wrong
    assert score.aligned >= 0.95 * sum(score.expected[relation] for relation in RELATIONS), score.wrong
