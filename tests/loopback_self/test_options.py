"""How what a user types becomes the options of an interaction."""

from typing import Any

import pytest

from tests.loopback import Channel, LoopbackDiscord, LoopbackError, Person
from tests.loopback.options import autocomplete_data, slash_data
from tests.loopback.registry import Registry
from tests.loopback.world import Place

_TEXT: dict[str, Any] = {"type": 3, "description": "x"}


@pytest.fixture
def registry() -> Registry:
    """One command with every type of option, one with sub-commands."""
    registry = LoopbackDiscord().registry
    options = [
        _TEXT | {"name": "text", "required": True, "min_length": 2},
        _TEXT | {"name": "from", "autocomplete": True},
        _TEXT | {"name": "length", "choices": [{"name": "Short", "value": "short"}]},
        _TEXT | {"name": "whole", "type": 4, "min_value": 1},
        _TEXT | {"name": "share", "type": 10, "autocomplete": True},
        _TEXT | {"name": "private", "type": 5},
        _TEXT | {"name": "who", "type": 6},
        _TEXT | {"name": "where", "type": 7},
    ]
    registry.create({"name": "all", "description": "x", "options": options})
    add = _TEXT | {"type": 1, "name": "add", "options": [_TEXT | {"name": "title", "autocomplete": True}]}
    group = _TEXT | {"type": 2, "name": "document", "options": [add]}
    registry.create({"name": "corpus", "description": "x", "options": [group]})
    return registry


def _slash(registry: Registry, spoken: str, **values: Any) -> dict[str, Any]:
    return slash_data(registry, spoken, Place(0, "1"), 0, values)


def test_options_travel_with_their_types_and_what_they_refer_to(registry: Registry) -> None:
    person, channel = Person("7", "ana"), Channel("8", "news")
    data = _slash(registry, "all", text="ab", from_="2023", private=True, share=1, who=person, where=channel)
    sent = {option["name"]: (option["type"], option["value"]) for option in data["options"]}
    assert sent == {
        "text": (3, "ab"),
        "from": (3, "2023"),
        "private": (5, True),
        "share": (10, 1),
        "who": (6, "7"),
        "where": (7, "8"),
    }
    assert data["resolved"]["users"]["7"]["username"] == "ana"
    assert data["resolved"]["channels"]["8"]["name"] == "news"


def test_sub_commands_are_nested(registry: Registry) -> None:
    data = _slash(registry, "corpus document add", title="x")
    assert data["options"][0]["name"] == "document"
    assert data["options"][0]["options"][0]["options"] == [{"name": "title", "type": 3, "value": "x"}]
    place = Place(0, "1")
    completing, kind = autocomplete_data(registry, "corpus document add", place, 0, focused="title", values={})
    focused = completing["options"][0]["options"][0]["options"][0]
    assert (kind, focused["value"], focused["focused"]) == (3, "", True)


@pytest.mark.parametrize(
    ("spoken", "values", "complaint"),
    [
        ("all", {"text": "a"}, "between 2 and 6000"),
        ("all", {"text": "ab", "length": "long"}, "is one of"),
        ("all", {"text": "ab", "whole": 0}, "between 1 and None"),
        ("all", {"text": "ab", "whole": True}, "cannot be typed"),
        ("all", {"text": "ab", "private": 1}, "cannot be typed"),
        ("all", {"text": "ab", "who": "ana"}, "cannot be typed"),
        ("corpus", {}, "choose one of the sub-commands"),
        ("corpus document", {"title": "x"}, "choose one of the sub-commands"),
        ("corpus document remove", {}, "no sub-command"),
    ],
)
def test_what_cannot_be_typed(registry: Registry, spoken: str, values: dict[str, Any], complaint: str) -> None:
    with pytest.raises(LoopbackError, match=complaint):
        _slash(registry, spoken, **values)


def test_type_of_a_completed_number(registry: Registry) -> None:
    place = Place(0, "1")
    data, kind = autocomplete_data(registry, "all", place, 0, focused="share", values={"share": "0.", "text": "ab"})
    assert kind == 10
    assert [option["value"] for option in data["options"]] == ["0.", "ab"]
    with pytest.raises(LoopbackError, match="no option"):
        autocomplete_data(registry, "all", place, 0, focused="share", values={"other": "x"})
