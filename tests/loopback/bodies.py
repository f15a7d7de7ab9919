"""Reading what a client sends: JSON, or a form with `payload_json` and files."""

import json
import re
from dataclasses import dataclass, field
from typing import Any, Final

from aiohttp import BodyPartReader, web

from tests.loopback.errors import Json, Refusal

PREFIX: Final = "/api/v10"
ARRIVED: Final = web.RequestKey("arrived", float)
"""When the server's clock said that a request came."""
_FILE: Final = re.compile(r"files\[(\d+)\]")


@dataclass(slots=True)
class Body:
    """A request's payload, and its files by index: name and content."""

    data: Any = None
    uploads: dict[str, tuple[str, bytes]] = field(default_factory=dict)

    @property
    def object(self) -> Json:
        """The payload where it must be an object."""
        if not isinstance(self.data, dict):
            raise Refusal(400, 50109, "The request body contains invalid JSON.")
        return self.data

    @property
    def array(self) -> list[Json]:
        """The payload where it must be a list of objects."""
        if not isinstance(self.data, list):
            raise Refusal(400, 50109, "The request body contains invalid JSON.")
        return self.data

    @property
    def sizes(self) -> dict[str, tuple[str, int]]:
        """Names and sizes of the files."""
        return {index: (name, len(content)) for index, (name, content) in self.uploads.items()}


async def read_body(request: web.Request) -> Body:
    """The body of a request.

    Raises:
        Refusal: It is no JSON, or its type is neither JSON nor a form.
    """
    if not request.can_read_body:
        return Body()
    if request.content_type == "application/json":
        return Body(_parse(await request.read()))
    if request.content_type == "multipart/form-data":
        return await _read_form(request)
    raise Refusal(400, 50035, f"Expected JSON or a form, not {request.content_type}")


def _parse(raw: bytes) -> Any:
    try:
        return json.loads(raw)
    except ValueError:
        raise Refusal(400, 50109, "The request body contains invalid JSON.") from None


async def _read_form(request: web.Request) -> Body:
    body = Body()
    async for part in await request.multipart():
        if not isinstance(part, BodyPartReader):
            raise Refusal(400, 50035, "A form within a form")
        content = bytes(await part.read(decode=True))
        if part.name == "payload_json":
            body.data = _parse(content)
        elif part.name and (match := _FILE.fullmatch(part.name)):
            body.uploads[match[1]] = (part.filename or "unknown", content)
        else:
            raise Refusal(400, 50035, f"Unknown field {part.name!r}")
    return body


def answer(body: Any, status: int = 200) -> web.Response:
    """JSON with a Content-Type of exactly application/json: discord.py compares it literally."""
    return web.Response(body=json.dumps(body).encode(), status=status, content_type="application/json")


def nothing() -> web.Response:
    """204, no content."""
    return web.Response(status=204)


def path_of(request: web.Request) -> str:
    """The path without the API's prefix."""
    return request.path.removeprefix(PREFIX)
