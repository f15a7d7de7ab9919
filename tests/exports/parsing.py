"""Strict readers of the bibliographic formats, written from their descriptions to hold our writers against."""

import json
import re
from typing import Any, Final

import pytest

_ITEM: Final[dict[str, type]] = {
    "id": str,
    "type": str,
    "title": str,
    "author": list,
    "container-title": str,
    "publisher": str,
    "issued": dict,
    "page": str,
    "locator": str,
    "genre": str,
    "language": str,
    "note": str,
}
_COMMAND: Final = re.compile(
    r"\\(textbackslash|textbraceleft|textbraceright|textasciitilde|textasciicircum|textasciigrave|textless|textgreater"
    r"|textbar)\{\}|\\([$&%#_])"
)
_SIGNS: Final = {
    "textbackslash": "\\",
    "textbraceleft": "{",
    "textbraceright": "}",
    "textasciitilde": "~",
    "textasciicircum": "^",
    "textasciigrave": "`",
    "textless": "<",
    "textgreater": ">",
    "textbar": "|",
}


def read_bibtex(entry: str) -> tuple[str, str, dict[str, str]]:
    """The type, the key and the fields of one entry, their values still as LaTeX."""
    head = re.match(r"@([a-z]+)\{([A-Za-z0-9:._-]+),\n", entry)
    assert head is not None, entry
    fields: dict[str, str] = {}
    at = head.end()
    while entry[at] != "}":
        name = re.compile(r"  ([a-z]+) = ").match(entry, at)
        assert name is not None, entry[at:]
        assert name[1] not in fields
        at = name.end()
        if entry[at] == "{":
            end = _closing(entry, at)
            fields[name[1]] = entry[at + 1 : end]
            at = end + 1
        else:
            month = re.compile("[a-z]{3}").match(entry, at)
            assert month is not None
            fields[name[1]] = month[0]
            at = month.end()
        assert entry[at : at + 2] == ",\n"
        at += 2
    assert entry[at:] == "}\n"
    return head[1], head[2], fields


def _closing(text: str, at: int) -> int:
    """Where a brace closes; BibTeX counts every brace, whatever stands before it."""
    depth = 0
    for place in range(at, len(text)):
        depth += {"{": 1, "}": -1}.get(text[place], 0)
        if not depth:
            return place
    pytest.fail(f"a brace is left open: {text[at:]}")


def typeset(value: str) -> str:
    """What LaTeX makes of a value: its characters, commands carried out."""
    while value.startswith("{") and _closing(value, 0) == len(value) - 1:
        value = value[1:-1]
    value = value.removeprefix("{}")
    seen = _COMMAND.sub("", value)
    assert not re.search(r"[\\{}$&%#_~^`]", seen), f"{seen} is no plain text for LaTeX"
    return _COMMAND.sub(lambda found: _SIGNS[found[1]] if found[1] else found[2], value)


def read_ris(record: str) -> list[tuple[str, str]]:
    """The tags and values of one record."""
    assert record.endswith("\r\n")
    lines = record.removesuffix("\r\n").split("\r\n")
    found = []
    for line in lines:
        assert "\r" not in line
        assert "\n" not in line
        tag = re.match(r"([A-Z][A-Z0-9])  - ", line)
        assert tag is not None, line
        found.append((tag[1], line[tag.end() :]))
    assert found[0][0] == "TY"
    assert found[-1] == ("ER", "")
    tags = [tag for tag, _ in found]
    assert tags.count("TY") == tags.count("ER") == 1
    return found


def read_csl(written: str) -> dict[str, Any]:
    """The one item, held against what the schema of CSL-JSON says of the keys that we use."""
    (item,) = json.loads(written)
    assert {"id", "type"} <= set(item) <= set(_ITEM)
    for key, value in item.items():
        assert isinstance(value, _ITEM[key]), key
        assert value
    assert item["type"] in {"article-newspaper", "report", "book", "document"}
    for name in item.get("author", ()):
        assert list(name) == ["literal"]
    if "issued" in item:
        assert list(item["issued"]) == ["date-parts"]
        (parts,) = item["issued"]["date-parts"]
        assert 1 <= len(parts) <= 3
        assert all(isinstance(part, int) for part in parts)
        assert all(1 <= part <= most for part, most in zip(parts[1:], (12, 31), strict=False))
    found: dict[str, Any] = item
    return found
