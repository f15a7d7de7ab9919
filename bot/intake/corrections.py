"""Facts that a curator sets by hand, and what goes before what when a document is derived anew."""

import re
import unicodedata
from collections.abc import Mapping
from dataclasses import fields
from datetime import date
from typing import Final

from bot.documents.dates.values import parse_edtf
from bot.errors import BadDateError, BadRequestError
from bot.models import Basis, Fact, Format, Metadata

FIELDS: Final = tuple(each.name for each in fields(Metadata) if each.name != "digest_of")
_LONGEST: Final = 1_000  # characters; a fact is a line, not a text
_NO_TEXT: Final = frozenset({"Cc", "Cs"})
_LANGUAGE: Final = re.compile(r"[a-z]{2,3}(-[A-Za-z0-9]{2,8})*")
_PARTIAL: Final = re.compile(r"\d{4}(-\d{2}(-\d{2})?)?")


def corrected(changes: Mapping[str, str | None]) -> dict[str, str | None]:
    """Check what a curator sets; an empty text withdraws what was set before and becomes None.

    Raises:
        BadRequestError: A field is unknown, or a value cannot be used.
        BadDateError: A date cannot be read.
    """
    if not changes:
        raise BadRequestError(f"Name what to set: {', '.join(FIELDS)}.")
    checked: dict[str, str | None] = {}
    for name, value in changes.items():
        if name not in FIELDS:
            raise BadRequestError(f"{name} cannot be set. What can: {', '.join(FIELDS)}.")
        text = " ".join((value or "").split())
        checked[name] = _checked(name, text) if text else None
    return checked


def _checked(name: str, text: str) -> str:
    if len(text) > _LONGEST:
        raise BadRequestError(f"The {name} is longer than {_LONGEST} characters.")
    if any(unicodedata.category(character) in _NO_TEXT for character in text):
        raise BadRequestError(f"The {name} holds a control character or half of a character. Write plain text.")
    if name == "published" and (not _PARTIAL.fullmatch(text) or parse_edtf(text) is None):
        raise BadDateError(f'I could not read "{text}". Write 2023-03-20, 2023-03 or 2023.')
    if name == "anchor_date":
        try:
            return date.fromisoformat(text).isoformat()
        except ValueError as error:
            raise BadDateError(f'I could not read "{text}". An anchor date is a whole day: 2023-03-20.') from error
    if name == "language" and not _LANGUAGE.fullmatch(text):
        raise BadRequestError(f'"{text}" is no language code. Write one of two letters, such as en or de.')
    return text


def given(
    known: Metadata,
    by_hand: Mapping[str, str | None],
    *,
    catalogue: Metadata | None = None,
    format: Format | None = None,
) -> Metadata:
    """The facts that go before what the text says.

    Args:
        known: What is kept of the document, or what a catalogue says of it.
        by_hand: What a curator has set, by field; None where that is withdrawn.
        catalogue: What stands in for a fact that is withdrawn.
        format: The document's format where `known` is what is kept: from the text extracted of an HTML page its own
            metadata cannot be read again, so that what it stated is carried over.
    """
    carried = {Basis.CURATOR, Basis.STATED} if format is Format.HTML else {Basis.CURATOR}
    facts: dict[str, Fact] = {}
    for name in FIELDS:
        fact: Fact = getattr(known, name)
        if name in by_hand:
            value = by_hand[name]
            fallback = getattr(catalogue, name) if catalogue is not None else Fact()
            facts[name] = fallback if value is None else Fact(value, Basis.CURATOR)
        elif fact.value is not None and fact.basis in carried:
            facts[name] = fact
    return Metadata(digest_of=known.digest_of, **facts)
