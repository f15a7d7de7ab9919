"""Each limit has an example that breaks it, and one that just keeps it."""

from typing import Any, Final

import pytest

from tests.loopback import Violation, schema
from tests.loopback.rules import (
    COMPONENTS_V2,
    EPHEMERAL,
    MessageContext,
    check_choices,
    check_message,
    check_modal,
)
from tests.loopback.rules_commands import check_command, check_counts

Json = dict[str, Any]
_MENTIONS: Final[Json] = {"allowed_mentions": {"parse": []}}


def _codes(found: list[Violation]) -> set[str]:
    return {violation.code for violation in found}


def _plain(**data: Any) -> Json:
    return {"content": "hello", **_MENTIONS, **data}


def _layout(*components: Json) -> Json:
    return {"flags": COMPONENTS_V2, "components": list(components), **_MENTIONS}


def _text(content: str = "text") -> Json:
    return {"type": 10, "content": content}


def _button(**fields: Any) -> Json:
    return {"type": 2, "style": 2, "label": "go", "custom_id": "go", **fields}


def _row(*inner: Json) -> Json:
    return {"type": 1, "components": list(inner)}


def _select(**fields: Any) -> Json:
    return {"type": 3, "custom_id": "menu", "options": [{"label": "a", "value": "a"}], **fields}


def _buttons(count: int) -> list[Json]:
    return [_button(custom_id=f"b{number}") for number in range(count)]


def _box(*inner: Json) -> Json:
    return {"type": 17, "components": list(inner)}


def _section(*inner: Json, accessory: Json | None = None) -> Json:
    return {"type": 9, "components": list(inner), "accessory": accessory or _button()}


def _options(count: int) -> list[Json]:
    return [{"label": f"o{number}", "value": f"o{number}"} for number in range(count)]


_GOOD: Final[dict[str, Json]] = {
    "content of 2,000": _plain(content="x" * 2000),
    "ten embeds of 6,000 in all": _plain(embeds=[{"description": "x" * 600}] * 10),
    "private": _plain(flags=EPHEMERAL),
    "25 buttons in 5 rows": _plain(components=[_row(*_buttons(25)[five : five + 5]) for five in range(0, 25, 5)]),
    "40 components": _layout(*[_text() for _ in range(40)]),
    "4,000 characters": _layout(_text("x" * 2000), _box(_text("x" * 2000))),
    "a menu of 25": _layout(_row(_select(options=_options(25), max_values=25))),
    "custom_id of 100": _layout(_row(_button(custom_id="x" * 100))),
    "label of 80": _layout(_row(_button(label="x" * 80))),
    "emoji only": _layout(_row(_button(label=None, emoji={"name": "▶"}))),
    "a link": _layout(_row({"type": 2, "style": 5, "label": "source", "url": "https://example.org/"})),
    "everything in a container": _layout(
        _box(_text(), _section(_text(), _text()), {"type": 14, "spacing": 2}, _row(_button(custom_id="other")))
    ),
    "a picture of the web": _layout({"type": 12, "items": [{"media": {"url": "https://example.org/a.png"}}]}),
}

