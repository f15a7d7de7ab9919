"""A table of how long ranking takes, how it grows, and how much faster it is than stock sumy.

Run with `python -m tests.benchmarks.summary_speed [--stock SIZE…] [--texts FOLDER]`. CPU seconds of one process, the
least of several rounds that alternate over the sizes, so that a busy neighbour slows all of them or none; set
OPENBLAS_NUM_THREADS=1, since the threads of numpy count too. The growth is measured on words drawn as unevenly as those
of a language, on invented news made from a dozen forms, and on the texts of a folder one after the other (`.jsonl` or
`.story` files, as `tests.benchmarks.rouge` reads them). Stock sumy at 2,000 sentences takes minutes.
"""

import argparse
import math
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from itertools import islice, pairwise
from pathlib import Path
from typing import Final

from bot.answers.ranking import rank
from bot.documents.sentences import split
from bot.models import Method
from tests.answers.invented import generated
from tests.benchmarks import news
from tests.benchmarks.rouge import examples
from tests.benchmarks.test_summary_speed import stock

_SIZES: Final = (500, 1_000, 2_000, 5_000, 10_000)
_ROUNDS: Final = 5


def cpu_seconds(work: Callable[[], object], rounds: int = _ROUNDS) -> float:
    """The least CPU time of some rounds."""
    best = math.inf
    for _ in range(rounds):
        start = time.process_time()
        work()
        best = min(best, time.process_time() - start)
    return best


def _invented_news() -> Iterator[str]:
    for text in news.texts(1_000, 40):
        for paragraph in text.split("\n\n"):
            yield from (span.of(paragraph) for span in split(paragraph, "en"))


def _told(folder: Path) -> Iterator[str]:
    for example in examples(folder):
        yield from example.sentences


def _growth(name: str, sentences: Sequence[str]) -> None:
    sizes = [size for size in _SIZES if size <= len(sentences)]
    sys.stdout.write(
        f"{name:9} " + " ".join(f"{size:>8,}" for size in sizes) + "  grows as n to the power of, and in all\n"
    )
    for method in Method:
        times = [math.inf] * len(sizes)
        for _ in range(_ROUNDS):
            for at, size in enumerate(sizes):
                some = sentences[:size]
                parts = [place // 4 for place in range(size)]
                spent = cpu_seconds(lambda s=some, p=parts, m=method: rank(s, p, m, "en"), 1)  # type: ignore[misc]
                times[at] = min(times[at], spent)
        measured = list(zip(sizes, times, strict=True))
        shown = " ".join(f"{seconds:8.3f}" for seconds in times)
        powers = " ".join(f"{_power(*pair):.2f}" for pair in pairwise(measured))
        sys.stdout.write(f"{method:9} {shown}  {powers}  {_power(measured[0], measured[-1]):.2f}\n")


def _power(one: tuple[int, float], other: tuple[int, float]) -> float:
    return math.log(other[1] / one[1]) / math.log(other[0] / one[0])


def _against_stock(sizes: Sequence[int]) -> None:
    for size in sizes:
        sentences, paragraphs = generated(size, 1)
        for method in (Method.LEXRANK, Method.TEXTRANK):
            chosen: list[set[int]] = []
            slow = cpu_seconds(lambda s=sentences, m=method, c=chosen: c.append(stock(s, m)), 1)  # type: ignore[misc]
            same = chosen[0] == set(rank(sentences, paragraphs, method, "en")[:5])
            for ours in (method, Method.VERBATIM):
                fast = cpu_seconds(lambda s=sentences, p=paragraphs, m=ours: rank(s, p, m, "en"))  # type: ignore[misc]
                said = f"; the same sentences: {same}" if ours is method else ""
                sys.stdout.write(f"{size:,} {ours}: {slow / fast:.0f} times faster than stock {method}{said}\n")


def main(arguments: Sequence[str] | None = None) -> int:
    """Print the tables."""
    parser = argparse.ArgumentParser(prog="python -m tests.benchmarks.summary_speed", description=__doc__)
    parser.add_argument("--stock", type=int, nargs="*", default=[500], metavar="SIZE", help="sizes to compare at (500)")
    parser.add_argument("--texts", type=Path, metavar="FOLDER", help="measure the growth on these texts, too")
    asked = parser.parse_args(arguments)
    for method in Method:
        rank(*generated(60, 2), method, "en")
    _growth("words", generated(_SIZES[-1], 1)[0])
    _growth("news", list(islice(_invented_news(), _SIZES[-1])))
    if asked.texts is not None:
        _growth("texts", list(islice(_told(asked.texts), _SIZES[-1])))
    _against_stock(asked.stock)
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
