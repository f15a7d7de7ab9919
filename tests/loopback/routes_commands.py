"""Upload and listing of application commands, global ones and those of a server."""

from typing import Final

from aiohttp import web
from aiohttp.typedefs import Handler

from tests.loopback.bodies import answer, nothing, read_body
from tests.loopback.errors import Refusal
from tests.loopback.state import State

_GLOBAL: Final = "/applications/{application}/commands"
_GUILD: Final = "/applications/{application}/guilds/{guild}/commands"


def table(state: State) -> list[tuple[str, str, Handler]]:
    """Method, path and handler of each route."""
    routes = _Commands(state)
    return [
        entry
        for base in (_GLOBAL, _GUILD)
        for entry in (
            ("GET", base, routes.all),
            ("PUT", base, routes.replace),
            ("POST", base, routes.create),
            ("GET", base + "/{command}", routes.one),
            ("PATCH", base + "/{command}", routes.edit),
            ("DELETE", base + "/{command}", routes.delete),
        )
    ]


class _Commands:
    def __init__(self, state: State) -> None:
        self._state = state
        self._registry = state.registry

    def _scope(self, request: web.Request) -> str | None:
        """The server whose commands are meant; an application or server that is not ours is refused."""
        if request.match_info["application"] != self._state.bot.id:
            raise Refusal(404, 10002, "Unknown Application")
        guild = request.match_info.get("guild")
        if guild is not None and guild not in {known.id for known in self._state.guilds}:
            raise Refusal(403, 50001, "Missing Access")
        return guild

    async def all(self, request: web.Request) -> web.StreamResponse:
        return answer(self._registry.all(self._scope(request)))

    async def replace(self, request: web.Request) -> web.StreamResponse:
        return answer(self._registry.replace((await read_body(request)).array, self._scope(request)))

    async def create(self, request: web.Request) -> web.StreamResponse:
        return answer(self._registry.create((await read_body(request)).object, self._scope(request)), 201)

    async def one(self, request: web.Request) -> web.StreamResponse:
        return answer(self._registry.get(request.match_info["command"], self._scope(request)))

    async def edit(self, request: web.Request) -> web.StreamResponse:
        change = (await read_body(request)).object
        return answer(self._registry.edit(request.match_info["command"], change, self._scope(request)))

    async def delete(self, request: web.Request) -> web.StreamResponse:
        self._registry.delete(request.match_info["command"], self._scope(request))
        return nothing()
