"""Queries by their kind, asked of a generated store: what each costs in CPU time, and whether it finds its passage."""

import asyncio
import gc
import random
import sqlite3
import time
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from bot.answers.quote import quote
from bot.answers.results import QuoteRequest
from bot.store.stopwords import STOP_WORDS
from bot.store.store import Store
from tests.benchmarks.corpus import Words

QUERIES: Final = 200
"""Queries of each kind: with so many, the 99th percentile is the third worst."""
KINDS: Final = (
    "rare",
    "common",
    "stop words",
    "2 words",
    "3 words",
    "6 words",
    "known 3",
    "known 6",
    "known 12",
    "phrase 3",
    "exclusion",
    "misspelt",
    "prefix 1",
    "prefix 2",
    "prefix 3",
    "prefix and word",
)
_RARE: Final = slice(20_000, 59_000)  # words by their place when ordered by use
_PLAIN: Final = slice(190, 2_000)
_COMMON: Final = slice(190, 230)
_BEGUN: Final = slice(300, 9_000)
_SAMPLE: Final = "SELECT text FROM paragraph WHERE id IN (SELECT value FROM json_each(?)) ORDER BY id"


@dataclass(frozen=True, slots=True)
class Asked:
    """A query, and the text of the passage that it was taken from, where it was."""

    text: str
    source: str | None = None


@dataclass(frozen=True, slots=True)
class Measured:
    """What a kind of query costs: milliseconds of CPU time, and how many of the passages were among the first five."""

    took: list[float]
    found: float | None
    incomplete: int

    @property
    def median(self) -> float:
        """Half of the queries take no longer."""
        return self.took[len(self.took) // 2]

    @property
    def p99(self) -> float:
        """One query in a hundred takes longer."""
        return self.took[int(len(self.took) * 0.99)]


class Library:
    """A generated store, opened on a loop of its own. Close it."""

    def __init__(self, path: Path, words: Words) -> None:
        self.words = words.words
        self._content = [word for word in words.words[:10_000] if word not in STOP_WORDS]
        self.path = path
        self.runner = asyncio.Runner()
        self.store = self.runner.run(Store.open(path))

    def close(self) -> None:
        """Close the store and the loop."""
        self.runner.run(self.store.close())
        self.runner.close()

    def asked(self, kind: str) -> list[Asked]:
        """The queries of a kind, the same each time."""
        chance = random.Random(kind)  # noqa: S311 - queries to time
        kinds = {
            "rare": lambda: self._drawn(chance, _RARE, 1),
            "common": lambda: self._drawn(chance, _COMMON, 1),
            "stop words": lambda: self._drawn(chance, slice(0, 60), 2),
            "2 words": lambda: self._drawn(chance, _PLAIN, 2),
            "3 words": lambda: self._drawn(chance, _PLAIN, 3),
            "6 words": lambda: self._drawn(chance, _PLAIN, 6),
            "known 3": lambda: self._known(chance, 3),
            "known 6": lambda: self._known(chance, 6),
            "known 12": lambda: self._known(chance, 12),
            "phrase 3": lambda: self._known(chance, 3, '"{}"'),
            "exclusion": lambda: self._drawn(chance, _PLAIN, 2, "{} -the"),
            "misspelt": lambda: self._drawn(chance, _RARE, 1, "{}q"),
            "prefix 1": lambda: self._begun(chance, 1),
            "prefix 2": lambda: self._begun(chance, 2),
            "prefix 3": lambda: self._begun(chance, 3),
            "prefix and word": lambda: self._begun(chance, 1, self.words[_PLAIN]),
        }
        return kinds[kind]()

    def measure(self, kind: str) -> Measured:
        """Ask the queries of a kind, each once."""
        took: list[float] = []
        found: list[bool] = []
        incomplete = 0
        for each in self.asked(kind):
            start = time.process_time()
            answer = self.runner.run(quote(self.store, QuoteRequest(each.text)))
            took.append(1_000 * (time.process_time() - start))
            incomplete += answer.incomplete
            if each.source is not None:
                found.append(any(passage.text == each.source for passage in answer.passages))
        return Measured(sorted(took), sum(found) / len(found) if found else None, incomplete)

    def warm(self) -> None:
        """Have the words read, as they are when somebody has typed before, and the file in the system's memory."""
        self.runner.run(self.store.vocabulary.complete("ba", 5))
        for kind in ("rare", "6 words", "common"):
            for each in self.asked(kind)[:20]:
                self.runner.run(quote(self.store, QuoteRequest(f"{each.text} {each.text[::-1]}")))
        # as `serve` does before it answers
        gc.collect()
        gc.freeze()

    def _drawn(self, chance: random.Random, places: slice, count: int, form: str = "{}") -> list[Asked]:
        return [Asked(form.format(" ".join(chance.sample(self.words[places], count)))) for _ in range(QUERIES)]

    def _known(self, chance: random.Random, count: int, form: str = "{}") -> list[Asked]:
        """Consecutive words of passages from all over the store."""
        with closing(sqlite3.connect(self.path)) as connection:
            last = connection.execute("SELECT max(id) FROM paragraph").fetchone()[0]
            ids = sorted(chance.sample(range(1, last + 1), QUERIES))
            texts = [str(text) for (text,) in connection.execute(_SAMPLE, (str(ids),))]
        asked = []
        for text in texts:
            words = text.rstrip(".").split()
            start = chance.randrange(len(words) - count)
            asked.append(Asked(form.format(" ".join(words[start : start + count])), text))
        return asked

    def _begun(self, chance: random.Random, letters: int, others: list[str] | None = None) -> list[Asked]:
        begun = [f"{word[:letters]}*" for word in chance.sample(self.words[_BEGUN], QUERIES)]
        return [Asked(f"{chance.choice(others)} {each}" if others else each) for each in begun]


def plain_times(path: Path, queries: list[Asked]) -> Measured:
    """What the same words cost FTS5 alone: the best five by bm25, with their texts, in milliseconds of CPU time."""
    sql = """
    SELECT text FROM (SELECT rowid AS id FROM passage_index WHERE passage_index MATCH ? ORDER BY rank LIMIT 5)
    JOIN paragraph USING (id)
    """
    took = []
    with closing(sqlite3.connect(path)) as connection:
        for each in queries:
            start = time.process_time()
            connection.execute(sql, (f'"{each.text}"',)).fetchall()
            took.append(1_000 * (time.process_time() - start))
    return Measured(sorted(took), None, 0)