_BAD: Final[dict[str, tuple[Json, str]]] = {
    "content of 2,001": (_plain(content="x" * 2001), "BASE_TYPE_MAX_LENGTH"),
    "nothing": (dict(_MENTIONS), "MESSAGE_EMPTY"),
    "white space": (_plain(content=" \n"), "MESSAGE_EMPTY"),
    "no allowed_mentions": ({"content": "hello"}, "VERBATIM_MENTIONS"),
    "everyone may be mentioned": (_plain(allowed_mentions={"parse": ["everyone"]}), "VERBATIM_MENTIONS"),
    "no parse list": (_plain(allowed_mentions={}), "VERBATIM_MENTIONS"),
    "one user may be mentioned": (_plain(allowed_mentions={"parse": [], "users": ["1"]}), "VERBATIM_MENTIONS"),
    "a flag that no bot sets": (_plain(flags=1 << 7), "MESSAGE_FLAGS_INVALID"),
    "eleven embeds": (_plain(embeds=[{"title": "x"}] * 11), "BASE_TYPE_MAX_LENGTH"),
    "embed title": (_plain(embeds=[{"title": "x" * 257}]), "BASE_TYPE_MAX_LENGTH"),
    "embed description": (_plain(embeds=[{"description": "x" * 4097}]), "BASE_TYPE_MAX_LENGTH"),
    "embed footer": (_plain(embeds=[{"footer": {"text": "x" * 2049}}]), "BASE_TYPE_MAX_LENGTH"),
    "embed author": (_plain(embeds=[{"author": {"name": "x" * 257}}]), "BASE_TYPE_MAX_LENGTH"),
    "26 fields": (_plain(embeds=[{"fields": [{"name": "n", "value": "v"}] * 26}]), "BASE_TYPE_MAX_LENGTH"),
    "field name": (_plain(embeds=[{"fields": [{"name": "x" * 257, "value": "v"}]}]), "BASE_TYPE_BAD_LENGTH"),
    "field without value": (_plain(embeds=[{"fields": [{"name": "n", "value": ""}]}]), "BASE_TYPE_BAD_LENGTH"),
    "field value": (_plain(embeds=[{"fields": [{"name": "n", "value": "x" * 1025}]}]), "BASE_TYPE_BAD_LENGTH"),
    "6,001 in embeds": (
        _plain(embeds=[{"description": "x" * 3001}, {"title": "x", "description": "x" * 2999}]),
        "MAX_EMBED_SIZE_EXCEEDED",
    ),
    "content beside V2": (_layout(_text()) | {"content": "x"}, "MESSAGE_CANNOT_USE_LEGACY_FIELDS_WITH_COMPONENTS_V2"),
    "embeds beside V2": (
        _layout(_text()) | {"embeds": [{"title": "x"}]},
        "MESSAGE_CANNOT_USE_LEGACY_FIELDS_WITH_COMPONENTS_V2",
    ),
    "V2 without its flag": (_plain(components=[_text()]), "UNION_TYPE_CHOICES"),
    "six rows": (
        _plain(components=[_row(_button(custom_id=f"{number}")) for number in range(6)]),
        "BASE_TYPE_MAX_LENGTH",
    ),
    "41 components": (_layout(*[_text() for _ in range(41)]), "COMPONENT_MAX_TOTAL_COMPONENTS_EXCEEDED"),
    "41 nested": (_layout(_box(*[_text() for _ in range(40)])), "COMPONENT_MAX_TOTAL_COMPONENTS_EXCEEDED"),
    "41 with accessories": (
        _layout(*[_section(_text(), accessory=_button(custom_id=f"{n}")) for n in range(13)], _text(), _text()),
        "COMPONENT_MAX_TOTAL_COMPONENTS_EXCEEDED",
    ),
    "4,001 characters": (_layout(_text("x" * 2000), _box(_text("x" * 2001))), "COMPONENT_MAX_TOTAL_TEXT_EXCEEDED"),
    "empty text": (_layout(_text("")), "BASE_TYPE_BAD_LENGTH"),
    "blank text": (_layout(_text(" ")), "BASE_TYPE_REQUIRED"),
    "no custom_id": (_layout(_row(_button(custom_id=""))), "BASE_TYPE_BAD_LENGTH"),
    "custom_id of 101": (_layout(_row(_button(custom_id="x" * 101))), "BASE_TYPE_BAD_LENGTH"),
    "custom_id twice": (_layout(_row(_button()), _box(_row(_button()))), "COMPONENT_CUSTOM_ID_DUPLICATED"),
    "id twice": (_layout(_text() | {"id": 7}, _text() | {"id": 7}), "COMPONENT_ID_DUPLICATED"),
    "six buttons": (_layout(_row(*_buttons(6))), "BASE_TYPE_BAD_LENGTH"),
    "empty row": (_layout(_row()), "BASE_TYPE_BAD_LENGTH"),
    "label of 81": (_layout(_row(_button(label="x" * 81))), "BASE_TYPE_MAX_LENGTH"),
    "no label": (_layout(_row(_button(label=""))), "BUTTON_COMPONENT_INVALID_LABEL"),
    "no style": (_layout(_row(_button(style=7))), "NUMBER_TYPE_RANGE"),
    "address on a button": (_layout(_row(_button(url="https://example.org"))), "BUTTON_COMPONENT_URL_NOT_ALLOWED"),
    "link with custom_id": (
        _layout(_row(_button(style=5, url="https://example.org"))),
        "BUTTON_COMPONENT_CUSTOM_ID_URL_MUTUALLY_EXCLUSIVE",
    ),
    "odd link": (_layout(_row({"type": 2, "style": 5, "label": "x", "url": "file:///x"})), "URL_TYPE_INVALID_SCHEME"),
    "menu beside a button": (_layout(_row(_select(), _button())), "COMPONENT_LAYOUT_WIDTH_EXCEEDED"),
    "menu of 26": (_layout(_row(_select(options=_options(26)))), "BASE_TYPE_BAD_LENGTH"),
    "empty menu": (_layout(_row(_select(options=[]))), "BASE_TYPE_BAD_LENGTH"),
    "option label": (_layout(_row(_select(options=[{"label": "x" * 101, "value": "a"}]))), "BASE_TYPE_BAD_LENGTH"),
    "option value": (_layout(_row(_select(options=[{"label": "a", "value": "x" * 101}]))), "BASE_TYPE_BAD_LENGTH"),
    "option twice": (_layout(_row(_select(options=_options(1) * 2))), "SELECT_COMPONENT_OPTION_VALUE_DUPLICATED"),
    "two defaults": (
        _layout(_row(_select(options=[option | {"default": True} for option in _options(2)]))),
        "SELECT_COMPONENT_TOO_MANY_DEFAULT_VALUES",
    ),
    "more at least than at most": (_layout(_row(_select(min_values=2))), "SELECT_COMPONENT_MIN_OVER_MAX"),
    "placeholder": (_layout(_row(_select(placeholder="x" * 151))), "BASE_TYPE_MAX_LENGTH"),
    "button outside a row": (_layout(_button()), "UNION_TYPE_CHOICES"),
    "text in a row": (_layout(_row(_text())), "UNION_TYPE_CHOICES"),
    "container in a container": (_layout(_box(_box(_text()))), "UNION_TYPE_CHOICES"),
    "empty container": (_layout(_box()), "BASE_TYPE_BAD_LENGTH"),
    "odd colour": (_layout(_box(_text()) | {"accent_color": 1 << 24}), "NUMBER_TYPE_RANGE"),
    "section of four": (_layout(_section(*[_text()] * 4)), "BASE_TYPE_BAD_LENGTH"),
    "section with a row": (_layout(_section(_row(_button(custom_id="x")))), "UNION_TYPE_CHOICES"),
    "section without accessory": (_layout({"type": 9, "components": [_text()]}), "BASE_TYPE_REQUIRED"),
    "odd separator": (_layout({"type": 14, "spacing": 3}), "NUMBER_TYPE_RANGE"),
    "eleven pictures": (
        _layout({"type": 12, "items": [{"media": {"url": "https://example.org/a.png"}}] * 11}),
        "BASE_TYPE_BAD_LENGTH",
    ),
    "missing file": (
        _layout({"type": 13, "file": {"url": "attachment://a.txt"}}),
        "UNFURLED_MEDIA_ITEM_REFERENCED_ATTACHMENT_NOT_FOUND",
    ),
    "file of the web": (_layout({"type": 13, "file": {"url": "https://example.org/a"}}), "URL_TYPE_INVALID_SCHEME"),
    "unknown attachment": (_plain(attachments=[{"id": 3}]), "ATTACHMENT_NOT_FOUND"),
    "components are no list": (_plain(components={}), "LIST_TYPE_CONVERT"),
}


