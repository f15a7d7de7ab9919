"""How good the ranking is on judged collections, beside plain FTS5: `python -m tests.benchmarks.ranking FOLDER`.

The folder holds Cranfield, CISI, CACM and NPL in the formats of `tests.benchmarks.judged`, or some of them; none is in
this project. Each text becomes a document with one paragraph, title and text, under its title. The figure is
nDCG@10 (K. Järvelin and J. Kekäläinen, "Cumulated gain-based evaluation of IR techniques", 2002), the mean over the
judged queries, of the passages in the order in which they would be shown, before any is withheld for having too few of
the words or not a phrase between quotation marks. Plain FTS5 is its `porter` tokenizer and `bm25` over all words of the
query, OR-ed, words that are repeated as often as they are.
"""

import argparse
import asyncio
import math
import sqlite3
import sys
import tempfile
from collections.abc import Iterable, Mapping, Sequence
from contextlib import closing
from pathlib import Path
from statistics import fmean
from typing import Final

from bot.answers.finding import find_passages
from bot.answers.plan import endings_of, planned
from bot.answers.query import parse
from bot.store.indexing import read
from bot.store.search import Filters
from bot.store.store import Store
from tests.benchmarks.corpus import Text, keep
from tests.benchmarks.judged import Collection, Item, collections

_DEPTH: Final = 10


def ndcg(ranked: Sequence[int], gains: Mapping[int, float]) -> float:
    """nDCG@10 of texts in this order; 0 where nothing gains."""
    best = sorted(gains.values(), reverse=True)
    ideal = _discounted(best)
    return _discounted([gains.get(each, 0.0) for each in ranked]) / ideal if ideal else 0.0


def _discounted(gains: Sequence[float]) -> float:
    return sum(gain / math.log2(place + 2) for place, gain in enumerate(gains[:_DEPTH]))


def plain(collection: Collection) -> dict[int, list[int]]:
    """For each judged query the first texts by plain FTS5."""
    with closing(sqlite3.connect(":memory:")) as connection:
        connection.execute("CREATE VIRTUAL TABLE plain USING fts5 (text, tokenize = 'porter unicode61')")
        rows = ((item.number, item.whole) for item in collection.items)
        connection.executemany("INSERT INTO plain (rowid, text) VALUES (?, ?)", rows)
        found = {}
        for query in collection.gains:
            words = " OR ".join(f'"{word}"' for word in read(collection.queries[query]).words)
            sql = "SELECT rowid FROM plain WHERE plain MATCH ? ORDER BY bm25(plain), rowid LIMIT ?"
            found[query] = [row[0] for row in connection.execute(sql, (words, _DEPTH))]
        return found


async def shipped(collection: Collection, folder: Path) -> dict[int, list[int]]:
    """For each judged query the first texts by the ranking of this project; the store is made in the folder."""
    path = folder / f"{collection.name}.sqlite3"
    keep(path, [_text(item) for item in collection.items])
    async with await Store.open(path, query_seconds=60) as store:
        return {query: await _found(store, collection.queries[query]) for query in collection.gains}


def _text(item: Item) -> Text:
    return Text(item.number, item.title or None, item.whole)


async def _found(store: Store, text: str) -> list[int]:
    query = parse(text)
    plan = await planned(store, query, await endings_of(store, query), enough=0.0)
    finding = await find_passages(store, plan, await store.search.scope(Filters()))
    return [ranked.candidate.id for ranked in finding.ranked[:_DEPTH]]


def mean(found: Mapping[int, Sequence[int]], gains: Mapping[int, Mapping[int, float]]) -> float:
    """The mean of nDCG@10 over the judged queries."""
    return fmean(ndcg(found[query], gains[query]) for query in gains)


def measured(chosen: Iterable[Collection]) -> dict[str, tuple[float, float]]:
    """For each collection what plain FTS5 and this project's ranking reach."""
    figures = {}
    for collection in chosen:
        with tempfile.TemporaryDirectory() as folder:
            ours = asyncio.run(shipped(collection, Path(folder)))
        figures[collection.name] = mean(plain(collection), collection.gains), mean(ours, collection.gains)
    return figures


def main(arguments: Sequence[str] | None = None) -> int:
    """Print a line for each collection; status 1 where the folder has none."""
    parser = argparse.ArgumentParser(prog="python -m tests.benchmarks.ranking", description=__doc__)
    parser.add_argument("folder", type=Path)
    figures = measured(collections(parser.parse_args(arguments).folder))
    print(f"{'nDCG@10':10} {'plain FTS5':>10} {'shipped':>8}")
    for name, (theirs, ours) in figures.items():
        print(f"{name:10} {theirs:10.4f} {ours:8.4f}")
    return 0 if figures else 1


if __name__ == "__main__":
    sys.exit(main())
