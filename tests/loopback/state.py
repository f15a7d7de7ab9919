"""Everything that the loopback knows; the HTTP routes and the gateway read and change it."""

from collections import deque
from dataclasses import dataclass
from typing import Final

from tests.loopback.clock import Clock
from tests.loopback.errors import Json, Refusal, Violation, unknown_interaction
from tests.loopback.faults import Faults
from tests.loopback.ids import Snowflakes
from tests.loopback.interactions import Interaction, new_token, payload
from tests.loopback.messages import File, Message
from tests.loopback.names import Names
from tests.loopback.pulse import Pulse
from tests.loopback.registry import Registry
from tests.loopback.world import Channel, Guild, Person, Place

TOKEN: Final = "loopback-token"  # noqa: S105 - opens nothing but this stand-in
GUILDS_INTENT: Final = 1


@dataclass(frozen=True, slots=True)
class Request:
    """One answered request: path without the API's prefix, and when it arrived."""

    method: str
    path: str
    status: int
    at: float


class State:
    """The world, the clock, what was uploaded, sent and answered, and what was wrong with it."""

    def __init__(self, *, token: str = TOKEN, checks: bool = True) -> None:
        self.token = token
        self.checks = checks
        self.clock = Clock()
        self.ids = Snowflakes()
        self.pulse = Pulse()
        self.names = Names()
        self.faults = Faults()
        self.bot = Person(self.ids.new(), "verbatim", bot=True)
        self.owner = Person(self.ids.new(), "owner")
        self.registry = Registry(self.bot.id, self.ids)
        self.guilds = [self._guild("Reading room"), self._guild("Press club")]
        self.abroad = self._guild("Elsewhere", joined=False)
        self.interactions: dict[str, Interaction] = {}
        self.by_token: dict[str, Interaction] = {}
        self.files: dict[str, File] = {}
        self.requests: deque[Request] = deque(maxlen=10_000)
        self.violations: list[Violation] = []
        self.refusals: list[tuple[str, Refusal]] = []

    def _guild(self, name: str, *, joined: bool = True) -> Guild:
        channels = (Channel(self.ids.new(), "general"), Channel(self.ids.new(), "news"))
        return Guild(self.ids.new(), name, channels, joined=joined, owner_id=self.owner.id)

    def new_interaction(self, kind: int, person: Person, place: Place, permissions: int, label: str) -> Interaction:
        """Make an interaction that still lacks its `data`; it is known from when it is sent."""
        number = self.ids.new()
        token = new_token(number)
        body = payload(
            interaction_id=number,
            token=token,
            kind=kind,
            application_id=self.bot.id,
            place=place,
            person=person,
            permissions=permissions,
        )
        return Interaction(number, token, kind, person, place, body, label)

    def sent(self, interaction: Interaction) -> None:
        """Start the clock of an interaction."""
        self.interactions[interaction.id] = interaction
        self.by_token[interaction.token] = interaction
        interaction.sent_at = self.clock.now()

    def interaction(self, interaction_id: str, token: str) -> Interaction:
        """The interaction that a callback names."""
        found = self.interactions.get(interaction_id)
        if found is None or found.token != token:
            raise unknown_interaction()
        return found

    def new_message(self, interaction: Interaction, metadata: Json) -> Message:
        """An empty message in the place of an interaction."""
        return Message(
            self.ids.new(),
            interaction.place.channel_id,
            self.bot,
            self.bot.id,
            metadata=metadata,
            asker_id=interaction.person.id,
        )

    def keep_files(self, uploads: dict[str, tuple[str, bytes]], data: Json, channel_id: str) -> list[File]:
        """Store uploaded files and give them their ids."""
        described = {str(item.get("id")): item for item in data.get("attachments") or []}
        kept = []
        for index, (name, content) in uploads.items():
            description = described.get(index, {}).get("description")
            file = File(self.ids.new(), name, content, description, channel_id)
            self.files[file.path] = file
            kept.append(file)
        return kept

    def refused(self, request: str, refusal: Refusal) -> None:
        """Write down a refusal, and what was wrong with the payload."""
        self.refusals.append((request, refusal))
        for violation in refusal.violations:
            self.violations.append(Violation(violation.where, violation.code, violation.message, request))
