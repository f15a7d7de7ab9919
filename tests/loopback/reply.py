"""What a user sees of an answer."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from tests.loopback import interactions as kinds
from tests.loopback import messages
from tests.loopback.errors import Json, LoopbackError
from tests.loopback.interactions import Interaction
from tests.loopback.messages import File, Message
from tests.loopback.rules import EPHEMERAL

if TYPE_CHECKING:
    from tests.loopback.users import User

LINK: Final = 5


@dataclass(frozen=True, slots=True)
class Choice:
    """One suggestion of an autocomplete."""

    name: str
    value: str | int | float


@dataclass(frozen=True, slots=True)
class Button:
    """A button as it is shown."""

    label: str
    custom_id: str | None
    disabled: bool
    style: int
    url: str | None = None
    emoji: str | None = None


class Reply:
    """The answer to one interaction.

    Everything it says is what this interaction made of its message, later edits through the interaction's token
    included; what other interactions then do to the same message is seen in `message`.
    """

    def __init__(self, user: "User", interaction: Interaction) -> None:
        self.user = user
        self.interaction = interaction

    @property
    def kind(self) -> int:
        """Type of the callback: 4 message, 5 deferred, 6 deferred update, 7 update, 8 choices, 9 modal."""
        return int(self.interaction.callback["type"])

    @property
    def deferred(self) -> bool:
        """Whether the first callback only asked for patience."""
        return self.kind in (kinds.DEFERRED, kinds.DEFERRED_UPDATE)

    @property
    def ephemeral(self) -> bool:
        """Whether only the asker sees it."""
        if self.interaction.message is not None:
            return self.interaction.message.ephemeral
        return bool(int(self.payload.get("flags") or 0) & EPHEMERAL)

    @property
    def payload(self) -> Json:
        """`data` of the callback exactly as it was sent."""
        data: Json = self.interaction.callback.get("data") or {}
        return data

    @property
    def latency(self) -> float:
        """Seconds from sending the interaction to its first callback."""
        if (latency := self.interaction.latency) is None:
            raise LoopbackError(f"{self.interaction.label} is not answered")
        return latency

    @property
    def message(self) -> Message:
        """The message as it stands now, whoever changed it last."""
        if self.interaction.message is None:
            raise LoopbackError(f"{self.interaction.label} was answered by type {self.kind}, without a message")
        return self.interaction.message

    @property
    def texts(self) -> str:
        """Everything written in it, one part a line: content, embeds, text displays."""
        return "\n".join(messages.texts(self.interaction.shown))

    @property
    def components(self) -> list[Json]:
        """Its components, as a tree."""
        found: list[Json] = self.interaction.shown.get("components") or []
        return found

    @property
    def buttons(self) -> list[Button]:
        """Its buttons in the order in which they are shown."""
        return [as_button(part) for part in messages.buttons(self.interaction.shown)]

    @property
    def labels(self) -> list[str]:
        """The labels of its buttons, or the emoji where there is no label."""
        return [button.label or button.emoji or "" for button in self.buttons]

    @property
    def files(self) -> list[File]:
        """Its files."""
        return self.interaction.files

    @property
    def followups(self) -> list[Message]:
        """The messages sent after it."""
        return self.interaction.followups

    @property
    def choices(self) -> list[Choice]:
        """The suggestions, where it answers an autocomplete."""
        return [Choice(item["name"], item["value"]) for item in self.payload.get("choices") or []]

    async def click(self, which: str) -> "Reply":
        """Click one of the message's buttons, as the one who asked."""
        return await self.user.click(self, which)

    async def select(self, which: str, *values: str) -> "Reply":
        """Choose in one of the message's menus, as the one who asked."""
        return await self.user.select(self, which, *values)

    async def submit(self, **values: str) -> "Reply":
        """Fill in and send the modal that this reply opened."""
        return await self.user.submit(self, **values)

    async def settled(self) -> "Reply":
        """Wait until a deferred answer has come."""
        await self.user.wait(
            lambda: not self.interaction.pending and bool(self.interaction.shown),
            f"{self.interaction.label} was deferred and then never answered",
        )
        return self

    async def followup(self, number: int = 1) -> Message:
        """Wait for the first follow-up, or a later one."""
        await self.user.wait(
            lambda: len(self.followups) >= number, f"{self.interaction.label} had no follow-up number {number}"
        )
        return self.followups[number - 1]

    def __repr__(self) -> str:
        return f"<Reply {self.kind} to {self.interaction.label}: {self.texts!r}>"


def as_button(part: Json) -> Button:
    """A button's component in words."""
    emoji = part.get("emoji") or {}
    return Button(
        part.get("label") or "",
        part.get("custom_id"),
        bool(part.get("disabled")),
        int(part["style"]),
        part.get("url"),
        emoji.get("name"),
    )


def find_button(message: Message, which: str) -> Json:
    """The button of that custom_id, label or emoji.

    Raises:
        LoopbackError: There is none, more than one, or it cannot be clicked.
    """
    parts = messages.buttons(message.data)
    exact = [part for part in parts if part.get("custom_id") == which]
    named = exact or [part for part in parts if which in (part.get("label"), (part.get("emoji") or {}).get("name"))]
    if len(named) != 1:
        raise LoopbackError(f"{len(named)} buttons are called {which!r}; there are {_described(parts)}.")
    if named[0].get("disabled") or named[0].get("style") == LINK:
        raise LoopbackError(f"The button {which!r} is disabled or a link.")
    return named[0]


def find_select(message: Message, which: str, values: Sequence[str]) -> Json:
    """The menu of that custom_id or placeholder, if those values may be chosen in it.

    Raises:
        LoopbackError: There is none, more than one, or it does not offer the values.
    """
    parts = messages.selects(message.data)
    named = [part for part in parts if which in (part.get("custom_id"), part.get("placeholder"))]
    if len(named) != 1 or named[0].get("disabled"):
        raise LoopbackError(f"{len(named)} usable menus are called {which!r}; there are {_described(parts)}.")
    menu = named[0]
    least, most = menu.get("min_values", 1), menu.get("max_values", 1)
    offered = [option["value"] for option in menu.get("options") or []]
    if not least <= len(values) <= most or (offered and not set(values) <= set(offered)):
        raise LoopbackError(f"{which!r} takes {least} to {most} of {offered}, not {list(values)}.")
    return menu


def _described(parts: list[Json]) -> list[str]:
    return [f"{part.get('label') or part.get('placeholder') or part.get('emoji')}" for part in parts]
