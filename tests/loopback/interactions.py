"""An interaction from the moment it is made to its last follow-up."""

import base64
import secrets
from dataclasses import dataclass, field
from typing import Final

from tests.loopback.errors import Json
from tests.loopback.messages import File, Message
from tests.loopback.world import Person, Place

COMMAND, COMPONENT, AUTOCOMPLETE, MODAL_SUBMIT = 2, 3, 4, 5
MESSAGE, DEFERRED, DEFERRED_UPDATE, UPDATE, CHOICES, MODAL = 4, 5, 6, 7, 8, 9
FIRST_REPLY_SECONDS: Final = 3.0
TOKEN_SECONDS: Final = 15 * 60.0
ATTACHMENT_LIMIT: Final = 10_485_760


@dataclass(slots=True)
class Interaction:
    """One interaction: what was sent, and what came back when. Times are the server's clock.

    `message` is the message that `@original` names, `shown` what this interaction last made of it.
    """

    id: str
    token: str
    kind: int
    person: Person
    place: Place
    payload: Json
    label: str
    source: Message | None = None
    option_type: int = 3
    sent_at: float | None = None
    answered_at: float | None = None
    late: bool = False
    callback: Json = field(default_factory=dict)
    message: Message | None = None
    shown: Json = field(default_factory=dict)
    files: list[File] = field(default_factory=list)
    pending: bool = False
    followups: list[Message] = field(default_factory=list)

    @property
    def answered(self) -> bool:
        """Whether a first callback was accepted."""
        return self.answered_at is not None

    @property
    def latency(self) -> float | None:
        """Seconds from sending to the first accepted callback; None before that."""
        if self.sent_at is None or self.answered_at is None:
            return None
        return self.answered_at - self.sent_at

    def expired(self, now: float) -> bool:
        """Whether the three seconds for a first reply are over."""
        return self.sent_at is None or now - self.sent_at > FIRST_REPLY_SECONDS

    def token_expired(self, now: float) -> bool:
        """Whether the fifteen minutes for follow-ups are over."""
        return self.sent_at is None or now - self.sent_at > TOKEN_SECONDS


def new_token(interaction_id: str) -> str:
    """A token as long as Discord's, good for one interaction."""
    raw = f"interaction:{interaction_id}:{secrets.token_urlsafe(96)}"
    return base64.urlsafe_b64encode(raw.encode()).decode().rstrip("=")


def payload(
    *, interaction_id: str, token: str, kind: int, application_id: str, place: Place, person: Person, permissions: int
) -> Json:
    """Everything that INTERACTION_CREATE carries but `data` and `message`."""
    return {
        "id": interaction_id,
        "application_id": application_id,
        "type": kind,
        "token": token,
        "version": 1,
        "entitlements": [],
        "entitlement_sku_ids": [],
        "attachment_size_limit": ATTACHMENT_LIMIT,
    } | place.json(person, permissions)


def metadata(interaction: Interaction) -> Json:
    """What a message says about the interaction that it answers."""
    found: Json = {
        "id": interaction.id,
        "type": interaction.kind,
        "user": interaction.person.json(),
        "authorizing_integration_owners": interaction.payload["authorizing_integration_owners"],
    }
    if interaction.kind == COMMAND:
        found |= {"name": interaction.payload["data"]["name"], "command_type": interaction.payload["data"]["type"]}
    if interaction.source is not None:
        found["interacted_message_id"] = interaction.source.id
    return found