@pytest.mark.parametrize("name", _GOOD)
def test_what_keeps_the_limits_passes(name: str) -> None:
    assert check_message(_GOOD[name], MessageContext()) == []


@pytest.mark.parametrize("name", _GOOD)
def test_what_keeps_the_limits_fits_discords_own_description(name: str) -> None:
    assert schema.check_callback({"type": 4, "data": _GOOD[name]}) == []


@pytest.mark.parametrize("name", _BAD)
def test_what_breaks_a_limit_is_found(name: str) -> None:
    data, code = _BAD[name]
    assert code in _codes(check_message(data, MessageContext()))


def test_files_are_listed_shown_and_not_too_large() -> None:
    context = MessageContext(files={"0": ("a.txt", 10)}, kept={"77": "old.txt"}, size_limit=10)
    shown = _layout(
        {"type": 13, "file": {"url": "attachment://a.txt"}}, {"type": 13, "file": {"url": "attachment://old.txt"}}
    )
    assert check_message(shown | {"attachments": [{"id": 0}, {"id": 77}]}, context) == []
    assert "VERBATIM_FILE_HIDDEN" in _codes(check_message(_layout(_text()), context))
    dropped = check_message(shown | {"attachments": [{"id": 0}]}, context)
    assert "UNFURLED_MEDIA_ITEM_REFERENCED_ATTACHMENT_NOT_FOUND" in _codes(dropped)
    large = MessageContext(files={"0": ("a.txt", 11)}, size_limit=10)
    assert _codes(check_message(_plain(), large)) == {"FILE_TOO_LARGE"}


