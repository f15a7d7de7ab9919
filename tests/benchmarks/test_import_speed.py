"""How fast files come in: the whole way, and as a ratio to splitting sentences and writing the search index alone.

The ratio is given in time and in processor time, that of all processes that read included (where /proc tells it). Two
sets of texts are read: invented words by Zipf's law, and news in English with names, dates and quotations. What is
loaded once, with the first document, is no part of it; the start of more processes is.
"""

import asyncio
import os
import random
import sqlite3
import time
from contextlib import closing, suppress
from dataclasses import dataclass
from itertools import count, islice
from pathlib import Path

import pytest
from pytest_benchmark.fixture import BenchmarkFixture

from bot.app import open_app
from bot.documents.reader import read
from bot.documents.sentences import split
from bot.settings import Settings
from bot.store.indexing import index_text
from bot.store.migrate import migrate
from bot.store.preparation import Period, prepare
from tests.benchmarks import news
from tests.benchmarks.corpus import Words, paragraphs

FILES = 24
ONE = "“A text,” said Ann. It was written on 4 March 2021."
IN_A_FILE = 60
_PROCESSES = Path("/proc")
_ADD = "INSERT INTO passage_text (paragraph, folded, compounds) VALUES (?, ?, ?)"


def texts() -> list[str]:
    """Documents of several sentences a paragraph, with curly quotation marks here and there and some dates."""
    chance = random.Random(11)  # noqa: S311 - the same texts in every run, no secret
    parts = paragraphs(chance, Words.invented(chance))

    def paragraph() -> str:
        sentences = [sentence.strip().capitalize() for sentence in islice(parts, chance.randint(1, 4))]
        marked = [f"“{each}”" if chance.random() < 0.2 else each for each in sentences]
        return " ".join([*marked, "It was so on 4 March 2021."] if chance.random() < 0.3 else marked)

    return ["\n\n".join(paragraph() for _ in range(IN_A_FILE)) for _ in range(FILES)]


@pytest.fixture(scope="module", params=["words", "news"])
def folder(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Path:
    made = tmp_path_factory.mktemp("import")
    for number, text in enumerate(texts() if request.param == "words" else news.texts(FILES, IN_A_FILE)):
        (made / f"{number}.txt").write_text(text, encoding="utf-8")
    return made


@dataclass(frozen=True, order=True, slots=True)
class Taken:
    """What something took, in seconds of the clock and of all processors."""

    clock: float
    processor: float


def least(path: Path, folder: Path) -> Taken:
    """What sentence splitting and indexing take, with nothing read, dated, ranked or checked."""
    migrate(path)
    documents = [each.read_text(encoding="utf-8").split("\n\n") for each in sorted(folder.iterdir())]
    started, used = time.perf_counter(), time.process_time()
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        number = count(1)
        for document in documents:
            for paragraph in document:
                split(paragraph, "en")
            connection.execute("BEGIN")
            connection.executemany(_ADD, [(next(number), *index_text(paragraph)) for paragraph in document])
            connection.execute("COMMIT")
    return Taken(time.perf_counter() - started, time.process_time() - used)


def used() -> float:
    """The processor time so far, in seconds, of this process, its children and theirs, ended ones included."""
    if not _PROCESSES.is_dir():
        return time.process_time()
    parents: dict[int, int] = {}
    ticks: dict[int, int] = {}
    for each in _PROCESSES.glob("[0-9]*/stat"):
        with suppress(OSError):  # it has just ended; its parent has its time
            fields = each.read_text(encoding="utf-8", errors="replace").rpartition(")")[2].split()
            parents[int(each.parent.name)] = int(fields[1])
            ticks[int(each.parent.name)] = sum(map(int, fields[11:15]))
    family = {os.getpid()}
    while more := {child for child, parent in parents.items() if parent in family} - family:
        family |= more
    return sum(ticks[each] for each in family) / os.sysconf("SC_CLK_TCK")


@pytest.mark.parametrize("what", ["first time", "unchanged"])
def test_importing(benchmark: BenchmarkFixture, tmp_path: Path, folder: Path, what: str) -> None:
    size = sum(each.stat().st_size for each in folder.iterdir()) / 1_000_000
    number = count()
    taken: list[Taken] = []
    one = tmp_path / "one"
    one.mkdir()
    (one / "one.txt").write_text(ONE, encoding="utf-8")

    async def bring() -> None:
        path = tmp_path / ("same" if what == "unchanged" else str(next(number)))
        settings = Settings(database=path)
        async with open_app(settings) as app:
            if what == "unchanged":
                await app.intake.add([folder])
            else:
                await app.intake.add([one])
            before, began = used(), time.perf_counter()
            outcomes = await app.intake.add([folder])
            clock = time.perf_counter() - began
            taken.append(Taken(clock, used() - before))
        assert [each.status for each in outcomes] == ["unchanged" if what == "unchanged" else "new"] * FILES

    benchmark.pedantic(lambda: asyncio.run(bring()), rounds=5)
    clock, processor = min(each.clock for each in taken), min(each.processor for each in taken)
    benchmark.extra_info["MB of text a second"] = round(size / clock, 2)
    if what == "first time":
        alone = [least(tmp_path / f"l{n}", folder) for n in range(5)]
        times = clock / min(each.clock for each in alone), processor / min(each.processor for each in alone)
        benchmark.extra_info["times the least"] = round(times[0], 1)
        benchmark.extra_info["times the least, processors"] = round(times[1], 1)
        print(f"\ntimes the least: {times[0]:.1f} by the clock, {times[1]:.1f} of the processors")


def test_preparing(benchmark: BenchmarkFixture, folder: Path) -> None:
    parsed = [read(each.read_bytes(), each.name) for each in sorted(folder.iterdir())]
    size = sum(len(each.text.encode()) for each in parsed) / 1_000_000
    benchmark.pedantic(lambda: [prepare(each, "x", Period()) for each in parsed], rounds=5)
    if benchmark.stats is not None:
        benchmark.extra_info["MB of text a second"] = round(size / benchmark.stats.stats.min, 2)
