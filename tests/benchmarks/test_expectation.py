"""Fitting: it finds what is planted in texts, and reads folders."""

import json
import random
from pathlib import Path

import pytest

from bot.answers.summarising.expectation import PAIR, WORD
from tests.benchmarks.expectation import main


def test_what_stands_at_the_beginning_and_comes_back_is_found(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    chance = random.Random(4)  # noqa: S311 - the same texts in every run, no secret
    names = [f"{first}{second}a" for first in "bdfgklmnprst" for second in ("or", "il", "und", "est", "ark")]
    with (tmp_path / "made.jsonl").open("w", encoding="utf-8") as lines:
        for _ in range(30):
            drawn = chance.sample(names, 40)
            sentences = [" ".join(chance.sample(drawn, 6)).capitalize() + "." for _ in range(12)]
            lines.write(json.dumps({"article": "\n".join(sentences), "highlights": sentences[0]}) + "\n")
    assert main([str(tmp_path)]) == 0
    found = {}
    for line in capsys.readouterr().out.splitlines():
        name, _, numbers = line.partition(" = ")
        found[name] = [float(number) for number in numbers.strip("()").split(",")]
    assert (len(found["WORD"]), len(found["PAIR"])) == (len(WORD), len(PAIR))
    # the summary is the first sentence
    assert found["WORD"][3] > 1
    assert found["PAIR"][2] > 1
    (tmp_path / "nothing").mkdir()
    assert main([str(tmp_path / "nothing")]) == 1
