"""Limits of application commands as they are uploaded."""

import unicodedata
from collections import Counter
from collections.abc import Iterator, Mapping
from typing import Any, Final

from tests.loopback.errors import Findings, Json, Violation
from tests.loopback.rules import check_choice

SLASH, USER_MENU, MESSAGE_MENU = 1, 2, 3
SUBCOMMAND, SUBCOMMAND_GROUP = 1, 2
STRING, INTEGER, BOOLEAN, USER, CHANNEL, ROLE, MENTIONABLE, NUMBER, ATTACHMENT = 3, 4, 5, 6, 7, 8, 9, 10, 11
LIMITS: Final = {SLASH: 100, USER_MENU: 15, MESSAGE_MENU: 15}
_COMPLETABLE: Final = frozenset({STRING, INTEGER, NUMBER})
_NESTING: Final[Mapping[int | None, frozenset[int]]] = {
    None: frozenset({SUBCOMMAND, SUBCOMMAND_GROUP}),
    SUBCOMMAND_GROUP: frozenset({SUBCOMMAND}),
    SUBCOMMAND: frozenset(),
}
_MARK_SCRIPTS: Final = ("DEVANAGARI", "THAI")
_MAX_SIZE: Final = 8000
_MAX_OPTIONS: Final = 25


def check_command(command: Json) -> list[Violation]:
    """Check one command with all its options."""
    found = Findings()
    kind = command.get("type") or SLASH
    if kind == SLASH:
        _name(found, "name", command.get("name"))
        found.length("description", command.get("description"), 1, 100)
        _options(found, "options", command.get("options") or [], parent=None)
    else:
        found.length("name", command.get("name"), 1, 32)
        if command.get("description") or command.get("options"):
            found.report("description", "APPLICATION_COMMAND_CONTEXT_MENU", "A menu has no description or options.")
    if (size := sum(_sizes(command))) > _MAX_SIZE:
        message = f"Command exceeds maximum size ({_MAX_SIZE}); it has {size}."
        found.report("name", "APPLICATION_COMMAND_TOO_LARGE", message)
    for key, allowed in (("contexts", {0, 1, 2}), ("integration_types", {0, 1})):
        if command.get(key) is not None and (not command[key] or not set(command[key]) <= allowed):
            found.report(key, "BASE_TYPE_CHOICES", f"Must be some of {sorted(allowed)}, not {command[key]}.")
    return found


def check_counts(commands: list[Json]) -> list[Violation]:
    """Check how many there are of each type, and that no name stands twice."""
    found = Findings()
    kinds = Counter(command.get("type") or SLASH for command in commands)
    for kind, most in LIMITS.items():
        if kinds[kind] > most:
            message = f"{kinds[kind]} of type {kind}; at most {most}."
            found.report("commands", "APPLICATION_COMMANDS_MAX_EXCEEDED", message)
    names = Counter((command.get("type") or SLASH, command.get("name")) for command in commands)
    for (_, name), times in names.items():
        if times > 1:
            found.report("commands", "APPLICATION_COMMANDS_DUPLICATE_NAME", f"The name {name!r} stands {times} times.")
    return found


def _name(found: Findings, where: str, name: Any) -> None:
    found.length(where, name, 1, 32)
    if isinstance(name, str) and (name != name.lower() or not all(map(_in_name, name))):
        found.report(where, "APPLICATION_COMMAND_INVALID_NAME", f"Command name is invalid: {name!r}")


def _in_name(character: str) -> bool:
    category = unicodedata.category(character)
    if category.startswith("M"):
        return unicodedata.name(character, "").startswith(_MARK_SCRIPTS)
    return character in "-_'" or category[0] in "LN"


def _options(found: Findings, where: str, options: list[Json], *, parent: int | None) -> None:
    found.length(where, options, 0, _MAX_OPTIONS)
    names = Counter(option.get("name") for option in options)
    for name, times in names.items():
        if times > 1:
            found.report(where, "APPLICATION_COMMAND_OPTIONS_NAME_ALREADY_EXISTS", f"Option name {name!r} is taken.")
    nested = [option.get("type") in (SUBCOMMAND, SUBCOMMAND_GROUP) for option in options]
    if any(nested) and not all(nested):
        found.report(where, "APPLICATION_COMMAND_OPTIONS_TYPE_INVALID", "Sub-commands cannot stand beside options.")
    required = [bool(option.get("required")) for option in options]
    if required != sorted(required, reverse=True):
        message = "Required options must be placed before non-required options"
        found.report(where, "APPLICATION_COMMAND_OPTIONS_REQUIRED_INVALID", message)
    for index, option in enumerate(options):
        if nested[index] and option.get("type") not in _NESTING[parent]:
            found.report(f"{where}.{index}.type", "APPLICATION_COMMAND_OPTIONS_TYPE_INVALID", "Nested too deep.")
        _option(found, f"{where}.{index}", option)


def _option(found: Findings, where: str, option: Json) -> None:
    kind = option.get("type")
    _name(found, f"{where}.name", option.get("name"))
    found.length(f"{where}.description", option.get("description"), 1, 100)
    found.between(f"{where}.type", kind if kind is not None else 0, 1, 11)
    if kind in (SUBCOMMAND, SUBCOMMAND_GROUP):
        _options(found, f"{where}.options", option.get("options") or [], parent=kind)
        return
    choices = option.get("choices") or []
    found.length(f"{where}.choices", choices, 0, _MAX_OPTIONS)
    for index, choice in enumerate(choices):
        check_choice(found, f"{where}.choices.{index}", choice, int(kind or STRING))
    if option.get("autocomplete") and (choices or kind not in _COMPLETABLE):
        message = "Autocomplete is for text and numbers without choices."
        found.report(f"{where}.autocomplete", "APPLICATION_COMMAND_OPTIONS_AUTOCOMPLETE_INVALID", message)
    found.between(f"{where}.min_length", option.get("min_length"), 0, 6000)
    found.between(f"{where}.max_length", option.get("max_length"), 1, 6000)


def _sizes(node: Json) -> Iterator[int]:
    """Characters of every name, description and value; of several languages the longest counts."""
    for key in ("name", "description"):
        texts = [node.get(key) or "", *(node.get(f"{key}_localizations") or {}).values()]
        yield max(len(text) for text in texts)
    if "value" in node:
        yield len(str(node["value"]))
    for key in ("options", "choices"):
        for child in node.get(key) or []:
            yield from _sizes(child)
