"""Fixtures; tests/conftest.py imports them by name."""

from collections.abc import AsyncIterator

import pytest_asyncio

from tests.loopback.server import LoopbackDiscord


@pytest_asyncio.fixture
async def loopback() -> AsyncIterator[LoopbackDiscord]:
    """A loopback Discord that fails the test afterwards if the client broke one of Discord's limits."""
    async with LoopbackDiscord() as discord:
        yield discord
    discord.assert_clean()
