"""What a user types, turned into the options of an interaction, and refused where Discord's own client would."""

from collections.abc import Mapping
from typing import Any, Final

from tests.loopback.errors import Json, LoopbackError
from tests.loopback.registry import Registry
from tests.loopback.rules_commands import (
    BOOLEAN,
    CHANNEL,
    INTEGER,
    NUMBER,
    SLASH,
    STRING,
    SUBCOMMAND,
    SUBCOMMAND_GROUP,
    USER,
)
from tests.loopback.world import Channel, Person, Place

_MAX_TEXT: Final = 6000
_PYTHON: Final[Mapping[int, tuple[type, ...]]] = {
    STRING: (str,),
    INTEGER: (int,),
    BOOLEAN: (bool,),
    NUMBER: (int, float),
    USER: (Person,),
    CHANNEL: (Channel,),
}


def find_command(registry: Registry, name: str, kind: int, place: Place, permissions: int) -> Json:
    """The command that a user at that place is offered under the name.

    Raises:
        LoopbackError: There is none, or not there, or not for this user.
    """
    guild_id = place.guild.id if place.guild else None
    command = registry.find(name, kind, guild_id)
    if command is None:
        known = sorted(item["name"] for item in [*registry.all(), *registry.all(guild_id)] if item["type"] == kind)
        raise LoopbackError(f"No command {name!r} (type {kind}) was uploaded; there are {known}.")
    _offered(command, place)
    needed = int(command.get("default_member_permissions") or 0)
    if place.guild is not None and permissions & needed != needed:
        raise LoopbackError(f"{name!r} is for members with permissions {needed:#x}; this one has {permissions:#x}.")
    return command


def _offered(command: Json, place: Place) -> None:
    contexts = command.get("contexts")
    if contexts is not None and place.context not in contexts:
        raise LoopbackError(f"{command['name']!r} is not offered in context {place.context}, only in {contexts}.")
    installs = command.get("integration_types") or [0]
    if int(place.user_install) not in installs:
        raise LoopbackError(f"{command['name']!r} is not offered for install {int(place.user_install)}: {installs}.")


def slash_data(registry: Registry, spoken: str, place: Place, permissions: int, values: Mapping[str, Any]) -> Json:
    """`data` of a slash command: `spoken` is its name, with sub-commands behind a space."""
    data, node, level = _opened(registry, spoken, place, permissions)
    resolved: Json = {}
    level["options"] = _filled(node, spoken, values, resolved)
    if resolved:
        data["resolved"] = resolved
    return data


def _opened(registry: Registry, spoken: str, place: Place, permissions: int) -> tuple[Json, Json, Json]:
    """`data` down to the sub-command meant, what was uploaded for that, and the object that takes its options."""
    name, *path = spoken.split()
    node = find_command(registry, name, SLASH, place, permissions)
    data: Json = {"id": node["id"], "name": name, "type": SLASH}
    if node.get("guild_id"):
        data["guild_id"] = node["guild_id"]
    level = data
    for part in path:
        node = _child(node, part, spoken)
        inner: Json = {"name": part, "type": node["type"]}
        level["options"] = [inner]
        level = inner
    return data, node, level


def _child(node: Json, name: str, spoken: str) -> Json:
    for option in node.get("options") or []:
        if option["name"] == name and option["type"] in (SUBCOMMAND, SUBCOMMAND_GROUP):
            found: Json = option
            return found
    raise LoopbackError(f"/{spoken}: there is no sub-command {name!r}.")


def _known(node: Json, spoken: str) -> dict[str, Json]:
    options = {option["name"]: option for option in node.get("options") or []}
    if any(option["type"] in (SUBCOMMAND, SUBCOMMAND_GROUP) for option in options.values()):
        raise LoopbackError(f"/{spoken}: choose one of the sub-commands {sorted(options)}.")
    return options


def _filled(node: Json, spoken: str, values: Mapping[str, Any], resolved: Json) -> list[Json]:
    """The options with their types; a trailing underscore lets a keyword such as `from_` name an option."""
    known = _known(node, spoken)
    filled: list[Json] = []
    for given, value in values.items():
        name = given if given in known else given.removesuffix("_")
        if name not in known:
            raise LoopbackError(f"/{spoken}: there is no option {given!r}; there are {sorted(known)}.")
        filled.append(_one(known[name], spoken, value, resolved))
    missing = [name for name, option in known.items() if option.get("required") and name not in _names(filled)]
    if missing:
        raise LoopbackError(f"/{spoken}: the required options {missing} are not filled in.")
    return filled


def _names(filled: list[Json]) -> set[str]:
    return {option["name"] for option in filled}


def _one(option: Json, spoken: str, value: Any, resolved: Json) -> Json:
    kind = int(option["type"])
    fits = isinstance(value, _PYTHON.get(kind, ())) and (kind == BOOLEAN or not isinstance(value, bool))
    if not fits:
        raise LoopbackError(f"/{spoken}: {option['name']!r} is of type {kind}; {value!r} cannot be typed there.")
    choices = [choice["value"] for choice in option.get("choices") or []]
    if choices and value not in choices:
        raise LoopbackError(f"/{spoken}: {option['name']!r} is one of {choices}, not {value!r}.")
    _in_bounds(option, spoken, value)
    return {"name": option["name"], "type": kind, "value": _resolve(kind, value, resolved)}


def _in_bounds(option: Json, spoken: str, value: Any) -> None:
    size = len(value) if isinstance(value, str) else value
    if isinstance(value, str):
        low, high = option.get("min_length"), option.get("max_length", _MAX_TEXT)
    else:
        low, high = option.get("min_value"), option.get("max_value")
    if isinstance(size, int | float) and ((low is not None and size < low) or (high is not None and size > high)):
        raise LoopbackError(f"/{spoken}: {option['name']!r} must lie between {low} and {high}.")


def _resolve(kind: int, value: Any, resolved: Json) -> Any:
    """The value as it travels; people and channels also go into `resolved`."""
    if kind == USER:
        resolved.setdefault("users", {})[value.id] = value.json()
        return value.id
    if kind == CHANNEL:
        about = {"id": value.id, "name": value.name, "type": 0, "permissions": "0", "position": 0, "flags": 0}
        resolved.setdefault("channels", {})[value.id] = about
        return value.id
    return value


def autocomplete_data(
    registry: Registry, spoken: str, place: Place, permissions: int, *, focused: str, values: Mapping[str, Any]
) -> tuple[Json, int]:
    """`data` of an autocomplete interaction, and the type of the focused option; nothing is required yet.

    Raises:
        LoopbackError: The focused option is unknown or offers no completion.
    """
    data, node, level = _opened(registry, spoken, place, permissions)
    known = _known(node, spoken)
    if focused not in known or not known[focused].get("autocomplete"):
        raise LoopbackError(f"/{spoken}: {focused!r} offers no completion.")
    level["options"] = _typed_so_far(known, spoken, focused, values)
    return data, int(known[focused]["type"])


def _typed_so_far(known: Mapping[str, Json], spoken: str, focused: str, values: Mapping[str, Any]) -> list[Json]:
    typed: list[Json] = []
    for given, value in {focused: "", **values}.items():
        name = given if given in known else given.removesuffix("_")
        if name not in known:
            raise LoopbackError(f"/{spoken}: there is no option {given!r}; there are {sorted(known)}.")
        if name == focused:
            typed.append({"name": name, "type": known[name]["type"], "value": str(value), "focused": True})
        else:
            typed.append(_one(known[name], spoken, value, {}))
    return typed
