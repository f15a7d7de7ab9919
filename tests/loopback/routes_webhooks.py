"""What follows the first reply: reading, editing and deleting messages, and sending more of them."""

from typing import Final

from aiohttp import web
from aiohttp.typedefs import Handler

from tests.loopback import schema
from tests.loopback.bodies import ARRIVED, Body, answer, nothing, read_body
from tests.loopback.errors import Refusal, bad_form, expired_webhook, unknown_message, unknown_webhook
from tests.loopback.interactions import ATTACHMENT_LIMIT, Interaction, metadata
from tests.loopback.messages import Message
from tests.loopback.routes_callbacks import show
from tests.loopback.rules import EPHEMERAL, MessageContext, check_message
from tests.loopback.state import State

_BASE: Final = "/webhooks/{application}/{token}"
_MESSAGE: Final = _BASE + "/messages/{message}"
_ORIGINAL: Final = "@original"


def table(state: State) -> list[tuple[str, str, Handler]]:
    """Method, path and handler of each route."""
    routes = _Webhooks(state)
    return [
        ("POST", _BASE, routes.follow_up),
        ("GET", _MESSAGE, routes.read),
        ("PATCH", _MESSAGE, routes.edit),
        ("DELETE", _MESSAGE, routes.delete),
    ]


class _Webhooks:
    def __init__(self, state: State) -> None:
        self._state = state

    def _interaction(self, request: web.Request) -> Interaction:
        """The interaction whose token the path holds, if it may still be used."""
        found = self._state.by_token.get(request.match_info["token"])
        if found is None or request.match_info["application"] != self._state.bot.id:
            raise Refusal(401, 50027, "Invalid Webhook Token")
        if found.token_expired(request[ARRIVED]):
            raise expired_webhook()
        if not found.answered:
            raise unknown_webhook()
        return found

    def _message(self, request: web.Request, interaction: Interaction) -> Message:
        wanted = request.match_info["message"]
        known = [*interaction.followups, *([interaction.message] if interaction.message else [])]
        original = interaction.message if wanted == _ORIGINAL else None
        found = original or next((message for message in known if message.id == wanted), None)
        if found is None or found.deleted:
            raise unknown_message()
        return found

    async def follow_up(self, request: web.Request) -> web.StreamResponse:
        """One more message; the first after a deferral takes the place of the deferred one."""
        interaction = self._interaction(request)
        body = await read_body(request)
        self._check(body, MessageContext(files=body.sizes, size_limit=ATTACHMENT_LIMIT), schema.FOLLOW_UP)
        if interaction.pending and interaction.message is not None:
            message = interaction.message
            self._fill(interaction, message, body)
        else:
            message = self._state.new_message(interaction, metadata(interaction))
            message.put(body.object, self._state.keep_files(body.uploads, body.object, message.channel_id))
            interaction.followups.append(message)
        return answer(message.json())

    def _fill(self, interaction: Interaction, message: Message, body: Body) -> None:
        """Put the answer into a deferred message; whether it is private was decided by the deferral."""
        private = message.flags & EPHEMERAL
        message.put(body.object, self._state.keep_files(body.uploads, body.object, message.channel_id))
        message.flags = (message.flags & ~EPHEMERAL) | private
        interaction.pending = False
        show(interaction)

    async def read(self, request: web.Request) -> web.StreamResponse:
        return answer(self._message(request, self._interaction(request)).json())

    async def edit(self, request: web.Request) -> web.StreamResponse:
        interaction = self._interaction(request)
        message = self._message(request, interaction)
        body = await read_body(request)
        context = MessageContext(
            editing=not interaction.pending or message is not interaction.message,
            flags=message.flags,
            kept=message.kept,
            files=body.sizes,
            size_limit=ATTACHMENT_LIMIT,
        )
        self._check(body, context, schema.EDIT)
        message.edit(body.object, self._state.keep_files(body.uploads, body.object, message.channel_id))
        if message is interaction.message:
            interaction.pending = False
            show(interaction)
        return answer(message.json())

    async def delete(self, request: web.Request) -> web.StreamResponse:
        interaction = self._interaction(request)
        message = self._message(request, interaction)
        message.deleted = True
        if message is interaction.message:
            interaction.pending = False
        return nothing()

    def _check(self, body: Body, context: MessageContext, name: str) -> None:
        if self._state.checks:
            found = [*check_message(body.object, context), *schema.check(name, body.object)]
            if found:
                raise bad_form(found)
