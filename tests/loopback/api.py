"""discord.com's REST API v10, as far as a bot of slash commands asks for it: the frame, login, and files."""

import asyncio
import traceback
from typing import Final

from aiohttp import web
from aiohttp.typedefs import Handler, Middleware

from tests.loopback import routes_callbacks, routes_commands, routes_webhooks
from tests.loopback.bodies import ARRIVED, PREFIX, answer, path_of
from tests.loopback.errors import Refusal, Violation
from tests.loopback.faults import Fault
from tests.loopback.names import API, CDN, GATEWAY
from tests.loopback.state import Request, State

_MAX_BODY: Final = 26_214_400
_WITHOUT_TOKEN: Final = ("/interactions/", "/webhooks/")


def build(state: State, gateway: Handler) -> web.Application:
    """The application behind all of Discord's names."""
    application = web.Application(middlewares=[_frame(state)], client_max_size=_MAX_BODY)
    router = application.router
    router.add_get("/", gateway)
    router.add_get("/attachments/{channel}/{file}/{name}", _file(state))
    for method, path, handler in [*_login(state), *_routes(state)]:
        router.add_route(method, PREFIX + path, handler)
    return application


def _routes(state: State) -> list[tuple[str, str, Handler]]:
    return [*routes_commands.table(state), *routes_callbacks.table(state), *routes_webhooks.table(state)]


def _frame(state: State) -> Middleware:
    """Around every request: faults, the name it was sent to, its token, refusals in Discord's shape, the record."""

    @web.middleware
    async def frame(request: web.Request, handler: Handler) -> web.StreamResponse:
        if request.host == GATEWAY:
            return await _watched(state, request, handler)
        arrived, path = state.clock.now(), path_of(request)
        request[ARRIVED] = arrived
        fault = state.faults.strike(request.method, path)
        state.pulse.beat()
        if fault is not None and fault.way != "slow":
            response = _fail(request, fault)
        else:
            if fault is not None:
                await asyncio.sleep(fault.seconds)
            response = await _watched(state, request, _guarded(state, handler))
        state.requests.append(Request(request.method, path, response.status, arrived))
        state.pulse.beat()
        return response

    return frame


def _fail(request: web.Request, fault: Fault) -> web.StreamResponse:
    if fault.way == "drop":
        if request.transport is not None:
            request.transport.abort()
        return web.Response(status=499)
    response = answer(fault.body, fault.status)
    response.headers.update(fault.headers)
    return response


async def _watched(state: State, request: web.Request, handler: Handler) -> web.StreamResponse:
    """Let a fault of the loopback itself fail the test instead of looking like Discord's."""
    try:
        return await handler(request)
    except (ConnectionError, web.RequestPayloadError):  # the client went away in the middle
        raise
    except Exception:  # noqa: BLE001 - whatever it is, the test must hear of it
        where = f"{request.method} {request.host}{request.path}"
        state.violations.append(Violation("loopback", "LOOPBACK_FAULT", traceback.format_exc(), where))
        return answer({"message": "500: the loopback failed", "code": 0}, 500)


def _guarded(state: State, handler: Handler) -> Handler:
    async def guarded(request: web.Request) -> web.StreamResponse:
        path = path_of(request)
        try:
            _admit(state, request, path)
            return await handler(request)
        except Refusal as refusal:
            state.refused(f"{request.method} {path}", refusal)
            return answer(refusal.body, refusal.status)
        except (web.HTTPNotFound, web.HTTPMethodNotAllowed) as error:
            message = "The loopback does not play this part of Discord."
            state.violations.append(Violation("path", "UNKNOWN_ROUTE", message, f"{request.method} {path}"))
            return answer({"message": f"{error.status}: {error.reason}", "code": 0}, error.status)

    return guarded


def _admit(state: State, request: web.Request, path: str) -> None:
    expected = CDN if path.startswith("/attachments/") else API
    if request.host != expected:
        raise Refusal(404, 0, f"{path} is not served by {request.host}")
    if expected == API and not path.startswith(_WITHOUT_TOKEN):
        check_token(state, request.headers.get("Authorization"))
    if expected == API and not request.headers.get("User-Agent"):
        raise Refusal(403, 0, "A client must name itself.")


def check_token(state: State, header: str | None) -> None:
    """Refuse a wrong token as Discord does."""
    if header != f"Bot {state.token}":
        raise Refusal(401, 0, "401: Unauthorized")


def _file(state: State) -> Handler:
    async def file(request: web.Request) -> web.StreamResponse:
        found = state.files.get(request.path)
        if found is None:
            return web.Response(status=404)
        return web.Response(body=found.data, content_type=found.json()["content_type"])

    return file


def _login(state: State) -> list[tuple[str, str, Handler]]:
    async def me(_: web.Request) -> web.StreamResponse:
        return answer(state.bot.json() | {"verified": True, "mfa_enabled": False, "email": None, "locale": "en-US"})

    async def application(_: web.Request) -> web.StreamResponse:
        return answer(
            {
                "id": state.bot.id,
                "name": state.bot.name,
                "icon": None,
                "description": "",
                "summary": "",
                "bot_public": True,
                "bot_require_code_grant": False,
                "verify_key": "0" * 64,
                "flags": 0,
                "owner": state.owner.json(),
                "team": None,
                "interactions_endpoint_url": None,
                "approximate_guild_count": len(state.guilds),
                "integration_types_config": {"0": {}, "1": {}},
            }
        )

    async def gateway(_: web.Request) -> web.StreamResponse:
        return answer({"url": f"wss://{GATEWAY}"})

    async def gateway_bot(_: web.Request) -> web.StreamResponse:
        limit = {"total": 1000, "remaining": 999, "reset_after": 0, "max_concurrency": 1}
        return answer({"url": f"wss://{GATEWAY}", "shards": 1, "session_start_limit": limit})

    return [
        ("GET", "/users/@me", me),
        ("GET", "/oauth2/applications/@me", application),
        ("GET", "/applications/@me", application),
        ("GET", "/gateway", gateway),
        ("GET", "/gateway/bot", gateway_bot),
    ]
