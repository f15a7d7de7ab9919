"""A small HTTP proxy that tunnels CONNECT to the loopback, for clients that run as a process of their own."""

import asyncio
import contextlib
from collections import Counter
from typing import Final

from tests.loopback.names import LOOPBACK, Names

_CHUNK: Final = 65_536


class Proxy:
    """Answers `CONNECT discord.com:443` and the like; refuses every other name with 403."""

    def __init__(self, names: Names) -> None:
        self._names = names
        self._server: asyncio.Server | None = None
        self._tunnels: set[asyncio.Task[None]] = set()
        self.connected: Counter[str] = Counter()

    @property
    def url(self) -> str:
        """What a client sets as its proxy."""
        if self._server is None:
            raise RuntimeError("the proxy is not running")
        return f"http://{LOOPBACK}:{self._server.sockets[0].getsockname()[1]}"

    async def start(self) -> None:
        """Listen on a port that the system chooses."""
        self._server = await asyncio.start_server(self._accept, LOOPBACK, 0, backlog=1000)

    async def stop(self) -> None:
        """Close the port and every tunnel."""
        if self._server is not None:
            self._server.close()
        for task in self._tunnels:
            task.cancel()
        await asyncio.gather(*self._tunnels, return_exceptions=True)

    def _accept(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        task = asyncio.get_running_loop().create_task(self._serve(reader, writer))
        self._tunnels.add(task)
        task.add_done_callback(self._tunnels.discard)

    async def _serve(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        try:
            with contextlib.suppress(OSError, asyncio.IncompleteReadError, asyncio.LimitOverrunError):
                await self._tunnel(reader, writer)
        finally:
            await _close(writer)

    async def _tunnel(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        head = (await reader.readuntil(b"\r\n\r\n")).decode("latin-1")
        method, _, rest = head.partition(" ")
        host = rest.partition(" ")[0].rpartition(":")[0]
        port = self._names.port_for(host)
        if method != "CONNECT" or port is None:
            writer.write(b"HTTP/1.1 403 Forbidden\r\nContent-Length: 0\r\n\r\n")
            return
        try:
            far_reader, far_writer = await asyncio.open_connection(LOOPBACK, port)
        except OSError:
            writer.write(b"HTTP/1.1 502 Bad Gateway\r\nContent-Length: 0\r\n\r\n")
            return
        self.connected[host] += 1
        writer.write(b"HTTP/1.1 200 Connection established\r\n\r\n")
        try:
            await _both_ways((reader, writer), (far_reader, far_writer))
        finally:
            await _close(far_writer)


_Ends = tuple[asyncio.StreamReader, asyncio.StreamWriter]


async def _both_ways(near: _Ends, far: _Ends) -> None:
    """Copy in both directions until either side is done."""
    copies = [asyncio.create_task(_copy(near[0], far[1])), asyncio.create_task(_copy(far[0], near[1]))]
    try:
        await asyncio.wait(copies, return_when=asyncio.FIRST_COMPLETED)
    finally:
        for copy in copies:
            copy.cancel()
        await asyncio.gather(*copies, return_exceptions=True)


async def _copy(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
    while chunk := await reader.read(_CHUNK):
        writer.write(chunk)
        await writer.drain()


async def _close(writer: asyncio.StreamWriter) -> None:
    writer.close()
    with contextlib.suppress(OSError):
        await writer.wait_closed()
