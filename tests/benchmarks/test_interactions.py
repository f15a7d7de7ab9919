"""From an interaction to its first callback, over the loopback Discord, against a bare discord.py client.

Run with `pytest tests/benchmarks/test_interactions.py --benchmark-only -s`. Both clients are processes of their own and
are asked in turns, in one run, so that whatever else the machine does strikes both. CPU time is that of the client's
process. Figures are printed, and kept as extra information.
"""

import asyncio
import contextlib
import itertools
import os
import re
import statistics
import time
from collections.abc import AsyncIterator, Callable, Iterator, Mapping, Sequence
from contextlib import AsyncExitStack, asynccontextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

import pytest
from pytest_benchmark.fixture import BenchmarkFixture

from bot.intake.catalogues import starter_folder
from tests.loopback import BotProcess, LoopbackDiscord, LoopbackTimeoutError, User

_START_SECONDS: Final = 60.0
_BLOCKS: Final = 12
_IN_A_BLOCK: Final = 25
_CROWD: Final = 1_000
_IN_TIME: Final = 3.0
_AT_ONCE: Final = 0.5
_WELL_AGAIN: Final = 2.0
_TICKS: Final = os.sysconf("SC_CLK_TCK") if hasattr(os, "sysconf") else 100
Options = Mapping[str, str]
# far above the aims (1.5, 2 and 2 ms), so that a busy machine does not fail them, and an accident does
_MOST_RATIO: Final = 6.0
_LEAST_SHARE: Final = 0.5

pytestmark = pytest.mark.skipif(not Path("/proc/self/stat").exists(), reason="reads CPU time from /proc")


@dataclass(frozen=True, slots=True)
class Client:
    """A client in its own process, with a Discord of its own."""

    discord: LoopbackDiscord
    process: BotProcess
    user: User

    @property
    def cpu(self) -> float:
        """Seconds of CPU that the process has had."""
        fields = Path(f"/proc/{self.process.process.pid}/stat").read_text(encoding="ascii").rpartition(")")[2].split()
        return (int(fields[11]) + int(fields[12])) / _TICKS


@asynccontextmanager
async def _clients(folder: Path) -> AsyncIterator[tuple[Client, Client]]:
    """Ours with the starter collection, and the bare one; seconds to READY go to standard output."""
    commands = {
        "ours": ("bot", "serve", "--database", str(folder / "store.sqlite3")),
        "bare": ("tests.benchmarks.bare_client",),
    }
    async with AsyncExitStack() as stack:
        clients = []
        for name, (module, *arguments) in commands.items():
            discord = await stack.enter_async_context(LoopbackDiscord(checks=False, timeout=_START_SECONDS))
            began = time.perf_counter()
            process = await stack.enter_async_context(BotProcess(module, *arguments, env=discord.environment()))
            await discord.ready()
            print(f"\n{name}: READY after {time.perf_counter() - began:.2f} s")
            clients.append(Client(discord, process, discord.user()))
        ours, bare = clients
        yield ours, bare


def _queries() -> Iterator[Options]:
    """Queries that have not been asked before: words that stand near each other in the starter collection."""
    folder = starter_folder()
    assert folder is not None
    words = re.findall(r"[A-Za-z]{4,}", " ".join(path.read_text(encoding="utf-8") for path in folder.glob("*.txt")))
    for apart in itertools.count(1):
        yield from ({"text": f"{first} {second}"} for first, second in zip(words, words[apart:], strict=False))


_ASKED: Final[Mapping[str, Callable[[], Iterator[Options]]]] = {
    "quote": _queries,
    "quote, the same again": lambda: itertools.repeat({"text": "joint statement"}),
    "summary": lambda: itertools.cycle([{"document": f"D{number}"} for number in range(1, 6)]),
    "timeline": lambda: itertools.cycle([{"document": f"D{number}"} for number in range(1, 6)]),
    "documents": lambda: itertools.repeat({}),
    "help": lambda: itertools.repeat({}),
}


