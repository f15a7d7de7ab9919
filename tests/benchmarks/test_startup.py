"""How long the terminal takes against a bare interpreter, and how much memory an opened store takes.

Run with `python -m pytest tests/benchmarks/test_startup.py --benchmark-only`; the rows of one group are to be compared.
"""

import subprocess
import sys
from pathlib import Path
from typing import Final

import pytest
from pytest_benchmark.fixture import BenchmarkFixture

ROOT: Final = Path(__file__).parent.parent.parent
COMMANDS: Final = {
    "bare interpreter": ["-c", "pass"],
    "--help": ["-m", "bot", "--help"],
    "quote": ["-m", "bot", "quote", "joint statement", "--json"],
    "timeline": ["-m", "bot", "timeline", "--json"],
    "summary": ["-m", "bot", "summary", "1", "--json"],
}
_MEMORY: Final = """
import asyncio, re, sys
from pathlib import Path
from dataclasses import replace
from bot.answers.quote import quote
from bot.answers.results import QuoteRequest
from bot.app import open_app
from bot.settings import load

async def main():
    async with open_app(load()) as app:
        await quote(app.store, QuoteRequest("joint statement"))
        if sys.argv[1:] == ["client"]:
            import discord
        print(re.search(r"VmRSS:\\s+(\\d+)", Path("/proc/self/status").read_text())[1])

asyncio.run(main())
"""


@pytest.fixture(scope="module")
def environment(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    database = tmp_path_factory.mktemp("start") / "store.sqlite3"
    environment = {"VERBATIM_DATABASE": str(database), "PYTHONDONTWRITEBYTECODE": "", "PYTHONWARNINGS": "ignore"}
    subprocess.run(
        [sys.executable, "-m", "bot"], cwd=ROOT, env=environment, check=True, capture_output=True, stdin=None
    )
    return environment


@pytest.mark.benchmark(group="one command at the terminal")
@pytest.mark.parametrize("name", COMMANDS)
def test_command(benchmark: BenchmarkFixture, environment: dict[str, str], name: str) -> None:
    def run() -> None:
        subprocess.run([sys.executable, *COMMANDS[name]], cwd=ROOT, env=environment, check=True, capture_output=True)

    benchmark.pedantic(run, rounds=9, warmup_rounds=1)


@pytest.mark.benchmark(group="memory of an opened store, in MB (see extra info)")
@pytest.mark.skipif(not Path("/proc/self/status").exists(), reason="reads the resident size from /proc")
@pytest.mark.parametrize("with_client", [False, True], ids=["terminal", "with discord.py loaded"])
def test_memory(benchmark: BenchmarkFixture, environment: dict[str, str], *, with_client: bool) -> None:
    arguments = [sys.executable, "-c", _MEMORY, *(["client"] if with_client else [])]

    def run() -> int:
        done = subprocess.run(arguments, cwd=ROOT, env=environment, check=True, capture_output=True, text=True)
        return int(done.stdout)

    kilobytes = benchmark.pedantic(run, rounds=3)
    benchmark.extra_info["resident MB"] = round(kilobytes / 1024, 1)
    assert kilobytes < 1_000_000
