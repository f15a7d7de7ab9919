"""Messages as Discord keeps them after the client sent or edited them."""

import copy
import mimetypes
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any, Final

from tests.loopback.errors import Json
from tests.loopback.names import CDN
from tests.loopback.rules import COMPONENTS_V2, EPHEMERAL, LOADING
from tests.loopback.rules_components import BUTTON, SELECTS, TEXT
from tests.loopback.world import Person, timestamp

_CHILDREN: Final = ("components", "accessory", "component")


@dataclass(frozen=True, slots=True)
class File:
    """A file that the client uploaded."""

    id: str
    filename: str
    data: bytes
    description: str | None = None
    channel_id: str = "0"

    @property
    def path(self) -> str:
        """Where the content delivery network serves it."""
        return f"/attachments/{self.channel_id}/{self.id}/{self.filename}"

    def json(self) -> Json:
        """Discord's attachment object."""
        kind = mimetypes.guess_type(self.filename)[0] or "application/octet-stream"
        url = f"https://{CDN}{self.path}"
        return {
            "id": self.id,
            "filename": self.filename,
            "size": len(self.data),
            "url": url,
            "proxy_url": url,
            "content_type": kind,
            "description": self.description,
            "content_scan_version": 0,
        }


@dataclass(slots=True)
class Message:
    """One message; `data` is what the client last made of it."""

    id: str
    channel_id: str
    author: Person
    application_id: str
    metadata: Json | None = None
    asker_id: str = ""
    data: Json = field(default_factory=dict)
    files: list[File] = field(default_factory=list)
    flags: int = 0
    deleted: bool = False
    edits: int = 0
    sent: str = field(default_factory=timestamp)
    edited: str | None = None

    @property
    def ephemeral(self) -> bool:
        """Whether only the asker sees it."""
        return bool(self.flags & EPHEMERAL)

    @property
    def kept(self) -> dict[str, str]:
        """Names of the files that it has, by id."""
        return {file.id: file.filename for file in self.files}

    def put(self, data: Json, files: list[File]) -> None:
        """Fill it for the first time."""
        self.data = copy.deepcopy(data)
        self.files = list(files)
        self.flags = (self.flags & ~LOADING) | int(data.get("flags") or 0)
        number_components(self.data)

    def edit(self, data: Json, files: list[File]) -> None:
        """Change what the edit names; files that it lists stay, new ones are added."""
        if (listed := data.get("attachments")) is not None:
            stay = {str(attachment.get("id")) for attachment in listed}
            self.files = [file for file in self.files if file.id in stay]
        self.files += files
        changed = {key: value for key, value in data.items() if key != "attachments"}
        self.data |= copy.deepcopy(changed)
        self.flags = (self.flags & ~LOADING) | (int(data.get("flags") or 0) & COMPONENTS_V2)
        self.edits += 1
        self.edited = timestamp()
        number_components(self.data)

    def json(self) -> Json:
        """Discord's message object."""
        return {
            "id": self.id,
            "channel_id": self.channel_id,
            "application_id": self.application_id,
            "webhook_id": self.application_id,
            "author": self.author.json(),
            "type": 20 if self.metadata else 0,
            "content": self.data.get("content") or "",
            "embeds": self.data.get("embeds") or [],
            "components": resolve_media(self.data.get("components") or [], self.files),
            "attachments": [file.json() for file in self.files],
            "mentions": [],
            "mention_roles": [],
            "mention_everyone": False,
            "pinned": False,
            "tts": False,
            "flags": self.flags,
            "timestamp": self.sent,
            "edited_timestamp": self.edited,
        } | ({"interaction_metadata": self.metadata} if self.metadata else {})


def walk(components: list[Json]) -> Iterator[Json]:
    """Every component of a tree, in the order in which they are shown."""
    for component in components:
        yield component
        for key in _CHILDREN:
            inner = component.get(key)
            yield from walk(inner if isinstance(inner, list) else [inner] if inner else [])


def texts(data: Mapping[str, Any]) -> list[str]:
    """Every text that a message shows: content, embeds, text displays."""
    found = [data.get("content") or ""]
    for embed in data.get("embeds") or []:
        found += [embed.get("title") or "", embed.get("description") or ""]
        for item in embed.get("fields") or []:
            found += [item["name"], item["value"]]
        found.append((embed.get("footer") or {}).get("text") or "")
    found += [str(part["content"]) for part in walk(data.get("components") or []) if part.get("type") == TEXT]
    return [text for text in found if text]


def buttons(data: Mapping[str, Any]) -> list[Json]:
    """Every button that a message shows."""
    return [part for part in walk(data.get("components") or []) if part.get("type") == BUTTON]


def selects(data: Mapping[str, Any]) -> list[Json]:
    """Every select menu that a message shows."""
    return [part for part in walk(data.get("components") or []) if part.get("type") in SELECTS]


def number_components(data: Json) -> None:
    """Give each component that lacks one an id, as Discord does."""
    parts = list(walk(data.get("components") or []))
    taken = {part["id"] for part in parts if part.get("id")}
    fresh = (number for number in range(1, len(parts) + len(taken) + 1) if number not in taken)
    for part in parts:
        if not part.get("id"):
            part["id"] = next(fresh)


def resolve_media(components: list[Json], files: list[File]) -> list[Json]:
    """The components with `attachment://` led to where the file lies."""
    if not files:
        return components
    urls = {f"attachment://{file.filename}": f"https://{CDN}{file.path}" for file in files}
    resolved = copy.deepcopy(components)
    for part in walk(resolved):
        holders = [part.get("file"), part.get("media"), *[item.get("media") for item in part.get("items") or []]]
        for media in holders:
            if isinstance(media, dict) and media.get("url") in urls:
                media["url"] = urls[media["url"]]
    return resolved
