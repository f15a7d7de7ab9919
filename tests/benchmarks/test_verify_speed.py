"""How long verifying takes at 100,000 and a million generated paragraphs, by what was done to the quotation.

Run with `pytest tests/benchmarks/test_verify_speed.py --benchmark-only` (`-k 100000-` for the small one); writing the
large store takes some minutes, and `VERBATIM_BENCHMARK_STORES` names a folder to keep it in. Each benchmark reports CPU
time in milliseconds for one text, median and 99th percentile, and the share that got the verdict that is due, as extra
information. The generator keeps no source texts, so that what is exact counts as right when it is called punctuation.
"""

import asyncio
import sqlite3
import time
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from typing import Final

import pytest
from pytest_benchmark.fixture import BenchmarkFixture

from bot.answers.results import VerifyRequest
from bot.answers.verification.verify import verify
from bot.store.store import Store
from tests.answers.verification.edits import TRUE, Editor
from tests.benchmarks.corpus import kept

_KINDS: Final = (
    "exact",
    "short",
    "marks",
    "ellipsis",
    "two paragraphs",
    "word changed",
    "short changed",
    "negation in",
    "number changed",
    "word dropped",
    "typo",
    "three words changed",
    "clause moved",
    "light paraphrase",
    "joined",
    "heavy paraphrase",
    "unrelated",
)
_TEXTS: Final = 40
_WARMING: Final = 10  # texts after which the file is in the system's memory
_DOCUMENTS: Final = 40
_MOST_P99: Final = 1_500.0  # milliseconds: far above the aim, so that a busy machine does not fail it

pytestmark = pytest.mark.slow


class Library:
    """A generated store, opened on a loop of its own, and an editor of some of its documents."""

    def __init__(self, path: Path) -> None:
        with closing(sqlite3.connect(path)) as connection:
            last = connection.execute("SELECT max(id) FROM document").fetchone()[0]
            chosen = range(1, last, max(1, last // _DOCUMENTS))
            documents = [
                [str(text) for (text,) in connection.execute("SELECT text FROM paragraph WHERE document = ?", (id_,))]
                for id_ in chosen
            ]
        self.editor = Editor(documents, seed=3)
        self.runner = asyncio.Runner()
        self.store = self.runner.run(Store.open(path, query_seconds=10))
        for _ in range(_WARMING):
            self.ask(self.editor.edit("heavy paraphrase").text)

    def ask(self, text: str) -> str:
        """The verdict on a text."""
        return self.runner.run(verify(self.store, VerifyRequest(text))).verdict


@pytest.fixture(scope="module", params=[100_000, 1_000_000])
def library(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Library]:
    opened = Library(kept(tmp_path_factory.getbasetemp(), request.param)[0])
    yield opened
    opened.runner.run(opened.store.close())
    opened.runner.close()


@pytest.mark.parametrize("kind", _KINDS)
def test_verifying_among_very_many_paragraphs(benchmark: BenchmarkFixture, library: Library, kind: str) -> None:
    edits = [library.editor.edit(kind) for _ in range(_TEXTS)]
    took: list[float] = []
    right: list[bool] = []

    def ask_all() -> None:
        for edit in edits:
            start = time.process_time()
            verdict = library.ask(edit.text)
            took.append(1_000 * (time.process_time() - start))
            right.append(verdict in edit.due or (edit.due <= TRUE and verdict in TRUE))

    benchmark.pedantic(ask_all, rounds=1, iterations=1, warmup_rounds=0)
    took.sort()
    benchmark.extra_info["cpu ms, median"] = round(took[len(took) // 2], 1)
    benchmark.extra_info["cpu ms, p99"] = round(took[int(len(took) * 0.99)], 1)
    benchmark.extra_info["right"] = round(sum(right) / len(right), 3)
    assert took[int(len(took) * 0.99)] < _MOST_P99
    assert sum(right) >= 0.95 * len(right)
