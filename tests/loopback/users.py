"""People who use the bot: they type commands, click buttons, and wait for what comes."""

from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING, Any, Self

from tests.loopback import interactions as kinds
from tests.loopback import rules_commands as commands
from tests.loopback.errors import Json, LoopbackError
from tests.loopback.interactions import Interaction
from tests.loopback.messages import Message, walk
from tests.loopback.options import autocomplete_data, find_command, slash_data
from tests.loopback.reply import Choice, Reply, find_button, find_select
from tests.loopback.world import BOT_DM, MEMBER_PERMISSIONS, PRIVATE, Guild, Person, Place, timestamp

if TYPE_CHECKING:
    from tests.loopback.server import LoopbackDiscord


class User:
    """A person at a place. `dm`, `private`, `abroad` and `at` give the same person elsewhere."""

    def __init__(
        self, discord: "LoopbackDiscord", person: Person, place: Place, permissions: int = MEMBER_PERMISSIONS
    ) -> None:
        self.discord = discord
        self.person = person
        self.place = place
        self.permissions = permissions

    @property
    def id(self) -> str:
        """The person's id."""
        return self.person.id

    def _elsewhere(self, place: Place) -> Self:
        return type(self)(self.discord, self.person, place, self.permissions)

    def at(self, guild: Guild, channel: int = 0) -> Self:
        """The same person in a server's channel."""
        return self._elsewhere(Place(0, guild.channels[channel].id, guild, user_install=not guild.joined))

    @property
    def dm(self) -> Self:
        """The same person in direct messages with the bot."""
        return self._elsewhere(Place(BOT_DM, self.discord.dm_channel(self.person, BOT_DM)))

    @property
    def private(self) -> Self:
        """The same person, who has installed the bot for herself, in direct messages with somebody else."""
        return self._elsewhere(Place(PRIVATE, self.discord.dm_channel(self.person, PRIVATE), user_install=True))

    @property
    def abroad(self) -> Self:
        """The same person, who has installed the bot for herself, in a server that the bot is not in."""
        return self.at(self.discord.abroad)

    def speaking(self, locale: str) -> Self:
        """The same person with another language."""
        return type(self)(self.discord, replace(self.person, locale=locale), self.place, self.permissions)

    def prepare_slash(self, command: str, /, **options: Any) -> Interaction:
        """A slash command, ready to be fired."""
        label = f"/{command} {options}"
        interaction = self._new(kinds.COMMAND, label)
        state = self.discord.state
        interaction.payload["data"] = slash_data(state.registry, command, self.place, self.permissions, options)
        return interaction

    async def slash(self, command: str, /, **options: Any) -> Reply:
        """Send a slash command and wait for its first callback.

        Args:
            command: Its name, sub-commands behind a space.
            options: What is filled in; `from_` stands for an option called `from`.

        Raises:
            LoopbackError: Discord's client would not let the user send that.
            LoopbackTimeoutError: No callback came.
        """
        return await self._ask(self.prepare_slash(command, **options))

    async def autocomplete(self, command: str, /, *, focused: str, **options: Any) -> list[Choice]:
        """What is suggested for the option in which the user types; the other options may be filled in, too."""
        interaction = self._new(kinds.AUTOCOMPLETE, f"/{command} completing {focused} {options}")
        registry = self.discord.state.registry
        data, kind = autocomplete_data(registry, command, self.place, self.permissions, focused=focused, values=options)
        interaction.payload["data"] = data
        interaction.option_type = kind
        return (await self._ask(interaction)).choices

    async def message_command(self, name: str, /, message: Reply | str | Json) -> Reply:
        """Use Apps → name on a message: on an answer of the bot, or on one by somebody that says or holds `message`."""
        registry = self.discord.state.registry
        command = find_command(registry, name, commands.MESSAGE_MENU, self.place, self.permissions)
        target = message.message.json() if isinstance(message, Reply) else self._said(message)
        interaction = self._new(kinds.COMMAND, f"Apps → {name}")
        interaction.payload["data"] = {
            "id": command["id"],
            "name": name,
            "type": commands.MESSAGE_MENU,
            "target_id": target["id"],
            "resolved": {"messages": {target["id"]: target}},
        }
        return await self._ask(interaction)

    async def click(self, reply: Reply, which: str) -> Reply:
        """Click a button of a message, whoever asked for it: by label, emoji or custom_id."""
        message = self._seen(reply)
        return await self._component(message, find_button(message, which), which, [])

    async def select(self, reply: Reply, which: str, *values: str) -> Reply:
        """Choose in a menu of a message: by placeholder or custom_id."""
        message = self._seen(reply)
        return await self._component(message, find_select(message, which, values), which, list(values))

    async def submit(self, reply: Reply, **values: str) -> Reply:
        """Send the modal that a reply opened, each text input by its custom_id."""
        if reply.kind != kinds.MODAL:
            raise LoopbackError(f"{reply.interaction.label} opened no modal")
        rows = reply.payload["components"]
        inputs = {part["custom_id"] for part in walk(rows) if "custom_id" in part}
        if unknown := sorted(set(values) - inputs):
            raise LoopbackError(f"the modal has no {unknown}; it has {sorted(inputs)}")
        interaction = self._new(kinds.MODAL_SUBMIT, f"modal {reply.payload['custom_id']}")
        filled = [_filled_in(row, values) for row in rows]
        interaction.payload["data"] = {"custom_id": reply.payload["custom_id"], "components": filled}
        if reply.interaction.source is not None:
            interaction.source = reply.interaction.source
            interaction.payload["message"] = reply.interaction.source.json()
        return await self._ask(interaction)

    async def wait(self, condition: Callable[[], bool], complaint: str) -> None:
        """Wait for something to come to hold."""
        await self.discord.wait(condition, complaint)

    def _new(self, kind: int, label: str) -> Interaction:
        return self.discord.state.new_interaction(kind, self.person, self.place, self.permissions, label)

    async def _ask(self, interaction: Interaction) -> Reply:
        await self.discord.fire(interaction)
        await self.discord.answered([interaction])
        return Reply(self, interaction)

    def _seen(self, reply: Reply) -> Message:
        message = reply.message
        if message.deleted:
            raise LoopbackError("the message was deleted")
        if message.ephemeral and message.asker_id != self.person.id:
            raise LoopbackError("only the one who asked sees this message")
        return message

    async def _component(self, message: Message, part: Json, which: str, values: list[str]) -> Reply:
        interaction = self._new(kinds.COMPONENT, f"click on {which!r}")
        interaction.source = message
        data: Json = {"id": part["id"], "custom_id": part["custom_id"], "component_type": part["type"]}
        if part["type"] != 2:  # a button has no values
            data["values"] = values
        interaction.payload |= {"data": data, "message": message.json()}
        return await self._ask(interaction)

    def _said(self, text: str | Json) -> Json:
        """A message by the server's owner, where this user reads it: what it says, or its fields."""
        state = self.discord.state
        message = Message(state.ids.new(), self.place.channel_id, state.owner, state.bot.id, sent=timestamp())
        message.put({"content": text} if isinstance(text, str) else {}, [])
        plain = message.json() | ({} if isinstance(text, str) else text)
        return {key: value for key, value in plain.items() if key not in ("webhook_id", "application_id")}


def _filled_in(part: Json, values: dict[str, str]) -> Json:
    """A modal's component as it comes back: nested alike, with the values."""
    back: Json = {"type": part["type"], "id": part.get("id") or 0}
    if "components" in part:
        back["components"] = [_filled_in(child, values) for child in part["components"]]
    if "component" in part:
        back["component"] = _filled_in(part["component"], values)
    if "custom_id" in part:
        given = values.get(part["custom_id"], part.get("value") or "")
        back |= {"custom_id": part["custom_id"]} | ({"value": given} if part["type"] == 4 else {"values": [given]})
    return back