def test_an_edit_may_be_empty_but_keeps_the_kind_of_its_message() -> None:
    context = MessageContext("data", editing=True, flags=COMPONENTS_V2)
    assert check_message(dict(_MENTIONS), context) == []
    assert check_message({"components": [_text()], **_MENTIONS}, context) == []
    found = check_message(_plain(), context)
    assert [violation.where for violation in found] == ["data.content"]


@pytest.mark.parametrize(
    ("choices", "option_type", "code"),
    [
        ([{"name": "n", "value": "v"}] * 26, 3, "BASE_TYPE_MAX_LENGTH"),
        ([{"name": "x" * 101, "value": "v"}], 3, "BASE_TYPE_BAD_LENGTH"),
        ([{"name": "", "value": "v"}], 3, "BASE_TYPE_BAD_LENGTH"),
        ([{"name": "n", "value": "x" * 101}], 3, "BASE_TYPE_BAD_LENGTH"),
        ([{"name": "n", "value": ""}], 3, "BASE_TYPE_BAD_LENGTH"),
        ([{"name": "n", "value": "1"}], 4, "NUMBER_TYPE_COERCE"),
        ([{"name": "n", "value": True}], 10, "NUMBER_TYPE_COERCE"),
        (None, 3, "BASE_TYPE_REQUIRED"),
    ],
)
def test_suggestions(choices: list[Json] | None, option_type: int, code: str) -> None:
    assert _codes(check_choices({"choices": choices}, option_type)) == {code}
    good = [{"name": "x" * 100, "value": "v" * 100}] * 25
    assert check_choices({"choices": good}) == []
    assert check_choices({"choices": []}) == []


def test_modals() -> None:
    field = {"type": 18, "label": "word", "component": {"type": 4, "custom_id": "word", "style": 1}}
    modal = {"title": "Which?", "custom_id": "which", "components": [field]}
    assert check_modal(modal) == []
    assert "BASE_TYPE_BAD_LENGTH" in _codes(check_modal(modal | {"title": "x" * 46}))
    assert "BASE_TYPE_BAD_LENGTH" in _codes(check_modal(modal | {"components": []}))
    assert "UNION_TYPE_CHOICES" in _codes(check_modal(modal | {"components": [_button()]}))


