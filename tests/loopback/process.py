"""A bot that runs as a process of its own, led to the loopback by its environment."""

import asyncio
import contextlib
import signal
import sys
import tempfile
from collections.abc import Mapping
from pathlib import Path
from typing import Self

from tests.loopback.errors import LoopbackTimeoutError

_ROOT = Path(__file__).parents[2]


class BotProcess:
    """`python -m MODULE ARGUMENTS…` in the repository's folder, used as `async with BotProcess("bot", "serve", env=…)`.

    It is killed at the end if it still runs. `stdout` and `stderr` are what it wrote so far.
    """

    def __init__(self, module: str, *arguments: str, env: Mapping[str, str], cwd: Path | None = None) -> None:
        self._command = (sys.executable, "-m", module, *arguments)
        self._env = dict(env) | {"PYTHONPATH": str(_ROOT)}
        self._cwd = cwd or _ROOT
        self._cleanup = contextlib.ExitStack()
        self._process: asyncio.subprocess.Process | None = None
        self._folder = Path()

    async def __aenter__(self) -> Self:
        with contextlib.ExitStack() as cleanup:
            self._folder = Path(cleanup.enter_context(tempfile.TemporaryDirectory(prefix="loopback-process-")))
            out = cleanup.enter_context((self._folder / "stdout").open("wb"))
            err = cleanup.enter_context((self._folder / "stderr").open("wb"))
            self._process = await asyncio.create_subprocess_exec(
                *self._command, cwd=self._cwd, env=self._env, stdin=asyncio.subprocess.DEVNULL, stdout=out, stderr=err
            )
            self._cleanup = cleanup.pop_all()
        return self

    async def __aexit__(self, *_: object) -> None:
        if self._process is not None and self._process.returncode is None:
            self._process.kill()
            await self._process.wait()
        self._cleanup.close()

    @property
    def process(self) -> asyncio.subprocess.Process:
        """The process itself."""
        if self._process is None:
            raise RuntimeError("the process was not started; enter it with async with")
        return self._process

    @property
    def stdout(self) -> str:
        """What it wrote to standard output so far."""
        return (self._folder / "stdout").read_text(encoding="utf-8", errors="replace")

    @property
    def stderr(self) -> str:
        """What it wrote to standard error so far."""
        return (self._folder / "stderr").read_text(encoding="utf-8", errors="replace")

    async def ended(self, seconds: float = 10.0) -> int:
        """Wait until it ends by itself; gives back its exit status.

        Raises:
            LoopbackTimeoutError: It still runs then.
        """
        try:
            async with asyncio.timeout(seconds):
                return await self.process.wait()
        except TimeoutError:
            raise LoopbackTimeoutError(f"still running after {seconds:g} s: {self.stderr[-2000:]}") from None

    async def stop(self, number: signal.Signals = signal.SIGTERM, seconds: float = 10.0) -> int:
        """Send a signal and wait for the end; gives back the exit status."""
        self.process.send_signal(number)
        return await self.ended(seconds)
