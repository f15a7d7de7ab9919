"""The catalogue: facts about files that a curator wrote down in `catalogue.toml`, found by SHA-256 or by name."""

import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any, Final, Self

from bot.errors import BadDocumentError
from bot.models import Basis, Fact, Metadata, Original

_FACTS: Final = ("title", "publisher", "author", "published", "anchor_date", "language", "kind", "note")
_KEYS: Final = ("sha256", "file", *_FACTS, "digest_of")
_SHA256: Final = re.compile(r"[0-9a-f]{64}")
_LANGUAGE: Final = re.compile(r"[a-z]{2,3}(-[A-Za-z0-9]{2,8})*")
_PARTIAL: Final = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?")


@dataclass(frozen=True, slots=True)
class Entry:
    """One `[[document]]` table, checked."""

    facts: Mapping[str, str]
    sha256: str | None = None
    file: str | None = None
    digest_of: str | None = None


@dataclass(frozen=True, slots=True)
class Catalogue:
    """What is known of files before they are read. Entries by SHA-256 go before entries by name."""

    by_sha256: Mapping[str, Entry] = field(default_factory=dict)
    by_file: Mapping[str, Entry] = field(default_factory=dict)

    @classmethod
    def parse(cls, text: str, file: str) -> Self:
        """Read a `catalogue.toml`.

        Args:
            text: Its content.
            file: Its name, for the messages.

        Raises:
            BadDocumentError: It is no TOML, or a key or value is not one of a catalogue's; names table and key.
        """
        try:
            tables = tomllib.loads(text)
        except (tomllib.TOMLDecodeError, RecursionError) as error:
            raise BadDocumentError(f"{file} is no valid TOML: {error}.") from error
        for key in tables:
            if key != "document":
                raise BadDocumentError(f"{file}: the table {key!r} is unknown. Write [[document]] tables.")
        listed = tables.get("document", [])
        if not isinstance(listed, list):
            raise BadDocumentError(f"{file}: write [[document]] in double brackets.")
        by_sha256: dict[str, Entry] = {}
        by_file: dict[str, Entry] = {}
        for number, table in enumerate(listed, start=1):
            entry = _entry(table, f"{file}, document {number}")
            for known, name in ((by_sha256, entry.sha256), (by_file, entry.file)):
                if name is not None and known.setdefault(name, entry) is not entry:
                    raise BadDocumentError(f"{file}, document {number}: {name!r} is listed twice.")
        return cls(by_sha256, by_file)

    def merged(self, other: Self) -> Self:
        """Both catalogues; where they speak of the same file, this one's entry holds."""
        return type(self)({**other.by_sha256, **self.by_sha256}, {**other.by_file, **self.by_file})

    def lookup(self, sha256: str, file: str) -> Metadata | None:
        """What is known of a file, each fact with basis `curator`; None where it is not listed.

        Args:
            sha256: That of the file's bytes, in hexadecimal.
            file: Its name; a path is matched by its last part too.
        """
        name = file.replace("\\", "/").rsplit("/", 1)[-1]
        entry = self.by_sha256.get(sha256.lower()) or self.by_file.get(file) or self.by_file.get(name)
        if entry is None or (entry.sha256 is not None and entry.sha256 != sha256.lower()):
            return None
        facts = {key: Fact(value, Basis.CURATOR) for key, value in entry.facts.items()}
        return Metadata(**facts, digest_of=self._original(entry))

    def _original(self, entry: Entry) -> Original | None:
        if entry.digest_of is None:
            return None
        known = self.by_sha256.get(entry.digest_of)
        facts: Mapping[str, str] = {} if known is None else known.facts
        title = facts.get("title", f"a text with SHA-256 {entry.digest_of[:12]}")
        return Original(entry.digest_of, title, facts.get("publisher"), facts.get("published"))


def _entry(table: Any, place: str) -> Entry:
    if not isinstance(table, dict):
        raise BadDocumentError(f"{place}: write a table of keys and values.")
    for key in table:
        if key not in _KEYS:
            raise BadDocumentError(f"{place}: the key {key!r} is unknown. Known are {', '.join(_KEYS)}.")
    if "sha256" not in table and "file" not in table:
        raise BadDocumentError(f"{place}: neither 'sha256' nor 'file' says which file is meant.")
    facts = {key: _fact(table[key], key, place) for key in _FACTS if key in table}
    return Entry(
        facts,
        sha256=_digest(table, "sha256", place),
        file=_text(table["file"], "file", place) if "file" in table else None,
        digest_of=_digest(table, "digest_of", place),
    )


def _fact(value: Any, key: str, place: str) -> str:
    if key == "published":
        return _partial_date(value, key, place)
    if key == "anchor_date":
        written = _partial_date(value, key, place)
        if len(written) != len("2023-03-28"):
            raise BadDocumentError(f"{place}: {key!r} is {written!r}. Write a full date, as in 2023-03-28.")
        return written
    text = _text(value, key, place)
    if key == "language" and not _LANGUAGE.fullmatch(text):
        raise BadDocumentError(f"{place}: {key!r} is {text!r}. Write an ISO 639-1 code, as in en.")
    return text


def _text(value: Any, key: str, place: str) -> str:
    if not isinstance(value, str) or not value.strip():
        raise BadDocumentError(f"{place}: {key!r} is {value!r}. Write a text in quotation marks.")
    return " ".join(value.split())


def _digest(table: Mapping[str, Any], key: str, place: str) -> str | None:
    if key not in table:
        return None
    text = _text(table[key], key, place).lower()
    if not _SHA256.fullmatch(text):
        raise BadDocumentError(f"{place}: {key!r} is {text!r}. Write a SHA-256 as 64 hexadecimal digits.")
    return text


def _partial_date(value: Any, key: str, place: str) -> str:
    if isinstance(value, datetime):
        return value.date().isoformat()
    if isinstance(value, date):
        return value.isoformat()
    written = str(value).strip() if isinstance(value, str | int) and not isinstance(value, bool) else ""
    if (known := partial_date(written)) is None:
        raise BadDocumentError(f"{place}: {key!r} is {value!r}. Write a date as in 2023, 2023-03 or 2023-03-28.")
    return known


def partial_date(text: str) -> str | None:
    """An ISO date that may lack day or month, as it is written; None where it is none or no day of the calendar."""
    if (found := _PARTIAL.fullmatch(text)) is None:
        return None
    try:
        date(int(found[1]), int(found[2] or 1), int(found[3] or 1))
    except ValueError:
        return None
    return text