def _command(*options: Json, **fields: Any) -> Json:
    return {"name": "quote", "description": "Finds it", "type": 1, "options": list(options), **fields}


def _option(**fields: Any) -> Json:
    return {"type": 3, "name": "text", "description": "words", **fields}


@pytest.mark.parametrize("name", ["quote", "find-it", "सर्च", "ค้นหา", "привет", "a_1"])
def test_names_of_commands(name: str) -> None:
    assert check_command(_command(name=name)) == []


@pytest.mark.parametrize(
    ("command", "code"),
    [
        (_command(name="Quote"), "APPLICATION_COMMAND_INVALID_NAME"),
        (_command(name="quo te"), "APPLICATION_COMMAND_INVALID_NAME"),
        (_command(name="x" * 33), "BASE_TYPE_BAD_LENGTH"),
        (_command(description=""), "BASE_TYPE_BAD_LENGTH"),
        (_command(description="x" * 101), "BASE_TYPE_BAD_LENGTH"),
        (_command(*[_option(name=f"o{number}") for number in range(26)]), "BASE_TYPE_MAX_LENGTH"),
        (_command(_option(name="Text")), "APPLICATION_COMMAND_INVALID_NAME"),
        (_command(_option(), _option()), "APPLICATION_COMMAND_OPTIONS_NAME_ALREADY_EXISTS"),
        (_command(_option(), _option(name="b", required=True)), "APPLICATION_COMMAND_OPTIONS_REQUIRED_INVALID"),
        (_command(_option(choices=[{"name": "n", "value": "v"}] * 26)), "BASE_TYPE_MAX_LENGTH"),
        (_command(_option(choices=[{"name": "n", "value": "x" * 101}])), "BASE_TYPE_BAD_LENGTH"),
        (_command(_option(choices=[{"name": "x" * 101, "value": "v"}])), "BASE_TYPE_BAD_LENGTH"),
        (_command(_option(type=5, autocomplete=True)), "APPLICATION_COMMAND_OPTIONS_AUTOCOMPLETE_INVALID"),
        (_command(_option(type=12)), "NUMBER_TYPE_RANGE"),
        (_command(_option(type=1), _option(name="b")), "APPLICATION_COMMAND_OPTIONS_TYPE_INVALID"),
        (_command(_option(type=1, options=[_option(type=1)])), "APPLICATION_COMMAND_OPTIONS_TYPE_INVALID"),
        (_command(contexts=[3]), "BASE_TYPE_CHOICES"),
        (_command(integration_types=[]), "BASE_TYPE_CHOICES"),
        ({"name": "Check", "type": 3, "description": "x"}, "APPLICATION_COMMAND_CONTEXT_MENU"),
        (
            _command(
                *[_option(name=f"o{n}", choices=[{"name": "n" * 100, "value": "v" * 100}] * 25) for n in range(2)]
            ),
            "APPLICATION_COMMAND_TOO_LARGE",
        ),
    ],
)
def test_limits_of_commands(command: Json, code: str) -> None:
    assert code in _codes(check_command(command))


def test_nested_commands_and_menus_pass() -> None:
    group = _option(type=2, name="group", options=[_option(type=1, name="sub", options=[_option(required=True)])])
    assert check_command(_command(group)) == []
    assert check_command({"name": "Check this quote", "type": 3}) == []


def test_counts_of_commands() -> None:
    assert check_counts([_command(name=f"c{number}") for number in range(100)]) == []
    assert _codes(check_counts([_command(name=f"c{number}") for number in range(101)])) == {
        "APPLICATION_COMMANDS_MAX_EXCEEDED"
    }
    assert _codes(check_counts([{"name": f"m{number}", "type": 3} for number in range(16)])) == {
        "APPLICATION_COMMANDS_MAX_EXCEEDED"
    }
    assert _codes(check_counts([_command(), _command()])) == {"APPLICATION_COMMANDS_DUPLICATE_NAME"}
