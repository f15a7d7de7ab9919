"""Discord's host names on loopback: which port answers for them, and when nobody does."""

import socket
import ssl
from collections import Counter
from typing import Final

import aiohttp
from aiohttp.abc import AbstractResolver, ResolveResult

LOOPBACK: Final = "127.0.0.1"
API: Final = "discord.com"
GATEWAY: Final = "gateway.discord.gg"
CDN: Final = "cdn.discordapp.com"
HOSTS: Final = (API, GATEWAY, CDN)


class Names:
    """Leads Discord's names to `port`; a refused one to a port at which nobody listens."""

    def __init__(self) -> None:
        self.port = 0
        self._refused: Counter[str] = Counter()
        self._deaf: socket.socket | None = None

    def refuse(self, host: str, times: int = 1) -> None:
        """Let the next connections to `host` be refused, as when nothing listens there."""
        if host not in HOSTS:
            raise ValueError(f"{host} is none of {HOSTS}")
        self._refused[host] += times

    def port_for(self, host: str) -> int | None:
        """The port that answers for `host`, a deaf one while refused, None for a foreign name."""
        if host not in HOSTS:
            return None
        if self._refused[host] > 0:
            self._refused[host] -= 1
            return self._deaf_port()
        return self.port

    def _deaf_port(self) -> int:
        """A port that is bound, so that nobody else takes it, and not listened at."""
        if self._deaf is None:
            self._deaf = socket.socket()
            self._deaf.bind((LOOPBACK, 0))
        return int(self._deaf.getsockname()[1])

    def close(self) -> None:
        """Give the deaf port back."""
        if self._deaf is not None:
            self._deaf.close()
            self._deaf = None


class _Resolver(AbstractResolver):
    """Knows Discord's names only: any other is an error, so that no test leaves the machine."""

    def __init__(self, names: Names) -> None:
        self._names = names

    async def resolve(
        self, host: str, port: int = 0, family: socket.AddressFamily = socket.AF_INET
    ) -> list[ResolveResult]:
        """Where `host` is to be found."""
        del port, family
        if (found := self._names.port_for(host)) is None:
            raise OSError(f"{host} is not Discord; the loopback leads nowhere else")
        return [
            ResolveResult(
                hostname=host, host=LOOPBACK, port=found, family=socket.AF_INET, proto=0, flags=socket.AI_NUMERICHOST
            )
        ]

    async def close(self) -> None:
        """Nothing is held open."""


def connector(names: Names, context: ssl.SSLContext, *, limit: int = 32) -> aiohttp.TCPConnector:
    """A connector that leads a client to the loopback, to be passed as `Client(connector=…)`."""
    return aiohttp.TCPConnector(limit=limit, resolver=_Resolver(names), ssl=context, use_dns_cache=False)