async def _block(client: Client, name: str, options: Iterator[Options], count: int) -> list[float]:
    """Seconds from each of some interactions to its callback, one after the other."""
    return [(await client.user.slash(name, **next(options))).latency for _ in range(count)]


def _percentile(values: Sequence[float], share: float) -> float:
    return sorted(values)[min(len(values) - 1, int(share * len(values)))]


async def _sequential(folder: Path, name: str) -> dict[str, float]:
    async with _clients(folder) as both:
        ours, bare = both
        options = {ours: _ASKED[name](), bare: itertools.repeat({})}
        name = name.partition(",")[0]
        seconds: dict[Client, list[float]] = {ours: [], bare: []}
        for client in both:
            await _block(client, name, options[client], _IN_A_BLOCK)
        before = {client: client.cpu for client in both}
        for _ in range(_BLOCKS):
            for client in both:
                seconds[client] += await _block(client, name, options[client], _IN_A_BLOCK)
        spent = {client: (client.cpu - before[client]) / len(seconds[client]) * 1000 for client in both}
        return {
            "p50 ms": statistics.median(seconds[ours]) * 1000,
            "p99 ms": _percentile(seconds[ours], 0.99) * 1000,
            "p50 ratio": statistics.median(seconds[ours]) / statistics.median(seconds[bare]),
            "p99 ratio": _percentile(seconds[ours], 0.99) / _percentile(seconds[bare], 0.99),
            "CPU ms": spent[ours],
            "added CPU ms": spent[ours] - spent[bare],
        }


async def _crowd(client: Client, options: Iterator[Options]) -> tuple[float, float]:
    """The share of a crowd that is answered in time, and how long after that time one more is answered at once."""
    crowd = [client.user.prepare_slash("quote", **next(options)) for _ in range(_CROWD)]
    for each in crowd:
        await client.discord.fire(each)
    await asyncio.sleep(_IN_TIME)
    over = time.perf_counter()
    while True:
        with contextlib.suppress(LoopbackTimeoutError):
            one = await client.discord.fire(client.user.prepare_slash("quote", **next(options)))
            await client.discord.answered([one], seconds=_AT_ONCE)
            break
    after = time.perf_counter() - over
    return sum(each.latency is not None and each.latency <= _IN_TIME for each in crowd) / _CROWD, after


async def _crowds(folder: Path) -> dict[str, float]:
    async with _clients(folder) as (ours, bare):
        figures: dict[str, float] = {}
        rounds: tuple[tuple[str, Client, Iterator[Options]], ...] = (
            ("bare", bare, itertools.repeat({})),
            ("ours", ours, _queries()),
            ("ours, the same", ours, _ASKED["quote, the same again"]()),
        )
        for name, client, options in rounds:
            await _block(client, "quote", options, _IN_A_BLOCK)
            share, after = await _crowd(client, options)
            figures |= {f"{name}: share within {_IN_TIME:g} s": share, f"{name}: well again after s": after}
        return figures


def _run(benchmark: BenchmarkFixture, figures: Any, *arguments: Any) -> dict[str, float]:
    found: dict[str, float] = benchmark.pedantic(lambda: asyncio.run(figures(*arguments)), rounds=1)
    benchmark.extra_info.update({name: round(value, 3) for name, value in found.items()})
    print(", ".join(f"{name} {value:.3g}" for name, value in found.items()))
    return found


@pytest.mark.benchmark(group="one interaction after the other")
@pytest.mark.parametrize("name", _ASKED)
def test_sequential(benchmark: BenchmarkFixture, tmp_path: Path, name: str) -> None:
    assert _run(benchmark, _sequential, tmp_path, name)["p50 ratio"] < _MOST_RATIO


@pytest.mark.benchmark(group="a crowd")
def test_a_thousand_at_once(benchmark: BenchmarkFixture, tmp_path: Path) -> None:
    figures = _run(benchmark, _crowds, tmp_path)
    assert figures["ours: share within 3 s"] > _LEAST_SHARE * figures["bare: share within 3 s"]
    assert figures["ours: well again after s"] < _WELL_AGAIN
