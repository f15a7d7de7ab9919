"""Request bodies against Discord's own description of its API, where that file lies beside the repository."""

import copy
import functools
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any, Final

import jsonschema
from jsonschema.exceptions import ValidationError, best_match

from tests.loopback.errors import Json, Violation

_FILE: Final = Path(__file__).parents[2].parent / "shared" / "discord" / "openapi.json"
_CALLBACKS: Final = {
    4: "CreateMessageInteractionCallbackRequest",
    5: "CreateMessageInteractionCallbackRequest",
    6: "UpdateMessageInteractionCallbackRequest",
    7: "UpdateMessageInteractionCallbackRequest",
    8: "ApplicationCommandAutocompleteCallbackRequest",
    9: "ModalInteractionCallbackRequest",
}
_BY_TYPE: Final = "x-loopback-by-type"
FOLLOW_UP: Final = "IncomingWebhookRequestPartial"
EDIT: Final = "IncomingWebhookUpdateRequestPartial"
COMMAND: Final = "ApplicationCommandUpdateRequest"


def available() -> bool:
    """Whether the description is there to check against."""
    return _FILE.is_file()


@functools.cache
def _components() -> Json:
    components: Json = json.loads(_FILE.read_text(encoding="utf-8"))["components"]
    _dispatch(components, components["schemas"])
    return components


def _dispatch(node: Any, schemas: Json) -> None:
    """Replace each `oneOf` over objects that differ in their `type` by a look-up of that type.

    It accepts the same, takes a tenth of the time, and complains about the one object that was meant.
    """
    if isinstance(node, dict):
        table = _by_type(node.get("oneOf"), schemas)
        if table is not None:
            del node["oneOf"]
            node[_BY_TYPE] = table
        for child in node.values():
            _dispatch(child, schemas)
    elif isinstance(node, list):
        for child in node:
            _dispatch(child, schemas)


def _by_type(alternatives: Any, schemas: Json) -> Json | None:
    """A `oneOf` as type → reference, if every alternative is an object with a type of its own."""
    table: Json = {}
    for alternative in alternatives or []:
        target = schemas.get(str(alternative.get("$ref")).rpartition("/")[2], {})
        kind = target.get("properties", {}).get("type", {})
        numbers = kind.get("enum", [])
        if len(numbers) != 1 or str(numbers[0]) in table or "type" not in target.get("required", []):
            return None
        kind.pop("allOf", None)  # repeats the enumeration of all types there are
        table[str(numbers[0])] = alternative
    return table or None


def _check_by_type(validator: Any, table: Json, instance: Any, _: Json) -> Iterator[ValidationError]:
    kind = instance.get("type") if isinstance(instance, dict) else None
    if str(kind) not in table:
        yield ValidationError(f"{instance!r} is of type {kind}; allowed are {', '.join(table)}")
        return
    yield from validator.descend(instance, table[str(kind)])


@functools.cache
def _validator(name: str) -> Any:
    """A validator for the schema of that name."""
    extend: Any = jsonschema.validators.extend
    extended = extend(jsonschema.Draft202012Validator, {_BY_TYPE: _check_by_type})
    return extended({"$ref": f"#/components/schemas/{name}", "components": _components()})


def check_callback(body: Json) -> list[Violation]:
    """Check an interaction callback against the schema of its type."""
    return check(_CALLBACKS.get(body.get("type", 0), _CALLBACKS[4]), body)


def check(name: str, body: Any) -> list[Violation]:
    """Check a body against the schema of that name; nothing where the description is not at hand."""
    if not available():
        return []
    error = best_match(_validator(name).iter_errors(_relaxed(body)))
    if error is None:
        return []
    where = ".".join(str(part) for part in error.absolute_path) or "body"
    return [Violation(where, "OPENAPI_SCHEMA", error.message[:300])]


def _relaxed(body: Any) -> Any:
    """discord.py sends ids of attachments as integers, which Discord takes although its description says text."""
    holder = body.get("data") or body if isinstance(body, dict) else {}
    if not isinstance(holder, dict) or not holder.get("attachments"):
        return body
    body = copy.deepcopy(body)
    for attachment in (body.get("data") or body)["attachments"]:
        attachment["id"] = str(attachment.get("id"))
    return body
