"""The first reply to an interaction."""

from typing import Final

from aiohttp import web
from aiohttp.typedefs import Handler

from tests.loopback import interactions as kinds
from tests.loopback import schema
from tests.loopback.bodies import ARRIVED, Body, answer, nothing, read_body
from tests.loopback.errors import (
    Json,
    Violation,
    already_acknowledged,
    bad_form,
    unknown_interaction,
)
from tests.loopback.interactions import Interaction
from tests.loopback.rules import EPHEMERAL, LOADING, MessageContext, check_choices, check_message, check_modal
from tests.loopback.state import State

_ALLOWED: Final = {
    kinds.COMMAND: {kinds.MESSAGE, kinds.DEFERRED, kinds.MODAL},
    kinds.COMPONENT: {kinds.MESSAGE, kinds.DEFERRED, kinds.DEFERRED_UPDATE, kinds.UPDATE, kinds.MODAL},
    kinds.AUTOCOMPLETE: {kinds.CHOICES},
    kinds.MODAL_SUBMIT: {kinds.MESSAGE, kinds.DEFERRED, kinds.DEFERRED_UPDATE, kinds.UPDATE},
}


def table(state: State) -> list[tuple[str, str, Handler]]:
    """Method, path and handler of each route."""

    async def callback(request: web.Request) -> web.StreamResponse:
        interaction = state.interaction(request.match_info["interaction"], request.match_info["token"])
        if interaction.answered:
            raise already_acknowledged()
        if interaction.expired(request[ARRIVED]):
            interaction.late = True
            raise unknown_interaction()
        body = await read_body(request)
        if interaction.answered:
            raise already_acknowledged()
        if state.checks and (found := check(interaction, body)):
            raise bad_form(found)
        apply(state, interaction, body)
        interaction.answered_at = request[ARRIVED]
        if request.query.get("with_response") in ("1", "true", "True"):
            return answer(_response(interaction))
        return nothing()

    return [("POST", "/interactions/{interaction}/{token}/callback", callback)]


def check(interaction: Interaction, body: Body) -> list[Violation]:
    """What is wrong with a callback."""
    callback = body.object
    kind = callback.get("type")
    if kind not in _ALLOWED[interaction.kind]:
        allowed = sorted(_ALLOWED[interaction.kind])
        return [Violation("type", "BASE_TYPE_CHOICES", f"{kind} does not answer this; allowed are {allowed}.")]
    data = callback.get("data") or {}
    return [*_check_data(interaction, kind, data, body), *schema.check_callback(callback)]


def _check_data(interaction: Interaction, kind: int, data: Json, body: Body) -> list[Violation]:
    if kind == kinds.CHOICES:
        return check_choices(data, interaction.option_type)
    if kind == kinds.MODAL:
        return check_modal(data)
    if kind in (kinds.DEFERRED, kinds.DEFERRED_UPDATE):
        return []
    source = interaction.source
    if kind == kinds.UPDATE and source is None:
        return [Violation("type", "BASE_TYPE_CHOICES", "There is no message to update.")]
    editing = kind == kinds.UPDATE and source is not None
    context = MessageContext(
        "data",
        editing=editing,
        flags=source.flags if editing and source else 0,
        kept=source.kept if editing and source else {},
        files=body.sizes,
        size_limit=kinds.ATTACHMENT_LIMIT,
    )
    return check_message(data, context)


def apply(state: State, interaction: Interaction, body: Body) -> None:
    """Do what an accepted callback says."""
    callback = body.object
    kind, data = callback["type"], callback.get("data") or {}
    interaction.callback = callback
    if kind in (kinds.MESSAGE, kinds.DEFERRED):
        message = state.new_message(interaction, kinds.metadata(interaction))
        interaction.message = message
        interaction.pending = kind == kinds.DEFERRED
        if interaction.pending:
            message.flags = LOADING | (int(data.get("flags") or 0) & EPHEMERAL)
            return
        message.put(data, state.keep_files(body.uploads, data, message.channel_id))
    elif kind in (kinds.UPDATE, kinds.DEFERRED_UPDATE):
        interaction.message = interaction.source
        if kind == kinds.UPDATE and interaction.source is not None:
            files = state.keep_files(body.uploads, data, interaction.source.channel_id)
            interaction.source.edit(data, files)
    show(interaction)


def show(interaction: Interaction) -> None:
    """Keep what this interaction has made of its message, for the one who looks at the reply."""
    if interaction.message is not None:
        interaction.shown = dict(interaction.message.data)
        interaction.files = list(interaction.message.files)


def _response(interaction: Interaction) -> Json:
    """The body that `with_response` asks for."""
    about: Json = {"id": interaction.id, "type": interaction.kind}
    resource: Json = {"type": interaction.callback["type"]}
    if (message := interaction.message) is not None:
        about |= {
            "response_message_id": message.id,
            "response_message_loading": interaction.pending,
            "response_message_ephemeral": message.ephemeral,
        }
        if interaction.callback["type"] != kinds.DEFERRED_UPDATE:
            resource["message"] = message.json()
    return {"interaction": about, "resource": resource}
