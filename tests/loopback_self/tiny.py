"""A tiny bot of the real discord.py, to try the loopback on."""

import asyncio
import contextlib
import io
import os
from collections.abc import AsyncIterator
from typing import Any, Final

import discord
from discord import app_commands

from tests.loopback import LoopbackDiscord

TITLES: Final = ("Global Times", "Glasgow Herald", "Press Agency")


class Pages(discord.ui.LayoutView):
    """One text and a button that turns the page."""

    def __init__(self, page: int = 1) -> None:
        super().__init__(timeout=None)
        self.page = page
        turn: discord.ui.Button[Pages] = discord.ui.Button(label="Next", custom_id="next")
        turn.callback = self._turn  # type: ignore[method-assign]  # how discord.py takes a callback without a decorator
        row: discord.ui.ActionRow[Pages] = discord.ui.ActionRow(turn)
        self.add_item(discord.ui.Container(discord.ui.TextDisplay(f"page {page}"), row))

    async def _turn(self, interaction: discord.Interaction) -> None:
        await interaction.response.edit_message(view=Pages(self.page + 1))


class TinyClient(discord.Client):
    """Uploads its commands at login, in a scope to choose, and answers them."""

    def __init__(self, loopback: LoopbackDiscord | None, **options: Any) -> None:
        connector = loopback.connector() if loopback is not None else None
        options = {"allowed_mentions": discord.AllowedMentions.none(), "guild_ready_timeout": 0.05, **options}
        super().__init__(intents=discord.Intents(guilds=True), connector=connector, **options)
        self.tree = app_commands.CommandTree(self)
        self.errors: list[Exception] = []
        self.failed = asyncio.Event()
        self.tree.error(self._failed)
        add_commands(self.tree)

    async def setup_hook(self) -> None:
        """Upload the commands."""
        await self.tree.sync()

    async def before_identify_hook(self, shard_id: int | None, *, initial: bool = False) -> None:
        """Identify at once: the five seconds between two sessions are Discord's limit, not the loopback's."""

    async def _failed(self, _: discord.Interaction, error: app_commands.AppCommandError) -> None:
        self.errors.append(error)
        self.failed.set()


def add_commands(tree: app_commands.CommandTree[Any]) -> None:
    """One command for each thing that the loopback must play."""
    anywhere: list[app_commands.Command[Any, ..., Any] | app_commands.ContextMenu]
    anywhere = [say, pages, attach, slow, private, ask, legacy, menu]
    for command in anywhere:
        command.allowed_installs = app_commands.AppInstallationType(guild=True, user=True)
        command.allowed_contexts = app_commands.AppCommandContext(guild=True, dm_channel=True, private_channel=True)
        tree.add_command(command)
    tree.add_command(here_only)


@app_commands.command(description="Says it back")
@app_commands.describe(text="What to say", document="Where it stands")
async def say(
    interaction: discord.Interaction, text: str, document: str = "", times: app_commands.Range[int, 1, 3] = 1
) -> None:
    """Answer with text only."""
    where = [name for name in ("guild", "dm_channel", "private_channel") if getattr(interaction.context, name)]
    await interaction.response.send_message(f"{text * times} {document} {where} {interaction.user.id}")


@say.autocomplete("document")
async def titles(_: discord.Interaction, current: str) -> list[app_commands.Choice[str]]:
    """Complete a title."""
    return [app_commands.Choice(name=title, value=title) for title in TITLES if title.lower().startswith(current)]


@app_commands.command(description="A layout with a button")
async def pages(interaction: discord.Interaction) -> None:
    """Answer with Components V2."""
    await interaction.response.send_message(view=Pages())


@app_commands.command(description="A file in a layout")
async def attach(interaction: discord.Interaction) -> None:
    """Answer with a file that a component shows."""
    view = discord.ui.LayoutView()
    view.add_item(discord.ui.TextDisplay("see the file"))
    view.add_item(discord.ui.File("attachment://list.txt"))
    await interaction.response.send_message(view=view, file=discord.File(io.BytesIO(b"one\ntwo\n"), "list.txt"))


@app_commands.command(description="Deferred, then answered twice")
async def slow(interaction: discord.Interaction, ephemeral: bool = False) -> None:  # noqa: FBT001, FBT002 - an option
    """Defer, edit, follow up."""
    await interaction.response.defer(ephemeral=ephemeral, thinking=True)
    await interaction.edit_original_response(content="at last")
    more = await interaction.followup.send("and more", wait=True, ephemeral=ephemeral)
    await more.edit(content="and more, edited")


@app_commands.command(description="Only for the asker")
async def private(interaction: discord.Interaction) -> None:
    """Answer privately, with a button of the old kind."""
    view: discord.ui.View = discord.ui.View(timeout=None)
    view.add_item(discord.ui.Button(label="Mine", custom_id="mine"))
    await interaction.response.send_message("psst", ephemeral=True, view=view)


@app_commands.command(description="Asks back")
async def ask(interaction: discord.Interaction) -> None:
    """Open a modal and say what was written into it."""
    modal = discord.ui.Modal(title="Which?", custom_id="which")
    field: discord.ui.TextInput[Any] = discord.ui.TextInput(custom_id="word")
    modal.add_item(discord.ui.Label(text="Word", component=field))

    async def submitted(answer: discord.Interaction) -> None:
        await answer.response.send_message(f"you wrote {field.value}", ephemeral=True)

    modal.on_submit = submitted  # type: ignore[method-assign]  # shorter than a class for one field
    await interaction.response.send_modal(modal)


@app_commands.command(description="Content, embed and a menu")
async def legacy(interaction: discord.Interaction) -> None:
    """Answer with the old kind of message and a select."""
    view: discord.ui.View = discord.ui.View(timeout=None)
    options = [discord.SelectOption(label=title, value=title) for title in TITLES]
    chooser: discord.ui.Select[discord.ui.View] = discord.ui.Select(custom_id="chooser", options=options)

    async def chosen(answer: discord.Interaction) -> None:
        await answer.response.edit_message(content=f"chosen {chooser.values[0]}", view=None)

    chooser.callback = chosen  # type: ignore[assignment,method-assign]  # likewise
    view.add_item(chooser)
    embed = discord.Embed(title="head", description="body").add_field(name="field", value="value")
    await interaction.response.send_message("hello", embed=embed, view=view)


@app_commands.context_menu(name="Count words")
async def menu(interaction: discord.Interaction, message: discord.Message) -> None:
    """Count the words of a message."""
    await interaction.response.send_message(f"{len(message.content.split())} words", ephemeral=True)


@app_commands.command(description="For managers of the server")
@app_commands.default_permissions(manage_guild=True)
async def here_only(interaction: discord.Interaction) -> None:
    """Answer those who may ask."""
    await interaction.response.send_message("managed")


@contextlib.asynccontextmanager
async def running(client: discord.Client, token: str) -> AsyncIterator[asyncio.Task[None]]:
    """The client, running in a task that is over afterwards."""
    task = asyncio.create_task(client.start(token))
    try:
        yield task
    finally:
        await client.close()
        await asyncio.gather(task, return_exceptions=True)


if __name__ == "__main__":
    discord.utils.setup_logging()
    proxied = TinyClient(None, proxy=os.environ["VERBATIM_PROXY"])
    asyncio.run(proxied.start(os.environ["DISCORD_TOKEN"]))
