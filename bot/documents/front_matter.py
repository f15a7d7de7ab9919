"""Front matter: facts in YAML between two lines of dashes at the very top of a Markdown or text file."""

import json
import re
from collections.abc import Mapping
from datetime import date, datetime
from typing import Any, Final

from bot.documents.catalogue import partial_date
from bot.models import Basis, Fact, Metadata, Span

_FENCED: Final = re.compile(
    r"(?P<fence>---)[ \t]*(?:\r\n|\r|\n)(?P<yaml>.*?)(?<=[\r\n])(?P<end>---|\.\.\.)[ \t]*(?=[\r\n]|$)", re.DOTALL
)
_KEY: Final = re.compile(r"[A-Za-z_][\w-]{0,30}[ \t]*:(?:\s|$)")
# What a value in YAML begins with that is no plain text.
_MARKED: Final = frozenset("[]{}&*|>!%@`\"'#")
_LARGEST: Final = 20_000
_LONGEST: Final = 1_000
_NAMES: Final[Mapping[str, tuple[str, ...]]] = {
    "title": ("title", "headline"),
    "publisher": ("publisher", "site", "sitename", "site_name", "outlet", "publication", "source"),
    "author": ("author", "authors", "by", "byline", "creator"),
    "published": ("published", "date", "publish_date", "pubdate", "date_published", "created"),
    "anchor_date": ("anchor_date", "anchor"),
    "language": ("language", "lang"),
    "kind": ("kind", "type", "genre"),
    "note": ("note",),
}
_LANGUAGE: Final = re.compile(r"([a-zA-Z]{2,3})(?:[-_][A-Za-z0-9]{2,8})*")
_OPENING: Final = re.compile(r"(\d{4}-\d{2}-\d{2})[T ]")


def extent(text: str) -> Span | None:
    """Where the front matter of a text lies; None where it has none."""
    found = _FENCED.match(text[:_LARGEST])
    if found is None or (_load(found["yaml"]) is None and not _meant(found["yaml"])):
        return None
    return Span(0, found.end("end"))


def stated(text: str) -> Span | None:
    """Where front matter lies that states a fact: of plain text, nothing less is taken for it."""
    return None if facts(text) == Metadata() else extent(text)


def facts(text: str) -> Metadata:
    """What the front matter of a text states; nothing where it has none."""
    found = _FENCED.match(text[:_LARGEST])
    table = None if found is None else _load(found["yaml"])
    if table is None:
        return Metadata()
    known: dict[str, Any] = {}
    for fact, names in _NAMES.items():
        for name in names:
            if name in table and (value := _value(fact, table[name])):
                known[fact] = Fact(value, Basis.STATED)
                break
    return Metadata(**known)


def made(text: str) -> Metadata:
    """When the file was made, as its properties state it: published then, where nothing else says when."""
    found = _FENCED.match(text[:_LARGEST])
    table = None if found is None else _load(found["yaml"])
    day = None if table is None else _date(table.get("made"), full=False)
    return Metadata() if day is None else Metadata(published=Fact(day, Basis.STATED))


def written(known: Mapping[str, str]) -> str:
    """Facts as front matter, each value in quotation marks."""
    rows = "".join(f"{key}: {json.dumps(value, ensure_ascii=False)}\n" for key, value in known.items())
    return f"---\n{rows}---\n" if rows else ""


def _load(source: str) -> dict[str, Any] | None:
    """A mapping in YAML; None for anything else, and for anchors and aliases, which can blow up a small file."""
    import yaml  # noqa: PLC0415 - only needed where there is front matter

    class Plain(yaml.SafeLoader):
        def compose_node(self, parent: Any, index: Any) -> Any:
            if self.check_event(yaml.AliasEvent):
                raise yaml.YAMLError("aliases are not read")
            return super().compose_node(parent, index)

    try:
        table = yaml.load(source, Loader=Plain)  # noqa: S506 - a SafeLoader that reads no aliases
    except (yaml.YAMLError, ValueError, RecursionError, TypeError, AttributeError, LookupError):
        return _rows(source)
    if not isinstance(table, dict):
        return None
    return {str(key).lower(): value for key, value in table.items() if isinstance(key, str)}


def _rows(source: str) -> dict[str, Any] | None:
    """Plain rows of what is no YAML, as with a second colon ("title: Ferry: a diary"); None where any row is none."""
    table: dict[str, Any] = {}
    for row in source.splitlines():
        if not row.strip():
            continue
        key, colon, value = row.partition(":")
        if _KEY.match(row) is None or not colon:
            return None
        if (plain := value.strip()) and plain[0] not in _MARKED:
            table[key.strip().lower()] = plain
    return table or None


def _meant(source: str) -> bool:
    """Whether what cannot be read as YAML is yet plainly meant as front matter."""
    rows = [row for row in source.splitlines() if row.strip()]
    keyed = sum(_KEY.match(row) is not None for row in rows)
    return keyed * 2 > len(rows)


def _value(fact: str, value: Any) -> str | None:
    if fact in {"published", "anchor_date"}:
        return _date(value, full=fact == "anchor_date")
    if isinstance(value, list):
        value = ", ".join(name for each in value if (name := _name(each)))
    written = _name(value)
    if fact == "language" and written is not None:
        found = _LANGUAGE.fullmatch(written)
        return found[1].lower() if found else None
    return written


def _name(value: Any) -> str | None:
    if isinstance(value, dict):
        value = value.get("name") or value.get("title")
    if isinstance(value, str) and (plain := " ".join(value.split())):
        return plain[:_LONGEST]
    return str(value) if isinstance(value, int) and not isinstance(value, bool) else None


def _date(value: Any, *, full: bool) -> str | None:
    if isinstance(value, datetime):
        return value.date().isoformat()
    if isinstance(value, date):
        return value.isoformat()
    plain = str(value).strip() if isinstance(value, str | int) and not isinstance(value, bool) else ""
    if opening := _OPENING.match(plain):
        plain = opening[1]
    known = partial_date(plain)
    return None if known is None or (full and len(known) < len("2023-03-28")) else known
