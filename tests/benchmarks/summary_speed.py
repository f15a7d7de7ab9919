"""A table of how long ranking takes, how it grows, and how much faster it is than stock sumy.

Run with `python -m tests.benchmarks.summary_speed [--stock SIZE…]`. CPU seconds of one process, which busy neighbours
hardly change; set OPENBLAS_NUM_THREADS=1, since the threads of numpy count too. Stock sumy at 2,000 sentences takes
minutes.
"""

import argparse
import math
import sys
import time
from collections.abc import Callable, Sequence
from itertools import pairwise
from typing import Final

from bot.answers.ranking import rank
from bot.models import Method
from tests.answers.invented import generated
from tests.benchmarks.test_summary_speed import stock

_SIZES: Final = (500, 2_500, 10_000)
_ROUNDS: Final = 3


def cpu_seconds(work: Callable[[], object], rounds: int = _ROUNDS) -> float:
    """The least CPU time of some rounds."""
    best = math.inf
    for _ in range(rounds):
        start = time.process_time()
        work()
        best = min(best, time.process_time() - start)
    return best


def _growth() -> None:
    sys.stdout.write("method    " + " ".join(f"{size:>8,}" for size in _SIZES) + "  grows as n to the power of\n")
    for method in Method:
        times = []
        for size in _SIZES:
            sentences, paragraphs = generated(size, 1)
            times.append(cpu_seconds(lambda s=sentences, p=paragraphs, m=method: rank(s, p, m, "en")))  # type: ignore[misc]
        powers = [
            math.log(b / a) / math.log(n / m) for (m, n), (a, b) in zip(pairwise(_SIZES), pairwise(times), strict=True)
        ]
        shown = " ".join(f"{seconds:8.2f}" for seconds in times)
        sys.stdout.write(f"{method:9} {shown}  {' '.join(f'{power:.2f}' for power in powers)}\n")


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
    asked = parser.parse_args(arguments)
    for method in Method:
        rank(*generated(60, 2), method, "en")
    _growth()
    _against_stock(asked.stock)
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
