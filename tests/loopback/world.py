"""The people and places of the loopback, and how Discord writes them down."""

import datetime as dt
from dataclasses import dataclass, field
from typing import Final

from tests.loopback.errors import Json

GUILD, BOT_DM, PRIVATE = 0, 1, 2
MEMBER_PERMISSIONS: Final = 0x0000_0000_0006_5C41 | 1 << 31
"""Of a plain member: view, send, read history, embed, attach, use application commands."""
MANAGE_GUILD: Final = 1 << 5
JOINED: Final = "2024-02-29T12:00:00.000000+00:00"
_EVERYONE: Final = 0x0000_0000_0006_5C41 | 1 << 31


def timestamp() -> str:
    """Now, as Discord writes it."""
    return dt.datetime.now(dt.UTC).isoformat(timespec="microseconds")


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody with an account."""

    id: str
    name: str
    locale: str = "en-US"
    bot: bool = False

    def json(self) -> Json:
        """Discord's user object."""
        return {
            "id": self.id,
            "username": self.name,
            "global_name": None if self.bot else self.name.capitalize(),
            "discriminator": "0",
            "avatar": None,
            "avatar_decoration_data": None,
            "bot": self.bot,
            "system": False,
            "public_flags": 0,
            "flags": 0,
            "clan": None,
            "primary_guild": None,
        }

    def member_json(self, permissions: int | None = None) -> Json:
        """Discord's member object; with `permissions` where an interaction carries it."""
        member: Json = {
            "user": self.json(),
            "nick": None,
            "avatar": None,
            "banner": None,
            "roles": [],
            "joined_at": JOINED,
            "premium_since": None,
            "communication_disabled_until": None,
            "deaf": False,
            "mute": False,
            "pending": False,
            "flags": 0,
        }
        if permissions is not None:
            member["permissions"] = str(permissions)
        return member


@dataclass(frozen=True, slots=True)
class Channel:
    """A text channel of a server."""

    id: str
    name: str

    def json(self, guild_id: str) -> Json:
        """Discord's channel object."""
        return {
            "id": self.id,
            "guild_id": guild_id,
            "type": 0,
            "name": self.name,
            "position": 0,
            "permission_overwrites": [],
            "nsfw": False,
            "topic": None,
            "rate_limit_per_user": 0,
            "parent_id": None,
            "last_message_id": None,
            "flags": 0,
        }


@dataclass(frozen=True, slots=True)
class Guild:
    """A server; `joined` says whether the bot is in it."""

    id: str
    name: str
    channels: tuple[Channel, ...]
    locale: str = "en-US"
    joined: bool = True
    owner_id: str = "1"
    features: tuple[str, ...] = field(default=())

    def partial_json(self) -> Json:
        """What an interaction says about its server."""
        return {"id": self.id, "locale": self.locale, "features": list(self.features)}

    def json(self, bot: Person) -> Json:
        """GUILD_CREATE as a client with the guilds intent alone receives it."""
        return {
            "id": self.id,
            "name": self.name,
            "icon": None,
            "splash": None,
            "owner_id": self.owner_id,
            "afk_timeout": 300,
            "verification_level": 1,
            "default_message_notifications": 1,
            "explicit_content_filter": 0,
            "mfa_level": 0,
            "nsfw_level": 0,
            "premium_tier": 0,
            "preferred_locale": self.locale,
            "features": list(self.features),
            "roles": [self._everyone()],
            "emojis": [],
            "stickers": [],
            "channels": [channel.json(self.id) for channel in self.channels],
            "threads": [],
            "members": [bot.member_json()],
            "member_count": 3,
            "joined_at": JOINED,
            "large": False,
            "unavailable": False,
            "voice_states": [],
            "presences": [],
            "stage_instances": [],
            "guild_scheduled_events": [],
            "soundboard_sounds": [],
        }

    def _everyone(self) -> Json:
        return {
            "id": self.id,
            "name": "@everyone",
            "color": 0,
            "colors": {"primary_color": 0, "secondary_color": None, "tertiary_color": None},
            "hoist": False,
            "position": 0,
            "permissions": str(_EVERYONE),
            "managed": False,
            "mentionable": False,
            "flags": 0,
        }


@dataclass(frozen=True, slots=True)
class Place:
    """Where an interaction happens: a server's channel, the bot's direct messages, or other people's."""

    context: int
    channel_id: str
    guild: Guild | None = None
    user_install: bool = False

    def json(self, person: Person, permissions: int) -> Json:
        """What an interaction says about where it happens and who is there."""
        owners = {"1": person.id} if self.user_install else {"0": self.guild.id if self.guild else "0"}
        base: Json = {
            "channel_id": self.channel_id,
            "context": self.context,
            "authorizing_integration_owners": owners,
            "app_permissions": str(_EVERYONE),
            "locale": person.locale,
        }
        if self.guild is None:
            return base | {"user": person.json(), "channel": self._dm_json(person)}
        return base | {
            "guild_id": self.guild.id,
            "guild": self.guild.partial_json(),
            "guild_locale": self.guild.locale,
            "member": person.member_json(permissions),
            "channel": self._channel_json(permissions),
        }

    def _channel_json(self, permissions: int) -> Json:
        guild = self.guild
        if guild is None:
            raise ValueError("a direct message has no server")
        channel = next(channel for channel in guild.channels if channel.id == self.channel_id)
        return channel.json(guild.id) | {"permissions": str(permissions)}

    def _dm_json(self, person: Person) -> Json:
        return {
            "id": self.channel_id,
            "type": 1,
            "last_message_id": None,
            "flags": 0,
            "recipients": [person.json()],
        }
