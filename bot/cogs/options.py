"""What was filled in, held against what the command asks for: Discord's own checks, made once more on this side."""

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, Any, Final

from discord import AppCommandOptionType, app_commands

if TYPE_CHECKING:
    from bot.cogs.sending import Asked

_TYPES: Final[Mapping[AppCommandOptionType, type]] = {
    AppCommandOptionType.string: str,
    AppCommandOptionType.boolean: bool,
    AppCommandOptionType.integer: int,
}
_NESTING: Final = (AppCommandOptionType.subcommand.value, AppCommandOptionType.subcommand_group.value)


def readable(interaction: "Asked") -> bool:
    """Whether every option has a value of its type and, where it has choices, one of them.

    A half-typed value of an autocomplete need be none of the choices.
    """
    command = interaction.command
    if not isinstance(command, app_commands.Command):
        return True
    known = {parameter.display_name: parameter for parameter in command.parameters}
    return all(
        (parameter := known.get(option.get("name", ""))) is None or _fits(parameter, option)
        for option in _options(interaction.data)
    )


def _fits(parameter: app_commands.Parameter, option: Mapping[str, Any]) -> bool:
    value = option.get("value")
    if type(value) is not _TYPES.get(parameter.type, type(value)):
        return False
    return not parameter.choices or option.get("focused") is True or value in {each.value for each in parameter.choices}


def _options(data: object) -> Iterator[Mapping[str, Any]]:
    """The options that were filled in, those of a sub-command too."""
    options = data.get("options") if isinstance(data, dict) else None
    for option in options if isinstance(options, list) else []:
        if option.get("type") in _NESTING:
            yield from _options(option)
        else:
            yield option
