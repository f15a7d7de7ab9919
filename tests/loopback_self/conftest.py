"""What the self-tests of the loopback share."""

from collections.abc import AsyncIterator

import pytest_asyncio

from tests.loopback import LoopbackDiscord
from tests.loopback.fixtures import loopback
from tests.loopback_self.tiny import TinyClient, running

__all__ = ["loopback", "tiny"]


@pytest_asyncio.fixture
async def tiny(loopback: LoopbackDiscord) -> AsyncIterator[TinyClient]:
    """The tiny bot, ready to be used."""
    client = TinyClient(loopback)
    async with running(client, loopback.token):
        await loopback.ready()
        yield client
    assert not client.errors
