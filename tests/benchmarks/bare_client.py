"""The least that discord.py can do: commands of the same names that answer a constant. What the client is held against.

Runs as `python -m tests.benchmarks.bare_client` with the environment that the loopback Discord gives.
"""

import asyncio
import contextlib
import os
import signal
from typing import Any, Final

import discord
from discord import app_commands, ui

NAMES: Final = ("quote", "summary", "timeline", "documents", "help")
_ANSWER: Final = "Not every islander wants the ferry. " * 10


class _Client(discord.Client):
    def __init__(self) -> None:
        super().__init__(intents=discord.Intents(guilds=True), proxy=os.environ["VERBATIM_PROXY"], max_messages=None)
        self.tree = app_commands.CommandTree(self)

    async def setup_hook(self) -> None:
        for name in NAMES:
            self.tree.add_command(_command(name))
        await self.tree.sync()


def _command(name: str) -> app_commands.Command[Any, ..., Any]:
    @app_commands.command(name=name, description="A constant")
    async def constant(
        interaction: discord.Interaction,
        text: str = "",  # noqa: ARG001 - the options of the command that this one is held against
        document: str = "",  # noqa: ARG001 - likewise
    ) -> None:
        view = ui.LayoutView()
        view.add_item(ui.Container(ui.TextDisplay(_ANSWER)))
        await interaction.response.send_message(view=view)

    return constant


async def _main() -> None:
    client = _Client()
    asyncio.get_running_loop().add_signal_handler(signal.SIGTERM, lambda: asyncio.ensure_future(client.close()))
    with contextlib.suppress(asyncio.CancelledError):
        await client.start(os.environ["DISCORD_TOKEN"])


if __name__ == "__main__":
    asyncio.run(_main())
