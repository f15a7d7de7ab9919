"""Discord's limits on what a bot sends, checked one by one; DESIGN.md section 8 lists them.

Every function takes a payload as sent and gives back what it breaks. Two rules are this project's own: mentions must be
switched off in every message, and a file of a Components V2 message must be shown by a component.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Final

from tests.loopback.errors import Findings, Json, Violation
from tests.loopback.rules_components import TreeCheck
from tests.loopback.rules_embeds import check_embeds

EPHEMERAL: Final = 1 << 6
LOADING: Final = 1 << 7
COMPONENTS_V2: Final = 1 << 15
_SETTABLE_FLAGS: Final = 1 << 2 | EPHEMERAL | 1 << 12 | 1 << 13 | COMPONENTS_V2
_LEGACY: Final = ("content", "embeds", "poll", "sticker_ids", "stickers")
_OPTION_STRING, _OPTION_INTEGER, _OPTION_NUMBER = 3, 4, 10


@dataclass(frozen=True, slots=True)
class MessageContext:
    """What else decides whether a message is allowed: the message it edits, its files, where it stands in the body."""

    where: str = ""
    editing: bool = False
    flags: int = 0
    kept: Mapping[str, str] = field(default_factory=dict)
    files: Mapping[str, tuple[str, int]] = field(default_factory=dict)
    size_limit: int = 10_485_760

    def at(self, name: str) -> str:
        """The path of a field."""
        return f"{self.where}.{name}" if self.where else name


def check_message(data: Json, context: MessageContext) -> list[Violation]:
    """Check a message or an edit of one.

    Args:
        data: The payload.
        context: `kept` maps ids of attachments that the message has to their names, `files` the index of each uploaded
            file to its name and size.
    """
    found = Findings()
    flags = int(data.get("flags") or 0) | (context.flags & COMPONENTS_V2)
    if flags & ~(_SETTABLE_FLAGS | context.flags):
        found.report(context.at("flags"), "MESSAGE_FLAGS_INVALID", f"Flags {flags:#x} cannot all be set.")
    found.length(context.at("content"), data.get("content"), 0, 2000)
    check_embeds(found, context.at("embeds"), data.get("embeds"))
    _mentions(found, context.at("allowed_mentions"), data.get("allowed_mentions"))
    names = _attachments(found, data, context)
    tree = TreeCheck(found, v2=bool(flags & COMPONENTS_V2), names=names)
    tree.check(context.at("components"), data.get("components"))
    if flags & COMPONENTS_V2:
        _no_legacy(found, data, context)
        _files_shown(found, context, tree)
    if not context.editing:
        _not_empty(found, data, context)
    return found


def _mentions(found: Findings, where: str, allowed: Any) -> None:
    if not isinstance(allowed, dict):
        found.report(where, "VERBATIM_MENTIONS", "Must be present: without it Discord parses every mention.")
        return
    if allowed.get("parse") != [] or any(allowed.get(key) for key in ("users", "roles", "replied_user")):
        found.report(where, "VERBATIM_MENTIONS", f"Must let nothing be mentioned, not {allowed}.")


def _attachments(found: Findings, data: Json, context: MessageContext) -> set[str]:
    """Check the files; gives back the names that `attachment://` may refer to."""
    listed = data.get("attachments")
    names = {name for name, _ in context.files.values()}
    total = sum(size for _, size in context.files.values())
    if total > context.size_limit:
        found.report(context.at("attachments"), "FILE_TOO_LARGE", f"{total} bytes; at most {context.size_limit}.")
    if listed is None:
        return names | set(context.kept.values())
    found.length(context.at("attachments"), listed, 0, 10)
    for index, attachment in enumerate(listed):
        where = context.at(f"attachments.{index}")
        key = str(attachment.get("id"))
        if key in context.kept:
            names.add(context.kept[key])
        elif key not in context.files:
            found.report(f"{where}.id", "ATTACHMENT_NOT_FOUND", f"No file files[{key}] was sent and none has this id.")
        found.length(f"{where}.description", attachment.get("description"), 0, 1024)
    return names


def _no_legacy(found: Findings, data: Json, context: MessageContext) -> None:
    for name in _LEGACY:
        if data.get(name):
            found.report(
                context.at(name),
                "MESSAGE_CANNOT_USE_LEGACY_FIELDS_WITH_COMPONENTS_V2",
                f"The '{name}' field cannot be used when using MessageFlags.IS_COMPONENTS_V2",
            )


def _files_shown(found: Findings, context: MessageContext, tree: TreeCheck) -> None:
    for index, (name, _) in context.files.items():
        if name not in tree.shown:
            found.report(
                context.at(f"attachments.{index}"),
                "VERBATIM_FILE_HIDDEN",
                f"No component shows {name}, so nobody would see it.",
            )


def _not_empty(found: Findings, data: Json, context: MessageContext) -> None:
    text = data.get("content")
    has_text = isinstance(text, str) and text.strip()
    if not has_text and not any(data.get(key) for key in ("embeds", "components", "poll")) and not context.files:
        found.report(context.at("content"), "MESSAGE_EMPTY", "Cannot send an empty message")


def check_choices(data: Json, option_type: int = _OPTION_STRING) -> list[Violation]:
    """Check the answer to an autocomplete interaction for an option of that type."""
    found = Findings()
    choices = data.get("choices")
    if not isinstance(choices, list):
        found.report("data.choices", "BASE_TYPE_REQUIRED", "This field is required")
        return found
    found.length("data.choices", choices, 0, 25)
    for index, choice in enumerate(choices):
        check_choice(found, f"data.choices.{index}", choice, option_type)
    return found


def check_choice(found: Findings, where: str, choice: Json, option_type: int) -> None:
    """Check one choice: name and value of 1 to 100 characters, or a number where the option is one."""
    found.length(f"{where}.name", choice.get("name"), 1, 100)
    value = choice.get("value")
    if option_type == _OPTION_STRING:
        found.length(f"{where}.value", value, 1, 100)
    elif option_type == _OPTION_INTEGER and (not isinstance(value, int) or isinstance(value, bool)):
        found.report(f"{where}.value", "NUMBER_TYPE_COERCE", f"{value!r} is not an integer.")
    elif option_type == _OPTION_NUMBER and (not isinstance(value, int | float) or isinstance(value, bool)):
        found.report(f"{where}.value", "NUMBER_TYPE_COERCE", f"{value!r} is not a number.")


def check_modal(data: Json) -> list[Violation]:
    """Check a modal: its title, custom_id and one to five components."""
    found = Findings()
    found.length("data.title", data.get("title"), 1, 45)
    found.length("data.custom_id", data.get("custom_id"), 1, 100)
    components = data.get("components")
    found.length("data.components", components, 1, 5)
    TreeCheck(found, v2=True, modal=True, names=set()).check("data.components", components)
    return found
