"""What an import tells of the files it was given."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

from bot.documents.dates.values import parse_edtf
from bot.models import Document, Kind
from bot.store.preparation import Period

Status = Literal["new", "unchanged", "changed", "refused"]


@dataclass(frozen=True, slots=True)
class Progress:
    """How far an import is: `file` is the one that is being read."""

    done: int
    total: int
    file: str


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of one file; `why` is set where it was refused."""

    file: str
    status: Status
    document: int | None = None
    reference: str | None = None
    title: str | None = None
    why: str | None = None
    paragraphs: Mapping[Kind, int] = field(default_factory=dict)


def period(published: str | None) -> Period:
    """The first and last day that a published date covers."""
    value = parse_edtf(published) if published else None
    if value is None:
        return Period()
    return Period(str(value.earliest) if value.earliest else None, str(value.latest) if value.latest else None)


def outcome(file: str, status: Status, document: Document) -> Outcome:
    """What became of a file that is kept now."""
    return Outcome(
        file=file,
        status=status,
        document=document.number,
        reference=document.reference,
        title=document.metadata.title.value,
        paragraphs=document.paragraphs,
    )
